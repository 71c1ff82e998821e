/**
 * AWS Lambda: events tell who calls, and so what a throw means; handlers are found as exports.
 * @library aws-lambda
 */

declare module 'aws-lambda' {
  export interface APIGatewayProxyEvent {
    body: string | null
    headers: { [name: string]: string | undefined }
    pathParameters: any
    queryStringParameters: any
    httpMethod: string
    path: string
    isBase64Encoded: boolean
    requestContext: any
    [name: string]: any
  }
  export interface APIGatewayProxyEventV2 extends APIGatewayProxyEvent {}
  export interface APIGatewayEvent extends APIGatewayProxyEvent {}
  export interface ALBEvent extends APIGatewayProxyEvent {}
  export interface LambdaFunctionURLEvent extends APIGatewayProxyEvent {}
  export interface APIGatewayProxyResult {
    statusCode: number
    body?: string
    headers?: any
    [name: string]: any
  }
  export type APIGatewayProxyResultV2<T = never> = any
  export interface SQSRecord {
    messageId: string
    body: string
    receiptHandle: string
    attributes: any
    messageAttributes: any
  }
  export interface SQSEvent {
    Records: SQSRecord[]
  }
  export interface SQSBatchResponse {
    batchItemFailures: { itemIdentifier: string }[]
  }
  export interface SNSEvent {
    Records: { Sns: { Message: string; Subject?: string; [name: string]: any } }[]
  }
  export interface EventBridgeEvent<T = string, D = any> {
    'detail-type': T
    detail: D
    source: string
    id: string
    [name: string]: any
  }
  export interface ScheduledEvent extends EventBridgeEvent {}
  export interface DynamoDBStreamEvent {
    Records: any[]
  }
  export interface KinesisStreamEvent {
    Records: any[]
  }
  export interface S3Event {
    Records: any[]
  }
  export interface Context {
    functionName: string
    awsRequestId: string
    callbackWaitsForEmptyEventLoop: boolean
    [name: string]: any
  }
  export type Callback<R = any> = (error?: any, result?: R) => void
  export type Handler<E = any, R = any> = (event: E, context: Context, callback: Callback<R>) => any
  export type APIGatewayProxyHandler = Handler<APIGatewayProxyEvent>
  export type APIGatewayProxyHandlerV2<T = never> = Handler<APIGatewayProxyEventV2>
  export type APIGatewayHandler = Handler<APIGatewayProxyEvent>
  export type ALBHandler = Handler<ALBEvent>
  export type LambdaFunctionURLHandler = Handler<LambdaFunctionURLEvent>
  export type SQSHandler = Handler<SQSEvent>
  export type SNSHandler = Handler<SNSEvent>
  export type EventBridgeHandler<T = string, D = any, R = any> = Handler<EventBridgeEvent<T, D>>
  export type ScheduledHandler = Handler<ScheduledEvent>
  export type DynamoDBStreamHandler = Handler<DynamoDBStreamEvent>
  export type KinesisStreamHandler = Handler<KinesisStreamEvent>
  export type S3Handler = Handler<S3Event>
}

declare module '@middy/core' {
  interface Middy<F> {
    use(middleware: any): Middy<F> & F
    before(run: any): Middy<F> & F
    after(run: any): Middy<F> & F
    onError(run: any): Middy<F> & F
    /** @pass arg=0 */
    handler<G>(run: G): Middy<G> & G
  }
  /** @pass arg=0 */
  function middy<F extends (...args: any[]) => any>(handler?: F, options?: any): Middy<F> & F
  export = middy
}

declare module 'serverless-http' {
  /** @pass arg=0 */
  function serverless(app: any, options?: any): any
  export = serverless
}
