/** @library objection */

declare module 'objection' {
  export type Transaction = any
  export type TransactionOrKnex = any
  export type PartialModelObject<T> = any

  /** Not sent before it is awaited. */
  export interface QueryBuilder<M = any, R = any> extends Promise<R> {
    /** @write form=create table=chain data=0 lazy=await */
    insert(values: any): QueryBuilder<M, M>
    /** @write form=create table=chain data=0 lazy=await */
    insertAndFetch(values: any): QueryBuilder<M, M>
    /** @write form=create table=chain data=0 lazy=await */
    insertGraph(values: any, options?: any): this
    /** @write form=create table=chain data=0 lazy=await */
    insertGraphAndFetch(values: any, options?: any): this
    /** @write form=upsert table=chain data=0 lazy=await */
    upsertGraph(values: any, options?: any): this
    /** @write form=upsert table=chain data=0 lazy=await */
    upsertGraphAndFetch(values: any, options?: any): this
    /** @write form=update table=chain data=0 lazy=await */
    update(values: any): this
    /** @write form=update table=chain data=0 lazy=await */
    updateAndFetch(values: any): this
    /** @write form=update table=chain where=0 data=1 lazy=await */
    updateAndFetchById(id: any, values: any): QueryBuilder<M, M>
    /** @write form=update table=chain data=0 lazy=await */
    patch(values: any): this
    /** @write form=update table=chain data=0 lazy=await */
    patchAndFetch(values: any): this
    /** @write form=update table=chain where=0 data=1 lazy=await */
    patchAndFetchById(id: any, values: any): QueryBuilder<M, M>
    /** @write form=delete table=chain lazy=await */
    delete(): this
    /** @write form=delete table=chain lazy=await */
    del(): this
    /** @write form=delete table=chain where=0 lazy=await */
    deleteById(id: any): this
    /** @write form=relate table=chain data=0 lazy=await */
    relate(ids: any): this
    /** @write form=relate table=chain lazy=await */
    unrelate(): this
    /** @write form=increment table=chain data=1 lazy=await */
    increment(column: string, amount?: number): this
    /** @write form=increment table=chain data=1 lazy=await */
    decrement(column: string, amount?: number): this
    onConflict(columns?: any): this
    /** @modify idempotent */
    merge(values?: any): this
    /** @modify idempotent */
    ignore(): this
    /** @modify join=0 */
    transacting(trx: any): this
    /** @modify where=0 */
    where(...condition: any[]): this
    /** @modify where=0 */
    andWhere(...condition: any[]): this
    orWhere(...condition: any[]): this
    /** @modify where=0 */
    whereIn(...condition: any[]): this
    whereNull(column: any): this
    whereNotNull(column: any): this
    /** @read table=chain where=0 lazy=await */
    findById(id: any): QueryBuilder<M, M>
    /** @read table=chain where=0 lazy=await */
    findOne(...condition: any[]): QueryBuilder<M, M>
    /** @read table=chain where=0 lazy=await */
    findByIds(ids: any): this
    /** @read table=chain lazy=await */
    first(): QueryBuilder<M, M>
    /** @read table=chain lazy=await */
    select(...fields: any[]): this
    /** @read table=chain lazy=await */
    resultSize(): this
    withGraphFetched(expression: any, options?: any): this
    withGraphJoined(expression: any, options?: any): this
    joinRelated(expression: any, options?: any): this
    join(...args: any[]): this
    orderBy(...args: any[]): this
    limit(count: number): this
    page(page: number, size: number): this
    returning(fields: any): this
    throwIfNotFound(options?: any): this
    context(values: any): this
    debug(): this
    alias(name: string): this
    distinct(...columns: any[]): this
    allowGraph(expression: any): this
    runBefore(run: any): this
    runAfter(run: any): this
    forUpdate(): this
    modify(...args: any[]): this
    /** @run */
    execute(): Promise<any>
  }

  export class QueryBuilder<M = any, R = any> {}

  export class Model {
    /**
     * @table arg=this
     * @modify join=0
     */
    static query<M>(this: abstract new (...args: any[]) => M, trx?: any): QueryBuilder<M, M[]>
    /**
     * @table arg=0
     * @modify join=1
     */
    static relatedQuery(name: string, trx?: any): QueryBuilder & { for(ids: any): QueryBuilder }
    /** @transaction run=-1 handle=0 */
    static transaction<R>(run: (trx: any) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    static transaction<R>(trx: any, run: (trx: any) => R): Promise<Awaited<R>>
    /** @begin */
    static startTransaction(trx?: any): Promise<import('knex').Knex.Transaction>
    static bindTransaction<C>(this: C, trx: any): C
    static bindKnex<C>(this: C, knex: any): C
    static knex(knex?: any): import('knex').Knex
    static fromJson(values: any, options?: any): any
    static tableName: string
    static relationMappings: any
    static jsonSchema: any
    static idColumn: any
    static readonly BelongsToOneRelation: any
    static readonly HasManyRelation: any
    static readonly HasOneRelation: any
    static readonly ManyToManyRelation: any
    /**
     * @table arg=this
     * @modify where=this join=0
     */
    $query(trx?: any): QueryBuilder
    /**
     * @table arg=0
     * @modify join=1
     */
    $relatedQuery(name: string, trx?: any): QueryBuilder
    $set(values: any): this
    $toJson(): any
    $fetchGraph(expression: any, options?: any): Promise<this>
  }
  export const transaction: {
    /** @transaction run=-1 handle=0 */
    <R>(knex: any, run: (trx: any, ...rest: any[]) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    <R>(a: any, b: any, run: (a: any, b: any, trx: any) => R): Promise<Awaited<R>>
    /** @begin */
    start(knex: any): Promise<import('knex').Knex.Transaction>
  }
  /** @relative text=0 */
  export function raw(text: string, ...values: any[]): any
  export function ref(expression: string): any
  /** The class that the mixins make of it still is a model. */
  export function mixin<C>(base: C, ...mixins: any[]): C
  export function compose(...mixins: any[]): <C>(base: C) => C
  export class NotFoundError extends Error {}
  export class UniqueViolationError extends Error {}
}
