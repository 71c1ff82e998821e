/** Walks every entry point and gathers what happens to money and orders: the layer's only way in. */
import { yieldToEventLoop, type CancelSignal } from '../base/cancellation'
import { compareLocations, type Location } from '../base/location'
import { titleOf } from '../callgraph/candidates'
import type { CallGraph, EntryCandidate } from '../callgraph/graph'
import type { Expression } from '../facts/ir'
import { entryOf, findConsumers, type Consumer, type Registrar } from './consumers'
import { EventNames } from './eventNames'
import { Interpreter, type Shared } from './interpreter'
import { pathsOf } from './fate'
import { findTriggers } from './triggers'
import type { FlowAdvisory, FlowResult, WriteOperation, WritePath } from './result'
import type { CurrentEntry, FlowCatalogue, FlowOptions } from './walk'
import type { WriteInstance } from './write'

export interface AnalyseOptions extends FlowOptions {
  readonly signal: CancelSignal
  readonly catalogue: FlowCatalogue
}

export async function analyseFlow(graph: CallGraph, entries: readonly EntryCandidate[], options: AnalyseOptions): Promise<FlowResult> {
  const alone: Shared = {
    graph,
    catalogue: options.catalogue,
    options,
    triggers: findTriggers(graph, options.catalogue.providers, options.enqueues),
    events: new EventNames(options.catalogue.providers, options.subscriptionEvents),
    moduleValues: new Map(),
    calls: new Map(),
    advisories: new Map(),
    consumers: [],
  }
  const consumers = findConsumers(
    graph,
    (at) => registrarAt(alone, at),
    (id) => alone.triggers.mentioned(id),
  )
  const shared: Shared = { ...alone, consumers: consumers.all }
  const found = new Set(consumers.found.flatMap(({ run }) => (run.kind === 'function' ? [run.id] : [])))
  const candidates: readonly (readonly [EntryCandidate, Consumer | null])[] = [
    ...entries
      .filter((entry) => !((entry.kind === 'job' || entry.kind === 'event') && entry.run.kind === 'function' && found.has(entry.run.id)))
      .map((entry) => [entry, null] as const),
    ...consumers.found.map((consumer) => [entryOf(consumer, titleOf(consumer.library), nothing(consumer.at)), consumer] as const),
  ]
  const operations = new Map<string, OperationDraft>()
  const cut: { at: Location; why: string }[] = []
  const walked = new Set<string>()
  for (const [entry, consumer] of candidates) {
    await yieldToEventLoop(options.signal)
    const interpreter = new Interpreter(shared, entry, consumer)
    const key = `${entry.at.file}#${String(entry.at.start)}:${entry.what}`
    if (walked.has(key) || !interpreter.isWorthWalking()) continue
    walked.add(key)
    const walk = interpreter.run()
    if (walk.cut !== null) cut.push({ at: walk.cut, why: `${entry.what}: the walk was cut here, it is too large` })
    for (const { instance, fates, entry: current } of walk.instances) {
      const paths = pathsOf(instance, fates, current, options)
      collect(operations, instance, paths)
      for (const advisory of adviseOn(instance, paths, current))
        shared.advisories.set(`${advisory.at.file}#${String(advisory.at.start)}:${advisory.kind}`, advisory)
    }
  }
  const calls = [...shared.calls.values()]
  return {
    operations: [...operations.values()].map(finished).sort((a, b) => compareLocations(a.at, b.at)),
    advisories: [...shared.advisories.values()].sort((a, b) => compareLocations(a.at, b.at) || (a.kind < b.kind ? -1 : 1)),
    coverage: { calls: calls.length, callsResolved: calls.filter(Boolean).length, cut },
  }
}

function registrarAt(shared: Shared, at: Location): Registrar {
  const interpreter = new Interpreter(shared, { ...placeholder, at, run: nothing(at) })
  return {
    valueOf: (expression) => interpreter.valueAtTop(expression),
    registeredBy: (root, self, relevant) => interpreter.registeredBy(root, self, relevant),
  }
}

const placeholder: Omit<EntryCandidate, 'at' | 'run'> = {
  what: '',
  kind: 'job',
  onThrow: 'fail',
  before: [],
  looksLikeWebhook: false,
  events: [],
  library: '',
  referenced: true,
}

function nothing(at: Location): Expression {
  return { kind: 'undefined', at: { start: at.start, end: at.end } }
}

interface OperationDraft {
  readonly instance: WriteInstance
  readonly paths: WritePath[]
}

function collect(operations: Map<string, OperationDraft>, instance: WriteInstance, paths: readonly WritePath[]): void {
  const draft = operations.get(instance.write.site) ?? { instance, paths: [] }
  operations.set(instance.write.site, draft)
  for (const path of paths) {
    const at = draft.paths.findIndex((other) => samePath(other, path))
    const other = draft.paths[at]
    if (other === undefined) draft.paths.push(path)
    else if (path.class > other.class) draft.paths[at] = path
  }
}

/** Information that only a judged path can give. */
function adviseOn(instance: WriteInstance, paths: readonly WritePath[], entry: CurrentEntry): FlowAdvisory[] {
  const found: FlowAdvisory[] = []
  for (const path of paths) {
    const [only, ...others] = path.mechanisms
    const again = path.outcome === 'propagates' && (path.entry.context === 'webhook' || entry.retried)
    if (only?.kind === 'transaction' && others.length === 0 && !again && !instance.bookkeeping)
      found.push({ at: path.endedAt ?? only.at, kind: 'rolled-back-but-charged', subject: only.what })
    if (again) for (const { at, op } of instance.repeated) found.push({ at, kind: 'redelivery-repeats', subject: op })
  }
  return found
}

/** One path for each entry point and confirmation: of several ways between them, the worst is kept. */
function samePath(a: WritePath, b: WritePath): boolean {
  return compareLocations(a.entry.at, b.entry.at) === 0 && a.entry.what === b.entry.what && compareLocations(a.confirmation.at, b.confirmation.at) === 0
}

function finished({ instance, paths }: OperationDraft): WriteOperation {
  const { write } = instance
  const sorted = [...paths].sort((a, b) => compareLocations(a.entry.at, b.entry.at) || compareLocations(a.confirmation.at, b.confirmation.at))
  return {
    at: write.at,
    callAt: write.callAt,
    op: write.op,
    store: write.store,
    function: write.function,
    table: write.table,
    bookkeeping: instance.bookkeeping,
    paths: sorted,
  }
}
