/** The façade of the core: tell it what changed, ask it for a report. Knows neither the editor nor the terminal. */
import type { CancelSignal } from '../base/cancellation'
import type { FilePath } from '../base/location'
import type { Fix } from '../rules/fixes/fix'
import type { Advisory, AuditReport, Operation } from './report'
import type { Settings } from './settings'

export type FileChange =
  /** An editor holds this text; it hides the file on disk. */
  | { readonly kind: 'edited'; readonly file: FilePath; readonly text: string }
  /** The editor let go: the disk counts again. */
  | { readonly kind: 'closed'; readonly file: FilePath }
  /** Created, changed or deleted on disk. */
  | { readonly kind: 'disk'; readonly file: FilePath }

export interface Auditor {
  applyChanges(changes: readonly FileChange[]): void
  updateSettings(settings: Settings): void
  /** Rejects with `Cancelled` when the signal is aborted; the last good report stays valid. */
  audit(signal: CancelSignal): Promise<AuditReport>
  /** A file's text as the last audit saw it: the editor's where it holds one. */
  textOf(file: FilePath): string | undefined
  /** Quick fixes for an operation of the last report. */
  fixes(operation: Operation): readonly Fix[]
  /** Quick fixes for an advisory of the last report. */
  advisoryFixes(advisory: Advisory): readonly Fix[]
  /**
   * Audits what a fix of the last report makes, in memory: why it would not hold, in a sentence for the user, or null. Texts and last report
   * stay as they are. `about`: the advisory it is for; null for a finding's.
   */
  tryFix(fix: Fix, about: Advisory | null, signal: CancelSignal): Promise<string | null>
}

/** `root`: one workspace folder. `modelsDirectory`: where the catalogue's declaration files are. */
export interface AuditorOptions {
  readonly root: FilePath
  readonly settings: Settings
  readonly modelsDirectory: FilePath
}
