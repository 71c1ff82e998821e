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

describe('a status', () => {
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
