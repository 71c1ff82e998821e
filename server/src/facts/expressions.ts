/** Expressions: every form of the language either has a node of its own or keeps its evaluated parts. */
import ts from 'typescript'
import type { Span } from '../base/location'
import { lowerAssignment, lowerIncrement } from './assignments'
import { calleeOf, memberDeclared, typeArgumentOf, type CallNode } from './callee'
import { lowerClass } from './classes'
import type { FileContext } from './context'
import { effectsOf } from './effectsOf'
import { spanOf } from './ids'
import type { ArrayItem, CallExpression, Expression } from './ir'
import { lowerObject } from './objects'
import { isWorkspaceNode, moduleFileOf, referenceExpression, referenceOf, referenceOfIdentifier } from './references'
import { broadTypeAt, localSymbolOf, symbolOf, typeAt } from './symbols'
import { chainText, commonJsExport, isFunctionNode, lastName, requiredModule, skipOuter } from './syntax'
import { catalogueTypeOf } from './typeNames'

type Compare = Extract<Expression, { kind: 'compare' }>['operator']

const comparisons: ReadonlyMap<ts.SyntaxKind, Compare> = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, '==='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '==='],
  [ts.SyntaxKind.ExclamationEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.InKeyword, 'in'],
  [ts.SyntaxKind.InstanceOfKeyword, 'instanceof'],
])

const logicals: ReadonlyMap<ts.SyntaxKind, '&&' | '||' | '??'> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '&&'],
  [ts.SyntaxKind.BarBarToken, '||'],
  [ts.SyntaxKind.QuestionQuestionToken, '??'],
])

/** A type assertion changes no value, but what is known of its type: `JSON.parse(body) as Stripe.Event`. */
export function lowerExpression(ctx: FileContext, outer: ts.Expression): Expression {
  const node = skipOuter(outer)
  const value = lowerInner(ctx, node)
  if (!isAsserted(outer)) return value
  const type = catalogueTypeOf(ctx, typeAt(ctx, outer))
  return type === null ? value : { ...value, type }
}

function isAsserted(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isAsserted(node.expression)
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node)
}

function lowerInner(ctx: FileContext, node: ts.Expression): Expression {
  const at = spanOf(ctx, node)
  const lower = (part: ts.Expression): Expression => lowerExpression(ctx, part)

  if (ts.isIdentifier(node)) return lowerIdentifier(ctx, node, at)
  if (ts.isStringLiteralLike(node)) return { kind: 'constant', at, value: node.text }
  if (ts.isNumericLiteral(node)) return { kind: 'constant', at, value: Number(node.text) }
  if (ts.isBigIntLiteral(node)) return { kind: 'constant', at, value: Number(node.text.slice(0, -1)) }
  if (ts.isPropertyAccessExpression(node)) return lowerProperty(ctx, node, node.name, node.name.text, at)
  if (ts.isElementAccessExpression(node)) return lowerElementAccess(ctx, node, at)
  if (ts.isCallExpression(node)) return lowerCall(ctx, node, at)
  if (ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) return lowerResolvedCall(ctx, node, at)
  if (ts.isAwaitExpression(node)) return typed(ctx, node, { kind: 'await', at, value: lower(node.expression) })
  if (isFunctionNode(node)) return { kind: 'function', at, id: ctx.lower.functionNode(ctx, node, null) }
  if (ts.isClassExpression(node)) return { kind: 'class', at, id: lowerClass(ctx, node).id }
  if (ts.isObjectLiteralExpression(node)) return lowerObject(ctx, node)
  if (ts.isArrayLiteralExpression(node)) return { kind: 'array', at, items: node.elements.map((item) => lowerItem(ctx, item)) }
  if (ts.isBinaryExpression(node)) return lowerBinary(ctx, node)
  if (ts.isConditionalExpression(node)) {
    return { kind: 'conditional', at, test: lower(node.condition), whenTrue: lower(node.whenTrue), whenFalse: lower(node.whenFalse) }
  }
  if (ts.isTemplateExpression(node)) return lowerTemplate(ctx, node)
  if (ts.isPrefixUnaryExpression(node)) return lowerPrefix(ctx, node, at)
  if (ts.isPostfixUnaryExpression(node)) return lowerIncrement(ctx, node)
  if (ts.isYieldExpression(node)) {
    return {
      kind: 'yield',
      at,
      value: node.expression === undefined ? { kind: 'undefined', at } : lower(node.expression),
      delegate: node.asteriskToken !== undefined,
    }
  }
  return lowerKeyword(ctx, node, at)
}

function lowerKeyword(ctx: FileContext, node: ts.Expression, at: Span): Expression {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return { kind: 'constant', at, value: true }
    case ts.SyntaxKind.FalseKeyword:
      return { kind: 'constant', at, value: false }
    case ts.SyntaxKind.NullKeyword:
      return { kind: 'constant', at, value: null }
    case ts.SyntaxKind.OmittedExpression:
      return { kind: 'undefined', at }
    case ts.SyntaxKind.ThisKeyword:
      return typed(ctx, node, { kind: 'this', at })
    case ts.SyntaxKind.SuperKeyword:
      return typed(ctx, node, { kind: 'this', at, base: true })
    default:
      return { kind: 'other', at, parts: partsOf(ctx, node) }
  }
}

/** The evaluated expressions inside a form that has no node of its own: JSX, `typeof`, `void`, `delete`, and what is new or broken. */
function partsOf(ctx: FileContext, node: ts.Node): readonly Expression[] {
  const parts: Expression[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isTypeNode(child) || ts.isJsxClosingElement(child)) return
    if (ts.isJsxElement(child) || ts.isJsxSelfClosingElement(child) || ts.isJsxFragment(child)) parts.push(lowerExpression(ctx, child))
    else if (ts.isJsxOpeningLikeElement(child)) ts.forEachChild(child.attributes, visit)
    else if (ts.isJsxAttribute(child)) child.initializer?.forEachChild(visit)
    else if (isPlainExpression(child)) parts.push(lowerExpression(ctx, child))
    else ts.forEachChild(child, visit)
  }
  if (ts.isJsxSelfClosingElement(node)) ts.forEachChild(node.attributes, visit)
  else if (!ts.isMetaProperty(node)) ts.forEachChild(node, visit)
  return parts
}

/** `ts.isExpression` answers yes for JSX containers and names too. */
function isPlainExpression(node: ts.Node): node is ts.Expression {
  return ts.isExpression(node) && !ts.isJsxText(node) && !ts.isJsxExpression(node) && !ts.isJsxAttributes(node) && !ts.isJsxOpeningElement(node)
}

function typed<E extends Expression>(ctx: FileContext, node: ts.Expression, value: E): E {
  if (isDropped(node)) return value
  const type = catalogueTypeOf(ctx, broadTypeAt(ctx, node))
  return type === null ? value : { ...value, type }
}

/** Nobody looks at the value of `await order.save()` as a statement. */
function isDropped(node: ts.Expression): boolean {
  const { parent } = node
  return ts.isExpressionStatement(parent) || (ts.isAwaitExpression(parent) && ts.isExpressionStatement(parent.parent))
}

function lowerIdentifier(ctx: FileContext, node: ts.Identifier, at: Span): Expression {
  if (node.text === 'undefined') return { kind: 'undefined', at }
  if (node.text === '') return { kind: 'other', at, parts: [] }
  if (node.text === 'exports' && isCommonJsName(ctx, node)) return { kind: 'module', at, file: ctx.file }
  const reference = referenceOfIdentifier(ctx, node)
  const value = referenceExpression(reference, at)
  return reference.kind === 'variable' || reference.kind === 'global' ? typed(ctx, node, value) : value
}

/** Not a variable of that name. (In `exports.f = …` the checker answers with `f`.) */
function isCommonJsName(ctx: FileContext, node: ts.Identifier): boolean {
  const declaration = localSymbolOf(ctx, node)?.declarations?.[0]
  return (
    declaration === undefined ||
    !(ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isBindingElement(declaration) || ts.isImportSpecifier(declaration))
  )
}

function lowerProperty(
  ctx: FileContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  nameNode: ts.Node,
  name: string,
  at: Span,
): Expression {
  if (commonJsExport(node) === '') return { kind: 'module', at, file: ctx.file }
  const symbol = symbolOf(ctx, node)
  const declarations = symbol?.declarations ?? []
  if (symbol !== undefined && declarations.some(isNamespaceMember) && declarations.every((declaration) => isWorkspaceNode(ctx, declaration))) {
    const value = referenceExpression(referenceOf(ctx, symbol), at)
    return value.kind === 'variable' ? typed(ctx, node, value) : value
  }
  const member = declarations.length === 1 && declarations[0] !== undefined ? literalMember(declarations[0]) : null
  if (member !== null) return { kind: 'constant', at, value: member }
  return typed(ctx, node, {
    kind: 'property',
    at,
    object: lowerExpression(ctx, node.expression),
    name,
    nameAt: spanOf(ctx, nameNode),
    optional: node.questionDotToken !== undefined,
    effects: declarations
      .filter((declaration) => !ts.isFunctionLike(declaration) || ts.isAccessor(declaration))
      .flatMap((declaration) => effectsOf(ctx, declaration)),
    member: node.expression.kind === ts.SyntaxKind.SuperKeyword ? null : memberDeclared(ctx, declarations),
  })
}

/** The catalogue writes a library's enums as objects of literal types: `EventName.TransactionPaid`. */
function literalMember(declaration: ts.Declaration): string | null {
  if (
    !ts.isPropertySignature(declaration) ||
    declaration.questionToken !== undefined ||
    declaration.type === undefined ||
    !ts.isLiteralTypeNode(declaration.type)
  )
    return null
  const readonly = declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) === true
  return readonly && ts.isStringLiteral(declaration.type.literal) ? declaration.type.literal.text : null
}

/** Reached through a module, namespace or enum, these are the declaration itself, not a property of an object. */
function isNamespaceMember(declaration: ts.Declaration): boolean {
  return (
    ts.isFunctionDeclaration(declaration) ||
    ts.isClassDeclaration(declaration) ||
    ts.isVariableDeclaration(declaration) ||
    ts.isBindingElement(declaration) ||
    ts.isEnumDeclaration(declaration) ||
    ts.isEnumMember(declaration) ||
    ts.isModuleDeclaration(declaration)
  )
}

function lowerElementAccess(ctx: FileContext, node: ts.ElementAccessExpression, at: Span): Expression {
  const key = skipOuter(node.argumentExpression)
  if (ts.isStringLiteralLike(key)) return lowerProperty(ctx, node, key, key.text, at)
  return typed(ctx, node, { kind: 'element', at, object: lowerExpression(ctx, node.expression), key: lowerExpression(ctx, node.argumentExpression) })
}

function lowerCall(ctx: FileContext, node: ts.CallExpression, at: Span): Expression {
  const [specifier] = node.arguments
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier))
      return { kind: 'other', at, parts: node.arguments.map((argument) => lowerExpression(ctx, argument)) }
    return { kind: 'import', at, file: moduleFileOf(ctx, specifier), specifier: specifier.text }
  }
  const required = requiredModule(node)
  if (required !== null) {
    const file = moduleFileOf(ctx, required)
    return file === null ? typed(ctx, node, { kind: 'global', at, name: required.text, module: required.text }) : { kind: 'module', at, file }
  }
  return lowerResolvedCall(ctx, node, at)
}

function lowerResolvedCall(ctx: FileContext, node: CallNode, at: Span): Expression {
  const callee = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression
  const resolved = calleeOf(ctx, node)
  const value: CallExpression = {
    kind: 'call',
    at,
    form: ts.isNewExpression(node) ? 'new' : ts.isTaggedTemplateExpression(node) ? 'tag' : 'call',
    callee: lowerExpression(ctx, callee),
    arguments: argumentsOf(ctx, node),
    nameAt: spanOf(ctx, lastName(callee)),
    text: chainText(callee),
    targets: resolved.targets,
    member: resolved.member,
    effects: resolved.effects,
    resolution: resolved.resolution,
    neverReturns: resolved.neverReturns,
    typeArgument: typeArgumentOf(ctx, node, resolved.effects),
  }
  return typed(ctx, node, value)
}

function argumentsOf(ctx: FileContext, node: CallNode): readonly ArrayItem[] {
  if (!ts.isTaggedTemplateExpression(node)) return (node.arguments ?? []).map((argument) => lowerItem(ctx, argument))
  const { template } = node
  const value: Expression = ts.isTemplateExpression(template)
    ? lowerTemplate(ctx, template)
    : { kind: 'template', at: spanOf(ctx, template), parts: [{ kind: 'constant', at: spanOf(ctx, template), value: template.text }] }
  return [{ value, spread: false }]
}

function lowerItem(ctx: FileContext, node: ts.Expression): ArrayItem {
  if (ts.isSpreadElement(node)) return { value: lowerExpression(ctx, node.expression), spread: true }
  return { value: lowerExpression(ctx, node), spread: false }
}

/** Text and values in order; empty text is left out. */
function lowerTemplate(ctx: FileContext, node: ts.TemplateExpression): Expression {
  const text = (part: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): readonly Expression[] =>
    part.text === '' ? [] : [{ kind: 'constant', at: spanOf(ctx, part), value: part.text }]
  return {
    kind: 'template',
    at: spanOf(ctx, node),
    parts: [...text(node.head), ...node.templateSpans.flatMap((span) => [lowerExpression(ctx, span.expression), ...text(span.literal)])],
  }
}

function lowerPrefix(ctx: FileContext, node: ts.PrefixUnaryExpression, at: Span): Expression {
  switch (node.operator) {
    case ts.SyntaxKind.PlusPlusToken:
    case ts.SyntaxKind.MinusMinusToken:
      return lowerIncrement(ctx, node)
    case ts.SyntaxKind.ExclamationToken:
      return { kind: 'not', at, value: lowerExpression(ctx, node.operand) }
    case ts.SyntaxKind.MinusToken: {
      const operand = lowerExpression(ctx, node.operand)
      if (operand.kind === 'constant' && typeof operand.value === 'number') return { kind: 'constant', at, value: -operand.value }
      return { kind: 'arithmetic', at, operator: '-', left: { kind: 'constant', at, value: 0 }, right: operand }
    }
    default:
      return { kind: 'other', at, parts: [lowerExpression(ctx, node.operand)] }
  }
}

const deepest = 200

/** Left-leaning chains (`a + b + c + …`) are walked in a loop, and flattened when they are long: generated code has thousands of operands. */
function lowerBinary(ctx: FileContext, node: ts.BinaryExpression): Expression {
  const spine: ts.BinaryExpression[] = []
  let head: ts.Expression = node
  while (ts.isBinaryExpression(head) && !isAssignment(head)) {
    spine.push(head)
    head = skipOuter(head.left)
  }
  // Every reader of the tree recurses.
  if (spine.length > deepest)
    return { kind: 'other', at: spanOf(ctx, node), parts: [head, ...spine.reverse().map((part) => part.right)].map((part) => lowerExpression(ctx, part)) }
  let value = ts.isBinaryExpression(head) ? lowerAssignment(ctx, head) : lowerExpression(ctx, head)
  for (const part of spine.reverse()) value = combined(ctx, part, value, lowerExpression(ctx, part.right))
  return value
}

function isAssignment(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

function combined(ctx: FileContext, node: ts.BinaryExpression, left: Expression, right: Expression): Expression {
  const at = spanOf(ctx, node)
  const { kind } = node.operatorToken
  const logical = logicals.get(kind)
  if (logical !== undefined) return { kind: 'logical', at, operator: logical, left, right }
  const comparison = comparisons.get(kind)
  if (comparison !== undefined) return { kind: 'compare', at, operator: comparison, left, right }
  if (kind === ts.SyntaxKind.CommaToken) return { kind: 'sequence', at, items: [left, right] }
  return { kind: 'arithmetic', at, operator: ts.tokenToString(kind) ?? '', left, right }
}
