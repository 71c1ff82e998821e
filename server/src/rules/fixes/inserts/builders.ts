/** Query builders: Drizzle, Knex, Kysely, Objection, MikroORM, Supabase. */
import ts from 'typescript'
import type { Blocked } from '../payment/refund'
import { chainLinks, isPlainPath, type Chain } from '../source/chains'
import { importInto } from '../source/imports'
import { quoted } from '../source/print'
import { textOf, type Source } from '../source/source'
import { columnsOf, firstRow, methodOf, notCreating, notPlain, notWrittenOut, object, oneRow, receiver, type InsertReader, type Lookup } from './insert'

/** The calls of a chain by their methods; null where one of them is not among `known`. */
function callsOf({ top }: Chain, known: readonly string[]): ReadonlyMap<string, ts.CallExpression> | null {
  const calls = new Map<string, ts.CallExpression>()
  for (const link of chainLinks(top)) {
    const method = methodOf(link)
    if (method === null || !ts.isCallExpression(link)) continue
    calls.set(method, link)
    if (!known.includes(method)) return null
  }
  return calls
}

const unknownClause: Blocked = { why: 'The write says more than its row, so it is not known how to look for it.' }

/** Arguments of a call as written. */
function argumentsOf(source: Source, call: ts.CallExpression): string {
  return call.arguments.map((argument) => textOf(source, argument)).join(', ')
}

const drizzle: InsertReader = (source, chain) => {
  const calls = callsOf(chain, ['insert', 'values', 'returning', 'run', 'execute', 'get', 'all'])
  if (calls === null) return unknownClause
  const [insert, values, returning] = [calls.get('insert'), calls.get('values'), calls.get('returning')]
  if (insert === undefined || values === undefined) return notCreating
  const [table] = insert.arguments
  const on = receiver(source, insert)
  if (table === undefined || on === null || !isPlainPath(table)) return notPlain
  const columns = columnsOf(source, values.arguments[0])
  if (columns === null) return notWrittenOut
  const synchronous = !ts.isAwaitExpression(chain.top.parent) && calls.has('run')
  return {
    columns,
    find: (name, value): Lookup => {
      const eq = importInto(source, { specifier: 'drizzle-orm', exportName: 'eq', name: 'eq' })
      const query = (selected: string): string =>
        `${on}.select(${selected}).from(${textOf(source, table)}).where(${eq.name}(${textOf(source, table)}.${name}, ${value}))`
      if (synchronous) return oneRow(`${query('')}.get()`, null, eq.changes)
      const isLast = returning !== undefined && returning === chain.top
      return firstRow(`await ${query('')}.limit(1)`, isLast ? { ask: `await ${query(argumentsOf(source, returning))}`, shape: 'rows' } : null, eq.changes)
    },
  }
}

const knex: InsertReader = (source, chain) => {
  const calls = callsOf(chain, ['insert', 'into', 'table', 'from', 'returning', 'transacting'])
  if (calls === null) return unknownClause
  const [insert, into, returning, transacting] = [calls.get('insert'), calls.get('into'), calls.get('returning'), calls.get('transacting')]
  const before = insert === undefined ? null : receiver(source, insert)
  if (insert === undefined || before === null) return notCreating
  const columns = columnsOf(source, insert.arguments[0])
  if (columns === null) return notWrittenOut
  const rows = into === undefined ? before : `${before}(${argumentsOf(source, into)})`
  const joined = transacting === undefined ? '' : `.transacting(${argumentsOf(source, transacting)})`
  const given = returning ?? (insert.arguments.length > 1 ? insert : undefined)
  const wanted = given === undefined ? null : textOf(source, given === insert ? (insert.arguments[1] ?? insert) : (given.arguments[0] ?? given))
  return {
    columns,
    find: (name, value) => {
      const query = `await ${rows}${joined}.where(${object(source, name, value)})`
      return oneRow(`${query}.first()`, wanted === null ? null : { ask: /^['"]\*['"]$/.test(wanted) ? query : `${query}.select(${wanted})`, shape: 'rows' })
    },
  }
}

const kysely: InsertReader = (source, chain) => {
  const calls = callsOf(chain, ['insertInto', 'values', 'returning', 'returningAll', 'execute', 'executeTakeFirst', 'executeTakeFirstOrThrow'])
  if (calls === null) return unknownClause
  const [insert, values, returning] = [calls.get('insertInto'), calls.get('values'), calls.get('returning')]
  const on = insert === undefined ? null : receiver(source, insert)
  if (insert === undefined || values === undefined || on === null) return notCreating
  const columns = columnsOf(source, values.arguments[0])
  if (columns === null) return notWrittenOut
  return {
    columns,
    find: (name, value) => {
      const column = /^['"]/.test(name) ? name : quoted(source.style, name)
      const query = (selected: string): string =>
        `await ${on}.selectFrom(${argumentsOf(source, insert)})${selected}.where(${column}, ${quoted(source.style, '=')}, ${value})`
      const selected = calls.has('returningAll') ? '.selectAll()' : returning === undefined ? null : `.select(${argumentsOf(source, returning)})`
      const standIn: Lookup['standIn'] =
        selected === null
          ? null
          : calls.has('execute')
            ? { ask: `${query(selected)}.execute()`, shape: 'rows' }
            : { ask: `${query(selected)}.executeTakeFirst()`, shape: 'row' }
      return oneRow(`${query(`.select(${column})`)}.executeTakeFirst()`, standIn)
    },
  }
}

const objection: InsertReader = (source, chain) => {
  const calls = callsOf(chain, ['query', 'insert', 'insertAndFetch', 'returning', 'relatedQuery', '$query'])
  if (calls === null || calls.has('relatedQuery') || calls.has('$query')) return unknownClause
  const insert = calls.get('insert') ?? calls.get('insertAndFetch')
  const on = insert === undefined ? null : receiver(source, insert)
  if (insert === undefined || on === null) return notCreating
  const [row] = insert.arguments
  const columns = columnsOf(source, row)
  if (columns === null) return notWrittenOut
  return {
    columns,
    find: (name, value) => {
      const ask = `await ${on}.findOne(${object(source, name, value)})`
      return oneRow(ask, row !== undefined && ts.isArrayLiteralExpression(row) ? null : { ask, shape: 'row' })
    },
  }
}

/** Counting needs no context of its own, as inserting does not. */
const mikroOrm: InsertReader = (source, { call }) => {
  if (!ts.isCallExpression(call)) return notPlain
  const on = receiver(source, call)
  if (on === null) return notPlain
  if (!['insert', 'nativeInsert'].includes(methodOf(call) ?? '')) return notCreating
  const ofManager = call.arguments.length > 1
  const columns = columnsOf(source, call.arguments[ofManager ? 1 : 0])
  if (columns === null) return notWrittenOut
  const [target] = call.arguments
  const entity = ofManager && target !== undefined ? `${textOf(source, target)}, ` : ''
  return {
    columns,
    find: (name, value) => ({
      ask: `await ${on}.count(${entity}${object(source, name, value)})`,
      binding: (found) => found,
      absent: (found) => `${found} === 0`,
      standIn: null,
      changes: [],
    }),
  }
}

const supabase: InsertReader = (source, chain) => {
  const calls = callsOf(chain, ['schema', 'from', 'insert', 'select', 'single', 'maybeSingle', 'throwOnError'])
  if (calls === null) return unknownClause
  const [insert, select] = [calls.get('insert'), calls.get('select')]
  const on = insert === undefined ? null : receiver(source, insert)
  if (insert === undefined || on === null) return notCreating
  const columns = columnsOf(source, insert.arguments[0])
  if (columns === null) return notWrittenOut
  const isOne = calls.has('single') || calls.has('maybeSingle')
  return {
    columns,
    find: (name, value) => {
      const column = /^['"]/.test(name) ? name : quoted(source.style, name)
      const query = (selected: string): string => `await ${on}.select(${selected}).eq(${column}, ${value}).limit(1).maybeSingle()`
      return {
        ask: `${query(column)}.throwOnError()`,
        binding: (found) => `{${source.style.pad}data: ${found}${source.style.pad}}`,
        absent: (found) => `!${found}`,
        standIn:
          select === undefined || !isOne
            ? null
            : { ask: query(argumentsOf(source, select)) + (calls.has('throwOnError') ? '.throwOnError()' : ''), shape: 'data' },
        changes: [],
      }
    },
  }
}

export const builderInserts: Readonly<Record<string, InsertReader>> = { drizzle, knex, kysely, objection, 'mikro-orm': mikroOrm, supabase }
