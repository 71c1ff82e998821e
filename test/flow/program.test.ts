/** A script is a program of its own. */
import { expect, test } from 'vitest'
import { filePath, type FilePath } from '../../server/src/base/location'
import { findEntryPoints } from '../../server/src/callgraph/entryPoints'
import { programOf } from '../../server/src/flow/program'
import { graphOf } from '../callgraph/lines'

const imports: Readonly<Record<string, readonly string[]>> = { '/backfill.ts': ['/orders.ts'], '/orders.ts': ['/db.ts'], '/card.ts': ['/db.ts'] }
const importsOf = (file: FilePath): readonly FilePath[] => (imports[file] ?? []).map(filePath)

test('what a script imports can be chosen at run time in it; a route is one of many entry points of an application', () => {
  const graph = graphOf(`
    --- /backfill.ts
    import { pay } from './orders'
    await pay()
    --- /orders.ts
    import './db'
    export async function pay() {}
    --- /db.ts
    export const db = {}
    --- /card.ts
    import './db'
    export async function charge() {}
  `)
  const programs = findEntryPoints(graph, { isLibrary: () => true }).map((entry) => {
    const program = programOf(graph, entry, { importsOf })
    return `${entry.what}: ${program === null ? 'any' : [...program].join(' ')}`
  })
  expect(programs).toEqual(['script backfill.ts: /backfill.ts /orders.ts /db.ts', 'export charge: any'])
})
