/** Document stores: MongoDB, Firestore and DynamoDB. Each refuses the second write in its own way when nothing is left. */
import { load, serverAddress, type Engine, type Rows } from './engine'

interface MongoClient {
  db(name: string): {
    collection(name: string): {
      deleteMany(filter: object): Promise<unknown>
      insertOne(document: object): Promise<unknown>
      find(): { toArray(): Promise<readonly object[]> }
      findOne(filter: object): Promise<{ readonly left: number } | null>
    }
    createCollection(name: string, options: object): Promise<unknown>
  }
  close(): Promise<void>
}

const mongo = serverAddress('PAIDPATH_MONGODB')
/** The first message then is of the same form as all others, which is all that the stand-in reads. */
const mongoOptions = { serverApi: '1' }
let mongoClient: MongoClient | null = null

function mongoDatabase(): ReturnType<MongoClient['db']> {
  const { MongoClient: Created } = load('mongodb') as { readonly MongoClient: new (url: string, options: object) => MongoClient }
  mongoClient ??= new Created(mongo.address, mongoOptions)
  return mongoClient.db('shop')
}

function onMongo(store: string, stock: string, module: string): Engine {
  return {
    store,
    on: mongo.address.endsWith('appName=mongod') ? 'MongoDB' : 'a stand-in for MongoDB',
    modules: { '/db.js': module },
    missing: mongo.missing,
    prepare: async () => {
      await mongoDatabase().createCollection('orders', {})
      // The validator refuses what would go below nothing.
      await mongoDatabase().createCollection(stock, { validator: { left: { $gte: 0 } } })
    },
    reset: async ({ left }) => {
      await mongoDatabase().collection('orders').deleteMany({})
      await mongoDatabase().collection(stock).deleteMany({})
      await mongoDatabase().collection(stock).insertOne({ reference: 'pi_1', left })
    },
    rows: async () => ({
      orders: (await mongoDatabase().collection('orders').find().toArray()).length,
      left: (await mongoDatabase().collection(stock).findOne({}))?.left ?? 0,
    }),
    close: async () => {
      await mongoClient?.close()
      mongoClient = null
    },
  }
}

const firestoreServer = serverAddress('PAIDPATH_FIRESTORE')

interface Firestore {
  collection(name: string): {
    get(): Promise<{ readonly size: number; readonly docs: readonly { readonly ref: { delete(): Promise<unknown> } }[] }>
    doc(id: string): {
      set(data: object): Promise<unknown>
      get(): Promise<{ data(): { readonly left: number } | undefined }>
    }
  }
  terminate(): Promise<void>
}

let firestoreClient: Firestore | null = null

function firestore(): Firestore {
  if (firestoreClient !== null) return firestoreClient
  process.env['FIRESTORE_EMULATOR_HOST'] = firestoreServer.address
  const { initializeApp } = load('firebase-admin/app') as { readonly initializeApp: (options: object, name: string) => object }
  const { getFirestore } = load('firebase-admin/firestore') as { readonly getFirestore: (app: object) => Firestore }
  firestoreClient = getFirestore(initializeApp({ projectId: 'shop' }, 'tests'))
  return firestoreClient
}

const firestoreEngine: Engine = {
  store: 'Firestore',
  on: 'the Firestore emulator',
  modules: {
    '/db.js': `
import { initializeApp } from 'firebase-admin/app'
import { getFirestore } from 'firebase-admin/firestore'
export const db = getFirestore(initializeApp({ projectId: 'shop' }))`,
  },
  missing: firestoreServer.missing,
  prepare: () => {
    firestore()
    return Promise.resolve()
  },
  // A document that is not there cannot be updated.
  reset: async ({ left }) => {
    for (const name of ['orders', 'stock']) for (const { ref } of (await firestore().collection(name).get()).docs) await ref.delete()
    if (left > 0) await firestore().collection('stock').doc('pi_1').set({ left })
  },
  rows: async (): Promise<Rows> => ({
    orders: (await firestore().collection('orders').get()).size,
    left: (await firestore().collection('stock').doc('pi_1').get()).data()?.left ?? 0,
  }),
  close: async () => {
    await firestoreClient?.terminate()
  },
}

const dynamo = serverAddress('PAIDPATH_DYNAMODB')

interface Dynamo {
  send(command: object): Promise<{ readonly Items?: readonly Readonly<Record<string, { readonly S?: string; readonly N?: string }>>[] }>
  destroy(): void
}
type Command = new (input: object) => object

const dynamoOptions = { endpoint: dynamo.address, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }
let dynamoClient: Dynamo | null = null

function sendDynamo(name: string, input: object): ReturnType<Dynamo['send']> {
  const library = load('@aws-sdk/client-dynamodb') as Readonly<Record<string, Command>> & { readonly DynamoDBClient: new (options: object) => Dynamo }
  dynamoClient ??= new library.DynamoDBClient(dynamoOptions)
  const Named = library[name]
  if (Named === undefined) throw new Error(`There is no ${name}`)
  return dynamoClient.send(new Named(input))
}

const dynamoEngine: Engine = {
  store: 'DynamoDB',
  on: 'DynamoDB Local',
  modules: {
    '/db.js': `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
export const client = DynamoDBDocumentClient.from(new DynamoDBClient(${JSON.stringify(dynamoOptions)}))`,
  },
  missing: dynamo.missing,
  prepare: async () => {
    for (const TableName of ['orders', 'stock'])
      await sendDynamo('CreateTableCommand', {
        TableName,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      })
  },
  // Nothing can be added to a text.
  reset: async ({ left }) => {
    const { Items = [] } = await sendDynamo('ScanCommand', { TableName: 'orders' })
    for (const { id } of Items) await sendDynamo('DeleteItemCommand', { TableName: 'orders', Key: { id } })
    await sendDynamo('PutItemCommand', { TableName: 'stock', Item: { id: { S: 'pi_1' }, amount: left === 0 ? { S: 'none' } : { N: String(left) } } })
  },
  rows: async () => ({
    orders: (await sendDynamo('ScanCommand', { TableName: 'orders' })).Items?.length ?? 0,
    left: Number((await sendDynamo('ScanCommand', { TableName: 'stock' })).Items?.[0]?.['amount']?.N ?? 0),
  }),
  close: () => {
    dynamoClient?.destroy()
    return Promise.resolve()
  },
}

const mongoUrl = JSON.stringify(mongo.address)

export const documentEngines: readonly Engine[] = [
  onMongo(
    'the MongoDB driver',
    'stock',
    `import { MongoClient } from 'mongodb'\nexport const client = new MongoClient(${mongoUrl}, ${JSON.stringify(mongoOptions)})\nexport const db = client.db('shop')`,
  ),
  onMongo(
    'Mongoose',
    'stocks',
    `
import mongoose from 'mongoose'
await mongoose.connect(${mongoUrl}, { dbName: 'shop', ...${JSON.stringify(mongoOptions)} })
export const Order = mongoose.model('Order', new mongoose.Schema({ reference: String }))
export const Stock = mongoose.model('Stock', new mongoose.Schema({ reference: String, left: Number }))`,
  ),
  firestoreEngine,
  dynamoEngine,
]
