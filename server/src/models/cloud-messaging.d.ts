/** @library cloud-messaging */

declare module '@google-cloud/pubsub' {
  export class Topic {
    readonly name: string
    /** @enqueue durable name=this payload=0 */
    publishMessage(message: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    publishJSON(message: any, attributes?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    publish(data: any, attributes?: any): Promise<any>
    /** @queue name=0 */
    subscription(name: string, options?: any): Subscription
  }
  export class Subscription {
    // A rejected listener is no negative acknowledgement.
    /** @worker run=1 name=this retries=no */
    on(event: 'message', run: (message: any) => any): this
    on(event: string, run: (...args: any[]) => void): this
    close(): Promise<void>
  }
  export type Message = any
  export class PubSub {
    constructor(options?: any)
    /** @queue name=0 */
    topic(name: string, options?: any): Topic
    /** @queue name=0 */
    subscription(name: string, options?: any): Subscription
    close(): Promise<void>
  }
}

// The task's URL names the consumer; an answer other than 2xx makes it come again.
declare module '@google-cloud/tasks' {
  export class CloudTasksClient {
    constructor(options?: any)
    /** @enqueue durable name=0.task.httpRequest.url payload=0.task.httpRequest.body */
    createTask(request: any, options?: any): Promise<any>
    queuePath(project: string, location: string, queue: string): string
  }
  export namespace v2 {
    export { CloudTasksClient }
  }
}
declare module 'firebase-admin/functions' {
  interface TaskQueue {
    /** @enqueue durable name=this payload=0 */
    enqueue(data: any, options?: any): Promise<void>
  }
  export function getFunctions(app?: any): {
    /** @queue name=0 */
    taskQueue(name: string, extension?: string): TaskQueue
  }
}

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
