/** The report for a terminal: verdict, what fails and along which path, what is protected and how, what was looked at. */
import { unprotectedPaths, type AuditReport, type Operation } from '../audit/report'
import { relativeTo } from '../base/location'
import { classNames, coverageLine, headline, inFunction, mechanismsOf, placeOf, sectionsOf, stepsOf, suppressorNames, totalsLine } from './sections'
import { plain, type Style } from './style'
import { check, type Tool } from './tool'

export function toText(report: AuditReport, tool: Tool, style: Style = plain): string {
  const { findings, protected: guarded, information } = sectionsOf(report)
  const blocks = [
    `${style.bold(`Paidpath ${tool.version}`)}  ${style.dim(`${check.rule} · severity ${check.severity} · ${check.cwe}`)}`,
    `${verdictLabel(report, style)}  ${headline(report)}`,
    ...findings.map((operation) => findingBlock(report, operation, style)),
    ...section('Protected', protectedRows(report, guarded), style),
    ...section('Not part of the verdict', informationRows(report, information), style),
    ...section('Advisories', advisoryRows(report, style), style),
    ...section('Suppressed', suppressedRows(report), style),
    coverageBlock(report, style),
    ...(report.totals.operations > 0 ? [totalsLine(report)] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function verdictLabel({ verdict }: AuditReport, style: Style): string {
  const label = style.bold(verdict.toUpperCase())
  return verdict === 'fail' ? style.red(label) : verdict === 'pass' ? style.green(label) : style.yellow(label)
}

function findingBlock(report: AuditReport, operation: Operation, style: Style): string {
  const lines = [
    `${style.red(style.bold(operation.op))}  ${placeOf(report, operation.at)}  ${style.dim(`${inFunction(operation)} (${operation.store})`.trimStart())}`,
  ]
  for (const path of unprotectedPaths(operation)) {
    const steps = stepsOf(operation, path)
    const places = steps.map((step) => placeOf(report, step.at))
    const width = Math.max(...places.map((place) => place.length))
    lines.push(`  ${path.detail}`)
    steps.forEach((step, index) => {
      const reason = index === steps.length - 1 && path.reason !== null ? style.yellow(`  ${path.reason}`) : ''
      lines.push(`    ${style.dim((places[index] ?? '').padEnd(width))}  ${step.what}${reason}`)
    })
  }
  return lines.join('\n')
}

function protectedRows(report: AuditReport, operations: readonly Operation[]): readonly string[] {
  const byClass = (['a', 'b', 'c'] as const).flatMap((letter) => operations.filter((operation) => operation.class === letter))
  return table(
    byClass.map((operation) => [`${operation.class} ${classNames[operation.class]}`, placeOf(report, operation.at), operation.op, mechanismsOf(operation)]),
  )
}

function informationRows(report: AuditReport, operations: readonly Operation[]): readonly string[] {
  return table(
    operations.map((operation) => [operation.tier, placeOf(report, operation.at), operation.op, `${operation.class} ${classNames[operation.class]}`]),
  )
}

function advisoryRows(report: AuditReport, style: Style): readonly string[] {
  return report.advisories.flatMap(({ at, kind, message }) => [`${style.yellow(kind)}  ${placeOf(report, at)}`, `  ${message}`])
}

function suppressedRows(report: AuditReport): readonly string[] {
  return table(
    report.suppressed.map(({ kind, justification, operation }) => [placeOf(report, operation.at), operation.op, suppressorNames[kind], justification]),
  )
}

function coverageBlock(report: AuditReport, style: Style): string {
  const skipped = report.coverage.skipped.map(({ file, why }) => `skipped ${relativeTo(report.root, file)}: ${why}`)
  return [`${style.bold('Coverage')}  ${coverageLine(report)}`, ...skipped.map((line) => `  ${line}`)].join('\n')
}

function section(title: string, rows: readonly string[], style: Style): readonly string[] {
  return rows.length === 0 ? [] : [[style.bold(title), ...rows.map((row) => `  ${row}`)].join('\n')]
}

/** Columns padded to the widest cell; no trailing spaces. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
