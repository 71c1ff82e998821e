/** Opening a transaction around the range, in the home or through the functions it calls. */
import ts from 'typescript'
import type { FileEdit } from '../fix'
import { isBlocked, type Blocked } from '../payment/refund'
import { createDraft, type Draft } from '../source/changes'
import { wrapRange } from '../source/layout'
import { allNames, freshName, usedAfter } from '../source/scope'
import { enclosingFunction, walk } from '../source/source'
import type { Scope, TransactionPlan } from '../stores/idiom'
import { idiomFor } from '../stores/idioms'
import type { WrapContext } from './context'
import { escapes, insideTransaction, needsAsync } from './escapes'
import type { Group } from './group'
import { handOver } from './handOver'
import { hoistNarrowed } from './narrowing'
import { clientForHome, threadCalls } from './thread'

export function planTransaction(group: Group, context: Pick<WrapContext, 'workspace' | 'readFile'>, draft: Draft): TransactionPlan | Blocked {
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
  const threading = { idiom, store, workspace: context.workspace, readFile: context.readFile, draft, joined: new Set<string>() }
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
  return plan
}

/** The range in a transaction and nothing else: a failure comes out of it as it came out of the range. */
export function transactionAlone(
  group: Group,
  context: Pick<WrapContext, 'workspace' | 'readFile'>,
): Blocked | { readonly edits: readonly FileEdit[]; readonly note: string | null } {
  const { source, run } = group.home
  if (insideTransaction(group.range.list)) return { why: 'The write already stands in a transaction’s callback: it only has to use its handle.' }
  const escaping = escapes(group)
  if (escaping !== null) return { why: escaping }
  const announced = callIn(group, /queue|enqueue|publish|dispatch|(^|\.)emit(Async)?$/i)
  if (announced !== null) return { why: `${announced} would run before the transaction is committed, and whoever it tells would not find the rows.` }
  const remote = callIn(group, /^(fetch|axios|got|ky)\b|retr(y|ies)|(^|\.)(stripe|paddle|paypal|razorpay|mollie)(Client|Gateway|Config)?\./i)
  if (remote !== null) return { why: `${remote} asks another service while the transaction would be open: it has to move out of the writes first.` }
  if (needsAsync(source, enclosingFunction(group.range.list)) !== null) return { why: 'The function that writes is not async.' }
  const draft = createDraft()
  const plan = planTransaction(group, context, draft)
  if (isBlocked(plan)) return plan
  const after = usedAfter(group.range)
  const handed = handOver(group, plan, after, false)
  if (isBlocked(handed)) return handed
  const { unit, end } = source.style
  draft.add(source.file, ...plan.changes, ...handed.changes)
  for (const { start, dropUntil } of group.awaits) draft.add(source.file, { start, end: dropUntil, text: 'await ' })
  if (plan.form === 'manual') {
    const declared = after.length > 0 ? [`let ${after.join(', ')}${end}`] : []
    draft.add(source.file, ...wrapRange(source, group.range, { before: [...declared, ...plan.before], after: plan.after, depth: plan.depth }))
    return { edits: draft.edits(), note: plan.note }
  }
  const hoisted = hoistNarrowed(source, group.range, run ?? source.tree, allNames(run ?? source.tree))
  const close = [...(handed.returns === null ? [] : [unit + handed.returns]), `${plan.closer}${handed.close}${end}`]
  const before = [...hoisted.lines, `${handed.open}${handed.lead}${plan.awaits ? 'await ' : ''}${plan.opener}`]
  draft.add(source.file, ...hoisted.changes, ...wrapRange(source, group.range, { before, after: close, depth: 1 }))
  return { edits: draft.edits(), note: plan.note }
}

/** A call of this name while the transaction is open, also in what takes part in it. */
function callIn({ range, members }: Group, name: RegExp): string | null {
  const bodies = members.flatMap(({ route, index }) => route.frames.slice(index + 1).flatMap(({ run }) => (run?.body === undefined ? [] : [run.body])))
  const writes = new Set<ts.Node>(members.map(({ route }) => route.write.call))
  let found: string | null = null
  for (const node of [...range.statements, ...bodies]) {
    walk(node, (inner) => {
      if (!ts.isCallExpression(inner) || writes.has(inner)) return found === null
      const called = inner.expression.getText()
      if (name.test(called) && !/^(console|logger|log)\b/.test(called)) found ??= called
      return found === null
    })
  }
  return found
}
