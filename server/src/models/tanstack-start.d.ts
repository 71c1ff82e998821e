/**
 * TanStack Start: server functions, which the browser calls.
 * @library tanstack-start
 */

declare module '@tanstack/react-start' {
  interface ServerFunction {
    validator(schema: any): this
    inputValidator(schema: any): this
    middleware(middleware: any): this
    /** @entry action run=0 onThrow=fail */
    handler<F extends (options: { data: any; context: any; [name: string]: any }) => any>(run: F): F
  }
  export function createServerFn(options?: any): ServerFunction
  /** @pass arg=0 */
  export function createServerOnlyFn<F>(run: F): F
}

declare module '@tanstack/start' {
  export * from '@tanstack/react-start'
}

declare module '@tanstack/solid-start' {
  export * from '@tanstack/react-start'
}
