/**
 * @library polar-adapters
 * @provider polar
 */
declare module '@polar-sh/adapter-utils' {
  import { PolarEvent } from '@polar-sh/sdk/webhooks'
  interface Handlers {
    /** @onEvent event=* onThrow=non-2xx */
    onPayload?: (payload: PolarEvent) => any
    /** @onEvent event=order.paid onThrow=non-2xx */
    onOrderPaid?: (payload: PolarEvent) => any
    /** @onEvent event=order.created onThrow=non-2xx */
    onOrderCreated?: (payload: PolarEvent) => any
    /** @onEvent event=order.updated onThrow=non-2xx */
    onOrderUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=order.refunded onThrow=non-2xx */
    onOrderRefunded?: (payload: PolarEvent) => any
    /** @onEvent event=checkout.created onThrow=non-2xx */
    onCheckoutCreated?: (payload: PolarEvent) => any
    /** @onEvent event=checkout.updated onThrow=non-2xx */
    onCheckoutUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.created onThrow=non-2xx */
    onSubscriptionCreated?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.active onThrow=non-2xx */
    onSubscriptionActive?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.updated onThrow=non-2xx */
    onSubscriptionUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.canceled onThrow=non-2xx */
    onSubscriptionCanceled?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.uncanceled onThrow=non-2xx */
    onSubscriptionUncanceled?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.revoked onThrow=non-2xx */
    onSubscriptionRevoked?: (payload: PolarEvent) => any
    /** @onEvent event=subscription.past_due onThrow=non-2xx */
    onSubscriptionPastDue?: (payload: PolarEvent) => any
    /** @onEvent event=refund.created onThrow=non-2xx */
    onRefundCreated?: (payload: PolarEvent) => any
    /** @onEvent event=refund.updated onThrow=non-2xx */
    onRefundUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=benefit_grant.created onThrow=non-2xx */
    onBenefitGrantCreated?: (payload: PolarEvent) => any
    /** @onEvent event=benefit_grant.updated onThrow=non-2xx */
    onBenefitGrantUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=benefit_grant.revoked onThrow=non-2xx */
    onBenefitGrantRevoked?: (payload: PolarEvent) => any
    /** @onEvent event=customer.created onThrow=non-2xx */
    onCustomerCreated?: (payload: PolarEvent) => any
    /** @onEvent event=customer.updated onThrow=non-2xx */
    onCustomerUpdated?: (payload: PolarEvent) => any
    /** @onEvent event=customer.deleted onThrow=non-2xx */
    onCustomerDeleted?: (payload: PolarEvent) => any
    /** @onEvent event=customer.state_changed onThrow=non-2xx */
    onCustomerStateChanged?: (payload: PolarEvent) => any
    [option: string]: any
  }
  export function Webhooks(handlers: Handlers): any
  export function webhooks(handlers: Handlers): any
  export function handleWebhookPayload(payload: any, handlers: Handlers): Promise<any>
  export function Checkout(options: any): any
  export function CustomerPortal(options: any): any
}
declare module '@polar-sh/better-auth' {
  export { webhooks } from '@polar-sh/adapter-utils'
  export function polar(options: any): any
  export function polarClient(options?: any): any
  export function checkout(options: any): any
  export function portal(options?: any): any
  export function usage(options?: any): any
}
// One adapter per framework, all alike.
declare module '@polar-sh/*' {
  export * from '@polar-sh/adapter-utils'
}
