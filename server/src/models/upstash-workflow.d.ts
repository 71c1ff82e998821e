/** @library upstash-workflow */

declare module '@upstash/workflow' {
  export class WorkflowContext<T = any> {
    readonly requestPayload: any
    readonly workflowRunId: string
    readonly headers: Headers
    /** @step run=1 retries */
    run<R>(name: string, run: () => R): Promise<Awaited<R>>
    call<T = any>(name: string, request: any): Promise<any>
    invoke(name: string, request: any): Promise<any>
    sleep(name: string, duration: any): Promise<void>
    sleepUntil(name: string, time: any): Promise<void>
    waitForEvent(name: string, id: string, options?: any): Promise<any>
    notify(...args: any[]): Promise<any>
    cancel(): Promise<void>
  }
  export class Client {
    constructor(options?: any)
    /** @enqueue durable name=0.url payload=0.body */
    trigger(request: any): Promise<any>
    cancel(request: any): Promise<any>
    notify(request: any): Promise<any>
  }
  /** @worker run=0 retries=yes option=1.retries */
  export function serve<T = any>(run: (context: WorkflowContext) => any, options?: any): any
  export function createWorkflow<T = any>(run: (context: WorkflowContext) => any, options?: any): any
  export function serveMany(workflows: any, options?: any): any
}

declare module '@upstash/workflow/*' {
  export * from '@upstash/workflow'
}
