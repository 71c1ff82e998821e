/** What stands in the way of moving statements into a callback or a `try`. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { Blocked } from '../payment/refund'
import { isAsync, isFunctionNode, type FunctionNode, type Source } from '../source/source'
import type { Group } from './group'

/** Jumps that a callback or a `try` around the range would change. */
export function escapes({ home, range }: Group): string | null {
  const first = range.statements[0]?.pos ?? 0
  const last = range.statements.at(-1)?.end ?? 0
  for (const statement of range.statements) {
    const reason = reasonIn(statement, first, last)
    if (reason !== null) return reason
  }
  const topLevel = home.run === null && range.list.kind === ts.SyntaxKind.SourceFile
  return topLevel && range.statements.some(ts.isImportDeclaration) ? 'Imports stand between the writes.' : null
}

function reasonIn(node: ts.Node, first: number, last: number): string | null {
  if (ts.isBreakOrContinueStatement(node) && leaves(node, first, last))
    return `\`${ts.isBreakStatement(node) ? 'break' : 'continue'}\` leaves the statements in between.`
  if (ts.isYieldExpression(node)) return 'The statements in between yield.'
  if (isFunctionNode(node)) return null
  const answers = ts.isCallExpression(node) && /^(res|response|reply)\b.*\.(send|json|end|redirect|render|sendStatus)$/.test(node.expression.getText())
  if (answers) return 'The answer is sent between the writes.'
  return ts.forEachChild(node, (child) => reasonIn(child, first, last) ?? undefined) ?? null
}

function leaves(jump: ts.BreakOrContinueStatement, first: number, last: number): boolean {
  if (jump.label !== undefined) return true
  for (let node = jump.parent as ts.Node | undefined; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (isFunctionNode(node)) return true
    if (ts.isIterationStatement(node, false) || (ts.isBreakStatement(jump) && ts.isSwitchStatement(node))) return node.getStart() < first || node.end > last
  }
  return true
}

/** Null: it is async, or top-level code. Only functions whose result nobody uses may become so. */
export function needsAsync(source: Source, run: FunctionNode | null): TextChange | Blocked | null {
  if (run === null || isAsync(run)) return null
  const handler =
    ts.isCallExpression(run.parent) &&
    !(ts.isPropertyAccessExpression(run.parent.expression) && /^(map|filter|reduce|some|every|find|sort)$/.test(run.parent.expression.name.text))
  if (!handler || !(ts.isArrowFunction(run) || ts.isFunctionExpression(run)) || run.type !== undefined) return { why: 'The function that writes is not async.' }
  const start = run.getStart(source.tree)
  return { start, end: start, text: 'async ' }
}

export function insideTransaction(list: ts.Node): boolean {
  for (let node: ts.Node | undefined = list; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (
      isFunctionNode(node) &&
      ts.isCallExpression(node.parent) &&
      /\.(\$transaction|transaction|transactional|withTransaction|begin|runTransaction)$/.test(node.parent.expression.getText())
    )
      return true
  }
  return false
}
