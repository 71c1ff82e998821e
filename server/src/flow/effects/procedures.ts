/** Transfer rule of functions that the code names by reference: Convex's `ctx.runMutation(internal.orders.pay, …)`. */
import type { Effect } from '../../models/effects'
import type { Result } from '../state'
import { optionsOf, promiseOf, unknown } from '../values'
import { argument, type Call, type Walk } from '../walk'
import { write } from './stores'
import { atomically, newConnection, runInside } from './transactions'

export function procedure(walk: Walk, call: Call, effect: Extract<Effect, { kind: 'procedure' }>, library: string): Result[] {
  const { frame, expression, state, exits } = call
  const run = argument(call, effect.run)
  if (!optionsOf(run).some((option) => option.kind === 'function')) {
    return effect.atomic ? atomically(walk, call, (inner) => write(walk, inner, unknownWrite(effect), library)) : [{ state, value: promiseOf(unknown) }]
  }
  const args = [unknown, argument(call, effect.input)]
  const at = walk.locate(frame, expression.nameAt)
  const step = { at, call: expression.text }
  if (!effect.atomic) return walk.invoke(frame, run, args, state, exits, step)
  return runInside(walk, call, { connection: newConnection(call), ambient: true, at, what: expression.text, manual: false }, run, args, step)
}

/** Nobody can tell what the function does: as a whole, it may write. */
function unknownWrite({ run, input }: Extract<Effect, { kind: 'procedure' }>): Extract<Effect, { kind: 'write' }> {
  return {
    kind: 'write',
    form: 'unknown',
    lazy: 'eager',
    errors: 'throw',
    table: { from: 'argument', argument: run },
    where: null,
    data: input,
    join: null,
    idempotent: 'by-form',
  }
}
