/** From what the walk found to a verdict: tiers, protection under the settings, totals, fingerprints, wording. */
import { relativeTo, type FilePath } from '../base/location'
import type { FlowResult, ProtectionClass, WriteOperation, WritePath } from '../flow/result'
import { fingerprintOf, keyOf, nameOf, type Baseline } from './baseline'
import { advisoryMessage, detailOf, noteMessages, staleMessage } from './messages'
import { suppressionOf, suppressionsIn, type Suppression } from './suppressions'
import type { Advisory, AuditReport, Coverage, Operation, Suppressed, Tier, Verdict } from './report'

export interface AssessOptions {
  readonly root: FilePath
  readonly strict: boolean
  readonly coverage: Omit<Coverage, 'callsResolved'>
  /** Files whose text names the comment that suppresses. */
  readonly suppressing: readonly FilePath[]
  readonly baseline: Baseline | null
  textOf(file: FilePath): string | undefined
}

export function assess(flow: FlowResult, options: AssessOptions): AuditReport {
  const seen = new Map<string, number>()
  const suppressions = new Map(options.suppressing.map((file) => [file, suppressionsIn(file, options.textOf(file) ?? '')]))
  const used = new Set<Suppression>()
  const accepted = new Map((options.baseline?.entries ?? []).map((entry) => [keyOf(entry), entry]))
  const suppressed: Suppressed[] = []
  const operations = flow.operations
    .map((operation) => assessOperation(operation, options, seen))
    .filter((operation) => {
      if (operation.protected) return true
      const suppression = suppressionOf(operation, suppressions.get(operation.at.file) ?? [])
      if (suppression !== null) used.add(suppression)
      if (suppression !== null && suppression.reason !== null) {
        suppressed.push({ kind: 'inSource', justification: suppression.reason, operation })
        return false
      }
      const key = keyOf(nameOf(options.root, operation))
      const entry = accepted.get(key)
      if (entry === undefined) return true
      accepted.delete(key)
      suppressed.push({ kind: 'external', justification: entry.justification, operation })
      return false
    })
  const deciding = operations.filter((operation) => operation.tier === 'fulfilment')
  const { calls, callsResolved, cut } = flow.coverage
  return {
    root: options.root,
    verdict: verdictOf(deciding, suppressed),
    totals: { operations: deciding.length, protected: deciding.filter((operation) => operation.protected).length, byClass: countByClass(deciding) },
    operations,
    advisories: [
      ...flow.advisories.map((advisory): Advisory => ({ at: advisory.at, kind: advisory.kind, message: advisoryMessage(advisory) })),
      ...[...suppressions.values()].flat().flatMap((suppression) => notesOn(suppression, used.has(suppression))),
      ...[...accepted.values()].map((entry): Advisory => ({ at: entry.at, kind: 'stale-baseline-entry', message: staleMessage(entry) })),
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

function verdictOf(deciding: readonly Operation[], suppressed: readonly Suppressed[]): Verdict {
  if (deciding.length === 0 && !suppressed.some(({ operation }) => operation.tier === 'fulfilment')) return 'skip'
  return deciding.every((operation) => operation.protected) ? 'pass' : 'fail'
}

function countByClass(operations: readonly Operation[]): Record<ProtectionClass, number> {
  const counts = { a: 0, b: 0, c: 0, d: 0 }
  for (const operation of operations) counts[operation.class] += 1
  return counts
}

function assessOperation(operation: WriteOperation, options: AssessOptions, seen: Map<string, number>): Operation {
  const file = relativeTo(options.root, operation.at.file)
  // Paths that start at an export nobody refers to decide nothing where others exist.
  const referenced = operation.paths.filter((path) => path.entry.referenced)
  const deciding = referenced.length > 0 ? referenced : operation.paths
  const equals = [file, operation.function, operation.op, operation.table ?? ''].join('\n')
  const ordinal = (seen.get(equals) ?? 0) + 1
  seen.set(equals, ordinal)
  const assessed = {
    ...operation,
    tier: tierOf(operation),
    protected: deciding.every((path) => isProtected(path, options.strict)),
    class: deciding.map((path) => path.class).reduce((worst, letter) => (letter > worst ? letter : worst), 'a'),
    paths: operation.paths.map((path) => ({ ...path, detail: detailOf(file, operation, path) })),
    ordinal,
  }
  return { ...assessed, fingerprint: fingerprintOf(nameOf(options.root, assessed)) }
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
