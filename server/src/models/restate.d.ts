/** @library restate */

declare module '@restatedev/restate-sdk' {
  export interface Context {
    /** @step run=-1 retries */
    run<R>(name: string, run: () => R, options?: any): Promise<Awaited<R>>
    /** @step run=-1 retries */
    run<R>(run: () => R): Promise<Awaited<R>>
    serviceClient(service: any): any
    serviceSendClient(service: any, options?: any): any
    objectClient(object: any, key: string): any
    objectSendClient(object: any, key: string, options?: any): any
    workflowClient(workflow: any, key: string): any
    workflowSendClient(workflow: any, key: string): any
    sleep(duration: any): Promise<void>
    get<T = any>(name: string): Promise<any>
    set(name: string, value: any): void
    clear(name: string): void
    readonly key: string
    readonly rand: any
    readonly console: any
  }
  export type ObjectContext = Context
  export type WorkflowContext = Context
  interface Definition {
    readonly name: string
    readonly handlers: { readonly [name: string]: (context: Context, input?: any) => any }
    [option: string]: any
  }
  /** @worker run=0.handlers retries=yes */
  export function service(definition: Definition): any
  /** @worker run=0.handlers retries=yes */
  export function object(definition: Definition): any
  /** @worker run=0.handlers retries=yes */
  export function workflow(definition: Definition): any
  export function endpoint(): any
  export class TerminalError extends Error {}
}
