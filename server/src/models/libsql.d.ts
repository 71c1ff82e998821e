/** @library libsql */

declare module '@libsql/client' {
  export type InStatement = any
  export type ResultSet = any
  export interface Transaction {
    /** @sql text=0.sql */
    execute(statement: { readonly sql: string; readonly args?: any }): Promise<any>
    /** @sql */
    execute(text: any, values?: any): Promise<any>
    /** @sql */
    executeMultiple(text: string): Promise<void>
    /** @sql */
    batch(statements: any): Promise<any[]>
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    // What was not committed is rolled back.
    /** @rollback */
    close(): void
    readonly closed: boolean
  }
  export interface Client {
    /** @sql text=0.sql pooled */
    execute(statement: { readonly sql: string; readonly args?: any }): Promise<any>
    /** @sql pooled */
    execute(text: any, values?: any): Promise<any>
    /** @sql pooled */
    executeMultiple(text: string): Promise<void>
    // Statements, not calls: all of them or none.
    /**
     * @sql
     * @batch list=0
     */
    batch(statements: any, mode?: any): Promise<any[]>
    /**
     * @sql
     * @batch list=0
     */
    migrate(statements: any): Promise<any[]>
    /** @begin */
    transaction(mode?: any): Promise<Transaction>
    sync(): Promise<any>
    close(): void
  }
  export function createClient(config: any): Client
}
declare module '@libsql/client/*' {
  export * from '@libsql/client'
}
declare module '@tursodatabase/serverless' {
  export * from '@libsql/client'
}
