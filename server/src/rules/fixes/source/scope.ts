/** Names: which are visible at a place, which a piece of code declares, and which are still used after it. Syntax only. */
import ts from 'typescript'
import { ancestors, contains, isFunctionNode, walk, type Source } from './source'
import { isStatementList, type StatementRange } from './layout'

export function namesOfBinding(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesOfBinding(element.name)))
}

/** Names that a statement declares in the scope it stands in (not in nested scopes). */
export function declaredBy(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => namesOfBinding(name).map(({ text }) => text))
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) && statement.name !== undefined)
    return [statement.name.text]
  if (ts.isImportDeclaration(statement)) return importedNames(statement)
  if (ts.isImportEqualsDeclaration(statement)) return [statement.name.text]
  return []
}

function importedNames({ importClause }: ts.ImportDeclaration): readonly string[] {
  if (importClause === undefined) return []
  const names = importClause.name === undefined ? [] : [importClause.name.text]
  const bindings = importClause.namedBindings
  if (bindings === undefined) return names
  if (ts.isNamespaceImport(bindings)) return [...names, bindings.name.text]
  return [...names, ...bindings.elements.map(({ name }) => name.text)]
}

/** `var` declarations and everything else that a piece of code declares in the scope around it. */
export function declaredInRange(range: StatementRange): readonly string[] {
  const names = new Set(range.statements.flatMap(declaredBy))
  for (const statement of range.statements) {
    walk(statement, (node) => {
      if (isFunctionNode(node)) return false
      if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0)
        for (const { name } of node.declarations) for (const { text } of namesOfBinding(name)) names.add(text)
      return undefined
    })
  }
  return [...names]
}

/** An identifier that stands for a variable's value (not a property name, label or declaration). */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  if (ts.isQualifiedName(parent)) return false
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if ((ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && parent.name === node) return false
  if (
    (ts.isMethodDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isClassDeclaration(parent)) &&
    parent.name === node
  )
    return false
  if (
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent)
  )
    return false
  if (ts.isJsxAttribute(parent) || ts.isPropertySignature(parent) || ts.isTypeReferenceNode(parent)) return false
  return true
}

export function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && names.has(inner.text) && isReference(inner)) found = true
    return !found
  })
  return found
}

/** Every name of a variable, function or type in some code: a new name must not be among them. */
export function allNames(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && !isPropertyName(inner)) names.add(inner.text)
    return undefined
  })
  return names
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node
  return ts.isBindingElement(parent) && parent.propertyName === node
}

export function freshName(taken: ReadonlySet<string>, ...wishes: readonly string[]): string {
  for (const wish of wishes) if (!taken.has(wish)) return wish
  const base = wishes[0] ?? 'value'
  for (let number = 2; ; number++) if (!taken.has(`${base}${String(number)}`)) return `${base}${String(number)}`
}

/** Whether a name can be used at a node: declared in a scope around it, by the time the node is reached. */
export function isVisible(source: Source, name: string, at: ts.Node): boolean {
  for (const scope of [at, ...ancestors(at)]) {
    if (isStatementList(scope)) {
      for (const statement of scope.statements) {
        if (!declaredBy(statement).includes(name)) continue
        const hoisted = ts.isFunctionDeclaration(statement) || ts.isImportDeclaration(statement) || ts.isClassDeclaration(statement)
        if (hoisted || statement.end <= at.getStart(source.tree) || isLater(scope, at)) return true
      }
    }
    if (isFunctionNode(scope) && scope.parameters.some((parameter) => namesOfBinding(parameter.name).some(({ text }) => text === name))) return true
    if (ts.isCatchClause(scope) && scope.variableDeclaration !== undefined && namesOfBinding(scope.variableDeclaration.name).some(({ text }) => text === name))
      return true
    if (
      (ts.isForOfStatement(scope) || ts.isForStatement(scope) || ts.isForInStatement(scope)) &&
      scope.initializer !== undefined &&
      ts.isVariableDeclarationList(scope.initializer)
    ) {
      if (scope.initializer.declarations.some((declaration) => namesOfBinding(declaration.name).some(({ text }) => text === name))) return true
    }
  }
  return false
}

/** A function's body runs after the code around it, so what is declared below it is there. */
function isLater(scope: ts.Node, at: ts.Node): boolean {
  for (const parent of ancestors(at)) {
    if (parent === scope) return false
    if (isFunctionNode(parent)) return true
  }
  return false
}

/** Code that runs, or can run, after the range inside the same function or module. */
export function nodesAfter(range: StatementRange): readonly ts.Node[] {
  const after: ts.Node[] = []
  let end = range.statements.at(-1)?.end ?? 0
  for (const scope of [range.list as ts.Node, ...ancestors(range.list)]) {
    ts.forEachChild(scope, (child) => {
      if (child.pos >= end) after.push(child)
    })
    end = Math.max(end, scope.end)
    if (isFunctionNode(scope)) break
  }
  return after
}

/** Variables of the range that something after it reads, in the order of their declaration. */
export function usedAfter(range: StatementRange): readonly string[] {
  const names = declaredInRange(range)
  const after = nodesAfter(range)
  return names.filter((name) => after.some((node) => mentions(node, new Set([name]))))
}

/** Variables from outside that the range assigns to. */
export function assignedInRange(range: StatementRange): readonly string[] {
  const declared = new Set(declaredInRange(range))
  const names = new Set<string>()
  for (const statement of range.statements) {
    walk(statement, (node) => {
      const target =
        ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
          ? node.left
          : undefined
      if (target !== undefined && ts.isIdentifier(target) && !declared.has(target.text) && !isLocalTo(target, statement)) names.add(target.text)
      return undefined
    })
  }
  return [...names]
}

function isLocalTo(name: ts.Identifier, limit: ts.Node): boolean {
  for (const scope of ancestors(name)) {
    if (isStatementList(scope) && contains(limit, scope) && scope.statements.some((statement) => declaredBy(statement).includes(name.text))) return true
    if (scope === limit) return false
  }
  return false
}
