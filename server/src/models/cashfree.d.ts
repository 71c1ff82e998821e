/**
 * @library cashfree
 * @provider cashfree hosts=api.cashfree.com|sandbox.cashfree.com words=cashfree
 * @paid PAYMENT_SUCCESS_WEBHOOK PAYMENT_SUCCESS SUBSCRIPTION_PAYMENT_SUCCESS PAYMENT_LINK_EVENT
 * @other PAYMENT_FAILED_WEBHOOK PAYMENT_USER_DROPPED_WEBHOOK PAYMENT_CHARGES_WEBHOOK REFUND_STATUS_WEBHOOK AUTO_REFUND_STATUS_WEBHOOK
 *   SETTLEMENT_WEBHOOK DISPUTE_CREATED DISPUTE_UPDATED DISPUTE_CLOSED SUBSCRIPTION_STATUS_CHANGED SUBSCRIPTION_AUTH_STATUS
 *   SUBSCRIPTION_PAYMENT_FAILED SUBSCRIPTION_PAYMENT_CANCELLED SUBSCRIPTION_PAYMENT_NOTIFICATION_INITIATED
 * @status paid=PAID|SUCCESS unpaid=ACTIVE|EXPIRED|TERMINATED|FAILED|PENDING|NOT_ATTEMPTED|USER_DROPPED|CANCELLED|VOID|FLAGGED
 * @route POST /pg/orders checkout
 * @route POST /pg/links checkout
 * @route GET /pg/orders/:id payment
 * @route GET /pg/orders/:id/payments payment
 * @route POST /pg/orders/sessions charge
 * @route POST /pg/orders/:id/refunds refund
 */
declare module 'cashfree-pg' {
  interface Answer<T> {
    readonly data: T
    readonly status: number
  }
  interface Order {
    order_id: string
    /** @status paid=PAID unpaid=ACTIVE|EXPIRED|TERMINATED|TERMINATION_REQUESTED */
    order_status: string
    [field: string]: any
  }
  interface Payment {
    /** @status paid=SUCCESS unpaid=FAILED|PENDING|NOT_ATTEMPTED|USER_DROPPED|CANCELLED|VOID|FLAGGED */
    payment_status: string
    [field: string]: any
  }
  interface Event {
    /** @eventType */
    type: string
    readonly object: {
      /** @eventType */
      type: string
      data: any
      [field: string]: any
    }
  }
  interface Client {
    /** @checkout metadata=-1.order_id metadata=-1.order_tags */
    PGCreateOrder(...args: any[]): Promise<Answer<Order>>
    /** @checkout metadata=-1.link_id metadata=-1.link_notes */
    PGCreateLink(...args: any[]): Promise<Answer<any>>
    /** @charge */
    PGPayOrder(...args: any[]): Promise<Answer<any>>
    /** @charge */
    PGOrderAuthenticatePayment(...args: any[]): Promise<Answer<any>>
    /** @charge if=1.action:CAPTURE */
    PGAuthorizeOrder(...args: any[]): Promise<Answer<Payment>>
    /** @payment */
    PGFetchOrder(...args: any[]): Promise<Answer<Order>>
    /** @payment */
    PGOrderFetchPayments(...args: any[]): Promise<Answer<Payment[]>>
    /** @payment */
    PGOrderFetchPayment(...args: any[]): Promise<Answer<Payment>>
    /** @refund */
    PGOrderCreateRefund(...args: any[]): Promise<Answer<any>>
    /** @void */
    PGTerminateOrder(...args: any[]): Promise<Answer<any>>
    /** @event */
    PGVerifyWebhookSignature(signature: any, body: any, timestamp: any): Event
    [other: string]: any
  }
  interface Static extends Client {
    new (...args: any[]): Client
  }
  export const Cashfree: Static
  export const CFEnvironment: any
}
