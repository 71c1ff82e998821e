/** @library node-sqlite */

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
