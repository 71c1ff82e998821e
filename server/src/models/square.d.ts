/**
 * A payment's event is the same whether it was taken or failed: `payment.updated` counts as paid, the test of its status excludes the rest.
 * @library square
 * @provider square hosts=connect.squareup.com|connect.squareupsandbox.com words=squareup|squareclient
 * @paid payment.updated invoice.payment_made
 * @other payment.created refund.created refund.updated order.created order.updated order.fulfillment.updated invoice.created invoice.published
 *   invoice.updated invoice.canceled invoice.deleted invoice.refunded invoice.scheduled_charge_failed dispute.created dispute.evidence.created
 *   dispute.evidence.added dispute.evidence.deleted dispute.state.updated dispute.state.changed subscription.created subscription.updated
 *   customer.created customer.updated customer.deleted payout.sent payout.paid payout.failed terminal.checkout.created terminal.checkout.updated
 *   terminal.refund.created terminal.refund.updated card.created card.updated card.disabled catalog.version.updated inventory.count.updated
 * @status paid=COMPLETED|PAID unpaid=APPROVED|PENDING|CANCELED|FAILED|UNPAID|SCHEDULED|PAYMENT_PENDING
 * @route POST /v2/payments charge
 * @route POST /v2/payments/:id/complete charge
 * @route POST /v2/payments/:id/cancel void
 * @route POST /v2/orders/:id/pay charge
 * @route POST /v2/refunds refund
 * @route POST /v2/online-checkout/payment-links checkout
 * @route GET /v2/payments/:id payment
 */
declare module 'square' {
  interface Payment {
    id: string
    /** @status paid=COMPLETED unpaid=APPROVED|PENDING|CANCELED|FAILED */
    status: string
    [field: string]: any
  }

  interface PaymentResponse {
    payment: Payment
    errors: any
    /** The shape of majors before 40. */
    result: { payment: Payment; errors: any }
  }

  interface PaymentsClient {
    /**
     * @charge unless=0.autocomplete:false
     * @checkout metadata=0.referenceId metadata=0.orderId metadata=0.note metadata=0.customerId
     */
    create(request: any, options?: any): Promise<PaymentResponse>
    /** @charge */
    complete(request: any, options?: any): Promise<PaymentResponse>
    /** @void key=0.idempotencyKey */
    cancelByIdempotencyKey(request: any, options?: any): Promise<any>
    /** @void */
    cancel(request: any, options?: any): Promise<any>
    /** @payment */
    get(request: any, options?: any): Promise<PaymentResponse>
    /** @provider */
    list(request?: any, options?: any): Promise<any>
    /** @provider */
    update(request: any, options?: any): Promise<any>
  }

  interface PaymentsApi {
    /**
     * @charge unless=0.autocomplete:false
     * @checkout metadata=0.referenceId metadata=0.orderId metadata=0.note metadata=0.customerId
     */
    createPayment(request: any): Promise<PaymentResponse>
    /** @charge */
    completePayment(id: any, request?: any): Promise<PaymentResponse>
    /** @void */
    cancelPayment(id: any): Promise<any>
    /** @void key=0.idempotencyKey */
    cancelPaymentByIdempotencyKey(request: any): Promise<any>
    /** @payment */
    getPayment(id: any): Promise<PaymentResponse>
    /** @provider */
    listPayments(...args: any[]): Promise<any>
  }

  interface RefundsClient {
    /** @refund key=0.idempotencyKey */
    refundPayment(request: any, options?: any): Promise<any>
    /** @provider */
    get(request: any, options?: any): Promise<any>
    /** @provider */
    list(request?: any, options?: any): Promise<any>
  }

  interface OrdersClient {
    /** @charge */
    pay(request: any, options?: any): Promise<any>
    /** @provider */
    create(request: any, options?: any): Promise<any>
    /** @provider */
    get(request: any, options?: any): Promise<any>
    /** @provider */
    update(request: any, options?: any): Promise<any>
  }

  interface OrdersApi {
    /** @charge */
    payOrder(id: any, request: any): Promise<any>
    /** @provider */
    createOrder(request: any): Promise<any>
    /** @provider */
    retrieveOrder(id: any): Promise<any>
    /** @provider */
    updateOrder(id: any, request: any): Promise<any>
  }

  interface Resource {
    /** @provider */
    [member: string]: Resource
    /** @provider */
    (...args: any[]): Promise<any>
  }

  interface PaymentLinks {
    /** @checkout metadata=0.order.referenceId metadata=0.paymentNote metadata=0.order.metadata */
    create(request: any, options?: any): Promise<any>
    /** @checkout metadata=0.order.referenceId metadata=0.paymentNote metadata=0.order.metadata */
    createPaymentLink(request: any): Promise<any>
    /** @provider */
    get(request: any, options?: any): Promise<any>
  }

  interface Resources {
    payments: PaymentsClient
    refunds: RefundsClient
    orders: OrdersClient
    checkout: { paymentLinks: PaymentLinks }
    paymentsApi: PaymentsApi
    refundsApi: RefundsClient
    ordersApi: OrdersApi
    checkoutApi: PaymentLinks
  }

  type AnyClient = Resources & { [resource: string]: Resource }

  export interface SquareClient extends AnyClient {}
  export class SquareClient {
    constructor(options?: any)
  }
  export { SquareClient as Client }
  export const SquareEnvironment: any
  export const Environment: any
  export class WebhooksHelper {
    /** @verify */
    static verifySignature(options: any): Promise<boolean>
    /** @verify */
    static isValidWebhookEventSignature(...args: any[]): boolean
  }
}
