/**
 * @library chargebee
 * @provider chargebee hosts=chargebee.com words=chargebee
 * @paid payment_succeeded
 * @subscription subscription_created subscription_activated subscription_changed subscription_renewed subscription_resumed subscription_reactivated
 *   subscription_started
 * @other payment_failed payment_refunded payment_declined payment_initiated payment_intent_created payment_intent_updated invoice_generated
 *   invoice_updated invoice_deleted invoice_voided credit_note_created credit_note_updated refund_initiated transaction_created transaction_updated
 *   subscription_cancelled subscription_cancellation_scheduled subscription_paused subscription_deleted subscription_trial_end_reminder
 *   subscription_renewal_reminder subscription_scheduled_cancellation_removed card_added card_updated card_expired card_deleted
 *   payment_source_added payment_source_updated payment_source_deleted customer_created customer_changed customer_deleted authorization_succeeded
 *   authorization_voided dunning_updated unbilled_charges_created
 * @status paid=paid|success|succeeded unpaid=not_paid|payment_due|posted|voided|pending|failure|in_progress|timeout|needs_attention|requested|cancelled
 */
declare module 'chargebee' {
  interface Invoice {
    id: string
    /** @status paid=paid unpaid=posted|payment_due|not_paid|voided|pending */
    status: string
    [field: string]: any
  }

  interface InvoiceResult {
    invoice: Invoice
    transaction: any
    [field: string]: any
  }

  /** A call of older majors does nothing until its `request()`. */
  interface Call<T> extends Promise<T> {
    request(callback?: any): Promise<T>
  }

  interface Invoices {
    /** @charge */
    collectPayment(id: any, ...rest: any[]): Call<InvoiceResult>
    /** @charge */
    createForChargeItemsAndCharges(...args: any[]): Call<InvoiceResult>
    /** @charge */
    charge(...args: any[]): Call<InvoiceResult>
    /** @payment */
    retrieve(id: any, ...rest: any[]): Call<InvoiceResult>
    /** @provider */
    list(...args: any[]): Call<any>
    /** @refund */
    refund(id: any, ...rest: any[]): Call<InvoiceResult>
    /** @void */
    voidInvoice(id: any, ...rest: any[]): Call<InvoiceResult>
    /** @provider */
    recordPayment(id: any, ...rest: any[]): Call<InvoiceResult>
    /** @provider */
    pdf(...args: any[]): Call<any>
  }

  interface Subscriptions {
    /** @charge unless=1.trial_end unless=1.auto_collection:off */
    createWithItems(customer: any, params: any, ...rest: any[]): Call<any>
    /** @charge any=1.invoice_immediately:true unless=1.end_of_term:true */
    updateForItems(id: any, params: any, ...rest: any[]): Call<any>
    /** @provider */
    retrieve(id: any, ...rest: any[]): Call<any>
    /** @provider */
    list(...args: any[]): Call<any>
    /** @provider */
    cancel(...args: any[]): Call<any>
    /** @provider */
    cancelForItems(...args: any[]): Call<any>
    /** @provider */
    pause(...args: any[]): Call<any>
    /** @provider */
    resume(...args: any[]): Call<any>
  }

  interface HostedPages {
    /** @checkout metadata=0.subscription.id metadata=0.customer.id metadata=0.pass_thru_content */
    checkoutNewForItems(params: any, ...rest: any[]): Call<any>
    /** @checkout metadata=0.subscription.id metadata=0.customer.id metadata=0.pass_thru_content */
    checkoutExistingForItems(params: any, ...rest: any[]): Call<any>
    /** @checkout metadata=0.customer.id metadata=0.pass_thru_content */
    checkoutOneTimeForItems(params: any, ...rest: any[]): Call<any>
    /** @checkout metadata=0.customer.id */
    collectNow(params: any, ...rest: any[]): Call<any>
    /** @payment */
    retrieve(id: any, ...rest: any[]): Call<{ hosted_page: HostedPage }>
    /** @payment */
    acknowledge(id: any, ...rest: any[]): Call<{ hosted_page: HostedPage }>
  }

  interface HostedPage {
    id: string
    /** @status paid=succeeded|acknowledged unpaid=created|requested|cancelled */
    state: string
    content: any
    [field: string]: any
  }

  interface Transactions {
    /** @payment */
    retrieve(id: any, ...rest: any[]): Call<any>
    /** @refund */
    refund(id: any, ...rest: any[]): Call<any>
    /** @void */
    voidTransaction(id: any, ...rest: any[]): Call<any>
    /** @provider */
    list(...args: any[]): Call<any>
  }

  interface Resource {
    /** @provider */
    [method: string]: (...args: any[]) => Call<any>
  }

  interface Resources {
    invoice: Invoices
    subscription: Subscriptions
    hostedPage: HostedPages
    hosted_page: HostedPages
    transaction: Transactions
    configure(options: any): void
  }

  type AnyClient = Resources & { [resource: string]: Resource }
  interface Chargebee extends AnyClient {}
  class Chargebee {
    constructor(options?: any)
    static configure(options: any): void
    static invoice: Invoices
    static subscription: Subscriptions
    static hosted_page: HostedPages
    static transaction: Transactions
  }
  export = Chargebee
}

declare module 'chargebee-typescript' {
  import Chargebee = require('chargebee')
  export const ChargeBee: typeof Chargebee
}
