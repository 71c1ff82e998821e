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
      't.set(ref, {})': 'write(upsert) table=0 where=0 data=1',
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
      'storage.sql.exec("DELETE FROM orders")': 'sql text=0',
      'kv.put("order", "")': 'cache',
    },
  },
})
