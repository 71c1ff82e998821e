/** An audit report → what the audit panel shows: operations grouped by entry point, places as links. */
import type { AuditReport, AuditedPath, Operation, Suppressed } from '../audit/report'
import { compareLocations, type FilePath, type Location } from '../base/location'
import type { EntryPoint, ProtectionClass } from '../flow/result'
import { relativeTo, toUri, type Ranges } from './convert'
import type { HandlerView, NoteView, OperationView, PathView, Place, ReportView } from './protocol'

export function viewOf(report: AuditReport, ranges: Ranges): ReportView {
  const place = (at: Location): Place => ({ location: ranges.location(at), label: `${relativeTo(report.root, at.file)}:${at.line}` })
  return {
    verdict: report.verdict,
    totals: report.totals,
    handlers: handlersOf(report.operations, place),
    advisories: report.advisories.map((advisory) => ({ text: advisory.message, at: place(advisory.at) })),
    suppressed: report.suppressed.map((item) => ({ text: acceptedNote(item), at: place(item.operation.at) })),
    coverage: { ...report.coverage, skipped: report.coverage.skipped.map(({ file, why }) => skippedNote(report.root, file, why)) },
  }
}

function acceptedNote({ kind, justification, operation }: Suppressed): string {
  const by = kind === 'external' ? 'baseline' : 'comment'
  return justification === '' ? `${operation.op} (${by})` : `${operation.op}: ${justification} (${by})`
}

type PlaceOf = (at: Location) => Place

interface Handler {
  readonly entry: EntryPoint
  readonly operations: Map<Operation, AuditedPath[]>
}

function handlersOf(operations: readonly Operation[], place: PlaceOf): readonly HandlerView[] {
  const handlers = new Map<string, Handler>()
  for (const operation of operations) {
    for (const path of operation.paths) {
      const key = `${path.entry.at.file}:${path.entry.at.start}:${path.entry.what}`
      const handler = handlers.get(key) ?? { entry: path.entry, operations: new Map<Operation, AuditedPath[]>() }
      handlers.set(key, handler)
      const paths = handler.operations.get(operation)
      if (paths === undefined) handler.operations.set(operation, [path])
      else paths.push(path)
    }
  }
  return [...handlers.values()]
    .sort((a, b) => compareLocations(a.entry.at, b.entry.at))
    .map(({ entry, operations: own }) => ({
      what: entry.what,
      context: entry.context,
      at: place(entry.at),
      operations: [...own].map(([operation, paths]) => operationView(operation, paths, place)),
    }))
}

function operationView(operation: Operation, paths: readonly AuditedPath[], place: PlaceOf): OperationView {
  const views = paths.map((path) => pathView(operation, path, place))
  return {
    op: operation.op,
    function: operation.function,
    at: place(operation.at),
    tier: operation.tier,
    protected: views.every((path) => path.protected),
    class: worst(views.map((path) => path.class)),
    paths: views,
  }
}

/** A path is a finding when its operation is and nothing holds on it; with the strict setting a transaction alone does not hold. */
function pathView(operation: Operation, path: AuditedPath, place: PlaceOf): PathView {
  const isProtected = operation.protected || path.reason === null
  return {
    class: path.class,
    protected: isProtected,
    detail: isProtected ? null : path.detail,
    confirmation: { what: path.confirmation.what, kind: path.confirmation.kind, at: place(path.confirmation.at) },
    chain: path.chain.map((step) => ({ text: step.call, at: place(step.at) })),
    mechanisms: path.mechanisms.map(({ what, kind, at }) => ({ what, kind, at: place(at) })),
    endedAt: isProtected || path.endedAt === null ? null : place(path.endedAt),
  }
}

/** Letters sort from best to worst. */
function worst(classes: readonly ProtectionClass[]): ProtectionClass {
  return classes.reduce((a, b) => (a > b ? a : b), 'a')
}

function skippedNote(root: FilePath, file: FilePath, why: string): NoteView {
  const start = { line: 0, character: 0 }
  return { text: why, at: { location: { uri: toUri(file), range: { start, end: start } }, label: relativeTo(root, file) } }
}
