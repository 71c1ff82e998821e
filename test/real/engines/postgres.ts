/** PostgreSQL, and Neon's HTTP protocol in front of it. */
import { filled, load, serverAddress, tables, type Engine } from './engine'
import { entityClasses, mikroOrm, objection, typeorm } from './modules'

interface Connection {
  query(text: string | { readonly text: string; readonly values: readonly unknown[]; readonly rowMode: 'array' }): Promise<{
    readonly rows: readonly Readonly<Record<string, unknown>>[]
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
    readonly command: string
    readonly rowCount: number | null
  }>
}
interface Pool extends Connection {
  connect(): Promise<Connection & { release(): void }>
  end(): Promise<void>
}

const { address, missing } = serverAddress('PAIDPATH_POSTGRES')
const url = JSON.stringify(address)
let opened: Pool | null = null

function pool(): Pool {
  if (opened !== null) return opened
  const { Pool: Created } = load('pg') as { readonly Pool: new (options: object) => Pool }
  opened = new Created({ connectionString: address })
  return opened
}

function onPostgres(store: string, modules: Readonly<Record<string, string>>, on = 'PostgreSQL'): Engine {
  return {
    store,
    on,
    modules,
    missing,
    prepare: async () => {
      await pool().query(tables('"', 'TEXT').join(';'))
    },
    reset: async ({ left }) => {
      await pool().query(filled('"', left).join(';'))
    },
    rows: async () => {
      const { rows } = await pool().query('SELECT (SELECT count(*) FROM orders) AS orders, (SELECT "left" FROM stock) AS "left"')
      return { orders: Number(rows[0]?.['orders']), left: Number(rows[0]?.['left']) }
    },
    close: async () => {
      await opened?.end()
      opened = null
    },
  }
}

const drizzleTables = `
import { pgTable, text, integer } from 'drizzle-orm/pg-core'
export const orders = pgTable('orders', { key: text('key'), id: text('id') })
export const stock = pgTable('stock', { id: text('id'), left: integer('left') })`

interface NeonQuery {
  readonly query: string
  readonly params: readonly unknown[]
}

/** What Neon's proxy does with a request: one statement, or a list of them in one transaction. */
async function answerNeon(_address: string, { body }: { readonly body: string }): Promise<Response> {
  const asked = JSON.parse(body) as NeonQuery | { readonly queries: readonly NeonQuery[] }
  const connection = await pool().connect()
  const ask = async ({ query, params }: NeonQuery): Promise<object> => {
    const { fields, rows, command, rowCount } = await connection.query({ text: query, values: params, rowMode: 'array' })
    return { fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })), rows, command, rowCount, rowAsArray: true }
  }
  try {
    if (!('queries' in asked)) return Response.json(await ask(asked))
    await connection.query('BEGIN')
    const results: object[] = []
    for (const query of asked.queries) results.push(await ask(query))
    await connection.query('COMMIT')
    return Response.json({ results })
  } catch (error) {
    await connection.query('ROLLBACK')
    return Response.json({ message: String(error) }, { status: 400 })
  } finally {
    connection.release()
  }
}

Object.assign(globalThis, { paidpathNeon: answerNeon })
const overHttp = `
import { neon, neonConfig } from '@neondatabase/serverless'
neonConfig.fetchFunction = globalThis.paidpathNeon
export const sql = neon('postgresql://shop:shop@shop.local/shop')`
const proxied = 'PostgreSQL (behind a stand-in of Neon’s proxy)'

export const postgresEngines: readonly Engine[] = [
  onPostgres('pg', { '/db.js': `import pg from 'pg'\nexport const pool = new pg.Pool({ connectionString: ${url} })` }),
  onPostgres('postgres', { '/db.js': `import postgres from 'postgres'\nexport const sql = postgres(${url}, { onnotice: () => undefined })` }),
  onPostgres('Prisma', {
    '/db.js': `
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ${url} }) })`,
  }),
  onPostgres('Knex', { '/db.js': `import knex from 'knex'\nexport const db = knex({ client: 'pg', connection: ${url} })` }),
  onPostgres('Kysely', {
    '/db.js': `import { Kysely, PostgresDialect } from 'kysely'\nimport pg from 'pg'\nexport const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ${url} }) }) })`,
  }),
  onPostgres('Drizzle', { '/db.js': `import { drizzle } from 'drizzle-orm/node-postgres'${drizzleTables}\nexport const db = drizzle(${url})` }),
  onPostgres('Sequelize', {
    '/db.js': `
import { Sequelize, DataTypes } from 'sequelize'
export const sequelize = new Sequelize(${url}, { logging: false })
export const Order = sequelize.define('order', { reference: { type: DataTypes.TEXT, primaryKey: true } }, { tableName: 'orders', timestamps: false })
export const Stock = sequelize.define('stock', { id: { type: DataTypes.TEXT, primaryKey: true }, left: DataTypes.INTEGER }, { tableName: 'stock', timestamps: false })`,
  }),
  onPostgres('Objection', { '/db.js': objection(`knex({ client: 'pg', connection: ${url} })`) }),
  onPostgres('TypeORM repositories', {
    '/entities.js': entityClasses,
    '/db.js': typeorm(`type: 'postgres', url: ${url}`, 'export const orders = source.getRepository(Order)\nexport const stock = source.getRepository(Stock)'),
  }),
  onPostgres('TypeORM manager', { '/entities.js': entityClasses, '/db.js': typeorm(`type: 'postgres', url: ${url}`, 'export { source }') }),
  onPostgres('MikroORM', { '/entities.js': entityClasses, '/db.js': mikroOrm('@mikro-orm/postgresql', `clientUrl: ${url}`) }),
  onPostgres('Neon', { '/db.js': overHttp }, proxied),
  onPostgres(
    'Drizzle on Neon over HTTP',
    { '/db.js': `import { drizzle } from 'drizzle-orm/neon-http'${drizzleTables}${overHttp.replace('export const', 'const')}\nexport const db = drizzle(sql)` },
    proxied,
  ),
]
