/** Decorators with the effects of the catalogue, also where a decorator of our own only stands for others. */
import ts from 'typescript'
import { effectsOfCallable } from './callee'
import type { FileContext } from './context'
import { spanOf } from './ids'
import type { Decorator, Expression } from './ir'
import { symbolOf } from './symbols'
import { isFunctionNode, lastName, skipOuter } from './syntax'

/** Decorators that stand for others through more functions than this are none of ours. */
const deepest = 4

/** What the parameters of a decorator's own function stand for at the place it is used. */
type Bound = ReadonlyMap<ts.Symbol, Expression>

type Use = Pick<Decorator, 'at' | 'name' | 'written'>

export function decoratorsOf(ctx: FileContext, node: ts.Node): readonly Decorator[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
  return decorators.flatMap((decorator) => {
    const expression = skipOuter(decorator.expression)
    const callee = ts.isCallExpression(expression) ? expression.expression : expression
    const given = ts.isCallExpression(expression) ? expression.arguments.map((argument) => ctx.lower.expression(ctx, argument)) : []
    const use: Use = { at: spanOf(ctx, decorator), name: lastName(callee).getText(), written: { callee: ctx.lower.expression(ctx, callee), arguments: given } }
    const standsFor = meanings(ctx, use, callee, given, deepest)
    return standsFor.length > 0 ? standsFor : [{ ...use, arguments: given, effects: [] }]
  })
}

/** The modelled decorators that a callee is, or that its function returns. */
function meanings(ctx: FileContext, use: Use, callee: ts.Expression, given: readonly Expression[], depth: number): readonly Decorator[] {
  const effects = effectsOfCallable(ctx, callee)
  if (effects.length > 0) return [{ ...use, arguments: given, effects }]
  if (depth === 0) return []
  const declaration = symbolOf(ctx, skipOuter(callee))?.valueDeclaration
  if (declaration === undefined || ctx.catalogue.isModelFile(declaration.getSourceFile().fileName)) return []
  const made = ts.isVariableDeclaration(declaration) ? (declaration.initializer === undefined ? undefined : skipOuter(declaration.initializer)) : declaration
  if (made === undefined) return []
  // `export const OnEvent = RawOnEvent as (event: OurEvent) => MethodDecorator`
  if (ts.isIdentifier(made) || ts.isPropertyAccessExpression(made)) return meanings(ctx, use, made, given, depth - 1)
  if (!isFunctionNode(made)) return []
  const bound = new Map<ts.Symbol, Expression>()
  for (const [index, parameter] of made.parameters.entries()) {
    const symbol = ts.isIdentifier(parameter.name) ? symbolOf(ctx, parameter.name) : undefined
    const argument = given[index]
    if (symbol !== undefined && argument !== undefined) bound.set(symbol, argument)
  }
  return returned(made).flatMap((result) => returnedMeanings(ctx, use, result, bound, depth - 1))
}

function returnedMeanings(ctx: FileContext, use: Use, expression: ts.Expression, bound: Bound, depth: number): readonly Decorator[] {
  const result = skipOuter(expression)
  if (!ts.isCallExpression(result)) return []
  if (lastName(result.expression).getText() === 'applyDecorators') return result.arguments.flatMap((one) => returnedMeanings(ctx, use, one, bound, depth))
  const given = result.arguments.map((argument) => argumentOf(ctx, use, argument, bound))
  return meanings(ctx, use, result.expression, given, depth)
}

/** Another file's text cannot be lowered here: what is neither a parameter nor a word is unknown. */
function argumentOf(ctx: FileContext, use: Use, argument: ts.Expression, bound: Bound): Expression {
  const value = skipOuter(argument)
  const symbol = ts.isIdentifier(value) ? symbolOf(ctx, value) : undefined
  const known = symbol === undefined ? undefined : bound.get(symbol)
  if (known !== undefined) return known
  return ts.isStringLiteralLike(value) ? { kind: 'constant', value: value.text, at: use.at } : { kind: 'other', parts: [], at: use.at }
}

function returned(fn: ts.FunctionLikeDeclaration): readonly ts.Expression[] {
  const { body } = fn
  if (body === undefined) return []
  if (!ts.isBlock(body)) return [body]
  return body.statements.flatMap((statement) => (ts.isReturnStatement(statement) && statement.expression !== undefined ? [statement.expression] : []))
}
