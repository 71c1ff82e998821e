/** Statements written as SQL: by a driver's call with a list of values, by a tagged template, or by a prepared statement. */
import ts from 'typescript'
import { isBlocked, type Blocked } from '../payment/refund'
import { chainLinks, type Chain } from '../source/chains'
import { importInto } from '../source/imports'
import { ancestors, bare, textOf, type Source } from '../source/source'
import { isStatementList } from '../source/layout'
import { columnsOf, firstRow, methodOf, notCreating, notPlain, notWrittenOut, oneRow, receiver, type Column, type InsertReader, type Lookup } from './insert'

interface Statement {
  readonly table: string
  readonly columns: readonly Column[]
  /** What it returns: `*`, `id, total`. */
  readonly returning: string | null
}

/** The value that a placeholder of the text stands for. */
type Placeholders = (text: string, index: number) => ts.Expression | null

const unclear: Blocked = { why: 'The statement inserts more than one plain row, so it is not known how to look for it.' }

/** `INSERT INTO orders (a, b) VALUES ($1, NOW()) RETURNING *`; anything more is not understood. */
function statementIn(sql: string, valueOf: Placeholders): Statement | Blocked {
  if (!/^\s*INSERT\b/i.test(sql)) return notCreating
  const head = /^\s*INSERT\s+INTO\s+([^\s(]+)\s*\(([^()]*)\)\s*VALUES\s*\(/i.exec(sql)
  const [all, table, names] = head ?? []
  if (all === undefined || table === undefined || names === undefined) return unclear
  const list = listAt(sql, all.length)
  if (list === null) return unclear
  const rest = /^\s*(?:RETURNING\s+([^;]+?)\s*)?;?\s*$/i.exec(sql.slice(list.end))
  const columns = names.split(',').map((name) => name.trim())
  if (rest === null || columns.length !== list.items.length) return unclear
  let index = 0
  const given = columns.flatMap((name, at): readonly Column[] => {
    const item = (list.items[at] ?? '').replace(/::[\w\s()[\]]+$/, '')
    const marks = item.match(/\?|\$\d+|[:@$][A-Za-z_]\w*|\uE000/g) ?? []
    const value = marks.length === 1 && marks[0] === item ? valueOf(item, index) : null
    index += marks.length
    return value === null ? [] : [{ name, value }]
  })
  return { table, columns: given, returning: rest[1] ?? null }
}

/** The items of a list in parentheses, whose first begins at `start`. */
function listAt(sql: string, start: number): { readonly items: readonly string[]; readonly end: number } | null {
  const items: string[] = []
  let depth = 0
  let quote = ''
  let from = start
  for (let at = start; at < sql.length; at++) {
    const char = sql.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (char === '(') depth++
    else if (char === ')' && depth > 0) depth--
    else if (depth === 0 && (char === ',' || char === ')')) {
      items.push(sql.slice(from, at).trim())
      from = at + 1
      if (char === ')') return { items, end: at + 1 }
    }
  }
  return null
}

/** A literal's text, or that of a constant of the same file. */
function literal(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null
  const value = bare(node)
  if (ts.isStringLiteralLike(value)) return value.text
  const held = ts.isIdentifier(value) ? heldBy(value) : null
  return held !== null && ts.isStringLiteralLike(held) ? held.text : null
}

function heldBy(name: ts.Identifier): ts.Expression | null {
  for (const scope of ancestors(name)) {
    if (!isStatementList(scope)) continue
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const declaration of statement.declarationList.declarations)
        if (ts.isIdentifier(declaration.name) && declaration.name.text === name.text)
          return declaration.initializer === undefined ? null : bare(declaration.initializer)
    }
  }
  return null
}

function listed(values: ts.Expression | undefined): Placeholders {
  const list = values === undefined ? null : bare(values)
  const items = list !== null && ts.isArrayLiteralExpression(list) ? list.elements : []
  return (mark, index) => items[mark.startsWith('$') ? Number(mark.slice(1)) - 1 : index] ?? null
}

/** In whatever quotes the text does not hold. */
function inQuotes(source: Source, text: string): string {
  const quote = [source.style.quote, "'", '"', '`'].find((candidate) => !text.includes(candidate)) ?? '`'
  return quote + (text.includes(quote) ? text.replaceAll(quote, `\\${quote}`) : text) + quote
}

/** `client.query(text, values)`, or `{ text, values }` under the names that the driver gives them. */
function queried(
  source: Source,
  { call }: Chain,
  [text, values]: readonly [string, string],
): { readonly statement: Statement; readonly lead: string; readonly on: string; readonly types: string; readonly options: boolean } | Blocked {
  if (!ts.isCallExpression(call)) return notPlain
  const [on, method, [first, second]] = [receiver(source, call), methodOf(call), call.arguments]
  if (on === null || method === null) return notPlain
  const options = first !== undefined && ts.isObjectLiteralExpression(first) ? first : null
  const member = (name: string): ts.Expression | undefined => {
    const found = options?.properties.find((one) => one.name?.getText(source.tree) === name)
    return found === undefined
      ? undefined
      : ts.isPropertyAssignment(found)
        ? found.initializer
        : ts.isShorthandPropertyAssignment(found)
          ? found.name
          : undefined
  }
  const sql = literal(options === null ? first : member(text))
  if (sql === null) return notWrittenOut
  const statement = statementIn(sql, listed(options === null ? second : member(values)))
  if (isBlocked(statement)) return statement
  const types = call.typeArguments === undefined ? '' : `<${call.typeArguments.map((type) => textOf(source, type)).join(', ')}>`
  return { statement, lead: `${on}.${method}`, on, types, options: options !== null }
}

function selection(statement: Statement, column: string, wanted: string, mark: string): string {
  return `SELECT ${wanted} FROM ${statement.table} WHERE ${column} = ${mark}`
}

/** Drivers that answer with an object that has `rows`. */
function withRows(mark: string, names: readonly [string, string]): InsertReader {
  return (source, chain) => {
    const read = queried(source, chain, names)
    if (isBlocked(read)) return read
    const { statement, lead, types, options } = read
    const { pad } = source.style
    return {
      columns: statement.columns,
      find: (column, value): Lookup => {
        const ask = (wanted: string, generic: string): string => {
          const text = inQuotes(source, selection(statement, column, wanted, mark))
          return options
            ? `await ${lead}${generic}({${pad}${names[0]}: ${text}, ${names[1]}: [${value}]${pad}})`
            : `await ${lead}${generic}(${text}, [${value}])`
        }
        return {
          ask: ask('1', ''),
          binding: (name) => name,
          absent: (name) => `${name}.rows.length === 0`,
          standIn: statement.returning === null ? null : { ask: ask(statement.returning, types), shape: 'result' },
          changes: [],
        }
      },
    }
  }
}

/** `pool.execute(text, values)`, which answers with a list whose first item is the rows. */
const mysql: InsertReader = (source, chain) => {
  const read = queried(source, chain, ['sql', 'values'])
  if (isBlocked(read)) return read
  const { statement, lead, options } = read
  if (options || !ts.isAwaitExpression(chain.top.parent)) return notPlain
  return {
    columns: statement.columns,
    find: (column, value): Lookup => {
      const rows = source.typed ? importInto(source, { specifier: 'mysql2', exportName: 'RowDataPacket', name: 'RowDataPacket', typeOnly: true }) : null
      const text = inQuotes(source, selection(statement, column, '1', '?'))
      return {
        ask: `await ${lead}${rows === null ? '' : `<${rows.name}[]>`}(${text}, [${value}])`,
        binding: (name) => `[[${name}]]`,
        absent: (name) => `!${name}`,
        standIn: null,
        changes: rows?.changes ?? [],
      }
    },
  }
}

/** Prepared statements: `db.prepare(text).run(…)`, with `bind` in between for D1; also those kept in a variable. */
function prepared(bound: boolean, awaits: boolean): InsertReader {
  return (source, { call, top }) => {
    if (!ts.isCallExpression(call)) return notPlain
    const run = bare(top)
    if (!ts.isCallExpression(run) || methodOf(run) !== 'run' || !ts.isPropertyAccessExpression(run.expression)) return notCreating
    const before = bare(run.expression.expression)
    const bind = bound && methodOf(before) === 'bind' && ts.isCallExpression(before) && ts.isPropertyAccessExpression(before.expression) ? before : null
    const made = bind !== null && ts.isPropertyAccessExpression(bind.expression) ? bare(bind.expression.expression) : before
    const prepare = ts.isIdentifier(made) ? heldBy(made) : made
    if (prepare === null || !ts.isCallExpression(prepare) || !/^(?:prepare|query)$/.test(methodOf(prepare) ?? '')) return notWrittenOut
    const [sql, on] = [literal(prepare.arguments[0]), receiver(source, prepare)]
    if (sql === null || on === null) return notWrittenOut
    const given = (bind ?? run).arguments
    const named = given.length === 1 ? columnsOf(source, given[0]) : null
    const statement = statementIn(sql, (mark, index) =>
      mark === '?' ? (given[index] ?? null) : (named?.find(({ name }) => name === mark.slice(1))?.value ?? null),
    )
    if (isBlocked(statement)) return statement
    return {
      columns: statement.columns,
      find: (column, value) => {
        const text = inQuotes(source, selection(statement, column, '1', '?'))
        const ask = `${on}.${methodOf(prepare) ?? 'prepare'}(${text})${bound ? `.bind(${value}).first()` : `.get(${value})`}`
        return oneRow(awaits ? `await ${ask}` : ask, null)
      },
    }
  }
}

/** `sql`INSERT …``. */
function tagged(source: Source, { call }: Chain): { readonly statement: Statement; readonly tag: string; readonly types: string } | Blocked {
  if (!ts.isTaggedTemplateExpression(call)) return notPlain
  const { template } = call
  if (ts.isNoSubstitutionTemplateLiteral(template)) return notWrittenOut
  const spans = template.templateSpans.map(({ expression }) => expression)
  const tag = textOf(source, call.tag)
  const types = call.typeArguments === undefined ? '' : `<${call.typeArguments.map((type) => textOf(source, type)).join(', ')}>`
  // `sql`INSERT INTO orders ${sql({ id })}``
  const [only] = spans
  const table = /^\s*INSERT\s+INTO\s+([^\s(]+)\s*$/i.exec(template.head.text)?.[1]
  if (table !== undefined && spans.length === 1 && only !== undefined && ts.isCallExpression(only) && textOf(source, only.expression) === tag) {
    const columns = columnsOf(source, only.arguments[0])
    const rest = /^\s*(?:RETURNING\s+([^;]+?)\s*)?;?\s*$/i.exec(template.templateSpans[0]?.literal.text ?? ';;')
    return columns === null || rest === null ? notWrittenOut : { statement: { table, columns, returning: rest[1] ?? null }, tag, types }
  }
  const sql = template.head.text + template.templateSpans.map((span) => `\uE000${span.literal.text}`).join('')
  const statement = statementIn(sql, (_mark, index) => spans[index] ?? null)
  return isBlocked(statement) ? statement : { statement, tag, types }
}

function byTag(rows: boolean): InsertReader {
  return (source, chain) => {
    const read = tagged(source, chain)
    if (isBlocked(read)) return read
    const { statement, tag, types } = read
    return {
      columns: statement.columns,
      find: (column, value) => {
        const ask = (wanted: string, generic: string): string => `await ${tag}${generic}\`${selection(statement, column, wanted, `\${${value}}`)}\``
        const { returning } = statement
        if (rows) return firstRow(ask('1', ''), returning === null ? null : { ask: ask(returning, types), shape: 'rows' })
        return {
          ask: ask('1', ''),
          binding: (name) => name,
          absent: (name) => `${name}.rows.length === 0`,
          standIn: returning === null ? null : { ask: ask(returning, types), shape: 'result' },
          changes: [],
        }
      },
    }
  }
}

/** `pool.query(sql.unsafe`…`)`, which has a method for one row or none. */
const slonik: InsertReader = (source, { call }) => {
  const [query] = ts.isCallExpression(call) ? call.arguments : []
  const on = ts.isCallExpression(call) ? receiver(source, call) : null
  if (on === null || query === undefined || !ts.isTaggedTemplateExpression(query)) return notPlain
  const read = tagged(source, { call: query, top: query, root: query })
  if (isBlocked(read)) return read
  const { statement, tag } = read
  return {
    columns: statement.columns,
    find: (column, value) => oneRow(`await ${on}.maybeOne(${tag}\`${selection(statement, column, '1', `\${${value}}`)}\`)`, null),
  }
}

/** `db.none(text, values)`: the method says how many rows there will be. */
const pgPromise: InsertReader = (source, chain) => {
  const read = queried(source, chain, ['text', 'values'])
  if (isBlocked(read)) return read
  const { statement, on, options } = read
  if (options) return notPlain
  return {
    columns: statement.columns,
    find: (column, value) => {
      const ask = (wanted: string): string => `await ${on}.oneOrNone(${inQuotes(source, selection(statement, column, wanted, '$1'))}, [${value}])`
      const { returning } = statement
      return oneRow(ask('1'), returning === null || !(methodOf(chain.call) ?? '').startsWith('one') ? null : { ask: ask(returning), shape: 'row' })
    },
  }
}

/** `pool.request().input('id', id).query(text)`. */
const mssql: InsertReader = (source, { call }) => {
  if (!ts.isCallExpression(call) || methodOf(call) !== 'query') return notPlain
  const links = chainLinks(call)
  const inputs = links.filter((link): link is ts.CallExpression => ts.isCallExpression(link) && methodOf(link) === 'input')
  const request = links.findLast((link) => ts.isNewExpression(link) || (ts.isCallExpression(link) && methodOf(link) === 'request'))
  const sql = literal(call.arguments[0])
  if (request === undefined || sql === null) return notWrittenOut
  const inputOf = (mark: string): ts.CallExpression | undefined => inputs.find(({ arguments: [name] }) => literal(name) === mark.slice(1))
  const statement = statementIn(sql, (mark) => inputOf(mark)?.arguments.at(-1) ?? null)
  if (isBlocked(statement)) return statement
  return {
    columns: statement.columns,
    find: (column, value) => {
      const input = inputs.find(({ arguments: list }) => list.some((argument) => textOf(source, argument) === value))
      const name = literal(input?.arguments[0])
      if (input === undefined || name === null) return notPlain
      const given = input.arguments.map((argument) => textOf(source, argument)).join(', ')
      return {
        ask: `await ${textOf(source, request)}.input(${given}).query(${inQuotes(source, selection(statement, column, '1 AS found', `@${name}`))})`,
        binding: (found) => found,
        absent: (found) => `${found}.recordset.length === 0`,
        standIn: null,
        changes: [],
      }
    },
  }
}

function either(byTemplate: InsertReader, byCall: InsertReader): InsertReader {
  return (source, chain) => (ts.isTaggedTemplateExpression(chain.call) ? byTemplate : byCall)(source, chain)
}

const pg = withRows('$1', ['text', 'values'])
const sqlite = prepared(false, false)

export const sqlInserts: Readonly<Record<string, InsertReader>> = {
  pg,
  pglite: either(byTag(false), pg),
  'vercel-postgres': either(byTag(false), pg),
  neon: either(byTag(true), pg),
  postgres: byTag(true),
  mysql,
  libsql: withRows('?', ['sql', 'args']),
  planetscale: withRows('?', ['sql', 'args']),
  slonik,
  'pg-promise': pgPromise,
  mssql,
  'better-sqlite3': sqlite,
  'node-sqlite': sqlite,
  'bun-sqlite': sqlite,
  cloudflare: prepared(true, true),
}
