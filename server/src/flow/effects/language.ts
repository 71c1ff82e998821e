/** Transfer rules of the language's own library: iteration, promises, membership. */
import type { CallExpression } from '../../facts/ir'
import type { Effect } from '../../models/effects'
import { membership } from '../compare'
import { elementOf } from '../execute'
import { newPromise } from '../newPromise'
import { mergeResults } from '../results'
import { anyRejection, caughtAt, flavourOf, joinStates, type Result, type State } from '../state'
import { absent, constant, joinValues, optionsOf, promiseOf, stringOf, truthOf, unknown, type Value } from '../values'
import { argument, type Call, type Walk } from '../walk'
import { itemsOf } from './transactions'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

/** The callback runs for each element. What it returns is kept (`map`) or dropped (`forEach`), and rejections with it. */
export function iterate(walk: Walk, call: Call, effect: Of<'iterate'>): Result[] {
  const { receiver, frame, state, exits, expression } = call
  const [callback = unknown] = call.arguments
  const elements = receiver.kind === 'array' && receiver.items.length > 0 && receiver.items.length <= 12 ? itemsOf(receiver) : [elementOf(receiver)]
  const perElement = effect.returns === 'accumulated' ? [elements[0] ?? unknown] : elements
  let partial: { state: State; values: readonly Value[] }[] = [{ state, values: [] }]
  for (const element of perElement) {
    partial = partial.flatMap((before) => {
      const args: Value[] = effect.returns === 'accumulated' ? [call.arguments[1] ?? unknown, element] : [element, unknown, receiver]
      return mergeResults(walk.invoke(frame, callback, args, before.state, exits, null)).map((result) => ({
        state: result.state,
        values: [...before.values, result.value],
      }))
    })
  }
  // `user.courses.some(…)`: a list inside a row is searched for what was done before.
  const searched = receiver.kind === 'row' && receiver.field !== null && expression.callee.kind === 'property' && expression.callee.name === 'some'
  return mergeResults(
    partial.map(({ state: after, values }) => ({
      state: after,
      value: searched ? alreadyIn(receiver, receiver.field) : iterated(effect.returns, receiver, values),
    })),
  )
}

function iterated(returns: Of<'iterate'>['returns'], receiver: Value, values: readonly Value[]): Value {
  switch (returns) {
    case 'mapped':
      return { kind: 'array', items: values, rest: receiver.kind === 'array' && receiver.rest === null ? null : unknown }
    case 'accumulated':
      return values[0] ?? unknown
    case 'element': {
      const element = elementOf(receiver)
      // What is certainly there in the list need not be the one that is looked for.
      return truthOf(element) === true ? joinValues(element, absent) : element
    }
    case 'self':
      return receiver.kind === 'array' ? { kind: 'array', items: [], rest: elementOf(receiver) } : receiver
    case 'nothing':
      return unknown
  }
}

/** `all` rejects when one does; `allSettled` never does: its results must be looked at. */
export function combine(walk: Walk, call: Call, effect: Of<'combine'>): Result[] {
  const { state, frame } = call
  const [list = unknown] = call.arguments
  let runs: readonly Run[] = [{ state, values: [], rejected: false }]
  let rejected = false
  const items = itemsOf(list)
  for (const item of items) {
    // `order && db.orders.update(…)`: where there is no builder, what else the item may be.
    const options = optionsOf(item)
    const builders = options.flatMap((option) => (option.kind === 'lazy' && !option.write.needsRun ? [option] : []))
    if (options.some((option) => option.kind === 'promise' && option.rejected)) rejected = true
    runs = runs.flatMap((before) => {
      const passed = builders.length < options.length || before.rejected ? [{ ...before, values: [...before.values, settledItem(item)] }] : []
      if (before.rejected) return passed
      // Builders in the list run now.
      const started = builders.flatMap((builder) =>
        walk
          .perform(frame, builder.write, before.state)
          .map((after) => ({ state: after.state, values: [...before.values, settledItem(after.value)], rejected: isRejected(after.value) })),
      )
      return [...started, ...passed]
    })
    if (builders.length > 0 && builders.length < options.length) runs = mergeRuns(runs)
  }
  // A list built by pushing promises is not tracked item by item: a pending failure is taken to be in it.
  if (!rejected && state.failure?.status === 'pending' && (items.length === 0 || list.kind !== 'array' || list.rest !== null)) rejected = true
  return runs.map((run) => {
    const fails = rejected || run.rejected
    if (effect.how === 'allSettled')
      return {
        state: fails ? handled(run.state) : run.state,
        value: promiseOf({
          kind: 'array',
          items: [],
          rest: fails
            ? {
                kind: 'object',
                properties: new Map([
                  ['status', constant('rejected')],
                  ['reason', { kind: 'error', failure: true, status: null }],
                ]),
                open: false,
              }
            : { kind: 'object', properties: new Map([['status', constant('fulfilled')]]), open: true },
        }),
      }
    return {
      state: run.state,
      value: promiseOf({ kind: 'array', items: run.values, rest: list.kind === 'array' ? list.rest : unknown }, fails),
    }
  })
}

/** The items of a list so far. */
interface Run {
  readonly state: State
  readonly values: readonly Value[]
  readonly rejected: boolean
}

/** With and without an item that only may be there, where that makes no difference for a failure. */
function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged = new Map<string, Run>()
  for (const run of runs) {
    const key = `${String(run.rejected)} ${flavourOf(run.state)}`
    const other = merged.get(key)
    merged.set(
      key,
      other === undefined
        ? run
        : {
            ...run,
            state: joinStates(other.state, run.state),
            values: run.values.map((value, index) => joinValues(other.values[index] ?? unknown, value)),
          },
    )
  }
  return [...merged.values()]
}

/** What a fulfilled item stands for in the list of results. */
function settledItem(item: Value): Value {
  if (item.kind === 'promise') return item.rejected ? unknown : item.value
  return item.kind === 'lazy' ? unknown : item
}

function isRejected(value: Value): boolean {
  return value.kind === 'promise' && value.rejected
}

function handled(state: State): State {
  return state.failure === null ? state : { ...state, failure: { ...state.failure, status: 'handled' } }
}

/** The receiver as a promise that is under way: a builder is run. */
function started(walk: Walk, call: Call): Result[] {
  const { receiver, state, frame } = call
  if (receiver.kind === 'lazy') return receiver.write.needsRun ? [{ state, value: receiver }] : walk.perform(frame, receiver.write, state)
  return [{ state, value: receiver }]
}

export function thenRun(walk: Walk, call: Call): Result[] {
  const { frame, exits } = call
  const [onValue, onError] = call.arguments
  return mergeResults(
    started(walk, call).flatMap((result) => {
      if (isRejected(result.value)) return onError === undefined ? [result] : runHandler(walk, call, onError, result)
      if (onValue === undefined || !hasFunction(onValue)) return [result]
      const throws: Result[] = []
      const value = result.value.kind === 'promise' ? result.value.value : result.value
      // What the handler throws rejects the promise that `then` returned.
      const results = walk.invoke(frame, onValue, [value], result.state, { ...exits, throws }, null)
      return [...results.map((after) => ({ state: after.state, value: promiseOf(after.value) })), ...throws.map(anyRejection)]
    }),
  )
}

function hasFunction(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind === 'function')
}

function runHandler(walk: Walk, call: Call, handler: Value, result: Result): Result[] {
  const { frame, exits, expression } = call
  const { failure } = result.state
  const state: State = failure === null ? result.state : { ...result.state, failure: caughtAt(failure, walk.locate(frame, expression.nameAt)) }
  const error: Value = { kind: 'error', failure: failure !== null && failure.ids.size > 0, status: null }
  if (!hasFunction(handler)) return handsOn(expression) ? [result] : [{ state, value: promiseOf(unknown) }]
  const throws: Result[] = []
  const results = walk.invoke(frame, handler, [error], state, { ...exits, throws }, null)
  return [...results.map((after) => ({ state: after.state, value: promiseOf(after.value) })), ...throws.map(anyRejection)]
}

/** `.catch(next)`: the framework, or whoever waits for the callback, is told. */
function handsOn(call: CallExpression): boolean {
  const handler = call.arguments[0]?.value
  return handler?.kind === 'variable' && /^(?:next|reject|done|cb|callback)$/.test(handler.name)
}

export function catchRejection(walk: Walk, call: Call): Result[] {
  const [handler = unknown] = call.arguments
  return mergeResults(started(walk, call).flatMap((result) => (isRejected(result.value) ? runHandler(walk, call, handler, result) : [result])))
}

export function finallyRun(walk: Walk, call: Call): Result[] {
  const [handler = unknown] = call.arguments
  return mergeResults(
    started(walk, call).flatMap((result) =>
      walk.invoke(call.frame, handler, [], result.state, call.exits, null).map((after) => ({ state: after.state, value: result.value })),
    ),
  )
}

/** `paidEvents.has(event.type)`, `['paid', 'complete'].includes(status)`; on look-ups and texts nothing is learnt. */
export function includes(walk: Walk, call: Call): Result[] {
  const { receiver, state, frame, expression } = call
  const [subject = unknown] = call.arguments
  const [subjectItem] = expression.arguments
  if (isFailure(receiver)) return [{ state, value: constant(false) }]
  if (receiver.kind === 'row' && receiver.field !== null && subject.kind !== 'constants') return [{ state, value: alreadyIn(receiver, receiver.field) }]
  if (subjectItem === undefined || (receiver.kind !== 'array' && receiver.kind !== 'object')) return [{ state, value: unknown }]
  const items: readonly Value[] = receiver.kind === 'array' ? receiver.items : [...receiver.properties.keys()].map(constant)
  const names = items.flatMap((item) => (item.kind === 'constants' ? item.options : [])).filter((option) => typeof option === 'string')
  if (names.length === 0) return [{ state, value: unknown }]
  return [{ state, value: membership(walk, frame, names, subject, walk.locate(frame, expression.at), subjectItem.value) }]
}

/** The error of a failed write says nothing that code could ask for by name: a lost connection, say. */
function isFailure(value: Value): boolean {
  return value.kind === 'error' && value.failure
}

/** `user.courses.includes(courseId)`: the row holds it, so the work was done before. */
function alreadyIn(row: Extract<Value, { kind: 'row' }>, field: string): Value {
  return { kind: 'condition', refinement: { kind: 'field', table: row.table, field, readAt: row.at, means: 'done' } }
}

export function startsWith(walk: Walk, call: Call): Result[] {
  const { receiver, state, frame, expression } = call
  if (isFailure(receiver)) return [{ state, value: constant(false) }]
  const prefix = stringOf(argument(call, { argument: 0, path: [] }))
  if (prefix === null) return [{ state, value: unknown }]
  const text = stringOf(receiver)
  if (text !== null) return [{ state, value: constant(text.startsWith(prefix)) }]
  const at = walk.locate(frame, expression.at)
  if (receiver.kind === 'eventType')
    return [{ state, value: { kind: 'condition', refinement: { kind: 'event', names: [], prefixes: [prefix], at, provider: receiver.provider } } }]
  const { callee } = expression
  const provider = callee.kind === 'property' ? walk.prefixProvider(frame, prefix, callee.object) : null
  return [{ state, value: provider === null ? unknown : { kind: 'condition', refinement: { kind: 'event', names: [], prefixes: [prefix], at, provider } } }]
}

/** Calls its argument at once and hands on the result. */
export function callArgument(walk: Walk, call: Call, effect: Of<'call'>): Result[] {
  const callback = argument(call, effect.run)
  if (walk.quiet) return [{ state: call.state, value: callback }]
  if (call.expression.form === 'new') return newPromise(walk, call, callback)
  return walk.invoke(call.frame, callback, [], call.state, call.exits, null)
}

export function pass(call: Call, effect: Of<'pass'>): Result[] {
  const value = argument(call, effect.argument)
  const [, source] = call.arguments
  // A copy with its class: `Object.assign(Object.create(Object.getPrototypeOf(this)), this)`.
  const copied = call.expression.text === 'Object.assign' && value.kind === 'unknown' && source?.kind === 'instance'
  return [{ state: call.state, value: copied ? source : value }]
}
