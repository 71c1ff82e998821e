/** The baseline of a folder: read for an audit, and made from one. */
import { UserError } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import { realDisk, type Disk } from '../project/disk'
import { keyOf, nameOf, parseBaseline, type Baseline, type BaselineEntry } from '../rules/baseline'
import type { AuditReport } from './report'
import { defaultSettings } from './settings'

export { baselineText } from '../rules/baseline'

/** What an audit goes by: null where there is none, but a file that was asked for by name must be there. */
export function readBaseline(root: FilePath, setting: string, disk: Disk): Baseline | null {
  if (setting === '') return null
  const baseline = loadBaseline(root, setting, disk)
  if (baseline === null && setting !== defaultSettings.baseline) throw new UserError(`there is no baseline ${setting}: paidpath baseline writes one`)
  return baseline
}

/** Null where there is none. */
export function loadBaseline(root: FilePath, setting: string, disk: Disk = realDisk()): Baseline | null {
  const file = baselineFile(root, setting)
  if (disk.stat(file) === null) return null
  const read = disk.readFile(file)
  if (!read.ok) throw new UserError(`the baseline ${setting} cannot be read: ${read.why}`)
  return parseBaseline(file, setting, read.text)
}

export function baselineFile(root: FilePath, setting: string): FilePath {
  const path = filePath(setting)
  return /^(?:\/|[A-Za-z]:)/.test(path) ? path : filePath(`${root}/${path.replace(/^(?:\.\/)+/, '')}`)
}

export interface BaselineChange {
  readonly entries: readonly BaselineEntry[]
  readonly added: number
  readonly kept: number
  readonly removed: number
}

export interface BaselineOptions {
  /** Accept nothing new: only drop what no longer matches. */
  readonly onlyDrop: boolean
  /** Of entries that are new. */
  readonly justification: string
}

/** `report`: of an audit without a baseline. Entries that stay keep what the team wrote into them. */
export function nextBaseline(report: AuditReport, before: Baseline | null, { onlyDrop, justification }: BaselineOptions): BaselineChange {
  const known = new Map((before?.entries ?? []).map((entry): [string, BaselineEntry] => [keyOf(entry), entry]))
  const kept: BaselineEntry[] = []
  const added: BaselineEntry[] = []
  for (const operation of report.operations) {
    if (operation.protected) continue
    const name = nameOf(report.root, operation)
    const entry = known.get(keyOf(name))
    if (entry !== undefined) kept.push(entry)
    else if (!onlyDrop && operation.tier === 'fulfilment') added.push({ ...name, justification })
  }
  return { entries: [...kept, ...added], added: added.length, kept: kept.length, removed: known.size - kept.length }
}
