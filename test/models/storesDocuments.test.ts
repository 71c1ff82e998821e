import { describeLibraries } from './effectsOf'

describeLibraries('Document, key-value and hosted stores', {
  mongodb: {
    setup: `
      import { MongoClient, ClientSession, Collection } from 'mongodb'
      const client = new MongoClient('')
      const db = client.db('shop')
      declare const orders: Collection<any>
      declare const session: ClientSession`,
    rows: {
      'db.collection("orders").insertOne({}, { session })': 'table argument=0, write(create) table=chain data=0 join=1.session',
      'orders.updateOne({}, { $set: {} }, { session, upsert: true })': 'write(update) table=chain where=0 data=1 join=2.session',
      'orders.findOneAndUpdate({}, { $inc: {} })': 'write(update) table=chain where=0 data=1 join=2.session',
      'orders.deleteMany({})': 'write(delete) table=chain where=0 join=1.session',
      'orders.bulkWrite([])': 'write(unknown) table=chain data=0 join=1.session',
      'orders.findOne({ id: 1 })': 'read table=chain where=0',
      'orders.find({ id: 1 }).toArray()': 'read table=chain where=0',
      'session.withTransaction(async () => { await orders.insertOne({}, { session }) })': 'transaction run=0 handle=0 repeats receiver',
      'client.withSession(async (session) => {})': 'call run=-1',
      'session.startTransaction()': 'begin',
      'session.commitTransaction()': 'commit',
      'session.abortTransaction()': 'rollback',
    },
  },
  'firestore on the server': {
    setup: `
      import * as admin from 'firebase-admin'
      import { getFirestore, FieldValue } from 'firebase-admin/firestore'
      import { Firestore } from '@google-cloud/firestore'
      const db = getFirestore()
      const old = admin.firestore()
      const own = new Firestore()
      const batch = db.batch()
      declare const t: admin.firestore.Transaction
      declare const ref: admin.firestore.DocumentReference`,
    rows: {
      'db.collection("orders").add({})': 'table argument=0, write(create) table=chain data=0',
      'old.collection("orders").doc("1").set({}, { merge: true })': 'table argument=0, modify where=0, write(upsert) table=chain data=0',
      'own.collection("orders").doc().set({})': 'table argument=0, write(create) table=chain data=0',
      'own.collection("orders").doc("1").create({})': 'table argument=0, modify where=0, write(create) table=chain data=0 idempotent=always',
      'db.doc("orders/1").update({})': 'table argument=0, modify where=0, write(update) table=chain data=0',
      'ref.delete()': 'write(delete) table=chain',
      'ref.get()': 'read table=chain',
      'db.collection("orders").where("id", "==", 1).limit(1).get()': 'table argument=0, modify where=0, read table=chain',
      'db.runTransaction(async (t) => { t.update(ref, {}) })': 'transaction run=0 handle=0 repeats',
      't.set(ref, {})': 'write(upsert) lazy=sync table=0 where=0 data=1',
      'db.batch()': 'stage',
      'batch.set(ref, {}).update(ref, {})': 'write(upsert) table=0 where=0 data=1, write(update) table=0 where=0 data=1',
      'batch.commit()': 'commit',
      'FieldValue.increment(1)': 'relative',
      'admin.firestore.FieldValue.increment(1)': 'relative',
      'admin.database().ref("orders").push({})': 'table argument=0, write(create) table=chain data=0',
    },
  },
  'firestore in the browser': {
    setup: `
      import { addDoc, collection, doc, getFirestore, increment, runTransaction, setDoc, updateDoc, writeBatch } from 'firebase/firestore'
      const db = getFirestore()
      const ref = doc(db, 'orders', '1')
      const batch = writeBatch(db)`,
    rows: {
      'setDoc(ref, {})': 'write(upsert) table=0 where=0 data=1',
      'addDoc(collection(db, "orders"), {})': 'write(create) table=0 data=1',
      'updateDoc(ref, { n: increment(1) })': 'write(update) table=0 where=0 data=1',
      'doc(db, "orders", "1")': 'table argument=1, modify where=2',
      'runTransaction(db, async (t) => { t.update(ref, {}) })': 'transaction run=1 handle=0 repeats',
      'batch.set(ref, {})': 'write(upsert) table=0 where=0 data=1',
      'batch.commit()': 'commit',
      'increment(1)': 'relative',
    },
  },
  'cloudflare durable objects and KV': {
    setup: `declare const storage: DurableObjectStorage; declare const kv: KVNamespace`,
    rows: {
      'storage.put("order", {})': 'write(upsert) table=0 where=0 data=1',
      'storage.transaction(async (txn) => { await txn.put("order", {}) })': 'transaction run=0 handle=0 repeats',
      'storage.sql.exec("DELETE FROM orders")': 'sql text=0 lazy=sync',
      'kv.put("order", "")': 'cache',
    },
  },
  dynamodb: {
    setup: `
      import { DynamoDB, DynamoDBClient, PutItemCommand, UpdateItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
      import { DynamoDBDocument, DynamoDBDocumentClient, PutCommand, UpdateCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
      const raw = new DynamoDBClient({})
      const client = DynamoDBDocumentClient.from(raw)
      const command = new UpdateCommand({})
      declare const unknown: any`,
    rows: {
      'raw.send(new PutItemCommand({}))': 'write(upsert) table=0.TableName where=0.Item data=0.Item',
      'raw.send(new UpdateItemCommand({}))': 'write(update) table=0.TableName where=0.Key data=0.UpdateExpression',
      'raw.send(new TransactWriteItemsCommand({}))': 'write(unknown) table=0.TransactItems data=0.TransactItems, batch list=0.TransactItems',
      'client.send(new PutCommand({}))': 'write(upsert) table=0.TableName where=0.Item data=0.Item',
      'client.send(command)': 'write(update) table=0.TableName where=0.Key data=0.UpdateExpression',
      'client.send(new GetCommand({}))': 'read table=0.TableName where=0.Key',
      'client.send(new PutItemCommand({}))': 'write(upsert) table=0.TableName where=0.Item data=0.Item',
      'client.send(unknown)': '',
      'new PutCommand({})': 'pass argument=0',
      'DynamoDBDocument.from(raw).delete({})': 'write(delete) table=0.TableName where=0.Key',
      'new DynamoDB({}).putItem({})': 'write(upsert) table=0.TableName where=0.Item data=0.Item',
    },
  },
  'aws-sdk 2': {
    setup: `
      import AWS from 'aws-sdk'
      import { DynamoDB } from 'aws-sdk'
      const client = new AWS.DynamoDB.DocumentClient()
      const other = new DynamoDB.DocumentClient()
      const sqs = new AWS.SQS()`,
    rows: {
      'client.put({}).promise()': 'write(upsert) lazy=run table=0.TableName where=0.Item data=0.Item, run',
      'other.update({}, (error) => {})': 'write(update) errors=callback table=0.TableName where=0.Key data=0.UpdateExpression',
      'client.transactWrite({}).promise()': 'write(unknown) lazy=run table=0.TransactItems data=0.TransactItems, batch list=0.TransactItems, run',
      'sqs.sendMessage({}).promise()': 'enqueue(durable) name=0.QueueUrl payload=0.MessageBody, run',
    },
  },
  dynamoose: {
    setup: `import * as dynamoose from 'dynamoose'; const Order = dynamoose.model('Order'); const order = new Order({})`,
    rows: {
      'Order.create({})': 'write(create) data=0 idempotent=always',
      'order.save()': 'write(save) data=this',
      'dynamoose.transaction([Order.transaction.create({})])': 'batch list=0',
    },
  },
  electrodb: {
    setup: `import { Entity, Service } from 'electrodb'; const Order = new Entity({}); const shop = new Service({})`,
    rows: {
      'Order.put({}).go()': 'write(upsert) lazy=run data=0, run',
      'Order.update({ id: 1 }).set({}).go()': 'write(update) lazy=run where=0, modify data=0, run',
      'Order.update({ id: 1 }).add({ n: 1 }).go()': 'write(update) lazy=run where=0, modify form=increment data=0, run',
      'shop.transaction.write(({ order }) => [order.create({}).commit()]).go()': 'transaction run=0 handle=0, run',
    },
  },
  convex: {
    setup: `
      import { mutation, httpAction, type MutationCtx } from './_generated/server'
      import { internal } from './_generated/api'
      import { ConvexHttpClient } from 'convex/browser'
      declare const ctx: MutationCtx
      const client = new ConvexHttpClient('')`,
    rows: {
      'ctx.db.insert("orders", {})': 'write(create) table=0 data=1, batch list=0',
      'ctx.db.patch("id", {})': 'write(update) table=0 where=0 data=1, batch list=0',
      'ctx.db.query("orders").withIndex("by_id", (q) => q).unique()': 'read table=0, modify where=1',
      'ctx.scheduler.runAfter(0, internal.mail.send, {})': 'enqueue(durable) name=1 payload=2',
      'mutation({ args: {}, handler: async (ctx) => { await ctx.db.insert("orders", {}) } })': 'entry(rpc) run=0.handler onThrow=fail, pass argument=0.handler',
      'httpAction(async (ctx, request) => { await ctx.runMutation(internal.orders.pay, {}); return new Response() })': 'entry(http) run=0 onThrow=non-2xx',
      'client.mutation(internal.orders.pay, {})': 'procedure run=0 input=1 atomic',
    },
  },
  'content systems': {
    setup: `
      import { getPayload, type PayloadRequest } from 'payload'
      import type { Core } from '@strapi/strapi'
      import type { KeystoneContext } from '@keystone-6/core/types'
      const payload = await getPayload({})
      declare const req: PayloadRequest
      declare const injected: Core.Strapi
      import type { KeystoneContext as EarlierContext } from '@keystone-next/types'
      declare const context: KeystoneContext
      declare const earlier: EarlierContext`,
    rows: {
      'payload.create({ collection: "orders", data: {}, req })': 'write(create) table=0.collection data=0.data join=0.req',
      'req.payload.update({ collection: "orders", id: 1, data: {} })': 'write(update) table=0.collection where=0.id data=0.data join=0.req',
      'payload.update({ collection: "orders", where: {}, data: {} })': 'write(update) table=0.collection where=0.where data=0.data join=0.req',
      'payload.jobs.queue({ task: "fulfil", input: {} })': 'enqueue(durable) name=0.task payload=0.input',
      'payload.db.beginTransaction()': 'begin',
      'strapi.entityService.update("api::order.order", 1, { data: {} })': 'write(update) table=0 where=1 data=2.data',
      'injected.documents("api::order.order").create({ data: {} })': 'table argument=0, write(create) table=chain data=0.data',
      'strapi.db.query("api::order.order").update({ where: {}, data: {} })': 'table argument=0, write(update) table=chain where=0.where data=0.data',
      'strapi.db.transaction(async () => {})': 'transaction run=0',
      'strapi.services.order.create({ total: 1 })': 'write(create) data=0',
      'strapi.service("api::order.order").create({ data: {} })': 'table argument=0, write(create) table=chain data=0.data',
      'context.lists.Order.createOne({ data: {} })': 'derive, write(create) data=0.data',
      'context.db.Order.createOne({ data: {} })': 'derive, write(create) data=0.data',
      'context.sudo().query.Order.updateOne({ where: {}, data: {} })': 'derive, derive, write(update) where=0.where data=0.data',
      'earlier.lists.Order.createOne({ data: {} })': 'derive, write(create) data=0.data',
      'context.transaction(async (tx) => { await tx.db.Order.createOne({ data: {} }) })': 'transaction run=0 handle=0',
    },
  },
  medusa: {
    setup: `
      import { MedusaService } from '@medusajs/framework/utils'
      import type { IOrderModuleService } from '@medusajs/framework/types'
      import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
      class ShopService extends MedusaService({}) {}
      const shop = new ShopService()
      declare const orders: IOrderModuleService`,
    rows: {
      'orders.createOrders([{}])': 'write(create) data=0',
      'shop.updateReceipts({ id: 1 })': 'write(update) where=0 data=1',
      'orders.retrieveOrder("1")': 'read where=0',
      'createStep("save", async (input) => new StepResponse(input), async () => {})': 'step run=1 compensate=2 wraps',
    },
  },
  'redis clients': {
    setup: `
      import Redis from 'ioredis'
      import { createClient } from 'redis'
      import { Redis as Upstash } from '@upstash/redis'
      import { kv } from '@vercel/kv'
      const io = new Redis()
      const node = createClient()
      const upstash = Upstash.fromEnv()`,
    rows: {
      'io.set("event", "1", "EX", 60, "NX")': 'cache',
      'io.get("event")': 'cache',
      'node.setEx("event", 60, "1")': 'cache',
      'node.hSet("order", {})': 'cache',
      'upstash.incr("count")': 'cache',
      'kv.set("event", true)': 'cache',
      'io.xadd("orders", "*", "id", "1")': 'enqueue(durable) name=0 payload=-1',
      'io.publish("orders", "1")': 'enqueue(memory) name=0 payload=1',
    },
  },
  'authentication adapters': {
    setup: `
      import type { Adapter } from '@auth/core/adapters'
      import { PrismaAdapter } from '@auth/prisma-adapter'
      import { clerkClient } from '@clerk/nextjs/server'
      declare const adapter: Adapter
      const prisma = PrismaAdapter({})`,
    rows: {
      'adapter.updateUser!({ id: 1 })': 'write(update) where=0.id data=0',
      'prisma.createUser!({})': 'write(create) data=0',
      'adapter.createSession!({})': '',
      'clerkClient.users.updateUserMetadata("id", {})': 'write(update) where=0 data=1',
    },
  },
  'graph stores': {
    setup: `
      import { createClient } from 'edgedb'
      import neo4j from 'neo4j-driver'
      const gel = createClient()
      const session = neo4j.driver('').session()`,
    rows: {
      'gel.execute("insert Order {}")': 'sql text=0',
      'gel.transaction(async (tx) => { await tx.execute("insert Order {}") })': 'transaction run=0 handle=0 repeats',
      'session.run("CREATE (o:Order)")': 'sql text=0',
      'session.executeWrite(async (tx) => { await tx.run("CREATE (o:Order)") })': 'transaction run=0 handle=0 repeats',
      'session.beginTransaction()': 'begin',
    },
  },
  'hosted stores': {
    setup: `
      import PocketBase from 'pocketbase'
      import { Client, Databases } from 'node-appwrite'
      import { init } from '@instantdb/admin'
      import { CosmosClient } from '@azure/cosmos'
      const pb = new PocketBase('')
      const appwrite = new Databases(new Client())
      const instant = init({})
      const cosmos = new CosmosClient({})`,
    rows: {
      'pb.collection("orders").create({})': 'table argument=0, write(create) table=chain data=0',
      'pb.createBatch().send()': 'stage, commit',
      'appwrite.updateDocument("db", "orders", "1", {})': 'write(update) table=1 where=2 data=3',
      'appwrite.createDocument({ databaseId: "db", collectionId: "orders", documentId: "1", data: {} })':
        'write(create) table=0.collectionId where=0.documentId data=0.data join=0.transactionId',
      'instant.transact([])': 'write(update) table=0 data=0, batch list=0',
      'cosmos.database("shop").container("orders").items.upsert({})': 'table argument=0, write(upsert) table=chain data=0',
    },
  },
  'nestjs-cls and lucid': {
    setup: `
      import { Transactional, TransactionHost } from '@nestjs-cls/transactional'
      import { BaseModel } from '@adonisjs/lucid/orm'
      import db from '@adonisjs/lucid/services/db'
      class Order extends BaseModel { status: string }
      declare const host: TransactionHost`,
    rows: {
      '@Transactional() run() {}': 'transaction run=0',
      'host.withTransaction(async () => {})': 'transaction run=0',
      'Order.create({}, { client: 1 })': 'write(create) data=0 join=1.client',
      'Order.query().where("id", 1).update({})': 'table argument=this, modify where=0, write(update) lazy=await table=chain data=0',
      'new Order().save()': 'write(save) data=this',
      'db.transaction(async (trx) => { await trx.rawQuery("DELETE FROM orders") })': 'transaction run=0 handle=0',
    },
  },
})
