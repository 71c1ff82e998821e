/** SARIF 2.1.0, for code hosts and security dashboards: one result per finding, one code flow per unprotected path. */
import type { CodeFlow, Location as SarifLocation, Log, ReportingDescriptor, Result, ToolComponent } from 'sarif'
import { unprotectedPaths, type Advisory, type AuditReport, type AuditedPath, type Operation, type Suppressed } from '../audit/report'
import { relativeTo, type FilePath, type Location } from '../base/location'
import { sectionsOf, stepsOf } from './sections'
import { check, type Tool } from './tool'

const sourceRoot = 'SRCROOT'
/** Changes when fingerprints are computed in another way. */
const fingerprintKey = 'paidpath/v1'
const cweId = check.cwe.replace('CWE-', '')

export function toSarif(report: AuditReport, tool: Tool): string {
  return `${JSON.stringify(toSarifLog(report, tool), null, 2)}\n`
}

export function toSarifLog(report: AuditReport, tool: Tool): Log {
  const { root, advisories } = report
  const kinds = [...new Set(advisories.map((advisory) => advisory.kind))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Paidpath',
            semanticVersion: tool.version,
            rules: [findingRule, ...kinds.map((kind): ReportingDescriptor => ({ id: kind, defaultConfiguration: { level: 'note' } }))],
            supportedTaxonomies: [{ name: 'CWE', index: 0 }],
          },
        },
        taxonomies: [cweTaxonomy],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The audited folder.' } } },
        results: [
          ...sectionsOf(report).findings.map((operation) => findingResult(root, operation)),
          ...report.suppressed.map((suppressed) => suppressedResult(root, suppressed)),
          ...advisories.map((advisory) => advisoryResult(root, advisory, kinds.indexOf(advisory.kind) + 1)),
        ],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.coverage.skipped.map(({ file, why }) => ({
              level: 'warning',
              message: { text: `Not analysed: ${why}` },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(root, file), uriBaseId: sourceRoot } } }],
            })),
          },
        ],
        properties: { verdict: report.verdict, totals: report.totals },
      },
    ],
  }
}

const findingRule: ReportingDescriptor = {
  id: check.rule,
  name: 'PostPaymentRollback',
  shortDescription: { text: check.title },
  fullDescription: { text: check.help },
  help: { text: check.help },
  defaultConfiguration: { level: 'error' },
  relationships: [{ target: { id: cweId, toolComponent: { name: 'CWE', index: 0 } }, kinds: ['superset'] }],
  properties: { id: check.id, tags: ['security', `external/cwe/${check.cwe.toLowerCase()}`], precision: 'high', 'security-severity': '7.5' },
}

const cweTaxonomy: ToolComponent = {
  name: 'CWE',
  organization: 'MITRE',
  shortDescription: { text: 'Common Weakness Enumeration' },
  taxa: [
    {
      id: cweId,
      shortDescription: { text: "Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')" },
    },
  ],
}

function findingResult(root: FilePath, operation: Operation): Result {
  const paths = unprotectedPaths(operation)
  return {
    ruleId: check.rule,
    ruleIndex: 0,
    level: 'error',
    message: { text: paths.map((path) => path.detail).join('\n') },
    locations: [{ ...locationOf(root, operation.at), logicalLocations: [{ name: operation.function, kind: 'function' }] }],
    codeFlows: paths.map((path) => codeFlow(root, operation, path)),
    partialFingerprints: { [fingerprintKey]: operation.fingerprint },
    taxa: [{ id: cweId, toolComponent: { name: 'CWE', index: 0 } }],
    properties: { op: operation.op, store: operation.store, reasons: [...new Set(paths.flatMap((path) => path.reason ?? []))] },
  }
}

function codeFlow(root: FilePath, operation: Operation, path: AuditedPath): CodeFlow {
  const steps = stepsOf(operation, path)
  return {
    threadFlows: [
      {
        locations: steps.map((step, index) => ({
          location: { ...locationOf(root, step.at), message: { text: step.what } },
          importance: index === steps.length - 1 ? 'essential' : 'important',
        })),
      },
    ],
  }
}

function suppressedResult(root: FilePath, { kind, operation, justification }: Suppressed): Result {
  return { ...findingResult(root, operation), suppressions: [{ kind, ...(justification === '' ? {} : { justification }) }] }
}

function advisoryResult(root: FilePath, { at, kind, message }: Advisory, ruleIndex: number): Result {
  return { ruleId: kind, ruleIndex, level: 'note', message: { text: message }, locations: [locationOf(root, at)] }
}

function locationOf(root: FilePath, at: Location): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(root, at.file), uriBaseId: sourceRoot },
      region: { startLine: at.line, startColumn: at.column },
    },
  }
}

/** `app/orders/[id]/route.ts` holds characters a URI may not. */
function uriOf(root: FilePath, file: FilePath): string {
  return relativeTo(root, file).split('/').map(encodeURIComponent).join('/')
}
