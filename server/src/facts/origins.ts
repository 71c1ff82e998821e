/** Where values come from, by syntax alone: what is assigned to names, and what functions return. */
import ts from 'typescript'
import { derived } from '../base/derived'
import { isFunctionNode, skipOuter, type FunctionNode } from './syntax'

export interface Assignment {
  readonly target: ts.Identifier
  readonly value: ts.Expression
}

/** `name = value` anywhere in the file. Who asks compares symbols: scopes are not told apart. */
export function assignmentsTo(source: ts.SourceFile, name: string): readonly Assignment[] {
  return assignmentsIn(source).get(name) ?? []
}

const assignmentsIn = derived((source: ts.SourceFile): ReadonlyMap<string, readonly Assignment[]> => {
  const found = new Map<string, Assignment[]>()
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      const target = skipOuter(node.left)
      if (ts.isIdentifier(target)) found.set(target.text, [...(found.get(target.text) ?? []), { target, value: node.right }])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
})

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.BarBarEqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken
}

/** The values a function may return; those of functions inside it are not its own. */
export const returnsOf = derived((node: FunctionNode): readonly ts.Expression[] => {
  const found: ts.Expression[] = []
  const visit = (part: ts.Node): void => {
    if (ts.isReturnStatement(part) && part.expression !== undefined) found.push(part.expression)
    if (!isFunctionNode(part) && !ts.isClassLike(part)) ts.forEachChild(part, visit)
  }
  if (node.body !== undefined && ts.isBlock(node.body)) ts.forEachChild(node.body, visit)
  else if (node.body !== undefined) found.push(node.body)
  return found
})
