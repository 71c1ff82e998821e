/**
 * Bank debits take days: the event that says so is the confirmation, not the call.
 * @library gocardless
 * @provider gocardless hosts=api.gocardless.com|api-sandbox.gocardless.com words=gocardless
 * @status paid=confirmed|paid_out unpaid=pending_customer_approval|pending_submission|submitted|cancelled|customer_approval_denied|failed|charged_back
 * @route POST /payments provider
 * @route GET /payments/:id payment
 * @route POST /payments/:id/actions/cancel void
 * @route POST /refunds refund
 */
declare module 'gocardless-nodejs' {
  interface Payment {
    id: string
    /** @status paid=confirmed|paid_out unpaid=pending_customer_approval|pending_submission|submitted|cancelled|customer_approval_denied|failed|charged_back */
    status: string
    metadata: any
    [field: string]: any
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Promise<any>
  }

  interface Resources {
    payments: {
      /** @checkout metadata=0.metadata metadata=0.reference */
      create(params: any, ...rest: any[]): Promise<Payment>
      /** @payment */
      find(id: any, ...rest: any[]): Promise<Payment>
      /** @void */
      cancel(id: any, ...rest: any[]): Promise<Payment>
      /** @provider */
      list(...args: any[]): Promise<any>
      /** @provider */
      update(...args: any[]): Promise<Payment>
      /** @provider */
      retry(...args: any[]): Promise<Payment>
    }
    refunds: {
      /** @refund */
      create(params: any, ...rest: any[]): Promise<any>
      /** @provider */
      find(id: any, ...rest: any[]): Promise<any>
      /** @provider */
      list(...args: any[]): Promise<any>
    }
  }

  type AnyClient = Resources & { [resource: string]: Resource }
  export interface GoCardlessClient extends AnyClient {}
  export class GoCardlessClient {
    constructor(token: any, environment?: any, options?: any)
  }
  function gocardless(token: any, environment?: any, options?: any): GoCardlessClient
  export default gocardless
}

declare module 'gocardless-nodejs/webhooks' {
  interface Event {
    id: string
    resource_type: string
    /** Too common a word to be known as an event by itself. @status paid=confirmed|paid_out unpaid=created|submitted|cancelled|failed|charged_back|late_failure_settled */
    action: any
    links: any
    [field: string]: any
  }
  /** @event */
  export function parse(body: any, secret: any, signature: any): Event[]
  /** @event */
  export function parseWithMeta(body: any, secret: any, signature: any): any
  /** @verify */
  export function verifySignature(body: any, secret: any, signature: any): void
}
