/** @library vercel-postgres */

declare module '@vercel/postgres' {
  import { PoolClient } from 'pg'
  interface Tag {
    /** @sql pooled */
    <T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql pooled */
    query<T = any>(text: any, values?: any): Promise<any>
    /** @sql pooled */
    sql<T = any>(text: any, ...values: any[]): Promise<any>
    connect(): Promise<VercelPoolClient>
    end(): Promise<void>
  }
  export class VercelPoolClient extends PoolClient {
    /** @sql */
    sql<T = any>(text: any, ...values: any[]): Promise<any>
  }
  export class VercelClient extends VercelPoolClient {
    end(): Promise<void>
  }
  export type VercelPool = Tag
  export const sql: Tag
  export const db: Tag
  export function createPool(config?: any): Tag
  export function createClient(config?: any): VercelClient
}
