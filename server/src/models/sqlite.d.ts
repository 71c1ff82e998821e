/** @library sqlite */

// Synchronous drivers keep the text in the statement: `prepare` passes it on to `run`.
declare module 'better-sqlite3' {
  class Database {
    constructor(file?: any, options?: any)
    /** @pass arg=0 */
    prepare<A = any, B = any>(text: string): Database.Statement
    /** @sql */
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
      /** @sql text=this */
      run(...values: any[]): any
      /** @sql text=this */
      get(...values: any[]): any
      /** @sql text=this */
      all(...values: any[]): any[]
      /** @sql text=this */
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

declare module 'node:sqlite' {
  interface Statement {
    /** @sql text=this */
    run(...values: any[]): any
    /** @sql text=this */
    get(...values: any[]): any
    /** @sql text=this */
    all(...values: any[]): any[]
  }
  export class DatabaseSync {
    constructor(file: string, options?: any)
    /** @pass arg=0 */
    prepare(text: string): Statement
    /** @sql */
    exec(text: string): void
    close(): void
  }
}

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

declare module 'sqlite3' {
  interface Statement {
    /** @sql text=this errors=callback */
    run(...args: any[]): this
    /** @sql text=this errors=callback */
    get(...args: any[]): this
    /** @sql text=this errors=callback */
    all(...args: any[]): this
    finalize(done?: any): any
  }
  export class Database {
    constructor(file: string, ...rest: any[])
    /** @sql errors=callback */
    run(text: string, ...args: any[]): this
    /** @sql errors=callback */
    get(text: string, ...args: any[]): this
    /** @sql errors=callback */
    all(text: string, ...args: any[]): this
    /** @sql errors=callback */
    exec(text: string, done?: any): this
    /** @pass arg=0 */
    prepare(text: string, ...args: any[]): Statement
    /** @call run=0 */
    serialize(run?: () => void): void
    /** @call run=0 */
    parallelize(run?: () => void): void
    close(done?: any): void
  }
  export function verbose(): typeof import('sqlite3')
}

declare module 'sqlite' {
  interface Statement {
    /** @sql text=this */
    run(...values: any[]): Promise<any>
    /** @sql text=this */
    get(...values: any[]): Promise<any>
    /** @sql text=this */
    all(...values: any[]): Promise<any>
    finalize(): Promise<void>
  }
  export class Database<A = any, B = any> {
    /** @sql */
    run(text: any, ...values: any[]): Promise<any>
    /** @sql */
    get<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql */
    all<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql */
    exec(text: any): Promise<void>
    /** @pass arg=0 */
    prepare(text: any, ...values: any[]): Promise<Statement>
    migrate(options?: any): Promise<void>
    close(): Promise<void>
  }
  export function open(options: any): Promise<Database>
}
