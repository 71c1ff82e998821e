/** @library bun-sqlite */

declare module 'bun:sqlite' {
  interface Statement {
    /** @sql text=this lazy=sync */
    run(...values: any[]): any
    /** @sql text=this lazy=sync */
    get(...values: any[]): any
    /** @sql text=this lazy=sync */
    all(...values: any[]): any[]
    /** @sql text=this lazy=sync */
    values(...values: any[]): any[]
  }
  export class Database {
    constructor(file?: string, options?: any)
    /** @pass arg=0 */
    prepare<A = any, B = any>(text: string): Statement
    /** @pass arg=0 */
    query<A = any, B = any>(text: string): Statement
    /** @sql lazy=sync */
    run(text: string, ...values: any[]): any
    /** @sql lazy=sync */
    exec(text: string, ...values: any[]): any
    /** @transaction run=0 ambient wraps */
    transaction<F>(run: F): F & { deferred: F; immediate: F; exclusive: F }
    close(): void
  }
}
