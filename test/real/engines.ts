/** Real databases behind the fixtures of `test/rules/fixes/stores.ts`: how each client is made, emptied and counted. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'

/** The libraries are installed in this folder, not beside the product's. */
const load = createRequire(join(__dirname, 'package.json'))

export interface Engine {
  /** Name of the fixture. */
  readonly store: string
  /** What the fixture's own modules are replaced by. */
  readonly modules: Readonly<Record<string, string>>
  reset(stock: { readonly left: number }): Promise<void>
  rows(): Promise<{ readonly orders: number; readonly left: number }>
  close(): Promise<void>
}

interface Pool {
  query(text: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>
  end(): Promise<void>
}

let pool: Pool | null = null

function postgres(): Pool {
  if (pool !== null) return pool
  const { Pool: Created } = load('pg') as { readonly Pool: new (options: object) => Pool }
  pool = new Created({ connectionString: process.env['PAIDPATH_POSTGRES'] })
  return pool
}

/** A stock that cannot go below nothing is how the second write is made to fail. */
const tables = (text: string): string => `
CREATE TABLE orders (key ${text}, id ${text}, reference ${text});
CREATE TABLE stock (id ${text}, reference ${text}, "left" INTEGER CHECK ("left" >= 0));`

function onPostgres(store: string, modules: Readonly<Record<string, string>>): Engine {
  return {
    store,
    modules,
    reset: async ({ left }) => {
      await postgres().query(`DROP TABLE IF EXISTS orders, stock; ${tables('TEXT')} INSERT INTO stock VALUES ('pi_1', 'pi_1', ${String(left)})`)
    },
    rows: async () => {
      const count = await postgres().query('SELECT count(*) AS orders FROM orders')
      const stock = await postgres().query('SELECT "left" FROM stock')
      return { orders: Number(count.rows[0]?.['orders']), left: Number(stock.rows[0]?.['left']) }
    },
    close: async () => {
      await pool?.end()
      pool = null
    },
  }
}

const url = 'process.env.PAIDPATH_POSTGRES'

const typeormModule = (exported: string): string => `
import { DataSource, EntitySchema } from 'typeorm'
import { Order, Stock } from './entities'
const source = new DataSource({ type: 'postgres', url: ${url}, entities: [
  new EntitySchema({ name: 'Order', target: Order, tableName: 'orders', columns: { reference: { type: 'text', primary: true } } }),
  new EntitySchema({ name: 'Stock', target: Stock, tableName: 'stock', columns: { id: { type: 'text', primary: true }, left: { type: 'int' } } }),
] })
await source.initialize()
${exported}`

const file = join(tmpdir(), `paidpath-${String(process.pid)}.db`)

interface Sqlite {
  exec(text: string): void
  prepare(text: string): { get(): Readonly<Record<string, unknown>> }
  close(): void
}

function sqlite(): Sqlite {
  const Database = load('better-sqlite3') as new (file: string) => Sqlite
  return new Database(file)
}

const betterSqlite: Engine = {
  store: 'better-sqlite3',
  modules: { '/db.js': `import Database from 'better-sqlite3'\nexport const db = new Database(${JSON.stringify(file)})` },
  reset: ({ left }) => {
    const database = sqlite()
    database.exec(`DROP TABLE IF EXISTS orders; DROP TABLE IF EXISTS stock; ${tables('TEXT')} INSERT INTO stock VALUES ('pi_1', 'pi_1', ${String(left)})`)
    database.close()
    return Promise.resolve()
  },
  rows: () => {
    const database = sqlite()
    const rows = {
      orders: Number(database.prepare('SELECT count(*) AS n FROM orders').get()['n']),
      left: Number(database.prepare('SELECT "left" AS n FROM stock').get()['n']),
    }
    database.close()
    return Promise.resolve(rows)
  },
  close: () => Promise.resolve(),
}

export const engines: readonly Engine[] = [
  betterSqlite,
  onPostgres('pg', { '/db.js': `import pg from 'pg'\nexport const pool = new pg.Pool({ connectionString: ${url} })` }),
  onPostgres('postgres', { '/db.js': `import postgres from 'postgres'\nexport const sql = postgres(${url}, { onnotice: () => undefined })` }),
  onPostgres('Knex', { '/db.js': `import knex from 'knex'\nexport const db = knex({ client: 'pg', connection: ${url} })` }),
  onPostgres('Kysely', {
    '/db.js': `import { Kysely, PostgresDialect } from 'kysely'\nimport pg from 'pg'\nexport const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ${url} }) }) })`,
  }),
  onPostgres('Drizzle', {
    '/db.js': `
import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, text, integer } from 'drizzle-orm/pg-core'
export const orders = pgTable('orders', { key: text('key'), id: text('id') })
export const stock = pgTable('stock', { id: text('id'), left: integer('left') })
export const db = drizzle(${url})`,
  }),
  onPostgres('Sequelize', {
    '/db.js': `
import { Sequelize, DataTypes } from 'sequelize'
export const sequelize = new Sequelize(${url}, { logging: false })
export const Order = sequelize.define('order', { reference: { type: DataTypes.TEXT, primaryKey: true } }, { tableName: 'orders', timestamps: false })
export const Stock = sequelize.define('stock', { id: { type: DataTypes.TEXT, primaryKey: true }, left: DataTypes.INTEGER }, { tableName: 'stock', timestamps: false })`,
  }),
  onPostgres('Objection', {
    '/db.js': `
import knex from 'knex'
import objection from 'objection'
objection.Model.knex(knex({ client: 'pg', connection: ${url} }))
export class Order extends objection.Model {
  static tableName = 'orders'
  static idColumn = 'reference'
}
export class Stock extends objection.Model {
  static tableName = 'stock'
}`,
  }),
  onPostgres('TypeORM repositories', {
    '/entities.js': 'export class Order {}\nexport class Stock {}',
    '/db.js': typeormModule('export const orders = source.getRepository(Order)\nexport const stock = source.getRepository(Stock)'),
  }),
  onPostgres('TypeORM manager', { '/entities.js': 'export class Order {}\nexport class Stock {}', '/db.js': typeormModule('export { source }') }),
]
