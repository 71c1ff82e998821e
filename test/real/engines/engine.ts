/** A real database behind a fixture of `test/rules/fixes/stores.ts`: how its client is made, filled and counted. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The libraries are installed in `test/real`, not beside the product's. */
export const load = createRequire(join(__dirname, '..', 'package.json'))

export interface Rows {
  readonly orders: number
  readonly left: number
}

export interface Engine {
  /** Name of the fixture. */
  readonly store: string
  /** What it runs on. */
  readonly on: string
  /** What the fixture's own modules are replaced by: loaded once for all tests of the engine. */
  readonly modules: Readonly<Record<string, string>>
  /** Why it cannot run on this machine. */
  readonly missing: string | null
  /** Tables, once. */
  prepare(): Promise<void>
  /** No orders, and so much in stock. With nothing left the second write fails. */
  reset(stock: { readonly left: number }): Promise<void>
  rows(): Promise<Rows>
  close(): Promise<void>
}

/** The address of a server that `setup.ts` started, or why there is none. */
export function serverAddress(variable: string): { readonly address: string; readonly missing: string | null } {
  const address = process.env[variable]
  return { address: address ?? '', missing: address === undefined ? (process.env[`${variable}_MISSING`] ?? 'it was not started') : null }
}

/** A stock that cannot go below nothing is how the second write is made to fail. `quote` stands around the name of its column. */
export const tables = (quote: string, text: string): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS orders (${quote}key${quote} ${text}, id ${text}, reference ${text}, note ${text})`,
  `CREATE TABLE IF NOT EXISTS stock (id ${text}, reference ${text}, ${quote}left${quote} INTEGER, CHECK (${quote}left${quote} >= 0))`,
]

export const filled = (quote: string, left: number): readonly string[] => [
  'DELETE FROM orders',
  'DELETE FROM stock',
  `INSERT INTO stock (id, reference, ${quote}left${quote}) VALUES ('pi_1', 'pi_1', ${String(left)})`,
]
