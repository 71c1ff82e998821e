/** @library electrodb */

// Nothing is sent before `go()`.
declare module 'electrodb' {
  interface Operation {
    /** @modify data=0 */
    set(values: any): this
    /** @modify data=0 form=increment */
    add(values: any): this
    /** @modify data=0 form=increment */
    subtract(values: any): this
    /** @modify data=0 form=increment */
    append(values: any): this
    /** @modify data=0 */
    data(run: any): this
    remove(fields: any): this
    delete(values: any): this
    /** @modify where=0 */
    where(run: any): this
    ifNotExists(...args: any[]): this
    composite(values: any): this
    commit(options?: any): this
    params(options?: any): any
    /** @run */
    go(options?: any): Promise<any>
  }
  export class Entity<A = any, F = any, C = any, S = any> {
    constructor(definition: any, options?: any)
    /** @write form=create data=0 lazy=run idempotent=always */
    create(values: any): Operation
    /** @write form=upsert data=0 lazy=run */
    put(values: any): Operation
    /** @write form=upsert data=0 lazy=run */
    upsert(values: any): Operation
    /** @write form=update where=0 lazy=run */
    update(key: any): Operation
    /** @write form=update where=0 lazy=run */
    patch(key: any): Operation
    /** @write form=delete where=0 lazy=run */
    delete(key: any): Operation
    /** @write form=delete where=0 lazy=run */
    remove(key: any): Operation
    /** @read where=0 lazy=run */
    get(key: any): Operation
    readonly query: { readonly [index: string]: (key: any) => any }
    readonly scan: any
  }
  interface Entities {
    readonly entities: { readonly [name: string]: Entity }
    readonly transaction: Transactions
    readonly collections: any
  }
  interface Transactions {
    /** @transaction run=0 handle=0 */
    write(build: (entities: { readonly [name: string]: Entity }) => any): Operation
    get(build: any): Operation
  }
  export class Service implements Entities {
    constructor(entities: any, options?: any)
    readonly entities: { readonly [name: string]: Entity }
    readonly transaction: Transactions
    readonly collections: any
  }
  export type EntityItem<E> = any
  export type CreateEntityItem<E> = any
}
