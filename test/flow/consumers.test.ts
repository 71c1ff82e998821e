/** Consumers whose queue, subject or function stands elsewhere than the registration: helpers, configurations, base classes. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { shop } from '../harness/shop'

const bullmq = `import { Queue } from 'bullmq'\nexport const orders = new Queue('orders', { defaultJobOptions: { attempts: 5 } })`
const kafka = `import { Kafka } from 'kafkajs'\nexport const kafka = new Kafka({})\nexport const producer = kafka.producer()`

/** The webhook hands the paid intent over; the consumer, in a file of its own, writes the order. */
function handedOver(queue: string, send: string, consumer: string): Promise<void> {
  return checkFindings(`
//- /clients.ts
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
export const stripe = new Stripe('key')
export const db = new PrismaClient()
//- /queue.ts
${queue}
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../clients'
import * as q from '../../../../queue'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type !== 'payment_intent.succeeded') return new Response('ignored')
  const intent = event.data.object
  ${send}
  return new Response('ok')
}
//- /consumer.ts
import { db } from './clients'
import * as q from './queue'
${consumer}
`)
}

describe('a worker registered', () => {
  const add = `await q.orders.add('fulfil', { id: intent.id })`

  test('by a helper that is told name and function', () =>
    handedOver(
      bullmq,
      add,
      `
import { Worker } from 'bullmq'
function createWorker(name: string, run: (job: any) => Promise<void>) {
  return new Worker(name, async (job) => run(job))
}
createWorker('orders', async () => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})
createWorker('mail', async () => {
  await db.mailing.create({ data: {} })
})
`,
    ))

  test('in a loop over a configuration', () =>
    handedOver(
      bullmq,
      add,
      `
import { Worker } from 'bullmq'
async function fulfil() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
}
async function mail() {
  await db.mailing.create({ data: {} })
}
const jobs = [
  { queue: 'orders', run: fulfil },
  { queue: 'mail', run: mail },
]
export function start() {
  for (const { queue, run } of jobs) new Worker(queue, async () => run())
}
start()
`,
    ))

  test('for a queue object of another file', () =>
    handedOver(
      `import Queue from 'bull'\nexport const orders = new Queue('orders')`,
      `await q.orders.add({ id: intent.id }, { attempts: 3 })`,
      `
q.orders.process(async () => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})
`,
    ))

  test('for several kinds of jobs: only the one that was sent runs', () =>
    handedOver(
      bullmq,
      add,
      `
import { Worker } from 'bullmq'
async function fulfil() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
}
async function mail() {
  await db.mailing.create({ data: {} })
}
const processors: Record<string, () => Promise<void>> = { fulfil, mail }
new Worker('orders', async (job) => {
  if (job.name === 'refund') await db.refund.create({ data: {} })
  await processors[job.name]?.()
})
`,
    ))
})

test('a worker per configuration, with processors from a registry that loops fill', () =>
  handedOver(
    bullmq,
    `await q.orders.add('fulfil', { id: intent.id })`,
    `
import { Worker } from 'bullmq'
import { getProcessor } from './registry'
const configs = [{ name: 'orders', options: {} }, { name: 'mail', options: {} }]
const workers = configs.map((config) => {
  const worker = new Worker(config.name, async (job) => getProcessor(job.name).handle(job), config.options)
  return worker
})
//- /registry.ts
import { orderProcessors, mailProcessors } from './processors'
const processors = new Map<string, { handle: (job: any) => Promise<unknown> }>()
for (const [name, processor] of Object.entries(orderProcessors)) processors.set(name, processor)
for (const [name, processor] of Object.entries(mailProcessors)) {
  processors.set(name, processor)
}
export function getProcessor(name: string) {
  return processors.get(name)
}
//- /processors.ts
import { db } from './clients'
abstract class Processor {
  abstract process(job: any): Promise<unknown>
  async handle(job: any) {
    return this.process(job)
  }
}
class Fulfil extends Processor {
  async process() {
    return await db.order.create({ data: { total: 1 } })
    //                    ^^^^^^ c job
  }
}
class Mail extends Processor {
  async process() {
    return await db.mailing.create({ data: {} })
  }
}
export const orderProcessors = { fulfil: new Fulfil() }
export const mailProcessors = { mail: new Mail() }
`,
  ))

test('a queue from a cache of queues has the name and the tries of the one that is made when it is missing', () =>
  handedOver(
    `
import { Queue } from 'bullmq'
const queues: Map<string, Queue> = new Map()
export function getQueue(name: string): Queue {
  if (queues.has(name)) return queues.get(name)!
  const queue = new Queue(name, { defaultJobOptions: { attempts: 5 } })
  queues.set(name, queue)
  return queue
}
export async function trigger(job: string, payload: unknown, queueName: string) {
  const queue = getQueue(queueName)
  await queue.add(job, payload)
}
`,
    `await q.trigger('fulfil', { id: intent.id }, 'orders')`,
    `
import { Worker } from 'bullmq'
new Worker('orders', async () => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})
new Worker('mail', async () => {
  await db.mailing.create({ data: {} })
})
`,
  ))

test('a payload that a schema checks keeps its constants', () =>
  handedOver(
    bullmq,
    `await q.orders.add('paid', { type: 'order', id: intent.id, note: undefined })`,
    `
import { Worker } from 'bullmq'
import { z } from 'zod'
const schema = z.object({ type: z.enum(['order', 'mail']), id: z.string(), note: z.string().default('paid') })
new Worker('orders', async (job) => {
  const checked = schema.safeParse(job.data)
  if (!checked.success) throw new Error('invalid')
  const { type } = schema.parse(checked.data)
  if (type === 'mail') await db.mailing.create({ data: {} })
  if (type === 'order' && checked.data.note === 'paid') await db.order.create({ data: { total: 1 } })
  //                                                                   ^^^^^^ c job
})
`,
  ))

describe('a Kafka consumer', () => {
  const send = `await q.producer.send({ topic: 'orders', messages: [{ value: intent.id }] })`

  test('of the topics it subscribed to, told which one', () =>
    handedOver(
      kafka,
      send,
      `
const consumer = q.kafka.consumer({ groupId: 'orders' })
async function start() {
  await consumer.subscribe({ topics: ['orders', 'carts'] })
  await consumer.run({
    eachMessage: async ({ topic }) => {
      if (topic === 'carts') await db.cart.create({ data: {} })
      if (topic === 'orders') await db.order.create({ data: { total: 1 } })
      //                                     ^^^^^^ c job
    },
  })
}
start()
`,
    ))

  test('not of others', () =>
    handedOver(
      kafka,
      send,
      `
async function start() {
  const consumer = q.kafka.consumer({ groupId: 'carts' })
  await consumer.subscribe({ topic: 'carts' })
  await consumer.run({
    eachMessage: async () => {
      await db.cart.create({ data: {} })
    },
  })
}
start()
`,
    ))
})

test('listeners and publishers of a base class in a shared package', () =>
  checkFindings(`
//- /common/package.json
{ "name": "@acme/common", "main": "./build/index.js" }
//- /common/src/index.ts
export * from './listener'
export * from './publisher'
export enum Subjects {
  OrderSeen = 'order:seen',
  PaymentCreated = 'payment:created',
}
//- /common/src/listener.ts
import { Message, Stan } from 'node-nats-streaming'
export abstract class Listener {
  abstract subject: string
  abstract onMessage(data: any, message: Message): void
  constructor(protected client: Stan) {}
  listen() {
    const subscription = this.client.subscribe(this.subject, 'group', this.client.subscriptionOptions().setManualAckMode(true))
    subscription.on('message', (message: Message) => {
      this.onMessage(JSON.parse(message.getData()), message)
    })
  }
}
//- /common/src/publisher.ts
import { Stan } from 'node-nats-streaming'
export abstract class Publisher {
  abstract subject: string
  constructor(protected client: Stan) {}
  publish(data: any): Promise<void> {
    return new Promise((resolve, reject) => {
      this.client.publish(this.subject, JSON.stringify(data), (error) => (error ? reject(error) : resolve()))
    })
  }
}
//- /payments/charge.ts
import express from 'express'
import Stripe from 'stripe'
import nats from 'node-nats-streaming'
import { Publisher, Subjects } from '@acme/common'
class PaymentCreated extends Publisher {
  subject = Subjects.PaymentCreated
}
const client = nats.connect('shop', 'payments')
const stripe = new Stripe('key')
export const router = express.Router()
router.post('/payments', async (req, res) => {
  await stripe.charges.create({ amount: 1, currency: 'eur', source: req.body.token })
  await new PaymentCreated(client).publish({ orderId: req.body.orderId })
  res.status(201).send({})
})
//- /orders/db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
//- /orders/paid.ts
import { Listener, Subjects } from '@acme/common'
import { db } from './db'
export class PaidListener extends Listener {
  subject = Subjects.PaymentCreated
  async onMessage(data: any, message: any) {
    await db.order.update({ where: { id: data.orderId }, data: { status: 'paid' } })
    //             ^^^^^^ c job
    message.ack()
  }
}
//- /orders/seen.ts
import { Listener, Subjects } from '@acme/common'
import { db } from './db'
export class SeenListener extends Listener {
  subject = Subjects.OrderSeen
  async onMessage(data: any, message: any) {
    await db.order.update({ where: { id: data.orderId }, data: { status: 'seen' } })
    message.ack()
  }
}
`))

describe('a listener of the provider’s events', () => {
  const nest = (send: string, decorators: string): string => `
//- /payments.ts
import { Controller, Post, Req, applyDecorators } from '@nestjs/common'
import { EventEmitter2, OnEvent } from '@nestjs/event-emitter'
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
@Controller('/stripe')
export class StripeWebhook {
  constructor(private readonly stripe: Stripe, private readonly events: EventEmitter2) {}
  @Post('/webhook')
  async handle(@Req() req: any) {
    const event = this.stripe.webhooks.constructEvent(req.rawBody, req.headers['stripe-signature'], 'secret')
    ${send}
  }
}
${decorators}
export class Subscriptions {
  constructor(private readonly db: PrismaClient) {}
  @Heard('invoice.payment_succeeded')
  async paid(invoice: Stripe.Invoice) {
    await this.db.invoice.upsert({ where: { id: invoice.id }, create: {}, update: {} })
    //                    ^^^^^^ c on:invoice.payment_succeeded in:webhook
  }
  @Heard('customer.deleted')
  async gone() {
    await this.db.account.delete({ where: { id: '1' } })
  }
}
`
  const emit = `await this.events.emitAsync(event.type, event.data.object)`

  test('hears the event of its name where the event’s type is emitted', () => checkFindings(nest(emit, `const Heard = OnEvent`)))

  test.each([
    ['with a type of its own', `const Heard = OnEvent as (event: Stripe.Event.Type) => MethodDecorator`],
    ['as a function', `const Heard = (event: string, options?: object) => OnEvent(event, options)`],
    ['with others', `function Heard(event: string) {\n  return applyDecorators(OnEvent(event, { async: true }))\n}`],
  ])('behind a decorator of our own, %s', (_, decorator) => checkFindings(nest(emit, decorator)))

  test('is not reached after the answer by a failure that anybody hears of', () =>
    checkFindings(
      nest(`setImmediate(() => { this.events.emitAsync(event.type, event.data.object).catch(console.error) })`, `const Heard = OnEvent`).replace(
        'c on:invoice.payment_succeeded in:webhook',
        'd swallowed',
      ),
    ))
})

test('a message to another process fails there, and nobody sends it again', () =>
  checkFindings(`${shop}
//- /pay.controller.ts
import { Controller, Post, Inject } from '@nestjs/common'
import { ClientProxy } from '@nestjs/microservices'
import { stripe } from './shop'
@Controller('webhooks')
export class PayController {
  constructor(@Inject('ORDERS') private readonly client: ClientProxy) {}
  @Post('stripe')
  async hook(body: any, signature: string) {
    const event = stripe.webhooks.constructEvent(body, signature, 'secret')
    if (event.type === 'payment_intent.succeeded') this.client.emit('order.paid', { id: '1' })
  }
}
//- /order.controller.ts
import { Controller } from '@nestjs/common'
import { EventPattern, Payload } from '@nestjs/microservices'
import { db } from './shop'
@Controller()
export class OrderController {
  @EventPattern('order.paid')
  async paid(@Payload() data: any) {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d no-handling
  }
}
`))
