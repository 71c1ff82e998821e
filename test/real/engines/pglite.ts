/** PostgreSQL compiled to WebAssembly, in the test's own process. */
import { filled, load, tables, type Engine } from './engine'

interface PGlite {
  exec(text: string): Promise<unknown>
  query(text: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>
  close(): Promise<void>
}

let opened: PGlite | null = null

function database(): PGlite {
  if (opened !== null) return opened
  const { PGlite: Created } = load('@electric-sql/pglite') as { readonly PGlite: new () => PGlite }
  opened = new Created()
  Object.assign(globalThis, { paidpathPglite: opened })
  return opened
}

async function run(statements: readonly string[]): Promise<void> {
  await database().exec(statements.join(';'))
}

export const pgliteEngine: Engine = {
  store: 'PGlite',
  on: 'PGlite',
  modules: { '/db.js': 'export const db = globalThis.paidpathPglite' },
  missing: null,
  prepare: () => run(tables('"', 'TEXT')),
  reset: ({ left }) => run(filled('"', left)),
  rows: async () => {
    const { rows } = await database().query('SELECT (SELECT count(*) FROM orders) AS orders, (SELECT "left" FROM stock) AS "left"')
    return { orders: Number(rows[0]?.['orders']), left: Number(rows[0]?.['left']) }
  },
  close: async () => {
    await opened?.close()
    opened = null
  },
}
