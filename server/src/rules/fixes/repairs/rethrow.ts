/** A `catch` that keeps the failure of an idempotent write to itself: passing it on lets the provider deliver again. */
import ts from 'typescript'
import type { Location } from '../../../base/location'
import type { Context } from '../../../flow/result'
import type { Operation } from '../../report'
import type { FileEdit, FixRequest, TextChange } from '../fix'
import type { PathFrames, SourceCache } from '../protect/frames'
import { providerOf } from '../payment/providers'
import type { Blocked } from '../payment/refund'
import { commentsOf, createDraft } from '../source/changes'
import { appendToBlock } from '../source/layout'
import { chained, methodsOf } from '../source/chains'
import { returnsOf } from '../source/functions'
import { mentions } from '../source/scope'
import { isFunctionNode, textOf, walk, type Source } from '../source/source'
import { withFailureStatus } from './failureAnswer'
import { stepsOut, stopsOn } from './outward'
import type { Repair } from './repair'

export function rethrowRepair(route: PathFrames, contexts: ReadonlySet<Context>, { operations }: FixRequest, sources: SourceCache): Repair | null {
  const { path, operation } = route
  if (path.outcome !== 'swallowed' || operation.tier === 'bookkeeping') return null
  const provider = providerOf(path.confirmation.provider).title
  const title = (how: string): string =>
    contexts.has('webhook') ? `${how}, so that ${provider} delivers the event again` : `${how}, so that the caller learns of the failure`
  const delivered = contexts.has('webhook') || contexts.has('job')
  const passed = passOutward(route, sources)
  if (passed === null || (!delivered && passed.stops > 1)) return null
  // A repeat must not apply a write twice; in a request the caller merely has to learn of the failure.
  const repeated = delivered ? repeatedBy(path, operations, [operation]) : null
  const disabled = repeated !== null ? repeatedReason(repeated) : 'why' in passed ? passed.why : null
  if (disabled !== null) return delivered ? { name: 'rethrow', title: title('Rethrow'), edits: [], disabled } : null
  return 'why' in passed
    ? null
    : { name: 'rethrow', title: title(passed.answers && passed.stops === 1 ? 'Answer with an error' : 'Rethrow'), edits: passed.edits }
}

export function repeatedReason({ op, at }: Operation): string {
  return `Another delivery would repeat ${op} in ${at.file.slice(at.file.lastIndexOf('/') + 1)}:${String(at.line)}: let it be found by the payment’s id first, or write it in one transaction with the rest.`
}

interface Outward {
  readonly edits: readonly FileEdit[]
  /** The outermost stop answers with an error instead of throwing. */
  readonly answers: boolean
  readonly stops: number
}

/** Every `catch` on the way out passes the failure on. Null where the way is not understood. */
export function passOutward(route: PathFrames, sources: SourceCache): Outward | (Blocked & { readonly stops: number }) | null {
  const { path, operation } = route
  const steps = stepsOut(route, sources)
  const stops = steps === null ? [] : stopsOn(steps, path.endedAt)
  // Where the walk saw the failure end elsewhere, the way out is not understood.
  const { endedAt } = path
  if (endedAt !== null && !stops.some(({ source, clause }) => source.file === endedAt.file && clause.getStart(source.tree) === endedAt.start)) return null
  const thrown = throwsReturned(route)
  if (stops.length === 0 || thrown === null) return null
  const draft = createDraft()
  draft.add(operation.at.file, ...thrown)
  let answers = false
  for (const { source, clause } of stops) {
    const passed = passOn(source, clause)
    if (passed === null) return null
    if ('why' in passed) return { ...passed, stops: stops.length }
    answers ||= passed.answers
    draft.add(source.file, ...passed.changes)
    if (passed.answers) break
  }
  return { edits: draft.edits(), answers, stops: stops.length }
}

/** Clients that return errors never reach a `catch`. Null where the returned error is used already. */
function throwsReturned({ operation, write, frames }: PathFrames): readonly TextChange[] | null {
  if (operation.store !== 'supabase' || methodsOf(write.top).includes('throwOnError')) return []
  const { top } = write
  const source = frames.at(-1)?.source
  const holder = ts.isAwaitExpression(top.parent) ? top.parent.parent : null
  if (source === undefined || holder === null || !ts.isCallExpression(top)) return null
  const unused = ts.isExpressionStatement(holder) || (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name))
  return unused ? [chained(source, top, '.throwOnError()')] : null
}

/** What of the handler would be done twice when the event is delivered again. `besides`: what the fix itself takes care of. */
export function repeatedBy(
  { entry, confirmation }: PathFrames['path'],
  operations: readonly Operation[],
  own: readonly Operation[],
  besides: readonly Operation[] = [],
): Operation | null {
  const repeated = operations.find(
    (other) =>
      !besides.includes(other) &&
      (own.includes(other) || other.tier === 'fulfilment') &&
      other.paths.some(
        (path) =>
          !path.idempotent &&
          path.mechanisms.every(({ kind }) => kind !== 'queue') &&
          isSame(path.entry.at, entry.at) &&
          isSame(path.confirmation.at, confirmation.at),
      ),
  )
  return repeated ?? null
}

function isSame(a: Location, b: Location): boolean {
  return a.file === b.file && a.start === b.start
}

interface PassedOn {
  readonly changes: readonly TextChange[]
  readonly answers: boolean
}

/** Somebody has thought about it already. */
const meant =
  /\b(don['’]?t|do not|not|never|without|no) (re-?)?(throw|fail|break|block|crash)|best[- ]effort|non[- ]?(critical|fatal|blocking|essential)|ignor|swallow|intentional|\bcontinue\b|avoid (fail|break|block|throw)/i

function passOn(source: Source, clause: ts.CatchClause): PassedOn | Blocked | null {
  const { block } = clause
  const line = String(source.tree.getLineAndCharacterOfPosition(clause.getStart(source.tree)).line + 1)
  if (commentsIn(source, block).some((comment) => meant.test(comment)))
    return {
      why: `A comment in the catch of line ${line} says that the failure is kept on purpose: take that back first, if the event shall be delivered again.`,
    }
  const told = callTo(block, /mail|sms/i)
  if (told !== null) return { why: `The catch of line ${line} calls ${told}: each delivery that fails would do so again.` }
  const declared = clause.variableDeclaration?.name
  if (declared !== undefined && !ts.isIdentifier(declared)) return null
  const returns = returnsOf(block)
  const end = block.statements.at(-1)
  const bare = end !== undefined && ts.isReturnStatement(end) && end.expression === undefined
  const last = bare ? block.statements.at(-2) : end
  if (last !== undefined && (returns.length === 0 || (returns.length === 1 && returns[0] === end))) {
    const failed = withFailureStatus(source, last)
    if (failed !== null) return answersBefore(source, block, last) ? null : { changes: failed, answers: true }
  }
  const strange = { why: `How the catch of line ${line} answers is not understood: it has to answer with a 5xx status.` }
  if (returns.length > 0) return everyAnswer(source, block, returns, declared?.text ?? null) ?? strange
  if (answersBefore(source, block, null)) return strange
  const kept = jumpsOrRemembers(block)
  if (kept !== null) return { why: `The catch of line ${line} ${kept}: the code that goes on from there has to answer with a 5xx status.` }
  const name = declared?.text ?? 'error'
  const changes: TextChange[] = [appendToBlock(source, block, [`throw ${name}${source.style.end}`])]
  if (declared === undefined) {
    const at = source.text.indexOf('catch', clause.getStart(source.tree)) + 'catch'.length
    changes.unshift({ start: at, end: at, text: ` (${name})` })
  }
  return { changes, answers: false }
}

function callTo(block: ts.Block, name: RegExp): string | null {
  let found: string | null = null
  walk(block, (node) => {
    if (ts.isCallExpression(node) && name.test(node.expression.getText())) found = node.expression.getText()
    return found === null
  })
  return found
}

/** Several answers that all say that all is well; one that is chosen by the error itself was meant. */
function everyAnswer(source: Source, block: ts.Block, returns: readonly ts.ReturnStatement[], error: string | null): PassedOn | null {
  const end = block.statements.at(-1)
  if (end === undefined || !(ts.isThrowStatement(end) || ts.isReturnStatement(end))) return null
  const changes: TextChange[] = []
  for (const statement of returns) {
    for (let node: ts.Node = statement; node !== block; node = node.parent) {
      const test = ts.isIfStatement(node) || ts.isSwitchStatement(node) ? node.expression : null
      if (test !== null && error !== null && mentions(test, new Set([error]))) return null
    }
    const failed = withFailureStatus(source, statement)
    if (failed === null) return null
    changes.push(...failed)
  }
  return { changes, answers: true }
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

/** What tells the code below of the failure; null: nothing. */
function jumpsOrRemembers(block: ts.Block): string | null {
  let found: string | null = null
  walk(block, (node) => {
    if (isFunctionNode(node)) return false
    if (ts.isBreakOrContinueStatement(node)) found ??= 'goes on with the next'
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const isStatus = ts.isNumericLiteral(node.right) && Number(node.right.text) >= 400
      if (ts.isIdentifier(node.left) && !isStatus) found ??= `keeps the failure in ${node.left.text}`
    }
    return found === null
  })
  return found
}
