/** @library pg-boss */

declare module 'pg-boss' {
  type Jobs = (jobs: any) => any
  class PgBoss {
    constructor(options: any)
    start(): Promise<this>
    stop(options?: any): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
    createQueue(name: string, options?: any): Promise<void>
    /** @enqueue durable name=0.name payload=0.data */
    send(request: { readonly name: string; readonly data?: any; readonly options?: any }): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    send(name: string, data?: any, options?: any): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    sendAfter(name: string, data: any, options: any, after: any): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    sendThrottled(name: string, data: any, ...rest: any[]): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    sendDebounced(name: string, data: any, ...rest: any[]): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    sendOnce(name: string, data: any, ...rest: any[]): Promise<string | null>
    /** @enqueue durable name=0 payload=1 */
    sendSingleton(name: string, data: any, ...rest: any[]): Promise<string | null>
    /** @enqueue durable name=0 payload=0 */
    insert(jobs: any, options?: any): Promise<any>
    /** @enqueue durable name=0 payload=1 */
    publish(event: string, data?: any, options?: any): Promise<void>
    /** @enqueue durable name=0 payload=2 */
    schedule(name: string, cron: string, data?: any, options?: any): Promise<void>
    /** @worker run=-1 name=0 retries=yes */
    work(name: string, run: Jobs): Promise<string>
    /** @worker run=-1 name=0 retries=yes */
    work(name: string, options: any, run: Jobs): Promise<string>
    /** @worker run=-1 name=0 retries=yes */
    subscribe(name: string, ...rest: any[]): Promise<any>
    complete(...args: any[]): Promise<void>
    fail(...args: any[]): Promise<void>
  }
  namespace PgBoss {
    export { PgBoss }
    export type Job<T = any> = { id: string; name: string; data: T }
  }
  export = PgBoss
}
