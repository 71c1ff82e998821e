/** The verdict in the status bar, and more of it in the language status of JavaScript and TypeScript files. */
import { languages, LanguageStatusSeverity, StatusBarAlignment, window } from 'vscode'
import type { FolderState } from '../../server/src/lsp/protocol'
import type { FolderStates } from './folderStates'

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact']

export function createStatus(states: FolderStates): readonly { dispose(): unknown }[] {
  const bar = window.createStatusBarItem('paidpath.verdict', StatusBarAlignment.Left)
  bar.name = 'Paidpath'
  bar.command = 'paidpath.openAuditPanel'
  const language = languages.createLanguageStatusItem('paidpath', LANGUAGES)
  language.name = 'Paidpath'
  language.command = { command: 'paidpath.openAuditPanel', title: 'Open audit panel' }
  const show = (all: readonly FolderState[]) => {
    const summary = summarise(all)
    language.busy = summary.busy
    language.text = summary.text
    language.detail = summary.detail
    language.severity = summary.failed
      ? LanguageStatusSeverity.Error
      : summary.unprotected > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information
    bar.text = `${summary.failed || summary.unprotected > 0 ? '$(warning)' : '$(pass)'} ${summary.text}`
    bar.tooltip = summary.detail
    // Most workspaces take no payments: there the bar stays free.
    if (summary.operations > 0 || summary.failed) bar.show()
    else bar.hide()
  }
  show(states.all())
  return [bar, language, states.onDidChange(show)]
}

interface Summary {
  readonly busy: boolean
  readonly failed: boolean
  readonly operations: number
  readonly unprotected: number
  readonly text: string
  readonly detail: string
}

function summarise(states: readonly FolderState[]): Summary {
  const busy = states.some((state) => state.phase === 'auditing')
  const failure = states.find((state) => state.phase === 'failed')
  const reports = states.flatMap((state) => (state.report === null ? [] : [state.report]))
  const operations = reports.reduce((sum, report) => sum + report.totals.operations, 0)
  const unprotected = reports.reduce((sum, report) => sum + report.totals.operations - report.totals.protected, 0)
  const common = { busy, failed: failure !== undefined, operations, unprotected }
  if (failure !== undefined) return { ...common, text: 'Paidpath: audit failed', detail: failure.message ?? '' }
  if (reports.length === 0) return { ...common, text: 'Paidpath', detail: states.length === 0 ? 'No folder to audit' : 'Auditing' }
  if (operations === 0 && reports.some(({ verdict }) => verdict === 'pass'))
    return { ...common, text: 'Paidpath: all accepted', detail: 'Every unprotected write after a confirmed payment was accepted' }
  if (operations === 0) return { ...common, text: 'Paidpath: nothing to protect', detail: 'No database write follows a confirmed payment' }
  const detail = `${operations - unprotected} of ${operations} database writes after a confirmed payment are protected`
  return { ...common, text: unprotected > 0 ? `Paidpath: ${unprotected} unprotected` : 'Paidpath: all protected', detail }
}
