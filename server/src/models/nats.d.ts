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
