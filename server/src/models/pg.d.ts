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
