/**
 * Hono: routes, context answers, and work that outlives the answer.
 * @library hono
 */

declare module 'hono' {
  export interface Env {
    Bindings?: any
    Variables?: any
  }
  type BindingsOf<E> = E extends { Bindings: infer B } ? B : any
  type VariablesOf<E> = E extends { Variables: infer V } ? V : { [name: string]: any }
  export interface HonoRequest {
    readonly raw: Request
    readonly url: string
    readonly path: string
    readonly method: string
    json<T = any>(): Promise<T>
    text(): Promise<string>
    formData(): Promise<FormData>
    parseBody(): Promise<any>
    arrayBuffer(): Promise<ArrayBuffer>
    header(name: string): string | undefined
    header(): { [name: string]: string }
    param(name: string): string
    param(): any
    query(name: string): string | undefined
    query(): any
    valid(target: string): any
  }
  export interface Context<E = any, P = any, I = any> {
    readonly req: HonoRequest
    readonly env: BindingsOf<E>
    readonly var: VariablesOf<E>
    readonly executionCtx: {
      /** @defer run=0 */
      waitUntil(promise: Promise<any>): void
      passThroughOnException(): void
    }
    get<K extends keyof VariablesOf<E>>(key: K): VariablesOf<E>[K]
    set(key: string, value: any): void
    header(name: string, value?: string, options?: any): void
    /** @code status=0 */
    status(code: number): void
    /** @response status=1 fallback=200 */
    json(data: any, status?: any, headers?: any): Response
    /** @response status=1 fallback=200 */
    text(text: string, status?: any, headers?: any): Response
    /** @response status=1 fallback=200 */
    html(html: any, status?: any, headers?: any): Response
    /** @response status=1 fallback=200 */
    body(data: any, status?: any, headers?: any): Response
    /** @response status=1 fallback=200 */
    newResponse(data: any, status?: any, headers?: any): Response
    /** @response status=1 fallback=302 */
    redirect(url: string, status?: any): Response
    /** @response fallback=404 */
    notFound(): Response
    readonly error: Error | undefined
  }
  export type Next = () => Promise<void>
  export type Handler<E = any, P = any, I = any, R = any> = (c: Context<E>, next: Next) => any
  export type MiddlewareHandler<E = any, P = any, I = any> = (c: Context<E>, next: Next) => any
  interface Registration<E, Self> {
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    (path: string, ...handlers: Handler<E>[]): Self
    /** @entry http run=-1 onThrow=non-2xx */
    (...handlers: Handler<E>[]): Self
  }
  export class Hono<E = any, S = any, B = any> {
    constructor(options?: any)
    get: Registration<E, this>
    post: Registration<E, this>
    put: Registration<E, this>
    patch: Registration<E, this>
    delete: Registration<E, this>
    all: Registration<E, this>
    use: Registration<E, this>
    /** @entry http run=-1 name=1 onThrow=non-2xx */
    on(method: any, path: any, ...handlers: Handler<E>[]): this
    /** Routes of `@hono/zod-openapi`. @entry http run=1 name=0.path onThrow=non-2xx */
    openapi(route: any, handler: Handler<E>, ...more: any[]): this
    route(path: string, app: any): this
    basePath(path: string): Hono<E>
    mount(path: string, handler: any): this
    onError(run: (error: any, c: Context<E>) => any): this
    notFound(run: (c: Context<E>) => any): this
    doc(...args: any[]): this
    request(...args: any[]): Promise<Response>
    fetch(request: Request, ...more: any[]): Response | Promise<Response>
    fire(): void
  }
}

declare module 'hono/http-exception' {
  export class HTTPException extends Error {
    constructor(status: number, options?: any)
    readonly status: number
  }
}

declare module 'hono/factory' {
  import { Handler, Hono, MiddlewareHandler } from 'hono'
  /** @pass arg=0 */
  export function createMiddleware<E = any>(run: MiddlewareHandler<E>): MiddlewareHandler<E>
  export function createFactory<E = any>(
    options?: any,
  ): { createApp(): Hono<E>; createHandlers(...handlers: Handler<E>[]): Handler<E>[]; createMiddleware(run: MiddlewareHandler<E>): MiddlewareHandler<E> }
}

declare module 'hono/vercel' {
  /** @pass arg=0 */
  export function handle(app: any): any
}

declare module '@hono/zod-openapi' {
  import { Hono } from 'hono'
  export class OpenAPIHono<E = any, S = any, B = any> extends Hono<E, S, B> {}
  /** @pass arg=0 */
  export function createRoute<R>(route: R): R
  export const z: any
}
