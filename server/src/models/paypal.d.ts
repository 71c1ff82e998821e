/**
 * @library paypal
 * @provider paypal hosts=api-m.paypal.com|api-m.sandbox.paypal.com|api.paypal.com|api.sandbox.paypal.com words=paypal
 * @paid PAYMENT.CAPTURE.COMPLETED PAYMENT.SALE.COMPLETED CHECKOUT.ORDER.COMPLETED PAYMENTS.PAYMENT.COMPLETED INVOICING.INVOICE.PAID
 * @subscription BILLING.SUBSCRIPTION.ACTIVATED BILLING.SUBSCRIPTION.RE-ACTIVATED BILLING.SUBSCRIPTION.UPDATED
 * @other PAYMENT.CAPTURE.DENIED PAYMENT.CAPTURE.DECLINED PAYMENT.CAPTURE.PENDING PAYMENT.CAPTURE.REFUNDED PAYMENT.CAPTURE.REVERSED
 *   PAYMENT.AUTHORIZATION.CREATED PAYMENT.AUTHORIZATION.VOIDED PAYMENT.SALE.DENIED PAYMENT.SALE.PENDING PAYMENT.SALE.REFUNDED PAYMENT.SALE.REVERSED
 *   PAYMENT.ORDER.CANCELLED PAYMENT.ORDER.CREATED PAYMENT.REFUND.PENDING PAYMENT.REFUND.FAILED PAYMENT.PAYOUTSBATCH.SUCCESS PAYMENT.PAYOUTSBATCH.DENIED
 *   PAYMENT.PAYOUTSBATCH.PROCESSING PAYMENT.PAYOUTS-ITEM.SUCCEEDED PAYMENT.PAYOUTS-ITEM.FAILED PAYMENTS.PAYMENT.CREATED CHECKOUT.ORDER.APPROVED
 *   CHECKOUT.ORDER.SAVED CHECKOUT.ORDER.VOIDED CHECKOUT.ORDER.DECLINED CHECKOUT.ORDER.PROCESSED CHECKOUT.PAYMENT-APPROVAL.REVERSED
 *   BILLING.SUBSCRIPTION.CREATED BILLING.SUBSCRIPTION.CANCELLED BILLING.SUBSCRIPTION.SUSPENDED BILLING.SUBSCRIPTION.EXPIRED
 *   BILLING.SUBSCRIPTION.PAYMENT.FAILED BILLING.PLAN.CREATED BILLING.PLAN.UPDATED BILLING.PLAN.ACTIVATED BILLING.PLAN.DEACTIVATED
 *   BILLING.PLAN.PRICING-CHANGE.ACTIVATED CATALOG.PRODUCT.CREATED CATALOG.PRODUCT.UPDATED CUSTOMER.DISPUTE.CREATED CUSTOMER.DISPUTE.RESOLVED
 *   CUSTOMER.DISPUTE.UPDATED CUSTOMER.ACCOUNT-LIMITATION.ADDED CUSTOMER.ACCOUNT-LIMITATION.LIFTED INVOICING.INVOICE.CREATED INVOICING.INVOICE.CANCELLED
 *   INVOICING.INVOICE.REFUNDED INVOICING.INVOICE.SCHEDULED INVOICING.INVOICE.UPDATED VAULT.PAYMENT-TOKEN.CREATED VAULT.PAYMENT-TOKEN.DELETED
 *   RISK.DISPUTE.CREATED IDENTITY.AUTHORIZATION-CONSENT.REVOKED MERCHANT.ONBOARDING.COMPLETED MERCHANT.PARTNER-CONSENT.REVOKED
 * @status paid=COMPLETED unpaid=CREATED|SAVED|APPROVED|VOIDED|PAYER_ACTION_REQUIRED|PENDING|DECLINED|DENIED|FAILED|REFUNDED|PARTIALLY_REFUNDED
 * @route POST /v2/checkout/orders checkout
 * @route POST /v2/checkout/orders/:id/capture charge
 * @route POST /v2/checkout/orders/:id/authorize hold
 * @route GET /v2/checkout/orders/:id payment
 * @route POST /v2/payments/authorizations/:id/capture charge
 * @route POST /v2/payments/authorizations/:id/void void
 * @route GET /v2/payments/captures/:id payment
 * @route POST /v2/payments/captures/:id/refund refund
 * @route POST /v1/payments/payment checkout
 * @route POST /v1/payments/payment/:id/execute charge
 * @route GET /v1/payments/payment/:id payment
 * @route POST /v1/payments/sale/:id/refund refund
 * @route POST /v1/payments/capture/:id/refund refund
 * @route POST /v1/billing/subscriptions/:id/capture charge
 * @route POST /v1/notifications/verify-webhook-signature provider
 * @route POST /v1/oauth2/token provider
 */
declare module '@paypal/paypal-server-sdk' {
  interface ApiResponse<T> {
    result: T
    statusCode: number
    body: any
  }

  interface Order {
    id: string
    /** @status paid=COMPLETED unpaid=CREATED|SAVED|APPROVED|VOIDED|PAYER_ACTION_REQUIRED */
    status: string
    purchaseUnits: { payments: { captures: Capture[]; authorizations: any[] }; [field: string]: any }[]
    [field: string]: any
  }

  interface Capture {
    id: string
    /** @status paid=COMPLETED unpaid=PENDING|DECLINED|FAILED|REFUNDED|PARTIALLY_REFUNDED */
    status: string
    [field: string]: any
  }

  enum OrderStatus {
    Created = 'CREATED',
    Saved = 'SAVED',
    Approved = 'APPROVED',
    Voided = 'VOIDED',
    Completed = 'COMPLETED',
    PayerActionRequired = 'PAYER_ACTION_REQUIRED',
  }

  enum CaptureStatus {
    Completed = 'COMPLETED',
    Declined = 'DECLINED',
    Pending = 'PENDING',
    Refunded = 'REFUNDED',
    PartiallyRefunded = 'PARTIALLY_REFUNDED',
    Failed = 'FAILED',
  }

  class Client {
    constructor(config?: any)
  }

  class OrdersController {
    constructor(client: Client)
    /** @checkout metadata=0.body.purchaseUnits.0.customId metadata=0.body.purchaseUnits.0.invoiceId metadata=0.body.purchaseUnits.0.referenceId */
    createOrder(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @checkout metadata=0.body.purchaseUnits.0.customId metadata=0.body.purchaseUnits.0.invoiceId metadata=0.body.purchaseUnits.0.referenceId */
    ordersCreate(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @charge */
    captureOrder(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @charge */
    ordersCapture(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @hold */
    authorizeOrder(request: any, options?: any): Promise<ApiResponse<any>>
    /** @hold */
    ordersAuthorize(request: any, options?: any): Promise<ApiResponse<any>>
    /** @payment */
    getOrder(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @payment */
    ordersGet(request: any, options?: any): Promise<ApiResponse<Order>>
    /** @provider */
    patchOrder(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    confirmOrder(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    createOrderTracking(request: any, options?: any): Promise<ApiResponse<any>>
  }

  class PaymentsController {
    constructor(client: Client)
    /** @charge */
    captureAuthorizedPayment(request: any, options?: any): Promise<ApiResponse<Capture>>
    /** @charge */
    authorizationsCapture(request: any, options?: any): Promise<ApiResponse<Capture>>
    /** @payment */
    getCapturedPayment(request: any, options?: any): Promise<ApiResponse<Capture>>
    /** @payment */
    capturesGet(request: any, options?: any): Promise<ApiResponse<Capture>>
    /** @refund key=0.paypalRequestId */
    refundCapturedPayment(request: any, options?: any): Promise<ApiResponse<any>>
    /** @refund key=0.paypalRequestId */
    capturesRefund(request: any, options?: any): Promise<ApiResponse<any>>
    /** @void key=0.paypalRequestId */
    voidPayment(request: any, options?: any): Promise<ApiResponse<any>>
    /** @void key=0.paypalRequestId */
    authorizationsVoid(request: any, options?: any): Promise<ApiResponse<any>>
    /** @hold */
    reauthorizePayment(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    getAuthorizedPayment(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    getRefund(request: any, options?: any): Promise<ApiResponse<any>>
  }

  class SubscriptionsController {
    constructor(client: Client)
    /** @charge */
    captureSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    createSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    activateSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    getSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    cancelSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    suspendSubscription(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    reviseSubscription(request: any, options?: any): Promise<ApiResponse<any>>
  }

  class VaultController {
    constructor(client: Client)
    /** @provider */
    createPaymentToken(request: any, options?: any): Promise<ApiResponse<any>>
    /** @provider */
    createSetupToken(request: any, options?: any): Promise<ApiResponse<any>>
  }
}

/** What a request does is known by its class; the client only sends it. */
declare module '@paypal/checkout-server-sdk' {
  class PayPalRequest<Kind> {
    constructor(id?: any)
    kind: Kind
    headers: any
    prefer(value: any): this
    payPalRequestId(id: any): this
    payPalPartnerAttributionId(id: any): this
    requestBody(body: any): this
  }

  interface PayPalResponse<T> {
    statusCode: number
    result: T
    headers: any
  }

  interface Payment {
    id: string
    /** @status paid=COMPLETED unpaid=CREATED|SAVED|APPROVED|VOIDED|PAYER_ACTION_REQUIRED|PENDING|DECLINED|FAILED|REFUNDED|PARTIALLY_REFUNDED */
    status: string
    purchase_units: { payments: { captures: Payment[]; authorizations: any[] }; [field: string]: any }[]
    [field: string]: any
  }

  export namespace core {
    class PayPalEnvironment {
      constructor(id: any, secret: any, ...rest: any[])
    }
    class SandboxEnvironment extends PayPalEnvironment {}
    class LiveEnvironment extends PayPalEnvironment {}
    class PayPalHttpClient {
      constructor(environment: any)
      /** A request of unknown class: what it does shows in the request. @checkout */
      execute(request: PayPalRequest<'provider'>): Promise<PayPalResponse<any>>
      /** @charge */
      execute(request: PayPalRequest<'charge'>): Promise<PayPalResponse<Payment>>
      /** @hold */
      execute(request: PayPalRequest<'hold'>): Promise<PayPalResponse<any>>
      /** @payment */
      execute(request: PayPalRequest<'payment'>): Promise<PayPalResponse<Payment>>
      /** @refund key=0.headers.PayPal-Request-Id */
      execute(request: PayPalRequest<'refund'>): Promise<PayPalResponse<any>>
      /** @void */
      execute(request: PayPalRequest<'void'>): Promise<PayPalResponse<any>>
    }
  }

  export namespace orders {
    class OrdersCreateRequest extends PayPalRequest<'provider'> {
      /** @checkout metadata=0.purchase_units.0.custom_id metadata=0.purchase_units.0.invoice_id metadata=0.purchase_units.0.reference_id */
      requestBody(body: any): this
    }
    class OrdersPatchRequest extends PayPalRequest<'provider'> {}
    class OrdersValidateRequest extends PayPalRequest<'provider'> {}
    class OrdersCaptureRequest extends PayPalRequest<'charge'> {
      /** @charge */
      sent(): void
    }
    class OrdersAuthorizeRequest extends PayPalRequest<'hold'> {
      /** @hold */
      sent(): void
    }
    class OrdersGetRequest extends PayPalRequest<'payment'> {
      /** @payment */
      sent(): void
    }
  }

  export namespace payments {
    class AuthorizationsCaptureRequest extends PayPalRequest<'charge'> {
      /** @charge */
      sent(): void
    }
    class AuthorizationsReauthorizeRequest extends PayPalRequest<'hold'> {
      /** @hold */
      sent(): void
    }
    class AuthorizationsGetRequest extends PayPalRequest<'provider'> {}
    class AuthorizationsVoidRequest extends PayPalRequest<'void'> {
      /** @void */
      sent(): void
    }
    class CapturesGetRequest extends PayPalRequest<'payment'> {
      /** @payment */
      sent(): void
    }
    class CapturesRefundRequest extends PayPalRequest<'refund'> {
      /** @refund */
      sent(): void
    }
    class RefundsGetRequest extends PayPalRequest<'provider'> {}
  }
}

/** Every call hands its result to a callback: `(error, result) => …`. */
declare module 'paypal-rest-sdk' {
  type Callback = (error: any, result: any) => any

  interface Payment {
    id: string
    /** @status paid=approved unpaid=created|failed */
    state: string
    [field: string]: any
  }
  type PaymentCallback = (error: any, payment: Payment) => any

  export function configure(options: any): void

  export const payment: {
    /** @checkout metadata=0.transactions.0.custom metadata=0.transactions.0.invoice_number metadata=0.transactions.0.reference_id */
    create(data: any, ...rest: any[]): void
    /** @charge */
    execute(id: any, data: any, callback: PaymentCallback): void
    /** @charge */
    execute(id: any, data: any, options: any, callback: PaymentCallback): void
    /** @payment @later run=-1 */
    get(id: any, callback: PaymentCallback): void
    /** @provider */
    list(...args: any[]): void
  }
  export const sale: {
    /** @payment */
    get(id: any, callback: Callback): void
    /** @refund */
    refund(id: any, data: any, ...rest: any[]): void
  }
  export const capture: {
    /** @payment */
    get(id: any, callback: Callback): void
    /** @refund */
    refund(id: any, data: any, ...rest: any[]): void
  }
  export const authorization: {
    /** @provider */
    get(id: any, callback: Callback): void
    /** @charge */
    capture(id: any, data: any, ...rest: any[]): void
    /** @void */
    void(id: any, ...rest: any[]): void
    /** @hold */
    reauthorize(id: any, data: any, ...rest: any[]): void
  }
  export const order: {
    /** @provider */
    get(id: any, callback: Callback): void
    /** @charge */
    capture(id: any, data: any, ...rest: any[]): void
    /** @hold */
    authorize(id: any, data: any, ...rest: any[]): void
    /** @void */
    void(id: any, ...rest: any[]): void
  }
  export const billingAgreement: {
    /** @provider */
    create(data: any, ...rest: any[]): void
    /** @charge */
    execute(token: any, data: any, ...rest: any[]): void
    /** @provider */
    get(id: any, callback: Callback): void
    /** @provider */
    cancel(id: any, data: any, ...rest: any[]): void
  }
  export const billingPlan: {
    /** @provider */
    create(data: any, ...rest: any[]): void
    /** @provider */
    update(id: any, data: any, ...rest: any[]): void
  }
  export const notification: {
    webhookEvent: {
      /** @event */
      getAndVerify(body: any, callback: Callback): void
      /** @event */
      verify(headers: any, body: any, id: any, callback: Callback): void
    }
  }
}
