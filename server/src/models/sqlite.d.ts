/** @library sqlite */

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
