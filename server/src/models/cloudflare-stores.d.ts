/** @library cloudflare */

// Bindings of Workers. Their types are global: projects name them without an import.
interface D1PreparedStatement {
  /** @pass arg=this */
  bind(...values: any[]): D1PreparedStatement
  /** @sql text=this */
  run<T = any>(): Promise<any>
  /** @sql text=this */
  all<T = any>(): Promise<any>
  /** @sql text=this */
  first<T = any>(column?: string): Promise<any>
  /** @sql text=this */
  raw<T = any>(options?: any): Promise<any[]>
}
interface D1Database {
  /** @pass arg=0 */
  prepare(text: string): D1PreparedStatement
  /** @sql */
  exec(text: string): Promise<any>
  // Statements, not calls: all of them or none.
  /**
   * @sql
   * @batch list=0
   */
  batch<T = any>(statements: D1PreparedStatement[]): Promise<any[]>
  /** @derive */
  withSession(bookmark?: string): D1Database
}
type D1DatabaseSession = D1Database

interface DurableObjectTransaction {
  /** @write form=upsert table=0 where=0 data=1 */
  put(key: any, value?: any, options?: any): Promise<void>
  /** @write form=delete table=0 where=0 */
  delete(key: any, options?: any): Promise<any>
  /** @read table=0 where=0 */
  get<T = any>(key: any, options?: any): Promise<any>
  /** @rollback */
  rollback(): void
}
interface SqlStorage {
  /** @sql lazy=sync */
  exec<T = any>(text: string, ...values: any[]): any
}
interface DurableObjectStorage extends DurableObjectTransaction {
  list<T = any>(options?: any): Promise<any>
  /** @write form=delete */
  deleteAll(options?: any): Promise<void>
  /** @transaction run=0 handle=0 repeats */
  transaction<R>(run: (txn: DurableObjectTransaction) => Promise<R>): Promise<R>
  /** @transaction run=0 ambient */
  transactionSync<R>(run: () => R): R
  setAlarm(time: any, options?: any): Promise<void>
  readonly sql: SqlStorage
}

interface KVNamespace<K = any> {
  /** @cache */
  get(key: any, options?: any): Promise<any>
  /** @cache */
  put(key: any, value: any, options?: any): Promise<void>
  /** @cache */
  delete(key: any): Promise<void>
  list(options?: any): Promise<any>
}

interface Queue<T = any> {
  /** @enqueue durable name=this payload=0 */
  send(message: any, options?: any): Promise<void>
  /** @enqueue durable name=this payload=0 */
  sendBatch(messages: any, options?: any): Promise<void>
}
interface Message<T = any> {
  readonly id: string
  readonly body: any
  readonly attempts: number
  ack(): void
  retry(options?: any): void
}
interface MessageBatch<T = any> {
  readonly queue: string
  readonly messages: readonly Message[]
  ackAll(): void
  retryAll(options?: any): void
}

interface Workflow<T = any> {
  /** @enqueue durable name=this payload=0.params */
  create(options?: any): Promise<any>
  /** @enqueue durable name=this payload=0 */
  createBatch(batch: any): Promise<any[]>
  get(id: string): Promise<any>
}
interface WorkflowStep {
  /** @step run=-1 retries */
  do<R>(name: string, run: () => Promise<R>): Promise<R>
  /** @step run=-1 retries */
  do<R>(name: string, config: any, run: () => Promise<R>): Promise<R>
  sleep(name: string, duration: any): Promise<void>
  sleepUntil(name: string, time: any): Promise<void>
  waitForEvent(name: string, options: any): Promise<any>
}

declare module 'cloudflare:workers' {
  // `run(event, step)` of a subclass is the workflow; each step is tried again.
  export class WorkflowEntrypoint<E = any, P = any> {
    readonly env: E
    readonly ctx: any
  }
  export type WorkflowStep = globalThis.WorkflowStep
  export type WorkflowEvent<P = any> = { readonly payload: P; readonly instanceId: string; readonly timestamp: any }
  export class DurableObject<E = any> {
    constructor(ctx: any, env: E)
    readonly ctx: { readonly storage: DurableObjectStorage; [member: string]: any }
    readonly env: E
  }
  export class WorkerEntrypoint<E = any> {
    readonly env: E
    readonly ctx: any
  }
  export class RpcTarget {}
  export const env: any
}
declare module 'cloudflare:workflows' {
  export class NonRetryableError extends Error {}
}
declare module '@cloudflare/workers-types' {
  export type D1Database = globalThis.D1Database
  export type D1PreparedStatement = globalThis.D1PreparedStatement
  export type DurableObjectStorage = globalThis.DurableObjectStorage
  export type KVNamespace<K = any> = globalThis.KVNamespace<K>
  export type Queue<T = any> = globalThis.Queue<T>
  export type Message<T = any> = globalThis.Message<T>
  export type MessageBatch<T = any> = globalThis.MessageBatch<T>
  export type Workflow<T = any> = globalThis.Workflow<T>
  export type WorkflowStep = globalThis.WorkflowStep
}
declare module '@cloudflare/workers-types/*' {
  export * from '@cloudflare/workers-types'
}
