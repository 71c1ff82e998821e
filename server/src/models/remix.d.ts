/**
 * React Router and Remix: answers of loaders and actions, which are found by file and name. A thrown response is the answer.
 * @library remix
 */

declare module 'react-router' {
  export interface ActionFunctionArgs<C = any> {
    request: Request
    params: any
    context: C
  }
  export interface LoaderFunctionArgs<C = any> extends ActionFunctionArgs<C> {}
  export type ActionFunction<C = any> = (args: ActionFunctionArgs<C>) => any
  export type LoaderFunction<C = any> = (args: LoaderFunctionArgs<C>) => any
  /** @response status=1.status fallback=200 */
  export function data<T>(value: T, init?: number | ResponseInit): any
  /** @response status=1.status fallback=200 */
  export function json<T>(value: T, init?: number | ResponseInit): any
  /** @response status=1 fallback=302 */
  export function redirect(url: string, init?: number | ResponseInit): Response
  /** @response status=1 fallback=302 */
  export function redirectDocument(url: string, init?: number | ResponseInit): Response
  /** @response status=1 fallback=302 */
  export function replace(url: string, init?: number | ResponseInit): Response
  export function createCookieSessionStorage(options?: any): any
  export function createSessionStorage(options?: any): any
  export function createCookie(name: string, options?: any): any
  export function useLoaderData(): any
  export function useActionData(): any
}

declare module 'react-router-dom' {
  export * from 'react-router'
}

declare module '@remix-run/node' {
  export * from 'react-router'
}

declare module '@remix-run/server-runtime' {
  export * from 'react-router'
}

declare module '@remix-run/cloudflare' {
  export * from 'react-router'
}

declare module '@remix-run/deno' {
  export * from 'react-router'
}
