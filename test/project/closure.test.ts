import { describe, expect, test } from 'vitest'
import { closureOf, editable } from './workspace'

const pay = `
//- /lib/payments.ts
import { Payments } from 'payments'
export const payments = new Payments()
export const unrelated = 1
//- /pay.ts
import { payments } from './lib/payments'
import { save } from './save'
export async function pay() {
  await payments.charges.create({})
  await save()
}
//- /save.ts
import { db } from './db'
export const save = () => db.orders.create({})
//- /db.ts
export const db = connect()
`
const paying = ['/db.ts', '/lib/payments.ts', '/pay.ts', '/save.ts']

async function around(fixture: string): Promise<readonly string[]> {
  return (await closureOf(editable(pay + fixture))).filter((file) => !paying.includes(file))
}

test('holds the payment, what it calls, and nothing else', async () => {
  expect(await closureOf(editable(`${pay}//- /about.ts\nimport { unrelated } from './lib/payments'\nexport const about = unrelated\n`))).toEqual(paying)
})

test('is empty where nothing is paid', async () => {
  expect(await closureOf(editable('//- /main.ts\nimport { db } from "./db"\ndb.orders.create({})\n//- /db.ts\nexport const db = 1\n'))).toEqual([])
})

test('is empty where a list of words happens to hold a state and a provider', async () => {
  const words = (count: number): string =>
    `//- /words.ts\nexport const words = ['order', 'payments', 'complete', ${Array.from({ length: count }, (_, i) => `'word${String(i)}'`).join(', ')}]\n`
  expect(await closureOf(editable(words(2)))).toEqual(['/words.ts'])
  expect(await closureOf(editable(words(60)))).toEqual([])
})

test.each([`import { payments } from './barrel'`, `import * as utils from './barrel'\nconst payments = () => utils.payments()`])(
  'holds who charges with a client that a barrel passes on: %s',
  async (imported) => {
    const files = await closureOf(
      editable(`
//- /client.ts
import { Payments } from 'payments'
export const payments = () => new Payments()
//- /barrel.ts
export * from './client'
export * from './other'
//- /other.ts
export const other = 1
//- /seats.ts
${imported}
export async function addSeat(id: string) {
  await payments().charges.create({ id })
}
//- /unrelated.ts
import { other } from './barrel'
export const create = () => other.charges.create({})
`),
    )
    expect(files).toContain('/seats.ts')
    expect(files).not.toContain('/unrelated.ts')
  },
)

describe('upwards', () => {
  test('through callers, re-exports and namespaces to the entry point', async () => {
    expect(
      await around(`
//- /barrel.ts
export * from './pay'
export * from './other'
//- /other.ts
export const other = 1
//- /service.ts
import * as all from './barrel'
export const service = () => all.pay()
//- /route.ts
import { service } from './service'
import { audit } from './audit'
export async function POST() { await service(); await audit() }
//- /audit.ts
export const audit = () => 1
`),
    ).toEqual(['/audit.ts', '/barrel.ts', '/route.ts', '/service.ts'])
  })

  test('through an entry of a registry to whoever names that entry, however many use the others', async () => {
    const others = Array.from({ length: 14 }, (_, i) => `//- /user${String(i)}.ts\nimport { all } from './registry'\nexport const used = () => all.two()\n`)
    expect(
      await around(`
//- /registry.ts
import { pay } from './pay'
import { two, three, four } from './others'
export const all = { pay: wrap(pay), two: wrap(two), three: wrap(three), four: wrap(four) }
//- /others.ts
export const two = 2, three = 3, four = 4
//- /route.ts
import { all } from './registry'
export async function POST() { await all.pay() }
${others.join('')}`),
    ).toEqual(['/registry.ts', '/route.ts'])
  })

  test('through CommonJS', async () => {
    expect(
      await around(`
//- /controller.js
const { pay } = require('./pay')
const helper = require('./helper')
module.exports = { checkout: async () => { await pay(); helper.note() }, about() {} }
//- /helper.js
exports.note = () => 1
//- /routes.js
const controller = require('./controller')
router.post('/checkout', controller.checkout)
`),
    ).toEqual(['/controller.js', '/helper.js', '/routes.js'])
  })

  test('through a dynamic import', async () => {
    expect(await around(`//- /route.ts\nexport async function POST() { const { pay } = await import('./pay'); await pay() }\n`)).toEqual(['/route.ts'])
  })

  test('through an interface to whoever calls it', async () => {
    expect(
      await around(`
//- /gateway.ts
export interface Gateway { charge(): Promise<void> }
//- /paymentsGateway.ts
import type { Gateway } from './gateway'
import { pay } from './pay'
export class PaymentsGateway implements Gateway { async charge() { await pay() } }
//- /checkout.ts
import type { Gateway } from './gateway'
export class Checkout { constructor(private readonly gateway: Gateway) {} async run() { await this.gateway.charge() } }
`),
    ).toEqual(['/checkout.ts', '/gateway.ts', '/paymentsGateway.ts'])
  })

  test('not through rendering, not through tests', async () => {
    expect(
      await around(`
//- /button.tsx
import { pay } from './pay'
export function PayButton() { return <button onClick={() => pay()} /> }
//- /page.tsx
import { PayButton } from './button'
import { layout } from './layout'
export function Page() { layout(); return <PayButton /> }
//- /layout.ts
export const layout = () => 1
//- /pay.test.ts
import { pay } from './pay'
import { mock } from './mock'
mock(pay)
//- /mock.ts
export const mock = 1
`),
    ).toEqual(['/button.tsx', '/page.tsx'])
  })
})

describe('of a registry only the entry that leads to the payment', () => {
  test.each([
    ['an object', 'export const router = make({ pay, a, b, c })'],
    ['a list', 'export const router = make({ all: [pay, a, b, c] })'],
    ['statements', `app.use('/pay', pay)\napp.use('/a', a)\napp.use('/b', b)\napp.use('/c', c)`],
    ['statements of a function', `export function router(app) {\n  app.use('/pay', pay)\n  app.use('/a', a)\n  app.use('/b', b)\n  app.use('/c', c)\n}`],
    ['a chain', `export const router = make().use('/pay', pay).use('/a', a).use('/b', b).use('/c', c)`],
  ])('%s', async (_, registry) => {
    expect(
      await around(`
//- /router.ts
import { pay } from './pay'
import { a, b, c } from './others'
${registry}
//- /others.ts
export const a = 1, b = 2, c = 3
//- /main.ts
import { router } from './router'
serve(router)
`),
    ).not.toContain('/others.ts')
  })

  test('but every step of a sequence', async () => {
    expect(
      await around(`
//- /steps.ts
import { pay } from './pay'
import { a, b, c } from './others'
const steps = [pay, a, b, c]
export async function run() { for (const step of steps) await step() }
//- /others.ts
export const a = 1, b = 2, c = 3
`),
    ).toEqual(['/others.ts', '/steps.ts'])
  })
})

describe('downwards', () => {
  test('to the implementations of an interface', async () => {
    expect(
      await around(`
//- /route.ts
import { pay } from './pay'
import type { Store } from './store'
export async function POST(store: Store) { await pay(); await store.save() }
//- /store.ts
export interface Store { save(): Promise<void> }
//- /sqlStore.ts
import type { Store } from './store'
import { sql } from './sql'
export class SqlStore implements Store { async save() { sql() } }
//- /memoryStore.ts
import type { Store } from './store'
export const memoryStore: Store = { save: async () => {} }
//- /sql.ts
export const sql = () => 1
`),
    ).toEqual(['/memoryStore.ts', '/route.ts', '/sql.ts', '/sqlStore.ts', '/store.ts'])
  })

  test('to the procedures that a caller of a router is asked for', async () => {
    expect(
      await around(`
//- /webhook.ts
import { pay } from './pay'
import { app } from './router'
export async function POST() {
  await pay()
  const caller = app.createCaller({})
  await caller.orders.paid()
}
//- /router.ts
import { createRouter } from './trpc'
import { orders } from './orders'
import { paying } from './paying'
import { users } from './users'
export const app = createRouter({ orders, users, paying, a: 1, b: 2 })
//- /trpc.ts
export const createRouter = (routes: object) => routes
//- /orders.ts
import { createRouter } from './trpc'
import { paid } from './paid'
export const orders = createRouter({ paid, a: 1, b: 2, c: 3 })
//- /paid.ts
export const paid = () => 1
//- /users.ts
export const users = { find: () => 1 }
//- /paying.ts
import { pay } from './pay'
export const paying = { pay }
`),
    ).toEqual(['/orders.ts', '/paid.ts', '/paying.ts', '/router.ts', '/trpc.ts', '/webhook.ts'])
  })

  test('to the named member of a service object', async () => {
    expect(
      await around(`
//- /route.ts
import { pay } from './pay'
import { service } from './service'
export async function POST() { await pay(); await service.fulfil() }
//- /service.ts
import { fulfil } from './fulfil'
import { a, b, c } from './others'
export const service = { fulfil, a, b, c }
//- /fulfil.ts
export const fulfil = () => 1
//- /others.ts
export const a = 1, b = 2, c = 3
`),
    ).toEqual(['/fulfil.ts', '/route.ts', '/service.ts'])
  })
})

describe('sideways', () => {
  const sender = `
//- /route.ts
import { pay } from './pay'
import { Queue } from 'queue'
const orders = new Queue('orders')
export async function POST() { await pay(); await orders.enqueue('fulfil', {}) }
`
  test('to the worker of a queue, by its name', async () => {
    expect(
      await around(`${sender}
//- /worker.ts
import { Worker } from 'queue'
import { fulfil } from './fulfil'
new Worker('orders', async () => { await fulfil() })
//- /fulfil.ts
export const fulfil = () => 1
//- /mailWorker.ts
import { Worker } from 'queue'
new Worker('mail', async () => {})
`),
    ).toEqual(['/fulfil.ts', '/route.ts', '/worker.ts'])
  })

  test('to the job that reads back what a handler stored', async () => {
    expect(
      await around(`
//- /route.ts
import { pay } from './pay'
import { db } from './db'
export async function POST() { try { await pay() } catch { await db.failedOrder.create({}) } }
//- /jobs/retry.ts
import { db } from '../db'
export async function retry() { for (const order of await db.failedOrder.findMany()) await db.order.create(order) }
//- /jobs/mail.ts
import { db } from '../db'
export async function mail() { await db.letter.findMany() }
`),
    ).toEqual(['/jobs/retry.ts', '/route.ts'])
  })

  test('to the job that runs the same write again', async () => {
    expect(await around('//- /cron/reconcile.ts\nimport { save } from "../save"\nexport async function reconcile() { await save() }\n')).toEqual([
      '/cron/reconcile.ts',
    ])
  })
})

describe('what may confirm', () => {
  test.each([
    ['a paid event', `if (event.type === 'payment.order.succeeded') fulfil()`],
    ['an event in a table of handlers', `const handlers = { 'payment.order.succeeded': fulfil }`],
    ['a provider’s host', `await fetch('https://api.payments.example/charges')`],
    ['a signature that the provider’s word is near', `const mine = createHmac('sha256', process.env.PAYMENTS_SECRET)`],
  ])('%s', async (_, code) => {
    expect(await closureOf(editable(`//- /hook.ts\n${code}\n`))).toEqual(['/hook.ts'])
  })

  test.each([
    ['a method of that name on anything else', `await db.charges.create({})`],
    ['a signature of something else', `const mine = createHmac('sha256', process.env.GITHUB_SECRET)`],
  ])('not %s', async (_, code) => {
    expect(await closureOf(editable(`//- /hook.ts\n${code}\n`))).toEqual([])
  })
})

test('stops at its limit and counts what it left out', async () => {
  expect(await closureOf(editable(pay), 2)).toHaveLength(2)
})
