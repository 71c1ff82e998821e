/** @library postgres */

declare module 'postgres' {
  function postgres<T = any>(url?: any, options?: any): postgres.Sql
  namespace postgres {
    interface Pending extends Promise<any> {
      execute(): this
      simple(): this
      values(): this
      raw(): this
      cursor(...args: any[]): any
      /** @iterate nothing */
      forEach(run: (row: any) => void): Promise<any>
    }
    interface ISql<T = any> {
      // As a fragment inside another query it never runs alone.
      /** @sql lazy=await */
      <R = any>(text: TemplateStringsArray, ...values: any[]): Pending
      /** @pass arg=0 */
      (values: any, ...keys: any[]): any
      /** @sql lazy=await */
      unsafe<R = any>(text: string, values?: any, options?: any): Pending
      file(path: string, ...rest: any[]): Pending
      json(value: any): any
      array(values: any, type?: any): any
      typed: any
    }
    interface Sql<T = any> extends ISql<T> {
      /** @transaction run=-1 handle=0 */
      begin<R>(run: (sql: TransactionSql) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      begin<R>(options: string, run: (sql: TransactionSql) => R): Promise<Awaited<R>>
      reserve(): Promise<ReservedSql>
      listen(channel: string, run: any, ready?: any): Promise<any>
      notify(channel: string, payload: string): Pending
      end(options?: any): Promise<void>
      readonly options: any
    }
    interface TransactionSql<T = any> extends ISql<T> {
      /** @call run=-1 */
      savepoint<R>(run: (sql: TransactionSql) => R): Promise<Awaited<R>>
      /** @call run=-1 */
      savepoint<R>(name: string, run: (sql: TransactionSql) => R): Promise<Awaited<R>>
    }
    interface ReservedSql<T = any> extends ISql<T> {
      release(): void
    }
    class PostgresError extends Error {
      readonly code: string
    }
    type Row = any
    type Options<T = any> = any
  }
  export = postgres
}
