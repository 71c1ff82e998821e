/** `new Promise((resolve, reject) => …)`: what the executor, or a callback in it, settles the promise with is what waiting for it gives. */
import type { FunctionId, VariableId } from '../facts/ir'
import type { Result, State } from './state'
import { absent, promiseOf, unknown, type Value } from './values'
import type { Call, Walk } from './walk'

interface Settler {
  /** Variable of the promise, which keeps how it was settled. */
  readonly promise: VariableId
  readonly rejects: boolean
}

export function newPromise(walk: Walk, call: Call, executor: Value): Result[] {
  const { frame, expression, state, exits } = call
  const promise = `promise:${frame.fn.file}#${String(expression.nameAt.start)}` as VariableId
  const fresh: State = { ...state, env: state.env.set(promise, unknown) }
  const settle = [settler({ promise, rejects: false }), settler({ promise, rejects: true })]
  return walk.invoke(frame, executor, settle, fresh, exits, null).map((after) => {
    const value = after.state.env.get(promise) ?? unknown
    if (value.kind !== 'unknown') return { state: after.state, value }
    return { state: after.state, value: after.value.kind === 'undefined' ? promiseOf(unknown) : after.value }
  })
}

/** No functions of the workspace have such ids. */
function settler({ promise, rejects }: Settler): Value {
  return { kind: 'function', id: `${rejects ? 'reject' : 'resolve'} ${promise}` as FunctionId, bound: null, self: null }
}

export function settlerOf(id: FunctionId): Settler | null {
  const [, verb, promise] = /^(resolve|reject) (promise:.+)$/s.exec(id) ?? []
  return promise === undefined ? null : { promise: promise as VariableId, rejects: verb === 'reject' }
}

/**
 * The first call counts. A `reject` counts where something has failed: a timer's, or one that is handed to an emitter, may never come, and of
 * code that rejects for a reason of its own it is left open.
 */
export function settled(state: State, { promise, rejects }: Settler, args: readonly Value[]): State {
  const { failure } = state
  const known = state.env.get(promise)
  if (known !== undefined && known.kind !== 'unknown') return state
  if (!rejects) return { ...state, env: state.env.set(promise, promiseOf(args[0] ?? absent)) }
  if (failure === null) return state
  return { ...state, env: state.env.set(promise, promiseOf(args[0] ?? unknown, true)), failure: { ...failure, status: 'pending' } }
}
