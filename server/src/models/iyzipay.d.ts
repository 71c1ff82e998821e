/**
 * Every call hands its result to a callback, failures too: `(error, result) => …` with `result.status`.
 * @library iyzipay
 * @provider iyzipay hosts=api.iyzipay.com|sandbox-api.iyzipay.com words=iyzipay|iyzico
 * @paid CREDIT_PAYMENT_AUTH THREE_DS_CALLBACK CHECKOUT_FORM_AUTH subscription.order.success
 * @other CREDIT_PAYMENT_INIT CREDIT_PAYMENT_PENDING BKM_AUTH BALANCE API_AUTH THREE_DS_AUTH REFUND_RETRY_SUCCESS REFUND_RETRY_FAILURE
 *   subscription.order.failure
 * @status paid=SUCCESS unpaid=FAILURE|INIT_THREEDS|CALLBACK_THREEDS|BKM_POS_SELECTED|INIT_APM|PENDING
 * @route POST /payment/auth charge
 * @route POST /payment/3dsecure/auth charge
 * @route POST /payment/postauth charge
 * @route POST /payment/preauth hold
 * @route POST /payment/iyzipos/checkoutform/initialize/auth/ecom checkout
 * @route POST /payment/iyzipos/checkoutform/auth/ecom/detail payment
 * @route POST /payment/detail payment
 * @route POST /payment/refund refund
 * @route POST /v2/payment/refund refund
 * @route POST /payment/cancel refund
 */
declare module 'iyzipay' {
  interface Taken {
    /** @status paid=success unpaid=failure */
    status: string
    [field: string]: any
  }
  interface Retrieved {
    /** @status unpaid=failure */
    status: string
    /** @status paid=SUCCESS unpaid=FAILURE|INIT_THREEDS|CALLBACK_THREEDS|BKM_POS_SELECTED|INIT_APM */
    paymentStatus: string
    [field: string]: any
  }
  interface Charging {
    /** @charge */
    create(request: any, done: (error: any, result: Taken) => any): void
    /** @payment */
    retrieve(request: any, done: (error: any, result: Retrieved) => any): void
  }
  interface Starting {
    /** @checkout metadata=0.conversationId metadata=0.basketId */
    create(request: any, done: (error: any, result: any) => any): void
    /** @provider */
    retrieve(request: any, done: (error: any, result: any) => any): void
  }
  interface Holding {
    /** @hold */
    create(request: any, done: (error: any, result: any) => any): void
  }
  interface Refunding {
    /** @refund */
    create(request: any, done: (error: any, result: any) => any): void
  }
  class Iyzipay {
    constructor(options?: any)
    readonly payment: Charging
    readonly threedsPayment: Charging
    readonly threedsV2Payment: Charging
    readonly paymentPostAuth: Charging
    readonly paymentPreAuth: Holding
    readonly threedsInitialize: Starting
    readonly threedsInitializePreAuth: Starting
    readonly checkoutFormInitialize: Starting
    readonly checkoutForm: {
      /** @payment */
      retrieve(request: any, done: (error: any, result: Retrieved) => any): void
    }
    readonly subscription: {
      /** @charge */
      initialize(request: any, done: (error: any, result: Taken) => any): void
      [other: string]: any
    }
    readonly refund: Refunding
    readonly refundV2: Refunding
    readonly cancel: Refunding
    readonly [other: string]: any
  }
  export = Iyzipay
}
