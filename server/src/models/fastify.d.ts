/**
 * Fastify: routes by method or by `route`, plugins, replies.
 * @library fastify
 */

declare module 'fastify' {
  interface Request {
    body: any
    params: any
    query: any
    headers: { [name: string]: any }
    readonly method: string
    readonly url: string
    readonly log: any
    [name: string]: any
  }
  interface Reply {
    /** @code status=0 */
    code(status: number): Reply
    /** @code status=0 */
    status(status: number): Reply
    /** @answer */
    send(payload?: any): Reply
    /** @answer */
    redirect(url: string, status?: number): Reply
    header(name: string, value: any): Reply
    headers(headers: any): Reply
    type(type: string): Reply
    readonly sent: boolean
    statusCode: number
    [name: string]: any
  }
  type Handler = (this: Instance, request: Request, reply: Reply) => any
  interface Method {
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    (path: string, handler: Handler): Instance
    /** @entry http run=1.handler name=0 onThrow=non-2xx */
    (path: string, options: { handler: Handler; [option: string]: any }): Instance
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    (path: string, options: object, handler: Handler): Instance
  }
  interface Instance {
    get: Method
    post: Method
    put: Method
    patch: Method
    delete: Method
    all: Method
    /** @entry http run=0.handler name=0.url onThrow=non-2xx */
    route(options: { method: any; url: string; handler: Handler; [option: string]: any }): Instance
    register(plugin: ((instance: Instance, options: any, done: () => void) => any) | any, options?: any): Instance
    withTypeProvider<T>(): Instance
    addHook(name: string, run: any): Instance
    decorate(name: string, value: any): Instance
    setErrorHandler(run: (error: any, request: Request, reply: Reply) => any): Instance
    setNotFoundHandler(run: any): Instance
    listen(...args: any[]): Promise<string>
    ready(): Promise<void>
    close(): Promise<void>
    readonly log: any
    [name: string]: any
  }
  function fastify(options?: any): Instance
  namespace fastify {
    export interface FastifyRequest<A = any, B = any, C = any, D = any, E = any, F = any, G = any, H = any> extends Request {}
    export interface FastifyReply<A = any, B = any, C = any, D = any, E = any, F = any, G = any, H = any> extends Reply {}
    export interface FastifyInstance<A = any, B = any, C = any, D = any, E = any> extends Instance {}
    export type FastifyPluginAsync<A = any, B = any, C = any, D = any> = (instance: FastifyInstance, options: any) => Promise<any>
    export type FastifyPluginCallback<A = any, B = any, C = any, D = any> = (instance: FastifyInstance, options: any, done: () => void) => void
    export type FastifyPlugin = FastifyPluginAsync
    export type RouteHandler<A = any> = Handler
    export type RouteHandlerMethod = Handler
    export type RouteOptions = any
    export { fastify }
    const _default: typeof fastify
    export { _default as default }
  }
  export = fastify
}

declare module 'fastify-plugin' {
  /** @pass arg=0 */
  function plugin<F>(run: F, options?: any): F
  export = plugin
}
