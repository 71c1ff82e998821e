/** @library directus */

declare module '@directus/sdk' {
  export function createDirectus<S = any>(url: string, options?: any): Client
  interface Client {
    /** @pass arg=0 */
    request<T = any>(command: any): Promise<any>
    with(plugin: any): Client
  }
  // The command decides; sending it is all `request` does.
  /** @write form=create table=0 data=1 */
  export function createItem(collection: any, values: any, query?: any): any
  /** @write form=create table=0 data=1 */
  export function createItems(collection: any, values: any, query?: any): any
  /** @write form=update table=0 where=1 data=2 */
  export function updateItem(collection: any, id: any, values: any, query?: any): any
  /** @write form=update table=0 where=1 data=2 */
  export function updateItems(collection: any, ids: any, values: any, query?: any): any
  /** @write form=update table=0 data=1 */
  export function updateSingleton(collection: any, values: any, query?: any): any
  /** @write form=delete table=0 where=1 */
  export function deleteItem(collection: any, id: any): any
  /** @write form=delete table=0 where=1 */
  export function deleteItems(collection: any, ids: any): any
  /** @read table=0 where=1 */
  export function readItem(collection: any, id: any, query?: any): any
  /** @read table=0 where=1.filter */
  export function readItems(collection: any, query?: any): any
  export function rest(options?: any): any
  export function staticToken(token: string): any
}
