/** The main fix: the writes in one transaction, with a `catch` that settles the payment when it fails. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import type { FileEdit, TextChange } from '../fix'
import { knowledgeAt, type Knowledge } from '../payment/known'
import { isBlocked, refundLines, type Blocked, type Settlement } from '../payment/refund'
import { namesPayment, queueLines } from '../payment/queue'
import type { ReadFile } from '../payment/clients'
import { createDraft, isSound } from '../source/changes'
import { returnsOf } from '../source/functions'
import { appendToBlock, prependToBlock, wrapRange } from '../source/layout'
import { allNames, assignedInRange, declaredInRange, freshName, isVisible, mentions, namesOfBinding, nodesAfter, usedAfter } from '../source/scope'
import { enclosingFunction, isAsync, isFunctionNode, walk, type FunctionNode, type Source } from '../source/source'
import { errorsThrown, hasNoTransactions, idiomFor } from '../stores/idioms'
import type { Scope, TransactionPlan } from '../stores/idiom'
import type { WorkspaceFacts } from '../workspace'
import { continuationOf, isHarmless, isLog, quietExit, reportsFailure } from './continuation'
import type { Group } from './group'
import { hoistNarrowed } from './narrowing'
import { clientForHome, threadCalls } from './thread'

export type Settling = 'refund' | 'queue'

export interface WrapContext {
  readonly settling: Settling
  readonly contexts: ReadonlySet<Context>
  /** What the home knows of the payment on the other paths that the fix must hold for. */
  readonly others: readonly (Knowledge | null)[]
  /** A job that does not name the payment is the last resort. */
  readonly needsPayment: boolean
  readonly workspace: WorkspaceFacts
  readonly readFile: ReadFile
}

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
  const transaction = planTransaction(group, context, planned)
  if (isBlocked(transaction)) {
    if (!mayGoWithout(group)) return transaction
    draft.add(source.file, ...errorsThrown(group.members))
  } else for (const { file, changes } of planned.edits()) draft.add(file, ...changes)
  const plan = isBlocked(transaction) ? null : transaction.plan
  const notes = isBlocked(transaction) ? [transaction.why] : plan?.note == null ? [] : [plan.note]
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
  return { edits, transaction: plan !== null, notes }
}

/** A single write is atomic by itself, and some stores have nothing better: the settling alone then is the repair. */
function mayGoWithout({ members }: Group): boolean {
  return members.length === 1 || members.every(({ route }) => hasNoTransactions(route.operation.store))
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
  if (settling === 'queue') return queueLines(source, at, run, knowledge, workspace, readFile, indent)
  if (knowledge === null) return { why: 'Which payment was taken is not known where the write is.' }
  return refundLines(source, at, knowledge, workspace, readFile, indent)
}

// Control flow.

/** Jumps that a callback or a `try` around the range would change. */
function escapes({ home, range }: Group): string | null {
  const first = range.statements[0]?.pos ?? 0
  const last = range.statements.at(-1)?.end ?? 0
  let reason: string | null = null
  for (const statement of range.statements) {
    walk(statement, (node) => {
      if (ts.isBreakOrContinueStatement(node) && leaves(node, first, last))
        reason = `\`${ts.isBreakStatement(node) ? 'break' : 'continue'}\` leaves the statements in between.`
      if (ts.isYieldExpression(node)) reason = 'The statements in between yield.'
      if (isFunctionNode(node)) return false
      if (ts.isCallExpression(node) && /^(res|response|reply)\b.*\.(send|json|end|redirect|render|sendStatus)$/.test(node.expression.getText()))
        reason = 'The answer is sent between the writes.'
      return reason === null
    })
  }
  if (
    reason === null &&
    home.run === null &&
    range.list.kind === ts.SyntaxKind.SourceFile &&
    !range.statements.every((statement) => !ts.isImportDeclaration(statement))
  )
    reason = 'Imports stand between the writes.'
  return reason
}

function leaves(jump: ts.BreakOrContinueStatement, first: number, last: number): boolean {
  if (jump.label !== undefined) return true
  for (let node = jump.parent as ts.Node | undefined; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (isFunctionNode(node)) return true
    if (ts.isIterationStatement(node, false) || (ts.isBreakStatement(jump) && ts.isSwitchStatement(node))) return node.getStart() < first || node.end > last
  }
  return true
}

/** Null: it is async, or top-level code. Only functions whose result nobody uses may become so. */
function needsAsync(source: Source, run: FunctionNode | null): TextChange | Blocked | null {
  if (run === null || isAsync(run)) return null
  const handler =
    ts.isCallExpression(run.parent) &&
    !(ts.isPropertyAccessExpression(run.parent.expression) && /^(map|filter|reduce|some|every|find|sort)$/.test(run.parent.expression.name.text))
  if (!handler || !(ts.isArrowFunction(run) || ts.isFunctionExpression(run)) || run.type !== undefined) return { why: 'The function that writes is not async.' }
  const start = run.getStart(source.tree)
  return { start, end: start, text: 'async ' }
}

// The transaction.

interface Opened {
  readonly plan: TransactionPlan
}

function planTransaction(group: Group, context: WrapContext, draft: ReturnType<typeof createDraft>): Opened | Blocked {
  const { home, range, members } = group
  const { source } = home
  const [target] = members
  if (target === undefined) return { why: 'There is nothing to wrap.' }
  const { store } = target.route.operation
  const idiom = idiomFor(store)
  if ('why' in idiom) return idiom
  const own = members.filter(({ route }) => route.operation.store === store)
  const direct = own.filter(({ route, index }) => index === route.frames.length - 1)
  const through = own.filter(({ route, index }) => index < route.frames.length - 1)
  const taken = new Set([...allNames(home.run ?? source.tree)])
  const handle = freshName(taken, ...idiom.handleNames)
  const scope: Scope = {
    source,
    nodes: range.statements,
    writes: direct.map(({ route }) => ({ operation: route.operation, chain: route.write })),
    taken,
    workspace: context.workspace,
    readFile: context.readFile,
  }
  const threading = { idiom, store, workspace: context.workspace, readFile: context.readFile, draft }
  let client: string | null = null
  if (direct.length === 0) {
    const named = clientForHome(home, through, threading)
    if (isBlocked(named)) return named
    client = named.text
    draft.add(source.file, ...named.changes)
  }
  const plan = idiom.plan(scope, handle, client)
  if (isBlocked(plan)) return plan
  if (through.length > 0) {
    const refused = threadCalls(through, handle, threading)
    if (refused !== null) return refused
  }
  return { plan }
}

function insideTransaction(list: ts.Node): boolean {
  for (let node: ts.Node | undefined = list; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (
      isFunctionNode(node) &&
      ts.isCallExpression(node.parent) &&
      /\.(\$transaction|transaction|transactional|withTransaction|begin|runTransaction)$/.test(node.parent.expression.getText())
    )
      return true
  }
  return false
}

// What follows a settled failure.

type Tail =
  /** Lines after the settling: none, or an exit. `logs`: the error is reported first, since nothing else will show it. */
  { readonly how: 'quiet'; readonly exit: readonly string[]; readonly logs: boolean } | { readonly how: 'throw'; readonly lines: readonly string[] }

/**
 * After a refund the provider must not deliver the event again, nor a queue run the job again: the goods would be free.
 * After an enqueue a second delivery would do the work twice. In a user's request the caller has to learn of the failure.
 */
function chooseTail(group: Group, { settling, contexts }: WrapContext, after: readonly string[], extended: ts.TryStatement | null): Tail | Blocked {
  const { home, range } = group
  const { source } = home
  // The innermost function: a `.then` callback of the home ends before the home does.
  const run = enclosingFunction(range.list)
  const last = range.statements.at(-1)
  if (last === undefined) return { why: 'There is nothing to wrap.' }
  const mustBeQuiet = contexts.has('webhook') || contexts.has('job')
  const name = errorName(source)
  if (extended !== null) {
    const block = extended.catchClause?.block
    const silent = block !== undefined && !reportsFailure(block) && returnsOf(block).length === 0
    return settling === 'refund' && !mustBeQuiet && silent
      ? { how: 'throw', lines: [`throw ${catchName(extended) ?? name}${source.style.end}`] }
      : { how: 'quiet', exit: [], logs: false }
  }
  const loud: Tail = { how: 'throw', lines: [expressNext(source, run, last, name) ?? `throw ${name}${source.style.end}`] }
  const exit = run === null || isFollowedByThen(run) ? null : quietExit(source, last, run, new Set(declaredInRange(range)))
  const possible = exit !== null && (after.length === 0 || exit.length > 0) && !returnsValue(group) && callersAreDone(group)
  if (mustBeQuiet) return possible ? { how: 'quiet', exit, logs: true } : { why: 'What follows the writes would run as if they had succeeded.' }
  if (settling === 'queue' && possible && exit.length === 0) return { how: 'quiet', exit, logs: true }
  return loud
}

function isFollowedByThen(run: FunctionNode): boolean {
  const { parent } = run
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.parent) && parent.parent.name.text === 'then'
}

function returnsValue({ range }: Group): boolean {
  return range.statements.some((statement) => returnsOf(statement).some(({ expression }) => expression !== undefined))
}

/** Functions further out must not use the result, nor do more work as if all were well. */
function callersAreDone({ members, home }: Group): boolean {
  const [member] = members
  if (member === undefined) return false
  for (const frame of member.route.frames.slice(0, member.index)) {
    if (frame === home || frame.run === null) continue
    let top: ts.Node = frame.site
    while (!ts.isStatement(top)) {
      if (ts.isVariableDeclaration(top) || (ts.isBinaryExpression(top) && top.operatorToken.kind === ts.SyntaxKind.EqualsToken)) return false
      top = top.parent
    }
    if (ts.isReturnStatement(top)) continue
    const { statements, repeats } = continuationOf(top, frame.run)
    if (repeats || !statements.every(isHarmless)) return false
  }
  return true
}

function expressNext(source: Source, run: FunctionNode | null, at: ts.Node, error: string): string | null {
  if (run === null || run.parameters.length < 3) return null
  const third = run.parameters[2]
  if (third === undefined || !ts.isIdentifier(third.name) || third.name.text !== 'next') return null
  for (let node = at as ts.Node | undefined; node !== undefined && node !== run; node = node.parent as ts.Node | undefined)
    if (ts.isTryStatement(node) && node.catchClause !== undefined) return null
  return `return next(${error})${source.style.end}`
}

// Writing it down.

function errorName(source: Source): string {
  let name = 'error'
  let seen = false
  walk(source.tree, (node) => {
    if (!seen && ts.isCatchClause(node) && node.variableDeclaration !== undefined && ts.isIdentifier(node.variableDeclaration.name)) {
      name = node.variableDeclaration.name.text
      seen = true
    }
    return !seen
  })
  return /^(error|err|e|ex|exception|cause)$/.test(name) ? name : 'error'
}

function catchName(statement: ts.TryStatement): string | null {
  const declared = statement.catchClause?.variableDeclaration?.name
  return declared !== undefined && ts.isIdentifier(declared) ? declared.text : null
}

function logLine(source: Source, at: ts.Node, name: string): string {
  const logger = /\b((?:this\.)?(?:logger|log))\.error\(/.exec(source.text)?.[1]
  const visible = logger !== undefined && (logger.startsWith('this.') || isVisible(source, logger, at))
  return `${visible ? logger : 'console'}.error(${name})${source.style.end}`
}

/** Part of the body that hands its variables out of the transaction's callback. */
interface Handed {
  /** Before `await`: `order = `, `const { order, user } = `, `return `. */
  readonly lead: string
  readonly open: string
  readonly close: string
  /** Last line of the body. */
  readonly returns: string | null
  readonly changes: readonly TextChange[]
}

/** `assign`: the names are declared outside the `try`. */
function handOver(group: Group, plan: TransactionPlan | null, after: readonly string[], assign: boolean): Handed | Blocked {
  const { home, range } = group
  const { source } = home
  const { end, pad } = source.style
  const nothing: Handed = { lead: '', open: '', close: '', returns: null, changes: [] }
  const last = range.statements.at(-1)
  if (last === undefined) return nothing
  if (plan?.form === 'callback') {
    const returns = range.statements.flatMap((statement) => [...returnsOf(statement)])
    if (returns.length > 0) {
      if (!alwaysLeaves(last) && !isTail(group)) return { why: '`return` leaves the statements in between.' }
      return { ...nothing, lead: 'return ' }
    }
    if (source.typed || plan.repeats) {
      const outside = assignedInRange(range)
      const later = nodesAfter(range)
      if (outside.some((name) => plan.repeats || later.some((node) => mentions(node, new Set([name])))))
        return { why: `The statements assign to ${outside.join(', ')}, which is used afterwards.` }
    }
  }
  if (after.length === 0) return nothing
  if (
    range.statements.some(
      (statement) =>
        (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined && after.includes(statement.name.text),
    )
  )
    return { why: 'A function declared in between is used afterwards.' }
  if (plan?.form !== 'callback') return handDeclarations(group, after)
  if (assign && source.typed && after.some((name) => usedInClosure(group, name)))
    return { why: `${after.join(', ')} is used in a callback afterwards, where its type would be lost.` }
  const [only] = after
  const single = after.length === 1 && only !== undefined ? only : null
  const names = `{${pad}${after.join(', ')}${pad}}`
  const lead = assign ? (single === null ? `(${names} = ` : `${single} = `) : `const ${single ?? names} = `
  const open = assign && single === null && end === '' ? ';' : ''
  const close = assign && single === null ? ')' : ''
  const direct = single === null ? null : directReturn(source, last, single)
  if (direct !== null) return { lead, open, close, returns: null, changes: [direct] }
  return { lead, open, close, returns: `return ${single ?? names}${end}`, changes: [] }
}

/** `const order = await tx.order.create(…)` as the last statement becomes `return tx.order.create(…)`. */
function directReturn(source: Source, last: ts.Statement, name: string): TextChange | null {
  if (!ts.isVariableStatement(last) || last.declarationList.declarations.length !== 1) return null
  const [declaration] = last.declarationList.declarations
  if (
    declaration === undefined ||
    !ts.isIdentifier(declaration.name) ||
    declaration.name.text !== name ||
    declaration.type !== undefined ||
    declaration.initializer === undefined ||
    !ts.isAwaitExpression(declaration.initializer)
  )
    return null
  return { start: last.getStart(source.tree), end: declaration.initializer.expression.getStart(source.tree), text: 'return ' }
}

/** Without a callback, declarations move out of the `try` and leave an assignment behind. */
function handDeclarations(group: Group, after: readonly string[]): Handed | Blocked {
  const { source } = group.home
  const changes: TextChange[] = []
  for (const statement of group.range.statements) {
    if (!ts.isVariableStatement(statement)) continue
    if (!statement.declarationList.declarations.some(({ name }) => namesOfBinding(name).some(({ text }) => after.includes(text)))) continue
    const [declaration] = statement.declarationList.declarations
    if (
      declaration === undefined ||
      statement.declarationList.declarations.length > 1 ||
      declaration.type !== undefined ||
      declaration.initializer === undefined
    )
      return { why: `${after.join(', ')} is used after the writes.` }
    if (source.typed && after.some((name) => usedInClosure(group, name)))
      return { why: `${after.join(', ')} is used in a callback afterwards, where its type would be lost.` }
    // A pattern needs parentheses to be assigned to, and every name of it a declaration.
    const pattern = !ts.isIdentifier(declaration.name)
    if (pattern && namesOfBinding(declaration.name).some(({ text }) => !after.includes(text)))
      return { why: 'Part of a pattern declared in between is used afterwards.' }
    changes.push({
      start: statement.getStart(source.tree),
      end: declaration.name.getStart(source.tree),
      text: pattern ? (source.style.end === '' ? ';(' : '(') : '',
    })
    if (pattern) changes.push({ start: declaration.initializer.end, end: declaration.initializer.end, text: ')' })
  }
  return { lead: '', open: '', close: '', returns: null, changes }
}

function usedInClosure({ range }: Group, name: string): boolean {
  return nodesAfter(range).some((node) => {
    let found = false
    walk(node, (inner) => {
      if (isFunctionNode(inner) && mentions(inner, new Set([name]))) found = true
      return !found
    })
    return found
  })
}

function alwaysLeaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
  if (ts.isBlock(statement)) return statement.statements.some(alwaysLeaves)
  if (ts.isIfStatement(statement))
    return statement.elseStatement !== undefined && alwaysLeaves(statement.thenStatement) && alwaysLeaves(statement.elseStatement)
  return false
}

function isTail({ range }: Group): boolean {
  return isFunctionNode(range.list.parent) && range.list.statements.at(-1) === range.statements.at(-1)
}

function tailLines(source: Source, at: ts.Node, settlement: readonly string[], tail: Tail, name: string): readonly string[] {
  if (tail.how === 'throw') return [...settlement, ...tail.lines]
  return [...(tail.logs ? [logLine(source, at, name)] : []), ...settlement, ...tail.exit]
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

/** An existing `catch` is taken when it runs for nothing but a failed fulfilment, and what it then does fits the settling. */
function extendable({ enclosingTry, range, members }: Group, { contexts }: WrapContext): ts.TryStatement | null {
  if (enclosingTry?.catchClause === undefined || members.length === 0) return null
  const last = range.statements.at(-1)
  const following = enclosingTry.tryBlock.statements.slice(
    last === undefined ? 0 : (enclosingTry.tryBlock.statements as readonly ts.Statement[]).indexOf(last) + 1,
  )
  if (!following.every((statement) => isHarmless(statement) || isLog(statement))) return null
  const { block } = enclosingTry.catchClause
  const loud = reportsFailure(block)
  if ((contexts.has('webhook') || contexts.has('job')) && loud) return null
  return enclosingTry
}
