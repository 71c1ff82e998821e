/** Transfer rules of stores: describe the write, then run it when the library would. */
import type { CatalogueType } from '../../facts/ir'
import type { Effect, Timing } from '../../models/effects'
import { connectionsOf } from '../connections'
import { dependsOnRow } from '../idempotence'
import { supabaseMember } from '../shape'
import { classifySql, computesFromRow } from '../sqlText'
import type { Result, State } from '../state'
import { absent, joinValues, optionsOf, promiseOf, settled, stringOf, unknown, type Value } from '../values'
import { argument, noExits, type Call, type Walk } from '../walk'
import type { PendingWrite, WriteSite } from '../write'
import { tableOf } from './tables'
import { begin, commit, rollback } from './transactions'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

export function write(walk: Walk, call: Call, effect: Of<'write'>, library: string): Result[] {
  const pending = describe(walk, call, library, effect.lazy, {
    form: effect.form,
    table: tableOf(walk, call, effect.table),
    where: effect.where === null ? null : argument(call, effect.where),
    data: effect.data === null ? savedValue(call, effect) : dataFrom(walk, call, argument(call, effect.data)),
    errors: effect.errors,
    idempotent: effect.idempotent,
    joined: effect.join === null ? null : argument(call, effect.join),
  })
  return runWhenDue(walk, call, pending, effect.lazy)
}

/** A value relative to the row's present one: `FieldValue.increment(1)`, `sql`credits + 1``. */
export function relative(call: Call, effect: Of<'relative'>, before: Value): Result[] {
  const isRelative = effect.text === null || computesFromRow(textOf(argument(call, effect.text)))
  return [{ state: call.state, value: isRelative ? { kind: 'derived', table: '' } : before }]
}

/** Values that a function gives: `set((eb) => ({ … }))`, and columns set to SQL by one: `{ credits: () => 'credits + 1' }`. */
function dataFrom(walk: Walk, call: Call, given: Value): Value {
  const first = given.kind === 'function' ? resultOf(walk, call, given) : given
  // `onConflict((oc) => oc.doUpdateSet((eb) => …))`
  const value = first.kind === 'function' ? resultOf(walk, call, first) : first
  if (value.kind !== 'object' || ![...value.properties.values()].some((property) => property.kind === 'function')) return value
  const properties = [...value.properties].map(([key, property]): [string, Value] => {
    if (property.kind !== 'function') return [key, property]
    const result = resultOf(walk, call, property)
    return [key, computesFromRow(textOf(result)) ? { kind: 'derived', table: '' } : result]
  })
  return { ...value, properties: new Map(properties) }
}

function resultOf(walk: Walk, call: Call, value: Value): Value {
  const results = walk.invoke(call.frame, value, [unknown], { ...call.state, failure: null }, noExits(), null)
  return settled(results.map((result) => result.value).reduce(joinValues, results[0]?.value ?? unknown))
}

/** `document.save()` writes its receiver, `repository.save(order)` its argument. */
function savedValue(call: Call, effect: Of<'write'>): Value | null {
  if (effect.form !== 'save') return null
  return call.receiver.kind === 'client' || call.receiver.kind === 'unknown' ? (call.arguments[0] ?? call.receiver) : call.receiver
}

export function read(walk: Walk, call: Call, effect: Of<'read'>, library: string): Result[] {
  const pending = describe(walk, call, library, effect.lazy, {
    form: 'read',
    table: tableOf(walk, call, effect.table),
    where: effect.where === null ? null : argument(call, effect.where),
    data: null,
    errors: effect.errors,
    idempotent: 'by-form',
    joined: null,
  })
  return runWhenDue(walk, call, pending, effect.lazy)
}

export function sql(walk: Walk, call: Call, effect: Of<'sql'>, library: string): Result[] {
  const text = textOf(argument(call, effect.text))
  const statement = classifySql(text)
  switch (statement.kind) {
    case 'begin':
      // A pool gives each statement another connection: nothing is opened.
      return effect.pooled ? [{ state: call.state, value: promiseOf(unknown) }] : begin(walk, call, effect.lazy === 'sync')
    case 'commit':
      return commit(walk, call)
    case 'rollback':
      return rollback(walk, call)
    case 'other':
      return [{ state: call.state, value: promiseOf(unknown) }]
    case 'read':
    case 'write': {
      const pending = describe(walk, call, library, effect.lazy, {
        form: statement.kind === 'read' ? 'read' : statement.form,
        table: statement.table,
        where: null,
        data:
          statement.kind === 'read' || statement.columns === null
            ? null
            : { kind: 'object', properties: new Map(statement.columns.map((column) => [column, unknown])), open: false },
        errors: effect.errors,
        idempotent: statement.kind === 'read' ? 'by-form' : statement.idempotent,
        joined: effect.join === null ? null : argument(call, effect.join),
      })
      return runWhenDue(walk, call, pending, effect.lazy)
    }
  }
}

function textOf(value: Value): string | null {
  // Of a batch of statements the first write speaks for all.
  if (value.kind === 'array') {
    const texts = value.items.map(textOf)
    return texts.find((text) => classifySql(text).kind === 'write') ?? texts[0] ?? null
  }
  if (value.kind === 'text') return value.pattern
  if (value.kind === 'object') return textOf(value.properties.get('text') ?? value.properties.get('sql') ?? absent)
  return stringOf(value)
}

interface Description {
  readonly form: PendingWrite['form']
  readonly table: string | null
  readonly where: Value | null
  readonly data: Value | null
  readonly errors: PendingWrite['errors']
  readonly idempotent: PendingWrite['idempotent']
  readonly joined: Value | null
}

function describe(walk: Walk, call: Call, library: string, lazy: Timing, what: Description): PendingWrite {
  const { expression, frame, receiver } = call
  const at = walk.locate(frame, expression.nameAt)
  return {
    site: `${frame.fn.file}#${String(expression.nameAt.start)}` as WriteSite,
    at,
    callAt: walk.locate(frame, expression.at),
    op: expression.text,
    store: library,
    function: nearestName(frame),
    form: what.form,
    table: what.table,
    where: what.where,
    data: what.data,
    errors: what.errors,
    idempotent: what.idempotent,
    connections: [...connectionsOf(receiver), ...(what.joined === null ? [] : connectionsOf(what.joined))],
    needsRun: lazy === 'run',
    synchronous: lazy === 'sync',
  }
}

function nearestName(frame: Call['frame']): string {
  for (let current: Call['frame'] | null = frame; current !== null; current = current.parent) {
    if (current.fn.name !== '') return current.fn.name
  }
  return '(anonymous)'
}

/** Transfer rule of timing: now, at the await, at a later `@run`, or on a batch object that is committed as a whole. */
function runWhenDue(walk: Walk, call: Call, pending: PendingWrite, lazy: Timing): Result[] {
  const { state } = call
  const batch = pending.connections.find((connection) => state.staged.has(connection))
  if (batch !== undefined && pending.form !== 'read') {
    const staged = new Map([...state.staged, [batch, [...(state.staged.get(batch) ?? []), pending]]])
    return [{ state: { ...state, staged }, value: { kind: 'client', type: null, connection: batch, table: null } }]
  }
  // Where a builder takes a callback, being given one is what runs it.
  const due = pending.errors === 'callback' && hasCallback(call)
  if ((lazy === 'await' || lazy === 'run') && !due) return [{ state, value: { kind: 'lazy', write: pending } }]
  const results = walk.perform(call.frame, pending, state)
  if (pending.errors === 'callback') return viaCallback(walk, call, results)
  if (!pending.synchronous) return results
  return results.flatMap((result) => walk.awaitValue(call.frame, result, call.exits))
}

function hasCallback(call: Call): boolean {
  const callback = call.arguments.at(-1)
  return callback !== undefined && optionsOf(callback).some((option) => option.kind === 'function')
}

/** Node-style drivers tell the callback; without one they return a promise. */
function viaCallback(walk: Walk, call: Call, results: readonly Result[]): Result[] {
  const callback = call.arguments.at(-1)
  if (callback === undefined || !hasCallback(call)) return [...results]
  return results.flatMap((result) => {
    const { failure } = result.state
    const failed = result.value.kind === 'promise' && result.value.rejected
    const state: State = failed && failure !== null ? { ...result.state, failure: { ...failure, status: 'handled' } } : result.state
    const found = result.value.kind === 'promise' ? result.value.value : unknown
    const args: readonly Value[] = failed ? [{ kind: 'error', failure: true, status: null }, absent] : [{ kind: 'constants', options: [null] }, found]
    return walk.invoke(call.frame, callback, args, state, call.exits, null).map((after) => ({ state: after.state, value: unknown }))
  })
}

/** `onConflictDoUpdate({ set: { credits: sql`credits + 1` } })`: the row that is there already changes again. */
function updatesRelatively(walk: Walk, call: Call): boolean {
  return call.arguments.some((value) => dependsOnRow(dataFrom(walk, call, value)))
}

/** A later call of the builder chain says more about the write. */
export function modify(walk: Walk, call: Call, effect: Of<'modify'>): Result[] {
  const { receiver, state } = call
  if (receiver.kind === 'lazy') {
    const { write: before } = receiver
    const joined = effect.join === null ? [] : connectionsOf(argument(call, effect.join))
    const changed: PendingWrite = {
      ...before,
      idempotent: effect.idempotent ? (updatesRelatively(walk, call) ? 'never' : 'always') : before.idempotent,
      errors: effect.throws ? 'throw' : before.errors,
      form: effect.form ?? before.form,
      table: effect.table === null ? before.table : (tableOf(walk, call, { from: 'argument', argument: effect.table }) ?? before.table),
      where: effect.where === null ? before.where : argument(call, effect.where),
      data: effect.data === null ? before.data : dataFrom(walk, call, argument(call, effect.data)),
      connections: [...before.connections, ...joined],
      ...(effect.form !== null && before.form === 'read'
        ? {
            site: `${call.frame.fn.file}#${String(call.expression.nameAt.start)}` as WriteSite,
            at: walk.locate(call.frame, call.expression.nameAt),
            op: call.expression.text,
          }
        : {}),
    }
    return [{ state, value: { kind: 'lazy', write: changed } }]
  }
  // Before the write there is no builder yet: `Model.query(trx)`, `.from(orders)` start one.
  const connection = effect.join === null ? undefined : connectionsOf(argument(call, effect.join))[0]
  const table = effect.table === null ? null : tableOf(walk, call, { from: 'argument', argument: effect.table })
  if (receiver.kind === 'client') return [{ state, value: { ...receiver, connection: connection ?? receiver.connection, table: table ?? receiver.table } }]
  return [
    {
      state,
      value:
        connection === undefined && table === null ? receiver : { kind: 'client', type: call.expression.type ?? null, connection: connection ?? null, table },
    },
  ]
}

export function run(walk: Walk, call: Call): Result[] {
  const { receiver, state, frame } = call
  if (receiver.kind !== 'lazy') return [{ state, value: promiseOf(unknown) }]
  const results = walk.perform(
    frame,
    { ...receiver.write, needsRun: false, connections: [...receiver.write.connections, ...call.arguments.flatMap(connectionsOf)] },
    state,
  )
  return receiver.write.errors === 'callback' ? viaCallback(walk, call, results) : results
}

/** `.from('orders')`: what follows is on that table, over the same connection. */
export function table(walk: Walk, call: Call, effect: Of<'table'>): Result[] {
  const { receiver, state } = call
  const name = tableOf(walk, call, { from: 'argument', argument: effect.argument })
  const connection = connectionsOf(receiver)[0] ?? null
  return [{ state, value: { kind: 'client', type: resultType(walk, call), connection, table: name } }]
}

/** What the call makes, by its declaration: of the written type, else of what is known of the receiver (`client: any`, plain JavaScript). */
function resultType(walk: Walk, { expression, receiver }: Call): CatalogueType | null {
  if (expression.type !== undefined) return expression.type
  const { callee } = expression
  if (callee.kind !== 'property') return null
  const member = receiver.kind === 'client' && receiver.type !== null ? walk.catalogue.member(receiver.type, callee.name) : supabaseMember(walk, callee)
  return member?.result ?? null
}

/** Caches and locks: a key looked up and set is a claim that can make a retry skip the work. */
export function cache(walk: Walk, call: Call, library: string): Result[] {
  const { state, expression } = call
  const name = `cache:${library}`
  const [, ...rest] = expression.text.split('.').reverse()
  const reads = /get|exists|has|smembers|ismember/i.test(expression.text.split('.').at(-1) ?? '') && rest.length > 0
  if (reads) return [{ state, value: promiseOf({ kind: 'row', table: name, at: walk.clock(), field: null, list: false }) }]
  const order = walk.clock()
  const committed = [
    ...state.committed,
    {
      table: name,
      fields: null,
      form: 'create' as const,
      transactions: [],
      order,
      marker: false,
      repeats: false,
      op: expression.text,
      at: walk.locate(call.frame, expression.nameAt),
    },
  ]
  // A conditional set returns whether the key was new: it is look-up and claim in one.
  return [{ state: { ...state, committed }, value: promiseOf({ kind: 'row', table: name, at: order - 1, field: 'set', list: false }) }]
}
