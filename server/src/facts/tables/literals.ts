/** Reading literals of table definitions. Whatever is not written out is not guessed. */
import ts from 'typescript'
import type { UniqueKey } from '../ir'
import { constantKey, skipOuter } from '../syntax'

export function textOf(node: ts.Node | undefined): string | null {
  const inner = node !== undefined && ts.isExpression(node) ? skipOuter(node) : undefined
  return inner !== undefined && ts.isStringLiteralLike(inner) ? inner.text : null
}

/** The texts of a list of literals, or of a single one. */
export function textsOf(node: ts.Expression | undefined): readonly string[] {
  const inner = node === undefined ? undefined : skipOuter(node)
  if (inner === undefined) return []
  const items = ts.isArrayLiteralExpression(inner) ? inner.elements : [inner]
  return items.map((item) => textOf(item)).filter((text) => text !== null)
}

export function objectOf(node: ts.Node | undefined): ts.ObjectLiteralExpression | null {
  const inner = node !== undefined && ts.isExpression(node) ? skipOuter(node) : undefined
  return inner !== undefined && ts.isObjectLiteralExpression(inner) ? inner : null
}

export interface Entry {
  readonly key: string
  readonly value: ts.Expression
}

export function entriesOf(node: ts.ObjectLiteralExpression): readonly Entry[] {
  return node.properties.flatMap((property) => {
    const key = property.name === undefined ? null : constantKey(property.name)
    return key !== null && ts.isPropertyAssignment(property) ? [{ key, value: skipOuter(property.initializer) }] : []
  })
}

export function valueOf(node: ts.Node | undefined, key: string): ts.Expression | undefined {
  const object = objectOf(node)
  return object === null ? undefined : entriesOf(object).find((entry) => entry.key === key)?.value
}

/** `true`, a message or a name all mean yes: `unique: 'order_payment'`, `unique: [true, 'taken']`. */
export function isSet(value: ts.Expression | undefined): boolean {
  if (value === undefined || value.kind === ts.SyntaxKind.FalseKeyword) return false
  return value.kind === ts.SyntaxKind.TrueKeyword || ts.isStringLiteralLike(value) || ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value)
}

/** Calls of a builder chain, innermost first: `text('id')`, `.notNull()`, `.unique()`. */
export function chainOf(node: ts.Expression): readonly { readonly name: string; readonly call: ts.CallExpression }[] {
  const inner = skipOuter(node)
  if (!ts.isCallExpression(inner)) return []
  const callee = skipOuter(inner.expression)
  const receiver = ts.isPropertyAccessExpression(callee) ? chainOf(callee.expression) : []
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
  return [...receiver, { name, call: inner }]
}

/** One key under each name its table is known by. */
export function keysOf(tables: readonly (string | null)[], columns: readonly string[], generated: boolean): readonly UniqueKey[] {
  const names = new Set(tables.filter((table) => table !== null && table !== ''))
  return columns.length === 0 ? [] : [...names].map((table) => ({ table: table ?? '', columns, generated }))
}
