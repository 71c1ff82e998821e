/** Each payment provider as projects use it, with one write after the money is taken. */
import { describe, test } from 'vitest'
import { checkClean, checkFindings } from '../harness/check'

const database = `
//- /db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
`

/** A customer's request that takes the money itself. */
function inRequest(imports: string, lines: string): Promise<void> {
  return checkFindings(`${database}
//- /app/api/checkout/route.ts
import { db } from '../../../db'
${imports}
export async function POST(request: Request) {
  const { id } = await request.json()
${lines}
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ d no-handling
  return Response.json({ ok: true })
}`)
}

/** The provider's webhook. The update is idempotent, and its failure asks for redelivery. */
function inWebhook(provider: string, imports: string, lines: string): Promise<void> {
  return checkFindings(`${database}
//- /app/api/webhooks/${provider}/route.ts
import { db } from '../../../../db'
${imports}
export async function POST(request: Request) {
  const body = await request.text()
${lines}
}`)
}

const update = `await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ c redelivery`

describe('a call that takes the money', () => {
  test('PayPal server SDK', () =>
    inRequest(
      `import { Client, OrdersController } from '@paypal/paypal-server-sdk'\nconst orders = new OrdersController(new Client())`,
      'await orders.captureOrder({ id })',
    ))

  test('PayPal checkout SDK', () =>
    inRequest(
      `import paypal from '@paypal/checkout-server-sdk'\nconst client = new paypal.core.PayPalHttpClient(new paypal.core.SandboxEnvironment('', ''))`,
      'await client.execute(new paypal.orders.OrdersCaptureRequest(id))',
    ))

  test('PayPal checkout SDK, sent by a helper without types', () =>
    inRequest(
      `import paypal from '@paypal/checkout-server-sdk'
const client = new paypal.core.PayPalHttpClient(new paypal.core.SandboxEnvironment('', ''))
const send = (request: any) => client.execute(request)`,
      'await send(new paypal.orders.OrdersCaptureRequest(id))',
    ))

  test('PayPal by plain HTTP', () => inRequest('', "await fetch(`https://api-m.paypal.com/v2/checkout/orders/${id}/capture`, { method: 'POST' })"))

  test('PayPal by plain HTTP, at a host from the environment', () =>
    inRequest('', "const base = process.env.PAYPAL_URL\n  await fetch(`${base}/v2/checkout/orders/${id}/capture`, { method: 'POST' })"))

  test('Braintree', () =>
    inRequest(
      `import braintree from 'braintree'\nconst gateway = braintree.connect({})`,
      `const result = await gateway.transaction.sale({ orderId: id })\n  if (!result.success) return Response.json({}, { status: 402 })`,
    ))

  test('Square', () => inRequest(`import { SquareClient } from 'square'\nconst square = new SquareClient()`, 'await square.payments.create({ orderId: id })'))

  test('Razorpay', () => inRequest(`import Razorpay from 'razorpay'\nconst razorpay = new Razorpay({})`, "await razorpay.payments.capture(id, 1, 'INR')"))

  test('Adyen', () =>
    inRequest(
      `import { CheckoutAPI, Client } from '@adyen/api-library'\nconst checkout = new CheckoutAPI(new Client())`,
      'await checkout.PaymentsApi.payments({ reference: id })',
    ))

  test('Mercado Pago', () =>
    inRequest(
      `import { MercadoPagoConfig, Payment } from 'mercadopago'\nconst payment = new Payment(new MercadoPagoConfig({}))`,
      'await payment.create({ body: { external_reference: id } })',
    ))

  test('Flutterwave', () =>
    inRequest(`import Flutterwave from 'flutterwave-node-v3'\nconst flw = new Flutterwave('', '')`, 'await flw.Charge.card({ tx_ref: id })'))

  test('Dodo', () =>
    inRequest(`import DodoPayments from 'dodopayments'\nconst dodo = new DodoPayments()`, 'await dodo.subscriptions.charge(id, { product_price: 1 })'))

  test('Chargebee', () => inRequest(`import Chargebee from 'chargebee'\nconst chargebee = new Chargebee()`, 'await chargebee.invoice.collectPayment(id)'))

  test('Checkout.com', () =>
    inRequest(`import { Checkout } from 'checkout-sdk-node'\nconst checkout = new Checkout()`, 'await checkout.payments.request({ reference: id })'))

  test('an unconfirmed intent, a hold and a checkout session take none', () =>
    checkClean(`${database}
//- /app/api/checkout/route.ts
import Stripe from 'stripe'
import { db } from '../../../db'
const stripe = new Stripe('key')
export async function POST(request: Request) {
  const { id } = await request.json()
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur', metadata: { id } })
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur', confirm: true, capture_method: 'manual', metadata: { id } })
  await stripe.checkout.sessions.create({ mode: 'payment', metadata: { id } })
  await stripe.subscriptions.create({ customer: id, items: [], payment_behavior: 'default_incomplete' })
  await stripe.subscriptions.update(id, { metadata: { id } })
  await db.order.update({ where: { id }, data: { started: true } })
  return Response.json({ ok: true })
}`))
})

describe('a payment whose state is read', () => {
  test('Stripe checkout session', () =>
    inRequest(
      `import Stripe from 'stripe'\nconst stripe = new Stripe('key')`,
      `const session = await stripe.checkout.sessions.retrieve(id)\n  if (session.payment_status !== 'paid') return Response.json({}, { status: 402 })`,
    ))

  test('Mollie', () =>
    inWebhook(
      'mollie',
      `import createMollieClient from '@mollie/api-client'\nconst mollie = createMollieClient({ apiKey: 'key' })`,
      `
  const id = new URLSearchParams(body).get('id')
  const payment = await mollie.payments.get(id)
  if (payment.status === 'paid') {
    await db.order.update({ where: { id }, data: { paid: true } })
    //             ^^^^^^ c redelivery
  }
  return new Response('ok')`,
    ))

  test('Paystack by plain HTTP', () =>
    inRequest(
      '',
      `const response = await fetch(\`https://api.paystack.co/transaction/verify/\${id}\`)\n  const { data } = await response.json()\n  if (data.status !== 'success') return Response.json({}, { status: 402 })`,
    ))

  test('Razorpay signature of a finished payment', () =>
    inRequest(
      `import { validatePaymentVerification } from 'razorpay/dist/utils/razorpay-utils'`,
      `if (!validatePaymentVerification({ order_id: id, payment_id: id }, 'signature', 'secret')) return Response.json({}, { status: 400 })`,
    ))
})

describe('an event that says paid', () => {
  test('Paddle', () =>
    inWebhook(
      'paddle',
      `import { EventName, Paddle } from '@paddle/paddle-node-sdk'\nconst paddle = new Paddle('key')`,
      `
  const event = await paddle.webhooks.unmarshal(body, 'secret', request.headers.get('paddle-signature'))
  const id = event.data.customData.id
  if (event.eventType === EventName.TransactionCompleted) {
  ${update}
  }
  return new Response('ok')`,
    ))

  test('Polar', () =>
    inWebhook(
      'polar',
      `import { validateEvent } from '@polar-sh/sdk/webhooks'`,
      `
  const event = validateEvent(body, {}, 'secret')
  const id = event.data.metadata.id
  switch (event.type) {
    case 'order.refunded':
      await db.refund.create({ data: { id } })
      break
    case 'order.paid':
  ${update}
  }
  return new Response('ok')`,
    ))

  test('Adyen', () =>
    inWebhook(
      'adyen',
      `import { hmacValidator, Types } from '@adyen/api-library'`,
      `
  const item: Types.notification.NotificationRequestItem = JSON.parse(body)
  if (!new hmacValidator().validateHMAC(item, 'key')) return new Response('', { status: 401 })
  const id = item.merchantReference
  if (item.eventCode === 'AUTHORISATION' && item.success === 'true') {
  ${update}
  }
  return new Response('[accepted]')`,
    ))

  test('Dodo', () =>
    inWebhook(
      'dodo',
      `import { Webhook } from 'standardwebhooks'`,
      `
  const payload = new Webhook('dodopayments').verify(body, {})
  const id = payload.data.metadata.id
  if (payload.type === 'payment.succeeded') {
  ${update}
  }
  return new Response('ok')`,
    ))
})

describe('a callback of a framework plugin', () => {
  const auth = (callbacks: string): Promise<void> =>
    checkFindings(`${database}
//- /auth.ts
import { betterAuth } from 'better-auth'
import { stripe } from '@better-auth/stripe'
import { db } from './db'
export const auth = betterAuth({ plugins: [stripe({ ${callbacks} })] })
`)

  test('better-auth logs what a subscription callback throws', () =>
    auth(`subscription: { enabled: true, onSubscriptionComplete: async ({ subscription }) => {
  await db.plan.update({ where: { id: subscription.id }, data: { active: true } })
  //            ^^^^^^ d swallowed
} }`))

  test('better-auth answers 400 when onEvent throws', () =>
    auth(`onEvent: async (event) => { if (event.type === 'invoice.paid') {
  await db.plan.update({ where: { id: event.id }, data: { active: true } })
  //            ^^^^^^ c redelivery
} }`))

  test('Polar for Next.js', () =>
    checkFindings(`${database}
//- /app/api/webhooks/polar/route.ts
import { Webhooks } from '@polar-sh/nextjs'
import { db } from '../../../../db'
export const POST = Webhooks({ webhookSecret: 'secret', onOrderPaid: async (payload) => {
  const id = payload.data.id
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ c redelivery
} })`))

  test('Dodo for Next.js', () =>
    checkFindings(`${database}
//- /app/api/webhooks/dodo/route.ts
import { Webhooks } from '@dodopayments/nextjs'
import { db } from '../../../../db'
export const POST = Webhooks({ webhookKey: 'secret', onPaymentSucceeded: async (payload) => {
  const id = payload.data.id
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ c redelivery
} })`))

  test('Creem for Next.js', () =>
    checkFindings(`${database}
//- /app/api/webhooks/creem/route.ts
import { Webhook } from '@creem_io/nextjs'
import { db } from '../../../../db'
export const POST = Webhook({ webhookSecret: 'secret', onCheckoutCompleted: async ({ order }) => {
  const id = order.id
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ c redelivery
} })`))

  test('NestJS', () =>
    checkFindings(`${database}
//- /payments.service.ts
import { StripeWebhookHandler } from '@golevelup/nestjs-stripe'
import { db } from './db'
export class PaymentsService {
  @StripeWebhookHandler('invoice.paid')
  async paid(event: any) {
    const id = event.data.object.id
    await db.order.update({ where: { id }, data: { paid: true } })
    //             ^^^^^^ c redelivery
  }
}`))

  test('Payload does not wait for its handlers', () =>
    checkFindings(`${database}
//- /payload.config.ts
import { stripePlugin } from '@payloadcms/plugin-stripe'
import { db } from './db'
export default { plugins: [stripePlugin({ stripeSecretKey: 'key', webhooks: { 'invoice.paid': async ({ event }) => {
  const id = event.data.object.id
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ d swallowed
} } })] }`))

  test('Convex routes', () =>
    checkFindings(`${database}
//- /convex/http.ts
import { registerRoutes } from '@convex-dev/stripe'
import { db } from '../db'
registerRoutes({}, {}, { events: { 'checkout.session.completed': async (context, event) => {
  const id = event.data.object.id
  await db.order.update({ where: { id }, data: { paid: true } })
  //             ^^^^^^ c redelivery
} } })`))
})
