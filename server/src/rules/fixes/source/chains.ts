/** Receiver chains: `prisma.order.create({…})`, `db.insert(orders).values({…})`, and what becomes of their promise. */
import ts from 'typescript'
import type { Span } from '../../../base/location'
import type { TextChange } from '../fix'
import { nodeAt, type Source } from './source'
import { indentAt } from './style'

/** One call of a catalogued API, seen as a chain from its innermost receiver to its last call. */
export interface Chain {
  /** The call the finding points at. */
  readonly call: ts.CallExpression | ts.TaggedTemplateExpression | ts.NewExpression
  /** The whole chain: `db.insert(orders).values(row).returning()`. */
  readonly top: ts.Expression
  /** The innermost receiver: `db`, `this`. */
  readonly root: ts.Expression
}

/** The call whose method name is at the span, and the chain it belongs to. */
export function chainAt(source: Source, name: Span): Chain | null {
  const node = nodeAt(source, name)
  let call: ts.Node = node
  if (ts.isIdentifier(node) && ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) call = node.parent
  while (!ts.isCallExpression(call) && !ts.isTaggedTemplateExpression(call) && !ts.isNewExpression(call)) {
    const parent = call.parent as ts.Node | undefined
    if (parent === undefined || ts.isStatement(parent)) return null
    if (ts.isCallExpression(parent) && parent.expression !== call && !parent.arguments.some((argument) => argument === call)) return null
    call = parent
  }
  return { call, top: chainTop(call), root: chainRoot(call) }
}

/** Outward through `.name`, `(…)` and `!` as long as the node is the receiver. */
export function chainTop(node: ts.Expression): ts.Expression {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return chainTop(parent)
  if (ts.isElementAccessExpression(parent) && parent.expression === node) return chainTop(parent)
  if (ts.isCallExpression(parent) && parent.expression === node) return chainTop(parent)
  if (ts.isNonNullExpression(parent)) return chainTop(parent)
  return node
}

export function receiverOf(node: ts.Expression): ts.Expression | null {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isNonNullExpression(node))
    return node.expression
  if (ts.isTaggedTemplateExpression(node)) return node.tag
  if (ts.isParenthesizedExpression(node)) return node.expression
  return null
}

export function chainRoot(node: ts.Expression): ts.Expression {
  const receiver = receiverOf(node)
  return receiver === null ? node : chainRoot(receiver)
}

/** The expressions of a chain from its root to the node. */
export function chainLinks(node: ts.Expression): readonly ts.Expression[] {
  const receiver = receiverOf(node)
  return receiver === null ? [node] : [...chainLinks(receiver), node]
}

/** `db`, `this.prisma`, `ctx.db`: names only, so evaluating it twice is the same as once. */
export function isPlainPath(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true
  return ts.isPropertyAccessExpression(node) && isPlainPath(node.expression)
}

/** Methods called on the way, outermost last: `['insert', 'values']`. */
export function methodsOf(node: ts.Expression): readonly string[] {
  return chainLinks(node).flatMap((link) => (ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) ? [link.expression.name.text] : []))
}

/** One more call at the end of a chain, on a line of its own where the last one is. */
export function chained({ text, tree, style }: Source, top: ts.CallExpression, call: string): TextChange {
  const { expression } = top
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : null
  const ownLine = name !== null && ts.isPropertyAccessExpression(expression) && text.slice(expression.expression.end, name.getStart(tree)).includes('\n')
  return { start: top.end, end: top.end, text: ownLine ? style.eol + indentAt(text, name.getStart(tree)) + call : call }
}
