/** Spec section 1: from where on an event or a signature tells the code that money was taken. */
import { describe, test } from 'vitest'
import { checkClean, checkFindings } from '../harness/check'
import { onEvent, onRequest, shop } from '../harness/shop'

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

  const oneOfFour = `
const handled = new Set(['checkout.session.completed', 'invoice.paid', 'customer.deleted', 'customer.created'])
`

  test('and what is confirmed in its branch is not confirmed for the other events of a list', () =>
    checkFindings(
      onEvent(
        `
  if (!handled.has(event.type)) return new Response('ignored')
  if (event.type === 'checkout.session.completed') {
    if (event.data.object.payment_status === 'paid') await db.order.create({ data: { total: 1 } })
    //                                                              ^^^^^^ d on:checkout.session.completed
  }
  if (event.type === 'customer.deleted') await db.account.delete({ where: { id: '1' } })
`,
        oneOfFour,
      ),
    ))

  test('and what a helper is called with in its branch is not confirmed for the next call', () =>
    checkFindings(
      onEvent(
        `
  if (!handled.has(event.type)) return new Response('ignored')
  if (event.type === 'checkout.session.completed') {
    const session = event.data.object
    if (session.metadata.type === 'credits') return await grant(session)
    await seen()
  }
  await seen()
  if (event.type !== 'invoice.paid') await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
  //                                                  ^^^^^^ c on:checkout.session.completed
`,
        `${oneOfFour}
const seen = async () => { await db.account.findMany() }
async function grant(session: any) {
  if (session.payment_status !== 'paid') return new Response('ok')
  await seen()
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d on:checkout.session.completed
  return new Response('ok')
}
`,
      ),
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

  test.each([`event.data.object.status === 'active'`, `['active', 'trialing'].includes(event.data.object.status)`])(
    'does not count where the subscription is not an active one: else of %s',
    (status) =>
      checkFindings(
        onEvent(`
  if (event.type === 'customer.subscription.updated') {
    if (${status}) {
      await db.order.create({ data: { total: 1 } })
      //             ^^^^^^ d kind:subscription
    } else {
      await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
    }
  }
`),
      ),
  )
})

test('a session that only stores a card takes no money, however complete', () =>
  checkFindings(`${shop}
//- /app/api/done/route.ts
import { db, stripe } from '../../../shop'
export async function POST(request: Request) {
  const session = await stripe.checkout.sessions.retrieve('1')
  if (session.mode === 'setup' && session.status === 'complete') await db.account.update({ where: { id: '1' }, data: { balance: 1 } })
  return new Response('ok')
}
`))
