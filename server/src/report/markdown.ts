/** The report for a pull request comment or a job summary. */
import { unprotectedPaths, type AuditReport, type Operation } from '../audit/report'
import { relativeTo } from '../base/location'
import { classNames, coverageLine, headline, inFunction, mechanismsOf, placeOf, sectionsOf, stepsOf, suppressorNames, totalsLine } from './sections'
import { check, type Tool } from './tool'

export function toMarkdown(report: AuditReport, tool: Tool): string {
  const { findings, protected: guarded, information } = sectionsOf(report)
  const blocks = [
    `## Paidpath: ${report.verdict}`,
    headline(report),
    ...findings.map((operation) => findingBlock(report, operation)),
    ...table(
      'Protected writes',
      ['Write', 'Where', 'Class', 'Protected by'],
      guarded.map((operation) => [
        code(operation.op),
        code(placeOf(report, operation.at)),
        `${operation.class} ${classNames[operation.class]}`,
        mechanismsOf(operation),
      ]),
    ),
    ...table(
      'Not part of the verdict',
      ['Write', 'Where', 'Why', 'Class'],
      information.map((operation) => [code(operation.op), code(placeOf(report, operation.at)), operation.tier, operation.class]),
    ),
    ...table(
      'Advisories',
      ['Kind', 'Where', 'What'],
      report.advisories.map(({ at, kind, message }) => [code(kind), code(placeOf(report, at)), message]),
    ),
    ...table(
      'Accepted',
      ['Write', 'Where', 'By', 'Reason'],
      report.suppressed.map(({ kind, justification, operation }) => [
        code(operation.op),
        code(placeOf(report, operation.at)),
        suppressorNames[kind],
        justification,
      ]),
    ),
    [
      `${report.totals.operations > 0 ? `${totalsLine(report)}. ` : ''}${coverageLine(report)}.`,
      ...report.coverage.skipped.map(({ file, why }) => `Skipped ${code(relativeTo(report.root, file))}: ${why}.`),
    ].join('  \n'),
    `<sub>Paidpath ${tool.version} · ${check.rule} · severity ${check.severity} · ${check.cwe}</sub>`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function findingBlock(report: AuditReport, operation: Operation): string {
  const paths = unprotectedPaths(operation).map((path) => {
    const steps = stepsOf(operation, path).map((step, index) => `${index + 1}. ${code(placeOf(report, step.at))} ${code(step.what)}`)
    return [path.detail, '', ...steps].join('\n')
  })
  return [`### ${code(operation.op)} ${inFunction(operation, code)}`.trimEnd(), ...paths].join('\n\n')
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [`### ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')]
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
