/** A document store whose keys the code may choose: under the payment's id, a second delivery writes the same document again. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { express, knowledgeAt } from '../payment/known'
import type { Blocked } from '../payment/refund'
import { indentAt } from '../source/style'
import type { PathFrames } from './frames'

/** `orders.add(row)` becomes `orders.doc(session.id).set(row)`, which a second delivery writes over. */
export function keyedDocument({ frames, write }: PathFrames, again: boolean): readonly TextChange[] | Blocked {
  const frame = frames.at(-1)
  const { call } = write
  if (frame === undefined || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return { why: 'The write is not a plain call.' }
  if (call.expression.name.text !== 'add') return { why: 'It changes a document by what the document holds, so a second delivery would change it twice.' }
  const { source } = frame
  const knowledge = frame.knowledge === null ? null : knowledgeAt(source, frame.knowledge, call)
  const ids = again ? ['E.id'] : ['O.id', 'E.id']
  const key = knowledge === null ? null : (ids.map((id) => express(source, knowledge, id, call)).find((found) => found !== null) ?? null)
  if (key === null) return { why: 'Which payment was taken is not known where the write is.' }
  const awaited = call.parent
  if (!ts.isAwaitExpression(awaited)) return { why: 'The write is not awaited.' }
  const { name } = call.expression
  const start = name.getStart(source.tree)
  const holder = awaited.parent
  if (ts.isExpressionStatement(holder)) return [{ start, end: name.end, text: `doc(${key.text}).set` }]
  const declared = ts.isVariableDeclaration(holder) && ts.isVariableDeclarationList(holder.parent) ? holder.parent : null
  if (declared === null || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name) || declared.declarations.length > 1)
    return { why: 'The result of the write is used inside another expression.' }
  const { end, eol } = source.style
  const indent = indentAt(source.text, declared.getStart(source.tree))
  return [
    { start: awaited.getStart(source.tree), end: call.getStart(source.tree), text: '' },
    { start, end: name.end, text: `doc(${key.text})${end}${eol}${indent}await ${holder.name.text}.set` },
  ]
}
