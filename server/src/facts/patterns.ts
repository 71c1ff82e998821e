/** Names that receive values: declarations, parameters and destructuring assignments. */
import ts from 'typescript'
import type { FileContext } from './context'
import { effectsOf } from './effectsOf'
import { spanOf, variableId } from './ids'
import type { Expression, ObjectProperty, Pattern, PatternProperty, VariableId } from './ir'
import { referenceOfIdentifier } from './references'
import { constantKey, skipOuter } from './syntax'

export function lowerBinding(ctx: FileContext, name: ts.BindingName, initializer: ts.Expression | undefined): Pattern {
  const fallback = initializer === undefined ? null : ctx.lower.expression(ctx, initializer)
  if (ts.isIdentifier(name)) return { kind: 'name', id: variableId(name), name: name.text, fallback }
  if (ts.isArrayBindingPattern(name)) {
    const rest = name.elements.find((element) => ts.isBindingElement(element) && element.dotDotDotToken !== undefined)
    return {
      kind: 'arrayPattern',
      items: name.elements.filter((element) => element !== rest).map((element) => (ts.isBindingElement(element) ? lowerElement(ctx, element) : null)),
      rest: rest !== undefined && ts.isBindingElement(rest) ? lowerElement(ctx, rest) : null,
      fallback,
    }
  }
  const rest = name.elements.find((element) => element.dotDotDotToken !== undefined)
  const elements = name.elements.filter((element) => element !== rest)
  const type = elements.length === 0 ? null : ctx.checker.getTypeAtLocation(name)
  return {
    kind: 'objectPattern',
    properties: elements.map((element) => patternProperty(ctx, keyOf(element), lowerElement(ctx, element), type)),
    rest: rest === undefined ? null : lowerElement(ctx, rest),
    fallback,
  }
}

function lowerElement(ctx: FileContext, element: ts.BindingElement): Pattern {
  return lowerBinding(ctx, element.name, element.initializer)
}

function keyOf(element: ts.BindingElement): string | null {
  return constantKey(element.propertyName ?? element.name)
}

function patternProperty(ctx: FileContext, key: string | null, pattern: Pattern, type: ts.Type | null): PatternProperty {
  const declarations = key === null || type === null ? undefined : ctx.checker.getPropertyOfType(type, key)?.declarations
  const effects = declarations?.filter((declaration) => !ts.isFunctionLike(declaration)).flatMap((declaration) => effectsOf(ctx, declaration)) ?? []
  return effects.length === 0 ? { key, pattern } : { key, pattern, effects }
}

/** The left side of a destructuring assignment. Targets that are no names (`[a.b] = …`) are left out. */
export function lowerAssignmentPattern(ctx: FileContext, outer: ts.Expression, fallback: Expression | null = null): Pattern | null {
  const node = skipOuter(outer)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return lowerAssignmentPattern(ctx, node.left, ctx.lower.expression(ctx, node.right))
  }
  if (ts.isIdentifier(node)) {
    const reference = referenceOfIdentifier(ctx, node)
    return reference.kind === 'variable' ? { kind: 'name', id: reference.id, name: reference.name, fallback } : null
  }
  if (ts.isArrayLiteralExpression(node)) {
    const last = node.elements.at(-1)
    const rest = last !== undefined && ts.isSpreadElement(last) ? last : undefined
    return {
      kind: 'arrayPattern',
      items: node.elements.filter((element) => element !== rest).map((element) => lowerAssignmentPattern(ctx, element)),
      rest: rest === undefined ? null : lowerAssignmentPattern(ctx, rest.expression),
      fallback,
    }
  }
  if (!ts.isObjectLiteralExpression(node)) return null
  const properties: PatternProperty[] = []
  let rest: Pattern | null = null
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) rest = lowerAssignmentPattern(ctx, property.expression)
    const pattern = assignmentProperty(ctx, property)
    if (pattern !== null && property.name !== undefined) properties.push({ key: constantKey(property.name), pattern })
  }
  return { kind: 'objectPattern', properties, rest, fallback }
}

function assignmentProperty(ctx: FileContext, property: ts.ObjectLiteralElementLike): Pattern | null {
  if (ts.isPropertyAssignment(property)) return lowerAssignmentPattern(ctx, property.initializer)
  if (!ts.isShorthandPropertyAssignment(property)) return null
  const fallback = property.objectAssignmentInitializer === undefined ? null : ctx.lower.expression(ctx, property.objectAssignmentInitializer)
  return lowerAssignmentPattern(ctx, property.name, fallback)
}

/** Each name of a pattern with the expression that yields its value. */
export function bindingsOf(pattern: Pattern, value: Expression): readonly { readonly id: VariableId; readonly name: string; readonly value: Expression }[] {
  const { at } = value
  const { fallback } = pattern
  const known: Expression = fallback === null ? value : { kind: 'logical', at, operator: '??', left: value, right: fallback }
  switch (pattern.kind) {
    case 'name':
      return [{ id: pattern.id, name: pattern.name, value: known }]
    case 'objectPattern':
      return [
        ...pattern.properties.flatMap(({ key, pattern: inner, effects = [] }) =>
          bindingsOf(
            inner,
            key === null
              ? { kind: 'other', at, parts: [] }
              : { kind: 'property', at, object: known, name: key, nameAt: at, optional: false, effects, member: null },
          ),
        ),
        ...(pattern.rest === null ? [] : bindingsOf(pattern.rest, known)),
      ]
    case 'arrayPattern':
      return [
        ...pattern.items.flatMap((item, index) =>
          item === null ? [] : bindingsOf(item, { kind: 'element', at, object: known, key: { kind: 'constant', at, value: index } }),
        ),
        ...(pattern.rest === null ? [] : bindingsOf(pattern.rest, { kind: 'other', at, parts: [] })),
      ]
  }
}

/** An object property whose key may be computed. */
export function keyExpression(ctx: FileContext, name: ts.PropertyName): ObjectProperty['key'] {
  const key = constantKey(name)
  if (key !== null) return key
  return ts.isComputedPropertyName(name) ? ctx.lower.expression(ctx, name.expression) : { kind: 'other', at: spanOf(ctx, name), parts: [] }
}
