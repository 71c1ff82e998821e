/** Spec section 1: from where on the code knows that money was taken, and which writes count. */
import { describe, test } from 'vitest'
import { checkAdvisories, checkClean, checkFindings } from '../harness/check'
import { afterCharge, onEvent, onPaid, onRequest, shop } from '../harness/shop'

describe('a paid event selects the code', () => {
  test('in an if', () =>
    checkFindings(
      onEvent(`
  if (event.type === 'checkout.session.completed') {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:event on:checkout.session.completed in:webhook
  }
`),
    ))

  test('in a switch, in the cases that fall into the same body', () =>
    checkFindings(
      onEvent(`
  switch (event.type) {
    case 'invoice.created':
      await db.order.update({ where: { id: '1' }, data: { status: 'billed' } })
      break
    case 'invoice.paid':
    case 'invoice.payment_succeeded':
      await db.order.create({ data: { total: 1 } })
      //             ^^^^^^ d on:invoice.paid|invoice.payment_succeeded
      break
  }
`),
    ))

  test('by an early return on every other event', () =>
    checkFindings(
      onEvent(`
  if (event.type !== 'charge.succeeded') return new Response('ignored')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d on:charge.succeeded
`),
    ))

  test('by membership in a list of events', () =>
    checkFindings(
      onEvent(
        `
  if (!paidEvents.has(event.type)) return new Response('ignored')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:event
`,
        `
const paidEvents = new Set(['checkout.session.completed', 'invoice.paid'])
`,
      ),
    ))

  test('by the beginning of its name', () =>
    checkFindings(
      onEvent(`
  if (event.type.startsWith('invoice.')) {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:event
  }
`),
    ))

  test('as the key of a table of handlers', () =>
    checkFindings(
      onEvent(
        `
  await handlers[event.type]?.()
`,
        `
const handlers: Record<string, () => Promise<void>> = { 'invoice.paid': onInvoicePaid, 'customer.created': onCustomerCreated }
async function onInvoicePaid() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d on:invoice.paid
}
async function onCustomerCreated() {
  await db.account.create({ data: { id: '1', balance: 0 } })
}
`,
      ),
    ))

  test('together with other events: the branch counts as paid', () =>
    checkFindings(
      onEvent(`
  if (event.type === 'payment_intent.succeeded' || event.type === 'payment_intent.payment_failed') {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:event
  }
`),
    ))

  test('or nothing selects: a paid event can reach the write', () =>
    checkFindings(
      onEvent(`
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:event
`),
    ))

  test.for([
    'payment_intent.created',
    'payment_intent.payment_failed',
    'payment_intent.amount_capturable_updated',
    'checkout.session.expired',
    'charge.refunded',
    'charge.dispute.created',
    'customer.subscription.deleted',
    'customer.subscription.trial_will_end',
    'setup_intent.succeeded',
    'payout.paid',
  ])('%s is not a payment', (event) =>
    checkClean(
      onEvent(`
  if (event.type === '${event}') await db.order.update({ where: { id: '1' }, data: { status: 'seen' } })
`),
    ),
  )
})

describe('an event of an untyped body', () => {
  const express = (test: string) => `
//- /server.js
const express = require('express')
const mysql = require('mysql2')
const app = express()
app.use(express.json())
const conn = mysql.createConnection({ host: process.env.DB_HOST })
app.post('/', (req, res) => {
  const body = req.body
  if (${test}) {
    conn.query('UPDATE orders SET status = ? WHERE ref = ?', ['paid', body.data.reference], (error) => {
    //   ^^^^^ c kind:event redelivery in:webhook
      if (error) return res.status(500).send('failed')
      return res.status(200).send('ok')
    })
  }
})
app.listen(3000)
`
  test('may come in a header, with a default', () =>
    checkFindings(`${shop}
//- /app/api/webhooks/shopify/route.ts
import { db } from '../../../../shop'
/** Shopify's orders. */
export async function POST(request: Request) {
  const topic = request.headers.get('x-shopify-topic') ?? ''
  if (topic !== 'orders/paid') return new Response('ignored')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d on:orders/paid
  return new Response('ok')
}
`))

  test('has a state that tells, where the provider has no events', () =>
    checkFindings(`${shop}
//- /app/api/webhooks/xendit/route.ts
import { db } from '../../../../shop'
export async function POST(request: Request) {
  if (request.headers.get('x-callback-token') !== process.env.XENDIT_TOKEN) return new Response('no', { status: 403 })
  const { external_id: id, status } = await request.json()
  if (status === 'PAID') {
    await db.order.update({ where: { id }, data: { status: 'paid' } })
    //             ^^^^^^ c kind:status redelivery
  } else if (status === 'EXPIRED') await db.order.delete({ where: { id } })
  return new Response('ok')
}
`))

  test('tells of no payment where money leaves', () =>
    checkClean(`${shop}
//- /app/api/payouts/route.ts
import { db } from '../../../shop'
export async function POST(request: Request) {
  if (request.headers.get('x-callback-token') !== process.env.XENDIT_TOKEN) return new Response('no', { status: 403 })
  const { external_id: id, status } = await request.json()
  if (status === 'COMPLETED') await db.order.update({ where: { id }, data: { status: 'sent' } })
  return new Response('ok')
}
`))

  test('needs no word of the provider when nobody else has such an event', () => checkFindings(express(`body && body.event === 'charge.success'`)))

  test('is a message of our own when the name could be anybody’s', () => checkClean(express(`body.event === 'order.paid'`).replaceAll(/^.*\^\^\^.*$/gm, '')))

  test('is none when the value is not called like an event', () => checkClean(express(`body.reason === 'charge.success'`).replaceAll(/^.*\^\^\^.*$/gm, '')))
})

describe('a signature that the code checks itself', () => {
  const handler = (check: string, more = '') => `${shop}
//- /signature.ts
import crypto from 'node:crypto'
export function isGenuine(body: string, signature: string) {
  const digest = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET ?? '').update(body).digest('hex')
  return crypto.timingSafeEqual(Buffer.from(digest), Buffer.from(signature))
}
//- /app/api/webhooks/lemonsqueezy/route.ts
import crypto from 'node:crypto'
import { db } from '../../../../shop'
import { isGenuine } from '../../../../signature'
/** Webhooks of lemonsqueezy. */
const hasMeta = (body: unknown): boolean => typeof body === 'object' && body !== null && 'meta' in body
export async function POST(request: Request) {
  const raw = await request.text()
  const signature = request.headers.get('x-signature') ?? ''
${check}
  const body = JSON.parse(raw)
  if (!hasMeta(body)) return new Response('no event', { status: 400 })
${more}
}
`
  const write = `  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:event not-idempotent in:webhook
  return new Response('ok')`

  test('makes every event possible', () =>
    checkFindings(
      handler(
        `  const digest = Buffer.from(crypto.createHmac('sha256', process.env.SECRET ?? '').update(raw).digest('hex'), 'hex')
  if (!crypto.timingSafeEqual(digest, Buffer.from(signature, 'hex'))) return new Response('no', { status: 400 })`,
        write,
      ),
    ))

  test('written out, compared as text', () =>
    checkFindings(
      handler(
        `  const digest = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET ?? '').update(raw).digest('hex')
  if (\`sha256=\${digest}\` !== signature) return new Response('no', { status: 400 })`,
        write,
      ),
    ))

  test('in a function of its own leaves the choice of the event to the code', () =>
    checkFindings(
      handler(
        `  if (!isGenuine(raw, signature)) return new Response('no', { status: 400 })`,
        `  const event = body.meta.event_name
  if (event.startsWith('subscription_payment_')) {
    await db.account.create({ data: { id: '1', balance: 0 } })
    //               ^^^^^^ c on:subscription_payment_success|subscription_payment_recovered
  } else if (event === 'order_refunded') await db.order.delete({ where: { id: '1' } })
  return new Response('ok')`,
      ),
    ))

  test('over an order and its payment says that the payment is finished', () =>
    checkFindings(
      onRequest(
        `
  const { order, payment, signature } = await request.json()
  const expected = createHmac('sha256', process.env.RAZORPAY_SECRET ?? '').update(\`\${order}|\${payment}\`).digest('hex')
  if (expected !== signature) return Response.json({ ok: false }, { status: 400 })
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:status no-handling
`,
        `import { createHmac } from 'node:crypto'`,
      ),
    ))

  test('of a link that we made ourselves is none', () =>
    checkClean(
      onRequest(
        `
  const { token } = await request.json()
  if (createHmac('sha256', 'stripe-links').update(id).digest('hex') !== token) return Response.json({ ok: false }, { status: 400 })
  await db.order.update({ where: { id }, data: { status: 'claimed' } })
`,
        `import { createHmac } from 'node:crypto'`,
      ),
    ))

  test('of somebody who is no payment provider is none', () =>
    checkClean(
      handler(`  if (crypto.createHmac('sha256', 'secret').update(raw).digest('hex') !== signature) return new Response('no', { status: 400 })`, write)
        .replaceAll('lemonsqueezy', 'github')
        .replaceAll(/^.*\^\^\^.*$/gm, ''),
    ))
})

describe('a subscription event', () => {
  const activated = onEvent(`
  if (event.type === 'customer.subscription.updated') {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:subscription
  }
`)

  test('is a confirmation', () => checkFindings(activated))

  test('is none when the setting says so', () => checkClean(activated.replaceAll(/^.*\^\^\^.*$/gm, ''), { subscriptionEvents: false }))

  test('does not count in a branch whose own test says that nothing was paid', () =>
    checkClean(
      onEvent(`
  if (event.type === 'customer.subscription.updated' && event.data.object.status === 'past_due') {
    await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
  }
`),
    ))

  test.each([`['active', 'trialing', 'past_due'].includes(event.data.object.status)`, `event.data.object.status in { active: 1, trialing: 1 }`])(
    'counts where a paid state may pass: %s',
    (status) =>
      checkFindings(
        onEvent(`
  if (event.type === 'customer.subscription.updated' && ${status}) {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:subscription
  }
`),
      ),
  )

  test('does not count where only unpaid states pass', () =>
    checkClean(
      onEvent(`
  if (event.type === 'customer.subscription.updated' && ['past_due', 'unpaid'].includes(event.data.object.status)) {
    await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
  }
`),
    ))
})

describe('a charge', () => {
  test('counts after the awaited call', () =>
    checkFindings(
      onRequest(`
  await db.order.create({ data: { status: 'pending', total } })
  await stripe.paymentIntents.capture(id)
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:charge in:request no-handling
`),
    ))

  test('counts inside its .then', () =>
    checkFindings(
      onRequest(`
  await stripe.paymentIntents.capture(id).then(() => db.order.update({ where: { id }, data: { status: 'paid' } }))
  //                                                          ^^^^^^ d kind:charge
`),
    ))

  test('is an intent created with confirm', () =>
    checkFindings(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur', confirm: true })
  await db.order.create({ data: { total } })
  //             ^^^^^^ d kind:charge
`),
    ))

  test('is not an intent created without confirm', () =>
    checkClean(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur' })
  await db.order.create({ data: { total } })
`),
    ))

  test('is not an intent that only authorises', () =>
    checkClean(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur', confirm: true, capture_method: 'manual' })
  await db.order.create({ data: { total } })
`),
    ))

  test('is not a checkout session', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/' })
  await db.order.create({ data: { total, status: session.id } })
`),
    ))

  test('is not a checkout session, whatever is asked of its state just after it was made', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/' })
  const waiting = session.payment_status !== 'paid' && session.status !== 'expired'
  await db.order.create({ data: { total, waiting } })
`),
    ))

  test('is a subscription update that bills at once', () =>
    checkFindings(
      onRequest(`
  await stripe.subscriptions.update(id, { proration_behavior: 'always_invoice' })
  await db.account.update({ where: { id }, data: { balance: 1 } })
  //               ^^^^^^ d kind:charge
`),
    ))

  test('is a subscription update whose variable can say so', () =>
    checkFindings(
      onRequest(`
  const proration = total > 0 ? 'always_invoice' : 'none'
  await stripe.subscriptions.update(id, { proration_behavior: proration })
  await db.account.update({ where: { id }, data: { balance: 1 } })
  //               ^^^^^^ d kind:charge
`),
    ))

  test('is not a subscription update that bills later', () =>
    checkClean(
      onRequest(`
  await stripe.subscriptions.update(id, { proration_behavior: 'create_prorations' })
  await db.account.update({ where: { id }, data: { balance: 1 } })
`),
    ))

  test('holds in the caller of the function that made it', () =>
    checkFindings(
      onRequest(
        `
  const paid = await capture(id)
  await db.order.update({ where: { id }, data: { status: paid.status } })
  //             ^^^^^^ d kind:charge
`,
        `
async function capture(id: string) {
  return stripe.paymentIntents.capture(id)
}
`,
      ),
    ))
})

describe('a charge by plain HTTP', () => {
  const route = (base: string, request: string) => `${shop}
//- /settings.ts
export const settings: { mode: string; key: string } = JSON.parse(process.env.SETTINGS ?? '')
//- /app/api/checkout/route.ts
import axios from 'axios'
import got from 'got'
import { db } from '../../../shop'
import { settings } from '../../../settings'
${base}
export async function POST(request: Request) {
  const { id } = await request.json()
  const paid = ${request}
  await db.order.update({ where: { id }, data: { status: paid.id } })
  //             ^^^^^^ d kind:charge no-handling
  return Response.json({ ok: true })
}
`
  test('to the host of the provider', () => checkFindings(route('', `await axios.post('https://api.paystack.co/transaction/charge_authorization', { id })`)))

  test('to its sandbox or live host', () =>
    checkFindings(
      route(
        `let base = 'https://api.zipmoney.com.au/merchant/v1'
if (settings.mode === 'test') base = 'https://api.sandbox.zipmoney.com.au/merchant/v1'`,
        `await axios.post(\`\${base}/charges\`, { id })`,
      ),
    ))

  test('to a host that only the environment knows, in a file that names the provider', () =>
    checkFindings(
      route(
        `const { PAYPAL_API_URL } = process.env`,
        `await fetch(PAYPAL_API_URL + '/v2/checkout/orders/' + id + '/capture', { method: 'POST' }).then((answer) => answer.json())`,
      ),
    ))

  test('by the options of the request', () =>
    checkFindings(
      route(
        `const base = process.env.PAYPAL_URL || 'https://api-m.sandbox.paypal.com'`,
        `await axios({ method: 'post', url: \`\${base}/v2/checkout/orders/\${id}/capture\` })`,
      ),
    ))

  test('is none when the same path goes to nobody we know', () =>
    checkClean(route(`const base = process.env.SHOP_URL`, `await got.post(\`\${base}/v2/checkout/orders/\${id}/capture\`)`).replaceAll(/^.*\^\^\^.*$/gm, '')))

  test('is none when it only creates the order', () =>
    checkClean(route('', `await got.post('https://api-m.paypal.com/v2/checkout/orders', { json: { id } })`).replaceAll(/^.*\^\^\^.*$/gm, '')))
})

describe('a status', () => {
  test('one of a set of which some may be paid takes nothing back', () =>
    checkFindings(
      onPaid(`
  const subscription = await stripe.subscriptions.retrieve('sub_1')
  if (!['active', 'trialing'].includes(subscription.status)) return new Response('later')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d not-idempotent
`),
    ))

  test('counts in the branch where it is paid', () =>
    checkFindings(
      onRequest(`
  const session = await stripe.checkout.sessions.retrieve(id)
  if (session.payment_status === 'paid') {
    await db.order.update({ where: { id }, data: { status: 'paid' } })
    //             ^^^^^^ d kind:status
  } else {
    await db.order.update({ where: { id }, data: { status: 'open' } })
  }
`),
    ))

  test('counts after an early return', () =>
    checkFindings(
      onRequest(`
  const intent = await stripe.paymentIntents.retrieve(id)
  if (intent.status !== 'succeeded') return Response.json({ ok: false }, { status: 402 })
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:status
`),
    ))

  test('that only sets a flag still confirms what follows', () =>
    checkFindings(
      onRequest(`
  const intent = await stripe.paymentIntents.retrieve(id)
  let status = 'open'
  if (intent.status === 'succeeded') status = 'paid'
  await db.order.update({ where: { id }, data: { status } })
  //             ^^^^^^ d kind:status
`),
    ))

  const readByHttp = (state: string) => `${shop}
//- /paypal.ts
const base = process.env.PAYPAL_API_URL ?? 'https://api-m.sandbox.paypal.com'
export async function verify(id: string) {
  const response = await fetch(\`\${base}/v2/checkout/orders/\${id}\`, { headers: { authorization: 'Bearer' } })
  if (!response.ok) throw new Error('not found')
  const order = await response.json()
  return { verified: order.status === '${state}', value: order.purchase_units[0].amount.value }
}
//- /app/api/orders/route.ts
import { db } from '../../../shop'
import { verify } from '../../../paypal'
export async function POST(request: Request) {
  const { id } = await request.json()
  const { verified } = await verify(id)
  if (!verified) throw new Error('not paid')
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:status no-handling
  return Response.json({ ok: true })
}
`
  test('is read in the words of the provider where the payment has no type', () => checkFindings(readByHttp('COMPLETED')))

  test('of an order that PayPal only approved is none', () => checkClean(readByHttp('APPROVED').replaceAll(/^.*\^\^\^.*$/gm, '')))

  test('of a card that is only kept says nothing of a payment', () =>
    checkClean(
      onRequest(`
  const setup = await stripe.setupIntents.retrieve(id)
  if (setup.status !== 'succeeded') return Response.json({ ok: false }, { status: 402 })
  await db.order.update({ where: { id }, data: { status: 'trial' } })
`),
    ))

  test('that nobody tests confirms nothing', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.retrieve(id)
  await db.order.update({ where: { id }, data: { status: session.id } })
`),
    ))
})

describe('a path', () => {
  test('goes through calls in other files, which it names', () =>
    checkFindings(
      onPaid(
        `
  const { fulfil } = await import('../../../../orders')
  await fulfil(intent.id)
`,
        `
//- /orders.ts
import { db } from './shop'
export async function fulfil(id: string) {
  await save(id)
}
async function save(id: string) {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d via:fulfil>save
}
`,
      ),
    ))

  test('comes only from the payment when an admin action shares the write', () =>
    checkFindings(`${shop}
//- /orders.ts
import { db } from './shop'
export async function markPaid(id: string) {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d paths:1 in:webhook
}
//- /app/api/admin/route.ts
import { markPaid } from '../../../orders'
export async function POST(request: Request) {
  await markPaid('1')
  return new Response('ok')
}
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../shop'
import { markPaid } from '../../../../orders'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), '', 'secret')
  if (event.type === 'payment_intent.succeeded') await markPaid(event.data.object.id)
  return new Response('ok')
}
`))

  test('is not possible where an omitted argument rules the branch out', () =>
    checkClean(
      onPaid(
        `
  await finish(intent.id)
`,
        `
async function finish(id: string, order?: { total: number }) {
  if (order) await db.order.create({ data: order })
}
`,
      ),
    ))

  test('is not possible where a literal argument rules the branch out', () =>
    checkClean(
      onPaid(
        `
  await finish('log')
`,
        `
async function finish(mode: 'store' | 'log') {
  if (mode === 'store') await db.order.create({ data: { total: 1 } })
}
`,
      ),
    ))

  test('follows a message to its listener', () =>
    checkFindings(
      onPaid(
        `
  orders.emit('paid', intent.id)
`,
        `
import { EventEmitter } from 'node:events'
const orders = new EventEmitter()
orders.on('paid', async (id: string) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d on:payment_intent.succeeded
})
`,
      ),
    ))

  test('does not follow a plain request to a route of our own', () =>
    checkClean(
      onPaid(
        `
  await fetch('https://shop.example/api/orders', { method: 'POST' })
`,
        `
//- /app/api/orders/route.ts
import { db } from '../../../shop'
export async function POST(request: Request) {
  await db.order.create({ data: { total: 1 } })
  return new Response('ok')
}
`,
      ),
    ))

  test('from an export nothing refers to decides nothing', () =>
    checkFindings(`${shop}
//- /unused.ts
import { db, stripe } from './shop'
export async function captureAndStore(id: string) {
  await stripe.paymentIntents.capture(id)
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d unreferenced
}
`))
})

describe('an entry point behind a wrapper', () => {
  test('is the function that the wrapper calls', () =>
    checkFindings(`${shop}
//- /middleware/asyncHandler.js
const asyncHandler = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next)
export default asyncHandler
//- /routes.js
import express from 'express'
import asyncHandler from './middleware/asyncHandler.js'
import { db, stripe } from './shop'
const pay = asyncHandler(async (req, res) => {
  const intent = await stripe.paymentIntents.retrieve(req.body.id)
  if (intent.status !== 'succeeded') throw new Error('not paid')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:status no-handling
  res.json({ ok: true })
})
const router = express.Router()
router.route('/:id/pay').put(pay)
export default router
`))
})

describe('not a write', () => {
  test('reads, mail, logs and the objects of the provider', () =>
    checkClean(
      onPaid(`
  const order = await db.order.findUnique({ where: { id: intent.id } })
  await stripe.customers.update('cus_1', { name: 'A' })
  console.log(order)
`),
    ))

  test('a lazy builder that nobody awaits, which has an advisory of its own', () =>
    checkAdvisories(
      onPaid(`
  db.order.create({ data: { total: 1 } })
  //       ^^^^^^ never-runs
`),
    ))

  test('a document in the collection that Firebase sends mail from', () =>
    checkFindings(
      onPaid(`
  await db.mail.create({ data: { to: 'a@example.com' } })
  //            ^^^^^^ d bookkeeping
`),
    ))

  test('bookkeeping decides nothing', () =>
    checkFindings(
      onPaid(`
  await db.auditLog.create({ data: { text: 'paid' } })
  //                ^^^^^^ d bookkeeping
`),
    ))

  test('changing a loaded document: the write is its save', () =>
    checkFindings(
      afterCharge(
        `
  const basket = await Basket.findById(id)
  basket.paid = true
  await basket.save()
  //           ^^^^ d store:mongoose
`,
        `
import mongoose from 'mongoose'
const Basket = mongoose.model('Basket', new mongoose.Schema({ paid: Boolean }))
`,
      ),
    ))
})

describe('a procedure called from code', () => {
  const router = (caller: string): string => `${shop}
//- /server/trpc.ts
import { initTRPC } from '@trpc/server'
export const t = initTRPC.create()
export const createRouter = t.router
//- /server/root.ts
import { createRouter, t } from './trpc'
import { billing } from './billing'
export const appRouter = createRouter({ billing })
export const createCaller = t.createCallerFactory(appRouter)
//- /server/billing.ts
import { createRouter, t } from './trpc'
import { db } from '../shop'
export const billing = createRouter({
  paid: t.procedure.mutation(async ({ input }) => {
    await db.order.update({ where: { id: input.event.data.object.metadata.orderId }, data: { status: 'paid' } })
    //             ^^^^^^ c redelivery
  }),
})
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../shop'
import { appRouter, createCaller } from '../../../../server/root'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  const caller = ${caller}
  if (event.type === 'checkout.session.completed') await caller.billing.paid({ event })
  return new Response('ok')
}`

  test('through the router', () => checkFindings(router('appRouter.createCaller({})')))

  test('through a caller factory', () => checkFindings(router('createCaller({})')))

  test('gets what the call hands over as its input', () =>
    checkFindings(`${shop}
//- /server/billing.ts
import { initTRPC } from '@trpc/server'
import { db } from '../shop'
const t = initTRPC.create()
export const appRouter = t.router({
  handle: t.procedure.mutation(async ({ input }) => {
    if (input.kind !== 'order') return
    await db.order.update({ where: { id: input.id }, data: { status: 'paid' } })
    //             ^^^^^^ c redelivery
  }),
})
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../shop'
import { appRouter } from '../../../../server/billing'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'checkout.session.completed') await appRouter.createCaller({}).handle({ id: event.data.object.id, kind: 'order' })
  return new Response('ok')
}`))
})

describe('stores that nobody can resolve', () => {
  const registry = (lines: string): string =>
    onPaid(
      `
  const { registry } = await import('unknown-registry')
${lines}
`,
    )

  test('an object that was changed and saves itself', () =>
    checkFindings(
      registry(`
  const team = await registry.teams.byId(intent.metadata.team)
  team.suspended = false
  await team.save()
  //         ^^^^ c redelivery store:shape
  const wallet = await registry.walletOf(intent.customer)
  wallet.credits += 5
  await wallet.save()
  //           ^^^^ d not-idempotent store:shape
  const canvas = await registry.canvas()
  canvas.save()
`),
    ))

  test('a client that hangs on an application', () =>
    checkFindings(
      registry(`
  await registry.db.models.Subscription.update({ status: 'active' }, { where: { id: intent.metadata.subscription } })
  //                                    ^^^^^^ c redelivery store:shape
  registry.session.cart.set('empty')
`),
    ))
})

test('what a subscription was before the event denies nothing', () =>
  checkFindings(
    onEvent(`
  if (event.type === 'customer.subscription.updated') {
    const subscription = event.data.object
    const previous = event.data.previous_attributes
    if (subscription.status === 'active' && previous && (previous.status === 'past_due' || previous?.status === 'unpaid')) {
      await db.order.updateMany({ where: { userId: subscription.metadata.user }, data: { status: 'paid' } })
      //             ^^^^^^^^^^ c redelivery
    }
  }
`),
  ))
