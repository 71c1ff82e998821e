/** What middleware confirms holds in the handlers after it. */
import { describe, test } from 'vitest'
import { checkClean, checkFindings } from '../harness/check'

const clients = `
//- /clients.ts
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
export const stripe = new Stripe('key')
export const db = new PrismaClient()
`

describe('Express', () => {
  const routes = (lines: string): string => `${clients}
//- /routes.ts
import express from 'express'
import { stripe, db } from './clients'
export const router = express.Router()
${lines}
`
  test('a handler after one that captures the payment', () =>
    checkFindings(
      routes(`
async function capture(req, res, next) {
  await stripe.paymentIntents.capture(req.body.id)
  next()
}
async function createOrder(req, res) {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d no-handling kind:charge
  res.json({ ok: true })
}
router.post('/orders', [authenticate, capture], createOrder)
function authenticate(req, res, next) { next() }
`),
    ))

  test('a handler after one that tests the status; where it is not paid, nothing is handed on', () =>
    checkFindings(
      routes(`
const paid = async (req, res, next) => {
  const intent = await stripe.paymentIntents.retrieve(req.body.id)
  if (intent.status !== 'succeeded') return res.status(402).json({})
  next()
}
router.post('/orders', paid, async (req, res) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:status
  res.json({ ok: true })
})
`),
    ))

  test('an error that is handed on reaches no handler', () =>
    checkClean(
      routes(`
async function refuse(req, res, next) {
  await stripe.paymentIntents.capture(req.body.id)
  next(new Error('closed'))
}
router.post('/orders', refuse, async (req, res) => {
  await db.order.create({ data: { total: 1 } })
  res.json({ ok: true })
})
`),
    ))

  test('use covers the routes below its path, in this router and in those it mounts', () =>
    checkFindings(`${routes(`
router.post('/orders', async (req, res) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d kind:charge
  res.json({ ok: true })
})
`)}
//- /app.ts
import express from 'express'
import { stripe, db } from './clients'
import { router } from './routes'
const app = express()
const capture = async (req, res, next) => {
  await stripe.paymentIntents.capture(req.body.id)
  next()
}
app.use('/shop', capture, router)
app.post('/mailing', async (req, res) => {
  await db.mailing.create({ data: {} })
  res.json({})
})
app.post('/shop/carts', async (req, res) => {
  await db.cart.create({ data: {} })
  //            ^^^^^^ d kind:charge
  res.json({})
})
`))
})

test('Koa: what runs before next', () =>
  checkFindings(`${clients}
//- /routes.ts
import Router from '@koa/router'
import { stripe, db } from './clients'
const router = new Router()
router.post(
  '/orders',
  async (ctx, next) => {
    ctx.state.intent = await stripe.paymentIntents.capture(ctx.request.body.id)
    await next()
  },
  async (ctx) => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:charge
    ctx.body = {}
  },
)
export default router
`))

test('Fastify: hooks of a route and of the instance', () =>
  checkFindings(`${clients}
//- /routes.ts
import { stripe, db } from './clients'
async function capture(request, reply) {
  await stripe.paymentIntents.capture(request.body.id)
}
export default async function routes(fastify) {
  fastify.post('/carts', { preHandler: capture }, async (request, reply) => {
    await db.cart.create({ data: {} })
    //            ^^^^^^ d kind:charge
    return {}
  })
  fastify.addHook('preHandler', capture)
  fastify.post('/orders', async (request, reply) => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d kind:charge
    return {}
  })
}
`))
