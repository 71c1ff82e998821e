/** Spec section 2a: which transactions a write is in. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { onPaid } from '../harness/shop'

describe('callback form', () => {
  test('a write on the handle is in the transaction', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.order.create({ data: { total: 1 } })
    //             ^^^^^^ a transaction
  })
`),
    ))

  test('a write on the outer client is not', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.order.create({ data: { total: 1 } })
    //             ^^^^^^ a
    await db.order.create({ data: { total: 2 } })
    //             ^^^^^^ d outside-transaction
  })
`),
    ))

  test('a list may hold a builder that a branch has chosen', () =>
    checkFindings(
      onPaid(`
  let extra = null
  if (intent.metadata.bulk) extra = db.account.create({ data: { id: intent.id, balance: 1 } })
  //                                           ^^^^^^ a transaction redelivery
  const order = db.order.create({ data: { total: 1 } })
  //                     ^^^^^^ a transaction
  if (extra) await db.$transaction([order, extra])
`),
    ))

  test('the handle may be passed through calls', () =>
    checkFindings(
      onPaid(
        `
  await db.$transaction((tx) => fulfil(tx))
`,
        `
import type { Prisma } from '@prisma/client'
async function fulfil(tx: Prisma.TransactionClient) {
  await tx.order.create({ data: { total: 1 } })
  //             ^^^^^^ a transaction
}
`,
      ),
    ))

  test('a parameter that defaults to the client and is not passed is the outer client', () =>
    checkFindings(
      onPaid(
        `
  await db.$transaction(async () => {
    await fulfil('1')
  })
`,
        `
async function fulfil(id: string, client = db) {
  await client.order.create({ data: { total: 1 } })
  //                 ^^^^^^ d outside-transaction
}
`,
      ),
    ))

  test('another mechanism may still hold for a write outside', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async () => {
    await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
    //               ^^^^^^ c redelivery
  })
`),
    ))

  test('a write after the transaction is not in it', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.order.create({ data: { total: 1 } })
    //             ^^^^^^ a
  })
  await db.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })
  //               ^^^^^^ d not-idempotent
`),
    ))

  test('a swallowed failure has still been rolled back', () =>
    checkFindings(
      onPaid(`
  try {
    await db.$transaction(async (tx) => {
      await tx.order.create({ data: { total: 1 } })
      //             ^^^^^^ a transaction outcome:swallowed
    })
  } catch (error) {
    console.error(error)
  }
`),
    ))

  test('a failure caught inside the callback is not rolled back', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async (tx) => {
    try {
      await tx.order.create({ data: { total: 1 } })
      //             ^^^^^^ d swallowed
    } catch (error) {
      console.error(error)
    }
  })
`),
    ))

  test('Drizzle', () =>
    checkFindings(
      onPaid(
        `
  await orm.transaction(async (tx) => {
    await tx.insert(orders).values({ total: 1 })
    //       ^^^^^^ a transaction store:drizzle
  })
`,
        `
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, serial } from 'drizzle-orm/pg-core'
const orders = pgTable('orders', { id: serial('id').primaryKey(), total: integer('total') })
const orm = drizzle('postgres://localhost/shop')
`,
      ),
    ))

  test.each([`is(handle, PgTransaction)`, `handle instanceof PgTransaction`, `'rollback' in handle`])('Drizzle: whether %s is known', (test) =>
    checkFindings(
      onPaid(
        `
  await add({}, 1)
  await sql.transaction(async (tx) => add({ handle: tx }, 2))
`,
        `
import { is } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, PgTransaction, serial } from 'drizzle-orm/pg-core'
const orders = pgTable('orders', { id: serial('id').primaryKey() })
const sql = drizzle('url')
async function inTransaction(handle: any, run: (tx: any) => Promise<void>) {
  if (${test}) return run(handle)
  return sql.transaction(run)
}
async function add(context: { handle?: any }, total: number) {
  await inTransaction(context.handle ?? sql, async (tx) => {
    await tx.insert(orders).values({ total })
    //       ^^^^^^ a transaction
  })
}
`,
      ),
    ),
  )

  test("Prisma: whether the client has '$transaction' is known", () =>
    checkFindings(
      onPaid(
        `
  await add(db)
  await db.$transaction(async (tx) => add(tx))
`,
        `
async function add(client: any) {
  if ('$transaction' in client) await client.$transaction(async (tx: any) => void (await insert(tx)))
  else await insert(client)
}
async function insert(client: any) {
  await client.order.create({ data: { total: 1 } })
  //                 ^^^^^^ a transaction
}
`,
      ),
    ))

  test('TypeORM', () =>
    checkFindings(
      onPaid(
        `
  await source.transaction(async (manager) => {
    await manager.getRepository(Order).insert({ total: 1 })
    //                                 ^^^^^^ a transaction store:typeorm
  })
`,
        `
import { DataSource, Entity } from 'typeorm'
@Entity()
class Order {
  total = 0
}
const source = new DataSource({ type: 'postgres' })
`,
      ),
    ))

  test('a client nobody can resolve, by shape', () =>
    checkFindings(
      onPaid(
        `
  await store.transaction(async (tx) => {
    await tx.orders.create({ total: 1 })
    //              ^^^^^^ a transaction store:shape
  })
`,
        `
import { store } from 'in-house-store'
`,
      ),
    ))
})

describe('option form', () => {
  const model = `
import mongoose from 'mongoose'
const Basket = mongoose.model('Basket', new mongoose.Schema({ total: Number }))
`

  test('Mongoose: a write with the session is in the transaction, one without is not', () =>
    checkFindings(
      onPaid(
        `
  await mongoose.connection.transaction(async (session) => {
    await Basket.create([{ total: 1 }], { session })
    //           ^^^^^^ a transaction
    await Basket.create([{ total: 2 }])
    //           ^^^^^^ d outside-transaction
  })
`,
        model,
      ),
    ))
})

describe('manual form', () => {
  const pool = `
import { Pool } from 'pg'
const pool = new Pool()
`

  test('begin, commit, and rollback in the catch', () =>
    checkFindings(
      onPaid(
        `
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('INSERT INTO orders (total) VALUES (1)')
    //           ^^^^^ a transaction store:pg
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
`,
        pool,
      ),
    ))

  test('a statement sent to the pool runs on another connection', () =>
    checkFindings(
      onPaid(
        `
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await pool.query('INSERT INTO orders (total) VALUES (1)')
    //         ^^^^^ d outside-transaction
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
`,
        pool,
      ),
    ))

  const turso = `
import { createClient } from '@libsql/client'
const client = createClient({ url: 'libsql://shop' })
`

  test('closing what was not committed rolls it back', () =>
    checkFindings(
      onPaid(
        `
  const tx = await client.transaction('write')
  try {
    await tx.execute({ sql: 'INSERT INTO orders (total) VALUES (?)', args: [1] })
    //       ^^^^^^^ a transaction
    await tx.commit()
  } finally {
    tx.close()
  }
`,
        turso,
      ),
    ))

  test('a database with one connection is all in the transaction', () =>
    checkFindings(
      onPaid(
        `
  lite.exec('BEGIN')
  try {
    lite.prepare('INSERT INTO orders (total) VALUES (?)').run(1)
    //                                                    ^^^ a transaction
    lite.exec('COMMIT')
  } catch (error) {
    lite.exec('ROLLBACK')
    throw error
  }
`,
        `
import { DatabaseSync } from 'node:sqlite'
const lite = new DatabaseSync('shop.db')
`,
      ),
    ))

  const sqlServer = `
import sql from 'mssql'
const pool = new sql.ConnectionPool('mssql://shop')
`

  test('a request joins the transaction that made it, or that it is made with', () =>
    checkFindings(
      onPaid(
        `
  const transaction = new sql.Transaction(pool)
  await transaction.begin()
  try {
    await transaction.request().input('id', 1).query('INSERT INTO orders (id) VALUES (@id)')
    //                                         ^^^^^ a transaction
    const request = new sql.Request(transaction)
    await request.input('id', 1).query('UPDATE stock SET sold = sold + 1 WHERE id = @id')
    //                           ^^^^^ a transaction
    await pool.request().input('id', 1).query('INSERT INTO gifts (id) VALUES (@id)')
    //                                  ^^^^^ d outside-transaction
    await transaction.commit()
  } catch (error) {
    await transaction.rollback()
    throw error
  }
`,
        sqlServer,
      ),
    ))
})

describe('atomic batch', () => {
  test('the Prisma array form', () =>
    checkFindings(
      onPaid(`
  await db.$transaction([
    db.order.create({ data: { total: 1 } }),
    //       ^^^^^^ a transaction
    db.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } }),
    //         ^^^^^^ a transaction
  ])
`),
    ))

  test('a single statement is not wrapped', () =>
    checkFindings(
      onPaid(`
  await db.account.updateMany({ data: { balance: { increment: 1 } } })
  //               ^^^^^^^^^^ d not-idempotent
`),
    ))
})
