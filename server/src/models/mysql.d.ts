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
  export class Connection {
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
  export class PoolConnection extends Connection {
    release(): void
    /** @derive */
    promise(): import('mysql2/promise').PoolConnection
  }
  export class Pool {
    /** @sql errors=callback pooled */
    query(text: any, values: any, done: Done): any
    /** @sql errors=callback pooled */
    query(text: any, done?: any): any
    /** @sql errors=callback pooled */
    execute(text: any, values: any, done: Done): any
    /** @sql errors=callback pooled */
    execute(text: any, done?: any): any
    getConnection(done: (error: any, connection: PoolConnection) => void): void
    end(done?: Done): void
    /** @derive */
    promise(): import('mysql2/promise').Pool
    on(event: string, run: (...args: any[]) => void): this
  }
  export function createPool(options: any): Pool
  export function createConnection(options: any): Connection
}
declare module 'mysql' {
  export * from 'mysql2'
}

declare module '@planetscale/database' {
  interface Executor {
    /** @sql */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
  }
  export class Tx implements Executor {
    /** @sql */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
  }
  export class Connection implements Executor {
    /** @sql pooled */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (tx: Tx) => R): Promise<Awaited<R>>
  }
  export class Client extends Connection {
    constructor(config: any)
    connection(): Connection
  }
  export function connect(config: any): Connection
}

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
