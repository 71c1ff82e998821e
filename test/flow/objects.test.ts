/** Objects whose class or maker decides which function runs. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { onPaid } from '../harness/shop'

describe('objects of a class', () => {
  const machine = `
//- /machine.ts
interface Config { readonly onEnd: (to: string) => Promise<void> }
export class Machine {
  constructor(private readonly config: Config) {}
  async transition(to: string) {
    return { finish: async () => { await this.config.onEnd(to) } }
  }
}`

  test('know what their constructor was given: one machine does not run the steps of another, and may start it', () =>
    checkFindings(
      onPaid(
        `
  const { finish } = await new Machine(paymentSteps).transition('settled')
  await finish()
`,
        `
import { Machine } from '../../../../machine'
const paymentSteps = {
  async onEnd(to: string) {
    if (to !== 'settled') await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
    const { finish } = await new Machine(orderSteps).transition('placed')
    await finish()
  },
}
const orderSteps = {
  async onEnd(to: string) {
    if (to === 'placed') await db.order.create({ data: { total: 1 } })
    //                                  ^^^^^^ d not-idempotent
    if (to === 'shipped') await db.order.update({ where: { id: '1' }, data: { status: 'shipped' } })
  },
}
const refundSteps = {
  async onEnd(to: string) {
    await db.payment.delete({ where: { id: to } })
  },
}
export const refunds = new Machine(refundSteps)
${machine}`,
      ),
    ))

  test('inherit a constructor', () =>
    checkFindings(
      onPaid(
        `
  await new Orders(new Prompt()).place()
`,
        `
interface Way { save(): Promise<void> }
class Prompt implements Way {
  async save() {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent
  }
}
class Never implements Way {
  async save() {
    await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
  }
}
class Base { constructor(protected readonly way: Way) {} }
class Orders extends Base {
  async place() { await this.way.save() }
}
export const never = new Orders(new Never())
`,
      ),
    ))
})

describe('examples', () => {
  test('do not run in the code they are examples of', () =>
    checkFindings(
      onPaid(
        `
  await finish(chosen)
`,
        `
import { chosen, type Step } from '../../../../steps'
async function finish(step: Step) { await step.run() }
//- /steps.ts
import { db } from './shop'
export interface Step { run(): Promise<void> }
export declare const chosen: Step
export class Place implements Step {
  async run() {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent
  }
}
//- /examples/downloads/step.ts
import { db } from '../../shop'
import type { Step } from '../../steps'
export class Download implements Step {
  async run() {
    await db.account.update({ where: { id: '1' }, data: { balance: 0 } })
  }
}
`,
      ),
    ))
})

describe('objects handed over', () => {
  const webhook = `
//- /package.json
{ "dependencies": { "express": "4", "stripe": "14", "mongoose": "7" } }
//- /order.js
const mongoose = require('mongoose')
module.exports = mongoose.model('Order', new mongoose.Schema({ paid: Boolean }))
//- /service.js
module.exports = class OrderService {
  constructor(orders) {
    this.orders = orders
  }
  async pay(id) {
    await this.orders.updateOne({ _id: id }, { paid: true })
    //                ^^^^^^^^^ c store:mongoose
  }
}
//- /controller.js
const stripe = require('stripe')(process.env.KEY)
module.exports = class WebhookController {
  constructor(service) {
    this.service = service
    this.receive = this.receive.bind(this)
  }
  async receive(req, res) {
    const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
    if (event.type === 'payment_intent.succeeded') await this.service.pay(event.data.object.metadata.orderId)
    res.sendStatus(200)
  }
}
`

  test('to an untyped constructor', () =>
    checkFindings(`${webhook}
//- /app.js
const express = require('express')
const OrderService = require('./service')
const WebhookController = require('./controller')
const Order = require('./order')
const app = express()
const controller = new WebhookController(new OrderService(Order))
app.post('/webhook', controller.receive)
`))

  test('by a registry of payment providers: any class with a method of that telling name', () =>
    checkFindings(`
//- /payments.ts
import { Controller, Injectable, Param, Post } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { Model } from 'mongoose'
import axios from 'axios'
@Injectable()
export class PaystackService {
  private readonly baseUrl = 'https://api.paystack.co'
  async verifyPayment(reference: string): Promise<any> {
    const response = await axios.get(\`\${this.baseUrl}/transaction/verify/\${reference}\`)
    return response.data.data
  }
}
@Injectable()
export class FlutterwaveService {
  private readonly baseUrl = 'https://api.flutterwave.com/v3'
  async verifyPayment(reference: string): Promise<any> {
    const response = await axios.get(\`\${this.baseUrl}/transactions/\${reference}/verify\`)
    return response.data.data
  }
}
@Injectable()
export class Gateway {
  private readonly providers: Record<string, any>
  constructor(flutterwave: FlutterwaveService, paystack: PaystackService) {
    this.providers = { flutterwave, paystack }
  }
  async verifyPayment(provider: string, reference: string) {
    const handler = this.providers[provider]
    return await handler.verifyPayment(reference)
  }
}
@Controller('payments')
export class PaymentsController {
  constructor(private readonly gateway: Gateway, @InjectModel('Booking') private readonly bookings: Model<{ status: string }>) {}
  @Post(':provider/:reference')
  async verifyPayment(@Param('provider') provider: string, @Param('reference') reference: string) {
    const payment = await this.gateway.verifyPayment(provider, reference)
    if (payment.status !== 'success') throw new Error('not paid')
    await this.bookings.updateOne({ reference }, { status: 'confirmed' })
    //                  ^^^^^^^^^ d no-handling kind:status
  }
}
`))
})

describe('documents', () => {
  test('have the methods and models the statics of their schema', () =>
    checkFindings(`
//- /package.json
{ "dependencies": { "express": "4", "stripe": "14", "mongoose": "7" } }
//- /user.js
const mongoose = require('mongoose')
const userSchema = new mongoose.Schema({ active: Boolean }, { methods: { async rename(name) {
  this.name = name
  await this.save()
  //         ^^^^ c
} } })
userSchema.methods.activate = async function () {
  this.active = true
  await this.save()
  //         ^^^^ c redelivery
}
userSchema.statics.grant = async function (id) {
  await this.updateOne({ _id: id }, { granted: true })
  //         ^^^^^^^^^ c store:mongoose
}
class UserClass {
  static async revoke(id) {
    await this.updateOne({ _id: id }, { granted: false })
    //         ^^^^^^^^^ c
  }
}
userSchema.loadClass(UserClass)
module.exports = mongoose.model('User', userSchema)
//- /app.js
const express = require('express')
const stripe = require('stripe')(process.env.KEY)
const User = require('./user')
const app = express()
app.post('/webhook', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  if (event.type === 'payment_intent.succeeded') {
    const user = await User.findById(event.data.object.metadata.userId)
    await user.activate()
    await user.rename('paid')
    await User.grant(user._id)
    await User.revoke(user._id)
  }
  res.sendStatus(200)
})
`))
})

describe('services of a factory', () => {
  test('are found by their telling names where they are handed over untyped, and so are the methods of an Auth.js adapter', () =>
    checkFindings(`
//- /billing.js
import Stripe from 'stripe'
const stripe = new Stripe('key')
export function createBilling(adapter) {
  return {
    async syncCheckout(id) {
      await adapter.updateUser({ id, plan: 'paid' })
      //            ^^^^^^^^^^ c redelivery unreferenced
    },
    async openPortal(user) {
      return stripe.billingPortal.sessions.create({ customer: user.customer })
    },
  }
}
//- /handler.js
import Stripe from 'stripe'
const stripe = new Stripe('key')
export default async function handler({ request }, { billing }) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature'), 'secret')
  if (event.type === 'payment_intent.succeeded') await billing.syncCheckout(event.data.object.metadata.user)
}
`))
})
