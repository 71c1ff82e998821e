/**
 * @library razorpay
 * @provider razorpay hosts=api.razorpay.com words=razorpay
 * @paid payment.captured order.paid invoice.paid payment_link.paid payment_link.partially_paid subscription.charged qr_code.credited virtual_account.credited
 * @subscription subscription.activated subscription.resumed subscription.updated
 * @other payment.authorized payment.failed payment.downtime.started payment.downtime.resolved payment.downtime.updated payment.dispute.created
 *   payment.dispute.won payment.dispute.lost payment.dispute.closed payment.dispute.under_review payment.dispute.action_required order.notification.delivered
 *   refund.created refund.failed refund.processed refund.speed_changed subscription.authenticated subscription.cancelled subscription.completed
 *   subscription.halted subscription.paused subscription.pending transfer.processed transfer.failed payout.processed payout.reversed payout.failed
 *   payment_link.cancelled payment_link.expired invoice.expired invoice.partially_paid qr_code.created qr_code.closed virtual_account.created
 *   virtual_account.closed settlement.processed token.confirmed token.rejected fund_account.validation.completed
 * @status paid=captured|paid unpaid=created|attempted|authorized|failed|refunded|pending|issued|partially_paid|expired|cancelled
 * @route POST /v1/orders checkout
 * @route POST /v1/payment_links checkout
 * @route POST /v1/payments/:id/capture charge
 * @route POST /v1/payments/:id/refund refund
 * @route POST /v1/refunds refund
 * @route GET /v1/payments/:id payment
 * @route GET /v1/orders/:id payment
 * @route GET /v1/orders/:id/payments payment
 */
declare module 'razorpay' {
  interface Payment {
    id: string
    /** @status paid=captured unpaid=created|authorized|failed|refunded */
    status: string
    /** @isPaid */
    captured: boolean
    notes: any
    [field: string]: any
  }
  interface Order {
    id: string
    /** @status paid=paid unpaid=created|attempted */
    status: string
    notes: any
    [field: string]: any
  }
  interface Link {
    id: string
    /** @status paid=paid unpaid=created|partially_paid|expired|cancelled|issued|draft */
    status: string
    notes: any
    [field: string]: any
  }
  interface Resource {
    /** @provider */
    [member: string]: (...args: any[]) => Promise<any>
  }
  type Orders = Resource & {
    /** @checkout metadata=0.notes metadata=0.receipt */
    create(values: any, done?: any): Promise<Order>
    /** @payment */
    fetch(id: any, done?: any): Promise<Order>
    /** @payment */
    fetchPayments(id: any, done?: any): Promise<{ items: Payment[]; count: number }>
  }
  type Payments = Resource & {
    /** @charge */
    capture(id: any, amount: any, currency?: any, done?: any): Promise<Payment>
    /** @charge */
    createRecurringPayment(values: any, done?: any): Promise<any>
    /** @charge */
    createUpi(values: any, done?: any): Promise<any>
    /** @charge */
    createPaymentJson(values: any, done?: any): Promise<any>
    /** @charge */
    otpSubmit(id: any, values: any, done?: any): Promise<any>
    /** @payment */
    fetch(id: any, ...rest: any[]): Promise<Payment>
    /** @refund */
    refund(id: any, ...rest: any[]): Promise<any>
  }
  type Links = Resource & {
    /** @checkout metadata=0.notes metadata=0.reference_id */
    create(values: any, done?: any): Promise<Link>
    /** @payment */
    fetch(id: any, done?: any): Promise<Link>
  }
  class Razorpay {
    constructor(options: any)
    readonly orders: Orders
    readonly payments: Payments
    readonly paymentLink: Links
    readonly invoices: Resource
    readonly subscriptions: Resource
    readonly plans: Resource
    readonly customers: Resource
    readonly refunds: Resource
    readonly transfers: Resource
    readonly [other: string]: any
    /** @verify */
    static validateWebhookSignature(body: any, signature: any, secret: any): boolean
  }
  export = Razorpay
}
// The signature that the checkout form hands to the browser covers a finished payment.
declare module 'razorpay/dist/utils/razorpay-utils' {
  /** @isPaid */
  export function validatePaymentVerification(payload: any, signature: any, secret: any): boolean
  /** @verify */
  export function validateWebhookSignature(body: any, signature: any, secret: any): boolean
}
