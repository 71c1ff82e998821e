/** Accepting a finding by a comment on the line before, and taking back a comment that accepts nothing. */
import ts from 'typescript'
import { ignoreComment, missingReason } from '../../base/ignoreComment'
import type { FilePath } from '../../base/location'
import type { Advisory } from '../report'
import type { Fix, FixRequest } from './fix'
import { openSource, some } from './source/source'
import { indentAt, lineEnd, lineStart } from './source/style'

export function suppressFix({ operation, readFile }: FixRequest): Fix | null {
  const { callAt } = operation
  const source = openFile(callAt.file, readFile)
  if (source === null) return null
  const start = lineStart(source.text, callAt.start)
  if (isInsideText(source.tree, start)) return null
  const text = `${indentAt(source.text, callAt.start)}// ${ignoreComment} ${missingReason}${source.style.eol}`
  return {
    ...commentFix,
    id: `suppress:${operation.fingerprint}`,
    title: 'Suppress on this line…',
    kind: 'suppress',
    edits: [{ file: callAt.file, changes: [{ start, end: start, text, placeholder: missingReason }] }],
  }
}

/** The comment goes, and with it its line when nothing else stands there. */
export function unsuppressFix({ at }: Advisory, readFile: FixRequest['readFile']): Fix | null {
  const text = readFile(at.file)
  if (text === undefined) return null
  const lineBegin = lineStart(text, at.start)
  const lineFinish = lineEnd(text, at.end)
  const alone = /^[\s{]*$/.test(text.slice(lineBegin, at.start)) && /^[\s}]*$/.test(text.slice(at.end, lineFinish))
  const lineBreak = /^\r?\n?/.exec(text.slice(lineFinish))?.[0].length ?? 0
  const before = text.slice(lineBegin, at.start)
  const span = alone ? { start: lineBegin, end: lineFinish + lineBreak } : { start: lineBegin + before.trimEnd().length, end: at.end }
  return {
    ...commentFix,
    id: `unsuppress:${at.file}:${String(at.start)}`,
    title: 'Remove the suppression',
    kind: 'unsuppress',
    edits: [{ file: at.file, changes: [{ ...span, text: '' }] }],
  }
}

const commentFix = { wholeHandler: false, disabled: null, needsConfirmation: false, note: null, isPreferred: false } as const

function openFile(file: FilePath, readFile: FixRequest['readFile']): ReturnType<typeof openSource> {
  const text = readFile(file)
  return text === undefined ? null : openSource(file, text)
}

/** A line may begin inside a template or between JSX tags, where a comment would be text. */
function isInsideText(tree: ts.SourceFile, offset: number): boolean {
  return some(tree, (node) => (ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) && node.getStart(tree) < offset && offset < node.end)
}
