/**
 * Cloudflare Workers: the module's default export is found by its members; `waitUntil` works after the answer.
 * @library workers
 */

interface ExecutionContext<P = any> {
  /** @defer run=0 */
  waitUntil(promise: Promise<any>): void
  passThroughOnException(): void
  readonly props: P
}
interface ScheduledController {
  readonly scheduledTime: number
  readonly cron: string
}
interface ExportedHandler<E = any, Q = any, C = any> {
  fetch?(request: Request, env: E, ctx: ExecutionContext): any
  queue?(batch: MessageBatch<Q>, env: E, ctx: ExecutionContext): any
  scheduled?(controller: ScheduledController, env: E, ctx: ExecutionContext): any
  [name: string]: any
}
type PagesFunction<E = any, P extends string = any, D = any> = (context: {
  readonly request: Request
  readonly env: E
  readonly params: any
  readonly data: D
  /** @defer run=0 */
  waitUntil(promise: Promise<any>): void
  next(...args: any[]): Promise<Response>
}) => any

declare module '@cloudflare/workers-types' {
  export type ExecutionContext<P = any> = globalThis.ExecutionContext<P>
  export type ExportedHandler<E = any, Q = any, C = any> = globalThis.ExportedHandler<E, Q, C>
  export type ScheduledController = globalThis.ScheduledController
  export type PagesFunction<E = any, P extends string = any, D = any> = globalThis.PagesFunction<E, P, D>
}
