/**
 * @library dodopayments
 * @provider dodopayments hosts=live.dodopayments.com|test.dodopayments.com words=dodopayments|dodo_payments
 * @paid payment.succeeded subscription.renewed dunning.recovered
 * @subscription subscription.active subscription.plan_changed subscription.updated
 * @other payment.failed payment.cancelled payment.processing refund.succeeded refund.failed dispute.opened dispute.expired dispute.accepted
 *   dispute.cancelled dispute.challenged dispute.won dispute.lost subscription.cancelled subscription.expired subscription.failed
 *   subscription.on_hold subscription.past_due subscription.paused license_key.created payout.created payout.succeeded payout.failed dunning.started
 * @status paid=succeeded unpaid=failed|cancelled|processing|requires_customer_action|requires_payment_method|requires_confirmation|requires_capture
 *   unpaid=pending|on_hold|past_due|expired
 * @route POST /payments checkout
 * @route GET /payments/:id payment
 * @route POST /checkouts checkout
 * @route POST /subscriptions/:id/charge charge
 * @route POST /refunds refund
 */
declare module 'dodopayments' {
  interface Payment {
    payment_id: string
    /** @status paid=succeeded unpaid=failed|cancelled|processing|requires_customer_action|requires_merchant_action|requires_payment_method|requires_confirmation|requires_capture */
    status: string
    metadata: any
    [field: string]: any
  }

  interface Event {
    /** @eventType */
    type: any
    data: any
    business_id: string
    timestamp: string
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Promise<any>
  }

  class DodoPayments {
    constructor(options?: any)
    payments: {
      /** @checkout metadata=0.metadata metadata=0.customer.customer_id */
      create(body: any, options?: any): Promise<any>
      /** @charge */
      retry(id: any, options?: any): Promise<any>
      /** @payment */
      retrieve(id: any, options?: any): Promise<Payment>
      /** @provider */
      list(query?: any): any
    }
    checkoutSessions: {
      /** @checkout metadata=0.metadata metadata=0.customer.customer_id */
      create(body: any, options?: any): Promise<any>
      /** @payment */
      retrieve(id: any, options?: any): Promise<any>
    }
    subscriptions: {
      /** @checkout metadata=0.metadata metadata=0.customer.customer_id */
      create(body: any, options?: any): Promise<any>
      /** @charge */
      charge(id: any, body: any, options?: any): Promise<any>
      /** @charge any=1.proration_billing_mode:prorated_immediately|full_immediately|difference_immediately */
      changePlan(id: any, body: any, options?: any): Promise<any>
      /** @provider */
      retrieve(id: any, options?: any): Promise<any>
      /** @provider */
      update(id: any, body: any, options?: any): Promise<any>
      /** @provider */
      list(query?: any): any
    }
    refunds: {
      /** @refund */
      create(body: any, options?: any): Promise<any>
      /** @provider */
      retrieve(id: any, options?: any): Promise<any>
      /** @provider */
      list(query?: any): any
    }
    webhooks: {
      /** @event */
      unwrap(body: any, options?: any): Event
      unsafeUnwrap(body: any): Event
    }
    customers: Resource
    products: Resource
    licenses: Resource
    licenseKeys: Resource
    discounts: Resource
  }
  namespace DodoPayments {
    export { Payment }
  }
  export default DodoPayments
  export { DodoPayments }
}
