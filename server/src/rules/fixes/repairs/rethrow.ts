/** A `catch` that keeps the failure of an idempotent write to itself: passing it on lets the provider deliver again. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import type { Operation } from '../../report'
import type { FixRequest, TextChange } from '../fix'
import type { PathFrames, SourceCache } from '../protect/frames'
import { providerOf } from '../payment/providers'
import { commentsOf, createDraft } from '../source/changes'
import { appendToBlock } from '../source/layout'
import { methodsOf } from '../source/chains'
import { returnsOf } from '../source/functions'
import { isFunctionNode, textOf, walk, type Source } from '../source/source'
import { withFailureStatus } from './failureAnswer'
import { stepsOut, stopsOn } from './outward'
import type { Repair } from './repair'

export function rethrowRepair(route: PathFrames, contexts: ReadonlySet<Context>, { operations }: FixRequest, sources: SourceCache): Repair | null {
  const { path, operation } = route
  if (path.outcome !== 'swallowed' || operation.tier === 'bookkeeping') return null
  // A repeat must not apply a write twice; in a request the caller merely has to learn of the failure.
  if ((contexts.has('webhook') || contexts.has('job')) && repeats(operation, path, operations)) return null
  const steps = stepsOut(route, sources)
  const stops = steps === null ? [] : stopsOn(steps)
  // Where the walk saw the failure end elsewhere, the way out is not understood.
  const { endedAt } = path
  if (endedAt !== null && !stops.some(({ source, clause }) => source.file === endedAt.file && clause.getStart(source.tree) === endedAt.start)) return null
  const delivered = contexts.has('webhook') || contexts.has('job')
  if (stops.length === 0 || (!delivered && stops.length > 1)) return null
  const draft = createDraft()
  let answers = false
  const thrown = throwsReturned(route)
  if (thrown === null) return null
  draft.add(operation.at.file, ...thrown)
  for (const { source, clause } of stops) {
    const passed = passOn(source, clause)
    if (passed === null) return null
    answers ||= passed.answers
    draft.add(source.file, ...passed.changes)
    if (passed.answers) break
  }
  const how = answers && stops.length === 1 ? 'Answer with an error' : 'Rethrow'
  const title = contexts.has('webhook')
    ? `${how}, so that ${providerOf(path.confirmation.provider).title} delivers the event again`
    : `${how}, so that the caller learns of the failure`
  return { name: 'rethrow', title, edits: draft.edits() }
}

/** Clients that return errors never reach a `catch`. Null where the returned error is used already. */
function throwsReturned({ operation, write }: PathFrames): readonly TextChange[] | null {
  if (operation.store !== 'supabase' || methodsOf(write.top).includes('throwOnError')) return []
  const { top } = write
  const holder = ts.isAwaitExpression(top.parent) ? top.parent.parent : null
  if (holder === null || !ts.isCallExpression(top)) return null
  const unused = ts.isExpressionStatement(holder) || (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name))
  return unused ? [{ start: top.end, end: top.end, text: '.throwOnError()' }] : null
}

/** Something of the handler would be done twice when the event is delivered again. */
function repeats(operation: Operation, { entry, confirmation }: PathFrames['path'], operations: readonly Operation[]): boolean {
  return operations.some((other) =>
    other.paths.some(
      (path) =>
        !path.idempotent &&
        path.mechanisms.every(({ kind }) => kind !== 'queue') &&
        (other === operation || other.tier === 'fulfilment') &&
        path.entry.at.file === entry.at.file &&
        path.entry.at.start === entry.at.start &&
        path.confirmation.at.file === confirmation.at.file &&
        path.confirmation.at.start === confirmation.at.start,
    ),
  )
}

interface PassedOn {
  readonly changes: readonly TextChange[]
  readonly answers: boolean
}

/** Somebody has thought about it already. */
const meant =
  /\b(don['’]?t|do not|not|never|without|no) (re-?)?(throw|fail|break|block|crash)|best[- ]effort|non[- ]?(critical|fatal|blocking|essential)|ignor|swallow|intentional/i

function passOn(source: Source, clause: ts.CatchClause): PassedOn | null {
  const { block } = clause
  if (commentsIn(source, block).some((comment) => meant.test(comment))) return null
  const returns = returnsOf(block)
  const end = block.statements.at(-1)
  const bare = end !== undefined && ts.isReturnStatement(end) && end.expression === undefined
  const last = bare ? block.statements.at(-2) : end
  if (last !== undefined && (returns.length === 0 || (returns.length === 1 && returns[0] === end))) {
    const failed = withFailureStatus(source, last)
    if (failed !== null) return answersBefore(source, block, last) ? null : { changes: failed, answers: true }
  }
  if (returns.length > 0 || answersBefore(source, block, null) || jumpsOrRemembers(block)) return null
  const declared = clause.variableDeclaration?.name
  if (declared !== undefined && !ts.isIdentifier(declared)) return null
  const name = declared?.text ?? 'error'
  const changes: TextChange[] = [appendToBlock(source, block, [`throw ${name}${source.style.end}`])]
  if (declared === undefined) {
    const at = source.text.indexOf('catch', clause.getStart(source.tree)) + 'catch'.length
    changes.unshift({ start: at, end: at, text: ` (${name})` })
  }
  return { changes, answers: false }
}

function commentsIn(source: Source, block: ts.Block): readonly string[] {
  return commentsOf(source.file, source.text.slice(block.getStart(source.tree), block.end))
}

function answersBefore(source: Source, block: ts.Block, last: ts.Statement | null): boolean {
  return block.statements.some(
    (statement) =>
      statement !== last && /\b(res|resp|response|reply|rep)\b[\w.()]*\.(json|send|end|sendStatus|redirect|render)\(/.test(textOf(source, statement)),
  )
}

/** A variable that is set in the block tells the code below of the failure. */
function jumpsOrRemembers(block: ts.Block): boolean {
  let found = false
  walk(block, (node) => {
    if (isFunctionNode(node)) return false
    if (ts.isBreakOrContinueStatement(node)) found = true
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const isStatus = ts.isNumericLiteral(node.right) && Number(node.right.text) >= 400
      if (ts.isIdentifier(node.left) && !isStatus) found = true
    }
    return !found
  })
  return found
}
