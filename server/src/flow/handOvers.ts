/** Which hand-overs to a queue are recoveries, and which happen anyway. */
import type { Location } from '../base/location'
import { chainOf } from './memo'
import type { Mechanism } from './result'
import type { Frame } from './walk'

/**
 * A job that is also enqueued when nothing has failed (a confirmation mail, a next step) does not answer the failure of a write that was
 * swallowed before it. Told apart by call path, since helpers that enqueue are shared.
 */
export class HandOvers {
  private readonly usual = new Set<string>()
  private readonly paths = new Map<Mechanism, string>()

  noteUsual(frame: Frame, at: Location): void {
    this.usual.add(pathOf(frame, at))
  }

  noteUnderFailure(frame: Frame, mechanism: Mechanism): void {
    this.paths.set(mechanism, pathOf(frame, mechanism.at))
  }

  isUsual(mechanism: Mechanism): boolean {
    const path = this.paths.get(mechanism)
    return path !== undefined && this.usual.has(path)
  }
}

function pathOf(frame: Frame, at: Location): string {
  return [...chainOf(frame).map((step) => step.at), at].map(({ file, start }) => `${file}#${String(start)}`).join('>')
}
