/** @library qstash */

// A queue over HTTP: the URL names the consumer, and an answer other than 2xx makes the message come again.
declare module '@upstash/qstash' {
  export class Client {
    constructor(options?: any)
    /** @enqueue durable name=0.url payload=0.body */
    publish(request: any): Promise<any>
    /** @enqueue durable name=0.url payload=0.body */
    publishJSON(request: any): Promise<any>
    /** @enqueue durable name=0 payload=0 */
    batch(requests: any): Promise<any>
    /** @enqueue durable name=0 payload=0 */
    batchJSON(requests: any): Promise<any>
    queue(options?: any): Queue
    readonly schedules: Schedules
    readonly messages: any
    readonly dlq: any
    readonly urlGroups: any
  }
  interface Queue {
    /** @enqueue durable name=0.url payload=0.body */
    enqueue(request: any): Promise<any>
    /** @enqueue durable name=0.url payload=0.body */
    enqueueJSON(request: any): Promise<any>
    upsert(options: any): Promise<any>
  }
  interface Schedules {
    /** @enqueue durable name=0.destination payload=0.body */
    create(request: any): Promise<any>
    delete(id: string): Promise<any>
    list(): Promise<any[]>
  }
  export class Receiver {
    constructor(options?: any)
    verify(request: any): Promise<boolean>
  }
}

declare module '@upstash/qstash/nextjs' {
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignature<H>(handler: H, options?: any): H
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignatureAppRouter<H>(handler: H, options?: any): H
  /**
   * @pass arg=0
   * @worker run=0 retries=yes
   */
  export function verifySignatureEdge<H>(handler: H, options?: any): H
}
