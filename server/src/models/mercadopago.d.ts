/**
 * Webhooks carry only a topic and an id, so the state of the payment that is then read is the confirmation.
 * @library mercadopago
 * @provider mercadopago hosts=api.mercadopago.com words=mercadopago|mercado_pago|mercado-pago
 * @other payment payment.created payment.updated merchant_order topic_merchant_order_wh subscription_preapproval subscription_preapproval_plan
 *   subscription_authorized_payment plan subscription invoice point_integration_wh topic_claims_integration_wh topic_chargebacks_wh delivery mp-connect
 * @status paid=approved|accredited|closed unpaid=pending|in_process|in_mediation|authorized|rejected|cancelled|refunded|charged_back|opened|expired
 * @route POST /v1/payments charge
 * @route PUT /v1/payments/:id charge
 * @route GET /v1/payments/:id payment
 * @route POST /v1/payments/:id/refunds refund
 * @route GET /merchant_orders/:id payment
 * @route POST /checkout/preferences checkout
 */
declare module 'mercadopago' {
  interface PaymentResponse {
    id: number
    /** @status paid=approved unpaid=pending|in_process|in_mediation|authorized|rejected|cancelled|refunded|charged_back */
    status: string
    external_reference: string
    metadata: any
    [field: string]: any
  }

  interface OldResponse {
    body: PaymentResponse
    response: PaymentResponse
    status: number
  }

  export class MercadoPagoConfig {
    constructor(options: any)
  }
  export class Payment {
    constructor(config: any)
    /** @charge unless=0.body.capture:false @checkout metadata=0.body.metadata metadata=0.body.external_reference */
    create(request: any): Promise<PaymentResponse>
    /** @charge */
    capture(request: any): Promise<PaymentResponse>
    /** @payment */
    get(request: any): Promise<PaymentResponse>
    /** @void key=0.requestOptions.idempotencyKey */
    cancel(request: any): Promise<PaymentResponse>
    /** @provider */
    search(request?: any): Promise<any>
  }
  export class PaymentRefund {
    constructor(config: any)
    /** @refund key=0.requestOptions.idempotencyKey */
    create(request: any): Promise<any>
    /** @refund key=0.requestOptions.idempotencyKey */
    total(request: any): Promise<any>
    /** @provider */
    get(request: any): Promise<any>
    /** @provider */
    list(request: any): Promise<any>
  }
  export class Order {
    constructor(config: any)
    /** @charge unless=0.body.processing_mode:manual @checkout metadata=0.body.external_reference */
    create(request: any): Promise<any>
    /** @charge */
    process(request: any): Promise<any>
    /** @charge */
    capture(request: any): Promise<any>
    /** @payment */
    get(request: any): Promise<any>
    /** @refund key=0.requestOptions.idempotencyKey */
    refund(request: any): Promise<any>
    /** @void key=0.requestOptions.idempotencyKey */
    cancel(request: any): Promise<any>
  }
  export class Preference {
    constructor(config: any)
    /** @checkout metadata=0.body.external_reference metadata=0.body.metadata */
    create(request: any): Promise<any>
    /** @provider */
    get(request: any): Promise<any>
    /** @provider */
    update(request: any): Promise<any>
  }
  export class MerchantOrder {
    constructor(config: any)
    /** @payment */
    get(request: any): Promise<any>
    /** @provider */
    create(request: any): Promise<any>
  }
  export class PreApproval {
    constructor(config: any)
    /** @provider */
    create(request: any): Promise<any>
    /** @provider */
    get(request: any): Promise<any>
    /** @provider */
    update(request: any): Promise<any>
  }
  export class WebhookSignatureValidator {
    /** @verify */
    static validate(options: any): any
  }
  export default MercadoPagoConfig

  /** The functions of version 1. */
  export function configure(options: any): void
  export const configurations: any
  export const payment: {
    /** @charge unless=0.capture:false */
    create(data: any, ...rest: any[]): Promise<OldResponse>
    /** @charge unless=0.capture:false */
    save(data: any, ...rest: any[]): Promise<OldResponse>
    /** @charge */
    capture(id: any, ...rest: any[]): Promise<OldResponse>
    /** @payment */
    get(id: any, ...rest: any[]): Promise<OldResponse>
    /** @payment */
    findById(id: any, ...rest: any[]): Promise<OldResponse>
    /** @refund */
    refund(id: any, ...rest: any[]): Promise<any>
    /** @void */
    cancel(id: any, ...rest: any[]): Promise<any>
  }
  export const preferences: {
    /** @checkout metadata=0.external_reference metadata=0.metadata */
    create(data: any, ...rest: any[]): Promise<any>
  }
  export const refund: {
    /** @refund */
    create(data: any, ...rest: any[]): Promise<any>
  }
}
