/** @library bee-queue */

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
