/** @library pocketbase */

declare module 'pocketbase' {
  interface Records {
    /** @write form=create table=chain data=0 */
    create<T = any>(values: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 */
    update<T = any>(id: string, values: any, options?: any): Promise<any>
    /** @write form=upsert table=chain data=0 */
    upsert<T = any>(values: any, options?: any): Promise<any>
    /** @write form=delete table=chain where=0 */
    delete(id: string, options?: any): Promise<boolean>
    /** @read table=chain where=0 */
    getOne<T = any>(id: string, options?: any): Promise<any>
    /** @read table=chain where=0 */
    getFirstListItem<T = any>(filter: string, options?: any): Promise<any>
    /** @read table=chain */
    getList<T = any>(page?: number, size?: number, options?: any): Promise<any>
    /** @read table=chain */
    getFullList<T = any>(...options: any[]): Promise<any[]>
    authWithPassword(...args: any[]): Promise<any>
    subscribe(...args: any[]): Promise<any>
  }
  interface Batch {
    /** @table arg=0 */
    collection(name: string): Records
    /** @commit */
    send(options?: any): Promise<any>
  }
  export class Client {
    constructor(url?: string, ...rest: any[])
    /** @table arg=0 */
    collection<T = any>(name: string): Records
    /** @stage */
    createBatch(): Batch
    filter(text: string, values?: any): string
    readonly authStore: any
    readonly admins: any
    autoCancellation(enabled: boolean): this
  }
  export default Client
}
