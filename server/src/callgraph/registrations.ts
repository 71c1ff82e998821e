/** Entry points that code registers: calls and decorators tagged `@entry`, option callbacks tagged `@onEvent`, and untyped routers by shape. */
import type { Effect, EntryKind } from '../models/effects'
import type { CallExpression, Expression, FileFacts } from '../facts/ir'
import { argumentAt, propertyAt } from '../facts/visit'
import { constantText, follow, functionBehind, httpMethods, placeOf, titleOf, type Draft } from './candidates'
import type { CallGraph } from './graph'
import { middlewareOf } from './middleware'
import { decoratedFunction, decoratorArgument, decoratorsOf, visitFile, type Decorated } from './messages'

type EntryEffect = Extract<Effect, { kind: 'entry' }>

export function registrations(graph: CallGraph, file: FileFacts, path: string): readonly Draft[] {
  const found: Draft[] = []
  visitFile(file, (expression, owner) => {
    if (expression.kind === 'object') found.push(...eventOptions(graph, file, expression))
    if (expression.kind !== 'call') return
    const entries = expression.effects.flatMap(({ library, effect }) => (effect.kind === 'entry' ? [{ library, effect }] : []))
    for (const { library, effect } of entries) found.push(...fromCall(graph, file, path, expression, owner, library, effect))
    if (entries.length === 0) found.push(...fromShape(graph, file, expression))
  })
  for (const decorated of decoratorsOf(graph, file)) found.push(...fromDecorator(graph, file, decorated))
  return found
}

function fromCall(
  graph: CallGraph,
  file: FileFacts,
  path: string,
  call: CallExpression,
  owner: string | null,
  library: string,
  effect: EntryEffect,
): readonly Draft[] {
  const runs = handlersOf(graph, call, effect)
  const name = effect.name === null ? null : constantText(graph, argumentAt(call, effect.name))
  return runs.map((run, index) => ({
    file,
    at: index === runs.length - 1 ? call.nameAt : run.at,
    what: `${nameOfCall(graph, path, call, owner, library, effect, run, name)}${index < runs.length - 1 ? ' (middleware)' : ''}`,
    kind: effect.entry,
    onThrow: effect.onThrow,
    run,
    before: effect.entry === 'http' && index === runs.length - 1 ? middlewareOf(graph, file, call, effect.run, runs.slice(0, -1)) : [],
    library,
    path: `${name ?? ''} ${owner ?? ''}`,
    ...(effect.entry === 'http' ? {} : { isWebhook: false }),
  }))
}

/** With `run=-1`, functions before the last argument are handlers as well, and each may be a list. The last one comes last. */
function handlersOf(graph: CallGraph, call: CallExpression, effect: EntryEffect): readonly Expression[] {
  if (effect.run === null) return [call]
  const main = argumentAt(call, effect.run)
  if (main === null) return []
  const isList = effect.run.argument === -1 && effect.run.path.length === 0
  const before = isList
    ? call.arguments
        .slice(0, -1)
        .flatMap((item) => listOf(graph, item.value))
        .filter((value) => functionBehind(graph, value) !== undefined)
    : []
  const last = listOf(graph, main)
  const handlers = last.filter((value, index) => index === last.length - 1 || functionBehind(graph, value) !== undefined)
  return [...before, ...handlers].map((value) => unwrapped(graph, value)).filter((value) => canHandle(graph, value))
}

/** `router.post('/pay', eventHandler(pay))`: the inner call registers the same handler. */
function unwrapped(graph: CallGraph, value: Expression): Expression {
  const call = follow(graph, value)
  if (call.kind !== 'call') return value
  for (const { effect } of call.effects) {
    const inner = effect.kind === 'entry' && effect.run !== null ? argumentAt(call, effect.run) : null
    if (inner !== null) return inner
  }
  return value
}

function listOf(graph: CallGraph, value: Expression): readonly Expression[] {
  const array = follow(graph, value)
  return array.kind === 'array' ? array.items.map((item) => item.value) : [value]
}

/** Routers and built-in middleware are values of the catalogue, not handlers. */
function canHandle(graph: CallGraph, value: Expression): boolean {
  const found = follow(graph, value)
  if (found.kind === 'constant' || found.kind === 'object' || found.kind === 'undefined') return false
  if (found.kind !== 'call') return true
  const wraps = found.arguments.some((item) => ['function', 'variable', 'property', 'call'].includes(item.value.kind))
  return wraps || found.targets.length > 0 || found.member !== null
}

const nounOf: Readonly<Record<EntryKind, string>> = {
  http: 'handler',
  rpc: 'procedure',
  action: 'action',
  job: 'job',
  event: 'handler',
  schedule: 'schedule',
  library: 'export',
}

function nameOfCall(
  graph: CallGraph,
  path: string,
  call: CallExpression,
  owner: string | null,
  library: string,
  effect: EntryEffect,
  run: Expression,
  name: string | null,
): string {
  const title = titleOf(library)
  const method = call.callee.kind === 'property' ? call.callee.name : ''
  const own = owner === 'default' || owner === 'export=' ? null : owner
  const label = name ?? own ?? functionBehind(graph, run)?.name ?? ''
  if (effect.entry !== 'http') return `${title} ${nounOf[effect.entry]} ${label}`.trimEnd()
  if (httpMethods.has(method.toUpperCase())) return `${title} route ${method.toUpperCase()} ${name ?? pathOfChain(graph, call) ?? ''}`.trimEnd()
  if (method === 'use') return `${title} middleware ${name ?? ''}`.trimEnd()
  const options = effect.run?.path.length === 1 ? argumentAt(call, { argument: effect.run.argument, path: [] }) : null
  const verb = options === null ? null : constantText(graph, propertyAt(options, ['method']))
  if (verb !== null) return `${title} route ${verb.toUpperCase()} ${name ?? ''}`.trimEnd()
  const fileRoute = /(?:^|\/)server\/(api|routes|middleware)\/(.*?)(?:\.(get|post|put|patch|delete|head|options))?\.[cm]?[jt]s$/.exec(path)
  if (fileRoute)
    return `${title} route ${(fileRoute[3] ?? 'all').toUpperCase()} /${[...(fileRoute[1] === 'routes' ? [] : [fileRoute[1] ?? '']), fileRoute[2] ?? ''].join('/')}`
  return `${title} handler ${label}`.trimEnd()
}

/** `router.route('/pay').post(handler)`. */
function pathOfChain(graph: CallGraph, call: CallExpression): string | null {
  const receiver = call.callee.kind === 'property' ? call.callee.object : null
  if (receiver?.kind !== 'call') return null
  const text = constantText(graph, receiver.arguments[0]?.value ?? null)
  return text?.startsWith('/') === true ? text : pathOfChain(graph, receiver)
}

/** `app.post('/pay', handler)` on a router nobody can resolve: plain JavaScript passes it around. */
function fromShape(graph: CallGraph, file: FileFacts, call: CallExpression): readonly Draft[] {
  if (call.resolution === 'declared' || call.targets.length > 0 || call.member !== null || call.effects.length > 0) return []
  const method = call.callee.kind === 'property' ? call.callee.name.toUpperCase() : ''
  const path = constantText(graph, call.arguments[0]?.value ?? null) ?? pathOfChain(graph, call)
  if (!httpMethods.has(method) || path?.startsWith('/') !== true) return []
  const effect: EntryEffect = { kind: 'entry', entry: 'http', run: { argument: -1, path: [] }, name: null, onThrow: 'no-answer', input: null }
  return handlersOf(graph, call, effect)
    .filter((run) => functionBehind(graph, run) !== undefined || ['call', 'property', 'variable'].includes(run.kind))
    .map((run, index, runs) => ({
      file,
      at: call.nameAt,
      what: `HTTP route ${method} ${path}`,
      kind: 'http',
      onThrow: (functionBehind(graph, run)?.parameters.length ?? 2) >= 2 ? 'no-answer' : 'non-2xx',
      run,
      before: index === runs.length - 1 ? middlewareOf(graph, file, call, effect.run, runs.slice(0, -1)) : [],
      library: 'shape',
      path,
    }))
}

/** `{ onOrderPaid: async (order) => … }`: the provider's library calls it for that event. */
function eventOptions(graph: CallGraph, file: FileFacts, options: Extract<Expression, { kind: 'object' }>): readonly Draft[] {
  return options.properties.flatMap(({ key, value, effects }) =>
    effects.flatMap(({ library, effect }) => {
      if (effect.kind !== 'onEvent') return []
      const events: readonly Expression[] =
        effect.event === '*' ? [] : effect.event.split('|').map((event) => ({ kind: 'constant', value: event, at: value.at }))
      const name = typeof key === 'string' ? key : ''
      return [
        {
          file,
          at: placeOf(graph, file, value),
          what: `${titleOf(library)} webhook ${name}`,
          kind: 'http',
          onThrow: effect.onThrow,
          run: value,
          library,
          events,
          isWebhook: true,
        },
      ]
    }),
  )
}

function fromDecorator(graph: CallGraph, file: FileFacts, decorated: Decorated): readonly Draft[] {
  const { decorator, type, method } = decorated
  return decorator.effects.flatMap(({ library, effect }): readonly Draft[] => {
    if (effect.kind !== 'entry' && effect.kind !== 'onEvent') return []
    const run = decoratedFunction(graph, decorated, effect.kind === 'entry' ? effect.run : null)
    if (run === null) return []
    const fn = functionBehind(graph, run)
    const at = method === null ? decorator.at : (fn?.nameAt ?? decorator.at)
    if (effect.kind === 'onEvent') {
      const first = decorator.arguments[0]
      const events: readonly Expression[] = /^-?\d/.test(effect.event) ? eventsOf(first) : [{ kind: 'constant', value: effect.event, at: decorator.at }]
      return [
        {
          file,
          at,
          what: `${titleOf(library)} ${decorator.name} ${fn?.name ?? ''}`.trimEnd(),
          kind: 'http',
          onThrow: effect.onThrow,
          run,
          library,
          events,
          isWebhook: true,
        },
      ]
    }
    const name = effect.name === null ? null : constantText(graph, decoratorArgument(decorator, effect.name))
    if (effect.entry !== 'http') {
      return [
        {
          file,
          at,
          what: `${titleOf(library)} ${nounOf[effect.entry]} ${fn?.name ?? name ?? ''}`.trimEnd(),
          kind: effect.entry,
          onThrow: effect.onThrow,
          run,
          library,
          isWebhook: false,
        },
      ]
    }
    const path = joinPath(prefixOf(graph, decorated), name ?? '')
    return [
      {
        file,
        at,
        what: `${titleOf(library)} controller ${decorator.name.toUpperCase()} ${path}`,
        kind: 'http',
        onThrow: effect.onThrow,
        run,
        library,
        path: `${path} ${type.name}`,
      },
    ]
  })
}

/** `*` is every event: then the body's own tests decide. */
function eventsOf(argument: Expression | undefined): readonly Expression[] {
  if (argument === undefined || (argument.kind === 'constant' && argument.value === '*')) return []
  return argument.kind === 'array' ? argument.items.map((item) => item.value) : [argument]
}

function prefixOf(graph: CallGraph, { type }: Decorated): string {
  const controller = type.decorators.find(({ name }) => /^(?:Json)?Controller$|^Route$/.test(name))
  const argument = controller?.arguments[0]
  if (argument === undefined) return ''
  return constantText(graph, argument.kind === 'object' ? propertyAt(argument, ['path']) : argument) ?? ''
}

function joinPath(...parts: readonly string[]): string {
  return `/${parts
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`
}
