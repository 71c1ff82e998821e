/** @library serverless-mysql */

declare module 'serverless-mysql' {
  interface Transaction {
    /** @sql lazy=run */
    query(text: any): this
    rollback(run: any): this
    /** @commit */
    commit(): Promise<any>
  }
  interface Client {
    /** @sql pooled */
    query<T = any>(text: any, values?: any): Promise<any>
    /** @stage */
    transaction(): Transaction
    end(): Promise<void>
    quit(): void
  }
  function mysql(options?: any): Client
  export = mysql
}
