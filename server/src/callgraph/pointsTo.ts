/**
 * Which functions a value may hold that was made elsewhere: given to a constructor or a factory as options, kept in a list, a record or a field, and
 * chosen at run time. Neither order nor context counts, and all instances of a class share their fields: an over-approximation, for use only where
 * the value itself is not known. Bounded: what too many functions may stand behind says nothing.
 */
import { derived } from '../base/derived'
import type { CallExpression, Expression, FunctionFacts, FunctionId, TypeFacts, TypeId } from '../facts/ir'
import { argumentAt } from '../facts/visit'
import type { CallGraph } from './graph'
import { isRunBy } from './hierarchy'
import { anyElement, ownerOf, storageOf, textOf, type Given, type Path, type Scope, type Storage } from './storage'

export interface HeldFunction {
  readonly id: FunctionId
  /** The construction of the object whose method it is. */
  readonly made: { readonly call: CallExpression; readonly scope: Scope; readonly type: TypeId } | null
}

/** More than these are a framework of its own: which of them runs cannot be told. */
const MOST = 16
const STEPS = 300
const LONGEST = 5

const answersOf = derived<CallGraph, WeakMap<Expression, readonly HeldFunction[]>>(() => new WeakMap())

/** What may run where a value of unknown origin is called. */
export function heldFunctions(graph: CallGraph, from: FunctionFacts, callee: Expression): readonly HeldFunction[] {
  const answers = answersOf(graph)
  const known = answers.get(callee)
  if (known !== undefined) return known
  const certain = new Search(graph, from, false).run(callee)
  const found = certain.length > 0 || callee.kind !== 'property' || callee.member === null ? certain : new Search(graph, from, true).run(callee)
  answers.set(callee, found)
  return found
}

/** The same for a call that neither types nor dispatch resolve. */
export function heldTargets(graph: CallGraph, from: FunctionFacts, call: CallExpression): readonly HeldFunction[] {
  if (call.form !== 'call' || call.resolution === 'external' || call.targets.length > 0 || call.effects.length > 0) return []
  if (call.callee.kind === 'function' || call.callee.kind === 'global' || call.callee.kind === 'class') return []
  if (call.member !== null && graph.dispatch(call.member).some((implementation) => implementation.kind === 'function')) return []
  return heldFunctions(graph, from, call.callee)
}

class Search {
  private readonly storage: Storage
  private readonly found = new Map<string, HeldFunction>()
  private readonly seen = new Map<Expression, Set<string>>()
  private readonly work: { readonly value: Expression; readonly path: Path; readonly scope: Scope }[] = []

  /** `byType`: what implements the declared type of a property counts, whether it is known to come here or not. */
  constructor(
    private readonly graph: CallGraph,
    private readonly from: FunctionFacts,
    private readonly byType: boolean,
  ) {
    this.storage = storageOf(graph)
  }

  run(callee: Expression): readonly HeldFunction[] {
    this.want(callee, [], { file: this.from.file, owner: ownerOf(this.graph, this.from.id) })
    for (let steps = 0; ; steps++) {
      const next = this.work.shift()
      if (next === undefined) break
      if (steps > STEPS || this.found.size > MOST) return []
      this.look(next.value, next.path, next.scope)
    }
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held)
  }

  private want(value: Expression, path: Path, scope: Scope): void {
    if (path.length > LONGEST) return
    const key = path.join('\n')
    const paths = this.seen.get(value) ?? new Set()
    this.seen.set(value, paths)
    if (paths.has(key)) return
    paths.add(key)
    this.work.push({ value, path, scope })
  }

  private wantAll(given: readonly Given[] | undefined, path: Path): void {
    for (const { value, path: inner, scope } of given ?? []) this.want(value, [...inner, ...path], scope)
  }

  private hold(id: FunctionId, made: HeldFunction['made']): void {
    if (id !== this.from.id && isRunBy(id, this.from.id)) this.found.set(`${id} ${made === null ? '' : String(made.call.at.start)}`, { id, made })
  }

  private look(value: Expression, path: Path, scope: Scope): void {
    const [name, ...rest] = path
    switch (value.kind) {
      case 'function':
        if (name === undefined) this.hold(value.id, null)
        return
      case 'variable':
        this.wantAll(this.storage.variables.get(value.id), path)
        this.wantArguments(value, path)
        this.wantElements(value, path, scope)
        return
      case 'property':
        this.want(value.object, [value.name, ...path], scope)
        if (value.object.kind !== 'this' && value.member !== null) this.wantFields(value.member.owner, value.name, path)
        this.wantElements(value, path, scope)
        return
      case 'element':
        this.want(value.object, [textOf(value.key) ?? anyElement, ...path], scope)
        return
      case 'this':
        if (scope.owner !== null && name !== undefined) this.wantFields(scope.owner, name, rest)
        return
      case 'object':
        for (const property of value.properties) {
          if (property.key === null) this.want(property.value, path, scope)
          else if (name !== undefined && (name === anyElement || property.key === name || typeof property.key !== 'string'))
            this.want(property.value, rest, scope)
        }
        return
      case 'array':
        if (name === anyElement || /^\d+$/.test(name ?? '')) for (const item of value.items) this.want(item.value, item.spread ? path : rest, scope)
        return
      case 'module': {
        const exported = this.graph.exportsOf(value.file)
        const whole = exported.get('export=')
        if (whole !== undefined) this.want(whole, path, { file: value.file, owner: null })
        for (const [key, one] of exported)
          if (key !== 'export=' && (name === anyElement || key === name)) this.want(one, rest, { file: value.file, owner: null })
        return
      }
      case 'class':
        if (name !== undefined && rest.length === 0) this.wantStatic(this.graph.typeOf(value.id), name)
        return
      case 'call':
        this.lookAtCall(value, path, scope)
        return
      case 'await':
        this.want(value.value, path, scope)
        return
      case 'assign':
        this.want(value.value, path, scope)
        return
      case 'logical':
        this.want(value.left, path, scope)
        this.want(value.right, path, scope)
        return
      case 'conditional':
        this.want(value.whenTrue, path, scope)
        this.want(value.whenFalse, path, scope)
        return
      case 'sequence': {
        const last = value.items.at(-1)
        if (last !== undefined) this.want(last, path, scope)
        return
      }
      default:
        return
    }
  }

  private lookAtCall(call: CallExpression, path: Path, scope: Scope): void {
    const { callee } = call
    const [name, ...rest] = path
    const [first, second] = call.arguments
    if (call.form === 'new') {
      if (callee.kind === 'class') this.lookAtInstance(call, callee.id, path, scope)
      else if (call.text === 'Set' && first !== undefined) this.want(first.value, path, scope)
      else if (call.text === 'Map' && first !== undefined && name !== undefined) this.want(first.value, [anyElement, '1', ...rest], scope)
      return
    }
    for (const { effect } of call.effects) {
      if (effect.kind === 'pass') {
        const passed = argumentAt(call, effect.argument)
        if (passed !== null) this.want(passed, path, scope)
      }
      if (effect.kind === 'iterate' && callee.kind === 'property') {
        if (effect.returns === 'element') this.want(callee.object, [anyElement, ...path], scope)
        if (effect.returns === 'self') this.want(callee.object, path, scope)
        if (effect.returns === 'mapped' && name !== undefined && first !== undefined) this.wantReturned(first.value, rest)
      }
    }
    const dispatched = call.member === null ? [] : this.graph.dispatch(call.member).flatMap((one) => (one.kind === 'function' ? [one.id] : []))
    const targets = [...new Set([...call.targets, ...dispatched])]
    for (const id of targets) this.wantAll(this.storage.returned.get(id), path)
    if (targets.length > 0) return
    switch (call.text) {
      case 'Object.values':
      case 'Array.from':
      case 'Object.freeze':
        if (first !== undefined) this.want(first.value, path, scope)
        return
      case 'Object.entries':
        if (first !== undefined && name === anyElement && rest.length > 0) this.want(first.value, [anyElement, ...rest.slice(1)], scope)
        return
      case 'Object.fromEntries':
        if (first !== undefined && name !== undefined) this.want(first.value, [anyElement, '1', ...rest], scope)
        return
      case 'Object.assign':
        for (const { value } of call.arguments) this.want(value, path, scope)
        return
      default:
        break
    }
    if (callee.kind !== 'property') return
    if (callee.name === 'get' && second === undefined && first !== undefined) this.want(callee.object, [textOf(first.value) ?? anyElement, ...path], scope)
    else if (callee.name === 'values' || callee.name === 'concat') this.want(callee.object, path, scope)
    else if (callee.name === 'at' || callee.name === 'pop' || callee.name === 'shift') this.want(callee.object, [anyElement, ...path], scope)
    else if (callee.name === 'find') this.want(callee.object, [anyElement, ...path], scope)
    else if (callee.name === 'filter') this.want(callee.object, path, scope)
    else if (callee.name === 'bind') this.want(callee.object, path, scope)
  }

  /** A method with the object it belongs to; fields are what any construction of the class gave them. */
  private lookAtInstance(call: CallExpression, type: TypeId, path: Path, scope: Scope): void {
    const [name, ...rest] = path
    if (name === undefined) return
    const method = methodIn(this.graph, type, name)
    if (method === null) this.wantFields(type, name, rest)
    else if (rest.length === 0) this.hold(method, { call, scope, type })
  }

  private wantFields(owner: TypeId, name: string, path: Path): void {
    for (const value of this.graph.fieldValues({ owner, name })) this.want(value, path, { file: fileOf(owner), owner })
    this.wantAll(
      this.storage.elements.get(`${owner}.${name}`)?.filter(({ key }) => path[0] !== undefined && isKey(key, path[0])),
      path.slice(1),
    )
    if (path.length > 0 || !this.byType) return
    for (const implementation of this.graph.dispatch({ owner, name })) this.want(implementation, path, { file: fileOf(owner), owner })
  }

  private wantElements(collection: Expression, path: Path, scope: Scope): void {
    const [name, ...rest] = path
    const place = name === undefined ? null : this.storage.nameOf(collection, scope)
    if (name === undefined || place === null) return
    this.wantAll(
      this.storage.elements.get(place)?.filter(({ key }) => isKey(key, name)),
      rest,
    )
  }

  private wantArguments(variable: Extract<Expression, { kind: 'variable' }>, path: Path): void {
    const parameter = this.storage.parameters.get(variable.id)
    if (parameter === undefined) return
    for (const { call, scope } of this.storage.callers.get(parameter.fn) ?? []) {
      const given = call.arguments.slice(0, parameter.index + 1)
      const item = given[parameter.index]
      if (item !== undefined && !given.some(({ spread }) => spread)) this.want(item.value, [...parameter.path, ...path], scope)
    }
  }

  private wantReturned(callback: Expression, path: Path): void {
    if (callback.kind === 'function') this.wantAll(this.storage.returned.get(callback.id), path)
  }

  private wantStatic(type: TypeFacts | undefined, name: string): void {
    for (const method of type?.methods ?? []) if (method.isStatic && method.name === name) this.hold(method.id, null)
  }
}

function isKey(key: string | null, wanted: string): boolean {
  return key === null || wanted === anyElement || key === wanted
}

function methodIn(graph: CallGraph, type: TypeId, name: string): FunctionId | null {
  const facts = graph.typeOf(type)
  const own = facts?.methods.find((method) => method.name === name && !method.isStatic)
  if (own !== undefined) return own.id
  for (const above of facts?.kind === 'class' ? facts.supertypes : []) {
    const inherited = methodIn(graph, above, name)
    if (inherited !== null) return inherited
  }
  return null
}

function fileOf(type: TypeId): Scope['file'] {
  return type.slice(0, type.lastIndexOf('#')) as Scope['file']
}
