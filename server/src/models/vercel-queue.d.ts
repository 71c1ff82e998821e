/** @library vercel-queue */

declare module '@vercel/queue' {
  /** @enqueue durable name=0 payload=1 */
  export function send(topic: string, payload: any, options?: any): Promise<any>
  /** @worker run=0 retries=yes */
  export function handleCallback(handlers: any): any
}
