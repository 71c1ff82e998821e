/** @library workflow */

// Functions that start with 'use workflow' and 'use step' are found by their directive.
declare module 'workflow' {
  export function sleep(duration: any): Promise<void>
  export function createHook<T = any>(options?: any): any
  export function createWebhook(options?: any): any
  export function getStepMetadata(): any
  export function getWorkflowMetadata(): any
  export function fetch(url: any, options?: any): Promise<Response>
  export class FatalError extends Error {}
  export class RetryableError extends Error {}
}
declare module 'workflow/api' {
  /** @enqueue durable name=0 payload=1 */
  export function start(workflow: any, args?: any, options?: any): Promise<any>
  export function resumeHook(token: string, payload: any): Promise<any>
  export function getRun(id: string): any
}
declare module '@workflow/core' {
  export * from 'workflow'
}

declare module '@vercel/queue' {
  /** @enqueue durable name=0 payload=1 */
  export function send(topic: string, payload: any, options?: any): Promise<any>
  /** @worker run=0 retries=yes */
  export function handleCallback(handlers: any): any
}

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

declare module '@dbos-inc/dbos-sdk' {
  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  // A workflow goes on after a crash, but one that throws has failed.
  export class DBOS {
    /** @worker run=this retries=no */
    static workflow(options?: any): AnyDecorator
    /** @transaction run=0 ambient */
    static transaction(options?: any): AnyDecorator
    /** @step run=this retries */
    static step(options: { retriesAllowed: true; [option: string]: any }): AnyDecorator
    /** @step run=this */
    static step(options?: any): AnyDecorator
    /** @worker run=this retries=no */
    static scheduled(options: any): AnyDecorator
    /** @step run=0 retries */
    static runStep<R>(run: () => R, options: { retriesAllowed: true; [option: string]: any }): Promise<Awaited<R>>
    /** @step run=0 */
    static runStep<R>(run: () => R, options?: any): Promise<Awaited<R>>
    /**
     * @pass arg=0
     * @worker run=0 retries=no
     */
    static registerWorkflow<F>(run: F, options?: any): F
    /** @pass arg=0 */
    static registerStep<F>(run: F, options?: any): F
    /** @pass arg=0 */
    static startWorkflow<F>(target: F, options?: any): F
    static launch(options?: any): Promise<void>
    static shutdown(): Promise<void>
    static setConfig(options: any): void
    static send(...args: any[]): Promise<void>
    static recv<T = any>(...args: any[]): Promise<any>
    static setEvent(name: string, value: any): Promise<void>
    static getEvent<T = any>(...args: any[]): Promise<any>
    static sleep(delay: number): Promise<void>
    static readonly logger: any
    static readonly workflowID: string | undefined
  }
  export class WorkflowQueue {
    constructor(name: string, options?: any)
  }
}

declare module '@hatchet-dev/typescript-sdk' {
  interface Task {
    /** @enqueue durable name=this payload=0 */
    run(input?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    runNoWait(input?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=1 */
    schedule(time: any, input?: any, options?: any): Promise<any>
    /** @worker run=0.fn name=this retries=configured option=0.retries */
    task(options: any): any
    /** @worker run=0.fn name=this retries=configured option=0.retries */
    durableTask(options: any): any
    onFailure(options: any): any
  }
  export class HatchetClient {
    static init(options?: any): HatchetClient
    /**
     * @worker run=0.fn name=0.name retries=configured option=0.retries
     * @queue name=0.name
     */
    task(options: any): Task
    /**
     * @worker run=0.fn name=0.name retries=configured option=0.retries
     * @queue name=0.name
     */
    durableTask(options: any): Task
    /** @queue name=0.name */
    workflow(options: any): Task
    readonly events: Events
    worker(name: string, options?: any): Promise<any>
  }
  interface Events {
    /** @enqueue durable name=0 payload=1 */
    push(name: string, payload?: any, options?: any): Promise<any>
  }
  export { HatchetClient as Hatchet }
  export default HatchetClient
}
