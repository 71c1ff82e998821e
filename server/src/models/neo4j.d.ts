/** @library neo4j */

declare module 'neo4j-driver' {
  export interface ManagedTransaction {
    /** @sql */
    run(text: string, values?: any): Promise<any>
  }
  export interface Transaction extends ManagedTransaction {
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    close(): Promise<void>
  }
  export interface Session {
    /** @sql */
    run(text: string, values?: any, options?: any): Promise<any>
    /** @transaction run=0 handle=0 repeats */
    executeWrite<R>(run: (tx: ManagedTransaction) => R, options?: any): Promise<Awaited<R>>
    /** @call run=0 */
    executeRead<R>(run: (tx: ManagedTransaction) => R, options?: any): Promise<Awaited<R>>
    /** @transaction run=0 handle=0 repeats */
    writeTransaction<R>(run: (tx: ManagedTransaction) => R, options?: any): Promise<Awaited<R>>
    /** @begin */
    beginTransaction(options?: any): Promise<Transaction>
    close(): Promise<void>
  }
  export interface Driver {
    session(options?: any): Session
    /** @sql */
    executeQuery(text: string, values?: any, options?: any): Promise<any>
    verifyConnectivity(): Promise<any>
    close(): Promise<void>
  }
  export function driver(url: string, auth?: any, options?: any): Driver
  export const auth: any
}
