/** Values of the language's own collections and conversions, where the abstract value says more than `unknown`. */
import { signature } from './compare'
import { isHandleCheck } from './handles'
import { elementOf } from './properties'
import type { Expression } from '../facts/ir'
import type { Result, State } from './state'
import { absent, constant, promiseOf, stringOf, unknown, type Value } from './values'
import type { Call, Walk } from './walk'

/** Null: not a built-in that the walk knows. */
export function builtin(walk: Walk, call: Call): Result[] | null {
  const { expression, receiver, state, frame } = call
  const [argument = absent, second = unknown] = call.arguments
  const one = (value: Value): Result[] => [{ state, value }]
  if (expression.form === 'new') {
    if (expression.text === 'Set') return one(argument.kind === 'array' ? argument : { kind: 'array', items: [], rest: unknown })
    return expression.text === 'Map' ? one(tableOf(argument)) : null
  }
  switch (expression.text) {
    case 'Object.keys':
      return argument.kind === 'object'
        ? one({ kind: 'array', items: [...argument.properties.keys()].map(constant), rest: argument.open ? unknown : null })
        : null
    case 'Array.isArray':
      // Nobody asks of what a look-up returned unless it is a list.
      return argument.kind === 'array' || (argument.kind === 'row' && argument.field === null) ? one(constant(true)) : null
    case 'Object.values':
      return argument.kind === 'object' ? one({ kind: 'array', items: [...argument.properties.values()], rest: argument.open ? unknown : null }) : null
    case 'Object.entries':
      return argument.kind === 'object'
        ? one({
            kind: 'array',
            items: [...argument.properties].map(([key, value]) => ({ kind: 'array', items: [constant(key), value], rest: null })),
            rest: argument.open ? unknown : null,
          })
        : null
    default:
      break
  }
  const decided = isHandleCheck(call, state)
  if (decided !== null) return one(decided)
  const { callee } = expression
  const hashed = keyedHash(walk, call)
  if (hashed !== null) {
    // `hmac.update(…)` as a statement: the variable keeps what was hashed.
    const kept =
      hashed.kind === 'digest' && callee.kind === 'property' && callee.name === 'update' && callee.object.kind === 'variable' ? callee.object.id : null
    return kept === null ? one(hashed) : [{ state: { ...state, env: state.env.set(kept, hashed) }, value: hashed }]
  }
  if (callee.kind !== 'property') return null
  if (callee.name === 'get' && receiver.kind === 'object') return elementOf(walk, frame, receiver, argument, state, expression.at)
  const grown = callee.name === 'push' || callee.name === 'unshift' ? grownRow(state, receiver, callee.object) : null
  if (grown !== null) return [{ state: grown, value: unknown }]
  if (callee.object.kind !== 'variable') return null
  const { id } = callee.object
  const assigned = (value: Value): Result[] => [{ state: { ...state, env: state.env.set(id, value) }, value: unknown }]
  // `writes.push(…)`: the list keeps what it was given, so that a later `Promise.all(writes)` or batch finds it.
  if (callee.name === 'push' || callee.name === 'add') {
    if (receiver.kind === 'array') return assigned({ ...receiver, items: [...receiver.items, ...call.arguments] })
    return callee.name === 'push' && receiver.kind === 'unknown' ? assigned({ kind: 'array', items: [...call.arguments], rest: unknown }) : null
  }
  const key = callee.name === 'set' && receiver.kind === 'object' ? stringOf(argument) : null
  if (key !== null && receiver.kind === 'object') return assigned({ ...receiver, properties: new Map([...receiver.properties, [key, second]]) })
  return null
}

/** `user.courses.push(course)`: a list inside a loaded row grows with each run, so that saving the row twice adds twice. */
function grownRow(state: State, receiver: Value, list: Expression): State | null {
  if (receiver.kind !== 'row' || receiver.field === null || list.kind !== 'property' || list.object.kind !== 'variable') return null
  const { id } = list.object
  return state.env.get(id)?.kind === 'row' ? { ...state, env: state.env.set(id, { kind: 'derived', table: receiver.table }) } : null
}

/** `new Map([['invoice.paid', onPaid]])` is a table like an object. */
function tableOf(entries: Value): Value {
  if (entries.kind !== 'array') return { kind: 'object', properties: new Map(), open: true }
  const properties = new Map<string, Value>()
  let open = entries.rest !== null
  for (const entry of entries.items) {
    const [key, value] = entry.kind === 'array' ? entry.items : []
    const name = key === undefined ? null : stringOf(key)
    if (name === null) open = true
    else properties.set(name, value ?? unknown)
  }
  return { kind: 'object', properties, open }
}

/** Keyed hashes, however they are made and compared: Node's, the browser's and CryptoJS's. Null for any other call. */
function keyedHash(walk: Walk, call: Call): Value | null {
  const { expression, receiver, frame } = call
  const name = expression.text.slice(expression.text.lastIndexOf('.') + 1)
  const fromKey = name === 'createHmac' || /^hmacSHA\d+$/i.test(name) || (name === 'sign' && /\bsubtle\.sign$/.test(expression.text))
  if (fromKey) return { kind: 'digest', receipt: call.arguments.some(isReceipt) }
  if (receiver.kind === 'digest' && name === 'update') return { kind: 'digest', receipt: call.arguments.some(isReceipt) }
  const digest = [receiver, ...call.arguments].find((value) => value.kind === 'digest')
  if (digest !== undefined && /^(?:timingSafeEqual|(?:safe|secure|constantTime)?_?(?:compare|equals?)|tsscmp|scmp)$/i.test(name))
    return signature(walk, frame, digest, walk.locate(frame, expression.at))
  if (name === 'verify' && /\bsubtle\.verify$/.test(expression.text))
    return promiseOf(signature(walk, frame, { kind: 'digest', receipt: false }, walk.locate(frame, expression.at)))
  return null
}

/** `${orderId}|${paymentId}`. */
function isReceipt(value: Value): boolean {
  return value.kind === 'text' && /^\{\}\|\{\}$/.test(value.pattern)
}
