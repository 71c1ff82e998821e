/**
 * @library coinbase-commerce
 * @provider coinbase hosts=api.commerce.coinbase.com words=coinbase
 * @paid charge:confirmed charge:resolved
 * @other charge:created charge:failed charge:delayed charge:pending
 * @status paid=COMPLETED|RESOLVED|CONFIRMED unpaid=NEW|SIGNED|PENDING|EXPIRED|UNRESOLVED|CANCELED
 * @route POST /charges checkout
 * @route GET /charges/:id payment
 * @route POST /charges/:id/cancel void
 */
declare module 'coinbase-commerce-node' {
  interface Charges {
    /** @checkout metadata=0.metadata */
    create(values: any, done?: any): Promise<any>
    /** @payment */
    retrieve(id: any, done?: any): Promise<any>
    /** @void */
    cancel(id: any, done?: any): Promise<any>
    /** @provider */
    list(query: any, done?: any): Promise<any>
  }
  interface Event {
    /** @eventType */
    type: string
    data: any
    id: string
  }
  export const Webhook: {
    /** @event */
    verifyEventBody(body: any, signature: any, secret: any): Event
    /** @event */
    verifySigHeader(body: any, signature: any, secret: any): void
  }
  export const resources: { readonly Charge: Charges; readonly Checkout: any; readonly Event: any }
  export const Client: any
}
