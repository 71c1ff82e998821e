/**
 * @library paystack
 * @provider paystack hosts=api.paystack.co words=paystack
 * @paid charge.success
 * @subscription subscription.create
 * @other charge.failed charge.dispute.create charge.dispute.remind charge.dispute.resolve customeridentification.success invoice.create
 *   invoice.payment_failed invoice.update paymentrequest.pending paymentrequest.success refund.failed refund.pending refund.processed
 *   refund.processing subscription.disable subscription.expiring_cards subscription.not_renew transfer.failed transfer.reversed transfer.success
 * @status paid=success unpaid=failed|abandoned|pending|ongoing|reversed|processing|queued
 * @route POST /transaction/initialize checkout
 * @route POST /transaction/charge_authorization charge
 * @route POST /transaction/partial_debit charge
 * @route POST /charge charge
 * @route GET /charge/:reference payment
 * @route POST /paymentrequest checkout
 * @route GET /transaction/verify/:reference payment
 * @route GET /transaction/:id payment
 * @route POST /refund refund
 */
declare module 'paystack' {
  namespace paystack {
    interface Verified {
      readonly data: {
        /** @status paid=success unpaid=failed|abandoned|pending|ongoing|reversed|processing|queued */
        status: string
        [other: string]: any
      }
      [other: string]: any
    }
    interface Transactions {
      /** @charge */
      charge(values: any, done?: any): Promise<Verified>
      /** @charge */
      chargeToken(values: any, done?: any): Promise<Verified>
      /** @charge */
      chargeAuth(values: any, done?: any): Promise<Verified>
      /** @charge */
      chargeAuthorization(values: any, done?: any): Promise<Verified>
      /** @checkout metadata=0.metadata metadata=0.reference */
      initialize(values: any, done?: any): Promise<any>
      /** @payment */
      verify(reference: any, done?: any): Promise<Verified>
      /** @payment */
      get(id: any, done?: any): Promise<Verified>
      /** @payment */
      fetch(id: any, done?: any): Promise<Verified>
      /** @provider */
      list(query?: any): Promise<any>
    }
    interface Paystack {
      readonly transaction: Transactions
      readonly refund: {
        /** @refund */
        create(values: any): Promise<any>
      }
      readonly [other: string]: any
    }
  }
  function paystack(key: any, ...rest: any[]): paystack.Paystack
  export = paystack
}
declare module 'paystack-api' {
  function paystack(key: any): import('paystack').Paystack
  export = paystack
}
declare module '@paystack/paystack-sdk' {
  class Paystack {
    constructor(key: any)
    readonly transaction: import('paystack').Transactions
    readonly refund: {
      /** @refund */
      create(values: any): Promise<any>
    }
    readonly [other: string]: any
  }
  export = Paystack
}
declare module 'paystack-node' {
  interface Answer {
    readonly body: import('paystack').Verified
  }
  class Paystack {
    constructor(key: any, environment?: any)
    /** @checkout metadata=0.metadata metadata=0.reference */
    initializeTransaction(values: any): Promise<any>
    /** @payment */
    verifyTransaction(values: any): Promise<Answer>
    /** @charge */
    chargeAuthorization(values: any): Promise<Answer>
    /** @charge */
    chargeCard(values: any): Promise<Answer>
    /** @refund */
    createRefund(values: any): Promise<any>
    [other: string]: any
  }
  export = Paystack
}
