/** The rule's own examples: what a user reads first must come out exactly so. */
import { describe, expect, test } from 'vitest'
import { checkClean, checkFindings, checkReport } from '../harness/check'

const shop = `
//- /shop.ts
import Stripe from 'stripe'
export const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
//- /db.ts
import { connect } from 'in-house-database'
export const db = connect()
export const queue = connect().queue
`

const bare = `${shop}
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../shop'
import { db } from '../../../../db'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'payment_intent.succeeded') {
    await db.orders.create({ paymentId: event.data.object.id })
    //              ^^^^^^ d
  }
  return new Response('ok')
}
`

const guarded = `${shop}
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../shop'
import { db, queue } from '../../../../db'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'payment_intent.succeeded') {
    const intent = event.data.object
    try {
      await db.transaction(async (tx) => {
        await tx.orders.create({ paymentId: intent.id })
        //              ^^^^^^ a transaction compensation
      })
    } catch (error) {
      await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    }
    try {
      await db.transaction(async (tx) => {
        await tx.inventory.decrement({ sku: intent.metadata.sku })
        //                 ^^^^^^^^^ a transaction queue
      })
    } catch (error) {
      await queue.push({ retry: intent.id })
    }
  }
  return new Response('ok')
}
`

describe('a bare write after a confirmed payment', () => {
  test('is a finding', () => checkFindings(bare))

  test('fails the check with a sentence that names file, event, call and harm', () =>
    checkReport(bare, (report) => {
      expect(report.verdict).toBe('fail')
      expect(report.totals).toEqual({ operations: 1, protected: 0, byClass: { a: 0, b: 0, c: 0, d: 1 } })
      const [detail] = report.operations.flatMap((operation) => operation.paths.map((path) => path.detail))
      expect(detail).toBe(
        'app/api/webhooks/stripe/route.ts: on payment_intent.succeeded, calls db.orders.create with no try/catch and no refund logic — a DB failure would charge the customer without creating their order',
      )
    }))
})

describe('the same write in a transaction, with a handler for its failure', () => {
  test('is protected, and every mechanism is listed', () => checkFindings(guarded))

  test('passes the check', () =>
    checkReport(guarded, (report) => {
      expect(report.verdict).toBe('pass')
      expect(report.totals).toEqual({ operations: 2, protected: 2, byClass: { a: 2, b: 0, c: 0, d: 0 } })
    }))
})

test('a project that only creates intents has nothing to check', () =>
  checkClean(`${shop}
//- /app/api/checkout/route.ts
import { stripe } from '../../../shop'
import { db } from '../../../db'
export async function POST(request: Request) {
  const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'eur' })
  await db.orders.create({ status: 'pending', paymentId: intent.id })
  return Response.json({ secret: intent.client_secret })
}
`))

test('one unprotected path is enough to fail, and moving lines does not change its fingerprint', async () => {
  const fingerprints = new Set<string>()
  for (const fixture of [bare, bare.replace('export async function POST', '// A comment.\n\nexport async function POST')]) {
    await checkReport(fixture, (report) => {
      expect(report.verdict).toBe('fail')
      for (const operation of report.operations) fingerprints.add(operation.fingerprint)
    })
  }
  expect(fingerprints.size).toBe(1)
})
