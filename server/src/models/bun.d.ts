/** @library bun */

declare module 'bun' {
  interface Tag {
    /** @sql lazy=await */
    (text: TemplateStringsArray, ...values: any[]): Promise<any>
    /** @pass arg=0 */
    (values: any, ...keys: any[]): any
    /** @sql lazy=await */
    unsafe(text: string, values?: any): Promise<any>
    array(values: any): any
  }
  export interface TransactionSQL extends Tag {
    /** @call run=-1 */
    savepoint<R>(run: (sql: TransactionSQL) => R): Promise<Awaited<R>>
  }
  export interface SQL extends Tag {
    /** @transaction run=-1 handle=0 */
    begin<R>(run: (tx: TransactionSQL) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    begin<R>(options: string, run: (tx: TransactionSQL) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    transaction<R>(run: (tx: TransactionSQL) => R): Promise<Awaited<R>>
    reserve(): Promise<any>
    close(): Promise<void>
  }
  export const SQL: { new (...args: any[]): SQL }
  export const sql: SQL
}
