/** @library lucid */

declare module '@adonisjs/lucid/orm' {
  type Row = { new (...args: any[]): any }
  type Made<C> = C extends new (...args: any[]) => infer T ? T : any
  export class BaseModel {
    /** @write form=create data=0 join=1.client */
    static create<C extends Row>(this: C, values: any, options?: any): Promise<Made<C>>
    /** @write form=create data=0 join=1.client */
    static createMany<C extends Row>(this: C, values: any, options?: any): Promise<Made<C>[]>
    /** @write form=upsert where=0 data=1 join=2.client */
    static updateOrCreate<C extends Row>(this: C, search: any, values: any, options?: any): Promise<Made<C>>
    /** @write form=upsert where=0 data=1 join=2.client */
    static updateOrCreateMany<C extends Row>(this: C, key: any, values: any, options?: any): Promise<Made<C>[]>
    /** @write form=upsert where=0 data=1 join=2.client idempotent=always */
    static firstOrCreate<C extends Row>(this: C, search: any, values?: any, options?: any): Promise<Made<C>>
    /** @write form=upsert where=0 data=1 join=2.client idempotent=always */
    static fetchOrCreateMany<C extends Row>(this: C, key: any, values: any, options?: any): Promise<Made<C>[]>
    /** @read where=0 */
    static find<C extends Row>(this: C, id: any, options?: any): Promise<Made<C> | null>
    /** @read where=0 */
    static findOrFail<C extends Row>(this: C, id: any, options?: any): Promise<Made<C>>
    /** @read where=0 */
    static findBy<C extends Row>(this: C, key: any, value?: any, options?: any): Promise<Made<C> | null>
    /** @read where=0 */
    static findByOrFail<C extends Row>(this: C, key: any, value?: any, options?: any): Promise<Made<C>>
    /** @table arg=this */
    static query(options?: any): Query
    static truncate(cascade?: boolean): Promise<void>
    /** @write form=save data=this */
    save(options?: any): Promise<this>
    /** @write form=delete where=this */
    delete(options?: any): Promise<void>
    merge(values: any): this
    fill(values: any): this
    refresh(): Promise<this>
    /** @modify join=0 */
    useTransaction(trx: any): this
    related(name: any): any
    load(...args: any[]): Promise<void>
    $isPersisted: boolean
    $trx: any
  }
  interface Query extends Promise<any> {
    /** @modify where=0 */
    where(...condition: any[]): this
    /** @write form=update table=chain data=0 lazy=await */
    update(values: any): this
    /** @write form=delete table=chain lazy=await */
    delete(): this
    /** @write form=increment table=chain data=1 lazy=await */
    increment(column: string, amount?: number): this
    /** @read table=chain lazy=await */
    first(): Promise<any>
    /** @read table=chain lazy=await */
    firstOrFail(): Promise<any>
    preload(...args: any[]): this
    orderBy(...args: any[]): this
    [clause: string]: any
  }
  type AnyDecorator = (...args: any[]) => (target: any, key?: any, descriptor?: any) => any
  export const column: any
  export const belongsTo: AnyDecorator
  export const hasMany: AnyDecorator
  export const hasOne: AnyDecorator
  export const manyToMany: AnyDecorator
}
declare module '@adonisjs/lucid/services/db' {
  interface Executor {
    /** @table arg=0 */
    from(table: string): any
    /** @table arg=0 */
    table(table: string): any
    /** @sql */
    rawQuery(text: string, values?: any): Promise<any>
  }
  interface Transaction extends Executor {
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
  }
  interface Database extends Executor {
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (trx: Transaction) => R, options?: any): Promise<Awaited<R>>
    /** @begin */
    transaction(options?: any): Promise<Transaction>
  }
  const db: Database
  export default db
}
