/** Reads properties and elements of abstract values. */
import type { Span } from '../base/location'
import type { CatalogueEffect } from '../models/effects'
import type { Expression, MemberReference } from '../facts/ir'
import { refine } from './refine'
import { bodyOfRequest } from './requestBody'
import type { Result, State } from './state'
import { absent, constant, joinValues, numberOf, optionsOf, stringOf, unknown, type Value } from './values'
import type { Frame, Walk } from './walk'
import { genericPaid, genericUnpaid } from './words'

type PropertyExpression = Extract<Expression, { kind: 'property' }>

/** The value of `object.name`, where tags of the declared property say more than the object's value. */
export function propertyOf(walk: Walk, frame: Frame, object: Value, expression: PropertyExpression): Value {
  const tagged = fromTags(walk, frame, object, expression)
  if (tagged !== null) return tagged
  const value = propertyByName(walk, frame, object, expression.name, expression.nameAt)
  if (value.kind !== 'unknown') return value
  if (expression.member === null) return bodyOfRequest(walk, frame, expression.object, expression.name) ?? value
  return memberValue(walk, frame, object, expression.member)
}

function fromTags(walk: Walk, frame: Frame, object: Value, expression: PropertyExpression): Value | null {
  for (const { library, effect } of effectsOn(walk, object, expression)) {
    const at = walk.locate(frame, expression.nameAt)
    if ((effect.kind === 'status' || effect.kind === 'isPaid') && object.kind === 'payment' && object.fresh === true) return unknown
    switch (effect.kind) {
      case 'eventType':
        return { kind: 'eventType', provider: library }
      case 'status':
        return { kind: 'status', provider: library, paid: effect.paid, unpaid: effect.unpaid, at, text: expression.name }
      case 'isPaid':
        return { kind: 'condition', refinement: { kind: 'status', says: effect.not ? 'unpaid' : 'paid', at, what: expression.name, provider: library } }
      case 'derive':
        if (object.kind === 'client')
          return {
            kind: 'client',
            type: memberType(walk, object, expression.name) ?? expression.type ?? object.type,
            connection: object.connection,
            table: object.table,
          }
        break
      default:
        break
    }
  }
  return null
}

function effectsOn(walk: Walk, object: Value, expression: PropertyExpression): readonly CatalogueEffect[] {
  if (expression.effects.length > 0 || object.kind !== 'client' || object.type === null) return expression.effects
  return walk.catalogue.member(object.type, expression.name)?.effects ?? []
}

function memberType(walk: Walk, object: Extract<Value, { kind: 'client' }>, name: string): Extract<Value, { kind: 'client' }>['type'] {
  return object.type === null ? null : (walk.catalogue.member(object.type, name)?.result ?? null)
}

export function propertyByName(walk: Walk, frame: Frame, object: Value, name: string, at?: Span): Value {
  switch (object.kind) {
    case 'object':
      return object.properties.get(name) ?? (object.open ? unknown : absent)
    case 'module': {
      const exported = walk.graph.exportsOf(object.file)
      const expression = exported.get(name) ?? (name === 'default' ? exported.get('export=') : undefined)
      if (expression !== undefined) return valueIn(walk, frame, expression)
      const whole = exported.get('export=')
      return whole === undefined ? unknown : propertyByName(walk, frame, valueIn(walk, frame, whole), name)
    }
    case 'instance': {
      const field = object.fields.get(name)
      return field ?? memberValue(walk, frame, object, { owner: object.type, name })
    }
    case 'class':
      return memberValue(walk, frame, object, { owner: object.id, name })
    case 'array': {
      if (name === 'length') return object.rest === null ? constant(object.items.length) : unknown
      return unknown
    }
    case 'client': {
      const type = memberType(walk, object, name)
      // A property that is no client, connection or table of its own (`response.error`) is just a value.
      return type === null && object.connection === null ? unknown : { kind: 'client', type, connection: object.connection, table: name }
    }
    case 'event':
      if (eventTypeNames.has(name)) return { kind: 'eventType', provider: object.provider }
      return statusNames.has(name) ? statusOf(walk, frame, object.provider, name, at) : { kind: 'payment', provider: object.provider }
    case 'payment': {
      // `body.meta.event_name`: part of an event that says which one it is.
      if (certainEventTypeNames.has(name)) return { kind: 'eventType', provider: object.provider }
      // What the payment was before the event says nothing of what it is.
      if (/^previous_?attributes$/i.test(name)) return unknown
      if (name === 'mode') return { ...statusOf(walk, frame, object.provider, name, at), paid: [], unpaid: [] }
      if (!statusNames.has(name)) return object
      return object.fresh === true ? unknown : statusOf(walk, frame, object.provider, name, at)
    }
    case 'row':
      if (name === 'length' || name === 'size' || name === 'rowCount' || name === 'count') return object
      if (listHolders.has(name)) return { ...object, list: name !== 'data' }
      if (object.field === null) {
        const related = walk.graph.relatedTable(object.table, name)
        if (related !== undefined) return { ...object, table: related, list: false }
      }
      // A property of a field is one of the related row: `order.payment.status`.
      return object.field === null ? { ...object, field: name, list: false } : { ...object, table: object.field, field: name, list: false }
    case 'derived':
    case 'error':
      return object
    case 'response':
      return name === 'status' && object.status !== null ? constant(object.status) : unknown
    case 'undefined':
      return absent
    case 'choice':
      return object.options
        .filter((option) => option.kind !== 'undefined')
        .map((option) => propertyByName(walk, frame, option, name, at))
        .reduce(joinValues, absent)
    default:
      return unknown
  }
}

/** A payment's state, in the provider's own words where its declaration file lists them. */
function statusOf(walk: Walk, frame: Frame, provider: string, name: string, at: Span | undefined): Extract<Value, { kind: 'status' }> {
  const own = walk.catalogue.providers.find((candidate) => candidate.name === provider)?.statuses
  const { paid, unpaid } = own !== undefined && own.paid.length > 0 ? own : { paid: genericPaid, unpaid: genericUnpaid }
  return { kind: 'status', provider, paid, unpaid, at: walk.locate(frame, at ?? frame.fn.nameAt), text: name }
}

const certainEventTypeNames = new Set(['eventType', 'event_type', 'eventName', 'event_name', 'alert_name'])
const eventTypeNames = new Set([...certainEventTypeNames, 'type', 'event', 'topic', 'action', 'kind', 'eventCode'])
const statusNames = new Set([
  'status',
  'payment_status',
  'paymentStatus',
  'state',
  'resultCode',
  'status_code',
  'gateway_response',
  'captureStatus',
  'payment_intent_status',
  'transaction_status',
  'transactionStatus',
  'order_status',
  'orderStatus',
  'payment_state',
  'paymentState',
])
/** Properties under which drivers put the rows they found. */
const listHolders = new Set(['rows', 'data', 'docs', 'Items', 'Item', 'recordset', 'results'])

/** A field or method of a workspace type. */
function memberValue(walk: Walk, frame: Frame, object: Value, member: MemberReference): Value {
  const fields = walk.graph.fieldValues(member)
  if (fields.length > 0) {
    const self: Frame = { ...frame, self: object.kind === 'instance' ? object : unknown }
    return fields.map((field) => valueIn(walk, self, field)).reduce(joinValues)
  }
  const [own, ...others] = walk.graph.dispatch(member)
  // An instance is of exactly its class; of a declared type only, any implementation may be meant.
  if (own === undefined || (others.length > 0 && object.kind !== 'instance')) return unknown
  const value = valueIn(walk, frame, own)
  return value.kind === 'function' ? { ...value, self: object } : value
}

/** Evaluates an expression of another place for its value alone, as initialisers are. */
export function valueIn(walk: Walk, frame: Frame, expression: Expression): Value {
  return walk.valueOf(frame, expression)
}

/** The name of a property that a computed key stands for. A symbol kept in a constant has no value here: the constant's own identity names it. */
export function keyName(key: Expression, value: Value): string | null {
  return stringOf(value) ?? (key.kind === 'variable' && value.kind === 'unknown' && /^[A-Z][A-Z0-9_]+$/.test(key.name) ? `@${key.id}` : null)
}

/** `object[key]`: a table of handlers indexed by the event's name selects the event, one state per handler. */
export function elementOf(walk: Walk, frame: Frame, object: Value, key: Value, state: State, at: Span): Result[] {
  if (key.kind === 'eventType' && object.kind === 'object') {
    const cx = { events: walk.events, depth: frame.depth }
    const names = [...object.properties.keys()]
    const location = walk.locate(frame, at)
    const test = (chosen: readonly string[]) => ({ kind: 'event', names: chosen, prefixes: [], at: location, provider: key.provider }) as const
    const selected = [...object.properties].flatMap(([name, value]): Result[] => {
      const refined = refine(cx, state, test([name]), true)
      return refined === null ? [] : [{ state: refined, value }]
    })
    const other = refine(cx, state, test(names), false)
    return other === null ? selected : [...selected, { state: other, value: object.open ? unknown : absent }]
  }
  const name = stringOf(key)
  if (name !== null) return [{ state, value: propertyByName(walk, frame, object, name, at) }]
  const index = numberOf(key)
  return [{ state, value: itemAt(object, index) }]
}

function itemAt(object: Value, index: number | null): Value {
  switch (object.kind) {
    case 'array': {
      const item = index === null ? undefined : object.items[index]
      if (item !== undefined) return item
      if (index !== null) return object.rest ?? absent
      return [...object.items, ...(object.rest === null ? [] : [object.rest])].reduce(joinValues, absent)
    }
    case 'row':
      return { ...object, list: false }
    case 'object':
      return [...object.properties.values(), ...(object.open ? [unknown] : [])].reduce(joinValues, absent)
    case 'payment':
    case 'error':
      return object
    case 'choice':
      return optionsOf(object)
        .map((option) => itemAt(option, index))
        .reduce(joinValues)
    default:
      return unknown
  }
}
