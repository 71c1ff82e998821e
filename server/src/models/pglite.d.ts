/** @library pglite */

declare module '@electric-sql/pglite' {
  export interface Transaction {
    /** @sql */
    query<T = any>(text: string, values?: any): Promise<any>
    /** @sql */
    sql<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql */
    exec(text: string): Promise<any>
    /** @rollback */
    rollback(): Promise<void>
  }
  export class PGlite implements Transaction {
    constructor(...args: any[])
    static create(...args: any[]): Promise<PGlite>
    /** @sql */
    query<T = any>(text: string, values?: any): Promise<any>
    /** @sql */
    sql<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql */
    exec(text: string): Promise<any>
    /** @rollback */
    rollback(): Promise<void>
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (tx: Transaction) => R): Promise<Awaited<R>>
    close(): Promise<void>
  }
}
