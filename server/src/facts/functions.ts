/** Functions of every form: their names, parameters, decorators and bodies. */
import ts from 'typescript'
import type { Span } from '../base/location'
import { within, type FileContext, type Scope } from './context'
import { decoratorsOf } from './decorators'
import { functionId, spanOf } from './ids'
import type { FunctionFacts, FunctionId, Parameter, Statement, TypeId } from './ir'
import { lowerBinding } from './patterns'
import { commonJsExport, constantKey, directivesOf, hasModifier, lastName, outerParent, skipOuter, type FunctionNode } from './syntax'
import { classOf } from './references'
import { parameterType } from './symbols'
import { catalogueTypeOf } from './typeNames'

export function lowerFunction(ctx: FileContext, node: FunctionNode, owner: TypeId | null): FunctionId {
  const id = functionId(node)
  const named = nameOf(ctx, node)
  const at = spanOf(ctx, node)
  const decorators = decoratorsOf(ctx, node)
  const facts = within(ctx, scopeOf(ctx, node, id), () => ({
    parameters: parametersOf(ctx, node),
    parameterDecorators: node.parameters.filter(isValueParameter).map((parameter) => decoratorsOf(ctx, parameter)),
    body: bodyOf(ctx, node),
  }))
  const lowered: FunctionFacts = {
    id,
    file: ctx.file,
    name: named.name,
    at,
    nameAt: named.at,
    parameters: facts.parameters,
    body: facts.body,
    async: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    generator: 'asteriskToken' in node && node.asteriskToken !== undefined,
    enclosing: ctx.scope.function,
    owner,
    decorators,
    parameterDecorators: facts.parameterDecorators,
    directives: node.body !== undefined && ts.isBlock(node.body) ? directivesOf(node.body.statements) : [],
  }
  ctx.functions.push(lowered)
  return id
}

/** `this` of a class reaches into its members and the arrow functions in them, and no further. */
function scopeOf(ctx: FileContext, node: FunctionNode, id: FunctionId): Scope {
  const isMember = ts.isClassElement(node) && ts.isClassLike(node.parent)
  return { function: id, fields: isMember || ts.isArrowFunction(node) ? ctx.scope.fields : null }
}

function bodyOf(ctx: FileContext, node: FunctionNode): readonly Statement[] {
  const { body } = node
  if (body === undefined) return []
  if (ts.isBlock(body)) return ctx.lower.statements(ctx, body.statements)
  return [{ kind: 'return', at: spanOf(ctx, body), value: ctx.lower.expression(ctx, body) }]
}

function parametersOf(ctx: FileContext, node: FunctionNode): readonly Parameter[] {
  return node.parameters.filter(isValueParameter).map((parameter) => {
    const type = catalogueTypeOf(ctx, parameterType(ctx, parameter))
    const lowered = { pattern: lowerBinding(ctx, parameter.name, parameter.initializer), rest: parameter.dotDotDotToken !== undefined }
    const of = ts.canHaveDecorators(parameter) && (ts.getDecorators(parameter) ?? []).length > 0 ? classOf(ctx, parameterType(ctx, parameter)) : null
    return { ...lowered, ...(type === null ? {} : { type }), ...(of === null ? {} : { of }) }
  })
}

/** `this: Context` types a function; it is no parameter. */
function isValueParameter(parameter: ts.ParameterDeclaration): boolean {
  return !(ts.isIdentifier(parameter.name) && parameter.name.text === 'this')
}

interface Name {
  readonly name: string
  readonly at: Span
}

function nameOf(ctx: FileContext, node: FunctionNode): Name {
  const own = ownName(ctx, node)
  if (own !== null) return own
  const assigned = assignedName(ctx, node, ctx.scope.function === null)
  if (assigned !== null) return assigned
  if (hasModifier(node, ts.SyntaxKind.DefaultKeyword)) return { name: 'default', at: headOf(ctx, node) }
  return { name: '', at: headOf(ctx, node) }
}

function ownName(ctx: FileContext, node: FunctionNode): Name | null {
  if (ts.isConstructorDeclaration(node)) return { name: qualified(ctx, node.parent, 'constructor'), at: headOf(ctx, node) }
  if (node.name === undefined) return null
  const name = constantKey(node.name) ?? ''
  const text = ts.isSetAccessorDeclaration(node) ? `set ${name}` : name
  return { name: ts.isClassLike(node.parent) ? qualified(ctx, node.parent, text) : text, at: spanOf(ctx, node.name) }
}

/**
 * A function is called what it is assigned to. In a module's own code wrappers do not matter: `export const POST = withAuth(async () => …)` is
 * `POST`. Inside functions they do: there the variable holds the wrapper's result.
 */
function assignedName(ctx: FileContext, node: ts.Node, throughCalls: boolean): Name | null {
  const { parent, child } = outerParent(node)
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return { name: parent.name.text, at: spanOf(ctx, parent.name) }
  if (ts.isPropertyAssignment(parent)) return { name: constantKey(parent.name) ?? '', at: spanOf(ctx, parent.name) }
  if (ts.isPropertyDeclaration(parent)) return { name: qualified(ctx, parent.parent, constantKey(parent.name) ?? ''), at: spanOf(ctx, parent.name) }
  if (ts.isExportAssignment(parent)) return { name: 'default', at: headOf(ctx, node) }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === child) {
    const target = skipOuter(parent.left)
    const last = lastName(target)
    const name = commonJsExport(target) === '' ? 'module.exports' : ts.isIdentifier(last) || ts.isStringLiteralLike(last) ? last.text : ''
    return { name, at: spanOf(ctx, last) }
  }
  return throughCalls && ts.isCallExpression(parent) && parent.expression !== child ? assignedName(ctx, parent, throughCalls) : null
}

function qualified(ctx: FileContext, owner: ts.Node, name: string): string {
  if (!ts.isClassLike(owner)) return name
  const className = owner.name?.text ?? assignedName(ctx, owner, true)?.name ?? ''
  return className === '' ? name : `${className}.${name}`
}

/** What stands for the name of a function that has none: its keyword or arrow. */
function headOf(ctx: FileContext, node: ts.Node): Span {
  if (ts.isArrowFunction(node)) return spanOf(ctx, node.equalsGreaterThanToken)
  const start = node.getStart(ctx.sourceFile)
  const word = /^(?:export\s+default\s+)?(?:async\s+)?(?:function|class|constructor)?/.exec(ctx.sourceFile.text.slice(start, start + 60))
  return { start, end: start + Math.max(1, word?.[0].length ?? 1) }
}
