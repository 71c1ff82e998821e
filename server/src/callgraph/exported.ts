/** Entry points of last resort: exports that nothing in the workspace refers to, callbacks handed to unknown packages, and scripts. */
import type { Expression, FileFacts, FunctionFacts, FunctionId, Statement, VariableId } from '../facts/ir'
import { isPattern, partsOf, visitDecorator, visitExpression, visitFunction, visitStatement, visitStatements, type Visitor } from '../facts/visit'
import { follow, functionBehind, namedExports, placeOf, type Draft } from './candidates'
import type { CallGraph } from './graph'
import { functionIn } from './edges'

/** What the workspace's own code names. Declaring and exporting a thing is no reference to it. */
export interface References {
  readonly functions: ReadonlySet<FunctionId>
  readonly variables: ReadonlySet<VariableId>
  /** Methods called on values nobody can resolve. */
  readonly looseNames: ReadonlySet<string>
}

export function referencesOf(graph: CallGraph): References {
  const functions = new Set<FunctionId>()
  const variables = new Set<VariableId>()
  const looseNames = new Set<string>()
  const dispatched = new Set<FunctionId>()
  const visit: Visitor = (expression) => {
    if (expression.kind === 'function') functions.add(expression.id)
    if (expression.kind === 'variable') variables.add(expression.id)
    if (expression.kind === 'call') {
      for (const target of expression.targets) functions.add(target)
      if (expression.targets.length === 0 && expression.member === null && expression.callee.kind === 'property') looseNames.add(expression.callee.name)
    }
    const member = expression.kind === 'call' || expression.kind === 'property' ? expression.member : null
    for (const target of member === null ? [] : graph.dispatch(member)) {
      const id = functionIn(graph, target)
      if (id !== null) dispatched.add(id)
    }
  }
  for (const file of graph.files.values()) {
    for (const fn of file.functions) visitFunction(fn, visit)
    for (const type of file.types) {
      for (const decorator of type.decorators) visitDecorator(decorator, visit)
      for (const field of type.fields) visitDeclared(field.value, visit)
    }
    for (const statement of file.module.body) visitModuleStatement(statement, visit)
  }
  const holders = holdersOf(graph)
  for (const id of dispatched) {
    const holder = holders.get(id)
    if (holder === undefined || variables.has(holder)) functions.add(id)
  }
  for (const name of builtInNames) looseNames.delete(name)
  return { functions, variables, looseNames }
}

/** Names that every object or promise has: a loose call of one says nothing about ours. */
const builtInNames = ['then', 'catch', 'finally', 'toJSON', 'toString', 'log', 'info', 'warn', 'error', 'debug', 'use']

/** The variable whose object literal a function is a member of: nobody who does not name it can call the function through an interface. */
function holdersOf(graph: CallGraph): ReadonlyMap<FunctionId, VariableId> {
  const holders = new Map<FunctionId, VariableId>()
  for (const file of graph.files.values()) {
    for (const { id, value } of file.variables) {
      if (value.kind !== 'object') continue
      for (const property of value.properties) {
        const member = functionIn(graph, property.value)
        if (member !== null) holders.set(member, id)
      }
    }
  }
  return holders
}

function visitModuleStatement(statement: Statement, visit: Visitor): void {
  if (statement.kind === 'declare' && statement.value !== null) {
    visitDeclared(statement.value, visit)
    return
  }
  const assignment = statement.kind === 'expression' && statement.value.kind === 'assign' ? statement.value : null
  if (assignment !== null && !isPattern(assignment.target) && isExportsObject(assignment.target)) {
    visitDeclared(assignment.value, visit)
    return
  }
  visitStatement(statement, visit)
}

function isExportsObject(target: Expression): boolean {
  if (target.kind === 'property') return isExportsObject(target.object)
  return target.kind === 'global' && (target.name === 'module' || target.name === 'exports')
}

/** An initialiser declares the functions in it, and a member of an object only offers what it names; what it calls, it refers to. */
function visitDeclared(value: Expression, visit: Visitor, isMember = false): void {
  if (value.kind === 'function' || value.kind === 'class' || (value.kind === 'variable' && isMember)) return
  if (value.kind === 'object') {
    for (const part of partsOf(value)) visitDeclared(part, visit, true)
  } else visitExpression(value, visit)
}

interface Offer {
  readonly name: string
  readonly run: Expression
  readonly decorated: boolean
}

/** Functions and methods that a file offers and nobody in the workspace takes. */
export function unreferencedExports(graph: CallGraph, file: FileFacts, references: References, isLibrary: boolean): readonly Draft[] {
  const offers = namedExports(graph, file).flatMap(({ name, value }) => offersOf(graph, name, value, references))
  return offers.flatMap(({ name, run, decorated }) => {
    const fn = functionBehind(graph, run)
    if (fn?.file !== file.file || references.functions.has(fn.id)) return []
    if (isComponent(fn)) return []
    const method = name.slice(name.lastIndexOf('.') + 1)
    const referenced = isLibrary || decorated || (fn.owner !== null && references.looseNames.has(method))
    return [{ file, at: fn.nameAt, what: `export ${name}`, kind: 'library', onThrow: 'fail', run, library: 'workspace', path: name, referenced }]
  })
}

/** Of React and its kin: something else renders it. */
function isComponent(fn: FunctionFacts): boolean {
  return /\.[jt]sx$/.test(fn.file) && /^[A-Z]/.test(fn.name) && fn.owner === null
}

/** Decorators we do not know mean a framework we do not know, which will call the method. */
function offersOf(graph: CallGraph, name: string, value: Expression, references: References, depth = 4): readonly Offer[] {
  if (depth === 0 || (value.kind === 'variable' && references.variables.has(value.id))) return []
  const found = follow(graph, value)
  if (found.kind === 'function') return [{ name, run: value, decorated: false }]
  if (found.kind === 'object') {
    return found.properties.flatMap(({ key, value: member }) =>
      typeof key === 'string' ? offersOf(graph, `${name}.${key}`, member, references, depth - 1) : [],
    )
  }
  const type = found.kind === 'class' ? graph.typeOf(found.id) : undefined
  return (type?.methods ?? []).flatMap((method) => {
    const fn = graph.functionOf(method.id)
    if (fn === undefined || /^[_#]/.test(method.name)) return []
    return [{ name: `${type?.name ?? name}.${method.name}`, run: { kind: 'function', id: method.id, at: fn.at }, decorated: fn.decorators.length > 0 }]
  })
}

/** Functions that top-level code hands to a package nobody models: `serve(handler)`. `taken`: functions other entry points run. */
export function foreignCallbacks(graph: CallGraph, file: FileFacts, references: References, taken: ReadonlySet<FunctionId>): readonly Draft[] {
  const found: Draft[] = []
  const visit: Visitor = (expression) => {
    if (expression.kind !== 'call' || expression.resolution === 'declared' || expression.targets.length > 0 || expression.effects.length > 0) return
    for (const argument of expression.arguments) {
      for (const run of callbacksIn(graph, argument.value)) {
        const id = functionIn(graph, run)
        const fn = id === null ? undefined : graph.functionOf(id)
        if (id === null || fn === undefined || taken.has(id) || isComponent(fn)) continue
        found.push({ file, at: placeOf(graph, file, run), what: `${expression.text} callback`, kind: 'event', onThrow: 'fail', run, library: 'workspace' })
      }
    }
  }
  for (const statement of file.module.body) {
    const name = statement.kind === 'declare' && statement.pattern.kind === 'name' ? statement.pattern.id : null
    if (name === null || !references.variables.has(name)) visitStatements([statement], visit)
  }
  return found
}

function callbacksIn(graph: CallGraph, value: Expression, depth = 3): readonly Expression[] {
  if (functionIn(graph, value) !== null) return [value]
  const found = follow(graph, value)
  if (depth === 0) return []
  if (found.kind === 'object') return found.properties.flatMap((property) => callbacksIn(graph, property.value, depth - 1))
  return found.kind === 'array' ? found.items.flatMap((item) => callbacksIn(graph, item.value, depth - 1)) : []
}

/** Top-level code that calls the workspace's own functions: `main()`. The whole module is the entry point, once. */
export function script(file: FileFacts): readonly Draft[] {
  const exported = new Set(file.exports.map(({ value }) => value.at.start))
  const calls = file.module.body.filter(
    (statement) => statement.kind === 'expression' && !exported.has(statement.value.at.start) && callsOwnFunction(statement.value),
  )
  const [first] = calls
  if (first === undefined) return []
  const name = file.file.slice(file.file.lastIndexOf('/') + 1)
  const run: Expression = { kind: 'function', id: file.module.id, at: file.module.at }
  return [{ file, at: first.at, what: `script ${name}`, kind: 'job', onThrow: 'fail', run, library: 'workspace', isWebhook: false }]
}

/** Through `await`, `void` and a handler at the end: `main().catch(exit)`. */
function callsOwnFunction(value: Expression): boolean {
  if (value.kind === 'await') return callsOwnFunction(value.value)
  if (value.kind === 'other') return value.parts.some(callsOwnFunction)
  if (value.kind !== 'call') return false
  return value.targets.length > 0 || (value.callee.kind === 'property' && callsOwnFunction(value.callee.object))
}
