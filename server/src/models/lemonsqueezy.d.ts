/**
 * @library lemonsqueezy
 * @provider lemonsqueezy hosts=api.lemonsqueezy.com words=lemonsqueezy|lemon_squeezy|lemon-squeezy
 * @paid order_created subscription_payment_success subscription_payment_recovered license_key_created
 * @subscription subscription_created subscription_updated subscription_resumed subscription_unpaused subscription_plan_changed
 * @other order_refunded subscription_cancelled subscription_expired subscription_paused subscription_payment_failed subscription_payment_refunded
 *   license_key_updated affiliate_activated
 * @status paid=paid unpaid=pending|failed|refunded|on_trial|paused|past_due|unpaid|cancelled|expired
 * @route POST /v1/checkouts checkout
 * @route GET /v1/orders/:id payment
 * @route POST /v1/orders/:id/refund refund
 * @route POST /v1/subscription-invoices/:id/refund refund
 */
declare module '@lemonsqueezy/lemonsqueezy.js' {
  /** Failures come back as `error`. */
  type Result<T = any> = Promise<{ statusCode: number | null; data: T; error: any }>
  interface Order {
    data: {
      id: string
      attributes: {
        /** @status paid=paid unpaid=pending|failed|refunded|void */
        status: string
        [other: string]: any
      }
      [other: string]: any
    }
    [other: string]: any
  }
  interface Subscription {
    data: {
      id: string
      attributes: {
        /** @status unpaid=on_trial|paused|past_due|unpaid|cancelled|expired */
        status: string
        [other: string]: any
      }
      [other: string]: any
    }
    [other: string]: any
  }
  export function lemonSqueezySetup(options: any): any
  /** @checkout metadata=2.checkoutData.custom metadata=2.checkout_data.custom */
  export function createCheckout(store: any, variant: any, checkout?: any): Result
  /** @payment */
  export function getOrder(id: any, options?: any): Result<Order>
  /** @payment */
  export function getSubscriptionInvoice(id: any, options?: any): Result<Order>
  /** @provider */
  export function getSubscription(id: any, options?: any): Result<Subscription>
  /** @refund */
  export function issueOrderRefund(id: any, amount?: any): Result
  /** @refund */
  export function issueSubscriptionInvoiceRefund(id: any, amount?: any): Result
  /** @provider */
  export function cancelSubscription(id: any): Result<Subscription>
  /** @provider */
  export function updateSubscription(id: any, values: any): Result<Subscription>
  /** @provider */
  export function createUsageRecord(values: any): Result
  export function getPrice(id: any, options?: any): Result
  export function getProduct(id: any, options?: any): Result
  export function getVariant(id: any, options?: any): Result
  export function listOrders(options?: any): Result
  export function listPrices(options?: any): Result
  export function listProducts(options?: any): Result
  export function listSubscriptions(options?: any): Result
  export function listVariants(options?: any): Result
  export function listWebhooks(options?: any): Result
  export function getCustomer(id: any, options?: any): Result
  export function createCustomer(store: any, values: any): Result
  export function createWebhook(store: any, options: any): Result
}
