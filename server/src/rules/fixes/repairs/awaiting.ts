/** Awaiting a write, or a call that leads to it, that nobody waits for: its failure then goes somewhere. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import type { FixRequest, TextChange } from '../fix'
import { chainTop } from '../source/chains'
import { createDraft } from '../source/changes'
import { iterationOf } from '../source/functions'
import { enclosingFunction, isAsync, type FunctionNode, type Source } from '../source/source'
import type { PathFrames, SourceCache } from '../protect/frames'
import { droppedOn, stepsOut } from './outward'
import type { Repair } from './repair'

export function awaitRepair(route: PathFrames, _contexts: ReadonlySet<Context>, _request: FixRequest, sources: SourceCache): Repair | null {
  if (route.path.outcome !== 'lost') return null
  const steps = stepsOut(route, sources)
  const dropped = steps === null ? null : droppedOn(steps)
  if (dropped === null || dropped.length === 0) return null
  const draft = createDraft()
  for (const { source, top } of dropped) {
    const changes = awaited(source, top)
    if (changes === null) return null
    draft.add(source.file, ...changes)
  }
  const own = dropped[0]?.top === route.write.top
  return {
    name: 'await',
    title: own ? 'Await this write, so that its failure is noticed' : 'Await the work, so that its failure is noticed',
    edits: draft.edits(),
  }
}

function awaited(source: Source, top: ts.Expression): readonly TextChange[] | null {
  const { parent } = top
  const dropped = ts.isVoidExpression(parent)
  const run = enclosingFunction(top)
  if (run === null || iterationOf(run) !== null || isUnawaitedThen(run)) return null
  const start = (dropped ? parent : top).getStart(source.tree)
  const change = { start, end: top.getStart(source.tree), text: 'await ' }
  const async = isAsync(run) ? [] : madeAsync(source, run)
  return async === null ? null : [...async, change]
}

/** `work().then(() => { … })` that nobody waits for either. */
function isUnawaitedThen({ parent }: FunctionNode): boolean {
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression) || !/^(then|catch|finally)$/.test(parent.expression.name.text))
    return false
  const holder = chainTop(parent).parent
  return !(ts.isAwaitExpression(holder) || ts.isReturnStatement(holder) || ts.isArrowFunction(holder))
}

/** Only a handler that a framework calls may turn into a promise unseen. */
function madeAsync(source: Source, run: FunctionNode): readonly TextChange[] | null {
  if (!(ts.isArrowFunction(run) || ts.isFunctionExpression(run)) || !ts.isCallExpression(run.parent) || run.type !== undefined) return null
  const start = run.getStart(source.tree)
  return [{ start, end: start, text: 'async ' }]
}
