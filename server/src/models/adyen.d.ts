/**
 * With automatic capture, the default, an authorisation takes the money.
 * @library adyen
 * @provider adyen hosts=checkout-test.adyen.com|checkout-live.adyen.com|pal-test.adyen.com|pal-live.adyen.com words=adyen
 * @paid AUTHORISATION CAPTURE ORDER_CLOSED
 * @other CANCELLATION CANCEL_OR_REFUND REFUND REFUNDED_REVERSED REFUND_FAILED REFUND_WITH_DATA VOID_PENDING_REFUND CAPTURE_FAILED TECHNICAL_CANCEL
 *   CHARGEBACK CHARGEBACK_REVERSED SECOND_CHARGEBACK NOTIFICATION_OF_CHARGEBACK REQUEST_FOR_INFORMATION PREARBITRATION_LOST PREARBITRATION_WON
 *   EXPIRE ORDER_OPENED OFFER_CLOSED PENDING RECURRING_CONTRACT REPORT_AVAILABLE AUTHORISATION_ADJUSTMENT AUTORESCUE CANCEL_AUTORESCUE
 *   MANUAL_REVIEW_ACCEPT MANUAL_REVIEW_REJECT POSTPONED_REFUND HANDLED_EXTERNALLY ISSUER_RESPONSE_TIMEFRAME_EXPIRED DISPUTE_DEFENSE_PERIOD_ENDED
 *   PAYOUT_DECLINE PAYOUT_EXPIRE PAYOUT_THIRDPARTY PAIDOUT_REVERSED DONATION
 * @status paid=Authorised unpaid=Refused|Error|Cancelled|Pending|Received
 * @route POST /:version/payments charge
 * @route POST /:version/payments/details charge
 * @route POST /:version/payments/:reference/captures charge
 * @route POST /:version/payments/:reference/refunds refund
 * @route POST /:version/payments/:reference/reversals refund
 * @route POST /:version/payments/:reference/cancels void
 * @route POST /:version/sessions checkout
 * @route POST /:version/paymentLinks checkout
 */
declare module '@adyen/api-library' {
  interface PaymentResponse {
    /** @status paid=Authorised unpaid=Refused|Error|Cancelled|Pending|Received|PartiallyAuthorised|RedirectShopper|ChallengeShopper|IdentifyShopper */
    resultCode: string
    pspReference: string
    [field: string]: any
  }

  interface PaymentsApi {
    /** @charge @checkout metadata=0.reference metadata=0.metadata metadata=0.merchantOrderReference metadata=0.shopperReference */
    payments(request: any, options?: any): Promise<PaymentResponse>
    /** @charge */
    paymentsDetails(request: any, options?: any): Promise<PaymentResponse>
    /** @checkout metadata=0.reference metadata=0.metadata metadata=0.merchantOrderReference metadata=0.shopperReference */
    sessions(request: any, options?: any): Promise<any>
    /** @payment */
    getResultOfPaymentSession(id: any, ...rest: any[]): Promise<any>
    /** @provider */
    paymentMethods(request: any, options?: any): Promise<any>
    /** @provider */
    cardDetails(request: any, options?: any): Promise<any>
  }

  interface ModificationsApi {
    /** @charge */
    captureAuthorisedPayment(reference: any, request: any, options?: any): Promise<any>
    /** @refund key=2.idempotencyKey */
    refundCapturedPayment(reference: any, request: any, options?: any): Promise<any>
    /** @refund key=2.idempotencyKey */
    refundOrCancelPayment(reference: any, request: any, options?: any): Promise<any>
    /** @void key=2.idempotencyKey */
    cancelAuthorisedPaymentByPspReference(reference: any, request: any, options?: any): Promise<any>
    /** @void key=1.idempotencyKey */
    cancelAuthorisedPayment(request: any, options?: any): Promise<any>
    /** @hold */
    updateAuthorisedAmount(reference: any, request: any, options?: any): Promise<any>
  }

  interface PaymentLinksApi {
    /** @checkout metadata=0.reference metadata=0.metadata metadata=0.shopperReference */
    paymentLinks(request: any, options?: any): Promise<any>
    /** @provider */
    getPaymentLink(id: any, options?: any): Promise<any>
    /** @provider */
    updatePaymentLink(id: any, request: any, options?: any): Promise<any>
  }

  interface NotificationRequestItem {
    /** @eventType */
    eventCode: any
    /** @status paid=true unpaid=false */
    success: any
    pspReference: string
    merchantReference: string
    [field: string]: any
  }

  export class Client {
    constructor(options?: any)
  }
  export class Config {
    constructor(options?: any)
  }
  export class CheckoutAPI {
    constructor(client: Client)
    PaymentsApi: PaymentsApi
    ModificationsApi: ModificationsApi
    PaymentLinksApi: PaymentLinksApi
  }
  /** The shape of older majors. */
  export interface PaymentAPI extends PaymentsApi {}
  export class hmacValidator {
    /** @verify */
    validateHMAC(notification: any, key: any): boolean
    /** @verify */
    validateHMACSignature(key: any, signature: any, data: any): boolean
    /** @verify */
    validateBankingHMAC(...args: any[]): boolean
    calculateHmac(...args: any[]): string
  }
  export namespace Types {
    namespace notification {
      export { NotificationRequestItem }
    }
  }
  export const EnvironmentEnum: any
}

declare module '@adyen/api-library/*' {
  import { NotificationRequestItem, hmacValidator } from '@adyen/api-library'
  export { NotificationRequestItem }
  export default hmacValidator
}
