/** The state at a program point: what is known of the event and the payment, what was written, and which failure it carries. */
import type { Location } from '../base/location'
import { Env } from './env'
import type { ConnectionId, Value } from './values'
import type { Confirmation, Mechanism } from './result'
import type { InstanceId, PendingWrite } from './write'

/** A confirmation and how deep the call stack was where it began to hold; it shrinks as functions return. */
export interface HeldConfirmation {
  readonly confirmation: Confirmation
  readonly depth: number
  /** The events one of which came when the payment was confirmed; null where nothing tells. */
  readonly events: readonly string[] | null
}

export interface NamedEvent {
  readonly at: Location
  readonly depth: number
  readonly provider: string | null
  readonly class: 'paid' | 'subscription' | 'other'
}

/** Which of a provider's events may have arrived. `named`: selected by tests; `rest`: any other one is possible too. */
export interface EventKnowledge {
  readonly provider: string | null
  readonly named: ReadonlyMap<string, NamedEvent>
  readonly rest: { readonly excluded: readonly string[]; readonly at: Location; readonly depth: number; readonly verified: boolean } | null
}

/** A test on a look-up that holds here: the row was absent, or its field said that the work is still to do. */
export interface Guard {
  readonly table: string
  readonly field: string | null
  /** `tested`: compared with something, which says nothing but that the branch depends on the field. */
  readonly means: 'absent' | 'pending' | 'present' | 'tested'
  readonly readAt: number
}

/** A write that succeeded earlier on the path. `order`: a clock, to compare with look-ups. */
export interface Committed {
  readonly table: string
  /** Null: not known, any. */
  readonly fields: readonly string[] | null
  readonly form: PendingWrite['form']
  readonly transactions: readonly ConnectionId[]
  readonly order: number
  /** A record that the event was processed: its key refuses a second one. */
  readonly marker: boolean
  /** Written after the confirmation, and a repeat would apply it twice. */
  readonly repeats: boolean
  readonly op: string
  readonly at: Location
}

export interface OpenTransaction {
  readonly connection: ConnectionId
  /** No handle needed: every write inside joins. */
  readonly ambient: boolean
  readonly at: Location
  readonly what: string
  /** Opened by begin … commit rather than a callback. */
  readonly manual: boolean
}

export interface Answer {
  /** Null: not known. */
  readonly status: number | null
  readonly at: Location
}

/** The failure a state carries. States that carry one run on to show what the code does about it; they record no writes. */
export interface Failure {
  /** Failed writes; empty for a failure that is none of ours (validation, a declined charge). */
  readonly ids: ReadonlySet<InstanceId>
  /** `thrown`: on its way up. `pending`: in a promise nobody has awaited yet. `handled`: caught, or returned as a value. */
  readonly status: 'thrown' | 'pending' | 'handled'
  readonly mechanisms: readonly Mechanism[]
  /** Mechanisms of single writes: the transaction each was rolled back with. */
  readonly rolledBack: ReadonlyMap<InstanceId, Mechanism>
  /** Where each failed write was last caught. */
  readonly endedAt: ReadonlyMap<InstanceId, Location>
  /** Tables that the failure's handling deleted from: a claim there is given back. */
  readonly cleared: readonly string[]
  /** The charge itself failed: a refund here gives back what was never taken. */
  readonly chargeFailed: boolean
}

export interface State {
  readonly env: Env
  readonly event: EventKnowledge | null
  readonly held: readonly HeldConfirmation[]
  /** A test said that the payment is not paid. */
  readonly denied: boolean
  /** The payment's own kind says that no money is taken, whatever its status. */
  readonly free: boolean
  /** The code has looked at the payment's status. */
  readonly statusTested: boolean
  /** A payment was fetched from the provider: testing it is up to the code. */
  readonly retrieved: boolean
  readonly guards: readonly Guard[]
  /** Guards of this function on whose other side it turns back: a new try that meets them otherwise goes no further, whichever way led to them. */
  readonly turningBack: readonly Guard[]
  readonly committed: readonly Committed[]
  readonly open: readonly OpenTransaction[]
  readonly staged: ReadonlyMap<ConnectionId, readonly PendingWrite[]>
  readonly code: number | null
  readonly answer: Answer | null
  readonly failure: Failure | null
}

export const initialState: State = {
  env: Env.empty,
  event: null,
  held: [],
  denied: false,
  free: false,
  statusTested: false,
  retrieved: false,
  guards: [],
  turningBack: [],
  committed: [],
  open: [],
  staged: new Map(),
  code: null,
  answer: null,
  failure: null,
}

export interface Result {
  readonly state: State
  readonly value: Value
}

/**
 * What the code knows has been paid here. An event that means paid outweighs later charges and status tests, which then only
 * repeat what the event said.
 */
export function confirmationsOf(state: State): readonly HeldConfirmation[] {
  if (state.denied) return []
  const selected = state.event === null ? [] : selectedEvents(state.event)
  return selected.length > 0 ? selected : state.held
}

function selectedEvents(event: EventKnowledge): HeldConfirmation[] {
  const byTest = new Map<string, { names: string[]; first: NamedEvent; class: NamedEvent['class'] }>()
  for (const [name, known] of event.named) {
    if (known.class === 'other') continue
    const key = `${known.at.file}#${String(known.at.start)}`
    const group = byTest.get(key)
    if (group === undefined) byTest.set(key, { names: [name], first: known, class: known.class })
    else {
      group.names.push(name)
      if (known.class === 'paid') group.class = 'paid'
    }
  }
  const selected: HeldConfirmation[] = [...byTest.values()].map(({ names, first, class: kind }) => ({
    confirmation: {
      at: first.at,
      kind: kind === 'paid' ? 'event' : 'subscription',
      what: names.join(', '),
      provider: first.provider ?? event.provider ?? 'unknown',
    },
    depth: first.depth,
    events: names,
  }))
  // A handler that treats every event alike is a confirmation: a paid event can reach it.
  if (event.named.size === 0 && event.rest !== null && event.rest.verified && event.rest.excluded.length === 0) {
    const { at, depth } = event.rest
    selected.push({ confirmation: { at, kind: 'event', what: 'any event', provider: event.provider ?? 'unknown' }, depth, events: null })
  }
  return selected
}

/** States with equal flavours may be joined; others are told apart because they will end differently. */
export function flavourOf(state: State): string {
  const { failure } = state
  if (failure === null) return confirmationsOf(state).length > 0 ? 'paid' : state.free ? 'free' : state.denied ? 'denied' : ''
  const mechanisms = failure.mechanisms.map((mechanism) => mechanism.kind).join(',')
  return `${failure.ids.size === 0 ? 'other' : 'write'}:${failure.status}:${mechanisms}:${String(failure.chargeFailed)}:${failure.cleared.join(',')}:${String(state.answer?.status ?? '')}`
}

/**
 * Errors that are values: a test of the newest says nothing of those before, which nobody may have looked at. So the newest failures stay
 * apart. Older ones are joined: only some code asks for errors that late, and each failure apart is walked to the end.
 */
function newestAsValues(states: readonly State[]): ReadonlySet<InstanceId> {
  const latest = states.flatMap((state) => latestAsValue(state) ?? [])
  return new Set([...new Set(latest)].sort((a, b) => b - a).slice(0, 2))
}

function latestAsValue({ failure }: State): InstanceId | null {
  if (failure?.status !== 'handled' || failure.endedAt.size > 0 || failure.ids.size === 0) return null
  return [...failure.ids].reduce((a, b) => (b > a ? b : a))
}

/** Joins states flavour by flavour. */
export function mergeStates(states: readonly State[]): State[] {
  if (states.length < 2) return [...states]
  const newest = newestAsValues(states)
  const byFlavour = new Map<string, State>()
  for (const state of states) {
    const latest = latestAsValue(state)
    const flavour = `${flavourOf(state)}:${latest !== null && newest.has(latest) ? String(latest) : ''}`
    const other = byFlavour.get(flavour)
    byFlavour.set(flavour, other === undefined ? state : joinStates(other, state))
  }
  return [...byFlavour.values()]
}

export function joinStates(a: State, b: State): State {
  if (a === b) return a
  return {
    env: a.env.join(b.env),
    event: joinEvents(a.event, b.event),
    held: joinHeld(a.held, b.held),
    denied: a.denied && b.denied,
    free: a.free && b.free,
    statusTested: a.statusTested && b.statusTested,
    retrieved: a.retrieved || b.retrieved,
    guards: a.guards === b.guards ? a.guards : a.guards.filter((guard) => b.guards.some((other) => sameGuard(guard, other))),
    turningBack: unionOfGuards(a.turningBack, b.turningBack),
    // What is certain to have been written: a write on one way only does not decide for the other.
    committed:
      a.committed === b.committed
        ? a.committed
        : a.committed.filter((write) => b.committed.some((other) => other.at === write.at || other.order === write.order)),
    open: a.open.length <= b.open.length ? a.open : b.open,
    staged: a.staged === b.staged ? a.staged : new Map([...a.staged, ...b.staged]),
    code: a.code === b.code ? a.code : null,
    answer: a.answer === null || b.answer === null ? null : a.answer.status === b.answer.status ? a.answer : { ...a.answer, status: null },
    failure: joinFailures(a.failure, b.failure),
  }
}

export function unionOfGuards(a: readonly Guard[], b: readonly Guard[]): readonly Guard[] {
  return a === b ? a : [...a, ...b.filter((guard) => !a.some((other) => sameGuard(guard, other)))]
}

export function sameGuard(a: Guard, b: Guard): boolean {
  return a.table === b.table && a.field === b.field && a.means === b.means
}

function joinEvents(a: EventKnowledge | null, b: EventKnowledge | null): EventKnowledge | null {
  if (a === b || b === null) return a
  if (a === null) return b
  const named = new Map(a.named)
  for (const [name, known] of b.named) {
    const other = named.get(name)
    named.set(name, other === undefined || known.depth < other.depth ? known : other)
  }
  const rest =
    a.rest === null
      ? b.rest
      : b.rest === null
        ? a.rest
        : { ...a.rest, excluded: a.rest.excluded.filter((name) => b.rest?.excluded.includes(name) === true), depth: Math.min(a.rest.depth, b.rest.depth) }
  return { provider: a.provider ?? b.provider, named, rest }
}

function joinHeld(a: readonly HeldConfirmation[], b: readonly HeldConfirmation[]): readonly HeldConfirmation[] {
  if (a === b || b.length === 0) return a
  if (a.length === 0) return b
  const joined = [...a]
  for (const held of b) {
    const index = joined.findIndex((other) => sameConfirmation(other.confirmation, held.confirmation))
    const other = joined[index]
    if (other === undefined) joined.push(held)
    else {
      const events = held.events === null || other.events === null ? null : [...new Set([...other.events, ...held.events])]
      joined[index] = { ...other, depth: Math.min(held.depth, other.depth), events }
    }
  }
  return joined
}

export function sameConfirmation(a: Confirmation, b: Confirmation): boolean {
  return a === b || (a.at.file === b.at.file && a.at.start === b.at.start && a.kind === b.kind && a.what === b.what)
}

/** A handler runs: what failed is handled there. */
export function caughtAt(failure: Failure, at: Location): Failure {
  return { ...failure, status: 'handled', endedAt: new Map([...failure.ids].map((id) => [id, at])) }
}

function joinFailures(a: Failure | null, b: Failure | null): Failure | null {
  if (a === null || b === null || a === b) return a ?? b
  return {
    ...a,
    ids: a.ids.size === 0 ? b.ids : new Set([...a.ids, ...b.ids]),
    mechanisms: a.mechanisms.length >= b.mechanisms.length ? a.mechanisms : b.mechanisms,
    rolledBack: new Map([...a.rolledBack, ...b.rolledBack]),
    endedAt: new Map([...b.endedAt, ...a.endedAt]),
    cleared: a.cleared.filter((table) => b.cleared.includes(table)),
  }
}

export function addMechanism(failure: Failure, mechanism: Mechanism): Failure {
  // Of several hand-overs one may turn out to happen anyway.
  const listed = (other: Mechanism): boolean => other.kind === mechanism.kind && (other.kind !== 'queue' || other.at.start === mechanism.at.start)
  if (failure.mechanisms.some(listed)) return failure
  const mechanisms = [...failure.mechanisms, mechanism].sort((x, y) => (x.kind < y.kind ? -1 : 1))
  return { ...failure, mechanisms }
}

/** A confirmation that held deep in a call holds in the caller once the call has returned. */
export function atDepth(state: State, depth: number): State {
  const deep = state.held.some((held) => held.depth > depth)
  const held = deep ? state.held.map((one) => (one.depth > depth ? { ...one, depth } : one)) : state.held
  const event = state.event === null ? null : eventAtDepth(state.event, depth)
  return held === state.held && event === state.event ? state : { ...state, held, event }
}

function eventAtDepth(event: EventKnowledge, depth: number): EventKnowledge {
  const deepNamed = [...event.named.values()].some((known) => known.depth > depth)
  const deepRest = event.rest !== null && event.rest.depth > depth
  if (!deepNamed && !deepRest) return event
  const named = deepNamed ? new Map([...event.named].map(([name, known]) => [name, { ...known, depth: Math.min(known.depth, depth) }])) : event.named
  return { ...event, named, rest: event.rest === null ? null : { ...event.rest, depth: Math.min(event.rest.depth, depth) } }
}

/** A throw inside an async function or a handler: the promise it stands for is rejected, and waits to be awaited. */
export function anyRejection(result: Result): Result {
  const { failure } = result.state
  const state: State = failure === null ? result.state : { ...result.state, failure: { ...failure, status: 'pending' } }
  return { state, value: { kind: 'promise', value: result.value, rejected: true } }
}
