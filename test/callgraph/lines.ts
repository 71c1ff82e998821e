/** Prints call graphs and entry points of a snippet as sorted lines. */
import { buildGraph } from '../../server/src/callgraph/buildGraph'
import { allFunctions, calleesOf, reach } from '../../server/src/callgraph/edges'
import { findEntryPoints } from '../../server/src/callgraph/entryPoints'
import type { CallGraph } from '../../server/src/callgraph/graph'
import type { Expression, FunctionId } from '../../server/src/facts/ir'
import { factsOf } from '../facts/harness'

export function graphOf(sources: string): CallGraph {
  return buildGraph(factsOf(sources), [])
}

/** `caller → callee`, with the kind of edge where it is no plain call. References to inline callbacks are left out. */
export function edgesOf(sources: string): string {
  const graph = graphOf(sources)
  const lines = allFunctions(graph).flatMap((fn) =>
    calleesOf(graph, fn.id)
      .filter(({ to, kind }) => kind !== 'reference' || graph.functionOf(to)?.enclosing !== fn.id)
      .map(({ to, kind }) => `${nameOf(graph, fn.id)} → ${nameOf(graph, to)}${kind === 'call' ? '' : ` (${kind})`}`),
  )
  return lines.sort().join('\n')
}

/** Names of the functions from which an effect can be reached. */
export function reachedOf(sources: string): string {
  const graph = graphOf(sources)
  return [...reach(graph)]
    .map((id) => nameOf(graph, id))
    .sort()
    .join('\n')
}

/** `what → function`, then what differs from an ordinary request that is answered with an error status. */
export function entriesOf(sources: string, isLibrary = false): string {
  const graph = graphOf(sources)
  const lines = findEntryPoints(graph, { isLibrary: () => isLibrary }).map((entry) => {
    const events = entry.events.map((event) => textOf(graph, event)).join('|')
    const notes = [
      entry.kind === 'http' ? '' : entry.kind,
      entry.onThrow === 'non-2xx' ? '' : entry.onThrow,
      entry.looksLikeWebhook ? 'webhook' : '',
      events === '' ? '' : `on ${events}`,
      entry.referenced ? '' : 'unreferenced',
    ].filter((note) => note !== '')
    return `${entry.what} → ${textOf(graph, entry.run)}${notes.length === 0 ? '' : `: ${notes.join(', ')}`}`
  })
  return lines.join('\n')
}

/** `library key → function`. */
export function messagesOf(sources: string): string {
  const graph = graphOf(sources)
  const listeners = graph.listeners.map(({ library, key, run }) => `${library} ${textOf(graph, key)} → ${textOf(graph, run)}`)
  const workers = graph.workers.map(
    ({ library, name, run, retries }) => `${library} ${name === null ? '*' : textOf(graph, name)} → ${textOf(graph, run)}: retries ${retries}`,
  )
  return [...listeners, ...workers].join('\n')
}

export function dispatchOf(sources: string, type: string, member: string): string {
  const graph = graphOf(sources)
  const owner = [...graph.files.values()].flatMap((file) => file.types).find((candidate) => candidate.name === type)
  if (owner === undefined) return `no type ${type}`
  return graph
    .dispatch({ owner: owner.id, name: member })
    .map((target) => textOf(graph, target))
    .join('\n')
}

function nameOf(graph: CallGraph, id: FunctionId): string {
  const fn = graph.functionOf(id)
  if (fn === undefined) return `no function ${id}`
  if (id.endsWith('#-1')) return `module ${fn.file}`
  return fn.name === '' ? `callback at ${String(graph.locate(fn.file, fn.at).line)}` : fn.name
}

function textOf(graph: CallGraph, expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return String(expression.value)
    case 'function':
      return nameOf(graph, expression.id)
    case 'class':
      return graph.typeOf(expression.id)?.name ?? 'class'
    case 'call':
      return `${expression.text}(…)`
    case 'property':
      return `${textOf(graph, expression.object)}.${expression.name}`
    case 'variable': {
      const value = graph.moduleVariable(expression.id)
      return value?.kind === 'function' || value?.kind === 'constant' ? textOf(graph, value) : expression.name
    }
    default:
      return expression.kind
  }
}
