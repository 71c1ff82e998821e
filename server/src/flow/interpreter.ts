/**
 * The walk of one entry point: wires the transfer rules together and keeps what they record. All that a walk changes is here, which makes it
 * long; what only computes is elsewhere.
 */
import type { Location, Span } from '../base/location'
import type { CallGraph, EntryCandidate } from '../callgraph/graph'
import { normalisedTable } from '../callgraph/buildGraph'
import type { CallExpression, Expression, FunctionFacts, FunctionId, Statement, VariableId } from '../facts/ir'
import { branch, type Branches } from './branch'
import type { Consumer } from './consumers'
import { deliveriesOf, type Delivery } from './deliveries'
import { pointOf } from './entryPoint'
import { Registered, type Registration } from './registered'
import { eventVocabulary } from './compare'
import type { EventNames } from './eventNames'
import { evaluateExpression } from './evaluate'
import { executeStatements, thrown } from './execute'
import { fatesOf } from './fate'
import { fillingStatements } from './filling'
import { HandOvers } from './handOvers'
import { invoke, leadsTo, type InvokeContext } from './invoke'
import { Memo } from './memo'
import { Surroundings } from './surroundings'
import { settled, settlerOf } from './newPromise'
import { perform } from './perform'
import { programOf } from './program'
import { mergeResults } from './results'
import type { AdvisoryKind, ChainStep, FlowAdvisory } from './result'
import { atDepth, initialState, mergeStates, type EventKnowledge, type NamedEvent, type Result, type State } from './state'
import type { Triggers } from './triggers'
import { absent, giveUp, joinValues, nextFunction, proceed, optionsOf, promiseOf, stringOf, tryAgain, unknown, valueKey, type Value } from './values'
import {
  BudgetExceeded,
  noExits,
  type Call,
  type CurrentEntry,
  type Exits,
  type FlowCatalogue,
  type FlowOptions,
  type Frame,
  type Published,
  type Walk,
} from './walk'
import type { Fate, InstanceId, PendingWrite } from './write'
import { WriteLog, type Judged } from './writeLog'

/** Steps one entry point may take. A webhook of a large shop takes some ten thousand. */
const BUDGET = 600_000

export interface Shared {
  readonly graph: CallGraph
  readonly catalogue: FlowCatalogue
  readonly options: FlowOptions
  readonly triggers: Triggers
  readonly events: EventNames
  /** Values of module variables, which are the same for every entry point. */
  readonly moduleValues: Map<VariableId, Value>
  /** Each call site met, and whether it was resolved. */
  readonly calls: Map<string, boolean>
  readonly advisories: Map<string, FlowAdvisory>
  readonly consumers: readonly Consumer[]
}

/** `found`: while ways to the handler are looked for, whether one is inside a transaction; then, which of them are gone. */
interface Around {
  readonly interceptors: readonly Extract<Value, { kind: 'function' }>[]
  readonly handler: Extract<Value, { kind: 'function' }>
  readonly fn: FunctionFacts
  readonly level: number
  readonly found: 'nothing' | 'inside' | 'only inside' | 'any'
}

export class Interpreter implements Walk {
  readonly graph: CallGraph
  readonly catalogue: FlowCatalogue
  readonly options: FlowOptions
  readonly events: EventNames
  entry: CurrentEntry
  quiet = false

  readonly senders = new Set<string>()
  readonly handOvers = new HandOvers()
  readonly surroundings = new Surroundings()
  readonly writes = new WriteLog()

  private readonly delivered = new Set<string>()
  private readonly evaluating = new Set<VariableId>()
  private readonly looking = new Set<Expression>()
  /** States in which the middleware that runs has called `next`. */
  private next: State[] | null = null
  /** Interceptors that are being run. */
  private around: Around | null = null
  /** Registrations met, while code is run for them. */
  private registered: Registered | null = null
  private steps = 0
  private time = 0
  private context: InvokeContext

  /** `consumer`: what the candidate runs, where that is known as a value. */
  constructor(
    private readonly shared: Shared,
    private readonly candidate: EntryCandidate,
    private readonly consumer: Consumer | null = null,
  ) {
    this.graph = shared.graph
    this.catalogue = shared.catalogue
    this.options = shared.options
    this.events = shared.events
    this.entry = {
      point: pointOf(candidate),
      onThrow: candidate.onThrow,
      retried: candidate.onThrow === 'retry',
      acknowledges: consumer?.retries === 'unacknowledged',
      program: programOf(shared.graph, candidate, shared.options),
    }
    this.context = {
      memo: new Memo(),
      isInteresting: (id) => shared.triggers.interesting.has(id),
      mayConfirm: (id) => shared.triggers.surelyConfirming.has(id),
      isSmall: (id) => shared.triggers.isSmall(id),
      mentioned: (id) => shared.triggers.mentioned(id),
    }
  }

  /** Entry points from which no payment can be confirmed are not walked. */
  isWorthWalking(): boolean {
    if (this.candidate.events.length > 0 || this.confirmingMiddleware().length > 0) return true
    return this.handlers().some((handler) => this.mayConfirm(handler))
  }

  private handlers(): readonly Value[] {
    return this.consumer === null ? this.functionsOf(this.candidate.run) : optionsOf(this.consumer.run)
  }

  private functionsOf(run: Expression): readonly Value[] {
    // Handlers that a method registers are named from its object: `this.controller.handle`.
    return optionsOf(this.valueOf({ ...this.outside(), self: unknown }, run)).filter((option) => option.kind === 'function')
  }

  private mayConfirm(handler: Value): boolean {
    return handler.kind === 'function' && leadsTo(handler, (id) => this.shared.triggers.confirming.has(id))
  }

  private confirmingMiddleware(): readonly Value[] {
    return this.candidate.before.flatMap((run) => this.functionsOf(run)).filter((handler) => this.mayConfirm(handler))
  }

  /** `(req, res, next)`, `(ctx, next)`, `(request, reply, done)`. */
  private middlewareArguments(handler: Value): readonly Value[] {
    const parameters = (handler.kind === 'function' ? this.graph.functionOf(handler.id)?.parameters : undefined) ?? []
    return parameters.map(({ pattern }, index) => (index === 2 || (pattern.kind === 'name' && /next|done/i.test(pattern.name)) ? nextFunction : unknown))
  }

  /**
   * The states in which middleware hands on: where it calls `next`, or returns without an answer. What it writes belongs to its own entry point,
   * and the request that it passes on is known by what is confirmed alone.
   */
  private passedOn(initial: State): State[] {
    let states = [initial]
    for (const handler of this.confirmingMiddleware()) {
      const frame = this.outside()
      const args = this.middlewareArguments(handler)
      const known = this.writes.size
      const handedOn: State[] = []
      this.next = handedOn
      const exits = noExits()
      const returned = states
        .flatMap((state) => this.invoke(frame, handler, args, state, exits, null, this.receiverOf(handler)))
        .flatMap((result) => this.settle(frame, result, exits))
      this.next = null
      this.context = { ...this.context, memo: new Memo() }
      this.writes.forgetSince(known)
      const returns = returned.filter(({ value }) => value.kind !== 'response').map((result) => result.state)
      const going = (args.includes(nextFunction) ? handedOn : returns).filter((state) => state.failure === null && state.answer === null)
      states = going.length === 0 ? states : mergeStates(going.map((state) => atDepth(state, 0)))
    }
    return states
  }

  /** Whose method it is: an object that exists, of that class or one below it. */
  private receiverOf(handler: Value): Value {
    if (this.consumer !== null) return this.consumer.self
    const owner = handler.kind === 'function' ? (this.graph.functionOf(handler.id)?.owner ?? null) : null
    return owner === null ? absent : unknown
  }

  run(): { readonly instances: readonly Judged[]; readonly cut: Location | null } {
    let cut: Location | null = null
    try {
      const states = this.passedOn({ ...initialState, event: this.boundEvent() })
      for (const handler of this.handlers()) {
        this.around = this.aroundOf(handler)
        for (const state of states) this.runConsumer(handler, this.receiverOf(handler), state)
        this.around = null
      }
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error
      cut = error.at
    }
    // What a walk that was cut did not follow to its end says nothing: it is taken to reach the caller.
    const unfollowed: readonly Fate[] = cut === null ? [] : [{ outcome: 'propagates', mechanisms: [], endedAt: null, cleared: [] }]
    return { instances: this.writes.judged(this.handOvers, unfollowed), cut }
  }

  /** Events that the registration itself names: `@StripeWebhookHandler('invoice.paid')`. */
  private boundEvent(): EventKnowledge | null {
    const { events, at, library } = this.candidate
    if (events.length === 0) return null
    const named = new Map<string, NamedEvent>()
    for (const expression of events) {
      const name = stringOf(this.valueOf(this.outside(), expression))
      if (name !== null) named.set(name, { at, depth: 0, provider: library, class: this.events.classify(name, library) })
    }
    return { provider: library, named, rest: named.size > 0 ? null : { excluded: [], at, depth: 0, verified: true } }
  }

  /** Runs a function that the outside world, or a queue, starts, and judges how its failures end. */
  private runConsumer(handler: Value, self: Value, state: State, args: readonly Value[] = []): void {
    const exits = noExits()
    const frame = this.outside()
    const results = this.around === null ? this.invoke(frame, handler, args, state, exits, null, self) : this.throughInterceptors(this.around, state, exits)
    const returned = results.flatMap((result) => this.settle(frame, result, exits))
    const normal = returned.filter((result) => result.state.failure === null).map((result) => result.value)
    const late = (id: InstanceId): boolean => this.writes.instanceOf(id).afterAnswer
    for (const [results_, ending] of [
      [returned, 'returned'],
      [exits.throws, 'thrown'],
    ] as const) {
      for (const result of results_) {
        for (const [id, fate] of fatesOf(this.entry, result, ending, normal, late)) this.writes.end(id, fate)
      }
    }
  }

  private aroundOf(handler: Value): Around | null {
    const fn = this.consumer === null && handler.kind === 'function' ? this.graph.functionOf(handler.id) : undefined
    if (handler.kind !== 'function' || fn === undefined || fn.decorators.length === 0) return null
    const interceptors = this.surroundings.around(this, this.outside(), fn)
    return interceptors.length === 0 ? null : { interceptors, handler, fn, level: 0, found: 'nothing' }
  }

  /**
   * Deliberate unsoundness: an interceptor that goes on inside a transaction on some ways does so on all that matter; the others are for requests
   * that have nothing to put the handle into. Which ways there are is found out first.
   */
  private throughInterceptors(around: Around, state: State, exits: Exits): Result[] {
    const known = this.writes.size
    this.around = { ...around, found: 'nothing' }
    this.intercepted(this.outside(), state, noExits())
    this.writes.forgetSince(known)
    this.context = { ...this.context, memo: new Memo() }
    const isInside = this.around.found === 'inside'
    this.around = { ...around, found: isInside ? 'only inside' : 'any' }
    return this.intercepted(this.outside(), state, exits)
  }

  /** The next interceptor, and after the last one the handler. */
  private intercepted(from: Frame, state: State, exits: Exits): Result[] {
    const { around } = this
    if (around === null) return [{ state, value: promiseOf(unknown) }]
    const interceptor = around.interceptors[around.level]
    if (interceptor !== undefined) {
      this.around = { ...around, level: around.level + 1 }
      this.surroundings.isFirst = around.level === 0
      const next: Value = { kind: 'object', properties: new Map([['handle', proceed]]), open: false }
      const results = this.invoke(from, interceptor, [unknown, next], state, exits, null, unknown)
      this.around = { ...around, found: this.around.found }
      return results
    }
    if (around.found === 'nothing' || around.found === 'inside') {
      if (state.open.length > 0) this.around = { ...around, found: 'inside' }
      return [{ state, value: promiseOf(unknown) }]
    }
    if (around.found === 'only inside' && state.open.length === 0) return []
    const args = this.surroundings.argumentsOf(this, this.outside(), around.fn)
    this.around = null
    this.surroundings.isFirst = false
    const results = this.invoke(from, around.handler, args, state, exits, null, this.receiverOf(around.handler))
    this.surroundings.isFirst = true
    this.around = around
    return results.map((result) => ({ ...result, value: promiseOf(result.value) }))
  }

  /** The framework awaits what the handler returns. */
  private settle(frame: Frame, result: Result, exits: Exits): Result[] {
    return result.value.kind === 'promise' || result.value.kind === 'lazy' ? this.awaitValue(frame, result, exits) : [result]
  }

  private outside(): Frame {
    return { fn: this.moduleFunction(), self: absent, depth: 0, parent: null, step: null, arguments: [], bound: null }
  }

  private moduleFunction(): FunctionFacts {
    const file = this.graph.files.get(this.candidate.at.file)
    if (file === undefined) throw new Error(`No facts of ${this.candidate.at.file}`)
    return file.module
  }

  evaluate(frame: Frame, expression: Expression, state: State, exits: Exits): Result[] {
    return evaluateExpression(this, frame, expression, state, exits)
  }

  execute(frame: Frame, statements: readonly Statement[], states: readonly State[], exits: Exits): State[] {
    return executeStatements(this, frame, statements, states, exits)
  }

  test(frame: Frame, expression: Expression, state: State, exits: Exits): Branches {
    return branch(this, frame, expression, state, exits)
  }

  invoke(from: Frame, callee: Value, args: readonly Value[], state: State, exits: Exits, step: ChainStep | null, self?: Value): Result[] {
    if (callee.kind === 'function' && callee.id === nextFunction.id) {
      if (args.length === 0 || args[0]?.kind === 'undefined') this.next?.push(state)
      return [{ state, value: promiseOf(unknown) }]
    }
    if (callee.kind === 'function' && callee.id === proceed.id) return this.intercepted(from, state, exits)
    if (callee.kind === 'function' && callee.id === tryAgain.id) {
      const { failure } = state
      if (failure !== null) exits.throws.push(thrown({ state, value: args[0] ?? unknown }))
      return []
    }
    const settler = callee.kind === 'function' ? settlerOf(callee.id) : null
    if (settler !== null) return [{ state: settled(state, settler, args), value: absent }]
    if (callee.kind === 'function' && callee.id === giveUp.id) {
      if (state.failure === null) return [{ state, value: absent }]
      exits.throws.push(thrown({ state, value: giveUp }))
      return []
    }
    return invoke(this, this.context, from, callee, args, state, exits, step, self)
  }

  awaitValue(frame: Frame, result: Result, exits: Exits): Result[] {
    const { value } = result
    switch (value.kind) {
      case 'promise':
        if (!value.rejected)
          return value.value.kind === 'promise' || value.value.kind === 'lazy'
            ? this.awaitValue(frame, { state: result.state, value: value.value }, exits)
            : [{ state: result.state, value: value.value }]
        exits.throws.push(thrown({ state: result.state, value: value.value }))
        return []
      case 'lazy':
        // A builder that is not thenable never runs by being awaited.
        if (value.write.needsRun) return [result]
        return this.perform(frame, value.write, result.state).flatMap((performed) => this.awaitValue(frame, performed, exits))
      case 'choice':
        return mergeResults(value.options.flatMap((option) => this.awaitValue(frame, { state: result.state, value: option }, exits)))
      default:
        return [result]
    }
  }

  moduleValue(id: VariableId): Value | undefined {
    const known = this.shared.moduleValues.get(id)
    if (known !== undefined) return known
    const initialiser = this.graph.moduleVariable(id)
    if (initialiser === undefined) return undefined
    if (this.evaluating.has(id)) return unknown
    this.evaluating.add(id)
    const file = this.graph.files.get(id.slice(0, id.lastIndexOf('#')) as FunctionFacts['file'])
    const frame = file === undefined ? null : { ...this.outside(), fn: file.module }
    const value = frame === null ? unknown : this.filled(frame, id, this.valueOf(frame, initialiser))
    this.evaluating.delete(id)
    this.shared.moduleValues.set(id, value)
    return value
  }

  /** A registry with what the module's own statements put into it: `handlers.set('paid', fulfil)`, in a loop as well. */
  private filled(frame: Frame, id: VariableId, value: Value): Value {
    if (value.kind !== 'object' && value.kind !== 'array') return value
    const filling = fillingStatements(frame.fn.body, id)
    if (filling.length === 0) return value
    const before = this.quiet
    this.quiet = true
    const start: State = { ...initialState, env: initialState.env.set(id, value) }
    const states = this.execute({ ...frame, depth: 1 }, filling, [start], noExits())
    this.quiet = before
    const values = states.flatMap((state) => state.env.get(id) ?? [])
    return values.length === 0 ? value : values.reduce(joinValues)
  }

  valueOf(frame: Frame, expression: Expression): Value {
    // A field that is initialised from itself has no value of its own.
    if (this.looking.has(expression)) return unknown
    const before = this.quiet
    this.quiet = true
    this.looking.add(expression)
    try {
      const results = this.evaluate({ ...frame, parent: null, depth: Math.max(frame.depth, 1) }, expression, initialState, noExits())
      const [first, ...others] = results.filter((result) => result.state.failure === null)
      return first === undefined ? unknown : others.reduce((joined, result) => joinValues(joined, result.value), first.value)
    } finally {
      this.quiet = before
      this.looking.delete(expression)
    }
  }

  quietly<T>(run: () => T): T {
    const before = this.quiet
    this.quiet = true
    try {
      return run()
    } finally {
      this.quiet = before
    }
  }

  valueAtTop(expression: Expression): Value {
    return this.valueOf(this.outside(), expression)
  }

  perform(frame: Frame, write: PendingWrite, state: State): Result[] {
    return perform(this, frame, write, state)
  }

  locate(frame: Frame, span: Span): Location {
    return this.graph.locate(frame.fn.file, span)
  }

  get consumers(): readonly Consumer[] {
    return this.shared.consumers
  }

  get isRegistering(): boolean {
    return this.registered !== null
  }

  /** Runs a function for what it registers; nothing else that happens counts. */
  registeredBy(root: FunctionId, self: Value, relevant: ReadonlySet<FunctionId>): readonly Consumer[] {
    const registered = new Registered()
    this.registered = registered
    this.context = { ...this.context, memo: new Memo(), mayConfirm: (id) => relevant.has(id), isInteresting: (id) => relevant.has(id) }
    try {
      const frame = this.outside()
      if (root === frame.fn.id) this.execute(frame, frame.fn.body, [initialState], noExits())
      else this.invoke(frame, { kind: 'function', id: root, bound: null, self: null }, [], initialState, noExits(), null, self)
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error
    }
    return registered.consumers
  }

  register(call: Call, effect: Registration, library: string): void {
    this.registered?.record(this, call, effect, library, (id) => this.context.mentioned(id))
  }

  nameReceiver(call: Call, name: Value): void {
    this.registered?.nameReceiver(call, name)
  }

  publish(call: Call, message: Published): void {
    if (this.registered !== null) return
    for (const delivery of deliveriesOf(this.graph, this.consumers, message)) this.deliver(call.state, delivery)
  }

  /** The consumer starts anew: only the confirmation goes with the message. */
  private deliver({ held, event, denied }: State, { at, handler, self, arguments: args, how }: Delivery): void {
    const confirmed = `${held.map(({ confirmation }) => confirmation.at.start).join()}:${event === null ? '' : [...event.named.keys()].join()}`
    const key = `${at.file}#${String(at.start)}:${confirmed}:${valueKey(handler)}:${valueKey(self)}:${args.map((value) => valueKey(value)).join()}`
    if (this.delivered.has(key)) return
    this.delivered.add(key)
    const before = this.entry
    this.entry = { ...how, point: { ...before.point, kind: 'job', context: 'job' }, program: null }
    this.runConsumer(handler, self, { ...initialState, held, event, denied }, args)
    this.entry = before
  }

  prefixProvider(frame: Frame, prefix: string, subject: Expression): string | null {
    return eventVocabulary(this, frame, this.events.withPrefix(prefix, null), subject)
  }

  isAmbient(library: string): boolean {
    return this.shared.triggers.ambient.has(library)
  }

  isReadBack(table: string): boolean {
    return this.shared.triggers.readTables.has(normalisedTable(table))
  }

  tick(frame: Frame): void {
    if (++this.steps > BUDGET) throw new BudgetExceeded(this.locate(frame, frame.fn.nameAt))
  }

  clock(): number {
    return ++this.time
  }

  advise(kind: AdvisoryKind, at: Location, subject: string): void {
    if (this.quiet || this.registered !== null) return
    const key = `${at.file}#${String(at.start)}:${kind}`
    if (!this.shared.advisories.has(key)) this.shared.advisories.set(key, { at, kind, subject })
  }

  countCall(expression: CallExpression, resolved: boolean): void {
    const key = `${String(expression.at.start)}:${expression.text}`
    this.shared.calls.set(key, resolved || this.shared.calls.get(key) === true)
  }
}
