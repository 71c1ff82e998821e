/** From the entry point to the write: how the walk gets there, and what counts as a write. */
import { describe, test } from 'vitest'
import { checkAdvisories, checkClean, checkFindings } from '../harness/check'
import { afterCharge, onEvent, onPaid, shop } from '../harness/shop'

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

  test('a Supabase client that hangs on something untyped', () =>
    checkFindings(
      registry(`
  const { error } = await registry.supabaseAdmin.from('orders').update({ sent: true }).eq('id', intent.metadata.order)
  //                                                            ^^^^^^ c redelivery store:supabase
  if (error) throw error
  await registry.supabaseAdmin.rpc('get_balance', { id: intent.customer })
`),
    ))

  test('a Supabase client that was handed on without its type', () =>
    checkFindings(
      onPaid(
        `
  await paid(createClient('url', 'key'), intent.metadata.order)
`,
        `
import { createClient } from '@supabase/supabase-js'
async function paid(client: any, id: string) {
  const { error } = await client.from('orders').update({ paid: true }).eq('id', id)
  //                                            ^^^^^^ d swallowed store:supabase
  if (error) console.error(error)
}
`,
      ),
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
