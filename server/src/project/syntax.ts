/** Small questions about syntax that the outline asks. */
import ts from 'typescript'

/** Local name of what has none: `export default expression`, `module.exports = expression`. */
export const anonymousDefault = '*default*'

export function requiredModule(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null
  const isLoad = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require')
  const argument = node.arguments[0]
  return isLoad && argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null
}

export function unwrapAwait(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) ? unwrapAwait(node.expression) : node
}

/** '' for `module.exports`, the name for `exports.name` and `module.exports.name`, null for anything else. */
export function exportTarget(node: ts.Expression): string | null {
  if (!ts.isPropertyAccessExpression(node)) return null
  const { expression, name } = node
  if (ts.isIdentifier(expression)) {
    if (expression.text === 'module' && name.text === 'exports') return ''
    return expression.text === 'exports' ? name.text : null
  }
  return exportTarget(expression) === '' ? name.text : null
}

/** `router` of `router.route('/').post(...)`, `schema` of `schema.methods.pay = ...`. */
export function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return rootName(node.expression)
  if (ts.isBinaryExpression(node)) return rootName(node.left)
  return ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? rootName(node.expression) : null
}

export function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap((declaration) => bindingNames(declaration.name))
  const named =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  if (named || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
  return []
}

export function declaredOrDefault(statement: ts.Statement): readonly string[] {
  const names = declaredNames(statement)
  return names.length === 0 ? [anonymousDefault] : names
}

export function bindingNames(name: ts.BindingName): readonly string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []))
}

export function propertyText(name: ts.Node | undefined): string | null {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : null
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}

export function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword)
}
