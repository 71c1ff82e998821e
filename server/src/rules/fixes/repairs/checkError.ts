/** Clients that return errors as values: the returned error is tested and thrown. */
import ts from 'typescript'
import { methodsOf } from '../source/chains'
import { allNames, freshName, mentions } from '../source/scope'
import { appendToBlock, isStatementList } from '../source/layout'
import { isLog } from '../protect/continuation'
import { indentAt } from '../source/style'
import type { Context } from '../../../flow/result'
import type { FixRequest } from '../fix'
import type { PathFrames, SourceCache } from '../protect/frames'
import { stepsOut, stopsOn } from './outward'
import { inFile, type Repair } from './repair'

export function checkErrorRepair(route: PathFrames, _contexts: ReadonlySet<Context>, _request: FixRequest, sources: SourceCache): Repair | null {
  const { operation, path, write, frames } = route
  const source = frames.at(-1)?.source
  if (operation.store !== 'supabase' || path.outcome !== 'swallowed' || source === undefined) return null
  // A `catch` on the way would keep the error to itself all the same.
  const steps = stepsOut(route, sources)
  if (steps === null || stopsOn(steps, path.endedAt).length > 0) return null
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
      edits: inFile(source, [
        { start: holder.getStart(source.tree), end: holder.getStart(source.tree), text: `const {${pad}${pattern}${pad}} = ` },
        { start: holder.end, end: holder.end, text: `${eol}${indent}if (${name}) throw ${name}${end}` },
      ]),
    }
  }
  if (!ts.isVariableDeclaration(holder) || !ts.isObjectBindingPattern(holder.name)) return null
  const statement = holder.parent.parent
  if (!ts.isVariableStatement(statement) || unit === '') return null
  const element = holder.name.elements.find((candidate) => (candidate.propertyName ?? candidate.name).getText() === 'error')
  if (element !== undefined) {
    if (!ts.isIdentifier(element.name)) return null
    const test = testOf(statement, element.name.text)
    if (test !== null) {
      const block = throwable(test)
      return block === null
        ? null
        : {
            name: 'check-error',
            title: 'Throw the returned error',
            edits: inFile(source, [appendToBlock(source, block, [`throw ${element.name.text}${end}`])]),
          }
    }
    return {
      name: 'check-error',
      title,
      edits: inFile(source, [{ start: statement.end, end: statement.end, text: `${eol}${indent}if (${element.name.text}) throw ${element.name.text}${end}` }]),
    }
  }
  const last = holder.name.elements.at(-1)
  if (last === undefined) return null
  const name = freshName(allNames(source.tree), 'error', `${operation.table ?? 'write'}Error`)
  return {
    name: 'check-error',
    title,
    edits: inFile(source, [
      { start: last.end, end: last.end, text: `, ${name === 'error' ? 'error' : `error: ${name}`}` },
      { start: statement.end, end: statement.end, text: `${eol}${indent}if (${name}) throw ${name}${end}` },
    ]),
  }
}

/** A statement below that looks at the error already. */
function testOf(statement: ts.VariableStatement, name: string): ts.IfStatement | null {
  if (!isStatementList(statement.parent)) return null
  const below = statement.parent.statements.slice((statement.parent.statements as readonly ts.Statement[]).indexOf(statement) + 1)
  return below.find((candidate): candidate is ts.IfStatement => ts.isIfStatement(candidate) && mentions(candidate.expression, new Set([name]))) ?? null
}

/** A block that only logs the error. */
function throwable({ expression, thenStatement, elseStatement }: ts.IfStatement): ts.Block | null {
  if (!ts.isIdentifier(expression) || elseStatement !== undefined || !ts.isBlock(thenStatement)) return null
  return thenStatement.statements.every(isLog) ? thenStatement : null
}
