/** @library rsmq */

declare module 'rsmq' {
  class RSMQ {
    constructor(options?: any)
    /** @enqueue durable name=0.qname payload=0.message */
    sendMessageAsync(options: any): Promise<any>
    /** @enqueue durable name=0.qname payload=0.message errors=callback */
    sendMessage(options: any, done?: any): void
    receiveMessageAsync(options: any): Promise<any>
    deleteMessageAsync(options: any): Promise<any>
    createQueueAsync(options: any): Promise<any>
  }
  export = RSMQ
}
