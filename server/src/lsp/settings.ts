/** `paidpath.*` as the client sends it → settings of the rule. A value that makes no sense is named, and its default used. */
import { DiagnosticSeverity } from 'vscode-languageserver'
import { defaultSettings, type Settings } from '../audit/settings'

export interface EditorSettings {
  readonly rule: Settings
  /** Of an unprotected fulfilment write. */
  readonly severity: DiagnosticSeverity
  /** One sentence per value that was not understood. */
  readonly problems: readonly string[]
}

const severities: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export function readSettings(section: unknown): EditorSettings {
  const values: Readonly<Record<string, unknown>> = isRecord(section) ? section : {}
  const problems: string[] = []

  function read<Value>(name: string, fallback: Value, expected: string, accept: (value: unknown) => value is Value): Value {
    const value = values[name]
    if (value === undefined || value === null) return fallback
    if (accept(value)) return value
    problems.push(`Setting paidpath.${name} must be ${expected}, not ${JSON.stringify(value)}. Using ${JSON.stringify(fallback)}.`)
    return fallback
  }

  const rule: Settings = {
    strict: read('strict', defaultSettings.strict, 'true or false', isBoolean),
    redelivery: read('redelivery', defaultSettings.redelivery, '"idempotent" or "never"', isRedelivery),
    subscriptionEvents: read('subscriptionEvents', defaultSettings.subscriptionEvents, 'true or false', isBoolean),
    shapeFallback: read('shapeFallback', defaultSettings.shapeFallback, 'true or false', isBoolean),
    exclude: read('exclude', defaultSettings.exclude, 'a list of globs', isStringList),
    declarations: read('declarations', defaultSettings.declarations, 'a list of globs', isStringList),
    baseline: read('baseline', defaultSettings.baseline, 'the path of a baseline file, or "" for none', isString),
    retryQueue: read('retryQueue', defaultSettings.retryQueue, 'a file and its export, such as "src/queues/retry.ts#enqueueRetry"', isString),
  }
  const severity = read('severity', 'warning', `one of ${Object.keys(severities).join(', ')}`, isSeverityName)
  return { rule, severity: severities[severity] ?? DiagnosticSeverity.Warning, problems }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isRedelivery(value: unknown): value is Settings['redelivery'] {
  return value === 'idempotent' || value === 'never'
}

function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isSeverityName(value: unknown): value is string {
  return typeof value === 'string' && value in severities
}
