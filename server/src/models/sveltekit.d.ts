/**
 * SvelteKit: answers of endpoints and form actions, which are found by file and name.
 * @library sveltekit
 */

declare module '@sveltejs/kit' {
  export interface RequestEvent<P = any, R = any> {
    readonly request: Request
    readonly url: URL
    readonly params: any
    readonly locals: any
    readonly platform: any
    readonly cookies: any
    readonly fetch: typeof fetch
    setHeaders(headers: any): void
    getClientAddress(): string
  }
  export type RequestHandler<P = any, R = any> = (event: RequestEvent) => any
  export type ServerLoad<P = any> = (event: RequestEvent) => any
  export type Action<P = any> = (event: RequestEvent) => any
  export type Actions<P = any> = { [name: string]: Action }
  export type Handle = (input: { event: RequestEvent; resolve: any }) => any
  /** @response status=1.status fallback=200 */
  export function json(data: any, init?: ResponseInit): Response
  /** @response status=1.status fallback=200 */
  export function text(text: string, init?: ResponseInit): Response
  /** @response status=0 fallback=400 */
  export function fail(status: number, data?: any): any
  /** @throws status=0 fallback=500 */
  export function error(status: number, body?: any): never
  /** @throws status=0 fallback=303 */
  export function redirect(status: number, url: any): never
}

declare module '*/$types' {
  import { Action, RequestEvent as Event } from '@sveltejs/kit'
  export type RequestEvent = Event
  export type RequestHandler = (event: Event) => any
  export type PageServerLoad = (event: Event) => any
  export type LayoutServerLoad = (event: Event) => any
  export type Actions = { [name: string]: Action }
}

declare module '$env/static/private' {
  const environment: any
  export = environment
}

declare module '$env/dynamic/private' {
  export const env: { readonly [name: string]: string | undefined }
}
