/** What variables, fields and collections are given anywhere in the workspace, and where each function is called. No order, no context. */
import { derived } from '../base/derived'
import type { FilePath } from '../base/location'
import type { CallExpression, Expression, FunctionId, Pattern, Statement, TypeId, VariableId } from '../facts/ir'
import { isPattern, visitExpression, visitFunction } from '../facts/visit'
import type { CallGraph } from './graph'

/** Where an expression stands: what `this` and relative names mean in it. */
export interface Scope {
  readonly file: FilePath
  readonly owner: TypeId | null
}

/** A part of a value: a property, or `[]` for any element. */
export type Path = readonly string[]
export const anyElement = '[]'

export interface Given {
  readonly value: Expression
  /** The part of the value that arrives. */
  readonly path: Path
  /** Of an element that a collection is given: its key, where it is known. */
  readonly key: string | null
  readonly scope: Scope
}

export interface CallSite {
  readonly call: CallExpression
  readonly scope: Scope
}

export interface ParameterPlace {
  readonly fn: FunctionId
  readonly index: number
  readonly path: Path
}

export interface Storage {
  readonly variables: ReadonlyMap<VariableId, readonly Given[]>
  /** By the name of the variable or field that holds the collection. */
  readonly elements: ReadonlyMap<string, readonly Given[]>
  readonly parameters: ReadonlyMap<VariableId, ParameterPlace>
  readonly callers: ReadonlyMap<FunctionId, readonly CallSite[]>
  /** What each function returns. */
  readonly returned: ReadonlyMap<FunctionId, readonly Given[]>
  /** What a collection is called in `elements`; null where nothing names it. */
  nameOf(collection: Expression, scope: Scope): string | null
}

const putting = new Set(['set', 'push', 'unshift', 'add'])

export const storageOf = derived((graph: CallGraph): Storage => {
  const variables = new Map<VariableId, Given[]>()
  const elements = new Map<string, Given[]>()
  const parameters = new Map<VariableId, ParameterPlace>()
  const callers = new Map<FunctionId, CallSite[]>()
  const returned = new Map<FunctionId, Given[]>()
  const puts: { readonly collection: Expression; readonly given: Given }[] = []
  const seen = new Set<Expression>()

  const bind = (pattern: Pattern, path: Path, to: (id: VariableId, path: Path) => void): void => {
    switch (pattern.kind) {
      case 'name':
        to(pattern.id, path)
        return
      case 'objectPattern':
        for (const { key, pattern: inner } of pattern.properties) bind(inner, [...path, key ?? anyElement], to)
        if (pattern.rest !== null) bind(pattern.rest, path, to)
        return
      case 'arrayPattern':
        for (const inner of pattern.items) if (inner !== null) bind(inner, [...path, anyElement], to)
        if (pattern.rest !== null) bind(pattern.rest, path, to)
    }
  }
  const give = (pattern: Pattern, value: Expression, path: Path, scope: Scope): void => {
    bind(pattern, path, (id, inner) => {
      add(variables, id, { value, path: inner, key: null, scope })
    })
  }
  const noteExpression = (expression: Expression, scope: Scope): void => {
    if (seen.has(expression)) return
    seen.add(expression)
    if (expression.kind === 'assign') {
      const { target, value } = expression
      if (isPattern(target)) give(target, value, [], scope)
      else if (target.kind === 'variable') add(variables, target.id, { value, path: [], key: null, scope })
      else if (target.kind === 'element') puts.push({ collection: target.object, given: { value, path: [], key: textOf(target.key), scope } })
      else if (target.kind === 'property' && target.object.kind !== 'this')
        puts.push({ collection: target.object, given: { value, path: [], key: target.name, scope } })
      return
    }
    if (expression.kind !== 'call') return
    const { callee } = expression
    const made = callee.kind === 'class' && expression.form === 'new' ? (graph.typeOf(callee.id)?.constructorId ?? null) : null
    const dispatched = expression.member === null ? [] : graph.dispatch(expression.member)
    const targets = new Set([
      ...expression.targets,
      ...(made === null ? [] : [made]),
      ...dispatched.flatMap((one) => (one.kind === 'function' ? [one.id] : [])),
    ])
    for (const id of targets) add(callers, id, { call: expression, scope })
    if (callee.kind !== 'property') return
    const [first] = expression.arguments
    if (first?.value.kind === 'function' && expression.effects.some(({ effect }) => effect.kind === 'iterate')) {
      const [element] = graph.functionOf(first.value.id)?.parameters ?? []
      if (element !== undefined) give(element.pattern, callee.object, [anyElement], scope)
    }
    if (!putting.has(callee.name) || targets.size > 0) return
    const isSet = callee.name === 'set'
    for (const { value, spread } of isSet ? expression.arguments.slice(1) : expression.arguments) {
      const key = isSet && first !== undefined ? textOf(first.value) : null
      puts.push({ collection: callee.object, given: { value, path: spread ? [anyElement] : [], key, scope } })
    }
  }
  const noteStatements = (statements: readonly Statement[], fn: FunctionId, scope: Scope): void => {
    for (const statement of statements) {
      if (statement.kind === 'declare' && statement.value !== null) give(statement.pattern, statement.value, [], scope)
      else if (statement.kind === 'each') give(statement.pattern, statement.over, [statement.form === 'in' ? 'key' : anyElement], scope)
      else if (statement.kind === 'return' && statement.value !== null) add(returned, fn, { value: statement.value, path: [], key: null, scope })
      for (const inner of bodiesOf(statement)) noteStatements(inner, fn, scope)
    }
  }

  for (const file of graph.files.values()) {
    for (const fn of [file.module, ...file.functions]) {
      const scope: Scope = { file: file.file, owner: ownerOf(graph, fn.id) }
      visitFunction(fn, (expression) => {
        noteExpression(expression, scope)
      })
      noteStatements(fn.body, fn.id, scope)
      fn.parameters.forEach(({ pattern, rest }, index) => {
        if (!rest)
          bind(pattern, [], (id, path) => {
            parameters.set(id, { fn: fn.id, index, path })
          })
      })
    }
    for (const type of file.types) {
      for (const field of type.fields)
        visitExpression(field.value, (expression) => {
          noteExpression(expression, { file: file.file, owner: type.id })
        })
    }
    for (const { id, value } of file.variables) add(variables, id, { value, path: [], key: null, scope: { file: file.file, owner: null } })
  }

  const nameOf = (collection: Expression, scope: Scope, depth = 3): string | null => {
    switch (collection.kind) {
      case 'variable': {
        const [only, ...others] = variables.get(collection.id) ?? []
        // `const { handlers } = config`: another name of the field.
        if (only !== undefined && others.length === 0 && depth > 0 && (only.value.kind === 'variable' || only.value.kind === 'property')) {
          const part = only.path.reduce<Expression>(partOf, only.value)
          const original = nameOf(part, only.scope, depth - 1)
          if (original !== null) return original
        }
        return collection.id
      }
      case 'property': {
        if (collection.member !== null) return `${collection.member.owner}.${collection.name}`
        if (collection.object.kind === 'this') return scope.owner === null ? null : `${fieldOwner(graph, scope.owner, collection.name)}.${collection.name}`
        const holder = collection.object.kind === 'module' ? collection.object.file : nameOf(collection.object, scope, depth)
        return holder === null ? null : `${holder}.${collection.name}`
      }
      case 'call': {
        // `getConfig().handlers`
        const [target, ...others] = collection.targets
        const [only] = target === undefined || others.length > 0 || depth === 0 ? [] : (returned.get(target) ?? [])
        return only === undefined ? null : nameOf(only.value, only.scope, depth - 1)
      }
      case 'await':
        return nameOf(collection.value, scope, depth)
      default:
        return null
    }
  }
  for (const { collection, given } of puts) {
    const name = nameOf(collection, given.scope)
    if (name !== null) add(elements, name, given)
  }
  return { variables, elements, parameters, callers, returned, nameOf }
})

/** The class whose `this` a function sees: its own, or that of the method it stands in. */
export function ownerOf(graph: CallGraph, id: FunctionId): TypeId | null {
  const fn = graph.functionOf(id)
  if (fn === undefined) return null
  return fn.owner ?? (fn.enclosing === null ? null : ownerOf(graph, fn.enclosing))
}

/** The class that declares the field, of those above. */
function fieldOwner(graph: CallGraph, type: TypeId, name: string, depth = 8): TypeId {
  const facts = graph.typeOf(type)
  if (facts === undefined || depth === 0 || facts.fields.some((field) => field.name === name)) return type
  const above = facts.supertypes.map((id) => fieldOwner(graph, id, name, depth - 1))
  return above.find((id) => graph.typeOf(id)?.fields.some((field) => field.name === name) === true) ?? type
}

export function partOf(object: Expression, name: string): Expression {
  return { kind: 'property', at: object.at, object, name, nameAt: object.at, optional: false, effects: [], member: null }
}

export function textOf(key: Expression): string | null {
  return key.kind === 'constant' && typeof key.value === 'string' ? key.value : null
}

function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [statement.then, statement.otherwise]
    case 'loop':
      return [statement.initial, statement.body]
    case 'each':
    case 'block':
      return [statement.body]
    case 'switch':
      return statement.cases.map((item) => item.body)
    case 'try':
      return [statement.body, statement.handler?.body ?? [], statement.finalizer ?? []]
    default:
      return []
  }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
