/**
 * @library dodopayments-adapters
 * @provider dodopayments
 */
declare module '@dodopayments/core/webhook' {
  /** A handler's error bubbles up to the framework. */
  interface Handlers {
    webhookKey?: any
    /** @onEvent event=* onThrow=non-2xx */
    onPayload?: (payload: any) => any
    /** @onEvent event=payment.succeeded onThrow=non-2xx */
    onPaymentSucceeded?: (payload: any) => any
    /** @onEvent event=payment.failed onThrow=non-2xx */
    onPaymentFailed?: (payload: any) => any
    /** @onEvent event=payment.processing onThrow=non-2xx */
    onPaymentProcessing?: (payload: any) => any
    /** @onEvent event=payment.cancelled onThrow=non-2xx */
    onPaymentCancelled?: (payload: any) => any
    /** @onEvent event=refund.succeeded onThrow=non-2xx */
    onRefundSucceeded?: (payload: any) => any
    /** @onEvent event=refund.failed onThrow=non-2xx */
    onRefundFailed?: (payload: any) => any
    /** @onEvent event=subscription.active onThrow=non-2xx */
    onSubscriptionActive?: (payload: any) => any
    /** @onEvent event=subscription.renewed onThrow=non-2xx */
    onSubscriptionRenewed?: (payload: any) => any
    /** @onEvent event=subscription.plan_changed onThrow=non-2xx */
    onSubscriptionPlanChanged?: (payload: any) => any
    /** @onEvent event=subscription.updated onThrow=non-2xx */
    onSubscriptionUpdated?: (payload: any) => any
    /** @onEvent event=subscription.on_hold onThrow=non-2xx */
    onSubscriptionOnHold?: (payload: any) => any
    /** @onEvent event=subscription.paused onThrow=non-2xx */
    onSubscriptionPaused?: (payload: any) => any
    /** @onEvent event=subscription.cancelled onThrow=non-2xx */
    onSubscriptionCancelled?: (payload: any) => any
    /** @onEvent event=subscription.failed onThrow=non-2xx */
    onSubscriptionFailed?: (payload: any) => any
    /** @onEvent event=subscription.expired onThrow=non-2xx */
    onSubscriptionExpired?: (payload: any) => any
    /** @onEvent event=dunning.recovered onThrow=non-2xx */
    onDunningRecovered?: (payload: any) => any
    /** @onEvent event=license_key.created onThrow=non-2xx */
    onLicenseKeyCreated?: (payload: any) => any
    [option: string]: any
  }
  export function Webhooks(handlers: Handlers): any
  export function handleWebhookPayload(payload: any, handlers: Handlers, ...rest: any[]): Promise<any>
}

// One adapter per framework, all alike.
declare module '@dodopayments/*' {
  import { Webhooks } from '@dodopayments/core/webhook'
  export { Webhooks, Webhooks as webhooks }
  export function Checkout(options: any): any
  export function CustomerPortal(options: any): any
  export function dodopayments(options: any): any
  export function checkout(options: any): any
  export function portal(options?: any): any
}
