/**
 * @library flutterwave
 * @provider flutterwave hosts=api.flutterwave.com words=flutterwave
 * @paid charge.completed
 * @other transfer.completed subscription.cancelled refund.completed charge.failed charge.dispute singlebillpayment.status
 * @status paid=successful|success-completed|completed unpaid=pending|failed|cancelled
 * @route POST /v3/payments checkout
 * @route POST /v3/charges charge
 * @route POST /v3/tokenized-charges charge
 * @route POST /v3/charges/:reference/capture charge
 * @route POST /v3/charges/:reference/void void
 * @route POST /v3/charges/:reference/refund refund
 * @route POST /v3/validate-charge charge
 * @route GET /v3/transactions/:id/verify payment
 * @route GET /v3/transactions/verify_by_reference payment
 * @route POST /v3/transactions/:id/refund refund
 */
declare module 'flutterwave-node-v3' {
  interface Verified {
    status: string
    data: {
      /** @status paid=successful unpaid=pending|failed */
      status: string
      [field: string]: any
    }
    [field: string]: any
  }

  interface Charges {
    /** @charge */
    card(request: any): Promise<Verified>
    /** @charge */
    ng(request: any): Promise<Verified>
    /** @charge */
    ach(request: any): Promise<Verified>
    /** @charge */
    uk(request: any): Promise<Verified>
    /** @charge */
    uk_v2(request: any): Promise<Verified>
    /** @charge */
    ussd(request: any): Promise<Verified>
    /** @charge */
    bank_transfer(request: any): Promise<Verified>
    /** @charge */
    mobile_money_ghana(request: any): Promise<Verified>
    /** @charge */
    mobile_money_rwanda(request: any): Promise<Verified>
    /** @charge */
    mobile_money_uganda(request: any): Promise<Verified>
    /** @charge */
    mobile_money_zambia(request: any): Promise<Verified>
    /** @charge */
    mobile_money_franco_phone(request: any): Promise<Verified>
    /** @charge */
    mobile_money_tanzania(request: any): Promise<Verified>
    /** @charge */
    mpesa(request: any): Promise<Verified>
    /** @charge */
    voucher(request: any): Promise<Verified>
    /** @charge */
    applepay(request: any): Promise<Verified>
    /** @charge */
    googlepay(request: any): Promise<Verified>
    /** @charge */
    enaira(request: any): Promise<Verified>
    /** @charge */
    fawrypay(request: any): Promise<Verified>
    /** @charge */
    validate(request: any): Promise<Verified>
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Promise<any>
  }

  class Flutterwave {
    constructor(publicKey: any, secretKey: any, ...rest: any[])
    Charge: Charges
    Tokenized: {
      /** @charge */
      charge(request: any): Promise<Verified>
      /** @charge */
      bulk(request: any): Promise<any>
    }
    Transaction: {
      /** @payment */
      verify(request: any): Promise<Verified>
      /** @payment */
      verify_by_tx(request: any): Promise<Verified>
      /** @refund */
      refund(request: any): Promise<any>
      /** @provider */
      fetch(request?: any): Promise<any>
    }
    PreAuth: {
      /** @charge */
      capture(request: any): Promise<any>
      /** @void */
      void(request: any): Promise<any>
      /** @refund */
      refund(request: any): Promise<any>
    }
    Subscription: Resource
    PaymentPlan: Resource
    Transfer: Resource
    Beneficiary: Resource
    VirtualAcct: Resource
    Misc: Resource
  }
  export = Flutterwave
}
