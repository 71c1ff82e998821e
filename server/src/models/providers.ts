/** What declaration files say about payment providers: hosts, words, event names, and the paths of their HTTP interface. */
import ts from 'typescript'
import { parseEffect, tagsOf } from './tags'

export type EventMeaning = 'paid' | 'subscription' | 'other'

/** What a plain HTTP call to a provider does. `checkout` creates a payment that is not taken yet. */
export type RouteMeaning = 'charge' | 'hold' | 'payment' | 'refund' | 'void' | 'checkout' | 'provider'

export interface ProviderRoute {
  readonly method: string
  /** `/v2/checkout/orders/:id/capture`: a segment with `:` stands for any one segment. */
  readonly pattern: string
  readonly meaning: RouteMeaning
}

export interface Provider {
  readonly name: string
  readonly hosts: readonly string[]
  /** Lower-case words that give the provider away in a file, in any case and inside longer words: `stripe`. */
  readonly words: readonly string[]
  readonly events: ReadonlyMap<string, EventMeaning>
  readonly routes: readonly ProviderRoute[]
  /** Values of a payment's state, for payments that arrive untyped: read by plain HTTP, or in the body of a webhook. */
  readonly statuses: { readonly paid: readonly string[]; readonly unpaid: readonly string[] }
}

export interface TagProblem {
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface FileHeader {
  readonly library: string
  readonly provider: string | null
}

type Report = (offset: number, message: string) => void

interface ProviderDraft {
  readonly name: string
  readonly hosts: Set<string>
  readonly words: Set<string>
  readonly events: Map<string, EventMeaning>
  readonly routes: ProviderRoute[]
  readonly statuses: { readonly paid: string[]; readonly unpaid: string[] }
}

const meanings: ReadonlySet<string> = new Set<RouteMeaning>(['charge', 'hold', 'payment', 'refund', 'void', 'checkout', 'provider'])
/** Tags of a file's first comment. `@provider` means something else on a member. */
export const headerTags: ReadonlySet<string> = new Set(['library', 'provider', 'route', 'status', 'paid', 'subscription', 'other'])
const eventMeanings: ReadonlySet<string> = new Set<EventMeaning>(['paid', 'subscription', 'other'])

/** Several files may describe one provider (SDK, framework adapters); their statements add up. */
export class ProviderCollector {
  private readonly drafts = new Map<string, ProviderDraft>()

  get providers(): readonly Provider[] {
    return [...this.drafts.values()].map((draft) => ({ ...draft, hosts: [...draft.hosts], words: [...draft.words] })).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  addFile(file: ts.SourceFile, report: Report): FileHeader {
    const comment = /^\s*\/\*\*[\s\S]*?\*\//.exec(file.text)
    const start = comment === null ? 0 : comment[0].indexOf('/**')
    let library = ''
    let draft: ProviderDraft | null = null
    for (const tag of comment === null ? [] : tagsOf(comment[0])) {
      const fail = (message: string): void => {
        report(start + tag.offset, message)
      }
      const words = tag.text.split(' ').filter((word) => word !== '')
      const { name } = tag
      if (name === 'library') library = words[0] ?? ''
      else if (name === 'provider' && words[0] !== undefined) draft = this.header(words[0], words.slice(1), fail)
      else if (name === 'route') addRoute(draft, words, fail)
      else if (name === 'status') addStatuses(draft, tag.text, fail)
      else if (isEventMeaning(name)) addEvents(draft, name, words, fail)
    }
    if (library === '') report(0, 'the first comment of the file must name its @library')
    return { library: library === '' ? baseName(file.fileName) : library, provider: draft?.name ?? null }
  }

  private header(name: string, settings: readonly string[], fail: (message: string) => void): ProviderDraft {
    const draft = this.drafts.get(name) ?? { name, hosts: new Set(), words: new Set(), events: new Map(), routes: [], statuses: { paid: [], unpaid: [] } }
    this.drafts.set(name, draft)
    for (const setting of settings) {
      const [key = '', list = ''] = setting.split('=', 2)
      const target = key === 'hosts' ? draft.hosts : key === 'words' ? draft.words : null
      if (target === null) fail(`@provider: unknown argument '${key}'; it knows hosts, words`)
      else for (const value of list.split('|')) target.add(value)
    }
    return draft
  }
}

function addEvents(draft: ProviderDraft | null, meaning: EventMeaning, names: readonly string[], fail: (message: string) => void): void {
  if (draft === null) fail(`@${meaning} must follow @provider`)
  for (const name of names) {
    if (draft?.events.has(name) === true && draft.events.get(name) !== meaning) fail(`the event ${name} has two meanings`)
    draft?.events.set(name, meaning)
  }
}

function addStatuses(draft: ProviderDraft | null, text: string, fail: (message: string) => void): void {
  const result = parseEffect('status', text)
  if (draft === null) fail('@status must follow @provider')
  else if ('message' in result) fail(result.message)
  else if (result.effect.kind === 'status') {
    draft.statuses.paid.push(...result.effect.paid)
    draft.statuses.unpaid.push(...result.effect.unpaid)
  }
}

function isEventMeaning(name: string): name is EventMeaning {
  return eventMeanings.has(name)
}

function isRouteMeaning(name: string): name is RouteMeaning {
  return meanings.has(name)
}

function addRoute(draft: ProviderDraft | null, words: readonly string[], fail: (message: string) => void): void {
  const [method = '', pattern = '', meaning = ''] = words
  if (draft === null) fail('@route must follow @provider')
  else if (!pattern.startsWith('/') || !isRouteMeaning(meaning)) fail(`@route: write METHOD /path/:id and one of ${[...meanings].join(', ')}`)
  else draft.routes.push({ method: method.toUpperCase(), pattern, meaning })
}

/** The last JSDoc comment before a node, or ''. */
export function commentBefore(file: ts.SourceFile, node: ts.Node): string {
  const comments = (ts.getLeadingCommentRanges(file.text, node.pos) ?? []).map((range) => file.text.slice(range.pos, range.end))
  return comments.findLast((comment) => comment.startsWith('/**')) ?? ''
}

function baseName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.d\.ts$/, '')
}
