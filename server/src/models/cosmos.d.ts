/** @library cosmos */

declare module '@azure/cosmos' {
  export class Items {
    /** @write form=create table=chain data=0 */
    create<T = any>(body: any, options?: any): Promise<any>
    /** @write form=upsert table=chain data=0 */
    upsert<T = any>(body: any, options?: any): Promise<any>
    /**
     * @write form=unknown table=chain data=0
     * @batch list=0
     */
    batch(operations: any, partition?: any, options?: any): Promise<any>
    /** @write form=unknown table=chain data=0 */
    bulk(operations: any, ...rest: any[]): Promise<any>
    /** @read table=chain where=0 */
    query<T = any>(query: any, options?: any): any
    readAll<T = any>(options?: any): any
  }
  export class Item {
    /** @read table=chain */
    read<T = any>(options?: any): Promise<any>
    /** @write form=update table=chain data=0 */
    replace<T = any>(body: any, options?: any): Promise<any>
    /** @write form=update table=chain data=0 */
    patch<T = any>(operations: any, options?: any): Promise<any>
    /** @write form=delete table=chain */
    delete<T = any>(options?: any): Promise<any>
  }
  export class Container {
    readonly items: Items
    /** @modify where=0 */
    item(id: string, partition?: any): Item
  }
  export class Database {
    /** @table arg=0 */
    container(id: string): Container
  }
  export class CosmosClient {
    constructor(options: any)
    database(id: string): Database
  }
}
