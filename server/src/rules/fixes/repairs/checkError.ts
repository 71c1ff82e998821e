/** Clients that return errors as values: the returned error is tested and thrown. */
import ts from 'typescript'
import { methodsOf } from '../source/chains'
import { allNames, freshName } from '../source/scope'
import { indentAt } from '../source/style'
import type { PathFrames } from '../protect/frames'
import type { Repair } from './repair'

export function checkErrorRepair({ operation, path, write, frames }: PathFrames): Repair | null {
  const source = frames.at(-1)?.source
  if (operation.store !== 'supabase' || path.outcome !== 'swallowed' || source === undefined) return null
  const { top } = write
  const awaited = top.parent
  if (!ts.isAwaitExpression(awaited) || methodsOf(top).includes('throwOnError')) return null
  const { eol, end, pad, unit } = source.style
  const holder = awaited.parent
  const title = 'Test the returned error and throw it'
  const indent = indentAt(source.text, holder.getStart(source.tree))
  if (ts.isExpressionStatement(holder)) {
    const name = freshName(allNames(source.tree), 'error', `${operation.table ?? 'write'}Error`)
    const pattern = name === 'error' ? 'error' : `error: ${name}`
    return {
      name: 'check-error',
      title,
      changes: [
        { start: holder.getStart(source.tree), end: holder.getStart(source.tree), text: `const {${pad}${pattern}${pad}} = ` },
        { start: holder.end, end: holder.end, text: `${eol}${indent}if (${name}) throw ${name}${end}` },
      ],
    }
  }
  if (!ts.isVariableDeclaration(holder) || !ts.isObjectBindingPattern(holder.name)) return null
  const statement = holder.parent.parent
  if (!ts.isVariableStatement(statement) || unit === '') return null
  const element = holder.name.elements.find((candidate) => (candidate.propertyName ?? candidate.name).getText() === 'error')
  if (element !== undefined) {
    if (!ts.isIdentifier(element.name)) return null
    return {
      name: 'check-error',
      title,
      changes: [{ start: statement.end, end: statement.end, text: `${eol}${indent}if (${element.name.text}) throw ${element.name.text}${end}` }],
    }
  }
  const last = holder.name.elements.at(-1)
  if (last === undefined) return null
  const name = freshName(allNames(source.tree), 'error', `${operation.table ?? 'write'}Error`)
  return {
    name: 'check-error',
    title,
    changes: [
      { start: last.end, end: last.end, text: `, ${name === 'error' ? 'error' : `error: ${name}`}` },
      { start: statement.end, end: statement.end, text: `${eol}${indent}if (${name}) throw ${name}${end}` },
    ],
  }
}
