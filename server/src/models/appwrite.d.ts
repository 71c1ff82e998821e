/** @library appwrite */

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
