/** A route for each provider that takes or looks up a payment with its own SDK, and the lines that give the money back. */

export interface ProviderCase {
  readonly name: string
  readonly imports: string
  /** Statements of the route up to the write. */
  readonly paid: string
  readonly refund: RegExp
  /** No declarations of its package are on npm. */
  readonly untyped?: true
}

/** `{ a: …, b: … }` as it is broken over lines or not. */
const object = (...properties: readonly string[]): string => `\\{\\s*${properties.join(',\\s*')},?\\s*\\}`
const literal = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
const call = (callee: string, ...list: readonly string[]): RegExp => new RegExp(`await ${literal(callee)}\\(\\s*${list.join(',\\s*')},?\\s*\\)`)
const key = (id: string): string => literal('`refund_${' + id + '}`')

const given = `const { id, amount } = await request.json()\n  `
const unpaid = `return Response.json({}, { status: 402 })`

export const providerCases: readonly ProviderCase[] = [
  {
    name: 'Stripe, on a connected account',
    imports: `import Stripe from 'stripe'\nconst stripe = new Stripe('key')`,
    paid: `const { account } = await request.json()\n  const intent = await stripe.paymentIntents.confirm('pi', { stripeAccount: account })`,
    refund: call(
      'stripe.refunds.create',
      object(literal('payment_intent: intent.id')),
      object(`idempotencyKey: ${key('intent.id')}`, 'stripeAccount: account'),
    ),
  },
  {
    name: 'Stripe',
    imports: `import Stripe from 'stripe'\nconst stripe = new Stripe('key')`,
    paid: `const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur', confirm: true })`,
    refund: call('stripe.refunds.create', object(literal('payment_intent: intent.id')), object(`idempotencyKey: ${key('intent.id')}`)),
  },
  {
    name: 'Razorpay',
    imports: `import Razorpay from 'razorpay'\nconst razorpay = new Razorpay({ key_id: 'id', key_secret: 'secret' })`,
    paid: `${given}const payment = await razorpay.payments.capture(id, amount, 'INR')`,
    refund: call('razorpay.payments.refund', 'id', object(literal(`speed: 'normal'`))),
  },
  {
    name: 'Braintree',
    imports: `import { BraintreeGateway, Environment } from 'braintree'\nconst gateway = new BraintreeGateway({ environment: Environment.Sandbox, merchantId: 'id', publicKey: 'key', privateKey: 'key' })`,
    paid: `const sale = await gateway.transaction.sale({ amount: '10.00', options: { submitForSettlement: true } })`,
    refund: call('gateway.transaction.void', literal('sale.transaction.id')),
  },
  {
    name: 'Square',
    imports: `import { SquareClient } from 'square'\nconst square = new SquareClient({ token: 'token' })`,
    paid: `${given}const paid = await square.payments.create({ sourceId: id, idempotencyKey: id, amountMoney: { amount: BigInt(amount), currency: 'EUR' } })`,
    refund: call(
      'square.refunds.refundPayment',
      object(`idempotencyKey: ${key('paid.payment!.id')}`, literal('paymentId: paid.payment!.id!'), literal('amountMoney: paid.payment!.amountMoney!')),
    ),
  },
  {
    name: 'Mollie',
    imports: `import { createMollieClient } from '@mollie/api-client'\nconst mollie = createMollieClient({ apiKey: 'key' })`,
    paid: `${given}const payment = await mollie.payments.get(id)\n  if (payment.status !== 'paid') ${unpaid}`,
    refund: call(
      'mollie.paymentRefunds.create',
      object(literal('paymentId: payment.id'), literal('amount: payment.amount'), `idempotencyKey: ${key('payment.id')}`),
    ),
  },
  {
    name: 'Paddle',
    imports: `import { Paddle } from '@paddle/paddle-node-sdk'\nconst paddle = new Paddle('key')`,
    paid: `${given}const transaction = await paddle.transactions.get(id)\n  if (transaction.status !== 'completed') ${unpaid}`,
    refund: call('paddle.adjustments.create', object(`action: 'refund'`, `type: 'full'`, literal('transactionId: transaction.id'), `reason: '[^']+'`)),
  },
  {
    name: 'Polar',
    imports: `import { Polar } from '@polar-sh/sdk'\nconst polar = new Polar({ accessToken: 'token' })`,
    paid: `${given}const order = await polar.orders.get({ id })\n  if (order.status !== 'paid') ${unpaid}`,
    refund: call('polar.refunds.create', object(literal('orderId: order.id'), literal('amount: order.netAmount'), `reason: 'other'`)),
  },
  {
    name: 'Dodo Payments',
    imports: `import DodoPayments from 'dodopayments'\nconst dodo = new DodoPayments({ bearerToken: 'token' })`,
    paid: `${given}const payment = await dodo.payments.retrieve(id)\n  if (payment.status !== 'succeeded') ${unpaid}`,
    refund: call('dodo.refunds.create', object(literal('payment_id: payment.payment_id'))),
  },
  {
    name: 'Whop',
    imports: `import Whop from '@whop/sdk'\nconst whop = new Whop({ apiKey: 'key' })`,
    paid: `${given}const payment = await whop.payments.retrieve(id)\n  if (payment.status !== 'paid') ${unpaid}`,
    refund: call('whop.payments.refund', literal('payment.id')),
  },
  {
    name: 'Omise',
    imports: `import createOmise from 'omise'\nconst omise = createOmise({ secretKey: 'key' })`,
    paid: `${given}const charge = await omise.charges.create({ amount, currency: 'thb', card: id })`,
    refund: call('omise.charges.createRefund', literal('charge.id'), object(literal('amount: charge.amount'))),
  },
  {
    name: 'PAY.JP',
    imports: `import createPayjp from 'payjp'\nconst payjp = createPayjp('key')`,
    paid: `${given}const charge = await payjp.charges.create({ amount, currency: 'jpy', card: id })`,
    refund: call('payjp.charges.refund', literal('charge.id')),
  },
  {
    name: 'PayPal, a capture',
    imports: `import { Client, PaymentsController } from '@paypal/paypal-server-sdk'\nconst payments = new PaymentsController(new Client({}))`,
    paid: `${given}const { result: capture } = await payments.captureAuthorizedPayment({ authorizationId: id })`,
    refund: call('payments.refundCapturedPayment', object(literal('captureId: capture.id!'), `paypalRequestId: ${key('capture.id')}`)),
  },
  {
    name: 'PayPal, an order’s capture',
    imports: `import { Client, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk'
const client = new Client({})
const orders = new OrdersController(client)
const payments = new PaymentsController(client)`,
    paid: `${given}const { result: order } = await orders.captureOrder({ id })`,
    refund: call(
      'payments.refundCapturedPayment',
      object(
        literal('captureId: order.purchaseUnits![0].payments!.captures![0].id!'),
        `paypalRequestId: ${key('order.purchaseUnits![0].payments!.captures![0].id')}`,
      ),
    ),
  },
  {
    name: 'Lemon Squeezy',
    imports: `import { getOrder } from '@lemonsqueezy/lemonsqueezy.js'`,
    paid: `${given}const { data: order } = await getOrder(id)\n  if (order?.data.attributes.status !== 'paid') ${unpaid}`,
    refund: call('issueOrderRefund', literal('order.data.id'), literal('order.data.attributes.total')),
  },
  {
    name: 'Mercado Pago',
    imports: `import { MercadoPagoConfig, Payment } from 'mercadopago'\nconst mercadoPago = new MercadoPagoConfig({ accessToken: 'token' })`,
    paid: `const payment = await new Payment(mercadoPago).create({ body: { transaction_amount: 10 } })\n  if (payment.status !== 'approved') ${unpaid}`,
    refund: call(
      'new PaymentRefund(mercadoPago).total',
      object(literal('payment_id: payment.id!'), `requestOptions: ${object(`idempotencyKey: ${key('payment.id')}`)}`),
    ),
  },
  {
    name: 'Flutterwave',
    imports: `import Flutterwave from 'flutterwave-node-v3'\nconst flutterwave = new Flutterwave('public', 'secret')`,
    paid: `const { id } = await request.json()\n  const { data } = await flutterwave.Transaction.verify({ id })\n  if (data.status !== 'successful') ${unpaid}`,
    refund: call('flutterwave.Transaction.refund', object(literal('id: data.id'), literal('amount: data.amount'))),
    untyped: true,
  },
  {
    name: 'Checkout.com',
    imports: `import { Checkout } from 'checkout-sdk-node'\nconst checkout = new Checkout('key')`,
    paid: `${given}const payment = await checkout.payments.request({ amount, currency: 'EUR', source: { type: 'token', token: id } })`,
    refund: call('checkout.payments.refund', literal('(payment as { id: string }).id'), '\\{\\s*\\}', key('(payment as { id: string }).id')),
  },
]

/** Files of a shop that is paid so. */
export function providerShop({ imports, paid }: ProviderCase): Readonly<Record<string, string>> {
  return {
    '/package.json': '{ "name": "shop" }',
    '/db.ts': `import knex from 'knex'\nexport const db = knex({ client: 'pg' })\n`,
    '/app/pay/route.ts': `import { db } from '../../db'
${imports}
export async function POST(request: Request) {
  ${paid}
  await db('orders').insert({ total: 10 })
  return Response.json({ ok: true })
}
`,
  }
}
