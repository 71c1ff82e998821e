/** @library drizzle */

declare module 'drizzle-orm' {
  export function eq(left: any, right: any): any
  export function ne(left: any, right: any): any
  export function and(...conditions: any[]): any
  export function or(...conditions: any[]): any
  export function not(condition: any): any
  export function gt(left: any, right: any): any
  export function gte(left: any, right: any): any
  export function lt(left: any, right: any): any
  export function lte(left: any, right: any): any
  export function inArray(column: any, values: any): any
  export function notInArray(column: any, values: any): any
  export function isNull(value: any): any
  export function isNotNull(value: any): any
  export function exists(query: any): any
  export function asc(column: any): any
  export function desc(column: any): any
  export function count(column?: any): any
  export function relations(table: any, define: any): any
  /** Runs only inside `db.execute(...)` and the like. */
  export const sql: {
    /** @pass @relative text=0 */
    <T = any>(text: any, ...values: any[]): any
    /** @pass @relative text=0 */
    raw(text: string): any
    join(parts: any[], separator?: any): any
    identifier(name: string): any
    placeholder(name: string): any
    param(value: any): any
  }
  export type InferSelectModel<T> = any
  export type InferInsertModel<T> = any
  export type SQL<T = any> = any

  /** Not sent before it is awaited, executed, or listed in `batch([...])`. */
  export interface Builder extends Promise<any> {
    /** @modify data=0 */
    values(values: any): this
    /** @modify data=0 */
    select(query: any): this
    /** @modify data=0 */
    set(values: any): this
    /** @modify where=0 */
    where(condition: any): this
    /** @modify idempotent */
    onConflictDoUpdate(config: any): this
    /** @modify idempotent */
    onConflictDoNothing(config?: any): this
    /** @modify idempotent */
    onDuplicateKeyUpdate(config: any): this
    /** @modify idempotent */
    ignore(): this
    from(table: any): this
    leftJoin(table: any, on: any): this
    innerJoin(table: any, on: any): this
    returning(fields?: any): this
    $returningId(): this
    overridingSystemValue(): this
    limit(count: any): this
    orderBy(...columns: any[]): this
    $dynamic(): this
    prepare(name?: string): Prepared
    toSQL(): any
    /** @run */
    execute(values?: any): Promise<any>
    /** @run */
    run(values?: any): Promise<any>
    /** @run */
    all(values?: any): Promise<any>
    /** @run */
    get(values?: any): Promise<any>
  }

  export interface Prepared {
    /** @run */
    execute(values?: any): Promise<any>
    /** @run */
    run(values?: any): Promise<any>
    /** @run */
    all(values?: any): Promise<any>
    /** @run */
    get(values?: any): Promise<any>
  }

  interface Query extends Promise<any> {
    from(table: any): this
    where(condition: any): this
    limit(count: any): this
    [clause: string]: any
  }

  interface Selection {
    /** @read table=0 lazy=await */
    from(table: any): Query
  }

  interface RelationalQuery {
    /** @read where=0.where lazy=await */
    findFirst(config?: any): Builder
    /** @read where=0.where lazy=await */
    findMany(config?: any): Builder
  }

  interface Writes {
    /** @write form=create table=0 lazy=await */
    insert(table: any): Builder
    /** @write form=update table=0 lazy=await */
    update(table: any): Builder
    /** @write form=delete table=0 lazy=await */
    delete(table: any): Builder
    select(fields?: any): Selection
    selectDistinct(fields?: any): Selection
    selectDistinctOn(columns: any, fields?: any): Selection
  }

  export class Database<Schema = any, B = any, C = any> implements Writes {
    /** @write form=create table=0 lazy=await */
    insert(table: any): Builder
    /** @write form=update table=0 lazy=await */
    update(table: any): Builder
    /** @write form=delete table=0 lazy=await */
    delete(table: any): Builder
    select(fields?: any): Selection
    selectDistinct(fields?: any): Selection
    selectDistinctOn(columns: any, fields?: any): Selection
    /** @derive */
    with(...queries: any[]): Writes
    $with(name: string): any
    /** @read table=0 where=1 lazy=await */
    $count(table: any, where?: any): Promise<number>
    /** @write form=unknown table=0 lazy=await */
    refreshMaterializedView(view: any): Builder
    readonly query: { readonly [table: string]: RelationalQuery }
    readonly _query: { readonly [table: string]: RelationalQuery }
    /** @sql lazy=await */
    execute<T = any>(query: any): Promise<any>
    /** @sql lazy=await */
    run(query: any): Promise<any>
    /** @sql lazy=await */
    all<T = any>(query: any): Promise<any>
    /** @sql lazy=await */
    get<T = any>(query: any): Promise<any>
    /** @sql lazy=await */
    values<T = any>(query: any): Promise<any>
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (tx: Transaction) => R, config?: any): Promise<Awaited<R>>
    /** @batch list=0 */
    batch(list: any): Promise<any[]>
    /** @derive */
    $withAuth(token: any): this
    readonly $client: any
  }

  export class Transaction<A = any, B = any, C = any> extends Database {
    /** @throws */
    rollback(): never
    setTransaction(config: any): Promise<void>
  }

  /** `withReplicas(primary, replicas)` writes to the primary. */
  export function withReplicas<D>(primary: D, replicas: any[], pick?: any): D
}

// Every driver and dialect entry: tables are loose, and each driver's database and transaction types are the same ones.
declare module 'drizzle-orm/*' {
  export * from 'drizzle-orm'
  import { Database, Transaction } from 'drizzle-orm'
  export function drizzle<S = any, C = any>(...args: any[]): Database
  export function getTableColumns(table: any): any

  export {
    Database as PgDatabase,
    Database as PgAsyncDatabase,
    Database as MySqlDatabase,
    Database as BaseSQLiteDatabase,
    Database as SingleStoreDatabase,
    Database as NodePgDatabase,
    Database as PostgresJsDatabase,
    Database as NeonDatabase,
    Database as NeonHttpDatabase,
    Database as VercelPgDatabase,
    Database as PgliteDatabase,
    Database as AwsDataApiPgDatabase,
    Database as XataHttpDatabase,
    Database as PgRemoteDatabase,
    Database as BunSQLDatabase,
    Database as MySql2Database,
    Database as PlanetScaleDatabase,
    Database as TiDBServerlessDatabase,
    Database as MySqlRemoteDatabase,
    Database as LibSQLDatabase,
    Database as BetterSQLite3Database,
    Database as BunSQLiteDatabase,
    Database as DrizzleD1Database,
    Database as DrizzleSqliteDODatabase,
    Database as SqliteRemoteDatabase,
    Database as ExpoSQLiteDatabase,
    Transaction as PgTransaction,
    Transaction as MySqlTransaction,
    Transaction as SQLiteTransaction,
    Transaction as SingleStoreTransaction,
    Transaction as NodePgTransaction,
    Transaction as PostgresJsTransaction,
    Transaction as NeonTransaction,
    Transaction as PlanetScaleTransaction,
    Transaction as LibSQLTransaction,
    Transaction as VercelPgTransaction,
  }

  export function pgTable(name: string, columns: any, extra?: any): any
  export function pgTableCreator(name: (name: string) => string): (name: string, columns: any, extra?: any) => any
  export function pgSchema(name: string): any
  export function pgEnum(name: string, values: any): any
  export function mysqlTable(name: string, columns: any, extra?: any): any
  export function mysqlTableCreator(name: (name: string) => string): (name: string, columns: any, extra?: any) => any
  export function mysqlSchema(name: string): any
  export function mysqlEnum(...args: any[]): any
  export function sqliteTable(name: string, columns: any, extra?: any): any
  export function sqliteTableCreator(name: (name: string) => string): (name: string, columns: any, extra?: any) => any
  export function singlestoreTable(name: string, columns: any, extra?: any): any
  export type PgTransactionConfig = any
  export type PgQueryResultHKT = any
  export type PgTable<T = any> = any
}
