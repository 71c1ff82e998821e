/** Runs a write or read: after a confirmation, the state parts into one where it succeeded and one that carries its failure. */
import { normalisedTable } from '../callgraph/buildGraph'
import { blockersOf, isIdempotent } from './idempotence'
import { chainOf } from './memo'
import { addMechanism, confirmationsOf, type Failure, type HeldConfirmation, type Result, type State } from './state'
import { constant, promiseOf, unknown, type ConnectionId, type Value } from './values'
import type { Frame, Walk } from './walk'
import { isBookkeepingTable, isDeadLetterTable, isEventTable } from './words'
import type { PendingWrite } from './write'

export function perform(walk: Walk, frame: Frame, write: PendingWrite, state: State): Result[] {
  if (write.form === 'read') return [{ state, value: shaped(write, { kind: 'row', table: write.table ?? '?', at: walk.clock(), field: null, list: false }) }]
  const transactions = joinedTransactions(write, state)
  const held = confirmationsOf(state)
  const confirmed = held.length > 0
  const committed: State = {
    ...state,
    committed: [
      ...state.committed,
      {
        table: write.table ?? '?',
        fields: fieldsOf(write),
        form: write.form,
        transactions,
        order: walk.clock(),
        marker: isMarker(write),
        repeats: confirmed && !isIdempotent(walk, write, state),
        op: write.op,
        at: write.at,
      },
    ],
  }
  const success: Result = { state: committed, value: shaped(write, createdRow(write)) }
  if (state.failure !== null) return [{ state: underFailure(walk, write, state, state.failure), value: shaped(write, unknown) }]
  if (!confirmed && state.retrieved && !state.statusTested && !walk.quiet && looksLikeReturnPage(walk))
    walk.advise('unconfirmed-fulfilment', write.at, write.op)
  // The record that an event was processed belongs to the protection, not to the order.
  if (!confirmed || walk.quiet || isMarker(write) || isLoginSession(walk, write.table)) return [success]

  const chain = chainOf(frame)
  const depth = Math.min(...held.map((one) => one.depth))
  const instance = {
    write,
    confirmations: held.map((one) => one.confirmation),
    chain: chain.slice(stepsAbove(frame, depth)),
    inside: running(frame),
    transactions,
    outside: transactions.length === 0 && state.open.length > 0,
    idempotent: isIdempotent(walk, write, state),
    blockers: blockersOf(state, transactions),
    repeated: state.committed
      .filter((earlier) => earlier.repeats && !earlier.transactions.some((connection) => transactions.includes(connection)))
      .map(({ op, at }) => ({ op, at })),
    afterAnswer: state.answer !== null && (state.answer.status === null || state.answer.status < 400),
    bookkeeping: write.table !== null && isBookkeepingTable(write.table),
  }
  const id = walk.writes.record(instance, walk.entry)
  noteUncheckedSession(walk, state, held)
  const failure: Failure = {
    ids: new Set([id]),
    status: write.errors === 'value' ? 'handled' : 'pending',
    mechanisms: [],
    rolledBack: new Map(),
    endedAt: new Map(),
    cleared: [],
    chargeFailed: false,
  }
  const failed: Result = { state: { ...state, failure }, value: failedValue(write) }
  return [success, failed]
}

/** Who is logged in: a table of sessions that are found by a token. A lesson is a session too. */
function isLoginSession(walk: Walk, table: string | null): boolean {
  if (table === null || !/sessions?$/i.test(table)) return false
  return walk.graph.uniqueKeys(table).some(({ columns: [only, ...others] }) => others.length === 0 && only !== undefined && /token$|^sid$/i.test(only))
}

/** A page or GET route that the customer's browser opens after checkout. */
function looksLikeReturnPage(walk: Walk): boolean {
  const { context, kind, what } = walk.entry.point
  return context === 'request' && kind === 'http' && /\bGET\b|page|loader|success|return/i.test(what)
}

/** A session of a delayed payment method is completed before it is paid. */
function noteUncheckedSession(walk: Walk, state: State, held: readonly HeldConfirmation[]): void {
  if (state.statusTested) return
  for (const { confirmation } of held)
    if (confirmation.kind === 'event' && confirmation.what.split(', ').includes('checkout.session.completed'))
      walk.advise('unchecked-payment-status', confirmation.at, 'checkout.session.completed')
}

/** How many of a frame's calls lie above a stack depth. */
function stepsAbove(frame: Frame, depth: number): number {
  let count = 0
  for (let current: Frame | null = frame; current !== null; current = current.parent) if (current.step !== null && current.depth <= depth) count++
  return count
}

function running(frame: Frame): Frame['fn']['id'][] {
  const ids: Frame['fn']['id'][] = []
  for (let current: Frame | null = frame; current !== null; current = current.parent) ids.push(current.fn.id)
  return ids.reverse()
}

/** By handle, or by being inside an ambient one; an unclear connection joins nothing. */
function joinedTransactions(write: PendingWrite, state: State): readonly ConnectionId[] {
  return state.open.filter((open) => open.ambient || write.connections.includes(open.connection)).map((open) => open.connection)
}

/** A new row in a table of processed events that holds no more than who sent what and when. */
function isMarker(write: PendingWrite): boolean {
  const { data, table } = write
  if (table === null || !isEventTable(table) || !['create', 'upsert', 'save'].includes(write.form) || data?.kind !== 'object' || data.open) return false
  return [...data.properties.keys()].every((key) => /id$|type|name|^(?:event|provider|source|processed|created|received|status)|at$|key$/i.test(key))
}

function fieldsOf(write: PendingWrite): readonly string[] | null {
  const { data } = write
  return data?.kind === 'object' && !data.open ? [...data.properties.keys()] : null
}

/** A new row as the call returns it has the constants that it was given; what the database makes of other values is not known. */
function createdRow({ form, data, idempotent }: PendingWrite): Value {
  if (form !== 'create' || idempotent === 'always' || data?.kind !== 'object') return unknown
  const given = [...data.properties].filter(([, value]) => value.kind === 'constants')
  return given.length === 0 ? unknown : { kind: 'object', properties: new Map(given), open: true }
}

/** Success as the library tells it: a promise, a result object, or (embedded databases) the plain value. */
function shaped(write: PendingWrite, value: Value): Value {
  if (write.errors !== 'value') return promiseOf(value)
  return promiseOf({
    kind: 'object',
    properties: new Map([
      ['data', value],
      ['error', constant(null)],
    ]),
    open: true,
  })
}

function failedValue(write: PendingWrite): Value {
  if (write.errors !== 'value') return { kind: 'promise', value: { kind: 'error', failure: true, status: null }, rejected: true }
  return promiseOf({
    kind: 'object',
    properties: new Map<string, Value>([
      ['data', constant(null)],
      ['error', { kind: 'error', failure: true, status: null }],
    ]),
    open: true,
  })
}

/**
 * In a state that carries a failure, writes are the protection's own: the same write again is a retry; a record that something in the
 * workspace reads back is a queue; a row taken away may be a claim given back; the rest is a note.
 */
function underFailure(walk: Walk, write: PendingWrite, state: State, failure: Failure): State {
  // Of joined failures only the one whose write runs again is retried.
  const again = [...failure.ids].filter((id) => walk.writes.instanceOf(id).write.site === write.site)
  if (again.length > 0 && failure.status === 'handled') {
    walk.writes.retry({ ...failure, ids: new Set(again) }, write.at, write.op)
    return state
  }
  if (
    write.table !== null &&
    failure.ids.size > 0 &&
    (write.form === 'create' || write.form === 'upsert' || write.form === 'save') &&
    isDeadLetterTable(write.table) &&
    walk.isReadBack(write.table)
  ) {
    return { ...state, failure: addMechanism(failure, { kind: 'queue', at: write.at, what: write.op }) }
  }
  if (write.table !== null && write.form === 'delete')
    return { ...state, failure: { ...failure, cleared: [...new Set([...failure.cleared, normalisedTable(write.table)])].sort() } }
  return state
}
