/** What the language's and the web's own methods do when the receiver's type is lost: by their names, which are everywhere the same. */
import type { CatalogueEffect, Effect } from '../models/effects'
import { optionsOf } from './values'
import type { Call } from './walk'

const first = { argument: 0, path: [] } as const

const iteration: Readonly<Record<string, Extract<Effect, { kind: 'iterate' }>['returns']>> = {
  forEach: 'nothing',
  map: 'mapped',
  flatMap: 'mapped',
  filter: 'self',
  find: 'element',
  some: 'nothing',
  every: 'nothing',
  reduce: 'accumulated',
  reduceRight: 'accumulated',
  sort: 'self',
}

export function languageEffects(call: Call): readonly CatalogueEffect[] {
  const effect = byName(call)
  return effect === null ? [] : [{ library: 'javascript', effect }]
}

function byName(call: Call): Effect | null {
  const { callee } = call.expression
  const [argument] = call.arguments
  // Express's `next(error)` in a wrapper without types.
  if (callee.kind === 'variable' && callee.name === 'next' && argument?.kind === 'error') return { kind: 'throws', status: null, fallback: 500 }
  if (callee.kind !== 'property') return null
  const takesFunction = argument !== undefined && optionsOf(argument).some((option) => option.kind === 'function')
  switch (callee.name) {
    case 'then':
    case 'catch':
    case 'finally':
      return { kind: callee.name }
    case 'includes':
    case 'has':
      return { kind: 'includes' }
    case 'startsWith':
      return { kind: 'startsWith' }
    case 'exec':
      return call.receiver.kind === 'lazy' ? { kind: 'run' } : null
    default: {
      const returns = iteration[callee.name]
      if (returns !== undefined && takesFunction) return { kind: 'iterate', returns }
      return koaAnswer(call, callee.name) ?? answering(call, callee.name)
    }
  }
}

const koaAnswers: Readonly<Record<string, number>> = {
  badRequest: 400,
  unauthorized: 401,
  paymentRequired: 402,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unprocessableEntity: 422,
  internalServerError: 500,
  badImplementation: 500,
  notImplemented: 501,
  badGateway: 502,
  serviceUnavailable: 503,
}

/** `return ctx.badRequest(…)`, `ctx.throw(500)` on an untyped context of Koa or Strapi. */
function koaAnswer(call: Call, name: string): Effect | null {
  if (!/^(?:ctx|context)\.(?:response\.)?\w+$/.test(call.expression.text)) return null
  if (name === 'throw') return { kind: 'throws', status: first, fallback: 500 }
  const status = koaAnswers[name]
  return status === undefined ? null : { kind: 'response', status: null, fallback: status }
}

/** `res.status(500).json(…)` on an untyped response object; not `response.json()`, which reads what a request brought. */
function answering(call: Call, name: string): Effect | null {
  if (call.receiver.kind === 'payment' || (name === 'json' && call.arguments.length === 0)) return null
  if (!/^(?:res|resp|response|reply)(?:\.|$)/i.test(call.expression.text)) return null
  switch (name) {
    case 'status':
    case 'code':
    case 'writeHead':
      return { kind: 'code', status: first }
    case 'sendStatus':
      return { kind: 'answer', status: first }
    case 'json':
    case 'send':
    case 'end':
    case 'render':
      return { kind: 'answer', status: null }
    case 'redirect':
      return { kind: 'answer', status: null }
    default:
      return null
  }
}
