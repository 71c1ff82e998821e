/**
 * hapi: routes with a handler in their options.
 * @library hapi
 */

declare module '@hapi/hapi' {
  export interface Request {
    payload: any
    params: any
    query: any
    headers: { [name: string]: any }
    auth: any
    [name: string]: any
  }
  export interface ResponseObject {
    /** @code status=0 */
    code(status: number): this
    header(name: string, value: string): this
    type(type: string): this
  }
  export interface ResponseToolkit {
    /** @response fallback=200 */
    response(value?: any): ResponseObject
    /** @response fallback=302 */
    redirect(url?: string): ResponseObject
    readonly continue: any
  }
  export interface Server {
    /** @entry http run=0.handler name=0.path onThrow=non-2xx */
    route(options: { method: any; path: string; handler: (request: Request, h: ResponseToolkit) => any; [option: string]: any }): void
    route(options: any): void
    register(plugins: any, options?: any): Promise<void>
    start(): Promise<void>
    [name: string]: any
  }
  export function server(options?: any): Server
}
