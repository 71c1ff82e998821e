/** @library sequelize */

declare module 'sequelize' {
  type Known<T> = 0 extends 1 & T ? never : T
  type Row = { new (...args: any[]): any }
  type Made<C> = C extends new (...args: any[]) => infer T ? T : any

  export class Model<A = any, B = any> {
    /** @pass arg=0 */
    constructor(values?: any, options?: any)
    /** @write form=create data=0 join=1.transaction */
    static create<C extends Row>(this: C, values?: any, options?: any): Promise<Made<C>>
    /** @write form=create data=0 join=1.transaction idempotent=always */
    static bulkCreate<C extends Row, O extends { ignoreDuplicates: true } | { updateOnDuplicate: readonly any[] }>(
      this: C,
      records: any,
      options: Known<O>,
    ): Promise<Made<C>[]>
    /** @write form=create data=0 join=1.transaction */
    static bulkCreate<C extends Row>(this: C, records: any, options?: any): Promise<Made<C>[]>
    /** @write form=upsert data=0 join=1.transaction */
    static upsert<C extends Row>(this: C, values: any, options?: any): Promise<[Made<C>, boolean | null]>
    /** @write form=update where=1.where data=0 join=1.transaction */
    static update(values: any, options?: any): Promise<[number, any]>
    /** @write form=delete where=0.where join=0.transaction */
    static destroy(options?: any): Promise<number>
    /** @write form=update where=0.where join=0.transaction */
    static restore(options?: any): Promise<void>
    /** @write form=delete join=0.transaction */
    static truncate(options?: any): Promise<void>
    /** @write form=increment where=1.where data=0 join=1.transaction */
    static increment(fields: any, options?: any): Promise<any>
    /** @write form=increment where=1.where data=0 join=1.transaction */
    static decrement(fields: any, options?: any): Promise<any>
    // Creates nothing the second time, whatever the row's other values.
    /** @write form=upsert where=0.where data=0.defaults join=0.transaction idempotent=always */
    static findOrCreate<C extends Row>(this: C, options: any): Promise<[Made<C>, boolean]>
    /** @write form=upsert where=0.where data=0.defaults join=0.transaction idempotent=always */
    static findCreateFind<C extends Row>(this: C, options: any): Promise<[Made<C>, boolean]>
    /** @read where=0.where */
    static findOne<C extends Row>(this: C, options?: any): Promise<Made<C> | null>
    /** @read where=0 */
    static findByPk<C extends Row>(this: C, id?: any, options?: any): Promise<Made<C> | null>
    /** @read where=0.where */
    static findAll<C extends Row>(this: C, options?: any): Promise<Made<C>[]>
    /** @read where=0.where */
    static findAndCountAll<C extends Row>(this: C, options?: any): Promise<{ rows: Made<C>[]; count: any }>
    /** @read where=0.where */
    static count(options?: any): Promise<any>
    /** @read where=1.where */
    static sum(field: any, options?: any): Promise<any>
    /** @read where=1.where */
    static max(field: any, options?: any): Promise<any>
    /** @pass arg=0 */
    static build<C extends Row>(this: C, values?: any, options?: any): Made<C>
    static init(attributes: any, options: any): any
    static sync(options?: any): Promise<any>
    static scope<C>(this: C, ...args: any[]): C
    static unscoped<C>(this: C): C
    static belongsTo(target: any, options?: any): any
    static hasMany(target: any, options?: any): any
    static hasOne(target: any, options?: any): any
    static belongsToMany(target: any, options?: any): any
    static addHook(...args: any[]): any
    static readonly sequelize: Sequelize
    static readonly associations: any
    readonly dataValues: any
    /** @write form=save data=this join=0.transaction */
    save(options?: any): Promise<this>
    /** @write form=update where=this data=0 join=1.transaction */
    update(values: any, options?: any): Promise<this>
    /** @write form=delete where=this join=0.transaction */
    destroy(options?: any): Promise<void>
    /** @write form=update where=this join=0.transaction */
    restore(options?: any): Promise<void>
    /** @write form=increment where=this data=0 join=1.transaction */
    increment(fields: any, options?: any): Promise<this>
    /** @write form=increment where=this data=0 join=1.transaction */
    decrement(fields: any, options?: any): Promise<this>
    reload(options?: any): Promise<this>
    set(key: any, value?: any): this
    get(...args: any[]): any
    setDataValue(key: any, value: any): void
    getDataValue(key: any): any
    changed(key?: any): any
    toJSON(): any
  }
  export type ModelStatic<M> = typeof Model & { new (...args: any[]): M }
  export type ModelCtor<M> = ModelStatic<M>

  export class Sequelize {
    constructor(...args: any[])
    /** @transaction run=-1 handle=0 */
    transaction<R>(run: (transaction: Transaction) => PromiseLike<R>): Promise<R>
    /** @transaction run=-1 handle=0 */
    transaction<R>(options: any, run: (transaction: Transaction) => PromiseLike<R>): Promise<R>
    /** @begin */
    transaction(options?: any): Promise<Transaction>
    /** @begin */
    startUnmanagedTransaction(options?: any): Promise<Transaction>
    /** @sql text=0 join=1.transaction */
    query(text: string, options?: any): Promise<any>
    /** @sql text=0.query join=1.transaction */
    query(text: { query: string; values?: any }, options?: any): Promise<any>
    define<M = any>(name: string, attributes?: any, options?: any): typeof Model
    model(name: string): typeof Model
    readonly models: { readonly [name: string]: typeof Model }
    authenticate(options?: any): Promise<void>
    sync(options?: any): Promise<this>
    close(): Promise<void>
    addModels(models: any): void
    escape(value: any): string
    /** @ambient */
    static useCLS(namespace: any): any
    /** @relative text=0 */
    static literal(text: string): any
    static fn(name: string, ...args: any[]): any
    static col(name: string): any
    static readonly Op: any
    static readonly DataTypes: any
  }
  export class Transaction {
    readonly id: string
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    /** @later run=0 */
    afterCommit(run: (transaction: Transaction) => any): void
    static readonly ISOLATION_LEVELS: any
    readonly LOCK: any
    static readonly LOCK: any
  }
  export const Op: any
  export const DataTypes: any
  export const QueryTypes: any
  /** @relative text=0 */
  export function literal(text: string): any
  export function fn(name: string, ...args: any[]): any
  export function col(name: string): any
  export function where(...args: any[]): any
  export class UniqueConstraintError extends Error {}
  export class DatabaseError extends Error {}
  export class ValidationError extends Error {
    readonly errors: any[]
  }
  export type InferAttributes<T, U = any> = any
  export type InferCreationAttributes<T, U = any> = any
  export type CreationOptional<T> = T
  export type Optional<T, K = any> = any
  export type WhereOptions<T = any> = any
}

declare module '@sequelize/core' {
  export * from 'sequelize'
  import { Sequelize as Base, Transaction } from 'sequelize'
  /** From version 7 on, queries join the callback's transaction by themselves. */
  export class Sequelize extends Base {
    /** @transaction run=-1 ambient */
    transaction<R>(run: (transaction: Transaction) => PromiseLike<R>): Promise<R>
    /** @transaction run=-1 ambient */
    transaction<R>(options: any, run: (transaction: Transaction) => PromiseLike<R>): Promise<R>
    /** @begin */
    transaction(options?: any): Promise<Transaction>
  }
}

declare module 'sequelize-typescript' {
  export * from 'sequelize'
  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  export function Table(...args: any[]): any
  export function Column(...args: any[]): any
  export function PrimaryKey(...args: any[]): any
  export function AutoIncrement(...args: any[]): any
  export function AllowNull(...args: any[]): any
  export function Unique(...args: any[]): any
  export function Default(value: any): AnyDecorator
  export function ForeignKey(model: any): AnyDecorator
  export function BelongsTo(...args: any[]): AnyDecorator
  export function HasMany(...args: any[]): AnyDecorator
  export function HasOne(...args: any[]): AnyDecorator
  export function BelongsToMany(...args: any[]): AnyDecorator
  export function Index(...args: any[]): any
  export function CreatedAt(...args: any[]): any
  export function UpdatedAt(...args: any[]): any
  export const DataType: any
}

declare module '@nestjs/sequelize' {
  export function InjectModel(model: any, connection?: any): (target: any, key?: any, index?: any) => any
  export function InjectConnection(connection?: any): (target: any, key?: any, index?: any) => any
  export function getModelToken(model: any, connection?: any): any
  export const SequelizeModule: any
}
