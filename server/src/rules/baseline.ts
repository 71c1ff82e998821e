/** The committed list of findings a team has accepted: how an entry names its finding, and the file's text. */
import { createHash } from 'node:crypto'
import { UserError } from '../base/cancellation'
import { lineStartsOf, locate, relativeTo, type FilePath, type Location, type Span } from '../base/location'
import { unprotectedPaths, type Operation } from './report'

/** Says which write is meant without a line number, so that edits elsewhere change nothing. */
export interface FindingName {
  /** Relative to the audited folder. */
  readonly file: string
  readonly function: string
  readonly operation: string
  readonly table: string | null
  /** Why it is unprotected; several are joined by `+`. What fails in another way than the accepted one is a new finding. */
  readonly reason: string
  /** Which of several equal calls of the function it is, from 1. */
  readonly ordinal: number
}

export interface BaselineEntry extends FindingName {
  /** Why the team accepts it; empty where nobody said. */
  readonly justification: string
}

export interface Baseline {
  readonly file: FilePath
  readonly entries: readonly (BaselineEntry & { readonly at: Location })[]
}

const version = 1
const howToMend = 'correct it, or delete it and run paidpath baseline'

export function nameOf(root: FilePath, operation: Omit<Operation, 'fingerprint'>): FindingName {
  const { at, function: name, op, table, ordinal } = operation
  return { file: relativeTo(root, at.file), function: name, operation: op, table, reason: reasonOf(operation), ordinal }
}

/** Under the strict setting a transaction alone is a finding without a reason of its own. */
function reasonOf(operation: Omit<Operation, 'fingerprint'>): string {
  if (operation.protected) return ''
  const reasons = [...new Set(unprotectedPaths(operation).map((path) => path.reason ?? 'rolled-back-but-charged'))]
  return reasons.sort().join('+')
}

export function fingerprintOf(name: FindingName): string {
  return createHash('sha256').update(keyOf(name)).digest('hex').slice(0, 16)
}

export function keyOf({ file, function: name, operation, table, reason, ordinal }: FindingName): string {
  return [file, name, operation, table ?? '', reason, String(ordinal)].join('\n')
}

/** Sorted, one property a line: made to be reviewed and merged. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort((a, b) => compare(a.file, b.file) || compare(a.function, b.function) || a.ordinal - b.ordinal || compare(keyOf(a), keyOf(b)))
  const plain = sorted.map(({ file, function: name, operation, table, reason, ordinal, justification }) => ({
    file,
    function: name,
    operation,
    ...(table === null ? {} : { table }),
    reason,
    ordinal,
    ...(justification === '' ? {} : { justification }),
  }))
  return `${JSON.stringify({ version, entries: plain }, null, 2)}\n`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `name`: of the file, as the user knows it. */
export function parseBaseline(file: FilePath, name: string, text: string): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UserError(`${name} is not JSON (${error instanceof Error ? error.message : String(error)}): ${howToMend}`)
  }
  if (!isRecord(value) || !Array.isArray(value['entries'])) throw new UserError(`${name} is not a baseline, it has no list "entries": ${howToMend}`)
  if (value['version'] !== version) {
    throw new UserError(`${name} is of version ${JSON.stringify(value['version'])}, and this Paidpath reads version ${String(version)}: ${howToMend}`)
  }
  const list: readonly unknown[] = value['entries']
  const starts = lineStartsOf(text)
  const spans = entrySpans(text)
  const entries = list.map((entry, index) => ({
    ...parseEntry(entry, (what) => new UserError(`${name}: entries[${String(index)}]${what}; ${howToMend}`)),
    at: locate(file, starts, spans[index] ?? { start: 0, end: 0 }),
  }))
  return { file, entries }
}

function parseEntry(entry: unknown, mistake: (what: string) => UserError): BaselineEntry {
  if (!isRecord(entry)) throw mistake(' must be an object')
  const text = (key: string, fallback?: string): string => {
    const value = entry[key] ?? fallback
    if (typeof value !== 'string') throw mistake(`.${key} must be a string`)
    return value
  }
  const ordinal = entry['ordinal']
  if (typeof ordinal !== 'number' || !Number.isInteger(ordinal) || ordinal < 1) throw mistake('.ordinal must be a number from 1')
  const table = entry['table'] === undefined ? null : text('table')
  return {
    file: text('file'),
    function: text('function'),
    operation: text('operation'),
    table,
    reason: text('reason'),
    ordinal,
    justification: text('justification', ''),
  }
}

/** Where the objects of the list stand; the text is known to be JSON. */
function entrySpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let depth = 0
  let start = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      depth++
      if (token === '{' && depth === 3) start = index
    } else if (token === '}' || token === ']') {
      if (token === '}' && depth === 3) spans.push({ start, end: index + 1 })
      depth--
    }
  }
  return spans
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
