import { describe, expect, test } from 'vitest'
import { entriesOf } from './lines'

describe('Next.js', () => {
  test('route handlers, pages and server actions, by file and name', () => {
    const entries = entriesOf(`
      --- /shop/app/api/webhooks/stripe/route.ts
      export async function POST(req: Request) { return new Response() }
      export const GET = withAuth(async () => new Response())
      function withAuth(handler: any) { return handler }
      export const runtime = 'nodejs'
      --- /shop/app/(shop)/orders/[id]/page.tsx
      export default async function OrderPage() { return null }
      --- /shop/app/actions.ts
      'use server'
      export async function checkout(form: FormData) {}
      --- /shop/pages/api/pay.js
      export default async function handler(req, res) { res.status(200).end() }
      export const config = { api: { bodyParser: false } }
      --- /shop/pages/success.tsx
      export const getServerSideProps = async () => ({ props: {} })
      export default function Success() { return null }
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Next.js page /orders/[id] → OrderPage
      server action checkout → checkout: action, fail
      Next.js route POST → POST: webhook
      Next.js route GET → GET
      Next.js API route /api/pay → handler
      Next.js getServerSideProps /success → getServerSideProps"
    `)
  })

  test('an action that a library builds is listed once', () => {
    const entries = entriesOf(`
      --- /shop/app/actions.ts
      'use server'
      import { createSafeActionClient } from 'next-safe-action'
      const client = createSafeActionClient()
      export const buy = client.inputSchema(schema).action(logged(async () => {}))
      export const sell = client.inputSchema(schema).action(async () => {})
      export const plain = logged(async () => {})
      function logged(handler: any) { return handler }
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Next.js action buy → logged(…): action, fail
      Next.js action sell → sell: action, fail
      server action plain → plain: action, fail"
    `)
  })

  test('a server action inside a component', () => {
    const entries = entriesOf(`
      --- /shop/app/page.tsx
      export default function Page() {
        async function buy() { 'use server' }
        return buy
      }
      --- /shop/app/layout.tsx
      export default function Layout() {}
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Next.js page / → Layout
      Next.js page / → Page
      server action buy → buy: action, fail"
    `)
  })
})

describe('Strapi', () => {
  test('actions of controllers, plain and made by the factory', () => {
    const entries = entriesOf(`
      --- /shop/api/order/controllers/order.js
      module.exports = { pay: async (ctx) => {}, limit: 3 }
      --- /shop/src/api/cart/controllers/cart.ts
      import { factories } from '@strapi/strapi'
      export default factories.createCoreController('api::cart.cart', ({ strapi }) => ({
        async checkout(ctx) {},
      }))
      --- /shop/src/api/cart/services/cart.ts
      export const total = () => 1
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Strapi order.pay → pay
      Strapi cart.checkout → checkout
      export total → total: library, fail, unreferenced"
    `)
  })
})

describe('Express', () => {
  test('routes, routers, wrapped handlers and lists of handlers', () => {
    const entries = entriesOf(`
      import express, { Router } from 'express'
      import asyncHandler from 'express-async-handler'
      const app = express()
      const router = Router()
      app.use(express.json())
      app.post('/webhook', express.raw({ type: 'application/json' }), async (req, res) => { res.sendStatus(200) })
      router.post('/pay', requireUser, [validate, pay])
      router.route('/orders').get(asyncHandler(listOrders)).post(controller.create)
      app.use('/api', router)
      app.use((error: any, req: any, res: any, next: any) => { res.status(500).end() })
      async function pay(req: any, res: any) {}
      function validate(req: any, res: any, next: any) { next() }
      function requireUser(req: any, res: any, next: any) { next() }
      async function listOrders(req: any, res: any) {}
      const controller = { async create(req: any, res: any) {} }
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Express route POST /webhook → callback at 7: no-answer, webhook
      Express route POST /pay → pay: no-answer
      Express route POST /pay (middleware) → requireUser: no-answer
      Express route POST /pay (middleware) → validate: no-answer
      Express route GET /orders → asyncHandler(…): no-answer
      Express route POST /orders → controller.create: no-answer"
    `)
  })

  test('a router that plain JavaScript hands around', () => {
    const entries = entriesOf(`
      --- /routes.js
      const payments = require('./payments')
      module.exports = (app) => {
        app.post('/ipn', payments.notify)
        app.get('/orders', async (req, res) => { res.json([]) })
        app.get('title')
      }
      --- /payments.js
      exports.notify = async (req, res) => { res.sendStatus(200) }
      --- /server.js
      const express = require('express')
      const app = express()
      require('./routes')(app)
      app.listen(3000)
    `)
    expect(entries).toMatchInlineSnapshot(`
      "HTTP route POST /ipn → module.notify: no-answer, webhook
      HTTP route GET /orders → callback at 4: no-answer
      script server.js → module /server.js: job, fail"
    `)
  })

  test('a route that checks the signature of a provider is a webhook whatever its name', () => {
    const entries = entriesOf(`
      import express from 'express'
      import Stripe from 'stripe'
      const stripe = new Stripe('key')
      const app = express()
      app.post('/billing', async (req, res) => { const event = parse(req); res.json(event) })
      app.post('/checkout', async (req, res) => { res.json({}) })
      function parse(req: express.Request) { return stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret') }
    `)
    expect(entries).toMatchInlineSnapshot(`
      "Express route POST /billing → callback at 6: no-answer, webhook
      Express route POST /checkout → callback at 7: no-answer"
    `)
  })
})

describe('NestJS', () => {
  test('controllers, schedules and message patterns', () => {
    const entries = entriesOf(`
      import { Controller, Post, Get, Body, Injectable } from '@nestjs/common'
      import { Cron } from '@nestjs/schedule'
      import { OnEvent } from '@nestjs/event-emitter'
      @Controller('payments')
      export class PaymentsController {
        constructor(private readonly payments: PaymentsService) {}
        @Post('stripe/webhook') async stripe(@Body() body: any) { return this.payments.fulfil(body) }
        @Get() list() { return [] }
        helper() {}
      }
      @Injectable()
      export class PaymentsService {
        async fulfil(body: any) {}
        @Cron('0 * * * *') async reconcile() {}
        @OnEvent('order.paid') async mail() {}
      }
    `)
    expect(entries).toMatchInlineSnapshot(`
      "NestJS controller POST /payments/stripe/webhook → PaymentsController.stripe: webhook
      NestJS controller GET /payments → PaymentsController.list
      export PaymentsController.helper → PaymentsController.helper: library, fail, unreferenced
      NestJS schedule PaymentsService.reconcile → PaymentsService.reconcile: schedule, fail
      Message listener "order.paid" → PaymentsService.mail: event, fail"
    `)
  })
})

test("callbacks of a provider's adapter are bound to their events", () => {
  const entries = entriesOf(`
    --- /shop/app/api/webhooks/polar/route.ts
    import { Webhooks } from '@polar-sh/nextjs'
    export const POST = Webhooks({
      webhookSecret: 'secret',
      onOrderPaid: async (payload) => {},
      onOrderRefunded: refunded,
    })
    async function refunded() {}
  `)
  expect(entries).toMatchInlineSnapshot(`
    "Next.js route POST → POST: webhook
    Polar webhook onOrderPaid → onOrderPaid: webhook, on order.paid
    Polar webhook onOrderRefunded → refunded: webhook, on order.refunded"
  `)
})

test('an object that nobody names is no way into its functions, even when it implements an interface in use', () => {
  const entries = entriesOf(`
    --- /main.ts
    import { processor } from './processors'
    Deno.serve(async () => { await processor.webhook(); return new Response() })
    --- /processors.ts
    import { first } from './first'
    import { second } from './second'
    export interface Processor { webhook(): Promise<void> }
    export const one: Processor = { webhook: first }
    export const two: Processor = { webhook: second }
    export const processor: Processor = one
    --- /first.ts
    export async function first() {}
    --- /second.ts
    export async function second() {}
  `)
  expect(entries).toMatchInlineSnapshot(`
    "HTTP handler → callback at 2
    export second → second: library, fail, unreferenced"
  `)
})

describe('exports', () => {
  const code = `
    export async function fulfil() { await used() }
    export async function used() {}
    export class Ledger { async post() {} private static _hidden() {} }
    export const service = { async pay() {} }
  `
  test('decide nothing in an application when nobody refers to them', () => {
    expect(entriesOf(code)).toMatchInlineSnapshot(`
      "export fulfil → fulfil: library, fail, unreferenced
      export Ledger.post → Ledger.post: library, fail, unreferenced
      export service.pay → pay: library, fail, unreferenced"
    `)
  })

  test('are the entry points of a library', () => {
    expect(entriesOf(code, true)).toMatchInlineSnapshot(`
      "export fulfil → fulfil: library, fail
      export Ledger.post → Ledger.post: library, fail
      export service.pay → pay: library, fail"
    `)
  })
})

test('a script and callbacks given to packages nobody models', () => {
  const entries = entriesOf(`
    --- /script.ts
    import { job } from 'unknown-runner'
    async function main() {}
    job('nightly', async () => {})
    job({ name: 'hourly', run: hourly })
    async function hourly() {}
    void main().catch(() => {})
  `)
  expect(entries).toMatchInlineSnapshot(`
    "job callback → callback at 3: event, fail
    job callback → hourly: event, fail
    script script.ts → module /script.ts: job, fail"
  `)
})
