/** Transfer rules of transactions: which writes join, what rolls back, what a batch commits. */
import type { Effect } from '../../models/effects'
import type { Expression, VariableId } from '../../facts/ir'
import { connectionsOf } from '../connections'
import { mergeResults } from '../results'
import type { ChainStep, Mechanism } from '../result'
import type { OpenTransaction, Result, State } from '../state'
import { joinValues, optionsOf, promiseOf, settled, unknown, type ConnectionId, type Value } from '../values'
import { argument, type Call, type Walk } from '../walk'
import { tableOf } from './tables'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

/** A connection is known by the call that made it. */
export function newConnection(call: Call): ConnectionId {
  return `${call.frame.fn.file}#${String(call.expression.nameAt.start)}@${String(call.frame.depth)}` as ConnectionId
}

/** A handle keeps the receiver's type where the parameter's own is not known. */
function handleOf(call: Call, connection: ConnectionId): Value {
  const type = call.receiver.kind === 'client' ? call.receiver.type : null
  return { kind: 'client', type, connection, table: null }
}

export function transaction(walk: Walk, call: Call, effect: Of<'transaction'>, library: string): Result[] {
  const { frame, expression } = call
  const callback = argument(call, { argument: effect.run, path: [] })
  if (!optionsOf(callback).some((option) => option.kind === 'function')) {
    // Without a callback the same method opens a transaction to be ended by hand (Sequelize, knex), or takes a list (Prisma).
    return callback.kind === 'array' ? batchOf(walk, call, callback) : begin(walk, call)
  }
  const [own] = effect.receiver ? connectionsOf(call.receiver) : []
  const connection = own ?? newConnection(call)
  const at = walk.locate(frame, expression.nameAt)
  const ambient = !effect.receiver && (effect.handle === null || walk.isAmbient(library))
  const open: OpenTransaction = { connection, ambient, at, what: expression.text, manual: false }
  if (effect.wraps)
    return [
      {
        state: call.state,
        value: optionsOf(callback)
          .map((option): Value => (option.kind === 'function' ? { ...option, inside: open } : option))
          .reduce(joinValues),
      },
    ]
  const state = effect.receiver ? named(call, call.state, connection) : call.state
  const filled = Array.from({ length: effect.handle === null ? 0 : effect.handle + 1 }, (_, index) =>
    index === effect.handle ? handleOf(call, connection) : unknown,
  )
  return runInside(walk, { ...call, state }, open, callback, filled, null)
}

/** Runs the callback to its end inside the transaction, which then commits, or rolls back what the failure left. */
export function runInside(walk: Walk, call: Call, open: OpenTransaction, callback: Value, args: readonly Value[], step: ChainStep | null): Result[] {
  const { frame, state } = call
  const { connection, at } = open
  const entered: State = { ...state, open: [open, ...state.open] }
  const inner: Result[] = []
  const results = walk.invoke(frame, callback, args, entered, { ...call.exits, throws: inner }, step)
  const awaited = results
    .flatMap((result) => walk.awaitValue(frame, result, { ...call.exits, throws: inner }))
    .flatMap((result) => listed(walk, frame, result, { ...call.exits, throws: inner }))
  const mechanism: Mechanism = { kind: 'transaction', at, what: open.what }
  return mergeResults([
    ...awaited.map((result) => ({ state: closed(result.state, connection), value: promiseOf(result.value) })),
    ...inner.map((result) => {
      const rolled = rollBack(walk, closed(result.state, connection), connection, mechanism)
      const { failure } = rolled
      return {
        state: failure === null ? rolled : { ...rolled, failure: { ...failure, status: 'pending' as const } },
        value: { kind: 'promise' as const, value: settled(result.value), rejected: true },
      }
    }),
  ])
}

/** A callback may return the builders to run instead of awaiting them (neon, postgres.js). */
function listed(walk: Walk, frame: Call['frame'], result: Result, exits: Call['exits']): Result[] {
  const lazy = itemsOf(result.value).filter((item) => item.kind === 'lazy')
  return lazy.reduce<Result[]>((results, value) => results.flatMap((before) => walk.awaitValue(frame, { state: before.state, value }, exits)), [result])
}

/** One call whose own writes stand or fall together: DynamoDB's `TransactWrite`, a batch of SQL statements. */
export function atomically(walk: Walk, call: Call, run: (inner: Call) => Result[]): Result[] {
  const { frame, expression, state } = call
  return within(
    walk,
    { connection: newConnection(call), ambient: true, at: walk.locate(frame, expression.nameAt), what: expression.text, manual: false },
    state,
    (entered) => run({ ...call, state: entered }),
  )
}

/** Runs something inside a transaction: in the states that a write in it made fail, all of it is undone. */
export function within(walk: Walk, open: OpenTransaction, state: State, run: (entered: State) => Result[]): Result[] {
  const results = run({ ...state, open: [open, ...state.open] })
  return mergeResults(results.map((result) => ({ ...result, state: leave(walk, open, result.state, state) })))
}

export function leave(walk: Walk, open: OpenTransaction, state: State, before: State): State {
  const left = closed(state, open.connection)
  const mechanism: Mechanism = { kind: 'transaction', at: open.at, what: open.what }
  return state.failure !== null && before.failure === null ? rollBack(walk, left, open.connection, mechanism) : left
}

function closed(state: State, connection: ConnectionId): State {
  return { ...state, open: state.open.filter((open) => open.connection !== connection) }
}

/** Transfer rule of a rollback: the failed writes that had joined are undone, and so is what the transaction had written. */
function rollBack(walk: Walk, state: State, connection: ConnectionId, mechanism: Mechanism): State {
  const { failure } = state
  const committed = state.committed.filter((write) => !write.transactions.includes(connection))
  if (failure === null) return { ...state, committed }
  const rolledBack = new Map(failure.rolledBack)
  for (const id of failure.ids) if (!rolledBack.has(id) && walk.writes.instanceOf(id).transactions.includes(connection)) rolledBack.set(id, mechanism)
  return { ...state, committed, failure: { ...failure, rolledBack } }
}

export function batch(walk: Walk, call: Call, effect: Of<'batch'>): Result[] {
  return batchOf(walk, call, argument(call, effect.list))
}

/** A list of writes run as one: each is in the transaction, and any failure undoes all. */
function batchOf(walk: Walk, call: Call, list: Value): Result[] {
  const { frame, expression } = call
  const connection = newConnection(call)
  const at = walk.locate(frame, expression.nameAt)
  const mechanism: Mechanism = { kind: 'transaction', at, what: expression.text }
  // `let coupon = null; if (bulk) coupon = db.coupon.create(…)`: whichever builder it is runs here.
  const writes = itemsOf(list)
    .flatMap(optionsOf)
    .filter((item) => item.kind === 'lazy')
  let results: Result[] = [
    { state: { ...call.state, open: [{ connection, ambient: false, at, what: expression.text, manual: false }, ...call.state.open] }, value: unknown },
  ]
  for (const { write } of writes) {
    results = results.flatMap((before) =>
      isRejected(before.value) ? [before] : walk.perform(frame, { ...write, connections: [connection], needsRun: false }, before.state),
    )
  }
  return mergeResults(
    results.map((result) => ({
      state: isRejected(result.value) ? rollBack(walk, closed(result.state, connection), connection, mechanism) : closed(result.state, connection),
      value: isRejected(result.value) ? result.value : promiseOf(unknown),
    })),
  )
}

export function itemsOf(list: Value): readonly Value[] {
  if (list.kind === 'array') return list.rest === null ? list.items : [...list.items, list.rest]
  return list.kind === 'choice' ? list.options.flatMap(itemsOf) : []
}

function isRejected(value: Value): boolean {
  return value.kind === 'promise' && value.rejected
}

export function stage(_walk: Walk, call: Call): Result[] {
  const connection = newConnection(call)
  const staged = new Map([...call.state.staged, [connection, []]])
  return [{ state: { ...call.state, staged }, value: { kind: 'client', type: call.expression.type ?? null, connection, table: null } }]
}

/** Opens a transaction by hand: on the receiver's own connection, or as the handle that the call returns. `ambient`: the driver has one connection only. */
export function begin(walk: Walk, call: Call, ambient = false): Result[] {
  const { state, frame, expression } = call
  const [existing] = connectionsOf(call.receiver)
  const connection = existing ?? newConnection(call)
  const at = walk.locate(frame, expression.nameAt)
  const open: OpenTransaction = { connection, ambient, at, what: expression.text, manual: true }
  const opened: State = { ...named(call, { ...state, open: [open, ...state.open.filter((other) => other.connection !== connection)] }, connection) }
  return [{ state: opened, value: promiseOf({ kind: 'client', type: expression.type ?? null, connection, table: null }) }]
}

/** The receiver's variable becomes the handle: `const client = await pool.connect(); await client.query('BEGIN')`. */
function named(call: Call, state: State, connection: ConnectionId): State {
  const id = receiverVariable(call.expression.callee)
  if (id === null) return state
  const value = state.env.get(id)
  if (value?.kind === 'client' ? value.connection !== null : value !== undefined && value.kind !== 'unknown' && value.kind !== 'truthy') return state
  return { ...state, env: state.env.set(id, { kind: 'client', type: value?.kind === 'client' ? value.type : null, connection, table: null }) }
}

function receiverVariable(callee: Expression): VariableId | null {
  return callee.kind === 'property' && callee.object.kind === 'variable' ? callee.object.id : null
}

export function commit(walk: Walk, call: Call): Result[] {
  const { state } = call
  const [connection] = connectionsOf(call.receiver)
  const waiting = connection === undefined ? undefined : state.staged.get(connection)
  if (connection !== undefined && waiting !== undefined) {
    const staged = new Map([...state.staged].filter(([id]) => id !== connection))
    return batchOf(walk, { ...call, state: { ...state, staged } }, { kind: 'array', items: waiting.map((write) => ({ kind: 'lazy', write })), rest: null })
  }
  const done = connection ?? state.open.find((open) => open.manual)?.connection
  return [{ state: done === undefined ? state : closed(state, done), value: promiseOf(unknown) }]
}

export function rollback(walk: Walk, call: Call): Result[] {
  const { state, frame, expression } = call
  const [own] = connectionsOf(call.receiver)
  const connection = own ?? state.open.find((open) => open.manual)?.connection
  // After the commit there is nothing left to undo: `finally { tx.close() }`.
  if (connection === undefined || !state.open.some((open) => open.connection === connection)) return [{ state, value: promiseOf(unknown) }]
  const mechanism: Mechanism = { kind: 'transaction', at: walk.locate(frame, expression.nameAt), what: expression.text }
  return [{ state: rollBack(walk, closed(state, connection), connection, mechanism), value: promiseOf(unknown) }]
}

/** The same connection under another name: `manager.getRepository(Order)`, `prisma.$extends(…)`. */
export function derive(walk: Walk, call: Call, effect: Of<'derive'>, before: Value): Result[] {
  const { receiver, state, expression } = call
  const clients = optionsOf(receiver).filter((option) => option.kind === 'client')
  if (clients.length > 0 || before.kind === 'client') {
    const named = effect.table === null ? null : tableOf(walk, call, { from: 'argument', argument: effect.table })
    const from = clients.find((client) => client.connection !== null) ?? clients[0] ?? null
    return [
      {
        state,
        value: {
          kind: 'client',
          type: expression.type ?? from?.type ?? null,
          connection: from?.connection ?? null,
          table: expression.typeArgument ?? named ?? from?.table ?? null,
        },
      },
    ]
  }
  return [{ state, value: receiver.kind === 'lazy' ? receiver : unknown }]
}
