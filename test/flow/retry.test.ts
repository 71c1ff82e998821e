/** Spec section 2c: the write is tried again, and the new try reaches it. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { afterCharge, onPaid, shop } from '../harness/shop'

describe('queue', () => {
  test('the catch enqueues a durable job', () =>
    checkFindings(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ c queue
  } catch {
    await queue.add('fulfil', { id: intent.id })
  }
`),
    ))

  test('the catch stores a record that a job reads back', () =>
    checkFindings(
      afterCharge(
        `
  try {
    await fulfil(total)
  } catch {
    await db.failedFulfilment.create({ data: { total } })
  }
`,
        `
import { fulfil } from '../../../orders'
//- /orders.ts
import { db } from './shop'
export async function fulfil(total: number) {
  await db.order.create({ data: { total } })
  //             ^^^^^^ c
}
//- /app/api/cron/retry/route.ts
import { db } from '../../../../shop'
import { fulfil } from '../../../../orders'
export async function GET() {
  for (const { total } of await db.failedFulfilment.findMany()) await fulfil(total)
  return new Response('ok')
}
`,
      ),
    ))

  test('a job that is enqueued anyway is no answer to a failure swallowed before it', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
  } catch (error) {
    console.error(error)
  }
  await queue.add('confirmation-mail', { id: intent.id })
`),
    ))

  test('a record that nothing reads back is no queue', () =>
    checkFindings(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ d swallowed
  } catch {
    await db.failedFulfilment.create({ data: { intentId: intent.id } })
  }
`),
    ))
})

describe('job', () => {
  test('a worker whose jobs are tried again', () =>
    checkFindings(
      onPaid(
        `
  await queue.add('fulfil', { id: intent.id }, { attempts: 5 })
`,
        `
//- /worker.ts
import { Worker } from 'bullmq'
import { db } from './shop'
new Worker('fulfilment', async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job on:payment_intent.succeeded
})
`,
      ),
    ))

  test('a worker whose queue tries its jobs again by default', () =>
    checkFindings(
      onPaid(
        `
  await patient.add('fulfil', { id: intent.id })
`,
        `
import { Queue } from 'bullmq'
const patient = new Queue('patient', { defaultJobOptions: { attempts: 5 } })
//- /worker.ts
import { Worker } from 'bullmq'
import { db } from './shop'
new Worker('patient', async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ c job
})
`,
      ),
    ))

  test('not a worker whose jobs are tried once', () =>
    checkFindings(
      onPaid(
        `
  await queue.add('fulfil', { id: intent.id })
`,
        `
//- /worker.ts
import { Worker } from 'bullmq'
import { db } from './shop'
new Worker('fulfilment', async (job) => {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d no-handling
})
`,
      ),
    ))

  test('not when the worker swallows the failure', () =>
    checkFindings(
      onPaid(
        `
  await queue.add('fulfil', { id: intent.id }, { attempts: 5 })
`,
        `
//- /worker.ts
import { Worker } from 'bullmq'
import { db } from './shop'
new Worker('fulfilment', async (job) => {
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
  } catch (error) {
    console.error(error)
  }
})
`,
      ),
    ))
})

describe('retry', () => {
  test('a loop that tries again when the write fails', () =>
    checkFindings(
      afterCharge(`
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await db.order.create({ data: { total } })
      //             ^^^^^^ c retry
      break
    } catch (error) {
      console.error(error)
    }
  }
`),
    ))

  test('not a loop over items that goes on after a failure', () =>
    checkFindings(
      afterCharge(`
  for (const item of intent.metadata.items) {
    try {
      await db.order.create({ data: { total: item } })
      //             ^^^^^^ d swallowed
    } catch (error) {
      console.error(error)
    }
  }
`),
    ))
})

describe('redelivery', () => {
  const upsert = onPaid(`
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
  //               ^^^^^^ c redelivery outcome:propagates idempotent:yes
`)

  test('an idempotent write in a webhook that answers with an error', () => checkFindings(upsert))

  test('a setting distrusts it', () => checkFindings(upsert.replace('c redelivery', 'd'), { redelivery: 'never' }))

  test('not in a customer request: nobody delivers that again', () =>
    checkFindings(
      afterCharge(`
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
  //               ^^^^^^ d no-handling
`),
    ))

  test('not when the catch answers that all is well', () =>
    checkFindings(
      onPaid(`
  try {
    await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
    //               ^^^^^^ d swallowed
  } catch (error) {
    console.error(error)
  }
`),
    ))

  test('not when the write is not idempotent', () =>
    checkFindings(
      onPaid(`
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d not-idempotent outcome:propagates
`),
    ))

  test('not when the answer was sent before', () =>
    checkFindings(`${shop}
//- /server.ts
import express from 'express'
import { db, stripe } from './shop'
const app = express()
app.post('/webhook', async (request, response) => {
  const event = stripe.webhooks.constructEvent(request.body, '', 'secret')
  response.json({ received: true })
  if (event.type === 'payment_intent.succeeded') {
    await db.payment.upsert({ where: { intentId: '1' }, create: { intentId: '1' }, update: {} })
    //               ^^^^^^ d lost
  }
})
`))

  test('not when the row whose state was tested was saved before', () => {
    const saving = (line: string): string =>
      onPaid(
        `
  const basket = await Basket.findOne({ intent: intent.id })
  if (!['open', 'reserved'].includes(basket.${line})) return new Response('again')
  await advance(basket)
  await basket.save()
  //           ^^^^ c redelivery
  await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
  //               ^^^^^^ ${line === 'state' ? 'd retry-blocked' : 'c redelivery'}
`,
        `
import mongoose from 'mongoose'
import { advance } from 'machine'
const Basket = mongoose.model('Basket', new mongoose.Schema({ state: String, kind: String }))
`,
      )
    return Promise.all([checkFindings(saving('state')), checkFindings(saving('kind'))])
  })

  test('not when the event was noted before, and noted events are let go', () =>
    checkFindings(
      onPaid(`
  const noted = await db.$queryRaw\`SELECT * FROM received WHERE event_id = \${event.id}\`
  if (Array.isArray(noted) && noted.length > 0) return new Response('again')
  await db.$executeRaw\`INSERT INTO received (event_id, payload) VALUES (\${event.id}, \${JSON.stringify(event)})\`
  //       ^^^^^^^^^^^ c redelivery
  await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
  //               ^^^^^^ d retry-blocked
`),
    ))

  test('where the claim is given back before the failure is passed on, and only there', () => {
    const claiming = (release: string): string =>
      onPaid(`
  try {
    await db.webhookEvent.create({ data: { id: event.id } })
  } catch {
    return new Response('seen')
  }
  try {
    await db.account.update({ where: { id: '1' }, data: { paid: true } })
    //               ^^^^^^ ${release.includes('webhookEvent') ? 'c redelivery' : 'd retry-blocked'}
  } catch (error) {
    ${release}
    throw error
  }
`)
    return Promise.all([
      checkFindings(claiming('await db.webhookEvent.delete({ where: { id: event.id } })')),
      checkFindings(claiming('await db.draft.delete({ where: { id: event.id } })')),
    ])
  })

  test('not when an earlier committed write makes the new try skip this one', () =>
    checkFindings(
      onPaid(`
  if (await db.webhookEvent.findUnique({ where: { id: event.id } })) return new Response('seen')
  await db.webhookEvent.create({ data: { id: event.id } })
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
  //               ^^^^^^ d retry-blocked
`),
    ))
})

describe('redelivery of a subscription event turns back', () => {
  const handling = (test: string): string => `${shop}
model Client {
  id    String @id
  plans Plan[]
}
model Plan {
  id     String @id
  client Client @relation(fields: [clientId], references: [id])
  clientId String @unique
}
//- /app/api/webhooks/stripe/route.ts
import { db, stripe } from '../../../../shop'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'customer.subscription.created') await start(event.data.object)
  return new Response('ok')
}
async function start(subscription: any) {
  const client = await db.client.findFirst({ where: { id: subscription.customer }, include: { plans: true } })
  const plan = client.plans[0]
  const hasPlan = !!plan
  if (hasPlan && plan.id !== subscription.id) await db.plan.delete({ where: { id: plan.id } })
  //                                                        ^^^^^^ c redelivery
  ${test}
  const data = { id: subscription.id, clientId: client.id }
  await db.plan.upsert({ where: { clientId: client.id }, update: data, create: data })
  //            ^^^^^^ c redelivery
  await db.account.update({ where: { id: client.id }, data: { balance: 1 } })
  //               ^^^^^^ ${test === '' ? 'c redelivery' : 'd retry-blocked'}
}
`
  test('at the related row that the first one stored, on whichever way', () => checkFindings(handling('else if (hasPlan) return')))

  test('nowhere', () => checkFindings(handling('')))

  test('in a callee alone', () =>
    checkFindings(
      onPaid(
        `
  await ensure(intent.id)
  await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
  //               ^^^^^^ c redelivery
`,
        `
async function ensure(id: string) {
  if (await db.order.findFirst({ where: { id } })) return
  await db.order.create({ data: { id, total: 1 } })
  //             ^^^^^^ c redelivery
}
`,
      ),
    ))
})

test('another write that a helper does again, after both may have failed, retries nothing but itself', () =>
  checkFindings(
    onPaid(
      `
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
    await note('stored')
  } catch (error) {
    console.error(error)
  }
  await note('done')
`,
      `
async function note(text: string) {
  await db.auditLog.create({ data: { text } })
  //                ^^^^^^ d bookkeeping
}
`,
    ),
  ))

test('a retry wrapper whose tries the callback ends itself tries nothing again, but fails', () =>
  checkFindings(
    onPaid(
      `
  await retry(async (bail) => {
    try {
      await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
      //               ^^^^^^ c redelivery
    } catch (error) {
      bail(error)
    }
  }, { retries: 3 })
`,
      `import retry from 'async-retry'`,
    ),
  ))
