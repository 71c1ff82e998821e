/**
 * @library stripe
 * @provider stripe hosts=api.stripe.com words=stripe
 * @paid checkout.session.completed checkout.session.async_payment_succeeded payment_intent.succeeded charge.succeeded charge.captured invoice.paid
 *   invoice.payment_succeeded invoice_payment.paid
 * @subscription customer.subscription.created customer.subscription.updated customer.subscription.resumed
 * @other account.application.authorized account.application.deauthorized account.external_account.created account.external_account.deleted
 *   account.external_account.updated account.updated application_fee.created application_fee.refund.updated application_fee.refunded balance.available
 *   balance_settings.updated billing.alert.triggered billing.credit_balance_transaction.created billing.credit_grant.created billing.credit_grant.updated
 *   billing.meter.created billing.meter.deactivated billing.meter.reactivated billing.meter.updated billing_portal.configuration.created
 *   billing_portal.configuration.updated billing_portal.session.created capability.updated cash_balance.funds_available charge.dispute.closed
 *   charge.dispute.created charge.dispute.funds_reinstated charge.dispute.funds_withdrawn charge.dispute.updated charge.expired charge.failed
 *   charge.pending charge.refund.updated charge.refunded charge.updated checkout.session.async_payment_failed checkout.session.expired
 *   climate.order.canceled climate.order.created climate.order.delayed climate.order.delivered climate.order.product_substituted climate.product.created
 *   climate.product.pricing_updated coupon.created coupon.deleted coupon.updated credit_note.created credit_note.updated credit_note.voided
 *   customer.created customer.deleted customer.discount.created customer.discount.deleted customer.discount.updated customer.source.created
 *   customer.source.deleted customer.source.expiring customer.source.updated customer.subscription.deleted customer.subscription.paused
 *   customer.subscription.pending_update_applied customer.subscription.pending_update_expired customer.subscription.trial_will_end
 *   customer.tax_id.created customer.tax_id.deleted customer.tax_id.updated customer.updated customer_cash_balance_transaction.created
 *   entitlements.active_entitlement_summary.updated file.created financial_connections.account.created financial_connections.account.deactivated
 *   financial_connections.account.disconnected financial_connections.account.reactivated financial_connections.account.refreshed_balance
 *   financial_connections.account.refreshed_ownership financial_connections.account.refreshed_transactions identity.verification_session.canceled
 *   identity.verification_session.created identity.verification_session.processing identity.verification_session.redacted
 *   identity.verification_session.requires_input identity.verification_session.verified invoice.created invoice.deleted invoice.finalization_failed
 *   invoice.finalized invoice.marked_uncollectible invoice.overdue invoice.overpaid invoice.payment_action_required invoice.payment_attempt_required
 *   invoice.payment_failed invoice.sent invoice.upcoming invoice.updated invoice.voided invoice.will_be_due invoiceitem.created invoiceitem.deleted
 *   issuing_authorization.created issuing_authorization.request issuing_authorization.updated issuing_card.created issuing_card.updated
 *   issuing_cardholder.created issuing_cardholder.updated issuing_dispute.closed issuing_dispute.created issuing_dispute.funds_reinstated
 *   issuing_dispute.funds_rescinded issuing_dispute.submitted issuing_dispute.updated issuing_token.created issuing_token.updated
 *   issuing_transaction.created issuing_transaction.purchase_details_receipt_updated issuing_transaction.updated mandate.updated
 *   payment_intent.amount_capturable_updated payment_intent.canceled payment_intent.created payment_intent.partially_funded
 *   payment_intent.payment_failed payment_intent.processing payment_intent.requires_action payment_link.created payment_link.updated
 *   payment_method.attached payment_method.automatically_updated payment_method.detached payment_method.updated payout.canceled payout.created
 *   payout.failed payout.paid payout.reconciliation_completed payout.updated person.created person.deleted person.updated plan.created plan.deleted
 *   plan.updated price.created price.deleted price.updated product.created product.deleted product.updated promotion_code.created
 *   promotion_code.updated quote.accepted quote.canceled quote.created quote.finalized radar.early_fraud_warning.created
 *   radar.early_fraud_warning.updated refund.created refund.failed refund.updated reporting.report_run.failed reporting.report_run.succeeded
 *   reporting.report_type.updated review.closed review.opened setup_intent.canceled setup_intent.created setup_intent.requires_action
 *   setup_intent.setup_failed setup_intent.succeeded sigma.scheduled_query_run.created source.canceled source.chargeable source.failed
 *   source.mandate_notification source.refund_attributes_required source.transaction.created source.transaction.updated
 *   subscription_schedule.aborted subscription_schedule.canceled subscription_schedule.completed subscription_schedule.created
 *   subscription_schedule.expiring subscription_schedule.released subscription_schedule.updated tax.settings.updated tax_rate.created
 *   tax_rate.updated terminal.reader.action_failed terminal.reader.action_succeeded terminal.reader.action_updated
 *   test_helpers.test_clock.advancing test_helpers.test_clock.created test_helpers.test_clock.deleted test_helpers.test_clock.internal_failure
 *   test_helpers.test_clock.ready topup.canceled topup.created topup.failed topup.reversed topup.succeeded transfer.created transfer.reversed
 *   transfer.updated
 * @status paid=succeeded|paid|complete
 *   unpaid=requires_payment_method|requires_confirmation|requires_action|requires_capture|processing|pending|failed|canceled|open|draft|void|uncollectible
 *   unpaid=unpaid|expired|incomplete|incomplete_expired|trialing|past_due|paused
 * @route POST /v1/charges charge
 * @route POST /v1/charges/:id/capture charge
 * @route POST /v1/charges/:id/refund refund
 * @route POST /v1/payment_intents checkout
 * @route POST /v1/payment_intents/:id/confirm charge
 * @route POST /v1/payment_intents/:id/capture charge
 * @route POST /v1/payment_intents/:id/cancel void
 * @route POST /v1/invoices/:id/pay charge
 * @route POST /v1/subscriptions charge
 * @route POST /v1/checkout/sessions checkout
 * @route POST /v1/payment_links checkout
 * @route POST /v1/refunds refund
 * @route GET /v1/charges/:id payment
 * @route GET /v1/payment_intents/:id payment
 * @route GET /v1/checkout/sessions/:id payment
 * @route GET /v1/invoices/:id payment
 */
declare module 'stripe' {
  /** Everything the file does not name: `stripe.customers.create`, `stripe.billingPortal.sessions.create`. */
  interface Resource {
    /** @provider */
    [member: string]: Resource
    /** @provider */
    (...args: any[]): Promise<any>
  }

  interface List<T> extends Promise<{ data: T[]; has_more: boolean; url: string }> {
    autoPagingEach(each: (item: T) => any): Promise<void>
    autoPagingToArray(options?: object): Promise<T[]>
    [Symbol.asyncIterator](): AsyncIterableIterator<T>
  }

  interface Charges {
    /**
     * @charge unless=0.capture:false
     * @checkout metadata=0.metadata metadata=0.customer metadata=0.transfer_group
     */
    create(params: any, ...rest: any[]): Promise<Stripe.Charge>
    /** @charge */
    capture(id: any, ...rest: any[]): Promise<Stripe.Charge>
    /** @payment */
    retrieve(id: any, ...rest: any[]): Promise<Stripe.Charge>
    /** @payment */
    list(params?: any, options?: any): List<Stripe.Charge>
    /** @payment */
    search(params?: any, options?: any): List<Stripe.Charge>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<Stripe.Charge>
    /** @refund key=-1.idempotencyKey */
    refund(id: any, ...rest: any[]): Promise<any>
    /** @refund key=-1.idempotencyKey */
    createRefund(id: any, ...rest: any[]): Promise<any>
  }

  interface PaymentIntents {
    /**
     * @charge if=0.confirm:true unless=0.capture_method:manual
     * @checkout metadata=0.metadata metadata=0.customer metadata=0.transfer_group
     */
    create(params: any, ...rest: any[]): Promise<Stripe.PaymentIntent>
    /** @charge unless=1.capture_method:manual */
    confirm(id: any, ...rest: any[]): Promise<Stripe.PaymentIntent>
    /** @charge */
    capture(id: any, ...rest: any[]): Promise<Stripe.PaymentIntent>
    /** @charge */
    applyCustomerBalance(id: any, params?: any, options?: any): Promise<Stripe.PaymentIntent>
    /** @hold */
    incrementAuthorization(id: any, params?: any, options?: any): Promise<Stripe.PaymentIntent>
    /** @payment */
    retrieve(id: any, ...rest: any[]): Promise<Stripe.PaymentIntent>
    /** @payment */
    list(params?: any, options?: any): List<Stripe.PaymentIntent>
    /** @payment */
    search(params?: any, options?: any): List<Stripe.PaymentIntent>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<Stripe.PaymentIntent>
    /** @void key=-1.idempotencyKey */
    cancel(id: any, ...rest: any[]): Promise<Stripe.PaymentIntent>
    /** @provider */
    verifyMicrodeposits(id: any, params?: any, options?: any): Promise<Stripe.PaymentIntent>
  }

  interface CheckoutSessions {
    /**
     * @checkout metadata=0.metadata metadata=0.client_reference_id metadata=0.customer metadata=0.payment_intent_data.metadata
     *   metadata=0.subscription_data.metadata metadata=0.payment_intent_data.transfer_group unless=0.mode:setup
     */
    create(params: any, ...rest: any[]): Promise<Stripe.Checkout.Session>
    /** @payment */
    retrieve(id: any, ...rest: any[]): Promise<Stripe.Checkout.Session>
    /** @payment */
    list(params?: any, options?: any): List<Stripe.Checkout.Session>
    /** @provider */
    listLineItems(id: any, params?: any, options?: any): List<any>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<Stripe.Checkout.Session>
    /** @provider */
    expire(id: any, params?: any, options?: any): Promise<Stripe.Checkout.Session>
  }

  interface Invoices {
    /** @charge unless=1.paid_out_of_band:true */
    pay(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
    /** @provider */
    create(params?: any, options?: any): Promise<Stripe.Invoice>
    /** @payment */
    retrieve(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
    /** @payment */
    list(params?: any, options?: any): List<Stripe.Invoice>
    /** @payment */
    search(params?: any, options?: any): List<Stripe.Invoice>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
    /** @provider */
    finalizeInvoice(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
    /** @provider */
    sendInvoice(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
    /** @void key=-1.idempotencyKey */
    voidInvoice(id: any, params?: any, options?: any): Promise<Stripe.Invoice>
  }

  interface Subscriptions {
    /**
     * @charge unless=0.payment_behavior:default_incomplete unless=0.trial_end unless=0.trial_period_days unless=0.trial_from_plan:true
     *   unless=0.collection_method:send_invoice
     */
    create(params: any, options?: any): Promise<Stripe.Subscription>
    /**
     * @charge any=1.proration_behavior:always_invoice any=1.billing_cycle_anchor:now any=1.trial_end:now
     *   unless=1.payment_behavior:default_incomplete unless=1.collection_method:send_invoice
     */
    update(id: any, params?: any, options?: any): Promise<Stripe.Subscription>
    /** @provider */
    retrieve(id: any, params?: any, options?: any): Promise<Stripe.Subscription>
    /** @provider */
    list(params?: any, options?: any): List<Stripe.Subscription>
    /** @provider */
    search(params?: any, options?: any): List<Stripe.Subscription>
    /** @provider */
    resume(id: any, params?: any, options?: any): Promise<Stripe.Subscription>
    /** @provider */
    cancel(id: any, params?: any, options?: any): Promise<Stripe.Subscription>
    /** @provider */
    del(id: any, params?: any, options?: any): Promise<Stripe.Subscription>
    /** @provider */
    deleteDiscount(id: any, params?: any, options?: any): Promise<any>
  }

  /** A card is kept and no money moves: that one succeeded says nothing of a payment. */
  interface SetupIntents {
    create(params?: any, options?: any): Promise<any>
    retrieve(id: any, params?: any, options?: any): Promise<any>
    update(id: any, params?: any, options?: any): Promise<any>
    confirm(id: any, params?: any, options?: any): Promise<any>
    cancel(id: any, params?: any, options?: any): Promise<any>
    list(params?: any, options?: any): List<any>
  }

  interface SubscriptionItems {
    /**
     * @charge any=0.proration_behavior:always_invoice unless=0.payment_behavior:default_incomplete
     */
    create(params: any, options?: any): Promise<any>
    /**
     * @charge any=1.proration_behavior:always_invoice unless=1.payment_behavior:default_incomplete
     */
    update(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    retrieve(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    list(params?: any, options?: any): List<any>
    /** @provider */
    del(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    createUsageRecord(id: any, params?: any, options?: any): Promise<any>
  }

  interface Refunds {
    /** @refund key=-1.idempotencyKey */
    create(params?: any, ...rest: any[]): Promise<any>
    /** @provider */
    retrieve(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    list(params?: any, options?: any): List<any>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    cancel(id: any, params?: any, options?: any): Promise<any>
  }

  interface CreditNotes {
    /** @refund key=-1.idempotencyKey */
    create(params?: any, options?: any): Promise<any>
    /** @provider */
    preview(params?: any, options?: any): Promise<any>
    /** @provider */
    retrieve(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    list(params?: any, options?: any): List<any>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    voidCreditNote(id: any, params?: any, options?: any): Promise<any>
  }

  interface PaymentLinks {
    /** @checkout metadata=0.metadata metadata=0.payment_intent_data.metadata metadata=0.subscription_data.metadata */
    create(params: any, options?: any): Promise<any>
    /** @provider */
    retrieve(id: any, params?: any, options?: any): Promise<any>
    /** @provider */
    list(params?: any, options?: any): List<any>
    /** @provider */
    listLineItems(id: any, params?: any, options?: any): List<any>
    /** @provider */
    update(id: any, params?: any, options?: any): Promise<any>
  }

  type Readers = Resource & {
    /** @refund key=-1.idempotencyKey */
    refundPayment(id: any, params?: any, options?: any): Promise<any>
  }

  interface Events {
    /** @event */
    retrieve(id: any, params?: any, options?: any): Promise<Stripe.Event>
    /** @provider */
    list(params?: any, options?: any): List<Stripe.Event>
  }

  interface Webhooks {
    /** @event */
    constructEvent(payload: any, header: any, secret: any, ...rest: any[]): Stripe.Event
    /** @event */
    constructEventAsync(payload: any, header: any, secret: any, ...rest: any[]): Promise<Stripe.Event>
    constructEventWithoutVerification(payload: any): Stripe.Event
    generateTestHeaderString(options: object): string
    signature: {
      /** @verify */
      verifyHeader(...args: any[]): boolean
      /** @verify */
      verifyHeaderAsync(...args: any[]): Promise<boolean>
    }
  }

  interface Client {
    charges: Charges
    paymentIntents: PaymentIntents
    checkout: { sessions: CheckoutSessions }
    invoices: Invoices
    subscriptions: Subscriptions
    subscriptionItems: SubscriptionItems
    setupIntents: SetupIntents
    refunds: Refunds
    creditNotes: CreditNotes
    paymentLinks: PaymentLinks
    terminal: { readers: Readers; connectionTokens: Resource; locations: Resource; configurations: Resource }
    events: Events
    webhooks: Webhooks
    /** @event */
    parseEventNotification(payload: any, header: any, secret: any, ...rest: any[]): Stripe.Event
    /** @event */
    parseThinEvent(payload: any, header: any, secret: any, ...rest: any[]): Stripe.Event
  }

  type AnyClient = Client & { [resource: string]: Resource }

  interface Stripe extends AnyClient {}

  class Stripe {
    constructor(key: any, config?: any)
    static webhooks: Webhooks
    static errors: any
    static createFetchHttpClient(...args: any[]): any
    static createNodeHttpClient(...args: any[]): any
    static createSubtleCryptoProvider(): any
    static createNodeCryptoProvider(): any
  }

  function Stripe(key: any, config?: any): Stripe

  import StripeItself = Stripe

  namespace Stripe {
    export {
      StripeItself as Stripe,
      Charges as ChargesResource,
      PaymentIntents as PaymentIntentsResource,
      Invoices as InvoicesResource,
      Subscriptions as SubscriptionsResource,
      Refunds as RefundsResource,
      Webhooks,
    }
  }

  namespace Stripe {
    interface Metadata {
      [key: string]: string
    }

    interface PaymentIntent {
      id: string
      /** @status paid=succeeded unpaid=requires_payment_method|requires_confirmation|requires_action|processing|requires_capture|canceled */
      status: string
      metadata: Metadata
      latest_charge: Charge
      charges: { data: Charge[] }
      invoice: Invoice
      amount: number
      amount_received: number
      client_secret: string
      customer: any
      [field: string]: any
    }

    interface Charge {
      id: string
      /** @isPaid */
      paid: boolean
      /** @isPaid */
      captured: boolean
      /** @status paid=succeeded unpaid=pending|failed */
      status: string
      metadata: Metadata
      payment_intent: any
      invoice: any
      customer: any
      [field: string]: any
    }

    interface Invoice {
      id: string
      /** @isPaid */
      paid: boolean
      /** @status paid=paid unpaid=draft|open|void|uncollectible */
      status: string
      metadata: Metadata
      payment_intent: PaymentIntent
      subscription: any
      customer: any
      [field: string]: any
    }

    /** An active subscription proves no payment (trials, free plans), so nothing here means paid. */
    interface Subscription {
      id: string
      /** @status unpaid=incomplete|incomplete_expired|trialing|past_due|canceled|unpaid|paused */
      status: string
      metadata: Metadata
      latest_invoice: Invoice
      items: { data: any[] }
      customer: any
      [field: string]: any
    }

    namespace Checkout {
      interface Session {
        id: string
        /** @status paid=paid unpaid=unpaid */
        payment_status: string
        /** @status paid=complete unpaid=open|expired */
        status: string
        metadata: Metadata
        payment_intent: PaymentIntent
        subscription: Subscription
        invoice: Invoice
        customer: any
        line_items: { data: any[] }
        client_reference_id: string
        url: string
        [field: string]: any
      }
    }

    /** What `event.data.object` may be: all payment objects at once, because nothing but the event's name tells which. */
    interface EventObject {
      id: string
      /** @status paid=paid unpaid=unpaid */
      payment_status: any
      /**
       * @status paid=succeeded|paid|complete
       *   unpaid=requires_payment_method|requires_confirmation|requires_action|processing|requires_capture|pending|failed|draft|open|void|uncollectible
       *   unpaid=incomplete|incomplete_expired|trialing|past_due|canceled|unpaid|paused|expired
       */
      status: any
      /** @isPaid */
      paid: any
      [field: string]: any
    }

    interface EventOf<T = EventObject> {
      id: string
      /** @eventType */
      type: any
      data: { object: T; previous_attributes?: any }
      account?: string
      livemode: boolean
      created: number
      [field: string]: any
    }

    type Event = EventOf<EventObject>
    type DiscriminatedEvent = Event
    type EventNotification = Event
    type CheckoutSessionCompletedEvent = EventOf<Checkout.Session>
    type CheckoutSessionAsyncPaymentSucceededEvent = EventOf<Checkout.Session>
    type CheckoutSessionAsyncPaymentFailedEvent = EventOf<Checkout.Session>
    type CheckoutSessionExpiredEvent = EventOf<Checkout.Session>
    type PaymentIntentSucceededEvent = EventOf<PaymentIntent>
    type PaymentIntentPaymentFailedEvent = EventOf<PaymentIntent>
    type PaymentIntentCanceledEvent = EventOf<PaymentIntent>
    type PaymentIntentAmountCapturableUpdatedEvent = EventOf<PaymentIntent>
    type ChargeSucceededEvent = EventOf<Charge>
    type ChargeCapturedEvent = EventOf<Charge>
    type ChargeFailedEvent = EventOf<Charge>
    type ChargeRefundedEvent = EventOf<Charge>
    type InvoicePaidEvent = EventOf<Invoice>
    type InvoicePaymentSucceededEvent = EventOf<Invoice>
    type InvoicePaymentFailedEvent = EventOf<Invoice>
    type CustomerSubscriptionCreatedEvent = EventOf<Subscription>
    type CustomerSubscriptionUpdatedEvent = EventOf<Subscription>
    type CustomerSubscriptionResumedEvent = EventOf<Subscription>
    type CustomerSubscriptionDeletedEvent = EventOf<Subscription>

    type ApiList<T> = { data: T[]; has_more: boolean }
    type Response<T> = T
    type ApiListPromise<T> = List<T>
  }

  export = Stripe
}

declare module 'stripe-event-types' {}
