/** Small questions about syntax that need no types. */
import ts from 'typescript'

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration

export type ObjectTypeNode = ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeLiteralNode

/** Parentheses, `as`, `satisfies`, `!` and type assertions do not change a value. */
export function skipOuter(node: ts.Expression): ts.Expression {
  let inner = node
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner) ||
    ts.isExpressionWithTypeArguments(inner)
  ) {
    inner = inner.expression
  }
  return inner
}

/** The parent that is not merely one of `skipOuter`'s wrappers. */
export function outerParent(node: ts.Node): { readonly parent: ts.Node; readonly child: ts.Node } {
  let child = node
  let parent = node.parent
  while (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isTypeAssertionExpression(parent)
  ) {
    child = parent
    parent = parent.parent
  }
  return { parent, child }
}

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return true
    default:
      return false
  }
}

export function isObjectTypeNode(node: ts.Node): node is ObjectTypeNode {
  return ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)
}

/** A constant property key: `a`, `'a'`, `1`, `['a']`, `#a`. Null for a computed one. */
export function constantKey(name: ts.PropertyName | ts.BindingName): string | null {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) || ts.isBigIntLiteral(name))
    return name.text
  if (ts.isComputedPropertyName(name)) {
    const key = skipOuter(name.expression)
    return ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : null
  }
  return null
}

/** The argument of `require('x')`, whatever `require` is. */
export function requiredModule(node: ts.Node): ts.StringLiteralLike | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require' || node.arguments.length !== 1) return null
  const [specifier] = node.arguments
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier : null
}

/** `''` for `module.exports`, `f` for `exports.f` and `module.exports.f`; null for anything else. */
export function commonJsExport(target: ts.Expression): string | null {
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) return null
  const name = accessedName(target)
  if (name === null) return null
  if (ts.isIdentifier(target.expression) && target.expression.text === 'module' && name === 'exports') return ''
  if (ts.isIdentifier(target.expression) && target.expression.text === 'exports') return name
  return commonJsExport(target.expression) === '' ? name : null
}

export function accessedName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  const key = skipOuter(node.argumentExpression)
  return ts.isStringLiteralLike(key) ? key.text : null
}

/** Receiver chain and method as written, without arguments: `db.order.create`, `db.insert.values`. */
export function chainText(node: ts.Expression): string {
  const inner = skipOuter(node)
  if (ts.isIdentifier(inner)) return inner.text
  if (inner.kind === ts.SyntaxKind.ThisKeyword) return 'this'
  if (inner.kind === ts.SyntaxKind.SuperKeyword) return 'super'
  if (ts.isPropertyAccessExpression(inner)) return joined(chainText(inner.expression), inner.name.text)
  if (ts.isElementAccessExpression(inner)) return `${chainText(inner.expression)}[${inner.argumentExpression.getText().replaceAll(/\s+/g, '')}]`
  if (ts.isCallExpression(inner)) return chainText(inner.expression)
  if (ts.isNewExpression(inner)) return chainText(inner.expression)
  if (ts.isTaggedTemplateExpression(inner)) return chainText(inner.tag)
  if (ts.isAwaitExpression(inner)) return chainText(inner.expression)
  if (ts.isBinaryExpression(inner)) return `(${chainText(inner.left)}${inner.operatorToken.getText()}${chainText(inner.right)})`
  return ''
}

function joined(receiver: string, name: string): string {
  return receiver === '' ? name : `${receiver}.${name}`
}

/** The last name of a callee, where a finding points. */
export function lastName(callee: ts.Expression): ts.Node {
  const inner = skipOuter(callee)
  if (ts.isPropertyAccessExpression(inner)) return inner.name
  if (ts.isElementAccessExpression(inner)) return inner.argumentExpression
  return inner
}

/** `'use server'` and its like at the head of a body. */
export function directivesOf(statements: readonly ts.Statement[]): readonly string[] {
  const directives: string[] = []
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break
    directives.push(statement.expression.text)
  }
  return directives
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false)
}

export function isConst(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0 && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
}
