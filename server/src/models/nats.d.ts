/** @library nats */

declare module 'nats' {
  export interface NatsConnection {
    // At most once: nobody keeps the message.
    /** @enqueue unconfirmed name=0 payload=1 */
    publish(subject: string, payload?: any, options?: any): void
    request(subject: string, payload?: any, options?: any): Promise<any>
    /** @worker run=1.callback name=0 retries=no */
    subscribe(subject: string, options?: { callback?: (error: any, message: any) => any; [option: string]: any }): any
    jetstream(options?: any): JetStreamClient
    jetstreamManager(options?: any): Promise<any>
    drain(): Promise<void>
    close(): Promise<void>
  }
  export interface JetStreamClient {
    /** @enqueue durable name=0 payload=1 */
    publish(subject: string, payload?: any, options?: any): Promise<any>
    readonly consumers: any
  }
  export function connect(options?: any): Promise<NatsConnection>
  export const JSONCodec: any
  export const StringCodec: any
}

declare module '@nats-io/transport-node' {
  export * from 'nats'
}

declare module '@nats-io/jetstream' {
  export function jetstream(connection: any, options?: any): import('nats').JetStreamClient
}

// NATS Streaming gives a message again until it is acknowledged (`setManualAckMode`).
declare module 'node-nats-streaming' {
  namespace nats {
    interface Message {
      getSubject(): string
      getSequence(): number
      getData(): any
      /** @answer */
      ack(): void
    }
    interface Subscription {
      /** @worker run=1 name=this retries=unacknowledged */
      on(event: 'message', run: (message: Message) => any): this
      on(event: string, run: (...args: any[]) => any): this
      unsubscribe(): void
      close(): void
    }
    interface SubscriptionOptions {
      setManualAckMode(on: boolean): this
      setAckWait(milliseconds: number): this
      setDurableName(name: string): this
      setDeliverAllAvailable(): this
      setMaxInFlight(count: number): this
      [setting: string]: any
    }
    interface Stan {
      /** @enqueue durable name=0 payload=1 errors=callback */
      publish(subject: string, data: any, done?: (error: any, id: string) => any): string
      /** @queue name=0 */
      subscribe(subject: string, group?: any, options?: any): Subscription
      subscriptionOptions(): SubscriptionOptions
      on(event: string, run: (...args: any[]) => any): this
      close(): void
    }
    function connect(cluster: string, client: string, options?: any): Stan
  }
  export = nats
}
