/** @library bullmq */

// Jobs are tried once unless `attempts` says more: on the job, or in the queue's defaults.
declare module 'bullmq' {
  export class Queue<T = any, R = any, N = any> {
    /** @queue name=0 attempts=1.defaultJobOptions.attempts */
    constructor(name: string, options?: any)
    readonly name: string
    /** @enqueue durable name=this job=0 payload=1 attempts=2.attempts */
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
    /** @enqueue durable name=0.queueName job=0.name payload=0.data attempts=0.opts.attempts */
    add(flow: any, options?: any): Promise<any>
    /** @enqueue durable payload=0 */
    addBulk(flows: any): Promise<any>
  }
  export class Worker<T = any, R = any, N = any> {
    /** @worker run=1 name=0 jobName=0.name retries=configured */
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
  /** @worker run=this.process name=0 jobName=0.name retries=configured */
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
