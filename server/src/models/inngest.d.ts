/** @library inngest */

declare module 'inngest' {
  export interface Step {
    /** @step run=1 retries */
    run<R>(id: any, run: (...args: any[]) => R, ...input: any[]): Promise<Awaited<R>>
    /** @enqueue durable name=1.name payload=1.data */
    sendEvent(id: any, payload: any): Promise<any>
    /** @enqueue durable name=1.function payload=1.data */
    invoke(id: any, options: any): Promise<any>
    sleep(id: any, duration: any): Promise<void>
    sleepUntil(id: any, time: any): Promise<void>
    waitForEvent(id: any, options: any): Promise<any>
    readonly ai: any
    fetch(...args: any[]): Promise<any>
  }
  interface Context {
    readonly event: any
    readonly events: any[]
    readonly step: Step
    readonly runId: string
    readonly attempt: number
    readonly logger: any
    [added: string]: any
  }
  // The whole function is tried again, and each step is.
  export class Inngest<T = any> {
    constructor(options: any)
    /** @enqueue durable name=0.name payload=0.data */
    send(events: any, options?: any): Promise<any>
    /** @worker run=2 name=1.event retries=yes option=0.retries */
    createFunction(options: any, trigger: any, run: (context: Context) => any): any
    /** @worker run=1 name=0.triggers.event retries=yes option=0.retries */
    createFunction(options: any, run: (context: Context) => any): any
  }
  export class NonRetriableError extends Error {
    constructor(message: string, options?: any)
  }
  export class RetryAfterError extends Error {
    constructor(message: string, after: any, options?: any)
  }
  export class EventSchemas {
    fromRecord<T = any>(): this
    fromUnion<T = any>(): this
    fromZod(schemas: any): this
  }
  export const slugify: any
  export type GetEvents<T> = any
}
