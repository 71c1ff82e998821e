/** Which function a piece of code belongs to, and what its callers must know of it. */
import ts from 'typescript'
import { ancestors, isFunctionNode, type FunctionNode } from './source'

/** The name a function is called by: its own, its method's, or that of the variable or property that holds it. */
export function functionName(node: FunctionNode): string | null {
  if (node.name !== undefined && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) || ts.isPrivateIdentifier(node.name))) return node.name.text
  const { parent } = node
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text
  if (ts.isPropertyAssignment(parent) && (ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name))) return parent.name.text
  if (ts.isPropertyDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) return parent.left.name.text
  return null
}

/** Functions around a node, innermost first. */
export function functionsAround(node: ts.Node): readonly FunctionNode[] {
  return [...ancestors(node)].filter(isFunctionNode)
}

/** The function called `name` around a node; else the outermost one that is not handed to another call. */
export function namedFunctionAround(node: ts.Node, name: string | null): FunctionNode | null {
  const around = functionsAround(node)
  const called = name === null ? undefined : around.find((candidate) => functionName(candidate) === name)
  return called ?? around.find((candidate) => !isArgument(candidate) || functionName(candidate) !== null) ?? around.at(-1) ?? null
}

function isArgument(node: FunctionNode): boolean {
  const { parent } = node
  return ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node)
}

/** Methods that run their callback once per element. */
const perElement = new Set(['map', 'forEach', 'flatMap', 'filter', 'reduce', 'some', 'every', 'find'])

/** The call that runs this function once per element: `items.map(async (item) => …)`. */
export function iterationOf(node: FunctionNode): ts.CallExpression | null {
  const { parent } = node
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return null
  return ts.isPropertyAccessExpression(parent.expression) && perElement.has(parent.expression.name.text) ? parent : null
}

/** `return` statements of the function itself, not of functions inside it. */
export function returnsOf(node: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = []
  const visit = (inner: ts.Node): void => {
    if (isFunctionNode(inner) || ts.isClassLike(inner)) return
    if (ts.isReturnStatement(inner)) found.push(inner)
    ts.forEachChild(inner, visit)
  }
  if (isFunctionNode(node)) {
    if (node.body !== undefined) ts.forEachChild(node.body, visit)
  } else visit(node)
  return found
}

/** Control goes on into the next clause of the `switch`. */
export function fallsThrough(clause: ts.CaseOrDefaultClause): boolean {
  const last = clause.statements.at(-1)
  if (last === undefined) return true
  const end = ts.isBlock(last) ? last.statements.at(-1) : last
  return end === undefined || !(ts.isBreakStatement(end) || ts.isReturnStatement(end) || ts.isThrowStatement(end) || ts.isContinueStatement(end))
}
