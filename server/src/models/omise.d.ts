/**
 * @library omise
 * @provider omise hosts=api.omise.co words=omise
 * @paid charge.complete charge.capture
 * @other charge.create charge.expire charge.reverse charge.update refund.create transfer.create transfer.pay transfer.send transfer.fail dispute.create
 *   dispute.update dispute.close customer.create customer.update customer.destroy card.destroy card.update schedule.create schedule.expire
 * @status paid=successful unpaid=failed|expired|pending|reversed
 * @route POST /charges charge
 * @route GET /charges/:id payment
 * @route POST /charges/:id/capture charge
 * @route POST /charges/:id/refunds refund
 * @route POST /charges/:id/reverse void
 */
declare module 'omise' {
  interface Charge {
    id: string
    /** @isPaid */
    paid: boolean
    /** @status paid=successful unpaid=failed|expired|pending|reversed */
    status: string
    metadata: any
    [field: string]: any
  }
  interface Charges {
    /**
     * @charge unless=0.capture:false
     * @checkout metadata=0.metadata metadata=0.customer
     */
    create(values: any, done?: any): Promise<Charge>
    /** @charge */
    capture(id: any, ...rest: any[]): Promise<Charge>
    /** @payment */
    retrieve(id: any, done?: any): Promise<Charge>
    /** @refund */
    createRefund(id: any, ...rest: any[]): Promise<any>
    /** @void */
    reverse(id: any, done?: any): Promise<Charge>
    /** @provider */
    list(...args: any[]): Promise<any>
  }
  interface Client {
    readonly charges: Charges
    readonly [other: string]: any
  }
  function omise(options: any): Client
  export = omise
}
