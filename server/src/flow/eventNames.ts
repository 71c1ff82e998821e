/** Names of providers' events and what they mean. */
import type { NamedEvent } from './state'
import type { EventTable } from './refine'
import type { FlowCatalogue } from './walk'

export class EventNames implements EventTable {
  constructor(
    private readonly providers: FlowCatalogue['providers'],
    /** Setting `paidpath.subscriptionEvents`. */
    private readonly subscriptions: boolean,
  ) {}

  /** Several providers use the same name for different things: the known provider decides, else any that says paid. */
  classify(name: string, provider: string | null): NamedEvent['class'] {
    const own = this.providers.find((candidate) => candidate.name === provider)?.events.get(name)
    const meanings = own !== undefined ? [own] : this.providers.flatMap((candidate) => candidate.events.get(name) ?? [])
    if (meanings.includes('paid')) return 'paid'
    return meanings.includes('subscription') && this.subscriptions ? 'subscription' : 'other'
  }

  withPrefix(prefix: string, provider: string | null): readonly string[] {
    const candidates = this.providers.filter((candidate) => candidate.name === provider)
    return (candidates.length > 0 ? candidates : this.providers).flatMap((candidate) => [...candidate.events.keys()].filter((name) => name.startsWith(prefix)))
  }
}
