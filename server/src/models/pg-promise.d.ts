/** @library pg-promise */

declare module 'pg-promise' {
  function pgp(options?: any): (connection: any, context?: any) => pgp.IDatabase
  namespace pgp {
    interface IBaseProtocol<E = any> {
      /** @sql */
      none(text: any, values?: any): Promise<null>
      /** @sql */
      one<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      oneOrNone<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      many<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      manyOrNone<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      any<T = any>(text: any, values?: any): Promise<any[]>
      /** @sql */
      result<T = any>(text: any, values?: any, map?: any): Promise<any>
      /** @sql */
      query<T = any>(text: any, values?: any, mask?: any): Promise<any>
      /** @sql */
      multi(text: any, values?: any): Promise<any[][]>
      /** @sql */
      map(text: any, values: any, map: any): Promise<any[]>
      /** @write form=unknown table=0 */
      func(name: any, values?: any, mask?: any): Promise<any>
      /** @write form=unknown table=0 */
      proc(name: any, values?: any): Promise<any>
      batch(list: any[]): Promise<any[]>
      /** @transaction run=-1 handle=0 */
      tx<R>(run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      tx<R>(options: any, run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      txIf<R>(run: (tx: ITask) => R): Promise<Awaited<R>>
      /** @transaction run=-1 handle=0 */
      txIf<R>(options: any, run: (tx: ITask) => R): Promise<Awaited<R>>
      // A task shares a connection; it is no transaction.
      /** @call run=-1 */
      task<R>(run: (task: ITask) => R): Promise<Awaited<R>>
      /** @call run=-1 */
      task<R>(options: any, run: (task: ITask) => R): Promise<Awaited<R>>
    }
    interface ITask<E = any> extends IBaseProtocol<E> {}
    interface IDatabase<E = any, C = any> extends IBaseProtocol<E> {
      readonly $pool: any
      connect(options?: any): Promise<any>
    }
    interface IMain<E = any, C = any> {
      (connection: any, context?: any): IDatabase
      readonly helpers: any
      readonly as: any
    }
  }
  export = pgp
}
