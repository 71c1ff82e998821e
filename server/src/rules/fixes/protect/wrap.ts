/** The main fix: the writes in one transaction, with a `catch` that settles the payment when it fails. */
import ts from 'typescript'
import type { FileEdit, TextChange } from '../fix'
import { knowledgeAt, type Knowledge } from '../payment/known'
import { isBlocked, refundLines, type Blocked, type Settlement } from '../payment/refund'
import { namesPayment, queueLines } from '../payment/queue'
import { createDraft, isSound } from '../source/changes'
import { appendToBlock, prependToBlock, wrapRange } from '../source/layout'
import { allNames, usedAfter } from '../source/scope'
import { ancestors, enclosingFunction, isFunctionNode } from '../source/source'
import type { TransactionPlan } from '../stores/idiom'
import { errorsThrown, hasNoTransactions } from '../stores/idioms'
import type { WrapContext } from './context'
import { escapes, insideTransaction, needsAsync } from './escapes'
import type { Group } from './group'
import { handOver } from './handOver'
import { hoistNarrowed } from './narrowing'
import { catchName, chooseTail, errorName, extendable, tailLines, type Tail } from './tail'
import { planTransaction, transactionAlone } from './transaction'

export interface Wrapped {
  readonly edits: readonly FileEdit[]
  /** False where the store has no transaction that fits: then only the settling was added. */
  readonly transaction: boolean
  readonly notes: readonly string[]
}

export function wrapGroup(group: Group, context: WrapContext): Wrapped | Blocked {
  const { home, range } = group
  const { source } = home
  const run = enclosingFunction(range.list)
  if (run !== null && 'asteriskToken' in run && run.asteriskToken !== undefined) return { why: 'The writes are in a generator.' }
  if (insideTransaction(range.list)) return { why: 'The write already stands in a transaction’s callback: it only has to use its handle.' }
  const escaping = escapes(group)
  if (escaping !== null) return { why: escaping }
  const draft = createDraft()
  const asyncChange = needsAsync(source, run)
  if (asyncChange !== null && 'why' in asyncChange) return asyncChange
  if (asyncChange !== null) draft.add(source.file, asyncChange)

  const planned = createDraft()
  const opened = context.withTransaction ? planTransaction(group, context, planned) : { why: '' }
  // One that works under conditions only would put a single write, which needs none, at risk.
  const transaction = !isBlocked(opened) && opened.note !== null && isSingle(group) ? { why: '' } : opened
  let transacted = !isBlocked(transaction)
  if (isBlocked(transaction)) {
    const within = context.withTransaction ? transactionWithin(group, context) : null
    transacted = within !== null
    if (within === null && context.withTransaction && !mayGoWithout(group)) return transaction
    const silent = within === null ? errorsThrown(group.members, draft) : null
    if (silent !== null) return silent
    for (const { file, changes } of within ?? []) draft.add(file, ...changes)
  } else for (const { file, changes } of planned.edits()) draft.add(file, ...changes)
  const plan = isBlocked(transaction) ? null : transaction
  const notes = isBlocked(transaction) ? (transacted || transaction.why === '' ? [] : [transaction.why]) : transaction.note === null ? [] : [transaction.note]
  if (plan !== null) draft.add(source.file, ...plan.changes)
  for (const { start, dropUntil } of group.awaits) draft.add(source.file, { start, end: dropUntil, text: 'await ' })

  const extended = plan?.form === 'manual' ? null : extendable(group, context)
  const at = extended ?? range.statements[0]
  if (at === undefined) return { why: 'There is nothing to wrap.' }
  const after = usedAfter(range)
  const knowledge = home.knowledge === null ? null : knowledgeAt(source, home.knowledge, at)
  const catchIndent = (extended === null ? range.indent : '') + source.style.unit
  const settlement = settle(group, context, knowledge, at, catchIndent)
  if (isBlocked(settlement)) return settlement
  for (const other of context.others) {
    const same = settle(group, context, other === null ? null : knowledgeAt(source, other, at), at, catchIndent)
    if (isBlocked(same) || same.lines.join() !== settlement.lines.join()) return { why: 'Another path to this write knows the payment by another name.' }
  }
  const tail = chooseTail(group, context, after, extended)
  if (isBlocked(tail)) return tail
  draft.add(source.file, ...settlement.changes)
  if (settlement.note !== null) notes.push(settlement.note)

  const written =
    extended === null ? wrapNested(group, plan, settlement.lines, tail, after) : wrapExtended(group, plan, settlement.lines, tail, after, extended)
  if (isBlocked(written)) return written
  draft.add(source.file, ...written)
  const edits = draft.edits()
  if (!isSound(edits, context.readFile)) return { why: 'The code is laid out in a way that cannot be changed safely.' }
  return { edits, transaction: transacted, notes }
}

/** The callee that contains all the writes opens the transaction itself; the home only settles what comes out of it. */
function transactionWithin(group: Group, context: WrapContext): readonly FileEdit[] | null {
  const { inner } = context
  if (inner === null || inner.home === group.home) return null
  const covered = new Set(inner.members.map(({ route }) => route.operation))
  if (!group.members.every(({ route }) => covered.has(route.operation))) return null
  if (inner.awaits.length > 0) return null
  const alone = transactionAlone(inner, context)
  return isBlocked(alone) ? null : alone.edits
}

/** A single write is atomic by itself, and some stores have nothing better: the settling alone then is the repair. */
function mayGoWithout({ members }: Group): boolean {
  return members.length === 1 || members.every(({ route }) => hasNoTransactions(route.operation.store))
}

function isSingle({ members: [only, ...others], range }: Group): boolean {
  if (only === undefined || others.length > 0 || only.index < only.route.frames.length - 1) return false
  for (const parent of ancestors(only.top)) {
    if (parent === range.list) return true
    if (ts.isIterationStatement(parent, false) || isFunctionNode(parent)) return false
  }
  return false
}

function settle(
  group: Group,
  { settling, workspace, readFile, needsPayment }: WrapContext,
  knowledge: Knowledge | null,
  at: ts.Node,
  indent: string,
): Settlement | Blocked {
  const { source, run } = group.home
  if (settling === 'queue' && needsPayment && (knowledge === null || !namesPayment(source, knowledge, at)))
    return { why: 'The payment’s id is not at hand here.' }
  if (settling === 'queue') return named(queueLines(source, at, run, knowledge, workspace, readFile, indent), knowledge)
  if (knowledge === null) return { why: 'Which payment was taken is not known where the write is.' }
  return named(refundLines(source, at, knowledge, workspace, readFile, indent), knowledge)
}

/** A charge whose result nobody kept gets a name where the new lines use it. */
function named(settlement: Settlement | Blocked, knowledge: Knowledge | null): Settlement | Blocked {
  const naming = knowledge?.naming
  if (isBlocked(settlement) || naming === undefined || !settlement.lines.some((line) => new RegExp(`\\b${naming.name}\\b`).test(line))) return settlement
  return { ...settlement, changes: [...settlement.changes, naming.change] }
}

function wrapNested(
  group: Group,
  plan: TransactionPlan | null,
  settlement: readonly string[],
  tail: Tail,
  after: readonly string[],
): readonly TextChange[] | Blocked {
  const { range, home } = group
  const { source } = home
  const { unit, end } = source.style
  const handed = handOver(group, plan, after, true)
  if (isBlocked(handed)) return handed
  const hoisted =
    plan?.form === 'callback' ? hoistNarrowed(source, range, home.run ?? source.tree, allNames(home.run ?? source.tree)) : { lines: [], changes: [] }
  const name = errorName(source)
  const declared = after.length > 0 && handed.lead !== 'return ' ? [`let ${after.join(', ')}${end}`] : []
  const at = range.statements[0] ?? range.list
  const settled = tailLines(source, at, settlement, tail, name)
  const caught = [`} catch (${name}) {`, ...settled.map((line) => unit + line), '}']
  const before = [...hoisted.lines, ...declared, 'try {']
  const changes = [...handed.changes, ...hoisted.changes]
  switch (plan?.form) {
    case undefined:
      return [...changes, ...wrapRange(source, range, { before, after: caught, depth: 1 })]
    case 'callback': {
      const close = [...(handed.returns === null ? [] : [unit + unit + handed.returns]), `${unit}${plan.closer}${handed.close}${end}`]
      return [
        ...changes,
        ...wrapRange(source, range, {
          before: [...before, `${unit}${handed.open}${handed.lead}${plan.awaits ? 'await ' : ''}${plan.opener}`],
          after: [...close, ...caught],
          depth: 2,
        }),
      ]
    }
    case 'manual':
      return [
        ...changes,
        ...wrapRange(source, range, {
          before: [...before, ...plan.before.map((line) => unit + line)],
          after: [...plan.after.map((line) => unit + line), ...caught],
          depth: 1 + plan.depth,
        }),
      ]
  }
}

function wrapExtended(
  group: Group,
  plan: TransactionPlan | null,
  settlement: readonly string[],
  tail: Tail,
  after: readonly string[],
  extended: ts.TryStatement,
): readonly TextChange[] | Blocked {
  const { range, home } = group
  const { source } = home
  const { unit, end } = source.style
  const clause = extended.catchClause
  if (clause === undefined) return { why: 'There is nothing to extend.' }
  const changes: TextChange[] = []
  if (plan?.form === 'callback') {
    const handed = handOver(group, plan, after, false)
    if (isBlocked(handed)) return handed
    const hoisted = hoistNarrowed(source, range, home.run ?? source.tree, allNames(home.run ?? source.tree))
    const close = [...(handed.returns === null ? [] : [unit + handed.returns]), `${plan.closer}${handed.close}${end}`]
    changes.push(
      ...handed.changes,
      ...hoisted.changes,
      ...wrapRange(source, range, {
        before: [...hoisted.lines, `${handed.open}${handed.lead}${plan.awaits ? 'await ' : ''}${plan.opener}`],
        after: close,
        depth: 1,
      }),
    )
  }
  const name = catchName(extended)
  if (name === null && tail.how === 'throw' && clause.variableDeclaration === undefined) {
    const at = source.text.indexOf('catch', clause.getStart(source.tree)) + 'catch'.length
    changes.push({ start: at, end: at, text: ` (${errorName(source)})` })
  }
  const last = tail.how === 'throw' ? tail.lines : []
  if (clause.block.statements.length === 0) return [...changes, prependToBlock(source, clause.block, [...settlement, ...last])]
  changes.push(prependToBlock(source, clause.block, settlement))
  if (last.length > 0) changes.push(appendToBlock(source, clause.block, last))
  return changes
}
