/** Whether a write may safely happen twice (spec section 3), and whether a new try would reach it at all. */
import { normalisedTable } from '../callgraph/buildGraph'
import { unionOfGuards, type Committed, type State } from './state'
import { optionsOf, settled, type ConnectionId, type Value } from './values'
import type { Walk } from './walk'
import type { Blocker, PendingWrite } from './write'

export function isIdempotent(walk: Walk, write: PendingWrite, state: State): boolean {
  return byItself(walk, write) || isGuarded(state)
}

function byItself(walk: Walk, write: PendingWrite): boolean {
  if (write.idempotent === 'never') return false
  const relative = write.data !== null && (dependsOnRow(write.data) || isRelativeUpdate(write.data))
  switch (write.form) {
    case 'upsert':
      return !relative && !isFresh(write.where)
    case 'update':
      return !relative
    case 'save':
      return !relative && !isNew(write)
    case 'delete':
      return true
    case 'create':
      return (write.idempotent === 'always' && !keyIsGenerated(write)) || hasUniqueKey(walk, write)
    // Setting a key of the relation again changes nothing.
    case 'relate':
      return true
    case 'increment':
    case 'unknown':
      return write.idempotent === 'always'
    case 'read':
      return true
  }
}

/** A key made by the call itself never meets the row of an earlier try. */
function isFresh(where: Value | null): boolean {
  if (where?.kind === 'object') return [...where.properties].some(([name, value]) => value.kind === 'generated' && /^(?:_?id|pk|key|uuid)$|Id$|_id$/.test(name))
  return where?.kind === 'generated'
}

/** Keys of operators that change a value by itself: Prisma's, MongoDB's, Firestore's. */
const relativeKeys = new Set(['increment', 'decrement', 'multiply', 'divide', 'push', '$inc', '$mul', '$push', '$addToSet', '$pull', 'ADD'])

/** Prisma's `set` and MongoDB's `$addToSet` repeat without harm. */
const harmless = new Set(['$addToSet', '$pull'])

export function dependsOnRow(value: Value, depth = 4): boolean {
  if (depth === 0) return false
  switch (value.kind) {
    case 'derived':
      return true
    case 'object':
      return [...value.properties].some(
        ([key, property]) => (relativeKeys.has(key) && !harmless.has(key) && property.kind !== 'undefined') || dependsOnRow(property, depth - 1),
      )
    case 'array':
      return value.items.some((item) => dependsOnRow(item, depth - 1))
    case 'text':
      return false
    case 'choice':
      return optionsOf(value).some((option) => dependsOnRow(option, depth))
    default:
      return false
  }
}

/** DynamoDB's update expressions: `ADD credits :n`, `SET credits = if_not_exists(credits, :zero) + :n`. */
function isRelativeUpdate(value: Value): boolean {
  const texts = optionsOf(value).flatMap((option) =>
    option.kind === 'text' ? [option.pattern] : option.kind === 'constants' ? option.options.map(String) : [],
  )
  return texts.some((text) => /(?:^|\s)ADD\s+[#\w]|\blist_append\s*\(|\bSET\b[^]*=\s*(?:if_not_exists\s*\([^)]*\)|[#\w.]+)\s*[-+]/i.test(text))
}

/** A saved value that was not loaded is inserted. */
function isNew(write: PendingWrite): boolean {
  const { data } = write
  if (data === null) return true
  const value = settled(data)
  if (value.kind === 'row') return false
  // What an unknown look-up made of a payment's ids is no payment.
  return value.kind !== 'unknown' && value.kind !== 'client' && value.kind !== 'truthy' && value.kind !== 'payment'
}

/** `onConflictDoNothing` on a key made by the same call never meets a conflict. */
function keyIsGenerated(write: PendingWrite): boolean {
  const { data } = write
  return data?.kind === 'object' && data.properties.get('id')?.kind === 'generated'
}

/** The schema refuses a second row: a unique key whose columns all get values that a repeat would give again. */
function hasUniqueKey(walk: Walk, write: PendingWrite): boolean {
  const { data, table } = write
  if (table === null) return false
  const row = data === null ? null : settled(data)
  const columns = row?.kind === 'object' ? row.properties : row?.kind === 'instance' ? row.fields : null
  if (columns === null) return false
  const given = new Map([...columns].map(([key, value]) => [normalisedTable(key), value]))
  return walk.graph.uniqueKeys(table).some(
    (key) =>
      key.columns.length > 0 &&
      key.columns.every((column) => {
        const value = given.get(normalisedTable(column))
        // Instead of the key that the schema makes: an id of the payment is given.
        if (key.generated) return value?.kind === 'payment' || value?.kind === 'event'
        return value !== undefined && value.kind !== 'generated' && value.kind !== 'undefined'
      }),
  )
}

/** Reached only after a look-up found nothing, or found a row still pending, or after the event was claimed. */
function isGuarded(state: State): boolean {
  return state.guards.some((guard) => guard.means === 'absent' || guard.means === 'pending') || state.committed.some((committed) => committed.marker)
}

/**
 * Why a new try would skip the write: a guard on the path looks at a table that an earlier write on the path has changed, and that write
 * stays when this one fails.
 */
export function blockersOf(state: State, transactions: readonly ConnectionId[]): readonly Blocker[] {
  const stays = (committed: Committed): boolean => !committed.transactions.some((connection) => transactions.includes(connection))
  // The claim of a new try collides with the first one's.
  const claims = state.committed.filter((committed) => committed.marker && committed.form === 'create' && stays(committed))
  const guards = unionOfGuards(state.guards, state.turningBack).filter((guard) => {
    if (guard.means === 'present') return false
    const certain = guard.means === 'tested'
    const table = normalisedTable(guard.table)
    return state.committed.some(
      (committed) =>
        committed.order > guard.readAt &&
        normalisedTable(committed.table) === table &&
        changes(committed, guard.field, guard.means === 'absent') &&
        !(certain && committed.fields === null && !savesState(committed, guard.field)) &&
        stays(committed),
    )
  })
  return [
    ...claims.map(({ table }) => ({ table: normalisedTable(table), byPresence: true })),
    ...guards.map(({ table, means }) => ({ table: normalisedTable(table), byPresence: means === 'absent' })),
  ]
}

/** Whether a new try is stopped all the same, after the failure's handling has deleted from some tables. */
export function isBlocked(blockers: readonly Blocker[], cleared: readonly string[]): boolean {
  return blockers.some(({ table, byPresence }) => !byPresence || !cleared.includes(table))
}

/** A row whose state was tested, and that is then saved whole, has gone on to another state: that is what it was tested for. */
function savesState(committed: Committed, field: string | null): boolean {
  return committed.form === 'save' && field !== null && /stat(?:e|us)$/i.test(field)
}

function changes(committed: Committed, field: string | null, wasAbsent: boolean): boolean {
  if (wasAbsent) return committed.form !== 'delete' && committed.form !== 'increment'
  return field === null || committed.fields === null || committed.fields.includes(field)
}
