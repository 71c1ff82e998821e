/**
 * What tests call. An annotation says what the write above its carets is: its class, then as much as the test is about.
 *
 *     ^^^^^^ a                      protected by a transaction, perhaps by more
 *     ^^^^^^ a transaction queue    protected by exactly these
 *     ^^^^^^ d swallowed            unprotected, for exactly these reasons
 *     ^^^^^^ d lost bookkeeping     a tier other than fulfilment is always said
 *     ^^^^^^ d paths:2 on:invoice.paid outcome:lost in:webhook idempotent:no
 *     ^^^^^^ MISSING d lost (why)   a known wrong answer: fails on the day the answer becomes right
 *
 * A write that is not annotated must not be reported at all.
 */
import { expect } from 'vitest'
import type { AuditReport, AuditedPath, Operation } from '../../server/src/audit/report'
import type { Settings } from '../../server/src/audit/settings'
import { relativeTo, type Location } from '../../server/src/base/location'
import type { MechanismKind, Outcome, ProtectionClass, Reason } from '../../server/src/flow/result'
import { toText } from '../../server/src/report/text'
import { auditFiles } from './audit'
import { parseFixture, type Annotation } from './fixture'

const reasons: readonly Reason[] = ['swallowed', 'lost', 'outside-transaction', 'retry-blocked', 'not-idempotent', 'no-handling']
const mechanisms: readonly MechanismKind[] = ['transaction', 'compensation', 'queue', 'job', 'retry', 'redelivery']
const classes: readonly ProtectionClass[] = ['a', 'b', 'c', 'd']
const tiers = ['bookkeeping', 'unreferenced'] as const
const facts: Readonly<Record<string, (operation: Operation) => string>> = {
  paths: (operation) => String(operation.paths.length),
  on: (operation) => unique(operation.paths.map((path) => path.confirmation.what.replaceAll(', ', '|'))).join('|'),
  kind: (operation) => unique(operation.paths.map((path) => path.confirmation.kind)).join('|'),
  in: (operation) => unique(operation.paths.map((path) => path.entry.context)).join('|'),
  outcome: (operation) => unique(worstPaths(operation).map((path): Outcome => path.outcome)).join('|'),
  idempotent: (operation) => unique(operation.paths.map((path) => (path.idempotent ? 'yes' : 'no'))).join('|'),
  store: (operation) => operation.store,
  via: (operation) => unique(operation.paths.map((path) => path.chain.map((step) => step.call).join('>'))).join('|'),
}

/** Every annotated write is reported as it says, and no other. */
export async function checkFindings(fixture: string, settings: Partial<Settings> = {}): Promise<void> {
  const { files, annotations } = parseFixture(fixture)
  const report = await auditFiles(files, settings)
  const expected: string[] = []
  const actual: string[] = []
  const explained = new Set<Operation>()
  for (const annotation of annotations) {
    const { known, words } = wordsOf(annotation)
    const operation = report.operations.find((candidate) => isAt(report, candidate.at, annotation))
    if (operation !== undefined) explained.add(operation)
    const want = `${placeOf(annotation)} ${words.join(' ')}`
    const got = `${placeOf(annotation)} ${operation === undefined ? 'nothing' : describe(operation, words).join(' ')}`
    if (known === 'missing') {
      expect(got, 'A known wrong answer became right: remove the word MISSING').not.toBe(want)
      continue
    }
    expected.push(want)
    actual.push(got)
  }
  const silent = report.operations.filter((operation) => !explained.has(operation))
  actual.push(...silent.map((operation) => `${relativeTo(report.root, operation.at.file)}:${operation.at.line} ${fully(operation)}`))
  expect(actual).toEqual(expected)
}

/** Nothing in the fixture is a write after a confirmed payment. */
export async function checkClean(fixture: string, settings: Partial<Settings> = {}): Promise<void> {
  const { files, annotations } = parseFixture(fixture)
  expect(annotations, 'A clean fixture has no annotations').toEqual([])
  const report = await auditFiles(files, settings)
  expect(report.operations.map(fully)).toEqual([])
  expect(report.verdict).toBe('skip')
}

/** Every annotated line has an advisory of the kind it names, and no other line has any. */
export async function checkAdvisories(fixture: string, settings: Partial<Settings> = {}): Promise<void> {
  const { files, annotations } = parseFixture(fixture)
  const report = await auditFiles(files, settings)
  const actual = report.advisories.map(({ at, kind }) => `/${relativeTo(report.root, at.file)}:${at.line} ${kind}`)
  expect(actual.sort()).toEqual(annotations.map((annotation) => `${annotation.file}:${annotation.line} ${annotation.text}`).sort())
}

/** The report as a terminal shows it, to be compared with an inline snapshot. */
export async function reportOf(fixture: string, settings: Partial<Settings> = {}): Promise<string> {
  return toText(await auditFiles(parseFixture(fixture).files, settings), { version: '0.0.0' })
}

/** The audit itself, for what no annotation can say: verdict, totals, details. */
export async function checkReport(fixture: string, check: (report: AuditReport) => void, settings: Partial<Settings> = {}): Promise<void> {
  check(await auditFiles(parseFixture(fixture).files, settings))
}

function wordsOf({ text }: Annotation): { readonly known: 'missing' | null; readonly words: readonly string[] } {
  const [first, ...rest] = text.replace(/\s*\(.*\)$/, '').split(/\s+/)
  const known = first === 'MISSING' ? 'missing' : null
  const words = known === null ? [first ?? '', ...rest] : rest
  for (const word of words) {
    if (!isWord(word)) throw new Error(`The annotation "${text}" has an unknown word "${word}"`)
  }
  return { known, words: [...words].sort(byKind) }
}

/** What the operation is, as far as the annotation is about it. */
function describe(operation: Operation, words: readonly string[]): readonly string[] {
  const paths = worstPaths(operation)
  const said: string[] = [operation.class]
  if (words.some((word) => includes(reasons, word))) said.push(...unique(paths.flatMap((path) => path.reason ?? [])))
  if (words.some((word) => includes(mechanisms, word))) said.push(...unique(paths.flatMap((path) => path.mechanisms.map(({ kind }) => kind))))
  if (operation.tier !== 'fulfilment') said.push(operation.tier)
  for (const word of words) {
    const [key] = word.split(':')
    const fact = word.includes(':') && key !== undefined ? facts[key] : undefined
    if (fact !== undefined) said.push(`${key}:${fact(operation)}`)
  }
  return said.sort(byKind)
}

function fully(operation: Operation): string {
  const paths = worstPaths(operation)
  const words = [...paths.flatMap((path) => path.reason ?? []), ...paths.flatMap((path) => path.mechanisms.map(({ kind }) => kind))]
  return `${operation.op} ${describe(operation, words).join(' ')}`
}

/** The paths that give the operation its class. */
function worstPaths(operation: Operation): readonly AuditedPath[] {
  return operation.paths.filter((path) => path.class === operation.class)
}

function isAt(report: AuditReport, at: Location, annotation: Annotation): boolean {
  return `/${relativeTo(report.root, at.file)}` === annotation.file && at.line === annotation.line && at.column === annotation.column
}

function placeOf(annotation: Annotation): string {
  return `${annotation.file.slice(1)}:${annotation.line}:${annotation.column}`
}

function isWord(word: string): boolean {
  return rank(word) >= 0
}

/** Class, reasons, mechanisms, tier, facts; equal ranks by name. */
function byKind(x: string, y: string): number {
  return rank(x) - rank(y) || x.localeCompare(y)
}

function rank(word: string): number {
  const kinds = [classes, reasons, mechanisms, tiers]
  const kind = kinds.findIndex((list) => includes(list, word))
  if (kind >= 0) return kind
  return word.includes(':') && Object.hasOwn(facts, word.split(':')[0] ?? '') ? kinds.length : -1
}

function includes(list: readonly string[], word: string): boolean {
  return list.includes(word)
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
