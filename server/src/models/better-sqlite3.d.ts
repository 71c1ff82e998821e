/** @library better-sqlite3 */

// Synchronous drivers keep the text in the statement: `prepare` passes it on to `run`.
declare module 'better-sqlite3' {
  class Database {
    constructor(file?: any, options?: any)
    /** @pass arg=0 */
    prepare<A = any, B = any>(text: string): Database.Statement
    /** @sql lazy=sync */
    exec(text: string): this
    pragma(text: string, options?: any): any
    /** @transaction run=0 ambient wraps */
    transaction<F>(run: F): F & { deferred: F; immediate: F; exclusive: F }
    close(): this
    readonly inTransaction: boolean
    readonly open: boolean
  }
  namespace Database {
    type Database = InstanceType<typeof import('better-sqlite3')>
    interface Statement<A = any, B = any> {
      /** @sql text=this lazy=sync */
      run(...values: any[]): any
      /** @sql text=this lazy=sync */
      get(...values: any[]): any
      /** @sql text=this lazy=sync */
      all(...values: any[]): any[]
      /** @sql text=this lazy=sync */
      iterate(...values: any[]): any
      /** @pass arg=this */
      bind(...values: any[]): this
      /** @pass arg=this */
      pluck(on?: boolean): this
      /** @pass arg=this */
      raw(on?: boolean): this
    }
  }
  export = Database
}
