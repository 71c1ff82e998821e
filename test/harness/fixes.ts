/** Quick fixes as before and after: the real pipeline finds the operation, offers, and must agree with the result. */
import { expect } from 'vitest'
import { createAuditor } from '../../server/src/audit/createAuditor'
import type { Auditor } from '../../server/src/audit/auditor'
import type { AuditReport, Operation } from '../../server/src/audit/report'
import { defaultSettings, type Settings } from '../../server/src/audit/settings'
import { neverCancelled } from '../../server/src/base/cancellation'
import { applyChanges, commentsOf } from '../../server/src/rules/fixes/source/changes'
import type { Fix, FixKind } from '../../server/src/rules/fixes/fix'
import { filePath } from '../../server/src/base/location'
import type { Disk } from '../../server/src/project/disk'
import { fixtureDisk, modelsDirectory, workspaceRoot } from './audit'
import { parseFixture } from './fixture'

export type Files = Readonly<Record<string, string>>

export interface Offered {
  readonly report: AuditReport
  readonly operation: Operation
  readonly fixes: readonly Fix[]
}

/** Audits the files and asks for the fixes of one operation, by its text: `prisma.order.create`. */
export async function offersFor(files: Files, op?: string, settings?: Partial<Settings>): Promise<Offered> {
  const { auditor, report } = await audited(files, settings)
  const candidates = report.operations.filter((operation) => !operation.protected)
  const operation = op === undefined ? candidates[0] : report.operations.find((candidate) => candidate.op === op)
  if (operation === undefined)
    throw new Error(
      `No such unprotected operation; there are: ${report.operations.map((candidate) => `${candidate.op} (${candidate.class})`).join(', ') || 'none'}`,
    )
  return { report, operation, fixes: auditor.fixes(operation) }
}

/** One auditor for all fixtures, which only sees files come and go: reading the catalogue is most of a small audit. */
const shared: { files: Files; readonly auditor: Auditor } = {
  files: {},
  auditor: createAuditor(
    { root: workspaceRoot, settings: defaultSettings, modelsDirectory },
    changingDisk(() => shared.files),
  ),
}

export async function audited(files: Files, settings: Partial<Settings> = {}): Promise<{ readonly auditor: Auditor; readonly report: AuditReport }> {
  const changed = new Set([...Object.keys(shared.files), ...Object.keys(files)])
  const before = shared.files
  shared.files = files
  shared.auditor.applyChanges(
    [...changed].filter((path) => before[path] !== files[path]).map((path) => ({ kind: 'disk', file: filePath(workspaceRoot + path) })),
  )
  shared.auditor.updateSettings({ ...defaultSettings, ...settings })
  return { auditor: shared.auditor, report: await shared.auditor.audit(neverCancelled) }
}

function changingDisk(files: () => Files): Disk {
  const now = (): Disk => fixtureDisk({ '/.keep': '', ...files() })
  return { readFile: (path) => now().readFile(path), list: (path) => now().list(path), stat: (path) => now().stat(path) }
}

export function applyFix(files: Files, fix: Fix): Files {
  const result: Record<string, string> = { ...files }
  for (const { file, changes } of fix.edits) {
    const path = file.slice(workspaceRoot.length)
    result[path] = applyChanges(result[path] ?? '', changes)
  }
  return result
}

export interface FixCase {
  readonly kind: FixKind
  readonly op?: string
  readonly wholeHandler?: boolean
  readonly settings?: Partial<Settings>
}

export async function fixed(
  files: Files,
  { kind, op, wholeHandler = false, settings }: FixCase,
): Promise<{ readonly files: Files; readonly fix: Fix; readonly operation: Operation }> {
  const { fixes, operation } = await offersFor(files, op, settings)
  const fix = fixes.find((candidate) => candidate.kind === kind && candidate.wholeHandler === wholeHandler)
  if (fix === undefined) throw new Error(`No fix of kind ${kind}; offered: ${fixes.map((candidate) => candidate.kind).join(', ')}`)
  if (fix.disabled !== null) throw new Error(`The fix is disabled: ${fix.disabled}`)
  return { files: applyFix(files, fix), fix, operation }
}

/** Applies the fix, compares the file, and proves that the operation is protected, every comment kept and a second run silent. */
export async function checkFix(
  before: string,
  after: string,
  kind: FixKind,
  options: Omit<FixCase, 'kind'> & { readonly protectedBy?: readonly string[] } = {},
): Promise<void> {
  const files = parseFixture(before).files
  const result = await fixed(files, { kind, ...options })
  const expected = parseFixture(after).files
  for (const [path, text] of Object.entries(expected)) expect(result.files[path]).toBe(text)
  await checkRepaired(
    files,
    result.files,
    result.operation,
    options.protectedBy ?? (kind === 'refund' ? ['transaction', 'compensation'] : kind === 'queue' ? ['transaction', 'queue'] : ['redelivery']),
    options.settings,
  )
}

export async function checkRepaired(
  before: Files,
  after: Files,
  operation: Operation,
  mechanisms: readonly string[],
  settings?: Partial<Settings>,
): Promise<void> {
  for (const [path, text] of Object.entries(before)) {
    const file = filePath(`${workspaceRoot}${path}`)
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue
    const kept = commentsOf(file, after[path] ?? '')
    for (const comment of commentsOf(file, text)) expect(kept).toContain(comment)
  }
  const { auditor, report } = await audited(after, settings)
  // A fix may call the write by another name (`create` becomes `save`), but not move it to another table.
  const again = report.operations.filter(
    (candidate) =>
      candidate.at.file === operation.at.file &&
      (candidate.table === operation.table || candidate.table === null) &&
      // Each write is made repeatable by itself.
      (mechanisms.join() !== 'redelivery' || operation.table !== null || candidate.op === operation.op),
  )
  expect(again.length, 'the write is still found after the fix').toBeGreaterThan(0)
  for (const candidate of again) {
    expect(candidate.paths.map((path) => path.mechanisms.map(({ kind }) => kind))).toEqual(candidate.paths.map(() => mechanisms))
    expect(auditor.fixes(candidate)).toEqual([])
  }
}

/** Kinds in the order they are offered; a disabled one with its reason. */
export async function offered(files: string, op?: string): Promise<readonly string[]> {
  const { fixes } = await offersFor(parseFixture(files).files, op)
  return fixes
    .filter(({ kind }) => kind !== 'suppress')
    .map(({ kind, wholeHandler, disabled }) => `${kind}${wholeHandler ? ' (handler)' : ''}${disabled === null ? '' : `: ${disabled}`}`)
}
