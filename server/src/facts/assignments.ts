/** Assignments, and what they tell about module variables, class fields and CommonJS exports. */
import ts from 'typescript'
import { note, type FileContext } from './context'
import { spanOf } from './ids'
import type { Expression, Pattern } from './ir'
import { lowerAssignmentPattern } from './patterns'
import { classOf } from './references'
import { typeAt } from './symbols'
import { accessedName, commonJsExport, skipOuter } from './syntax'

export function lowerAssignment(ctx: FileContext, node: ts.BinaryExpression): Expression {
  const at = spanOf(ctx, node)
  const operator = ts.tokenToString(node.operatorToken.kind) ?? '='
  const left = skipOuter(node.left)
  const value = ctx.lower.expression(ctx, node.right)
  const isPattern = ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left)
  const target: Pattern | Expression = (isPattern ? lowerAssignmentPattern(ctx, left) : null) ?? ctx.lower.expression(ctx, left)
  noteAssignment(ctx, left, target, operator, value)
  const object = ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left) ? skipOuter(left.expression) : null
  const holder = object === null || object.kind === ts.SyntaxKind.ThisKeyword || operator !== '=' ? null : classOf(ctx, typeAt(ctx, object))
  return holder === null ? { kind: 'assign', at, operator, target, value } : { kind: 'assign', at, operator, target, value, holder }
}

/** `x++` adds one. That its value is the old one is not kept. */
export function lowerIncrement(ctx: FileContext, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Expression {
  const at = spanOf(ctx, node)
  const operator = node.operator === ts.SyntaxKind.MinusMinusToken ? '-=' : '+='
  const target = ctx.lower.expression(ctx, node.operand)
  const value: Expression = { kind: 'constant', at, value: 1 }
  noteAssignment(ctx, skipOuter(node.operand), target, operator, value)
  return { kind: 'assign', at, operator, target, value }
}

function noteAssignment(ctx: FileContext, left: ts.Expression, target: Pattern | Expression, operator: string, value: Expression): void {
  const assigned = valueAssigned(operator, value)
  if (target.kind === 'variable') note(ctx.assignments, target.id, assigned)
  if (target.kind === 'objectPattern' || target.kind === 'arrayPattern') {
    for (const id of namesIn(target)) note(ctx.assignments, id, { kind: 'other', at: value.at, parts: [] })
  }
  if (!ts.isPropertyAccessExpression(left) && !ts.isElementAccessExpression(left)) return
  const name = accessedName(left)
  if (name === null) return
  if (left.expression.kind === ts.SyntaxKind.ThisKeyword && !isOwnMethod(name, value)) ctx.scope.fields?.push({ name, value: assigned, isStatic: false })
  if (ctx.scope.function !== null || operator !== '=') return
  const exported = commonJsExport(left)
  if (exported !== null) ctx.commonJs.push({ name: exported === '' ? 'export=' : exported, value: endOfChain(value) })
  else if (target.kind === 'property' && target.object.kind === 'variable') note(ctx.expandos, target.object.id, { key: name, value, effects: [] })
}

/** `this.handle = this.handle.bind(this)`: the field still is the method. */
function isOwnMethod(name: string, value: Expression): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'property' || value.callee.name !== 'bind') return false
  const { object } = value.callee
  return object.kind === 'property' && object.name === name && object.object.kind === 'this'
}

/** `a ??= b` may hold `b`; `a += b` holds something unknown. */
function valueAssigned(operator: string, value: Expression): Expression {
  return ['=', '??=', '||=', '&&='].includes(operator) ? value : { kind: 'other', at: value.at, parts: [] }
}

/** `f` of `module.exports = exports = f`. */
function endOfChain(value: Expression): Expression {
  return value.kind === 'assign' && value.operator === '=' ? endOfChain(value.value) : value
}

function namesIn(pattern: Pattern): readonly Extract<Pattern, { kind: 'name' }>['id'][] {
  switch (pattern.kind) {
    case 'name':
      return [pattern.id]
    case 'objectPattern':
      return [...pattern.properties.flatMap((property) => namesIn(property.pattern)), ...(pattern.rest === null ? [] : namesIn(pattern.rest))]
    case 'arrayPattern':
      return [...pattern.items.flatMap((item) => (item === null ? [] : namesIn(item))), ...(pattern.rest === null ? [] : namesIn(pattern.rest))]
  }
}
