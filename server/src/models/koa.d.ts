/**
 * Koa and its routers. The answer is what the context holds when the handlers are done.
 * @library koa
 */

declare module 'koa' {
  interface KoaContext {
    request: { body?: any; rawBody?: any; [name: string]: any }
    response: any
    req: any
    res: any
    params: any
    query: any
    state: any
    headers: { [name: string]: any }
    body: any
    readonly method: string
    readonly url: string
    readonly path: string
    /** @code */
    status: number
    /** @throws status=0 */
    throw(status: number, ...details: any[]): never
    /** @throws fallback=500 */
    throw(...details: any[]): never
    assert(value: any, status?: number, ...details: any[]): void
    redirect(url: string): void
    get(name: string): string
    set(...header: any[]): void
    [name: string]: any
  }
  type KoaMiddleware = (ctx: KoaContext, next: () => Promise<any>) => any
  class Koa<S = any, C = any> {
    constructor(options?: any)
    /** @entry http run=-1 onThrow=non-2xx */
    use(handler: KoaMiddleware): this
    on(event: string, run: (...args: any[]) => void): this
    listen(...args: any[]): any
    callback(): any
    context: any
  }
  namespace Koa {
    interface Context extends KoaContext {}
    interface ParameterizedContext<S = any, C = any, B = any> extends KoaContext {}
    type Middleware<S = any, C = any> = KoaMiddleware
    type Next = () => Promise<any>
    type DefaultState = any
    type DefaultContext = any
  }
  export = Koa
}

declare module '@koa/router' {
  import Koa = require('koa')
  interface Registration<Self> {
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    (path: string | RegExp | string[], ...handlers: Koa.Middleware[]): Self
    /** @entry http run=-1 name=1 onThrow=non-2xx */
    (name: string, path: string | RegExp, ...handlers: Koa.Middleware[]): Self
  }
  class Router<S = any, C = any> {
    constructor(options?: any)
    get: Registration<this>
    post: Registration<this>
    put: Registration<this>
    patch: Registration<this>
    del: Registration<this>
    delete: Registration<this>
    all: Registration<this>
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    use(...handlers: any[]): this
    prefix(path: string): this
    routes(): Koa.Middleware
    middleware(): Koa.Middleware
    allowedMethods(options?: any): Koa.Middleware
  }
  namespace Router {
    type RouterContext<S = any, C = any> = Koa.Context
    type Middleware = Koa.Middleware
  }
  export = Router
}

declare module 'koa-router' {
  import Router = require('@koa/router')
  export = Router
}
