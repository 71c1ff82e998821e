/** What the workspace offers to repair with: payment and store clients, queues, and how a file imports another. */
import type { FilePath } from '../../base/location'
import type { CallGraph } from '../../callgraph/graph'
import type { CallExpression, Expression, FileFacts, FunctionId, Statement } from '../../facts/ir'
import type { Effect } from '../../models/effects'

/** A variable that holds a client object of a catalogued library. */
export interface WorkspaceClient {
  /** `stripe`, `typeorm`: the catalogue entry. */
  readonly library: string
  /** `Stripe`, `DataSource`. */
  readonly type: string
  readonly file: FilePath
  readonly name: string
  /** `default`, a name, or null when only its own file can use it. */
  readonly exportName: string | null
}

/** How a message is handed over. `push` is the shape form: `queue.push(message)`; `function` a function of the team: `enqueueRetry(name, payload)`. */
export type QueueForm = 'bullmq' | 'bull' | 'bee-queue' | 'pg-boss' | 'graphile-worker' | 'inngest' | 'sqs' | 'push' | 'function'

/** How a function of the team wants to be called. */
export interface QueueCall {
  /** (name, payload); else (payload). */
  readonly named: boolean
  /** Names that its type allows; empty: any. */
  readonly names: readonly string[]
  readonly payload: QueuePayload
}

export type QueuePayload =
  | { readonly kind: 'any' }
  /** It must have these. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** Stripe's event itself. */
  | { readonly kind: 'event' }
  /** A type that nobody here can fill. */
  | { readonly kind: 'opaque' }

export interface WorkspaceQueue {
  readonly library: string
  readonly form: QueueForm
  readonly file: FilePath
  readonly name: string
  readonly exportName: string | null
  /** SQS: the expression of the queue's address as written, when it can be used anywhere (`process.env.X`). */
  readonly address: string | null
  /** Jobs the workspace already puts on it, with the keys of their payloads. */
  readonly jobs: readonly QueueJob[]
  /** The queue's own default: jobs are tried again without asking for it. */
  readonly retriesByDefault: boolean
  /** Of the form `function` alone. */
  readonly call?: QueueCall
}

export interface QueueJob {
  readonly name: string
  readonly keys: readonly string[]
}

export interface WorkspaceFacts {
  readonly clients: readonly WorkspaceClient[]
  /** Where the team has named one, that alone. */
  readonly queues: readonly WorkspaceQueue[]
  /** Why the one that the team has named cannot be used. */
  readonly noQueue: string | null
  /** How `from` would import `to`, where the project says more than the files do (aliases, package names); null: no opinion. */
  readonly moduleSpecifier: (from: FilePath, to: FilePath) => string | null
  /** Columns that no two rows of the table share. */
  readonly uniqueKeys: (table: string) => readonly (readonly string[])[]
}

const queueTypes: Readonly<Record<string, QueueForm>> = {
  'bullmq:Queue': 'bullmq',
  'bull:Queue': 'bull',
  'bee-queue:Queue': 'bee-queue',
  'pg-boss:PgBoss': 'pg-boss',
  'graphile-worker:WorkerUtils': 'graphile-worker',
  'inngest:Inngest': 'inngest',
}

const queueConstructors: Readonly<Record<string, QueueForm>> = {
  'bullmq:Queue': 'bullmq',
  'bull:Bull': 'bull',
  'bull:Queue': 'bull',
  'bee-queue:Queue': 'bee-queue',
  'bee-queue:BeeQueue': 'bee-queue',
  'pg-boss:PgBoss': 'pg-boss',
  'inngest:Inngest': 'inngest',
}

/** Jobs that the workspace queues by calling a function of its own. */
export function jobsOfFunction(graph: CallGraph, id: FunctionId, { named }: QueueCall): readonly QueueJob[] {
  const jobs: QueueJob[] = []
  for (const facts of graph.files.values()) {
    visitData([facts.module.body, ...facts.functions.map(({ body }) => body)], ({ targets, arguments: list }) => {
      const name = named ? list[0]?.value : null
      const payload = list[named ? 1 : 0]?.value
      if (!targets.includes(id) || payload?.kind !== 'object' || name === undefined) return
      if (name !== null && (name.kind !== 'constant' || typeof name.value !== 'string')) return
      const job = jobOf(name === null ? '' : String(name.value), payload)
      if (job !== null && !jobs.some((other) => other.name === job.name)) jobs.push(job)
    })
  }
  return jobs
}

/** Null where not every key is known. */
function jobOf(name: string, payload: Extract<Expression, { kind: 'object' }>): QueueJob | null {
  const keys = payload.properties.flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
  return keys.length === payload.properties.length ? { name, keys } : null
}

/** Reads the clients and queues off module-level variables. Pure: the graph is all it looks at. */
export function findWorkspaceFacts(graph: CallGraph): WorkspaceFacts {
  const clients: WorkspaceClient[] = []
  const queues: WorkspaceQueue[] = []
  const enqueues = collectEnqueues(graph)
  for (const facts of graph.files.values()) {
    for (const held of heldValues(facts, graph)) {
      const created = creationOf(held.value)
      if (created === null) continue
      const place = { file: facts.file, name: held.name, exportName: held.exportName }
      const type = `${created.library}:${created.type}`
      const form = queueTypes[type] ?? queueConstructors[type]
      if (form !== undefined) {
        queues.push({
          ...place,
          library: created.library,
          form,
          address: null,
          jobs: jobsOf(enqueues, held.name),
          retriesByDefault: setsAttempts(created.call),
        })
        continue
      }
      clients.push({ ...place, library: created.library, type: created.type })
      const address = created.library === 'sqs' || /SQSClient|^SQS$/.test(created.type) ? queueAddress(enqueues) : null
      if (address !== null) queues.push({ ...place, library: created.library, form: 'sqs', address, jobs: [], retriesByDefault: true })
    }
  }
  for (const queue of pushedQueues(graph, enqueues)) if (!queues.some((other) => other.file === queue.file && other.name === queue.name)) queues.push(queue)
  return {
    clients,
    queues,
    noQueue: null,
    moduleSpecifier: () => null,
    uniqueKeys: (table) =>
      graph
        .uniqueKeys(table)
        .filter((key) => !key.generated)
        .map((key) => key.columns),
  }
}

interface HeldValue {
  readonly name: string
  readonly exportName: string | null
  readonly value: Expression
}

function heldValues(facts: FileFacts, graph: CallGraph): readonly HeldValue[] {
  const exports = graph.exportsOf(facts.file)
  return facts.variables.map(({ id, name, value }) => {
    let exportName: string | null = null
    for (const [exported, expression] of exports) {
      const same =
        expression.kind === 'variable'
          ? expression.id === id
          : expression === value || (expression.at.start === value.at.start && expression.at.end === value.at.end)
      if (same && (exportName === null || exported === name)) exportName = exported
    }
    return { name, exportName, value }
  })
}

interface Creation {
  readonly library: string
  readonly type: string
  readonly call: CallExpression | null
}

/** The catalogue type a value is made with, through `??`, `||`, `await` and conditionals. */
function creationOf(value: Expression): Creation | null {
  const typed = splitType(value.type)
  switch (value.kind) {
    case 'call': {
      if (typed !== null) return { ...typed, call: value }
      if (value.form !== 'new') return null
      const constructed = splitType(value.callee.type)
      if (constructed !== null) return { ...constructed, call: value }
      if (value.callee.kind === 'global' && value.callee.module !== null) return { library: value.callee.module, type: value.callee.name, call: value }
      return null
    }
    case 'logical':
      return creationOf(value.right) ?? creationOf(value.left)
    case 'conditional':
      return creationOf(value.whenTrue) ?? creationOf(value.whenFalse)
    case 'await':
      return creationOf(value.value)
    default:
      return typed === null ? null : { ...typed, call: null }
  }
}

function splitType(type: string | undefined): { readonly library: string; readonly type: string } | null {
  if (type === undefined) return null
  const colon = type.indexOf(':')
  return colon < 0 ? null : { library: type.slice(0, colon), type: type.slice(colon + 1) }
}

interface Enqueue {
  readonly file: FilePath
  readonly call: CallExpression
  readonly library: string
  readonly effect: Extract<Effect, { kind: 'enqueue' }>
}

function collectEnqueues(graph: CallGraph): readonly Enqueue[] {
  const found: Enqueue[] = []
  for (const facts of graph.files.values()) {
    for (const run of [facts.module, ...facts.functions]) {
      for (const statement of run.body) {
        visitStatement(statement, (call) => {
          for (const { effect, library } of call.effects)
            if (effect.kind === 'enqueue' && effect.durability === 'durable') found.push({ file: facts.file, call, library, effect })
        })
      }
    }
  }
  return found
}

function receiverName(call: CallExpression): string | null {
  const receiver = call.callee.kind === 'property' ? call.callee.object : call.callee
  return receiver.kind === 'variable' || receiver.kind === 'global' || receiver.kind === 'property' ? receiver.name : null
}

function jobsOf(enqueues: readonly Enqueue[], queue: string): readonly QueueJob[] {
  const jobs: QueueJob[] = []
  for (const { call } of enqueues) {
    if (receiverName(call) !== queue) continue
    const [name, payload] = [call.arguments[0]?.value, call.arguments[1]?.value]
    if (name?.kind !== 'constant' || typeof name.value !== 'string' || payload?.kind !== 'object') continue
    const job = jobOf(name.value, payload)
    if (job !== null && !jobs.some((other) => other.name === job.name)) jobs.push(job)
  }
  return jobs
}

function setsAttempts(call: CallExpression | null): boolean {
  const options = call?.arguments.map(({ value }) => value).find((value) => value.kind === 'object')
  const defaults = options?.kind === 'object' ? options.properties.find(({ key }) => key === 'defaultJobOptions')?.value : undefined
  return defaults?.kind === 'object' && defaults.properties.some(({ key }) => key === 'attempts')
}

/** `process.env.NAME` of the first SQS message that is sent anywhere: other expressions would not be in scope. */
function queueAddress(enqueues: readonly Enqueue[]): string | null {
  for (const { call } of enqueues) {
    const command = call.arguments[0]?.value
    const input = command?.kind === 'call' ? command.arguments[0]?.value : command
    const url = input?.kind === 'object' ? input.properties.find(({ key }) => key === 'QueueUrl')?.value : undefined
    const text = url === undefined ? null : environmentText(url)
    if (text !== null) return text
  }
  return null
}

function environmentText(value: Expression): string | null {
  if (value.kind === 'constant' && typeof value.value === 'string') return JSON.stringify(value.value)
  if (value.kind !== 'property' || value.object.kind !== 'property' || value.object.name !== 'env') return null
  return value.object.object.kind === 'global' && value.object.object.name === 'process' ? `process.env.${value.name}` : null
}

/** Receivers of `queue.push(...)` that the catalogue recognised by shape. */
function pushedQueues(graph: CallGraph, enqueues: readonly Enqueue[]): readonly WorkspaceQueue[] {
  const found: WorkspaceQueue[] = []
  for (const { file, call, library } of enqueues) {
    if (call.callee.kind !== 'property' || call.callee.name !== 'push' || call.callee.object.kind !== 'variable') continue
    const { id, name } = call.callee.object
    const home = [...graph.files.values()].find((facts) => facts.variables.some((variable) => variable.id === id))
    const place = home === undefined ? undefined : heldValues(home, graph).find((held) => held.name === name)
    if (home === undefined || found.some((queue) => queue.name === name && queue.file === home.file)) continue
    found.push({
      library,
      form: 'push',
      file: home.file,
      name,
      exportName: place?.exportName ?? (home.file === file ? null : name),
      address: null,
      jobs: [],
      retriesByDefault: true,
    })
  }
  return found
}

function visitStatement(statement: Statement, visit: (call: CallExpression) => void): void {
  visitData(statement, visit)
}

/** Every call anywhere below a piece of the IR, which is plain data: nested functions are references, not trees. */
function visitData(data: unknown, visit: (call: CallExpression) => void): void {
  if (Array.isArray(data)) {
    for (const item of data) visitData(item, visit)
    return
  }
  if (typeof data !== 'object' || data === null) return
  if ('kind' in data && data.kind === 'call' && 'callee' in data && 'arguments' in data) visit(data as CallExpression)
  for (const value of Object.values(data)) visitData(value, visit)
}
