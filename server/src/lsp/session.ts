/**
 * One workspace folder: collects changes, audits after a short pause, hands out the result. Runs never overlap and the newest wins;
 * a run that fails is logged and leaves the last good report standing.
 */
import type { Advisory, AuditReport, Operation } from '../audit/report'
import type { Auditor, FileChange } from '../audit/auditor'
import { Cancelled, UserError } from '../base/cancellation'
import type { FilePath } from '../base/location'
import type { Fix } from '../rules/fixes/fix'
import { rangesIn, type Ranges } from './convert'
import type { EditorSettings } from './settings'

export interface SessionHost {
  createAuditor(root: FilePath, settings: EditorSettings): Auditor
  /** Unsaved text of open files, which a fresh auditor must be told. */
  openFiles(root: FilePath): readonly FileChange[]
  started(session: Session): void
  finished(session: Session): void
  failed(session: Session, error: unknown): void
}

/** Milliseconds that somebody who chose a fix waits for it. */
const longestTrial = 5000

export class Session {
  /** The last good report. */
  report: AuditReport | null = null
  /** Ranges in the texts that the last good report is about. */
  ranges: Ranges = rangesIn(() => undefined)
  /** What the last run died of, in words for the user; null when it went well. */
  failure: string | null = null

  private auditor: Auditor | null = null
  private pending: FileChange[] = []
  private timer: NodeJS.Timeout | null = null
  private signal = { aborted: false }
  private runs: Promise<void> = Promise.resolve()
  private disposed = false

  constructor(
    readonly root: FilePath,
    readonly name: string,
    readonly uri: string,
    public settings: EditorSettings,
    private readonly host: SessionHost,
    private readonly pause: number,
  ) {}

  change(changes: readonly FileChange[]): void {
    this.pending.push(...changes)
    this.schedule(this.pause)
  }

  configure(settings: EditorSettings): void {
    this.settings = settings
    this.auditor?.updateSettings(settings.rule)
    this.schedule(0)
  }

  /** Forgets everything and reads the folder again. */
  restart(): void {
    this.auditor = null
    this.schedule(0)
  }

  /** Resolves when every change so far has been audited, or its audit has failed. */
  async settled(): Promise<void> {
    while (this.timer !== null && !this.disposed) {
      this.fire()
      await this.runs
    }
    await this.runs
  }

  /** Empty after a failure: the texts are then newer than the report. */
  fixes(operation: Operation): readonly Fix[] {
    return this.failure === null ? (this.auditor?.fixes(operation) ?? []) : []
  }

  advisoryFixes(advisory: Advisory): readonly Fix[] {
    return this.failure === null ? (this.auditor?.advisoryFixes(advisory) ?? []) : []
  }

  /** Why a fix would not hold; null when it does, and when finding out takes too long or is overtaken by an edit. */
  tryFix(fix: Fix, about: Advisory | null): Promise<string | null> {
    const tried = this.runs.then(() => this.attempt(fix, about))
    this.runs = tried.then(() => undefined)
    return tried
  }

  dispose(): void {
    this.disposed = true
    this.signal.aborted = true
    this.stopTimer()
  }

  private async attempt(fix: Fix, about: Advisory | null): Promise<string | null> {
    const { auditor } = this
    if (auditor === null || this.failure !== null || this.disposed || this.timer !== null) return null
    const signal = { aborted: false }
    this.signal = signal
    const patience = setTimeout(() => {
      signal.aborted = true
    }, longestTrial)
    try {
      return await auditor.tryFix(fix, about, signal)
    } catch (error) {
      if (error instanceof Cancelled || signal.aborted) return null
      this.host.failed(this, error)
      this.restart()
      return 'The result could not be analysed.'
    } finally {
      clearTimeout(patience)
    }
  }

  private schedule(pause: number): void {
    if (this.disposed) return
    this.signal.aborted = true
    this.stopTimer()
    this.timer = setTimeout(() => {
      this.fire()
    }, pause)
  }

  private fire(): void {
    this.stopTimer()
    this.runs = this.runs.then(() => this.run())
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private async run(): Promise<void> {
    if (this.disposed || this.timer !== null) return
    const signal = { aborted: false }
    this.signal = signal
    this.host.started(this)
    try {
      const report = await this.audit(signal)
      if (signal.aborted) return
      this.report = report
      this.ranges = this.rangesNow()
      this.failure = null
      this.host.finished(this)
    } catch (error) {
      if (error instanceof Cancelled || signal.aborted) return
      // Its caches may be half written: the next run starts from scratch.
      this.auditor = null
      this.failure = error instanceof UserError ? error.message : 'The audit failed. The output channel has the details; results may be out of date.'
      this.host.failed(this, error)
    }
  }

  /** A file's lines are read on first use, and publishing uses every file of the report before the auditor's texts move on. */
  private rangesNow(): Ranges {
    const auditor = this.auditor
    return rangesIn((file) => auditor?.textOf(file))
  }

  private audit(signal: { readonly aborted: boolean }): Promise<AuditReport> {
    const changes = this.pending
    this.pending = []
    if (this.auditor === null) {
      this.auditor = this.host.createAuditor(this.root, this.settings)
      this.auditor.applyChanges(this.host.openFiles(this.root))
    } else {
      this.auditor.applyChanges(changes)
    }
    return this.auditor.audit(signal)
  }
}
