/** Applies what a test says to a state: which events remain, whether the payment is paid, which look-ups found something. */
import { assertNever } from '../base/assertNever'
import type { Location } from '../base/location'
import type { ConfirmationKind } from './result'
import type { Refinement } from './refinement'
import { joinStates, sameConfirmation, sameGuard, type EventKnowledge, type Guard, type NamedEvent, type State } from './state'
import { falsy, truthy } from './values'

/** Tells what an event's name means; `provider` narrows names that several providers use. */
export interface EventTable {
  classify(name: string, provider: string | null): NamedEvent['class']
  /** Every known name that starts so. */
  withPrefix(prefix: string, provider: string | null): readonly string[]
}

export interface RefineContext {
  readonly events: EventTable
  /** Depth of the call stack at the test. */
  readonly depth: number
}

/** The state in which the test came out as `holds`; null when it cannot. */
export function refine(cx: RefineContext, state: State, refinement: Refinement, holds: boolean): State | null {
  switch (refinement.kind) {
    case 'nothing':
      return state
    case 'not':
      return refine(cx, state, refinement.of, !holds)
    case 'and':
      return holds ? both(cx, state, refinement.left, refinement.right, true) : either(cx, state, refinement.left, refinement.right, false)
    case 'or':
      return holds ? either(cx, state, refinement.left, refinement.right, true) : both(cx, state, refinement.left, refinement.right, false)
    case 'event':
      return refineEvent(cx, state, refinement, holds)
    case 'status':
      if (refinement.says === 'free') return holds ? { ...state, denied: true, free: true } : state
      if (refinement.says === 'unpaid') return { ...state, statusTested: true, denied: holds || state.denied }
      if (isOfOtherMoney(state.event)) return state
      if (state.free) return state
      return holds ? confirm({ ...state, statusTested: true, denied: false }, 'status', refinement, cx.depth) : { ...state, statusTested: true, denied: true }
    case 'signature':
      if (!holds) return state
      if (refinement.paid) return confirm(state, 'status', { at: refinement.at, what: 'verified payment signature', provider: refinement.provider }, cx.depth)
      return state.event !== null ? state : { ...state, event: anyEvent(refinement.provider, refinement.at, cx.depth, true) }
    case 'found':
      return guarded(state, { table: refinement.table, field: null, means: holds ? 'present' : 'absent', readAt: refinement.readAt })
    case 'field': {
      if (refinement.means === 'unknown')
        return guarded(state, { table: refinement.table, field: refinement.field, means: 'tested', readAt: refinement.readAt })
      const pending = (refinement.means === 'pending') === holds
      return guarded(state, { table: refinement.table, field: refinement.field, means: pending ? 'pending' : 'present', readAt: refinement.readAt })
    }
    case 'variable': {
      const value = state.env.get(refinement.id)
      if (value !== undefined && value.kind !== 'unknown') return state
      return { ...state, env: state.env.set(refinement.id, holds ? truthy : falsy) }
    }
    default:
      return assertNever(refinement)
  }
}

/** The state of a refund, a dispute or a payout says nothing of a payment. */
function isOfOtherMoney(event: EventKnowledge | null): boolean {
  if (event?.rest !== null || event.named.size === 0) return false
  return [...event.named.keys()].every((name) => /refund|dispute|chargeback|payout|transfer|withdraw/i.test(name))
}

function both(cx: RefineContext, state: State, left: Refinement, right: Refinement, holds: boolean): State | null {
  const first = refine(cx, state, left, holds)
  return first === null ? null : refine(cx, first, right, holds)
}

function either(cx: RefineContext, state: State, left: Refinement, right: Refinement, holds: boolean): State | null {
  const first = refine(cx, state, left, holds)
  const otherwise = refine(cx, state, left, !holds)
  const second = otherwise === null ? null : refine(cx, otherwise, right, holds)
  if (first === null) return second
  return second === null ? first : joinStates(first, second)
}

/** Adds a confirmation, once. */
export function confirm(
  state: State,
  kind: ConfirmationKind,
  source: { readonly at: Location; readonly what: string; readonly provider: string },
  depth: number,
): State {
  const confirmation = { at: source.at, kind, what: source.what, provider: source.provider }
  if (state.held.some((held) => sameConfirmation(held.confirmation, confirmation))) return state
  // One confirmation is enough to tell that the payment is taken: a status test after a charge repeats it.
  if (kind === 'status' && state.held.some((held) => held.confirmation.kind === 'charge')) return state
  return { ...state, denied: false, held: [...state.held, { confirmation, depth, events: eventsOf(state.event) }] }
}

function eventsOf(event: EventKnowledge | null): readonly string[] | null {
  if (event?.rest !== null || event.named.size === 0) return null
  return [...event.named.keys()]
}

/** The state with the event known better: what another event's branch has confirmed is not confirmed here. */
function knowing(state: State, event: EventKnowledge): State {
  const names = eventsOf(event)
  if (names === null) return { ...state, event }
  return { ...state, event, held: state.held.filter(({ events }) => events === null || events.some((name) => names.includes(name))) }
}

export function anyEvent(provider: string | null, at: Location, depth: number, verified: boolean): EventKnowledge {
  return { provider, named: new Map(), rest: { excluded: [], at, depth, verified } }
}

function guarded(state: State, guard: Guard): State {
  return state.guards.some((other) => sameGuard(other, guard)) ? state : { ...state, guards: [...state.guards, guard] }
}

function refineEvent(cx: RefineContext, state: State, test: Extract<Refinement, { kind: 'event' }>, holds: boolean): State | null {
  const known = state.event ?? anyEvent(test.provider, test.at, cx.depth, false)
  const matches = (name: string): boolean => test.names.includes(name) || test.prefixes.some((prefix) => name.startsWith(prefix))
  const provider = known.provider ?? test.provider
  const tested = [...test.names, ...test.prefixes.flatMap((prefix) => cx.events.withPrefix(prefix, provider))]
  if (!holds) {
    const named = new Map([...known.named].filter(([name]) => !matches(name)))
    const rest = known.rest === null ? null : { ...known.rest, excluded: [...new Set([...known.rest.excluded, ...tested])] }
    return named.size === 0 && rest === null ? null : knowing(state, { provider, named, rest })
  }
  const named = new Map<string, NamedEvent>()
  for (const [name, event] of known.named) if (matches(name)) named.set(name, known.named.size > 1 ? { ...event, at: test.at, depth: cx.depth } : event)
  if (known.rest !== null) {
    for (const name of tested) {
      if (named.has(name) || known.rest.excluded.includes(name)) continue
      named.set(name, { at: test.at, depth: cx.depth, provider, class: cx.events.classify(name, provider) })
    }
  }
  // Unsound on purpose: a prefix that matches no known event still selects something, but nothing that we know to be paid.
  if (named.size === 0)
    return known.rest === null || test.prefixes.length === 0
      ? null
      : {
          ...state,
          event: {
            provider,
            named: new Map([[`${test.prefixes.join('|')}*`, { at: test.at, depth: cx.depth, provider, class: 'other' as const }]]),
            rest: null,
          },
        }
  return knowing(state, { provider, named, rest: null })
}
