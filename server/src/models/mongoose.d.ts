/** @library mongoose */

declare module 'mongoose' {
  interface Loose {
    [property: string]: any
  }
  // Loaded documents keep their methods also where the schema's type is unknown.
  type Hydrated<T> = 0 extends 1 & T ? Document & Loose : T & Document
  export type HydratedDocument<T, A = any, B = any> = Hydrated<T>

  /** Not sent before it is awaited or executed. */
  export interface Query<R = any, A = any, B = any, C = any> extends Promise<R> {
    /** @run */
    exec(): Promise<R>
    /** @modify join=0 */
    session(session: any): this
    /** @modify data=0 */
    set(values: any, value?: any): this
    /** @modify where=0 */
    where(condition: any, value?: any): this
    equals(value: any): this
    orFail(error?: any): Query<NonNullable<R>>
    lean<L = any>(value?: any): Query<any>
    populate(...args: any[]): this
    select(fields: any): this
    sort(fields: any): this
    limit(count: number): this
    skip(count: number): this
    /** @modify where=0 */
    find(filter?: any): this
    in(values: any): this
    gte(value: any): this
    lte(value: any): this
    read(preference: any): this
    setOptions(options: any): this
    countDocuments(filter?: any): Query<number>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    updateOne(filter: any, update?: any, options?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    updateMany(filter: any, update?: any, options?: any): Query<any>
    /** @write form=delete where=0 lazy=await errors=callback */
    deleteOne(filter?: any): Query<any>
    /** @write form=delete where=0 lazy=await errors=callback */
    deleteMany(filter?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    findOneAndUpdate(filter: any, update?: any, options?: any): Query<any>
  }

  export interface Aggregate<R = any> extends Promise<R> {
    /** @run */
    exec(): Promise<R>
    session(session: any): this
    [stage: string]: any
  }

  export interface Model<T = Loose, A = any, B = any, C = any, D = any, E = any> {
    /** @pass arg=0 */
    new (values?: any, fields?: any, skipId?: boolean): Hydrated<T>
    readonly modelName: string
    readonly collection: any
    readonly schema: Schema
    readonly db: Connection
    /** @write form=create data=0 join=1.session errors=callback */
    create(documents: readonly any[], options?: any): Promise<Hydrated<T>[]>
    // Without an array the second object is a second document, so a session given there joins nothing.
    /** @write form=create data=0 errors=callback */
    create(...documents: any[]): Promise<Hydrated<T>>
    /** @write form=create data=0 join=1.session errors=callback */
    insertMany(documents: any, options?: any): Promise<any>
    /** @write form=create data=0 join=1.session errors=callback */
    insertOne(document: any, options?: any): Promise<Hydrated<T>>
    /** @write form=unknown data=0 join=1.session errors=callback */
    bulkWrite(operations: any, options?: any): Promise<any>
    /** @write form=save data=0 join=1.session errors=callback */
    bulkSave(documents: any, options?: any): Promise<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    updateOne(filter?: any, update?: any, options?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    updateMany(filter?: any, update?: any, options?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    update(filter?: any, update?: any, options?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    replaceOne(filter?: any, document?: any, options?: any): Query<any>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    findOneAndUpdate(filter?: any, update?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    findByIdAndUpdate(id?: any, update?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=update where=0 data=1 join=2.session lazy=await errors=callback */
    findOneAndReplace(filter?: any, document?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    findOneAndDelete(filter?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    findByIdAndDelete(id?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    findOneAndRemove(filter?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    findByIdAndRemove(id?: any, options?: any): Query<Hydrated<T> | null>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    deleteOne(filter?: any, options?: any): Query<any>
    /** @write form=delete where=0 join=1.session lazy=await errors=callback */
    deleteMany(filter?: any, options?: any): Query<any>
    /** @write form=delete where=0 lazy=await errors=callback */
    remove(filter?: any): Query<any>
    /** @read where=0 lazy=await errors=callback */
    find(filter?: any, fields?: any, options?: any): Query<Hydrated<T>[]>
    /** @read where=0 lazy=await errors=callback */
    findOne(filter?: any, fields?: any, options?: any): Query<Hydrated<T> | null>
    /** @read where=0 lazy=await errors=callback */
    findById(id: any, fields?: any, options?: any): Query<Hydrated<T> | null>
    /** @read where=0 lazy=await errors=callback */
    exists(filter: any): Query<any>
    /** @read where=0 lazy=await errors=callback */
    countDocuments(filter?: any, options?: any): Query<number>
    /** @read where=0 lazy=await errors=callback */
    count(filter?: any): Query<number>
    /** @read lazy=await errors=callback */
    estimatedDocumentCount(options?: any): Query<number>
    /** @read where=1 lazy=await errors=callback */
    distinct(field: string, filter?: any): Query<any[]>
    /** @read lazy=await errors=callback */
    aggregate(pipeline?: any, options?: any): Aggregate<any[]>
    /** @read where=0 lazy=await errors=callback */
    where(field: any, value?: any): Query<Hydrated<T>[]>
    populate(documents: any, options?: any): Promise<any>
    hydrate(value: any): Hydrated<T>
    /** @pass arg=0 */
    castObject(value: any): any
    discriminator(name: string, schema: any): Model<any>
    startSession(options?: any): Promise<ClientSession>
    init(): Promise<any>
    createIndexes(): Promise<void>
    watch(...args: any[]): any
  }

  export class Document<T = any, A = any, B = any> {
    _id: any
    id?: any
    isNew: boolean
    /** @write form=save data=this join=0.session errors=callback */
    save(options?: any): Promise<this>
    /** @write form=update data=0 join=1.session lazy=await errors=callback */
    updateOne(update?: any, options?: any): Query<any>
    /** @write form=update data=0 join=1.session lazy=await errors=callback */
    update(update?: any, options?: any): Query<any>
    /** @write form=update data=0 join=1.session lazy=await errors=callback */
    replaceOne(document?: any, options?: any): Query<any>
    /** @write form=delete where=this join=0.session lazy=await errors=callback */
    deleteOne(options?: any): Query<any>
    /** @write form=delete where=this join=0.session errors=callback */
    remove(options?: any): Promise<this>
    /** @modify join=0 */
    $session(session?: any): ClientSession | null
    set(path: any, value?: any): this
    get(path: string): any
    populate(path: any, fields?: any): Promise<this>
    toObject(options?: any): any
    toJSON(options?: any): any
    isModified(path?: any): boolean
    markModified(path: string): void
    validate(...args: any[]): Promise<void>
    equals(other: any): boolean
    overwrite(values: any): this
  }

  export interface ClientSession {
    /** @transaction run=0 handle=0 repeats receiver */
    withTransaction<R>(run: (session: ClientSession) => R, options?: any): Promise<Awaited<R>>
    /** @begin */
    startTransaction(options?: any): void
    /** @commit */
    commitTransaction(): Promise<any>
    /** @rollback */
    abortTransaction(): Promise<any>
    endSession(options?: any): Promise<void>
    inTransaction(): boolean
  }

  export class Connection {
    readonly readyState: number
    readonly db: any
    readonly models: { readonly [name: string]: Model<any> }
    /** @transaction run=0 handle=0 repeats */
    transaction<R>(run: (session: ClientSession) => R, options?: any): Promise<Awaited<R>>
    startSession(options?: any): Promise<ClientSession>
    model: ModelFunction
    collection(name: string): import('mongodb').Collection
    asPromise(): Promise<this>
    close(force?: boolean): Promise<void>
    dropDatabase(): Promise<any>
    on(event: string, run: (...args: any[]) => void): this
    once(event: string, run: (...args: any[]) => void): this
    useDb(name: string): Connection
  }

  export class Schema<T = any, A = any, B = any, C = any, D = any, E = any, F = any, G = any, H = any> {
    constructor(definition?: any, options?: any)
    methods: any
    statics: any
    query: any
    readonly virtuals: any
    index(fields: any, options?: any): this
    pre(event: any, ...rest: any[]): this
    post(event: any, ...rest: any[]): this
    plugin(plugin: any, options?: any): this
    virtual(name: string, options?: any): any
    add(definition: any): this
    set(key: string, value: any): this
    method(name: any, run?: any): this
    static(name: any, run?: any): this
    static readonly Types: any
  }
  export namespace Schema {
    namespace Types {
      type ObjectId = any
      type Mixed = any
    }
  }
  export namespace Types {
    class ObjectId {
      constructor(id?: any)
      static isValid(id: any): boolean
      toString(): string
      toHexString(): string
      equals(other: any): boolean
    }
    type Decimal128 = any
    type DocumentArray<T> = any
    type Array<T> = any
  }
  export type FilterQuery<T> = any
  export type UpdateQuery<T> = any
  export type InferSchemaType<T> = Loose
  export type SchemaOptions = any
  export type SchemaDefinition = any
  export type PopulatedDoc<T, U = any> = any

  interface ModelFunction {
    <T = Loose>(name: string, schema?: any, collection?: string): Model<T>
    <T, U, Q = any>(name: string, schema?: any, collection?: string): U
    new (name: string, schema?: any, collection?: string): Model<Loose>
  }
  export const model: ModelFunction
  export function connect(uri: string, options?: any): Promise<any>
  export function disconnect(): Promise<void>
  export function createConnection(uri?: string, options?: any): Connection
  export function startSession(options?: any): Promise<ClientSession>
  /** @ambient */
  export function set(key: 'transactionAsyncLocalStorage', value: true): any
  export function set(key: string, value: any): any
  export function isValidObjectId(value: any): boolean
  export const connection: Connection
  export const connections: Connection[]
  export const models: { readonly [name: string]: Model<any> }
  export type Mongoose = any
  export const Error: any
}

declare module '@nestjs/mongoose' {
  export function InjectModel(name: any, connection?: string): (target: any, key?: any, index?: any) => any
  export function InjectConnection(name?: string): (target: any, key?: any, index?: any) => any
  export function Prop(options?: any): (target: any, key?: any) => any
  export function Schema(options?: any): (target: any) => any
  export function getModelToken(name: string, connection?: string): any
  export const SchemaFactory: { createForClass(target: any): import('mongoose').Schema }
  export const MongooseModule: any
}

declare module '@typegoose/typegoose' {
  type Built<C> = C extends new (...args: any[]) => infer T ? T : any
  export type DocumentType<T, H = any> = import('mongoose').HydratedDocument<T>
  export type ReturnModelType<C, H = any> = import('mongoose').Model<Built<C>> & C
  export function getModelForClass<C extends new (...args: any[]) => any>(target: C, options?: any): ReturnModelType<C>
  export function getDiscriminatorModelForClass<C extends new (...args: any[]) => any>(from: any, target: C, ...rest: any[]): ReturnModelType<C>
  export function addModelToTypegoose<C extends new (...args: any[]) => any>(model: any, target: C, ...rest: any[]): ReturnModelType<C>
  export function prop(options?: any, kind?: any): (target: any, key?: any) => any
  export function modelOptions(options?: any): (target: any) => any
  export function index(fields: any, options?: any): (target: any) => any
  export function pre(event: any, run: any, options?: any): (target: any) => any
  export function post(event: any, run: any, options?: any): (target: any) => any
  export type Ref<T, I = any> = any
  export { default as mongoose } from 'mongoose'
}
