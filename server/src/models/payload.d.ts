/** @library payload */

// Each operation is a transaction of its own, unless `req` carries one.
declare module 'payload' {
  export interface PayloadRequest {
    readonly payload: Payload
    readonly user: any
    readonly transactionID?: any
    readonly context: any
    readonly headers: Headers
    [property: string]: any
  }
  export class BasePayload<T = any> {
    /** @write form=create table=0.collection data=0.data join=0.req */
    create(options: any): Promise<any>
    /** @write form=update table=0.collection where=0.id data=0.data join=0.req */
    update(options: { readonly id: any; [option: string]: any }): Promise<any>
    /** @write form=update table=0.collection where=0.where data=0.data join=0.req */
    update(options: any): Promise<any>
    /** @write form=update table=0.slug data=0.data join=0.req */
    updateGlobal(options: any): Promise<any>
    /** @write form=delete table=0.collection where=0.id join=0.req */
    delete(options: { readonly id: any; [option: string]: any }): Promise<any>
    /** @write form=delete table=0.collection where=0.where join=0.req */
    delete(options: any): Promise<any>
    /** @write form=create table=0.collection join=0.req */
    duplicate(options: any): Promise<any>
    /** @write form=update table=0.collection where=0.id join=0.req */
    restoreVersion(options: any): Promise<any>
    /** @read table=0.collection where=0.where */
    find(options: any): Promise<any>
    /** @read table=0.collection where=0.id */
    findByID(options: any): Promise<any>
    /** @read table=0.slug */
    findGlobal(options: any): Promise<any>
    /** @read table=0.collection where=0.where */
    count(options: any): Promise<any>
    readonly db: Adapter
    readonly jobs: Jobs
    readonly logger: any
    readonly config: any
    readonly collections: any
    sendEmail(message: any): Promise<any>
  }
  export type Payload = BasePayload
  interface Adapter {
    /** @begin */
    beginTransaction(options?: any): Promise<any>
    /** @commit */
    commitTransaction(id: any): Promise<void>
    /** @rollback */
    rollbackTransaction(id: any): Promise<void>
    /** @write form=create table=0.collection data=0.data join=0.req */
    create(options: any): Promise<any>
    /** @write form=update table=0.collection where=0.where data=0.data join=0.req */
    updateOne(options: any): Promise<any>
    /** @write form=upsert table=0.collection where=0.where data=0.data join=0.req */
    upsert(options: any): Promise<any>
    /** @write form=delete table=0.collection where=0.where join=0.req */
    deleteOne(options: any): Promise<any>
    /** @read table=0.collection where=0.where */
    findOne(options: any): Promise<any>
    [member: string]: any
  }
  interface Jobs {
    /** @enqueue durable name=0.task payload=0.input */
    queue(options: { readonly task: any; [option: string]: any }): Promise<any>
    /** @enqueue durable name=0.workflow payload=0.input */
    queue(options: any): Promise<any>
    run(options?: any): Promise<any>
  }
  export function getPayload(options: any): Promise<Payload>
  export function buildConfig(config: any): any
  export function initTransaction(req: any): Promise<boolean>
  export function commitTransaction(req: any): Promise<void>
  export function killTransaction(req: any): Promise<void>
  export type CollectionConfig = any
  export type PayloadHandler = (req: PayloadRequest) => any
  export type Endpoint = { path: string; method: string; handler: PayloadHandler; [option: string]: any }
  export type CollectionAfterChangeHook<T = any> = (args: { readonly req: PayloadRequest; readonly doc: any; [property: string]: any }) => any
  export type CollectionBeforeChangeHook<T = any> = (args: { readonly req: PayloadRequest; readonly data: any; [property: string]: any }) => any
  export type TaskConfig<T = any> = any
  const payload: Payload
  export default payload
}
declare module '@payloadcms/next/utilities' {
  export function getPayloadHMR(options: any): Promise<import('payload').Payload>
}
