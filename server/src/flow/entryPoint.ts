/** What a report says of the entry point whose walk is under way. */
import type { EntryCandidate } from '../callgraph/graph'
import type { Context, EntryPoint } from './result'

export function pointOf(candidate: EntryCandidate): EntryPoint {
  return { at: candidate.at, what: candidate.what, kind: candidate.kind, context: contextOf(candidate), referenced: candidate.referenced }
}

function contextOf(candidate: EntryCandidate): Context {
  switch (candidate.kind) {
    case 'http':
    case 'rpc':
    case 'action':
      return candidate.looksLikeWebhook ? 'webhook' : 'request'
    case 'event':
      return candidate.events.length > 0 ? 'webhook' : 'job'
    case 'job':
    case 'schedule':
      return 'job'
    case 'library':
      return 'library'
  }
}
