/** Opening a transaction around the range, in the home or through the functions it calls. */
import { isBlocked, type Blocked } from '../payment/refund'
import type { Draft } from '../source/changes'
import { allNames, freshName } from '../source/scope'
import type { Scope, TransactionPlan } from '../stores/idiom'
import { idiomFor } from '../stores/idioms'
import type { WrapContext } from './context'
import type { Group } from './group'
import { clientForHome, threadCalls } from './thread'

export function planTransaction(group: Group, context: WrapContext, draft: Draft): TransactionPlan | Blocked {
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
  return plan
}
