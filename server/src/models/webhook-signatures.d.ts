/** @library webhook-signatures */

// General verifiers: whose events they are, and what they mean, the caller's tests tell.
declare module 'standardwebhooks' {
  export class Webhook {
    constructor(secret: any, options?: any)
    /** @verify */
    verify(payload: any, headers: any, options?: any): any
    sign(...args: any[]): string
  }
  export class WebhookVerificationError extends Error {}
}

declare module 'svix' {
  export { Webhook, WebhookVerificationError } from 'standardwebhooks'
  export class Svix {
    constructor(token: any, options?: any)
    readonly message: {
      /** @enqueue durable name=0 payload=1 */
      create(application: any, message: any, options?: any): Promise<any>
    }
    readonly [resource: string]: any
  }
}
