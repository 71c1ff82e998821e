/**
 * Symbols and types of expressions, each asked for once. The checker's own answer narrows by control flow, which is most of its cost; a value whose
 * declared type is one object type has nothing to narrow, so the declaration answers for it.
 */
import ts from 'typescript'
import type { FileContext } from './context'
import { assignmentsTo, returnsOf } from './origins'
import { hasModifier, isFunctionNode, outerParent, requiredModule, skipOuter } from './syntax'

/** The symbol an expression names, followed through imports and exports. */
export function symbolOf(ctx: FileContext, node: ts.Expression): ts.Symbol | undefined {
  const symbol = localSymbolOf(ctx, node)
  return symbol === undefined ? undefined : followAlias(ctx, symbol)
}

export function followAlias(ctx: FileContext, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : ctx.checker.getAliasedSymbol(symbol)
}

export function localSymbolOf(ctx: FileContext, node: ts.Expression): ts.Symbol | undefined {
  const { symbols } = ctx.caches
  const known = symbols.get(node)
  if (known !== undefined) return known ?? undefined
  const symbol = findSymbol(ctx, node)
  symbols.set(node, symbol ?? null)
  return symbol
}

function findSymbol(ctx: FileContext, node: ts.Expression): ts.Symbol | undefined {
  if (ts.isIdentifier(node)) {
    if (node.text === '') return undefined
    const { parent } = node
    return ts.isShorthandPropertyAssignment(parent) && parent.name === node
      ? ctx.checker.getShorthandAssignmentValueSymbol(parent)
      : ctx.checker.getSymbolAtLocation(node)
  }
  if (ts.isPropertyAccessExpression(node)) return node.name.text === '' ? undefined : memberSymbol(ctx, node.expression, node.name)
  if (ts.isElementAccessExpression(node)) {
    const key = skipOuter(node.argumentExpression)
    return ts.isStringLiteralLike(key) ? memberSymbol(ctx, node.expression, key) : undefined
  }
  return undefined
}

function memberSymbol(ctx: FileContext, receiver: ts.Expression, name: ts.MemberName | ts.StringLiteralLike): ts.Symbol | undefined {
  const type = typeAt(ctx, receiver)
  if (isAny(type)) return undefined
  const object = oneObject(ctx, type)
  return object === null || ts.isPrivateIdentifier(name) ? ctx.checker.getSymbolAtLocation(name) : ctx.checker.getPropertyOfType(object, name.text)
}

export function typeAt(ctx: FileContext, node: ts.Expression): ts.Type {
  const { typesAt } = ctx.caches
  const known = typesAt.get(node)
  if (known !== undefined) return known
  // A variable may be its own initialiser: `const db = db ?? connect()`.
  typesAt.set(node, ctx.checker.getAnyType())
  const type = findType(ctx, node)
  typesAt.set(node, type)
  return type
}

function findType(ctx: FileContext, node: ts.Expression): ts.Type {
  if (ts.isParenthesizedExpression(node)) return typeAt(ctx, node.expression)
  if (ts.isNonNullExpression(node)) return ctx.checker.getNonNullableType(typeAt(ctx, node.expression))
  if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type)) return ctx.checker.getTypeFromTypeNode(node.type)
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const receiver = typeAt(ctx, node.expression)
    if (isAny(receiver)) return receiver
  }
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const symbol = symbolOf(ctx, node)
    const type = symbol === undefined ? null : declaredType(ctx, symbol)
    if (type !== null && (isAny(type) || oneObject(ctx, type) !== null)) return type
    const indexed = symbol === undefined && !ts.isIdentifier(node) ? indexedType(ctx, node) : null
    if (indexed !== null) return indexed
  }
  if (requiredModule(node) !== null) return ctx.checker.getTypeAtLocation(node)
  if (ts.isAwaitExpression(node)) return ctx.checker.getAwaitedType(typeAt(ctx, node.expression)) ?? ctx.checker.getTypeAtLocation(node)
  return (ts.isCallExpression(node) ? returnedType(ctx, node) : null) ?? ctx.checker.getTypeAtLocation(node)
}

/** `db.order` of a client that takes any model's name. */
function indexedType(ctx: FileContext, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): ts.Type | null {
  if (ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(skipOuter(node.argumentExpression))) return null
  return oneObject(ctx, typeAt(ctx, node.expression))?.getStringIndexType() ?? null
}

/** The result of a call whose arguments cannot change it. */
function returnedType(ctx: FileContext, node: ts.CallExpression): ts.Type | null {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword || node.expression.kind === ts.SyntaxKind.ImportKeyword) return null
  const callee = typeAt(ctx, node.expression)
  if (isAny(callee)) return callee
  const [signature, ...overloads] = callee.getCallSignatures()
  const isFixed = signature !== undefined && overloads.length === 0 && signature.typeParameters === undefined
  if (!isFixed || node.questionDotToken !== undefined) return null
  const type = signature.getReturnType()
  const isAwaited = ts.isAwaitExpression(node.parent)
  const value = isAwaited ? (ctx.checker.getAwaitedType(type) ?? type) : type
  return isAny(value) ? (tracedReturn(ctx, signature.declaration, isAwaited) ?? type) : type
}

/** A lazily made client is often untyped: `let client; function db() { client ??= new Client(); return client }`. */
function tracedReturn(ctx: FileContext, declaration: ts.Node | undefined, isAwaited: boolean): ts.Type | null {
  if (declaration === undefined || !isFunctionNode(declaration) || declaration.type !== undefined) return null
  return hasModifier(declaration, ts.SyntaxKind.AsyncKeyword) === isAwaited ? firstKnown(ctx, returnsOf(declaration)) : null
}

function firstKnown(ctx: FileContext, values: readonly ts.Expression[]): ts.Type | null {
  for (const value of values) {
    const type = valueType(ctx, value)
    if (!isAny(type)) return type
  }
  return null
}

/**
 * What a value may be by its declaration, for those who do not look into it: an alternative that control flow has ruled out may remain.
 */
export function broadTypeAt(ctx: FileContext, node: ts.Expression): ts.Type {
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const symbol = symbolOf(ctx, node)
    const type = symbol === undefined ? null : declaredType(ctx, symbol)
    if (type !== null) return type
  }
  if (ts.isNewExpression(node)) {
    // `interface Error` beside `var Error: ErrorConstructor` is a class too.
    const symbol = symbolOf(ctx, skipOuter(node.expression))
    if (symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0) return ctx.checker.getDeclaredTypeOfSymbol(symbol)
  }
  return typeAt(ctx, node)
}

/** Null where the declaration does not say: `unknown`, and variables without type and value, which take the type of what is assigned. */
function declaredType(ctx: FileContext, symbol: ts.Symbol): ts.Type | null {
  if ((symbol.flags & ts.SymbolFlags.Value) === 0) return null
  const declaration = symbol.valueDeclaration
  const untyped = declaration === undefined ? null : untypedValue(ctx, declaration)
  if (untyped !== null) return untyped
  const type = ctx.checker.getTypeOfSymbol(symbol)
  if ((type.flags & ts.TypeFlags.Unknown) !== 0) return null
  return isAny(type) && declaration !== undefined ? tracedType(ctx, declaration, type) : type
}

/** The checker gives up at the first `any`: `globalThis.db ?? new Client()` is one. Where a value came from may say more. */
function tracedType(ctx: FileContext, declaration: ts.Declaration, any: ts.Type): ts.Type | null {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) {
    if (declaration.type !== undefined) return any
    if (declaration.initializer !== undefined && !isBlank(declaration.initializer)) return valueType(ctx, declaration.initializer)
    return assignedType(ctx, declaration)
  }
  return ts.isParameter(declaration) ? (handedType(ctx, declaration) ?? any) : any
}

function assignedType(ctx: FileContext, declaration: ts.VariableDeclaration | ts.PropertyDeclaration): ts.Type | null {
  const { name } = declaration
  if (!ts.isIdentifier(name) || ts.isPropertyDeclaration(declaration)) return null
  const source = declaration.getSourceFile()
  const own = assignmentsTo(source, name.text).filter(({ target }) => symbolOf(ctx, target)?.valueDeclaration === declaration)
  return firstKnown(
    ctx,
    own.map(({ value }) => value),
  )
}

function valueType(ctx: FileContext, outer: ts.Expression): ts.Type {
  const node = ts.isParenthesizedExpression(outer) ? skipOuter(outer) : outer
  const alternatives = ts.isBinaryExpression(node) ? branchesOf(node) : ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse] : []
  return firstKnown(ctx, alternatives) ?? typeAt(ctx, node)
}

function branchesOf(node: ts.BinaryExpression): readonly ts.Expression[] {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return [node.left, node.right]
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return [node.right]
    default:
      return []
  }
}

/** What a call hands to its callback, where the checker lost the receiver's type. */
function handedType(ctx: FileContext, node: ts.ParameterDeclaration): ts.Type | null {
  const { parent: call, child } = outerParent(node.parent)
  if (node.type !== undefined || !ts.isCallExpression(call)) return null
  const argument = call.arguments.findIndex((candidate) => candidate === child)
  const own = node.parent.parameters.indexOf(node)
  const { kind } = call.expression
  if (argument < 0 || kind === ts.SyntaxKind.SuperKeyword || kind === ts.SyntaxKind.ImportKeyword) return null
  for (const signature of typeAt(ctx, call.expression).getCallSignatures()) {
    const callback = signature.parameters[argument]
    const handed = callback === undefined ? undefined : ctx.checker.getTypeOfSymbol(callback).getCallSignatures()[0]?.parameters[own]
    if (handed !== undefined) return ctx.checker.getTypeOfSymbol(handed)
  }
  return null
}

function isBlank(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined')
}

/** The type of a parameter, for callers that only want its name. */
export function parameterType(ctx: FileContext, node: ts.ParameterDeclaration): ts.Type {
  if (node.type !== undefined) return ctx.checker.getTypeFromTypeNode(node.type)
  const untyped = untypedCall(ctx, node)
  if (untyped !== null) return untyped
  const type = ctx.checker.getTypeAtLocation(node)
  return isAny(type) ? (handedType(ctx, node) ?? type) : type
}

/** What an untyped function returns is untyped: no need to check its arguments (a schema of hundreds of lines) to know. */
function untypedValue(ctx: FileContext, declaration: ts.Declaration): ts.Type | null {
  if (ts.isParameter(declaration)) return untypedCall(ctx, declaration)
  if (!ts.isVariableDeclaration(declaration) || declaration.type !== undefined || declaration.initializer === undefined) return null
  const value = ts.isAwaitExpression(declaration.initializer) ? declaration.initializer.expression : declaration.initializer
  if (!ts.isCallExpression(value) || requiredModule(value) !== null) return null
  const type = returnedType(ctx, value)
  return type !== null && isAny(type) ? type : null
}

/** A callback handed to an untyped function has untyped parameters: no need to check the whole call to know. */
function untypedCall(ctx: FileContext, node: ts.ParameterDeclaration): ts.Type | null {
  if (node.type !== undefined || node.initializer !== undefined || !(ts.isArrowFunction(node.parent) || ts.isFunctionExpression(node.parent))) return null
  if (node.getSourceFile() !== ctx.sourceFile) return null
  const { parent, child } = outerParent(node.parent)
  if (!ts.isCallExpression(parent) || parent.expression === child) return null
  const { kind } = parent.expression
  if (kind === ts.SyntaxKind.SuperKeyword || kind === ts.SyntaxKind.ImportKeyword) return null
  const callee = typeAt(ctx, parent.expression)
  return isAny(callee) ? callee : null
}

function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0
}

/** The object type of a value that may also be absent. */
function oneObject(ctx: FileContext, type: ts.Type): ts.Type | null {
  const present = type.isUnion() ? ctx.checker.getNonNullableType(type) : type
  const object = present.isTypeParameter() ? (ctx.checker.getBaseConstraintOfType(present) ?? present) : present
  return (object.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0 ? null : object
}
