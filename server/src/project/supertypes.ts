/** What a declaration implements, and what can be implemented, by its own annotations. */
import ts from 'typescript'
import { isFunctionLike } from './units'

export function isImplementable(node: ts.Node): boolean {
  const type = ts.isTypeAliasDeclaration(node) ? node.type : null
  const members = ts.isInterfaceDeclaration(node) ? node.members : type !== null && ts.isTypeLiteralNode(type) ? type.members : []
  return members.some(
    (member) => ts.isMethodSignature(member) || (ts.isPropertySignature(member) && member.type !== undefined && ts.isFunctionTypeNode(member.type)),
  )
}

/** What the declared value is a subtype or implementation of, by its own annotations. */
export function supertypesOf(node: ts.Node): readonly string[] {
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node))
    return (node.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => headName(type.expression)))
  if (ts.isFunctionDeclaration(node)) return typeHead(node.type)
  if (ts.isVariableDeclaration(node)) {
    const value = node.initializer
    if (value === undefined) return typeHead(node.type)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return [...typeHead(node.type), ...typeHead(value.type)]
    if (ts.isClassExpression(value)) return (value.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => headName(type.expression)))
    return [...typeHead(node.type), ...(ts.isSatisfiesExpression(value) ? typeHead(value.type) : []), ...customised(value)]
  }
  return []
}

/** `new PaymentHandler({ createPayment: async () => … })` is an implementation of `PaymentHandler` by its callbacks. */
function customised(value: ts.Expression): readonly string[] {
  if (!ts.isNewExpression(value)) return []
  const hasCallback = (value.arguments ?? []).some(
    (argument) =>
      ts.isObjectLiteralExpression(argument) &&
      argument.properties.some((property) => ts.isMethodDeclaration(property) || (ts.isPropertyAssignment(property) && isFunctionLike(property.initializer))),
  )
  return hasCallback ? headName(value.expression) : []
}

function typeHead(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined || !ts.isTypeReferenceNode(type)) return []
  return ts.isIdentifier(type.typeName) ? [type.typeName.text] : [type.typeName.right.text]
}

function headName(node: ts.Expression): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.expression) ? [`${node.expression.text}.${node.name.text}`] : []
  return ts.isCallExpression(node) ? node.arguments.flatMap((argument) => headName(argument)) : []
}
