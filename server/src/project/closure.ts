/**
 * Which files an audit has to look at, chosen by name from the declarations that may confirm a payment: upwards to the entry points,
 * downwards to what these may call, sideways to the listeners of the messages they send.
 *
 * Deliberately unsound, because following these edges reaches everything: rendering a component (unless it is handed an `on…` callback), side-effect
 * imports, callbacks registered by a call at load time and called from elsewhere (unless by `set`, `push`, `on` and the like on a shared object),
 * containers that find services by string, and validation schemas.
 */
import type { FilePath } from '../base/location'
import { Demand } from './demand'
import { createNames, type OutlineCache } from './names'
import { Reach } from './reach'
import type { SourceStore } from './sourceStore'
import type { WorkspaceIndex } from './workspaceIndex'

export interface Closure {
  /** Sorted. */
  readonly files: readonly FilePath[]
  /** How many more files the limit kept out. */
  readonly cut: number
}

export interface ClosureOptions {
  readonly largest: number
  /** Files that belong to it whoever calls them. */
  readonly wanted?: readonly FilePath[]
  /** Awaited every few milliseconds; throws to cancel. */
  readonly onSlice: () => Promise<void>
}

const sliceMilliseconds = 12

export async function selectClosure(index: WorkspaceIndex, sources: SourceStore, cache: OutlineCache, options: ClosureOptions): Promise<Closure> {
  const names = createNames(index, sources, cache)
  const reach = new Reach(names)
  await runInSlices(() => reach.step(), options.onSlice)
  const wanted = (options.wanted ?? []).filter((file) => index.files.has(file))
  const demand = new Demand(names, reach, wanted, options.largest)
  await runInSlices(() => demand.step(), options.onSlice)
  return { files: [...demand.files].sort(), cut: demand.cut.size }
}

async function runInSlices(step: () => boolean, onSlice: () => Promise<void>): Promise<void> {
  let sliceEnd = performance.now() + sliceMilliseconds
  while (step()) {
    if (performance.now() < sliceEnd) continue
    await onSlice()
    sliceEnd = performance.now() + sliceMilliseconds
  }
}
