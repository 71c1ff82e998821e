/** @library bun-sqlite */

declare module 'bun:sqlite' {
  interface Statement {
    /** @sql text=this */
    run(...values: any[]): any
    /** @sql text=this */
    get(...values: any[]): any
    /** @sql text=this */
    all(...values: any[]): any[]
    /** @sql text=this */
    values(...values: any[]): any[]
  }
  export class Database {
    constructor(file?: string, options?: any)
    /** @pass arg=0 */
    prepare<A = any, B = any>(text: string): Statement
    /** @pass arg=0 */
    query<A = any, B = any>(text: string): Statement
    /** @sql */
    run(text: string, ...values: any[]): any
    /** @sql */
    exec(text: string, ...values: any[]): any
    /** @transaction run=0 ambient wraps */
    transaction<F>(run: F): F & { deferred: F; immediate: F; exclusive: F }
    close(): void
  }
}
