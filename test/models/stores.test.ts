import { describeLibraries } from './effectsOf'

describeLibraries('The commonest stores', {
  prisma: {
    setup: `
      import { PrismaClient, Prisma } from '@prisma/client'
      import { PrismaClient as Generated } from '../generated/prisma/client'
      const db = new PrismaClient()
      const extended = new PrismaClient().$extends({})
      const generated = new Generated()
      declare const tx: Prisma.TransactionClient
      declare const part: Omit<PrismaClient, '$connect' | '$transaction'>
      declare const many: any
      class PrismaService extends PrismaClient { check() { return this } }
      const service = new PrismaService()`,
    rows: {
      'db.order.create({ data: {} })': 'write(create) lazy=await data=0.data',
      'extended.order.create({ data: {} })': 'write(create) lazy=await data=0.data',
      'generated.order.create({ data: {} })': 'write(create) lazy=await data=0.data',
      'service.order.create({ data: {} })': 'write(create) lazy=await data=0.data',
      'tx.order.update({ where: {}, data: {} })': 'write(update) lazy=await where=0.where data=0.data',
      'part.order.create({ data: {} })': 'write(create) lazy=await data=0.data',
      'part.$executeRaw`DELETE FROM orders`': 'sql text=0 lazy=await',
      'db.order.upsert({ where: {}, create: {}, update: {} })': 'write(upsert) lazy=await where=0.where data=0.update',
      'db.order.createMany({ data: [] })': 'write(create) lazy=await data=0.data',
      'db.order.createMany({ data: [], skipDuplicates: true })': 'write(create) lazy=await data=0.data idempotent=always',
      'db.order.createMany(many)': 'write(create) lazy=await data=0.data',
      'db.order.deleteMany()': 'write(delete) lazy=await where=0.where',
      'db.order.findUnique({ where: {} })': 'read lazy=await where=0.where',
      'db.$transaction([db.order.create({})])': 'batch list=0',
      'db.$transaction(many)': 'batch list=0',
      'db.$transaction(async (tx) => { await tx.order.create({}) }, { timeout: 1 })': 'transaction run=0 handle=0',
      'db.$executeRaw`UPDATE orders SET paid = true`': 'sql text=0 lazy=await',
      'db.$queryRawUnsafe("SELECT 1")': 'sql text=0 lazy=await',
    },
  },
  drizzle: {
    setup: `
      import { drizzle } from 'drizzle-orm/node-postgres'
      import { eq, sql } from 'drizzle-orm'
      import { pgTable, text, type PgTransaction } from 'drizzle-orm/pg-core'
      import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
      const orders = pgTable('orders', { id: text('id') })
      const db = drizzle(process.env.DATABASE_URL, { schema: { orders } })
      declare const injected: PostgresJsDatabase<{ orders: typeof orders }>
      declare const tx: PgTransaction<any, any, any>`,
    rows: {
      'db.insert(orders).values({}).returning()': 'write(create) lazy=await table=0, modify data=0',
      'injected.insert(orders).values({}).onConflictDoNothing()': 'write(create) lazy=await table=0, modify data=0, modify idempotent',
      'db.insert(orders).values({}).onConflictDoUpdate({ target: orders.id, set: {} }).execute()':
        'write(create) lazy=await table=0, modify data=0, modify idempotent, run',
      'tx.update(orders).set({}).where(eq(orders.id, 1))': 'write(update) lazy=await table=0, modify data=0, modify where=0',
      'db.delete(orders).where(eq(orders.id, 1)).run()': 'write(delete) lazy=await table=0, modify where=0, run',
      'db.transaction(async (tx) => { await tx.insert(orders).values({}) })': 'transaction run=0 handle=0',
      'tx.rollback()': 'throws fallback=500',
      'db.batch([db.insert(orders).values({})])': 'batch list=0',
      'db.execute(sql`DELETE FROM orders`)': 'sql text=0 lazy=await',
      'db.query.orders.findFirst({ where: {} })': 'read lazy=await where=0.where',
      'db.select().from(orders).where(eq(orders.id, 1))': 'read lazy=await table=0',
    },
  },
  typeorm: {
    setup: `
      import { BaseEntity, DataSource, EntityManager, Entity, Column, Repository, getRepository, getManager } from 'typeorm'
      import { InjectRepository } from '@nestjs/typeorm'
      import { Transactional, runInTransaction } from 'typeorm-transactional'
      @Entity() class Order { @Column() id: string; name: string; status: string }
      @Entity() class Invoice extends BaseEntity { total: number }
      declare const orders: Repository<Order>
      declare const ds: DataSource
      declare const manager: EntityManager
      const runner = ds.createQueryRunner()
      class Custom extends Repository<Order> {}
      declare const custom: Custom
      const order = new Order()
      const invoice = new Invoice()`,
    rows: {
      'orders.save(order)': 'write(save) table=type data=0',
      'orders.create({ id: 1 })': 'pass argument=0',
      'custom.insert({})': 'write(create) table=type data=0',
      'orders.update({ id: 1 }, { status: 2 })': 'write(update) table=type where=0 data=1',
      'orders.upsert({}, ["id"])': 'write(upsert) table=type data=0',
      'orders.increment({ id: 1 }, "count", 1)': 'write(increment) table=type where=0 data=2',
      'orders.findOneBy({ id: 1 })': 'read table=type where=0',
      'ds.getRepository(Order).delete(1)': 'derive table=0, write(delete) table=type where=0',
      'getRepository(Order).save(order)': 'write(save) table=type data=0',
      'manager.save(order)': 'write(save) table=0 data=0',
      'manager.save(Order, order)': 'write(save) table=0 data=1',
      'manager.update(Order, 1, {})': 'write(update) table=0 where=1 data=2',
      'ds.transaction(async (manager) => { await manager.save(order) })': 'transaction run=-1 handle=0',
      'ds.transaction("SERIALIZABLE", async (manager) => { await manager.save(order) })': 'transaction run=-1 handle=0',
      'ds.manager.transaction(async (manager) => { await manager.save(order) })': 'derive, transaction run=-1 handle=0',
      'manager.withRepository(custom).save(order)': 'derive, write(save) table=type data=0',
      'runner.startTransaction()': 'begin',
      'runner.manager.save(order)': 'derive, write(save) table=0 data=0',
      'runner.commitTransaction()': 'commit',
      'runner.rollbackTransaction()': 'rollback',
      'orders.createQueryBuilder().update().set({}).where("id = 1").execute()': 'derive, write(update) lazy=run table=type, modify data=0, modify where=0, run',
      'ds.createQueryBuilder().update(Order, {}).where("id = 1").execute()': 'derive, write(update) lazy=run table=0 data=1, modify where=0, run',
      'ds.createQueryBuilder().insert().into(Order).values({}).orIgnore().execute()':
        'derive, write(create) lazy=run table=type, modify table=0, modify data=0, modify idempotent, run',
      'ds.query("DELETE FROM orders")': 'sql text=0',
      'invoice.save()': 'write(save) data=this',
      'Invoice.update(1, {})': 'write(update) where=0 data=1',
      '@Transactional() run() {}': 'transaction run=0',
      'runInTransaction(async () => { await orders.save(order) })': 'transaction run=0',
    },
  },
  mongoose: {
    setup: `
      import mongoose, { Schema, model, Model, Document, ClientSession } from 'mongoose'
      import { getModelForClass, prop } from '@typegoose/typegoose'
      interface IOrder extends Document { status: string }
      const Order = mongoose.models.Order || mongoose.model<IOrder>('Order', new Schema({}))
      const Loose = model('Loose', new Schema({ status: String }))
      declare const injected: Model<IOrder>
      class Cart { @prop() total: number }
      const CartModel = getModelForClass(Cart)
      const order = await Loose.findOne({ id: 1 })
      declare const session: ClientSession`,
    rows: {
      'Order.create({ status: 1 })': 'write(create) errors=callback data=0',
      'Order.create([{ status: 1 }], { session })': 'write(create) errors=callback data=0 join=1.session',
      'Order.create({ status: 1 }, { session })': 'write(create) errors=callback data=0',
      'injected.updateOne({}, {}, { session, upsert: true }).exec()': 'write(update) lazy=await errors=callback where=0 data=1 join=2.session, run',
      'Loose.findByIdAndUpdate(1, {}).session(session)': 'write(update) lazy=await errors=callback where=0 data=1 join=2.session, modify join=0',
      'CartModel.deleteOne({})': 'write(delete) lazy=await errors=callback where=0 join=1.session',
      'order!.save({ session })': 'write(save) errors=callback data=this join=0.session',
      'new Order({}).save()': 'pass argument=0, write(save) errors=callback data=this join=0.session',
      'injected.findOne({})': 'read lazy=await errors=callback where=0',
      'session.withTransaction(async () => { await Order.create([{}], { session }) })': 'transaction run=0 handle=0 repeats receiver',
      'mongoose.connection.transaction(async (session) => { await Order.create([{}], { session }) })': 'transaction run=0 handle=0 repeats',
      'session.startTransaction()': 'begin',
      'session.commitTransaction()': 'commit',
      'session.abortTransaction()': 'rollback',
    },
  },
  'mongoose in JavaScript': {
    js: true,
    setup: `
      const mongoose = require('mongoose')
      const Order = mongoose.model('Order', new mongoose.Schema({}))`,
    rows: {
      'Order.create({})': 'write(create) errors=callback data=0',
      'new Order({}).save()': 'pass argument=0, write(save) errors=callback data=this join=0.session',
    },
  },
  pg: {
    setup: `
      import { Pool } from 'pg'
      import pg from 'pg'
      const pool = new Pool()
      const other = new pg.Pool()
      const client = await pool.connect()`,
    rows: {
      'pool.query("BEGIN")': 'sql text=0 pooled',
      'other.query("INSERT INTO orders VALUES ($1)", [1])': 'sql text=0 pooled',
      'client.query("BEGIN")': 'sql text=0',
      'client.query({ text: "SELECT 1", values: [] })': 'sql text=0.text',
      'client.query("DELETE FROM orders", (error, result) => {})': 'sql text=0 errors=callback',
    },
  },
  supabase: {
    setup: `
      import { createClient, type SupabaseClient } from '@supabase/supabase-js'
      import { createServerClient } from '@supabase/ssr'
      const db = createClient('', '')
      const ssr = createServerClient('', '', {})
      declare const injected: SupabaseClient<any>
      declare const name: any`,
    rows: {
      'db.from("orders").insert({})': 'table argument=0, write(create) lazy=await errors=value table=chain data=0',
      'ssr.from("orders").insert({}).select().single().throwOnError()':
        'table argument=0, write(create) lazy=await errors=value table=chain data=0, modify throws',
      'injected.from("orders").update({}).eq("id", 1)': 'table argument=0, write(update) lazy=await errors=value table=chain data=0, modify where=0',
      'db.from("orders").upsert({}, { onConflict: "id" })': 'table argument=0, write(upsert) lazy=await errors=value table=chain data=0',
      'db.from("orders").delete().match({ id: 1 })': 'table argument=0, write(delete) lazy=await errors=value table=chain, modify where=0',
      'db.from("orders").select().eq("id", 1).maybeSingle()': 'table argument=0, read lazy=await errors=value table=chain, modify where=0',
      'db.schema("shop").from("orders").insert({})': 'derive, table argument=0, write(create) lazy=await errors=value table=chain data=0',
      'db.rpc("add_credits", { n: 1 })': 'write(unknown) lazy=await errors=value table=0 data=1',
      'db.rpc("get_balance", {})': 'read lazy=await errors=value table=0',
      'db.rpc(name)': 'write(unknown) lazy=await errors=value table=0 data=1',
      'db.auth.admin.updateUserById("id", {})': 'write(update) errors=value where=0 data=1',
    },
  },
})
