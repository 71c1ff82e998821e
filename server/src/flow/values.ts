/** The abstract values of the walk: what is known of an expression's value at a program point. Immutable plain data. */
import type { Location } from '../base/location'
import type { CatalogueType, FunctionId, TypeId, VariableId } from '../facts/ir'
import type { FilePath } from '../base/location'
import type { PendingWrite } from './write'
import type { Refinement } from './refinement'
import type { OpenTransaction } from './state'

export type Constant = string | number | boolean | null

/** Identity of a database connection or transaction handle: its allocation site and the call path that reached it. */
export type ConnectionId = string & { readonly __brand: 'ConnectionId' }

export type Value =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'undefined' }
  /** One of these, none other. */
  | { readonly kind: 'constants'; readonly options: readonly Constant[] }
  /** Text with unknown parts, each written `{}`. */
  | { readonly kind: 'text'; readonly pattern: string }
  /** Not known, but its truth is. */
  | { readonly kind: 'truthy' }
  | { readonly kind: 'falsy' }
  /**
   * `bound`: variables of the activations it closed over, once those have returned. `inside`: each call runs in a transaction. `input`: what
   * it is called with becomes that property of its parameter.
   */
  | {
      readonly kind: 'function'
      readonly id: FunctionId
      readonly bound: ReadonlyMap<VariableId, Value> | null
      readonly self: Value | null
      readonly inside?: OpenTransaction
      readonly input?: string
    }
  | { readonly kind: 'class'; readonly id: TypeId }
  | { readonly kind: 'module'; readonly file: FilePath }
  /** `open`: further properties may exist. */
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Value>; readonly open: boolean }
  /** `rest`: what further items may be, when there may be any. Sets and maps' values are arrays too. */
  | { readonly kind: 'array'; readonly items: readonly Value[]; readonly rest: Value | null }
  /** An object of a workspace class, with what the constructor call told about its fields. */
  | { readonly kind: 'instance'; readonly type: TypeId; readonly fields: ReadonlyMap<string, Value> }
  /** An object of a catalogue type: a client, a repository, a queue. `connection` tells one client from another. */
  | {
      readonly kind: 'client'
      readonly type: CatalogueType | null
      readonly connection: ConnectionId | null
      readonly table: string | null
      readonly attempts?: number
    }
  /** `rejected`: it carries the failure of the state's failed writes. `call`: the call it came from. */
  | { readonly kind: 'promise'; readonly value: Value; readonly rejected: boolean }
  /** A builder that has not run. */
  | { readonly kind: 'lazy'; readonly write: PendingWrite }
  /** A provider's event; `property`: the object that the event is about. */
  | { readonly kind: 'event'; readonly provider: string }
  | { readonly kind: 'eventType'; readonly provider: string }
  /**
   * A payment as the provider told it: its status fields count, unless it was made just now, for the customer to pay (`fresh`).
   * `taken`: what the call that took the money returned, which is there.
   */
  | { readonly kind: 'payment'; readonly provider: string; readonly fresh?: true; readonly taken?: true }
  | {
      readonly kind: 'status'
      readonly provider: string
      readonly paid: readonly string[]
      readonly unpaid: readonly string[]
      readonly at: Location
      readonly text: string
    }
  /** What a look-up returned. `field`: a property of that row. */
  | { readonly kind: 'row'; readonly table: string; readonly at: number; readonly field: string | null; readonly list: boolean }
  /** Computed from a row's present value: writing it back repeats badly. */
  | { readonly kind: 'derived'; readonly table: string }
  /** Made anew at each run: random, counter or clock. */
  | { readonly kind: 'generated' }
  /** What a refund returns: its failure must not go unnoticed. */
  | { readonly kind: 'refund'; readonly at: Location; readonly text: string }
  | { readonly kind: 'condition'; readonly refinement: Refinement }
  /** Result of a keyed hash: comparing it with what the caller sent checks a signature. `receipt`: over the ids of an order and its payment, which only a finished one has. */
  | { readonly kind: 'digest'; readonly receipt: boolean }
  | { readonly kind: 'response'; readonly status: number | null }
  /** `failure`: the error of a failed write (of whatever class the driver throws). */
  | { readonly kind: 'error'; readonly failure: boolean; readonly status: number | null }
  | { readonly kind: 'choice'; readonly options: readonly Value[] }

export const unknown: Value = { kind: 'unknown' }
export const absent: Value = { kind: 'undefined' }
export const truthy: Value = { kind: 'truthy' }
export const falsy: Value = { kind: 'falsy' }

/** What middleware calls to hand on, what throws an error to be tried again, and what ends the tries with one. No functions of the workspace have such ids. */
export const nextFunction: Extract<Value, { kind: 'function' }> = { kind: 'function', id: 'next' as FunctionId, bound: null, self: null }
/** What an interceptor calls to go on to the handler. */
export const proceed: Extract<Value, { kind: 'function' }> = { kind: 'function', id: 'proceed' as FunctionId, bound: null, self: null }
export const tryAgain: Extract<Value, { kind: 'function' }> = { kind: 'function', id: 'try again' as FunctionId, bound: null, self: null }
export const giveUp: Extract<Value, { kind: 'function' }> = { kind: 'function', id: 'give up' as FunctionId, bound: null, self: null }

const MOST_CONSTANTS = 24
const MOST_CHOICES = 4
const MOST_CHOSEN = 16

export function constant(value: Constant): Value {
  return { kind: 'constants', options: [value] }
}

export function promiseOf(value: Value, rejected = false): Value {
  if (!rejected && (value.kind === 'promise' || value.kind === 'lazy')) return value
  return { kind: 'promise', value, rejected }
}

/** Least upper bound; information is lost, never invented. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b || sameValue(a, b)) return a
  if (a.kind === 'constants' && b.kind === 'constants') {
    const options = [...new Set([...a.options, ...b.options])]
    return options.length <= MOST_CONSTANTS ? { kind: 'constants', options } : unknown
  }
  if (a.kind === 'object' && b.kind === 'object') return joinObjects(a, b)
  if (a.kind === 'array' && b.kind === 'array' && a.items.length === b.items.length) {
    return { kind: 'array', items: a.items.map((item, i) => joinValues(item, b.items[i] ?? unknown)), rest: joinOptional(a.rest, b.rest) }
  }
  if (a.kind === 'promise' && b.kind === 'promise' && a.rejected === b.rejected) {
    return { kind: 'promise', value: joinValues(a.value, b.value), rejected: a.rejected }
  }
  return choiceOf([...optionsOf(a), ...optionsOf(b)])
}

function joinOptional(a: Value | null, b: Value | null): Value | null {
  if (a === null) return b
  return b === null ? a : joinValues(a, b)
}

function joinObjects(a: Extract<Value, { kind: 'object' }>, b: Extract<Value, { kind: 'object' }>): Value {
  return { kind: 'object', properties: joinProperties({ map: a.properties, open: a.open }, { map: b.properties, open: b.open }), open: a.open || b.open }
}

interface Properties {
  readonly map: ReadonlyMap<string, Value>
  readonly open: boolean
}

export function joinProperties(a: Properties, b: Properties): ReadonlyMap<string, Value> {
  const properties = new Map<string, Value>()
  for (const key of new Set([...a.map.keys(), ...b.map.keys()])) {
    const left = a.map.get(key) ?? (a.open ? unknown : absent)
    const right = b.map.get(key) ?? (b.open ? unknown : absent)
    properties.set(key, joinValues(left, right))
  }
  return properties
}

/** The alternatives of a value; a value that is no choice is its own only one. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.options : [value]
}

function choiceOf(options: readonly Value[]): Value {
  const distinct: Value[] = []
  for (const option of options) {
    if (option.kind === 'unknown' && distinct.some((other) => other.kind === 'unknown')) continue
    if (!distinct.some((other) => sameValue(other, option))) distinct.push(option)
  }
  const [only] = distinct
  if (distinct.length === 1 && only !== undefined) return only
  const most = distinct.every(isChosen) ? MOST_CHOSEN : MOST_CHOICES
  return distinct.length <= most ? { kind: 'choice', options: distinct } : unknown
}

/** One of a list's objects or functions, chosen at run time. */
function isChosen({ kind }: Value): boolean {
  return kind === 'instance' || kind === 'function' || kind === 'class' || kind === 'unknown' || kind === 'undefined'
}

/** Structural equality, shallow enough to be cheap: nested containers are compared by identity of their parts. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.kind !== b.kind) return false
  return valueKey(a) === valueKey(b)
}

/** A digest of a value: equal keys mean that the walk would treat the values alike. */
export function valueKey(value: Value, depth = 3): string {
  switch (value.kind) {
    case 'unknown':
    case 'undefined':
    case 'truthy':
    case 'falsy':
    case 'generated':
      return value.kind
    case 'digest':
      return `digest:${String(value.receipt)}`
    case 'constants':
      return `c:${value.options.map((option) => `${typeof option}${String(option)}`).join('|')}`
    case 'text':
      return `t:${value.pattern}`
    case 'function':
      return `f:${value.id}${value.bound === null || depth === 0 ? '' : `{${boundKey(value.bound, depth - 1)}}`}${value.self?.kind === 'instance' && depth > 0 ? `@${valueKey(value.self, depth - 1)}` : ''}`
    case 'class':
      return `k:${value.id}`
    case 'module':
      return `m:${value.file}`
    case 'object':
      return depth === 0
        ? 'o'
        : `o{${[...value.properties].map(([key, property]) => `${key}=${valueKey(property, depth - 1)}`).join(',')}${value.open ? ',…' : ''}}`
    case 'array':
      return depth === 0
        ? 'a'
        : `a[${value.items.map((item) => valueKey(item, depth - 1)).join(',')}${value.rest === null ? '' : `…${valueKey(value.rest, depth - 1)}`}]`
    case 'instance':
      return depth === 0 ? `i:${value.type}` : `i:${value.type}{${[...value.fields].map(([key, field]) => `${key}=${valueKey(field, depth - 1)}`).join(',')}}`
    case 'client':
      return `cl:${value.type ?? ''}:${value.connection ?? ''}:${value.table ?? ''}`
    case 'promise':
      return `p${value.rejected ? '!' : ''}(${valueKey(value.value, depth)})`
    case 'lazy':
      return `l:${value.write.site}:${value.write.idempotent}`
    case 'payment':
      return `payment:${value.provider}${value.fresh === true ? ':fresh' : ''}${value.taken === true ? ':taken' : ''}`
    case 'event':
    case 'eventType':
      return `${value.kind}:${value.provider}`
    case 'status':
      return `s:${value.provider}:${value.at.file}#${String(value.at.start)}`
    case 'row':
      return `r:${value.table}:${value.field ?? ''}:${String(value.list)}`
    case 'refund':
      return `rf:${value.at.file}#${String(value.at.start)}`
    case 'derived':
      return `d:${value.table}`
    case 'condition':
      return `if:${JSON.stringify(value.refinement)}`
    case 'response':
      return `re:${String(value.status)}`
    case 'error':
      return `e:${String(value.failure)}:${String(value.status)}`
    case 'choice':
      return `?(${value.options.map((option) => valueKey(option, depth)).join('/')})`
  }
}

/** A digest of what a closure sees. */
export function boundKey(bound: ReadonlyMap<VariableId, Value> | null, depth?: number): string {
  return bound === null ? '' : [...bound].map(([id, value]) => `${id}=${valueKey(value, depth)}`).join(',')
}

/** What is known of a value's truth. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'constants': {
      const truths = new Set(value.options.map(Boolean))
      const [only] = truths
      return truths.size === 1 && only !== undefined ? only : null
    }
    case 'undefined':
    case 'falsy':
      return false
    case 'text':
    case 'truthy':
    case 'function':
    case 'class':
    case 'module':
    case 'object':
    case 'array':
    case 'instance':
    case 'promise':
    case 'lazy':
    case 'event':
    case 'response':
    case 'error':
    case 'digest':
      return true
    case 'client':
      // A type alone does not say that the value is there.
      return value.connection === null ? null : true
    case 'choice': {
      const truths = new Set(value.options.map(truthOf))
      const [only] = truths
      return truths.size === 1 && only !== undefined ? only : null
    }
    // A part of a payment may be missing.
    case 'payment':
      return value.taken === true ? true : null
    case 'eventType':
    case 'status':
    case 'refund':
    case 'unknown':
    case 'row':
    case 'derived':
    case 'generated':
    case 'condition':
      return null
  }
}

/** Null and undefined together, for `??` and `?.`. */
export function nullishOf(value: Value): boolean | null {
  if (value.kind === 'undefined') return true
  if (value.kind === 'constants') {
    const nullish = value.options.filter((option) => option === null).length
    return nullish === 0 ? false : nullish === value.options.length ? true : null
  }
  if (value.kind === 'choice') {
    const all = new Set(value.options.map(nullishOf))
    const [only] = all
    return all.size === 1 && only !== undefined ? only : null
  }
  return truthOf(value) === true ? false : null
}

/** The one string a value is, or null. */
export function stringOf(value: Value): string | null {
  if (value.kind !== 'constants' || value.options.length !== 1) return null
  const [only] = value.options
  return typeof only === 'string' ? only : null
}

export function numberOf(value: Value): number | null {
  if (value.kind !== 'constants' || value.options.length !== 1) return null
  const [only] = value.options
  return typeof only === 'number' ? only : null
}

/** The value a promise settles to; other values are themselves. */
export function settled(value: Value): Value {
  return value.kind === 'promise' ? value.value : value
}
