/** A row as the code that creates it writes it out, and how its store is asked whether it is there already. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { Blocked } from '../payment/refund'
import type { Chain } from '../source/chains'
import { quoted } from '../source/print'
import { ancestors, bare, textOf, type Source } from '../source/source'
import { isStatementList } from '../source/layout'

export interface Column {
  /** As the look-up has to write it. */
  readonly name: string
  readonly value: ts.Expression
}

/** What a call returns: the row, rows, an object with `rows`, or one with `data` and `error`. */
export type Shape = 'row' | 'rows' | 'result' | 'data'

export interface Lookup {
  /** `await db.order.findFirst(…)`. */
  readonly ask: string
  /** What the answer is bound to: `existing`, `[existing]`. */
  readonly binding: (name: string) => string
  /** The test that nothing was found. */
  readonly absent: (name: string) => string
  /** Answers as the write itself does, so that it can stand in for its result. */
  readonly standIn: { readonly ask: string; readonly shape: Shape } | null
  readonly changes: readonly TextChange[]
}

export interface Insert {
  readonly columns: readonly Column[]
  /** `value`: how the code writes it. */
  readonly find: (name: string, value: string) => Lookup | Blocked
}

export type InsertReader = (source: Source, chain: Chain) => Insert | Blocked

export const notPlain: Blocked = { why: 'The write is not a plain call.' }
export const notCreating: Blocked = {
  why: 'It changes a row by what the row holds, so a second delivery would change it twice: store the event’s id in the same transaction, and look for it first.',
}
const severalRows: Blocked = { why: 'It creates several rows, and what tells those of one delivery from those of another cannot be seen here.' }

/** The method does not create one row. */
export function notOneRow(method: string): Blocked {
  return /^(?:create|insert|save|add|push|bulk)/i.test(method) ? severalRows : notCreating
}

export const notWrittenOut: Blocked = { why: 'The row is not written out where it is created, so it is not known what identifies the payment in it.' }

/** The usual answer: one row or nothing. */
export function oneRow(ask: string, standIn: Lookup['standIn'], changes: readonly TextChange[] = []): Lookup {
  return { ask, binding: (name) => name, absent: (name) => `!${name}`, standIn, changes }
}

export function firstRow(ask: string, standIn: Lookup['standIn'], changes: readonly TextChange[] = []): Lookup {
  return { ask, binding: (name) => `[${name}]`, absent: (name) => `!${name}`, standIn, changes }
}

/** Columns of an object literal, of a list that holds one, or of a constant that does. Null: not every part of it can be read. */
export function columnsOf(source: Source, row: ts.Expression | undefined): readonly Column[] | null {
  if (row === undefined) return null
  const value = bare(row)
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 1 ? columnsOf(source, value.elements[0]) : null
  if (ts.isIdentifier(value)) return columnsOf(source, constantOf(value) ?? undefined)
  if (!ts.isObjectLiteralExpression(value)) return null
  return value.properties.flatMap((property): readonly Column[] => {
    if (ts.isShorthandPropertyAssignment(property)) return [{ name: property.name.text, value: property.name }]
    if (!ts.isPropertyAssignment(property)) return []
    const { name, initializer } = property
    if (ts.isIdentifier(name)) return [{ name: name.text, value: initializer }]
    return ts.isStringLiteral(name) ? [{ name: /^[A-Za-z_$][\w$]*$/.test(name.text) ? name.text : quoted(source.style, name.text), value: initializer }] : []
  })
}

/** The literal that a `const` of a list of statements around holds. */
function constantOf(name: ts.Identifier): ts.ObjectLiteralExpression | null {
  for (const scope of ancestors(name)) {
    if (!isStatementList(scope)) continue
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0) continue
      for (const declaration of statement.declarationList.declarations) {
        if (!ts.isIdentifier(declaration.name) || declaration.name.text !== name.text) continue
        const value = declaration.initializer === undefined ? null : bare(declaration.initializer)
        return value !== null && ts.isObjectLiteralExpression(value) ? value : null
      }
    }
  }
  return null
}

/** `{ reference: intent.id }` in the file's style. */
export function object(source: Source, name: string, value: string): string {
  const { pad } = source.style
  return `{${pad}${property(name, value)}${pad}}`
}

export function property(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`
}

/** What stands before `.method(` of a call. */
export function receiver(source: Source, call: ts.CallExpression): string | null {
  return ts.isPropertyAccessExpression(call.expression) ? textOf(source, call.expression.expression) : null
}

export function methodOf(call: ts.Expression): string | null {
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : null
}
