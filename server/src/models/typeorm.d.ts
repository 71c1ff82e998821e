/** @library typeorm */

declare module 'typeorm' {
  export type EntityTarget<E> = (new (...args: any[]) => E) | string | { readonly name: string; readonly options?: any }
  export type ObjectLiteral = any
  export type DeepPartial<T> = any
  export type FindOptionsWhere<T> = any

  export class Repository<Entity = any> {
    readonly manager: EntityManager
    readonly target: any
    readonly metadata: any
    /** @write form=save table=type data=0 */
    save(entity: any, options?: any): Promise<Entity & any>
    /** @write form=create table=type data=0 */
    insert(entity: any): Promise<any>
    /** @write form=update table=type where=0 data=1 */
    update(criteria: any, partial: any): Promise<any>
    /** @write form=update table=type data=0 */
    updateAll(partial: any): Promise<any>
    /** @write form=upsert table=type data=0 */
    upsert(entity: any, conflictPaths: any): Promise<any>
    /** @write form=delete table=type where=0 */
    delete(criteria: any): Promise<any>
    /** @write form=delete table=type */
    deleteAll(): Promise<any>
    /** @write form=delete table=type where=0 */
    remove(entity: any, options?: any): Promise<any>
    /** @write form=delete table=type where=0 */
    softDelete(criteria: any): Promise<any>
    /** @write form=delete table=type where=0 */
    softRemove(entity: any, options?: any): Promise<any>
    /** @write form=update table=type where=0 */
    restore(criteria: any): Promise<any>
    /** @write form=update table=type where=0 */
    recover(entity: any, options?: any): Promise<any>
    /** @write form=increment table=type where=0 data=2 */
    increment(conditions: any, property: string, value: any): Promise<any>
    /** @write form=increment table=type where=0 data=2 */
    decrement(conditions: any, property: string, value: any): Promise<any>
    /** @write form=delete table=type */
    clear(): Promise<void>
    /** @sql */
    query(text: string, parameters?: any): Promise<any>
    /** @pass arg=0 */
    create(entity?: any): any
    /** @pass arg=0 */
    merge(entity: any, ...others: any[]): any
    preload(entity: any): Promise<any>
    /** @read table=type where=0.where */
    find(options?: any): Promise<any[]>
    /** @read table=type where=0 */
    findBy(where: any): Promise<any[]>
    /** @read table=type where=0.where */
    findAndCount(options?: any): Promise<[any[], number]>
    /** @read table=type where=0 */
    findAndCountBy(where: any): Promise<[any[], number]>
    /** @read table=type where=0 */
    findByIds(ids: any): Promise<any[]>
    /** @read table=type where=0.where */
    findOne(options: any, more?: any): Promise<any>
    /** @read table=type where=0 */
    findOneBy(where: any): Promise<any>
    /** @read table=type where=0.where */
    findOneOrFail(options: any, more?: any): Promise<any>
    /** @read table=type where=0 */
    findOneByOrFail(where: any): Promise<any>
    /** @read table=type where=0.where */
    count(options?: any): Promise<number>
    /** @read table=type where=0 */
    countBy(where: any): Promise<number>
    /** @read table=type where=0.where */
    exists(options?: any): Promise<boolean>
    /** @read table=type where=0.where */
    exist(options?: any): Promise<boolean>
    /** @read table=type where=0 */
    existsBy(where: any): Promise<boolean>
    /** @read table=type where=1 */
    sum(column: any, where?: any): Promise<number | null>
    /** @derive */
    createQueryBuilder(alias?: string, runner?: QueryRunner): QueryBuilder<Entity>
    /** @derive */
    extend<M>(members: M): this & M
  }
  export class TreeRepository<Entity = any> extends Repository<Entity> {}
  export class AbstractRepository<Entity = any> {
    protected readonly manager: EntityManager
    protected readonly repository: Repository<Entity>
    protected createQueryBuilder(alias: string): QueryBuilder<Entity>
    protected getRepositoryFor<E>(target: EntityTarget<E>): Repository<E>
  }
  export class MongoRepository<Entity = any> extends Repository<Entity> {
    /** @write form=create table=type data=0 */
    insertOne(document: any, options?: any): Promise<any>
    /** @write form=create table=type data=0 */
    insertMany(documents: any, options?: any): Promise<any>
    /** @write form=update table=type where=0 data=1 */
    updateOne(query: any, update: any, options?: any): Promise<any>
    /** @write form=update table=type where=0 data=1 */
    updateMany(query: any, update: any, options?: any): Promise<any>
    /** @write form=update table=type where=0 data=1 */
    findOneAndUpdate(query: any, update: any, options?: any): Promise<any>
    /** @write form=update table=type where=0 data=1 */
    replaceOne(query: any, document: any, options?: any): Promise<any>
    /** @write form=delete table=type where=0 */
    deleteOne(query: any, options?: any): Promise<any>
    /** @write form=delete table=type where=0 */
    deleteMany(query: any, options?: any): Promise<any>
    /** @write form=unknown table=type data=0 */
    bulkWrite(operations: any, options?: any): Promise<any>
  }

  export class EntityManager {
    readonly connection: DataSource
    readonly queryRunner?: QueryRunner
    /** @write form=save table=0 data=1 */
    save<E>(target: EntityTarget<E>, entity: any, options?: any): Promise<any>
    /** @write form=save table=0 data=0 */
    save<E>(entity: E, options?: any): Promise<any>
    /** @write form=create table=0 data=1 */
    insert(target: any, entity: any): Promise<any>
    /** @write form=update table=0 where=1 data=2 */
    update(target: any, criteria: any, partial: any): Promise<any>
    /** @write form=upsert table=0 data=1 */
    upsert(target: any, entity: any, conflictPaths: any): Promise<any>
    /** @write form=delete table=0 where=1 */
    delete(target: any, criteria: any): Promise<any>
    /** @write form=delete table=0 where=1 */
    remove<E>(target: EntityTarget<E>, entity: any, options?: any): Promise<any>
    /** @write form=delete table=0 where=0 */
    remove(entity: any, options?: any): Promise<any>
    /** @write form=delete table=0 where=1 */
    softDelete(target: any, criteria: any): Promise<any>
    /** @write form=delete table=0 where=1 */
    softRemove<E>(target: EntityTarget<E>, entity: any, options?: any): Promise<any>
    /** @write form=delete table=0 where=0 */
    softRemove(entity: any, options?: any): Promise<any>
    /** @write form=update table=0 where=1 */
    restore(target: any, criteria: any): Promise<any>
    /** @write form=update table=0 where=0 */
    recover(entity: any, options?: any): Promise<any>
    /** @write form=increment table=0 where=1 data=3 */
    increment(target: any, conditions: any, property: string, value: any): Promise<any>
    /** @write form=increment table=0 where=1 data=3 */
    decrement(target: any, conditions: any, property: string, value: any): Promise<any>
    /** @write form=delete table=0 */
    clear(target: any): Promise<void>
    /** @sql */
    query(text: string, parameters?: any): Promise<any>
    /** @sql */
    sql(text: any, ...values: any[]): Promise<any>
    /** @pass arg=1 */
    create(target: any, entity?: any): any
    /** @pass arg=1 */
    merge(target: any, entity: any, ...others: any[]): any
    preload(target: any, entity: any): Promise<any>
    /** @read table=0 where=1.where */
    find(target: any, options?: any): Promise<any[]>
    /** @read table=0 where=1 */
    findBy(target: any, where: any): Promise<any[]>
    /** @read table=0 where=1.where */
    findAndCount(target: any, options?: any): Promise<[any[], number]>
    /** @read table=0 where=1.where */
    findOne(target: any, options?: any, more?: any): Promise<any>
    /** @read table=0 where=1 */
    findOneBy(target: any, where: any): Promise<any>
    /** @read table=0 where=1.where */
    findOneOrFail(target: any, options?: any, more?: any): Promise<any>
    /** @read table=0 where=1 */
    findOneByOrFail(target: any, where: any): Promise<any>
    /** @read table=0 where=1.where */
    count(target: any, options?: any): Promise<number>
    /** @read table=0 where=1 */
    countBy(target: any, where: any): Promise<number>
    /** @read table=0 where=1.where */
    exists(target: any, options?: any): Promise<boolean>
    /** @read table=0 where=1 */
    existsBy(target: any, where: any): Promise<boolean>
    /** @derive table=0 */
    getRepository<E>(target: EntityTarget<E>): Repository<E>
    /** @derive table=0 */
    getTreeRepository<E>(target: EntityTarget<E>): TreeRepository<E>
    /** @derive table=0 */
    getMongoRepository<E>(target: EntityTarget<E>): MongoRepository<E>
    /** @derive */
    getCustomRepository<R>(repository: new (...args: any[]) => R): R
    /** @derive */
    withRepository<R>(repository: R): R
    /** @derive */
    createQueryBuilder(target?: any, alias?: string): QueryBuilder
    /** @transaction run=-1 handle=0 */
    transaction<R>(run: (manager: EntityManager) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    transaction<R>(isolation: any, run: (manager: EntityManager) => R): Promise<Awaited<R>>
  }

  export class DataSource {
    constructor(options: any)
    /** @derive */
    readonly manager: EntityManager
    /** @derive */
    readonly mongoManager: EntityManager
    readonly isInitialized: boolean
    readonly options: any
    initialize(): Promise<this>
    destroy(): Promise<void>
    connect(): Promise<this>
    close(): Promise<void>
    /** @sql */
    query(text: string, parameters?: any, runner?: QueryRunner): Promise<any>
    /** @sql */
    sql(text: any, ...values: any[]): Promise<any>
    /** @derive table=0 */
    getRepository<E>(target: EntityTarget<E>): Repository<E>
    /** @derive table=0 */
    getTreeRepository<E>(target: EntityTarget<E>): TreeRepository<E>
    /** @derive table=0 */
    getMongoRepository<E>(target: EntityTarget<E>): MongoRepository<E>
    /** @derive */
    getCustomRepository<R>(repository: new (...args: any[]) => R): R
    /** @derive */
    createQueryBuilder(target?: any, alias?: string, runner?: QueryRunner): QueryBuilder
    createQueryRunner(mode?: any): QueryRunner
    createEntityManager(runner?: QueryRunner): EntityManager
    /** @transaction run=-1 handle=0 */
    transaction<R>(run: (manager: EntityManager) => R): Promise<Awaited<R>>
    /** @transaction run=-1 handle=0 */
    transaction<R>(isolation: any, run: (manager: EntityManager) => R): Promise<Awaited<R>>
    synchronize(drop?: boolean): Promise<void>
    runMigrations(options?: any): Promise<any>
  }
  export { DataSource as Connection }

  export interface QueryRunner {
    /** @derive */
    readonly manager: EntityManager
    readonly isTransactionActive: boolean
    readonly isReleased: boolean
    connect(): Promise<any>
    release(): Promise<void>
    /** @begin */
    startTransaction(isolation?: any): Promise<void>
    /** @commit */
    commitTransaction(): Promise<void>
    /** @rollback */
    rollbackTransaction(): Promise<void>
    /** @sql */
    query(text: string, parameters?: any): Promise<any>
    /** @sql */
    sql(text: any, ...values: any[]): Promise<any>
  }

  /** One type for all builders: `insert()` and its like choose the write, `execute()` runs it. Not thenable. */
  export class QueryBuilder<Entity = any> {
    /** @write form=create table=type lazy=run */
    insert(): this
    /** @write form=update table=type lazy=run */
    update(): this
    /** @write form=update table=0 data=1 lazy=run */
    update<E>(target: EntityTarget<E>, values?: any): this
    /** @write form=update table=type data=0 lazy=run */
    update(values: any): this
    /** @write form=delete table=type lazy=run */
    delete(): this
    /** @write form=delete table=type lazy=run */
    softDelete(): this
    /** @write form=update table=type lazy=run */
    restore(): this
    /** @derive */
    relation(property: any, more?: any): RelationQueryBuilder
    /** @modify table=0 */
    into(target: any, columns?: any): this
    /** @modify table=0 */
    from(target: any, alias?: any): this
    /** @modify data=0 */
    values(values: any): this
    /** @modify data=0 */
    set(values: any): this
    /** @modify idempotent */
    orUpdate(...args: any[]): this
    /** @modify idempotent */
    orIgnore(statement?: any): this
    /** @modify idempotent */
    onConflict(statement: string): this
    /** @modify where=0 */
    where(condition: any, parameters?: any): this
    /** @modify where=0 */
    andWhere(condition: any, parameters?: any): this
    orWhere(condition: any, parameters?: any): this
    /** @modify where=0 */
    whereInIds(ids: any): this
    setParameter(name: string, value: any): this
    setParameters(values: any): this
    returning(columns: any): this
    updateEntity(enabled: boolean): this
    select(...args: any[]): this
    addSelect(...args: any[]): this
    distinct(value?: any): this
    leftJoin(...args: any[]): this
    innerJoin(...args: any[]): this
    leftJoinAndSelect(...args: any[]): this
    innerJoinAndSelect(...args: any[]): this
    leftJoinAndMapOne(...args: any[]): this
    orderBy(...args: any[]): this
    addOrderBy(...args: any[]): this
    groupBy(...args: any[]): this
    addGroupBy(...args: any[]): this
    having(...args: any[]): this
    limit(count?: number): this
    offset(count?: number): this
    take(count?: number): this
    skip(count?: number): this
    setLock(...args: any[]): this
    useTransaction(enabled: boolean): this
    withDeleted(): this
    /** @modify join=0 */
    setQueryRunner(runner: QueryRunner): this
    subQuery(): this
    clone(): this
    getQuery(): string
    /** @run */
    execute(): Promise<any>
    /** @read table=type */
    getOne(): Promise<any>
    /** @read table=type */
    getOneOrFail(): Promise<any>
    /** @read table=type */
    getMany(): Promise<any[]>
    /** @read table=type */
    getManyAndCount(): Promise<[any[], number]>
    /** @read table=type */
    getRawOne<T = any>(): Promise<any>
    /** @read table=type */
    getRawMany<T = any>(): Promise<any[]>
    /** @read table=type */
    getRawAndEntities(): Promise<any>
    /** @read table=type */
    getCount(): Promise<number>
    /** @read table=type */
    getExists(): Promise<boolean>
  }
  export {
    QueryBuilder as SelectQueryBuilder,
    QueryBuilder as InsertQueryBuilder,
    QueryBuilder as UpdateQueryBuilder,
    QueryBuilder as DeleteQueryBuilder,
    QueryBuilder as SoftDeleteQueryBuilder,
  }

  export class RelationQueryBuilder {
    /** @derive */
    of(entity: any): this
    /** @write form=relate table=receiver data=0 */
    add(value: any): Promise<void>
    /** @write form=relate table=receiver data=0 */
    remove(value: any): Promise<void>
    /** @write form=relate table=receiver data=0 */
    set(value: any): Promise<void>
    /** @write form=relate table=receiver data=0 */
    addAndRemove(added: any, removed: any): Promise<void>
  }

  export class BaseEntity {
    /** @write form=save data=this */
    save(options?: any): Promise<this>
    /** @write form=delete where=this */
    remove(options?: any): Promise<this>
    /** @write form=delete where=this */
    softRemove(options?: any): Promise<this>
    /** @write form=update where=this */
    recover(options?: any): Promise<this>
    reload(): Promise<void>
    static useDataSource(source: any): void
    /** @derive */
    static getRepository(): Repository
    /** @pass arg=0 */
    static create<E>(this: new (...args: any[]) => E, entity?: any): E
    /** @write form=save data=0 */
    static save(entity: any, options?: any): Promise<any>
    /** @write form=create data=0 */
    static insert(entity: any): Promise<any>
    /** @write form=update where=0 data=1 */
    static update(criteria: any, partial: any): Promise<any>
    /** @write form=upsert data=0 */
    static upsert(entity: any, conflictPaths: any): Promise<any>
    /** @write form=delete where=0 */
    static delete(criteria: any): Promise<any>
    /** @write form=delete where=0 */
    static remove(entity: any, options?: any): Promise<any>
    /** @write form=delete where=0 */
    static softRemove(entity: any, options?: any): Promise<any>
    /** @write form=increment where=0 data=2 */
    static increment(conditions: any, property: string, value: any): Promise<any>
    /** @write form=increment where=0 data=2 */
    static decrement(conditions: any, property: string, value: any): Promise<any>
    /** @write form=delete */
    static clear(): Promise<void>
    /** @sql */
    static query(text: string, parameters?: any): Promise<any>
    /** @read where=0.where */
    static find<E>(this: new (...args: any[]) => E, options?: any): Promise<E[]>
    /** @read where=0 */
    static findBy<E>(this: new (...args: any[]) => E, where: any): Promise<E[]>
    /** @read where=0.where */
    static findOne<E>(this: new (...args: any[]) => E, options?: any, more?: any): Promise<E | null>
    /** @read where=0 */
    static findOneBy<E>(this: new (...args: any[]) => E, where: any): Promise<E | null>
    /** @read where=0.where */
    static findOneOrFail<E>(this: new (...args: any[]) => E, options: any): Promise<E>
    /** @read where=0 */
    static findOneByOrFail<E>(this: new (...args: any[]) => E, where: any): Promise<E>
    /** @read where=0.where */
    static count(options?: any): Promise<number>
    /** @derive */
    static createQueryBuilder(alias?: string): QueryBuilder
  }

  export function getRepository<E>(target: EntityTarget<E>, connection?: string): Repository<E>
  export function getTreeRepository<E>(target: EntityTarget<E>, connection?: string): TreeRepository<E>
  export function getMongoRepository<E>(target: EntityTarget<E>, connection?: string): MongoRepository<E>
  export function getCustomRepository<R>(repository: new (...args: any[]) => R, connection?: string): R
  export function getManager(connection?: string): EntityManager
  export function getConnection(connection?: string): DataSource
  export function getConnectionManager(): { get(name?: string): DataSource; has(name: string): boolean; create(options: any): DataSource }
  export function createConnection(options?: any): Promise<DataSource>
  export function createQueryBuilder(target?: any, alias?: string): QueryBuilder

  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  export function Entity(...args: any[]): AnyDecorator
  export function ChildEntity(...args: any[]): AnyDecorator
  export function EntityRepository(...args: any[]): AnyDecorator
  export function EventSubscriber(): AnyDecorator
  export function Column(...args: any[]): AnyDecorator
  export function PrimaryColumn(...args: any[]): AnyDecorator
  export function PrimaryGeneratedColumn(...args: any[]): AnyDecorator
  export function ObjectIdColumn(...args: any[]): AnyDecorator
  export function CreateDateColumn(...args: any[]): AnyDecorator
  export function UpdateDateColumn(...args: any[]): AnyDecorator
  export function DeleteDateColumn(...args: any[]): AnyDecorator
  export function VersionColumn(...args: any[]): AnyDecorator
  export function Generated(...args: any[]): AnyDecorator
  export function Index(...args: any[]): AnyDecorator
  export function Unique(...args: any[]): AnyDecorator
  export function Check(...args: any[]): AnyDecorator
  export function OneToOne(...args: any[]): AnyDecorator
  export function OneToMany(...args: any[]): AnyDecorator
  export function ManyToOne(...args: any[]): AnyDecorator
  export function ManyToMany(...args: any[]): AnyDecorator
  export function JoinColumn(...args: any[]): AnyDecorator
  export function JoinTable(...args: any[]): AnyDecorator
  export function RelationId(...args: any[]): AnyDecorator
  /**
   * Before 0.3: the decorated method runs in a transaction.
   * @transaction run=0 ambient
   */
  export function Transaction(...args: any[]): AnyDecorator
  export function TransactionManager(): AnyDecorator
  export function TransactionRepository(...args: any[]): AnyDecorator
  /** @pass arg=0 */
  export function In(values: any): any
  /** @pass arg=0 */
  export function Not(value: any): any
  /** @pass arg=0 */
  export function Equal(value: any): any
  export function IsNull(): any
  export function LessThan(value: any): any
  export function MoreThan(value: any): any
  export function Between(low: any, high: any): any
  export function Like(pattern: string): any
  export function ILike(pattern: string): any
  export function Raw(...args: any[]): any
  export class QueryFailedError extends Error {
    readonly driverError: any
  }
  export class EntityNotFoundError extends Error {}
}

declare module '@nestjs/typeorm' {
  export function InjectRepository(entity: any, source?: any): (target: any, key?: any, index?: any) => any
  export function InjectDataSource(source?: any): (target: any, key?: any, index?: any) => any
  export function InjectConnection(source?: any): (target: any, key?: any, index?: any) => any
  export function InjectEntityManager(source?: any): (target: any, key?: any, index?: any) => any
  export function getRepositoryToken(entity: any, source?: any): any
  export function getDataSourceToken(source?: any): any
  export const TypeOrmModule: any
}

// Ambient: every repository of the data source joins inside the decorated method or callback.
declare module 'typeorm-transactional' {
  /** @transaction run=0 ambient */
  export function Transactional(options?: any): (target: any, key?: any, descriptor?: any) => any
  /** @transaction run=0 ambient */
  export function runInTransaction<R>(run: () => R, options?: any): R
  /** @transaction run=0 ambient wraps */
  export function wrapInTransaction<F>(run: F, options?: any): F
  /** @later run=0 */
  export function runOnTransactionCommit(run: () => void): void
  /** @later run=0 */
  export function runOnTransactionRollback(run: (error: Error) => void): void
  /** @later run=0 */
  export function runOnTransactionComplete(run: (error?: Error) => void): void
  export function initializeTransactionalContext(options?: any): any
  export function addTransactionalDataSource(source: any): any
  export const Propagation: any
  export const IsolationLevel: any
}
declare module 'typeorm-transactional-cls-hooked' {
  export * from 'typeorm-transactional'
  export { Repository as BaseRepository } from 'typeorm'
}
