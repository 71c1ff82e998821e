/** Quick fixes of the core → LSP code actions. Thin: what a fix changes is decided in `rules/fixes`. */
import {
  CodeActionKind,
  type ChangeAnnotation,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type StringValue,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { repairable, type Advisory, type AuditReport, type Operation } from '../audit/report'
import type { FilePath, Location } from '../base/location'
import type { Fix, TextChange } from '../rules/fixes/fix'
import { isSame, overlaps, toUri, type Ranges } from './convert'
import { isFindingData } from './diagnostics'

export interface CodeActionSource {
  readonly report: AuditReport
  readonly ranges: Ranges
  /** URI of the workspace folder. */
  readonly folder: string
  fixes(operation: Operation): readonly Fix[]
  advisoryFixes(advisory: Advisory): readonly Fix[]
  /** URI and version of an open document, as the client named it. */
  openDocument(file: FilePath): { readonly uri: string; readonly version: number } | undefined
}

export interface CodeActionSupport {
  readonly documentChanges: boolean
  readonly changeAnnotations: boolean
  /** Edits may select what the user is to replace. */
  readonly snippets: boolean
  readonly disabled: boolean
  /** Edits may be made when an action is chosen: then the result is audited first. */
  readonly resolve: boolean
}

/** What is needed to find a fix again when its action is chosen. */
export interface FixData {
  readonly folder: string
  readonly fix: string
  /** Fingerprint of the operation, or kind and place of the advisory. */
  readonly subject: string
}

export function isFixData(data: unknown): data is FixData {
  return typeof data === 'object' && data !== null && 'folder' in data && 'fix' in data && 'subject' in data
}

export function codeActionsFor(file: FilePath, params: CodeActionParams, source: CodeActionSource, support: CodeActionSupport): CodeAction[] {
  const { only, diagnostics } = params.context
  if (only !== undefined && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return []
  const { report, ranges } = source
  const isAsked = (at: Location): boolean => at.file === file && overlaps(ranges.of(file, at), params.range)
  const actions = (fixes: readonly Fix[], subject: string, solved: readonly Diagnostic[]): readonly CodeAction[] =>
    fixes.flatMap((fix): CodeAction[] => {
      const action = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [...solved] }
      if (fix.disabled !== null) return support.disabled ? [{ ...action, disabled: { reason: fix.disabled } }] : []
      const offered = { ...action, isPreferred: fix.isPreferred }
      const data: FixData = { folder: source.folder, fix: fix.id, subject }
      return [support.resolve && changesBehaviour(fix) ? { ...offered, data } : { ...offered, edit: workspaceEdit(fix, source, support) }]
    })
  return [
    ...repairable(report)
      .filter((operation) => !operation.protected && isAsked(operation.callAt))
      .flatMap((operation) => {
        const solved = diagnostics.filter(({ data }) => isFindingData(data) && data.fingerprint === operation.fingerprint)
        return actions(source.fixes(operation), operation.fingerprint, solved)
      }),
    ...report.advisories
      .filter((advisory) => isAsked(advisory.at))
      .flatMap((advisory) => {
        const range = ranges.of(file, advisory.at)
        const solved = diagnostics.filter((diagnostic) => diagnostic.code === advisory.kind && isSame(diagnostic.range, range))
        return actions(source.advisoryFixes(advisory), subjectOf(advisory), solved)
      }),
  ]
}

/** Accepting a finding changes a comment: there is nothing to audit. */
function changesBehaviour({ kind }: Fix): boolean {
  return kind !== 'suppress' && kind !== 'unsuppress'
}

function subjectOf({ kind, at }: Advisory): string {
  return `${kind}:${at.file}:${String(at.start)}`
}

export interface ChosenFix {
  readonly fix: Fix
  readonly about: Advisory | null
}

/** The fix of an action that was chosen; null when the code has changed so that it is not offered any more. */
export function chosenFix({ fix: id, subject }: FixData, source: CodeActionSource): ChosenFix | null {
  const { report } = source
  const operation = repairable(report).find(({ fingerprint }) => fingerprint === subject)
  const about = operation === undefined ? report.advisories.find((advisory) => subjectOf(advisory) === subject) : undefined
  const offered = operation !== undefined ? source.fixes(operation) : about !== undefined ? source.advisoryFixes(about) : []
  const fix = offered.find((candidate) => candidate.id === id && candidate.disabled === null)
  return fix === undefined ? null : { fix, about: about ?? null }
}

export function workspaceEdit(fix: Fix, source: CodeActionSource, support: CodeActionSupport): WorkspaceEdit {
  const edits = fix.edits.map(({ file, changes }) => ({
    document: source.openDocument(file) ?? { uri: toUri(file), version: null },
    edits: changes.map((change) => ({ change, plain: { range: source.ranges.of(file, change), newText: change.text } })),
  }))
  if (!support.documentChanges)
    return { changes: Object.fromEntries(edits.map(({ document, edits: own }) => [document.uri, own.map(({ plain }): TextEdit => plain)])) }
  const annotated = support.changeAnnotations ? { annotationId: fix.id } : {}
  const documentChanges = edits.map(({ document, edits: own }): TextDocumentEdit => ({
    textDocument: document,
    edits: own.map(({ change, plain }) =>
      change.placeholder === undefined || !support.snippets
        ? { ...plain, ...annotated }
        : { range: plain.range, snippet: snippetOf(change, change.placeholder) },
    ),
  }))
  if (!support.changeAnnotations) return { documentChanges }
  const annotation: ChangeAnnotation = {
    label: fix.title,
    needsConfirmation: fix.needsConfirmation,
    ...(fix.note === null ? {} : { description: fix.note }),
  }
  return { changeAnnotations: { [fix.id]: annotation }, documentChanges }
}

/** The placeholder is selected, so that typing replaces it. */
function snippetOf({ text }: TextChange, placeholder: string): StringValue {
  const escape = (part: string): string => part.replaceAll(/[\\$}]/g, '\\$&')
  const start = text.indexOf(placeholder)
  const rest = text.slice(start + placeholder.length)
  return { kind: 'snippet', value: `${escape(text.slice(0, start))}\${0:${escape(placeholder)}}${escape(rest)}` }
}
