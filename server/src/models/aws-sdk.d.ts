/** @library aws-sdk */

// Version 2. Without `.promise()`, `.send()` or a callback nothing is sent.
declare module 'aws-sdk' {
  interface Request {
    /** @run */
    promise(): Promise<any>
    /** @run */
    send(done?: (error: any, data: any) => void): void
  }
  type Done = (error: any, data: any) => void
  export class DynamoDB {
    constructor(options?: any)
    /** @write form=upsert table=0.TableName where=0.Item data=0.Item lazy=run */
    putItem(input: any, done?: Done): Request
    /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression lazy=run */
    updateItem(input: any, done?: Done): Request
    /** @write form=delete table=0.TableName where=0.Key lazy=run */
    deleteItem(input: any, done?: Done): Request
    /** @write form=upsert table=0.RequestItems data=0.RequestItems lazy=run */
    batchWriteItem(input: any, done?: Done): Request
    /**
     * @write form=unknown table=0.TransactItems data=0.TransactItems lazy=run
     * @batch list=0.TransactItems
     */
    transactWriteItems(input: any, done?: Done): Request
    /** @read table=0.TableName where=0.Key lazy=run */
    getItem(input: any, done?: Done): Request
    /** @read table=0.TableName where=0.ExpressionAttributeValues lazy=run */
    query(input: any, done?: Done): Request
  }
  export namespace DynamoDB {
    class DocumentClient {
      constructor(options?: any)
      /** @write form=upsert table=0.TableName where=0.Item data=0.Item errors=callback */
      put(input: any, done: Done): Request
      /** @write form=upsert table=0.TableName where=0.Item data=0.Item lazy=run */
      put(input: any): Request
      /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression errors=callback */
      update(input: any, done: Done): Request
      /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression lazy=run */
      update(input: any): Request
      /** @write form=delete table=0.TableName where=0.Key errors=callback */
      delete(input: any, done: Done): Request
      /** @write form=delete table=0.TableName where=0.Key lazy=run */
      delete(input: any): Request
      /** @write form=upsert table=0.RequestItems data=0.RequestItems lazy=run */
      batchWrite(input: any, done?: Done): Request
      /**
       * @write form=unknown table=0.TransactItems data=0.TransactItems lazy=run
       * @batch list=0.TransactItems
       */
      transactWrite(input: any, done?: Done): Request
      /** @read table=0.TableName where=0.Key lazy=run */
      get(input: any, done?: Done): Request
      /** @read table=0.TableName where=0.ExpressionAttributeValues lazy=run */
      query(input: any, done?: Done): Request
      /** @read table=0.TableName lazy=run */
      scan(input: any, done?: Done): Request
      /** @read table=0.RequestItems where=0.RequestItems lazy=run */
      batchGet(input: any, done?: Done): Request
      createSet(list: any): any
    }
    const Converter: any
  }
  // Sending without a look at the result is common here: the request goes out with `.promise()`.
  export class SQS {
    constructor(options?: any)
    /** @enqueue durable name=0.QueueUrl payload=0.MessageBody errors=callback */
    sendMessage(input: any, done: Done): Request
    /** @enqueue durable name=0.QueueUrl payload=0.MessageBody */
    sendMessage(input: any): Request
    /** @enqueue durable name=0.QueueUrl payload=0.Entries */
    sendMessageBatch(input: any, done?: Done): Request
    receiveMessage(input: any, done?: Done): Request
    deleteMessage(input: any, done?: Done): Request
  }
  export class SNS {
    constructor(options?: any)
    /** @enqueue durable name=0.TopicArn payload=0.Message errors=callback */
    publish(input: any, done: Done): Request
    /** @enqueue durable name=0.TopicArn payload=0.Message */
    publish(input: any): Request
  }
  export class EventBridge {
    constructor(options?: any)
    /** @enqueue durable name=0.Entries payload=0.Entries errors=value */
    putEvents(input: any, done?: Done): Request
  }
  export class StepFunctions {
    constructor(options?: any)
    /** @enqueue durable name=0.stateMachineArn payload=0.input */
    startExecution(input: any, done?: Done): Request
  }
  export class Lambda {
    constructor(options?: any)
    /** @enqueue durable name=0.FunctionName payload=0.Payload */
    invokeAsync(input: any, done?: Done): Request
    /** @enqueue durable name=0.FunctionName payload=0.Payload */
    invoke(input: { InvocationType: 'Event'; [property: string]: any }, done?: Done): Request
    invoke(input: any, done?: Done): Request
  }
  export const S3: any
  export const SES: any
  export const config: any
}
