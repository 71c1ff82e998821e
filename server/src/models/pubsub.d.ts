/** @library pubsub */

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
