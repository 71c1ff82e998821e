/** Reads off how failures end at the entry point, and turns instances with their fates into classified paths. */
import { isBlocked } from './idempotence'
import type { CurrentEntry } from './walk'
import type { Mechanism, MechanismKind, Outcome, ProtectionClass, Reason, WritePath } from './result'
import type { Result, State } from './state'
import { truthOf, valueKey, type Value } from './values'
import type { Fate, InstanceId, WriteInstance } from './write'

/** The fate of every failed write that a final state carries. `normal`: what the entry returns when nothing fails. */
export function fatesOf(
  entry: CurrentEntry,
  final: Result,
  ending: 'returned' | 'thrown',
  normal: readonly Value[],
  afterAnswer: (id: InstanceId) => boolean,
): ReadonlyMap<InstanceId, Fate> {
  const { failure } = final.state
  const fates = new Map<InstanceId, Fate>()
  if (failure === null) return fates
  for (const id of failure.ids) {
    const outcome = outcomeOf(entry, final, ending, normal, afterAnswer(id))
    const rolledBack = failure.rolledBack.get(id)
    fates.set(id, {
      outcome,
      mechanisms: rolledBack === undefined ? failure.mechanisms : [rolledBack, ...failure.mechanisms],
      endedAt: failure.endedAt.get(id) ?? null,
      cleared: failure.cleared,
    })
  }
  return fates
}

function outcomeOf(entry: CurrentEntry, { state, value }: Result, ending: 'returned' | 'thrown', normal: readonly Value[], late: boolean): Outcome {
  const { failure } = state
  if (failure === null) return 'propagates'
  // Whatever became of the error: what is not acknowledged comes again.
  if (entry.acknowledges && state.answer === null) return 'propagates'
  if (failure.status === 'pending' && !(ending === 'returned' && isRejected(value))) return 'lost'
  if (ending === 'thrown' || isRejected(value)) {
    if (late) return 'lost'
    if (state.answer !== null && isSuccess(state.answer.status)) return 'lost'
    return entry.onThrow === 'swallow' ? 'swallowed' : 'propagates'
  }
  return tellsTheCaller(entry, state, value, normal) ? 'propagates' : 'swallowed'
}

function isRejected(value: Value): boolean {
  return value.kind === 'promise' && value.rejected
}

function isSuccess(status: number | null): boolean {
  return status === null || status < 400
}

/** After a caught failure: does the answer, or the value returned, say that something went wrong? */
function tellsTheCaller(entry: CurrentEntry, state: State, value: Value, normal: readonly Value[]): boolean {
  if (state.answer !== null)
    return !isSuccess(state.answer.status) || (entry.point.context === 'request' && state.answer.status !== null && state.answer.status >= 300)
  const returned = value.kind === 'promise' ? value.value : value
  const statuses = statusesOf(returned)
  if (statuses.length > 0)
    return (
      statuses.every((status) => status !== null && status >= 400) ||
      (entry.point.context === 'request' && statuses.every((status) => status !== null && status >= 300))
    )
  // A webhook and a job are judged by the status and by the throw alone.
  if (entry.point.context !== 'request' && entry.point.context !== 'library')
    return entry.point.context === 'webhook' && state.code !== null && state.code >= 400
  if (state.code !== null && state.code >= 400) return true
  return saysError(returned, normal)
}

function statusesOf(value: Value): (number | null)[] {
  switch (value.kind) {
    case 'response':
      return [value.status]
    case 'choice':
      return value.options.flatMap(statusesOf)
    case 'object': {
      const status = value.properties.get('statusCode') ?? value.properties.get('status')
      const [code] = status?.kind === 'constants' ? status.options : []
      if (typeof code === 'number') return [code]
      // Worked out from the error (`error.statusCode ?? 500`).
      return value.properties.has('statusCode') ? [500] : []
    }
    default:
      return []
  }
}

/** An error result that the caller looks at: `{ success: false }`, `{ error }`, a falsy value where success is truthy. */
function saysError(value: Value, normal: readonly Value[]): boolean {
  if (value.kind === 'object') {
    for (const [key, property] of value.properties) {
      const truth = truthOf(property)
      if (/^(?:success|ok|isSuccess|succeeded)$/i.test(key) && truth === false) return true
      if (
        /^(?:error|errors|err|isError|message|serverError|formError)$/i.test(key) &&
        truth !== false &&
        !normal.some((other) => other.kind === 'object' && other.properties.has(key))
      )
        return true
    }
  }
  if (value.kind === 'error') return true
  if (truthOf(value) === false && normal.length > 0 && normal.every((other) => truthOf(other.kind === 'promise' ? other.value : other) === true)) return true
  if (value.kind === 'undefined' || value.kind === 'unknown') return false
  const key = valueKey(value)
  return (
    value.kind === 'object' &&
    normal.length > 0 &&
    normal.every((other) => valueKey(other.kind === 'promise' ? other.value : other) !== key) &&
    saysFailure(key)
  )
}

function saysFailure(key: string): boolean {
  return /fail|error|false/i.test(key)
}

const order: readonly MechanismKind[] = ['transaction', 'compensation', 'queue', 'job', 'retry', 'redelivery']

export interface Judgement {
  readonly redelivery: 'idempotent' | 'never'
}

/** One path for each confirmation of an instance. */
export function pathsOf(instance: WriteInstance, fates: readonly Fate[], entry: CurrentEntry, rules: Judgement): WritePath[] {
  const outcome = worstOutcome(instance, fates)
  const endedAt = fates.find((fate) => fate.outcome === outcome)?.endedAt ?? null
  return instance.confirmations.map((confirmation) => {
    const byEvent = confirmation.kind === 'event' || confirmation.kind === 'subscription'
    const http = entry.point.kind === 'http' || entry.point.kind === 'event' || entry.point.kind === 'rpc'
    const webhook = entry.point.context === 'webhook' || (byEvent && http)
    const mechanisms = new Map<MechanismKind, Mechanism>()
    for (const fate of fates) for (const mechanism of fate.mechanisms) if (!mechanisms.has(mechanism.kind)) mechanisms.set(mechanism.kind, mechanism)
    const propagates = outcome === 'propagates'
    const reached = !isStopped(instance, fates)
    if (!reached) mechanisms.delete('job')
    if (propagates && reached && entry.retried) mechanisms.set('job', { kind: 'job', at: entry.point.at, what: entry.point.what })
    const redelivered = webhook && http && propagates && reached && instance.idempotent && rules.redelivery === 'idempotent' && entry.onThrow !== 'swallow'
    if (redelivered) mechanisms.set('redelivery', { kind: 'redelivery', at: entry.point.at, what: `${confirmation.provider} sends the event again` })
    const listed = order.flatMap((kind) => mechanisms.get(kind) ?? [])
    const letter = classOf(listed)
    return {
      entry: webhook && entry.point.context === 'request' ? { ...entry.point, context: 'webhook' as const } : entry.point,
      confirmation,
      chain: instance.chain,
      mechanisms: listed,
      class: letter,
      reason: letter === 'd' ? reasonOf(instance, outcome, { again: webhook || entry.retried, reached }) : null,
      outcome,
      idempotent: instance.idempotent,
      endedAt,
    }
  })
}

/** A claim that only some ways out of the failure give back stops the new try. */
function isStopped({ blockers }: WriteInstance, fates: readonly Fate[]): boolean {
  return fates.length === 0 ? isBlocked(blockers, []) : fates.some(({ cleared }) => isBlocked(blockers, cleared))
}

/** Where both hold, swallowed; a failure that was never followed to an end is taken to be lost. */
function worstOutcome(instance: WriteInstance, fates: readonly Fate[]): Outcome {
  if (fates.some((fate) => fate.outcome === 'swallowed')) return 'swallowed'
  if (instance.afterAnswer || fates.some((fate) => fate.outcome === 'lost')) return 'lost'
  return fates.length === 0 ? 'lost' : 'propagates'
}

export function classOf(mechanisms: readonly Mechanism[]): ProtectionClass {
  const kinds = new Set(mechanisms.map((mechanism) => mechanism.kind))
  if (kinds.has('transaction')) return 'a'
  if (kinds.has('compensation')) return 'b'
  return kinds.size > 0 ? 'c' : 'd'
}

/** Most harmful first (spec section 5). */
function reasonOf(instance: WriteInstance, outcome: Outcome, { again, reached }: { readonly again: boolean; readonly reached: boolean }): Reason {
  if (outcome === 'swallowed' || outcome === 'lost') return outcome
  if (instance.outside) return 'outside-transaction'
  if (!again) return 'no-handling'
  return !reached ? 'retry-blocked' : instance.idempotent ? 'no-handling' : 'not-idempotent'
}
