/** Findings accepted in the source: `// paidpath-ignore-next-line REASON` on the line before the write. A comment without a reason accepts nothing. */
import type { WriteOperation } from '../flow/result'

const comment = /paidpath-ignore-next-line[ \t]*(.*?)[ \t]*(?:\*\/.*)?$/

/** The reason given for a write, or null when it is not suppressed. `text`: of the file the write stands in. */
export function justificationFor(operation: Pick<WriteOperation, 'at' | 'callAt'>, text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/)
  for (const line of [operation.at.line, operation.callAt.line]) {
    const reason = comment.exec(lines[line - 2] ?? '')?.[1] ?? ''
    // The quick fix inserts `TODO`: the reason is the user's to write.
    if (reason !== '' && !reason.startsWith('TODO')) return reason
  }
  return null
}
