/** Spec section 5: information beside the verdict. Each kind once where it applies, and once where it does not. */
import { describe, expect, test } from 'vitest'
import { checkAdvisories, checkReport } from '../harness/check'
import { afterCharge, onEvent, onPaid, onRequest } from '../harness/shop'

describe('rolled-back-but-charged', () => {
  const transactionAlone = `
  await db.$transaction(async (tx) => {
    //     ^^^^^^^^^^^^ rolled-back-but-charged
    await tx.order.create({ data: { total } })
  })
`
  test('only a transaction protects: the customer stays charged', () => checkAdvisories(afterCharge(transactionAlone)))

  test('points at the catch that ends the failure', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.$transaction(async (tx) => {
      await tx.order.create({ data: { total } })
    })
  } catch (error) {
//  ^^^^^ rolled-back-but-charged
    return Response.json({ ok: false }, { status: 500 })
  }
`),
    ))

  test('points at the catch of its own failure where others end elsewhere', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.$transaction(async (tx) => {
      await tx.order.create({ data: { total } })
    })
  } catch (error) {
//  ^^^^^ rolled-back-but-charged
    console.error(error)
  }
  try {
    await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
  } catch (error) {
    console.error(error)
  }
`),
    ))

  test('not where the catch refunds', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.$transaction(async (tx) => {
      await tx.order.create({ data: { total } })
    })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    throw error
  }
`),
    ))

  test('is a finding with the strict setting', () =>
    checkReport(
      afterCharge(transactionAlone),
      (report) => {
        expect(report.verdict).toBe('fail')
        expect(report.operations.map((operation) => operation.protected)).toEqual([false])
      },
      { strict: true },
    ))
})

describe('redelivery-repeats', () => {
  test('a committed write is applied again when a later failure asks for redelivery', () =>
    checkAdvisories(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })
    //               ^^^^^^ redelivery-repeats
  })
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
`),
    ))

  test('closing a transaction that was committed takes nothing back', () =>
    checkAdvisories(
      onPaid(
        `
  const tx = await turso.transaction('write')
  try {
    await tx.execute({ sql: 'UPDATE account SET balance = balance + 1', args: [] })
    //       ^^^^^^^ redelivery-repeats
    await tx.commit()
  } finally {
    tx.close()
  }
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
`,
        `
import { createClient } from '@libsql/client'
const turso = createClient({ url: 'libsql://shop' })
`,
      ),
    ))

  test('not when nothing after it can fail', () =>
    checkAdvisories(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.webhookEvent.create({ data: { id: event.id } })
    await tx.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })
  })
`),
    ))
})

describe('charge-inside-transaction', () => {
  test('a database transaction cannot undo a charge', () =>
    checkAdvisories(
      onRequest(`
  try {
    await db.$transaction(async (tx) => {
      await stripe.paymentIntents.capture(id)
      //                          ^^^^^^^ charge-inside-transaction
      await tx.order.update({ where: { id }, data: { status: 'paid' } })
    })
  } catch {
    await queue.add('reconcile', { id })
  }
`),
    ))
})

describe('refunds', () => {
  test('refund-not-awaited', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
  } catch (error) {
    void stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    //                  ^^^^^^ refund-not-awaited
    throw error
  }
`),
    ))

  test('refund-without-idempotency-key', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id })
    //                   ^^^^^^ refund-without-idempotency-key
    throw error
  }
`),
    ))

  test('refund-and-retry: the goods are free', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    await queue.add('fulfil', { id: intent.id })
    //          ^^^ refund-and-retry
  }
`),
    ))

  test('compensation-covers-charge: the refund also runs when the charge fails', () =>
    checkAdvisories(
      onRequest(`
  try {
    await stripe.paymentIntents.capture(id)
    await db.order.create({ data: { total } })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: id }, { idempotencyKey: id })
    //                   ^^^^^^ compensation-covers-charge
    throw error
  }
`),
    ))

  test('a refund that is awaited, has a key and covers only the write is fine', () =>
    checkAdvisories(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    throw error
  }
`),
    ))
})

describe('retry-not-durable', () => {
  test('a retry in a timer dies with the process', () =>
    checkAdvisories(
      afterCharge(
        `
  try {
    await store(total)
  } catch {
    setTimeout(() => store(total), 1000)
//  ^^^^^^^^^^ retry-not-durable
  }
`,
        `
async function store(total: number) {
  await db.order.create({ data: { total } })
}
`,
      ),
    ))
})

describe('missing-order-metadata', () => {
  test('a payment that carries nothing of ours', () =>
    checkAdvisories(
      onRequest(`
  await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/' })
  //                             ^^^^^^ missing-order-metadata
`),
    ))

  test('not where a card is only stored', () =>
    checkAdvisories(
      onRequest(`
  await stripe.checkout.sessions.create({ mode: 'setup', success_url: '/' })
`),
    ))

  test.for(['metadata: { order: id }', 'client_reference_id: id'])('not with %s', (option) =>
    checkAdvisories(
      onRequest(`
  await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/', ${option} })
`),
    ),
  )
})

describe('unchecked-payment-status', () => {
  test('a completed checkout may still be unpaid', () =>
    checkAdvisories(
      onEvent(`
  if (event.type === 'checkout.session.completed') {
//^^ unchecked-payment-status
    await db.payment.upsert({ where: { intentId: '1' }, create: { intentId: '1' }, update: {} })
  }
`),
    ))

  test('not where the status is looked at', () =>
    checkAdvisories(
      onEvent(`
  if (event.type === 'checkout.session.completed' && event.data.object.payment_status === 'paid') {
    await db.payment.upsert({ where: { intentId: '1' }, create: { intentId: '1' }, update: {} })
  }
`),
    ))
})

describe('unconfirmed-fulfilment', () => {
  const success = (test: string): string =>
    onRequest(
      '',
      `
//- /app/success/page.tsx
import { db, stripe } from '../../shop'
export default async function SuccessPage({ searchParams }: { searchParams: { session_id: string } }) {
  const session = await stripe.checkout.sessions.retrieve(searchParams.session_id)
  ${test}
  return null
}
`,
    )

  test('the page after checkout fulfils without a look at the payment', () =>
    checkAdvisories(
      success(`await db.order.update({ where: { id: session.client_reference_id }, data: { status: 'paid' } })
  //                          ^^^^^^ unconfirmed-fulfilment`),
    ))

  test('not where it looks', () =>
    checkAdvisories(
      success(`if (session.payment_status === 'paid') await db.order.update({ where: { id: session.client_reference_id }, data: { status: 'paid' } })`),
    ))
})
