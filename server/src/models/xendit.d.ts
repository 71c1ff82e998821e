/**
 * @library xendit
 * @provider xendit hosts=api.xendit.co words=xendit
 * @paid payment.succeeded payment.capture capture.succeeded recurring.cycle.succeeded
 * @subscription recurring.plan.activated
 * @other payment.failed payment.failure payment.pending payment.authorization payment.awaiting_capture capture.failed refund.succeeded refund.failed
 *   payment_session.completed payment_session.expired payment_method.activated payment_method.expired recurring.plan.inactivated recurring.cycle.created
 *   recurring.cycle.failed recurring.cycle.retrying payout.succeeded payout.failed
 * @status paid=PAID|SETTLED|SUCCEEDED|COMPLETED|CAPTURED unpaid=PENDING|EXPIRED|FAILED|REQUIRES_ACTION|AWAITING_CAPTURE|VOIDED|REVERSED|AUTHORIZED|CANCELED
 * @route POST /v2/invoices checkout
 * @route GET /v2/invoices/:id payment
 * @route POST /payment_requests charge
 * @route GET /payment_requests/:id payment
 * @route POST /payment_requests/:id/captures charge
 * @route POST /credit_card_charges charge
 * @route POST /ewallets/charges checkout
 * @route GET /ewallets/charges/:id payment
 * @route POST /refunds refund
 * @route POST /sessions checkout
 */
declare module 'xendit-node' {
  interface PaymentRequest {
    id: string
    /** @status paid=SUCCEEDED unpaid=PENDING|REQUIRES_ACTION|FAILED|CANCELED|EXPIRED|AWAITING_CAPTURE|VOIDED */
    status: string
    metadata: any
    [field: string]: any
  }
  interface Invoice {
    id: string
    /** @status paid=PAID|SETTLED unpaid=PENDING|EXPIRED */
    status: string
    externalId: any
    [field: string]: any
  }
  interface PaymentRequests {
    /** @charge unless=0.data.captureMethod:MANUAL */
    createPaymentRequest(request: any): Promise<PaymentRequest>
    /** @charge */
    capturePaymentRequest(request: any): Promise<any>
    /** @charge */
    authorizePaymentRequest(request: any): Promise<PaymentRequest>
    /** @payment */
    getPaymentRequestByID(request: any): Promise<PaymentRequest>
    [other: string]: any
  }
  interface Invoices {
    /** @checkout metadata=0.data.externalId metadata=0.data.metadata */
    createInvoice(request: any): Promise<Invoice>
    /** @payment */
    getInvoiceById(request: any): Promise<Invoice>
    /** @payment */
    getInvoices(request?: any): Promise<Invoice[]>
    /** @void */
    expireInvoice(request: any): Promise<Invoice>
    [other: string]: any
  }
  interface Refunds {
    /** @refund key=0.idempotencyKey */
    createRefund(request: any): Promise<any>
    [other: string]: any
  }
  export class Xendit {
    constructor(options: any)
    readonly PaymentRequest: PaymentRequests
    readonly Invoice: Invoices
    readonly Refund: Refunds
    readonly [other: string]: any
  }
  export default Xendit
}
