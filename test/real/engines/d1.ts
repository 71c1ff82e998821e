/** Cloudflare D1 as `workerd` runs it, through Miniflare. */
import { filled, load, tables, type Engine } from './engine'

interface D1 {
  exec(text: string): Promise<unknown>
  prepare(text: string): { first(): Promise<Readonly<Record<string, unknown>> | null> }
}
interface Miniflare {
  getD1Database(name: string): Promise<D1>
  dispose(): Promise<void>
}

let started: { readonly server: Miniflare; readonly database: D1 } | null = null

async function database(): Promise<D1> {
  if (started !== null) return started.database
  const { Miniflare: Created } = load('miniflare') as { readonly Miniflare: new (options: object) => Miniflare }
  const server = new Created({ modules: true, script: 'export default { fetch: () => new Response() }', d1Databases: ['DB'] })
  started = { server, database: await server.getD1Database('DB') }
  Object.assign(globalThis, { paidpathD1: started.database })
  return started.database
}

async function run(statements: readonly string[]): Promise<void> {
  await (await database()).exec(statements.join('\n'))
}

function onD1(store: string, modules: Readonly<Record<string, string>>): Engine {
  return {
    store,
    on: 'D1 (workerd)',
    modules,
    missing: null,
    prepare: () => run(tables('"', 'TEXT')),
    reset: ({ left }) => run(filled('"', left)),
    rows: async () => {
      const row = await (await database()).prepare('SELECT (SELECT count(*) FROM orders) AS orders, (SELECT "left" FROM stock) AS "left"').first()
      return { orders: Number(row?.['orders']), left: Number(row?.['left']) }
    },
    close: async () => {
      await started?.server.dispose()
      started = null
    },
  }
}

export const d1Engines: readonly Engine[] = [
  onD1('D1', { '/db.js': 'export const db = globalThis.paidpathD1' }),
  onD1('Drizzle on D1', {
    '/db.js': `
import { drizzle } from 'drizzle-orm/d1'
import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core'
export const orders = sqliteTable('orders', { key: text('key'), id: text('id') })
export const stock = sqliteTable('stock', { id: text('id'), left: integer('left') })
export const db = drizzle(globalThis.paidpathD1)`,
  }),
]
