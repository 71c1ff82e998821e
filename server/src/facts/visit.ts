/** Visits the expressions of the IR in source order, and resolves argument paths of catalogue effects against a call. */
import { assertNever } from '../base/assertNever'
import type { ArgumentPath } from '../models/effects'
import type { ArrayItem, CallExpression, Decorator, Expression, FileFacts, FunctionFacts, Pattern, Statement } from './ir'

/** `owner`: the property key or variable the expression stands under, where a registration gets its name from. */
export type Visitor = (expression: Expression, owner: string | null) => void

/** Every function of the file, its top-level code included. */
export function functionsOf(file: FileFacts): readonly FunctionFacts[] {
  return [file.module, ...file.functions]
}

/** Own expressions only: the body of an inline callback belongs to its own function. */
export function visitFunction(fn: FunctionFacts, visit: Visitor): void {
  for (const parameter of fn.parameters) visitPattern(parameter.pattern, visit)
  for (const decorator of [...fn.decorators, ...fn.parameterDecorators.flat()]) visitDecorator(decorator, visit)
  visitStatements(fn.body, visit)
}

export function visitDecorator(decorator: Decorator, visit: Visitor): void {
  for (const argument of decorator.arguments) visitExpression(argument, visit)
}

export function visitStatements(statements: readonly Statement[], visit: Visitor): void {
  for (const statement of statements) visitStatement(statement, visit)
}

export function visitStatement(statement: Statement, visit: Visitor): void {
  switch (statement.kind) {
    case 'expression':
    case 'throw': {
      visitExpression(statement.value, visit)
      return
    }
    case 'declare':
      if (statement.value !== null) visitExpression(statement.value, visit, statement.pattern.kind === 'name' ? statement.pattern.name : null)
      {
        visitPattern(statement.pattern, visit)
        return
      }
    case 'if':
      visitExpression(statement.test, visit)
      visitStatements(statement.then, visit)
      {
        visitStatements(statement.otherwise, visit)
        return
      }
    case 'loop':
      visitStatements(statement.initial, visit)
      if (statement.test !== null) visitExpression(statement.test, visit)
      visitStatements(statement.body, visit)
      if (statement.step !== null) visitExpression(statement.step, visit)
      return
    case 'each':
      visitExpression(statement.over, visit)
      visitPattern(statement.pattern, visit)
      {
        visitStatements(statement.body, visit)
        return
      }
    case 'switch':
      visitExpression(statement.value, visit)
      for (const item of statement.cases) {
        if (item.test !== null) visitExpression(item.test, visit)
        visitStatements(item.body, visit)
      }
      return
    case 'try':
      visitStatements(statement.body, visit)
      if (statement.handler?.pattern) visitPattern(statement.handler.pattern, visit)
      visitStatements(statement.handler?.body ?? [], visit)
      {
        visitStatements(statement.finalizer ?? [], visit)
        return
      }
    case 'return':
      if (statement.value !== null) visitExpression(statement.value, visit)
      return
    case 'block': {
      visitStatements(statement.body, visit)
      return
    }
    case 'break':
    case 'continue':
      return
    default:
      return assertNever(statement)
  }
}

/** Defaults in a pattern are expressions too. */
export function visitPattern(pattern: Pattern, visit: Visitor): void {
  if (pattern.fallback !== null) visitExpression(pattern.fallback, visit, pattern.kind === 'name' ? pattern.name : null)
  for (const child of partsOfPattern(pattern)) visitPattern(child, visit)
}

function partsOfPattern(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'name':
      return []
    case 'objectPattern':
      return [...pattern.properties.map((property) => property.pattern), ...(pattern.rest === null ? [] : [pattern.rest])]
    case 'arrayPattern':
      return [...pattern.items, pattern.rest].filter((item) => item !== null)
    default:
      return assertNever(pattern)
  }
}

/** The expression itself, then its parts. */
export function visitExpression(expression: Expression, visit: Visitor, owner: string | null = null): void {
  visit(expression, owner)
  switch (expression.kind) {
    case 'object':
      for (const { key, value } of expression.properties) {
        if (key !== null && typeof key !== 'string') visitExpression(key, visit)
        visitExpression(value, visit, typeof key === 'string' ? key : owner)
      }
      return
    case 'assign':
      if (isPattern(expression.target)) visitPattern(expression.target, visit)
      else visitExpression(expression.target, visit)
      {
        visitExpression(expression.value, visit, nameOfTarget(expression.target) ?? owner)
        return
      }
    default:
      for (const part of partsOf(expression)) visitExpression(part, visit, owner)
  }
}

function nameOfTarget(target: Pattern | Expression): string | null {
  return target.kind === 'property' || target.kind === 'variable' || target.kind === 'name' ? target.name : null
}

/** `objectPattern`, … and `name` are kinds of patterns only. */
export function isPattern(target: Pattern | Expression): target is Pattern {
  return target.kind === 'name' || target.kind === 'objectPattern' || target.kind === 'arrayPattern'
}

/** Direct subexpressions in evaluation order, those inside patterns excepted. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'undefined':
    case 'variable':
    case 'global':
    case 'function':
    case 'class':
    case 'module':
    case 'this':
    case 'import':
      return []
    case 'property':
      return [expression.object]
    case 'element':
      return [expression.object, expression.key]
    case 'object':
      return expression.properties.flatMap(({ key, value }) => (key !== null && typeof key !== 'string' ? [key, value] : [value]))
    case 'array':
      return valuesOf(expression.items)
    case 'call':
      return [expression.callee, ...valuesOf(expression.arguments)]
    case 'await':
    case 'not':
    case 'yield':
      return [expression.value]
    case 'conditional':
      return [expression.test, expression.whenTrue, expression.whenFalse]
    case 'logical':
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right]
    case 'assign':
      return isPattern(expression.target) ? [expression.value] : [expression.target, expression.value]
    case 'template':
    case 'other':
      return expression.parts
    case 'sequence':
      return expression.items
    default:
      return assertNever(expression)
  }
}

function valuesOf(items: readonly ArrayItem[]): readonly Expression[] {
  return items.map((item) => item.value)
}

/** The argument a tag's path means, or null when the call omits it. `self` is what `this` means on a decorator. */
export function argumentAt(call: CallExpression, path: ArgumentPath): Expression | null {
  if (path.argument === 'this') return call.callee.kind === 'property' ? propertyAt(call.callee.object, path.path) : null
  const item = itemAt(call.arguments, path.argument)
  return item === null ? null : propertyAt(item, path.path)
}

/** A spread before the place makes it unknown. */
function itemAt(items: readonly ArrayItem[], index: number): Expression | null {
  const place = index < 0 ? items.length + index : index
  const between = index < 0 ? items.slice(Math.max(place, 0)) : items.slice(0, place + 1)
  return between.some((item) => item.spread) ? null : (items[place]?.value ?? null)
}

/** Into an object literal by its own keys; of any other value it is a property read for the walk to evaluate. */
export function propertyAt(value: Expression, path: readonly string[]): Expression | null {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (value.kind !== 'object')
    return propertyAt({ kind: 'property', at: value.at, object: value, name, nameAt: value.at, optional: true, effects: [], member: null }, rest)
  const property = value.properties.findLast(({ key }) => key === name)
  if (property !== undefined) return propertyAt(property.value, rest)
  const spread = value.properties.findLast(({ key }) => key === null)
  return spread === undefined ? null : propertyAt(spread.value, path)
}
