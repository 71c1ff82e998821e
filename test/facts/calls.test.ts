/** Calls into the catalogue: effects arrive through aliases, wrappers, subclasses, generics and mapped types. */
import { describe, expect, it } from 'vitest'
import { factsOf, loweredFunction } from './harness'
import { FactsPrinter } from './printFacts'
import { visitFunction } from '../../server/src/facts/visit'
import type { CallExpression } from '../../server/src/facts/ir'

/** The calls in `f`, in order. */
function callsOf(sources: string): readonly CallExpression[] {
  const fn = factsOf(sources)
    .flatMap((file) => file.functions)
    .find((candidate) => candidate.name === 'f')
  const calls: CallExpression[] = []
  if (fn !== undefined)
    visitFunction(fn, (expression) => {
      if (expression.kind === 'call') calls.push(expression)
    })
  return calls
}

/** `db.order.create: prisma write` for each call with effects. */
function effectsOf(sources: string): readonly string[] {
  return callsOf(sources)
    .filter((call) => call.effects.length > 0)
    .map((call) => `${call.text}: ${call.effects.map(({ library, effect }) => `${library} ${effect.kind}`).join(', ')}`)
}

describe('effects reach a call', () => {
  const write = ['db.order.create: prisma write']
  const head = `import { PrismaClient } from '@prisma/client'\n`

  it.each([
    ['an instance', `const db = new PrismaClient(); async function f() { await db.order.create({ data: {} }) }`],
    ['a parameter', `async function f(db: PrismaClient) { await db.order.create({ data: {} }) }`],
    ['an optional chain', `async function f(db?: PrismaClient | null) { await db?.order.create({ data: {} }) }`],
    ['a subclass', `class Db extends PrismaClient {}; async function f(db: Db) { await db.order.create({ data: {} }) }`],
    ['a factory', `const make = () => new PrismaClient().$extends({}); const db = make(); async function f() { await db.order.create({ data: {} }) }`],
    ['ReturnType', `const make = () => new PrismaClient(); async function f(db: ReturnType<typeof make>) { await db.order.create({ data: {} }) }`],
    ['Omit', `async function f(db: Omit<PrismaClient, '$connect'>) { await db.order.create({ data: {} }) }`],
    ['Pick', `async function f(db: Pick<PrismaClient, 'order'>) { await db.order.create({ data: {} }) }`],
    ['a generic', `async function f<T extends PrismaClient>(db: T) { await db.order.create({ data: {} }) }`],
    ['an alternative to any', `const db = globalThis.db ?? new PrismaClient(); async function f() { await db.order.create({ data: {} }) }`],
    [
      'a cached assignment',
      `const db = (global as any).db || ((global as any).db = new PrismaClient()); async function f() { await db.order.create({ data: {} }) }`,
    ],
    ['a copy of it', `const first = globalThis.db ?? new PrismaClient(); const db = first; async function f() { await db.order.create({ data: {} }) }`],
    [
      'assignments to a variable without type',
      `let db; function init() { db = new PrismaClient() }; async function f() { await db.order.create({ data: {} }) }`,
    ],
    [
      'an untyped function',
      `let client; function connect() { return client ?? (client = new PrismaClient()) }; async function f() { const db = connect(); await db.order.create({ data: {} }) }`,
    ],
    [
      'an untyped promise',
      `let client; async function connect() { client ??= new PrismaClient(); return client }; async function f() { const db = await connect(); await db.order.create({ data: {} }) }`,
    ],
    [
      'what it hands to a callback',
      `const it = globalThis.db ?? new PrismaClient(); it.$transaction(async function f(db) { await db.order.create({ data: {} }) })`,
    ],
    ['an assertion', `async function f(x: unknown) { const db = x as PrismaClient; await db.order.create({ data: {} }) }`],
    ['a later assignment', `async function f() { let db: PrismaClient | undefined; db = new PrismaClient(); await db.order.create({ data: {} }) }`],
    ['an element access', `async function f(db: PrismaClient) { await db['order'].create({ data: {} }) }`],
  ])('through %s', (_, source) => {
    expect(effectsOf(head + source).map((line) => line.replace(`['order']`, '.order'))).toEqual(write)
  })

  it('through a field', () => {
    expect(
      effectsOf(
        `${head}class Orders { constructor(private readonly db: PrismaClient) {} run = async function f(this: Orders) { await this.db.order.create({}) } }`,
      ),
    ).toEqual(['this.db.order.create: prisma write'])
  })

  it('through a destructured method', () => {
    expect(effectsOf(`${head}const { create } = new PrismaClient().order; async function f() { await create({}) }`)).toEqual(['create: prisma write'])
  })

  it('through an import of another file, in JavaScript too', () => {
    expect(
      effectsOf(`
--- /main.js
const { db } = require('./db')
async function f() { await db.order.create({}) }
--- /db.js
const { PrismaClient } = require('@prisma/client')
const db = new PrismaClient()
module.exports = { db }
      `),
    ).toEqual(write)
  })

  it('from a package called as it is required', () => {
    expect(
      effectsOf(`
--- /main.js
const stripe = require('stripe')(process.env.KEY)
async function f() { await stripe.refunds.create({}) }
      `),
    ).toEqual(['stripe.refunds.create: stripe refund'])
  })

  it('from global functions', () => {
    expect(effectsOf(`async function f() { await fetch('https://x') }`)).toEqual(['fetch: globals http'])
  })

  it('of tagged templates', () => {
    expect(effectsOf(`${head}async function f(db: PrismaClient) { await db.$executeRaw\`update x\` }`)).toEqual(['db.$executeRaw: prisma sql'])
  })

  it('of the overload that is chosen', () => {
    const [batch, callback] = callsOf(
      `${head}async function f(db: PrismaClient) { await db.$transaction([db.order.create({})]); await db.$transaction(async (tx) => tx) }`,
    ).filter((call) => call.text.endsWith('$transaction'))
    expect([batch?.effects[0]?.effect.kind, callback?.effects[0]?.effect.kind]).toEqual(['batch', 'transaction'])
  })

  it('of every alternative of a union', () => {
    expect(
      effectsOf(
        `import Stripe from 'stripe'\nasync function f(x: Stripe.RefundsResource | { create(): void }, stripe: Stripe) { (await (stripe.refunds || x)).create({}) }`,
      ),
    ).toEqual(['(stripe.refunds||x).create: stripe refund'])
  })
})

it('carries tags of properties, also when they are taken apart', () => {
  expect(
    loweredFunction(
      `
      import Stripe from 'stripe'
      function f(event: Stripe.Event, session: Stripe.Checkout.Session, body: any) {
        const { type } = event
        const { payment_status: state, id } = session
        return event.type === 'x' && session['payment_status'] && (body as Stripe.Event).type
      }
    `,
      'f',
    ),
  ).toMatchInlineSnapshot(`
    "function f(event: stripe:Stripe.Event, session: stripe:Stripe.Checkout.Session, body) {
      let { type: type{stripe:eventType} } = event«stripe:Stripe.Event»
      let { payment_status: state{stripe:status}, id: id } = session«stripe:Stripe.Checkout.Session»
      return (((event«stripe:Stripe.Event».type{stripe:eventType} === "x") && session«stripe:Stripe.Checkout.Session».payment_status{stripe:status}) && body«stripe:Stripe.Event».type{stripe:eventType})
    }"
  `)
})

it('gives callbacks in options the tags of the option', () => {
  const extra = `
    /** @library orders */
    declare module 'orders' {
      interface Options {
        /** @onEvent event=order.paid onThrow=non-2xx */
        onOrderPaid?: (order: any) => void
        plain?: string
      }
      export function webhooks(options: Options | undefined): void
    }
  `
  const files = factsOf(
    `import { webhooks } from 'orders'; const paid = () => {}; webhooks({ onOrderPaid: async (order) => {}, plain: 'x' }); webhooks({ onOrderPaid: paid })`,
    extra,
  )
  expect(new FactsPrinter(files).print()).toMatchInlineSnapshot(`
    "let paid = ƒpaid
    webhooks@orders({ onOrderPaid: ƒonOrderPaid{orders:onEvent}, plain: "x" })
    webhooks@orders({ onOrderPaid: ƒpaid{orders:onEvent} })
    function paid() {}
    async function onOrderPaid(order) {}
    variable paid = ƒpaid"
  `)
})

it('says who declares a call', () => {
  const [file] = factsOf(`
    import axios from 'unknown-http'
    import { db } from '@/lib/db'
    import { PrismaClient } from '@prisma/client'
    function f(x: any, callback: () => void, client: PrismaClient) { axios.get(); db.get(); x.get(); callback(); f(x, x, client); client.$connect() }
  `)
  const calls: CallExpression[] = []
  for (const fn of file?.functions ?? [])
    visitFunction(fn, (expression) => {
      if (expression.kind === 'call') calls.push(expression)
    })
  expect(calls.map((call) => `${call.text} ${call.resolution}`)).toEqual([
    'axios.get external',
    'db.get unresolved',
    'x.get unresolved',
    'callback declared',
    'f declared',
    'client.$connect declared',
  ])
})

it('writes the receiver chain without arguments, on one line, and points at the last name', () => {
  const source = `
    async function f(db: any) {
      await db
        .insert(orders)
        .values({ a: 1 })
      await (await connect()).orders!.create?.(1)
      await this.repo(Order)['save'](x)
    }
  `
  const calls = callsOf(source)
  expect(calls.map((call) => `${call.text} @ ${source.slice(call.nameAt.start, call.nameAt.end)}`)).toEqual([
    'db.insert.values @ values',
    'db.insert @ insert',
    'connect.orders.create @ create',
    'connect @ connect',
    "this.repo['save'] @ 'save'",
    'this.repo @ repo',
  ])
})

describe('the type argument names the entity', () => {
  const head = `import { Repository, DataSource, EntityManager, getRepository } from 'typeorm'\nclass Order {}\nclass Orders extends Repository<Order> {}\n`
  it.each([
    ['of a repository', 'function f(repo: Repository<Order>) { repo.save({}) }', 'Order'],
    ['of a subclass', 'function f(repo: Orders) { repo.save({}) }', 'Order'],
    ['of the own class', 'class More extends Repository<Order> { f() { this.save({}) } }; function f(x: More) { x.save({}) }', 'Order'],
    ['given to getRepository', 'function f(source: DataSource) { source.getRepository(Order).save({}) }', 'Order'],
    ['given to the call', 'function f(manager: EntityManager) { manager.save<Order>({}) }', 'Order'],
    ['given as an argument', 'function f(manager: EntityManager) { manager.insert(Order, {}) }', 'Order'],
    ['of an unknown generic', 'function f<T>(repo: Repository<T>) { repo.save({}) }', null],
  ])('%s', (_, source, name) => {
    expect(callsOf(head + source)[0]?.typeArgument).toBe(name)
  })
})

it('knows functions that never return', () => {
  const calls = callsOf(
    `function fail(): never { throw 1 }\nfunction g(): void {}\nimport { notFound } from 'next/navigation'\nfunction f() { fail(); g(); notFound() }`,
  )
  expect(calls.map((call) => call.neverReturns)).toEqual([true, false, true])
})

describe('@paidpath on a function of the workspace', () => {
  it('adds effects to the calls that reach it', () => {
    expect(
      effectsOf(`
--- /main.ts
import { charge, refund, Ledger } from './ledger'
async function f(ledger: Ledger) { await charge(1); await refund(1); ledger.book(); ledger.other() }
--- /ledger.ts
/** Takes money. @paidpath charge */
export async function charge(n: number) {}
/** @paidpath refund key=1.idempotencyKey */
export const refund = async (n: number) => {}
export class Ledger {
  /** @paidpath write form=create table=0 */
  book() {}
  /** @paidpath nonsense */
  other() {}
}
      `),
    ).toEqual(['charge: workspace charge', 'refund: workspace refund', 'ledger.book: workspace write'])
  })
})
