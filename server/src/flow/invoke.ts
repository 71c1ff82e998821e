/** Calls functions of the workspace: binds arguments, executes the body, and brings results, throws and rejections back. */
import type { FunctionFacts, FunctionId, VariableId } from '../facts/ir'
import { bind } from './bind'
import { leave, within } from './effects/transactions'
import type { Memo } from './memo'
import type { ChainStep } from './result'
import { mergeResults, mergeThrown } from './results'
import { atDepth, type OpenTransaction, type Result, type State } from './state'
import { absent, boundKey, joinValues, optionsOf, promiseOf, settled, unknown, valueKey, type Value } from './values'
import { noExits, type Exits, type Frame, type Walk } from './walk'

const DEEPEST = 48
const MOST_NESTED = 2

/** What invocation needs beside the walk: what is worth entering, and results of earlier calls in the same context. */
export interface InvokeContext {
  readonly memo: Memo
  /** Something that matters after a payment may happen in it. */
  isInteresting(id: FunctionId): boolean
  /** A payment may be confirmed in it. */
  mayConfirm(id: FunctionId): boolean
  /** Short enough to be entered for its value alone. */
  isSmall(id: FunctionId): boolean
  /** Every variable that the function and those inside it mention. */
  mentioned(id: FunctionId): readonly VariableId[]
}

export function invoke(
  walk: Walk,
  cx: InvokeContext,
  from: Frame,
  callee: Value,
  args: readonly Value[],
  state: State,
  exits: Exits,
  step: ChainStep | null,
  self: Value = absent,
): Result[] {
  const results: Result[] = []
  let missed = false
  for (const option of optionsOf(callee)) {
    const fn = option.kind === 'function' ? walk.graph.functionOf(option.id) : undefined
    if (option.kind !== 'function' || fn === undefined) missed = true
    else results.push(...invokeInside(walk, cx, from, fn, option, handedOver(option, args), state, exits, step, option.self ?? self))
  }
  if (missed && results.length === 0) results.push({ state, value: unknown })
  return mergeResults(results)
}

/** A procedure called from code gets its argument wrapped, as the framework's options. */
function handedOver({ input }: Extract<Value, { kind: 'function' }>, args: readonly Value[]): readonly Value[] {
  return input === undefined ? args : [{ kind: 'object', properties: new Map([[input, args[0] ?? unknown]]), open: true }]
}

/** A decorated method, or a function that a driver wrapped, runs in its transaction. */
const invokeInside: typeof invokeFunction = (walk, cx, from, fn, callee, args, state, exits, step, self) => {
  const open = callee.inside ?? transactionAround(walk, fn)
  if (open === null || state.open.some((other) => other.connection === open.connection))
    return invokeFunction(walk, cx, from, fn, callee, args, state, exits, step, self)
  const inner: Exits = { ...exits, throws: [] }
  const results = within(walk, open, state, (entered) => invokeFunction(walk, cx, from, fn, callee, args, entered, inner, step, self))
  exits.throws.push(...inner.throws.map((result) => ({ ...result, state: leave(walk, open, result.state, state) })))
  return results
}

function transactionAround(walk: Walk, fn: FunctionFacts): OpenTransaction | null {
  for (const { at, name, effects } of fn.decorators) {
    if (!effects.some(({ effect }) => effect.kind === 'transaction')) continue
    return {
      connection: `${fn.id}@${name}` as OpenTransaction['connection'],
      ambient: true,
      at: walk.graph.locate(fn.file, at),
      what: `@${name}`,
      manual: false,
    }
  }
  return null
}

function invokeFunction(
  walk: Walk,
  cx: InvokeContext,
  from: Frame,
  fn: FunctionFacts,
  callee: Extract<Value, { kind: 'function' }>,
  args: readonly Value[],
  state: State,
  exits: Exits,
  step: ChainStep | null,
  self: Value,
): Result[] {
  const asValue = (value: Value): Value => (fn.async ? promiseOf(value) : value)
  if (isRunning(from, callee, self) || from.depth >= DEEPEST)
    return recur(walk, from, fn, state, step).map((result) => ({ ...result, value: asValue(result.value) }))
  const relevant = relevance(cx, state)
  if (!leadsTo(callee, relevant) && !args.some((value) => carries(value, relevant)) && !cx.isSmall(fn.id)) return [{ state, value: asValue(unknown) }]
  const frame: Frame = { fn, self, depth: from.depth + 1, parent: from, step, arguments: args, bound: callee.bound }
  const remembered = cx.memo.recall(walk, frame, state)
  if (remembered !== null) {
    exits.throws.push(...remembered.throws)
    return remembered.returns.map((result) => withOwnGuards(result, state))
  }
  const record = cx.memo.begin(frame, state)
  const inner = noExits()
  const left = (after: State): State => {
    const shallow = atDepth(after, from.depth)
    return fn.enclosing === null ? { ...shallow, env: shallow.env.leaving(state.env, (id) => isWithin(fn, id)) } : shallow
  }
  const starts = bindParameters(walk, frame, fn, args, state, inner)
  const fallen = walk.execute(frame, fn.body, starts, inner)
  const returns = [...inner.returns, ...fallen.map((after) => ({ state: after, value: absent }))]
  const settledReturns = fn.async ? returns.flatMap((result) => resolved(walk, frame, result, inner)) : returns
  const throws = mergeThrown(inner.throws)
  const results = mergeResults([
    ...settledReturns.map((result) => ({ state: left(result.state), value: asValue(escaping(cx, result.value, result.state, fn)) })),
    ...(fn.async ? throws.map((result) => rejected({ ...result, state: left(result.state) }, from.depth)) : []),
  ])
  const uncaught = fn.async ? [] : throws.map((result) => ({ ...result, state: left(result.state) }))
  cx.memo.finish(record, { returns: results, throws: uncaught })
  exits.throws.push(...uncaught)
  return results.map((result) => withOwnGuards(result, state))
}

/** The caller goes on after a callee that turned back. */
function withOwnGuards(result: Result, { turningBack }: State): Result {
  return result.state.turningBack === turningBack ? result : { ...result, state: { ...result.state, turningBack } }
}

/** A variable of the function, or of one inside it. */
function isWithin(fn: FunctionFacts, id: VariableId): boolean {
  const hash = id.lastIndexOf('#')
  if (hash !== fn.file.length || !id.startsWith(fn.file)) return false
  const start = Number(id.slice(hash + 1))
  return start >= fn.at.start && start < fn.at.end
}

/** Before anything is paid only what may confirm a payment matters; afterwards, whatever writes, protects or answers. */
function relevance(cx: InvokeContext, state: State): (id: FunctionId) => boolean {
  const untouched = state.event === null && state.held.length === 0 && state.failure === null
  return untouched ? (id) => cx.mayConfirm(id) : (id) => cx.isInteresting(id)
}

/** The function, or one that it has closed over: `(req, res) => handler(req, res)` of a wrapper. */
export function leadsTo(callee: Extract<Value, { kind: 'function' }>, relevant: (id: FunctionId) => boolean, depth = 3): boolean {
  if (relevant(callee.id)) return true
  if (depth === 0 || callee.bound === null) return false
  return [...callee.bound.values()].flatMap(optionsOf).some((value) => value.kind === 'function' && leadsTo(value, relevant, depth - 1))
}

/** An argument brings code that matters, or a failure that the callee may look at. */
function carries(value: Value, relevant: (id: FunctionId) => boolean): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind === 'function') return relevant(option.id)
    if (option.kind === 'promise') return option.rejected
    return option.kind === 'object' && [...option.properties.values()].some((part) => part.kind === 'function' && relevant(part.id))
  })
}

/** Of another object, or with other variables closed over, it is no recursion: one state machine's transition starts another's. */
function isRunning(from: Frame, callee: Extract<Value, { kind: 'function' }>, self: Value): boolean {
  let nested = 0
  for (let frame: Frame | null = from; frame !== null; frame = frame.parent) {
    if (frame.fn.id !== callee.id) continue
    nested += 1
    if (nested > MOST_NESTED || surroundings(frame.self, frame.bound) === surroundings(self, callee.bound)) return true
  }
  return false
}

function surroundings(self: Value, bound: Frame['bound']): string {
  return `${valueKey(self)};${boundKey(bound)}`
}

/** Recursion is cut. A failed state that calls again the function in which its write failed tries that write again. */
function recur(walk: Walk, from: Frame, fn: FunctionFacts, state: State, step: ChainStep | null): Result[] {
  const { failure } = state
  if (failure === null || failure.ids.size === 0) return [{ state, value: unknown }]
  const again = [...failure.ids].filter((id) => {
    const { write, inside } = walk.writes.instanceOf(id)
    return inside.includes(fn.id) || write.site.startsWith(fn.file)
  })
  if (again.length > 0) walk.writes.retry({ ...failure, ids: new Set(again) }, step?.at ?? walk.locate(from, from.fn.nameAt), `${fn.name} calls itself again`)
  return [{ state, value: unknown }]
}

function bindParameters(walk: Walk, frame: Frame, fn: FunctionFacts, args: readonly Value[], state: State, exits: Exits): State[] {
  let states = [state]
  fn.parameters.forEach((parameter, i) => {
    const given: Value = parameter.rest ? { kind: 'array', items: args.slice(i), rest: null } : (args[i] ?? (frame.step === null ? unknown : absent))
    const value: Value =
      given.kind === 'unknown' && parameter.type !== undefined ? { kind: 'client', type: parameter.type, connection: null, table: null } : given
    states = states.flatMap((current) => bind(walk, frame, parameter.pattern, value, current, exits))
  })
  return states
}

/** An async function that returns a promise or a builder waits for it. */
function resolved(walk: Walk, frame: Frame, result: Result, exits: Exits): Result[] {
  return result.value.kind === 'lazy' || result.value.kind === 'promise' ? walk.awaitValue(frame, result, exits) : [result]
}

function rejected(result: Result, depth: number): Result {
  const state = atDepth(result.state, depth)
  const { failure } = state
  return {
    state: failure === null ? state : { ...state, failure: { ...failure, status: 'pending' } },
    value: { kind: 'promise', value: settled(result.value), rejected: true },
  }
}

/** Closures that leave their activation take the variables they mention with them. */
function escaping(cx: InvokeContext, value: Value, state: State, fn: FunctionFacts, depth = 2): Value {
  switch (value.kind) {
    case 'function': {
      if (value.bound !== null || !value.id.startsWith(fn.file)) return value
      const bound = state.env.pick(cx.mentioned(value.id))
      return bound.size === 0 ? value : { ...value, bound }
    }
    case 'object':
      return depth === 0
        ? value
        : { ...value, properties: new Map([...value.properties].map(([key, property]) => [key, escaping(cx, property, state, fn, depth - 1)])) }
    case 'instance':
      return depth === 0 || value.fields.size === 0
        ? value
        : { ...value, fields: new Map([...value.fields].map(([key, field]) => [key, escaping(cx, field, state, fn, depth - 1)])) }
    case 'array':
      return depth === 0 ? value : { ...value, items: value.items.map((item) => escaping(cx, item, state, fn, depth - 1)) }
    case 'promise':
      return { ...value, value: escaping(cx, value.value, state, fn, depth) }
    case 'choice':
      return value.options.map((option) => escaping(cx, option, state, fn, depth)).reduce(joinValues)
    default:
      return value
  }
}
