/** Findings and advisories of a report → LSP diagnostics, per file. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver'
import { assertNever } from '../base/assertNever'
import type { FilePath, Location } from '../base/location'
import { unprotectedPaths, type AuditReport, type AuditedPath, type Operation, type Suppressed, type Tier } from '../audit/report'
import { acceptedMessage, messageFor } from '../rules/messages'
import type { Ranges } from './convert'

export const source = 'paidpath'
export const ruleId = 'post-payment-rollback'

/** What `data` of a finding's diagnostic carries, so that a quick fix finds its operation again. */
export interface FindingData {
  readonly fingerprint: string
}

export interface DiagnosticOptions {
  readonly severity: DiagnosticSeverity
  readonly rulePage: string
  /** The client shows related places. */
  readonly relatedInformation: boolean
  /** The client fades what is tagged as unnecessary. */
  readonly tags: boolean
}

/** More than a few paths to one write make the hover unreadable; the audit panel lists them all. */
const PATHS_SHOWN = 3

export function diagnosticsOf(report: AuditReport, ranges: Ranges, options: DiagnosticOptions): ReadonlyMap<FilePath, readonly Diagnostic[]> {
  const byFile = new Map<FilePath, Diagnostic[]>()
  const add = (file: FilePath, diagnostic: Diagnostic) => {
    const list = byFile.get(file)
    if (list === undefined) byFile.set(file, [diagnostic])
    else list.push(diagnostic)
  }
  for (const operation of report.operations) {
    if (!operation.protected) add(operation.at.file, findingDiagnostic(operation, ranges, options))
  }
  for (const accepted of report.suppressed) {
    if (accepted.kind === 'external') add(accepted.operation.at.file, acceptedDiagnostic(accepted, ranges, options))
  }
  for (const advisory of report.advisories) {
    const isUnused = advisory.kind === 'unused-suppression'
    add(advisory.at.file, {
      range: ranges.of(advisory.at.file, advisory.at),
      severity: isUnused ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information,
      ...(isUnused && options.tags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
      source,
      code: advisory.kind,
      codeDescription: { href: options.rulePage },
      message: advisory.message,
    })
  }
  return byFile
}

export function isFindingData(data: unknown): data is FindingData {
  return typeof data === 'object' && data !== null && 'fingerprint' in data && typeof data.fingerprint === 'string'
}

function findingDiagnostic(operation: Operation, ranges: Ranges, options: DiagnosticOptions): Diagnostic {
  const data: FindingData = { fingerprint: operation.fingerprint }
  return {
    range: ranges.of(operation.at.file, operation.at),
    severity: severityOf(operation.tier, options.severity),
    source,
    code: ruleId,
    codeDescription: { href: options.rulePage },
    message: messageFor(operation),
    ...(options.relatedInformation
      ? {
          relatedInformation: unprotectedPaths(operation)
            .slice(0, PATHS_SHOWN)
            .flatMap((path) => witness(operation, path, ranges)),
        }
      : {}),
    data,
  }
}

/** Faded, and not among the problems: somebody has decided. Its quick fixes stay. */
function acceptedDiagnostic(accepted: Suppressed, ranges: Ranges, options: DiagnosticOptions): Diagnostic {
  return {
    ...findingDiagnostic(accepted.operation, ranges, options),
    severity: DiagnosticSeverity.Hint,
    ...(options.tags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    message: acceptedMessage(accepted),
  }
}

function severityOf(tier: Tier, chosen: DiagnosticSeverity): DiagnosticSeverity {
  switch (tier) {
    case 'fulfilment':
      return chosen
    case 'bookkeeping':
    case 'unreferenced':
      return DiagnosticSeverity.Information
    default:
      return assertNever(tier)
  }
}

function witness(operation: Operation, path: AuditedPath, ranges: Ranges): readonly DiagnosticRelatedInformation[] {
  const step = (at: Location, message: string) => ({ location: ranges.location(at), message })
  return [
    step(path.entry.at, `Entry point: ${path.entry.what}`),
    step(path.confirmation.at, `Payment confirmed: ${path.confirmation.what}`),
    ...path.chain.map((call) => step(call.at, `Calls ${call.call}`)),
    step(operation.at, `Write: ${operation.op}`),
    ...(path.endedAt === null ? [] : [step(path.endedAt, 'Here the failure ends')]),
  ]
}
