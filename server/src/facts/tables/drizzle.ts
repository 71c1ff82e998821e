/** Drizzle: `pgTable('orders', { id: serial().primaryKey(), payment: text().unique() }, (t) => [uniqueIndex().on(t.a, t.b)])`. */
import ts from 'typescript'
import type { UniqueKey } from '../ir'
import { skipOuter } from '../syntax'
import { chainOf, entriesOf, keysOf, objectOf, textOf, valueOf } from './literals'

const tableFunction = /^(?:(?:pg|mysql|sqlite|singlestore|create)?table)$/i
const generating = new Set([
  'serial',
  'bigserial',
  'smallserial',
  'autoincrement',
  'defaultRandom',
  '$defaultFn',
  '$default',
  'default',
  'generatedAlwaysAsIdentity',
  'generatedByDefaultAsIdentity',
])

export function drizzleKeys(node: ts.CallExpression): readonly UniqueKey[] {
  const [first, second, third] = node.arguments
  const columns = objectOf(second)
  const name = textOf(first)
  if (columns === null || name === null || !tableFunction.test(calleeName(node))) return []
  const tables = [name, variableName(node)]
  const generated = new Set<string>()
  const keys: UniqueKey[] = []
  for (const { key, value } of entriesOf(columns)) {
    const chain = chainOf(value)
    const makes = chain.some((part) => generating.has(part.name) || isAutoIncrement(part)) || isRowId(node, chain)
    // A foreign key is given, whatever its type could make up.
    if (makes && !chain.some((part) => part.name === 'references')) generated.add(key)
    if (chain.some((part) => part.name === 'unique' || part.name === 'primaryKey')) keys.push(...keysOf(tables, [key], generated.has(key)))
  }
  for (const extra of extrasOf(third)) {
    const list = compositeKey(extra)
    keys.push(
      ...keysOf(
        tables,
        list,
        list.some((column) => generated.has(column)),
      ),
    )
  }
  return keys
}

function calleeName(node: ts.CallExpression): string {
  const callee = skipOuter(node.expression)
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
}

/** Code names the table by its variable, SQL by its text. */
function variableName(node: ts.Node): string | null {
  return ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name) ? node.parent.name.text : null
}

function isAutoIncrement({ name, call }: { readonly name: string; readonly call: ts.CallExpression }): boolean {
  return name === 'primaryKey' && valueOf(call.arguments[0], 'autoIncrement')?.kind === ts.SyntaxKind.TrueKeyword
}

/** An integer primary key of SQLite is its row's number. */
function isRowId(node: ts.CallExpression, chain: ReturnType<typeof chainOf>): boolean {
  return calleeName(node) === 'sqliteTable' && (chain[0]?.name === 'integer' || chain[0]?.name === 'int') && chain.some((part) => part.name === 'primaryKey')
}

/** The third argument returns a list or an object of indexes. */
function extrasOf(node: ts.Expression | undefined): readonly ts.Expression[] {
  const run = node === undefined ? undefined : skipOuter(node)
  if (run === undefined || !ts.isArrowFunction(run)) return []
  const body = ts.isBlock(run.body) ? returned(run.body) : skipOuter(run.body)
  if (body === undefined) return []
  if (ts.isArrayLiteralExpression(body)) return body.elements
  return ts.isObjectLiteralExpression(body) ? entriesOf(body).map((entry) => entry.value) : []
}

function returned(body: ts.Block): ts.Expression | undefined {
  const last = body.statements.findLast(ts.isReturnStatement)?.expression
  return last === undefined ? undefined : skipOuter(last)
}

/** A condition on the index (`.where(…)`) leaves rows out: no key. */
function compositeKey(node: ts.Expression): readonly string[] {
  const chain = chainOf(node)
  const [head] = chain
  if (head === undefined || chain.some((part) => part.name === 'where')) return []
  if (head.name === 'primaryKey') {
    const columns = valueOf(head.call.arguments[0], 'columns')
    return columns !== undefined && ts.isArrayLiteralExpression(columns) ? columnNames(columns.elements) : []
  }
  const on = chain.find((part) => part.name === 'on')
  return (head.name === 'unique' || head.name === 'uniqueIndex') && on !== undefined ? columnNames(on.call.arguments) : []
}

function columnNames(nodes: readonly ts.Expression[]): readonly string[] {
  const names = nodes.map((node) => skipOuter(node)).map((node) => (ts.isPropertyAccessExpression(node) ? node.name.text : null))
  return names.includes(null) ? [] : names.filter((name) => name !== null)
}
