/** How an audit is divided for people: findings first, then what protects the rest. Shared by the text and Markdown reports. */
import type { AuditReport, AuditedPath, Operation, Suppressed, Verdict } from '../audit/report'
import { relativeTo, type Location } from '../base/location'
import type { MechanismKind, ProtectionClass } from '../flow/result'

export const classNames: Readonly<Record<ProtectionClass, string>> = {
  a: 'transaction',
  b: 'compensation',
  c: 'retry or queue',
  d: 'unprotected',
}

export const mechanismNames: Readonly<Record<MechanismKind, string>> = {
  transaction: 'transaction',
  compensation: 'compensation',
  queue: 'retry queue',
  job: 'retried job',
  retry: 'retry',
  redelivery: 'redelivery',
}

export const suppressorNames: Readonly<Record<Suppressed['kind'], string>> = { inSource: 'comment', external: 'baseline' }

export interface Sections {
  /** What decides a `fail`. */
  readonly findings: readonly Operation[]
  readonly protected: readonly Operation[]
  /** Bookkeeping and unreferenced code. */
  readonly information: readonly Operation[]
}

export function sectionsOf(report: AuditReport): Sections {
  const fulfilment = report.operations.filter((operation) => operation.tier === 'fulfilment')
  return {
    findings: fulfilment.filter((operation) => !operation.protected),
    protected: fulfilment.filter((operation) => operation.protected),
    information: report.operations.filter((operation) => operation.tier !== 'fulfilment'),
  }
}

export function mechanismsOf(operation: Operation): string {
  return [...new Set(operation.paths.flatMap((path) => path.mechanisms.map((mechanism) => mechanismNames[mechanism.kind])))].join(', ')
}

/** Verdict in one sentence. */
export function headline(report: AuditReport): string {
  const { findings, protected: guarded } = sectionsOf(report)
  const all = findings.length + guarded.length
  const accepted = report.suppressed.filter(({ operation }) => operation.tier === 'fulfilment').length
  const more = accepted === 0 ? '' : ` ${count(accepted, 'finding')} accepted.`
  const verdict: Verdict = report.verdict
  switch (verdict) {
    case 'fail':
      return `${findings.length} of ${writes(all)} after a confirmed payment can fail and lose the order.${more}`
    case 'pass':
      if (all === 0) return `No finding is left.${more}`
      return `${all === 1 ? 'The write after a confirmed payment is' : `All ${writes(all)} after a confirmed payment are`} protected.${more}`
    case 'skip':
      return report.coverage.filesIndexed === 0 ? 'No JavaScript or TypeScript files here.' : 'No database write after a confirmed payment found.'
  }
}

/** `7 operations, 4 adequately protected: a 2, b 1, c 1, d 3`. */
export function totalsLine({ totals }: AuditReport): string {
  const classes = (['a', 'b', 'c', 'd'] as const).map((letter) => `${letter} ${classNames[letter]} ${totals.byClass[letter]}`)
  return `${count(totals.operations, 'operation')}, ${totals.protected} adequately protected: ${classes.join(' · ')}`
}

export function coverageLine({ coverage }: AuditReport): string {
  const resolved = coverage.filesAnalysed === 0 ? '' : `, ${(coverage.callsResolved * 100).toFixed(1)} % of calls resolved`
  return `${count(coverage.filesIndexed, 'file')} indexed, ${coverage.filesAnalysed} analysed${resolved}`
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** `file:line:column`, as terminals and editors link it. */
export function placeOf(report: AuditReport, at: Location): string {
  return `${relativeTo(report.root, at.file)}:${at.line}:${at.column}`
}

/** `in fulfil`, or nothing where no function around the write has a name. */
export function inFunction({ function: name }: Operation, show: (name: string) => string = (text) => text): string {
  return name === '(anonymous)' ? '' : `in ${show(name)}`
}

export interface Step {
  readonly at: Location
  readonly what: string
}

/** Entry, confirmation, calls, write: the witness of a path in order. */
export function stepsOf(operation: Operation, path: AuditedPath): readonly Step[] {
  return [
    { at: path.entry.at, what: path.entry.what },
    { at: path.confirmation.at, what: path.confirmation.what },
    ...path.chain.map((step) => ({ at: step.at, what: `calls ${step.call}` })),
    { at: operation.at, what: operation.op },
  ]
}

function writes(n: number): string {
  return count(n, 'write')
}
