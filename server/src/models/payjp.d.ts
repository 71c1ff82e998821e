/**
 * @library payjp
 * @provider payjp hosts=api.pay.jp words=payjp|pay.jp
 * @paid charge.succeeded charge.captured subscription.renewed
 * @subscription subscription.created subscription.updated subscription.resumed
 * @other charge.failed charge.updated charge.refunded token.created customer.created customer.updated customer.deleted customer.card.created
 *   subscription.paused subscription.canceled subscription.deleted transfer.succeeded plan.created plan.updated plan.deleted
 * @status paid=succeeded unpaid=failed|pending
 * @route POST /v1/charges charge
 * @route GET /v1/charges/:id payment
 * @route POST /v1/charges/:id/capture charge
 * @route POST /v1/charges/:id/refund refund
 */
declare module 'payjp' {
  interface Charge {
    id: string
    /** @isPaid */
    paid: boolean
    /** @isPaid */
    captured: boolean
    metadata: any
    [field: string]: any
  }
  interface Charges {
    /**
     * @charge unless=0.capture:false
     * @checkout metadata=0.metadata metadata=0.customer
     */
    create(values: any, options?: any): Promise<Charge>
    /** @charge */
    capture(id: any, values?: any): Promise<Charge>
    /** @payment */
    retrieve(id: any): Promise<Charge>
    /** @refund */
    refund(id: any, values?: any): Promise<Charge>
    /** @provider */
    list(query?: any): Promise<any>
  }
  interface Client {
    readonly charges: Charges
    readonly subscriptions: {
      /** @charge unless=0.trial_end */
      create(values: any): Promise<any>
      [other: string]: any
    }
    readonly [other: string]: any
  }
  function payjp(key: any, options?: any): Client
  export = payjp
}
