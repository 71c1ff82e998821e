/**
 * @library checkout-com
 * @provider checkout-com hosts=api.checkout.com|api.sandbox.checkout.com words=checkout-sdk-node|checkout.com
 * @paid payment_captured
 * @other payment_approved payment_pending payment_declined payment_canceled payment_voided payment_void_declined payment_expired payment_refunded
 *   payment_refund_declined payment_refund_pending payment_capture_declined payment_capture_pending payment_returned payment_retry_scheduled
 *   card_verified card_verification_declined dispute_received dispute_won dispute_lost dispute_resolved dispute_canceled dispute_expired
 * @status paid=Captured|Paid unpaid=Pending|Authorized|Declined|Canceled|Expired|Voided|Refunded
 * @route POST /payments charge
 * @route POST /payments/:id/captures charge
 * @route POST /payments/:id/refunds refund
 * @route POST /payments/:id/voids void
 * @route GET /payments/:id payment
 * @route POST /payment-sessions checkout
 * @route POST /payment-links checkout
 * @route POST /hosted-payments checkout
 */
declare module 'checkout-sdk-node' {
  interface Payment {
    id: string
    /** @isPaid */
    approved: boolean
    /** @status paid=Captured|Paid unpaid=Pending|Authorized|Declined|Canceled|Expired|Voided|Refunded */
    status: string
    [field: string]: any
  }

  interface Payments {
    /** @charge unless=0.capture:false @checkout metadata=0.reference metadata=0.metadata */
    request(body: any, idempotencyKey?: any): Promise<Payment>
    /** @charge */
    capture(id: any, ...rest: any[]): Promise<any>
    /** @payment */
    get(id: any): Promise<Payment>
    /** @refund key=2 */
    refund(id: any, body?: any, idempotencyKey?: any): Promise<any>
    /** @void key=2 */
    void(id: any, body?: any, idempotencyKey?: any): Promise<any>
    /** @refund key=2 */
    reverse(id: any, body?: any, idempotencyKey?: any): Promise<any>
    /** @provider */
    getActions(id: any): Promise<any>
  }

  interface Links {
    /** @checkout metadata=0.reference metadata=0.metadata */
    create(body: any): Promise<any>
    /** @checkout metadata=0.reference metadata=0.metadata */
    request(body: any): Promise<any>
    /** @provider */
    get(id: any): Promise<any>
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Promise<any>
  }

  interface Resources {
    payments: Payments
    paymentSessions: Links
    paymentLinks: Links
    hostedPayments: Links
  }

  type AnyClient = Resources & { [resource: string]: Resource }
  export interface Checkout extends AnyClient {}
  export class Checkout {
    constructor(key?: any, options?: any)
  }
  export default Checkout
}
