/** PostgreSQL, also behind Neon's protocols. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { filled, load, serverAddress, tables, type Engine } from './engine'
import { entityClasses, mikroOrm, objection, sequelize, typeorm } from './modules'
import { answerNeon, openNeonSocket } from './neon'
import { answerPostgrest } from './postgrest'

export interface Connection {
  query(text: string | { readonly text: string; readonly values: readonly unknown[]; readonly rowMode?: 'array' }): Promise<{
    readonly rows: readonly Readonly<Record<string, unknown>>[]
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
    readonly command: string
    readonly rowCount: number | null
  }>
}
export interface Pool extends Connection {
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

function onPostgres(store: string, modules: Readonly<Record<string, string>>, on = 'PostgreSQL', more: readonly string[] = []): Engine {
  return {
    store,
    on,
    modules,
    missing,
    prepare: async () => {
      await pool().query([...tables('"', 'TEXT'), ...more].join(';'))
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

Object.assign(globalThis, { paidpathPostgrest: (address: string, request: RequestInit) => answerPostgrest(pool(), address, request) })
Object.assign(globalThis, { paidpathNeon: (_address: string, request: { readonly body: string }) => answerNeon(pool(), request) })
const overHttp = `
import { neon, neonConfig } from '@neondatabase/serverless'
neonConfig.fetchFunction = globalThis.paidpathNeon
export const sql = neon('postgresql://shop:shop@shop.local/shop')`
const proxied = 'PostgreSQL (behind a stand-in of Neon’s proxy)'

/** It brings an older Neon driver of its own, which has to be told of the stand-in too. */
const vercelPostgres = (): string => {
  const driver = createRequire(load.resolve('@vercel/postgres')).resolve('@neondatabase/serverless').replace(/\.js$/, '.mjs')
  Object.assign(globalThis, { paidpathNeonSocket: () => openNeonSocket(address) })
  return `
import { neonConfig } from ${JSON.stringify(pathToFileURL(driver).href)}
import { createPool } from '@vercel/postgres'
Object.assign(neonConfig, {
  fetchFunction: globalThis.paidpathNeon,
  wsProxy: await globalThis.paidpathNeonSocket(),
  useSecureWebSocket: false,
  pipelineTLS: false,
  pipelineConnect: false,
})
export const sql = createPool({ connectionString: ${JSON.stringify(address.replace('@127.0.0.1', ':shop@localhost'))} })`
}

export const postgresEngines: readonly Engine[] = [
  onPostgres('pg', { '/db.js': `import pg from 'pg'\nexport const pool = new pg.Pool({ connectionString: ${url} })` }),
  onPostgres('postgres', { '/db.js': `import postgres from 'postgres'\nexport const sql = postgres(${url}, { onnotice: () => undefined })` }),
  onPostgres('slonik', { '/db.js': `import { createPool } from 'slonik'\nexport const pool = await createPool(${url})` }),
  onPostgres('pg-promise', { '/db.js': `import pgPromise from 'pg-promise'\nexport const db = pgPromise()(${url})` }),
  onPostgres('Vercel Postgres', { '/db.js': missing === null ? vercelPostgres() : '' }, proxied),
  onPostgres(
    'Supabase',
    {
      '/db.js': `
import { createClient } from '@supabase/supabase-js'
import ws from 'ws'
export const supabase = createClient('http://shop.local', 'key', { global: { fetch: globalThis.paidpathPostgrest }, realtime: { transport: ws } })`,
    },
    'PostgreSQL (behind a stand-in of PostgREST)',
    [
      `CREATE OR REPLACE FUNCTION fulfil(item TEXT) RETURNS void LANGUAGE sql AS
      'INSERT INTO orders (reference) VALUES (item); UPDATE stock SET "left" = "left" - 1 WHERE reference = item'`,
    ],
  ),
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
  onPostgres('Sequelize', { '/db.js': sequelize(`${url}, { logging: false }`) }),
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
