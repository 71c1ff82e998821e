/** @library dynamodb */

// What a command does is said where it is sent. A command is its input: `@pass`.
declare module '@aws-sdk/client-dynamodb' {
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class DynamoDBClient {
    constructor(options?: any)
    send<C>(command: Unknown<C>): Promise<any>
    /** @write form=upsert table=0.TableName where=0.Item data=0.Item */
    send(command: PutItemCommand, ...rest: any[]): Promise<any>
    /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression */
    send(command: UpdateItemCommand, ...rest: any[]): Promise<any>
    /** @write form=delete table=0.TableName where=0.Key */
    send(command: DeleteItemCommand, ...rest: any[]): Promise<any>
    /** @write form=upsert table=0.RequestItems data=0.RequestItems */
    send(command: BatchWriteItemCommand, ...rest: any[]): Promise<any>
    /**
     * @write form=unknown table=0.TransactItems data=0.TransactItems
     * @batch list=0.TransactItems
     */
    send(command: TransactWriteItemsCommand, ...rest: any[]): Promise<any>
    /** @sql text=0.Statement */
    send(command: ExecuteStatementCommand, ...rest: any[]): Promise<any>
    /** @sql text=0.Statements */
    send(command: BatchExecuteStatementCommand, ...rest: any[]): Promise<any>
    /**
     * @sql text=0.TransactStatements
     * @batch list=0.TransactStatements
     */
    send(command: ExecuteTransactionCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.Key */
    send(command: GetItemCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.ExpressionAttributeValues */
    send(command: QueryCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName */
    send(command: ScanCommand, ...rest: any[]): Promise<any>
    /** @read table=0.RequestItems where=0.RequestItems */
    send(command: BatchGetItemCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TransactItems where=0.TransactItems */
    send(command: TransactGetItemsCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
    destroy(): void
    readonly config: any
  }
  export class DynamoDB extends DynamoDBClient {
    /** @write form=upsert table=0.TableName where=0.Item data=0.Item */
    putItem(input: any, ...rest: any[]): Promise<any>
    /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression */
    updateItem(input: any, ...rest: any[]): Promise<any>
    /** @write form=delete table=0.TableName where=0.Key */
    deleteItem(input: any, ...rest: any[]): Promise<any>
    /** @write form=upsert table=0.RequestItems data=0.RequestItems */
    batchWriteItem(input: any, ...rest: any[]): Promise<any>
    /**
     * @write form=unknown table=0.TransactItems data=0.TransactItems
     * @batch list=0.TransactItems
     */
    transactWriteItems(input: any, ...rest: any[]): Promise<any>
    /** @sql text=0.Statement */
    executeStatement(input: any, ...rest: any[]): Promise<any>
    /** @sql text=0.Statements */
    batchExecuteStatement(input: any, ...rest: any[]): Promise<any>
    /**
     * @sql text=0.TransactStatements
     * @batch list=0.TransactStatements
     */
    executeTransaction(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.Key */
    getItem(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.ExpressionAttributeValues */
    query(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName */
    scan(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.RequestItems where=0.RequestItems */
    batchGetItem(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TransactItems where=0.TransactItems */
    transactGetItems(input: any, ...rest: any[]): Promise<any>
  }
  export class PutItemCommand {
    readonly command: 'PutItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class UpdateItemCommand {
    readonly command: 'UpdateItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class DeleteItemCommand {
    readonly command: 'DeleteItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchWriteItemCommand {
    readonly command: 'BatchWriteItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class TransactWriteItemsCommand {
    readonly command: 'TransactWriteItems'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ExecuteStatementCommand {
    readonly command: 'ExecuteStatement'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchExecuteStatementCommand {
    readonly command: 'BatchExecuteStatement'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ExecuteTransactionCommand {
    readonly command: 'ExecuteTransaction'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class GetItemCommand {
    readonly command: 'GetItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class QueryCommand {
    readonly command: 'Query'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ScanCommand {
    readonly command: 'Scan'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchGetItemCommand {
    readonly command: 'BatchGetItem'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class TransactGetItemsCommand {
    readonly command: 'TransactGetItems'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ConditionalCheckFailedException extends Error {}
  export class TransactionCanceledException extends Error {}
  export type AttributeValue = any
}

declare module '@aws-sdk/lib-dynamodb' {
  import {
    PutItemCommand,
    UpdateItemCommand,
    DeleteItemCommand,
    BatchWriteItemCommand,
    TransactWriteItemsCommand,
    GetItemCommand,
    BatchGetItemCommand,
    TransactGetItemsCommand,
  } from '@aws-sdk/client-dynamodb'
  type Unknown<C> = 0 extends 1 & C ? C : never
  export class DynamoDBDocumentClient {
    static from(client: any, options?: any): DynamoDBDocumentClient
    send<C>(command: Unknown<C>): Promise<any>
    /** @write form=upsert table=0.TableName where=0.Item data=0.Item */
    send(command: PutCommand | PutItemCommand, ...rest: any[]): Promise<any>
    /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression */
    send(command: UpdateCommand | UpdateItemCommand, ...rest: any[]): Promise<any>
    /** @write form=delete table=0.TableName where=0.Key */
    send(command: DeleteCommand | DeleteItemCommand, ...rest: any[]): Promise<any>
    /** @write form=upsert table=0.RequestItems data=0.RequestItems */
    send(command: BatchWriteCommand | BatchWriteItemCommand, ...rest: any[]): Promise<any>
    /**
     * @write form=unknown table=0.TransactItems data=0.TransactItems
     * @batch list=0.TransactItems
     */
    send(command: TransactWriteCommand | TransactWriteItemsCommand, ...rest: any[]): Promise<any>
    /** @sql text=0.Statement */
    send(command: ExecuteStatementCommand, ...rest: any[]): Promise<any>
    /** @sql text=0.Statements */
    send(command: BatchExecuteStatementCommand, ...rest: any[]): Promise<any>
    /**
     * @sql text=0.TransactStatements
     * @batch list=0.TransactStatements
     */
    send(command: ExecuteTransactionCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.Key */
    send(command: GetCommand | GetItemCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.ExpressionAttributeValues */
    send(command: QueryCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TableName */
    send(command: ScanCommand, ...rest: any[]): Promise<any>
    /** @read table=0.RequestItems where=0.RequestItems */
    send(command: BatchGetCommand | BatchGetItemCommand, ...rest: any[]): Promise<any>
    /** @read table=0.TransactItems where=0.TransactItems */
    send(command: TransactGetCommand | TransactGetItemsCommand, ...rest: any[]): Promise<any>
    send(command: any, ...rest: any[]): Promise<any>
    destroy(): void
  }
  export class DynamoDBDocument extends DynamoDBDocumentClient {
    static from(client: any, options?: any): DynamoDBDocument
    /** @write form=upsert table=0.TableName where=0.Item data=0.Item */
    put(input: any, ...rest: any[]): Promise<any>
    /** @write form=update table=0.TableName where=0.Key data=0.UpdateExpression */
    update(input: any, ...rest: any[]): Promise<any>
    /** @write form=delete table=0.TableName where=0.Key */
    delete(input: any, ...rest: any[]): Promise<any>
    /** @write form=upsert table=0.RequestItems data=0.RequestItems */
    batchWrite(input: any, ...rest: any[]): Promise<any>
    /**
     * @write form=unknown table=0.TransactItems data=0.TransactItems
     * @batch list=0.TransactItems
     */
    transactWrite(input: any, ...rest: any[]): Promise<any>
    /** @sql text=0.Statement */
    executeStatement(input: any, ...rest: any[]): Promise<any>
    /** @sql text=0.Statements */
    batchExecuteStatement(input: any, ...rest: any[]): Promise<any>
    /**
     * @sql text=0.TransactStatements
     * @batch list=0.TransactStatements
     */
    executeTransaction(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.Key */
    get(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName where=0.ExpressionAttributeValues */
    query(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TableName */
    scan(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.RequestItems where=0.RequestItems */
    batchGet(input: any, ...rest: any[]): Promise<any>
    /** @read table=0.TransactItems where=0.TransactItems */
    transactGet(input: any, ...rest: any[]): Promise<any>
  }
  export class PutCommand {
    readonly command: 'Put'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class UpdateCommand {
    readonly command: 'Update'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class DeleteCommand {
    readonly command: 'Delete'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchWriteCommand {
    readonly command: 'BatchWrite'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class TransactWriteCommand {
    readonly command: 'TransactWrite'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ExecuteStatementCommand {
    readonly command: 'ExecuteStatement'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchExecuteStatementCommand {
    readonly command: 'BatchExecuteStatement'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ExecuteTransactionCommand {
    readonly command: 'ExecuteTransaction'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class GetCommand {
    readonly command: 'Get'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class QueryCommand {
    readonly command: 'Query'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class ScanCommand {
    readonly command: 'Scan'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class BatchGetCommand {
    readonly command: 'BatchGet'
    /** @pass arg=0 */
    constructor(input: any)
  }
  export class TransactGetCommand {
    readonly command: 'TransactGet'
    /** @pass arg=0 */
    constructor(input: any)
  }
}

declare module '@aws-sdk/util-dynamodb' {
  /** @pass arg=0 */
  export function marshall(value: any, options?: any): any
  /** @pass arg=0 */
  export function unmarshall(value: any, options?: any): any
}
