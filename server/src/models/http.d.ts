/**
 * HTTP clients, and Node's own server. A client call matters when its URL is a payment provider's or a queue's.
 * @library http
 */

declare module 'axios' {
  interface AxiosRequestConfig<D = any> {
    url?: string
    method?: string
    data?: D
    headers?: any
    params?: any
    [option: string]: any
  }
  interface AxiosResponse<T = any, D = any> {
    data: T
    status: number
    statusText: string
    headers: any
    config: any
  }
  interface AxiosInstance {
    /** @http url=0.url method=0.method */
    <T = any>(config: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=1.method */
    <T = any>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0.url method=0.method */
    request<T = any>(config: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=GET */
    get<T = any>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=HEAD */
    head<T = any>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=POST */
    post<T = any>(url: string, data?: any, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=POST */
    postForm<T = any>(url: string, data?: any, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=PUT */
    put<T = any>(url: string, data?: any, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=PATCH */
    patch<T = any>(url: string, data?: any, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    /** @http url=0 method=DELETE */
    delete<T = any>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>
    defaults: any
    interceptors: any
  }
  interface AxiosStatic extends AxiosInstance {
    create(config?: AxiosRequestConfig): AxiosInstance
    isAxiosError(error: any): boolean
    AxiosError: typeof AxiosFailure
    default: AxiosStatic
  }
  class AxiosFailure<T = any, D = any> extends Error {
    response?: AxiosResponse<T>
    code?: string
  }
  type Config<D = any> = AxiosRequestConfig<D>
  type Result<T = any, D = any> = AxiosResponse<T, D>
  type Instance = AxiosInstance
  type Static = AxiosStatic
  type Failure<T = any, D = any> = AxiosFailure<T, D>
  const axios: AxiosStatic
  namespace axios {
    export type AxiosRequestConfig<D = any> = Config<D>
    export type AxiosResponse<T = any, D = any> = Result<T, D>
    export type AxiosInstance = Instance
    export type AxiosStatic = Static
    export type AxiosError<T = any, D = any> = Failure<T, D>
  }
  export = axios
}

declare module '@nestjs/axios' {
  import axios = require('axios')
  /** The methods return observables; `axiosRef` is the client itself. */
  export class HttpService {
    readonly axiosRef: axios.AxiosInstance
    /** @http url=0 method=GET */
    get<T = any>(url: string, config?: any): any
    /** @http url=0 method=POST */
    post<T = any>(url: string, data?: any, config?: any): any
    /** @http url=0 method=PUT */
    put<T = any>(url: string, data?: any, config?: any): any
    /** @http url=0 method=PATCH */
    patch<T = any>(url: string, data?: any, config?: any): any
    /** @http url=0 method=DELETE */
    delete<T = any>(url: string, config?: any): any
  }
  export const HttpModule: any
}

declare module 'got' {
  interface GotPromise extends Promise<any> {
    json<T = any>(): Promise<T>
    text(): Promise<string>
    buffer(): Promise<Buffer>
  }
  interface Got {
    /** @http url=0 method=1.method */
    (url: any, options?: any): GotPromise
    /** @http url=0 method=GET */
    get(url: any, options?: any): GotPromise
    /** @http url=0 method=POST */
    post(url: any, options?: any): GotPromise
    /** @http url=0 method=PUT */
    put(url: any, options?: any): GotPromise
    /** @http url=0 method=PATCH */
    patch(url: any, options?: any): GotPromise
    /** @http url=0 method=DELETE */
    delete(url: any, options?: any): GotPromise
    extend(...options: any[]): Got
  }
  const client: Got & { got: Got; default: Got }
  export = client
}

declare module 'ky' {
  interface KyPromise extends Promise<Response> {
    json<T = any>(): Promise<T>
    text(): Promise<string>
  }
  interface Ky {
    /** @http url=0 method=1.method */
    (url: any, options?: any): KyPromise
    /** @http url=0 method=GET */
    get(url: any, options?: any): KyPromise
    /** @http url=0 method=POST */
    post(url: any, options?: any): KyPromise
    /** @http url=0 method=PUT */
    put(url: any, options?: any): KyPromise
    /** @http url=0 method=PATCH */
    patch(url: any, options?: any): KyPromise
    /** @http url=0 method=DELETE */
    delete(url: any, options?: any): KyPromise
    create(options?: any): Ky
    extend(options?: any): Ky
  }
  const ky: Ky
  export default ky
}

declare module 'ofetch' {
  interface $Fetch {
    /** @http url=0 method=1.method */
    <T = any>(url: any, options?: any): Promise<T>
    /** @http url=0 method=1.method */
    raw<T = any>(url: any, options?: any): Promise<any>
    create(options?: any): $Fetch
  }
  export const $fetch: $Fetch
  export const ofetch: $Fetch
}

declare module 'node-fetch' {
  /** @http url=0 method=1.method */
  function fetch(url: any, init?: RequestInit): Promise<Response>
  namespace fetch {
    type RequestInit = any
    type HeadersInit = any
  }
  export = fetch
}

declare module 'cross-fetch' {
  type Fetch = typeof globalThis.fetch
  const client: Fetch & { fetch: Fetch; default: Fetch }
  export = client
}

declare module 'undici' {
  /** @http url=0 method=1.method */
  export function fetch(url: any, init?: RequestInit): Promise<Response>
  /** @http url=0 method=1.method */
  export function request(url: any, options?: any): Promise<{ statusCode: number; headers: any; body: any }>
}

declare module 'superagent' {
  interface Request extends Promise<any> {
    send(body?: any): this
    set(...header: any[]): this
    query(query: any): this
    auth(...args: any[]): this
  }
  interface SuperAgent {
    /** @http url=0 method=GET */
    get(url: string): Request
    /** @http url=0 method=POST */
    post(url: string): Request
    /** @http url=0 method=PUT */
    put(url: string): Request
    /** @http url=0 method=PATCH */
    patch(url: string): Request
    /** @http url=0 method=DELETE */
    delete(url: string): Request
  }
  const superagent: SuperAgent
  export = superagent
}

declare module 'request-promise' {
  interface RequestPromise {
    /** @http url=0.url method=0.method */
    (options: { [option: string]: any }): Promise<any>
    /** @http url=0 method=GET */
    (url: string): Promise<any>
    /** @http url=0 method=GET */
    get(url: any, options?: any): Promise<any>
    /** @http url=0 method=POST */
    post(url: any, options?: any): Promise<any>
  }
  const request: RequestPromise
  export = request
}

declare module 'http' {
  export interface IncomingMessage {
    readonly method?: string
    readonly url?: string
    readonly headers: { [name: string]: any }
    on(event: string, run: (...args: any[]) => void): this
    [Symbol.asyncIterator](): AsyncIterableIterator<any>
    [name: string]: any
  }
  export interface ServerResponse {
    /** @code */
    statusCode: number
    readonly headersSent: boolean
    /** @code status=0 */
    writeHead(code: number, ...headers: any[]): this
    /** @answer */
    end(...data: any[]): this
    write(chunk: any): boolean
    setHeader(name: string, value: any): this
    [name: string]: any
  }
  type RequestListener = (request: IncomingMessage, response: ServerResponse) => any
  interface Server {
    listen(...args: any[]): this
    close(...args: any[]): this
    on(event: string, run: (...args: any[]) => void): this
  }
  /** @entry http run=-1 onThrow=no-answer */
  export function createServer(handler?: RequestListener): Server
  /** @entry http run=-1 onThrow=no-answer */
  export function createServer(options: object, handler: RequestListener): Server
  /** @http url=0 method=1.method */
  export function request(url: any, ...args: any[]): any
  /** @http url=0 method=GET */
  export function get(url: any, ...args: any[]): any
}

declare module 'node:http' {
  export * from 'http'
}

declare module 'https' {
  export * from 'http'
}

declare module 'node:https' {
  export * from 'http'
}
