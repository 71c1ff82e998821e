/**
 * @library paddle
 * @provider paddle hosts=api.paddle.com|sandbox-api.paddle.com words=paddle
 * @paid transaction.completed transaction.paid payment_succeeded subscription_payment_succeeded
 * @subscription subscription.created subscription.activated subscription.updated subscription.resumed subscription_created subscription_updated
 * @other transaction.billed transaction.canceled transaction.created transaction.past_due transaction.payment_failed transaction.ready transaction.revised
 *   transaction.updated subscription.canceled subscription.imported subscription.past_due subscription.paused subscription.trialing
 *   adjustment.created adjustment.updated customer.created customer.updated customer.imported payout.created payout.paid product.created
 *   product.updated price.created price.updated address.created address.updated business.created business.updated discount.created discount.updated
 *   payment_refunded payment_dispute_created payment_dispute_closed subscription_cancelled subscription_payment_failed subscription_payment_refunded
 *   high_risk_transaction_created locker_processed
 * @status paid=paid|completed unpaid=draft|ready|billed|canceled|past_due|paused|trialing
 * @route POST /transactions checkout
 * @route GET /transactions/:id payment
 * @route POST /subscriptions/:id/charge charge
 * @route POST /adjustments refund
 */
declare module '@paddle/paddle-node-sdk' {
  export interface Transaction {
    id: string
    /** @status paid=paid|completed unpaid=draft|ready|billed|canceled|past_due */
    status: string
    customData: any
    [other: string]: any
  }
  /** An active subscription proves no payment: it may be on trial elsewhere, or free. */
  export interface Subscription {
    id: string
    /** @status unpaid=canceled|past_due|paused|trialing */
    status: string
    [other: string]: any
  }
  export interface EventEntity {
    /** @eventType */
    eventType: any
    eventId: string
    data: any
    [other: string]: any
  }
  interface Resource {
    /** @provider */
    [member: string]: (...args: any[]) => any
  }
  type Transactions = Resource & {
    /** @payment */
    get(id: any, query?: any): Promise<Transaction>
    /** @checkout metadata=0.customData metadata=0.customerId */
    create(values: any, query?: any): Promise<Transaction>
    /** @provider */
    update(id: any, values: any): Promise<Transaction>
  }
  type Subscriptions = Resource & {
    /** @provider */
    get(id: any, query?: any): Promise<Subscription>
    /** @charge any=1.effectiveFrom:immediately */
    createOneTimeCharge(id: any, values: any): Promise<Subscription>
    /** @charge */
    activate(id: any): Promise<Subscription>
    /** @charge any=1.prorationBillingMode:prorated_immediately|full_immediately */
    update(id: any, values: any): Promise<Subscription>
  }
  type Adjustments = Resource & {
    /** @refund */
    create(values: any): Promise<any>
  }
  export class Webhooks {
    /** @event */
    unmarshal(body: any, secret: any, signature: any): Promise<EventEntity>
    /** @verify */
    isSignatureValid(body: any, secret: any, signature: any): Promise<boolean>
  }
  export class Paddle {
    constructor(key: any, options?: any)
    readonly transactions: Transactions
    readonly subscriptions: Subscriptions
    readonly adjustments: Adjustments
    readonly customers: Resource
    readonly prices: Resource
    readonly products: Resource
    readonly webhooks: Webhooks
    readonly [other: string]: any
  }
  export const EventName: {
    readonly TransactionBilled: 'transaction.billed'
    readonly TransactionCanceled: 'transaction.canceled'
    readonly TransactionCompleted: 'transaction.completed'
    readonly TransactionCreated: 'transaction.created'
    readonly TransactionPaid: 'transaction.paid'
    readonly TransactionPastDue: 'transaction.past_due'
    readonly TransactionPaymentFailed: 'transaction.payment_failed'
    readonly TransactionReady: 'transaction.ready'
    readonly TransactionRevised: 'transaction.revised'
    readonly TransactionUpdated: 'transaction.updated'
    readonly SubscriptionActivated: 'subscription.activated'
    readonly SubscriptionCanceled: 'subscription.canceled'
    readonly SubscriptionCreated: 'subscription.created'
    readonly SubscriptionImported: 'subscription.imported'
    readonly SubscriptionPastDue: 'subscription.past_due'
    readonly SubscriptionPaused: 'subscription.paused'
    readonly SubscriptionResumed: 'subscription.resumed'
    readonly SubscriptionTrialing: 'subscription.trialing'
    readonly SubscriptionUpdated: 'subscription.updated'
    readonly ProductCreated: 'product.created'
    readonly ProductUpdated: 'product.updated'
    readonly ProductImported: 'product.imported'
    readonly PriceCreated: 'price.created'
    readonly PriceUpdated: 'price.updated'
    readonly PriceImported: 'price.imported'
    readonly AdjustmentCreated: 'adjustment.created'
    readonly AdjustmentUpdated: 'adjustment.updated'
    readonly CustomerCreated: 'customer.created'
    readonly CustomerUpdated: 'customer.updated'
    readonly CustomerImported: 'customer.imported'
    readonly [other: string]: string
  }
  export const Environment: any
  export const LogLevel: any
}
