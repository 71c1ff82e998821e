/** Handlers that one smaller repair mends, over Knex where nothing else is said. Templates as in `test/rules/fixes/stores.ts`. */
import type { AdvisoryKind } from '../../server/src/flow/result'
import type { FixKind } from '../../server/src/rules/fixes/fix'

/** What became of a call, and of the database: an order is stored, and its piece is taken from the stock. */
export interface Outcome {
  /** The status, `rejected`, or both where the answer was sent before. */
  readonly told: number | 'rejected' | 'answered, then rejected'
  readonly orders: number
  readonly left: number
  readonly refunds: number
  readonly jobs: number
}

export interface RepairCase {
  readonly name: string
  readonly fix: { readonly kind: FixKind; readonly op?: string; readonly wholeHandler?: true } | { readonly advisory: AdvisoryKind }
  readonly handler: 'webhook' | 'router'
  readonly store?: 'Supabase'
  /** Handler and what it imports. Paths without their ending. */
  readonly files: Readonly<Record<string, string>>
  /** Where the write fails before the fix: what is wrong. Null where it cannot be run: its rejection would be nobody's. */
  readonly wrong: Outcome | null
  /** Where the write fails, and where it does not. */
  readonly failing: Outcome
  readonly working: Outcome
  /** What the payment that the handler makes carries afterwards. */
  readonly metadata?: Readonly<Record<string, string>>
}

const webhook = (body: string, imports = '', client = 'db'): Readonly<Record<string, string>> => ({
  '/app/webhook/route': `import { stripe } from '../../stripe'§
import { ${client} } from '../../db'§
${imports}

export async function POST(request«: Request») {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')§
  if (event.type === 'payment_intent.succeeded') {
    const intent = event.data.object§
    ${body}
  }
  return new Response('ok')§
}`,
})

const router = (body: string): Readonly<Record<string, string>> => ({
  '/server/router': `import express from 'express'§
import { stripe } from '../stripe'§
import { db } from '../db'§

export const router = express.Router()§

router.post('/', async (request, response) => {
  ${body}
})§`,
})

const charge = `const intent = await stripe.paymentIntents.create({ amount: request.body.amount, currency: 'eur', confirm: true })§`
const store = (client = 'db'): string => `await ${client}('orders').insert({ reference: intent.id })§`
const take = (client = 'db'): string => `await ${client}('stock').where({ reference: intent.id }).decrement('left', 1)§`
/** May be repeated, and fails where the payment says -1. */
const set = `db('stock').where({ reference: intent.id }).update({ left: Number(intent.metadata.left) })§`

const nothing = { orders: 0, left: 0, refunds: 0, jobs: 0 } as const
const done = { told: 200, orders: 1, left: 1, refunds: 0, jobs: 0 } as const
const setDone = { told: 200, orders: 0, left: 1, refunds: 0, jobs: 0 } as const

export const repairCases: readonly RepairCase[] = [
  {
    name: 'work that nobody waits for is awaited',
    fix: { kind: 'repair-await' },
    handler: 'webhook',
    files: {
      ...webhook(`fulfil(intent.id, Number(intent.metadata.left))§`, `import { fulfil } from '../../fulfil'§`),
      '/fulfil': `import { db } from './db'§\n\nexport async function fulfil(reference«: string», left«: number») {\n  await db('stock').where({ reference }).update({ left })§\n}`,
    },
    wrong: null,
    failing: { ...nothing, told: 'rejected' },
    working: setDone,
  },
  {
    name: 'a query that is only built is run',
    fix: { advisory: 'never-runs' },
    handler: 'webhook',
    files: webhook(set),
    wrong: { ...nothing, told: 200 },
    failing: { ...nothing, told: 'rejected' },
    working: setDone,
  },
  {
    name: 'the transaction’s handle is used',
    fix: { kind: 'repair-handle', op: 'db.insert' },
    handler: 'webhook',
    files: webhook(`await db.transaction(async (trx) => {\n      ${store()}\n      ${take('trx')}\n    })§`),
    wrong: { ...nothing, told: 'rejected', orders: 1 },
    failing: { ...nothing, told: 'rejected' },
    working: done,
  },
  {
    name: 'a failure that is swallowed is thrown again',
    fix: { kind: 'repair-rethrow' },
    handler: 'webhook',
    files: webhook(`try {\n      await ${set}\n    } catch (error) {\n      console.error(error)§\n    }`),
    wrong: { ...nothing, told: 200 },
    failing: { ...nothing, told: 'rejected' },
    working: setDone,
  },
  {
    name: 'a failure that is answered as success is answered with 500',
    fix: { kind: 'repair-rethrow' },
    handler: 'webhook',
    files: webhook(`try {\n      await ${set}\n    } catch (error) {\n      console.error(error)§\n      return Response.json({ received: true })§\n    }`),
    wrong: { ...nothing, told: 200 },
    failing: { ...nothing, told: 500 },
    working: setDone,
  },
  {
    name: 'an error that is returned is thrown',
    fix: { kind: 'repair-check-error' },
    handler: 'webhook',
    store: 'Supabase',
    files: webhook(`await supabase.from('stock').update({ left: Number(intent.metadata.left) }).eq('reference', intent.id)§`, '', 'supabase'),
    wrong: { ...nothing, told: 200 },
    failing: { ...nothing, told: 'rejected' },
    working: setDone,
  },
  {
    name: 'an early answer is sent after the work',
    fix: { kind: 'repair-answer-late' },
    handler: 'router',
    files: router(`const event = stripe.webhooks.constructEvent(request.body, String(request.headers['stripe-signature']), 'secret')§
  response.json({ received: true })§
  if (event.type === 'payment_intent.succeeded') {
    const intent = event.data.object§
    await ${set}
  }`),
    wrong: { ...nothing, told: 'answered, then rejected' },
    failing: { ...nothing, told: 'rejected' },
    working: setDone,
  },
  {
    name: 'a catch that is there already is extended',
    fix: { kind: 'refund' },
    handler: 'router',
    files: router(`${charge}
  try {
    ${store()}
    ${take()}
  } catch (problem) {
    console.error(problem)§
  }
  response.json({ ok: true })§`),
    wrong: { ...nothing, told: 200, orders: 1 },
    failing: { ...nothing, told: 'rejected', refunds: 1 },
    working: done,
  },
  ...(['refund', 'queue'] as const).map((kind): RepairCase => ({
    name: `all writes of a handler in one edit, ${kind}`,
    fix: { kind, wholeHandler: true, op: 'db.where.decrement' },
    handler: 'webhook',
    files: {
      ...webhook(`await store(intent.id)§\n    ${take()}`, `import { store } from '../../fulfil'§`),
      '/fulfil': `import { db } from './db'§\n\nexport async function store(reference«: string») {\n  await db('orders').insert({ reference })§\n}`,
    },
    wrong: { ...nothing, told: 'rejected', orders: 1 },
    failing: { ...nothing, told: 200, [kind === 'refund' ? 'refunds' : 'jobs']: 1 },
    working: done,
  })),
  {
    name: 'where only a transaction protects, the money is given back too',
    fix: { advisory: 'rolled-back-but-charged' },
    handler: 'router',
    files: router(`${charge}
  await db.transaction(async (trx) => {
    ${store('trx')}
    ${take('trx')}
  })§
  response.json({ ok: true })§`),
    wrong: { ...nothing, told: 'rejected' },
    failing: { ...nothing, told: 'rejected', refunds: 1 },
    working: done,
  },
  {
    name: 'an automatic refund gets its key',
    fix: { advisory: 'refund-without-idempotency-key' },
    handler: 'router',
    files: router(`${charge}
  try {
    await db.transaction(async (trx) => {
      ${store('trx')}
      ${take('trx')}
    })§
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id })§
    throw error§
  }
  response.json({ ok: true })§`),
    wrong: null,
    failing: { ...nothing, told: 'rejected', refunds: 1 },
    working: done,
  },
  {
    name: 'a payment carries the order it is for',
    fix: { advisory: 'missing-order-metadata' },
    handler: 'router',
    files: router(`const order = { id: 'order_1' }§
  await db('orders').insert({ reference: order.id })§
  await stripe.paymentIntents.create({ amount: request.body.amount, currency: 'eur' })§
  response.json({ ok: true })§`),
    wrong: null,
    failing: { ...nothing, told: 200, orders: 1 },
    working: { ...nothing, told: 200, orders: 1, left: 2 },
    metadata: { orderId: 'order_1' },
  },
]
