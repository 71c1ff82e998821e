/** @library bull */

declare module 'bull' {
  class Bull<T = any> {
    /** @queue name=0 attempts=1.defaultJobOptions.attempts */
    constructor(name: string, options?: any, more?: any)
    readonly name: string
    /** @enqueue durable name=this job=0 payload=1 attempts=2.attempts */
    add(name: string, data: any, options?: any): Promise<Bull.Job>
    /** @enqueue durable name=this payload=0 attempts=1.attempts */
    add(data: any, options?: any): Promise<Bull.Job>
    /** @enqueue durable name=this payload=0 */
    addBulk(jobs: any): Promise<Bull.Job[]>
    /** @worker run=-1 name=this retries=configured */
    process(run: (job: Bull.Job, done?: any) => any): Promise<void>
    /** @worker run=-1 name=this retries=configured */
    process(concurrency: number, run: (job: Bull.Job, done?: any) => any): Promise<void>
    /** @worker run=-1 name=this retries=configured */
    process(name: string, run: (job: Bull.Job, done?: any) => any): Promise<void>
    /** @worker run=-1 name=this retries=configured */
    process(name: string, concurrency: number, run: (job: Bull.Job, done?: any) => any): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
    getJob(id: any): Promise<any>
    close(): Promise<void>
    pause(): Promise<void>
    resume(): Promise<void>
    isReady(): Promise<this>
  }
  namespace Bull {
    type Queue<T = any> = Bull<T>
    interface Job<T = any> {
      readonly id: any
      readonly name: string
      readonly data: any
      readonly attemptsMade: number
      progress(value?: any): any
      log(text: string): any
      remove(): Promise<void>
      /** @enqueue durable */
      retry(): Promise<void>
    }
    type JobOptions = any
    type QueueOptions = any
    type DoneCallback = (error?: any, result?: any) => void
    type ProcessCallbackFunction<T = any> = (job: Job, done: DoneCallback) => void
  }
  export = Bull
}

declare module '@nestjs/bull' {
  /** @queue name=0 */
  export function Processor(name?: any): (target: any) => any
  /** @worker run=this name=0 retries=configured */
  export function Process(name?: any): (target: any, key?: any, descriptor?: any) => any
  /** @queue name=0 */
  export function InjectQueue(name?: string): (target: any, key?: any, index?: any) => any
  export function OnQueueFailed(options?: any): (target: any, key?: any, descriptor?: any) => any
  export function OnQueueCompleted(options?: any): (target: any, key?: any, descriptor?: any) => any
  export function OnQueueActive(options?: any): (target: any, key?: any, descriptor?: any) => any
  export function OnQueueError(options?: any): (target: any, key?: any, descriptor?: any) => any
  export function getQueueToken(name?: string): any
  export const BullModule: any
}
