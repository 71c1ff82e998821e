/** What a provider's webhook receives is what the provider tells, even where nothing types or verifies it. */
import type { Expression } from '../facts/ir'
import type { Value } from './values'
import type { Frame, Walk } from './walk'

const bodyNames = new Set(['body', 'rawBody'])
const bodyMethods = new Set(['json', 'text', 'formData', 'parseBody', 'rawBody'])

/** `req.body`. Null where the sender is not one provider that the code names. */
export function bodyOfRequest(walk: Walk, frame: Frame, object: Expression, name: string): Value | null {
  return bodyNames.has(name) && isRequest(object) ? toldBy(walk, frame) : null
}

/** `await request.json()`. */
export function readBody(walk: Walk, frame: Frame, callee: Expression): Value | null {
  return callee.kind === 'property' && bodyMethods.has(callee.name) && isRequest(callee.object) ? toldBy(walk, frame) : null
}

/** What is told of money that leaves is no payment, whatever its state. */
const moneyOut = /payout|disburse|withdraw/i

/** By its route, its file or the folder that this is in. */
function isPayout(walk: Walk): boolean {
  const { what, at } = walk.entry.point
  return moneyOut.test(what) || moneyOut.test(at.file.split('/').slice(-2).join('/'))
}

function isRequest(expression: Expression): boolean {
  return (expression.kind === 'variable' || expression.kind === 'property') && /^_?(?:req|request|event)$/.test(expression.name)
}

function toldBy(walk: Walk, frame: Frame): Value | null {
  if (walk.quiet || walk.entry.point.context !== 'webhook' || isPayout(walk)) return null
  for (let current: Frame | null = frame; current !== null; current = current.parent) {
    if (moneyOut.test(current.fn.name)) return null
    const [provider, ...others] = walk.graph.files.get(current.fn.file)?.providers ?? []
    if (provider !== undefined) return others.length === 0 ? { kind: 'event', provider } : null
  }
  const [sender, ...others] = walk.senders
  return sender === undefined || others.length > 0 ? null : { kind: 'event', provider: sender }
}
