/** Findings accepted in the source: `// paidpath-ignore-next-line REASON` on the line before the write. A comment without a reason accepts nothing. */
import { ignoreComment } from '../base/ignoreComment'
import { lineStartsOf, locate, type FilePath, type Location } from '../base/location'
import type { WriteOperation } from '../flow/result'

export interface Suppression {
  /** Of the comment. */
  readonly at: Location
  /** Null where none is given. */
  readonly reason: string | null
  /** The line it is about: the next one that is not a comment itself. */
  readonly line: number
}

const pattern = new RegExp(`(?:/[/*]+|^\\s*\\*)[ \\t]*${ignoreComment}(?![\\w-])(.*?)[ \\t]*(?:\\*/.*)?$`)
const commentLine = /^\s*(?:\/[/*]|\*|\{\/\*)/

export function suppressionsIn(file: FilePath, text: string): readonly Suppression[] {
  if (!text.includes(ignoreComment)) return []
  const starts = lineStartsOf(text)
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, ''))
  return lines.flatMap((content, index): readonly Suppression[] => {
    const match = pattern.exec(content)
    if (match === null || isQuoted(content.slice(0, match.index))) return []
    const [whole, after = ''] = match
    const begin = match.index + (whole.length - whole.trimStart().length)
    const closing = content.indexOf('*/', begin)
    const start = (starts[index] ?? 0) + begin
    const end = (starts[index] ?? 0) + (closing < 0 ? content.trimEnd().length : closing + 2)
    let next = index + 1
    while (commentLine.test(lines[next] ?? '')) next++
    return [{ at: locate(file, starts, { start, end }), reason: reasonIn(after), line: next + 1 }]
  })
}

export function suppressionOf({ at, callAt }: Pick<WriteOperation, 'at' | 'callAt'>, suppressions: readonly Suppression[]): Suppression | null {
  return suppressions.find(({ line }) => line === at.line || line === callAt.line) ?? null
}

/** The quick fix inserts `TODO`: the reason is the user's to write. */
function reasonIn(text: string): string | null {
  const reason = text.replace(/^[\s:–—-]+/, '').trim()
  return reason === '' || reason.startsWith('TODO') ? null : reason
}

/** Inside a string, it is no comment. */
function isQuoted(before: string): boolean {
  return ["'", '"', '`'].some((quote) => before.split(quote).length % 2 === 0)
}
