/** @library sqlite3 */

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
