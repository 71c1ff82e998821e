/**
 * A webhook of Mollie carries only an id: the payment that is fetched with it is the confirmation.
 * @library mollie
 * @provider mollie hosts=api.mollie.com words=mollie
 * @status paid=paid|completed unpaid=open|canceled|pending|authorized|expired|failed|created
 * @route POST /v2/payments checkout
 * @route GET /v2/payments/:id payment
 * @route POST /v2/payments/:id/refunds refund
 * @route POST /v2/payments/:id/captures charge
 * @route DELETE /v2/payments/:id void
 * @route POST /v2/orders checkout
 * @route GET /v2/orders/:id payment
 * @route POST /v2/orders/:id/refunds refund
 * @route POST /v2/payment-links checkout
 */
declare module '@mollie/api-client' {
  interface States {
    /** @isPaid */
    isPaid(): boolean
    /** @isPaid not */
    isOpen(): boolean
    /** @isPaid not */
    isPending(): boolean
    /** @isPaid not */
    isFailed(): boolean
    /** @isPaid not */
    isCanceled(): boolean
    /** @isPaid not */
    isExpired(): boolean
    /** @isPaid not */
    isAuthorized(): boolean
  }
  export interface Payment extends States {
    id: string
    /** @status paid=paid unpaid=open|canceled|pending|authorized|expired|failed */
    status: string
    metadata: any
    [field: string]: any
  }
  export interface Order extends States {
    id: string
    /** @status paid=paid|completed|shipping unpaid=created|pending|authorized|canceled|expired */
    status: string
    metadata: any
    [field: string]: any
  }
  interface Resource {
    /** @provider */
    [member: string]: (...args: any[]) => any
  }
  type Payments = Resource & {
    /** @charge if=0.sequenceType:recurring @checkout metadata=0.metadata */
    create(values: any, done?: any): Promise<Payment>
    /** @payment */
    get(id: any, ...rest: any[]): Promise<Payment>
    /** @void */
    cancel(id: any, ...rest: any[]): Promise<Payment>
    /** @void */
    delete(id: any, ...rest: any[]): Promise<Payment>
    /** @void */
    releaseAuthorization(id: any, ...rest: any[]): Promise<any>
  }
  type Orders = Resource & {
    /** @checkout metadata=0.metadata metadata=0.orderNumber */
    create(values: any, done?: any): Promise<Order>
    /** @payment */
    get(id: any, ...rest: any[]): Promise<Order>
    /** @void */
    cancel(id: any, ...rest: any[]): Promise<Order>
  }
  type Refunds = Resource & {
    /** @refund key=0.idempotencyKey */
    create(values: any, done?: any): Promise<any>
  }
  type Captures = Resource & {
    /** @charge */
    create(values: any, done?: any): Promise<any>
  }
  type Links = Resource & {
    /** @checkout metadata=0.description metadata=0.reference */
    create(values: any, done?: any): Promise<any>
    /** @payment */
    get(id: any, ...rest: any[]): Promise<Payment>
  }
  export interface MollieClient {
    readonly payments: Payments
    readonly customerPayments: Payments
    readonly customers_payments: Payments
    readonly orderPayments: Payments
    readonly orders: Orders
    readonly paymentRefunds: Refunds
    readonly payments_refunds: Refunds
    readonly orderRefunds: Refunds
    readonly orders_refunds: Refunds
    readonly paymentCaptures: Captures
    readonly payments_captures: Captures
    readonly orderShipments: Captures
    readonly orders_shipments: Captures
    readonly paymentLinks: Links
    readonly customers: Resource
    readonly customerSubscriptions: Resource
    readonly customerMandates: Resource
    readonly subscriptions: Resource
    readonly [other: string]: any
  }
  export default function createMollieClient(options: any): MollieClient
  export function createMollieClient(options: any): MollieClient
  export const PaymentStatus: {
    readonly paid: 'paid'
    readonly open: 'open'
    readonly canceled: 'canceled'
    readonly pending: 'pending'
    readonly authorized: 'authorized'
    readonly expired: 'expired'
    readonly failed: 'failed'
  }
  export const OrderStatus: {
    readonly paid: 'paid'
    readonly completed: 'completed'
    readonly created: 'created'
    readonly pending: 'pending'
    readonly authorized: 'authorized'
    readonly canceled: 'canceled'
    readonly expired: 'expired'
    readonly shipping: 'shipping'
  }
  export const SequenceType: {
    readonly oneoff: 'oneoff'
    readonly first: 'first'
    readonly recurring: 'recurring'
  }
  export const PaymentMethod: any
  export const Locale: any
}
