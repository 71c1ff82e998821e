/**
 * Fixed handlers, run against real engines: when a write fails, every row is rolled back and the payment is refunded once,
 * or the job is queued once, or the provider delivers again; when none fails, everything is stored and nothing else happens.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fixed } from '../harness/fixes'
import { cellsOf, type Context, type Place, type Settling } from '../rules/fixes/matrix'
import { fixtureOf, stores, styles, type Store } from '../rules/fixes/stores'
import type { Engine } from './engines/engine'
import { engines } from './engines/engines'
import { callRouter, callWebhook, importFrom, intentOf, noCalls, shared, stubs, writeFiles, type Calls } from './handlers'

const directory = join(__dirname, '.cache', 'engines')

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true })
})
beforeEach(() => {
  // The fixed handlers report the failure there.
  vi.spyOn(console, 'error').mockReturnValue()
  shared.paidpathCalls = noCalls()
  shared.paidpathJob = null
  shared.paidpathIntent = intentOf()
})
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  for (const engine of engines) await engine.close()
})

/** What was done about the money. */
const settled = (): Pick<Calls, 'refunds' | 'jobs'> => ({ refunds: shared.paidpathCalls.refunds, jobs: shared.paidpathCalls.jobs })

type Run = () => Promise<'answered' | 'rejected'>

let number = 0

for (const engine of engines) {
  describe.skipIf(engine.missing !== null)(`${engine.store} on ${engine.on}${engine.missing === null ? '' : ` (skipped: ${engine.missing})`}`, () => {
    const store = stores.find(({ name }) => name === engine.store)
    if (store === undefined) throw new Error(`No fixture for ${engine.store}`)
    const home = join(directory, String(number++))
    beforeAll(async () => {
      writeFiles(join(home, 'shared'), engine.modules)
      await engine.prepare()
    })
    test(`as it was: ${store.returnsErrors === true ? 'nobody learns of the error' : 'half of an order is stored'}, and the money is kept`, async () => {
      const run = await load(store, engine, home, 'request', 'same function', null)
      await engine.reset({ left: 0 })
      expect(await run()).toBe(store.returnsErrors === true ? 'answered' : 'rejected')
      expect(await engine.rows()).toEqual({ orders: store.returnsErrors === true ? 0 : 1, left: 0 })
      expect(settled()).toEqual({ refunds: [], jobs: [] })
    })

    for (const { context, place, kind } of cellsOf(store)) {
      test(`${context}, ${place}, ${kind}`, async () => {
        const run = await load(store, engine, home, context, place, kind)
        await (kind === 'redelivery' ? checkRepeated(engine, run) : checkSettled(engine, run, context, kind))
      })
    }
  })
}

async function checkSettled(engine: Engine, run: Run, context: Context, kind: 'refund' | 'queue'): Promise<void> {
  await engine.reset({ left: 0 })
  const failed = await run()
  expect(await engine.rows(), 'nothing is stored').toEqual({ orders: 0, left: 0 })
  expect(settled()).toEqual(
    kind === 'refund'
      ? { refunds: [{ payment: 'pi_1', key: 'refund_pi_1' }], jobs: [] }
      : {
          refunds: [],
          jobs: [{ name: 'retry-fulfilment', data: expect.anything() as unknown, options: expect.objectContaining({ attempts: 5 }) as unknown }],
        },
  )
  expect(failed, 'only a request is told, and only when nobody tries again').toBe(context === 'request' && kind === 'refund' ? 'rejected' : 'answered')

  shared.paidpathCalls = noCalls()
  await engine.reset({ left: 2 })
  expect(await run()).toBe('answered')
  expect(await engine.rows()).toEqual({ orders: 1, left: 1 })
  expect(settled()).toEqual({ refunds: [], jobs: [] })
}

/** The provider is told of the failure, so that it delivers again; a second delivery stores no second order. */
async function checkRepeated(engine: Engine, run: Run): Promise<void> {
  await engine.reset({ left: 0 })
  expect(await run()).toBe('rejected')
  expect(await run(), 'delivered again while the later write still fails').toBe('rejected')
  expect((await engine.rows()).orders).toBe(1)
  await engine.reset({ left: 2 })
  expect(await run()).toBe('answered')
  expect(await run()).toBe('answered')
  expect((await engine.rows()).orders).toBe(1)
  expect(settled()).toEqual({ refunds: [], jobs: [] })
}

const handlers = { webhook: 'app/api/webhooks/stripe/route.js', request: 'server/checkout.js', job: 'workers/capture.js' } as const

/** Writes the handler, fixed or as it was, down beside the stubs and returns a way to call it. */
async function load(store: Store, engine: Engine, home: string, context: Context, place: Place, kind: Settling | null): Promise<Run> {
  const [style] = styles
  if (style === undefined) throw new Error('There are no styles')
  const broken = fixtureOf(store, context, place, { ...style, language: 'js' })
  const files = kind === null ? broken : (await fixed(broken, { kind })).files
  const root = join(home, String(number++))
  // One client for all tests of an engine: its connections are not opened again for each.
  const clients = Object.fromEntries(Object.keys(engine.modules).map((path) => [path, `export * from '../shared${path}'`]))
  writeFiles(root, { ...files, ...stubs, ...clients })
  const module = await importFrom(root, handlers[context])
  return async () => {
    try {
      await call(context, module)
      return 'answered'
    } catch {
      return 'rejected'
    }
  }
}

async function call(context: Context, module: unknown): Promise<void> {
  switch (context) {
    case 'webhook':
      expect(await callWebhook(module)).toBe(200)
      return
    case 'request':
      return callRouter(module)
    case 'job':
      if (shared.paidpathJob === null) throw new Error('There is no worker')
      return shared.paidpathJob({ data: { paymentId: 'pi_1' } })
  }
}
