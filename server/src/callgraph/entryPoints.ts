/** Finds the functions that the outside world starts. */
import type { FilePath } from '../base/location'
import type { Expression, FileFacts, FunctionId } from '../facts/ir'
import { functionsOf, visitExpression, visitFunction } from '../facts/visit'
import { commonFolder, constantText, follow, functionBehind, namedExports, placeOf, titleOf, type Draft, handlerBehind } from './candidates'
import { functionIn } from './edges'
import { foreignCallbacks, referencesOf, script, unreferencedExports } from './exported'
import { fileRoutes } from './fileRoutes'
import type { CallGraph, EntryCandidate } from './graph'
import { registrations } from './registrations'
import { WebhookSigns } from './webhooks'

export interface EntryOptions {
  /** Folder of the workspace: names of folders above it mean nothing. Guessed when not given. */
  readonly root?: FilePath
  /** Whether the file belongs to a package made to be imported by others, so that its exports are its entry points. */
  isLibrary(file: FilePath): boolean
}

/** Sorted by place. A function that several rules find is listed once, as what the most specific rule says. */
export function findEntryPoints(graph: CallGraph, options: EntryOptions): readonly EntryCandidate[] {
  const root = options.root ?? commonFolder([...graph.files.keys()])
  const files = [...graph.files.values()]
  const drafts: Draft[] = files.flatMap((file) => {
    const path = file.file.slice(root.length)
    return [...fileRoutes(graph, file, path), ...registrations(graph, file, path), ...resolvers(graph, file), ...workflows(graph, file)]
  })
  drafts.push(...messageHandlers(graph))

  const taken = takenBy(graph, drafts)
  const references = referencesOf(graph)
  for (const file of files) {
    drafts.push(...foreignCallbacks(graph, file, references, taken), ...script(file))
    const exports = unreferencedExports(graph, file, references, options.isLibrary(file.file))
    drafts.push(...exports.filter(({ run }) => !taken.has(functionIn(graph, run) ?? ('' as FunctionId))))
  }

  const signs = new WebhookSigns(graph)
  const candidates = distinct(graph, withoutBuilders(graph, drafts)).map((draft): EntryCandidate => {
    const file = draft.file.file.slice(root.length)
    const handler = handlerBehind(graph, draft.run)
    const looksLikeWebhook = draft.isWebhook ?? signs.looksLikeWebhook(draft.path ?? '', file, handler)
    // What hands a provider's request to an export or an unknown package's callback is a server we cannot see.
    const isUnseenRoute = looksLikeWebhook && (draft.kind === 'library' || draft.kind === 'event') && draft.library === 'workspace'
    return {
      at: graph.locate(draft.file.file, draft.at),
      what: draft.what,
      kind: isUnseenRoute && (draft.kind === 'event' || signs.readsSignature(handler)) ? 'http' : draft.kind,
      onThrow: isUnseenRoute ? 'non-2xx' : draft.onThrow,
      run: draft.run,
      before: draft.before ?? [],
      looksLikeWebhook,
      events: draft.events ?? [],
      library: draft.library,
      referenced: draft.referenced ?? true,
    }
  })
  return candidates.sort((a, b) => (a.at.file === b.at.file ? a.at.start - b.at.start : a.at.file < b.at.file ? -1 : 1))
}

/** An exported action that a library builds is what the library runs: `export const buy = client.inputSchema(…).action(async () => …)`. */
function withoutBuilders(graph: CallGraph, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft) => {
    if (draft.kind !== 'action' || draft.run.kind !== 'variable' || !draft.run.id.startsWith(draft.file.file)) return true
    const built = follow(graph, draft.run)
    if (built.kind !== 'call') return true
    const isInside = ({ file, kind, run }: Draft): boolean =>
      file === draft.file && kind === 'action' && run !== draft.run && built.at.start <= run.at.start && run.at.end <= built.at.end
    return !drafts.some(isInside)
  })
}

/** Earlier drafts come from more specific rules. */
function distinct(graph: CallGraph, drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Map<string, Draft>()
  for (const draft of drafts) {
    const id = functionIn(graph, draft.run)
    // Events bound by different registrations of one function are different entry points.
    const key = `${id ?? `${draft.file.file}#${String(draft.run.at.start)}-${String(draft.run.at.end)}`} ${JSON.stringify(draft.events ?? [])}`
    if (!seen.has(key)) seen.set(key, draft)
  }
  return [...seen.values()]
}

/** Functions that entry points run, behind wrappers as well. */
function takenBy(graph: CallGraph, drafts: readonly Draft[]): ReadonlySet<FunctionId> {
  const taken = new Set<FunctionId>()
  for (const { run } of drafts) {
    visitExpression(follow(graph, run), (expression) => {
      const id = functionIn(graph, expression)
      if (id !== null) taken.add(id)
    })
  }
  return taken
}

function messageHandlers(graph: CallGraph): readonly Draft[] {
  const drafts: Draft[] = []
  for (const worker of graph.workers) {
    const file = graph.files.get(worker.at.file)
    if (file === undefined) continue
    const name = worker.name === null ? null : constantText(graph, worker.name)
    const what = `${titleOf(worker.library)} worker${name === null ? nameOf(graph, worker.run) : ` "${name}"`}`
    drafts.push({
      file,
      at: placeOf(graph, file, worker.run),
      what,
      kind: 'job',
      onThrow: worker.retries === 'yes' || worker.retries === 'unacknowledged' ? 'retry' : 'fail',
      run: worker.run,
      library: worker.library,
      isWebhook: false,
    })
  }
  for (const listener of graph.listeners) {
    const file = graph.files.get(listener.at.file)
    if (file === undefined) continue
    const key = keyText(graph, listener.key)
    const what = `${titleOf(listener.library)} listener${key === null ? nameOf(graph, listener.run) : ` ${key}`}`
    drafts.push({
      file,
      at: placeOf(graph, file, listener.run),
      what,
      kind: 'event',
      onThrow: 'fail',
      run: listener.run,
      library: listener.library,
      isWebhook: false,
    })
  }
  return drafts
}

function keyText(graph: CallGraph, key: Expression): string | null {
  const found = follow(graph, key)
  if (found.kind === 'class') return graph.typeOf(found.id)?.name ?? null
  const text = constantText(graph, found)
  return text === null ? null : `"${text}"`
}

function nameOf(graph: CallGraph, run: Expression): string {
  const name = functionBehind(graph, run)?.name ?? ''
  return name === '' ? '' : ` ${name}`
}

/** Exported functions beside `proxyActivities(…)` are workflows: the engine starts them by name. */
function workflows(graph: CallGraph, file: FileFacts): readonly Draft[] {
  const library = proxyIn(file)
  if (library === null) return []
  return namedExports(graph, file).flatMap(({ value }) => {
    const fn = functionBehind(graph, value)
    if (fn?.file !== file.file) return []
    return [{ file, at: fn.nameAt, what: `${titleOf(library)} workflow ${fn.name}`, kind: 'job', onThrow: 'fail', run: value, library, isWebhook: false }]
  })
}

function proxyIn(file: FileFacts): string | null {
  for (const { value } of file.variables) {
    const made = value.kind === 'property' ? value.object : value
    const found = made.kind === 'call' ? made.effects.find(({ effect }) => effect.kind === 'proxy') : undefined
    if (found !== undefined) return found.library
  }
  return null
}

/** Resolver maps of GraphQL servers: `{ Mutation: { pay: (parent, args, context) => … } }`, the inner map perhaps elsewhere. */
function resolvers(graph: CallGraph, file: FileFacts): readonly Draft[] {
  const found: Draft[] = []
  const collect = (expression: Expression): void => {
    if (expression.kind !== 'object') return
    for (const { key, value } of expression.properties) {
      if (key !== 'Mutation' && key !== 'Query') continue
      const map = follow(graph, value)
      if (map.kind !== 'object') continue
      for (const field of map.properties) {
        if (typeof field.key !== 'string' || functionBehind(graph, field.value) === undefined) continue
        found.push({
          file,
          at: placeOf(graph, file, field.value),
          what: `GraphQL ${key} ${field.key}`,
          kind: 'rpc',
          onThrow: 'fail',
          run: field.value,
          library: 'graphql',
          isWebhook: false,
        })
      }
    }
  }
  for (const fn of functionsOf(file)) visitFunction(fn, collect)
  for (const { value } of [...file.variables, ...file.exports]) visitExpression(value, collect)
  return found
}
