/** Tests that ask whether a database handle is a transaction's: decided where it is known which connections are in one. */
import type { Expression } from '../facts/ir'
import type { State } from './state'
import { constant, optionsOf, type Value } from './values'

type Comparison = Extract<Expression, { kind: 'compare' }>

/** `db instanceof PgTransaction`, `'rollback' in db` (Drizzle), `'$transaction' in db` (Prisma's client has it, its handle has not). Null: another test. */
export function testsHandle({ operator, right }: Comparison, left: Value, subject: Value, state: State): Value | null {
  if (operator === 'instanceof') return isTransactionClass(right) ? answer(left, state, true) : null
  if (operator !== 'in' || left.kind !== 'constants') return null
  if (left.options.includes('rollback')) return answer(subject, state, true)
  return left.options.includes('$transaction') ? answer(subject, state, false) : null
}

/** Drizzle's `is(db, PgTransaction)`. */
export function isHandleCheck(
  { expression, arguments: [handle] }: { readonly expression: Extract<Expression, { kind: 'call' }>; readonly arguments: readonly Value[] },
  state: State,
): Value | null {
  const type = expression.arguments[1]?.value
  if (handle === undefined || type === undefined || !/^(?:.*\.)?is$/.test(expression.text)) return null
  return isTransactionClass(type) ? answer(handle, state, true) : null
}

function isTransactionClass(type: Expression): boolean {
  return (type.kind === 'variable' || type.kind === 'global' || type.kind === 'property') && type.name.endsWith('Transaction')
}

/** A client on a connection that no open transaction has is none's handle. */
function answer(value: Value, state: State, whenInside: boolean): Value | null {
  const inside = new Set(optionsOf(value).map((option) => (option.kind === 'client' ? state.open.some((open) => open.connection === option.connection) : null)))
  const [only] = inside
  return inside.size === 1 && only !== undefined && only !== null ? constant(only === whenInside) : null
}
