/** Spec section 3: which writes may be applied twice. A webhook that fails is delivered again, so there the difference decides. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { onPaid } from '../harness/shop'

describe('may be repeated', () => {
  test('an upsert', () =>
    checkFindings(
      onPaid(`
  await db.payment.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id }, update: {} })
  //               ^^^^^^ c redelivery
`),
    ))

  test('an update that sets values', () =>
    checkFindings(
      onPaid(`
  await db.order.update({ where: { id: intent.metadata.order }, data: { status: 'paid' } })
  //             ^^^^^^ c redelivery
`),
    ))

  test('a delete', () =>
    checkFindings(
      onPaid(`
  await db.order.deleteMany({ where: { userId: intent.metadata.user, status: 'draft' } })
  //             ^^^^^^^^^^ c redelivery
`),
    ))

  test('an insert whose key of the provider is unique in the schema', () =>
    checkFindings(
      onPaid(`
  await db.payment.create({ data: { intentId: intent.id } })
  //               ^^^^^^ c redelivery
`),
    ))

  test('an insert that does nothing on conflict', () =>
    checkFindings(
      onPaid(
        `
  await orm.insert(payments).values({ intentId: intent.id }).onConflictDoNothing()
  //        ^^^^^^ c redelivery
`,
        `
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, serial, text } from 'drizzle-orm/pg-core'
const payments = pgTable('payments', { id: serial('id').primaryKey(), intentId: text('intent_id').unique() })
const orm = drizzle('postgres://localhost/shop')
`,
      ),
    ))

  test('an insert with the id of the payment, where the schema would make one up', () =>
    checkFindings(
      onPaid(
        `
  await orm.insert(payments).values({ id: intent.id, paid: true })
  //        ^^^^^^ c redelivery
  await orm.insert(payments).values({ paid: true })
  //        ^^^^^^ d not-idempotent
`,
        `
import { drizzle } from 'drizzle-orm/node-postgres'
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
const payments = pgTable('payments', { id: text('id').primaryKey().$defaultFn(() => crypto.randomUUID()), paid: boolean('paid') })
const orm = drizzle('postgres://localhost/shop')
`,
      ),
    ))

  test('an insert that updates on conflict of a unique key, though its id is made up', () =>
    checkFindings(
      onPaid(
        `
  await orm.insert(payments).values({ id: crypto.randomUUID(), intentId: intent.id }).onConflictDoUpdate({ target: payments.intentId, set: { paid: true } })
  //        ^^^^^^ c redelivery
`,
        `
import { drizzle } from 'drizzle-orm/node-postgres'
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
const payments = pgTable('payments', { id: text('id').primaryKey(), intentId: text('intent_id').unique(), paid: boolean('paid') })
const orm = drizzle('postgres://localhost/shop')
`,
      ),
    ))

  test('any write after one of several look-ups made together found nothing', () =>
    checkFindings(
      onPaid(`
  const [account, known] = await Promise.all([db.account.findUnique({ where: { id: '1' } }), db.order.findFirst({ where: { id: intent.metadata.orderId } })])
  if (known) return new Response('seen')
  await db.order.create({ data: { total: account.balance } })
  //             ^^^^^^ c redelivery
`),
    ))

  test('any write after a look-up found nothing', () =>
    checkFindings(
      onPaid(`
  const existing = await db.order.findFirst({ where: { paymentId: intent.id } })
  if (existing) return new Response('seen')
  await db.order.create({ data: { paymentId: intent.id, total: 1 } })
  //             ^^^^^^ c redelivery
`),
    ))

  test('any write after an empty snapshot', () =>
    checkFindings(
      onPaid(
        `
  const found = await store.collection('orders').where('paymentId', '==', intent.id).limit(1).get()
  if (!found.empty) return new Response('seen')
  await store.collection('orders').add({ paymentId: intent.id, total: 1 })
  //                               ^^^ c redelivery
  const account = await store.collection('accounts').doc(intent.metadata.user).get()
  if (!account.exists) {
    await store.collection('accounts').add({ user: intent.metadata.user })
    //                                 ^^^ c redelivery
  }
`,
        `
import { getFirestore } from 'firebase-admin/firestore'
const store = getFirestore()
`,
      ),
    ))

  test('any write after a look-up found the row still pending', () =>
    checkFindings(
      onPaid(`
  const order = await db.order.findUnique({ where: { id: intent.metadata.order } })
  if (order?.status !== 'pending') return new Response('seen')
  await db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })
    //               ^^^^^^ a transaction redelivery idempotent:yes
    await tx.order.update({ where: { id: order.id }, data: { status: 'paid' } })
    //             ^^^^^^ a transaction redelivery idempotent:yes
  })
`),
    ))

  test('any write after the event was claimed in the same transaction', () =>
    checkFindings(
      onPaid(`
  await db.$transaction(async (tx) => {
    await tx.webhookEvent.create({ data: { id: event.id } })
    await tx.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })
    //               ^^^^^^ a transaction redelivery idempotent:yes
  })
`),
    ))
})

describe('a list inside a loaded row that grows', () => {
  const courses = (guard: string, label: string): string =>
    onPaid(
      `
  const user = await User.findById(intent.metadata.user)
  ${guard}
  user.courses.push(intent.metadata.course)
  await user.save()
  //         ^^^^ ${label}
`,
      `
import mongoose from 'mongoose'
const User = mongoose.model('User', new mongoose.Schema({ courses: [String] }))
`,
    )

  test('grows again', () => checkFindings(courses('', 'd not-idempotent')))
  test.each([
    'if (user.courses.includes(intent.metadata.course)) return new Response()',
    'if (user.courses.some((course) => course === intent.metadata.course)) return new Response()',
    'if (user.courses.find((course) => course === intent.metadata.course)) return new Response()',
  ])('unless it was searched: %s', (guard) => checkFindings(courses(guard, 'c redelivery')))
})

describe('may not be repeated', () => {
  test('an insert with a generated key', () =>
    checkFindings(
      onPaid(`
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d not-idempotent
`),
    ))

  test('an increment', () =>
    checkFindings(
      onPaid(`
  await db.account.update({ where: { id: '1' }, data: { balance: { increment: intent.amount } } })
  //               ^^^^^^ d not-idempotent
`),
    ))

  test('a counter that is read, changed and written back', () =>
    checkFindings(
      onPaid(`
  const account = await db.account.findUnique({ where: { id: '1' } })
  await db.account.update({ where: { id: '1' }, data: { balance: account.balance + intent.amount } })
  //               ^^^^^^ d not-idempotent
`),
    ))

  test('a counter of a row that was fetched along with others', () =>
    checkFindings(
      onPaid(`
  const [order, account] = await Promise.all([db.order.findUnique({ where: { id: '1' } }), db.account.findUnique({ where: { id: '1' } })])
  await db.account.update({ where: { id: order.userId }, data: { balance: account.balance + intent.amount } })
  //               ^^^^^^ d not-idempotent
`),
    ))

  test('an insert that does nothing on conflict of a key made up for it', () =>
    checkFindings(
      onPaid(
        `
  await orm.insert(payments).values({ id: crypto.randomUUID() }).onConflictDoNothing()
  //        ^^^^^^ d not-idempotent
`,
        `
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text } from 'drizzle-orm/pg-core'
const payments = pgTable('payments', { id: text('id').primaryKey() })
const orm = drizzle('postgres://localhost/shop')
`,
      ),
    ))
})
