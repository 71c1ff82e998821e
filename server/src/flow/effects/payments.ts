/** Transfer rules of payment calls: what takes money, what tells that it was taken, what gives it back. */
import type { Effect, ArgumentCondition } from '../../models/effects'
import { findRoute } from '../../models/routes'
import { anyEvent, confirm } from '../refine'
import { addMechanism, confirmationsOf, type Failure, type Result, type State } from '../state'
import { absent, nullishOf, optionsOf, promiseOf, stringOf, truthOf, unknown, type Value } from '../values'
import { argument, type Call, type Walk } from '../walk'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

/** Money is taken once the call has returned, unless its arguments say that nothing is due yet. */
export function charge(walk: Walk, call: Call, effect: Of<'charge'>, provider: string): Result[] {
  const value = promiseOf({ kind: 'payment', provider })
  const takes =
    effect.when.every((condition) => mayHold(call, condition)) &&
    (effect.whenAny.length === 0 || effect.whenAny.some((condition) => mayHold(call, condition))) &&
    !effect.unless.some((condition) => mustHold(call, condition))
  if (!takes) return withCallback(walk, call, call.state, { kind: 'payment', provider })
  const { state, frame } = call
  const at = walk.locate(frame, call.expression.nameAt)
  if (state.failure !== null) return [{ state, value }]
  const [open] = state.open
  if (open !== undefined) walk.advise('charge-inside-transaction', at, call.expression.text)
  const taken = confirm(state, 'charge', { at, what: call.expression.text, provider }, frame.depth)
  const failure: Failure = { ids: new Set(), status: 'pending', mechanisms: [], rolledBack: new Map(), endedAt: new Map(), cleared: [], chargeFailed: true }
  return [...withCallback(walk, call, taken, { kind: 'payment', provider, taken: true }), ...refused(walk, call, { ...state, failure })]
}

/** A charge that fails rejects its promise, or tells its callback. */
function refused(walk: Walk, call: Call, state: State): Result[] {
  const error: Value = { kind: 'error', failure: false, status: null }
  const callback = call.arguments.at(-1)
  if (callback === undefined || !hasCallback(call)) return [{ state, value: { kind: 'promise', value: error, rejected: true } }]
  const told: State = { ...state, failure: state.failure === null ? null : { ...state.failure, status: 'handled' } }
  return walk.invoke(call.frame, callback, [error, absent], told, call.exits, null).map((after) => ({ state: after.state, value: unknown }))
}

function hasCallback(call: Call): boolean {
  const callback = call.arguments.at(-1)
  return callback !== undefined && optionsOf(callback).some((option) => option.kind === 'function')
}

/** Older SDKs hand the result to a callback: `(error, payment) => …`. */
function withCallback(walk: Walk, call: Call, state: State, result: Value): Result[] {
  const callback = call.arguments.at(-1)
  if (callback === undefined || !hasCallback(call)) return [{ state, value: promiseOf(result) }]
  return walk
    .invoke(call.frame, callback, [{ kind: 'constants', options: [null] }, result], state, call.exits, null)
    .map((after) => ({ state: after.state, value: promiseOf(result) }))
}

/** Could the condition hold? A value that is not known might be anything. */
function mayHold(call: Call, condition: ArgumentCondition): boolean {
  const value = argument(call, condition.path)
  if (condition.values.length === 0) return nullishOf(value) !== true && truthOf(value) !== false
  return optionsOf(value).some((option) => {
    // Unsound on purpose: an argument that is not visible at all is taken not to hold the special value.
    if (option.kind === 'unknown' || option.kind === 'client') return call.openArguments
    if (option.kind === 'truthy') return condition.values.includes('true')
    return option.kind === 'constants' && option.options.some((constant) => condition.values.includes(String(constant)))
  })
}

function mustHold(call: Call, condition: ArgumentCondition): boolean {
  const value = argument(call, condition.path)
  if (condition.values.length === 0) return nullishOf(value) === false || (value.kind !== 'undefined' && value.kind !== 'unknown' && truthOf(value) !== false)
  return value.kind === 'constants' && value.options.every((constant) => condition.values.includes(String(constant)))
}

/** Calls that change or read the provider's own objects. After a `@charge` of the same call, which has run the callback, only the advice is left. */
export function providerCall(walk: Walk, call: Call, effect: Of<'hold' | 'provider' | 'checkout'>, provider: string, before: Value): Result[] {
  if (effect.kind === 'checkout' && !walk.quiet && lacksMetadata(call, effect)) {
    const [parameters] = call.arguments
    // Parameters built elsewhere may hold what is not seen here.
    if (parameters?.kind === 'object' && !parameters.open)
      walk.advise('missing-order-metadata', walk.locate(call.frame, call.expression.nameAt), call.expression.text)
  }
  if (before.kind !== 'unknown') return [{ state: call.state, value: before }]
  return withCallback(
    walk,
    call,
    call.state,
    effect.kind === 'checkout' && !mayCharge(call) ? { kind: 'payment', provider, fresh: true } : { kind: 'payment', provider },
  )
}

/** An intent that is confirmed as it is made may be paid at once. */
function mayCharge(call: Call): boolean {
  return call.expression.effects.some(({ effect }) => effect.kind === 'charge' || effect.kind === 'hold')
}

function lacksMetadata(call: Call, { metadata, unless }: Of<'checkout'>): boolean {
  if (metadata.length === 0 || unless.some((condition) => mustHold(call, condition))) return false
  return metadata.every((path) => nullishOf(argument(call, path)) === true)
}

export function retrieve(walk: Walk, call: Call, provider: string): Result[] {
  return withCallback(walk, call, { ...call.state, retrieved: true }, { kind: 'payment', provider })
}

/** Transfer rule of a refund: a failing state is compensated. */
export function refund(walk: Walk, call: Call, effect: Of<'refund' | 'void'>): Result[] {
  const { state, frame, expression } = call
  const at = walk.locate(frame, expression.nameAt)
  const value = promiseOf({ kind: 'refund', at, text: expression.text })
  const { failure } = state
  if (failure === null) return [{ state, value }]
  if (failure.ids.size === 0) {
    if (failure.chargeFailed) walk.advise('compensation-covers-charge', at, expression.text)
    return [{ state, value }]
  }
  if (effect.key !== null && nullishOf(argument(call, effect.key)) === true) walk.advise('refund-without-idempotency-key', at, expression.text)
  if (failure.mechanisms.some((mechanism) => mechanism.kind === 'queue')) walk.advise('refund-and-retry', at, expression.text)
  return [{ state: { ...state, failure: addMechanism(failure, { kind: 'compensation', at, what: expression.text }) }, value }]
}

/** A verified event: from here on the provider is speaking, of any event until a test says which. */
export function event(walk: Walk, call: Call, provider: string): Result[] {
  const at = walk.locate(call.frame, call.expression.nameAt)
  const state = { ...call.state, event: anyEvent(provider, at, call.frame.depth, true) }
  const value: Value = { kind: 'event', provider }
  return hasCallback(call) ? withCallback(walk, call, state, value) : [{ state, value }]
}

export function verify(walk: Walk, call: Call, provider: string): Result[] {
  const at = walk.locate(call.frame, call.expression.nameAt)
  walk.senders.add(provider)
  return [{ state: call.state, value: { kind: 'condition', refinement: { kind: 'signature', paid: false, at, provider } } }]
}

/** `payment.isPaid()`, `getStatus()`. */
export function status(walk: Walk, call: Call, effect: Of<'status' | 'isPaid'>, provider: string): Result[] {
  const at = walk.locate(call.frame, call.expression.nameAt)
  const value: Value =
    effect.kind === 'isPaid'
      ? { kind: 'condition', refinement: { kind: 'status', says: effect.not ? 'unpaid' : 'paid', at, what: `${call.expression.text}()`, provider } }
      : { kind: 'status', provider, paid: effect.paid, unpaid: effect.unpaid, at, text: call.expression.text }
  return [{ state: call.state, value }]
}

/** Plain HTTP: a provider's host and path say what the request does. */
export function http(walk: Walk, call: Call, effect: Of<'http'>): Result[] {
  const method = methodOf(call, effect)
  const spoken = walk.graph.files.get(call.frame.fn.file)?.providers ?? []
  const routes = urlsOf(argument(call, effect.url)).flatMap((url) => findRoute(walk.catalogue.providers, url, method, spoken) ?? [])
  const route = routes.find(({ meaning }) => meaning !== 'provider') ?? routes[0]
  if (route === undefined) return [{ state: call.state, value: promiseOf(unknown) }]
  switch (route.meaning) {
    case 'charge':
      return charge(walk, call, { kind: 'charge', when: [], whenAny: [], unless: [] }, route.provider)
    case 'refund':
    case 'void':
      return refund(walk, call, { kind: 'refund', key: null })
    case 'payment':
      return retrieve(walk, call, route.provider)
    case 'checkout':
    case 'hold':
    case 'provider':
      return [{ state: call.state, value: promiseOf({ kind: 'payment', provider: route.provider }) }]
  }
}

function urlsOf(value: Value): readonly string[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'text') return [option.pattern]
    if (option.kind === 'object') return urlsOf(option.properties.get('url') ?? absent)
    return option.kind === 'constants' ? option.options.filter((text) => typeof text === 'string') : []
  })
}

function methodOf(call: Call, effect: Of<'http'>): string | null {
  if (effect.method === null) return null
  if (typeof effect.method === 'string') return effect.method
  const value = argument(call, effect.method)
  if (value.kind === 'undefined') return 'GET'
  return stringOf(value)
}

/** Used by messages: does anything paid hold here? */
export function isConfirmed(state: State): boolean {
  return confirmationsOf(state).length > 0
}
