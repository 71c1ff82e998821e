/** Idioms of Express back ends, most of them in plain JavaScript: callbacks, hand-made promises, class routers, model folders. */
import { describe, test } from 'vitest'
import { checkClean, checkFindings } from '../harness/check'

const order = `
//- /order.js
const mongoose = require('mongoose')
module.exports = new mongoose.model('Order', new mongoose.Schema({ paid: Boolean }))
`

describe('callbacks', () => {
  const charged = (write: string): string => `${order}
//- /pay.js
const express = require('express')
const braintree = require('braintree')
const Order = require('./order')
const gateway = new braintree.BraintreeGateway({})
const app = express()
app.post('/pay', (req, res) => {
  gateway.transaction.sale({ amount: '1', orderId: req.body.id }, (error, result) => {
    if (error) return res.status(500).json(error)
    ${write}
  })
})`

  test("run Mongoose's queries", () =>
    checkFindings(
      charged(`Order.findByIdAndUpdate(req.body.id, { paid: true }, (failed, saved) => (failed ? res.status(500).end() : res.json(saved)))
    //    ^^^^^^^^^^^^^^^^^ d no-handling outcome:propagates`),
    ))

  test('given to exec do so as well', () =>
    checkFindings(
      charged(`Order.updateOne({ _id: req.body.id }, { paid: true }).exec((failed) => {
    //    ^^^^^^^^^ d swallowed
      if (failed) console.log(failed)
      res.json({ ok: true })
    })`),
    ))

  test('without one a query does not run', () => checkClean(charged('Order.updateOne({ _id: req.body.id }, { paid: true })')))
})

describe('a promise made by hand', () => {
  const wrapped = (settle: string, rest: string): string => `${order}
//- /pay.js
const express = require('express')
const braintree = require('braintree')
const Order = require('./order')
const gateway = new braintree.BraintreeGateway({})
const app = express()
const sale = (request) =>
  new Promise((resolve, reject) => {
    gateway.transaction.sale(request, (error, result) => {
      ${settle}
    })
  })
app.post('/pay', async (req, res) => {
  ${rest}
})`

  test('has the value that a callback resolves it with', () =>
    checkFindings(
      wrapped(
        'if (error) return reject(error)\n      resolve(result)',
        `const result = await sale({ amount: '1', orderId: req.body.id })
  if (result.success) await Order.updateOne({ _id: req.body.id }, { paid: true })
  //                              ^^^^^^^^^ d no-handling
  res.json({})`,
      ),
    ))

  test('fails when a callback rejects it: what follows was not charged', () =>
    checkClean(
      wrapped(
        'error ? reject(error) : resolve(result)',
        `try {
    await sale({ amount: '1', orderId: req.body.id })
  } catch {
    await Order.updateOne({ _id: req.body.id }, { failed: true })
  }
  res.json({})`,
      ),
    ))

  test('that an event only might reject goes on', () =>
    checkFindings(`${order}
//- /pay.js
const express = require('express')
const Stripe = require('stripe')
const Order = require('./order')
const { open } = require('some-stream')
const stripe = new Stripe('key')
const app = express()
app.post('/pay', async (req, res) => {
  await stripe.charges.create({ amount: 1, source: req.body.token, metadata: { id: req.body.id } })
  await new Promise((resolve, reject) => {
    const stream = open()
    stream.on('error', reject)
    stream.on('end', resolve)
  })
  await Order.updateOne({ _id: req.body.id }, { paid: true })
  //          ^^^^^^^^^ d no-handling
  res.json({})
})`))
})

describe('a keyed hash', () => {
  test('that is fed by a statement is still over an order and its payment', () =>
    checkFindings(`${order}
//- /verify.js
const express = require('express')
const crypto = require('crypto')
const Order = require('./order')
const app = express()
app.post('/verify', async (req, res) => {
  let hmac = crypto.createHmac('sha256', process.env.RAZORPAY_SECRET)
  hmac.update(req.body.razorpay_order_id + '|' + req.body.razorpay_payment_id)
  hmac = hmac.digest('hex')
  if (hmac == req.body.razorpay_signature) {
    await Order.updateOne({ _id: req.body.id }, { paid: true })
    //          ^^^^^^^^^ d kind:status
  }
  res.json({})
})`))
})

describe("a webhook behind a wrapper, whose signature another file's service checks", () => {
  const webhook = (body: string): string => `${order}
//- /squareService.js
const crypto = require('crypto')
class SquareService {
  async isGenuine(headers, body) {
    const hmac = crypto.createHmac('sha256', process.env.SQUAREUP_KEY)
    hmac.update(body)
    return headers['x-square-hmacsha256-signature'] === hmac.digest('base64')
  }
}
module.exports = new SquareService()
//- /routes.js
const express = require('express')
const service = require('./squareService')
const Order = require('./order')
const app = express()
const guarded = (run) => (req, res, next) => run(req, res, next).catch(next)
const received = async (req, res) => {
  if (!(await service.isGenuine(req.headers, JSON.stringify(req.body)))) return res.status(400).end()
  const event = req.body
  switch (event.type) {
${body}
  }
  res.json({})
}
app.post('/received', guarded(received))`

  test('selects by the names and states of that provider', () =>
    checkFindings(
      webhook(`    case 'payment.updated': {
      const payment = event.data.object.payment
      if (payment.status === 'COMPLETED') await Order.updateOne({ _id: payment.reference_id }, { paid: true })
      //                                              ^^^^^^^^^ c redelivery in:webhook
      else if (payment.status === 'FAILED') await Order.updateOne({ _id: payment.reference_id }, { failed: true })
      break
    }`),
    ))

  test('learns nothing of a payment from the state of a refund', () =>
    checkClean(
      webhook(`    case 'refund.updated': {
      const refund = event.data.object.refund
      if (refund.status === 'COMPLETED') await Order.updateOne({ _id: refund.payment_id }, { refunded: true })
      break
    }`),
    ))
})

test('a router that is a class registers a method of an object in its field', () =>
  checkFindings(`
//- /shop.ts
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
export const stripe = new Stripe('key')
export const db = new PrismaClient()
//- /router.ts
import { Router, type NextFunction, type Request, type Response } from 'express'
import { db, stripe } from './shop'
class Controller {
  constructor() {
    this.handle = this.handle.bind(this)
  }
  async handle(req: Request, res: Response, next: NextFunction) {
    const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), 'secret')
    if (event.type === 'invoice.paid') await db.order.create({ data: { total: 1 } })
    //                                                ^^^^^^ d in:webhook
    res.json({})
  }
}
export class StripeRouter {
  readonly router = Router()
  private controller!: Controller
  constructor() {
    this.controller = new Controller()
    this.router.post('/', this.controller.handle)
  }
}`))

test("a failed write's message says nothing that a catch could ask for", () =>
  checkFindings(`${order}
//- /pay.js
const express = require('express')
const Stripe = require('stripe')
const Order = require('./order')
const stripe = new Stripe('key')
const app = express()
app.post('/webhook', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  if (event.type !== 'invoice.paid') return res.json({})
  try {
    await Order.updateOne({ _id: event.data.object.metadata.id }, { paid: true })
    //          ^^^^^^^^^ c redelivery outcome:propagates
  } catch (error) {
    if (error.message.includes('not found')) return res.json({ skipped: true })
    throw error
  }
  res.json({})
})`))

describe("Sequelize's folder of models", () => {
  const shop = (write: string): string => `
//- /models/index.js
'use strict'
const fs = require('fs')
const path = require('path')
const Sequelize = require('sequelize')
const db = {}
const sequelize = new Sequelize(process.env.DATABASE)
fs.readdirSync(__dirname)
  .filter((file) => file.slice(-3) === '.js' && file !== 'index.js')
  .forEach((file) => {
    const model = require(path.join(__dirname, file))(sequelize, Sequelize.DataTypes)
    db[model.name] = model
  })
db.sequelize = sequelize
module.exports = db
//- /models/order.js
const { Model } = require('sequelize')
module.exports = (sequelize, DataTypes) => {
  class Order extends Model {}
  Order.init({ paid: DataTypes.BOOLEAN }, { sequelize, modelName: 'Order' })
  return Order
}
//- /models/receipt.js
module.exports = (sequelize, DataTypes) => sequelize.define('Receipt', { paymentId: { type: DataTypes.STRING, unique: true } })
//- /webhook.js
const express = require('express')
const Stripe = require('stripe')
const { Order, Receipt, sequelize } = require('./models')
const stripe = new Stripe('key')
const app = express()
app.post('/webhook', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret')
  if (event.type !== 'invoice.paid') return res.json({})
${write}
  res.json({})
})`

  test('holds what its files make, and its connection', () =>
    checkFindings(
      shop(`  const order = await Order.findByPk(event.data.object.metadata.id)
  const t = await sequelize.transaction()
  try {
    order.paid = true
    await order.save({ transaction: t })
    //          ^^^^ a transaction redelivery
    await t.commit()
  } catch (error) {
    await t.rollback()
    throw error
  }`),
    ))

  test('with their unique columns', () =>
    checkFindings(
      shop(`  await Receipt.create({ paymentId: event.data.object.id })
  //            ^^^^^^ c redelivery`),
    ))
})
