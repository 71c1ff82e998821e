/** @library instantdb */

// One `transact` is one transaction, whatever it lists.
declare module '@instantdb/admin' {
  interface Database {
    /**
     * @write form=update table=0 data=0
     * @batch list=0
     */
    transact(changes: any): Promise<any>
    query<T = any>(query: any): Promise<any>
    readonly tx: any
    readonly auth: any
    readonly storage: any
  }
  export function init<S = any>(options: any): Database
  export function id(): string
  export function lookup(attribute: string, value: any): any
  export const tx: any
}

declare module '@instantdb/react' {
  export * from '@instantdb/admin'
}
