/** Carries out calls: receiver and arguments first, then what the catalogue says, or the workspace's own function, or a guess by shape. */
import { documentMethods } from '../callgraph/documents'
import { namedTargets } from '../callgraph/named'
import { heldTargets, type HeldFunction } from '../callgraph/pointsTo'
import type { CallExpression, Expression, FunctionId } from '../facts/ir'
import type { CatalogueEffect } from '../models/effects'
import { builtin } from './builtins'
import { evaluateItems, mergeResults, andThen } from './results'
import { newInstance } from './instances'
import { asStep, enqueueByName } from './effects/messages'
import { languageEffects } from './languageEffects'
import { propertyByName } from './properties'
import { readBody } from './requestBody'
import { shapeEffects } from './shape'
import type { Result, State } from './state'
import { atomically, newConnection } from './effects/transactions'
import { transfer } from './transfer'
import { absent, nullishOf, optionsOf, promiseOf, unknown, type Value } from './values'
import type { Call, Exits, Frame, Walk } from './walk'

export function evaluateCall(walk: Walk, frame: Frame, expression: CallExpression, state: State, exits: Exits): Result[] {
  const { callee } = expression
  if (callee.kind === 'property') {
    return mergeResults(
      andThen(walk.evaluate(frame, callee.object, state, exits), (receiver) => {
        if (callee.optional && nullishOf(receiver.value) === true) return [{ state: receiver.state, value: absent }]
        return withArguments(walk, frame, expression, receiver.value, null, receiver.state, exits)
      }),
    )
  }
  // A client that is itself called is its own receiver: `trx('orders')`, sql`…`; so is a router with its procedures: `createCaller(context)`.
  return mergeResults(
    andThen(walk.evaluate(frame, callee, state, exits), (value) =>
      withArguments(walk, frame, expression, isOwnReceiver(value.value) ? value.value : absent, value.value, value.state, exits),
    ),
  )
}

function isOwnReceiver(value: Value): boolean {
  return value.kind === 'client' || value.kind === 'object'
}

function withArguments(walk: Walk, frame: Frame, expression: CallExpression, receiver: Value, callee: Value | null, state: State, exits: Exits): Result[] {
  return evaluateItems(walk, frame, expression.arguments, state, exits).flatMap((args) => {
    const call: Call = { expression, frame, receiver, callee: callee ?? unknown, arguments: args.values, openArguments: args.open, state: args.state, exits }
    return carryOut(walk, call)
  })
}

/** Transfer rule of a call, most certain knowledge first. */
function carryOut(walk: Walk, call: Call): Result[] {
  const { expression } = call
  const known = catalogueEffects(walk, call)
  if (known.length > 0) {
    walk.countCall(expression, true)
    return applyEffects(walk, call, known)
  }
  const targets = targetsOf(walk, call)
  if (targets.length > 0) {
    walk.countCall(expression, true)
    const queued = targets.some(({ callee }) => callee.kind === 'function' && walk.options.enqueues.has(callee.id)) ? enqueueByName(walk, call) : null
    if (queued !== null) return queued
    const isStep = isProxied(walk, expression.callee)
    const results = isStep ? asStep(walk, call, (exits) => runTargets(walk, { ...call, exits }, targets)) : runTargets(walk, call, targets)
    return expression.form === 'new' ? results.map((result) => ({ state: result.state, value: constructed(walk, call, result.value) })) : results
  }
  const guessed = languageEffects(call)
  if (guessed.length > 0) {
    walk.countCall(expression, true)
    return applyEffects(walk, call, guessed)
  }
  const ofDocument = isDocument(call.receiver) ? documentMethods(walk.graph, expression) : []
  if (ofDocument.length > 0) {
    walk.countCall(expression, true)
    return runTargets(
      walk,
      call,
      ofDocument.map((id) => targetOf(id, call.receiver)),
    )
  }
  const shaped = walk.options.shapeFallback && expression.resolution !== 'declared' ? shapeEffects(walk, call) : []
  if (shaped.length > 0) {
    walk.countCall(expression, true)
    return applyEffects(walk, call, shaped)
  }
  const named = isAnything(call.receiver) ? namedTargets(walk.graph, call.frame.fn, expression) : []
  walk.countCall(expression, named.length > 0 || expression.resolution !== 'unresolved')
  if (named.length > 0)
    return runTargets(
      walk,
      call,
      named.map((id) => targetOf(id, unknown)),
    )
  return unknownCall(walk, call)
}

/** A function of `proxyActivities(…)`: the engine runs it as a step, and again when it fails. */
function isProxied(walk: Walk, callee: Expression): boolean {
  const root = callee.kind === 'property' ? callee.object : callee
  const made = root.kind === 'variable' ? walk.graph.moduleVariable(root.id) : undefined
  const call = made?.kind === 'property' ? made.object : made
  return call?.kind === 'call' && call.effects.some(({ effect }) => effect.kind === 'proxy')
}

function catalogueEffects(walk: Walk, call: Call): readonly CatalogueEffect[] {
  const { expression, receiver } = call
  if (expression.effects.length > 0) return sentEffects(walk, call) ?? expression.effects
  if (expression.targets.length > 0) return []
  const { callee } = expression
  for (const option of optionsOf(callee.kind === 'property' ? receiver : call.callee)) {
    if (option.kind !== 'client' || option.type === null) continue
    const member = walk.catalogue.member(option.type, callee.kind === 'property' ? callee.name : '()')
    if (member !== undefined && member.effects.length > 0) return member.effects
  }
  return []
}

/** `execute(request: any)`: which overload was meant shows only in the request that arrives, whose class says in `sent` what sending it does. */
function sentEffects(walk: Walk, call: Call): readonly CatalogueEffect[] | null {
  const [request] = call.arguments
  if (request?.kind !== 'client' || request.type === null || call.expression.arguments[0]?.value.type !== undefined) return null
  return walk.catalogue.member(request.type, 'sent')?.effects ?? null
}

function applyEffects(walk: Walk, call: Call, effects: readonly CatalogueEffect[]): Result[] {
  const others = effects.filter(({ effect }) => effect.kind !== 'batch')
  if (others.length < effects.length && others.some(({ effect }) => effect.kind === 'write' || effect.kind === 'sql')) {
    return atomically(walk, call, (inner) => applyEffects(walk, inner, others))
  }
  let results: Result[] = [{ state: call.state, value: unknown }]
  for (const effect of effects) {
    results = results.flatMap((before) => {
      // What an earlier tag made fail has failed.
      if (before.value.kind === 'promise' && before.value.rejected) return [before]
      return transfer(walk, { ...call, state: before.state }, effect, before.value).map((after) =>
        after.value.kind === 'unknown' ? { ...after, value: before.value } : after,
      )
    })
  }
  return results
}

interface Target {
  readonly callee: Value
  readonly self: Value
}

/** Nothing is known of the value but, perhaps, that it is there. */
function isAnything(value: Value): boolean {
  return optionsOf(value).every(({ kind }) => kind === 'unknown' || kind === 'truthy' || kind === 'undefined') && value.kind !== 'undefined'
}

/** A loaded document, a model, or something unknown that may be one. */
function isDocument(value: Value): boolean {
  return isAnything(value) || optionsOf(value).some((option) => (option.kind === 'row' && option.field === null) || option.kind === 'client')
}

function runTargets(walk: Walk, call: Call, targets: readonly Target[]): Result[] {
  const { expression, frame } = call
  const step = { at: walk.locate(frame, expression.nameAt), call: expression.text }
  return targets.flatMap((target) => walk.invoke(frame, target.callee, call.arguments, call.state, call.exits, step, target.self))
}

function targetOf(id: FunctionId, self: Value): Target {
  return { callee: { kind: 'function', id, bound: null, self: null }, self }
}

/** Functions of the workspace that the call may run: by value where the value is known, else by declaration and dispatch. */
function targetsOf(walk: Walk, call: Call): Target[] {
  const { expression, receiver, frame } = call
  const { callee } = expression
  const self = callee.kind === 'property' ? receiver : absent
  if (expression.form === 'new') return constructors(walk, call)
  const value = callee.kind === 'property' ? propertyByName(walk, frame, receiver, callee.name) : call.callee
  const functions = optionsOf(value).filter((option) => option.kind === 'function')
  if (functions.length > 0) return functions.map((option) => ({ callee: option, self: option.self ?? self }))
  const declared =
    expression.member === null
      ? []
      : walk.graph
          .dispatch(expression.member)
          .flatMap((implementation) => optionsOf(walk.valueOf(frame, implementation)).filter((option) => option.kind === 'function'))
  if (declared.length > 0) return declared.map((option) => ({ callee: option, self }))
  if (expression.targets.length > 0) return expression.targets.map((id) => targetOf(id, self))
  if (walk.quiet || !mayHold(self) || !isAnything(value)) return []
  const held = heldTargets(walk.graph, frame.fn, expression).filter(({ id }) => isInProgram(walk, id))
  return ofProvider(walk, frame, held).map((held) => heldTarget(walk, frame, held))
}

function isInProgram({ entry: { program }, graph }: Walk, id: FunctionId): boolean {
  const file = graph.functionOf(id)?.file
  return program === null || file === undefined || program.has(file)
}

/** What one provider's code chooses from plug-ins at run time is its own: those of other providers do not run in it. */
function ofProvider(walk: Walk, frame: Frame, held: readonly HeldFunction[]): readonly HeldFunction[] {
  const spokenIn = (id: FunctionId): readonly string[] => walk.graph.files.get(walk.graph.functionOf(id)?.file ?? frame.fn.file)?.providers ?? []
  const spoken = new Set<string>()
  for (let above: Frame | null = frame; above !== null; above = above.parent) for (const provider of spokenIn(above.fn.id)) spoken.add(provider)
  const isOwn = ({ id }: HeldFunction): boolean => spokenIn(id).some((provider) => spoken.has(provider))
  return held.some(isOwn) ? held.filter((one) => isOwn(one) || spokenIn(one.id).length === 0) : held
}

/** Of other receivers the walk knows more than what was put into them. */
function mayHold(receiver: Value): boolean {
  return isAnything(receiver) || receiver.kind === 'undefined' || optionsOf(receiver).some(({ kind }) => kind === 'instance' || kind === 'object')
}

function heldTarget(walk: Walk, frame: Frame, { id, made }: HeldFunction): Target {
  const facts = made === null ? undefined : walk.graph.files.get(made.scope.file)
  if (made === null || facts === undefined) return targetOf(id, unknown)
  const there: Frame = { ...frame, fn: facts.module, self: unknown, arguments: [], bound: null }
  const args = made.call.arguments.map(({ value, spread }) => (spread ? unknown : walk.valueOf(there, value)))
  return targetOf(id, newInstance(walk, there, made.type, args))
}

function constructors(walk: Walk, call: Call): Target[] {
  const owner = call.callee.kind === 'class' ? walk.graph.typeOf(call.callee.id) : undefined
  const id = owner?.constructorId ?? call.expression.targets[0]
  if (id === undefined) return []
  const self: Value = owner === undefined ? unknown : newInstance(walk, call.frame, owner.id, call.arguments)
  return [targetOf(id, self)]
}

function constructed(walk: Walk, call: Call, value: Value): Value {
  if (call.callee.kind === 'class') return newInstance(walk, call.frame, call.callee.id, call.arguments)
  return value.kind === 'undefined' ? unknown : value
}

/**
 * A function nobody knows. Unsound on purpose: callbacks given to it are run once, and it is taken to hand on their result, as wrappers,
 * iteration helpers and retry helpers do. While initialisers are looked at nothing runs: a single function argument is returned as
 * the wrapped handler (`export default withAuth(handler)`).
 */
function unknownCall(walk: Walk, call: Call): Result[] {
  const { expression, state, frame } = call
  const known = builtin(walk, call)
  if (known !== null) return known
  if (expression.form === 'new')
    return [{ state, value: call.callee.kind === 'class' ? newInstance(walk, frame, call.callee.id, call.arguments) : (errorLike(expression) ?? unknown) }]
  // Builder methods without a meaning of their own go on building.
  if (call.receiver.kind === 'lazy') return [{ state, value: call.receiver }]
  const callbacks = call.arguments.flatMap(optionsOf).filter((value) => value.kind === 'function')
  const [wrapped] = callbacks
  if (walk.quiet) return [{ state, value: wrapped ?? passedOn(walk, call) }]
  if (wrapped === undefined) return [{ state, value: passedOn(walk, call) }]
  let results: Result[] = [{ state, value: unknown }]
  for (const callback of callbacks) {
    results = mergeResults(
      results.flatMap((before) =>
        before.value.kind === 'promise' && before.value.rejected
          ? [before]
          : walk.invoke(frame, callback, [], before.state, call.exits, null).map((result) => ({ state: result.state, value: rejectedOnly(result.value) })),
      ),
    )
  }
  return results
}

/** Nothing is known of what an unknown function returns but that it may fail because its callback did. */
function rejectedOnly(value: Value): Value {
  if (value.kind === 'promise') return promiseOf(value.rejected ? unknown : value.value, value.rejected)
  return value.kind === 'lazy' ? value : unknown
}

/** What an unknown function makes of a payment, an event or a row still is one: `JSON.parse(body)`, `plainToClass(Event, event)`. */
function passedOn(walk: Walk, call: Call): Value {
  const { expression, receiver } = call
  if (expression.neverReturns) return unknown
  for (const value of [receiver, ...call.arguments]) {
    if (value.kind === 'event' || value.kind === 'payment' || value.kind === 'digest' || value.kind === 'eventType' || value.kind === 'status') return value
    // What wraps a promise fails when it does: `from(work())`, `withTimeout(save())`.
    if (value.kind === 'promise' && (value.rejected || value.value.kind === 'payment')) return value
    const row = value === receiver ? optionsOf(value).find((option) => option.kind === 'row') : undefined
    if (row !== undefined) return row
  }
  const checked = checkedBySchema(call)
  if (checked !== null) return checked
  const body = readBody(walk, call.frame, expression.callee)
  if (body !== null) return promiseOf(body)
  // `createQueryRunner()`: a connection of its own, whoever begins a transaction on it later.
  const { type } = expression
  if (type !== undefined && walk.catalogue.member(type, 'startTransaction')?.effects.some(({ effect }) => effect.kind === 'begin') === true) {
    return { kind: 'client', type, connection: newConnection(call), table: null }
  }
  return /random|uuid|nanoid|ulid|cuid|createId|generate\w*id|now$/i.test(expression.text) ? { kind: 'generated' } : unknown
}

/** `schema.parse(job.data)`: what a schema lets through has the constants it had; what was missing may have been filled in. */
function checkedBySchema({ expression, receiver, arguments: [given] }: Call): Value | null {
  const method = expression.callee.kind === 'property' && isAnything(receiver) ? /^(?:safe)?(?:parse|validate)(?:Async)?$/i.exec(expression.callee.name) : null
  if (method === null || given?.kind !== 'object') return null
  const kept = [...given.properties].filter(([, value]) => value.kind !== 'undefined')
  const data: Value = { kind: 'object', properties: new Map(kept), open: true }
  const result: Value = /^safe/i.test(method[0]) ? { kind: 'object', properties: new Map([['data', data]]), open: true } : data
  return method[0].endsWith('Async') ? promiseOf(result) : result
}

function errorLike(expression: CallExpression): Value | null {
  return /(?:Error|Exception)$/.test(expression.text) ? { kind: 'error', failure: false, status: null } : null
}
