/**
 * Azure Functions: triggers registered on `app`.
 * @library azure-functions
 */

declare module '@azure/functions' {
  export interface HttpRequest {
    readonly method: string
    readonly url: string
    readonly headers: Headers
    readonly query: URLSearchParams
    readonly params: any
    json(): Promise<any>
    text(): Promise<string>
  }
  export interface InvocationContext {
    log(...message: any[]): void
    error(...message: any[]): void
    [name: string]: any
  }
  export interface HttpResponseInit {
    status?: number
    body?: any
    jsonBody?: any
    headers?: any
  }
  interface Options<I> {
    handler: (input: I, context: InvocationContext) => any
    [option: string]: any
  }
  export const app: {
    /** @entry http run=1.handler name=0 onThrow=non-2xx */
    http(name: string, options: Options<HttpRequest>): void
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    post(name: string, handler: (request: HttpRequest, context: InvocationContext) => any): void
    /** @entry http run=1.handler name=0 onThrow=non-2xx */
    post(name: string, options: Options<HttpRequest>): void
    /** @entry job run=1.handler name=0 onThrow=retry */
    storageQueue(name: string, options: Options<any>): void
    /** @entry job run=1.handler name=0 onThrow=retry */
    serviceBusQueue(name: string, options: Options<any>): void
    /** @entry job run=1.handler name=0 onThrow=retry */
    serviceBusTopic(name: string, options: Options<any>): void
    /** @entry event run=1.handler name=0 onThrow=fail */
    eventGrid(name: string, options: Options<any>): void
    /** @entry schedule run=1.handler name=0 onThrow=fail */
    timer(name: string, options: Options<any>): void
  }
}
