/** @library gel */

declare module 'gel' {
  interface Executor {
    /** @sql */
    execute(text: string, args?: any): Promise<void>
    /** @sql */
    executeSQL(text: string, args?: any): Promise<void>
    /** @sql */
    query<T = any>(text: string, args?: any): Promise<any[]>
    /** @sql */
    querySQL<T = any>(text: string, args?: any): Promise<any[]>
    /** @sql */
    querySingle<T = any>(text: string, args?: any): Promise<any>
    /** @sql */
    queryRequired<T = any>(text: string, args?: any): Promise<any[]>
    /** @sql */
    queryRequiredSingle<T = any>(text: string, args?: any): Promise<any>
    /** @sql */
    queryJSON(text: string, args?: any): Promise<string>
  }
  export interface Transaction extends Executor {}
  export interface Client extends Executor {
    /** @transaction run=0 handle=0 repeats */
    transaction<R>(run: (tx: Transaction) => R): Promise<Awaited<R>>
    /** @derive */
    withConfig(config: any): Client
    /** @derive */
    withGlobals(globals: any): Client
    close(): Promise<void>
  }
  export function createClient(options?: any): Client
  export function createHttpClient(options?: any): Client
}
declare module 'edgedb' {
  export * from 'gel'
}
