/** @library mikro-orm */

// `persist`, `assign` and changed entities wait for `flush`, which is one transaction of its own.
declare module '@mikro-orm/core' {
  export type EntityName<T> = (new (...args: any[]) => T) | string | { name: string }
  export type EntityData<T> = any
  export type RequiredEntityData<T> = any
  export type FilterQuery<T> = any
  export type Loaded<T, P = any> = T

  export class EntityManager<D = any> {
    /** @write form=save */
    flush(): Promise<void>
    persist(entity: any): this
    remove(entity: any): this
    /** @write form=save table=0 data=0 */
    persistAndFlush(entity: any): Promise<void>
    /** @write form=delete table=0 where=0 */
    removeAndFlush(entity: any): Promise<void>
    /** @write form=create table=0 data=1 */
    insert<T>(target: EntityName<T>, values: any, options?: any): Promise<any>
    /** @write form=create table=0 data=0 */
    insert<T>(entity: T): Promise<any>
    /** @write form=create table=0 data=1 */
    insertMany(target: any, values?: any, options?: any): Promise<any>
    /** @write form=upsert table=0 data=1 */
    upsert<T>(target: EntityName<T>, values: any, options?: any): Promise<T>
    /** @write form=upsert table=0 data=0 */
    upsert<T>(entity: T): Promise<T>
    /** @write form=upsert table=0 data=1 */
    upsertMany(target: any, values?: any, options?: any): Promise<any>
    /** @write form=update table=0 where=1 data=2 */
    nativeUpdate(target: any, where: any, values: any, options?: any): Promise<number>
    /** @write form=delete table=0 where=1 */
    nativeDelete(target: any, where: any, options?: any): Promise<number>
    /** @sql */
    execute(text: any, values?: any): Promise<any>
    /** @pass arg=1 */
    create<T>(target: EntityName<T>, values: any, options?: any): T
    /** @pass arg=1 */
    assign<T>(entity: T, values: any, options?: any): T
    merge<T>(target: any, values?: any): T
    map(target: any, values: any): any
    /** @read table=0 where=1 */
    find<T>(target: EntityName<T>, where?: any, options?: any): Promise<T[]>
    /** @read table=0 where=1 */
    findOne<T>(target: EntityName<T>, where?: any, options?: any): Promise<T | null>
    /** @read table=0 where=1 */
    findOneOrFail<T>(target: EntityName<T>, where?: any, options?: any): Promise<T>
    /** @read table=0 where=1 */
    findAndCount<T>(target: EntityName<T>, where?: any, options?: any): Promise<[T[], number]>
    /** @read table=0 where=1 */
    count(target: any, where?: any, options?: any): Promise<number>
    getReference<T>(target: EntityName<T>, id: any): T
    populate(entities: any, fields: any, options?: any): Promise<any>
    refresh(entity: any): Promise<any>
    /** @derive table=0 */
    getRepository<T>(target: EntityName<T>): EntityRepository<T>
    /** @derive */
    getConnection(): any
    /** @derive */
    createQueryBuilder<T>(target: EntityName<T>, alias?: string): QueryBuilder
    /** @derive */
    qb<T>(target: EntityName<T>, alias?: string): QueryBuilder
    getKnex(): import('knex').Knex
    getKysely(): import('kysely').Kysely
    /** @transaction run=0 ambient */
    transactional<R>(run: (em: this) => R, options?: any): Promise<Awaited<R>>
    /** @begin */
    begin(options?: any): Promise<void>
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    lock(...args: any[]): Promise<void>
    fork(options?: any): this
    clear(): void
    isInTransaction(): boolean
  }
  export { EntityManager as SqlEntityManager }

  export class EntityRepository<T = any> {
    /** @derive */
    getEntityManager(): EntityManager
    /** @derive */
    protected readonly em: EntityManager
    /** @write form=save table=type */
    flush(): Promise<void>
    persist(entity: any): any
    remove(entity: any): any
    /** @write form=save table=type data=0 */
    persistAndFlush(entity: any): Promise<void>
    /** @write form=delete table=type where=0 */
    removeAndFlush(entity: any): Promise<void>
    /** @write form=create table=type data=0 */
    insert(values: any, options?: any): Promise<any>
    /** @write form=create table=type data=0 */
    insertMany(values: any, options?: any): Promise<any>
    /** @write form=upsert table=type data=0 */
    upsert(values: any, options?: any): Promise<T>
    /** @write form=upsert table=type data=0 */
    upsertMany(values: any, options?: any): Promise<T[]>
    /** @write form=update table=type where=0 data=1 */
    nativeUpdate(where: any, values: any, options?: any): Promise<number>
    /** @write form=delete table=type where=0 */
    nativeDelete(where: any, options?: any): Promise<number>
    /** @pass arg=0 */
    create(values: any, options?: any): T
    /** @pass arg=1 */
    assign(entity: any, values: any): T
    /** @read table=type where=0 */
    find(where?: any, options?: any): Promise<T[]>
    /** @read table=type where=0 */
    findOne(where?: any, options?: any): Promise<T | null>
    /** @read table=type where=0 */
    findOneOrFail(where?: any, options?: any): Promise<T>
    /** @read table=type where=0.where */
    findAll(options?: any): Promise<T[]>
    /** @read table=type where=0 */
    findAndCount(where?: any, options?: any): Promise<[T[], number]>
    /** @read table=type where=0 */
    count(where?: any, options?: any): Promise<number>
    /** @derive */
    createQueryBuilder(alias?: string): QueryBuilder
    /** @derive */
    qb(alias?: string): QueryBuilder
    getReference(id: any): T
    getKnex(): import('knex').Knex
  }

  export interface QueryBuilder<T = any> {
    /** @write form=create table=type data=0 lazy=run */
    insert(values: any): this
    /** @write form=update table=type data=0 lazy=run */
    update(values: any): this
    /** @write form=delete table=type lazy=run */
    delete(where?: any): this
    onConflict(fields?: any): this
    /** @modify idempotent */
    merge(values?: any): this
    /** @modify idempotent */
    ignore(): this
    /** @modify where=0 */
    where(...condition: any[]): this
    /** @modify where=0 */
    andWhere(...condition: any[]): this
    select(...fields: any[]): this
    leftJoinAndSelect(...args: any[]): this
    orderBy(...args: any[]): this
    limit(count?: number): this
    /** @run */
    execute(...args: any[]): Promise<any>
    /** @run */
    run(...args: any[]): Promise<any>
    /** @read table=type */
    getResult(): Promise<any[]>
    /** @read table=type */
    getResultList(): Promise<any[]>
    /** @read table=type */
    getSingleResult(): Promise<any>
  }

  export class MikroORM<D = any> {
    static init(options?: any): Promise<MikroORM>
    readonly em: EntityManager
    close(force?: boolean): Promise<void>
    readonly schema: any
    readonly migrator: any
  }
  export const RequestContext: any
  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  /** @transaction run=0 ambient */
  export function Transactional(options?: any): AnyDecorator
  export function CreateRequestContext(...args: any[]): AnyDecorator
  export function EnsureRequestContext(...args: any[]): AnyDecorator
  export function Entity(options?: any): AnyDecorator
  export function Property(options?: any): AnyDecorator
  export function PrimaryKey(options?: any): AnyDecorator
  export function ManyToOne(...args: any[]): AnyDecorator
  export function OneToMany(...args: any[]): AnyDecorator
  export function OneToOne(...args: any[]): AnyDecorator
  export function ManyToMany(...args: any[]): AnyDecorator
  export function Enum(options?: any): AnyDecorator
  export function Unique(options?: any): AnyDecorator
  export function Index(options?: any): AnyDecorator
  /** @relative text=0 */
  export function raw(text: any, ...values: any[]): any
  /** @pass arg=0 */
  export function wrap<T>(entity: T): any
}
declare module '@mikro-orm/*' {
  export * from '@mikro-orm/core'
}
declare module '@mikro-orm/nestjs' {
  export function InjectRepository(entity: any, context?: any): (target: any, key?: any, index?: any) => any
  export function InjectEntityManager(context?: any): (target: any, key?: any, index?: any) => any
  export function InjectMikroORM(context?: any): (target: any, key?: any, index?: any) => any
  export const MikroOrmModule: any
}
