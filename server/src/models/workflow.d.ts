/** @library workflow */

// Functions that start with 'use workflow' and 'use step' are found by their directive.
declare module 'workflow' {
  export function sleep(duration: any): Promise<void>
  export function createHook<T = any>(options?: any): any
  export function createWebhook(options?: any): any
  export function getStepMetadata(): any
  export function getWorkflowMetadata(): any
  export function fetch(url: any, options?: any): Promise<Response>
  export class FatalError extends Error {}
  export class RetryableError extends Error {}
}

declare module 'workflow/api' {
  /** @enqueue durable name=0 payload=1 */
  export function start(workflow: any, args?: any, options?: any): Promise<any>
  export function resumeHook(token: string, payload: any): Promise<any>
  export function getRun(id: string): any
}

declare module '@workflow/core' {
  export * from 'workflow'
}
