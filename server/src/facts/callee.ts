/** What a call may run: workspace functions, a member to dispatch on, and the catalogue's effects. */
import ts from 'typescript'
import type { CatalogueEffect } from '../models/effects'
import type { FileContext } from './context'
import { effectsOf } from './effectsOf'
import { functionId, typeId } from './ids'
import type { CallExpression, FunctionId, MemberReference } from './ir'
import { functionsOf, isWorkspaceNode, referenceOfIdentifier } from './references'
import { symbolOf, typeAt } from './symbols'
import { isFunctionNode, isObjectTypeNode, skipOuter } from './syntax'
import { firstTypeArgument } from './typeNames'

export type CallNode = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression

export type Callee = Pick<CallExpression, 'targets' | 'member' | 'effects' | 'resolution' | 'neverReturns'>

const noEffects: readonly CatalogueEffect[] = []

export function calleeOf(ctx: FileContext, node: CallNode): Callee {
  const callee = calleeExpression(node)
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superConstructor(ctx, callee)
  const resolved = resolve(ctx, callee, ts.isNewExpression(node))
  return { ...resolved, effects: effectsOfCandidates(ctx, resolved.candidates, node), resolution: resolutionOf(ctx, resolved.candidates, callee) }
}

/** The effects of what an expression names when it is run: a decorator, say. */
export function effectsOfCallable(ctx: FileContext, callee: ts.Expression): readonly CatalogueEffect[] {
  return effectsOfCandidates(ctx, resolve(ctx, skipOuter(callee), false).candidates, null)
}

function calleeExpression(node: CallNode): ts.Expression {
  return skipOuter(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression)
}

interface Resolved {
  readonly candidates: readonly ts.Declaration[]
  readonly targets: readonly FunctionId[]
  readonly member: MemberReference | null
  readonly neverReturns: boolean
}

function resolve(ctx: FileContext, callee: ts.Expression, isNew: boolean): Resolved {
  const declarations = symbolOf(ctx, callee)?.declarations ?? []
  const direct = isNew ? [] : declarations.filter(ts.isFunctionLike)
  const targets = isNew ? [] : unique(declarations.flatMap((declaration) => functionsOf(ctx, declaration)))
  if (direct.length > 0 || targets.length > 0) {
    return { candidates: declarations, targets, member: memberOf(ctx, declarations, callee), neverReturns: allNever(direct) }
  }
  const signatures = signaturesOf(ctx, callee, isNew)
  // The initialiser of a variable says more than the inferred type of what it holds: the walk evaluates it.
  const inferred = declarations.some((declaration) => ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined && !isNew)
  return {
    candidates: unique([...declarations, ...signatures]),
    targets: inferred ? [] : unique(signatures.flatMap((signature) => bodyOf(ctx, signature))),
    member: memberOf(ctx, declarations, callee),
    neverReturns: allNever(signatures),
  }
}

function signaturesOf(ctx: FileContext, callee: ts.Expression, isNew: boolean): readonly ts.SignatureDeclaration[] {
  const type = typeAt(ctx, callee)
  const parts = type.isUnion() ? type.types : [type]
  return parts
    .flatMap((part) => (isNew ? part.getConstructSignatures() : part.getCallSignatures()))
    .map((signature) => signature.declaration)
    .filter((declaration) => declaration !== undefined)
    .filter(ts.isFunctionLike)
}

function bodyOf(ctx: FileContext, declaration: ts.SignatureDeclaration): readonly FunctionId[] {
  return isFunctionNode(declaration) && declaration.body !== undefined && isWorkspaceNode(ctx, declaration) ? [functionId(declaration)] : []
}

/** `super(…)` runs the base class's constructor. */
function superConstructor(ctx: FileContext, callee: ts.Expression): Callee {
  const signatures = signaturesOf(ctx, callee, true)
  return {
    targets: unique(signatures.flatMap((signature) => bodyOf(ctx, signature))),
    member: null,
    effects: noEffects,
    resolution: resolutionOf(ctx, signatures, callee),
    neverReturns: false,
  }
}

/** The workspace class, interface or object type that declares the member. `super.m()` is no dispatch: it runs exactly its target. */
function memberOf(ctx: FileContext, declarations: readonly ts.Declaration[], callee: ts.Expression): MemberReference | null {
  if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return null
  return callee.expression.kind === ts.SyntaxKind.SuperKeyword ? null : memberDeclared(ctx, declarations)
}

export function memberDeclared(ctx: FileContext, declarations: readonly ts.Declaration[]): MemberReference | null {
  for (const declaration of declarations) {
    // A whole module that is called (`module.exports = …` in JavaScript) is declared by its file, which has no parent.
    const parent = declaration.parent as ts.Node | undefined
    if (parent === undefined) continue
    const owner = ts.isParameter(declaration) && ts.isConstructorDeclaration(parent) ? parent.parent : parent
    const name = ts.getNameOfDeclaration(declaration)
    if (!isObjectTypeNode(owner) || name === undefined || !isWorkspaceNode(ctx, declaration)) continue
    if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) return { owner: typeId(owner), name: name.text }
  }
  return null
}

/** Overloads with different effects are told apart by the checker's own resolution; alternatives of a union all count. */
function effectsOfCandidates(ctx: FileContext, candidates: readonly ts.Declaration[], node: CallNode | null): readonly CatalogueEffect[] {
  const lists = candidates.map((candidate) => effectsOf(ctx, candidate))
  const tagged = lists.filter((list) => list.length > 0)
  const [first] = tagged
  if (first === undefined) return noEffects
  if (lists.every((list) => list === first || sameEffects(list, first))) return first
  if (node !== null && areOverloads(candidates)) {
    const chosen = ctx.checker.getResolvedSignature(node)?.declaration
    const index = candidates.findIndex((candidate) => candidate === chosen)
    if (index >= 0) return lists[index] ?? noEffects
  }
  const distinct: CatalogueEffect[] = []
  for (const effect of tagged.flat()) if (!distinct.some((other) => other === effect || sameEffects([other], [effect]))) distinct.push(effect)
  return distinct
}

function sameEffects(a: readonly CatalogueEffect[], b: readonly CatalogueEffect[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}

function areOverloads(candidates: readonly ts.Declaration[]): boolean {
  const functions = candidates.filter(ts.isFunctionLike)
  return functions.length > 1 && functions.every((candidate) => candidate.parent === functions[0]?.parent)
}

function allNever(declarations: readonly ts.Declaration[]): boolean {
  return declarations.length > 0 && declarations.every((declaration) => ts.isFunctionLike(declaration) && declaration.type?.kind === ts.SyntaxKind.NeverKeyword)
}

function resolutionOf(ctx: FileContext, candidates: readonly ts.Declaration[], callee: ts.Expression): CallExpression['resolution'] {
  if (
    candidates.some(
      (candidate) => !candidate.getSourceFile().fileName.includes('/node_modules/') || ctx.catalogue.isModelFile(candidate.getSourceFile().fileName),
    )
  ) {
    return hasUnknownValue(ctx, candidates, callee) ? 'unresolved' : 'declared'
  }
  if (candidates.length > 0) return 'external'
  return isPackage(importedFrom(ctx, callee)) ? 'external' : 'unresolved'
}

/** A variable or property whose declaration we know, but not what it holds. */
function hasUnknownValue(ctx: FileContext, candidates: readonly ts.Declaration[], callee: ts.Expression): boolean {
  if (candidates.some((candidate) => ts.isFunctionLike(candidate) || ts.isClassLike(candidate))) return false
  return (typeAt(ctx, callee).flags & ts.TypeFlags.Any) !== 0
}

/** The specifier of the unresolved import that a callee chain starts with. */
function importedFrom(ctx: FileContext, callee: ts.Expression): string | null {
  const inner = skipOuter(callee)
  if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) return importedFrom(ctx, inner.expression)
  if (!ts.isIdentifier(inner)) return null
  const reference = referenceOfIdentifier(ctx, inner)
  return reference.kind === 'global' ? reference.module : null
}

/** A package of a registry, not a path or a workspace alias such as `@/lib/db`. */
function isPackage(specifier: string | null): boolean {
  return specifier !== null && /^(node:)?(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(\/|$)/i.test(specifier)
}

/** `Order` of `Repository<Order>` (receiver), `find<Order>()` (call) or `getRepository(Order)`. */
export function typeArgumentOf(ctx: FileContext, node: CallNode, effects: readonly CatalogueEffect[]): string | null {
  const [explicit] = node.typeArguments ?? []
  if (explicit !== undefined && ts.isTypeReferenceNode(explicit))
    return ts.isIdentifier(explicit.typeName) ? explicit.typeName.text : explicit.typeName.right.text
  if (effects.length === 0) return null
  const callee = calleeExpression(node)
  const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression : null
  const ofReceiver = receiver === null ? null : firstTypeArgument(ctx, typeAt(ctx, receiver))
  return ofReceiver ?? classArgument(ctx, node)
}

function classArgument(ctx: FileContext, node: CallNode): string | null {
  const [first] = ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? [])
  const argument = first === undefined ? undefined : skipOuter(first)
  if (argument === undefined || !ts.isIdentifier(argument)) return null
  const symbol = symbolOf(ctx, argument)
  const isClass = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Class) !== 0
  return isClass || (/^[A-Z][a-z]/.test(argument.text) && symbol?.declarations === undefined) ? argument.text : null
}

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)]
}
