/**
 * @library payos
 * @provider payos hosts=api-merchant.payos.vn words=payos
 * @status paid=PAID unpaid=PENDING|CANCELLED|EXPIRED|UNDERPAID|PROCESSING|FAILED
 * @route POST /v2/payment-requests checkout
 * @route GET /v2/payment-requests/:id payment
 * @route POST /v2/payment-requests/:id/cancel void
 */
declare module '@payos/node' {
  interface Link {
    id: string
    /** @status paid=PAID unpaid=PENDING|CANCELLED|EXPIRED|UNDERPAID|PROCESSING|FAILED */
    status: string
    [field: string]: any
  }
  export class PayOS {
    constructor(...args: any[])
    readonly paymentRequests: {
      /** @checkout metadata=0.orderCode metadata=0.description */
      create(values: any): Promise<any>
      /** @payment */
      get(id: any): Promise<Link>
      /** @void */
      cancel(id: any, reason?: any): Promise<Link>
      [other: string]: any
    }
    readonly webhooks: {
      /** @event */
      verify(body: any): Promise<any>
      [other: string]: any
    }
    /** @checkout metadata=0.orderCode metadata=0.description */
    createPaymentLink(values: any): Promise<any>
    /** @payment */
    getPaymentLinkInformation(id: any): Promise<Link>
    /** @void */
    cancelPaymentLink(id: any, reason?: any): Promise<Link>
    /** @event */
    verifyPaymentWebhookData(body: any): any
    [other: string]: any
  }
  export default PayOS
}
