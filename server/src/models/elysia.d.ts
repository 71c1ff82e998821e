/**
 * Elysia: routes with one context argument.
 * @library elysia
 */

declare module 'elysia' {
  export interface Context {
    body: any
    params: any
    query: any
    headers: { [name: string]: string | undefined }
    readonly request: Request
    set: {
      /** @code */
      status: any
      headers: any
    }
    /** @response status=0 */
    status(code: any, body?: any): any
    /** @throws status=0 */
    error(code: any, body?: any): any
    redirect(url: string, status?: number): any
    [name: string]: any
  }
  type Handler = (context: Context) => any
  export class Elysia<A = any, B = any> {
    constructor(options?: any)
    /** @entry http run=1 name=0 onThrow=non-2xx */
    get(path: string, handler: Handler, options?: any): this
    /** @entry http run=1 name=0 onThrow=non-2xx */
    post(path: string, handler: Handler, options?: any): this
    /** @entry http run=1 name=0 onThrow=non-2xx */
    put(path: string, handler: Handler, options?: any): this
    /** @entry http run=1 name=0 onThrow=non-2xx */
    patch(path: string, handler: Handler, options?: any): this
    /** @entry http run=1 name=0 onThrow=non-2xx */
    delete(path: string, handler: Handler, options?: any): this
    /** @entry http run=1 name=0 onThrow=non-2xx */
    all(path: string, handler: Handler, options?: any): this
    use(plugin: any): this
    group(...args: any[]): this
    derive(run: any): this
    decorate(...args: any[]): this
    onError(run: any): this
    listen(...args: any[]): this
    fetch(request: Request): Promise<Response>
  }
  export default Elysia
  export const t: any
}
