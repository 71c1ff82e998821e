/** @library firestore */

// One set of types behind all server entries. A document reference is keyed by the caller, except the one `doc()` makes up.
declare module '@google-cloud/firestore' {
  export type DocumentData = any
  export type Precondition = any
  export type SetOptions = any
  export class Firestore {
    constructor(options?: any)
    /** @table arg=0 */
    collection(path: string): CollectionReference
    /** @table arg=0 */
    collectionGroup(path: string): Query
    /**
     * @table arg=0
     * @modify where=0
     */
    doc(path: string): DocumentReference
    /** @transaction run=0 handle=0 repeats */
    runTransaction<R>(run: (transaction: Transaction) => Promise<R>, options?: any): Promise<R>
    /** @stage */
    batch(): WriteBatch
    bulkWriter(options?: any): BulkWriter
    /** @read table=chain where=0 */
    getAll(...references: any[]): Promise<any[]>
    /** @write form=delete table=0 where=0 */
    recursiveDelete(reference: any, writer?: any): Promise<void>
    settings(options: any): void
  }

  export class DocumentReference<T = any, U = any> {
    readonly id: string
    readonly path: string
    readonly parent: CollectionReference
    readonly firestore: Firestore
    /** @table arg=0 */
    collection(path: string): CollectionReference
    /** @write form=upsert table=chain data=0 */
    set(data: any, options?: any): Promise<any>
    /** @write form=update table=chain data=0 */
    update(data: any, ...rest: any[]): Promise<any>
    // Fails when the document is there: a second try changes nothing.
    /** @write form=create table=chain data=0 idempotent=always */
    create(data: any): Promise<any>
    /** @write form=delete table=chain */
    delete(precondition?: any): Promise<any>
    /** @read table=chain */
    get(): Promise<DocumentSnapshot>
    onSnapshot(...args: any[]): any
    withConverter(converter: any): this
  }
  /** With an id made up on the spot. */
  export class NewDocumentReference extends DocumentReference {
    /** @write form=create table=chain data=0 */
    set(data: any, options?: any): Promise<any>
    /** @write form=create table=chain data=0 */
    create(data: any): Promise<any>
  }
  export class CollectionReference<T = any, U = any> {
    readonly id: string
    readonly path: string
    doc(): NewDocumentReference
    /** @modify where=0 */
    doc(id: string): DocumentReference
    /** @write form=create table=chain data=0 */
    add(data: any): Promise<DocumentReference>
    /** @modify where=0 */
    where(...condition: any[]): Query
    orderBy(...args: any[]): Query
    limit(count: number): Query
    select(...fields: any[]): Query
    count(): any
    /** @read table=chain */
    get(): Promise<QuerySnapshot>
    onSnapshot(...args: any[]): any
    withConverter(converter: any): this
    listDocuments(): Promise<DocumentReference[]>
  }
  export class Query<T = any, U = any> {
    /** @modify where=0 */
    where(...condition: any[]): this
    orderBy(...args: any[]): this
    limit(count: number): this
    startAfter(...args: any[]): this
    offset(count: number): this
    select(...fields: any[]): this
    count(): any
    /** @read table=chain */
    get(): Promise<QuerySnapshot>
    onSnapshot(...args: any[]): any
  }
  export class DocumentSnapshot<T = any, U = any> {
    readonly id: string
    readonly ref: DocumentReference
    readonly exists: boolean
    readonly createTime: any
    data(): any
    get(field: string): any
  }
  export { DocumentSnapshot as QueryDocumentSnapshot }
  export class QuerySnapshot<T = any, U = any> {
    readonly docs: DocumentSnapshot[]
    readonly empty: boolean
    readonly size: number
    /** @iterate nothing */
    forEach(run: (document: DocumentSnapshot) => void): void
  }

  /** Staged until the callback's promise resolves; nothing to await. */
  export class Transaction {
    /** @write form=upsert table=0 where=0 data=1 lazy=sync */
    set(reference: any, data: any, options?: any): this
    /** @write form=update table=0 where=0 data=1 lazy=sync */
    update(reference: any, data: any, ...rest: any[]): this
    /** @write form=create table=0 where=0 data=1 idempotent=always lazy=sync */
    create(reference: any, data: any): this
    /** @write form=delete table=0 where=0 lazy=sync */
    delete(reference: any, precondition?: any): this
    /** @read table=0 where=0 */
    get(reference: any): Promise<any>
    /** @read table=0 where=0 */
    getAll(...references: any[]): Promise<any[]>
  }
  export class WriteBatch {
    /** @write form=upsert table=0 where=0 data=1 */
    set(reference: any, data: any, options?: any): this
    /** @write form=update table=0 where=0 data=1 */
    update(reference: any, data: any, ...rest: any[]): this
    /** @write form=create table=0 where=0 data=1 idempotent=always */
    create(reference: any, data: any): this
    /** @write form=delete table=0 where=0 */
    delete(reference: any, precondition?: any): this
    /** @commit */
    commit(): Promise<any>
  }
  export class BulkWriter {
    /** @write form=upsert table=0 where=0 data=1 */
    set(reference: any, data: any, options?: any): Promise<any>
    /** @write form=update table=0 where=0 data=1 */
    update(reference: any, data: any, ...rest: any[]): Promise<any>
    /** @write form=create table=0 where=0 data=1 idempotent=always */
    create(reference: any, data: any): Promise<any>
    /** @write form=delete table=0 where=0 */
    delete(reference: any, precondition?: any): Promise<any>
    flush(): Promise<void>
    close(): Promise<void>
  }
  export class FieldValue {
    /** @relative */
    static increment(value: number): FieldValue
    static serverTimestamp(): FieldValue
    static arrayUnion(...values: any[]): FieldValue
    static arrayRemove(...values: any[]): FieldValue
    static delete(): FieldValue
  }
  export class Timestamp {
    static now(): Timestamp
    static fromDate(date: any): Timestamp
    static fromMillis(value: number): Timestamp
    toDate(): any
    toMillis(): number
    readonly seconds: number
  }
}

declare module 'firebase-admin/firestore' {
  export * from '@google-cloud/firestore'
  import { Firestore } from '@google-cloud/firestore'
  export function getFirestore(app?: any, database?: any): Firestore
  export function initializeFirestore(app?: any, options?: any): Firestore
}
declare module 'firebase-admin/database' {
  export function getDatabase(app?: any): import('firebase-admin').database.Database
  export const ServerValue: typeof import('firebase-admin').database.ServerValue
}
declare module 'firebase-admin/app' {
  export function initializeApp(options?: any, name?: string): any
  export function getApps(): any[]
  export function getApp(name?: string): any
  export function cert(account: any): any
  export function applicationDefault(): any
  export type App = any
}

declare module 'firebase-admin' {
  import * as firebaseFirestore from '@google-cloud/firestore'
  export function initializeApp(options?: any, name?: string): any
  export function app(name?: string): { firestore(): firebaseFirestore.Firestore; database(): database.Database; auth(): any }
  export const apps: any[]
  export const credential: any
  export function auth(app?: any): any
  export function messaging(app?: any): any
  export function storage(app?: any): any
  export function firestore(app?: any): firebaseFirestore.Firestore
  export namespace firestore {
    export import Firestore = firebaseFirestore.Firestore
    export import DocumentReference = firebaseFirestore.DocumentReference
    export import CollectionReference = firebaseFirestore.CollectionReference
    export import Query = firebaseFirestore.Query
    export import Transaction = firebaseFirestore.Transaction
    export import WriteBatch = firebaseFirestore.WriteBatch
    export import DocumentSnapshot = firebaseFirestore.DocumentSnapshot
    export import QueryDocumentSnapshot = firebaseFirestore.DocumentSnapshot
    export import QuerySnapshot = firebaseFirestore.QuerySnapshot
    export import FieldValue = firebaseFirestore.FieldValue
    export import Timestamp = firebaseFirestore.Timestamp
    type DocumentData = any
  }
  export function database(app?: any): database.Database
  export namespace database {
    interface Database {
      /** @table arg=0 */
      ref(path?: string): Reference
    }
    interface Reference {
      readonly key: string | null
      /** @modify where=0 */
      child(path: string): Reference
      /** @write form=upsert table=chain data=0 */
      set(value: any): Promise<void>
      /** @write form=update table=chain data=0 */
      update(values: any): Promise<void>
      /** @write form=create table=chain data=0 */
      push(value: any): any
      push(): Reference
      /** @write form=delete table=chain */
      remove(): Promise<void>
      /** @write form=increment table=chain data=0 */
      transaction(update: (value: any) => any): Promise<any>
      /** @read table=chain */
      get(): Promise<any>
      /** @read table=chain */
      once(event: string): Promise<any>
      on(event: string, run: any): any
      orderByChild(path: string): Reference
      /** @modify where=0 */
      equalTo(value: any): Reference
      limitToFirst(count: number): Reference
    }
    const ServerValue: {
      /** @relative */
      increment(value: number): any
      readonly TIMESTAMP: any
    }
  }
}

// Free functions of the browser's client.
declare module 'firebase/firestore' {
  import { DocumentSnapshot, Firestore, QuerySnapshot } from '@google-cloud/firestore'
  export { Firestore, DocumentReference, CollectionReference, Query, DocumentSnapshot, QuerySnapshot, Timestamp } from '@google-cloud/firestore'
  interface Reference {
    readonly id: string
    readonly path: string
    readonly parent: any
    withConverter(converter: any): this
  }
  interface WebTransaction {
    /** @write form=upsert table=0 where=0 data=1 lazy=sync */
    set(reference: any, data: any, options?: any): this
    /** @write form=update table=0 where=0 data=1 lazy=sync */
    update(reference: any, data: any, ...rest: any[]): this
    /** @write form=delete table=0 where=0 lazy=sync */
    delete(reference: any): this
    /** @read table=0 where=0 */
    get(reference: any): Promise<DocumentSnapshot>
  }
  interface WebBatch {
    /** @write form=upsert table=0 where=0 data=1 */
    set(reference: any, data: any, options?: any): this
    /** @write form=update table=0 where=0 data=1 */
    update(reference: any, data: any, ...rest: any[]): this
    /** @write form=delete table=0 where=0 */
    delete(reference: any): this
    /** @commit */
    commit(): Promise<void>
  }
  export function getFirestore(app?: any, database?: string): Firestore
  export function initializeFirestore(app: any, options: any): Firestore
  /** @table arg=1 */
  export function collection(parent: any, path: string, ...segments: string[]): Reference
  /**
   * @table arg=1
   * @modify where=2
   */
  export function doc(parent: any, path: string, id: string, ...segments: string[]): Reference
  /**
   * @table arg=0
   * @modify where=1
   */
  export function doc(parent: any, path?: string): Reference
  /** @write form=upsert table=0 where=0 data=1 */
  export function setDoc(reference: any, data: any, options?: any): Promise<void>
  /** @write form=create table=0 data=1 */
  export function addDoc(collection: any, data: any): Promise<Reference>
  /** @write form=update table=0 where=0 data=1 */
  export function updateDoc(reference: any, data: any, ...rest: any[]): Promise<void>
  /** @write form=delete table=0 where=0 */
  export function deleteDoc(reference: any): Promise<void>
  /** @read table=0 where=0 */
  export function getDoc(reference: any): Promise<any>
  /** @read table=0 */
  export function getDocs(query: any): Promise<QuerySnapshot>
  /** @pass arg=0 */
  export function query(collection: any, ...clauses: any[]): any
  export function where(field: any, operator: string, value: any): any
  export function orderBy(...args: any[]): any
  export function limit(count: number): any
  /** @transaction run=1 handle=0 repeats */
  export function runTransaction<R>(db: any, run: (transaction: WebTransaction) => Promise<R>, options?: any): Promise<R>
  /** @stage */
  export function writeBatch(db: any): WebBatch
  export function onSnapshot(...args: any[]): any
  /** @relative */
  export function increment(value: number): any
  export function arrayUnion(...values: any[]): any
  export function arrayRemove(...values: any[]): any
  export function serverTimestamp(): any
  export function deleteField(): any
}
declare module 'firebase/firestore/lite' {
  export * from 'firebase/firestore'
}
declare module '@firebase/firestore' {
  export * from 'firebase/firestore'
}
