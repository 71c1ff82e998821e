/** @library convex */

// Every mutation is one transaction, so every write through `ctx.db` is in one. Called from an action, a mutation commits on its own.
declare module 'convex/server' {
  export interface GenericDatabaseReader<M = any> {
    /** @read table=chain where=0 */
    get(id: any, more?: any): Promise<any>
    /** @read table=0 */
    query(table: any): Query
    normalizeId(table: any, id: string): any
  }
  interface Query {
    /** @modify where=1 */
    withIndex(index: any, range?: any): this
    /** @modify where=0 */
    filter(test: any): this
    withSearchIndex(index: any, search: any): this
    order(order: 'asc' | 'desc'): this
    first(): Promise<any>
    unique(): Promise<any>
    collect(): Promise<any[]>
    take(count: number): Promise<any[]>
    paginate(options: any): Promise<any>
    [Symbol.asyncIterator](): AsyncIterableIterator<any>
  }
  export interface GenericDatabaseWriter<M = any> extends GenericDatabaseReader<M> {
    /**
     * @write form=create table=0 data=1
     * @batch list=0
     */
    insert(table: any, values: any): Promise<any>
    /**
     * @write form=update table=0 where=0 data=1
     * @batch list=0
     */
    patch(id: any, values: any, more?: any): Promise<void>
    /**
     * @write form=update table=0 where=0 data=1
     * @batch list=0
     */
    replace(id: any, values: any, more?: any): Promise<void>
    /**
     * @write form=delete table=0 where=0
     * @batch list=0
     */
    delete(id: any, more?: any): Promise<void>
  }
  export interface Scheduler {
    /** @enqueue durable name=1 payload=2 */
    runAfter(delay: number, run: any, args?: any): Promise<any>
    /** @enqueue durable name=1 payload=2 */
    runAt(time: any, run: any, args?: any): Promise<any>
    cancel(id: any): Promise<void>
  }
  export interface GenericQueryCtx<M = any> {
    readonly db: GenericDatabaseReader<M>
    readonly auth: any
    readonly storage: any
    /** @procedure */
    runQuery(run: any, args?: any): Promise<any>
  }
  export interface GenericMutationCtx<M = any> {
    readonly db: GenericDatabaseWriter<M>
    readonly auth: any
    readonly storage: any
    readonly scheduler: Scheduler
    /** @procedure */
    runQuery(run: any, args?: any): Promise<any>
    /** @procedure atomic */
    runMutation(run: any, args?: any): Promise<any>
  }
  export interface GenericActionCtx<M = any> {
    readonly auth: any
    readonly storage: any
    readonly scheduler: Scheduler
    /** @procedure */
    runQuery(run: any, args?: any): Promise<any>
    /** @procedure atomic */
    runMutation(run: any, args?: any): Promise<any>
    /** @procedure */
    runAction(run: any, args?: any): Promise<any>
  }
  type Handler<C> = (ctx: C, args: any) => any
  interface Builder<C> {
    /**
     * @entry rpc run=0.handler onThrow=fail
     * @pass arg=0.handler
     */
    (definition: { readonly handler: Handler<C>; [option: string]: any }): any
    /**
     * @entry rpc run=0 onThrow=fail
     * @pass arg=0
     */
    (handler: Handler<C>): any
  }
  export type MutationBuilder<M = any, V = any> = Builder<GenericMutationCtx<M>>
  export type QueryBuilder<M = any, V = any> = Builder<GenericQueryCtx<M>>
  export type ActionBuilder<M = any, V = any> = Builder<GenericActionCtx<M>>
  interface HttpBuilder {
    /** @entry http run=0 onThrow=non-2xx */
    (handler: (ctx: GenericActionCtx, request: Request) => Promise<Response>): any
  }
  export type HttpActionBuilder = HttpBuilder
  export const mutationGeneric: MutationBuilder
  export const internalMutationGeneric: MutationBuilder
  export const queryGeneric: QueryBuilder
  export const internalQueryGeneric: QueryBuilder
  export const actionGeneric: ActionBuilder
  export const internalActionGeneric: ActionBuilder
  export const httpActionGeneric: HttpBuilder
  interface Router {
    /** @pass arg=0.handler */
    route(route: { readonly path?: string; readonly pathPrefix?: string; readonly method: string; readonly handler: any }): void
  }
  export function httpRouter(): Router
  interface Crons {
    /** @entry schedule run=2 name=0 */
    interval(name: string, every: any, run: any, args?: any): void
    /** @entry schedule run=2 name=0 */
    cron(name: string, when: string, run: any, args?: any): void
    /** @entry schedule run=2 name=0 */
    hourly(name: string, when: any, run: any, args?: any): void
    /** @entry schedule run=2 name=0 */
    daily(name: string, when: any, run: any, args?: any): void
    /** @entry schedule run=2 name=0 */
    weekly(name: string, when: any, run: any, args?: any): void
    /** @entry schedule run=2 name=0 */
    monthly(name: string, when: any, run: any, args?: any): void
  }
  export function cronJobs(): Crons
  export function componentsGeneric(): any
  export function defineSchema(tables: any, options?: any): any
  export function defineTable(fields: any): any
  export function makeFunctionReference(name: string): any
  export const anyApi: any
  export type FunctionReference<A = any, B = any, C = any, D = any> = any
}
declare module '*/_generated/server' {
  import {
    ActionBuilder,
    GenericActionCtx,
    GenericDatabaseReader,
    GenericDatabaseWriter,
    GenericMutationCtx,
    GenericQueryCtx,
    HttpActionBuilder,
    MutationBuilder,
    QueryBuilder,
  } from 'convex/server'
  export type ActionCtx = GenericActionCtx
  export type MutationCtx = GenericMutationCtx
  export type QueryCtx = GenericQueryCtx
  export type DatabaseReader = GenericDatabaseReader
  export type DatabaseWriter = GenericDatabaseWriter
  export const mutation: MutationBuilder
  export const internalMutation: MutationBuilder
  export const query: QueryBuilder
  export const internalQuery: QueryBuilder
  export const action: ActionBuilder
  export const internalAction: ActionBuilder
  export const httpAction: HttpActionBuilder
}
declare module '*/_generated/api' {
  export const api: any
  export const internal: any
}
// From outside: each call is one mutation, and one transaction.
declare module 'convex/browser' {
  export class ConvexHttpClient {
    constructor(url: any, options?: any)
    /** @procedure atomic */
    mutation(run: any, args?: any): Promise<any>
    /** @procedure */
    query(run: any, args?: any): Promise<any>
    /** @procedure */
    action(run: any, args?: any): Promise<any>
    setAuth(token: string): void
  }
  export { ConvexHttpClient as ConvexClient }
}
declare module 'convex/nextjs' {
  /** @procedure atomic */
  export function fetchMutation(run: any, args?: any, options?: any): Promise<any>
  /** @procedure */
  export function fetchQuery(run: any, args?: any, options?: any): Promise<any>
  /** @procedure */
  export function fetchAction(run: any, args?: any, options?: any): Promise<any>
}
