/**
 * @library polar
 * @provider polar hosts=api.polar.sh|sandbox-api.polar.sh words=polar
 * @paid order.paid
 * @subscription subscription.created subscription.active subscription.updated
 * @other order.created order.updated order.refunded checkout.created checkout.updated checkout.expired subscription.canceled subscription.uncanceled
 *   subscription.revoked subscription.past_due refund.created refund.updated benefit.created benefit.updated benefit_grant.created
 *   benefit_grant.updated benefit_grant.revoked benefit_grant.cycled customer.created customer.updated customer.deleted customer.state_changed
 *   product.created product.updated organization.updated
 * @status paid=paid|succeeded unpaid=pending|failed|open|expired|confirmed|incomplete|incomplete_expired|trialing|past_due|canceled|unpaid|refunded
 * @route POST /v1/checkouts checkout
 * @route GET /v1/checkouts/:id payment
 * @route GET /v1/orders/:id payment
 * @route POST /v1/refunds refund
 */
declare module '@polar-sh/sdk' {
  interface Order {
    id: string
    /** @status paid=paid unpaid=pending|refunded|partially_refunded */
    status: string
    /** @isPaid */
    paid: boolean
    metadata: any
    [other: string]: any
  }
  interface Checkout {
    id: string
    /** @status paid=succeeded unpaid=open|expired|confirmed|failed */
    status: string
    metadata: any
    [other: string]: any
  }
  /** An active subscription proves no payment: it may be free. */
  interface Subscription {
    id: string
    /** @status unpaid=incomplete|incomplete_expired|trialing|past_due|canceled|unpaid */
    status: string
    metadata: any
    [other: string]: any
  }
  interface Resource {
    /** @provider */
    [member: string]: (...args: any[]) => Promise<any>
  }
  type Checkouts = Resource & {
    /** @checkout metadata=0.metadata metadata=0.customerId metadata=0.externalCustomerId metadata=0.customerExternalId */
    create(values: any, options?: any): Promise<any>
    /** @payment */
    get(values: any, options?: any): Promise<Checkout>
    /** @charge */
    clientConfirm(values: any, options?: any): Promise<Checkout>
  }
  type Orders = Resource & {
    /** @payment */
    get(values: any, options?: any): Promise<Order>
    /** @charge */
    finalize(values: any, options?: any): Promise<Order>
  }
  type Refunds = Resource & {
    /** @refund */
    create(values: any, options?: any): Promise<any>
  }
  type Subscriptions = Resource & {
    /** @provider */
    get(values: any, options?: any): Promise<Subscription>
    /** @provider */
    update(values: any, options?: any): Promise<Subscription>
    /** @provider */
    revoke(values: any, options?: any): Promise<Subscription>
  }
  export class Polar {
    constructor(options?: any)
    readonly checkouts: Checkouts
    readonly orders: Orders
    readonly refunds: Refunds
    readonly subscriptions: Subscriptions
    readonly customers: Resource
    readonly products: Resource
    readonly customerSessions: Resource
    readonly [other: string]: any
  }
  export function createPolar(options?: any): Polar
}
declare module '@polar-sh/sdk/webhooks' {
  export interface PolarEvent {
    /** @eventType */
    type: string
    data: any
  }
  /** @event */
  export function validateEvent(body: any, headers: any, secret: any): PolarEvent
  export class WebhookVerificationError extends Error {}
}
// Dated entry points of version 1, and the files of single models.
declare module '@polar-sh/sdk/*' {
  export { createPolar } from '@polar-sh/sdk'
  export { validateEvent, WebhookVerificationError } from '@polar-sh/sdk/webhooks'
}
