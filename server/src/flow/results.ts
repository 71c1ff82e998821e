/** Sequences and joins of evaluation results. */
import type { ArrayItem, Expression } from '../facts/ir'
import { flavourOf, joinStates, mergeStates, type Result, type State } from './state'
import { joinValues, optionsOf, truthOf, unknown, valueKey, type Value } from './values'
import type { Exits, Frame, Walk } from './walk'

export function andThen(results: readonly Result[], next: (result: Result) => Result[]): Result[] {
  const [only] = results
  return results.length === 1 && only !== undefined ? next(only) : results.flatMap(next)
}

/** Joins results whose states may be joined; their values are joined too. */
export function mergeResults(results: readonly Result[]): Result[] {
  if (results.length < 2) return [...results]
  const byFlavour = new Map<string, Result[]>()
  for (const result of results) {
    const key = `${flavourOf(result.state)}|${toldOf(result)}`
    const group = byFlavour.get(key)
    if (group === undefined) byFlavour.set(key, [result])
    else group.push(result)
  }
  return [...byFlavour.values()].map((group) => group.reduce(joinResults))
}

/** What a failing state tells the caller: an error answer and a success are not joined, for they end the failure differently. */
function toldOf({ state, value }: Result): string {
  if (state.failure === null || state.failure.ids.size === 0) return ''
  // A rejection stops the caller who awaits it, a promise that was kept does not.
  return value.kind === 'promise' ? `${String(value.rejected)}:${saidBy(value.value)}` : saidBy(value)
}

function saidBy(value: Value): string {
  switch (value.kind) {
    case 'response':
      return String(value.status)
    case 'object':
      return [...value.properties].map(([key, property]) => `${key}:${/status/i.test(key) ? valueKey(property, 0) : String(truthOf(property))}`).join()
    default:
      return String(truthOf(value))
  }
}

function joinResults(a: Result, b: Result): Result {
  return { state: joinStates(a.state, b.state), value: joinValues(a.value, b.value) }
}

/** Alternatives that a list of operands may have. Each optional part of a failed state's object would double them: beyond this they are joined. */
const MOST_ALTERNATIVES = 8

/** Partial results of a list of operands, joined flavour by flavour once there are many. */
export function bounded<T extends { readonly state: State }>(partial: T[], join: (a: T, b: T, state: State) => T): T[] {
  if (partial.length <= MOST_ALTERNATIVES) return partial
  const byFlavour = new Map<string, T>()
  for (const one of partial) {
    const flavour = flavourOf(one.state)
    const other = byFlavour.get(flavour)
    byFlavour.set(flavour, other === undefined ? one : join(other, one, joinStates(other.state, one.state)))
  }
  return [...byFlavour.values()]
}

export function evaluateAll(
  walk: Walk,
  frame: Frame,
  expressions: readonly Expression[],
  state: State,
  exits: Exits,
): { readonly state: State; readonly values: readonly Value[] }[] {
  let partial: { state: State; values: readonly Value[] }[] = [{ state, values: [] }]
  for (const expression of expressions) {
    partial = partial.flatMap((before) =>
      walk.evaluate(frame, expression, before.state, exits).map((result) => ({ state: result.state, values: [...before.values, result.value] })),
    )
    partial = bounded(partial, (a, b, joined) => ({ state: joined, values: a.values.map((value, i) => joinValues(value, b.values[i] ?? unknown)) }))
  }
  return partial
}

/** Arguments or array items; known spreads are unrolled, an unknown one makes the rest uncertain. */
export function evaluateItems(
  walk: Walk,
  frame: Frame,
  items: readonly ArrayItem[],
  state: State,
  exits: Exits,
): { readonly state: State; readonly values: readonly Value[]; readonly open: boolean }[] {
  return evaluateAll(
    walk,
    frame,
    items.map((item) => item.value),
    state,
    exits,
  ).map(({ state: after, values }) => {
    const flat: Value[] = []
    let open = false
    values.forEach((value, i) => {
      if (items[i]?.spread !== true) flat.push(value)
      else {
        // What one alternative holds may be there: `...(full ? [db.a.update(…)] : [])`.
        for (const option of optionsOf(value)) if (option.kind === 'array') flat.push(...option.items)
        open ||= value.kind !== 'array' || value.rest !== null
      }
    })
    return { state: after, values: flat, open }
  })
}

/** Thrown states of one flavour enter the handler together. */
export function mergeThrown(throws: readonly Result[]): Result[] {
  const states = mergeStates(throws.map((result) => result.state))
  const [first] = throws
  const common = throws.every((result) => result.value === first?.value) ? (first?.value ?? unknown) : unknown
  return states.map((state) => ({ state, value: common }))
}
