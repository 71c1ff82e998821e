/** Edges between functions, for tests and for pruning: which functions can matter to the walk at all. */
import { derived } from '../base/derived'
import type { EffectKind } from '../models/effects'
import type { CallExpression, Expression, FileFacts, FunctionFacts, FunctionId, VariableId } from '../facts/ir'
import { argumentAt, functionsOf, visitExpression, visitFunction } from '../facts/visit'
import type { CallGraph } from './graph'
import { documentMethods } from './documents'
import { namedTargets } from './named'
import { heldTargets } from './pointsTo'

/** `reference`: the function is named but not called here: handed on, stored, or bound. */
export type EdgeKind = 'call' | 'dispatch' | 'reference' | 'message'

export interface Edge {
  readonly from: FunctionId
  readonly to: FunctionId
  readonly kind: EdgeKind
}

interface Known {
  readonly callees: Map<FunctionId, readonly Edge[]>
  sureCallers: ReadonlyMap<FunctionId, readonly Edge[]> | null
  readonly behind: Map<VariableId, readonly FunctionId[]>
  callers: ReadonlyMap<string, readonly FunctionId[]> | null
}

/** A graph never changes, so what was derived from it stays true as long as it lives. */
const knownOf = derived<CallGraph, Known>(() => ({ callees: new Map(), sureCallers: null, behind: new Map(), callers: null }))

/** Sorted by target; a call and a reference to the same function are two edges. */
export function calleesOf(graph: CallGraph, id: FunctionId): readonly Edge[] {
  const { callees } = knownOf(graph)
  const cached = callees.get(id)
  if (cached !== undefined) return cached
  const found = findCallees(graph, id)
  callees.set(id, found)
  return found
}

function findCallees(graph: CallGraph, id: FunctionId): readonly Edge[] {
  const fn = graph.functionOf(id)
  if (fn === undefined) return []
  const edges = new Map<string, Edge>()
  const add = (kind: EdgeKind, to: FunctionId): void => {
    edges.set(`${to}\n${kind}`, { from: id, to, kind })
  }
  const called = new Set<Expression>()
  visitFunction(fn, (expression) => {
    if (expression.kind === 'call') {
      if (expression.targets.length > 0 || expression.member !== null) called.add(expression.callee)
      addCall(graph, fn, expression, add)
    } else if (!called.has(expression)) {
      addReferences(graph, expression, (to) => {
        add('reference', to)
      })
    }
  })
  return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge)
}

/** Sorted by caller. */
export function callersOf(graph: CallGraph, id: FunctionId): readonly Edge[] {
  const cache = knownOf(graph)
  cache.sureCallers ??= edgesByTarget(graph)
  return cache.sureCallers.get(id) ?? []
}

function edgesByTarget(graph: CallGraph): ReadonlyMap<FunctionId, readonly Edge[]> {
  const callers = new Map<FunctionId, Edge[]>()
  const ids = allFunctions(graph).map((fn) => fn.id)
  for (const from of [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    for (const edge of calleesOf(graph, from)) {
      const list = callers.get(edge.to)
      if (list === undefined) callers.set(edge.to, [edge])
      else list.push(edge)
    }
  }
  return callers
}

function addCall(graph: CallGraph, fn: FunctionFacts, call: CallExpression, add: (kind: EdgeKind, to: FunctionId) => void): void {
  for (const target of call.targets) add('call', target)
  for (const target of call.member === null ? [] : graph.dispatch(call.member)) {
    const id = functionIn(graph, target)
    if (id !== null && !call.targets.includes(id)) add('dispatch', id)
  }
  for (const id of [...documentMethods(graph, call), ...namedTargets(graph, fn, call)]) add('dispatch', id)
  for (const { id } of heldTargets(graph, fn, call)) add('dispatch', id)
  for (const { effect } of call.effects) {
    if (effect.kind !== 'emit') continue
    const key = argumentAt(call, effect.key)
    const digest = key === null ? null : keyDigest(graph, key)
    for (const listener of graph.listeners) {
      const id = functionIn(graph, listener.run)
      if (id !== null && digest !== null && keyDigest(graph, listener.key) === digest) add('message', id)
    }
  }
}

function addReferences(graph: CallGraph, expression: Expression, add: (to: FunctionId) => void): void {
  if (expression.kind === 'function') add(expression.id)
  if (expression.kind === 'property' && expression.member !== null) {
    for (const target of graph.dispatch(expression.member)) {
      const id = functionIn(graph, target)
      if (id !== null) add(id)
    }
  }
  if (expression.kind === 'variable') {
    for (const id of functionsBehind(graph, expression.id)) add(id)
  }
}

/** Every function that a module-level variable's initialiser names, through other such variables. */
function functionsBehind(graph: CallGraph, id: VariableId): readonly FunctionId[] {
  const { behind } = knownOf(graph)
  const cached = behind.get(id)
  if (cached !== undefined) return cached
  const value = graph.moduleVariable(id)
  // Breaks cycles: a variable met again while it is looked at adds nothing new.
  behind.set(id, [])
  const found = new Set<FunctionId>()
  if (value !== undefined) {
    visitExpression(value, (expression) => {
      if (expression.kind === 'function') found.add(expression.id)
      if (expression.kind === 'variable') for (const other of functionsBehind(graph, expression.id)) found.add(other)
    })
  }
  const list = [...found]
  behind.set(id, list)
  return list
}

/** The function an expression certainly is, through module-level variables. */
export function functionIn(graph: CallGraph, expression: Expression, depth = 8): FunctionId | null {
  if (expression.kind === 'function') return expression.id
  if (expression.kind !== 'variable' || depth === 0) return null
  const value = graph.moduleVariable(expression.id)
  return value === undefined ? null : functionIn(graph, value, depth - 1)
}

/** Equal digests are the same key. A command object stands for its class. */
function keyDigest(graph: CallGraph, key: Expression, depth = 8): string | null {
  if (depth === 0) return null
  switch (key.kind) {
    case 'constant':
      return `constant ${String(key.value)}`
    case 'class':
      return `class ${key.id}`
    case 'variable': {
      const value = graph.moduleVariable(key.id)
      return value === undefined ? null : keyDigest(graph, value, depth - 1)
    }
    case 'call':
      return key.form === 'new' ? keyDigest(graph, key.callee, depth - 1) : null
    case 'property': {
      const object = key.object.kind === 'variable' ? graph.moduleVariable(key.object.id) : key.object
      const property = object?.kind === 'object' ? object.properties.find((candidate) => candidate.key === key.name) : undefined
      return property === undefined ? null : keyDigest(graph, property.value, depth - 1)
    }
    default:
      return null
  }
}

const languageEffects: ReadonlySet<EffectKind> = new Set([
  'iterate',
  'combine',
  'then',
  'catch',
  'finally',
  'includes',
  'startsWith',
  'call',
  'later',
  'pass',
  'derive',
  'annotate',
  'annotation',
] satisfies readonly EffectKind[])

/**
 * Functions from which something that matters to the walk can be reached: an effect that is not the language's own, or a call of something
 * unknown (a parameter, an untyped receiver) that may turn out to have one.
 */
export function reach(graph: CallGraph): ReadonlySet<FunctionId> {
  return reachFrom(graph, (fn) => isInteresting(graph, fn))
}

/** Functions from which one that fits can be reached. `loosely`: also through calls that only share a method's name. */
export function reachFrom(graph: CallGraph, fits: (fn: FunctionFacts) => boolean, how: 'loosely' | 'certainly' = 'loosely'): ReadonlySet<FunctionId> {
  const callers = how === 'loosely' ? looseCallers(graph) : null
  const reached = new Set(
    allFunctions(graph)
      .filter(fits)
      .map((fn) => fn.id),
  )
  const names = new Set<string>()
  const work: FunctionId[] = [...reached]
  const enter = (ids: readonly FunctionId[]): void => {
    for (const id of ids) {
      if (reached.has(id)) continue
      reached.add(id)
      work.push(id)
    }
  }
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (callers === null) {
      enter(callersOf(graph, id).map((edge) => edge.from))
      continue
    }
    enter(callers.get(id) ?? [])
    const name = nodeOfName(shortName(graph.functionOf(id)?.name ?? ''))
    if (names.has(name)) continue
    names.add(name)
    enter(callers.get(name) ?? [])
  }
  return reached
}

/** Who may call a function, or a function of some name where the receiver is not known. */
function looseCallers(graph: CallGraph): ReadonlyMap<string, readonly FunctionId[]> {
  const cache = knownOf(graph)
  if (cache.callers !== null) return cache.callers
  const callers = new Map<string, FunctionId[]>()
  for (const fn of allFunctions(graph)) {
    for (const callee of new Set([...calleesOf(graph, fn.id).map((edge) => edge.to), ...looseCallees(graph, fn)])) {
      const list = callers.get(callee)
      if (list === undefined) callers.set(callee, [fn.id])
      else list.push(fn.id)
    }
  }
  cache.callers = callers
  return callers
}

function isInteresting(graph: CallGraph, fn: FunctionFacts): boolean {
  let found = false
  visitFunction(fn, (expression) => {
    if (expression.kind === 'call') found ||= isUnknownCall(graph, expression)
    if (expression.kind === 'call' || expression.kind === 'property') found ||= expression.effects.some(({ effect }) => !languageEffects.has(effect.kind))
    if (expression.kind === 'object') found ||= expression.properties.some((property) => property.effects.length > 0)
  })
  return found
}

/** A package's function is known to be foreign, and a catalogued method without tags to be harmless; a value that is called may be anything. */
function isUnknownCall(graph: CallGraph, call: CallExpression): boolean {
  if (call.targets.length > 0 || call.effects.length > 0 || call.resolution === 'external') return false
  if (call.member !== null) return graph.dispatch(call.member).length === 0
  const root = rootOf(call.callee)
  if (root.kind === 'global') return root.module !== null && /^[.@~]\/|^\.\.?\//.test(root.module)
  return call.resolution === 'unresolved' || call.callee.kind !== 'property'
}

function rootOf(expression: Expression): Expression {
  if (expression.kind === 'property' || expression.kind === 'element') return rootOf(expression.object)
  if (expression.kind === 'call') return rootOf(expression.callee)
  return expression.kind === 'await' ? rootOf(expression.value) : expression
}

/** Deliberately coarse: an untyped `x.process()` may be any workspace function of that name; a class or module that is handed on, all of it. */
function looseCallees(graph: CallGraph, fn: FunctionFacts): readonly string[] {
  const found: string[] = []
  visitFunction(fn, (expression) => {
    if (expression.kind === 'class') {
      const type = graph.typeOf(expression.id)
      if (type?.constructorId) found.push(type.constructorId)
    }
    const file = expression.kind === 'module' || expression.kind === 'import' ? expression.file : null
    for (const value of file === null ? [] : graph.exportsOf(file).values()) {
      const id = functionIn(graph, value)
      if (id !== null) found.push(id)
    }
    if (expression.kind !== 'call' || expression.targets.length > 0 || expression.member !== null) return
    if (expression.callee.kind === 'property') found.push(nodeOfName(expression.callee.name))
  })
  return found
}

/** Stands for every function of that name. No id starts like this. */
function nodeOfName(name: string): string {
  return `name ${name}`
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

export function allFunctions(graph: Pick<CallGraph, 'files'>): readonly FunctionFacts[] {
  return [...graph.files.values()].flatMap((file: FileFacts) => functionsOf(file))
}
