/** @library agenda */

declare module 'agenda' {
  type Run = (job: Job, done?: any) => any
  export class Job<T = any> {
    readonly attrs: { readonly data: any; readonly name: string; [name: string]: any }
    /** @enqueue durable payload=this */
    save(): Promise<this>
    unique(...args: any[]): this
    schedule(time: any): this
    repeatEvery(interval: any, options?: any): this
    priority(level: any): this
    remove(): Promise<any>
    fail(reason: any): this
  }
  export class Agenda {
    constructor(options?: any, done?: any)
    /** @worker run=1 name=0 retries=no */
    define(name: string, run: Run, options?: any): void
    /** @worker run=2 name=0 retries=no */
    define(name: string, options: any, run: Run): void
    /** @enqueue durable name=0 payload=1 */
    now(name: string, data?: any): Promise<Job>
    /** @enqueue durable name=1 payload=2 */
    schedule(time: any, name: any, data?: any): Promise<Job>
    /** @enqueue durable name=1 payload=2 */
    every(interval: any, name: any, data?: any, options?: any): Promise<Job>
    create(name: string, data?: any): Job
    start(): Promise<void>
    stop(): Promise<void>
    jobs(query?: any): Promise<Job[]>
    cancel(query: any): Promise<any>
    on(event: string, run: (...args: any[]) => void): this
  }
  export default Agenda
}

declare module '@hokify/agenda' {
  export * from 'agenda'
}
