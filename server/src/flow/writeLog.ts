/** What one walk has seen of writes: the instances performed, how their failures ended, and which of them something runs again. */
import type { Location } from '../base/location'
import type { HandOvers } from './handOvers'
import type { Mechanism } from './result'
import type { Failure } from './state'
import type { CurrentEntry } from './walk'
import type { Fate, InstanceId, WriteInstance } from './write'

export interface Judged {
  readonly instance: WriteInstance
  readonly fates: readonly Fate[]
  readonly entry: CurrentEntry
}

type Described = Omit<WriteInstance, 'id' | 'entry'>

export class WriteLog {
  private readonly records: { readonly instance: WriteInstance; readonly entry: CurrentEntry; readonly fates: Fate[] }[] = []
  private readonly ids = new Map<string, InstanceId>()
  private readonly retries = new Map<InstanceId, Mechanism>()

  get size(): number {
    return this.records.length
  }

  get retriesSoFar(): number {
    return this.retries.size
  }

  /** One write, met again on the same path under the same circumstances, is one instance. */
  record(instance: Described, entry: CurrentEntry): InstanceId {
    const key = keyOf(instance, entry)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.records.length as InstanceId
    this.ids.set(key, id)
    this.records.push({ instance: { ...instance, id, entry: entry.point }, entry, fates: [] })
    return id
  }

  instanceOf(id: InstanceId): WriteInstance {
    const record = this.records[id]
    if (record === undefined) throw new Error(`No write instance ${String(id)}`)
    return record.instance
  }

  end(id: InstanceId, fate: Fate): void {
    this.records[id]?.fates.push(fate)
  }

  retry(failure: Failure, at: Location, what: string): void {
    for (const id of failure.ids) if (!this.retries.has(id)) this.retries.set(id, { kind: 'retry', at, what })
  }

  /** Takes back what was recorded since there were `size` instances. */
  forgetSince(size: number): void {
    this.records.splice(size)
    for (const [key, id] of this.ids) if (id >= size) this.ids.delete(key)
  }

  /** `unfollowed`: how those ended whose failure nobody followed to its end. */
  judged(handOvers: HandOvers, unfollowed: readonly Fate[]): readonly Judged[] {
    return this.records.map(({ instance, fates, entry }) => {
      const retry = this.retries.get(instance.id)
      const consumed = this.records.some((other) => other.entry !== entry && other.instance.write.site === instance.write.site)
      const recovers = (mechanism: Mechanism): boolean => consumed || !handOvers.isUsual(mechanism)
      return {
        instance,
        entry,
        fates: (fates.length === 0 ? unfollowed : fates).map((fate) => ({
          ...fate,
          mechanisms: [...fate.mechanisms.filter(recovers), ...(retry === undefined ? [] : [retry])],
        })),
      }
    })
  }
}

function keyOf(instance: Described, entry: CurrentEntry): string {
  return [
    instance.write.site,
    instance.chain.map((step) => `${step.at.file}#${String(step.at.start)}`).join('>'),
    instance.confirmations.map((confirmation) => `${confirmation.at.file}#${String(confirmation.at.start)}`).join(),
    instance.transactions.join(),
    `${String(instance.idempotent)}${instance.blockers.map(({ table, byPresence }) => table + String(byPresence)).join()}${String(instance.afterAnswer)}${String(instance.outside)}${entry.point.kind}`,
  ].join('|')
}
