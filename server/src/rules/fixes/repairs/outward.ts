/** Where a failure stops on its way out: the `try` statements and dropped promises between a write and the handler. */
import ts from 'typescript'
import type { Location } from '../../../base/location'
import type { PathFrames, SourceCache } from '../protect/frames'
import { reportsFailure } from '../protect/continuation'
import { endsInThrow, promiseOf } from '../protect/settle'
import { chainTop } from '../source/chains'
import { functionName, namedFunctionAround } from '../source/functions'
import { ancestors, contains, isFunctionNode, nodeAt, textOf, walk, type FunctionNode, type Source } from '../source/source'

export interface Step {
  readonly source: Source
  /** The write's chain, or the call that leads to it. */
  readonly top: ts.Expression
  readonly run: FunctionNode | null
}

/**
 * From the write to the function that learned of the payment, and on to the one whose `catch` ended the failure. Null where a listener or a
 * job stands in between: a failure does not come out of it by itself.
 */
export function stepsOut({ frames, write, path }: PathFrames, sources: SourceCache): readonly Step[] | null {
  const indirect = frames.some(({ run }, index) => {
    const call = frames[index - 1]?.call
    if (call === undefined || call === null) return false
    const called = calledName(call)
    return run === null || called === null || functionName(run) !== called
  })
  if (indirect) return null
  const steps: Step[] = [...frames].reverse().map(({ source, run, site }, index) => ({ source, run, top: index === 0 ? write.top : chainTop(site) }))
  const ended = path.endedAt === null ? null : scopeAt(path.endedAt, sources)
  const entry = scopeAt(path.entry.at, sources)
  for (const scope of [ended, entry]) {
    const outermost = steps.at(-1)
    const name = outermost === undefined || outermost.run === null ? null : functionName(outermost.run)
    if (scope === null || name === null || steps.some(({ source, run }) => run !== null && source.file === scope.source.file && contains(run, scope.node)))
      continue
    const [call] = callsOf(name, scope)
    if (call !== undefined) steps.push({ source: scope.source, top: chainTop(call), run: namedFunctionAround(call, null) })
  }
  return steps
}

interface SourceScope {
  readonly source: Source
  readonly node: ts.Node
}

/** The `try` block that a `catch` belongs to, or the function or registration that stands at a place. */
function scopeAt(at: Location, sources: SourceCache): SourceScope | null {
  const source = sources(at.file)
  if (source === null) return null
  const node = nodeAt(source, at)
  if (ts.isCatchClause(node)) return { source, node: node.parent.tryBlock }
  for (const parent of [node, ...ancestors(node)])
    if (isFunctionNode(parent) || ts.isCallExpression(parent) || ts.isVariableDeclaration(parent)) return { source, node: parent }
  return null
}

function callsOf(name: string, { source, node }: SourceScope): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = []
  walk(node, (inner) => {
    if (ts.isCallExpression(inner) && new RegExp(`(^|\\.)${name.replaceAll('$', '\\$')}$`).test(textOf(source, inner.expression))) calls.push(inner)
    return undefined
  })
  return calls
}

function calledName({ expression }: ts.CallExpression): string | null {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return ts.isIdentifier(expression) ? expression.text : null
}

export interface Stop {
  readonly source: Source
  readonly clause: ts.CatchClause
}

/**
 * Every `catch` that keeps the failure to itself, innermost first. One that reports it ends the way, unless the walk saw the failure end there.
 * Empty where a failure gets lost further out.
 */
export function stopsOn(steps: readonly Step[], endedAt: Location | null): readonly Stop[] {
  const stops: Stop[] = []
  for (const { source, top, run } of steps) {
    let inner: ts.Node = top
    for (const parent of ancestors(top)) {
      if (ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause !== undefined) {
        const clause = parent.catchClause
        const isEnd = endedAt !== null && source.file === endedAt.file && clause.getStart(source.tree) === endedAt.start
        const throws = endsInThrow(clause.block)
        if (!isEnd && !throws && reportsFailure(clause.block)) return stops
        if (isEnd || !throws) stops.push({ source, clause })
      }
      if (parent === run) break
      if (isFunctionNode(parent) && promiseOf(parent) === null) return []
      inner = parent
    }
  }
  return stops
}

/** The steps whose promise nobody waits for. Null where one is lost in a way that one `await` does not mend. */
export function droppedOn(steps: readonly Step[]): readonly Step[] | null {
  const dropped: Step[] = []
  for (const step of steps) {
    let node: ts.Node = step.top
    for (;;) {
      const parent = node.parent as ts.Node | undefined
      if (parent === undefined || parent === step.run || ts.isAwaitExpression(parent) || ts.isReturnStatement(parent)) break
      if (ts.isExpressionStatement(parent) || (ts.isVoidExpression(parent) && ts.isExpressionStatement(parent.parent))) {
        dropped.push(step)
        break
      }
      if (isFunctionNode(parent) || ts.isVariableDeclaration(parent) || ts.isBinaryExpression(parent)) break
      if (ts.isPropertyAccessExpression(parent)) return null
      node = parent
    }
  }
  return dropped
}
