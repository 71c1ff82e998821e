/** All folders of the editor: one session each, settings pulled per folder, results sent to the client. */
import {
  MessageType,
  ShowMessageNotification,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Auditor, AuditorOptions, FileChange } from '../audit/auditor'
import type { AuditReport } from '../audit/report'
import { UserError } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import { chosenFix, codeActionsFor, isFixData, workspaceEdit, type CodeActionSource, type CodeActionSupport } from './codeActions'
import { isInside, relativeTo, toFile, toUri, type Ranges } from './convert'
import { diagnosticsOf } from './diagnostics'
import { methods, type FolderState, type ReportView } from './protocol'
import { Session, type SessionHost } from './session'
import { readSettings, type EditorSettings } from './settings'
import { viewOf } from './view'

export interface WorkspaceOptions {
  createAuditor(options: AuditorOptions): Auditor
  readonly modelsDirectory: string
  readonly rulePage: string
  readonly pause: number
  readonly support: ClientSupport
}

/** What the client said it can do. */
export interface ClientSupport {
  readonly relatedInformation: boolean
  readonly tags: boolean
  readonly settingsOnRequest: boolean
  readonly codeActions: CodeActionSupport
}

export class Workspace {
  private readonly sessions = new Map<FilePath, Session>()
  /** Per session, the files it has sent diagnostics for and what they were: nothing is sent twice, nothing stays behind. */
  private readonly published = new Map<Session, Map<FilePath, string>>()
  /** What the client shows of each session's last good report. */
  private readonly views = new Map<Session, ReportView>()
  /** Settings that came by notification, for clients that cannot be asked. */
  private pushedSettings: unknown

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly options: WorkspaceOptions,
  ) {}

  async changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    for (const folder of removed) this.remove(toFile(folder.uri))
    for (const folder of added) {
      const root = toFile(folder.uri)
      if (root === null || this.sessions.has(root)) continue
      const settings = await this.settingsFor(folder.uri)
      const session = new Session(root, folder.name, folder.uri, settings, this.host, this.options.pause)
      this.sessions.set(root, session)
      session.restart()
    }
    // A nested folder takes its files over from the outer one, or gives them back.
    for (const session of this.sessions.values()) this.publish(session)
  }

  async reconfigure(pushed: unknown): Promise<void> {
    if (typeof pushed === 'object' && pushed !== null && 'paidpath' in pushed) this.pushedSettings = pushed.paidpath
    for (const session of this.sessions.values()) session.configure(await this.settingsFor(session.uri))
  }

  /** A file may lie in several folders when they are nested; each audits it, the innermost publishes it. */
  apply(changes: readonly FileChange[]): void {
    for (const session of this.sessions.values()) {
      const own = changes.filter((change) => isInside(session.root, change.file))
      if (own.length > 0) session.change(own)
    }
  }

  /** Dependencies and what tools keep in hidden folders are never analysed, and change by the thousand. */
  changedOnDisk(uris: readonly string[]): void {
    const files = uris.map(toFile).filter((file) => file !== null)
    for (const session of this.sessions.values()) {
      const own = files.filter((file) => isInside(session.root, file) && !/(?:^|\/)(?:node_modules|\.[^/]+)\//.test(relativeTo(session.root, file)))
      if (own.length > 0) session.change(own.map((file) => ({ kind: 'disk', file })))
    }
  }

  async auditAgain(): Promise<void> {
    const sessions = [...this.sessions.values()]
    for (const session of sessions) session.restart()
    await Promise.all(sessions.map((session) => session.settled()))
  }

  /** Waits for the audit of what was typed last, so that a fix is never one for older text. */
  async codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const file = toFile(params.textDocument.uri)
    const session = file === null ? null : this.sessionOf(file)
    if (file === null || session === null) return []
    await session.settled()
    const { report, ranges } = session
    if (report === null || token.isCancellationRequested) return []
    return codeActionsFor(file, params, this.codeActionSource(session, report, ranges), this.options.support.codeActions)
  }

  /** An action that was chosen gets its edit once an audit of the result has found nothing against it; else the user is told why there is none. */
  async resolveCodeAction(action: CodeAction): Promise<CodeAction> {
    const data: unknown = action.data
    if (!isFixData(data)) return action
    const session = [...this.sessions.values()].find(({ uri }) => uri === data.folder)
    await session?.settled()
    const { report = null, ranges } = session ?? {}
    if (session === undefined || report === null || ranges === undefined) return action
    const source = this.codeActionSource(session, report, ranges)
    const chosen = chosenFix(data, source)
    const why = chosen === null ? 'The code has changed since it was offered.' : await session.tryFix(chosen.fix, chosen.about)
    if (chosen !== null && why === null) return { ...action, edit: workspaceEdit(chosen.fix, source, this.options.support.codeActions) }
    const reason = why ?? ''
    const message = `Not applied: “${action.title}”. ${reason}`
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    return { ...action, disabled: { reason } }
  }

  private codeActionSource(session: Session, report: AuditReport, ranges: Ranges): CodeActionSource {
    return {
      report,
      ranges,
      folder: session.uri,
      openDocument: (wanted) => {
        const document = this.openDocument(wanted)
        return document === undefined ? undefined : { uri: document.uri, version: document.version }
      },
      fixes: (operation) => session.fixes(operation),
      advisoryFixes: (advisory) => session.advisoryFixes(advisory),
    }
  }

  /** The innermost folder that holds the file. */
  sessionOf(file: FilePath): Session | null {
    let owner: Session | null = null
    for (const session of this.sessions.values()) {
      if (isInside(session.root, file) && (owner === null || session.root.length > owner.root.length)) owner = session
    }
    return owner
  }

  dispose(): void {
    for (const session of this.sessions.values()) session.dispose()
    this.sessions.clear()
  }

  private readonly host: SessionHost = {
    createAuditor: (root, settings) => this.options.createAuditor({ root, settings: settings.rule, modelsDirectory: filePath(this.options.modelsDirectory) }),
    openFiles: (root) =>
      this.documents.all().flatMap((document) => {
        const file = toFile(document.uri)
        return file !== null && isInside(root, file) ? [{ kind: 'edited' as const, file, text: document.getText() }] : []
      }),
    started: (session) => {
      this.sendState(session, 'auditing')
    },
    finished: (session) => {
      if (session.report !== null) this.views.set(session, viewOf(session.report, session.ranges))
      this.sendState(session, 'ready')
      this.publish(session)
    },
    failed: (session, error) => {
      this.connection.console.error(`${session.name}: ${describe(error)}`)
      this.sendState(session, 'failed')
    },
  }

  private publish(session: Session): void {
    if (session.report === null) return
    const { rulePage } = this.options
    const { relatedInformation, tags } = this.options.support
    const diagnostics = diagnosticsOf(session.report, session.ranges, { severity: session.settings.severity, rulePage, relatedInformation, tags })
    const before = this.published.get(session) ?? new Map<FilePath, string>()
    const now = new Map<FilePath, string>()
    for (const [file, list] of diagnostics) {
      if (this.sessionOf(file) !== session) continue
      const key = JSON.stringify(list)
      now.set(file, key)
      if (before.get(file) !== key) this.send(file, list)
    }
    for (const file of before.keys()) if (!now.has(file)) this.send(file, [])
    this.published.set(session, now)
  }

  private remove(root: FilePath | null): void {
    const session = root === null ? undefined : this.sessions.get(root)
    if (session === undefined) return
    session.dispose()
    this.sessions.delete(session.root)
    for (const file of this.published.get(session)?.keys() ?? []) this.send(file, [])
    this.published.delete(session)
    this.views.delete(session)
  }

  private send(file: FilePath, diagnostics: readonly Diagnostic[]): void {
    const open = this.openDocument(file)
    void this.connection.sendDiagnostics({
      uri: open?.uri ?? toUri(file),
      ...(open === undefined ? {} : { version: open.version }),
      diagnostics: [...diagnostics],
    })
  }

  private openDocument(file: FilePath): TextDocument | undefined {
    return this.documents.all().find(({ uri }) => toFile(uri) === file)
  }

  private sendState(session: Session, phase: FolderState['phase']): void {
    const state: FolderState = {
      folder: { uri: session.uri, name: session.name },
      phase,
      message: phase === 'failed' ? session.failure : null,
      report: this.views.get(session) ?? null,
    }
    void this.connection.sendNotification(methods.folderState, state)
  }

  private async settingsFor(uri: string): Promise<EditorSettings> {
    const section: unknown = this.options.support.settingsOnRequest
      ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'paidpath' })
      : this.pushedSettings
    const settings = readSettings(section)
    for (const problem of settings.problems) this.connection.console.warn(problem)
    return settings
  }
}

/** A user's mistake is one line; a bug of ours comes with its stack. */
function describe(error: unknown): string {
  if (error instanceof UserError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
