import { describe, expect, test } from 'vitest'
import { entriesOf } from '../callgraph/lines'

describe('entry points of web frameworks', () => {
  test('Fastify', () => {
    expect(
      entriesOf(`
        import Fastify, { FastifyInstance } from 'fastify'
        const app = Fastify({ logger: true })
        app.post('/webhook', { config: { rawBody: true } }, async (request, reply) => reply.code(500).send())
        app.route({ method: 'POST', url: '/pay', handler: async (request, reply) => {} })
        app.register(plugin)
        async function plugin(instance: FastifyInstance) { instance.get('/orders', { handler: list }) }
        async function list() {}
      `),
    ).toMatchInlineSnapshot(`
      "Fastify route POST /webhook → callback at 4: webhook
      Fastify route POST /pay → handler
      Fastify route GET /orders → list"
    `)
  })

  test('Koa', () => {
    expect(
      entriesOf(`
        import Koa from 'koa'
        import Router from '@koa/router'
        const app = new Koa()
        const router = new Router()
        router.post('/pay', async (ctx) => { ctx.throw(500) })
        app.use(router.routes())
        app.use(async (ctx, next) => { await next() })
      `),
    ).toMatchInlineSnapshot(`
      "Koa route POST /pay → callback at 6
      Koa middleware → callback at 8"
    `)
  })

  test('Hono', () => {
    expect(
      entriesOf(`
        import { Hono } from 'hono'
        const app = new Hono<{ Bindings: { KEY: string } }>()
        app.post('/webhooks/stripe', async (c) => c.json({ received: true }))
        app.use('*', async (c, next) => { await next() })
        app.on('POST', '/pay', async (c) => c.text('no', 500))
        export default app
      `),
    ).toMatchInlineSnapshot(`
      "Hono route POST /webhooks/stripe → callback at 4: webhook
      Hono middleware * → callback at 5
      Hono handler /pay → callback at 6"
    `)
  })

  test('React Router and Remix', () => {
    expect(
      entriesOf(`
        --- /shop/app/routes/checkout.tsx
        import type { ActionFunctionArgs } from 'react-router'
        export async function action({ request }: ActionFunctionArgs) { return redirect('/') }
        export const loader = async () => ({})
        export default function Checkout() {}
        --- /shop/app/routes/api.webhook.ts
        export const action = async () => new Response()
      `),
    ).toMatchInlineSnapshot(`
      "React Router action api.webhook → action: webhook
      React Router action checkout → action
      React Router loader checkout → loader"
    `)
  })

  test('SvelteKit', () => {
    expect(
      entriesOf(`
        --- /shop/src/routes/webhook/+server.ts
        import type { RequestHandler } from './$types'
        export const POST: RequestHandler = async ({ request }) => new Response()
        --- /shop/src/routes/checkout/+page.server.ts
        export const load = async () => ({})
        export const actions = { default: async () => {}, pay: async () => {} }
      `),
    ).toMatchInlineSnapshot(`
      "SvelteKit load → load
      SvelteKit action default → default: action
      SvelteKit action pay → pay: action
      SvelteKit endpoint POST → POST: webhook"
    `)
  })

  test('Nuxt: global functions, method in the file name', () => {
    expect(
      entriesOf(`
        --- /shop/server/api/stripe/webhook.post.ts
        export default defineEventHandler(async (event) => { const body = await readBody(event); return { body } })
        --- /shop/server/routes/pay.ts
        import { eventHandler } from 'h3'
        export default eventHandler(async (event) => ({}))
      `),
    ).toMatchInlineSnapshot(`
      "Nitro route POST /api/stripe/webhook → default: webhook
      Nitro route ALL /pay → default"
    `)
  })

  test('Astro', () => {
    expect(
      entriesOf(`
        --- /shop/src/pages/api/pay.ts
        import type { APIRoute } from 'astro'
        export const POST: APIRoute = async ({ request }) => new Response()
        --- /shop/src/actions/index.ts
        import { defineAction } from 'astro:actions'
        export const server = { buy: defineAction({ handler: async (input) => ({}) }) }
      `),
    ).toMatchInlineSnapshot(`
      "Astro action buy → handler: action, fail
      Astro endpoint POST → POST"
    `)
  })

  test('tRPC, with a context typed by its factory', () => {
    expect(
      entriesOf(`
        import { initTRPC } from '@trpc/server'
        const t = initTRPC.context<{ user: string }>().create()
        const authed = t.procedure.use(async ({ ctx, next }) => next({ ctx: { user: ctx.user } }))
        export const router = t.router({
          pay: authed.input({}).mutation(async ({ ctx, input }) => ctx.user.trim()),
          orders: t.procedure.query(list),
        })
        async function list() {}
      `),
    ).toMatchInlineSnapshot(`
      "tRPC procedure pay → pay: rpc
      tRPC procedure orders → list: rpc"
    `)
  })

  test('Lambda: the type of the event says what a throw means', () => {
    expect(
      entriesOf(`
        --- /fn/api.ts
        import type { APIGatewayProxyHandler, SQSEvent, ScheduledHandler } from 'aws-lambda'
        import middy from '@middy/core'
        export const pay: APIGatewayProxyHandler = async (event) => ({ statusCode: 200 })
        export async function orders(event: SQSEvent) { for (const record of event.Records) JSON.parse(record.body) }
        export const nightly: ScheduledHandler = async (event) => {}
        export const handler = middy(async (event: any) => ({ statusCode: 200 }))
        --- /fn/plain.js
        exports.handler = async (event) => ({ statusCode: 200 })
      `),
    ).toMatchInlineSnapshot(`
      "Lambda pay → pay
      Lambda orders (SQS) → orders: job, retry
      Lambda nightly (schedule) → nightly: schedule, retry
      Lambda handler → handler
      Lambda handler → handler"
    `)
  })

  test('Firebase functions of both generations', () => {
    expect(
      entriesOf(`
        import { onRequest, onCall } from 'firebase-functions/v2/https'
        import { onDocumentCreated } from 'firebase-functions/v2/firestore'
        import * as functions from 'firebase-functions'
        export const stripeWebhook = onRequest({ cors: true }, async (request, response) => { response.status(500).send() })
        export const pay = onCall(async ({ data }) => data)
        export const created = onDocumentCreated('orders/{id}', async (event) => {})
        export const legacy = functions.region('x').https.onRequest(async (req, res) => { res.sendStatus(200) })
        export const onOrder = functions.firestore.document('orders/{id}').onCreate(async (snapshot) => {})
      `),
    ).toMatchInlineSnapshot(`
      "Firebase handler stripeWebhook → stripeWebhook: webhook
      Firebase procedure pay → pay: rpc
      Firebase handler orders/{id} → created: event, fail
      Firebase handler legacy → legacy: no-answer
      Firebase handler onOrder → onOrder: event, fail"
    `)
  })

  test('Cloudflare Workers', () => {
    expect(
      entriesOf(`
        import { WorkerEntrypoint } from 'cloudflare:workers'
        export default {
          async fetch(request, env, ctx) { ctx.waitUntil(Promise.resolve()); return new Response() },
          async queue(batch, env) {},
          scheduled: nightly,
        } satisfies ExportedHandler
        async function nightly() {}
        export class Api extends WorkerEntrypoint { async fetch(request: Request) { return new Response() } }
      `),
    ).toMatchInlineSnapshot(`
      "Worker fetch → fetch
      Worker queue → queue: job, retry
      Worker scheduled → nightly: schedule, fail
      Worker Api.fetch → Api.fetch"
    `)
  })

  test('GraphQL resolver maps and decorated resolvers', () => {
    expect(
      entriesOf(`
        import { Mutation } from 'type-graphql'
        const mutations = { pay: async () => {} }
        export const resolvers = { Query: { orders: () => [] }, Mutation: mutations }
        export class OrderResolver { @Mutation(() => Boolean) async order() {} }
      `),
    ).toMatchInlineSnapshot(`
      "GraphQL Mutation pay → pay: rpc, fail
      GraphQL Query orders → orders: rpc, fail
      GraphQL procedure OrderResolver.order → OrderResolver.order: rpc, fail"
    `)
  })

  test('Deno, Node, Wasp, hapi, Elysia, Azure and TanStack', () => {
    expect(
      entriesOf(`
        import { createServer } from 'node:http'
        import { api } from '@wasp.sh/spec'
        import { server } from '@hapi/hapi'
        import { Elysia } from 'elysia'
        import { app } from '@azure/functions'
        import { createServerFn } from '@tanstack/react-start'
        Deno.serve(async (request) => new Response())
        createServer((request, response) => { response.writeHead(200).end() })
        api('POST', '/payments-webhook', paymentsWebhook, {})
        server().route({ method: 'POST', path: '/pay', handler: async (request, h) => h.response().code(500) })
        new Elysia().post('/pay', async ({ body, set }) => { set.status = 500 })
        app.http('pay', { methods: ['POST'], handler: async (request, context) => ({ status: 200 }) })
        export const buy = createServerFn({ method: 'POST' }).handler(async ({ data }) => data)
        async function paymentsWebhook() {}
      `),
    ).toMatchInlineSnapshot(`
      "HTTP handler → callback at 8
      Node handler → callback at 9: no-answer
      Wasp handler /payments-webhook → paymentsWebhook: webhook
      hapi route POST /pay → handler
      Elysia route POST /pay → callback at 12
      Azure handler pay → handler
      TanStack Start action buy → buy: action, fail"
    `)
  })
})
