/** Each store as projects use it: in a Stripe webhook, after the money was taken. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'

/** `/store.ts` makes the clients; the lines run when `payment_intent.succeeded` is certain. */
function inWebhook(store: string, names: string, lines: string, more = ''): Promise<void> {
  return checkFindings(`
//- /store.ts
${store}
//- /app/api/webhooks/stripe/route.ts
import Stripe from 'stripe'
import { ${names} } from '../../../../store'
const stripe = new Stripe('key')
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type !== 'payment_intent.succeeded') return new Response('ignored')
  const intent = event.data.object
${lines}
  return new Response('ok')
}
${more}`)
}

describe('drizzle', () => {
  const store = `
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text, integer } from 'drizzle-orm/pg-core'
export { eq, sql } from 'drizzle-orm'
export const orders = pgTable('orders', { id: text('id').primaryKey(), intentId: text('intent_id'), total: integer('total') })
export const db = drizzle('url')
`
  test('a client behind a proxy, with the type that drizzle would return for the schema', () =>
    inWebhook(
      `
import { drizzle } from 'drizzle-orm/neon-http'
import { pgTable, text } from 'drizzle-orm/pg-core'
export const orders = pgTable('orders', { id: text('id') })
const schema = { orders }
type Client = ReturnType<typeof drizzle<typeof schema>>
export const db = new Proxy({} as Client, { get: (_, name) => Reflect.get(drizzle('url', { schema }), name) })
`,
      'db, orders',
      `
  await db.insert(orders).values({ id: crypto.randomUUID() })
  //       ^^^^^^ d not-idempotent
`,
    ))
  test('an insert', () =>
    inWebhook(
      store,
      'db, orders',
      `
  await db.insert(orders).values({ id: crypto.randomUUID(), total: 1 })
  //       ^^^^^^ d not-idempotent
`,
    ))
  test('an insert with a conflict clause, an update by key', () =>
    inWebhook(
      store,
      'db, eq, orders',
      `
  await db.insert(orders).values({ id: intent.id, total: 1 }).onConflictDoNothing()
  //       ^^^^^^ c redelivery
  await db.update(orders).set({ total: 2 }).where(eq(orders.id, intent.id))
  //       ^^^^^^ c redelivery
`,
    ))
  test('a transaction, and the outer client inside it', () =>
    inWebhook(
      store,
      'db, orders',
      `
  await db.transaction(async (tx) => {
    await tx.insert(orders).values({ total: 1 })
    //       ^^^^^^ a transaction
    await db.insert(orders).values({ total: 1 })
    //       ^^^^^^ d outside-transaction
  })
`,
    ))
  test('a batch', () =>
    inWebhook(
      store,
      'db, orders',
      `
  await db.batch([db.insert(orders).values({ total: 1 })])
  //                 ^^^^^^ a transaction
`,
    ))
  test('SQL of its own', () =>
    inWebhook(
      store,
      'db, sql',
      `
  await db.execute(sql\`UPDATE orders SET total = total + 1 WHERE id = 1\`)
  //       ^^^^^^^ d not-idempotent
`,
    ))
})

describe('typeorm', () => {
  const store = `
import { BaseEntity, Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity()
export class Order extends BaseEntity {
  @PrimaryGeneratedColumn('uuid') id: string
  @Column() total: number
}
export const source = new DataSource({})
export const orders = source.getRepository(Order)
`
  test('repository and query builder', () =>
    inWebhook(
      store,
      'orders, source, Order',
      `
  await orders.save(orders.create({ total: 1 }))
  //           ^^^^ d not-idempotent
  await orders.update({ id: intent.id }, { total: 2 })
  //           ^^^^^^ c redelivery
  await orders.increment({ id: intent.id }, 'total', 1)
  //           ^^^^^^^^^ d not-idempotent
  await source.createQueryBuilder().update(Order).set({ total: 2 }).where('id = :id', { id: intent.id }).execute()
  //                                ^^^^^^ c redelivery
`,
    ))
  test('a managed transaction: manager and its repositories join, injected ones do not', () =>
    inWebhook(
      store,
      'orders, source, Order',
      `
  await source.transaction(async (manager) => {
    await manager.insert(Order, { total: 1 })
    //            ^^^^^^ a transaction
    await manager.getRepository(Order).insert({ total: 1 })
    //                                 ^^^^^^ a transaction
    await orders.insert({ total: 1 })
    //           ^^^^^^ d outside-transaction
  })
`,
    ))
  test('a query runner', () =>
    inWebhook(
      store,
      'source, Order',
      `
  const runner = source.createQueryRunner()
  await runner.connect()
  await runner.startTransaction()
  try {
    await runner.manager.insert(Order, { total: 1 })
    //                   ^^^^^^ a transaction
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  } finally {
    await runner.release()
  }
`,
    ))
  test('an ambient transaction around a method', () =>
    inWebhook(
      `${store}
import { Transactional } from 'typeorm-transactional'
export class Fulfilment {
  @Transactional()
  async run(total: number) {
    await orders.insert({ total })
    //           ^^^^^^ a transaction
  }
}`,
      'Fulfilment',
      'await new Fulfilment().run(intent.amount)',
    ))
})

describe('mongoose', () => {
  const store = `
import mongoose, { Schema } from 'mongoose'
export { mongoose }
export const Order = mongoose.models.Order || mongoose.model('Order', new Schema({ intentId: String, total: Number }))
`
  test('models and documents', () =>
    inWebhook(
      store,
      'Order',
      `
  await Order.create({ total: 1 })
  //          ^^^^^^ d not-idempotent
  await Order.updateOne({ intentId: intent.id }, { total: 2 })
  //          ^^^^^^^^^ c redelivery
  await Order.findOneAndUpdate({ intentId: intent.id }, { $inc: { total: 1 } })
  //          ^^^^^^^^^^^^^^^^ d not-idempotent
`,
    ))
  test('a session joins what it is given to', () =>
    inWebhook(
      store,
      'Order, mongoose',
      `
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    await Order.create([{ total: 1 }], { session })
    //          ^^^^^^ a transaction
    await Order.updateOne({ intentId: intent.id }, { $inc: { total: 1 } }).session(session)
    //          ^^^^^^^^^ a transaction
    await Order.create({ total: 1 }, { session })
    //          ^^^^^^ d outside-transaction
  })
`,
    ))
  test('a session by hand', () =>
    inWebhook(
      store,
      'Order, mongoose',
      `
  const session = await mongoose.startSession()
  session.startTransaction()
  try {
    await new Order({ total: 1 }).save({ session })
    //                            ^^^^ a transaction
    await session.commitTransaction()
  } catch (error) {
    await session.abortTransaction()
    throw error
  } finally {
    session.endSession()
  }
`,
    ))
})

describe('mongodb', () => {
  const store = `
import { MongoClient } from 'mongodb'
export const client = new MongoClient('url')
export const orders = client.db('shop').collection('orders')
`
  test('collections', () =>
    inWebhook(
      store,
      'client, orders',
      `
  await orders.insertOne({ total: 1 })
  //           ^^^^^^^^^ d not-idempotent
  await orders.updateOne({ intentId: intent.id }, { $set: { total: 1 } }, { upsert: true })
  //           ^^^^^^^^^ c redelivery
  const session = client.startSession()
  await session.withTransaction(async () => {
    await orders.insertOne({ total: 1 }, { session })
    //           ^^^^^^^^^ a transaction
  })
`,
    ))
})

describe('supabase', () => {
  const store = `
import { createClient } from '@supabase/supabase-js'
export const db = createClient('url', 'key')
`
  test('an error nobody looks at is swallowed', () =>
    inWebhook(
      store,
      'db',
      `
  await db.from('orders').insert({ total: 1 })
  //                      ^^^^^^ d swallowed
  await db.rpc('add_credits', { amount: 1 })
  //       ^^^ d swallowed
`,
    ))
  test('an error that is thrown asks for redelivery', () =>
    inWebhook(
      store,
      'db',
      `
  const { error } = await db.from('orders').upsert({ intent_id: intent.id, total: 1 })
  //                                        ^^^^^^ c redelivery
  if (error) throw error
  await db.from('orders').update({ total: 2 }).eq('intent_id', intent.id).throwOnError()
  //                      ^^^^^^ c redelivery
`,
    ))
})

describe('SQL drivers', () => {
  test('pg', () =>
    inWebhook(
      `import { Pool } from 'pg'\nexport const pool = new Pool()`,
      'pool',
      `
  await pool.query('INSERT INTO orders (total) VALUES ($1)', [1])
  //         ^^^^^ d not-idempotent
  await pool.query('INSERT INTO orders (intent_id) VALUES ($1) ON CONFLICT DO NOTHING', [intent.id])
  //         ^^^^^ c redelivery
`,
    ))
  test('postgres', () =>
    inWebhook(
      `import postgres from 'postgres'\nexport const sql = postgres('url')`,
      'sql',
      `
  await sql\`INSERT INTO orders (total) VALUES (1)\`
  //    ^^^ d not-idempotent
  await sql.begin(async (tx) => {
    await tx\`INSERT INTO orders (total) VALUES (1)\`
    //    ^^ a transaction
    await sql\`INSERT INTO orders (total) VALUES (1)\`
    //    ^^^ d outside-transaction
  })
`,
    ))
  test('mysql2', () =>
    inWebhook(
      `import mysql from 'mysql2/promise'\nexport const pool = mysql.createPool({})`,
      'pool',
      `
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  try {
    await connection.execute('INSERT INTO orders (total) VALUES (?)', [1])
    //               ^^^^^^^ a transaction
    await connection.commit()
  } catch (error) {
    await connection.rollback()
    throw error
  }
`,
    ))
  test('better-sqlite3', () =>
    inWebhook(
      `import Database from 'better-sqlite3'\nexport const db = new Database('shop.db')\nexport const insert = db.prepare('INSERT INTO orders (total) VALUES (?)')`,
      'db, insert',
      `
  insert.run(1)
  //     ^^^ d not-idempotent
  db.prepare('INSERT OR IGNORE INTO orders (intent_id) VALUES (?)').run(intent.id)
  //                                                                ^^^ c redelivery
`,
    ))
  test('libsql and D1 batches', () =>
    inWebhook(
      `import { createClient } from '@libsql/client'\nexport const db = createClient({})\nexport declare const env: { DB: D1Database }`,
      'db, env',
      `
  await db.batch([{ sql: 'INSERT INTO orders (total) VALUES (1)', args: [] }], 'write')
  //       ^^^^^ a transaction
  await env.DB.batch([env.DB.prepare('INSERT INTO orders (total) VALUES (1)')])
  //           ^^^^^ a transaction
`,
    ))
  test('neon', () =>
    inWebhook(
      `import { neon } from '@neondatabase/serverless'\nexport const sql = neon('url')`,
      'sql',
      `
  await sql.transaction([sql\`INSERT INTO orders (total) VALUES (1)\`])
  //                     ^^^ a transaction
  await sql.transaction((tx) => [tx\`INSERT INTO orders (total) VALUES (1)\`])
  //                             ^^ a transaction
`,
    ))
})

describe('query builders', () => {
  test('knex', () =>
    inWebhook(
      `import knex from 'knex'\nexport const db = knex({})`,
      'db',
      `
  await db('orders').insert({ total: 1 })
  //                 ^^^^^^ d not-idempotent
  await db('orders').insert({ intent_id: intent.id }).onConflict('intent_id').ignore()
  //                 ^^^^^^ c redelivery
  await db.transaction(async (trx) => {
    await trx('orders').insert({ total: 1 })
    //                  ^^^^^^ a transaction
    await db('orders').insert({ total: 1 }).transacting(trx)
    //                 ^^^^^^ a transaction
    await db('orders').insert({ total: 1 })
    //                 ^^^^^^ d outside-transaction
  })
`,
    ))
  test('kysely', () =>
    inWebhook(
      `import { Kysely, sql } from 'kysely'\nexport { sql }\nexport const db = new Kysely<any>({})`,
      'db, sql',
      `
  await db.insertInto('orders').values({ total: 1 }).execute()
  //       ^^^^^^^^^^ d not-idempotent
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('orders').values({ total: 1 }).execute()
    //        ^^^^^^^^^^ a transaction
    await sql\`INSERT INTO orders (total) VALUES (1)\`.execute(trx)
    //                                               ^^^^^^^ a transaction
  })
`,
    ))
  test('objection', () =>
    inWebhook(
      `import { Model } from 'objection'\nexport class Order extends Model { static tableName = 'orders' }`,
      'Order',
      `
  await Order.query().insert({ total: 1 })
  //                  ^^^^^^ d not-idempotent
  await Order.transaction(async (trx) => {
    await Order.query(trx).insert({ total: 1 })
    //                     ^^^^^^ a transaction
    await Order.query().insert({ total: 1 })
    //                  ^^^^^^ d outside-transaction
  })
`,
    ))
  test('objection: rows are models, through mixins as well', () =>
    inWebhook(
      `import { Model, mixin } from 'objection'\nclass Base extends Model {}\nexport class Order extends mixin(Base) {\n  static tableName = 'orders'\n}`,
      'Order',
      `
  const order = await Order.query().findOne({ intentId: intent.id }).throwIfNotFound()
  await order.$query().patch({ status: 'paid' })
  //                   ^^^^^ c redelivery
`,
    ))
  test('sequelize', () =>
    inWebhook(
      `import { Model, Sequelize } from 'sequelize'\nexport const db = new Sequelize('url')\nexport class Order extends Model {}`,
      'db, Order',
      `
  await Order.create({ total: 1 })
  //          ^^^^^^ d not-idempotent
  await Order.update({ total: 2 }, { where: { intentId: intent.id } })
  //          ^^^^^^ c redelivery
  await db.transaction(async (t) => {
    await Order.create({ total: 1 }, { transaction: t })
    //          ^^^^^^ a transaction
    await Order.create({ total: 1 })
    //          ^^^^^^ d outside-transaction
  })
`,
    ))
  test('sequelize with a namespace: everything joins', () =>
    inWebhook(
      `import { Model, Sequelize } from 'sequelize'\nSequelize.useCLS({})\nexport const db = new Sequelize('url')\nexport class Order extends Model {}`,
      'db, Order',
      `
  await db.transaction(async () => {
    await Order.create({ total: 1 })
    //          ^^^^^^ a transaction
  })
`,
    ))
  test('mikro-orm', () =>
    inWebhook(
      `import { MikroORM } from '@mikro-orm/postgresql'\nexport class Order { total: number }\nexport const orm = await MikroORM.init({})`,
      'orm, Order',
      `
  const em = orm.em.fork()
  await em.transactional(async (tx) => {
    await tx.insert(Order, { total: 1 })
    //       ^^^^^^ a transaction
  })
`,
    ))
})

describe('firestore', () => {
  const store = `
import { getFirestore, FieldValue } from 'firebase-admin/firestore'
export { FieldValue }
export const db = getFirestore()
`
  test('documents', () =>
    inWebhook(
      store,
      'db, FieldValue',
      `
  await db.collection('orders').add({ total: 1 })
  //                            ^^^ d not-idempotent
  await db.collection('orders').doc(intent.id).set({ total: 1 })
  //                                           ^^^ c redelivery
  await db.collection('orders').doc(intent.id).update({ total: FieldValue.increment(1) })
  //                                           ^^^^^^ d not-idempotent
`,
    ))
  test('transactions and batches', () =>
    inWebhook(
      store,
      'db',
      `
  const order = db.collection('orders').doc()
  await db.runTransaction(async (t) => {
    t.set(order, { total: 1 })
    //^^^ a
    await order.set({ total: 1 })
    //          ^^^ d outside-transaction
  })
  const batch = db.batch()
  batch.set(order, { total: 2 })
  //    ^^^ a
  await batch.commit()
`,
    ))
})

describe('DynamoDB', () => {
  test('commands', () =>
    inWebhook(
      `
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
export { PutCommand, TransactWriteItemsCommand, UpdateCommand }
export const db = DynamoDBDocumentClient.from(new DynamoDBClient({}))`,
      'db, PutCommand, TransactWriteItemsCommand, UpdateCommand',
      `
  await db.send(new PutCommand({ TableName: 'orders', Item: { id: crypto.randomUUID() } }))
  //       ^^^^ d not-idempotent
  const command = new UpdateCommand({ TableName: 'orders', Key: { id: intent.id }, UpdateExpression: 'SET paid = :paid' })
  await db.send(command)
  //       ^^^^ c redelivery
  await db.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName: 'orders', Item: {} } }] }))
  //       ^^^^ a transaction
`,
    ))
})

describe('hosted stores', () => {
  test('payload', () =>
    inWebhook(
      `import { getPayload } from 'payload'\nexport const payload = await getPayload({})`,
      'payload',
      `
  await payload.create({ collection: 'orders', data: { total: 1 } })
  //            ^^^^^^ d not-idempotent
  await payload.update({ collection: 'orders', id: intent.id, data: { total: 2 } })
  //            ^^^^^^ c redelivery
`,
    ))
  test('convex: each mutation is a transaction', () =>
    inWebhook(
      `import { ConvexHttpClient } from 'convex/browser'\nexport const convex = new ConvexHttpClient('url')\nexport declare const api: any`,
      'api, convex',
      `
  await convex.mutation(api.orders.create, { total: 1 })
  //           ^^^^^^^^ a transaction
`,
    ))
  test('pocketbase', () =>
    inWebhook(
      `import PocketBase from 'pocketbase'\nexport const pb = new PocketBase('url')`,
      'pb',
      `
  await pb.collection('orders').create({ total: 1 })
  //                            ^^^^^^ d not-idempotent
  await pb.collection('orders').update(intent.id, { total: 2 })
  //                            ^^^^^^ c redelivery
`,
    ))
  test('redis holds claims and caches, which are no writes', () =>
    inWebhook(
      `import Redis from 'ioredis'\nexport const redis = new Redis()`,
      'redis',
      `
  await redis.set('order', intent.id)
  await redis.incr('orders')
`,
    ))
})

describe('convex: functions are called by reference through a generated proxy', () => {
  const generated = `
//- /convex/_generated/api.js
import { anyApi } from 'convex/server'
export const api = anyApi
export const internal = anyApi
//- /convex/_generated/server.js
import { actionGeneric, httpActionGeneric, internalActionGeneric, internalMutationGeneric, mutationGeneric } from 'convex/server'
export const action = actionGeneric
export const httpAction = httpActionGeneric
export const internalAction = internalActionGeneric
export const internalMutation = internalMutationGeneric
export const mutation = mutationGeneric
`
  test('a mutation is one transaction, wherever it is called from', () =>
    checkFindings(`
//- /convex/http.ts
import { httpRouter } from 'convex/server'
import { httpAction } from './_generated/server'
import { internal } from './_generated/api'
const http = httpRouter()
http.route({
  path: '/stripe',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const result = await ctx.runAction(internal.billing.webhook.receive, { payload: await request.text() })
    return new Response(null, { status: result.success ? 200 : 400 })
  }),
})
export default http
//- /convex/billing/webhook.ts
import Stripe from 'stripe'
import { internalAction } from '../_generated/server'
import { internal } from '../_generated/api'
const stripe = new Stripe('key')
export const receive = internalAction({
  args: {},
  handler: async (ctx, { payload }) => {
    try {
      const event = stripe.webhooks.constructEvent(payload, 'signature', 'secret')
      if (event.type === 'payment_intent.succeeded') await ctx.runMutation(internal.orders.fulfil, { order: event.data.object.metadata.order })
      return { success: true }
    } catch (error) {
      return { success: false }
    }
  },
})
//- /convex/orders.ts
import { internalMutation } from './_generated/server'
import { internal } from './_generated/api'
export const fulfil = internalMutation({
  args: {},
  handler: async (ctx, { order }) => {
    await ctx.db.patch(order, { paid: true })
    //           ^^^^^ a transaction redelivery
    await ctx.scheduler.runAfter(0, internal.orders.count, { order })
  },
})
export const count = internalMutation({
  args: {},
  handler: async (ctx, { order }) => {
    const row = await ctx.db.get(order)
    await ctx.db.patch(order, { count: row.count + 1 })
    //           ^^^^^ a transaction
  },
})
export const cancel = internalMutation({
  args: {},
  handler: async (ctx, { order }) => {
    await ctx.db.patch(order, { paid: false })
  },
})
${generated}`))
})

test('strapi: an untyped controller answers by the helpers of its context', () =>
  checkFindings(`
//- /src/api/order/controllers/order.js
const stripe = require('stripe')('key')
const { createCoreController } = require('@strapi/strapi').factories
module.exports = createCoreController('api::order.order', ({ strapi }) => ({
  async webhook(ctx) {
    const event = stripe.webhooks.constructEvent(ctx.request.body, ctx.request.headers['stripe-signature'], 'secret')
    if (event.type === 'checkout.session.completed') {
      const { id } = event.data.object
      try {
        await strapi.db.query('api::order.order').update({ where: { session: id }, data: { paid: true } })
        //                                        ^^^^^^ c redelivery
      } catch (error) {
        return ctx.internalServerError('failed')
      }
      try {
        await strapi.service('api::cart.cart').update(id, { data: { open: false } })
        //                                     ^^^^^^ d swallowed
      } catch (error) {
        strapi.log.error(error)
      }
    }
    return { received: true }
  },
}))
`))
