/**
 * Framework plugins that receive Stripe's webhooks and run a callback of the application.
 * @library stripe-adapters
 * @provider stripe
 */
declare module '@golevelup/nestjs-stripe' {
  /** All handlers of an event are awaited; a rejection becomes the controller's 500. @onEvent event=0 onThrow=non-2xx */
  export function StripeWebhookHandler(event: string): any
  /** @onEvent event=0 onThrow=non-2xx */
  export function StripeThinWebhookHandler(event: string): any
  export function InjectStripeClient(...args: any[]): any
  export function InjectStripeModuleConfig(...args: any[]): any
  export const StripeModule: any
}

declare module '@better-auth/stripe' {
  import { Stripe } from 'stripe'

  /** The plugin catches and logs what its subscription callbacks throw, and answers 200. */
  interface SubscriptionOptions {
    enabled?: boolean
    plans?: any
    /** @onEvent event=checkout.session.completed onThrow=swallow */
    onSubscriptionComplete?: (data: any, context: any) => any
    /** @onEvent event=customer.subscription.created onThrow=swallow */
    onSubscriptionCreated?: (data: any) => any
    /** @onEvent event=customer.subscription.updated onThrow=swallow */
    onSubscriptionUpdate?: (data: any) => any
    /** @onEvent event=customer.subscription.deleted onThrow=swallow */
    onSubscriptionCancel?: (data: any) => any
    /** @onEvent event=customer.subscription.deleted onThrow=swallow */
    onSubscriptionDeleted?: (data: any) => any
    [option: string]: any
  }

  interface StripePluginOptions {
    stripeClient?: Stripe
    stripeWebhookSecret?: string
    /** @onEvent event=* onThrow=non-2xx */
    onEvent?: (event: Stripe.Event) => any
    subscription?: SubscriptionOptions
    [option: string]: any
  }

  export function stripe(options: StripePluginOptions): any
}

declare module '@convex-dev/stripe' {
  import { Stripe } from 'stripe'

  interface EventHandlers {
    /** @onEvent event=checkout.session.completed onThrow=non-2xx */
    'checkout.session.completed'?: (context: any, event: Stripe.CheckoutSessionCompletedEvent) => any
    /** @onEvent event=checkout.session.async_payment_succeeded onThrow=non-2xx */
    'checkout.session.async_payment_succeeded'?: (context: any, event: Stripe.CheckoutSessionCompletedEvent) => any
    /** @onEvent event=payment_intent.succeeded onThrow=non-2xx */
    'payment_intent.succeeded'?: (context: any, event: Stripe.PaymentIntentSucceededEvent) => any
    /** @onEvent event=charge.succeeded onThrow=non-2xx */
    'charge.succeeded'?: (context: any, event: Stripe.ChargeSucceededEvent) => any
    /** @onEvent event=charge.captured onThrow=non-2xx */
    'charge.captured'?: (context: any, event: Stripe.ChargeCapturedEvent) => any
    /** @onEvent event=invoice.paid onThrow=non-2xx */
    'invoice.paid'?: (context: any, event: Stripe.InvoicePaidEvent) => any
    /** @onEvent event=invoice.payment_succeeded onThrow=non-2xx */
    'invoice.payment_succeeded'?: (context: any, event: Stripe.InvoicePaymentSucceededEvent) => any
    /** @onEvent event=customer.subscription.created onThrow=non-2xx */
    'customer.subscription.created'?: (context: any, event: Stripe.CustomerSubscriptionCreatedEvent) => any
    /** @onEvent event=customer.subscription.updated onThrow=non-2xx */
    'customer.subscription.updated'?: (context: any, event: Stripe.CustomerSubscriptionUpdatedEvent) => any
    /** @onEvent event=customer.subscription.resumed onThrow=non-2xx */
    'customer.subscription.resumed'?: (context: any, event: Stripe.CustomerSubscriptionResumedEvent) => any
    [event: string]: ((context: any, event: any) => any) | undefined
  }

  interface RouteOptions {
    events?: EventHandlers
    /** @onEvent event=* onThrow=non-2xx */
    onEvent?: (context: any, event: Stripe.Event) => any
    [option: string]: any
  }

  export function registerRoutes(http: any, component: any, options?: RouteOptions): void

  /** @provider */
  interface ComponentCall {
    (...args: any[]): Promise<any>
  }
  class Component {
    constructor(component: any, options?: any)
    /** @provider */
    [member: string]: ComponentCall
  }
  export { Component as StripeSubscriptions, Component as StripeComponent }
}

declare module '@payloadcms/plugin-stripe' {
  import { Stripe } from 'stripe'

  interface HandlerArguments {
    event: Stripe.Event
    stripe: Stripe
    payload: import('payload').Payload
    req: any
    config: any
    pluginConfig: any
  }

  /** The plugin does not wait for its handlers: it answers 200 whatever they do. */
  interface EventHandlers {
    /** @onEvent event=checkout.session.completed onThrow=swallow */
    'checkout.session.completed'?: (args: HandlerArguments) => any
    /** @onEvent event=checkout.session.async_payment_succeeded onThrow=swallow */
    'checkout.session.async_payment_succeeded'?: (args: HandlerArguments) => any
    /** @onEvent event=payment_intent.succeeded onThrow=swallow */
    'payment_intent.succeeded'?: (args: HandlerArguments) => any
    /** @onEvent event=charge.succeeded onThrow=swallow */
    'charge.succeeded'?: (args: HandlerArguments) => any
    /** @onEvent event=charge.captured onThrow=swallow */
    'charge.captured'?: (args: HandlerArguments) => any
    /** @onEvent event=invoice.paid onThrow=swallow */
    'invoice.paid'?: (args: HandlerArguments) => any
    /** @onEvent event=invoice.payment_succeeded onThrow=swallow */
    'invoice.payment_succeeded'?: (args: HandlerArguments) => any
    /** @onEvent event=customer.subscription.created onThrow=swallow */
    'customer.subscription.created'?: (args: HandlerArguments) => any
    /** @onEvent event=customer.subscription.updated onThrow=swallow */
    'customer.subscription.updated'?: (args: HandlerArguments) => any
    /** @onEvent event=customer.subscription.resumed onThrow=swallow */
    'customer.subscription.resumed'?: (args: HandlerArguments) => any
    [event: string]: ((args: HandlerArguments) => any) | undefined
  }

  interface PluginOptions {
    /** As one function it receives every event. @onEvent event=* onThrow=swallow */
    webhooks?: EventHandlers | ((args: HandlerArguments) => any)
    [option: string]: any
  }

  export function stripePlugin(options: PluginOptions): any
}

declare module '@supabase/stripe-sync-engine' {
  export class StripeSync {
    constructor(config: any)
    /** The engine writes with upserts of its own. @provider */
    processWebhook(payload: any, signature: any): Promise<void>
    /** @provider */
    processEvent(event: any): Promise<void>
  }
}
