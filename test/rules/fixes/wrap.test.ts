/** The main fix, before and after. Every case also proves that the result is protected for the right reason and offers nothing more. */
import { describe, test } from 'vitest'
import { checkFix } from '../../harness/fixes'
import { checkout, queue, shop, webhook } from './shop'

const refund = (body: string): string => `
try {
${body}
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}`

describe('in a webhook', () => {
  test('a refund ends the matter: the error is logged, and the event is not delivered again', () =>
    checkFix(
      shop +
        webhook(`
// Make the order.
await prisma.order.create({
  data: { userId: session.client_reference_id }, // ours
})
await prisma.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } })`),
      webhook(`
try {
  await prisma.$transaction(async (tx) => {
    // Make the order.
    await tx.order.create({
      data: { userId: session.client_reference_id }, // ours
    })
    await tx.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } })
  })
} catch (error) {
  console.error(error)
  await stripe.refunds.create(
    { payment_intent: session.payment_intent as string },
    { idempotencyKey: \`refund_\${session.payment_intent}\` }
  )
}`),
      'refund',
    ))

  test('a queued job names the event, once', () =>
    checkFix(
      shop + queue + webhook(`await prisma.order.create({ data: { userId: session.client_reference_id } })`),
      webhook(
        `
try {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { userId: session.client_reference_id } })
  })
} catch (error) {
  console.error(error)
  await orderQueue.add('retry-fulfilment', { event }, { jobId: \`retry_\${event.id}\` })
}`,
        '',
      ).replace(`lib/stripe'\n`, `lib/stripe'\nimport { orderQueue } from '../../../lib/queue'\n`),
      'queue',
    ))

  test('what would thank the customer is left out after a failure, and the value it needs stays in reach', () =>
    checkFix(
      shop +
        '//- /lib/mail.ts\nexport async function thank(to: string | null, order: string): Promise<void> {\n  await fetch("https://mail", { body: `${to} ${order}` })\n}\n' +
        webhook(
          `
const order = await prisma.order.create({ data: { userId: session.client_reference_id } })
await thank(session.customer_email, order.id)`,
          `import { thank } from '../../../lib/mail'\n`,
        ),
      webhook(
        `
let order
try {
  order = await prisma.$transaction(async (tx) => {
    return tx.order.create({ data: { userId: session.client_reference_id } })
  })
} catch (error) {
  console.error(error)
  await stripe.refunds.create(
    { payment_intent: session.payment_intent as string },
    { idempotencyKey: \`refund_\${session.payment_intent}\` }
  )
  return Response.json({ received: true })
}
await thank(session.customer_email, order.id)`,
        `import { thank } from '../../../lib/mail'\n`,
      ),
      'refund',
    ))

  test('a loop is one transaction, its `continue` stays a `continue`', () =>
    checkFix(
      shop +
        webhook(`
for (const sku of JSON.parse(session.client_reference_id ?? '[]')) {
  const known = await prisma.stock.findUnique({ where: { sku } })
  if (known === null) continue
  await prisma.line.create({ data: { sku } })
}
await Promise.all([1, 2].map((seat) => prisma.ticket.create({ data: { seat } })))`),
      webhook(`
try {
  await prisma.$transaction(async (tx) => {
    for (const sku of JSON.parse(session.client_reference_id ?? '[]')) {
      const known = await tx.stock.findUnique({ where: { sku } })
      if (known === null) continue
      await tx.line.create({ data: { sku } })
    }
    await Promise.all([1, 2].map((seat) => tx.ticket.create({ data: { seat } })))
  })
} catch (error) {
  console.error(error)
  await stripe.refunds.create(
    { payment_intent: session.payment_intent as string },
    { idempotencyKey: \`refund_\${session.payment_intent}\` }
  )
}`),
      'refund',
      { op: 'prisma.line.create' },
    ))

  test('what a test found out about a property is kept for the callback', () =>
    checkFix(
      shop +
        webhook(`
if (!session.metadata) return Response.json({ received: true })
await prisma.order.create({ data: { userId: session.metadata.userId, cart: session.metadata.cart } })`),
      webhook(`
if (!session.metadata) return Response.json({ received: true })
const metadata = session.metadata
try {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { userId: metadata.userId, cart: metadata.cart } })
  })
} catch (error) {
  console.error(error)
  await stripe.refunds.create(
    { payment_intent: session.payment_intent as string },
    { idempotencyKey: \`refund_\${session.payment_intent}\` }
  )
}`),
      'refund',
    ))
})

describe('in a request', () => {
  test('the caller learns of the failure after the refund', () =>
    checkFix(
      shop + checkout(`await prisma.order.create({ data: { userId, amount } })\nreturn Response.json({ ok: true })`),
      checkout(
        `${refund(`  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { userId, amount } })\n  })`)}\nreturn Response.json({ ok: true })`,
      ),
      'refund',
    ))

  test('a returned write stays a returned one', () =>
    checkFix(
      shop + checkout(`return prisma.order.create({ data: { userId, amount } })`),
      checkout(refund(`  return await prisma.$transaction(async (tx) => {\n    return tx.order.create({ data: { userId, amount } })\n  })`)),
      'refund',
    ))

  test('a catch that hides the failure is extended, not doubled', () =>
    checkFix(
      shop +
        checkout(`
try {
  await prisma.order.create({ data: { userId, amount } })
  await prisma.cart.deleteMany({ where: { userId } })
} catch (problem) {
  // Somebody will look.
  console.log(problem)
}
return Response.json({ ok: true })`),
      checkout(`
try {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { userId, amount } })
    await tx.cart.deleteMany({ where: { userId } })
  })
} catch (problem) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  // Somebody will look.
  console.log(problem)
  throw problem
}
return Response.json({ ok: true })`),
      'refund',
    ))

  test('a catch around the charge is left alone: it also runs when nothing was taken', () =>
    checkFix(
      `${shop}
//- /app/checkout/route.ts
import { prisma } from '../../lib/prisma'
import { stripe } from '../../lib/stripe'
export async function POST() {
  try {
    const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur', confirm: true })
    await prisma.order.create({ data: { amount: 100 } })
    return Response.json({ ok: true })
  } catch {
    return Response.json({ error: 'failed' }, { status: 500 })
  }
}`,
      `
//- /app/checkout/route.ts
import { prisma } from '../../lib/prisma'
import { stripe } from '../../lib/stripe'
export async function POST() {
  try {
    const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur', confirm: true })
    try {
      await prisma.$transaction(async (tx) => {
        await tx.order.create({ data: { amount: 100 } })
      })
    } catch (error) {
      await stripe.refunds.create(
        { payment_intent: intent.id },
        { idempotencyKey: \`refund_\${intent.id}\` }
      )
      throw error
    }
    return Response.json({ ok: true })
  } catch {
    return Response.json({ error: 'failed' }, { status: 500 })
  }
}`,
      'refund',
    ))

  test('the payment may come back from a helper that charges, and Express is told through `next`', () =>
    checkFix(
      `${shop}
//- /server.ts
import express from 'express'
import { prisma } from './lib/prisma'
import { stripe } from './lib/stripe'

async function charge(amount: number) {
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true })
  return intent
}

express().post('/pay', async (request, response, next) => {
  const paid = await charge(100)
  await prisma.order.create({ data: { total: 100 } })
  response.redirect('/thanks')
})`,
      `
//- /server.ts
import express from 'express'
import { prisma } from './lib/prisma'
import { stripe } from './lib/stripe'

async function charge(amount: number) {
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true })
  return intent
}

express().post('/pay', async (request, response, next) => {
  const paid = await charge(100)
  try {
    await prisma.$transaction(async (tx) => {
      await tx.order.create({ data: { total: 100 } })
    })
  } catch (error) {
    await stripe.refunds.create(
      { payment_intent: paid.id },
      { idempotencyKey: \`refund_\${paid.id}\` }
    )
    return next(error)
  }
  response.redirect('/thanks')
})`,
      'refund',
    ))
})

describe('writes nobody waits for', () => {
  test('are awaited, and the handler becomes async', () =>
    checkFix(
      `${shop}
//- /server.js
const express = require('express')
const db = require('./db')
const { stripe } = require('./lib/stripe')
express().post('/webhooks/stripe', (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  if (event.type === 'payment_intent.succeeded') {
    const paid = event.data.object
    db.orders.create({ id: paid.id })
    void db.carts.delete({ id: 1 })
  }
  res.json({ received: true })
})
//- /db.js
module.exports = require('in-house').connect()`,
      `
//- /server.js
const express = require('express')
const db = require('./db')
const { stripe } = require('./lib/stripe')
express().post('/webhooks/stripe', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  if (event.type === 'payment_intent.succeeded') {
    const paid = event.data.object
    try {
      await db.transaction(async (tx) => {
        await tx.orders.create({ id: paid.id })
        await tx.carts.delete({ id: 1 })
      })
    } catch (error) {
      console.error(error)
      await stripe.refunds.create(
        { payment_intent: paid.id },
        { idempotencyKey: \`refund_\${paid.id}\` }
      )
    }
  }
  res.json({ received: true })
})`,
      'refund',
    ))
})
