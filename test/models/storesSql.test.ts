import { describeLibraries } from './effectsOf'

describeLibraries('Query builders, ORMs and SQL drivers', {
  sequelize: {
    setup: `
      import { Sequelize, Model, DataTypes, Transaction, literal } from 'sequelize'
      import { Table, Model as Base } from 'sequelize-typescript'
      const db = new Sequelize('')
      class Order extends Model { status: string }
      @Table class Item extends Base<Item> { sku: string }
      const Defined = db.define('Defined', {})
      const order = await Order.create({})
      declare const t: Transaction
      declare const options: any`,
    rows: {
      'Order.create({}, { transaction: t })': 'write(create) data=0 join=1.transaction',
      'Item.upsert({})': 'write(upsert) data=0 join=1.transaction',
      'Defined.update({}, { where: {} })': 'write(update) where=1.where data=0 join=1.transaction',
      'Order.bulkCreate([{}])': 'write(create) data=0 join=1.transaction',
      'Order.bulkCreate([{}], options)': 'write(create) data=0 join=1.transaction',
      'Order.bulkCreate([{}], { transaction: t, ignoreDuplicates: true })': 'write(create) data=0 join=1.transaction idempotent=always',
      'Order.bulkCreate([{}], { updateOnDuplicate: ["status"] })': 'write(create) data=0 join=1.transaction idempotent=always',
      'Order.findOrCreate({ where: {}, defaults: {} })': 'write(upsert) where=0.where data=0.defaults join=0.transaction idempotent=always',
      'Order.increment("count", { where: {} })': 'write(increment) where=1.where data=0 join=1.transaction',
      'Order.findByPk(1)': 'read where=0',
      'order.save({ transaction: t })': 'write(save) data=this join=0.transaction',
      'order.update({})': 'write(update) where=this data=0 join=1.transaction',
      'db.transaction(async (t) => { await Order.create({}, { transaction: t }) })': 'transaction run=-1 handle=0',
      'db.transaction({ isolationLevel: 1 }, async (t) => { await order.save() })': 'transaction run=-1 handle=0',
      'db.transaction()': 'begin',
      't.commit()': 'commit',
      't.rollback()': 'rollback',
      'db.query("DELETE FROM orders", { transaction: t })': 'sql text=0 join=1.transaction',
      'Sequelize.useCLS({})': 'ambient',
      'literal("count + 1")': 'relative text=0',
    },
  },
  'sequelize 7': {
    setup: `import { Sequelize } from '@sequelize/core'; const db = new Sequelize('')`,
    rows: { 'db.transaction(async () => {})': 'transaction run=-1' },
  },
  knex: {
    setup: `
      import knex, { Knex } from 'knex'
      import { knex as named } from 'knex'
      const db = knex({})
      const other = named({})
      declare const trx: Knex.Transaction
      declare const injected: Knex`,
    rows: {
      'db("orders").insert({}).returning("*")': 'table argument=0, write(create) lazy=await table=chain data=0',
      'other("orders").where({ id: 1 }).update({})': 'table argument=0, modify where=0, write(update) lazy=await table=chain data=0',
      'injected("orders").insert({}).onConflict("id").merge()': 'table argument=0, write(create) lazy=await table=chain data=0, modify idempotent',
      'db.insert({}).into("orders").transacting(trx)': 'write(create) lazy=await table=chain data=0, modify table=0, modify join=0',
      'trx("orders").where("id", 1).del()': 'table argument=0, modify where=0, write(delete) lazy=await table=chain',
      'db("orders").increment("count", 1)': 'table argument=0, write(increment) lazy=await table=chain data=1',
      'db("orders").where({ id: 1 }).first()': 'table argument=0, modify where=0, read lazy=await table=chain',
      'db.raw("DELETE FROM orders")': 'sql text=0 lazy=await, relative text=0',
      'db.transaction(async (trx) => { await trx("orders").insert({}) })': 'transaction run=0 handle=0',
      'db.transaction()': 'begin',
      'trx.commit()': 'commit',
      'trx.rollback()': 'rollback',
    },
  },
  kysely: {
    setup: `
      import { Kysely, sql, type Transaction } from 'kysely'
      const db = new Kysely<any>({})
      declare const trx: Transaction<any>
      const controlled = await db.startTransaction().execute()`,
    rows: {
      'db.insertInto("orders").values({}).execute()': 'write(create) lazy=run table=0, modify data=0, run',
      'trx.insertInto("orders").values({}).onConflict((c) => c).executeTakeFirst()': 'write(create) lazy=run table=0, modify data=0, modify idempotent, run',
      'db.updateTable("orders").set({}).where("id", "=", 1)': 'write(update) lazy=run table=0, modify data=0, modify where=0',
      'db.selectFrom("orders").selectAll().where("id", "=", 1).executeTakeFirst()': 'read lazy=run table=0, modify where=0, run',
      'db.transaction().execute(async (trx) => { await trx.deleteFrom("orders").execute() })': 'transaction run=0 handle=0',
      'db.startTransaction().execute()': 'begin',
      'controlled.commit().execute()': 'commit',
      'controlled.rollback().execute()': 'rollback',
      'sql`DELETE FROM orders`.execute(trx)': 'pass argument=0, relative text=0, sql text=this join=0',
    },
  },
  objection: {
    setup: `
      import { Model, transaction } from 'objection'
      class Order extends Model { static tableName = 'orders' }
      const order = await Order.query().findById(1)
      declare const loaded: Order
      declare const trx: any`,
    rows: {
      'Order.query(trx).insert({})': 'table argument=this, modify join=0, write(create) lazy=await table=chain data=0',
      'Order.query().patch({}).where("id", 1)': 'table argument=this, modify join=0, write(update) lazy=await table=chain data=0, modify where=0',
      'Order.query().insert({}).onConflict("id").ignore()':
        'table argument=this, modify join=0, write(create) lazy=await table=chain data=0, modify idempotent',
      'loaded.$query(trx).patch({})': 'table argument=this, modify where=this join=0, write(update) lazy=await table=chain data=0',
      'Order.transaction(async (trx) => { await Order.query(trx).insert({}) })': 'transaction run=-1 handle=0',
      'transaction(Order.knex(), async (trx) => { await Order.query(trx).insert({}) })': 'transaction run=-1 handle=0',
      'Order.startTransaction()': 'begin',
    },
  },
  'mikro-orm': {
    setup: `
      import { EntityManager, EntityRepository, Transactional, raw } from '@mikro-orm/postgresql'
      class Order { status: string }
      declare const em: EntityManager
      declare const orders: EntityRepository<Order>
      const order = new Order()`,
    rows: {
      'em.persist(order).flush()': 'write(save)',
      'em.persistAndFlush(order)': 'write(save) table=0 data=0',
      'em.insert(Order, {})': 'write(create) table=0 data=1',
      'em.upsert(Order, {})': 'write(upsert) table=0 data=1',
      'em.nativeUpdate(Order, { id: 1 }, {})': 'write(update) table=0 where=1 data=2',
      'orders.nativeDelete({ id: 1 })': 'write(delete) table=type where=0',
      'em.getRepository(Order).insert({})': 'derive table=0, write(create) table=type data=0',
      'em.findOne(Order, { id: 1 })': 'read table=0 where=1',
      'em.transactional(async (em) => { await em.flush() })': 'transaction run=0',
      'em.begin()': 'begin',
      'em.commit()': 'commit',
      'em.rollback()': 'rollback',
      '@Transactional() run() {}': 'transaction run=0',
      'raw("count + 1")': 'relative text=0',
    },
  },
  postgres: {
    setup: `
      import postgres from 'postgres'
      const sql = postgres('')
      declare const tx: postgres.TransactionSql`,
    rows: {
      'sql`INSERT INTO orders VALUES (1)`': 'sql text=0 lazy=await',
      'tx`UPDATE orders SET paid = true`': 'sql text=0 lazy=await',
      'sql.unsafe("DELETE FROM orders")': 'sql text=0 lazy=await',
      'sql({ id: 1 }, "id")': 'pass argument=0',
      'sql.begin(async (sql) => { await sql`DELETE FROM orders` })': 'transaction run=-1 handle=0',
    },
  },
  'pg-promise': {
    setup: `import pgPromise from 'pg-promise'; const db = pgPromise()('')`,
    rows: {
      'db.none("DELETE FROM orders")': 'sql text=0',
      'db.tx(async (t) => { await t.none("DELETE FROM orders") })': 'transaction run=-1 handle=0',
      'db.task("name", async (t) => { await t.none("DELETE FROM orders") })': 'call run=-1',
    },
  },
  slonik: {
    setup: `import { createPool, sql } from 'slonik'; const pool = await createPool('')`,
    rows: {
      'pool.query(sql.unsafe`DELETE FROM orders`)': 'sql text=0',
      'pool.transaction(async (t) => { await t.query(sql.unsafe`DELETE FROM orders`) })': 'transaction run=0 handle=0 repeats',
    },
  },
  pglite: {
    setup: `import { PGlite } from '@electric-sql/pglite'; const db = new PGlite()`,
    rows: {
      'db.query("DELETE FROM orders")': 'sql text=0',
      'db.transaction(async (tx) => { await tx.query("DELETE FROM orders") })': 'transaction run=0 handle=0',
    },
  },
  mysql2: {
    setup: `
      import mysql from 'mysql2/promise'
      import callback from 'mysql2'
      const pool = mysql.createPool({})
      const connection = await pool.getConnection()
      const old = callback.createConnection({})`,
    rows: {
      'pool.execute("INSERT INTO orders VALUES (?)", [1])': 'sql text=0 pooled',
      'connection.query({ sql: "DELETE FROM orders" })': 'sql text=0.sql',
      'connection.beginTransaction()': 'begin',
      'connection.commit()': 'commit',
      'connection.rollback()': 'rollback',
      'old.query("DELETE FROM orders", (error) => {})': 'sql text=0 errors=callback',
      'old.promise().query("DELETE FROM orders")': 'derive, sql text=0',
    },
  },
  mysql: {
    setup: `import * as mysql from 'mysql'; const pool = mysql.createPool({})`,
    rows: { 'pool.query("DELETE FROM orders", [], (error) => {})': 'sql text=0 errors=callback pooled' },
  },
  planetscale: {
    setup: `import { connect, Client } from '@planetscale/database'; const db = connect({}); const client = new Client({})`,
    rows: {
      'db.execute("DELETE FROM orders")': 'sql text=0 pooled',
      'client.transaction(async (tx) => { await tx.execute("DELETE FROM orders") })': 'transaction run=0 handle=0',
    },
  },
  'better-sqlite3': {
    setup: `
      import Database from 'better-sqlite3'
      const db = new Database('shop.db')
      const insert = db.prepare('INSERT INTO orders VALUES (?)')
      declare const injected: Database.Database`,
    rows: {
      'insert.run(1)': 'sql text=this lazy=sync',
      'injected.prepare("SELECT 1").get()': 'pass argument=0, sql text=this lazy=sync',
      'db.exec("DELETE FROM orders")': 'sql text=0 lazy=sync',
      'db.transaction(() => { insert.run(1) })': 'transaction run=0 wraps',
    },
  },
  'sqlite drivers': {
    setup: `
      import { DatabaseSync } from 'node:sqlite'
      import { Database } from 'bun:sqlite'
      import sqlite3 from 'sqlite3'
      import { open } from 'sqlite'
      const node = new DatabaseSync('')
      const bun = new Database('')
      const callback = new (sqlite3.verbose()).Database('')
      const promised = await open({})`,
    rows: {
      'node.prepare("DELETE FROM orders").run()': 'pass argument=0, sql text=this lazy=sync',
      'bun.query("DELETE FROM orders").run()': 'pass argument=0, sql text=this lazy=sync',
      'bun.transaction(() => {})': 'transaction run=0 wraps',
      'callback.run("DELETE FROM orders", (error) => {})': 'sql text=0 errors=callback',
      'promised.run("DELETE FROM orders")': 'sql text=0',
    },
  },
  libsql: {
    setup: `import { createClient } from '@libsql/client/web'; const db = createClient({}); const tx = await db.transaction('write')`,
    rows: {
      'db.execute({ sql: "DELETE FROM orders", args: [] })': 'sql text=0.sql pooled',
      'db.batch([{ sql: "DELETE FROM orders", args: [] }], "write")': 'sql text=0, batch list=0',
      'db.transaction("write")': 'begin',
      'tx.execute("DELETE FROM orders")': 'sql text=0',
      'tx.commit()': 'commit',
      'tx.rollback()': 'rollback',
    },
  },
  neon: {
    setup: `import { neon, Pool } from '@neondatabase/serverless'; const sql = neon(''); const pool = new Pool()`,
    rows: {
      'sql`DELETE FROM orders`': 'sql text=0 lazy=await',
      'sql.transaction([sql`DELETE FROM orders`])': 'batch list=0',
      'sql.transaction((sql) => [sql`DELETE FROM orders`])': 'transaction run=0 handle=0',
      'pool.query("DELETE FROM orders")': 'sql text=0 pooled',
    },
  },
  'vercel postgres': {
    setup: `import { sql, db } from '@vercel/postgres'; const client = await db.connect()`,
    rows: {
      'sql`DELETE FROM orders`': 'sql text=0 pooled',
      'client.sql`BEGIN`': 'sql text=0',
      'client.query("BEGIN")': 'sql text=0',
    },
  },
  bun: {
    setup: `import { sql, SQL } from 'bun'; const db = new SQL('')`,
    rows: {
      'sql`DELETE FROM orders`': 'sql text=0 lazy=await',
      'db.begin(async (tx) => { await tx`DELETE FROM orders` })': 'transaction run=-1 handle=0',
    },
  },
  mssql: {
    setup: `import sql from 'mssql'; const pool = await sql.connect({}); const tx = new sql.Transaction(pool)`,
    rows: {
      'pool.request().input("id", 1).query("DELETE FROM orders")': 'derive, derive, sql text=0',
      'new sql.Request(tx).query("DELETE FROM orders")': 'pass argument=0, sql text=0',
      'sql.query`DELETE FROM orders`': 'sql text=0 pooled',
      'tx.begin()': 'begin',
      'tx.commit()': 'commit',
      'tx.rollback()': 'rollback',
    },
  },
  d1: {
    setup: `declare const env: { DB: D1Database }; declare const typed: import('@cloudflare/workers-types').D1Database`,
    rows: {
      'env.DB.prepare("DELETE FROM orders").bind(1).run()': 'pass argument=0, pass argument=this, sql text=this',
      'env.DB.batch([env.DB.prepare("DELETE FROM orders")])': 'sql text=0, batch list=0',
      'typed.prepare("SELECT 1").first()': 'pass argument=0, sql text=this',
    },
  },
})
