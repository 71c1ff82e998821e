/** Spec section 3: a value that the store computes from the row's present one is applied again by a redelivery. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'

/** The line runs in a Stripe webhook, between its imports and its answer. */
function inWebhook(imports: string, lines: string): Promise<void> {
  return checkFindings(`
//- /app/api/webhooks/stripe/route.ts
import Stripe from 'stripe'
${imports}
const stripe = new Stripe('key')
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type !== 'payment_intent.succeeded') return new Response('ignored')
  const intent = event.data.object
${lines}
  return new Response('ok')
}
`)
}

describe('SQL in a query builder', () => {
  const drizzle = `
import { drizzle } from 'drizzle-orm/node-postgres'
import { eq, sql } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
const users = pgTable('users', { id: text('id').primaryKey(), credits: integer('credits') })
const db = drizzle('url')`
  const kysely = `
import { Kysely, sql } from 'kysely'
const db = new Kysely<any>({})`
  const knex = `
import makeKnex from 'knex'
const knex = makeKnex({})`

  test('drizzle: arithmetic on a column, on conflict as well', () =>
    inWebhook(
      drizzle,
      `
  await db.update(users).set({ credits: sql\`\${users.credits} + 10\` }).where(eq(users.id, '1'))
  //       ^^^^^^ d not-idempotent
  await db.update(users).set({ credits: sql\`COALESCE(credits, 0) - \${intent.amount}\` }).where(eq(users.id, '1'))
  //       ^^^^^^ d not-idempotent
  await db.insert(users).values({ id: '1', credits: 10 }).onConflictDoUpdate({ target: users.id, set: { credits: sql\`\${users.credits} + 10\` } })
  //       ^^^^^^ d not-idempotent
`,
    ))
  test('drizzle: moments, and columns set to what the statement brings', () =>
    inWebhook(
      drizzle,
      `
  await db.update(users).set({ paidAt: sql\`now()\`, until: sql\`now() + interval '30 days'\` }).where(eq(users.id, '1'))
  //       ^^^^^^ c redelivery
  await db.insert(users).values({ id: '1', credits: 10 }).onConflictDoUpdate({ target: users.id, set: { credits: sql\`excluded.credits\` } })
  //       ^^^^^^ c redelivery
`,
    ))
  test('kysely: by sql, by an expression, on conflict', () =>
    inWebhook(
      kysely,
      `
  await db.updateTable('users').set({ credits: sql\`credits + 10\` }).where('id', '=', '1').execute()
  //       ^^^^^^^^^^^ d not-idempotent
  await db.updateTable('users').set((eb) => ({ credits: eb('credits', '+', 10) })).where('id', '=', '1').execute()
  //       ^^^^^^^^^^^ d not-idempotent
  await db.insertInto('users').values({ id: '1' }).onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ credits: eb('users.credits', '+', 10) }))).execute()
  //       ^^^^^^^^^^ d not-idempotent
  await db.insertInto('users').values({ id: '1' }).onConflict((oc) => oc.column('id').doUpdateSet({ credits: 10 })).execute()
  //       ^^^^^^^^^^ c redelivery
`,
    ))
  test('knex: raw', () =>
    inWebhook(
      knex,
      `
  await knex('users').where({ id: '1' }).update({ credits: knex.raw('?? + ?', ['credits', 10]) })
  //                                     ^^^^^^ d not-idempotent
  await knex('users').where({ id: '1' }).update({ paid_at: knex.raw('CURRENT_TIMESTAMP') })
  //                                     ^^^^^^ c redelivery
`,
    ))
  test('typeorm: a column set by a function', () =>
    inWebhook(
      `
import { Repository } from 'typeorm'
declare const users: Repository<{ credits: number }>`,
      `
  await users.update({ id: '1' }, { credits: () => 'credits + 10' })
  //          ^^^^^^ d not-idempotent
  await users.update({ id: '1' }, { paidAt: () => 'CURRENT_TIMESTAMP' })
  //          ^^^^^^ c redelivery
`,
    ))
})

test('DynamoDB: update expressions', () =>
  inWebhook(
    `
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
const db = DynamoDBDocumentClient.from({})`,
    `
  await db.send(new UpdateCommand({ TableName: 'users', Key: { id: '1' }, UpdateExpression: 'ADD credits :n' }))
  //       ^^^^ d not-idempotent
  await db.send(new UpdateCommand({ TableName: 'users', Key: { id: '1' }, UpdateExpression: 'SET credits = if_not_exists(credits, :zero) + :n' }))
  //       ^^^^ d not-idempotent
  await db.send(new UpdateCommand({ TableName: 'users', Key: { id: '1' }, UpdateExpression: 'SET #status = :paid, credits = :n' }))
  //       ^^^^ c redelivery
`,
  ))

describe('what stands in for a missing row is written once', () => {
  const prisma = `
import { PrismaClient } from '@prisma/client'
const db = new PrismaClient()`

  test('find ?? create', () =>
    inWebhook(
      prisma,
      `
  const order = (await db.order.findFirst({ where: { intentId: intent.id } })) ?? (await db.order.create({ data: { intentId: intent.id } }))
  //                                                                                              ^^^^^^ c redelivery
`,
    ))
  test('find, then ??=', () =>
    inWebhook(
      prisma,
      `
  let order = await db.order.findFirst({ where: { intentId: intent.id } })
  order ??= await db.order.create({ data: { intentId: intent.id } })
  //                       ^^^^^^ c redelivery
`,
    ))
})
