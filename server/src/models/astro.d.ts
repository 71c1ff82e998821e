/**
 * Astro: endpoints are found by file and name, actions by `defineAction`.
 * @library astro
 */

declare module 'astro' {
  export interface APIContext<P = any, Q = any> {
    readonly request: Request
    readonly url: URL
    readonly params: any
    readonly locals: any
    readonly cookies: any
    /** @response status=1 fallback=302 */
    redirect(url: string, status?: number): Response
    rewrite(url: any): Promise<Response>
  }
  export type APIRoute<P = any, Q = any> = (context: APIContext) => any
  export type MiddlewareHandler = (context: APIContext, next: () => Promise<Response>) => any
}

declare module 'astro:actions' {
  import { APIContext } from 'astro'
  /** @entry action run=0.handler onThrow=fail */
  export function defineAction(options: { handler: (input: any, context: APIContext) => any; [option: string]: any }): any
  export class ActionError extends Error {
    constructor(options: { code: string; message?: string })
  }
}

declare module 'astro:env/server' {
  export function getSecret(name: string): string | undefined
}
