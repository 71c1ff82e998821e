/** @library trigger.dev */

declare module '@trigger.dev/sdk' {
  export interface Task<I = any, P = any, O = any> {
    readonly id: string
    /** @enqueue durable name=this payload=0 */
    trigger(payload?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    batchTrigger(items: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    triggerAndWait(payload?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    batchTriggerAndWait(items: any, options?: any): Promise<any>
  }
  interface Definition {
    readonly id: string
    readonly run: (payload: any, context: any) => any
    [option: string]: any
  }
  /**
   * @worker run=0.run name=0.id retries=yes option=0.retry.maxAttempts
   * @queue name=0.id
   */
  export function task(definition: Definition): Task
  /**
   * @worker run=0.run name=0.id retries=yes option=0.retry.maxAttempts
   * @queue name=0.id
   */
  export function schemaTask(definition: Definition): Task
  export const schedules: {
    /**
     * @worker run=0.run name=0.id retries=yes option=0.retry.maxAttempts
     * @queue name=0.id
     */
    task(definition: Definition): Task
    create(options: any): Promise<any>
  }
  export const tasks: {
    /** @enqueue durable name=0 payload=1 */
    trigger<T = any>(id: any, payload?: any, options?: any): Promise<any>
    /** @enqueue durable name=0 payload=1 */
    batchTrigger<T = any>(id: any, items: any, options?: any): Promise<any>
    /** @enqueue durable name=0 payload=1 */
    triggerAndWait<T = any>(id: any, payload?: any, options?: any): Promise<any>
  }
  export const retry: {
    /** @retry run=0 */
    onThrow<R>(run: (attempt: any) => R, options?: any): Promise<Awaited<R>>
    fetch(url: any, options?: any): Promise<Response>
  }
  export const runs: any
  export const logger: any
  export const metadata: any
  export const wait: any
  export function queue(options: any): any
  export class AbortTaskRunError extends Error {}

  // Version 2.
  interface IO {
    /** @step run=1 retries */
    runTask<R>(key: any, run: (...args: any[]) => R, options?: any): Promise<Awaited<R>>
    /** @enqueue durable name=1.name payload=1.payload */
    sendEvent(key: any, event: any, options?: any): Promise<any>
    wait(key: any, seconds: number): Promise<void>
    readonly logger: any
    [integration: string]: any
  }
  export class TriggerClient {
    constructor(options: any)
    /** @worker run=0.run name=0.trigger retries=yes */
    defineJob(options: { run: (payload: any, io: IO, context: any) => any; [option: string]: any }): any
    /** @enqueue durable name=0.name payload=0.payload */
    sendEvent(event: any, options?: any): Promise<any>
  }
  /** @pass arg=0.name */
  export function eventTrigger(options: any): any
  export function cronTrigger(options: any): any
  export function intervalTrigger(options: any): any
}
declare module '@trigger.dev/sdk/v3' {
  export * from '@trigger.dev/sdk'
}
