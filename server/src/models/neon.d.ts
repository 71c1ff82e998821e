/** @library neon */

declare module '@neondatabase/serverless' {
  export { Pool, Client, PoolClient, ClientBase } from 'pg'
  export const neonConfig: any
  /** One HTTP request each; not sent before it is awaited, or listed in `transaction([...])`. */
  export interface NeonQueryPromise<A = any, B = any, T = any> extends Promise<any> {}
  export interface NeonQueryFunction<A = any, B = any> {
    /** @sql lazy=await */
    (text: any, ...values: any[]): NeonQueryPromise
    /** @sql lazy=await */
    query(text: string, values?: any, options?: any): NeonQueryPromise
    /** @sql lazy=await */
    unsafe(text: string): any
    /** @transaction run=0 handle=0 */
    transaction(run: (sql: NeonQueryFunction) => readonly any[], options?: any): Promise<any[]>
    /** @batch list=0 */
    transaction(list: any, options?: any): Promise<any[]>
  }
  export function neon<A = any, B = any>(url: any, options?: any): NeonQueryFunction
}

declare module '@netlify/neon' {
  export function neon(url?: any, options?: any): import('@neondatabase/serverless').NeonQueryFunction
}
