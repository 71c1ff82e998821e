/** MariaDB, for the MySQL drivers. */
import { randomUUID } from 'node:crypto'
import { filled, load, serverAddress, tables, type Engine } from './engine'
import { sequelize } from './modules'

interface Connection {
  query(text: string): Promise<readonly [readonly Readonly<Record<string, unknown>>[]]>
  end(): Promise<void>
}

const { address, missing } = serverAddress('PAIDPATH_MARIADB')
const url = JSON.stringify(`${address}shop`)
let opened: Promise<Connection> | null = null

function connection(): Promise<Connection> {
  const { createConnection } = load('mysql2/promise') as { readonly createConnection: (options: object) => Promise<Connection> }
  opened ??= createConnection({ uri: address, multipleStatements: true })
  return opened
}

async function run(...statements: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [rows] = await (await connection()).query(statements.join(';'))
  return rows
}

function onMariadb(store: string, modules: Readonly<Record<string, string>>, on = 'MariaDB'): Engine {
  return {
    store,
    on,
    modules,
    missing,
    prepare: async () => {
      await run('CREATE DATABASE IF NOT EXISTS shop', 'USE shop', ...tables('`', 'VARCHAR(50)'))
    },
    reset: async ({ left }) => {
      await run(...filled('`', left))
    },
    rows: async () => {
      const [row] = await run('SELECT (SELECT count(*) FROM orders) AS orders, (SELECT `left` FROM stock) AS `left`')
      return { orders: Number(row?.['orders']), left: Number(row?.['left']) }
    },
    close: async () => {
      for (const connected of sessions.values()) await connected.end()
      sessions.clear()
      await (await opened)?.end()
      opened = null
    },
  }
}

const sessions = new Map<string, Connection>()

/** What PlanetScale's HTTP interface does with a statement: a session is a connection. */
async function answerPlanetscale(_address: string, { body }: { readonly body: string }): Promise<Response> {
  const { query, session } = JSON.parse(body) as { readonly query: string; readonly session: string | null }
  const { createConnection } = load('mysql2/promise') as { readonly createConnection: (options: object) => Promise<Connection> }
  const name = session ?? randomUUID()
  const connected = sessions.get(name) ?? (await createConnection({ uri: `${address}shop` }))
  sessions.set(name, connected)
  try {
    const [rows] = await connected.query(query)
    return Response.json({ session: name, result: Array.isArray(rows) ? encoded(rows) : {} })
  } catch (error) {
    return Response.json({ session: name, error: { message: String(error), code: 'UNKNOWN' } })
  } finally {
    if (/^(COMMIT|ROLLBACK)$/.test(query)) {
      sessions.delete(name)
      await connected.end()
    }
  }
}

/** The values of a row in one text, with the length of each. */
function encoded(rows: readonly unknown[]): object {
  const records = rows.map((row) => row as Readonly<Record<string, unknown>>)
  return {
    fields: Object.keys(records[0] ?? {}).map((name) => ({ name, type: 'VARCHAR' })),
    rows: records.map((record) => {
      const values = Object.values(record).map(String)
      return { lengths: values.map((value) => String(value.length)), values: Buffer.from(values.join('')).toString('base64') }
    }),
  }
}

Object.assign(globalThis, { paidpathPlanetscale: answerPlanetscale })

export const mariadbEngines: readonly Engine[] = [
  onMariadb('mysql2', { '/db.js': `import mysql from 'mysql2/promise'\nexport const pool = mysql.createPool(${url})` }),
  onMariadb(
    'PlanetScale',
    {
      '/db.js': `import { connect } from '@planetscale/database'\nexport const db = connect({ url: 'mysql://shop:shop@shop.local', fetch: globalThis.paidpathPlanetscale })`,
    },
    'MariaDB (behind a stand-in of PlanetScale’s HTTP interface)',
  ),
  onMariadb('Sequelize', { '/db.js': sequelize(`${url}, { dialect: 'mysql', logging: false }`) }),
  onMariadb('Knex', { '/db.js': `import knex from 'knex'\nexport const db = knex({ client: 'mysql2', connection: ${url} })` }),
  onMariadb('Drizzle', {
    '/db.js': `
import { drizzle } from 'drizzle-orm/mysql2'
import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core'
export const orders = mysqlTable('orders', { key: varchar('key', { length: 50 }), id: varchar('id', { length: 50 }) })
export const stock = mysqlTable('stock', { id: varchar('id', { length: 50 }), left: int('left') })
export const db = drizzle(${url})`,
  }),
]
