/** @library datastore */

declare module '@google-cloud/datastore' {
  export class Transaction {
    run(options?: any): Promise<any>
    /** @write form=upsert table=0.key where=0.key data=0.data lazy=sync */
    save(entities: any): void
    /** @write form=create table=0.key where=0.key data=0.data lazy=sync */
    insert(entities: any): void
    /** @write form=update table=0.key where=0.key data=0.data lazy=sync */
    update(entities: any): void
    /** @write form=upsert table=0.key where=0.key data=0.data lazy=sync */
    upsert(entities: any): void
    /** @write form=delete table=0 where=0 lazy=sync */
    delete(keys: any): void
    /** @read table=0 where=0 */
    get(keys: any): Promise<any>
    /** @commit */
    commit(options?: any): Promise<any>
    /** @rollback */
    rollback(): Promise<any>
  }
  export class Datastore {
    constructor(options?: any)
    /** @pass arg=0 */
    key(path: any): any
    /** @write form=upsert table=0.key where=0.key data=0.data */
    save(entities: any): Promise<any>
    /** @write form=create table=0.key where=0.key data=0.data */
    insert(entities: any): Promise<any>
    /** @write form=update table=0.key where=0.key data=0.data */
    update(entities: any): Promise<any>
    /** @write form=upsert table=0.key where=0.key data=0.data */
    upsert(entities: any): Promise<any>
    /** @write form=update table=0.key where=0.key data=0.data */
    merge(entities: any): Promise<any>
    /** @write form=delete table=0 where=0 */
    delete(keys: any): Promise<any>
    /** @read table=0 where=0 */
    get(keys: any): Promise<any>
    /** @read table=0 */
    runQuery(query: any): Promise<any>
    createQuery(...args: any[]): any
    /** @stage */
    transaction(options?: any): Transaction
  }
}
