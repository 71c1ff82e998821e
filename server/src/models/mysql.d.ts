/** @library mysql */

declare module 'mysql2/promise' {
  export type RowDataPacket = any
  export type ResultSetHeader = any
  export type OkPacket = any
  export type PoolOptions = any
  export class Connection {
    /** @sql text=0.sql */
    query<T = any>(options: { readonly sql: string; readonly values?: any }, values?: any): Promise<[any, any]>
    /** @sql */
    query<T = any>(text: any, values?: any): Promise<[any, any]>
    /** @sql text=0.sql */
    execute<T = any>(options: { readonly sql: string; readonly values?: any }, values?: any): Promise<[any, any]>
    /** @sql */
    execute<T = any>(text: any, values?: any): Promise<[any, any]>
    /** @begin */
    beginTransaction(): Promise<void>
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    end(): Promise<void>
    destroy(): void
    ping(): Promise<void>
    format(text: string, values?: any): string
    escape(value: any): string
  }
  export class PoolConnection extends Connection {
    release(): void
    readonly connection: any
  }
  /** Each query may use another connection. */
  export class Pool {
    /** @sql text=0.sql pooled */
    query<T = any>(options: { readonly sql: string; readonly values?: any }, values?: any): Promise<[any, any]>
    /** @sql pooled */
    query<T = any>(text: any, values?: any): Promise<[any, any]>
    /** @sql text=0.sql pooled */
    execute<T = any>(options: { readonly sql: string; readonly values?: any }, values?: any): Promise<[any, any]>
    /** @sql pooled */
    execute<T = any>(text: any, values?: any): Promise<[any, any]>
    getConnection(): Promise<PoolConnection>
    releaseConnection(connection: PoolConnection): void
    end(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export function createPool(options: any): Pool
  export function createConnection(options: any): Promise<Connection>
  export function createPoolCluster(options?: any): any
}

// Errors go to the callback; the promise form is a `.promise()` away.
declare module 'mysql2' {
  type Done = (error: any, result?: any, fields?: any) => void
  export type RowDataPacket = any
  export type ResultSetHeader = any
  export type OkPacket = any
  export type FieldPacket = any
  export type PoolOptions = any
  class CallbackConnection {
    /** @sql errors=callback */
    query(text: any, values: any, done: Done): any
    /** @sql errors=callback */
    query(text: any, done?: any): any
    /** @sql errors=callback */
    execute(text: any, values: any, done: Done): any
    /** @sql errors=callback */
    execute(text: any, done?: any): any
    /** @begin */
    beginTransaction(done: Done): void
    /** @commit */
    commit(done?: Done): void
    /** @rollback */
    rollback(done?: Done): void
    connect(done?: Done): void
    end(done?: Done): void
    destroy(): void
    /** @derive */
    promise(): import('mysql2/promise').Connection
    on(event: string, run: (...args: any[]) => void): this
  }
  class CallbackPoolConnection extends CallbackConnection {
    release(): void
    /** @derive */
    promise(): import('mysql2/promise').PoolConnection
  }
  class CallbackPool {
    /** @sql errors=callback pooled */
    query(text: any, values: any, done: Done): any
    /** @sql errors=callback pooled */
    query(text: any, done?: any): any
    /** @sql errors=callback pooled */
    execute(text: any, values: any, done: Done): any
    /** @sql errors=callback pooled */
    execute(text: any, done?: any): any
    getConnection(done: (error: any, connection: CallbackPoolConnection) => void): void
    end(done?: Done): void
    /** @derive */
    promise(): import('mysql2/promise').Pool
    on(event: string, run: (...args: any[]) => void): this
  }
  // Named apart from the promise form's: a type of the catalogue has one meaning.
  export { CallbackConnection as Connection, CallbackPoolConnection as PoolConnection, CallbackPool as Pool }
  export function createPool(options: any): CallbackPool
  export function createConnection(options: any): CallbackConnection
}

declare module 'mysql' {
  export * from 'mysql2'
}
