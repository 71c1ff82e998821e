/** From what the walk found to a verdict: tiers, protection under the settings, totals, fingerprints, wording. */
import { createHash } from 'node:crypto'
import type { FilePath, Location } from '../base/location'
import type { FlowResult, ProtectionClass, WriteOperation, WritePath } from '../flow/result'
import { advisoryMessage, detailOf, noteMessages } from './messages'
import { suppressionOf, suppressionsIn, type Suppression } from './suppressions'
import type { Advisory, AuditReport, Coverage, Operation, Suppressed, Tier, Verdict } from './report'

export interface AssessOptions {
  readonly root: FilePath
  readonly strict: boolean
  readonly coverage: Omit<Coverage, 'callsResolved'>
  /** Files whose text names the comment that suppresses. */
  readonly suppressing: readonly FilePath[]
  textOf(file: FilePath): string | undefined
}

export function assess(flow: FlowResult, options: AssessOptions): AuditReport {
  const seen = new Map<string, number>()
  const suppressions = new Map(options.suppressing.map((file) => [file, suppressionsIn(file, options.textOf(file) ?? '')]))
  const used = new Set<Suppression>()
  const suppressed: Suppressed[] = []
  const operations = flow.operations
    .map((operation) => assessOperation(operation, options, seen))
    .filter((operation) => {
      const suppression = operation.protected ? null : suppressionOf(operation, suppressions.get(operation.at.file) ?? [])
      if (suppression === null) return true
      used.add(suppression)
      if (suppression.reason === null) return true
      suppressed.push({ fingerprint: operation.fingerprint, justification: suppression.reason, at: operation.at })
      return false
    })
  const deciding = operations.filter((operation) => operation.tier === 'fulfilment')
  const { calls, callsResolved, cut } = flow.coverage
  return {
    root: options.root,
    verdict: verdictOf(deciding),
    totals: { operations: deciding.length, protected: deciding.filter((operation) => operation.protected).length, byClass: countByClass(deciding) },
    operations,
    advisories: [
      ...flow.advisories.map((advisory): Advisory => ({ at: advisory.at, kind: advisory.kind, message: advisoryMessage(advisory) })),
      ...[...suppressions.values()].flat().flatMap((suppression) => notesOn(suppression, used.has(suppression))),
    ],
    suppressed,
    coverage: {
      ...options.coverage,
      callsResolved: calls === 0 ? 1 : Math.round((1000 * callsResolved) / calls) / 1000,
      skipped: [...options.coverage.skipped, ...cut.map(({ at, why }) => ({ file: at.file, why }))],
    },
  }
}

function notesOn({ at, reason }: Suppression, isUsed: boolean): readonly Advisory[] {
  if (isUsed && reason !== null) return []
  const kind = isUsed ? 'suppression-without-reason' : 'unused-suppression'
  return [{ at, kind, message: noteMessages[kind] }]
}

function verdictOf(deciding: readonly Operation[]): Verdict {
  if (deciding.length === 0) return 'skip'
  return deciding.every((operation) => operation.protected) ? 'pass' : 'fail'
}

function countByClass(operations: readonly Operation[]): Record<ProtectionClass, number> {
  const counts = { a: 0, b: 0, c: 0, d: 0 }
  for (const operation of operations) counts[operation.class] += 1
  return counts
}

function assessOperation(operation: WriteOperation, options: AssessOptions, seen: Map<string, number>): Operation {
  const file = relative(options.root, operation.at)
  const tier = tierOf(operation)
  // Paths that start at an export nobody refers to decide nothing where others exist.
  const referenced = operation.paths.filter((path) => path.entry.referenced)
  const deciding = referenced.length > 0 ? referenced : operation.paths
  return {
    ...operation,
    tier,
    protected: deciding.every((path) => isProtected(path, options.strict)),
    class: deciding.map((path) => path.class).reduce((worst, letter) => (letter > worst ? letter : worst), 'a'),
    paths: operation.paths.map((path) => ({ ...path, detail: detailOf(file, operation, path) })),
    fingerprint: fingerprintOf(file, operation, seen),
  }
}

/** Strict: a rolled back write after which nothing refunds or retries leaves the customer charged. */
function isProtected(path: WritePath, strict: boolean): boolean {
  if (path.class === 'd') return false
  return !(strict && path.mechanisms.every((mechanism) => mechanism.kind === 'transaction'))
}

function tierOf(operation: WriteOperation): Tier {
  if (operation.bookkeeping) return 'bookkeeping'
  return operation.paths.some((path) => path.entry.referenced) ? 'fulfilment' : 'unreferenced'
}

function relative(root: FilePath, at: Location): string {
  return at.file.startsWith(`${root}/`) ? at.file.slice(root.length + 1) : at.file
}

/** File, function and call, and which of several such calls it is; no line numbers, so that edits elsewhere do not change it. */
function fingerprintOf(file: string, operation: WriteOperation, seen: Map<string, number>): string {
  const base = `${file}\n${operation.function}\n${operation.op}\n${operation.table ?? ''}`
  const count = (seen.get(base) ?? 0) + 1
  seen.set(base, count)
  return createHash('sha256')
    .update(`${base}\n${String(count)}`)
    .digest('hex')
    .slice(0, 16)
}
