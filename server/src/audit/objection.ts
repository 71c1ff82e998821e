/** Whether a fix holds, by the report of its result: what the command asks before it keeps a change, and the editor before it hands one out. */
import type { Fix } from '../rules/fixes/fix'
import { unprotectedPaths, type Advisory, type AuditReport, type Operation } from './report'

/** Null when the result is better than what it was made from. `about`: the advisory that the fix is for; null for a finding's. */
export function objectionTo(fix: Fix, before: AuditReport, after: AuditReport, about: Advisory | null): string | null {
  const worse = harmfulTo(fix).find((kind) => countOf(after, kind) > countOf(before, kind))
  if (worse !== undefined) return `The result would have the advisory ${worse}.`
  const lost = newlyOpen(before, after)
  if (lost !== null) return `${lost.op} in line ${String(lost.at.line)} would lose its protection.`
  const tables = new Set(after.operations.map(tableOf))
  const gone = before.operations.find((operation) => operation.table !== null && !tables.has(tableOf(operation)))
  if (gone !== undefined && !after.operations.some(({ at, table }) => at.file === gone.at.file && table === null))
    return `After it, ${gone.op} in line ${String(gone.at.line)} is not recognised as a write any more.`
  const [was, is] = [findingsOf(before), findingsOf(after)]
  if (about !== null) {
    if (is.length > was.length) return 'The result would have one finding more.'
    return countOf(after, about.kind) < countOf(before, about.kind) ? null : 'What it is for would still stand.'
  }
  if (is.length < was.length) return null
  const skipped = (list: readonly Operation[]): number => list.filter((operation) => reasonsOf(operation).includes('retry-blocked')).length
  if (fix.kind === 'repair-rethrow' && skipped(is) > skipped(was))
    return 'Another delivery would skip the write, because an earlier one of the same handler marks it as done: wrap both in a transaction first.'
  const standing = (list: readonly Operation[]): string => list.map((operation) => `${operation.op} ${reasonsOf(operation)}`).join('\n')
  if (fix.kind.startsWith('repair-') && is.length === was.length && standing(is) !== standing(was)) return null
  return 'It would leave the write unprotected.'
}

/** What is not protected and has to be. */
export function findingsOf({ operations }: AuditReport): readonly Operation[] {
  return operations.filter((operation) => operation.tier === 'fulfilment' && !operation.protected)
}

const harmful: readonly Advisory['kind'][] = [
  'refund-and-retry',
  'compensation-covers-charge',
  'charge-inside-transaction',
  'refund-not-awaited',
  'refund-without-idempotency-key',
  'never-runs',
]

/** After a refund nothing is delivered again: that an earlier write would be repeated then is no news. */
function harmfulTo({ kind }: Fix): readonly Advisory['kind'][] {
  if (kind === 'refund') return harmful
  return kind === 'redelivery' ? [...harmful, 'redelivery-repeats', 'rolled-back-but-charged'] : [...harmful, 'redelivery-repeats']
}

function countOf({ advisories }: AuditReport, kind: Advisory['kind']): number {
  return advisories.filter((advisory) => advisory.kind === kind).length
}

function tableOf({ at, table }: Operation): string {
  return `${at.file}\n${table ?? ''}`
}

/** A fix may call a write by another name, but leaves it in its function and table. */
function newlyOpen(before: AuditReport, after: AuditReport): Operation | null {
  const nameOf = ({ at, function: name, table }: Operation): string => `${at.file}\n${name}\n${table ?? ''}`
  const open = findingsOf(before).map(nameOf)
  for (const operation of findingsOf(after)) {
    const index = open.indexOf(nameOf(operation))
    if (index < 0) return operation
    open.splice(index, 1)
  }
  return null
}

function reasonsOf(operation: Operation): string {
  return unprotectedPaths(operation)
    .map((path) => path.reason ?? '')
    .join(' ')
}
