/** Transfer rules of queues, messages and retries: what keeps the work, what carries the confirmation on, what tries again. */
import type { Effect } from '../../models/effects'
import type { Branches } from '../branch'
import { membership } from '../compare'
import { splitBy } from '../execute'
import { mergeResults } from '../results'
import type { Mechanism } from '../result'
import { addMechanism, confirmationsOf, type Failure, type Result, type State } from '../state'
import { constant, giveUp, numberOf, optionsOf, promiseOf, stringOf, tryAgain, unknown, type Value } from '../values'
import { argument, type Call, type Exits, type Walk } from '../walk'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

/** An object that stands for a queue knows its name, so that its jobs find their worker. */
export function queue(walk: Walk, call: Call, effect: Of<'queue'>): Result[] {
  if (effect.names) {
    walk.nameReceiver(call, argument(call, effect.name))
    return [{ state: call.state, value: promiseOf(unknown) }]
  }
  const name = stringOf(argument(call, effect.name))
  const type = call.expression.type ?? null
  const attempts = effect.attempts === null ? null : numberOf(argument(call, effect.attempts))
  return [{ state: call.state, value: { kind: 'client', type, connection: null, table: name, ...(attempts === null ? {} : { attempts }) } }]
}

/** In a failing state: the work is kept. Otherwise: a paid message goes to its consumers. */
export function enqueue(walk: Walk, call: Call, effect: Of<'enqueue'>): Result[] {
  const { state, frame, expression } = call
  const value = promiseOf(unknown)
  if (state.failure !== null) return effect.durability === 'durable' ? keep(walk, call, state.failure) : [{ state, value }]
  walk.handOvers.noteUsual(frame, walk.locate(frame, expression.nameAt))
  if (confirmationsOf(state).length > 0)
    walk.publish(call, {
      name: effect.name === null ? nameOf(call.receiver) : argument(call, effect.name),
      queue: nameOf(call.receiver),
      job: effect.job === null ? unknown : argument(call, effect.job),
      payload: effect.payload === null ? unknown : argument(call, effect.payload),
      durable: effect.durability === 'durable',
      attempts: attemptsOf(call, effect),
    })
  return [{ state, value }]
}

/** The team's own function that queues a job: `paidpath.retryQueue` names it. Null: nothing has failed, and what it does then is walked as usual. */
export function enqueueByName(walk: Walk, call: Call): Result[] | null {
  const { failure } = call.state
  if (failure !== null) return keep(walk, call, failure)
  walk.handOvers.noteUsual(call.frame, walk.locate(call.frame, call.expression.nameAt))
  return null
}

/** The failed work is queued, to be done again. */
function keep(walk: Walk, { state, frame, expression }: Call, failure: Failure): Result[] {
  const value = promiseOf(unknown)
  if (failure.ids.size === 0) return [{ state, value }]
  const at = walk.locate(frame, expression.nameAt)
  if (failure.mechanisms.some((mechanism) => mechanism.kind === 'compensation')) walk.advise('refund-and-retry', at, expression.text)
  const kept: Mechanism = { kind: 'queue', at, what: expression.text }
  walk.handOvers.noteUnderFailure(frame, kept)
  return [{ state: { ...state, failure: addMechanism(failure, kept) }, value }]
}

/** The job's own number of tries, else the queue's. */
function attemptsOf(call: Call, effect: Of<'enqueue'>): Value {
  const own = effect.attempts === null ? unknown : argument(call, effect.attempts)
  if (numberOf(own) !== null) return own
  const [attempts, ...others] = new Set(queuesIn(call.receiver).map((queue) => queue.attempts))
  return attempts === undefined || others.length > 0 ? own : constant(attempts)
}

function nameOf(receiver: Value): Value {
  const names = queuesIn(receiver).flatMap(({ table }) => (table === null ? [] : [table]))
  return names.length === 0 ? unknown : { kind: 'constants', options: names }
}

/** The queues that an object may be. One that a cache of queues gave has no name of its own: it was made like the one made where the cache had none. */
function queuesIn(receiver: Value): readonly Extract<Value, { kind: 'client' }>[] {
  const queues = optionsOf(receiver).flatMap((option) => (option.kind === 'client' ? [option] : []))
  const named = queues.filter((queue) => queue.table !== null)
  return named.length > 0 ? named : queues
}

/** In-process events: listeners run at once, and nobody waits for them unless the emitter says so. */
export function emit(walk: Walk, call: Call, effect: Of<'emit'>): Result[] {
  const { state, frame } = call
  const key = argument(call, effect.key)
  const payload = call.arguments.slice(1)
  let results: Result[] = [{ state, value: effect.awaited ? promiseOf(unknown) : unknown }]
  for (const { kind, name, run, self } of walk.consumers) {
    if (kind !== 'listener' || name === null) continue
    const isEvent = optionsOf(key).some((option) => option.kind === 'eventType')
    if (!isEvent && !sameKey(key, name)) continue
    results = mergeResults(
      results.flatMap((before) => {
        if (isRejected(before.value)) return [before]
        const { yes, no } = isEvent ? namedLike(walk, call, key, name, before.state) : { yes: [before.state], no: [] }
        return [
          ...yes.flatMap((heard) =>
            walk
              .invoke(frame, run, payload.length > 0 ? payload : [key], heard, call.exits, null, self)
              .map((result) => ({ state: result.state, value: effect.awaited ? promiseOf(result.value) : unknown })),
          ),
          ...no.map((other) => ({ ...before, state: other })),
        ]
      }),
    )
  }
  return results
}

/** `emit(event.type, …)`: the listener hears the provider's event of its name. */
function namedLike(walk: Walk, { frame, expression }: Call, key: Value, name: Value, state: State): Branches {
  const names = optionsOf(name).flatMap((option) => (option.kind === 'constants' ? option.options.filter((one) => typeof one === 'string') : []))
  if (names.length === 0) return { yes: [], no: [state] }
  return splitBy(walk, frame, membership(walk, frame, names, key, walk.locate(frame, expression.nameAt), expression), state)
}

/** Keys are strings, or the class of the command or event object. */
export function sameKey(published: Value, subscribed: Value): boolean {
  for (const a of optionsOf(published)) {
    for (const b of optionsOf(subscribed)) {
      if (a.kind === 'constants' && b.kind === 'constants' && a.options.some((option) => b.options.includes(option))) return true
      if (a.kind === 'text' && b.kind === 'text' && a.pattern === b.pattern && a.pattern.replaceAll('{}', '').length > 2) return true
      if (a.kind === 'instance' && b.kind === 'class' && a.type === b.id) return true
    }
  }
  return false
}

function isRejected(value: Value): boolean {
  return value.kind === 'promise' && value.rejected
}

/** A retry wrapper tries the writes of its callback again; what still fails after the last try comes out. */
export function retry(walk: Walk, call: Call, effect: Of<'retry'>): Result[] {
  const { frame, expression, state } = call
  const callback = argument(call, effect.run)
  const at = walk.locate(frame, expression.nameAt)
  const inner: Result[] = []
  const results = walk.invoke(frame, callback, effect.again ? [tryAgain] : effect.bail ? [giveUp] : [], state, { ...call.exits, throws: inner }, null)
  const awaited = results.flatMap((result) => walk.awaitValue(frame, result, { ...call.exits, throws: inner }))
  const failed = inner.map((result): Result => {
    const { failure } = result.state
    const ended = optionsOf(result.value).every((option) => option.kind === 'function' && option.id === giveUp.id)
    if (failure !== null && state.failure === null && !ended) walk.writes.retry(failure, at, expression.text)
    const pending: State = failure === null ? result.state : { ...result.state, failure: { ...failure, status: 'pending' } }
    return { state: pending, value: { kind: 'promise', value: unknown, rejected: true } }
  })
  return mergeResults([...awaited.map((result) => ({ state: result.state, value: promiseOf(result.value) })), ...failed])
}

/** A durable step is tried again by its engine; its compensation runs when a later step fails. */
export function step(walk: Walk, call: Call, effect: Of<'step'>): Result[] {
  const work = argument(call, effect.run)
  const compensation = effect.compensate === null ? null : argument(call, effect.compensate)
  return inStep(walk, call, (exits) => walk.invoke(call.frame, work, [], call.state, exits, null), effect.retries, compensation)
}

/** The call is a step of its own. */
export function asStep(walk: Walk, call: Call, run: (exits: Exits) => Result[]): Result[] {
  return inStep(walk, call, run, true, null)
}

function inStep(walk: Walk, call: Call, run: (exits: Exits) => Result[], retries: boolean, compensation: Value | null): Result[] {
  const { frame, expression, state } = call
  const at = walk.locate(frame, expression.nameAt)
  const inner: Result[] = []
  const exits: Exits = { ...call.exits, throws: inner }
  const awaited = run(exits).flatMap((result) => walk.awaitValue(frame, result, exits))
  const failed = inner.flatMap((result): Result[] => {
    const { failure } = result.state
    if (failure === null) return []
    const mechanised: State = {
      ...result.state,
      failure: {
        ...(retries && state.failure === null ? addMechanism(failure, { kind: 'job', at, what: expression.text }) : failure),
        status: 'pending',
      },
    }
    const compensated = compensation === null ? [{ state: mechanised, value: unknown }] : walk.invoke(frame, compensation, [], mechanised, call.exits, null)
    return compensated.map((after) => ({ state: after.state, value: { kind: 'promise', value: unknown, rejected: true } }))
  })
  return mergeResults([...awaited.map((result) => ({ state: result.state, value: promiseOf(result.value) })), ...failed])
}

/** Runs after the answer: what fails there, nobody learns of. */
export function defer(walk: Walk, call: Call, effect: Of<'defer' | 'later'>): Result[] {
  const { frame, state } = call
  const work = argument(call, effect.run)
  if (!optionsOf(work).some((option) => option.kind === 'function')) return [{ state, value: unknown }]
  const inner: Result[] = []
  const triedBefore = walk.writes.retriesSoFar
  const results = walk.invoke(frame, work, [], state, { ...call.exits, throws: inner }, null)
  if (walk.writes.retriesSoFar > triedBefore) walk.advise('retry-not-durable', walk.locate(frame, call.expression.nameAt), call.expression.text)
  const lost = [...results, ...inner].map((result): Result => {
    const { failure } = result.state
    // What has failed before goes its own way: what a timer settles or throws comes later, if at all.
    if (state.failure !== null && failure !== null)
      return { state: { ...result.state, env: state.env, failure: { ...failure, status: state.failure.status } }, value: unknown }
    return {
      state: failure === null || failure.status === 'handled' ? result.state : { ...result.state, failure: { ...failure, status: 'pending' } },
      value: unknown,
    }
  })
  return mergeResults(lost)
}
