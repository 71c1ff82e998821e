/** Awaiting a write that nobody waits for: its failure then goes somewhere. */
import ts from 'typescript'
import { enclosingFunction, isAsync, isFunctionNode } from '../source/source'
import type { PathFrames } from '../protect/frames'
import type { Repair } from './repair'

export function awaitRepair({ path, write, frames }: PathFrames): Repair | null {
  const source = frames.at(-1)?.source
  if (path.outcome !== 'lost' || source === undefined) return null
  const { top } = write
  const { parent } = top
  const dropped = ts.isVoidExpression(parent) && ts.isExpressionStatement(parent.parent)
  if (!ts.isExpressionStatement(parent) && !dropped) return null
  const run = enclosingFunction(top)
  if (run === null || isPerElement(run)) return null
  const changes = []
  if (!isAsync(run)) {
    // Only a handler that a framework calls may turn into a promise unseen.
    if (!(ts.isArrowFunction(run) || ts.isFunctionExpression(run)) || !ts.isCallExpression(run.parent) || run.type !== undefined) return null
    const start = run.getStart(source.tree)
    changes.push({ start, end: start, text: 'async ' })
  }
  changes.push({ start: (dropped ? parent : top).getStart(source.tree), end: top.getStart(source.tree), text: 'await ' })
  return { name: 'await', title: 'Await this write, so that its failure is noticed', changes }
}

/** `forEach` and like do not wait for their callback. */
function isPerElement(run: ts.Node): boolean {
  return (
    isFunctionNode(run) &&
    ts.isCallExpression(run.parent) &&
    ts.isPropertyAccessExpression(run.parent.expression) &&
    run.parent.expression.name.text === 'forEach'
  )
}
