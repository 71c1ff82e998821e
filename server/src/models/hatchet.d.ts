/** @library hatchet */

declare module '@hatchet-dev/typescript-sdk' {
  interface Task {
    /** @enqueue durable name=this payload=0 */
    run(input?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=0 */
    runNoWait(input?: any, options?: any): Promise<any>
    /** @enqueue durable name=this payload=1 */
    schedule(time: any, input?: any, options?: any): Promise<any>
    /** @worker run=0.fn name=this retries=configured option=0.retries */
    task(options: any): any
    /** @worker run=0.fn name=this retries=configured option=0.retries */
    durableTask(options: any): any
    onFailure(options: any): any
  }
  export class HatchetClient {
    static init(options?: any): HatchetClient
    /**
     * @worker run=0.fn name=0.name retries=configured option=0.retries
     * @queue name=0.name
     */
    task(options: any): Task
    /**
     * @worker run=0.fn name=0.name retries=configured option=0.retries
     * @queue name=0.name
     */
    durableTask(options: any): Task
    /** @queue name=0.name */
    workflow(options: any): Task
    readonly events: Events
    worker(name: string, options?: any): Promise<any>
  }
  interface Events {
    /** @enqueue durable name=0 payload=1 */
    push(name: string, payload?: any, options?: any): Promise<any>
  }
  export { HatchetClient as Hatchet }
  export default HatchetClient
}
