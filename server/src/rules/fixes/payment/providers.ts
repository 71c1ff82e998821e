/** Each payment provider's own way to give money back. */

export interface Provider {
  /** Library of the catalogue. */
  readonly library: string
  readonly title: string
  /** Class names of its client, and how a variable that holds one is usually reached in code. */
  readonly clients: readonly string[]
  /** Members that show that an expression is the client: `stripe.webhooks`, `stripe.paymentIntents`. */
  readonly members: readonly string[]
  /** Properties from the event to the payment object. */
  readonly object: string
  /** Properties from the payment object to its id. */
  readonly id: string
  /** Properties from the payment object to what has its state: `order.attributes.status`. */
  readonly stateIn?: string
  /** Its events that carry the payment itself; ids in others are those of subscriptions, invoices, orders. Without it all of them do. */
  readonly events?: RegExp
  /** Properties that its declarations allow to be absent, and that a taken payment has. */
  readonly optional?: readonly string[]
  /** Its declarations say nothing of what a call answers. */
  readonly opaque?: true
  /**
   * The call's lines-to-be: `{c}` the client, `{id}` the payment's id as a string, `{key}` a template literal of the
   * idempotency key, `{O.amount}` a property of the payment object. Null: the provider is refunded in a way that cannot be written in one call.
   */
  readonly refund: RefundCall | null
  /** Why there is no refund call. */
  readonly why: string
}

export interface RefundCall {
  readonly callee: string
  /** A name of the provider's package that the call needs: a class around the client, or a free function, which has no client. */
  readonly imported?: { readonly specifier: string; readonly name: string }
  /** The call answers with `{ error }` instead of throwing. */
  readonly returnsError?: true
  /** Arguments; an object is a list of `[key, value]`. */
  readonly arguments: readonly (string | readonly (readonly [string, string])[])[]
}

const none = { refund: null, why: 'its refund takes more than the payment’s id' } as const

const providers: readonly Provider[] = [
  {
    library: 'stripe',
    title: 'Stripe',
    clients: ['Stripe'],
    members: ['webhooks', 'paymentIntents', 'checkout', 'refunds', 'charges', 'subscriptions', 'invoices', 'customers', 'prices', 'products', 'billingPortal'],
    object: 'data.object',
    id: 'id',
    refund: { callee: '{c}.refunds.create', arguments: [[['payment_intent', '{id}']], [['idempotencyKey', '{key}']]] },
    why: '',
  },
  {
    library: 'razorpay',
    title: 'Razorpay',
    clients: ['Razorpay'],
    members: ['orders', 'payments', 'refunds', 'subscriptions'],
    object: 'payload.payment.entity',
    id: 'id',
    refund: { callee: '{c}.payments.refund', arguments: ['{id}', [['speed', "'normal'"]]] },
    why: '',
  },
  {
    library: 'braintree',
    title: 'Braintree',
    clients: ['BraintreeGateway'],
    members: ['transaction', 'clientToken', 'webhookNotification', 'subscription'],
    object: 'transaction',
    id: 'transaction.id',
    stateIn: 'transaction',
    // A notification comes when the payment is settled: too late to void it.
    events: /^$/,
    // A sale that was just made is not settled yet: it is voided, not refunded.
    refund: { callee: '{c}.transaction.void', arguments: ['{id}'] },
    why: '',
  },
  {
    library: 'square',
    title: 'Square',
    clients: ['SquareClient'],
    members: ['payments', 'refunds', 'orders', 'checkout'],
    object: 'data.object',
    id: 'payment.id',
    stateIn: 'payment',
    events: /^payment\./,
    optional: ['payment', 'id', 'amountMoney'],
    refund: {
      callee: '{c}.refunds.refundPayment',
      arguments: [
        [
          ['idempotencyKey', '{key}'],
          ['paymentId', '{id}'],
          ['amountMoney', '{O.payment.amountMoney}'],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'mollie',
    title: 'Mollie',
    clients: ['MollieClient'],
    members: ['payments', 'paymentRefunds', 'orders', 'payments_refunds'],
    object: 'payment',
    id: 'id',
    refund: {
      callee: '{c}.paymentRefunds.create',
      arguments: [
        [
          ['paymentId', '{id}'],
          ['amount', '{O.amount}'],
          ['idempotencyKey', '{key}'],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'paddle',
    title: 'Paddle',
    clients: ['Paddle'],
    members: ['webhooks', 'transactions', 'subscriptions', 'adjustments', 'customers'],
    object: 'data',
    id: 'id',
    events: /^transaction\./,
    refund: {
      callee: '{c}.adjustments.create',
      arguments: [
        [
          ['action', "'refund'"],
          ['type', "'full'"],
          ['transactionId', '{id}'],
          ['reason', "'The order could not be stored'"],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'polar',
    title: 'Polar',
    clients: ['Polar'],
    members: ['orders', 'checkouts', 'refunds', 'subscriptions'],
    object: 'data',
    id: 'id',
    refund: {
      callee: '{c}.refunds.create',
      arguments: [
        [
          ['orderId', '{id}'],
          ['amount', '{O.netAmount}'],
          ['reason', "'other'"],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'dodopayments',
    title: 'Dodo Payments',
    clients: ['DodoPayments'],
    members: ['payments', 'checkoutSessions', 'refunds', 'webhooks', 'subscriptions'],
    object: 'data',
    id: 'payment_id',
    events: /^payment\./,
    refund: { callee: '{c}.refunds.create', arguments: [[['payment_id', '{id}']]] },
    why: '',
  },
  {
    library: 'whop',
    title: 'Whop',
    clients: ['Whop'],
    members: ['payments', 'webhooks', 'memberships'],
    object: 'data',
    id: 'id',
    events: /^payment[._]/,
    refund: { callee: '{c}.payments.refund', arguments: ['{id}'] },
    why: '',
  },
  {
    library: 'omise',
    title: 'Omise',
    clients: ['Omise'],
    members: ['charges', 'tokens', 'customers'],
    object: 'data',
    id: 'id',
    refund: { callee: '{c}.charges.createRefund', arguments: ['{id}', [['amount', '{O.amount}']]] },
    why: '',
  },
  {
    library: 'payjp',
    title: 'PAY.JP',
    clients: ['Payjp'],
    members: ['charges', 'customers', 'tokens', 'subscriptions'],
    object: 'data',
    id: 'id',
    events: /^charge\./,
    refund: { callee: '{c}.charges.refund', arguments: ['{id}'] },
    why: '',
  },
  {
    library: 'paypal',
    title: 'PayPal',
    clients: ['PaymentsController'],
    members: [],
    object: 'resource',
    id: 'id',
    events: /^PAYMENT\.CAPTURE\./,
    optional: ['purchaseUnits', 'payments', 'captures', 'id'],
    refund: {
      callee: '{c}.refundCapturedPayment',
      arguments: [
        [
          ['captureId', '{id}'],
          ['paypalRequestId', '{key}'],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'lemonsqueezy',
    title: 'Lemon Squeezy',
    clients: [],
    members: [],
    object: 'data',
    id: 'id',
    stateIn: 'attributes',
    events: /^order_/,
    refund: {
      callee: 'issueOrderRefund',
      imported: { specifier: '@lemonsqueezy/lemonsqueezy.js', name: 'issueOrderRefund' },
      returnsError: true,
      arguments: ['{id}', '{O.attributes.total}'],
    },
    why: '',
  },
  {
    library: 'mercadopago',
    title: 'Mercado Pago',
    clients: ['MercadoPagoConfig'],
    members: [],
    object: 'data',
    id: 'id',
    optional: ['id'],
    refund: {
      callee: 'new PaymentRefund({c}).total',
      imported: { specifier: 'mercadopago', name: 'PaymentRefund' },
      arguments: [
        [
          ['payment_id', '{id}'],
          ['requestOptions', '{options}'],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'flutterwave',
    title: 'Flutterwave',
    clients: ['Flutterwave'],
    members: ['Transaction', 'Charge', 'Tokenized'],
    object: 'data',
    id: 'id',
    refund: {
      callee: '{c}.Transaction.refund',
      arguments: [
        [
          ['id', '{id}'],
          ['amount', '{O.amount}'],
        ],
      ],
    },
    why: '',
  },
  {
    library: 'checkout-com',
    title: 'Checkout.com',
    clients: ['Checkout'],
    members: ['payments'],
    object: 'data',
    id: 'id',
    opaque: true,
    refund: { callee: '{c}.payments.refund', arguments: ['{id}', [], '{key}'] },
    why: '',
  },
  {
    library: 'paystack',
    title: 'Paystack',
    clients: [],
    members: [],
    object: 'data',
    id: 'reference',
    refund: null,
    why: 'it is called over HTTP, in this project’s own way',
  },
  {
    library: 'adyen',
    title: 'Adyen',
    clients: [],
    members: [],
    object: 'data',
    id: 'pspReference',
    refund: null,
    why: 'its refund names the merchant account and the amount as well',
  },
  {
    library: 'authorizenet',
    title: 'Authorize.Net',
    clients: [],
    members: [],
    object: 'payload',
    id: 'id',
    refund: null,
    why: 'its refund names the card as well',
  },
  {
    library: 'coinbase',
    title: 'Coinbase Commerce',
    clients: [],
    members: [],
    object: 'data',
    id: 'id',
    refund: null,
    why: 'what was paid in crypto is sent back by hand',
  },
  {
    library: 'nowpayments',
    title: 'NOWPayments',
    clients: [],
    members: [],
    object: 'data',
    id: 'payment_id',
    refund: null,
    why: 'what was paid in crypto is sent back by hand',
  },
  { library: 'apple', title: 'the App Store', clients: [], members: [], object: 'data', id: 'transactionId', refund: null, why: 'only Apple gives money back' },
  {
    library: 'revenuecat',
    title: 'RevenueCat',
    clients: [],
    members: [],
    object: 'event',
    id: 'transaction_id',
    refund: null,
    why: 'the store that took the money gives it back',
  },
  {
    library: 'shape',
    title: 'this provider',
    clients: [],
    members: [],
    object: 'data.object',
    id: 'id',
    refund: null,
    why: 'it is not known which provider took the payment',
  },
]

export function providerOf(library: string): Provider {
  const known = providers.find((provider) => provider.library === library || library.includes(provider.library))
  return known ?? { library, title: library, clients: [], members: [], object: 'data.object', id: 'id', ...none }
}
