/** Parses the JSDoc tags of declaration files into `Effect`s. Teams write such files too, so a bad tag is data, not an exception. */
import type { ArgumentCondition, ArgumentPath, Durability, Effect, EffectKind, EntryKind, ErrorStyle, TableSource, ThrowOutcome, WriteForm } from './effects'

export type TagResult = { readonly effect: Effect } | { readonly message: string }

/** A tag in a comment: its name and the text up to the next tag. `offset` is relative to the comment. */
export interface RawTag {
  readonly name: string
  readonly text: string
  readonly offset: number
}

/** Splits a JSDoc comment into tags. `@scope/package` in prose is no tag: a tag's name ends at white space or the comment's end. */
export function tagsOf(comment: string): readonly RawTag[] {
  const found = [...comment.matchAll(/(?<=^|[\s*])@([A-Za-z][\w-]*)(?=\s|\*\/|$)/g)]
  return found.map((match, index) => {
    const start = match.index + match[0].length
    const end = found[index + 1]?.index ?? comment.length
    const text = comment
      .slice(start, end)
      .replace(/\*+\/\s*$/, '')
      .replace(/^\s*\*/gm, ' ')
    return { name: match[1] ?? '', text: text.replace(/\s+/g, ' ').trim(), offset: match.index }
  })
}

const forms = ['create', 'update', 'upsert', 'delete', 'increment', 'save', 'relate', 'unknown'] as const satisfies readonly WriteForm[]
const lazies = ['eager', 'await', 'run', 'sync'] as const
const errorStyles = ['throw', 'value', 'callback'] as const satisfies readonly ErrorStyle[]
const durabilities = ['durable', 'memory', 'unconfirmed'] as const satisfies readonly Durability[]
const outcomes = ['non-2xx', 'no-answer', 'retry', 'fail', 'swallow'] as const satisfies readonly ThrowOutcome[]
const entryKinds = ['http', 'rpc', 'action', 'job', 'event', 'schedule', 'library'] as const satisfies readonly EntryKind[]

/** What the framework does with a thrown error where the tag does not say. `schedule`: nobody runs the same work again. */
const outcomeOfEntry: Readonly<Record<EntryKind, ThrowOutcome>> = {
  http: 'non-2xx',
  rpc: 'non-2xx',
  action: 'fail',
  job: 'retry',
  event: 'fail',
  schedule: 'fail',
  library: 'fail',
}

const parsers: { readonly [K in EffectKind]: (args: TagArguments) => Extract<Effect, { readonly kind: K }> } = {
  charge: (args) => ({ kind: 'charge', when: args.conditions('if'), whenAny: args.conditions('any'), unless: args.conditions('unless') }),
  hold: () => ({ kind: 'hold' }),
  payment: () => ({ kind: 'payment' }),
  refund: (args) => ({ kind: 'refund', key: args.path('key') }),
  void: (args) => ({ kind: 'void', key: args.path('key') }),
  checkout: (args) => ({ kind: 'checkout', metadata: args.paths('metadata'), unless: args.conditions('unless') }),
  provider: () => ({ kind: 'provider' }),
  event: () => ({ kind: 'event' }),
  verify: () => ({ kind: 'verify' }),
  status: (args) => ({ kind: 'status', paid: args.values('paid'), unpaid: args.values('unpaid') }),
  isPaid: (args) => ({ kind: 'isPaid', not: args.flag('not') }),
  eventType: () => ({ kind: 'eventType' }),
  onEvent: (args) => ({ kind: 'onEvent', event: args.required('event'), onThrow: args.choice('onThrow', outcomes) ?? 'non-2xx' }),
  write: (args) => ({
    kind: 'write',
    form: args.choice('form', forms) ?? 'unknown',
    lazy: args.choice('lazy', lazies) ?? 'eager',
    errors: args.choice('errors', errorStyles) ?? 'throw',
    table: args.table(),
    where: args.path('where'),
    data: args.path('data'),
    join: args.path('join'),
    idempotent: args.choice('idempotent', ['always', 'never', 'by-form'] as const) ?? 'by-form',
  }),
  read: (args) => ({
    kind: 'read',
    lazy: args.choice('lazy', lazies) ?? 'eager',
    errors: args.choice('errors', errorStyles) ?? 'throw',
    table: args.table(),
    where: args.path('where'),
  }),
  sql: (args) => ({
    kind: 'sql',
    text: args.pathOr('text', first),
    lazy: args.choice('lazy', lazies) ?? 'eager',
    errors: args.choice('errors', errorStyles) ?? 'throw',
    pooled: args.flag('pooled'),
    join: args.path('join'),
  }),
  modify: (args) => ({
    kind: 'modify',
    idempotent: args.flag('idempotent'),
    throws: args.flag('throws'),
    form: args.choice('form', forms),
    table: args.path('table'),
    where: args.path('where'),
    data: args.path('data'),
    join: args.path('join'),
  }),
  run: () => ({ kind: 'run' }),
  table: (args) => ({ kind: 'table', argument: args.pathOr('arg', first) }),
  transaction: (args) => {
    const ambient = args.flag('ambient')
    const handle = args.integer('handle')
    return {
      kind: 'transaction',
      run: args.integer('run') ?? 0,
      handle: ambient ? null : (handle ?? 0),
      repeats: args.flag('repeats'),
      receiver: args.flag('receiver'),
      wraps: args.flag('wraps'),
    }
  },
  procedure: (args) => ({
    kind: 'procedure',
    run: args.pathOr('run', first),
    input: args.pathOr('input', { argument: 1, path: [] }),
    atomic: args.flag('atomic'),
  }),
  ambient: () => ({ kind: 'ambient' }),
  batch: (args) => ({ kind: 'batch', list: args.pathOr('list', first) }),
  stage: () => ({ kind: 'stage' }),
  begin: () => ({ kind: 'begin' }),
  commit: () => ({ kind: 'commit' }),
  rollback: () => ({ kind: 'rollback' }),
  derive: (args) => ({ kind: 'derive', table: args.path('table') }),
  relative: (args) => ({ kind: 'relative', text: args.path('text') }),
  queue: (args) => ({ kind: 'queue', name: args.pathOr('name', first), attempts: args.path('attempts'), names: args.flag('names') }),
  enqueue: (args) => ({
    kind: 'enqueue',
    durability: args.oneFlag(durabilities),
    name: args.path('name'),
    payload: args.path('payload'),
    job: args.path('job'),
    attempts: args.path('attempts'),
    errors: args.choice('errors', errorStyles) ?? 'throw',
  }),
  worker: (args) => ({
    kind: 'worker',
    run: args.pathOr('run', first),
    name: args.path('name'),
    retries: args.choice('retries', ['yes', 'no', 'configured', 'unacknowledged'] as const) ?? 'no',
    option: args.path('option'),
    jobName: args.path('jobName'),
  }),
  emit: (args) => ({ kind: 'emit', key: args.pathOr('key', first), awaited: args.flag('awaited') }),
  listen: (args) => ({ kind: 'listen', key: args.pathOr('key', first), run: args.path('run') }),
  retry: (args) => ({ kind: 'retry', run: args.pathOr('run', first), wraps: args.flag('wraps'), again: args.flag('again'), bail: args.flag('bail') }),
  step: (args) => ({
    kind: 'step',
    run: args.pathOr('run', first),
    compensate: args.path('compensate'),
    retries: args.flag('retries'),
    wraps: args.flag('wraps'),
  }),
  proxy: () => ({ kind: 'proxy' }),
  defer: (args) => ({ kind: 'defer', run: args.pathOr('run', first) }),
  entry: (args) => {
    const entry = args.oneFlag(entryKinds)
    const onThrow = args.choice('onThrow', outcomes) ?? outcomeOfEntry[entry]
    return { kind: 'entry', entry, run: args.path('run'), name: args.path('name'), onThrow, input: args.single('input') }
  },
  code: (args) => ({ kind: 'code', status: args.pathOr('status', first) }),
  answer: (args) => ({ kind: 'answer', status: args.path('status') }),
  response: (args) => ({ kind: 'response', status: args.path('status'), fallback: args.integer('fallback') ?? 200 }),
  throws: (args) => ({ kind: 'throws', status: args.path('status'), fallback: args.integer('fallback') ?? 500 }),
  http: (args) => ({ kind: 'http', url: args.pathOr('url', first), method: args.pathOrWord('method') }),
  iterate: (args) => ({ kind: 'iterate', returns: args.oneFlag(['nothing', 'mapped', 'element', 'accumulated', 'self'] as const) }),
  combine: (args) => ({ kind: 'combine', how: args.oneFlag(['all', 'allSettled', 'race'] as const) }),
  then: () => ({ kind: 'then' }),
  catch: () => ({ kind: 'catch' }),
  finally: () => ({ kind: 'finally' }),
  includes: () => ({ kind: 'includes' }),
  startsWith: () => ({ kind: 'startsWith' }),
  call: (args) => ({ kind: 'call', run: args.pathOr('run', first) }),
  later: (args) => ({ kind: 'later', run: args.pathOr('run', first) }),
  pass: (args) => ({ kind: 'pass', argument: args.pathOr('arg', first) }),
  intercept: () => ({ kind: 'intercept' }),
  annotate: (args) => ({ kind: 'annotate', key: args.pathOr('key', first), value: args.pathOr('value', { argument: 1, path: [] }) }),
  annotation: (args) => ({ kind: 'annotation', key: args.pathOr('key', first) }),
  cache: () => ({ kind: 'cache' }),
}

const first: ArgumentPath = { argument: 0, path: [] }

export const effectTags: ReadonlySet<string> = new Set(Object.keys(parsers))

/** One tag's effect. `name` is without the `@`. */
export function parseEffect(name: string, text: string): TagResult {
  if (!isEffectKind(name)) return { message: `unknown tag @${name}` }
  const args = new TagArguments(text)
  const effect = parsers[name](args)
  const problem = args.problem()
  return problem === null ? { effect } : { message: `@${name}: ${problem}` }
}

function isEffectKind(name: string): name is EffectKind {
  return effectTags.has(name)
}

/** `0`, `-1`, `this`, `0.data.id`; undefined when `text` is none of these. */
export function parsePath(text: string): ArgumentPath | undefined {
  const [head = '', ...path] = text.split('.')
  if (path.includes('')) return undefined
  if (head === 'this') return { argument: 'this', path }
  return /^-?\d+$/.test(head) ? { argument: Number(head), path } : undefined
}

/**
 * The arguments of one tag. Reading a key also declares it: what no parser asked for is a mistake of the author's.
 * Readers return a harmless value after a mistake, so that parsing goes on to the first message.
 */
class TagArguments {
  private readonly keys = new Map<string, string[]>()
  private readonly flags = new Set<string>()
  private readonly known = new Set<string>()
  private message: string | null = null

  constructor(text: string) {
    for (const word of text.split(' ').filter((part) => part !== '')) {
      const equals = word.indexOf('=')
      if (equals < 0) this.flags.add(word)
      else this.keys.set(word.slice(0, equals), [...(this.keys.get(word.slice(0, equals)) ?? []), word.slice(equals + 1)])
    }
  }

  problem(): string | null {
    if (this.message !== null) return this.message
    for (const word of [...this.keys.keys(), ...this.flags]) {
      if (!this.known.has(word)) return `unknown argument '${word}'${this.known.size === 0 ? '; it takes none' : `; it knows ${[...this.known].join(', ')}`}`
    }
    return null
  }

  flag(name: string): boolean {
    this.known.add(name)
    return this.flags.has(name)
  }

  oneFlag<const T extends readonly [string, ...string[]]>(names: T): T[number] {
    for (const name of names) this.known.add(name)
    const given = names.filter((name) => this.flags.has(name))
    if (given.length !== 1) this.fail(`say exactly one of ${names.join(', ')}`)
    return given[0] ?? names[0]
  }

  required(key: string): string {
    const value = this.single(key)
    if (value === null || value === '') this.fail(`${key}=… is missing`)
    return value ?? ''
  }

  choice<const T extends readonly string[]>(key: string, names: T): T[number] | null {
    const value = this.single(key)
    if (value === null) return null
    const found = names.find((name) => name === value)
    if (found === undefined) this.fail(`${key}=${value} is not one of ${names.join(', ')}`)
    return found ?? null
  }

  integer(key: string): number | null {
    const value = this.single(key)
    if (value === null) return null
    if (!/^-?\d+$/.test(value)) this.fail(`${key}=${value} is not a number`)
    return Number(value)
  }

  path(key: string): ArgumentPath | null {
    const value = this.single(key)
    return value === null || value === 'none' ? null : this.parsed(key, value)
  }

  pathOr(key: string, fallback: ArgumentPath): ArgumentPath {
    return this.path(key) ?? fallback
  }

  pathOrWord(key: string): ArgumentPath | string | null {
    const value = this.single(key)
    return value === null ? null : (parsePath(value) ?? value)
  }

  paths(key: string): readonly ArgumentPath[] {
    return this.all(key).map((value) => this.parsed(key, value))
  }

  values(key: string): readonly string[] {
    return this.all(key).flatMap((value) => value.split('|'))
  }

  conditions(key: string): readonly ArgumentCondition[] {
    return this.all(key).map((text) => {
      const colon = text.indexOf(':')
      if (colon < 0) return { path: this.parsed(key, text), values: [] }
      return { path: this.parsed(key, text.slice(0, colon)), values: text.slice(colon + 1).split('|') }
    })
  }

  table(): TableSource {
    const value = this.single('table')
    if (value === null || value === 'receiver') return { from: 'receiver' }
    if (value === 'chain' || value === 'type') return { from: value }
    return { from: 'argument', argument: this.parsed('table', value) }
  }

  private parsed(key: string, text: string): ArgumentPath {
    const path = parsePath(text)
    if (path === undefined) this.fail(`${key}=${text} is no argument path (0, -1, this, 0.data.id)`)
    return path ?? first
  }

  private all(key: string): readonly string[] {
    this.known.add(key)
    return this.keys.get(key) ?? []
  }

  single(key: string): string | null {
    const values = this.all(key)
    if (values.length > 1) this.fail(`${key} is given twice`)
    return values[0] ?? null
  }

  private fail(message: string): void {
    this.message ??= message
  }
}
