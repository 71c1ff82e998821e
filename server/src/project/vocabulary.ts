/** The words by which the index knows that a file may concern payments or messages. Data of the catalogue, compiled to text tests. */

export interface ProjectVocabulary {
  /** Import specifiers of payment providers. */
  readonly packages: readonly string[]
  readonly hosts: readonly string[]
  readonly words: readonly string[]
  /** Names of paid and subscription events. */
  readonly events: readonly string[]
  /** Names whose use may confirm a payment: `charges.create` after a property, `constructEvent` anywhere. */
  readonly confirming: readonly string[]
  /** Values that say *paid*. */
  readonly statuses: readonly string[]
  /** Packages with senders, listeners or workers. */
  readonly messagePackages: readonly string[]
  /** Names that send a message or enqueue a job. */
  readonly senders: readonly string[]
  /** Names that register a listener or worker. */
  readonly listeners: readonly string[]
  /** Names that run something by the clock. */
  readonly schedulers: readonly string[]
}

export interface CompiledVocabulary {
  readonly source: ProjectVocabulary
  isPaymentPackage(specifier: string): boolean
  isMessagePackage(specifier: string): boolean
  isPaidEvent(text: string): boolean
  isPaidStatus(text: string): boolean
  /** `path` is the dotted end of a property access: `checkout.sessions.create`. */
  confirms(path: string): boolean
  isSender(name: string): boolean
  isListener(name: string): boolean
  namesHost(text: string): boolean
  speaksOfPayments(text: string): boolean
  eventsIn(text: string): readonly string[]
  registersListener(text: string): boolean
  schedules(text: string): boolean
}

export function compileVocabulary(vocabulary: ProjectVocabulary): CompiledVocabulary {
  const packages = packageTest(vocabulary.packages)
  const messagePackages = packageTest(vocabulary.messagePackages)
  const events = new Set(vocabulary.events)
  const statuses = new Set(vocabulary.statuses)
  const confirming = new Set(vocabulary.confirming)
  const senders = new Set(vocabulary.senders)
  const listeners = new Set(vocabulary.listeners)
  // An event is found by its first word, then looked up whole: a few alternatives instead of hundreds.
  const heads = new Set(vocabulary.events.map((event) => /^\w*/.exec(event)?.[0] ?? '').filter((head) => head !== ''))
  const eventPattern = alternatives(heads, (list) => new RegExp(`(['"\`])((?:${list})[^'"\`\\n]{0,80})\\1`, 'g'))
  const speech = alternatives([...vocabulary.words, ...vocabulary.hosts], (list) => new RegExp(list, 'i'))
  const listening = alternatives(vocabulary.listeners, (list) => new RegExp(`\\b(?:${list})\\s*(?:<[^;{}]*?>)?\\s*\\(`))
  const scheduling = alternatives(vocabulary.schedulers, (list) => new RegExp(`\\b(?:${list})\\s*(?:<[^;{}]*?>)?\\s*\\(`))
  return {
    source: vocabulary,
    isPaymentPackage: packages,
    isMessagePackage: messagePackages,
    isPaidEvent: (text) => events.has(text) || (/[.:_]$/.test(text) && vocabulary.events.some((event) => event.startsWith(text))),
    isPaidStatus: (text) => statuses.has(text),
    confirms(path) {
      for (let start = 0; start >= 0; start = nextSegment(path, start)) if (confirming.has(path.slice(start))) return true
      return false
    },
    isSender: (name) => senders.has(name),
    isListener: (name) => listeners.has(name),
    namesHost: (text) => vocabulary.hosts.some((host) => text.includes(host)),
    speaksOfPayments: (text) => speech?.test(text) ?? false,
    eventsIn(text) {
      if (eventPattern === null) return []
      const found = new Set<string>()
      for (const match of text.matchAll(eventPattern)) {
        const event = match[2] ?? ''
        if (events.has(event)) found.add(event)
      }
      return [...found].sort()
    },
    schedules: (text) => scheduling?.test(text) ?? false,
    registersListener: (text) => listening?.test(text) ?? false,
  }
}

/** A package's subpaths belong to it. */
function packageTest(packages: readonly string[]): (specifier: string) => boolean {
  const names = new Set(packages)
  const wildcards = packages.filter((name) => name.endsWith('/*')).map((name) => name.slice(0, -1))
  return (specifier) => names.has(specifier) || wildcards.some((prefix) => specifier.startsWith(prefix))
}

function nextSegment(path: string, from: number): number {
  const dot = path.indexOf('.', from)
  return dot < 0 ? -1 : dot + 1
}

function alternatives(words: Iterable<string>, make: (list: string) => RegExp): RegExp | null {
  const list = [...new Set(words)].filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return list.length === 0 ? null : make(list.join('|'))
}
