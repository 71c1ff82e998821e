/** Values that nobody keeps, and what that loses. */
import { confirmationsOf, type State } from './state'
import type { Value } from './values'
import type { Walk } from './walk'

/** A refund whose failure goes unnoticed; a builder that never runs. */
export function noteDropped(walk: Walk, state: State, value: Value): void {
  if (value.kind === 'promise' && value.value.kind === 'refund') walk.advise('refund-not-awaited', value.value.at, value.value.text)
  if (value.kind === 'lazy' && value.write.form !== 'read' && state.failure === null && confirmationsOf(state).length > 0)
    walk.advise('never-runs', value.write.at, value.write.op)
}
