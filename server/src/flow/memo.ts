/** Remembers what a call of a function did in a context, so that each context is walked once. */
import { Env } from './env'
import type { ChainStep } from './result'
import { confirmationsOf, flavourOf, type Failure, type HeldConfirmation, type Result, type State } from './state'
import { boundKey, valueKey } from './values'
import type { Frame, Walk } from './walk'
import type { InstanceId } from './write'

interface Entry {
  readonly returns: readonly Result[]
  readonly throws: readonly Result[]
  readonly prefix: readonly ChainStep[]
}

export interface Recording {
  readonly key: string | null
  readonly prefix: readonly ChainStep[]
}

export class Memo {
  private readonly entries = new Map<string, Entry>()

  recall(walk: Walk, frame: Frame, state: State): { readonly returns: readonly Result[]; readonly throws: readonly Result[] } | null {
    const key = keyOf(frame, state)
    const entry = key === null ? undefined : this.entries.get(key)
    if (entry === undefined) return null
    const replay = (results: readonly Result[]): Result[] =>
      results.map((result) => ({ value: result.value, state: replayed(walk, entry, chainOf(frame), result.state, state) }))
    return { returns: replay(entry.returns), throws: replay(entry.throws) }
  }

  begin(frame: Frame, state: State): Recording {
    return { key: keyOf(frame, state), prefix: chainOf(frame) }
  }

  finish(recording: Recording, results: { readonly returns: readonly Result[]; readonly throws: readonly Result[] }): void {
    if (recording.key === null) return
    this.entries.set(recording.key, { returns: results.returns.map(withoutVariables), throws: results.throws.map(withoutVariables), prefix: recording.prefix })
  }
}

/** The variables of where it is recalled take their place: to keep them would keep every state alive. */
function withoutVariables(result: Result): Result {
  return { value: result.value, state: { ...result.state, env: Env.empty } }
}

/** The named calls that lead to a frame, from the entry point. */
export function chainOf(frame: Frame): ChainStep[] {
  const chain: ChainStep[] = []
  for (let current: Frame | null = frame; current !== null; current = current.parent) if (current.step !== null) chain.push(current.step)
  return chain.reverse()
}

/**
 * Equal keys promise equal behaviour. Functions that see variables of a running activation have none: their surroundings are
 * not part of the key.
 */
function keyOf(frame: Frame, state: State): string | null {
  const { fn } = frame
  if (fn.enclosing !== null && frame.bound === null) return null
  const event =
    state.event === null ? '' : `${[...state.event.named.keys()].join(',')}/${state.event.rest === null ? '-' : state.event.rest.excluded.join(',')}`
  return [
    fn.id,
    frame.arguments.map((value) => valueKey(value)).join(';'),
    valueKey(frame.self),
    boundKey(frame.bound),
    flavourOf(state),
    confirmationsOf(state).map(placeOf).join(','),
    // An event outweighs what is held, but what is held comes back with the remembered state.
    state.held.map(placeOf).join(','),
    `${String(state.statusTested)}/${String(state.retrieved)}`,
    event,
    // States that carry a failed write record no writes: what makes one repeatable does not matter to them.
    ...(state.failure !== null && state.failure.ids.size > 0
      ? []
      : [
          [...state.guards, ...state.turningBack].map((guard) => `${guard.table}.${guard.field ?? ''}:${guard.means}`).join(','),
          [...new Set(state.committed.map((committed) => committed.table))].join(','),
        ]),
    state.open.map((open) => open.connection).join(','),
    `${String(state.code)}/${String(state.answer?.status)}`,
  ].join('\n')
}

function placeOf({ confirmation }: HeldConfirmation): string {
  return `${confirmation.at.file}#${String(confirmation.at.start)}`
}

/** The remembered outcome as it would be here: this state's variables, and instances reached by this chain. */
function replayed(walk: Walk, entry: Entry, prefix: readonly ChainStep[], after: State, before: State): State {
  const failure =
    after.failure === null
      ? null
      : before.failure !== null
        ? { ...after.failure, ids: before.failure.ids, rolledBack: before.failure.rolledBack }
        : renamed(walk, after.failure, entry.prefix, prefix)
  return { ...after, env: before.env, failure }
}

function renamed(walk: Walk, failure: Failure, from: readonly ChainStep[], to: readonly ChainStep[]): Failure {
  const names = new Map<InstanceId, InstanceId>()
  for (const id of failure.ids) {
    const instance = walk.writes.instanceOf(id)
    names.set(id, walk.writes.record({ ...instance, chain: [...to, ...instance.chain.slice(from.length)] }, walk.entry))
  }
  const rename = (id: InstanceId): InstanceId => names.get(id) ?? id
  return { ...failure, ids: new Set(names.values()), rolledBack: new Map([...failure.rolledBack].map(([id, mechanism]) => [rename(id), mechanism])) }
}
