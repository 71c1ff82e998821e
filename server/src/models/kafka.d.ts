/** @library kafka */

// A throw in the consumer leaves the offset where it is: the message comes again.
declare module 'kafkajs' {
  interface Sender {
    /** @enqueue durable name=0.topic payload=0.messages */
    send(record: any): Promise<any>
    /** @enqueue durable name=0.topicMessages payload=0.topicMessages */
    sendBatch(batch: any): Promise<any>
  }
  export interface Transaction extends Sender {
    commit(): Promise<void>
    abort(): Promise<void>
    sendOffsets(offsets: any): Promise<void>
  }
  export interface Producer extends Sender {
    connect(): Promise<void>
    disconnect(): Promise<void>
    transaction(): Promise<Transaction>
    on(event: string, run: (...args: any[]) => void): any
  }
  export interface Consumer {
    connect(): Promise<void>
    disconnect(): Promise<void>
    /** @queue name=0.topics names */
    subscribe(options: { topics: any; [option: string]: any }): Promise<void>
    /** @queue name=0.topic names */
    subscribe(options: any): Promise<void>
    /** @worker run=0.eachBatch name=this jobName=0.batch.topic retries=yes */
    run(options: { eachBatch: (payload: any) => any; [option: string]: any }): Promise<void>
    /** @worker run=0.eachMessage name=this jobName=0.topic retries=yes */
    run(options?: { eachMessage?: (payload: any) => any; [option: string]: any }): Promise<void>
    commitOffsets(offsets: any): Promise<void>
    on(event: string, run: (...args: any[]) => void): any
  }
  export class Kafka {
    constructor(options: any)
    producer(options?: any): Producer
    consumer(options: any): Consumer
    admin(options?: any): any
  }
  export type EachMessagePayload = any
  export type EachBatchPayload = any
  export const logLevel: any
  export const Partitioners: any
}

declare module '@confluentinc/kafka-javascript' {
  export namespace KafkaJS {
    export class Kafka {
      constructor(options?: any)
      producer(options?: any): import('kafkajs').Producer
      consumer(options?: any): import('kafkajs').Consumer
    }
  }
}
