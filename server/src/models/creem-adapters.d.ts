/**
 * @library creem-adapters
 * @provider creem
 */
declare module '@creem_io/nextjs' {
  /** A handler's error is answered with 500, and Creem sends the event again. */
  interface Handlers {
    webhookSecret?: any
    /** @onEvent event=checkout.completed onThrow=non-2xx */
    onCheckoutCompleted?: (data: any) => any
    /** @onEvent event=subscription.active onThrow=non-2xx */
    onSubscriptionActive?: (data: any) => any
    /** @onEvent event=subscription.paid onThrow=non-2xx */
    onSubscriptionPaid?: (data: any) => any
    /** @onEvent event=subscription.update onThrow=non-2xx */
    onSubscriptionUpdate?: (data: any) => any
    /** @onEvent event=subscription.trialing onThrow=non-2xx */
    onSubscriptionTrialing?: (data: any) => any
    /** @onEvent event=subscription.canceled onThrow=non-2xx */
    onSubscriptionCanceled?: (data: any) => any
    /** @onEvent event=subscription.expired onThrow=non-2xx */
    onSubscriptionExpired?: (data: any) => any
    /** @onEvent event=subscription.unpaid onThrow=non-2xx */
    onSubscriptionUnpaid?: (data: any) => any
    /** @onEvent event=subscription.past_due onThrow=non-2xx */
    onSubscriptionPastDue?: (data: any) => any
    /** @onEvent event=subscription.paused onThrow=non-2xx */
    onSubscriptionPaused?: (data: any) => any
    /** @onEvent event=refund.created onThrow=non-2xx */
    onRefundCreated?: (data: any) => any
    /** @onEvent event=dispute.created onThrow=non-2xx */
    onDisputeCreated?: (data: any) => any
    /**
     * Called for active, trialing and paid subscriptions.
     * @onEvent event=subscription.paid onThrow=non-2xx
     */
    onGrantAccess?: (context: any) => any
    /** @onEvent event=subscription.expired onThrow=non-2xx */
    onRevokeAccess?: (context: any) => any
    [option: string]: any
  }
  export function Webhook(handlers: Handlers): any
  export function Checkout(options: any): any
  export function Portal(options: any): any
}

declare module '@creem_io/better-auth' {
  import { Handlers } from '@creem_io/nextjs'
  export function creem(options: Handlers): any
}

// The wrapper package: client and handlers in one.
declare module 'creem_io' {
  import { Creem } from 'creem'
  import { Handlers } from '@creem_io/nextjs'
  interface Client extends Creem {
    webhooks: {
      handleEvents(payload: any, signature: any, handlers: Handlers): Promise<any>
    }
  }
  export function createCreem(options?: any): Client
}
