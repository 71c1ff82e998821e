/** A `catch` that keeps the failure of an idempotent write to itself in a webhook: passing it on lets the provider deliver again. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import { reportsFailure } from '../protect/continuation'
import type { PathFrames } from '../protect/frames'
import { providerOf } from '../payment/providers'
import { appendToBlock, prependToBlock } from '../source/layout'
import { returnsOf } from '../source/functions'
import type { Repair } from './repair'

export function rethrowRepair({ path, write, frames }: PathFrames, contexts: ReadonlySet<Context>): Repair | null {
  const source = frames.at(-1)?.source
  if (path.outcome !== 'swallowed' || source === undefined) return null
  // A repeat must not apply the write twice; in a request the caller merely has to learn of the failure.
  if ((contexts.has('webhook') || contexts.has('job')) && !path.idempotent) return null
  const statement = tryAround(write.call)
  const clause = statement?.catchClause
  if (statement === null || clause === undefined || reportsFailure(clause.block) || returnsOf(clause.block).length > 0) return null
  const declared = clause.variableDeclaration?.name
  if (declared !== undefined && !ts.isIdentifier(declared)) return null
  const name = declared?.text ?? 'error'
  const line = `throw ${name}${source.style.end}`
  const changes = [clause.block.statements.length === 0 ? prependToBlock(source, clause.block, [line]) : appendToBlock(source, clause.block, [line])]
  if (declared === undefined) {
    const at = source.text.indexOf('catch', clause.getStart(source.tree)) + 'catch'.length
    changes.unshift({ start: at, end: at, text: ` (${name})` })
  }
  const title = contexts.has('webhook')
    ? `Rethrow, so that ${providerOf(path.confirmation.provider).title} delivers the event again`
    : 'Rethrow, so that the caller learns of the failure'
  return { name: 'rethrow', title, changes }
}

/** The `try` around a node, inside its own function, whose `catch` would see the node's failure. */
function tryAround(node: ts.Node): ts.TryStatement | null {
  let inner = node
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined) {
    if (ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause !== undefined) return parent
    inner = parent
  }
  return null
}
