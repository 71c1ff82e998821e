/** @library cloud-tasks */

// The task's URL names the consumer; an answer other than 2xx makes it come again.
declare module '@google-cloud/tasks' {
  export class CloudTasksClient {
    constructor(options?: any)
    /** @enqueue durable name=0.task.httpRequest.url payload=0.task.httpRequest.body */
    createTask(request: any, options?: any): Promise<any>
    queuePath(project: string, location: string, queue: string): string
  }
  export namespace v2 {
    export { CloudTasksClient }
  }
}

declare module 'firebase-admin/functions' {
  interface TaskQueue {
    /** @enqueue durable name=this payload=0 */
    enqueue(data: any, options?: any): Promise<void>
  }
  export function getFunctions(app?: any): {
    /** @queue name=0 */
    taskQueue(name: string, extension?: string): TaskQueue
  }
}
