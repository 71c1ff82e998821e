/** What the parts of the interpreter share: the call stack, the ways control leaves, and the walk's own services. */
import type { FilePath, Location, Span } from '../base/location'
import type { CallGraph } from '../callgraph/graph'
import type { Consumer } from './consumers'
import type { ArgumentPath, CatalogueEffect, Effect, ThrowOutcome } from '../models/effects'
import type { Provider } from '../models/providers'
import type { CallExpression, CatalogueType, Expression, FunctionFacts, FunctionId, Statement, VariableId } from '../facts/ir'
import type { HandOvers } from './handOvers'
import type { EventTable } from './refine'
import type { Surroundings } from './surroundings'
import type { AdvisoryKind, ChainStep, EntryPoint } from './result'
import type { Result, State } from './state'
import type { Value } from './values'
import type { PendingWrite } from './write'
import type { WriteLog } from './writeLog'

/** A message as it was published: by its own name, or by the queue it went to. */
export interface Published {
  readonly name: Value
  readonly queue: Value
  /** The job's name, where the queue has several kinds of jobs. */
  readonly job: Value
  readonly payload: Value
  readonly durable: boolean
  /** How often the job is tried, where the sender says so. */
  readonly attempts: Value
}

/** What the walk asks of the catalogue: members of types whose static type was lost, and the providers' HTTP routes. */
export interface FlowCatalogue {
  member(type: CatalogueType, name: string): { readonly effects: readonly CatalogueEffect[]; readonly result: CatalogueType | null } | undefined
  readonly providers: readonly Provider[]
}

export interface FlowOptions {
  readonly subscriptionEvents: boolean
  readonly shapeFallback: boolean
  readonly redelivery: 'idempotent' | 'never'
  /** Functions that the team names as its retry queue: they keep what they are given. */
  readonly enqueues: ReadonlySet<FunctionId>
  /** Files of the workspace that a file imports. */
  importsOf(file: FilePath): readonly FilePath[]
}

/** One function being executed. */
export interface Frame {
  readonly fn: FunctionFacts
  readonly self: Value
  /** Number of calls below the entry point. */
  readonly depth: number
  readonly parent: Frame | null
  /** The call that started it; null for the entry point and for code that a library calls back. */
  readonly step: ChainStep | null
  readonly arguments: readonly Value[]
  /** Variables of returned activations that its closure still sees. */
  readonly bound: ReadonlyMap<VariableId, Value> | null
}

/** Where control went other than to the next statement. Collected, to be joined where it arrives. */
export interface Exits {
  readonly throws: Result[]
  readonly returns: Result[]
  readonly breaks: { readonly label: string | null; readonly state: State }[]
  readonly continues: { readonly label: string | null; readonly state: State }[]
}

export function noExits(): Exits {
  return { throws: [], returns: [], breaks: [], continues: [] }
}

/** A call being carried out: everything evaluated but the call itself. */
export interface Call {
  readonly expression: CallExpression
  readonly frame: Frame
  readonly receiver: Value
  readonly callee: Value
  readonly arguments: readonly Value[]
  /** A spread of unknown length stands somewhere among the arguments. */
  readonly openArguments: boolean
  readonly state: State
  readonly exits: Exits
}

/** The entry point whose walk is under way. */
export interface CurrentEntry {
  readonly point: EntryPoint
  readonly onThrow: ThrowOutcome
  /** A failed run is run again by the runtime. */
  readonly retried: boolean
  /** The message comes again as long as it is not acknowledged. */
  readonly acknowledges: boolean
  /** Files of a script, which is a program of its own: nothing else is there to be chosen at run time. Null: the entry is one of many of an application. */
  readonly program: ReadonlySet<FilePath> | null
}

export interface Walk {
  readonly graph: CallGraph
  readonly catalogue: FlowCatalogue
  readonly events: EventTable
  readonly options: FlowOptions
  readonly entry: CurrentEntry
  /** True while initialisers of module variables are looked at: nothing there happens after a payment. */
  readonly quiet: boolean

  evaluate(frame: Frame, expression: Expression, state: State, exits: Exits): Result[]
  execute(frame: Frame, statements: readonly Statement[], states: readonly State[], exits: Exits): State[]
  /** Splits a state by a test's outcome. */
  test(frame: Frame, expression: Expression, state: State, exits: Exits): { readonly yes: State[]; readonly no: State[] }
  /** Calls a function value. A rejected promise comes back as a value, a synchronous throw through `exits`. */
  invoke(from: Frame, callee: Value, args: readonly Value[], state: State, exits: Exits, step: ChainStep | null, self?: Value): Result[]
  /** Awaits a value: runs lazy builders, turns rejections into throws. */
  awaitValue(frame: Frame, result: Result, exits: Exits): Result[]
  moduleValue(id: VariableId): Value | undefined
  /** An initialiser's value, without letting anything happen. */
  valueOf(frame: Frame, expression: Expression): Value
  /** Runs a write or read now. */
  perform(frame: Frame, write: PendingWrite, state: State): Result[]
  locate(frame: Frame, span: Span): Location

  /** Hands a paid message to its consumers in the workspace: they run on their own, with the confirmation. */
  publish(call: Call, message: Published): void
  readonly consumers: readonly Consumer[]
  /** Code is run for the consumers that it registers: each round of a loop registers another. */
  readonly isRegistering: boolean
  /** Notes a registration that is being run, or a name that its object is given. */
  register(call: Call, effect: Extract<Effect, { kind: 'worker' | 'listen' }>, library: string): void
  nameReceiver(call: Call, name: Value): void
  /** The provider whose events start so, if the file speaks of it and the subject is called like an event type. */
  prefixProvider(frame: Frame, prefix: string, subject: Expression): string | null

  /** Transactions of that library need no handle, anywhere in the workspace. */
  isAmbient(library: string): boolean
  /** Something outside the handler reads that table: a record left there is not forgotten. */
  isReadBack(table: string): boolean

  /** Providers whose signature this walk has met a check of: who calls the entry point. */
  readonly senders: Set<string>

  readonly handOvers: HandOvers
  readonly surroundings: Surroundings
  /** Nothing that happens in the meantime counts. */
  quietly<T>(run: () => T): T
  readonly writes: WriteLog

  /** One step of the budget; throws `BudgetExceeded` when it is used up. */
  tick(frame: Frame): void
  clock(): number
  advise(kind: AdvisoryKind, at: Location, subject: string): void
  countCall(expression: CallExpression, resolved: boolean): void
}

/** The walk of one entry point ran out of its budget; the coverage report says where. */
export class BudgetExceeded extends Error {
  constructor(readonly at: Location) {
    super('budget exceeded')
  }
}

export function argument(call: { readonly arguments: readonly Value[]; readonly receiver: Value }, path: ArgumentPath): Value {
  const { arguments: args } = call
  let value: Value | undefined
  if (path.argument === 'this') value = call.receiver
  else value = args[path.argument < 0 ? args.length + path.argument : path.argument]
  if (value === undefined) return { kind: 'undefined' }
  return propertyPath(value, path.path)
}

/** Follows plain properties; a computed or unknown object gives unknown. */
export function propertyPath(value: Value, path: readonly string[]): Value {
  let current = value
  for (const name of path) {
    if (current.kind === 'object') current = current.properties.get(name) ?? (current.open ? { kind: 'unknown' } : { kind: 'undefined' })
    else if (current.kind === 'array' && /^\d+$/.test(name)) current = current.items[Number(name)] ?? current.rest ?? { kind: 'undefined' }
    else if (current.kind === 'choice') return joinAll(current.options.map((option) => propertyPath(option, [name])))
    else if (current.kind === 'undefined') return current
    else return { kind: 'unknown' }
  }
  return current
}

function joinAll(values: readonly Value[]): Value {
  const [first, ...others] = values
  if (first === undefined) return { kind: 'unknown' }
  return others.length === 0 ? first : { kind: 'choice', options: values }
}
