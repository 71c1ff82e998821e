/** What can be known of a whole graph before any walk: where payments are confirmed, what is worth entering, which tables are read. */
import { reach, reachFrom } from '../callgraph/edges'
import { normalisedTable } from '../callgraph/buildGraph'
import type { CallGraph } from '../callgraph/graph'
import type { EffectKind } from '../models/effects'
import type { FunctionFacts, FunctionId, VariableId } from '../facts/ir'
import { functionsOf, visitFunction } from '../facts/visit'
import { ownersOfEvents } from './eventNames'
import type { FlowCatalogue } from './walk'

export interface Triggers {
  /** Functions from which something that matters can be reached. */
  readonly interesting: ReadonlySet<FunctionId>
  isSmall(id: FunctionId): boolean
  mentioned(id: FunctionId): readonly VariableId[]
  /** Functions from which one can be reached that may confirm a payment. */
  readonly confirming: ReadonlySet<FunctionId>
  /** The same by resolved calls alone. */
  readonly surelyConfirming: ReadonlySet<FunctionId>
  /** Tables that are read somewhere. */
  readonly readTables: ReadonlySet<string>
  /** Libraries whose transactions the workspace has switched to ambient joining. */
  readonly ambient: ReadonlySet<string>
}

const SMALL = 160
const confirmingEffects: ReadonlySet<EffectKind> = new Set([
  'charge',
  'checkout',
  'payment',
  'event',
  'verify',
  'status',
  'isPaid',
  'eventType',
  'http',
  'onEvent',
])

/** By its effects, by an event's name, or by a provider's name in a call nobody could resolve. */
function mayConfirm(fn: FunctionFacts, spoken: readonly string[], providers: FlowCatalogue['providers']): boolean {
  if (namesOwnedEvent(fn, ownersOfEvents(providers))) return true
  if (spoken.length === 0) return false
  const own = providers.filter((provider) => spoken.includes(provider.name))
  let found = false as boolean
  visitFunction(fn, (expression) => {
    if (found) return
    switch (expression.kind) {
      case 'call':
      case 'property':
        found =
          expression.effects.some(({ effect }) => confirmingEffects.has(effect.kind)) ||
          (expression.kind === 'call' && expression.resolution !== 'declared' && own.some((provider) => expression.text.toLowerCase().includes(provider.name)))
        break
      case 'constant':
        found =
          typeof expression.value === 'string' &&
          own.some(({ events, statuses }) => events.has(String(expression.value)) || statuses.paid.includes(String(expression.value)))
        break
      case 'object':
        found = expression.properties.some(
          ({ effects, key }) => effects.length > 0 || (typeof key === 'string' && own.some((provider) => provider.events.has(key))),
        )
        break
      default:
        break
    }
  })
  return found || comparesStatus(fn)
}

/** An event that gives its provider away by itself. */
function namesOwnedEvent(fn: FunctionFacts, owners: ReadonlyMap<string, string>): boolean {
  let found = false as boolean
  visitFunction(fn, (expression) => {
    if (expression.kind === 'constant' && typeof expression.value === 'string') found ||= owners.has(expression.value)
    else if (expression.kind === 'object') found ||= expression.properties.some(({ key }) => typeof key === 'string' && owners.has(key))
  })
  return found
}

/** `createHmac(…)`, and comparisons with a status that came from elsewhere. */
function comparesStatus(fn: FunctionFacts): boolean {
  let found = false as boolean
  visitFunction(fn, (expression) => {
    if (expression.kind === 'property' && /^(?:payment_?status|status|state|result_?code|paid|is_?paid)$/i.test(expression.name)) found = true
    if (expression.kind === 'call' && /createHmac|timingSafeEqual|verify|signature/i.test(expression.text)) found = true
  })
  return found
}

export function findTriggers(graph: CallGraph, providers: FlowCatalogue['providers'], enqueues: ReadonlySet<FunctionId>): Triggers {
  const sizes = new Map<FunctionId, number>()
  const mentioned = new Map<FunctionId, readonly VariableId[]>()
  const readTables = new Set<string>()
  const ambient = new Set<string>()
  for (const file of graph.files.values()) {
    for (const fn of functionsOf(file)) {
      visitFunction(fn, (expression) => {
        if (expression.kind !== 'call') return
        for (const { library, effect } of expression.effects) if (effect.kind === 'ambient') ambient.add(library)
        const { callee } = expression
        const reading =
          expression.effects.some(({ effect }) => effect.kind === 'read') ||
          (callee.kind === 'property' && /^(?:find|get|count|select|query)/i.test(callee.name))
        if (!reading || callee.kind !== 'property') return
        for (const part of [expression.typeArgument, callee.object.kind === 'property' || callee.object.kind === 'variable' ? callee.object.name : null])
          if (part !== null) readTables.add(normalisedTable(part))
        for (const { value } of expression.arguments) if (value.kind === 'variable') readTables.add(normalisedTable(value.name))
      })
    }
  }
  const confirms = (fn: FunctionFacts): boolean => mayConfirm(fn, graph.files.get(fn.file)?.providers ?? [], providers)
  const sizeOf = (fn: FunctionFacts): number => {
    let size = 0
    visitFunction(fn, () => {
      size += 1
    })
    return size
  }
  return {
    interesting: enqueues.size === 0 ? reach(graph) : new Set([...reach(graph), ...reachFrom(graph, (fn) => enqueues.has(fn.id), 'loosely')]),
    confirming: reachFrom(graph, confirms, 'loosely'),
    surelyConfirming: reachFrom(graph, confirms, 'certainly'),
    readTables,
    ambient,
    isSmall(id) {
      const known = sizes.get(id)
      if (known !== undefined) return known <= SMALL
      const fn = graph.functionOf(id)
      const size = fn === undefined ? SMALL + 1 : sizeOf(fn)
      sizes.set(id, size)
      return size <= SMALL
    },
    mentioned(id) {
      const known = mentioned.get(id)
      if (known !== undefined) return known
      const ids = new Set<VariableId>()
      const visit = (fn: FunctionFacts | undefined, seen: Set<FunctionId>): void => {
        if (fn === undefined || seen.has(fn.id)) return
        seen.add(fn.id)
        visitFunction(fn, (expression) => {
          if (expression.kind === 'variable') ids.add(expression.id)
          if (expression.kind === 'function') visit(graph.functionOf(expression.id), seen)
        })
      }
      visit(graph.functionOf(id), new Set())
      const list = [...ids]
      mentioned.set(id, list)
      return list
    },
  }
}
