/** The retry queue that the setting names, and functions of the workspace that only queue a job. */
import { describe, expect, test } from 'vitest'
import { audited, checkFix, fixed, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { checkout, queue, shop, webhook } from './shop'

const order = `await prisma.order.create({ data: { userId: 'u' } })`
const retryQueue = 'lib/retry.ts#enqueueRetry'

/** A function of the team whose body tells the analysis nothing. */
const enqueue = (parameters: string, before = ''): string => `
//- /lib/retry.ts
import { send } from 'in-house-broker'
${before}
export async function enqueueRetry(${parameters}) {
  await send(arguments)
}
`

/** The lines of the catch. */
async function queued(fixture: string, setting = retryQueue): Promise<string> {
  const { files } = parseFixture(shop + fixture)
  const result = await fixed(files, { kind: 'queue', settings: { retryQueue: setting } })
  return /catch \(error\) \{\n\s*console\.error\(error\)\n\s*([^]*?)\n\s*(?:return[^\n]*\n\s*)?\}/.exec(Object.values(result.files).join('\n'))?.[1] ?? ''
}

async function refused(fixture: string, setting = retryQueue): Promise<string | null | undefined> {
  const { fixes } = await offersFor(parseFixture(shop + fixture).files, undefined, { retryQueue: setting })
  return fixes.find(({ kind }) => kind === 'queue')?.disabled
}

describe('a function that the setting names', () => {
  test('is imported and called with a name and a payload; the write is then protected, whatever the function does', () =>
    checkFix(
      shop + enqueue('name: string, payload: object') + webhook(order),
      `
//- /app/webhooks/stripe/route.ts
import type Stripe from 'stripe'
import { prisma } from '../../../lib/prisma'
import { stripe } from '../../../lib/stripe'
import { enqueueRetry } from '../../../lib/retry'

export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'checkout.session.completed') {
    const session = event.data.object
    try {
      await prisma.$transaction(async (tx) => {
        await tx.order.create({ data: { userId: 'u' } })
      })
    } catch (error) {
      console.error(error)
      await enqueueRetry('retry-fulfilment', { event })
    }
  }
  return Response.json({ received: true })
}
`,
      'queue',
      { settings: { retryQueue } },
    ))

  test('asks first: its worker must know the job', async () => {
    const { fixes } = await offersFor(parseFixture(shop + enqueue('name: string, payload: object') + webhook(order)).files, undefined, { retryQueue })
    expect(fixes.filter(({ kind }) => kind === 'queue')).toMatchObject([
      { needsConfirmation: true, note: "The worker behind enqueueRetry must handle the job 'retry-fulfilment'." },
    ])
  })

  test('is used instead of the queues found in the workspace', async () => {
    expect(await queued(enqueue('name: string, payload: object') + queue + webhook(order))).toBe(`await enqueueRetry('retry-fulfilment', { event })`)
  })

  test('in a handler that charges gets the payment', async () => {
    expect(await queued(enqueue('name: string, payload: object') + checkout(order))).toBe(`await enqueueRetry('retry-fulfilment', { paymentIntent: intent })`)
  })

  describe('is called as its parameters want it', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['payload: object', '', '{ event }'],
      ['payload', '', '{ event }'],
      ['payload: Record<string, unknown>, options?: object', '', '{ event }'],
      ['{ eventId }: { eventId: string }', '', '{ eventId: event.id }'],
      ['payload: Retry', 'interface Retry { eventId: string; note?: string }', '{ eventId: event.id }'],
      ['payload: Readonly<Retry>', 'type Retry = { event: object }', '{ event }'],
      ['event: Stripe.Event', `import type Stripe from 'stripe'`, 'event'],
      ['name, payload, delay = 0', '', `'retry-fulfilment', { event }`],
      ['job: string, payload: { eventId: string }', '', `'retry-fulfilment', { eventId: event.id }`],
      [`job: 'mail' | 'order-retry', payload: unknown`, '', `'order-retry', { event }`],
      ['job: Job, payload: unknown', `type Job = 'fulfil'`, `'fulfil', { event }`],
    ]
    for (const [parameters, before, called] of cases)
      test(`(${parameters}) ${before}`, async () => {
        expect(await queued(enqueue(parameters, before) + webhook(order))).toBe(`await enqueueRetry(${called})`)
      })

    test('a payload type of another module', async () => {
      const types = `//- /lib/types.ts\nexport interface Retry { sessionId: string }\n`
      expect(await queued(types + enqueue('payload: Retry', `import type { Retry } from './types'`) + webhook(order))).toBe(
        'await enqueueRetry({ sessionId: session.id })',
      )
    })

    test('a job that the workspace queues already', async () => {
      const used = `//- /lib/nightly.ts\nimport { enqueueRetry } from './retry'\nexport const again = (sessionId: string) => enqueueRetry('fulfil', { sessionId })\n`
      const imports = `import { again } from '../../../lib/nightly'`
      expect(
        await queued(used + enqueue('name: string, payload: object') + webhook(`${order}\nif (session.metadata?.again) await again(session.id)`, imports)),
      ).toContain(`await enqueueRetry('fulfil', { sessionId: session.id })`)
    })
  })

  describe('is not called where what it wants is not at hand', () => {
    test('a key of its payload', async () => {
      expect(await refused(enqueue('payload: { warehouse: string }') + webhook(order))).toBe(
        'The payload of enqueueRetry needs warehouse, which is not at hand here.',
      )
    })

    test('a type that nobody can fill', async () => {
      expect(await refused(enqueue('payload: Retry', `import type { Retry } from 'in-house'`) + webhook(order))).toBe(
        'What the payload of enqueueRetry must hold is not known here.',
      )
    })
  })

  test('through a module that hands it on, as the default, and as CommonJS', async () => {
    const bodies: readonly (readonly [string, string, string])[] = [
      [
        'lib/retry.ts#enqueueRetry',
        `//- /lib/retry.ts\nexport { later as enqueueRetry } from './later'\n//- /lib/later.ts\nexport const later = async (payload: object) => {}\n`,
        'enqueueRetry',
      ],
      ['lib/retry-order.ts#default', `//- /lib/retry-order.ts\nexport default async function (payload: object) {}\n`, 'retryOrder'],
      ['lib/retry.js#enqueueRetry', `//- /lib/retry.js\nasync function enqueueRetry(payload) {}\nmodule.exports = { enqueueRetry }\n`, 'enqueueRetry'],
    ]
    for (const [setting, files, name] of bodies) expect(await queued(files + webhook(order), setting)).toBe(`await ${name}({ event })`)
  })

  test('protects a write whose handler calls it already, also through a helper', async () => {
    const helper = `//- /lib/failed.ts\nimport { enqueueRetry } from './retry'\nexport async function failed(event: object) {\n  await enqueueRetry('paid', event)\n}\n`
    const handled = webhook(`try {\n  ${order}\n} catch {\n  await failed(event)\n}`, `import { failed } from '../../../lib/failed'`)
    const { files } = parseFixture(shop + helper + enqueue('name: string, payload: object') + handled)
    expect((await audited(files)).report.operations.map((operation) => operation.class)).toEqual(['d'])
    expect((await audited(files, { retryQueue })).report.operations.map((operation) => operation.class)).toEqual(['c'])
  })

  test('does not, where it is also called when nothing has failed', async () => {
    const handled = webhook(
      `try {\n  ${order}\n} catch (error) {\n  console.error(error)\n}\nawait enqueueRetry('mail', event)`,
      `import { enqueueRetry } from '../../../lib/retry'`,
    )
    const { files } = parseFixture(shop + enqueue('name: string, payload: object') + handled)
    expect((await audited(files, { retryQueue })).report.operations.map((operation) => operation.class)).toEqual(['d'])
  })
})

describe('a queue that the setting names', () => {
  test('is used as one that was found', async () => {
    const two = `//- /lib/retry.ts\nimport { Queue } from 'bullmq'\nexport const nightly = new Queue('nightly', { connection: {}, defaultJobOptions: { attempts: 3 } })\n`
    expect(await queued(two + queue + webhook(order), 'lib/retry.ts#nightly')).toBe(
      `await nightly.add('retry-fulfilment', { event }, { jobId: \`retry_\${event.id}\` })`,
    )
  })

  test('that is of no known library is refused', async () => {
    const own = `//- /lib/retry.ts\nimport { make } from 'in-house'\nexport const nightly = make()\n`
    expect(await refused(own + queue + webhook(order), 'lib/retry.ts#nightly')).toBe(
      'The setting paidpath.retryQueue names lib/retry.ts#nightly, which is neither a queue of a known library nor a function.',
    )
  })
})

describe('a mistake in the setting is one line', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['lib/retry.ts', 'the retry queue "lib/retry.ts" must be a file and its export, such as src/queues/retry.ts#enqueueRetry'],
    ['lib/none.ts#enqueueRetry', 'the retry queue lib/none.ts#enqueueRetry cannot be used: there is no file lib/none.ts'],
    ['lib/retry.ts#enqueue', 'the retry queue lib/retry.ts#enqueue cannot be used: lib/retry.ts exports no enqueue'],
    ['lib/retry.ts#enqueueRetry', 'the retry queue lib/retry.ts#enqueueRetry cannot be used: it must take (name, payload) or (payload)'],
  ]
  for (const [setting, message] of cases)
    test(setting, async () => {
      const { files } = parseFixture(shop + enqueue('id: string') + webhook(order))
      await expect(audited(files, { retryQueue: setting })).rejects.toThrow(message)
    })
})

describe('a function of the workspace that only queues a job', () => {
  const hidden = (body: string): string => `
//- /lib/queue.ts
import { Queue } from 'bullmq'
const orders = new Queue('orders', { connection: {}, defaultJobOptions: { attempts: 3 } })
${body}
`

  test('is called where the queue itself is not exported', async () => {
    expect(await queued(hidden('export async function later(name: string, data: object) {\n  await orders.add(name, data)\n}') + webhook(order), '')).toBe(
      `await later('retry-fulfilment', { event })`,
    )
  })

  test('protects by the queue that it puts the job on', () =>
    checkFix(shop + hidden(`export const later = (data: object) => orders.add('paid', data)`) + webhook(order), '', 'queue'))

  test('not one that does more, or less', async () => {
    for (const body of [
      'export async function later(name: string, data: object) {\n  if (data) await orders.add(name, data)\n}',
      `export async function later(name: string, data: object) {\n  await orders.add(name, {})\n}`,
      'export async function later(name: string, data: object) {\n  await orders.add(name, data)\n  await audit(data)\n}',
    ])
      expect(await refused(hidden(body) + webhook(order), '')).toMatch(/queue cannot be imported here/)
  })
})
