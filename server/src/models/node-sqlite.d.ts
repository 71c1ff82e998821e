/** @library node-sqlite */

declare module 'node:sqlite' {
  interface Statement {
    /** @sql text=this lazy=sync */
    run(...values: any[]): any
    /** @sql text=this lazy=sync */
    get(...values: any[]): any
    /** @sql text=this lazy=sync */
    all(...values: any[]): any[]
  }
  export class DatabaseSync {
    constructor(file: string, options?: any)
    /** @pass arg=0 */
    prepare(text: string): Statement
    /** @sql lazy=sync */
    exec(text: string): void
    close(): void
  }
}
