/** The words by which the index knows that a file may concern payments or messages. Data of the catalogue, compiled to text tests. */

/** Packages of one catalogue file about payments. */
export interface PaymentLibrary {
  readonly name: string
  /** Import specifiers. */
  readonly packages: readonly string[]
  /** Words that give the provider away. */
  readonly words: readonly string[]
  /** Names whose use may confirm a payment: `charges.create` after a property, `constructEvent` anywhere. */
  readonly confirming: readonly string[]
}

export interface ProjectVocabulary {
  readonly libraries: readonly PaymentLibrary[]
  readonly hosts: readonly string[]
  readonly words: readonly string[]
  /** Names of paid and subscription events. */
  readonly events: readonly string[]
  /** Fixed parts of the paths of providers' HTTP interfaces: `/v2/checkout/orders/`. */
  readonly routes: readonly string[]
  /** Values that say *paid*, and properties that hold them. */
  readonly statuses: readonly string[]
  readonly statusProperties: readonly string[]
  /** Packages with senders, listeners or workers. */
  readonly messagePackages: readonly string[]
  /** Packages that run things by the clock. */
  readonly schedulePackages: readonly string[]
  /** Packages that make functions from the types of others: `proxyActivities<typeof activities>()`. */
  readonly proxyPackages: readonly string[]
  /** Names that send a message or enqueue a job. */
  readonly senders: readonly string[]
  /** Names that register a listener or worker. */
  readonly listeners: readonly string[]
}

export interface CompiledVocabulary {
  /** The library a specifier belongs to. */
  paymentLibrary(specifier: string): string | undefined
  isMessagePackage(specifier: string): boolean
  isSchedulePackage(specifier: string): boolean
  isProxyPackage(specifier: string): boolean
  /** `certain`: no other thing has such a name. `likely`: it has one where payments are near. */
  paidEvent(text: string): 'certain' | 'likely' | null
  isPaidStatus(text: string): boolean
  isStatusProperty(name: string): boolean
  /** Libraries that use such a name. `path` is the dotted end of a property access: `checkout.sessions.create`. */
  librariesThatConfirm(path: string): readonly string[]
  wordsOf(library: string): { test(text: string): boolean } | null
  isSender(name: string): boolean
  isListener(name: string): boolean
  namesHost(text: string): boolean
  namesRoute(text: string): boolean
  /** A provider's word or host occurs. */
  speaksOfPayments(text: string): boolean
  /** A name, event or status occurs that may confirm a payment where payments are near. */
  mayConfirm(text: string): boolean
  /** The name of a paid event occurs as a literal. */
  hasEvent(text: string): boolean
}

export function compileVocabulary(vocabulary: ProjectVocabulary): CompiledVocabulary {
  const libraries = vocabulary.libraries.map((library) => ({
    name: library.name,
    owns: packageTest(library.packages),
    words: wordPattern(library.words),
  }))
  const libraryOfSpecifier = new Map<string, string | undefined>()
  const confirming = new Map<string, string[]>()
  for (const { name, confirming: names } of vocabulary.libraries) for (const path of names) confirming.set(path, [...(confirming.get(path) ?? []), name])
  const events = new Set(vocabulary.events)
  const certainEvents = new Set(vocabulary.events.filter(isDistinctive))
  const statuses = new Set(vocabulary.statuses)
  const statusProperties = new Set(vocabulary.statusProperties)
  const senders = new Set(vocabulary.senders)
  const listeners = new Set(vocabulary.listeners)
  const words = wordPattern(vocabulary.words)
  const hosts = anyOf(vocabulary.hosts, (list) => new RegExp(list))
  const eventLiteral = anyOf(events, (list) => new RegExp(`(['"\`])(?:${list})\\1`))
  const near = [
    anyOf(
      lastNames(confirming.keys()).filter((name) => !plainName.test(name)),
      (list) => new RegExp(`\\b(?:${list})\\b`),
    ),
    anyOf(vocabulary.statuses, (list) => new RegExp(`(['"\`])(?:${list})\\1`)),
    anyOf([...vocabulary.hosts, ...vocabulary.routes, ...signatureChecks], (list) => new RegExp(list)),
    /['"`][a-z_]+[.:_]['"`]/,
  ]
  return {
    paymentLibrary(specifier) {
      if (!libraryOfSpecifier.has(specifier)) libraryOfSpecifier.set(specifier, libraries.find((library) => library.owns(specifier))?.name)
      return libraryOfSpecifier.get(specifier)
    },
    isMessagePackage: packageTest(vocabulary.messagePackages),
    isSchedulePackage: packageTest(vocabulary.schedulePackages),
    isProxyPackage: packageTest(vocabulary.proxyPackages),
    paidEvent(text) {
      if (certainEvents.has(text)) return 'certain'
      // `startsWith('invoice.')`
      return events.has(text) || (/[.:_]$/.test(text) && vocabulary.events.some((event) => event.startsWith(text))) ? 'likely' : null
    },
    isPaidStatus: (text) => statuses.has(text),
    isStatusProperty: (name) => statusProperties.has(name),
    librariesThatConfirm(path) {
      const found: string[] = []
      for (let start = 0; start >= 0; start = nextSegment(path, start)) found.push(...(confirming.get(path.slice(start)) ?? []))
      return found
    },
    wordsOf: (name) => libraries.find((library) => library.name === name)?.words ?? null,
    isSender: (name) => senders.has(name),
    isListener: (name) => listeners.has(name),
    namesHost: (text) => vocabulary.hosts.some((host) => text.includes(host)),
    namesRoute: (text) => vocabulary.routes.some((route) => text.includes(route)),
    speaksOfPayments: (text) => words?.test(text) === true || hosts?.test(text) === true,
    mayConfirm: (text) => near.some((pattern) => pattern?.test(text) === true),
    hasEvent: (text) => eventLiteral?.test(text) ?? false,
  }
}

/** Checks of a provider's signature that are made with the runtime's own means. */
export const signatureChecks: readonly string[] = ['createHmac', 'timingSafeEqual']

/** Names that everybody uses: only an import tells what they are. */
export const plainName = /^(?:get|fetch|parse|execute|update|create|success|complete|paid|run|capture|verify|activate|initialize|confirm|charge|pay|retrieve)$/

/** Three words or more: `checkout.session.completed`. `order.paid` may be anybody's. */
function isDistinctive(event: string): boolean {
  return event.split(/[.:_]/).length > 2
}

function lastNames(paths: Iterable<string>): readonly string[] {
  return [...paths].map((path) => path.slice(path.lastIndexOf('.') + 1))
}

/** `stripe`, `stripe_id`, `stripeId`, `STRIPE_KEY`, `NOWPayments`, `myStripe`; not `striped`, and no `omise` in `Promise`. */
function wordPattern(words: readonly string[]): { test(text: string): boolean } | null {
  const starting = anyOf(words, (list) => new RegExp(`(?<![a-z])(?:${list})(?![ds]\\b)`, 'i'))
  const inside = anyOf(
    words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
    (list) => new RegExp(`(?:${list})(?![a-z])`),
  )
  return starting === null ? null : { test: (text) => starting.test(text) || inside?.test(text) === true }
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

function anyOf(words: Iterable<string>, make: (list: string) => RegExp): RegExp | null {
  const list = [...new Set(words)].filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return list.length === 0 ? null : make(list.join('|'))
}
