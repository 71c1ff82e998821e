/**
 * @library creem
 * @provider creem hosts=api.creem.io|test-api.creem.io words=creem
 * @paid checkout.completed subscription.paid
 * @subscription subscription.active subscription.update
 * @other refund.created dispute.created subscription.canceled subscription.expired subscription.unpaid subscription.past_due subscription.paused
 *   subscription.scheduled_cancel subscription.trialing
 * @status paid=completed|paid unpaid=pending|processing|expired|canceled|unpaid|past_due|paused|trialing|failed
 * @route POST /v1/checkouts checkout
 * @route GET /v1/checkouts payment
 * @route GET /v1/transactions payment
 * @route POST /v1/subscriptions/:id/upgrade charge
 */
declare module 'creem' {
  interface Payment {
    id: string
    /** @status paid=completed|paid unpaid=pending|processing|expired|failed|unpaid */
    status: string
    metadata: any
    [field: string]: any
  }

  interface Event {
    /** @eventType */
    eventType: any
    id: string
    object: any
    [field: string]: any
  }

  export class Creem {
    constructor(options?: any)
    checkouts: {
      /** @checkout metadata=0.metadata metadata=0.requestId */
      create(request: any, options?: any): Promise<any>
      /** @payment */
      retrieve(id: any, ...rest: any[]): Promise<Payment>
    }
    transactions: {
      /** @payment */
      getById(id: any, ...rest: any[]): Promise<Payment>
      /** @refund */
      refund(...args: any[]): Promise<any>
      /** @provider */
      search(...args: any[]): Promise<any>
    }
    subscriptions: {
      /** @charge any=1.updateBehavior:proration-charge-immediately|proration-charge */
      upgrade(id: any, request: any, ...rest: any[]): Promise<any>
      /** @provider */
      get(...args: any[]): Promise<any>
      /** @provider */
      update(...args: any[]): Promise<any>
      /** @provider */
      resume(...args: any[]): Promise<any>
      /** @provider */
      cancel(...args: any[]): Promise<any>
      /** @provider */
      pause(...args: any[]): Promise<any>
    }
  }
  /** @event */
  export function constructWebhookEvent(payload: any, headers: any, options?: any): Promise<Event>
  /** @verify */
  export function verifyWebhookSignature(...args: any[]): Promise<boolean>
  export function parseWebhookEvent(payload: any): Event
}
