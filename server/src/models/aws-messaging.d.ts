/** @library aws-messaging */

// What a command does is said where it is sent. A command is its input: `@pass`.
declare module '@aws-sdk/client-sqs' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class SQSClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    /** @enqueue durable name=0.QueueUrl payload=0.MessageBody */
    send(command: SendMessageCommand, ...rest: any[]): Promise<any>
    /** @enqueue durable name=0.QueueUrl payload=0.Entries */
    send(command: SendMessageBatchCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
    destroy(): void
  }
  export class SQS extends SQSClient {
    /** @enqueue durable name=0.QueueUrl payload=0.MessageBody */
    sendMessage(input: any): Promise<any>
    /** @enqueue durable name=0.QueueUrl payload=0.Entries */
    sendMessageBatch(input: any): Promise<any>
    receiveMessage(input: any): Promise<any>
    deleteMessage(input: any): Promise<any>
  }
  export class SendMessageCommand {
    readonly command: 'SendMessage'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class SendMessageBatchCommand {
    readonly command: 'SendMessageBatch'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ReceiveMessageCommand {
    readonly command: 'ReceiveMessage'
    constructor(input: any)
  }
  export class DeleteMessageCommand {
    readonly command: 'DeleteMessage'
    constructor(input: any)
  }
}

declare module 'sqs-consumer' {
  // A throw leaves the message in the queue: it is shown again.
  export class Consumer {
    /** @worker run=0.handleMessageBatch name=0.queueUrl retries=yes */
    static create(options: { handleMessageBatch: (messages: any[]) => any; [option: string]: any }): Consumer
    /** @worker run=0.handleMessage name=0.queueUrl retries=yes */
    static create(options: any): Consumer
    start(): void
    stop(options?: any): void
    on(event: string, run: (...args: any[]) => void): this
  }
}
declare module 'sqs-producer' {
  export class Producer {
    /** @queue name=0.queueUrl */
    static create(options: any): Producer
    /** @enqueue durable name=this payload=0 */
    send(messages: any): Promise<any>
  }
}
declare module '@ssut/nestjs-sqs' {
  export class SqsService {
    /** @enqueue durable name=0 payload=1 */
    send(name: string, payload: any): Promise<any>
  }
  /** @worker run=this name=0 retries=yes */
  export function SqsMessageHandler(name: string, batch?: boolean): (target: any, key?: any, descriptor?: any) => any
  export function SqsConsumerEventHandler(name: string, event: string): (target: any, key?: any, descriptor?: any) => any
  export const SqsModule: any
}

declare module '@aws-sdk/client-sns' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class SNSClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    /** @enqueue durable name=0.TopicArn payload=0.Message */
    send(command: PublishCommand, ...rest: any[]): Promise<any>
    /** @enqueue durable name=0.TopicArn payload=0.PublishBatchRequestEntries */
    send(command: PublishBatchCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
  }
  export class SNS extends SNSClient {
    /** @enqueue durable name=0.TopicArn payload=0.Message */
    publish(input: any): Promise<any>
    /** @enqueue durable name=0.TopicArn payload=0.PublishBatchRequestEntries */
    publishBatch(input: any): Promise<any>
  }
  export class PublishCommand {
    readonly command: 'Publish'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class PublishBatchCommand {
    readonly command: 'PublishBatch'
    /** @pass arg=0 */
    constructor(input: any)
  }
}

declare module '@aws-sdk/client-eventbridge' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class EventBridgeClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    // `FailedEntryCount` in the result tells of failures.
    /** @enqueue durable name=0.Entries payload=0.Entries errors=value */
    send(command: PutEventsCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
  }
  export class EventBridge extends EventBridgeClient {
    /** @enqueue durable name=0.Entries payload=0.Entries errors=value */
    putEvents(input: any): Promise<any>
  }
  export class PutEventsCommand {
    readonly command: 'PutEvents'
    /** @pass arg=0 */
    constructor(input: any)
  }
}

declare module '@aws-sdk/client-sfn' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class SFNClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    /** @enqueue durable name=0.stateMachineArn payload=0.input */
    send(command: StartExecutionCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
  }
  export class SFN extends SFNClient {
    /** @enqueue durable name=0.stateMachineArn payload=0.input */
    startExecution(input: any): Promise<any>
  }
  export class StartExecutionCommand {
    readonly command: 'StartExecution'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class StartSyncExecutionCommand {
    readonly command: 'StartSyncExecution'
    constructor(input: any)
  }
}

declare module '@aws-sdk/client-lambda' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class LambdaClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    // Only asynchronous invocations are queued and tried again.
    /** @enqueue durable name=0.FunctionName payload=0.Payload */
    send(command: InvokeCommand<'Event'>, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
  }
  export class InvokeCommand<T extends string = string> {
    readonly command: 'Invoke'
    readonly type: T
    /** @pass arg=0 */
    constructor(input: { InvocationType?: T; [property: string]: any })
  }
}

declare module '@aws-sdk/client-kinesis' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class KinesisClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    /** @enqueue durable name=0.StreamName payload=0.Data */
    send(command: PutRecordCommand, ...rest: any[]): Promise<any>
    /** @enqueue durable name=0.StreamName payload=0.Records errors=value */
    send(command: PutRecordsCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
  }
  export class PutRecordCommand {
    readonly command: 'PutRecord'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class PutRecordsCommand {
    readonly command: 'PutRecords'
    /** @pass arg=0 */
    constructor(input: any)
  }
}
