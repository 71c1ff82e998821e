/** Methods that a call on a receiver of unknown type may mean: objects handed over by a container, a registry or an untyped constructor. */
import { derived } from '../base/derived'
import type { CallExpression, Expression, FunctionFacts, FunctionId, TypeFacts, TypeId } from '../facts/ir'
import type { CallGraph } from './graph'

interface Method {
  readonly id: FunctionId
  /** The class, or the function that returns an object with it. */
  readonly owner: TypeId | FunctionId
  readonly ownerName: string
}

/** More classes than these under one name say nothing about which is meant. */
const MOST = 4

/**
 * Unsound on purpose, and only where nothing better is known: a class that is called like the receiver (`this.orderService`, `OrderService`), or
 * the few other classes, or factories' objects, that have a method of that telling a name (`verifyPayment`; `save` or `find` could be anybody's).
 */
export function namedMethods(graph: CallGraph, from: FunctionFacts, callee: Expression): readonly FunctionId[] {
  if (callee.kind !== 'property' || callee.member !== null || callee.effects.length > 0) return []
  const methods = (methodsOf(graph).get(callee.name) ?? []).filter((method) => method.owner !== from.owner)
  if (methods.length === 0 || isForeign(callee.object)) return []
  const holder = holderName(callee.object)
  const meant = holder === null ? [] : methods.filter((method) => bareName(method.ownerName) === bareName(holder))
  if (meant.length > 0) return meant.map((method) => method.id)
  return methods.length <= MOST && isOwn(callee.object) && /^[a-z]+(?:[A-Z][a-z\d]+)+$/.test(callee.name) ? methods.map((method) => method.id) : []
}

/** The same for a call, which must be one that the checker could not resolve. */
export function namedTargets(graph: CallGraph, from: FunctionFacts, call: CallExpression): readonly FunctionId[] {
  if (call.form !== 'call' || call.resolution !== 'unresolved' || call.targets.length > 0 || call.member !== null || call.effects.length > 0) return []
  return namedMethods(graph, from, call.callee)
}

const methodsOf = derived((graph: CallGraph): ReadonlyMap<string, readonly Method[]> => {
  const found = new Map<string, Method[]>()
  for (const file of graph.files.values()) {
    for (const type of file.types) {
      for (const { name, id } of methodsIn(type)) {
        // What a framework calls by its decorator nobody else calls.
        if ((graph.functionOf(id)?.decorators.length ?? 0) > 0) continue
        found.set(name, [...(found.get(name) ?? []), { id, owner: type.id, ownerName: type.name }])
      }
    }
    for (const factory of file.functions) {
      for (const { name, id } of methodsMadeBy(factory)) found.set(name, [...(found.get(name) ?? []), { id, owner: factory.id, ownerName: factory.name }])
    }
  }
  return found
})

/** `createBilling(adapter)` returns `{ async sync() { … }, … }`. A hook's object is for components. */
function methodsMadeBy(factory: FunctionFacts): readonly { readonly name: string; readonly id: FunctionId }[] {
  if (/^use[A-Z]/.test(factory.name)) return []
  const made = factory.body.flatMap((statement) => (statement.kind === 'return' && statement.value?.kind === 'object' ? statement.value.properties : []))
  const methods = made.flatMap(({ key, value }) => (typeof key === 'string' && value.kind === 'function' ? [{ name: key, id: value.id }] : []))
  return methods.length > 1 ? methods : []
}

/** A field that holds a function is a method as well. */
function methodsIn(type: TypeFacts): readonly { readonly name: string; readonly id: FunctionId }[] {
  const fields = type.fields.flatMap(({ name, value, isStatic }) => (value.kind === 'function' && !isStatic ? [{ name, id: value.id }] : []))
  return [...type.methods.filter((method) => !method.isStatic), ...fields]
}

/** What comes out of a package nobody knows is no object of the workspace. */
function isForeign(object: Expression): boolean {
  switch (object.kind) {
    case 'global':
      return true
    case 'property':
    case 'element':
      return isForeign(object.object)
    case 'call':
      return isForeign(object.callee)
    case 'await':
      return isForeign(object.value)
    default:
      return object.type !== undefined
  }
}

/** A variable or a field of `this`; what hangs below a framework's context (`ctx.track`) is named by its holder or not at all. */
function isOwn(object: Expression): boolean {
  return object.kind === 'variable' || (object.kind === 'property' && object.object.kind === 'this') || (object.kind === 'element' && isOwn(object.object))
}

function holderName(object: Expression): string | null {
  return object.kind === 'variable' || object.kind === 'property' ? object.name : null
}

/** `_orderService`, `OrderServiceImpl` and `IOrderService` are one name. */
function bareName(name: string): string {
  return name
    .replace(/^I(?=[A-Z][a-z])/, '')
    .replace(/Impl$/, '')
    .replaceAll(/[^A-Za-z\d]/g, '')
    .toLowerCase()
}
