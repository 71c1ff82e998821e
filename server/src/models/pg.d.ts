/** @library pg */

declare module 'pg' {
  export interface QueryResult<R = any> {
    readonly rows: any[]
    readonly rowCount: number
    readonly command: string
    readonly fields: any[]
  }
  export type QueryConfig = any
  export type PoolConfig = any
  export type ClientConfig = any
  export type QueryResultRow = any

  /** `pool.query('BEGIN')` opens nothing: the next query may use another connection. */
  export class Pool {
    constructor(config?: any)
    readonly totalCount: number
    /** @sql text=0 errors=callback pooled */
    query(text: any, values: any, done: (error: any, result: QueryResult) => void): void
    /** @sql text=0 errors=callback pooled */
    query(text: any, done: (error: any, result: QueryResult) => void): void
    /** @sql text=0 pooled */
    query<R = any>(text: string, values?: any): Promise<QueryResult<R>>
    /** @sql text=0.text pooled */
    query<R = any>(config: { readonly text: string; readonly values?: any }, values?: any): Promise<QueryResult<R>>
    /** @sql text=0 pooled */
    query<R = any>(text: any, values?: any): Promise<QueryResult<R>>
    connect(): Promise<PoolClient>
    connect(done: (error: any, client: PoolClient, release: any) => void): void
    end(done?: () => void): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }

  export class ClientBase {
    /** @sql text=0 errors=callback */
    query(text: any, values: any, done: (error: any, result: QueryResult) => void): void
    /** @sql text=0 errors=callback */
    query(text: any, done: (error: any, result: QueryResult) => void): void
    /** @sql text=0 */
    query<R = any>(text: string, values?: any): Promise<QueryResult<R>>
    /** @sql text=0.text */
    query<R = any>(config: { readonly text: string; readonly values?: any }, values?: any): Promise<QueryResult<R>>
    /** @sql text=0 */
    query<R = any>(text: any, values?: any): Promise<QueryResult<R>>
    connect(done?: (error: any) => void): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export class Client extends ClientBase {
    constructor(config?: any)
    end(): Promise<void>
  }
  export class PoolClient extends ClientBase {
    release(error?: any): void
  }
  export const types: any
  export const native: any
}

declare module 'pg-promise' {
  function pgp(options?: any): (connection: any, context?: any) => pgp.IDatabase
  namespace pgp {
    interface IBaseProtocol<E = any> {
      /** @sql */
      none(text: any, values?: any): Promise<null>
      /** @sql */
      one<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      oneOrNone<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      many<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      manyOrNone<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      any<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      result<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      query<T = any>(text: any, values?: any, mask?: any): Promise<any>
      /** @sql */
      multi(text: any, values?: any): Promise<any[][]>
      /** @sql */
      map(text: any, values: any, map: any): Promise<any[]>
      /** @write form=unknown table=0 */
      func(name: any, values?: any, mask?: any): Promise<any>
      /** @write form=unknown table=0 */
      proc(name: any, values?: any): Promise<any>
      batch(list: any[]): Promise<any[]>
      /** @transaction run=-1 handle=0 */
      tx<R>(run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      tx<R>(options: any, run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      txIf<R>(run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      txIf<R>(options: any, run: (tx: ITask) => R): Promise<Awaited<R>>
      // A task shares a connection; it is no transaction.
      /** @call run=-1 */
      task<R>(run: (task: ITask) => R): Promise<Awaited<R>>
      /** @call run=-1 */
      task<R>(options: any, run: (task: ITask) => R): Promise<Awaited<R>>
    }
    interface ITask<E = any> extends IBaseProtocol<E> {}
    interface IDatabase<E = any, C = any> extends IBaseProtocol<E> {
      readonly $pool: any
      connect(options?: any): Promise<any>
    }
    interface IMain<E = any, C = any> {
      (connection: any, context?: any): IDatabase
      readonly helpers: any
      readonly as: any
    }
  }
  export = pgp
}

declare module 'slonik' {
  export interface CommonQueryMethods {
    /** @sql */
    query(text: any): Promise<any>
    /** @sql */
    any(text: any): Promise<any[]>
    /** @sql */
    anyFirst(text: any): Promise<any[]>
    /** @sql */
    one(text: any): Promise<any>
    /** @sql */
    oneFirst(text: any): Promise<any>
    /** @sql */
    maybeOne(text: any): Promise<any>
    /** @sql */
    maybeOneFirst(text: any): Promise<any>
    /** @sql */
    many(text: any): Promise<any[]>
    /** @sql */
    manyFirst(text: any): Promise<any[]>
    /** @sql */
    exists(text: any): Promise<boolean>
    /** @transaction run=0 handle=0 repeats */
    transaction<R>(run: (tx: DatabaseTransactionConnection) => R, retries?: number): Promise<Awaited<R>>
  }
  export interface DatabaseTransactionConnection extends CommonQueryMethods {}
  export interface DatabasePoolConnection extends CommonQueryMethods {}
  export interface DatabasePool extends CommonQueryMethods {
    /** @call run=0 */
    connect<R>(run: (connection: DatabasePoolConnection) => R): Promise<Awaited<R>>
  }
  export function createPool(uri: string, options?: any): Promise<DatabasePool>
  interface Tag {
    /** @pass */
    (text: any, ...values: any[]): any
    /** @pass */
    unsafe(text: any, ...values: any[]): any
    /** @pass */
    fragment(text: any, ...values: any[]): any
    type(schema: any): Tag
    typeAlias(name: string): Tag
    [helper: string]: any
  }
  export const sql: Tag
}

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
