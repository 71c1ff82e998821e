/** @library knex */

declare module 'knex' {
  function knex<A = any, B = any>(config: any): knex.Knex
  namespace knex {
    export { knex }
    export interface Knex<A = any, B = any> {
      /** @table arg=0 */
      <R = any>(table: any, options?: any): Knex.QueryBuilder
      /** @table arg=0 */
      table(name: any): Knex.QueryBuilder
      /** @table arg=0 */
      from(name: any): Knex.QueryBuilder
      /** @table arg=0 */
      into(name: any): Knex.QueryBuilder
      /** @derive */
      withSchema(name: string): Knex.QueryBuilder
      queryBuilder(): Knex.QueryBuilder
      select(...fields: any[]): Knex.QueryBuilder
      with(...args: any[]): Knex.QueryBuilder
      /** @write form=create table=chain data=0 lazy=await */
      insert(values: any, returning?: any): Knex.QueryBuilder
      /** @write form=create table=0 data=1 */
      batchInsert(table: any, values: any, size?: number): Promise<any> & { transacting(trx: any): any; returning(fields: any): any }
      /** @sql lazy=await @relative text=0 */
      raw<R = any>(text: any, values?: any): Knex.Raw
      ref(name: string): any
      readonly fn: any
      readonly schema: any
      readonly client: any
      readonly migrate: any
      /** @transaction run=0 handle=0 */
      transaction<R>(run: (trx: Knex.Transaction) => R, options?: any): Promise<Awaited<R>>
      /** @begin */
      transaction(options?: any): Promise<Knex.Transaction>
      transactionProvider(options?: any): () => Promise<Knex.Transaction>
      destroy(): Promise<void>
      on(event: string, run: any): this
    }
    export namespace Knex {
      type Config<T = any> = any
      /** Not sent before it is awaited. */
      interface QueryBuilder<A = any, B = any> extends Promise<any> {
        /** @write form=create table=chain data=0 lazy=await */
        insert(values: any, returning?: any): this
        /** @write form=upsert table=chain data=0 lazy=await */
        upsert(values: any, returning?: any): this
        /** @write form=update table=chain data=0 lazy=await */
        update(values: any, ...rest: any[]): this
        /** @write form=update table=chain data=0 lazy=await */
        updateFrom(values: any): this
        /** @write form=delete table=chain lazy=await */
        delete(returning?: any): this
        /** @write form=delete table=chain lazy=await */
        del(returning?: any): this
        /** @write form=delete table=chain lazy=await */
        truncate(): this
        /** @write form=increment table=chain data=1 lazy=await */
        increment(column: any, amount?: number): this
        /** @write form=increment table=chain data=1 lazy=await */
        decrement(column: any, amount?: number): this
        onConflict(columns?: any): OnConflict
        /** @modify table=0 */
        into(table: any): this
        /** @modify table=0 */
        from(table: any): this
        /** @modify table=0 */
        table(table: any): this
        /** @modify where=0 */
        where(...condition: any[]): this
        /** @modify where=0 */
        andWhere(...condition: any[]): this
        orWhere(...condition: any[]): this
        /** @modify where=0 */
        whereIn(...condition: any[]): this
        /** @modify where=0 */
        whereRaw(...condition: any[]): this
        whereNot(...condition: any[]): this
        whereNull(column: any): this
        whereNotNull(column: any): this
        whereNotIn(...condition: any[]): this
        whereExists(condition: any): this
        whereBetween(...condition: any[]): this
        /** @modify join=0 */
        transacting(trx: any): this
        forUpdate(...args: any[]): this
        returning(fields: any, options?: any): this
        /** @read table=chain lazy=await */
        select(...fields: any[]): this
        /** @read table=chain lazy=await */
        first(...fields: any[]): this
        /** @read table=chain lazy=await */
        pluck(field: any): this
        /** @read table=chain lazy=await */
        count(...fields: any[]): this
        /** @read table=chain lazy=await */
        sum(...fields: any[]): this
        /** @read table=chain lazy=await */
        max(...fields: any[]): this
        /** @read table=chain lazy=await */
        distinct(...fields: any[]): this
        join(...args: any[]): this
        innerJoin(...args: any[]): this
        leftJoin(...args: any[]): this
        orderBy(...args: any[]): this
        groupBy(...args: any[]): this
        having(...args: any[]): this
        limit(count: number): this
        offset(count: number): this
        as(name: string): this
        with(...args: any[]): this
        modify(run: any, ...rest: any[]): this
        clone(): this
        timeout(delay: number, options?: any): this
        toSQL(): any
      }
      interface OnConflict {
        /** @modify idempotent */
        merge(values?: any): QueryBuilder
        /** @modify idempotent */
        ignore(): QueryBuilder
      }
      interface Raw<R = any> extends Promise<any> {
        /** @modify join=0 */
        transacting(trx: any): this
      }
      interface Transaction<A = any, B = any> extends Knex {
        /** @commit */
        commit(value?: any): Promise<any>
        /** @rollback */
        rollback(error?: any): Promise<any>
        savepoint<R>(run: (trx: Transaction) => R): Promise<Awaited<R>>
        isCompleted(): boolean
        readonly executionPromise: Promise<any>
      }
    }
    export { knex as default }
  }
  export = knex
}

declare module 'nest-knexjs' {
  export function InjectModel(name?: string): (target: any, key?: any, index?: any) => any
  export function InjectConnection(name?: string): (target: any, key?: any, index?: any) => any
  export const KnexModule: any
}
