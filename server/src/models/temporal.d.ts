/** @library temporal */

declare module '@temporalio/workflow' {
  // Activities are tried without limit unless the policy says less.
  /** @proxy */
  export function proxyActivities<A = any>(options: any): A
  /** @proxy */
  export function proxyLocalActivities<A = any>(options: any): A
  export function proxySinks<S = any>(): S
  export function sleep(duration: any): Promise<void>
  export function condition(test: () => boolean, timeout?: any): Promise<boolean>
  export function defineSignal<A = any>(name: string): any
  export function defineQuery<R = any, A = any>(name: string): any
  export function defineUpdate<R = any, A = any>(name: string): any
  export function setHandler(definition: any, run: any, options?: any): void
  export function executeChild<T = any>(workflow: any, options?: any): Promise<any>
  export function startChild<T = any>(workflow: any, options?: any): Promise<any>
  export function continueAsNew<T = any>(...args: any[]): Promise<never>
  export function workflowInfo(): any
  export function patched(id: string): boolean
  export const log: any
  export class CancellationScope {
    /** @call run=0 */
    static nonCancellable<R>(run: () => R): R
    /** @call run=0 */
    static cancellable<R>(run: () => R): R
    /** @call run=1 */
    static withTimeout<R>(timeout: any, run: () => R): R
  }
  export class ApplicationFailure extends Error {
    static nonRetryable(message: string, ...rest: any[]): ApplicationFailure
    static retryable(message: string, ...rest: any[]): ApplicationFailure
    static create(options: any): ApplicationFailure
  }
}
declare module '@temporalio/client' {
  interface Handle {
    signal(...args: any[]): Promise<void>
    query(...args: any[]): Promise<any>
    result(): Promise<any>
    cancel(): Promise<any>
    readonly workflowId: string
  }
  export class WorkflowClient {
    constructor(options?: any)
    /** @enqueue durable name=0 payload=1.args */
    start<T = any>(workflow: any, options: any): Promise<Handle>
    /** @enqueue durable name=0 payload=1.args */
    execute<T = any>(workflow: any, options: any): Promise<any>
    /** @enqueue durable name=0 payload=1.args */
    signalWithStart<T = any>(workflow: any, options: any): Promise<Handle>
    getHandle(id: string, run?: string): Handle
  }
  export class Client {
    constructor(options?: any)
    readonly workflow: WorkflowClient
    readonly schedule: any
  }
  export class Connection {
    static connect(options?: any): Promise<Connection>
    close(): Promise<void>
  }
}
declare module '@temporalio/worker' {
  export class Worker {
    /** @worker run=0.activities retries=yes */
    static create(options: any): Promise<Worker>
    run(): Promise<void>
    shutdown(): void
  }
  export class NativeConnection {
    static connect(options?: any): Promise<NativeConnection>
  }
}
