/** @library medusa */

// Module services have generated methods, so their names say what they do.
declare module '@medusajs/types' {
  interface Create {
    /** @write form=create data=0 */
    (values: any, context?: any): Promise<any>
  }
  interface Update {
    /** @write form=update where=0 data=1 */
    (selector: any, values?: any, context?: any): Promise<any>
  }
  interface Upsert {
    /** @write form=upsert data=0 */
    (values: any, context?: any): Promise<any>
  }
  interface Delete {
    /** @write form=delete where=0 */
    (ids: any, context?: any): Promise<any>
  }
  interface Other {
    /** @write form=update data=0 */
    (...args: any[]): Promise<any>
  }
  interface Read {
    /** @read where=0 */
    (selector?: any, options?: any, context?: any): Promise<any>
  }
  export interface ModuleService {
    readonly [create: `create${string}`]: Create
    readonly [add: `add${string}`]: Create
    readonly [update: `update${string}`]: Update
    readonly [upsert: `upsert${string}`]: Upsert
    readonly [remove: `delete${string}`]: Delete
    readonly [softDelete: `softDelete${string}`]: Delete
    readonly [restore: `restore${string}`]: Other
    readonly [set: `set${string}`]: Other
    readonly [register: `register${string}`]: Other
    readonly [complete: `complete${string}`]: Other
    readonly [cancel: `cancel${string}`]: Other
    readonly [retrieve: `retrieve${string}`]: Read
    readonly [list: `list${string}`]: Read
  }
  export interface IPaymentModuleService extends ModuleService {
    /** @charge */
    capturePayment(data: any, context?: any): Promise<any>
    /** @hold */
    authorizePaymentSession(id: any, data?: any, context?: any): Promise<any>
    /** @refund */
    refundPayment(data: any, context?: any): Promise<any>
    /** @void */
    cancelPayment(id: any, context?: any): Promise<any>
  }
  export type IOrderModuleService = ModuleService
  export type ICartModuleService = ModuleService
  export type ICustomerModuleService = ModuleService
  export type IInventoryService = ModuleService
  export type IProductModuleService = ModuleService
  export type IPromotionModuleService = ModuleService
  export type IUserModuleService = ModuleService
  export type IFulfillmentModuleService = ModuleService
}
declare module '@medusajs/framework/types' {
  export * from '@medusajs/types'
}
declare module '@medusajs/framework/utils' {
  export function MedusaService(models: any): new (...args: any[]) => import('@medusajs/types').ModuleService
  export const Modules: any
  export const ContainerRegistrationKeys: any
  export class MedusaError extends Error {
    constructor(type: string, message: string, ...rest: any[])
    static readonly Types: any
  }
  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  /** @transaction run=0 ambient */
  export function InjectTransactionManager(...args: any[]): AnyDecorator
  export function InjectManager(...args: any[]): AnyDecorator
  export function MedusaContext(): (target: any, key?: any, index?: any) => any
}
declare module '@medusajs/utils' {
  export * from '@medusajs/framework/utils'
}
// A workflow undoes finished steps, last first, when a later one fails.
declare module '@medusajs/framework/workflows-sdk' {
  export class StepResponse<O = any, C = any> {
    /** @pass arg=0 */
    constructor(output?: any, compensateInput?: any)
  }
  export class WorkflowResponse<O = any> {
    /** @pass arg=0 */
    constructor(output?: any)
  }
  /** @step run=1 compensate=2 wraps */
  export function createStep<I = any, O = any, C = any>(
    name: any,
    run: (input: any, context: any) => any,
    compensate?: (input: any, context: any) => any,
  ): (input?: any) => any
  interface Workflow {
    (container?: any): Runnable
    runAsStep(options: any): any
  }
  interface Runnable {
    /** @call run=this */
    run(options?: any): Promise<any>
  }
  /** @pass arg=1 */
  export function createWorkflow<I = any, O = any>(name: any, run: (input: any) => any): Workflow
  export function transform(input: any, run: (input: any) => any): any
  export function when(...args: any[]): any
  export function parallelize<T>(...steps: T[]): T
  export function useRemoteQueryStep(options: any): any
}
declare module '@medusajs/workflows-sdk' {
  export * from '@medusajs/framework/workflows-sdk'
}
// Version 1.
declare module '@medusajs/medusa' {
  export class TransactionBaseService {
    protected constructor(...args: any[])
    protected readonly manager_: import('typeorm').EntityManager
    protected readonly activeManager_: import('typeorm').EntityManager
    /** @derive */
    withTransaction(manager?: any): this
    /** @transaction run=0 handle=0 */
    protected atomicPhase_<R>(run: (manager: import('typeorm').EntityManager) => R, ...rest: any[]): Promise<Awaited<R>>
  }
}
