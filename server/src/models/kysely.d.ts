/** @library kysely */

declare module 'kysely' {
  /** `eb('credits', '+', 1)` */
  export interface ExpressionBuilder<DB = any, T = any> {
    /** @relative */
    (column: any, operator: any, value: any): any
    ref(column: any): any
    val(value: any): any
    readonly fn: any
    [helper: string]: any
  }
  export interface OnConflict {
    column(name: any): this
    columns(names: any): this
    constraint(name: any): this
    where(...condition: any[]): this
    doNothing(): any
    /** @pass arg=0 */
    doUpdateSet(values: (builder: ExpressionBuilder) => any): any
    /** @pass arg=0 */
    doUpdateSet(values: any): any
  }
  /** Sent by `execute*()` only: awaiting the builder itself does nothing. */
  export interface Builder {
    /** @modify data=0 */
    values(values: any): this
    /** @modify data=0 */
    set(values: (builder: ExpressionBuilder) => any): this
    /** @modify data=1 */
    set(column: string, value: any): this
    /** @modify data=0 */
    set(values: any, value?: any): this
    /** @modify data=0 */
    expression(query: any): this
    /** @modify where=0 */
    where(...condition: any[]): this
    /** @modify where=0 */
    whereRef(...condition: any[]): this
    /** @modify idempotent */
    onConflict(build: (conflict: OnConflict) => any): this
    /** @modify idempotent */
    onDuplicateKeyUpdate(values: any): this
    /** @modify idempotent */
    ignore(): this
    /** @modify idempotent */
    orIgnore(): this
    columns(columns: any): this
    using(...args: any[]): this
    whenMatched(): any
    whenNotMatched(): any
    from(...args: any[]): this
    select(...fields: any[]): this
    selectAll(...args: any[]): this
    returning(fields: any): this
    returningAll(...args: any[]): this
    innerJoin(...args: any[]): this
    leftJoin(...args: any[]): this
    orderBy(...args: any[]): this
    groupBy(...args: any[]): this
    limit(count: any): this
    offset(count: any): this
    forUpdate(...args: any[]): this
    $if(condition: any, build: any): this
    $call(build: any): this
    $castTo<T>(): this
    as(name: string): any
    compile(): any
    /** @run */
    execute(): Promise<any[]>
    /** @run */
    executeTakeFirst(): Promise<any>
    /** @run */
    executeTakeFirstOrThrow(error?: any): Promise<any>
    /** @run */
    stream(size?: number): any
  }
  export class QueryCreator<DB = any> {
    /** @write form=create table=0 lazy=run */
    insertInto(table: any): Builder
    /** @write form=upsert table=0 lazy=run */
    replaceInto(table: any): Builder
    /** @write form=update table=0 lazy=run */
    updateTable(table: any): Builder
    /** @write form=delete table=0 lazy=run */
    deleteFrom(table: any): Builder
    /** @write form=upsert table=0 lazy=run */
    mergeInto(table: any): Builder
    /** @read table=0 lazy=run */
    selectFrom(table: any): Builder
    selectNoFrom(build: any): Builder
    /** @derive */
    with(name: any, build: any): QueryCreator
    /** @derive */
    withSchema(name: string): this
    /** @derive */
    withPlugin(plugin: any): this
  }
  export class Kysely<DB = any> extends QueryCreator<DB> {
    constructor(config: any)
    transaction(): TransactionBuilder
    startTransaction(): ControlledTransactionBuilder
    connection(): Connection
    /** @sql text=0 */
    executeQuery(query: any, id?: any): Promise<any>
    readonly schema: any
    readonly fn: any
    readonly introspection: any
    readonly isTransaction: boolean
    destroy(): Promise<void>
  }
  interface Connection {
    /** @call run=0 */
    execute<R>(run: (db: Kysely) => R): Promise<Awaited<R>>
  }
  export class Transaction<DB = any> extends Kysely<DB> {
    private readonly inTransaction: true
  }
  export class TransactionBuilder<DB = any> {
    setIsolationLevel(level: any): this
    setAccessMode(mode: any): this
    /** @transaction run=0 handle=0 */
    execute<R>(run: (trx: Transaction) => R): Promise<Awaited<R>>
  }
  export class ControlledTransactionBuilder<DB = any> {
    setIsolationLevel(level: any): this
    /** @begin */
    execute(): Promise<ControlledTransaction>
  }
  export class ControlledTransaction<DB = any> extends Transaction<DB> {
    /** @commit */
    commit(): { execute(): Promise<void> }
    /** @rollback */
    rollback(): { execute(): Promise<void> }
    savepoint(name: string): any
    rollbackToSavepoint(name: string): any
  }
  interface RawBuilder<T = any> {
    /** @sql text=this join=0 */
    execute(db: any): Promise<any>
    as(name: any): any
    $castTo<U>(): RawBuilder<U>
    compile(db: any): any
  }
  export const sql: {
    /** @pass arg=0 @relative text=0 */
    <T = any>(text: any, ...values: any[]): RawBuilder<T>
    /** @pass arg=0 @relative text=0 */
    raw<T = any>(text: string): RawBuilder<T>
    [helper: string]: any
  }
  export type Generated<T> = any
  export type Insertable<T> = any
  export type Updateable<T> = any
  export type Selectable<T> = any
  export class PostgresDialect {
    constructor(config: any)
  }
  export class MysqlDialect {
    constructor(config: any)
  }
  export class SqliteDialect {
    constructor(config: any)
  }
}
