/** Transfer rules of the web: the status of the answer, and when it is sent. */
import type { ArgumentPath, Effect } from '../../models/effects'
import { thrown } from '../execute'
import type { Result } from '../state'
import { joinValues, numberOf, optionsOf, unknown, type Value } from '../values'
import { argument, type Call, type Walk } from '../walk'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

/** What a registration returns can be what it registered: `export const handler = middy(async (event) => …)`. */
export function registration(_walk: Walk, call: Call, effect: Of<'worker' | 'listen' | 'entry' | 'onEvent'>): Result[] {
  const run = effect.kind === 'onEvent' ? null : effect.run
  const handler = run === null ? unknown : argument(call, run)
  const functions = optionsOf(handler).filter((option) => option.kind === 'function')
  const input = effect.kind === 'entry' ? effect.input : null
  if (functions.length === 0) return [{ state: call.state, value: unknown }]
  return [{ state: call.state, value: input === null ? handler : functions.map((option): Value => ({ ...option, input })).reduce(joinValues) }]
}

/** `res.status(500)`: the code the answer will have. */
export function code(call: Call, effect: Of<'code'>): Result[] {
  return [{ state: { ...call.state, code: statusOf(call, argument(call, effect.status)) }, value: call.receiver }]
}

/** The first answer counts; later ones never leave. */
export function answer(walk: Walk, call: Call, effect: Of<'answer'>): Result[] {
  const { state, frame, expression } = call
  const status = effect.status === null ? (state.code ?? 200) : (statusOf(call, argument(call, effect.status)) ?? state.code)
  const value: Value = { kind: 'response', status }
  if (state.answer !== null) return [{ state, value }]
  return [{ state: { ...state, answer: { status, at: walk.locate(frame, expression.nameAt) } }, value }]
}

export function response(call: Call, effect: Of<'response'>): Result[] {
  return [{ state: call.state, value: { kind: 'response', status: statusAt(call, effect.status, effect.fallback) } }]
}

function statusAt(call: Call, path: ArgumentPath | null, fallback: number): number | null {
  if (path === null) return fallback
  const value = argument(call, path)
  if (value.kind === 'undefined') return fallback
  return statusOf(call, value)
}

/** A status that is worked out (`error.statusCode || 500`) where a failed write is being handled is taken to be an error's. */
function statusOf({ state }: Call, value: Value): number | null {
  const status = numberOf(value)
  if (status !== null || state.failure === null || state.failure.ids.size === 0) return status
  const certain = optionsOf(value).flatMap((option) => (option.kind === 'constants' ? option.options : []))
  return certain.some((option) => typeof option === 'number' && option < 400) ? null : 500
}

/** Helpers that never return: the framework turns what they throw into that status. */
export function throws(call: Call, effect: Of<'throws'>): Result[] {
  const status = statusAt(call, effect.status, effect.fallback)
  if (call.state.failure !== null) call.exits.throws.push(thrown({ state: call.state, value: { kind: 'error', failure: false, status } }))
  return []
}
