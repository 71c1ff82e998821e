/**
 * In a webhook, writes that only make sense together are made together: one that fails takes the others back, and the provider's next delivery
 * starts from a clean slate. For a single write this would change nothing.
 */
import ts from 'typescript'
import type { FilePath } from '../../../base/location'
import type { Fix, FixRequest } from '../fix'
import { isBlocked, type Blocked } from '../payment/refund'
import { providerOf } from '../payment/providers'
import { passOutward, repeatedBy, repeatedReason } from '../repairs/rethrow'
import { createDraft, isSound, type Draft } from '../source/changes'
import { some } from '../source/source'
import { isOtherBranch } from './committed'
import { sameFunction, type PathFrames, type SourceCache } from './frames'
import { groupAround, type Group } from './group'
import { transactionAlone } from './transaction'

/** Null where another delivery is not the question, or would be of no use. */
export function deliverAgainFix(request: FixRequest, routes: readonly PathFrames[], sources: SourceCache): Fix | null {
  const { operation } = request
  const [first, ...rest] = routes
  if (first === undefined || operation.tier === 'bookkeeping') return null
  const { reason, outcome, confirmation } = first.path
  if (reason !== 'retry-blocked' && reason !== 'not-idempotent' && reason !== 'swallowed') return null
  if (rest.some(({ path }) => path.reason !== reason || path.outcome !== outcome)) return null
  for (let index = first.frames.length - 1; index >= 0; index--) {
    const made = together(request, first, index, sources)
    if (made === null || isBlocked(made)) continue
    const { group, draft, note } = made
    if (!rest.every((route) => route.frames.some((frame) => sameFunction(frame, group.home)))) continue
    if (outcome === 'swallowed' && passedOn(routes, sources, draft) !== null) continue
    const edits = draft.edits()
    if (!isSound(edits, request.readFile)) continue
    const count = new Set(group.members.map((member) => member.route.operation)).size
    const provider = providerOf(confirmation.provider).title
    return {
      id: `redelivery:${operation.fingerprint}:together`,
      title: `Wrap ${count === 1 ? 'the writes' : `all ${String(count)} writes`} in a transaction, so that ${provider} can deliver the event again when it fails`,
      kind: 'redelivery',
      wholeHandler: false,
      disabled: null,
      edits,
      needsConfirmation: edits.length > 1 || note !== null,
      note,
      isPreferred: false,
    }
  }
  return null
}

interface Together {
  readonly group: Group
  readonly draft: Draft
  readonly note: string | null
}

/** Null where there is one write only. */
function together(request: FixRequest, route: PathFrames, index: number, sources: SourceCache): Together | Blocked | null {
  const group = groupAround(route, index, request.operations, false, sources)
  if (isBlocked(group)) return group
  const members = [...new Set(group.members.map((member) => member.route.operation))]
  if (members.length < 2 || members.some(({ store }) => store !== route.operation.store)) return null
  // Of branches that exclude each other only one writes.
  if (!group.members.some((a) => group.members.some((b) => a.route.operation !== b.route.operation && !isOtherBranch(a.top, b.top)))) return null
  const repeated = repeatedBy(route.path, request.operations, [route.operation], members)
  if (repeated !== null) return { why: repeatedReason(repeated) }
  const alone = transactionAlone(group, request)
  if (isBlocked(alone)) return alone
  const draft = createDraft()
  for (const { file, changes } of alone.edits) draft.add(file, ...changes)
  const thrown = throwsBetween(group) ? 'What the code throws between the writes now takes the earlier ones back as well.' : null
  const notes = [alone.note, thrown].filter((note) => note !== null)
  return { group, draft, note: notes.length === 0 ? null : notes.join(' ') }
}

/** The code's own rule ('out of stock'), not a failure of the database: it will be broken at the next delivery too. */
function throwsBetween({ range, members }: Group): boolean {
  const start = Math.min(...members.map(({ top }) => top.end))
  const end = Math.max(...members.map(({ top }) => top.pos))
  return range.statements.some((statement) => some(statement, (node) => ts.isThrowStatement(node) && start <= node.pos && node.end <= end))
}

/** Adds what lets the failure out of every `catch`; the reason where one has to keep it. */
function passedOn(routes: readonly PathFrames[], sources: SourceCache, draft: Draft): string | null {
  const done = new Map<FilePath, Set<number>>()
  for (const route of routes) {
    const passed = passOutward(route, sources)
    if (passed === null || 'why' in passed) return passed?.why ?? 'The way of the failure is not understood.'
    for (const { file, changes } of passed.edits) {
      const known = done.get(file) ?? new Set()
      done.set(file, known)
      draft.add(file, ...changes.filter(({ start }) => !known.has(start)))
      for (const { start } of changes) known.add(start)
    }
  }
  return null
}
