/**
 * @library braintree
 * @provider braintree hosts=api.braintreegateway.com|api.sandbox.braintreegateway.com|payments.braintree-api.com|payments.sandbox.braintree-api.com words=braintree
 * @paid subscription_charged_successfully transaction_settled local_payment_completed
 * @subscription subscription_went_active
 * @other subscription_charged_unsuccessfully subscription_canceled subscription_expired subscription_went_past_due subscription_trial_ended
 *   subscription_billing_skipped transaction_disbursed transaction_settlement_declined transaction_reviewed local_payment_expired local_payment_funded
 *   local_payment_reversed dispute_opened dispute_lost dispute_won dispute_accepted dispute_auto_accepted dispute_disputed dispute_expired
 *   dispute_under_review disbursement disbursement_exception partner_merchant_connected partner_merchant_declined partner_merchant_disconnected
 *   sub_merchant_account_approved sub_merchant_account_declined grantor_updated_granted_payment_method recipient_updated_granted_payment_method
 *   granted_payment_method_revoked payment_method_revoked_by_customer payment_method_customer_data_updated account_updater_daily_report
 *   refund_failed
 * @status paid=settled|settling|submitted_for_settlement|settlement_confirmed
 *   unpaid=authorized|authorizing|authorization_expired|failed|gateway_rejected|processor_declined|settlement_declined|voided
 */
declare module 'braintree' {
  interface Transaction {
    id: string
    /**
     * @status paid=settled|settling|submitted_for_settlement|settlement_confirmed
     *   unpaid=authorized|authorizing|authorization_expired|failed|gateway_rejected|processor_declined|settlement_declined|voided
     */
    status: string
    [field: string]: any
  }

  /** Declines are a value, not an error. */
  interface PaymentResponse {
    /** @isPaid */
    success: boolean
    transaction: Transaction
    message: string
    errors: any
  }

  interface TransactionGateway {
    /**
     * @charge unless=0.options.submitForSettlement:false
     * @checkout metadata=0.orderId metadata=0.customFields metadata=0.customerId
     */
    sale(request: any, callback?: (error: any, response: PaymentResponse) => any): Promise<PaymentResponse>
    /** @charge */
    submitForSettlement(id: any, ...rest: any[]): Promise<PaymentResponse>
    /** @charge */
    submitForPartialSettlement(id: any, ...rest: any[]): Promise<PaymentResponse>
    /** @charge */
    cloneTransaction(id: any, ...rest: any[]): Promise<PaymentResponse>
    /** @refund */
    refund(id: any, ...rest: any[]): Promise<any>
    /** @void */
    void(id: any, ...rest: any[]): Promise<any>
    /** @payment */
    find(id: any, ...rest: any[]): Promise<Transaction>
    /** @provider */
    search(query: any, ...rest: any[]): any
    /** @provider */
    releaseFromEscrow(id: any, ...rest: any[]): Promise<any>
  }

  interface SubscriptionResponse {
    /** @isPaid */
    success: boolean
    subscription: any
    message: string
    errors: any
  }

  interface SubscriptionGateway {
    /** @charge unless=0.trialPeriod:true unless=0.firstBillingDate */
    create(request: any, ...rest: any[]): Promise<SubscriptionResponse>
    /** @charge */
    retryCharge(id: any, ...rest: any[]): Promise<PaymentResponse>
    /** @provider */
    update(id: any, request: any, ...rest: any[]): Promise<any>
    /** @provider */
    cancel(id: any, ...rest: any[]): Promise<any>
    /** @provider */
    find(id: any, ...rest: any[]): Promise<any>
    /** @provider */
    search(query: any, ...rest: any[]): any
  }

  interface Notification {
    /** @eventType */
    kind: string
    timestamp: any
    transaction: Transaction
    subscription: any
    [field: string]: any
  }

  interface NotificationGateway {
    /** @event */
    parse(signature: any, payload: any, ...rest: any[]): Promise<Notification>
    verify(challenge: any): any
  }

  interface Resource {
    /** @provider */
    [member: string]: Resource
    /** @provider */
    (...args: any[]): Promise<any>
  }

  interface Gateways {
    transaction: TransactionGateway
    subscription: SubscriptionGateway
    webhookNotification: NotificationGateway
  }

  type AnyGateway = Gateways & { [resource: string]: Resource }

  export interface BraintreeGateway extends AnyGateway {}
  export class BraintreeGateway {
    constructor(config: any)
  }
  export function connect(config: any): BraintreeGateway
  export const Environment: any
  export const WebhookNotification: { Kind: any }
  export const Test: any
  export const ValidationErrorCodes: any
}
