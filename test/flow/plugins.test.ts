/** Payment methods as plug-ins: made from options, kept in a list or a record, chosen at run time. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { shop } from '../harness/shop'

/** An order is paid with the method whose code the customer sent; `choose` returns it. */
function checkout(choose: string, more: string, write = 'd no-handling kind:charge'): string {
  return `${shop}
//- /app/api/orders/route.ts
import { db } from '../../../shop'
${choose}
export async function POST(request: Request) {
  const input = await request.json()
  const method = choose(input.code)
  if (!method) return new Response('unknown method', { status: 400 })
  const result = await method.charge(input.orderId, input.amount)
  await db.order.update({ where: { id: input.orderId }, data: { status: result.state } })
  //             ^^^^^^ ${write}
  return new Response('ok')
}
${more}`
}

const handlerClass = `
//- /handler.ts
export interface ChargeOptions {
  code: string
  charge: (orderId: string, amount: number) => Promise<{ state: string }>
  refund?: (orderId: string) => Promise<void>
}
export class MethodHandler {
  readonly code: string
  private readonly chargeFn: ChargeOptions['charge']
  private readonly refundFn?: ChargeOptions['refund']
  constructor(options: ChargeOptions) {
    this.code = options.code
    this.chargeFn = options.charge
    this.refundFn = options.refund
  }
  async charge(orderId: string, amount: number) {
    const result = await this.chargeFn(orderId, amount)
    return { method: this.code, ...result }
  }
  async refund(orderId: string) {
    return this.refundFn?.(orderId)
  }
}`

/** A handler that charges a card, and one that waits for a transfer. */
const handlers = `
//- /card.ts
import { MethodHandler } from './handler'
import { db, stripe } from './shop'
export const card = new MethodHandler({
  code: 'card',
  charge: async (orderId, amount) => {
    const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true, metadata: { orderId } })
    return take(orderId, intent.id)
  },
})
async function take(orderId: string, intentId: string) {
  await db.payment.create({ data: { intentId } })
  //               ^^^^^^ d no-handling kind:charge
  return { state: 'paid' }
}
//- /transfer.ts
import { MethodHandler } from './handler'
import { db } from './shop'
export const transfer = new MethodHandler({
  code: 'transfer',
  async charge(orderId) {
    await db.account.update({ where: { id: orderId }, data: { balance: 0 } })
    return { state: 'waiting' }
  },
})`

describe('a class that is given functions', () => {
  test('listed, found by its code', () =>
    checkFindings(
      checkout(
        `
import { handlers } from '../../../handlers'
const choose = (code: string) => handlers.find((handler) => handler.code === code)
`,
        `
//- /handlers.ts
import { card } from './card'
import { transfer } from './transfer'
export const handlers = [transfer, card]
${handlerClass}${handlers}`,
      ),
    ))

  test('pushed into the configuration by a plug-in, found by a service', () =>
    checkFindings(
      checkout(
        `
import { service } from '../../../service'
const choose = (code: string) => service.byCode(code)
`,
        `
//- /config.ts
import type { MethodHandler } from './handler'
export interface Config { handlers: MethodHandler[] }
let active: Config = { handlers: [] }
export function setConfig(config: Config) { active = config }
export function getConfig(): Config { return active }
//- /service.ts
import { getConfig } from './config'
import type { MethodHandler } from './handler'
class HandlerService {
  byCode(code: string): MethodHandler {
    const found = getConfig().handlers.find((handler) => handler.code === code)
    if (!found) throw new Error(code)
    return found
  }
}
export const service = new HandlerService()
//- /plugin.ts
import type { Config } from './config'
import { card } from './card'
import { transfer } from './transfer'
export function install(config: Config) {
  config.handlers.push(card, transfer)
  return config
}
${handlerClass}${handlers}`,
      ),
    ))

  test('of which there are many', () =>
    checkFindings(
      checkout(
        `
import { handlers } from '../../../handlers'
const choose = (code: string) => handlers.find((handler) => handler.code === code)
`,
        `
//- /handlers.ts
import { MethodHandler } from './handler'
import { card } from './card'
import { transfer } from './transfer'
const plain = (code: string) => new MethodHandler({ code, charge: async () => ({ state: 'waiting' }) })
export const handlers = [
  card,
  new MethodHandler({ code: 'cash', charge: async () => ({ state: 'cash' }) }),
  new MethodHandler({ code: 'cheque', charge: async () => ({ state: 'cheque' }) }),
  new MethodHandler({ code: 'invoice', charge: async () => ({ state: 'invoice' }) }),
  plain('voucher'),
  transfer,
]
${handlerClass}${handlers}`,
      ),
    ))

  test('as parameters of their own, without types', () =>
    checkFindings(`
//- /package.json
{ "dependencies": { "express": "4", "stripe": "14", "mongoose": "7" } }
//- /order.js
const mongoose = require('mongoose')
module.exports = mongoose.model('Order', new mongoose.Schema({ paid: Boolean }))
//- /gateway.js
class Gateway {
  constructor(name, charge) {
    this.name = name
    this._charge = charge
  }
  async pay(order) {
    return this._charge(order)
  }
}
module.exports = Gateway
//- /gateways.js
const Gateway = require('./gateway')
const stripe = require('stripe')(process.env.KEY)
const make = (name, charge) => new Gateway(name, charge)
const all = {}
function add(gateway) {
  all[gateway.name] = gateway
}
add(new Gateway('later', async () => ({ id: null })))
add(make('stripe', async (order) => stripe.paymentIntents.create({ amount: order.total, currency: 'eur', confirm: true, metadata: { id: order.id } })))
exports.byName = (name) => all[name]
//- /app.js
const express = require('express')
const Order = require('./order')
const { byName } = require('./gateways')
const app = express()
app.post('/orders/:id/pay', async (req, res) => {
  const order = await Order.findById(req.params.id)
  const gateway = byName(req.body.gateway)
  await gateway.pay(order)
  await Order.updateOne({ _id: order.id }, { paid: true })
  //          ^^^^^^^^^ MISSING d no-handling kind:charge
  res.json({ ok: true })
})
`))
})

const provider = `
//- /provider.ts
export interface Provider {
  id: string
  charge(orderId: string, amount: number): Promise<{ state: string }>
}
export function defineProvider(provider: Provider): Provider {
  return provider
}
//- /card.ts
import { defineProvider } from './provider'
import { db, stripe } from './shop'
export const card = defineProvider({
  id: 'card',
  charge: async (orderId, amount) => {
    const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true, metadata: { orderId } })
    await db.payment.create({ data: { intentId: intent.id } })
    //               ^^^^^^ d no-handling kind:charge
    return { state: 'paid' }
  },
})
//- /transfer.ts
import { defineProvider } from './provider'
export const transfer = defineProvider({ id: 'transfer', charge: async () => ({ state: 'waiting' }) })`

describe('an object with functions', () => {
  test('listed, found by its id', () =>
    checkFindings(
      checkout(
        `
import { providers } from '../../../providers'
const choose = (id: string) => providers.find((provider) => provider.id === id)
`,
        `
//- /providers.ts
import { card } from './card'
import { transfer } from './transfer'
export const providers = [card, transfer]
${provider}`,
      ),
    ))

  test('in a record, by key', () =>
    checkFindings(
      checkout(
        `
import { providers } from '../../../providers'
const choose = (id: keyof typeof providers) => providers[id]
`,
        `
//- /providers.ts
import { card } from './card'
import { transfer } from './transfer'
export const providers = { card, transfer }
${provider}`,
      ),
    ))

  test('in a map that plug-ins register themselves with', () =>
    checkFindings(
      checkout(
        `
import { registry } from '../../../registry'
import '../../../plugins'
const choose = (id: string) => registry.get(id)
`,
        `
//- /registry.ts
import type { Provider } from './provider'
class Registry {
  private readonly providers = new Map<string, Provider>()
  register(provider: Provider) { this.providers.set(provider.id, provider) }
  get(id: string) { return this.providers.get(id) }
}
export const registry = new Registry()
//- /plugins.ts
import { registry } from './registry'
import { card } from './card'
import { transfer } from './transfer'
registry.register(card)
registry.register(transfer)
${provider}`,
      ),
    ))

  test('behind a factory that wraps its functions', () =>
    checkFindings(
      checkout(
        `
import { providers } from '../../../providers'
const choose = (id: string) => providers.find((provider) => provider.id === id)
`,
        `
//- /define.ts
interface Options { id: string; run: (orderId: string, amount: number) => Promise<{ state: string }> }
export function define(options: Options) {
  return {
    id: options.id,
    async charge(orderId: string, amount: number) {
      console.log('charging with', options.id)
      return options.run(orderId, amount)
    },
  }
}
//- /providers.ts
import { define } from './define'
import { stripe } from './shop'
const waiting = async () => ({ state: 'waiting' })
export const providers = [
  define({ id: 'cash', run: waiting }),
  define({ id: 'cheque', run: async () => ({ state: 'cheque' }) }),
  define({ id: 'card', run: async (orderId, amount) => {
    await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true, metadata: { orderId } })
    return { state: 'paid' }
  } }),
  define({ id: 'voucher', run: async () => ({ state: 'voucher' }) }),
  define({ id: 'invoice', run: async () => ({ state: 'invoice' }) }),
]
`,
      ),
    ))

  test('without types, by name from a module that loads them', () =>
    checkFindings(`
//- /package.json
{ "dependencies": { "express": "4", "stripe": "14", "mongoose": "7" } }
//- /order.js
const mongoose = require('mongoose')
module.exports = mongoose.model('Order', new mongoose.Schema({ paid: Boolean }))
//- /providers/stripe.js
const stripe = require('stripe')(process.env.KEY)
module.exports = {
  name: 'stripe',
  async charge(order) {
    return stripe.paymentIntents.create({ amount: order.total, currency: 'eur', confirm: true, metadata: { id: order.id } })
  },
}
//- /providers/cash.js
module.exports = { name: 'cash', async charge() { return { id: null } } }
//- /providers/index.js
const { register, get } = require('./registry')
register(require('./stripe'))
register(require('./cash'))
module.exports = { get }
//- /providers/registry.js
const providers = []
exports.register = (provider) => { providers.push(provider) }
exports.get = (name) => {
  for (const provider of providers) if (provider.name === name) return provider
  throw new Error('unknown provider ' + name)
}
//- /app.js
const express = require('express')
const Order = require('./order')
const { get } = require('./providers')
const app = express()
app.post('/orders/:id/pay', async (req, res) => {
  const order = await Order.findById(req.params.id)
  await get(req.body.provider).charge(order)
  await Order.updateOne({ _id: order.id }, { paid: true })
  //          ^^^^^^^^^ MISSING d no-handling kind:charge
  res.json({ ok: true })
})
`))
})
