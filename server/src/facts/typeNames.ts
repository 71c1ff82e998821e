/** Names of types, where the checker knows them cheaply: catalogue types of values, and entities in type arguments. */
import ts from 'typescript'
import type { CatalogueType } from '../models/effects'
import type { FileContext } from './context'

/** Containers say nothing about what a value is a client of. */
const containers = /:(typeof )?(Promise|PromiseLike|Array|ReadonlyArray|Function|CallableFunction|NewableFunction|Object|String|Number|Boolean)$/

export function catalogueTypeOf(ctx: FileContext, type: ts.Type): CatalogueType | null {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection | ts.TypeFlags.TypeParameter)) === 0) return null
  const { types } = ctx.caches
  const known = types.get(type)
  if (known !== undefined) return known
  types.set(type, null)
  const name = ctx.catalogue.typeName(type) ?? inheritedName(ctx, type)
  const found = name !== null && containers.test(name) ? null : name
  types.set(type, found)
  return found
}

/** A workspace class that extends a catalogue class is one too: `class PrismaService extends PrismaClient`. */
function inheritedName(ctx: FileContext, type: ts.Type): CatalogueType | null {
  const target = type.isTypeParameter() ? type.getConstraint() : type
  if (target?.isClassOrInterface() !== true) return null
  for (const base of ctx.checker.getBaseTypes(target)) {
    const name = catalogueTypeOf(ctx, base)
    if (name !== null) return name
  }
  return null
}

/** `Order` of `Repository<Order>`, also for a subclass of it. */
export function firstTypeArgument(ctx: FileContext, type: ts.Type): string | null {
  const constraint = type.isTypeParameter() ? type.getConstraint() : type
  const target = constraint === undefined ? type : ctx.checker.getNonNullableType(constraint)
  if (isReference(target)) {
    const [argument] = ctx.checker.getTypeArguments(target)
    // A class without parameters is a reference to itself with its own `this` type.
    const isOwnThis = argument?.isTypeParameter() === true && argument.getConstraint() === target
    if (argument !== undefined && !isOwnThis) {
      const isParameter = (argument.flags & ts.TypeFlags.TypeParameter) !== 0
      const name = isParameter ? undefined : (argument.aliasSymbol ?? argument.getSymbol())?.name
      return name === undefined || name.startsWith('__') ? null : name
    }
  }
  const declared = isReference(target) ? target.target : target
  if (!declared.isClassOrInterface()) return null
  for (const base of ctx.checker.getBaseTypes(declared)) {
    const name = firstTypeArgument(ctx, base)
    if (name !== null) return name
  }
  return null
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
}
