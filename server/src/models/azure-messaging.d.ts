/** @library azure-messaging */

declare module '@azure/service-bus' {
  export interface ServiceBusSender {
    /** @enqueue durable name=this payload=0 */
    sendMessages(messages: any, options?: any): Promise<void>
    /** @enqueue durable name=this payload=0 */
    scheduleMessages(messages: any, time: any, options?: any): Promise<any>
    createMessageBatch(options?: any): Promise<any>
    close(): Promise<void>
  }
  export interface ServiceBusReceiver {
    /** @worker run=0.processMessage name=this retries=yes */
    subscribe(handlers: { processMessage: (message: any) => any; processError: (args: any) => any }, options?: any): any
    receiveMessages(count: number, options?: any): Promise<any[]>
    completeMessage(message: any): Promise<void>
    abandonMessage(message: any, properties?: any): Promise<void>
    deadLetterMessage(message: any, options?: any): Promise<void>
    close(): Promise<void>
  }
  export class ServiceBusClient {
    constructor(...args: any[])
    /** @queue name=0 */
    createSender(name: string, options?: any): ServiceBusSender
    /** @queue name=0 */
    createReceiver(name: string, ...rest: any[]): ServiceBusReceiver
    close(): Promise<void>
  }
  export type ServiceBusReceivedMessage = any
}

declare module '@azure/storage-queue' {
  export class QueueClient {
    /** @queue name=1 */
    constructor(...args: any[])
    /** @enqueue durable name=this payload=0 */
    sendMessage(text: string, options?: any): Promise<any>
    receiveMessages(options?: any): Promise<any>
    deleteMessage(id: string, receipt: string): Promise<any>
  }
  export class QueueServiceClient {
    constructor(...args: any[])
    static fromConnectionString(text: string): QueueServiceClient
    /** @queue name=0 */
    getQueueClient(name: string): QueueClient
  }
}
