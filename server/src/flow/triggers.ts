/** What can be known of a whole graph before any walk: where payments are confirmed, what is worth entering, which tables are read. */
import { reach, reachFrom } from '../callgraph/edges'
import { normalisedTable } from '../callgraph/buildGraph'
import type { CallGraph } from '../callgraph/graph'
import type { FunctionFacts, FunctionId, VariableId } from '../facts/ir'
import { functionsOf, visitFunction } from '../facts/visit'

export interface Triggers {
  /** Functions from which something that matters can be reached. */
  readonly interesting: ReadonlySet<FunctionId>
  isSmall(id: FunctionId): boolean
  mentioned(id: FunctionId): readonly VariableId[]
  /** Functions from which code that speaks of a payment provider can be reached. */
  readonly confirming: ReadonlySet<FunctionId>
  /** Tables that are read somewhere. */
  readonly readTables: ReadonlySet<string>
  /** Libraries whose transactions the workspace has switched to ambient joining. */
  readonly ambient: ReadonlySet<string>
}

const SMALL = 160

export function findTriggers(graph: CallGraph): Triggers {
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
        const reading = expression.effects.some(({ effect }) => effect.kind === 'read') || (callee.kind === 'property' && /^(?:find|get|count|select|query)/i.test(callee.name))
        if (!reading || callee.kind !== 'property') return
        for (const part of [expression.typeArgument, callee.object.kind === 'property' || callee.object.kind === 'variable' ? callee.object.name : null]) if (part !== null) readTables.add(normalisedTable(part))
        for (const { value } of expression.arguments) if (value.kind === 'variable') readTables.add(normalisedTable(value.name))
      })
    }
  }
  const sizeOf = (fn: FunctionFacts): number => {
    let size = 0
    visitFunction(fn, () => {
      size += 1
    })
    return size
  }
  return {
    interesting: reach(graph),
    confirming: reachFrom(graph, (fn) => (graph.files.get(fn.file)?.providers.length ?? 0) > 0),
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
