/** @library dynamoose */

declare module 'dynamoose' {
  interface Model {
    new (values?: any): Item
    // Fails when the item is there, unless told to overwrite.
    /** @write form=create data=0 idempotent=always */
    create(values: any, options?: any): Promise<Item>
    /** @write form=update where=0 data=1 */
    update(key: any, values?: any, options?: any): Promise<any>
    /** @write form=delete where=0 */
    delete(key: any, options?: any): Promise<any>
    /** @write form=upsert data=0 */
    batchPut(items: any, options?: any): Promise<any>
    /** @write form=delete where=0 */
    batchDelete(keys: any, options?: any): Promise<any>
    /** @read where=0 */
    get(key: any, options?: any): Promise<any>
    /** @read where=0 */
    query(condition?: any): any
    /** @read where=0 */
    scan(condition?: any): any
    readonly transaction: Staged
  }
  interface Staged {
    /** @write form=create data=0 lazy=await idempotent=always */
    create(values: any, options?: any): any
    /** @write form=update where=0 data=1 lazy=await */
    update(key: any, values?: any, options?: any): any
    /** @write form=delete where=0 lazy=await */
    delete(key: any): any
  }
  export interface Item {
    /** @write form=save data=this */
    save(options?: any): Promise<this>
    /** @write form=delete where=this */
    delete(options?: any): Promise<void>
    [attribute: string]: any
  }
  export function model<T = any>(name: string, schema?: any, options?: any): Model
  /** @batch list=0 */
  export function transaction(list: any, options?: any): Promise<any>
  export class Schema {
    constructor(definition: any, options?: any)
  }
  export const aws: any
  export const Table: any
}
