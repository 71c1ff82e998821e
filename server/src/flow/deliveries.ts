/** Who receives a published message, with what, and what happens to it there when the handler throws. */
import type { Location } from '../base/location'
import type { CallGraph } from '../callgraph/graph'
import { jobArguments, type Consumer } from './consumers'
import { sameKey } from './effects/messages'
import { absent, constant, numberOf, optionsOf, type Value } from './values'
import type { CurrentEntry, Published } from './walk'

export interface Delivery {
  readonly at: Location
  readonly handler: Value
  readonly self: Value
  readonly arguments: readonly Value[]
  readonly how: Pick<CurrentEntry, 'onThrow' | 'retried' | 'acknowledges'>
}

export function deliveriesOf(graph: CallGraph, consumers: readonly Consumer[], message: Published): readonly Delivery[] {
  return [...toldItself(graph, message), ...consumers.flatMap((consumer) => (receives(consumer, message) ? [deliveryTo(consumer, message)] : []))]
}

/** A queue that is told the function itself: what it runs is certain, that it runs it again is not. */
function toldItself(graph: CallGraph, message: Published): readonly Delivery[] {
  return optionsOf(message.name).flatMap((handler) => {
    const fn = handler.kind === 'function' ? graph.functionOf(handler.id) : undefined
    if (fn === undefined) return []
    return [{ at: graph.locate(fn.file, fn.nameAt), handler, self: absent, arguments: [], how: { onThrow: 'fail', retried: false, acknowledges: false } }]
  })
}

function receives({ kind, name }: Consumer, message: Published): boolean {
  // A worker on a queue object is named by the object.
  const key = name?.kind === 'client' && name.table !== null ? constant(name.table) : name
  return key !== null && (sameKey(message.name, key) || (kind === 'worker' && sameKey(message.queue, key)))
}

function deliveryTo({ at, kind, run, self, retries, jobName }: Consumer, message: Published): Delivery {
  const attempts = numberOf(message.attempts)
  const again = kind === 'listener' || retries === 'yes' || retries === 'unacknowledged' || (retries === 'configured' && attempts !== null && attempts > 1)
  const retried = message.durable && again
  return {
    at,
    handler: run,
    self,
    arguments: jobName === null ? [] : jobArguments(jobName, message),
    how: { onThrow: retried ? 'retry' : 'fail', retried, acknowledges: retried && retries === 'unacknowledged' },
  }
}
