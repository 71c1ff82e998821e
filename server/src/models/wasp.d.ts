/**
 * Wasp: its specification names the functions that routes, queries and actions run.
 * @library wasp
 */

declare module '@wasp.sh/spec' {
  /** @entry http run=2 name=1 onThrow=non-2xx */
  export function api(method: string, path: string, handler: any, options?: any): any
  /** @entry rpc run=0 onThrow=non-2xx */
  export function action(handler: any, options?: any): any
  /** @entry rpc run=0 onThrow=non-2xx */
  export function query(handler: any, options?: any): any
  /** @entry schedule run=0 onThrow=fail */
  export function job(handler: any, options?: any): any
  export function route(...args: any[]): any
  export function page(...args: any[]): any
}
