/**
 * In-process messages: event emitters, buses and NestJS message patterns. A message is lost when its listener fails.
 * @library events
 */

declare module 'events' {
  class EventEmitter {
    constructor(options?: any)
    /** @listen key=0 run=1 */
    on(event: any, run: (...args: any[]) => void): this
    /** @listen key=0 run=1 */
    once(event: any, run: (...args: any[]) => void): this
    /** @listen key=0 run=1 */
    addListener(event: any, run: (...args: any[]) => void): this
    /** @listen key=0 run=1 */
    prependListener(event: any, run: (...args: any[]) => void): this
    off(event: any, run: (...args: any[]) => void): this
    removeListener(event: any, run: (...args: any[]) => void): this
    removeAllListeners(event?: any): this
    setMaxListeners(count: number): this
    listenerCount(event: any): number
    /** @emit key=0 */
    emit(event: any, ...args: any[]): boolean
  }
  namespace EventEmitter {
    export { EventEmitter }
    export function once(emitter: any, event: any): Promise<any[]>
  }
  export = EventEmitter
}

declare module 'node:events' {
  import EventEmitter = require('events')
  export = EventEmitter
}

declare module 'eventemitter3' {
  import EventEmitter = require('events')
  export = EventEmitter
}

declare module 'eventemitter2' {
  export class EventEmitter2 {
    constructor(options?: any)
    /** @listen key=0 run=1 */
    on(event: any, run: (...args: any[]) => any, options?: any): this
    /** @listen key=0 run=1 */
    once(event: any, run: (...args: any[]) => any, options?: any): this
    /** @listen key=0 run=1 */
    addListener(event: any, run: (...args: any[]) => any): this
    off(event: any, run: (...args: any[]) => any): this
    removeAllListeners(event?: any): this
    /** @emit key=0 */
    emit(event: any, ...args: any[]): boolean
    /** @emit key=0 awaited */
    emitAsync(event: any, ...args: any[]): Promise<any[]>
  }
  export default EventEmitter2
}

declare module '@nestjs/event-emitter' {
  export { EventEmitter2 } from 'eventemitter2'
  /** Errors are caught and logged unless `suppressErrors` is off. @listen key=0 run=this */
  export function OnEvent(event: any, options?: any): MethodDecorator
  export class EventEmitterModule {
    static forRoot(options?: any): any
  }
}

declare module '@nestjs/cqrs' {
  interface Bus {
    register(...args: any[]): void
    subscribe(...args: any[]): any
  }
  export interface CommandBus extends Bus {}
  export class CommandBus {
    /** @emit key=0 awaited */
    execute<T = any, R = any>(command: T): Promise<R>
  }
  export interface QueryBus extends Bus {}
  export class QueryBus {
    /** @emit key=0 awaited */
    execute<T = any, R = any>(query: T): Promise<R>
  }
  export interface EventBus extends Bus {}
  export class EventBus {
    /** @emit key=0 */
    publish<T = any>(event: T): any
    /** @emit key=0 */
    publishAll<T = any>(events: T[]): any
  }
  /** @listen key=0 run=this.execute */
  export function CommandHandler(command: any, ...more: any[]): ClassDecorator
  /** @listen key=0 run=this.execute */
  export function QueryHandler(query: any, ...more: any[]): ClassDecorator
  /** @listen key=0 run=this.handle */
  export function EventsHandler(...events: any[]): ClassDecorator
  export function Saga(): PropertyDecorator
  export interface ICommandHandler<C = any, R = any> {
    execute(command: C): Promise<R>
  }
  export interface IQueryHandler<Q = any, R = any> {
    execute(query: Q): Promise<R>
  }
  export interface IEventHandler<E = any> {
    handle(event: E): any
  }
  export class AggregateRoot<E = any> {
    /** @emit key=0 */
    apply(event: E, options?: any): void
    commit(): void
  }
  export class EventPublisher {
    /** @pass arg=0 */
    mergeObjectContext<T>(object: T): T
    /** @pass arg=0 */
    mergeClassContext<T>(type: T): T
  }
  export class CqrsModule {}
  export class Command<R = any> {}
  export class Query<R = any> {}
}

declare module '@nestjs/microservices' {
  export class ClientProxy {
    /** Published at once, to another process: nobody waits for the consumer. @enqueue unconfirmed name=0 payload=1 */
    emit<R = any, I = any>(pattern: any, data: I): any
    /** Cold: sent when something subscribes, `firstValueFrom` mostly. @emit key=0 awaited */
    send<R = any, I = any>(pattern: any, data: I): any
    connect(): Promise<any>
    close(): any
  }
  export class ClientKafka extends ClientProxy {
    subscribeToResponseOf(pattern: any): void
  }
  export class ClientRMQ extends ClientProxy {}
  export class ClientRedis extends ClientProxy {}
  export class ClientTCP extends ClientProxy {}
  export class ClientGrpc {
    getService<T = any>(name: string): T
  }
  /** @listen key=0 run=this */
  export function EventPattern(pattern: any, ...more: any[]): MethodDecorator
  /** @listen key=0 run=this */
  export function MessagePattern(pattern: any, ...more: any[]): MethodDecorator
  /** @entry rpc run=this name=1 onThrow=fail */
  export function GrpcMethod(service?: string, method?: string): MethodDecorator
  export function Payload(...args: any[]): ParameterDecorator
  export function Ctx(): ParameterDecorator
  export function Client(options: any): PropertyDecorator
  export class RpcException extends Error {
    constructor(error: any)
  }
  export const Transport: { readonly [name: string]: number }
  export const ClientsModule: any
}

declare module 'mitt' {
  export interface Emitter<E = any> {
    /** @listen key=0 run=1 */
    on(event: any, run: (...args: any[]) => void): void
    off(event: any, run?: (...args: any[]) => void): void
    /** @emit key=0 */
    emit(event: any, payload?: any): void
  }
  export default function mitt<E = any>(): Emitter<E>
}

declare module 'emittery' {
  export default class Emittery<E = any> {
    /** @listen key=0 run=1 */
    on(event: any, run: (...args: any[]) => any): () => void
    /** @emit key=0 awaited */
    emit(event: any, payload?: any): Promise<void>
    /** @emit key=0 awaited */
    emitSerial(event: any, payload?: any): Promise<void>
  }
}
