/** @library resque */

declare module 'node-resque' {
  export class Queue {
    constructor(options: any, jobs?: any)
    connect(): Promise<void>
    /** @enqueue durable name=1 payload=2 */
    enqueue(queue: string, name: string, args?: any): Promise<any>
    /** @enqueue durable name=2 payload=3 */
    enqueueIn(delay: number, queue: string, name: string, args?: any): Promise<any>
    /** @enqueue durable name=2 payload=3 */
    enqueueAt(time: number, queue: string, name: string, args?: any): Promise<any>
  }
  export class Worker {
    /** @worker run=1 retries=no */
    constructor(options: any, jobs: any)
    connect(): Promise<void>
    start(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
}
