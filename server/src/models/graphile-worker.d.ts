/** @library graphile-worker */

declare module 'graphile-worker' {
  type AddJob = (name: string, payload?: any, options?: any) => Promise<any>
  export interface JobHelpers {
    readonly job: any
    readonly logger: any
    /** @enqueue durable name=0 payload=1 */
    addJob(name: string, payload?: any, options?: any): Promise<any>
    /** @call run=0 */
    withPgClient<R>(run: (client: import('pg').PoolClient) => R): Promise<Awaited<R>>
    /** @sql */
    query(text: string, values?: any): Promise<any>
  }
  export interface WorkerUtils {
    /** @enqueue durable name=0 payload=1 */
    addJob(name: string, payload?: any, options?: any): Promise<any>
    /** @enqueue durable name=0 payload=0 */
    addJobs(jobs: any): Promise<any>
    migrate(): Promise<void>
    release(): Promise<void>
  }
  export type Task<N = any> = (payload: any, helpers: JobHelpers) => any
  export type TaskList = { readonly [name: string]: Task }
  // Each task is tried 25 times.
  /** @worker run=0.taskList retries=yes */
  export function run(options: { taskList?: TaskList; [option: string]: any }, tasks?: TaskList): Promise<any>
  /** @worker run=1 retries=yes */
  export function runOnce(options: any, tasks?: TaskList): Promise<void>
  export function makeWorkerUtils(options: any): Promise<WorkerUtils>
  /** @enqueue durable name=1 payload=2 */
  export function quickAddJob(options: any, name: string, payload?: any, more?: any): Promise<any>
}
