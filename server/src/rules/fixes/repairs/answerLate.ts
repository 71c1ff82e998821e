/** An answer that is sent before the work: moved behind it, so that a failure can still be told. */
import ts from 'typescript'
import { isHarmless } from '../protect/continuation'
import type { PathFrames } from '../protect/frames'
import { isStatementList, rangeOf } from '../source/layout'
import { ancestors, isFunctionNode, textOf } from '../source/source'
import { lineEnd } from '../source/style'
import { inFile, type Repair } from './repair'

const answer = /^(res|response|reply|rep)\b.*\.(send|json|end|sendStatus)$/

export function answerLateRepair({ path, write, frames }: PathFrames): Repair | null {
  const source = frames.at(-1)?.source
  if (path.outcome !== 'lost' || source === undefined) return null
  let inner: ts.Node = write.top
  for (const parent of ancestors(write.top)) {
    if (isStatementList(parent)) {
      const list: readonly ts.Node[] = parent.statements
      const own = list.indexOf(inner)
      const early = parent.statements.findIndex(
        (statement, index) =>
          index < own &&
          ts.isExpressionStatement(statement) &&
          ts.isCallExpression(statement.expression) &&
          answer.test(textOf(source, statement.expression.expression)),
      )
      if (early >= 0) {
        const last = parent.statements.findLastIndex((statement) => !isHarmless(statement))
        const moved = rangeOf(source, parent, early, early)
        const target = rangeOf(source, parent, Math.max(own, last), Math.max(own, last))
        if (moved === null || target === null) return null
        const end = lineEnd(source.text, moved.end)
        const lineBreak = source.text.slice(end, end + source.style.eol.length)
        const text = source.text.slice(moved.start, end)
        return {
          name: 'answer-late',
          title: 'Send the answer after the work',
          edits: inFile(source, [
            { start: moved.start, end: end + lineBreak.length, text: '' },
            { start: lineEnd(source.text, target.end), end: lineEnd(source.text, target.end), text: source.style.eol + text },
          ]),
        }
      }
    }
    if (isFunctionNode(parent)) return null
    inner = parent
  }
  return null
}
