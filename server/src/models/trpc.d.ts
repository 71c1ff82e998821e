/**
 * tRPC, oRPC and ts-rest: procedures of routers. The browser calls them once.
 * @library trpc
 */

declare module '@trpc/server' {
  interface Options<C> {
    ctx: C
    input: any
    rawInput: any
    path: string
    type: string
    signal?: AbortSignal
  }
  export interface ProcedureBuilder<C> {
    input(schema: any): ProcedureBuilder<C>
    output(schema: any): ProcedureBuilder<C>
    meta(meta: any): ProcedureBuilder<C>
    use<D = C>(middleware: Middleware<C, D>): ProcedureBuilder<unknown extends D ? C : D>
    concat(builder: any): ProcedureBuilder<C>
    /** @entry rpc run=0 onThrow=non-2xx input=input */
    query(run: (options: Options<C>) => any): any
    /** @entry rpc run=0 onThrow=non-2xx input=input */
    mutation(run: (options: Options<C>) => any): any
    /** @entry rpc run=0 onThrow=non-2xx input=input */
    subscription(run: (options: Options<C>) => any): any
  }
  type Middleware<C, D> = (options: Options<C> & { next: Next<C>; getRawInput(): Promise<any>; meta: any }) => Promise<MiddlewareResult<D>>
  interface Next<C> {
    (): Promise<MiddlewareResult<C>>
    <D>(options: { ctx: D }): Promise<MiddlewareResult<Omit<C, keyof D> & D>>
    (options: { input?: any; [option: string]: any }): Promise<MiddlewareResult<C>>
  }
  interface MiddlewareResult<C> {
    readonly ok: boolean
    readonly context: C
  }
  type Router<R> = R & {
    /** @pass arg=this */
    createCaller(context: any, options?: any): R
  }
  interface CallerFactory<R> {
    /** @pass arg=this */
    (context: any, options?: any): R
  }
  interface Trpc<C> {
    procedure: ProcedureBuilder<C>
    /** @pass arg=0 */
    router<R>(routes: R): Router<R>
    middleware<D>(run: Middleware<C, D>): Middleware<C, D>
    mergeRouters(...routers: any[]): any
    /** @pass arg=0 */
    createCallerFactory<R>(router: R): CallerFactory<R>
  }
  interface Builder<C> {
    context<D>(): Builder<D extends (...args: any) => infer R ? Awaited<R> : D>
    meta<M>(): Builder<C>
    create(options?: any): Trpc<C>
  }
  export const initTRPC: Builder<any>
  export class TRPCError extends Error {
    constructor(options: { code: string; message?: string; cause?: unknown })
    readonly code: string
  }
  export type inferRouterInputs<R> = any
  export type inferRouterOutputs<R> = any
}

declare module '@orpc/server' {
  interface Builder {
    input(schema: any): Builder
    output(schema: any): Builder
    errors(errors: any): Builder
    route(route: any): Builder
    use(middleware: any): Builder
    $context<C>(): Builder
    /** @entry rpc run=0 onThrow=non-2xx input=input */
    handler(run: (options: { input: any; context: any; errors: any }) => any): any
    /** @pass arg=0 */
    router<R>(routes: R): R
  }
  /** @pass arg=0 */
  export function createRouterClient<R>(router: R, options?: any): R
  export const os: Builder
  export class ORPCError extends Error {
    constructor(code: string, options?: any)
  }
}
