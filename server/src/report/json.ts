/** The JSON report: a public contract, documented in docs/report.md. Equal audits give equal bytes. */
import type { AuditReport, AuditedPath, NoteKind, Operation, Suppressed, Tier, Verdict } from '../audit/report'
import { relativeTo, type FilePath, type Location } from '../base/location'
import type { AdvisoryKind, ConfirmationKind, MechanismKind, Outcome, ProtectionClass, Reason } from '../flow/result'
import { check, type Tool } from './tool'

export interface JsonReport {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'paidpath'; readonly version: string }
  readonly check: string
  readonly severity: string
  readonly verdict: Verdict
  readonly totals: { readonly operations: number; readonly protected: number; readonly byClass: Readonly<Record<ProtectionClass, number>> }
  readonly operations: readonly JsonOperation[]
  readonly advisories: readonly { readonly file: string; readonly line: number; readonly kind: AdvisoryKind | NoteKind; readonly message: string }[]
  readonly suppressed: readonly JsonSuppressed[]
  readonly coverage: {
    readonly filesIndexed: number
    readonly filesAnalysed: number
    readonly callsResolved: number
    readonly skipped: readonly { readonly file: string; readonly why: string }[]
  }
}

export interface JsonOperation {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly op: string
  readonly store: string
  readonly function: string
  readonly tier: Tier
  readonly protected: boolean
  readonly class: ProtectionClass
  readonly paths: readonly JsonPath[]
  readonly fingerprint: string
}

export interface JsonSuppressed {
  readonly fingerprint: string
  readonly justification: string
  readonly kind: Suppressed['kind']
  readonly file: string
  readonly line: number
  readonly op: string
}

export interface JsonPath {
  readonly entry: { readonly file: string; readonly line: number; readonly what: string }
  readonly confirmation: { readonly file: string; readonly line: number; readonly kind: ConfirmationKind; readonly what: string }
  readonly chain: readonly { readonly file: string; readonly line: number; readonly call: string }[]
  readonly mechanisms: readonly MechanismKind[]
  readonly class: ProtectionClass
  readonly reason: Reason | null
  readonly outcome: Outcome
  readonly idempotent: boolean
  readonly detail: string
}

export function toJson(report: AuditReport, tool: Tool): string {
  return `${JSON.stringify(toJsonReport(report, tool), null, 2)}\n`
}

/** Keys are written in the order of the contract: `JSON.stringify` keeps it. */
export function toJsonReport(report: AuditReport, tool: Tool): JsonReport {
  const { root, totals, coverage } = report
  return {
    schemaVersion: 1,
    tool: { name: 'paidpath', version: tool.version },
    check: check.id,
    severity: check.severity,
    verdict: report.verdict,
    totals: {
      operations: totals.operations,
      protected: totals.protected,
      byClass: { a: totals.byClass.a, b: totals.byClass.b, c: totals.byClass.c, d: totals.byClass.d },
    },
    operations: report.operations.map((operation) => toJsonOperation(root, operation)),
    advisories: report.advisories.map(({ at, kind, message }) => ({ ...place(root, at), kind, message })),
    suppressed: report.suppressed.map(({ kind, justification, operation }) => ({
      fingerprint: operation.fingerprint,
      justification,
      kind,
      ...place(root, operation.at),
      op: operation.op,
    })),
    coverage: {
      filesIndexed: coverage.filesIndexed,
      filesAnalysed: coverage.filesAnalysed,
      callsResolved: coverage.callsResolved,
      skipped: coverage.skipped.map(({ file, why }) => ({ file: relativeTo(root, file), why })),
    },
  }
}

function toJsonOperation(root: FilePath, operation: Operation): JsonOperation {
  return {
    ...place(root, operation.at),
    column: operation.at.column,
    op: operation.op,
    store: operation.store,
    function: operation.function,
    tier: operation.tier,
    protected: operation.protected,
    class: operation.class,
    paths: operation.paths.map((path) => toJsonPath(root, path)),
    fingerprint: operation.fingerprint,
  }
}

function toJsonPath(root: FilePath, path: AuditedPath): JsonPath {
  const { entry, confirmation } = path
  return {
    entry: { ...place(root, entry.at), what: entry.what },
    confirmation: { ...place(root, confirmation.at), kind: confirmation.kind, what: confirmation.what },
    chain: path.chain.map((step) => ({ ...place(root, step.at), call: step.call })),
    mechanisms: path.mechanisms.map((mechanism) => mechanism.kind),
    class: path.class,
    reason: path.reason,
    outcome: path.outcome,
    idempotent: path.idempotent,
    detail: path.detail,
  }
}

function place(root: FilePath, at: Location): { readonly file: string; readonly line: number } {
  return { file: relativeTo(root, at.file), line: at.line }
}
