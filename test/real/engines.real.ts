/**
 * Fixed handlers, run against real engines: when a write fails, every row is rolled back and the payment is refunded once,
 * or the job is queued once; when none fails, everything is stored and nothing else happens.
 * PostgreSQL and SQLite run here. MongoDB, MySQL, Firestore and DynamoDB have no engine that can be had offline: types only.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fixed } from '../harness/fixes'
import { fixtureOf, places, stores, styles, type Store } from '../rules/fixes/stores'
import { engines, type Engine } from './engines'

const directory = join(__dirname, '.cache', 'engines')

/** What the stubbed payment provider and queue were asked to do. */
interface Calls {
  readonly refunds: { readonly payment: unknown; readonly key: unknown }[]
  readonly jobs: { readonly name: unknown; readonly data: unknown; readonly options: unknown }[]
}

const shared = globalThis as unknown as { paidpathCalls: Calls }

beforeEach(() => {
  // The fixed handlers report the failure there.
  vi.spyOn(console, 'error').mockReturnValue()
  shared.paidpathCalls = { refunds: [], jobs: [] }
})
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  for (const engine of engines) await engine.close()
})

const intent = { id: 'pi_1', status: 'succeeded', metadata: { order: 'pi_1' } }

const stubs = {
  '/stripe.js': `
export const stripe = {
  webhooks: { constructEvent: () => ({ id: 'evt_1', type: 'payment_intent.succeeded', data: { object: ${JSON.stringify(intent)} } }) },
  paymentIntents: { create: async () => (${JSON.stringify(intent)}) },
  refunds: { create: async (refund, options) => { globalThis.paidpathCalls.refunds.push({ payment: refund.payment_intent, key: options.idempotencyKey }) } },
}`,
  '/queue.js': `export const queue = { add: async (name, data, options) => { globalThis.paidpathCalls.jobs.push({ name, data, options }) } }`,
}

let number = 0

for (const engine of engines) {
  describe(engine.store, () => {
    const store = stores.find(({ name }) => name === engine.store)
    if (store === undefined) throw new Error(`No fixture for ${engine.store}`)
    for (const context of ['webhook', 'request'] as const) {
      for (const place of places) {
        for (const kind of ['refund', 'queue'] as const) {
          test(`${context}, ${place}, ${kind}`, async () => {
            const run = await load(store, engine, context, place, kind)

            await engine.reset({ left: 0 })
            const failed = await run()
            expect(await engine.rows(), 'nothing is stored').toEqual({ orders: 0, left: 0 })
            expect(shared.paidpathCalls).toEqual(
              kind === 'refund'
                ? { refunds: [{ payment: 'pi_1', key: 'refund_pi_1' }], jobs: [] }
                : {
                    refunds: [],
                    jobs: [{ name: 'retry-fulfilment', data: expect.anything() as unknown, options: expect.objectContaining({ attempts: 5 }) as unknown }],
                  },
            )
            expect(failed, 'only a request is told, and only when nobody tries again').toBe(
              context === 'request' && kind === 'refund' ? 'rejected' : 'answered',
            )

            shared.paidpathCalls = { refunds: [], jobs: [] }
            await engine.reset({ left: 2 })
            expect(await run()).toBe('answered')
            expect(await engine.rows()).toEqual({ orders: 1, left: 1 })
            expect(shared.paidpathCalls).toEqual({ refunds: [], jobs: [] })
          })
        }
      }
    }
  })
}

/** Writes the fixed handler down beside the stubs and returns a way to call it. */
async function load(
  store: Store,
  engine: Engine,
  context: 'webhook' | 'request',
  place: (typeof places)[number],
  kind: 'refund' | 'queue',
): Promise<() => Promise<'answered' | 'rejected'>> {
  const [style] = styles
  if (style === undefined) throw new Error('There are no styles')
  const result = await fixed(fixtureOf(store, context, place, { ...style, language: 'js' }), { kind })
  const root = join(directory, String(number++))
  for (const [path, text] of Object.entries({ ...result.files, ...stubs, ...engine.modules })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const handler = join(root, context === 'webhook' ? 'app/api/webhooks/stripe/route.js' : 'server/checkout.js')
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(handler).href)
  return async () => {
    try {
      await (context === 'webhook' ? callWebhook(module) : callRouter(module))
      return 'answered'
    } catch {
      return 'rejected'
    }
  }
}

async function callWebhook(module: unknown): Promise<void> {
  const { POST } = module as { readonly POST: (request: Request) => Promise<Response> }
  const response = await POST(new Request('http://shop/webhook', { method: 'POST', body: '{}' }))
  expect(response.status).toBe(200)
}

async function callRouter(module: unknown): Promise<void> {
  interface Layer {
    readonly route: { readonly stack: readonly { readonly handle: (request: object, response: object) => Promise<void> }[] }
  }
  const { router } = module as { readonly router: { readonly stack: readonly Layer[] } }
  const handle = router.stack[0]?.route.stack[0]?.handle
  if (handle === undefined) throw new Error('The router has no handler')
  await handle({ body: { amount: 100 } }, { json: () => undefined })
}
