/** @library hosted-store */

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

// Positional arguments before version 15, one object since.
declare module 'node-appwrite' {
  export class Client {
    setEndpoint(url: string): this
    setProject(id: string): this
    setKey(key: string): this
    setJWT(token: string): this
    setSession(session: string): this
  }
  export class Databases {
    constructor(client: Client)
    /** @write form=create table=1 where=2 data=3 */
    createDocument(database: string, collection: string, id: string, values: any, permissions?: any): Promise<any>
    /** @write form=create table=0.collectionId where=0.documentId data=0.data join=0.transactionId */
    createDocument(options: any): Promise<any>
    /** @write form=update table=1 where=2 data=3 */
    updateDocument(database: string, collection: string, id: string, values?: any, permissions?: any): Promise<any>
    /** @write form=update table=0.collectionId where=0.documentId data=0.data join=0.transactionId */
    updateDocument(options: any): Promise<any>
    /** @write form=upsert table=1 where=2 data=3 */
    upsertDocument(database: string, collection: string, id: string, values: any, permissions?: any): Promise<any>
    /** @write form=upsert table=0.collectionId where=0.documentId data=0.data join=0.transactionId */
    upsertDocument(options: any): Promise<any>
    /** @write form=delete table=1 where=2 */
    deleteDocument(database: string, collection: string, id: string): Promise<any>
    /** @write form=delete table=0.collectionId where=0.documentId join=0.transactionId */
    deleteDocument(options: any): Promise<any>
    /** @write form=increment table=1 where=2 data=4 */
    incrementDocumentAttribute(database: string, collection: string, id: string, attribute: string, value?: number, ...rest: any[]): Promise<any>
    /** @read table=1 where=2 */
    getDocument(database: string, collection: string, id: string, queries?: any): Promise<any>
    /** @read table=0.collectionId where=0.documentId */
    getDocument(options: any): Promise<any>
    /** @read table=1 where=2 */
    listDocuments(database: string, collection: string, queries?: any): Promise<any>
    /** @read table=0.collectionId where=0.queries */
    listDocuments(options: any): Promise<any>
  }
  export class TablesDB {
    constructor(client: Client)
    /** @write form=create table=0.tableId where=0.rowId data=0.data join=0.transactionId */
    createRow(options: any): Promise<any>
    /** @write form=update table=0.tableId where=0.rowId data=0.data join=0.transactionId */
    updateRow(options: any): Promise<any>
    /** @write form=upsert table=0.tableId where=0.rowId data=0.data join=0.transactionId */
    upsertRow(options: any): Promise<any>
    /** @write form=delete table=0.tableId where=0.rowId join=0.transactionId */
    deleteRow(options: any): Promise<any>
    /** @write form=increment table=0.tableId where=0.rowId data=0.value join=0.transactionId */
    incrementRowColumn(options: any): Promise<any>
    /** @read table=0.tableId where=0.rowId */
    getRow(options: any): Promise<any>
    /** @read table=0.tableId where=0.queries */
    listRows(options: any): Promise<any>
    /** @begin */
    createTransaction(options?: any): Promise<any>
    /** @commit */
    updateTransaction(options: { readonly commit: true; readonly transactionId: any }): Promise<any>
    /** @rollback */
    updateTransaction(options: any): Promise<any>
  }
  export const ID: { unique(): string; custom(id: string): string }
  export const Query: any
  export const Permission: any
  export const Role: any
}
declare module 'appwrite' {
  export * from 'node-appwrite'
}

// One `transact` is one transaction, whatever it lists.
declare module '@instantdb/admin' {
  interface Database {
    /**
     * @write form=update table=0 data=0
     * @batch list=0
     */
    transact(changes: any): Promise<any>
    query<T = any>(query: any): Promise<any>
    readonly tx: any
    readonly auth: any
    readonly storage: any
  }
  export function init<S = any>(options: any): Database
  export function id(): string
  export function lookup(attribute: string, value: any): any
  export const tx: any
}
declare module '@instantdb/react' {
  export * from '@instantdb/admin'
}

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

declare module '@google-cloud/datastore' {
  export class Transaction {
    run(options?: any): Promise<any>
    /** @write form=upsert table=0.key where=0.key data=0.data */
    save(entities: any): void
    /** @write form=create table=0.key where=0.key data=0.data */
    insert(entities: any): void
    /** @write form=update table=0.key where=0.key data=0.data */
    update(entities: any): void
    /** @write form=upsert table=0.key where=0.key data=0.data */
    upsert(entities: any): void
    /** @write form=delete table=0 where=0 */
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
