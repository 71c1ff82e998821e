/** Classes, interfaces and object type aliases of the workspace: what they extend, and which member is which function or value. */
import ts from 'typescript'
import { within, type FileContext, type Field } from './context'
import { decoratorsOf } from './decorators'
import { spanOf, typeId, variableId } from './ids'
import type { Expression, FunctionId, Statement, TypeFacts, TypeId } from './ir'
import { literalsIn, objectTypeOf } from './references'
import { constantKey, hasModifier } from './syntax'
import { catalogueTypeOf } from './typeNames'

export function lowerClass(ctx: FileContext, node: ts.ClassLikeDeclaration): { readonly id: TypeId; readonly statements: readonly Statement[] } {
  const id = typeId(node)
  const statements: Statement[] = []
  const methods: TypeFacts['methods'][number][] = []
  const initialised: Field[] = []
  const assigned: Field[] = []
  let constructorId: FunctionId | null = null
  const decorators = decoratorsOf(ctx, node)

  within(ctx, { ...ctx.scope, fields: assigned }, () => {
    for (const member of node.members) {
      const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword)
      if (ts.isConstructorDeclaration(member)) {
        if (member.body === undefined) continue
        constructorId = ctx.lower.functionNode(ctx, member, id)
        initialised.push(...parameterProperties(ctx, member))
      } else if (ts.isMethodDeclaration(member)) {
        if (member.body !== undefined) methods.push({ name: constantKey(member.name) ?? '', id: ctx.lower.functionNode(ctx, member, id), isStatic })
      } else if (ts.isGetAccessorDeclaration(member)) {
        if (member.body === undefined) continue
        const getter = ctx.lower.functionNode(ctx, member, id)
        initialised.push({ name: constantKey(member.name) ?? '', value: getterCall(ctx, member, getter), isStatic })
      } else if (ts.isSetAccessorDeclaration(member)) {
        if (member.body !== undefined) methods.push({ name: `set ${constantKey(member.name) ?? ''}`, id: ctx.lower.functionNode(ctx, member, id), isStatic })
      } else if (ts.isPropertyDeclaration(member)) {
        if (member.initializer !== undefined)
          initialised.push({ name: constantKey(member.name) ?? '', value: fieldValue(ctx, member.initializer, id), isStatic })
      } else if (ts.isClassStaticBlockDeclaration(member)) {
        statements.push({ kind: 'block', at: spanOf(ctx, member), body: ctx.lower.statements(ctx, member.body.statements), label: null })
      }
    }
  })
  const { supertypes, catalogueSupertype } = heritageOf(ctx, node)
  ctx.types.push({
    id,
    kind: 'class',
    name: node.name?.text ?? '',
    at: spanOf(ctx, node),
    supertypes,
    catalogueSupertype,
    constructorId,
    methods,
    fields: [...initialised, ...assigned],
    decorators,
  })
  return { id, statements }
}

/** A property that holds an arrow function is a method of its class. */
function fieldValue(ctx: FileContext, value: ts.Expression, owner: TypeId): Expression {
  if (ts.isArrowFunction(value)) return { kind: 'function', at: spanOf(ctx, value), id: ctx.lower.functionNode(ctx, value, owner) }
  return ctx.lower.expression(ctx, value)
}

/** `constructor(private readonly orders: Orders)` */
function parameterProperties(ctx: FileContext, node: ts.ConstructorDeclaration): readonly Field[] {
  return node.parameters.flatMap((parameter) => {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || !ts.isIdentifier(parameter.name)) return []
    const { text: name } = parameter.name
    return [{ name, value: { kind: 'variable', at: spanOf(ctx, parameter.name), id: variableId(parameter.name), name }, isStatic: false }]
  })
}

/** Reading a getter runs it, so its value is a call. */
export function getterCall(ctx: FileContext, node: ts.GetAccessorDeclaration, id: FunctionId): Expression {
  const at = spanOf(ctx, node.name)
  return {
    kind: 'call',
    at,
    form: 'call',
    callee: { kind: 'function', at, id },
    arguments: [],
    nameAt: at,
    text: constantKey(node.name) ?? '',
    targets: [id],
    member: null,
    effects: [],
    resolution: 'declared',
    neverReturns: false,
    typeArgument: null,
  }
}

export function lowerInterface(ctx: FileContext, node: ts.InterfaceDeclaration): void {
  ctx.types.push(interfaceFacts(ctx, typeId(node), node.name.text, node, heritageOf(ctx, node)))
}

export function lowerTypeAlias(ctx: FileContext, node: ts.TypeAliasDeclaration): void {
  const literals = literalsIn(node.type)
  if (literals.length === 0) return
  const parts = ts.isIntersectionTypeNode(node.type) ? node.type.types.filter((part) => !ts.isTypeLiteralNode(part)) : []
  const heritage = heritageOfTypes(ctx, parts)
  for (const literal of literals) ctx.types.push(interfaceFacts(ctx, typeId(literal), node.name.text, literal, heritage))
}

function interfaceFacts(ctx: FileContext, id: TypeId, name: string, node: ts.Node, heritage: Heritage): TypeFacts {
  return { id, kind: 'interface', name, at: spanOf(ctx, node), ...heritage, constructorId: null, methods: [], fields: [], decorators: [] }
}

type Heritage = Pick<TypeFacts, 'supertypes' | 'catalogueSupertype'>

function heritageOf(ctx: FileContext, node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): Heritage {
  return heritageOfTypes(
    ctx,
    (node.heritageClauses ?? []).flatMap((clause) => clause.types),
  )
}

function heritageOfTypes(ctx: FileContext, nodes: readonly ts.TypeNode[]): Heritage {
  const supertypes: TypeId[] = []
  let catalogueSupertype: TypeFacts['catalogueSupertype'] = null
  for (const node of nodes) {
    const type = ctx.checker.getTypeAtLocation(node)
    const parts = type.isIntersection() ? type.types : [type]
    const symbols = [type.aliasSymbol, ...parts.map((part) => part.getSymbol())].filter((symbol) => symbol !== undefined)
    const own = symbols.map((symbol) => objectTypeOf(ctx, symbol)).filter((id) => id !== null)
    supertypes.push(...own)
    if (own.length === 0) catalogueSupertype ??= catalogueTypeOf(ctx, type)
  }
  return { supertypes: [...new Set(supertypes)], catalogueSupertype }
}
