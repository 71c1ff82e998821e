/**
 * Who takes messages and jobs, with their names and functions as values. Registrations whose name or function depends on where they are run (a
 * loop over a configuration, a helper with parameters, the method of a base class) are found by running the code that leads to them.
 */
import { reachFrom, calleesOf } from '../callgraph/edges'
import type { CallGraph, EntryCandidate, Listener, Worker } from '../callgraph/graph'
import type { Location } from '../base/location'
import type { ArgumentPath } from '../models/effects'
import type { Expression, FunctionFacts, FunctionId, TypeId } from '../facts/ir'
import { visitFunction } from '../facts/visit'
import { absent, optionsOf, unknown, type Value } from './values'
import type { Published } from './walk'

export interface Consumer {
  readonly at: Location
  readonly kind: 'worker' | 'listener'
  readonly library: string
  /** Key of the message, or name of the queue or job; null when the library has none. */
  readonly name: Value | null
  readonly run: Value
  readonly self: Value
  readonly retries: Worker['retries']
  /** Where the function is told the name of the job. */
  readonly jobName: ArgumentPath | null
}

/** What finding them asks of an interpreter. */
export interface Registrar {
  valueOf(expression: Expression): Value
  /** Runs a function for what it registers. */
  registeredBy(root: FunctionId, self: Value, relevant: ReadonlySet<FunctionId>): readonly Consumer[]
}

export interface Consumers {
  readonly all: readonly Consumer[]
  /** Those that only running the code told of: no entry point is known for them yet. */
  readonly found: readonly Consumer[]
}

export function findConsumers(graph: CallGraph, registrarFor: (at: Location) => Registrar, mentioned: (id: FunctionId) => readonly string[]): Consumers {
  const plain: Consumer[] = []
  const open: Consumer[] = []
  for (const registration of [...graph.workers, ...graph.listeners]) {
    const consumer = asWritten(registration, registrarFor(registration.at))
    if (isOpen(graph, consumer, mentioned)) open.push(consumer)
    else plain.push(consumer)
  }
  if (open.length === 0) return { all: plain, found: [] }
  const places = new Set(open.map(placeOf))
  const found = run(graph, registrarFor, open).filter((consumer) => places.has(placeOf(consumer)))
  const told = new Set(found.map(placeOf))
  return { all: [...plain, ...open.filter((consumer) => !told.has(placeOf(consumer))), ...found], found }
}

function asWritten(registration: Worker | Listener, registrar: Registrar): Consumer {
  const { at, library, owner, run } = registration
  const self: Value = owner === null ? absent : { kind: 'instance', type: owner, fields: new Map() }
  if ('key' in registration) {
    return { at, kind: 'listener', library, name: registrar.valueOf(registration.key), run: registrar.valueOf(run), self, retries: 'no', jobName: null }
  }
  const { name, retries, jobName } = registration
  return { at, kind: 'worker', library, name: name === null ? null : registrar.valueOf(name), run: registrar.valueOf(run), self, retries, jobName }
}

/** Its name or function is not known, or the function sees variables of the code around it, or an object that subclasses share. */
function isOpen(graph: CallGraph, { name, run }: Consumer, mentioned: (id: FunctionId) => readonly string[]): boolean {
  if (
    name !== null &&
    !optionsOf(name).some((option) => option.kind === 'constants' || option.kind === 'class' || (option.kind === 'client' && option.table !== null))
  ) {
    return true
  }
  const functions = optionsOf(run).flatMap((option) => (option.kind === 'function' ? [graph.functionOf(option.id)] : []))
  if (functions.length === 0) return true
  return functions.some((fn) => fn?.owner === null && (mentioned(fn.id).some((id) => isFree(graph, fn, id)) || usesThis(fn)))
}

/** A variable of an enclosing function or loop. */
function isFree(graph: CallGraph, fn: FunctionFacts, id: string): boolean {
  const [file, start] = [id.slice(0, id.lastIndexOf('#')), Number(id.slice(id.lastIndexOf('#') + 1))]
  return file === fn.file && (start < fn.at.start || start >= fn.at.end) && graph.moduleVariable(id as Parameters<CallGraph['moduleVariable']>[0]) === undefined
}

function usesThis(fn: FunctionFacts): boolean {
  let found = false as boolean
  visitFunction(fn, (expression) => {
    found ||= expression.kind === 'this'
  })
  return found
}

function run(graph: CallGraph, registrarFor: (at: Location) => Registrar, open: readonly Consumer[]): readonly Consumer[] {
  const files = new Set(open.map((consumer) => consumer.at.file))
  const starts = new Set(open.map((consumer) => consumer.at.start))
  const registers = (fn: FunctionFacts): boolean => {
    if (!files.has(fn.file)) return false
    let found = false as boolean
    visitFunction(fn, (expression) => {
      found ||= expression.kind === 'call' && starts.has(graph.locate(fn.file, expression.nameAt).start)
    })
    return found
  }
  const relevant = reachFrom(graph, registers)
  const called = new Set(
    [...relevant].flatMap((id) =>
      calleesOf(graph, id)
        .filter((edge) => edge.to !== id)
        .map((edge) => edge.to),
    ),
  )
  const found = new Map<string, Consumer>()
  for (const id of [...relevant].sort()) {
    const root = graph.functionOf(id)
    if (root === undefined || (called.has(id) && !(root.owner !== null && registers(root)))) continue
    for (const self of selvesOf(graph, root.owner)) {
      for (const consumer of registrarFor(graph.locate(root.file, root.at)).registeredBy(id, self, relevant))
        found.set(JSON.stringify(keyOf(consumer)), consumer)
    }
  }
  return [...found.values()]
}

/** A method that nobody calls is run on an object of its class, and of each class below. */
function selvesOf(graph: CallGraph, owner: TypeId | null): readonly Value[] {
  if (owner === null) return [absent]
  const below = [...graph.files.values()].flatMap((file) => file.types).filter((type) => type.kind === 'class' && isBelow(graph, type.id, owner))
  return below.map((type): Value => ({ kind: 'instance', type: type.id, fields: new Map() }))
}

function isBelow(graph: CallGraph, type: TypeId, owner: TypeId, depth = 8): boolean {
  return type === owner || (depth > 0 && (graph.typeOf(type)?.supertypes.some((supertype) => isBelow(graph, supertype, owner, depth - 1)) ?? false))
}

function placeOf({ at }: Consumer): string {
  return `${at.file}#${String(at.start)}`
}

function keyOf({ at, name, run }: Consumer): unknown {
  return [placeOf({ at } as Consumer), name, run.kind === 'function' ? [run.id, [...(run.bound ?? [])], run.self] : run]
}

/** Entry points of their own: a job may take money as well. */
export function entryOf({ at, library, name, kind, retries }: Consumer, title: string, run: Expression): EntryCandidate {
  const label = name?.kind === 'constants' && name.options.length === 1 ? ` "${String(name.options[0])}"` : ''
  return {
    at,
    what: `${title} ${kind}${label}`,
    kind: kind === 'worker' ? 'job' : 'event',
    onThrow: retries === 'yes' || retries === 'unacknowledged' ? 'retry' : 'fail',
    run,
    before: [],
    looksLikeWebhook: false,
    events: [],
    library,
    referenced: true,
  }
}

/** What the processor is told: `job.name`, `{ topic }`, and the job's data. */
export function jobArguments({ argument: index, path }: ArgumentPath, { job, name, payload }: Published): readonly Value[] {
  const [property] = path
  if (property === undefined || typeof index !== 'number') return []
  const known = new Map<string, Value>([[property, job.kind === 'unknown' ? name : job]])
  if (payload.kind === 'object') known.set('data', payload)
  return [...Array<Value>(index).fill(unknown), { kind: 'object', properties: known, open: true }]
}
