/** @library amqp */

// Publishing returns before the broker has the message, and a throw in a consumer does not put it back.
declare module 'amqplib' {
  export type ConsumeMessage = any
  export type Message = any
  export interface Channel {
    assertQueue(name: string, options?: any): Promise<any>
    assertExchange(name: string, type: string, options?: any): Promise<any>
    bindQueue(queue: string, exchange: string, key: string, args?: any): Promise<any>
    prefetch(count: number, all?: boolean): Promise<any>
    /** @enqueue unconfirmed name=0 payload=1 */
    sendToQueue(queue: string, content: any, options?: any): boolean
    /** @enqueue unconfirmed name=1 payload=2 */
    publish(exchange: string, key: string, content: any, options?: any): boolean
    /** @worker run=1 name=0 retries=no */
    consume(queue: string, run: (message: any) => any, options?: any): Promise<any>
    ack(message: any, all?: boolean): void
    nack(message: any, all?: boolean, requeue?: boolean): void
    reject(message: any, requeue?: boolean): void
    close(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export interface ConfirmChannel extends Channel {
    /** @enqueue durable name=0 payload=1 errors=callback */
    sendToQueue(queue: string, content: any, options: any, done: (error: any, ok: any) => void): boolean
    /** @enqueue unconfirmed name=0 payload=1 */
    sendToQueue(queue: string, content: any, options?: any): boolean
    /** @enqueue durable name=1 payload=2 errors=callback */
    publish(exchange: string, key: string, content: any, options: any, done: (error: any, ok: any) => void): boolean
    /** @enqueue unconfirmed name=1 payload=2 */
    publish(exchange: string, key: string, content: any, options?: any): boolean
    waitForConfirms(): Promise<void>
  }
  export interface ChannelModel {
    createChannel(): Promise<Channel>
    createConfirmChannel(): Promise<ConfirmChannel>
    close(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export type Connection = ChannelModel
  export function connect(url: any, options?: any): Promise<ChannelModel>
}

declare module 'amqp-connection-manager' {
  export interface ChannelWrapper {
    /** @enqueue durable name=0 payload=1 */
    sendToQueue(queue: string, content: any, options?: any): Promise<boolean>
    /** @enqueue durable name=1 payload=2 */
    publish(exchange: string, key: string, content: any, options?: any): Promise<boolean>
    /** @worker run=1 name=0 retries=no */
    consume(queue: string, run: (message: any) => any, options?: any): Promise<any>
    addSetup(setup: (channel: import('amqplib').ConfirmChannel) => any): Promise<void>
    waitForConnect(): Promise<void>
    ack(message: any): void
    nack(message: any, all?: boolean, requeue?: boolean): void
    close(): Promise<void>
  }
  export interface AmqpConnectionManager {
    createChannel(options?: any): ChannelWrapper
    close(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export function connect(urls: any, options?: any): AmqpConnectionManager
}

declare module 'rabbitmq-client' {
  export class Connection {
    constructor(options?: any)
    createPublisher(options?: any): Publisher
    /** @worker run=1 name=0.queue retries=yes */
    createConsumer(options: any, run: (message: any, reply: any) => any): any
    close(): Promise<void>
    on(event: string, run: (...args: any[]) => void): this
  }
  export interface Publisher {
    /** @enqueue durable name=0 payload=1 */
    send(envelope: any, body: any): Promise<void>
    close(): Promise<void>
  }
}

declare module '@golevelup/nestjs-rabbitmq' {
  export class AmqpConnection {
    /** @enqueue durable name=1 payload=2 */
    publish<T = any>(exchange: string, key: string, message: any, options?: any): Promise<boolean>
    request<T = any>(options: any): Promise<any>
    readonly channel: import('amqplib').ConfirmChannel
  }
  /** @worker run=this name=0.routingKey retries=configured option=0.errorHandler */
  export function RabbitSubscribe(options: any): (target: any, key?: any, descriptor?: any) => any
  /** @worker run=this name=0.routingKey retries=configured option=0.errorHandler */
  export function RabbitRPC(options: any): (target: any, key?: any, descriptor?: any) => any
  export function RabbitPayload(...args: any[]): (target: any, key?: any, index?: any) => any
  export class Nack {
    constructor(requeue?: boolean)
  }
  export const RabbitMQModule: any
}
