/**
 * h3, Nitro and Nuxt, whose server functions are global.
 * @library h3
 */

interface H3ServerEvent {
  readonly node: { req: any; res: any }
  readonly req: any
  readonly res: any
  readonly url: any
  readonly method: string
  readonly path: string
  readonly headers: Headers
  context: any
  /** @defer run=0 */
  waitUntil(promise: Promise<any>): void
}
interface H3ServerError extends Error {
  statusCode: number
  data?: any
}

/** @entry http run=0 onThrow=non-2xx */
declare function defineEventHandler<F extends (event: H3ServerEvent) => any>(handler: F): F
/** @entry http run=0 onThrow=non-2xx */
declare function eventHandler<F extends (event: H3ServerEvent) => any>(handler: F): F
/** @entry http run=0 onThrow=non-2xx */
declare function defineCachedEventHandler<F extends (event: H3ServerEvent) => any>(handler: F, options?: any): F
declare function createError(error: any): H3ServerError
/** @code status=1 */
declare function setResponseStatus(event: H3ServerEvent, code: number, text?: string): void
/** @response status=2 fallback=302 */
declare function sendRedirect(event: H3ServerEvent, url: string, code?: number): any
/** @response fallback=500 */
declare function sendError(event: H3ServerEvent, error: any, debug?: boolean): any
/** @response fallback=200 */
declare function send(event: H3ServerEvent, data?: any, type?: string): any
/** @response fallback=204 */
declare function sendNoContent(event: H3ServerEvent, code?: number): any
declare function readBody<T = any>(event: H3ServerEvent, options?: any): Promise<T>
declare function readValidatedBody<T = any>(event: H3ServerEvent, validate: any): Promise<T>
declare function readRawBody(event: H3ServerEvent, encoding?: any): Promise<any>
declare function readFormData(event: H3ServerEvent): Promise<FormData>
declare function getQuery<T = any>(event: H3ServerEvent): T
declare function getHeader(event: H3ServerEvent, name: string): string | undefined
declare function getHeaders(event: H3ServerEvent): any
declare function getRequestHeader(event: H3ServerEvent, name: string): string | undefined
declare function getRequestHeaders(event: H3ServerEvent): any
declare function getRouterParam(event: H3ServerEvent, name: string): string | undefined
declare function getRouterParams(event: H3ServerEvent): any
declare function getMethod(event: H3ServerEvent): string
declare function getRequestURL(event: H3ServerEvent): URL
declare function setHeader(event: H3ServerEvent, name: string, value: any): void
declare function setResponseHeader(event: H3ServerEvent, name: string, value: any): void
declare function getCookie(event: H3ServerEvent, name: string): string | undefined
declare function setCookie(event: H3ServerEvent, name: string, value: string, options?: any): void
declare function useRuntimeConfig(event?: H3ServerEvent): any
declare function useStorage(base?: string): any
/** @pass arg=0 */
declare function defineNitroPlugin<F extends (app: any) => any>(run: F): F
/** @entry schedule run=0.run name=0.meta.name onThrow=fail */
declare function defineTask(task: { meta?: any; run(event: any): any }): any

declare module 'h3' {
  export type H3Event = H3ServerEvent
  export type H3Error = H3ServerError
  export type EventHandler = (event: H3Event) => any
  export const defineEventHandler: typeof globalThis.defineEventHandler
  export const eventHandler: typeof globalThis.eventHandler
  /** @entry http run=0 onThrow=non-2xx */
  export function defineHandler<F extends (event: H3Event) => any>(handler: F): F
  /** @call run=0 */
  export function lazyEventHandler<R>(run: () => R): R
  export const createError: typeof globalThis.createError
  export const setResponseStatus: typeof globalThis.setResponseStatus
  export const sendRedirect: typeof globalThis.sendRedirect
  export const sendError: typeof globalThis.sendError
  export const send: typeof globalThis.send
  export const sendNoContent: typeof globalThis.sendNoContent
  export const readBody: typeof globalThis.readBody
  export const readValidatedBody: typeof globalThis.readValidatedBody
  export const readRawBody: typeof globalThis.readRawBody
  export const readFormData: typeof globalThis.readFormData
  export const getQuery: typeof globalThis.getQuery
  export const getHeader: typeof globalThis.getHeader
  export const getHeaders: typeof globalThis.getHeaders
  export const getRequestHeader: typeof globalThis.getRequestHeader
  export const getRequestHeaders: typeof globalThis.getRequestHeaders
  export const getRouterParam: typeof globalThis.getRouterParam
  export const getRouterParams: typeof globalThis.getRouterParams
  export const getMethod: typeof globalThis.getMethod
  export const getRequestURL: typeof globalThis.getRequestURL
  export const setHeader: typeof globalThis.setHeader
  export const setResponseHeader: typeof globalThis.setResponseHeader
  export const getCookie: typeof globalThis.getCookie
  export const setCookie: typeof globalThis.setCookie
  export class HTTPError extends Error {
    constructor(details?: any, options?: any)
    statusCode: number
  }
  interface Router {
    /** @entry http run=1 name=0 onThrow=non-2xx */
    get(path: string, handler: EventHandler): Router
    /** @entry http run=1 name=0 onThrow=non-2xx */
    post(path: string, handler: EventHandler): Router
    /** @entry http run=1 name=0 onThrow=non-2xx */
    put(path: string, handler: EventHandler): Router
    /** @entry http run=1 name=0 onThrow=non-2xx */
    patch(path: string, handler: EventHandler): Router
    /** @entry http run=1 name=0 onThrow=non-2xx */
    delete(path: string, handler: EventHandler): Router
    /** @entry http run=1 name=0 onThrow=non-2xx */
    use(path: string, handler: EventHandler): Router
    use(handler: any): Router
  }
  export function createRouter(options?: any): Router
  export function createApp(options?: any): Router
  export class H3 {
    constructor(options?: any)
  }
  export interface H3 extends Router {}
}

declare module '#imports' {
  export * from 'h3'
  export const useRuntimeConfig: typeof globalThis.useRuntimeConfig
}

declare module 'nitropack/runtime' {
  export * from 'h3'
  export const useRuntimeConfig: typeof globalThis.useRuntimeConfig
  export const defineNitroPlugin: typeof globalThis.defineNitroPlugin
}
