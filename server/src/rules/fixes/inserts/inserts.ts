/** Which stores can be asked whether a row is there already. */
import { builderInserts } from './builders'
import type { InsertReader } from './insert'
import { objectInserts } from './objects'
import { sqlInserts } from './sql'

const readers: Readonly<Record<string, InsertReader>> = { ...objectInserts, ...builderInserts, ...sqlInserts }

export function insertReaderFor(store: string): InsertReader | null {
  return readers[store] ?? null
}
