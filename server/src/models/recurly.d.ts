/**
 * @library recurly
 * @provider recurly hosts=v3.recurly.com|v3.eu.recurly.com words=recurly
 * @paid successful_payment_notification paid_charge_invoice_notification
 * @subscription new_subscription_notification updated_subscription_notification renewed_subscription_notification reactivated_account_notification
 * @other failed_payment_notification successful_refund_notification void_payment_notification scheduled_payment_notification
 *   processing_payment_notification new_charge_invoice_notification processing_charge_invoice_notification past_due_charge_invoice_notification
 *   failed_charge_invoice_notification reopened_charge_invoice_notification updated_charge_invoice_notification canceled_subscription_notification
 *   expired_subscription_notification paused_subscription_notification new_dunning_event_notification new_account_notification
 *   updated_account_notification canceled_account_notification billing_info_updated_notification
 * @status paid=paid|success|successful unpaid=open|pending|processing|past_due|failed|voided|declined|void|error
 * @route POST /purchases charge
 * @route POST /purchases/authorize hold
 * @route POST /purchases/pending checkout
 * @route PUT /invoices/:id/collect charge
 * @route GET /invoices/:id payment
 * @route POST /invoices/:id/refund refund
 */
declare module 'recurly' {
  interface Invoice {
    id: string
    /** @status paid=paid unpaid=open|pending|processing|past_due|failed|voided */
    state: string
    [field: string]: any
  }
  interface Purchase {
    chargeInvoice: Invoice
    creditInvoices: any[]
    [field: string]: any
  }
  export class Client {
    constructor(key: any, options?: any)
    /** @charge unless=0.collectionMethod:manual */
    createPurchase(values: any, options?: any): Promise<Purchase>
    /** @charge */
    createCapturePurchase(id: any, options?: any): Promise<Purchase>
    /** @hold */
    createAuthorizePurchase(values: any, options?: any): Promise<Purchase>
    /** @checkout metadata=0.customFields metadata=0.account */
    createPendingPurchase(values: any, options?: any): Promise<Purchase>
    /** @charge */
    collectInvoice(id: any, ...rest: any[]): Promise<Invoice>
    /** @charge unless=0.collectionMethod:manual unless=0.trialEndsAt */
    createSubscription(values: any, options?: any): Promise<any>
    /** @payment */
    getInvoice(id: any, options?: any): Promise<Invoice>
    /** @refund */
    refundInvoice(id: any, values: any, options?: any): Promise<any>
    /** @void */
    voidInvoice(id: any, options?: any): Promise<any>
    /** @void */
    cancelpurchase(id: any, options?: any): Promise<any>
    /** @provider */
    [other: string]: (...args: any[]) => any
  }
  export const errors: any
}
