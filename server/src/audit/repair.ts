/**
 * Repairs a folder: one fix per handler, audited again after each, until nothing more is offered. Everything happens in the auditor's overlay;
 * writing the result is up to the caller.
 */
import { neverCancelled } from '../base/cancellation'
import type { FilePath, Location } from '../base/location'
import type { Fix, FixKind } from '../rules/fixes/fix'
import { noQueue } from '../rules/fixes/payment/queue'
import { applyChanges } from '../rules/fixes/source/changes'
import type { Auditor } from './auditor'
import { findingsOf, objectionTo } from './objection'
import type { Advisory, AuditReport, Operation } from './report'

/** What users may ask for; a name for one or several kinds of fix. */
export type RepairChoice = 'refund' | 'queue' | 'redeliver' | 'repair'
export const repairChoices: readonly RepairChoice[] = ['refund', 'queue', 'redeliver', 'repair']

export interface RepairOptions {
  /** What may be applied, best first; empty: everything, in the order that suits each handler. */
  readonly choices: readonly RepairChoice[]
  /** Why a file must be left as it is, or null. */
  readonly mayEdit: (file: FilePath) => string | null
}

export interface AppliedFix {
  /** Of the write, in the text before any fix. */
  readonly at: Location
  readonly op: string
  readonly title: string
  /** What the user should check or do besides. */
  readonly note: string | null
}

export interface LeftFinding {
  readonly at: Location
  readonly op: string
  /** At least one: `refund: …`, `queue: …`. */
  readonly why: readonly string[]
}

export interface RepairResult {
  readonly applied: readonly AppliedFix[]
  readonly left: readonly LeftFinding[]
  /** Files whose text changed, by path. */
  readonly edits: readonly { readonly file: FilePath; readonly before: string; readonly after: string }[]
}

type RepairAuditor = Pick<Auditor, 'applyChanges' | 'audit' | 'fixes' | 'advisoryFixes' | 'textOf'>

/** Refunding and retrying the same order gives it away: the first choice holds for the handler. */
type Settlement = 'refund' | 'retry'

export async function repair(auditor: RepairAuditor, options: RepairOptions): Promise<RepairResult> {
  const first = await auditor.audit(neverCancelled)
  const places = new Map(first.operations.map((operation) => [operation.fingerprint, operation.at]))
  const placeOf = (operation: Operation): Location => places.get(operation.fingerprint) ?? operation.at
  const notes = new Map(first.advisories.map((advisory) => [keyOfAdvisory(auditor, advisory), advisory.at]))
  const before = new Map<FilePath, string>()
  const settled = new Map<string, Settlement>()
  const givenUp = new Map<string, readonly string[]>()
  const applied: AppliedFix[] = []
  let report = first
  for (;;) {
    const operation = findingsOf(report).find(({ fingerprint }) => !givenUp.has(fingerprint))
    if (operation === undefined) break
    const attempt = await protect(auditor, operation, report, { options, settled })
    report = attempt.report
    if (attempt.why !== null) givenUp.set(operation.fingerprint, attempt.why)
    else {
      for (const [file, text] of attempt.texts) if (!before.has(file)) before.set(file, text)
      for (const { title, note, kind } of attempt.fixes) {
        const settlement = settlementOf(kind)
        if (settlement !== null) for (const handler of handlersOf(operation)) settled.set(handler, settlement)
        applied.push({ at: placeOf(operation), op: operation.op, title, note })
      }
    }
  }
  const heeded = await heedAdvisories(auditor, report, { options, settled }, notes)
  report = heeded.report
  for (const [file, text] of heeded.texts) if (!before.has(file)) before.set(file, text)
  applied.push(...heeded.applied)
  const left = findingsOf(report).map((operation) => ({ at: placeOf(operation), op: operation.op, why: givenUp.get(operation.fingerprint) ?? notUnderstood }))
  const edits = [...before]
    .map(([file, text]) => ({ file, before: text, after: auditor.textOf(file) ?? '' }))
    .filter((edit) => edit.before !== edit.after)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
  return { applied, left, edits }
}

interface Heeded {
  readonly report: AuditReport
  readonly applied: readonly AppliedFix[]
  readonly texts: ReadonlyMap<FilePath, string>
}

/** Each advisory that was there before any fix is tried once. One that has no fix is left: it is information, not a finding. */
async function heedAdvisories(auditor: RepairAuditor, start: AuditReport, rules: Rules, places: ReadonlyMap<string, Location>): Promise<Heeded> {
  const open = new Map(places)
  const texts = new Map<FilePath, string>()
  const applied: AppliedFix[] = []
  let report = start
  for (;;) {
    const advisory = report.advisories.find((candidate) => open.has(keyOfAdvisory(auditor, candidate)))
    if (advisory === undefined) return { report, applied, texts }
    const key = keyOfAdvisory(auditor, advisory)
    const at = open.get(key) ?? advisory.at
    open.delete(key)
    const concerned = report.operations.filter(({ paths }) =>
      paths.some(({ endedAt, mechanisms }) =>
        [endedAt, ...mechanisms.map((mechanism) => mechanism.at)].some((place) => place !== null && isSame(place, advisory.at)),
      ),
    )
    for (const fix of auditor.advisoryFixes(advisory)) {
      if (!isWanted(fix, rules.options) || fix.disabled !== null || lockOf(fix, rules.options) !== null) continue
      if (concerned.some((operation) => conflictOf(fix, operation, report, rules.settled) !== null)) continue
      const step = fix.edits.map(({ file, changes }) => ({ file, text: auditor.textOf(file) ?? '', changes }))
      auditor.applyChanges(step.map(({ file, text, changes }) => ({ kind: 'edited', file, text: applyChanges(text, changes) })))
      const after = await auditor.audit(neverCancelled)
      if (objectionTo(fix, report, after, advisory) === null) {
        for (const { file, text } of step) if (!texts.has(file)) texts.set(file, text)
        applied.push({ at, op: advisory.kind, title: fix.title, note: fix.note })
        report = after
        break
      }
      auditor.applyChanges(step.map(({ file, text }) => ({ kind: 'edited', file, text })))
      report = await auditor.audit(neverCancelled)
    }
  }
}

function isSame(a: Location, b: Location): boolean {
  return a.file === b.file && a.start === b.start
}

/** Offsets move when something is repaired above; the text of the line stays. */
function keyOfAdvisory(auditor: RepairAuditor, { kind, at }: Advisory): string {
  const text = auditor.textOf(at.file) ?? ''
  const end = text.indexOf('\n', at.start)
  return [kind, at.file, text.slice(text.lastIndexOf('\n', at.start - 1) + 1, end < 0 ? text.length : end).trim()].join('\n')
}

interface Attempt {
  /** Of the texts as the attempt left them: those before it when it failed. */
  readonly report: AuditReport
  readonly fixes: readonly Fix[]
  /** Edited files as they were before. */
  readonly texts: ReadonlyMap<FilePath, string>
  /** Null when a finding ended. */
  readonly why: readonly string[] | null
}

/** More repairs than this before a write is settled are a sign of going in circles. */
const mostSteps = 4

/** Repairs that clear the way and the fix that settles the write; all of them, or none. */
async function protect(auditor: RepairAuditor, operation: Operation, start: AuditReport, rules: Rules): Promise<Attempt> {
  const rejected = new Map<string, string>()
  const texts = new Map<FilePath, string>()
  const fixes: Fix[] = []
  const restore = (): Promise<AuditReport> => {
    auditor.applyChanges([...texts].map(([file, text]) => ({ kind: 'edited', file, text })))
    return auditor.audit(neverCancelled)
  }
  let report = start
  let current: Operation | undefined = operation
  while (current !== undefined && fixes.length < mostSteps) {
    const choice = chooseFix(auditor.fixes(current), current, report, rejected, rules)
    if ('why' in choice) return { report: fixes.length === 0 ? report : await restore(), fixes: [], texts, why: choice.why }
    const { fix } = choice
    const step = fix.edits.map(({ file, changes }) => ({ file, text: auditor.textOf(file) ?? '', changes }))
    auditor.applyChanges(step.map(({ file, text, changes }) => ({ kind: 'edited', file, text: applyChanges(text, changes) })))
    const after = await auditor.audit(neverCancelled)
    const objection = objectionTo(fix, report, after, null)
    if (objection !== null) {
      rejected.set(keyOf(fix), objection)
      auditor.applyChanges(step.map(({ file, text }) => ({ kind: 'edited', file, text })))
      report = await auditor.audit(neverCancelled)
      continue
    }
    for (const { file, text } of step) if (!texts.has(file)) texts.set(file, text)
    fixes.push(fix)
    if (findingsOf(after).length < findingsOf(report).length) return { report: after, fixes, texts, why: null }
    const same = operationsLike(report, current).indexOf(current)
    current = operationsLike(after, current)[same]
    report = after
  }
  return { report: await restore(), fixes: [], texts, why: notUnderstood }
}

const notUnderstood = ['The code between the payment and the write is not understood well enough to be changed.']

function operationsLike({ operations }: AuditReport, { at, op, function: name }: Operation): readonly Operation[] {
  return operations.filter((other) => other.at.file === at.file && other.op === op && other.function === name)
}

type Choice = { readonly fix: Fix } | { readonly why: readonly string[] }

interface Rules {
  readonly options: RepairOptions
  readonly settled: ReadonlyMap<string, Settlement>
}

/** The first that may be applied; of its kind the one for the whole handler, where there is one. */
function chooseFix(
  fixes: readonly Fix[],
  operation: Operation,
  report: AuditReport,
  rejected: ReadonlyMap<string, string>,
  { options, settled }: Rules,
): Choice {
  const { choices } = options
  const wanted = fixes.filter((fix) => isWanted(fix, options))
  const rank = ({ kind }: Fix): number => choices.findIndex((choice) => choice === choiceOf(kind))
  const ordered = choices.length === 0 ? wanted : [...wanted].sort((a, b) => rank(a) - rank(b))
  const reasons = new Map<string, string>()
  const isOpen = (fix: Fix): boolean => {
    const why = fix.disabled ?? rejected.get(keyOf(fix)) ?? conflictOf(fix, operation, report, settled) ?? lockOf(fix, options)
    const choice = choiceOf(fix.kind) ?? ''
    if (why !== null && !reasons.has(choice)) reasons.set(choice, `${choice}: ${why}`)
    return why === null
  }
  const fix = ordered.find(isOpen)
  if (fix !== undefined) return { fix: ordered.find((other) => other.kind === fix.kind && other.wholeHandler && isOpen(other)) ?? fix }
  const others = fixes.filter(
    (other) => other.disabled === null && conflictOf(other, operation, report, settled) === null && !wanted.some(({ kind }) => kind === other.kind),
  )
  const instead = [...new Set(others.flatMap(({ kind }) => choiceOf(kind) ?? []))]
  // A fact about the workspace, not about this write: said where nothing else is known.
  if (reasons.size > 1 && reasons.get('queue') === `queue: ${noQueue}`) reasons.delete('queue')
  const why = [...reasons.values(), ...(instead.length > 0 ? [`--apply ${instead.join(' or ')} has a fix here.`] : [])]
  return { why: why.length === 0 ? notUnderstood : why }
}

function isWanted({ kind }: Fix, { choices }: RepairOptions): boolean {
  const choice = choiceOf(kind)
  return choice !== null && (choices.length === 0 || choices.includes(choice))
}

function lockOf({ edits }: Fix, { mayEdit }: RepairOptions): string | null {
  for (const { file } of edits) {
    const why = mayEdit(file)
    if (why !== null) return why
  }
  return null
}

function conflictOf({ kind }: Fix, operation: Operation, report: AuditReport, settled: ReadonlyMap<string, Settlement>): string | null {
  const settlement = settlementOf(kind)
  if (settlement === null) return null
  const handlers = handlersOf(operation)
  const other: Settlement = settlement === 'refund' ? 'retry' : 'refund'
  const written = other === 'refund' ? 'compensation' : 'queue'
  const isWritten = report.operations.some((known) =>
    known.paths.some((path) => handlers.has(handlerOf(path.entry)) && path.mechanisms.some(({ kind: mechanism }) => mechanism === written)),
  )
  if (!isWritten && ![...handlers].some((handler) => settled.get(handler) === other)) return null
  return other === 'refund'
    ? 'Its handler already refunds: to try again as well would give the goods away.'
    : 'Its handler already tries again: to refund as well would give the goods away.'
}

function handlersOf({ paths }: Operation): ReadonlySet<string> {
  return new Set(paths.map(({ entry }) => handlerOf(entry)))
}

/** Offsets move when handlers are repaired; names stay. */
function handlerOf({ at, what }: Operation['paths'][number]['entry']): string {
  return `${at.file}\n${what}`
}

function keyOf({ kind, wholeHandler }: Fix): string {
  return `${kind} ${String(wholeHandler)}`
}

function choiceOf(kind: FixKind): RepairChoice | null {
  switch (kind) {
    case 'refund':
    case 'queue':
      return kind
    case 'redelivery':
      return 'redeliver'
    case 'suppress':
    case 'unsuppress':
      return null
    default:
      return 'repair'
  }
}

function settlementOf(kind: FixKind): Settlement | null {
  switch (choiceOf(kind)) {
    case 'refund':
      return 'refund'
    case 'queue':
    case 'redeliver':
      return 'retry'
    case 'repair':
    case null:
      return null
  }
}
