/** From a name to what it stands for: variable, function, class, module, or something outside the workspace. */
import ts from 'typescript'
import type { FilePath, Span } from '../base/location'
import type { FileContext } from './context'
import { fileOf, functionId, typeId, variableId } from './ids'
import type { Expression, FunctionId, TypeId, VariableId } from './ir'
import { followAlias, localSymbolOf, symbolOf } from './symbols'
import { constantKey, isConst, isFunctionNode, isObjectTypeNode, requiredModule, skipOuter } from './syntax'

export type Reference =
  | { readonly kind: 'variable'; readonly id: VariableId; readonly name: string }
  | { readonly kind: 'global'; readonly name: string; readonly module: string | null }
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'class'; readonly id: TypeId }
  | { readonly kind: 'module'; readonly file: FilePath }
  /** An export that is no declaration of its own: `module.exports = { pay: wrap(pay) }`, `export default wrap(pay)`. */
  | { readonly kind: 'export'; readonly file: FilePath; readonly name: string }

const MOST_HOPS = 8

export function isWorkspaceNode(ctx: FileContext, node: ts.Node): boolean {
  const { fileName } = node.getSourceFile()
  return !ctx.catalogue.isModelFile(fileName) && !fileName.includes('/node_modules/')
}

export function referenceOfIdentifier(ctx: FileContext, node: ts.Identifier): Reference {
  const symbol = localSymbolOf(ctx, node)
  return symbol === undefined ? { kind: 'global', name: node.text, module: null } : referenceOf(ctx, symbol)
}

export function referenceOf(ctx: FileContext, symbol: ts.Symbol): Reference {
  const { references } = ctx.caches
  const known = references.get(symbol)
  if (known !== undefined) return known
  const reference = findReference(ctx, symbol)
  references.set(symbol, reference)
  return reference
}

function findReference(ctx: FileContext, symbol: ts.Symbol): Reference {
  const target = followAlias(ctx, symbol)
  const declaration = target.valueDeclaration ?? target.declarations?.[0]
  if (declaration === undefined) return unresolved(ctx, symbol, MOST_HOPS)
  const found = referenceOfDeclaration(ctx, target, declaration)
  // What the catalogue declares keeps the specifier it was imported by.
  return found.kind === 'global' && found.module === null && target !== symbol ? { ...found, module: importOf(symbol)?.specifier.text ?? null } : found
}

function referenceOfDeclaration(ctx: FileContext, symbol: ts.Symbol, declaration: ts.Declaration): Reference {
  const outside: Reference = {
    kind: 'global',
    name: symbol.name === 'default' || symbol.name === 'export=' ? (nameOf(declaration) ?? symbol.name) : symbol.name,
    module: null,
  }
  if (ts.isSourceFile(declaration)) return { kind: 'module', file: fileOf(declaration) }
  if (!isWorkspaceNode(ctx, declaration)) return outside
  if (isFunctionNode(declaration)) {
    const body = symbol.declarations?.find((other) => isFunctionNode(other) && other.body !== undefined)
    return body !== undefined && isFunctionNode(body) ? { kind: 'function', id: functionId(body) } : outside
  }
  if (ts.isClassLike(declaration)) return { kind: 'class', id: typeId(declaration) }
  if (ts.isVariableDeclaration(declaration)) return referenceOfVariable(ctx, symbol, declaration)
  if (ts.isParameter(declaration) || ts.isBindingElement(declaration)) return variable(declaration.name, symbol)
  if (ts.isEnumDeclaration(declaration) || ts.isEnumMember(declaration) || ts.isModuleDeclaration(declaration)) return variable(declaration.name, symbol)
  return referenceOfExport(ctx, symbol, declaration) ?? outside
}

function referenceOfVariable(ctx: FileContext, symbol: ts.Symbol, declaration: ts.VariableDeclaration): Reference {
  if (declaration.initializer !== undefined) {
    const value = skipOuter(declaration.initializer)
    if (isConst(declaration)) {
      if (isFunctionNode(value)) return { kind: 'function', id: functionId(value) }
      if (ts.isClassExpression(value)) return { kind: 'class', id: typeId(value) }
    }
    const required = requiredModule(value)
    const file = required === null ? null : moduleFileOf(ctx, required)
    if (file !== null) return { kind: 'module', file }
    if (required !== null && isConst(declaration)) return { kind: 'global', name: symbol.name, module: required.text }
  }
  return variable(declaration.name, symbol)
}

function variable(name: ts.Node, symbol: ts.Symbol): Reference {
  return { kind: 'variable', id: variableId(name), name: symbol.name === 'default' && ts.isIdentifier(name) ? name.text : symbol.name }
}

/** Declarations that exist only as exports: CommonJS assignments and `export default EXPRESSION`. */
function referenceOfExport(ctx: FileContext, symbol: ts.Symbol, declaration: ts.Declaration): Reference | null {
  const file = fileOf(declaration)
  const value = exportedValue(declaration)
  if (value === null) return null
  const name = ts.isExportAssignment(declaration) && declaration.isExportEquals !== true ? 'default' : symbol.name
  if (name === 'export=' || name === 'module.exports') {
    const direct = referenceOfValue(ctx, value)
    return direct ?? { kind: 'module', file }
  }
  return referenceOfValue(ctx, value) ?? { kind: 'export', file, name }
}

function referenceOfValue(ctx: FileContext, value: ts.Expression): Reference | null {
  const inner = skipOuter(value)
  if (isFunctionNode(inner)) return { kind: 'function', id: functionId(inner) }
  if (ts.isClassExpression(inner)) return { kind: 'class', id: typeId(inner) }
  if (!ts.isIdentifier(inner)) return null
  const reference = referenceOfIdentifier(ctx, inner)
  return reference.kind === 'global' ? null : reference
}

/** The expression a declaration exports; null when it is a declaration of another kind. */
export function exportedValue(declaration: ts.Declaration): ts.Expression | null {
  if (ts.isExportAssignment(declaration)) return declaration.expression
  if (ts.isShorthandPropertyAssignment(declaration)) return declaration.name
  if (ts.isPropertyAssignment(declaration)) return declaration.initializer
  if (ts.isBinaryExpression(declaration)) return lastAssigned(declaration)
  if (ts.isPropertyAccessExpression(declaration) || ts.isElementAccessExpression(declaration)) {
    return ts.isBinaryExpression(declaration.parent) && declaration.parent.left === declaration ? lastAssigned(declaration.parent) : null
  }
  return null
}

/** `f` of `module.exports = exports = f`. */
function lastAssigned(assignment: ts.BinaryExpression): ts.Expression {
  const value = skipOuter(assignment.right)
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken ? lastAssigned(value) : assignment.right
}

/** A value declaration as reached from a property: what functions it runs when it is called. */
export function functionsOf(ctx: FileContext, declaration: ts.Declaration, hops = MOST_HOPS): readonly FunctionId[] {
  if (hops === 0 || !isWorkspaceNode(ctx, declaration)) return []
  if (isFunctionNode(declaration)) return declaration.body === undefined ? [] : [functionId(declaration)]
  const value = ts.isVariableDeclaration(declaration)
    ? isConst(declaration)
      ? declaration.initializer
      : undefined
    : ts.isPropertyDeclaration(declaration)
      ? declaration.initializer
      : exportedValue(declaration)
  if (value === undefined || value === null) return []
  const inner = skipOuter(value)
  if (isFunctionNode(inner)) return [functionId(inner)]
  if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return []
  const symbol = symbolOf(ctx, inner)
  return (symbol?.declarations ?? []).flatMap((next) => functionsOf(ctx, next, hops - 1))
}

interface ImportedName {
  readonly specifier: ts.StringLiteralLike
  /** `default`, `*` for the whole module, or the exported name. */
  readonly name: string
  readonly local: string
}

/** The import (or `require`, or re-export) that declares a local name. */
function importOf(symbol: ts.Symbol): ImportedName | null {
  const declaration = symbol.declarations?.[0]
  if (declaration === undefined) return null
  const local = symbol.name
  const literal = (node: ts.Node | undefined): ts.StringLiteralLike | null => (node !== undefined && ts.isStringLiteralLike(node) ? node : null)
  const found = (node: ts.Node | undefined, name: string): ImportedName | null => {
    const specifier = literal(node)
    return specifier === null ? null : { specifier, name, local }
  }
  if (ts.isImportSpecifier(declaration)) return found(declaration.parent.parent.parent.moduleSpecifier, (declaration.propertyName ?? declaration.name).text)
  if (ts.isImportClause(declaration)) return found(declaration.parent.moduleSpecifier, 'default')
  if (ts.isNamespaceImport(declaration)) return found(declaration.parent.parent.moduleSpecifier, '*')
  if (ts.isNamespaceExport(declaration)) return found(declaration.parent.moduleSpecifier, '*')
  if (ts.isExportSpecifier(declaration)) return found(declaration.parent.parent.moduleSpecifier, (declaration.propertyName ?? declaration.name).text)
  if (ts.isImportEqualsDeclaration(declaration)) {
    return ts.isExternalModuleReference(declaration.moduleReference) ? found(declaration.moduleReference.expression, '*') : null
  }
  if (ts.isVariableDeclaration(declaration)) return found(requiredIn(declaration.initializer), requiredProperty(declaration.initializer) ?? '*')
  if (ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent)) {
    return found(requiredIn(declaration.parent.parent.initializer), constantKey(declaration.propertyName ?? declaration.name) ?? local)
  }
  return null
}

/** `require('x')` itself or under property accesses: `require('x').f`. */
function requiredIn(value: ts.Expression | undefined): ts.StringLiteralLike | undefined {
  if (value === undefined) return undefined
  const inner = skipOuter(value)
  return ts.isPropertyAccessExpression(inner) ? requiredIn(inner.expression) : (requiredModule(inner) ?? undefined)
}

function requiredProperty(value: ts.Expression | undefined): string | null {
  const inner = value === undefined ? undefined : skipOuter(value)
  return inner !== undefined && ts.isPropertyAccessExpression(inner) ? inner.name.text : null
}

/** An alias that leads nowhere: an export the checker cannot see, or a package outside workspace and catalogue. */
function unresolved(ctx: FileContext, symbol: ts.Symbol, hops: number): Reference {
  const imported = importOf(symbol)
  if (imported === null) return { kind: 'global', name: symbol.name, module: null }
  const { specifier, name, local } = imported
  const file = moduleFileOf(ctx, specifier)
  if (file !== null) {
    const module = ctx.checker.getSymbolAtLocation(specifier)
    const next = module === undefined || hops === 0 ? undefined : ctx.checker.tryGetMemberInModuleExports(name, module)
    if (next !== undefined && next !== symbol && importOf(next) !== null) return unresolved(ctx, next, hops - 1)
    return name === '*' ? { kind: 'module', file } : { kind: 'export', file, name }
  }
  return { kind: 'global', name: name === '*' || name === 'default' ? local : name, module: specifier.text }
}

/** The workspace file a module specifier names. */
export function moduleFileOf(ctx: FileContext, specifier: ts.StringLiteralLike): FilePath | null {
  const declaration = ctx.checker.getSymbolAtLocation(specifier)?.valueDeclaration
  if (declaration !== undefined) return ts.isSourceFile(declaration) && isWorkspaceNode(ctx, declaration) ? fileOf(declaration) : null
  return ctx.resolveModule(specifier.text, fileOf(specifier))
}

/** The symbol's reference as an expression that stands at `at`. */
export function referenceExpression(reference: Reference, at: Span): Expression {
  if (reference.kind !== 'export') return { ...reference, at }
  const { file, name } = reference
  return { kind: 'property', at, object: { kind: 'module', at, file }, name, nameAt: at, optional: false, effects: [], member: null }
}

function nameOf(declaration: ts.Declaration): string | null {
  const name = ts.getNameOfDeclaration(declaration)
  return name !== undefined && ts.isIdentifier(name) ? name.text : null
}

/** The class, interface or object type alias a symbol declares in the workspace. */
export function objectTypeOf(ctx: FileContext, symbol: ts.Symbol): TypeId | null {
  for (const declaration of symbol.declarations ?? []) {
    if (!isWorkspaceNode(ctx, declaration)) continue
    if (isObjectTypeNode(declaration)) return typeId(declaration)
    if (ts.isTypeAliasDeclaration(declaration)) {
      const literal = literalsIn(declaration.type)[0]
      if (literal !== undefined) return typeId(literal)
    }
  }
  return null
}

/** The workspace class that values of this type are of; `undefined` beside it does not matter. */
export function classOf(ctx: FileContext, type: ts.Type): TypeId | null {
  const symbol = ctx.checker.getNonNullableType(type).getSymbol()
  const declaration = symbol?.declarations?.find((one) => ts.isClassLike(one) && isWorkspaceNode(ctx, one))
  return declaration !== undefined && isObjectTypeNode(declaration) ? typeId(declaration) : null
}

/** The object types written out in an alias, alone or as parts of an intersection. */
export function literalsIn(type: ts.TypeNode): readonly ts.TypeLiteralNode[] {
  if (ts.isTypeLiteralNode(type)) return [type]
  if (ts.isParenthesizedTypeNode(type)) return literalsIn(type.type)
  return ts.isIntersectionTypeNode(type) ? type.types.flatMap(literalsIn) : []
}
