/**
 * @library whop
 * @provider whop hosts=api.whop.com words=whop
 * @paid payment.succeeded invoice.paid payment_succeeded
 * @subscription membership.activated membership.went_valid membership_went_valid
 * @other payment.failed payment.pending payment.created payment_failed refund.created refund.updated dispute.created dispute.updated
 *   membership.deactivated membership.went_invalid membership_went_invalid membership.cancel_at_period_end_changed invoice.created invoice.past_due
 *   invoice.voided setup_intent.succeeded setup_intent.canceled setup_intent.requires_action entry.created entry.approved entry.denied
 *   withdrawal.created withdrawal.updated
 * @status paid=paid|succeeded unpaid=draft|open|pending|failed|void|unresolved|drafted
 * @route POST /api/v1/payments charge
 * @route GET /api/v1/payments/:id payment
 * @route POST /api/v1/payments/:id/refund refund
 * @route POST /api/v1/payments/:id/retry charge
 * @route POST /api/v1/payments/:id/void void
 */
declare module '@whop/sdk' {
  interface Payment {
    id: string
    /** @status paid=paid|succeeded unpaid=draft|open|pending|failed|void|unresolved */
    status: string
    metadata: any
    [field: string]: any
  }

  interface Event {
    /** @eventType */
    type: any
    id: string
    data: any
    [field: string]: any
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Promise<any>
  }

  class Whop {
    constructor(options?: any)
    payments: {
      /** @charge @checkout metadata=0.metadata */
      create(body: any, options?: any): Promise<Payment>
      /** @charge */
      retry(id: any, options?: any): Promise<Payment>
      /** @payment */
      retrieve(id: any, options?: any): Promise<Payment>
      /** @refund */
      refund(id: any, ...rest: any[]): Promise<Payment>
      /** @void */
      void(id: any, options?: any): Promise<Payment>
      /** @provider */
      list(query?: any): any
    }
    checkoutConfigurations: {
      /** @checkout metadata=0.metadata */
      create(body: any, options?: any): Promise<any>
      /** @provider */
      retrieve(id: any, options?: any): Promise<any>
    }
    invoices: Resource
    memberships: Resource
    products: Resource
    plans: Resource
    users: Resource
    webhooks: {
      /** @event */
      unwrap(body: any, options?: any): Event
    }
  }
  export default Whop
  export { Whop }
}
