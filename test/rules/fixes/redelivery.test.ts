/** How a new row is looked for before it is written, in each store's own words, and when it is not. */
import { describe, expect, test } from 'vitest'
import { audited, fixed, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { shop, webhook } from './shop'

const database = (text: string): string => `//- /lib/db.ts\n${text}\n`
const imports = (names: string, more = ''): string => `import { ${names} } from '../../../lib/db'${more}`

const drizzle = database(`import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text } from 'drizzle-orm/pg-core'
export const orders = pgTable('orders', { id: text('id'), session: text('session') })
export const db = drizzle('postgres://shop')`)
const knex = database(`import knex from 'knex'\nexport const db = knex({ client: 'pg' })`)
const kysely = database(`import { Kysely } from 'kysely'\nexport const db = new Kysely({})`)
const objection = database(`import { Model } from 'objection'\nexport class Order extends Model {\n  static tableName = 'orders'\n}`)
const pg = database(`import { Pool } from 'pg'\nexport const pool = new Pool()`)
const postgres = database(`import postgres from 'postgres'\nexport const sql = postgres('postgres://shop')`)
const sqlite = database(`import Database from 'better-sqlite3'
export const db = new Database('shop.db')
export const insertOrder = db.prepare('INSERT INTO orders (session, total) VALUES (@session, 1)')`)
const supabase = database(`import { createClient } from '@supabase/supabase-js'\nexport const supabase = createClient('url', 'key')`)

/** The branch for a paid session, fixed; and the write then waits for another delivery, alone among the mechanisms. */
async function once(fixture: string): Promise<string> {
  const { files } = parseFixture(shop + fixture)
  const { files: after, operation } = await fixed(files, { kind: 'redelivery' })
  const { report } = await audited(after)
  const same = report.operations.filter(({ op, at }) => op === operation.op && at.file === operation.at.file)
  expect(same.map(({ paths }) => paths.map(({ mechanisms }) => mechanisms.map(({ kind }) => kind)))).toEqual([[['redelivery']]])
  const text = after['/app/webhooks/stripe/route.ts'] ?? ''
  return (/const session = event\.data\.object\n([^]*?)\n {2}\}\n/.exec(text)?.[1] ?? text).replaceAll(/^ {4}/gm, '')
}

async function refused(fixture: string, op?: string): Promise<string | null | undefined> {
  const { fixes } = await offersFor(parseFixture(shop + fixture).files, op)
  return fixes.find(({ kind }) => kind === 'redelivery')?.disabled
}

describe('where the result of the write is used, what was found stands in for it', () => {
  const cases: readonly { readonly name: string; readonly fixture: string; readonly after: string }[] = [
    {
      name: 'Prisma, with what it selects',
      fixture: webhook(`const order = await prisma.order.create({ data: { session: session.id }, include: { items: true } })\nconsole.log(order.items)`),
      after: `let order = await prisma.order.findFirst({ where: { session: session.id }, include: { items: true } })
if (!order) {
  order = await prisma.order.create({ data: { session: session.id }, include: { items: true } })
}
console.log(order.items)`,
    },
    {
      name: 'Prisma, of which a part is taken',
      fixture: webhook(`const { id } = await prisma.order.create({ data: { session: session.id } })\nconsole.log(id)`),
      after: `const { id } = (await prisma.order.findFirst({ where: { session: session.id } })) ?? (await prisma.order.create({ data: { session: session.id } }))
console.log(id)`,
    },
    {
      name: 'Drizzle',
      fixture:
        drizzle + webhook(`const [order] = await db.insert(orders).values({ session: session.id }).returning()\nconsole.log(order.id)`, imports('db, orders')),
      after: `let [order] = await db.select().from(orders).where(eq(orders.session, session.id))
if (!order) {
  [order] = await db.insert(orders).values({ session: session.id }).returning()
}
console.log(order.id)`,
    },
    {
      name: 'Drizzle, with the columns that it returns',
      fixture:
        drizzle +
        webhook(`const made = await db.insert(orders).values({ session: session.id }).returning({ id: orders.id })\nconsole.log(made)`, imports('db, orders')),
      after: `let made = await db.select({ id: orders.id }).from(orders).where(eq(orders.session, session.id))
if (made.length === 0) {
  made = await db.insert(orders).values({ session: session.id }).returning({ id: orders.id })
}
console.log(made)`,
    },
    {
      name: 'Knex',
      fixture: knex + webhook(`const [order] = await db('orders').insert({ session: session.id }, ['id'])\nconsole.log(order)`, imports('db')),
      after: `let [order] = await db('orders').where({ session: session.id }).select(['id'])
if (!order) {
  [order] = await db('orders').insert({ session: session.id }, ['id'])
}
console.log(order)`,
    },
    {
      name: 'Kysely',
      fixture:
        kysely +
        webhook(
          `const order = await db.insertInto('orders').values({ session: session.id }).returningAll().executeTakeFirstOrThrow()\nconsole.log(order)`,
          imports('db'),
        ),
      after: `let order = await db.selectFrom('orders').selectAll().where('session', '=', session.id).executeTakeFirst()
if (!order) {
  order = await db.insertInto('orders').values({ session: session.id }).returningAll().executeTakeFirstOrThrow()
}
console.log(order)`,
    },
    {
      name: 'Objection',
      fixture: objection + webhook(`const order = await Order.query().insert({ session: session.id })\nconsole.log(order)`, imports('Order')),
      after: `let order = await Order.query().findOne({ session: session.id })
if (!order) {
  order = await Order.query().insert({ session: session.id })
}
console.log(order)`,
    },
    {
      name: 'pg, the whole result',
      fixture:
        pg +
        webhook(
          `const result = await pool.query('INSERT INTO orders (session) VALUES ($1) RETURNING id', [session.id])\nconsole.log(result.rows[0].id)`,
          imports('pool'),
        ),
      after: `let result = await pool.query('SELECT id FROM orders WHERE session = $1', [session.id])
if (result.rows.length === 0) {
  result = await pool.query('INSERT INTO orders (session) VALUES ($1) RETURNING id', [session.id])
}
console.log(result.rows[0].id)`,
    },
    {
      name: 'pg, its first row',
      fixture:
        pg +
        webhook(
          `const { rows: [order] } = await pool.query('INSERT INTO orders (session) VALUES ($1) RETURNING *', [session.id])\nconsole.log(order)`,
          imports('pool'),
        ),
      after: `let { rows: [order] } = await pool.query('SELECT * FROM orders WHERE session = $1', [session.id])
if (!order) {
  ({ rows: [order] } = await pool.query('INSERT INTO orders (session) VALUES ($1) RETURNING *', [session.id]))
}
console.log(order)`,
    },
    {
      name: 'postgres',
      fixture:
        postgres + webhook('const [order] = await sql`INSERT INTO orders (session) VALUES (${session.id}) RETURNING *`\nconsole.log(order)', imports('sql')),
      after: `let [order] = await sql\`SELECT * FROM orders WHERE session = \${session.id}\`
if (!order) {
  [order] = await sql\`INSERT INTO orders (session) VALUES (\${session.id}) RETURNING *\`
}
console.log(order)`,
    },
  ]
  for (const { name, fixture, after } of cases)
    test(name, async () => {
      expect(await once(fixture)).toBe(after)
    })
})

describe('Supabase, whose error the code below tests', () => {
  const write = `const { data: order, error } = await supabase.from('orders').insert({ session: session.id }).select('id').single()\nif (error) throw error\nconsole.log(order.id)`
  const fixture = supabase + webhook(write, imports('supabase'))

  test('stands in in JavaScript', async () => {
    const { files } = parseFixture(
      shop + fixture.replace(`import type Stripe from 'stripe'\n`, '').replace('request: Request', 'request').replaceAll('route.ts', 'route.js'),
    )
    const after = (await fixed(files, { kind: 'redelivery' })).files['/app/webhooks/stripe/route.js']
    expect(after).toContain(`
    let { data: order, error } = await supabase.from('orders').select('id').eq('session', session.id).limit(1).maybeSingle()
    if (!order && !error) {
      ({ data: order, error } = await supabase.from('orders').insert({ session: session.id }).select('id').single())
    }
    if (error) throw error
`)
  })

  test('not in TypeScript, where the data’s type would lose what the error tells', async () => {
    expect(await refused(fixture)).toMatch(/a look-up answers with something else/)
  })
})

describe('what identifies the payment is found', () => {
  test('in a list of one row, and the test of its error stays with the write', async () => {
    const write = `const { error } = await supabase.from('orders').insert([{ session: session.id }])\nif (error) {\n  throw new Error(error.message)\n}`
    expect(await once(supabase + webhook(write, imports('supabase')))).toBe(
      `const { data: existing } = await supabase.from('orders').select('session').eq('session', session.id).limit(1).maybeSingle().throwOnError()
if (!existing) {
  const { error } = await supabase.from('orders').insert([{ session: session.id }])
  if (error) {
    throw new Error(error.message)
  }
}`,
    )
  })

  test('in a constant', async () => {
    expect(await once(drizzle + webhook(`const row = { session: session.id }\nawait db.insert(orders).values(row)`, imports('db, orders')))).toBe(
      `const row = { session: session.id }
const [existing] = await db.select().from(orders).where(eq(orders.session, session.id)).limit(1)
if (!existing) {
  await db.insert(orders).values(row)
}`,
    )
  })

  test('among the values of a statement, past casts, constants and functions', async () => {
    const write = `await pool.query(\`\n  INSERT INTO "shop"."orders" (total, paid_at, "session")\n  VALUES ($2::int, COALESCE(now(), $3), $1::text)\n\`, [session.id, 1, null])`
    expect(await once(pg + webhook(write, imports('pool')))).toContain(
      `const existing = await pool.query('SELECT 1 FROM "shop"."orders" WHERE "session" = $1', [session.id])`,
    )
  })

  test('in a prepared statement of another variable, by name', async () => {
    const local = `const insert = db.prepare('INSERT INTO orders (session, total) VALUES (@session, 1)')\ninsert.run({ session: session.id })`
    expect(await once(sqlite + webhook(local, imports('db')))).toContain(`const existing = db.prepare('SELECT 1 FROM orders WHERE session = ?').get(session.id)
if (!existing) {
  insert.run({ session: session.id })
}`)
  })

  test('by the helper of postgres', async () => {
    expect(await once(postgres + webhook('await sql`INSERT INTO orders ${sql({ session: session.id })}`', imports('sql')))).toContain(
      'const [existing] = await sql`SELECT 1 FROM orders WHERE session = ${session.id}`',
    )
  })
})

describe('a failure that is kept from the provider', () => {
  const caught = (write: string): string => `try {\n  ${write}\n} catch (error) {\n  console.error(error)\n}`
  const created = webhook(caught(`await prisma.subscription.create({ data: { stripeId: session.id } })`))

  test('is passed on, and the write looks for its row first', async () => {
    expect(await once(created)).toBe(`try {
  const existing = await prisma.subscription.findFirst({ where: { stripeId: session.id } })
  if (!existing) {
    await prisma.subscription.create({ data: { stripeId: session.id } })
  }
} catch (error) {
  console.error(error)
  throw error
}`)
  })

  test('also of a subscription that starts', async () => {
    expect(await once(created.replace('checkout.session.completed', 'customer.subscription.created'))).toContain('if (!existing) {')
  })

  test('also where the answer said that all is well', async () => {
    const answered = created
      .replace('console.error(error)\n', `return Response.json({ ok: false }, { status: 200 })\n`)
      .replace('checkout.session.completed', 'invoice.paid')
    expect(await once(answered)).toContain('{ status: 500 }')
  })

  test('not where another write would then be repeated', async () => {
    const { fixes } = await offersFor(
      parseFixture(
        shop + webhook(`await prisma.event.create({ data: { kind: 'paid' } })\n${caught(`await prisma.order.create({ data: { session: session.id } })`)}`),
      ).files,
      'prisma.order.create',
    )
    expect(fixes.filter(({ kind }) => kind === 'redelivery')).toEqual([])
  })
})

describe('the session’s own id comes first', () => {
  test('and an id that not every session has is said to be one', async () => {
    const both = `await prisma.order.create({ data: { intent: session.payment_intent as string, session: session.id } })`
    expect(await once(webhook(both))).toContain('findFirst({ where: { session: session.id } })')
    const { fixes } = await offersFor(parseFixture(shop + webhook(both.replace(', session: session.id', ''))).files)
    expect(fixes.find(({ kind }) => kind === 'redelivery')?.note).toBe(
      'What is paid without payment_intent (a free order, another mode of payment) is found by none: there store the id of the session itself. Two deliveries at the same moment could both find nothing: a unique index on order.intent rules that out.',
    )
  })
})

test('two rows of the same table are not taken for each other: they are written together', async () => {
  const entry = (side: string): string => `await prisma.entry.create({ data: { session: session.id, side: '${side}' } })`
  const { fixes } = await offersFor(parseFixture(shop + webhook(`${entry('debit')}\n${entry('credit')}`)).files)
  expect(fixes.filter(({ kind }) => kind === 'redelivery').map(({ title }) => title)).toEqual([
    'Wrap all 2 writes in a transaction, so that Stripe can deliver the event again when it fails',
  ])
})

describe('is not offered', () => {
  const cases: readonly { readonly name: string; readonly fixture: string; readonly reason: RegExp; readonly op?: string }[] = [
    {
      name: 'for several rows of one payment in a loop',
      fixture: webhook(`for (const sku of ['a', 'b']) {\n  await prisma.item.create({ data: { session: session.id, sku } })\n}`),
      reason: /runs once for each of several rows/,
    },
    {
      name: 'for several rows of one payment in a callback',
      fixture: webhook(
        `const skus = await prisma.sku.findMany()\nawait Promise.all(skus.map(async (sku) => {\n  await prisma.item.create({ data: { session: session.id, sku } })\n}))`,
      ),
      reason: /runs once for each of several rows/,
    },
    {
      name: 'for statements that say more than one row',
      fixture: pg + webhook(`await pool.query('INSERT INTO orders (session) SELECT $1', [session.id])`, imports('pool')),
      reason: /inserts more than one plain row/,
    },
    {
      name: 'where the number that the database made is used',
      fixture:
        sqlite +
        webhook(
          `const { lastInsertRowid } = db.prepare('INSERT INTO orders (session) VALUES (?)').run(session.id)\nconsole.log(lastInsertRowid)`,
          imports('db'),
        ),
      reason: /a look-up answers with something else/,
    },
    {
      name: 'where the row has no payment',
      fixture: knex + webhook(`await db('orders').insert({ total: session.amount_total })`, imports('db')),
      reason: /holds nothing of the payment/,
    },
    {
      name: 'where a subscription’s changes cannot be told apart',
      fixture: webhook(`await prisma.change.create({ data: { subscription: session.id } })`).replace(
        'checkout.session.completed',
        'customer.subscription.updated',
      ),
      reason: /several times for one subscription/,
    },
  ]
  for (const { name, fixture, reason, op } of cases)
    test(name, async () => {
      expect(await refused(fixture, op)).toMatch(reason)
    })
})
