/** @library dbos */

declare module '@dbos-inc/dbos-sdk' {
  type AnyDecorator = (target: any, key?: any, descriptor?: any) => any
  // A workflow goes on after a crash, but one that throws has failed.
  export class DBOS {
    /** @worker run=this retries=no */
    static workflow(options?: any): AnyDecorator
    /** @transaction run=0 ambient */
    static transaction(options?: any): AnyDecorator
    /** @step run=this retries */
    static step(options: { retriesAllowed: true; [option: string]: any }): AnyDecorator
    /** @step run=this */
    static step(options?: any): AnyDecorator
    /** @worker run=this retries=no */
    static scheduled(options: any): AnyDecorator
    /** @step run=0 retries */
    static runStep<R>(run: () => R, options: { retriesAllowed: true; [option: string]: any }): Promise<Awaited<R>>
    /** @step run=0 */
    static runStep<R>(run: () => R, options?: any): Promise<Awaited<R>>
    /**
     * @pass arg=0
     * @worker run=0 retries=no
     */
    static registerWorkflow<F>(run: F, options?: any): F
    /** @pass arg=0 */
    static registerStep<F>(run: F, options?: any): F
    /** @pass arg=0 */
    static startWorkflow<F>(target: F, options?: any): F
    static launch(options?: any): Promise<void>
    static shutdown(): Promise<void>
    static setConfig(options: any): void
    static send(...args: any[]): Promise<void>
    static recv<T = any>(...args: any[]): Promise<any>
    static setEvent(name: string, value: any): Promise<void>
    static getEvent<T = any>(...args: any[]): Promise<any>
    static sleep(delay: number): Promise<void>
    static readonly logger: any
    static readonly workflowID: string | undefined
  }
  export class WorkflowQueue {
    constructor(name: string, options?: any)
  }
}
