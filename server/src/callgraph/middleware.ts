/** What runs before a route's handler: earlier functions of the registration, `use` and hooks of its router, and of routers that mount it. */
import { derived } from '../base/derived'
import type { ArgumentPath } from '../models/effects'
import type { CallExpression, Expression, FileFacts, VariableId } from '../facts/ir'
import { argumentAt, propertyAt } from '../facts/visit'
import { constantText, follow, functionBehind } from './candidates'
import type { CallGraph } from './graph'
import { visitFile } from './messages'

/** Hooks of Fastify that run before the handler. */
const hooks = ['onRequest', 'preParsing', 'preValidation', 'preHandler']

/** Routers mounted in routers: `app.use('/api', api)`, `api.use('/hooks', hooks)`. */
const deepestMount = 3

interface Use {
  readonly file: FileFacts
  readonly call: CallExpression
  readonly router: VariableId
  readonly path: string | null
  readonly handlers: readonly Expression[]
}

/** `own`: what the registration itself lists before the handler. In the order in which it runs. */
export function middlewareOf(
  graph: CallGraph,
  file: FileFacts,
  call: CallExpression,
  run: ArgumentPath | null,
  own: readonly Expression[],
): readonly Expression[] {
  const before = [...ofRouter(graph, file, call, constantText(graph, call.arguments[0]?.value ?? null), deepestMount), ...own, ...optionHooks(graph, call, run)]
  return before.filter((handler, index) => functionBehind(graph, handler) !== undefined && before.indexOf(handler) === index)
}

function ofRouter(graph: CallGraph, file: FileFacts, call: CallExpression, path: string | null, depth: number): readonly Expression[] {
  const router = receiverOf(call)
  if (router === null || depth === 0) return []
  const uses = usesOf(graph)
  const earlier = uses.filter(
    (use) => use.router === router && use.call !== call && covers(use.path, path) && (use.file !== file || use.call.at.start < call.at.start),
  )
  const mounts = uses.filter((use) => use.handlers.some((handler) => handler.kind === 'variable' && handler.id === router))
  // A router mounted in several places has no one way to it.
  const [mount] = mounts.length === 1 ? mounts : []
  const outer = mount === undefined ? [] : [...ofRouter(graph, mount.file, mount.call, mount.path, depth - 1), ...mount.handlers]
  return [...outer, ...earlier.flatMap((use) => use.handlers)]
}

const usesOf = derived((graph: CallGraph): readonly Use[] => {
  const seen = new Map<CallExpression, Use>()
  for (const file of graph.files.values()) {
    visitFile(file, (expression) => {
      if (expression.kind !== 'call' || expression.callee.kind !== 'property') return
      const router = receiverOf(expression)
      if (router === null) return
      const [first, ...rest] = expression.arguments.map((item) => item.value)
      if (first === undefined) return
      const text = constantText(graph, first)
      const isHook = expression.callee.name === 'addHook' && text !== null && hooks.includes(text)
      const isUse = expression.callee.name === 'use' || (expression.callee.name === 'register' && text === null)
      if (!isHook && !isUse) return
      const handlers = (isHook || text !== null ? rest : [first, ...rest]).flatMap((value) => listOf(graph, value))
      seen.set(expression, { file, call: expression, router, path: isHook ? null : text, handlers })
    })
  }
  return [...seen.values()]
})

function optionHooks(graph: CallGraph, call: CallExpression, run: ArgumentPath | null): readonly Expression[] {
  const options = run !== null && run.path.length > 0 ? argumentAt(call, { ...run, path: [] }) : (call.arguments[1]?.value ?? null)
  if (options === null) return []
  const literal = follow(graph, options)
  if (literal.kind !== 'object') return []
  return hooks.flatMap((name) => {
    const hook = propertyAt(literal, [name])
    return hook === null ? [] : listOf(graph, hook)
  })
}

function listOf(graph: CallGraph, value: Expression): readonly Expression[] {
  const array = follow(graph, value)
  return array.kind === 'array' ? array.items.map((item) => item.value) : [value]
}

function receiverOf(call: CallExpression): VariableId | null {
  let receiver = call.callee.kind === 'property' ? call.callee.object : null
  // `router.use(a).post('/x', b)`, `router.route('/x').post(b)`
  while (receiver?.kind === 'call' && receiver.callee.kind === 'property') receiver = receiver.callee.object
  return receiver?.kind === 'variable' ? receiver.id : null
}

/** `use('/webhooks', …)` runs for what lies below; patterns are not compared. */
function covers(prefix: string | null, path: string | null): boolean {
  if (prefix === null || prefix === '*' || prefix === '/') return true
  const start = prefix.replace(/\/?\*+$/, '').replace(/\/$/, '')
  return path !== null && (path === start || path.startsWith(`${start}/`))
}
