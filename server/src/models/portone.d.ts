/**
 * @library portone
 * @provider portone hosts=api.portone.io|api.iamport.kr words=portone|iamport
 * @paid Transaction.Paid
 * @other Transaction.Ready Transaction.PayPending Transaction.VirtualAccountIssued Transaction.PartialCancelled Transaction.Cancelled Transaction.Failed
 *   Transaction.CancelPending Transaction.Confirm Transaction.DisputeCreated Transaction.DisputeResolved BillingKey.Ready BillingKey.Issued
 *   BillingKey.Failed BillingKey.Deleted BillingKey.Updated
 * @status paid=PAID unpaid=READY|PENDING|PAY_PENDING|VIRTUAL_ACCOUNT_ISSUED|FAILED|CANCELLED|PARTIAL_CANCELLED
 * @route GET /payments/:id payment
 * @route POST /payments/:id/billing-key charge
 * @route POST /payments/:id/instant charge
 * @route POST /payments/:id/confirm charge
 * @route POST /payments/:id/capture charge
 * @route POST /payments/:id/cancel refund
 * @route POST /payments/cancel refund
 * @route POST /subscribe/payments/again charge
 * @route POST /subscribe/payments/onetime charge
 */
declare module '@portone/server-sdk' {
  interface PaidPayment {
    id: string
    /** @status paid=PAID unpaid=READY|PENDING|PAY_PENDING|VIRTUAL_ACCOUNT_ISSUED|FAILED|CANCELLED|PARTIAL_CANCELLED */
    status: string
    customData: any
    [field: string]: any
  }
  interface Notice {
    /** @eventType */
    type: string
    data: any
    [field: string]: any
  }
  export interface PaymentClient {
    /** @charge @checkout metadata=0.customData */
    payWithBillingKey(values: any): Promise<any>
    /** @charge @checkout metadata=0.customData */
    payInstantly(values: any): Promise<any>
    /** @charge */
    confirmPayment(values: any): Promise<any>
    /** @charge */
    capturePayment(values: any): Promise<any>
    /** @payment */
    getPayment(values: any): Promise<PaidPayment>
    /** @refund */
    cancelPayment(values: any): Promise<any>
    /** @void */
    closeVirtualAccount(values: any): Promise<any>
    [other: string]: any
  }
  interface Client {
    readonly payment: PaymentClient
    readonly [other: string]: any
  }
  export function PortOneClient(options: any): Client
  export function PaymentClient(options: any): PaymentClient
  export const Webhook: {
    /** @event */
    verify(secret: any, payload: any, headers: any): Promise<Notice>
    [other: string]: any
  }
}
declare module '@portone/server-sdk/webhook' {
  /** @event */
  export function verify(secret: any, payload: any, headers: any): Promise<import('@portone/server-sdk').Notice>
}
