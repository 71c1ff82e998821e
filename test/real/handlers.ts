/** Running a handler: written down beside a stubbed payment provider and queue, which remember what they were asked to do. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Calls {
  readonly refunds: { readonly payment: unknown; readonly key: unknown }[]
  readonly jobs: { readonly name: unknown; readonly data: unknown; readonly options: unknown }[]
  readonly payments: { readonly metadata: unknown }[]
}

export const noCalls = (): Calls => ({ refunds: [], jobs: [], payments: [] })

interface Intent {
  readonly id: string
  readonly status: string
  readonly metadata: Readonly<Record<string, string>>
}

export const intentOf = (metadata: Readonly<Record<string, string>> = {}): Intent => ({
  id: 'pi_1',
  status: 'succeeded',
  metadata: { order: 'pi_1', ...metadata },
})

export const shared = globalThis as unknown as { paidpathCalls: Calls; paidpathJob: ((job: object) => Promise<void>) | null; paidpathIntent: Intent }

export const stubs: Readonly<Record<string, string>> = {
  '/stripe.js': `
const intent = async ({ metadata } = {}) => {
  globalThis.paidpathCalls.payments.push({ metadata })
  return globalThis.paidpathIntent
}
export const stripe = {
  webhooks: { constructEvent: () => ({ id: 'evt_1', type: 'payment_intent.succeeded', data: { object: globalThis.paidpathIntent } }) },
  paymentIntents: { create: intent, capture: intent },
  refunds: { create: async (refund, options) => { globalThis.paidpathCalls.refunds.push({ payment: refund.payment_intent, key: options?.idempotencyKey }) } },
}`,
  '/queue.js': `export const queue = { add: async (name, data, options) => { globalThis.paidpathCalls.jobs.push({ name, data, options }) } }`,
  '/node_modules/bullmq/package.json': '{ "name": "bullmq", "type": "module", "exports": "./index.js" }',
  '/node_modules/bullmq/index.js': 'export class Worker { constructor(name, run) { globalThis.paidpathJob = run } }',
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

export async function importFrom(root: string, path: string): Promise<unknown> {
  return import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)
}

/** The status of its answer. */
export async function callWebhook(module: unknown): Promise<number> {
  const { POST } = module as { readonly POST: (request: Request) => Promise<Response> }
  const { status } = await POST(new Request('http://shop/webhook', { method: 'POST', body: '{}' }))
  return status
}

/** The first route of an Express router. `answered` hears of the status when it is sent, whatever becomes of the rest. */
export async function callRouter(module: unknown, answered: (status: number) => void = () => undefined): Promise<void> {
  interface Layer {
    readonly route: { readonly stack: readonly { readonly handle: (request: object, response: object) => Promise<void> }[] }
  }
  const { router } = module as { readonly router: { readonly stack: readonly Layer[] } }
  const handle = router.stack[0]?.route.stack[0]?.handle
  if (handle === undefined) throw new Error('The router has no handler')
  let status = 200
  const response = {
    status: (code: number): object => {
      status = code
      return response
    },
    json: (): void => {
      answered(status)
    },
  }
  await handle({ body: { amount: 100 }, headers: {} }, response)
}
