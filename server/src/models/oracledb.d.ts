/** @library oracledb */

declare module 'oracledb' {
  /** Nothing is lasting before `commit()`, unless `autoCommit` is set. */
  export interface Connection {
    /** @sql */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
    /** @sql */
    executeMany<T = any>(text: string, values?: any, options?: any): Promise<any>
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    close(options?: any): Promise<void>
  }
  export interface Pool {
    getConnection(): Promise<Connection>
    close(delay?: number): Promise<void>
  }
  /** @begin */
  export function getConnection(options?: any): Promise<Connection>
  export function createPool(options: any): Promise<Pool>
}
