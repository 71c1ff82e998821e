/** Who takes what others hand over: subscribers of messages and workers of queues, from calls, decorators and base classes. */
import type { CatalogueEffect, ArgumentPath, Effect } from '../models/effects'
import type { CallExpression, Decorator, Expression, FileFacts, FunctionId, TypeFacts } from '../facts/ir'
import { argumentAt, functionsOf, propertyAt, visitDecorator, visitExpression, visitFunction, type Visitor } from '../facts/visit'
import type { CallGraph, Listener, Worker } from './graph'

type Tables = Omit<CallGraph, 'listeners' | 'workers'>

/** Methods that a class-level subscription runs, the first that exists. */
const handlerMethods = ['execute', 'handle', 'process', 'run', 'consume', 'perform']

export function messagesOf(graph: Tables): Pick<CallGraph, 'listeners' | 'workers'> {
  const listeners: Listener[] = []
  const workers: Worker[] = []
  for (const file of graph.files.values()) {
    visitFile(file, (expression) => {
      if (expression.kind !== 'call') return
      for (const entry of expression.effects) fromCall(graph, file, expression, entry, listeners, workers)
    })
    for (const decorated of decoratorsOf(graph, file)) fromDecorator(graph, file, decorated, listeners, workers)
  }
  return { listeners: distinct(listeners), workers: distinct(workers) }
}

/** Every expression of the file; those that stand in several tables of the facts are visited more than once. */
export function visitFile(file: FileFacts, visit: Visitor): void {
  for (const fn of functionsOf(file)) visitFunction(fn, visit)
  for (const type of file.types) {
    for (const field of type.fields) visitExpression(field.value, visit, field.name)
    for (const decorator of type.decorators) visitDecorator(decorator, visit)
  }
  for (const variable of file.variables) visitExpression(variable.value, visit, variable.name)
  for (const { name, value } of file.exports) visitExpression(value, visit, name)
}

function fromCall(graph: Tables, file: FileFacts, call: CallExpression, { library, effect }: CatalogueEffect, listeners: Listener[], workers: Worker[]): void {
  const at = graph.locate(file.file, call.nameAt)
  if (effect.kind === 'listen') {
    const run = effect.run === null ? null : argumentAt(call, effect.run)
    const key = argumentAt(call, effect.key)
    if (run !== null && key !== null) listeners.push(...itemsOf(key).map((one) => ({ at, key: one, run, owner: null, library })))
  }
  if (effect.kind === 'worker') {
    const run = argumentAt(call, effect.run)
    const name = effect.name === null ? null : argumentAt(call, effect.name)
    if (run !== null) workers.push(...workersOf(graph, effect, { at, name, run, owner: null, library, jobName: effect.jobName }))
  }
}

/** An object of functions is a worker per function, named by its key unless the registration has a name of its own. */
function workersOf(graph: Tables, effect: Extract<Effect, { kind: 'worker' }>, worker: Omit<Worker, 'retries'>): readonly Worker[] {
  const { retries } = effect
  const value = worker.run.kind === 'variable' ? (graph.moduleVariable(worker.run.id) ?? worker.run) : worker.run
  const members =
    value.kind === 'object'
      ? value.properties
      : value.kind === 'module'
        ? [...graph.exportsOf(value.file)].map(([key, member]) => ({ key, value: member }))
        : null
  if (members === null) return [{ ...worker, retries }]
  return members.flatMap(({ key, value: run }) => {
    if (key === null) return []
    const name: Expression = typeof key === 'string' ? { kind: 'constant', value: key, at: run.at } : key
    return [{ ...worker, run, name: worker.name ?? name, retries }]
  })
}

/** A decorator with the class it stands in, and the method it stands on, if any. */
export interface Decorated {
  readonly decorator: Decorator
  readonly type: TypeFacts
  readonly method: FunctionId | null
}

export function decoratorsOf(graph: Tables, file: FileFacts): readonly Decorated[] {
  return file.types.flatMap((type) => [
    ...type.decorators.map((decorator) => ({ decorator, type, method: null })),
    ...type.methods.flatMap(({ id }) => graph.functionOf(id)?.decorators.map((decorator) => ({ decorator, type, method: id })) ?? []),
  ])
}

function fromDecorator(graph: Tables, file: FileFacts, decorated: Decorated, listeners: Listener[], workers: Worker[]): void {
  const { decorator, type } = decorated
  const at = graph.locate(file.file, decorator.at)
  for (const { library, effect } of decorator.effects) {
    if (effect.kind === 'listen') {
      const run = decoratedFunction(graph, decorated, effect.run)
      // `@EventsHandler(OrderPaid, OrderRenewed)`: every further argument is a key as well.
      const keys = effect.key.argument === 0 && effect.key.path.length === 0 ? decorator.arguments : [decoratorArgument(decorator, effect.key)]
      if (run === null) continue
      for (const key of keys) {
        if (key !== null && (key === keys[0] || key.kind !== 'object'))
          listeners.push(...itemsOf(key).map((one) => ({ at, key: one, run, owner: type.id, library })))
      }
    }
    if (effect.kind === 'worker') {
      const run = decoratedFunction(graph, decorated, effect.run)
      if (run === null) continue
      const name = decorated.method === null ? null : queueOf(type)
      workers.push({
        at,
        name: name ?? (effect.name === null ? null : decoratorArgument(decorator, effect.name)),
        run,
        owner: type.id,
        library,
        retries: effect.retries,
        jobName: effect.jobName,
      })
    }
  }
}

/** A method's own name is the job's; jobs are added to the queue that the class names. */
function queueOf(type: TypeFacts): Expression | null {
  for (const decorator of type.decorators) {
    for (const { effect } of decorator.effects) {
      const name = effect.kind === 'worker' || effect.kind === 'queue' ? effect.name : null
      if (name !== null) return decoratorArgument(decorator, name)
    }
  }
  return null
}

export function decoratorArgument(decorator: Decorator, { argument, path }: ArgumentPath): Expression | null {
  if (argument === 'this') return null
  const value = decorator.arguments[argument < 0 ? decorator.arguments.length + argument : argument]
  return value === undefined ? null : propertyAt(value, path)
}

/** The decorated method, or the method of the decorated class that `run=this.NAME` or convention names. */
export function decoratedFunction(graph: Pick<CallGraph, 'dispatch'>, { type, method }: Decorated, run: ArgumentPath | null): Expression | null {
  if (method !== null) return { kind: 'function', id: method, at: { start: type.at.start, end: type.at.start } }
  const [named] = run?.argument === 'this' ? run.path : []
  for (const name of named === undefined ? handlerMethods : [named]) {
    const [found] = graph.dispatch({ owner: type.id, name })
    if (found !== undefined) return type.methods.some((own) => own.name === name) ? found : inherited(type, name)
  }
  return null
}

/** The method of an object of this class, not of any of its base class. What the constructor got is unknown. */
function inherited(type: TypeFacts, name: string): Expression {
  const at = { start: type.at.start, end: type.at.start }
  const unknown: Expression = { kind: 'other', parts: [], at }
  const object: Expression = {
    kind: 'call',
    form: 'new',
    callee: { kind: 'class', id: type.id, at },
    arguments: [{ value: unknown, spread: true }],
    at,
    nameAt: at,
    text: type.name,
    targets: [],
    member: null,
    effects: [],
    resolution: 'declared',
    neverReturns: false,
    typeArgument: null,
  }
  return { kind: 'property', object, name, nameAt: at, optional: false, effects: [], member: { owner: type.id, name }, at }
}

/** `['order.paid', 'order.renewed']` subscribes to both. */
function itemsOf(key: Expression): readonly Expression[] {
  return key.kind === 'array' ? key.items.filter((item) => !item.spread).map((item) => item.value) : [key]
}

/** The same registration is seen through the module's body and through its variables. */
function distinct<T extends { readonly at: { readonly file: string; readonly start: number }; readonly run: Expression }>(found: readonly T[]): readonly T[] {
  const byPlace = new Map(found.map((item) => [`${item.at.file}#${String(item.at.start)}\n${JSON.stringify(item)}`, item]))
  return [...byPlace.values()].sort((a, b) => (a.at.file === b.at.file ? a.at.start - b.at.start : a.at.file < b.at.file ? -1 : 1))
}
