/** Object literals, and what their contextual type says about them: tagged callbacks, and implementations of workspace types. */
import ts from 'typescript'
import { memberDeclared } from './callee'
import { getterCall } from './classes'
import type { FileContext } from './context'
import { effectsOf } from './effectsOf'
import { spanOf } from './ids'
import type { Expression, ObjectProperty } from './ir'
import { keyExpression } from './patterns'
import { symbolOf } from './symbols'
import { isFunctionNode, skipOuter } from './syntax'

export function lowerObject(ctx: FileContext, node: ts.ObjectLiteralExpression): Expression {
  const at = spanOf(ctx, node)
  const properties: ObjectProperty[] = []
  let context: ts.Type | null | undefined
  for (const property of node.properties) {
    const lowered = lowerProperty(ctx, property)
    if (lowered === null) continue
    if (typeof lowered.key !== 'string' || !mayRun(ctx, property, lowered.value)) {
      properties.push(lowered)
      continue
    }
    context ??= ctx.checker.getContextualType(node) ?? null
    const declarations = context === null ? [] : declarationsOf(ctx, context, lowered.key)
    const member = memberDeclared(ctx, declarations)
    if (member !== null) ctx.implementations.push({ member, value: lowered.value })
    const effects = declarations.flatMap((declaration) => effectsOf(ctx, declaration))
    properties.push(effects.length === 0 ? lowered : { ...lowered, effects })
  }
  return { kind: 'object', at, properties }
}

function lowerProperty(ctx: FileContext, node: ts.ObjectLiteralElementLike): ObjectProperty | null {
  if (ts.isSpreadAssignment(node)) return { key: null, value: ctx.lower.expression(ctx, node.expression), effects: [] }
  if (ts.isShorthandPropertyAssignment(node)) return { key: node.name.text, value: ctx.lower.expression(ctx, node.name), effects: [] }
  const key = keyExpression(ctx, node.name)
  if (ts.isPropertyAssignment(node)) return { key, value: ctx.lower.expression(ctx, node.initializer), effects: [] }
  const id = ctx.lower.functionNode(ctx, node, null)
  if (ts.isGetAccessorDeclaration(node)) return { key, value: getterCall(ctx, node, id), effects: [] }
  return ts.isSetAccessorDeclaration(node) ? null : { key, value: { kind: 'function', at: spanOf(ctx, node), id }, effects: [] }
}

/** Plain data needs no contextual type, which costs the resolution of the call it is an argument of. */
function mayRun(ctx: FileContext, node: ts.ObjectLiteralElementLike, value: Expression): boolean {
  if (value.kind === 'function') return true
  if (!ts.isPropertyAssignment(node)) return ts.isGetAccessorDeclaration(node)
  const initializer = skipOuter(node.initializer)
  if (ts.isCallExpression(initializer)) return initializer.arguments.some((argument) => isFunctionNode(skipOuter(argument)))
  return ts.isPropertyAccessExpression(initializer) && ((symbolOf(ctx, initializer)?.flags ?? 0) & (ts.SymbolFlags.Function | ts.SymbolFlags.Method)) !== 0
}

function declarationsOf(ctx: FileContext, type: ts.Type, name: string): readonly ts.Declaration[] {
  if (type.isUnion()) return [...new Set(type.types.flatMap((part) => declarationsOf(ctx, part, name)))]
  return ctx.checker.getPropertyOfType(type, name)?.declarations ?? []
}
