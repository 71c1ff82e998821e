/** @library bullmq */

// Jobs are tried once unless `attempts` says more: on the job, or in the queue's defaults.
declare module 'bullmq' {
  export class Queue<T = any, R = any, N = any> {
    /** @queue name=0 attempts=1.defaultJobOptions.attempts */
    constructor(name: string, options?: any)
    readonly name: string
    /** @enqueue durable name=this payload=1 attempts=2.attempts */
    add(name: any, data?: any, options?: any): Promise<Job>
    /** @enqueue durable name=this payload=0 */
    addBulk(jobs: any): Promise<Job[]>
    /** @enqueue durable name=this payload=2.data */
    upsertJobScheduler(id: string, repeat: any, template?: any): Promise<Job>
    getJob(id: string): Promise<any>
    getJobs(...args: any[]): Promise<any[]>
    remove(id: string): Promise<number>
    pause(): Promise<void>
    resume(): Promise<void>
    close(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export class FlowProducer {
    constructor(options?: any)
    /** @enqueue durable name=0.queueName payload=0.data attempts=0.opts.attempts */
    add(flow: any, options?: any): Promise<any>
    /** @enqueue durable payload=0 */
    addBulk(flows: any): Promise<any>
  }
  export class Worker<T = any, R = any, N = any> {
    /** @worker run=1 name=0 retries=configured */
    constructor(name: string, run?: any, options?: any)
    readonly name: string
    on(event: string, run: (...args: any[]) => void): this
    run(): Promise<void>
    close(force?: boolean): Promise<void>
    pause(): Promise<void>
    resume(): void
  }
  export class QueueEvents {
    constructor(name: string, options?: any)
    on(event: string, run: (...args: any[]) => void): this
    close(): Promise<void>
  }
  export class Job<T = any, R = any, N = any> {
    readonly id?: string
    readonly name: any
    readonly data: any
    readonly opts: any
    readonly attemptsMade: number
    updateProgress(value: any): Promise<void>
    updateData(data: any): Promise<void>
    log(text: string): Promise<number>
    remove(): Promise<void>
    /** @enqueue durable */
    retry(state?: any): Promise<void>
  }
  export class UnrecoverableError extends Error {}
  export type ConnectionOptions = any
  export type JobsOptions = any
  export type QueueOptions = any
  export type WorkerOptions = any
  export type Processor<T = any, R = any, N = any> = (job: Job, token?: string) => Promise<any>
}

declare module '@nestjs/bullmq' {
  /** Subclasses implement `process(job)`. */
  export class WorkerHost {
    readonly worker: import('bullmq').Worker
  }
  /** @worker run=this.process name=0 retries=configured */
  export function Processor(name?: any, options?: any): (target: any) => any
  /** @queue name=0 */
  export function InjectQueue(name?: string): (target: any, key?: any, index?: any) => any
  export function InjectFlowProducer(name?: string): (target: any, key?: any, index?: any) => any
  export function OnWorkerEvent(event: string): (target: any, key?: any, descriptor?: any) => any
  export function OnQueueEvent(event: string): (target: any, key?: any, descriptor?: any) => any
  export function QueueEventsListener(name: string): (target: any) => any
  export class QueueEventsHost {}
  export function getQueueToken(name?: string): any
  export const BullModule: any
}

declare module 'bull' {
  class Bull<T = any> {
    /** @queue name=0 attempts=1.defaultJobOptions.attempts */
    constructor(name: string, options?: any, more?: any)
    readonly name: string
    /** @enqueue durable name=this payload=1 attempts=2.attempts */
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

declare module 'bee-queue' {
  class BeeQueue<T = any> {
    /** @queue name=0 */
    constructor(name: string, options?: any)
    createJob(data: any): BeeQueue.Job
    /** @worker run=-1 name=this retries=configured */
    process(run: (job: BeeQueue.Job, done?: any) => any): void
    /** @worker run=-1 name=this retries=configured */
    process(concurrency: number, run: (job: BeeQueue.Job, done?: any) => any): void
    on(event: string, run: (...args: any[]) => void): this
    saveAll(jobs: any): Promise<any>
    close(): Promise<void>
  }
  namespace BeeQueue {
    interface Job<T = any> {
      readonly id: string
      readonly data: any
      retries(count: number): this
      backoff(strategy: string, delay?: number): this
      timeout(delay: number): this
      delayUntil(date: any): this
      setId(id: string): this
      /** @enqueue durable payload=this */
      save(): Promise<this>
    }
  }
  export = BeeQueue
}
