/** Each queue, workflow engine and retry wrapper as projects use it, around the write that follows a payment. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'

const clients = `
//- /clients.ts
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
export const stripe = new Stripe('key')
export const db = new PrismaClient()
`

/** The webhook hands the paid intent over; the consumer, in a file of its own, writes the order. */
function handedOver(queue: string, lines: string, consumer: string): Promise<void> {
  return checkFindings(`${clients}
//- /queue.ts
${queue}
//- /app/api/webhooks/stripe/route.ts
import { stripe } from '../../../../clients'
import * as q from '../../../../queue'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type !== 'payment_intent.succeeded') return new Response('ignored')
  const intent = event.data.object
${lines}
  return new Response('ok')
}
//- /consumer.ts
import { db } from './clients'
import * as q from './queue'
${consumer}
`)
}

/** A customer's request that takes the money itself: no redelivery helps. */
function inRequest(lines: string, imports = ''): Promise<void> {
  return checkFindings(`${clients}
//- /app/api/checkout/route.ts
import { db, stripe } from '../../../clients'
${imports}
export async function POST(request: Request) {
  const { id } = await request.json()
  await stripe.paymentIntents.confirm(id)
${lines}
  return Response.json({ ok: true })
}`)
}

describe('a job that is tried again', () => {
  test('BullMQ, with attempts on the queue', () =>
    handedOver(
      `import { Queue } from 'bullmq'\nexport const orders = new Queue('orders', { defaultJobOptions: { attempts: 5 } })`,
      `await q.orders.add('fulfil', { id: intent.id })`,
      `
import { Worker } from 'bullmq'
new Worker('orders', async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})`,
    ))
  test('BullMQ tries once unless told otherwise', () =>
    handedOver(
      `import { Queue } from 'bullmq'\nexport const orders = new Queue('orders')`,
      `await q.orders.add('fulfil', { id: intent.id })`,
      `
import { Worker } from 'bullmq'
new Worker('orders', async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d no-handling
})`,
    ))
  test('BullMQ behind NestJS', () =>
    handedOver(
      `import { Queue } from 'bullmq'\nexport const orders = new Queue('orders')`,
      `await q.orders.add('fulfil', { id: intent.id }, { attempts: 3 })`,
      `
import { Processor, WorkerHost } from '@nestjs/bullmq'
@Processor('orders')
export class OrdersProcessor extends WorkerHost {
  async process() {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c job
  }
}`,
    ))
  test('Bull', () =>
    handedOver(
      `import Queue from 'bull'\nexport const orders = new Queue('orders')`,
      `await q.orders.add({ id: intent.id }, { attempts: 3 })`,
      `
import Queue from 'bull'
const orders = new Queue('orders')
orders.process(async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})`,
    ))
  test('pg-boss', () =>
    handedOver(
      `import PgBoss from 'pg-boss'\nexport const boss = new PgBoss('url')`,
      `await q.boss.send('orders', { id: intent.id })`,
      `
q.boss.work('orders', async (jobs) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})`,
    ))
  test('graphile-worker, by the key of the task list', () =>
    handedOver(
      `export { quickAddJob } from 'graphile-worker'`,
      `await q.quickAddJob({}, 'fulfil', { id: intent.id })`,
      `
import { run } from 'graphile-worker'
run({
  taskList: {
    fulfil: async () => {
      await db.order.create({ data: { total: 1 } })
      //             ^^^^^^ c job
    },
  },
})`,
    ))
  test('Kafka', () =>
    handedOver(
      `import { Kafka } from 'kafkajs'\nexport const kafka = new Kafka({})\nexport const producer = kafka.producer()`,
      `await q.producer.send({ topic: 'orders', messages: [{ value: intent.id }] })`,
      `
const consumer = q.kafka.consumer({ groupId: 'orders' })
await consumer.subscribe({ topic: 'orders' })
await consumer.run({
  eachMessage: async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c job
  },
})`,
    ))
  test('Inngest', () =>
    handedOver(
      `import { Inngest } from 'inngest'\nexport const inngest = new Inngest({ id: 'shop' })`,
      `await q.inngest.send({ name: 'order/paid', data: { id: intent.id } })`,
      `
export const fulfil = q.inngest.createFunction({ id: 'fulfil' }, { event: 'order/paid' }, async ({ step }) => {
  await step.run('save', async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c job
  })
})`,
    ))
  test('Trigger.dev', () =>
    handedOver(
      `
import { task } from '@trigger.dev/sdk/v3'
import { db } from './clients'
export const fulfil = task({
  id: 'fulfil',
  run: async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c job
  },
})`,
      `await q.fulfil.trigger({ id: intent.id })`,
      '',
    ))
  test('Pub/Sub does not take a rejection for a refusal', () =>
    handedOver(
      `import { PubSub } from '@google-cloud/pubsub'\nexport const pubsub = new PubSub()`,
      `await q.pubsub.topic('orders').publishMessage({ json: { id: intent.id } })`,
      `
q.pubsub.subscription('orders').on('message', async () => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d no-handling
})`,
    ))
  test('a message that the broker has not confirmed is not kept', () =>
    handedOver(
      `
import amqp from 'amqplib'
export const connection = await amqp.connect('url')
export const channel = await connection.createChannel()`,
      `q.channel.sendToQueue('orders', Buffer.from(intent.id))`,
      `
await q.channel.consume('orders', async () => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d no-handling
})`,
    ))
  test('Service Bus', () =>
    handedOver(
      `import { ServiceBusClient } from '@azure/service-bus'\nexport const bus = new ServiceBusClient('url')`,
      `await q.bus.createSender('orders').sendMessages({ body: intent.id })`,
      `
q.bus.createReceiver('orders').subscribe({
  processMessage: async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c job
  },
  processError: async () => {},
})`,
    ))
})

describe('work handed over when the write fails', () => {
  const kept = (imports: string, send: string): Promise<void> =>
    inRequest(
      `
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ c queue
  } catch {
    ${send}
  }
`,
      imports,
    )
  test('SQS', () =>
    kept(
      `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'\nconst sqs = new SQSClient({})`,
      `await sqs.send(new SendMessageCommand({ QueueUrl: 'orders', MessageBody: id }))`,
    ))
  test('SNS', () =>
    kept(
      `import { SNSClient, PublishCommand } from '@aws-sdk/client-sns'\nconst sns = new SNSClient({})`,
      `await sns.send(new PublishCommand({ TopicArn: 'orders', Message: id }))`,
    ))
  test('QStash', () =>
    kept(
      `import { Client } from '@upstash/qstash'\nconst client = new Client({})`,
      `await client.publishJSON({ url: 'https://shop.example/api/retry', body: { id } })`,
    ))
  test('Cloud Tasks', () =>
    kept(
      `import { CloudTasksClient } from '@google-cloud/tasks'\nconst tasks = new CloudTasksClient()`,
      `await tasks.createTask({ parent: 'queue', task: { httpRequest: { url: 'https://shop.example/retry' } } })`,
    ))
  test('RabbitMQ, confirmed', () =>
    kept(
      `import type { AmqpConnection } from '@golevelup/nestjs-rabbitmq'\ndeclare const amqp: AmqpConnection`,
      `await amqp.publish('shop', 'orders', { id })`,
    ))
  test('a Redis stream', () => kept(`import Redis from 'ioredis'\nconst redis = new Redis()`, `await redis.xadd('orders', '*', 'id', id)`))
  test('not a Redis channel', () =>
    inRequest(
      `
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
  } catch {
    await redis.publish('orders', id)
  }
`,
      `import Redis from 'ioredis'\nconst redis = new Redis()`,
    ))
})

test('Temporal: activities that a workflow names by their types', () =>
  checkFindings(`${clients}
//- /activities.ts
import { db, stripe } from './clients'
export async function charge(id: string) {
  await stripe.paymentIntents.confirm(id)
}
export async function createOrder(id: string) {
  await db.order.create({ data: { id } })
  //             ^^^^^^ c job
}
//- /workflows.ts
import { proxyActivities } from '@temporalio/workflow'
import type * as activities from './activities'
const { charge, createOrder } = proxyActivities<typeof activities>({ startToCloseTimeout: '1 minute' })
export async function checkout(id: string) {
  await charge(id)
  await createOrder(id)
}
`))

describe('tried again in the process', () => {
  const wrapped = (imports: string, call: string, expected = 'c retry'): Promise<void> =>
    inRequest(
      `
  async function save() {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ ${expected}
  }
  ${call}
`,
      imports,
    )
  test('p-retry', () => wrapped(`import pRetry from 'p-retry'`, 'await pRetry(() => save(), { retries: 3 })'))
  test('async-retry', () => wrapped(`import retry from 'async-retry'`, 'await retry(save)'))
  test('promise-retry', () => wrapped(`import promiseRetry from 'promise-retry'`, 'await promiseRetry((retry) => save().catch(retry))'))
  test('exponential-backoff', () => wrapped(`import { backOff } from 'exponential-backoff'`, 'await backOff(save)'))
  test('cockatiel', () =>
    wrapped(`import { retry, handleAll } from 'cockatiel'\nconst policy = retry(handleAll, { maxAttempts: 3 })`, 'await policy.execute(save)'))
  test('es-toolkit', () => wrapped(`import { retry } from 'es-toolkit'`, 'await retry(save, 3)'))
  test('radash', () => wrapped(`import { retry } from 'radash'`, 'await retry({ times: 3 }, save)'))
  test('opossum breaks, it does not retry', () => wrapped(`import CircuitBreaker from 'opossum'`, 'await new CircuitBreaker(save).fire()', 'd no-handling'))
  test('p-limit and p-queue only wait', () => wrapped(`import pLimit from 'p-limit'\nconst limit = pLimit(1)`, 'await limit(() => save())', 'd no-handling'))
})
