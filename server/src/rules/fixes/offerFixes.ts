/** The quick fixes of an unprotected write, best first. Pure: everything it needs is in the request. */
import type { Context } from '../../flow/result'
import { unprotectedPaths, type AuditedPath, type Operation } from '../report'
import type { Fix, FixKind, FixRequest } from './fix'
import { providerOf } from './payment/providers'
import { noQueue } from './payment/queue'
import { isBlocked } from './payment/refund'
import { committedBefore, doneBefore, keptByMember } from './protect/committed'
import { bodyOf, createSourceCache, framesOf, sameFunction, type PathFrames, type SourceCache } from './protect/frames'
import { deliverAgainFix } from './protect/deliverAgain'
import { groupAlone, groupAround, type Group } from './protect/group'
import { passedOnFix, redeliveryFix } from './protect/redelivery'
import type { Settling } from './protect/context'
import { wrapGroup, type Wrapped } from './protect/wrap'
import { repairFixes } from './repairs/repairs'
import { idiomFor } from './stores/idioms'
import { textOf } from './source/source'
import { suppressFix } from './suppress'

export function offerFixes(request: FixRequest): readonly Fix[] {
  const { operation } = request
  if (operation.protected) return []
  const paths = chosenPaths(operation, request.path)
  const sources = createSourceCache(request.readFile)
  const routes = paths.map((path) => framesOf(operation, path, sources)).filter((route) => route !== null)
  const suppress = suppressFix(request)
  const last = suppress === null ? [] : [suppress]
  const [first] = routes
  if (first === undefined || routes.length < paths.length) return last
  const contexts = new Set(paths.map((path) => path.entry.context))
  const repairs = repairFixes(request, first, contexts, sources)
  // Nobody gives money back because a log line is missing.
  const settled = operation.tier === 'bookkeeping' ? [] : orderFor(contexts)
  const settlings = settled.flatMap((kind) => {
    if (kind === 'redelivery') return redeliveryFixes(request, routes, repairs, sources)
    return settlingFixes(request, kind, routes, contexts, sources)
  })
  const whole = repairs.filter(
    ({ kind, disabled }) => disabled === null && (kind === 'repair-handle' || (kind === 'repair-rethrow' && contexts.has('webhook'))),
  )
  return [...whole, ...settlings, ...repairs.filter((repair) => !whole.includes(repair)), ...last]
}

function chosenPaths(operation: Operation, path: number | 'all'): readonly AuditedPath[] {
  const one = path === 'all' ? undefined : operation.paths[path]
  return one === undefined ? unprotectedPaths(operation) : [one]
}

/** A provider can deliver again and a job can run again: there the order can still be fulfilled. A user in a request waits for an answer. */
function orderFor(contexts: ReadonlySet<Context>): readonly (Settling | 'redelivery')[] {
  if (contexts.has('webhook')) return contexts.size === 1 ? ['queue', 'redelivery', 'refund'] : ['queue', 'refund']
  return contexts.has('job') ? ['queue', 'refund'] : ['refund', 'queue']
}

/** A write that can be repeated, or one that is taken back with its neighbours. Where a rethrow is enough, nothing else is needed. */
function redeliveryFixes(request: FixRequest, routes: readonly PathFrames[], repairs: readonly Fix[], sources: SourceCache): readonly Fix[] {
  const [first, ...rest] = routes
  if (first === undefined) return []
  const once = redeliveryFix(request, first) ?? (rest.length === 0 ? passedOnFix(request, first, sources) : null)
  if (once !== null && once.disabled === null) return [once]
  const rethrown = repairs.some(({ kind, disabled }) => kind === 'repair-rethrow' && disabled === null)
  const together = rethrown ? null : deliverAgainFix(request, routes, sources)
  return together !== null ? [together] : once !== null ? [once] : []
}

function settlingFixes(
  request: FixRequest,
  settling: Settling,
  routes: readonly PathFrames[],
  contexts: ReadonlySet<Context>,
  sources: SourceCache,
): readonly Fix[] {
  const [first] = routes
  if (first === undefined) return []
  if (settling === 'queue' && request.workspace.queues.length === 0) return [disabledFix(request, settling, request.workspace.noQueue ?? noQueue)]
  const reasons: string[] = []
  let single: { readonly wrapped: Wrapped; readonly group: Group } | null = null
  const last = first.frames.length - 1
  for (const needsPayment of settling === 'queue' ? [true, false] : [true]) {
    for (let index = last; index >= 0 && single === null; index--) {
      const made = wrapAt(request, settling, routes, { index, direct: index === last, needsPayment }, contexts, sources)
      if ('why' in made) reasons.push(made.why)
      else single = made
    }
  }
  const fixes = single === null ? [] : [enabledFix(request, settling, single.wrapped, single.group, false)]
  const alone = single?.group.members.length ?? 1
  for (let index = 0; index < first.frames.length; index++) {
    const all = wrapAt(request, settling, routes, { index, direct: false, needsPayment: false }, contexts, sources)
    if ('why' in all) continue
    if (all.group.members.length > alone) fixes.push(enabledFix(request, settling, all.wrapped, all.group, true))
    break
  }
  return fixes.length === 0 ? [disabledFix(request, settling, tellingReason(reasons))] : fixes
}

/** Each function on the way out refuses for its own reason: one about the payment or the store says more than one about the layout. */
function tellingReason(reasons: readonly string[]): string {
  const general = /is not async|is not known where|not at hand|would run as if|several functions|no function that knows/i
  return reasons.find((reason) => !general.test(reason)) ?? reasons.at(-1) ?? 'The code around the write is not understood.'
}

interface Place {
  /** Which frame of the path is the home. */
  readonly index: number
  readonly direct: boolean
  readonly needsPayment: boolean
}

type Made = { readonly wrapped: Wrapped; readonly group: Group } | { readonly why: string }

function wrapAt(
  request: FixRequest,
  settling: Settling,
  routes: readonly PathFrames[],
  { index, direct, needsPayment }: Place,
  contexts: ReadonlySet<Context>,
  sources: SourceCache,
): Made {
  const [first, ...rest] = routes
  const home = first?.frames[index]
  if (first === undefined || home === undefined) return { why: 'The path to the write has changed.' }
  const others: PathFrames['frames'][number]['knowledge'][] = []
  for (const route of rest) {
    const same = route.frames.find((frame) => sameFunction(frame, home))
    if (same === undefined) return { why: 'Several handlers lead to this write, and they share no function that knows the payment.' }
    others.push(same.knowledge)
  }
  const around = groupAround(first, index, request.operations, direct, sources)
  if (isBlocked(around)) return around
  const last = first.frames.length - 1
  const inner = index < last ? groupAround(first, last, request.operations, true, sources) : null
  const context = {
    withTransaction: true,
    inner: inner === null || isBlocked(inner) ? null : inner,
    settling,
    contexts,
    others,
    needsPayment,
    workspace: request.workspace,
    readFile: request.readFile,
  }
  const together = wrapGroup(around, context)
  // Without a transaction only what fails first may be refunded.
  const untied = isBlocked(together) && around.members.length > 1 && contexts.size === 1 && contexts.has('request') && 'why' in idiomFor(first.operation.store)
  if (settling === 'queue' || (isBlocked(together) && !untied)) return isBlocked(together) ? together : { wrapped: together, group: around }
  const parted = isBlocked(together) || (!together.transaction && keptByMember(around.members) !== null)
  const group = parted ? groupAlone(first, index, request.operations) : around
  if (isBlocked(group)) return group
  const wrapped = parted ? wrapGroup(group, context) : together
  if (isBlocked(wrapped)) return wrapped
  const [own] = group.members
  const within = parted ? keptByMember(around.members.filter(({ top }) => top === own?.top)) : null
  const kept = within ?? committedBefore(group, request.operations, sources)
  if (kept !== null)
    return { why: `${kept.op} in line ${String(kept.at.line)} is not undone when this fails: the order would be kept and its money given back.` }
  const { library } = providerOf(first.path.confirmation.provider)
  const done = doneBefore(group, (call) => textOf(group.home.source, call.expression).toLowerCase().includes(library.slice(0, 5)))
  return done === null ? { wrapped, group } : { why: `${textOf(group.home.source, done.expression)} has been done before and would not be undone by a refund.` }
}

function titleOf(settling: Settling, { transaction }: Wrapped, count: number, provider: string): string {
  const writes = count === 1 ? 'the write' : `all ${String(count)} writes`
  const settle = settling === 'refund' ? `refund the ${provider} payment` : 'push to the retry queue'
  return transaction
    ? `Wrap ${writes} in a transaction and ${settle} when it fails`
    : `${settle.charAt(0).toUpperCase()}${settle.slice(1)} when ${count === 1 ? 'the write fails' : 'one of the writes fails'}`
}

function enabledFix({ operation }: FixRequest, settling: Settling, wrapped: Wrapped, group: Group, wholeHandler: boolean): Fix {
  const provider = providerOf(group.members[0]?.route.path.confirmation.provider ?? '').title
  const note = wrapped.notes.length === 0 ? null : wrapped.notes.join(' ')
  return {
    id: `${settling}:${operation.fingerprint}:${wholeHandler ? 'handler' : 'write'}:${String(bodyOf(group.home).pos)}`,
    title: `${wholeHandler ? 'Fix all in this handler: ' : ''}${lowerFirst(titleOf(settling, wrapped, group.members.length, provider), wholeHandler)}`,
    kind: settling,
    wholeHandler,
    disabled: null,
    edits: wrapped.edits,
    needsConfirmation: wrapped.edits.length > 1 || (note !== null && wrapped.transaction),
    note,
    isPreferred: false,
  }
}

function lowerFirst(text: string, lower: boolean): string {
  return lower ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function disabledFix({ operation }: FixRequest, kind: FixKind, disabled: string): Fix {
  const title =
    kind === 'refund' ? 'Wrap in a transaction and refund the payment when it fails' : 'Wrap in a transaction and push to the retry queue when it fails'
  return {
    id: `${kind}:${operation.fingerprint}:disabled`,
    title,
    kind,
    wholeHandler: false,
    disabled,
    edits: [],
    needsConfirmation: false,
    note: null,
    isPreferred: false,
  }
}
