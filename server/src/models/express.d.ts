/**
 * Express 4 and 5, its body parsers and async wrappers, and servers with the same handlers. A rejected handler of Express 4 is never answered.
 * @library express
 */

declare namespace Express {
  interface Request {}
  interface Response {}
  interface Locals {}
  interface Application {}
  interface User {
    [name: string]: any
  }
  namespace Multer {
    type File = any
  }
}

declare module 'express-serve-static-core' {
  export interface ParamsDictionary {
    [name: string]: string
  }
  export interface Request<P = any, A = any, B = any, Q = any, L = any> extends Express.Request {
    body: B
    params: P
    query: Q
    headers: { [name: string]: any }
    readonly method: string
    readonly path: string
    readonly url: string
    readonly originalUrl: string
    get(name: string): string | undefined
    header(name: string): string | undefined
    on(event: string, run: (...args: any[]) => void): this
    [name: string]: any
  }
  export interface Response<A = any, L = any> extends Express.Response {
    readonly headersSent: boolean
    locals: any
    /** @code */
    statusCode: number
    /** @code status=0 */
    status(code: number): this
    /** @code status=0 */
    writeHead(code: number, ...headers: any[]): this
    /** @answer status=0 */
    sendStatus(code: number): this
    /** @answer */
    json(body?: any): this
    /** @answer */
    jsonp(body?: any): this
    /** @answer */
    send(body?: any): this
    /** @answer */
    end(...data: any[]): this
    /** @answer */
    render(view: string, ...options: any[]): void
    /** @answer */
    redirect(url: string): void
    /** @answer status=0 */
    redirect(code: number, url: string): void
    /** @answer */
    sendFile(path: string, ...options: any[]): void
    /** @answer */
    download(path: string, ...options: any[]): void
    write(chunk: any): boolean
    set(...header: any[]): this
    header(...header: any[]): this
    setHeader(name: string, value: any): this
    type(type: string): this
    cookie(name: string, value: any, options?: any): this
    clearCookie(name: string, options?: any): this
    on(event: string, run: (...args: any[]) => void): this
    [name: string]: any
  }
  export interface NextFunction {
    (): void
    /** @throws fallback=500 */
    (error: any): void
  }
  export interface RequestHandler<P = any, A = any, B = any, Q = any, L = any> {
    (req: Request<P, A, B, Q, L>, res: Response<A, L>, next: NextFunction): any
  }
  export type ErrorRequestHandler = (error: any, req: Request, res: Response, next: NextFunction) => any
  export type PathParams = string | RegExp | (string | RegExp)[]
  type Handlers = (RequestHandler | RequestHandler[])[]
  interface Registration<Self> {
    /** @entry http run=-1 name=0 onThrow=no-answer */
    (path: PathParams, ...handlers: Handlers): Self
  }
  interface RouteRegistration<Self> {
    /** @entry http run=-1 onThrow=no-answer */
    (...handlers: Handlers): Self
  }
  export interface IRoute {
    all: RouteRegistration<this>
    get: RouteRegistration<this>
    post: RouteRegistration<this>
    put: RouteRegistration<this>
    patch: RouteRegistration<this>
    delete: RouteRegistration<this>
  }
  export interface IRouter extends RequestHandler {
    all: Registration<this>
    post: Registration<this>
    put: Registration<this>
    patch: Registration<this>
    delete: Registration<this>
    head: Registration<this>
    options: Registration<this>
    get(setting: string): any
    /** @entry http run=-1 name=0 onThrow=no-answer */
    get(path: PathParams, ...handlers: Handlers): this
    /** @entry http run=-1 onThrow=no-answer */
    use(...handlers: Handlers): this
    use(...handlers: ErrorRequestHandler[]): this
    /** @entry http run=-1 name=0 onThrow=no-answer */
    use(path: PathParams, ...handlers: Handlers): this
    use(path: PathParams, ...handlers: ErrorRequestHandler[]): this
    route(path: PathParams): IRoute
    param(name: string, handler: (req: Request, res: Response, next: NextFunction, value: any) => any): this
  }
  export interface Router extends IRouter {}
  export interface Application extends IRouter {
    locals: any
    set(name: string, value: any): this
    enable(name: string): this
    disable(name: string): this
    engine(name: string, engine: any): this
    listen(...args: any[]): any
    [name: string]: any
  }
  export interface Express extends Application {}
}

declare module 'express' {
  import * as core from 'express-serve-static-core'
  function express(): core.Express
  namespace express {
    interface Request<P = any, A = any, B = any, Q = any, L = any> extends core.Request<P, A, B, Q, L> {}
    interface Response<A = any, L = any> extends core.Response<A, L> {}
    interface NextFunction extends core.NextFunction {}
    interface RequestHandler<P = any, A = any, B = any, Q = any, L = any> extends core.RequestHandler<P, A, B, Q, L> {}
    type ErrorRequestHandler = core.ErrorRequestHandler
    interface Application extends core.Application {}
    interface Express extends core.Express {}
    interface IRouter extends core.IRouter {}
    interface Router extends core.Router {}
    interface Handler extends core.RequestHandler {}
    function Router(options?: any): core.Router
    function json(options?: any): core.RequestHandler
    function raw(options?: any): core.RequestHandler
    function text(options?: any): core.RequestHandler
    function urlencoded(options?: any): core.RequestHandler
    var static: (root: string, options?: any) => core.RequestHandler
  }
  export = express
}

declare module 'body-parser' {
  import { RequestHandler } from 'express-serve-static-core'
  export function json(options?: any): RequestHandler
  export function raw(options?: any): RequestHandler
  export function text(options?: any): RequestHandler
  export function urlencoded(options?: any): RequestHandler
}

declare module 'express-async-handler' {
  import { RequestHandler } from 'express-serve-static-core'
  /** @pass arg=0 */
  function asyncHandler(handler: RequestHandler): RequestHandler
  export = asyncHandler
}

declare module 'express-promise-router' {
  import { Router } from 'express-serve-static-core'
  function promiseRouter(options?: any): Router
  export = promiseRouter
}

declare module 'polka' {
  import { Express } from 'express-serve-static-core'
  function polka(options?: any): Express
  export = polka
}

declare module 'restify' {
  import { Express } from 'express-serve-static-core'
  export function createServer(options?: any): Express
}
