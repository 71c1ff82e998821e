/** @library qstash */

// A queue over HTTP: the URL names the consumer, and an answer other than 2xx makes the message come again.
declare module '@upstash/qstash' {
  export class Client {
    constructor(options?: any)
    /** @enqueue durable name=0.url payload=0.body */
    publish(request: any): Promise<any>
    /** @enqueue durable name=0.url payload=0.body */
    publishJSON(request: any): Promise<any>
    /** @enqueue durable name=0 payload=0 */
    batch(requests: any): Promise<any>
    /** @enqueue durable name=0 payload=0 */
    batchJSON(requests: any): Promise<any>
    queue(options?: any): Queue
    readonly schedules: Schedules
    readonly messages: any
    readonly dlq: any
    readonly urlGroups: any
  }
  interface Queue {
    /** @enqueue durable name=0.url payload=0.body */
    enqueue(request: any): Promise<any>
    /** @enqueue durable name=0.url payload=0.body */
    enqueueJSON(request: any): Promise<any>
    upsert(options: any): Promise<any>
  }
  interface Schedules {
    /** @enqueue durable name=0.destination payload=0.body */
    create(request: any): Promise<any>
    delete(id: string): Promise<any>
    list(): Promise<any[]>
  }
  export class Receiver {
    constructor(options?: any)
    verify(request: any): Promise<boolean>
  }
}
declare module '@upstash/qstash/nextjs' {
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignature<H>(handler: H, options?: any): H
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignatureAppRouter<H>(handler: H, options?: any): H
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignatureEdge<H>(handler: H, options?: any): H
}

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
