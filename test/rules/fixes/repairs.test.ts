/** The smaller repairs and redelivery, before and after. */
import { describe, test } from 'vitest'
import { checkFix } from '../../harness/fixes'
import { checkout, shop, webhook } from './shop'

describe('redelivery', () => {
  test('a row that holds the payment is stored once', () =>
    checkFix(
      shop + webhook(`await prisma.order.create({ data: { session: session.id, userId: 'u' } })`),
      webhook(`
const existing = await prisma.order.findFirst({ where: { session: session.id } })
if (!existing) {
  await prisma.order.create({ data: { session: session.id, userId: 'u' } })
}`),
      'redelivery',
    ))

  test('a row that is used afterwards is found or made', () =>
    checkFix(
      shop + webhook(`const order = await prisma.order.create({ data: { session: session.id } })\nconsole.log(order.id)`),
      webhook(`
let order = await prisma.order.findFirst({ where: { session: session.id } })
if (!order) {
  order = await prisma.order.create({ data: { session: session.id } })
}
console.log(order.id)`),
      'redelivery',
    ))
})

describe('repairs', () => {
  test('the transaction’s handle instead of the outer client', () =>
    checkFix(
      shop +
        webhook(`
await prisma.$transaction(async (tx) => {
  await tx.user.create({ data: { id: 1 } })
  await prisma.order.create({ data: { userId: 1 } })
})`),
      webhook(`
await prisma.$transaction(async (tx) => {
  await tx.user.create({ data: { id: 1 } })
  await tx.order.create({ data: { userId: 1 } })
})`),
      'repair-handle',
      { op: 'prisma.order.create', protectedBy: ['transaction'] },
    ))

  test('an idempotent write that fails in silence is delivered again', () =>
    checkFix(
      shop +
        webhook(`try {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch {\n  // Nothing to do.\n}`),
      webhook(
        `try {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch (error) {\n  // Nothing to do.\n  throw error\n}`,
      ),
      'repair-rethrow',
    ))

  test('a failure that a caller’s catch keeps to itself is passed on there', () => {
    const callee = `
//- /lib/orders.ts
import { prisma } from './prisma'
export async function markPaid(id: string | null) {
  await prisma.order.update({ where: { id }, data: { paid: true } })
}`
    const imports = `import { markPaid } from '../../../lib/orders'`
    const body = (more: string): string => `try {\n  await markPaid(session.client_reference_id)\n} catch (error) {\n  console.error(error)\n${more}}`
    return checkFix(shop + callee + webhook(body(''), imports), webhook(body('  throw error\n'), imports), 'repair-rethrow')
  })

  test('a catch that answers well answers with an error', () =>
    checkFix(
      shop +
        webhook(
          `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  console.error(error)\n  return Response.json({ received: true })\n}`,
        ),
      webhook(
        `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  console.error(error)\n  return Response.json({ received: true }, { status: 500 })\n}`,
      ),
      'repair-rethrow',
    ))

  test('work in another function that nobody waits for is awaited', () => {
    const callee = `
//- /lib/orders.ts
import { prisma } from './prisma'
export async function markPaid(id: string | null) {
  await prisma.order.update({ where: { id }, data: { paid: true } })
}`
    const imports = `import { markPaid } from '../../../lib/orders'`
    return checkFix(
      shop + callee + webhook('markPaid(session.client_reference_id)', imports),
      webhook('await markPaid(session.client_reference_id)', imports),
      'repair-await',
      { protectedBy: ['redelivery'] },
    )
  })

  test('an error that Supabase returns is tested', () =>
    checkFix(
      `${shop}${webhook(
        `
await supabase.from('orders').upsert({ id: session.id, paid: true })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      )}`,
      webhook(
        `
const { error } = await supabase.from('orders').upsert({ id: session.id, paid: true })
if (error) throw error`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      ),
      'repair-check-error',
    ))
})

describe('an answer before the work', () => {
  const express = (body: string): string => `${shop}
//- /db.ts
import { connect } from 'in-house'
export const db = connect()
//- /server.ts
import express from 'express'
import { db } from './db'
import { stripe } from './lib/stripe'
express().post('/webhooks/stripe', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), 'secret')
${body}
})`
  const work = `  if (event.type === 'payment_intent.succeeded') {
    await db.orders.upsert({ id: event.data.object.id })
  }`

  test('is sent after it', () =>
    checkFix(
      express(`  // Stripe does not like to wait.\n  res.json({ received: true })\n${work}`),
      express(`${work}\n  // Stripe does not like to wait.\n  res.json({ received: true })`),
      'repair-answer-late',
    ))
})

describe('stores without transactions', () => {
  test('Supabase is told to throw, and only the payment is settled', () =>
    checkFix(
      `${shop}${checkout(
        `
const { data } = await supabase.from('orders').insert({ userId, amount }).select()
return Response.json({ data })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      )}`,
      checkout(
        `
let data
try {
  ;({ data } = await supabase.from('orders').insert({ userId, amount }).select().throwOnError())
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
return Response.json({ data })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      ),
      'refund',
      { protectedBy: ['compensation'] },
    ))
})
