/** What comparisons tell: the provider's event, the payment's state, a row's state, a signature, or plain constants. */
import type { Location } from '../base/location'
import type { Expression } from '../facts/ir'
import { ownersOfEvents } from './eventNames'
import { negate, type Refinement } from './refinement'
import { constant, optionsOf, truthOf, unknown, type Constant, type Value } from './values'
import type { Frame, Walk } from './walk'
import { genericUnpaid, meaningOfField, meaningOfState } from './words'

type Comparison = Extract<Expression, { kind: 'compare' }>

export function compareValues(walk: Walk, frame: Frame, expression: Comparison, left: Value, right: Value): Value {
  const { operator } = expression
  if (operator === 'in') {
    if (right.kind !== 'object') return unknown
    const names = [...right.properties.keys()]
    const value = membership(walk, frame, names, left, walk.locate(frame, expression.at), expression.left)
    return right.open && truthOf(value) === false ? unknown : value
  }
  if (operator === 'instanceof') return instanceOf(left, right)
  const equality = operator === '===' || operator === '!=='
  if (!equality) return size(expression, left, right)
  const value = equals(walk, frame, expression, left, right)
  if (operator === '===') return value
  const truth = truthOf(value)
  if (truth !== null) return constant(!truth)
  return value.kind === 'condition' ? { kind: 'condition', refinement: negate(value.refinement) } : unknown
}

/** An object made by `new X()` is an X; of any other class nothing is said, for it may be above or below. */
function instanceOf(left: Value, right: Value): Value {
  // `if (error instanceof Response) return error`: a failed write throws no answer.
  if (right.kind === 'client' && left.kind === 'error' && left.failure && !/error|exception/i.test(right.type ?? 'error')) return constant(false)
  if (right.kind !== 'class') return unknown
  if (left.kind === 'error' && left.failure) return constant(false)
  return left.kind === 'instance' && left.type === right.id ? constant(true) : unknown
}

function equals(walk: Walk, frame: Frame, expression: Comparison, left: Value, right: Value): Value {
  const at = walk.locate(frame, expression.at)
  // The error of a failed write is of no class and has no code that the code could ask for: a lost connection, say.
  if ((left.kind === 'error' && left.failure && right.kind === 'constants') || (right.kind === 'error' && right.failure && left.kind === 'constants'))
    return constant(false)
  const digest = left.kind === 'digest' ? left : right.kind === 'digest' ? right : null
  if (digest !== null) return signature(walk, frame, digest, at)
  const [subject, constants] = right.kind === 'constants' ? [left, right] : left.kind === 'constants' ? [right, left] : [left, null]
  const subjectExpression = subject === left ? expression.left : expression.right
  if (constants !== null) {
    const strings = constants.options.filter((option): option is string => typeof option === 'string')
    if (subject.kind === 'constants' || subject.kind === 'undefined')
      return compareConstants(subject.kind === 'constants' ? subject.options : [undefined], constants.options)
    if (strings.length > 0) return membership(walk, frame, strings, subject, at, subjectExpression)
    return compareWithFlag(subject, constants.options)
  }
  if (left.kind === 'undefined' || right.kind === 'undefined') return againstNothing(left.kind === 'undefined' ? right : left)
  const leftRow = rowIn(left)
  const row = leftRow ?? rowIn(right)
  if (row !== null && row.field !== null) {
    // The row already holds this payment's or event's id: the work was done before.
    const other = row === leftRow ? right : left
    const means = other.kind === 'payment' || other.kind === 'event' ? 'done' : 'unknown'
    return condition({ kind: 'field', table: row.table, field: row.field, readAt: row.at, means })
  }
  return unknown
}

/** `x === true`, `x === null`, `x === 0`. */
function compareWithFlag(subject: Value, options: readonly Constant[]): Value {
  const [option] = options
  if (options.length !== 1 || option === undefined) return unknown
  if (option === null) return againstNothing(subject)
  if (option === 0 && subject.kind === 'row' && subject.field === null) return condition(negate({ kind: 'found', table: subject.table, readAt: subject.at }))
  if (typeof option !== 'boolean') return unknown
  const truth = truthOf(subject)
  if (truth !== null) return constant(truth === option)
  const refinement = truthRefinement(subject)
  return refinement === null ? unknown : condition(option ? refinement : negate(refinement))
}

function againstNothing(subject: Value): Value {
  const truth = truthOf(subject)
  if (subject.kind === 'undefined') return constant(true)
  if (truth === true) return constant(false)
  if (subject.kind === 'row' && subject.field === null) return condition(negate({ kind: 'found', table: subject.table, readAt: subject.at }))
  if (subject.kind === 'row' && subject.field !== null)
    return condition(negate({ kind: 'field', table: subject.table, field: subject.field, readAt: subject.at, means: meaningOfField(subject.field) }))
  return unknown
}

/** What it tells that a value is true; null when nothing. */
export function truthRefinement(value: Value): Refinement | null {
  switch (value.kind) {
    case 'condition':
      return value.refinement
    case 'row':
      if (value.field === null || value.field === 'exists') return { kind: 'found', table: value.table, readAt: value.at }
      // `snapshot.empty`
      if (value.field === 'empty') return negate({ kind: 'found', table: value.table, readAt: value.at })
      return { kind: 'field', table: value.table, field: value.field, readAt: value.at, means: meaningOfField(value.field) }
    case 'choice': {
      const [only, ...others] = value.options.map(truthRefinement).filter((refinement) => refinement !== null)
      return only !== undefined && others.length === 0 ? only : null
    }
    default:
      return null
  }
}

function compareConstants(left: readonly (Constant | undefined)[], right: readonly Constant[]): Value {
  const possible = left.some((a) => right.some((b) => a === b || (a === undefined && b === null)))
  if (!possible) return constant(false)
  return left.length === 1 && right.length === 1 ? constant(true) : unknown
}

/** The row among the alternatives: `row?.field ?? null` still is the row's. */
function rowIn(value: Value): Extract<Value, { kind: 'row' }> | null {
  return optionsOf(value).find((option) => option.kind === 'row') ?? null
}

/** `.length > 0`, `count >= 1`. */
function size(expression: Comparison, left: Value, right: Value): Value {
  const [leftRow, rightRow] = [rowIn(left), rowIn(right)]
  const [row, bound, flipped] = leftRow !== null ? [leftRow, right, false] : rightRow !== null ? [rightRow, left, true] : [null, left, false]
  if (row !== null && row.field !== null) return condition({ kind: 'field', table: row.table, field: row.field, readAt: row.at, means: 'unknown' })
  if (row === null || bound.kind !== 'constants') return unknown
  const [value] = bound.options
  const found: Refinement = { kind: 'found', table: row.table, readAt: row.at }
  const operator = flipped ? ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as Record<string, string>)[expression.operator] : expression.operator
  if ((operator === '>' && value === 0) || (operator === '>=' && value === 1)) return condition(found)
  return (operator === '<' && value === 1) || (operator === '<=' && value === 0) ? condition(negate(found)) : unknown
}

/** The subject is one of these strings: by `===`, `includes`, `has`, `in` or a `case`. */
export function membership(walk: Walk, frame: Frame, names: readonly string[], subject: Value, at: Location, subjectExpression: Expression): Value {
  const alternatives = optionsOf(subject)
  for (const option of alternatives) {
    switch (option.kind) {
      case 'eventType':
        return condition({ kind: 'event', names, prefixes: [], at, provider: option.provider })
      case 'status': {
        const says = statusSays(option, names)
        const what = `${option.text} === ${names.map((name) => `'${name}'`).join(' | ')}`
        if (says !== null) return condition({ kind: 'status', says, at, what, provider: option.provider })
        // An active subscription proves no payment, but one that is not active is not paid: all its other states say so.
        if (names.some((name) => spelling(name) === 'active')) return condition(negate({ kind: 'status', says: 'unpaid', at, what, provider: option.provider }))
        // Another provider's words, where the payment may be any of several providers'.
        if (alternatives.length === 1) return unknown
        break
      }
      case 'row':
        return option.field === null
          ? unknown
          : condition({ kind: 'field', table: option.table, field: option.field, readAt: option.at, means: commonMeaning(names) })
      case 'constants':
        // `header ?? ''`: the default alone decides nothing.
        if (alternatives.length === 1) return compareConstants(option.options, names)
        break
      default:
        break
    }
  }
  const provider = eventVocabulary(walk, frame, names, subjectExpression)
  return provider === null ? unknown : condition({ kind: 'event', names, prefixes: [], at, provider })
}

/** PayPal's `approved` is paid and its `APPROVED` is not: the exact word decides before its spelling is let go. */
function statusSays(status: Extract<Value, { kind: 'status' }>, names: readonly string[]): 'paid' | 'unpaid' | 'free' | null {
  // Stripe's Checkout that only stores a card.
  if (status.text === 'mode') return names.every((name) => name === 'setup') ? 'free' : null
  const unpaid = [...status.unpaid, ...genericUnpaid].map(spelling)
  if (names.some((name) => status.paid.includes(name))) return 'paid'
  // A set says unpaid only as a whole: `['active', 'trialing']` does not.
  if (names.every((name) => status.unpaid.includes(name))) return 'unpaid'
  const paid = status.paid.map(spelling)
  if (names.some((name) => paid.includes(spelling(name)) && !status.unpaid.includes(name))) return 'paid'
  return names.every((name) => unpaid.includes(spelling(name))) ? 'unpaid' : null
}

/** `SALE AUTHORISED` is written `SALE_AUTHORISED` in a tag. */
function spelling(word: string): string {
  return word.toLowerCase().replaceAll(/[\s-]/g, '_')
}

function commonMeaning(names: readonly string[]): 'done' | 'pending' | 'unknown' {
  const meanings = new Set(names.map(meaningOfState))
  const [only] = meanings
  return meanings.size === 1 && only !== undefined ? only : 'unknown'
}

/**
 * An untyped value compared with a provider's event names is that provider's event type, if the file speaks of the provider
 * and the value is called like one. Without the provider's word, the name must be nobody else's. Returns the provider.
 */
export function eventVocabulary(walk: Walk, frame: Frame, names: readonly string[], subject: Expression): string | null {
  if (!looksLikeEventType(subject)) return null
  const spoken = walk.graph.files.get(frame.fn.file)?.providers ?? []
  for (const provider of walk.catalogue.providers) {
    if (!spoken.includes(provider.name) && !walk.senders.has(provider.name)) continue
    if (names.some((name) => provider.events.has(name))) return provider.name
  }
  if (!isEventProperty(subject)) return null
  const owners = ownersOfEvents(walk.catalogue.providers)
  for (const name of names) {
    const owner = owners.get(name)
    if (owner !== undefined) return owner
  }
  return null
}

/** `body.event`, `payload.type`. */
function isEventProperty(subject: Expression): boolean {
  return (
    (subject.kind === 'property' && /^(?:type|event)$|^event_?(?:type|name)$/i.test(subject.name)) ||
    (subject.kind === 'variable' && /^event(?:_?(?:type|name))?$/i.test(subject.name))
  )
}

function looksLikeEventType(subject: Expression): boolean {
  switch (subject.kind) {
    case 'variable':
    case 'property':
      return /^(?:type|event|kind|topic|action|name)$|event|webhook/i.test(subject.name)
    case 'element':
      return subject.key.kind === 'constant' && typeof subject.key.value === 'string' && /type|event|topic|action/i.test(subject.key.value)
    case 'call':
      return /event|type|topic|header/i.test(subject.text)
    default:
      return false
  }
}

/**
 * A keyed hash compared with what the sender gave: the sender is the provider that the file, or a caller's, speaks of; without one it is no payment.
 * Outside of webhooks, codes and links of our own are checked in the same way.
 */
export function signature(walk: Walk, frame: Frame, digest: Extract<Value, { kind: 'digest' }>, at: Location): Value {
  if (!digest.receipt && walk.entry.point.context !== 'webhook') return unknown
  for (let current: Frame | null = frame; current !== null; current = current.parent) {
    const [provider] = walk.graph.files.get(current.fn.file)?.providers ?? []
    if (provider === undefined) continue
    walk.senders.add(provider)
    return condition({ kind: 'signature', paid: digest.receipt, at, provider })
  }
  return unknown
}

function condition(refinement: Refinement): Value {
  return { kind: 'condition', refinement }
}
