/** Small shops, one for each store, in every context, place and style. Templates: `§` a semicolon or nothing, `«…»` TypeScript only. */

export interface Store {
  readonly name: string
  /** Module that makes the client. */
  readonly module: string
  readonly imports: string
  /** Statements that store a paid order. `$id` stands for the order's id. */
  readonly writes: readonly string[]
  /** Its client has no transactions, and returns errors instead of throwing them. */
  readonly returnsErrors?: true
}

export interface Style {
  readonly name: string
  readonly semicolon: '' | ';'
  readonly unit: string
  readonly eol: '\n' | '\r\n'
}

export const styles: readonly Style[] = [
  { name: 'spaces', semicolon: '', unit: '  ', eol: '\n' },
  { name: 'semicolons and spaces', semicolon: ';', unit: '    ', eol: '\n' },
  { name: 'tabs', semicolon: '', unit: '\t', eol: '\n' },
  { name: 'semicolons, tabs and CRLF', semicolon: ';', unit: '\t', eol: '\r\n' },
  { name: 'spaces and CRLF', semicolon: '', unit: '  ', eol: '\r\n' },
]

export const contexts = ['webhook', 'request', 'job'] as const
export const places = ['same function', 'callee in another file', 'callee that does not know the payment'] as const

export const stores: readonly Store[] = [
  {
    name: 'Prisma',
    module: `import { PrismaPg } from '@prisma/adapter-pg'§
import { PrismaClient } from '@prisma/client'§
export const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgres://shop' }) })§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.order.create({ data: { id: $id, note: \`first\n  second\` } })§`,
      `await db.stock.update({ where: { id: $id }, data: { left: { decrement: 1 } } })§`,
    ],
  },
  {
    name: 'Drizzle',
    module: `import { drizzle } from 'drizzle-orm/node-postgres'§
import { pgTable, text, integer } from 'drizzle-orm/pg-core'§
export const orders = pgTable('orders', { key: text('key'), id: text('id') })§
export const stock = pgTable('stock', { id: text('id'), left: integer('left') })§
export const db = drizzle('postgres://shop')§`,
    imports: `import { eq, sql } from 'drizzle-orm'§
import { db, orders, stock } from '$/db'§`,
    writes: [`await db.insert(orders).values({ id: $id })§`, `await db.update(stock).set({ left: sql\`\${stock.left} - 1\` }).where(eq(stock.id, $id))§`],
  },
  {
    name: 'TypeORM repositories',
    module: `import { DataSource } from 'typeorm'§
import { Order, Stock } from './entities'§
const source = new DataSource({ type: 'postgres', entities: [Order, Stock] })§
export const orders = source.getRepository(Order)§
export const stock = source.getRepository(Stock)§`,
    imports: `import { orders, stock } from '$/db'§`,
    writes: [`await orders.insert({ reference: $id })§`, `await stock.decrement({ id: $id }, 'left', 1)§`],
  },
  {
    name: 'TypeORM manager',
    module: `import { DataSource } from 'typeorm'§
import { Order, Stock } from './entities'§
export const source = new DataSource({ type: 'postgres', entities: [Order, Stock] })§`,
    imports: `import { source } from '$/db'§
import { Order, Stock } from '$/entities'§`,
    writes: [`await source.manager.insert(Order, { reference: $id })§`, `await source.getRepository(Stock).decrement({ id: $id }, 'left', 1)§`],
  },
  {
    name: 'Sequelize',
    module: `import { Sequelize, DataTypes } from 'sequelize'§
export const sequelize = new Sequelize('postgres://shop')§
export const Order = sequelize.define('order', { reference: DataTypes.STRING })§
export const Stock = sequelize.define('stock', { left: DataTypes.INTEGER })§`,
    imports: `import { Order, Stock, sequelize } from '$/db'§`,
    writes: [`await Order.create({ reference: $id })§`, `await Stock.decrement('left', { where: { id: $id } })§`],
  },
  {
    name: 'Mongoose',
    module: `import mongoose from 'mongoose'§
export const Order = mongoose.model('Order', new mongoose.Schema({ reference: String }))§
export const Stock = mongoose.model('Stock', new mongoose.Schema({ left: Number }))§`,
    imports: `import { Order, Stock } from '$/db'§`,
    writes: [`await Order.create({ reference: $id })§`, `await Stock.updateOne({ reference: $id }, { $inc: { left: -1 } })§`],
  },
  {
    name: 'the MongoDB driver',
    module: `import { MongoClient } from 'mongodb'§
export const client = new MongoClient('mongodb://shop')§
export const db = client.db('shop')§`,
    imports: `import { client, db } from '$/db'§`,
    writes: [
      `await db.collection('orders').insertOne({ reference: $id })§`,
      `await db.collection('stock').updateOne({ reference: $id }, { $inc: { left: -1 } })§`,
    ],
  },
  {
    name: 'Knex',
    module: `import knex from 'knex'§
export const db = knex({ client: 'pg' })§`,
    imports: `import { db } from '$/db'§`,
    writes: [`await db('orders').insert({ reference: $id })§`, `await db('stock').where({ reference: $id }).decrement('left', 1)§`],
  },
  {
    name: 'Kysely',
    module: `import { Kysely, PostgresDialect«, type Generated» } from 'kysely'§
import { Pool } from 'pg'§
«interface Shop { orders: { id: Generated<number>; reference: string }; stock: { reference: string; left: number } }»
export const db = new Kysely«<Shop>»({ dialect: new PostgresDialect({ pool: new Pool() }) })§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.insertInto('orders').values({ reference: $id }).execute()§`,
      `await db.updateTable('stock').set((row) => ({ left: row('left', '-', 1) })).where('reference', '=', $id).execute()§`,
    ],
  },
  {
    name: 'Objection',
    module: `import { Model } from 'objection'§
export class Order extends Model {
  static tableName = 'orders'§
}
export class Stock extends Model {
  static tableName = 'stock'§
}`,
    imports: `import { Order, Stock } from '$/db'§`,
    writes: [`await Order.query().insert({ reference: $id }« as object»)§`, `await Stock.query().decrement('left', 1).where('reference', $id)§`],
  },
  {
    name: 'MikroORM',
    module: `import { MikroORM } from '@mikro-orm/postgresql'§
const orm = await MikroORM.init()§
export const em = orm.em§`,
    imports: `import { raw } from '@mikro-orm/postgresql'§
import { em } from '$/db'§
import { Order, Stock } from '$/entities'§`,
    writes: [`await em.insert(Order, { reference: $id })§`, `await em.nativeUpdate(Stock, { id: $id }, { left: raw('"left" - 1') })§`],
  },
  {
    name: 'pg',
    module: `import { Pool } from 'pg'§
export const pool = new Pool()§`,
    imports: `import { pool } from '$/db'§`,
    writes: [
      `await pool.query('INSERT INTO orders (reference) VALUES ($1)', [$id])§`,
      `await pool.query('UPDATE stock SET "left" = "left" - 1 WHERE reference = $1', [$id])§`,
    ],
  },
  {
    name: 'mysql2',
    module: `import mysql from 'mysql2/promise'§
export const pool = mysql.createPool('mysql://shop')§`,
    imports: `import { pool } from '$/db'§`,
    writes: [
      `await pool.execute('INSERT INTO orders (reference) VALUES (?)', [$id])§`,
      `await pool.execute('UPDATE stock SET \`left\` = \`left\` - 1 WHERE reference = ?', [$id])§`,
    ],
  },
  {
    name: 'postgres',
    module: `import postgres from 'postgres'§
export const sql = postgres('postgres://shop')§`,
    imports: `import { sql } from '$/db'§`,
    writes: [`await sql\`INSERT INTO orders (reference) VALUES (\${$id})\`§`, `await sql\`UPDATE stock SET "left" = "left" - 1 WHERE reference = \${$id}\`§`],
  },
  {
    name: 'better-sqlite3',
    module: `import Database from 'better-sqlite3'§
export const db = new Database('shop.db')§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `db.prepare('INSERT INTO orders (reference) VALUES (?)').run($id)§`,
      `db.prepare('UPDATE stock SET "left" = "left" - 1 WHERE reference = ?').run($id)§`,
    ],
  },
  {
    name: 'node:sqlite',
    module: `import { DatabaseSync } from 'node:sqlite'§
export const db = new DatabaseSync('shop.db')§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `db.prepare('INSERT INTO orders (reference) VALUES (?)').run($id)§`,
      `db.prepare('UPDATE stock SET "left" = "left" - 1 WHERE reference = ?').run($id)§`,
    ],
  },
  {
    name: 'libSQL',
    module: `import { createClient } from '@libsql/client'§
export const db = createClient({ url: 'file:shop.db' })§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.execute({ sql: 'INSERT INTO orders (reference) VALUES (?)', args: [$id] })§`,
      `await db.execute('UPDATE stock SET "left" = "left" - 1 WHERE reference = ?', [$id])§`,
    ],
  },
  {
    name: 'mssql',
    module: `import sql from 'mssql'§
export const pool = new sql.ConnectionPool('mssql://shop')§`,
    imports: `import { pool } from '$/db'§`,
    writes: [
      `await pool.request().input('id', $id).query('INSERT INTO orders (reference) VALUES (@id)')§`,
      `await pool.request().input('id', $id).query('UPDATE stock SET "left" = "left" - 1 WHERE reference = @id')§`,
    ],
  },
  {
    name: 'Vercel Postgres',
    module: `import { createPool } from '@vercel/postgres'§
export const sql = createPool()§`,
    imports: `import { sql } from '$/db'§`,
    writes: [
      `await sql.sql\`INSERT INTO orders (reference) VALUES (\${$id})\`§`,
      `await sql.query('UPDATE stock SET "left" = "left" - 1 WHERE reference = $1', [$id])§`,
    ],
  },
  {
    name: 'slonik',
    module: `import { createPool } from 'slonik'§
export const pool = await createPool('postgres://shop')§`,
    imports: `import { sql } from 'slonik'§
import { pool } from '$/db'§`,
    writes: [
      `await pool.query(sql.unsafe\`INSERT INTO orders (reference) VALUES (\${$id})\`)§`,
      `await pool.query(sql.unsafe\`UPDATE stock SET "left" = "left" - 1 WHERE reference = \${$id}\`)§`,
    ],
  },
  {
    name: 'pg-promise',
    module: `import pgPromise from 'pg-promise'§
export const db = pgPromise()('postgres://shop')§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.none('INSERT INTO orders (reference) VALUES ($1)', [$id])§`,
      `await db.result('UPDATE stock SET "left" = "left" - 1 WHERE reference = $1', [$id])§`,
    ],
  },
  {
    name: 'PGlite',
    module: `import { PGlite } from '@electric-sql/pglite'§
export const db = new PGlite()§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.query('INSERT INTO orders (reference) VALUES ($1)', [$id])§`,
      `await db.sql\`UPDATE stock SET "left" = "left" - 1 WHERE reference = \${$id}\`§`,
    ],
  },
  {
    name: 'PlanetScale',
    module: `import { connect } from '@planetscale/database'§
export const db = connect({ url: 'mysql://shop' })§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.execute('INSERT INTO orders (reference) VALUES (?)', [$id])§`,
      `await db.execute('UPDATE stock SET \`left\` = \`left\` - 1 WHERE reference = ?', [$id])§`,
    ],
  },
  {
    name: 'Supabase',
    module: `import { createClient } from '@supabase/supabase-js'§
export const supabase = createClient('https://shop.supabase.co', 'key')§`,
    imports: `import { supabase } from '$/db'§`,
    writes: [`await supabase.rpc('fulfil', { item: $id })§`],
    returnsErrors: true,
  },
  {
    name: 'Firestore',
    module: `import { getFirestore } from 'firebase-admin/firestore'§
export const db = getFirestore()§`,
    imports: `import { FieldValue } from 'firebase-admin/firestore'§
import { db } from '$/db'§`,
    writes: [`await db.collection('orders').add({ reference: $id })§`, `await db.collection('stock').doc($id).update({ left: FieldValue.increment(-1) })§`],
  },
  {
    name: 'DynamoDB',
    module: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'§
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'§
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))§`,
    imports: `import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'§
import { randomUUID } from 'node:crypto'§
import { client } from '$/db'§`,
    writes: [
      `await client.send(new PutCommand({ TableName: 'orders', Item: { id: randomUUID(), reference: $id } }))§`,
      `await client.send(new UpdateCommand({ TableName: 'stock', Key: { id: $id }, UpdateExpression: 'ADD amount :n', ExpressionAttributeValues: { ':n': -1 } }))§`,
    ],
  },
  {
    name: 'Neon',
    module: `import { neon } from '@neondatabase/serverless'§
export const sql = neon('postgres://shop')§`,
    imports: `import { sql } from '$/db'§`,
    writes: [`await sql\`INSERT INTO orders (reference) VALUES (\${$id})\`§`, `await sql\`UPDATE stock SET "left" = "left" - 1 WHERE reference = \${$id}\`§`],
  },
  {
    name: 'Drizzle on Neon over HTTP',
    module: `import { drizzle } from 'drizzle-orm/neon-http'§
import { pgTable, text, integer } from 'drizzle-orm/pg-core'§
export const orders = pgTable('orders', { key: text('key'), id: text('id') })§
export const stock = pgTable('stock', { id: text('id'), left: integer('left') })§
export const db = drizzle('postgres://shop')§`,
    imports: `import { eq, sql } from 'drizzle-orm'§
import { db, orders, stock } from '$/db'§`,
    writes: [`await db.insert(orders).values({ id: $id })§`, `await db.update(stock).set({ left: sql\`\${stock.left} - 1\` }).where(eq(stock.id, $id))§`],
  },
  {
    name: 'D1',
    module: `import { env } from 'cloudflare:workers'§
/** @type {D1Database} */
export const db«: D1Database» = env.DB§`,
    imports: `import { db } from '$/db'§`,
    writes: [
      `await db.prepare('INSERT INTO orders (reference) VALUES (?)').bind($id).run()§`,
      `await db.prepare('UPDATE stock SET "left" = "left" - 1 WHERE reference = ?').bind($id).run()§`,
    ],
  },
  {
    name: 'Drizzle on D1',
    module: `import { env } from 'cloudflare:workers'§
import { drizzle } from 'drizzle-orm/d1'§
import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core'§
export const orders = sqliteTable('orders', { key: text('key'), id: text('id') })§
export const stock = sqliteTable('stock', { id: text('id'), left: integer('left') })§
export const db = drizzle(env.DB)§`,
    imports: `import { eq, sql } from 'drizzle-orm'§
import { db, orders, stock } from '$/db'§`,
    writes: [`await db.insert(orders).values({ id: $id })§`, `await db.update(stock).set({ left: sql\`\${stock.left} - 1\` }).where(eq(stock.id, $id))§`],
  },
  {
    name: 'an in-house client',
    module: `import { connect } from 'in-house'§
export const db = connect()§`,
    imports: `import { db } from '$/db'§`,
    writes: [`await db.orders.create({ id: $id })§`, `await db.stock.decrement({ id: $id })§`],
  },
]

const entities = `export class Order {
  «id!: string§»
  «reference!: string§»
}
export class Stock {
  «id!: string§»
  «left!: number§»
}`

/** The handler's code up to the writes, the payment's names, and what comes after. */
const handlers: Readonly<
  Record<
    (typeof contexts)[number],
    { readonly path: string; readonly up: string; readonly text: string; readonly id: string; readonly payment: string; readonly type: string }
  >
> = {
  webhook: {
    path: '/app/api/webhooks/stripe/route',
    up: '../../../..',
    text: `import { stripe } from '$/stripe'§
IMPORTS

export async function POST(request«: Request») {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')§
  if (event.type === 'payment_intent.succeeded') {
    const intent = event.data.object§
    // The order is paid now.
    WRITES
  }
  return new Response('ok')§
}`,
    id: 'intent.id',
    payment: 'intent',
    type: "import('stripe').Stripe.PaymentIntent",
  },
  request: {
    path: '/server/checkout',
    up: '..',
    text: `import express from 'express'§
import { stripe } from '$/stripe'§
IMPORTS

export const router = express.Router()§

router.post('/checkout', async (request, response) => {
  const intent = await stripe.paymentIntents.create({ amount: request.body.amount, currency: 'eur', confirm: true })§
  // The order is paid now.
  WRITES
  response.json({ ok: true })§
})§`,
    id: 'intent.id',
    payment: 'intent',
    type: "import('stripe').Stripe.PaymentIntent",
  },
  job: {
    path: '/workers/capture',
    up: '..',
    text: `import { Worker } from 'bullmq'§
import { stripe } from '$/stripe'§
IMPORTS

export const worker = new Worker('capture', async (job) => {
  const intent = await stripe.paymentIntents.capture(job.data.paymentId)§
  // The order is paid now.
  WRITES
}, { connection: {} })§`,
    id: 'intent.id',
    payment: 'intent',
    type: "import('stripe').Stripe.PaymentIntent",
  },
}

export function fixtureOf(
  store: Store,
  context: (typeof contexts)[number],
  place: (typeof places)[number],
  style: Style & { readonly language: 'ts' | 'js' },
): Readonly<Record<string, string>> {
  const handler = handlers[context]
  const writes = (id: string, indent: string): string =>
    store.writes.map((write, index) => (index === 0 ? '' : indent) + write.replaceAll('$id', () => id)).join('\n')
  const indent = /^( *)WRITES/m.exec(handler.text)?.[1] ?? ''
  const inCallee = place !== 'same function'
  const told = place === 'callee in another file' ? handler.payment : `${handler.payment}.metadata.order ?? ''`
  const [parameter, type, id] = place === 'callee in another file' ? [handler.payment, handler.type, handler.id] : ['order', 'string', 'order']
  const imports = (up: string): string => store.imports.replaceAll('$', up)
  const body = handler.text
    .replace('IMPORTS', () => (inCallee ? `import { fulfil } from '$/fulfil'§` : imports('$')))
    .replace('WRITES', () => (inCallee ? `await fulfil(${told})§ // stores it` : writes(handler.id, indent)))
    .replaceAll('$/', `${handler.up}/`)
  const files: Record<string, string> = {
    '/package.json': '{ "name": "shop", "type": "module" }',
    [`${handler.path}.`]: body,
    '/stripe.': `import Stripe from 'stripe'§\nexport const stripe = new Stripe('key')§`,
    '/db.': store.module,
    '/entities.': entities,
    '/queue.': `import { Queue } from 'bullmq'§\nexport const queue = new Queue('orders', { connection: {} })§`,
  }
  if (inCallee)
    files['/fulfil.'] =
      `${imports('.')}\n\n/** Stores a paid order. */\nexport async function fulfil(${parameter}«: ${type}») {\n  // All or nothing.\n  ${writes(id, '  ')}\n}`
  return Object.fromEntries(Object.entries(files).map(([path, text]) => (path.endsWith('.') ? [path + style.language, styled(text, style)] : [path, text])))
}

export function styled(text: string, { language, semicolon, unit, eol }: Style & { readonly language: 'ts' | 'js' }): string {
  return text
    .replace(/«([^»]*)»/g, (_all, typed: string) => (language === 'ts' ? typed : ''))
    .replaceAll('§', semicolon)
    .split('\n')
    .filter((line, index, lines) => line.trim() !== '' || lines[index - 1]?.trim() !== '')
    .map((line) => line.replace(/^(?: {2})+/, (indent) => unit.repeat(indent.length / 2)))
    .concat('')
    .join(eol)
}

/** What a formatter would notice: line ends, indentation, semicolons. */
export function styleOf(text: string): unknown {
  const lines = text.split(/\r?\n/)
  const statements = lines.filter((line) => /^\s*(?:await|const|let|import|export const|return|throw)\b.*[)'\]}\w];?$/.test(line) && !line.endsWith('=> {'))
  return {
    crlf: text.includes('\r\n') && !/[^\r]\n/.test(text),
    tabs: lines.some((line) => line.startsWith('\t')),
    spaces: lines.some((line) => /^ +\S/.test(line) && !line.startsWith('  second') && !line.startsWith(' *')),
    semicolons: statements.length === 0 || statements.every((line) => line.endsWith(';')),
  }
}
