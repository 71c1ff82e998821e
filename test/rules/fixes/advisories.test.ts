/** Quick fixes of advisories, before and after. */
import { describe, expect, test } from 'vitest'
import type { AdvisoryKind } from '../../../server/src/flow/result'
import { applyFix, audited } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { checkout, shop, webhook } from './shop'

async function check(kind: AdvisoryKind, before: string, after: string): Promise<void> {
  const { files } = parseFixture(before)
  const { auditor, report } = await audited(files)
  const advisory = report.advisories.find((candidate) => candidate.kind === kind)
  if (advisory === undefined) throw new Error(`No advisory ${kind}; there are: ${report.advisories.map((candidate) => candidate.kind).join(', ')}`)
  const [fix] = auditor.advisoryFixes(advisory)
  if (fix === undefined) throw new Error('Nothing is offered')
  const fixed = applyFix(files, fix)
  for (const [path, text] of Object.entries(parseFixture(after).files)) expect(fixed[path]).toBe(text)
  const again = await audited(fixed)
  expect(again.report.advisories.filter((candidate) => candidate.kind === kind)).toEqual([])
}

describe('advisories', () => {
  test('an automatic refund gets a key made of the payment', () => {
    const body = (options: string): string => `
try {
  await prisma.order.create({ data: { userId } })
} catch (error) {
  await stripe.refunds.create({ payment_intent: intent.id }${options})
  throw error
}`
    return check('refund-without-idempotency-key', shop + checkout(body('')), checkout(body(', { idempotencyKey: `refund_${intent.id}` }')))
  })

  test('a refund nobody waits for is awaited', () => {
    const body = (wait: string): string => `
try {
  await prisma.order.create({ data: { userId } })
} catch (error) {
  ${wait}stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
  throw error
}`
    return check('refund-not-awaited', shop + checkout(body('')), checkout(body('await ')))
  })

  test('a query that is only built is run', () =>
    check(
      'never-runs',
      shop + webhook(`prisma.order.create({ data: { session: session.id } })`),
      webhook(`await prisma.order.create({ data: { session: session.id } })`),
    ))

  test('a payment carries the order it is for', () => {
    const route = (metadata: string): string => `
//- /app/pay/route.ts
import { prisma } from '../../lib/prisma'
import { stripe } from '../../lib/stripe'
export async function POST() {
  const order = await prisma.order.create({ data: { total: 100 } })
  const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur'${metadata} })
  return Response.json({ secret: intent.client_secret })
}`
    return check('missing-order-metadata', shop + route(''), route(', metadata: { orderId: order.id }'))
  })

  test('a model is not an order', async () => {
    const files = parseFixture(`${shop}
//- /app/pay/route.ts
import { model } from 'mongoose'
import { stripe } from '../../lib/stripe'
const Order = model('Order')
export async function POST() {
  const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur' })
  await Order.create({ total: 100, intent: intent.id })
  return Response.json({ secret: intent.client_secret })
}`).files
    const { auditor, report } = await audited(files)
    const advisory = report.advisories.find(({ kind }) => kind === 'missing-order-metadata')
    expect(advisory === undefined ? null : auditor.advisoryFixes(advisory)).toEqual([])
  })

  test('a session whose payment is still on its way is left out, and taken when the payment has arrived', () =>
    check(
      'unchecked-payment-status',
      shop + webhook(`await prisma.order.upsert({ where: { id: session.id }, create: {}, update: {} })`),
      webhook(`await prisma.order.upsert({ where: { id: session.id }, create: {}, update: {} })`).replace(
        `if (event.type === 'checkout.session.completed') {`,
        `if (
    (event.type === 'checkout.session.completed' || event.type === 'checkout.session.async_payment_succeeded') &&
    event.data.object.payment_status !== 'unpaid'
  ) {`,
      ),
    ))

  test('only left out where the later event is handled already', () => {
    const handled = (text: string): string =>
      text.replace(`  return Response`, `  if (event.type === 'checkout.session.async_payment_succeeded') console.log(event.id)\n  return Response`)
    return check(
      'unchecked-payment-status',
      shop + handled(webhook(`await prisma.order.upsert({ where: { id: session.id }, create: {}, update: {} })`)),
      handled(webhook(`await prisma.order.upsert({ where: { id: session.id }, create: {}, update: {} })`)).replace(
        `=== 'checkout.session.completed'`,
        `=== 'checkout.session.completed' && event.data.object.payment_status !== 'unpaid'`,
      ),
    )
  })

  test('in a switch its case is left', () => {
    const route = (label: string, test: string): string =>
      webhook(`await prisma.order.upsert({ where: { id: session.id }, create: {}, update: {} })`)
        .replace(`if (event.type === 'checkout.session.completed') {`, `switch (event.type) {\n  case 'checkout.session.completed':${label} {`)
        .replace(`const session = event.data.object\n`, `const session = event.data.object\n${test}`)
        .replace(`update: {} })\n  }`, `update: {} })\n    break\n  } }`)
    return check(
      'unchecked-payment-status',
      shop + route('', ''),
      route(`\n  case 'checkout.session.async_payment_succeeded':`, `    if (session.payment_status === 'unpaid') break\n`),
    )
  })

  test('a transaction that rolls back also gives the money back', () => {
    const transaction = `await prisma.$transaction(async (tx) => {\n  await tx.order.create({ data: { userId } })\n})`
    return check(
      'rolled-back-but-charged',
      shop + checkout(`${transaction}\nreturn Response.json({ ok: true })`),
      checkout(`
try {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { userId } })
  })
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
return Response.json({ ok: true })`),
    )
  })
})
