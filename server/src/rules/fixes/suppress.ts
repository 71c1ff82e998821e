/** Accepting a finding: a comment on the line before. It accepts nothing until the user has written a reason after it. */
import type { Fix, FixRequest } from './fix'
import { openSource } from './source/source'
import { indentAt, lineStart } from './source/style'

export const ignoreComment = 'paidpath-ignore-next-line'

export function suppressFix({ operation, readFile }: FixRequest): Fix | null {
  const text = readFile(operation.at.file)
  if (text === undefined) return null
  const start = lineStart(text, operation.at.start)
  const eol = openSource(operation.at.file, text)?.style.eol ?? '\n'
  const line = `${indentAt(text, operation.at.start)}// ${ignoreComment}${eol}`
  return {
    id: `suppress:${operation.fingerprint}`,
    title: 'Accept this write as it is: give the reason after the comment',
    kind: 'suppress',
    wholeHandler: false,
    disabled: null,
    edits: [{ file: operation.at.file, changes: [{ start, end: start, text: line }] }],
    needsConfirmation: false,
    note: null,
    isPreferred: false,
  }
}
