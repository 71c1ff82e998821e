/** @library mongodb */

declare module 'mongodb' {
  export type Document = any
  export type Filter<T = any> = any
  export type UpdateFilter<T = any> = any
  export type WithId<T = any> = any
  export type OptionalId<T = any> = any
  export class ObjectId {
    constructor(id?: any)
    static isValid(id: any): boolean
    static createFromHexString(id: string): ObjectId
    toString(): string
    toHexString(): string
    equals(other: any): boolean
  }
  export class Decimal128 {
    static fromString(value: string): Decimal128
  }

  export class MongoClient {
    constructor(uri: string, options?: any)
    static connect(uri: string, options?: any): Promise<MongoClient>
    connect(): Promise<this>
    close(force?: boolean): Promise<void>
    db(name?: string, options?: any): Db
    startSession(options?: any): ClientSession
    /** @call run=-1 */
    withSession<R>(run: (session: ClientSession) => R): Promise<Awaited<R>>
    /** @call run=-1 */
    withSession<R>(options: any, run: (session: ClientSession) => R): Promise<Awaited<R>>
    /** @write form=unknown data=0 join=1.session */
    bulkWrite(operations: any, options?: any): Promise<any>
  }

  export class ClientSession {
    /** @transaction run=0 handle=0 repeats receiver */
    withTransaction<R>(run: (session: ClientSession) => R, options?: any): Promise<Awaited<R>>
    /** @begin */
    startTransaction(options?: any): void
    /** @commit */
    commitTransaction(): Promise<void>
    /** @rollback */
    abortTransaction(): Promise<void>
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
  }

  export class Db {
    /** @table arg=0 */
    collection<T = any>(name: string, options?: any): Collection<T>
    /** @write form=unknown data=0 join=1.session */
    command(command: any, options?: any): Promise<any>
    createCollection(name: string, options?: any): Promise<Collection>
    dropCollection(name: string): Promise<boolean>
    admin(): any
  }

  export class Collection<T = any> {
    readonly collectionName: string
    /** @write form=create table=chain data=0 join=1.session */
    insertOne(document: any, options?: any): Promise<any>
    /** @write form=create table=chain data=0 join=1.session */
    insertMany(documents: any, options?: any): Promise<any>
    /** @write form=create table=chain data=0 join=1.session */
    insert(documents: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    updateOne(filter: any, update: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    updateMany(filter: any, update: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    update(filter: any, update: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    replaceOne(filter: any, document: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    findOneAndUpdate(filter: any, update: any, options?: any): Promise<any>
    /** @write form=update table=chain where=0 data=1 join=2.session */
    findOneAndReplace(filter: any, document: any, options?: any): Promise<any>
    /** @write form=delete table=chain where=0 join=1.session */
    findOneAndDelete(filter: any, options?: any): Promise<any>
    /** @write form=delete table=chain where=0 join=1.session */
    deleteOne(filter?: any, options?: any): Promise<any>
    /** @write form=delete table=chain where=0 join=1.session */
    deleteMany(filter?: any, options?: any): Promise<any>
    /** @write form=unknown table=chain data=0 join=1.session */
    bulkWrite(operations: any, options?: any): Promise<any>
    /** @write form=delete table=chain */
    drop(options?: any): Promise<boolean>
    initializeOrderedBulkOp(options?: any): Bulk
    initializeUnorderedBulkOp(options?: any): Bulk
    /** @read table=chain where=0 */
    findOne(filter?: any, options?: any): Promise<any>
    /** @read table=chain where=0 */
    find(filter?: any, options?: any): Cursor
    /** @read table=chain */
    aggregate(pipeline?: any, options?: any): Cursor
    /** @read table=chain where=0 */
    countDocuments(filter?: any, options?: any): Promise<number>
    /** @read table=chain */
    estimatedDocumentCount(): Promise<number>
    /** @read table=chain where=1 */
    distinct(field: string, filter?: any, options?: any): Promise<any[]>
    createIndex(fields: any, options?: any): Promise<string>
    watch(...args: any[]): any
  }

  interface Cursor {
    sort(...args: any[]): this
    limit(count: number): this
    skip(count: number): this
    project(fields: any): this
    toArray(): Promise<any[]>
    next(): Promise<any>
    hasNext(): Promise<boolean>
    /** @iterate nothing */
    forEach(run: (document: any) => void): Promise<void>
    map(run: (document: any) => any): this
    close(): Promise<void>
    [Symbol.asyncIterator](): AsyncIterableIterator<any>
  }
  interface Bulk {
    insert(document: any): this
    find(filter: any): any
    /** @write form=unknown table=chain join=0.session */
    execute(options?: any): Promise<any>
  }
  export class MongoServerError extends Error {
    readonly code?: number
  }
}

declare module 'mongodb-legacy' {
  export * from 'mongodb'
}
