/** Names of providers' events and what they mean. */
import { derived } from '../base/derived'
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

/** Names that applications give to their own messages too. */
const generic = new Set([
  'order.paid',
  'order_created',
  'payment.succeeded',
  'payment_succeeded',
  'payment.captured',
  'payment_captured',
  'payment.updated',
  'payment_paid',
  'payment.capture',
  'invoice.paid',
  'invoice_paid',
  'subscription.paid',
  'transaction.completed',
  'transaction.paid',
  'checkout.completed',
  'charge.completed',
  'charge.complete',
])

/** Paid events that give their provider away by themselves, because nobody else has such a name. */
export const ownersOfEvents = derived((providers: FlowCatalogue['providers']): ReadonlyMap<string, string> => {
  const users = new Map<string, number>()
  for (const { events } of providers) for (const event of events.keys()) users.set(event, (users.get(event) ?? 0) + 1)
  const found = new Map<string, string>()
  for (const { name, events } of providers) {
    for (const [event, meaning] of events)
      if (meaning === 'paid' && users.get(event) === 1 && /[.:_]/.test(event) && !generic.has(event)) found.set(event, name)
  }
  return found
})
