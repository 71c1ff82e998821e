/** Transactions on one connection: what moves to it, and what stands in the way. */
import { describe, expect, test } from 'vitest'
import { checkFix, offered, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { shop } from './shop'

const route = (imports: string, body: string): string => `
//- /app/pay/route.ts
import { stripe } from '../../lib/stripe'
${imports}
export async function POST(request: Request) {
  const { id, amount } = await request.json()
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true })
${body.replace(/^\n|\n$/g, '').replace(/^(?=.)/gm, '  ')}
  return Response.json({ ok: true })
}
`

const settled = (body: string): string => `
try {
${body.replace(/^\n|\n$/g, '').replace(/^(?=.)/gm, '  ')}
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}`

const repaired = (imports: string, before: string, after: string): Promise<void> =>
  checkFix(shop + route(imports, before), route(imports, settled(after)), 'refund')

const reasons = async (imports: string, body: string): Promise<string> => (await offered(shop + route(imports, body))).join('\n')

describe('mssql', () => {
  const imports = `import sql from 'mssql'\nconst pool = new sql.ConnectionPool('mssql://shop')`

  test('a request that is made for the pool is made by the transaction, and so is the pool’s own', () =>
    repaired(
      imports,
      `
await new sql.Request(pool).input('id', id).query('INSERT INTO orders (id) VALUES (@id)')
await pool.query\`UPDATE stock SET sold = sold + 1 WHERE id = \${id}\``,
      `
const transaction = pool.transaction()
await transaction.begin()
try {
  await transaction.request().input('id', id).query('INSERT INTO orders (id) VALUES (@id)')
  await transaction.request().query\`UPDATE stock SET sold = sold + 1 WHERE id = \${id}\`
  await transaction.commit()
} catch (error) {
  await transaction.rollback()
  throw error
}`,
    ))

  test('the package’s own connection has no name to begin on', async () => {
    const body = `await sql.query\`INSERT INTO orders (id) VALUES (\${id})\`\nawait sql.query\`UPDATE stock SET sold = sold + 1 WHERE id = \${id}\``
    expect(await reasons(imports, body)).toContain('mssql’s own connection')
  })

  test('statements side by side stay as they are', async () => {
    const body = `
await Promise.all([
  pool.request().input('id', id).query('INSERT INTO orders (id) VALUES (@id)'),
  pool.request().input('id', id).query('UPDATE stock SET sold = sold + 1 WHERE id = @id'),
])`
    expect(await reasons(imports, body)).toContain('side by side')
  })
})

describe('Vercel Postgres', () => {
  test('the template tag becomes that of a connection', () =>
    repaired(
      `import { sql } from '@vercel/postgres'`,
      `
await sql\`INSERT INTO orders (id) VALUES (\${id})\`
await sql.query('UPDATE stock SET sold = sold + 1 WHERE id = $1', [id])`,
      `
const client = await sql.connect()
try {
  await client.query('BEGIN')
  await client.sql\`INSERT INTO orders (id) VALUES (\${id})\`
  await client.query('UPDATE stock SET sold = sold + 1 WHERE id = $1', [id])
  await client.query('COMMIT')
} catch (error) {
  await client.query('ROLLBACK')
  throw error
} finally {
  client.release()
}`,
    ))
})

describe('libSQL', () => {
  test('a batch with a mode of its own is not taken apart', async () => {
    const imports = `import { createClient } from '@libsql/client'\nconst db = createClient({ url: 'file:shop.db' })`
    const body = `
await db.execute({ sql: 'INSERT INTO orders (id) VALUES (?)', args: [id] })
await db.batch([{ sql: 'UPDATE stock SET sold = sold + 1 WHERE id = ?', args: [id] }], 'write')
await db.execute('DELETE FROM carts WHERE id = ?', [id])`
    expect(await reasons(imports, body)).toContain('mode of its own')
  })
})

describe('SQLite in the process', () => {
  test('Bun’s has the same function as better-sqlite3', () =>
    repaired(
      `import { Database } from 'bun:sqlite'\nconst db = new Database('shop.db')`,
      `
db.query('INSERT INTO orders (id) VALUES (?)').run(id)
db.run('UPDATE stock SET sold = sold + 1 WHERE id = ?', [id])`,
      `
db.transaction(() => {
  db.query('INSERT INTO orders (id) VALUES (?)').run(id)
  db.run('UPDATE stock SET sold = sold + 1 WHERE id = ?', [id])
})()`,
    ))

  test('nothing may be awaited on a connection that everybody shares', async () => {
    const imports = `import { DatabaseSync } from 'node:sqlite'\nconst db = new DatabaseSync('shop.db')`
    const body = `
db.prepare('INSERT INTO orders (id) VALUES (?)').run(id)
await fetch('https://mail.example')
db.prepare('UPDATE stock SET sold = sold + 1 WHERE id = ?').run(id)`
    expect(await reasons(imports, body)).toContain('synchronous')
  })

  test('the asynchronous drivers have only that one connection', async () => {
    const imports = `import { open } from 'sqlite'\nimport sqlite3 from 'sqlite3'\nconst db = await open({ filename: 'shop.db', driver: sqlite3.Database })`
    const body = `await db.run('INSERT INTO orders (id) VALUES (?)', id)\nawait db.run('UPDATE stock SET sold = sold + 1 WHERE id = ?', id)`
    const { fixes } = await offersFor(parseFixture(shop + route(imports, body)).files)
    expect(fixes.map(({ title, note }) => `${title} ${String(note)}`).join('\n')).toContain('statements of others')
  })
})
