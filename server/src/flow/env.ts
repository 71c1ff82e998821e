/** A persistent map from variables to values: cheap to extend, cheap to join when little differs. */
import type { VariableId } from '../facts/ir'
import { joinValues, unknown, type Value } from './values'

interface Cell {
  readonly id: VariableId
  readonly value: Value
  readonly next: Cell | null
  readonly depth: number
}

const MOST_CELLS = 48

export class Env {
  static readonly empty = new Env(new Map(), null)

  private constructor(
    private readonly base: ReadonlyMap<VariableId, Value>,
    private readonly head: Cell | null,
  ) {}

  get(id: VariableId): Value | undefined {
    for (let cell = this.head; cell !== null; cell = cell.next) if (cell.id === id) return cell.value
    return this.base.get(id)
  }

  set(id: VariableId, value: Value): Env {
    const depth = (this.head?.depth ?? 0) + 1
    const extended = new Env(this.base, { id, value, next: this.head, depth })
    return depth > MOST_CELLS ? new Env(extended.flatten(), null) : extended
  }

  /** A variable known on one side only keeps its value: the other side has not declared it. */
  join(other: Env): Env {
    if (this === other || (this.base === other.base && this.head === other.head)) return this
    const changed = this.base === other.base ? new Set([...cellsAbove(this.head, other.head), ...cellsAbove(other.head, this.head)]) : null
    if (changed !== null) {
      let joined: Env = this // eslint-disable-line @typescript-eslint/no-this-alias -- an accumulator that starts here, not another name for `this`
      for (const id of changed) {
        const left = this.get(id)
        const right = other.get(id)
        const value = left === undefined ? right : right === undefined ? left : joinValues(left, right)
        if (value !== undefined && value !== left) joined = joined.set(id, value)
      }
      return joined
    }
    const all = this.flatten()
    for (const [id, right] of other.flatten()) {
      const left = all.get(id)
      if (left === undefined) all.set(id, right)
      else if (left !== right) all.set(id, joinValues(left, right))
    }
    return new Env(all, null)
  }

  /** What a call leaves behind: its own variables are forgotten, those around it keep what it gave them. */
  leaving(before: Env, isOwn: (id: VariableId) => boolean): Env {
    if (this === before || (this.base === before.base && this.head === before.head)) return before
    let left = before
    const keep = (id: VariableId, value: Value | undefined): void => {
      if (value !== undefined && !isOwn(id) && before.get(id) !== value) left = left.set(id, value)
    }
    if (this.base === before.base) {
      const ids = new Set(cellsAbove(this.head, before.head))
      for (const id of ids) keep(id, this.get(id))
    } else for (const [id, value] of this.flatten()) keep(id, value)
    return left
  }

  /** The values of these variables, for a closure that outlives its activation. */
  pick(ids: Iterable<VariableId>): ReadonlyMap<VariableId, Value> {
    const picked = new Map<VariableId, Value>()
    for (const id of ids) {
      const value = this.get(id)
      if (value !== undefined && value !== unknown) picked.set(id, value)
    }
    return picked
  }

  private flatten(): Map<VariableId, Value> {
    const all = new Map(this.base)
    const cells: Cell[] = []
    for (let cell = this.head; cell !== null; cell = cell.next) cells.push(cell)
    for (const cell of cells.reverse()) all.set(cell.id, cell.value)
    return all
  }
}

/** Variables assigned in `head` since it parted from `other`. */
function cellsAbove(head: Cell | null, other: Cell | null): VariableId[] {
  const shared = new Set<Cell>()
  for (let cell = other; cell !== null; cell = cell.next) shared.add(cell)
  const ids: VariableId[] = []
  for (let cell = head; cell !== null && !shared.has(cell); cell = cell.next) ids.push(cell.id)
  return ids
}
