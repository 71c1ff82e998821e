/** What a test tells when it is true and when it is false, as data that can wait in a variable until it is branched on. */
import type { Location } from '../base/location'
import type { VariableId } from '../facts/ir'

export type Refinement =
  /** The provider's event is one of `names` (or starts with one of `prefixes`). */
  | { readonly kind: 'event'; readonly names: readonly string[]; readonly prefixes: readonly string[]; readonly at: Location; readonly provider: string | null }
  /**
   * True: the payment is paid (`paid`), is known not to be (`unpaid`), or takes no money at all (`free`); false: the opposite of `paid`, nothing for the
   * others.
   */
  | { readonly kind: 'status'; readonly says: 'paid' | 'unpaid' | 'free'; readonly at: Location; readonly what: string; readonly provider: string }
  /** A provider's signature is right: what follows deals with a verified event, or with a paid payment (`paid`). */
  | { readonly kind: 'signature'; readonly paid: boolean; readonly at: Location; readonly provider: string }
  /** True: the look-up found a row. */
  | { readonly kind: 'found'; readonly table: string; readonly readAt: number }
  /** True: the row's field is (`equals`) or is truthy. `marks`: the true branch means the work is done already. */
  | { readonly kind: 'field'; readonly table: string; readonly field: string; readonly readAt: number; readonly means: 'done' | 'pending' | 'unknown' }
  | { readonly kind: 'variable'; readonly id: VariableId; readonly test: 'truth' }
  | { readonly kind: 'not'; readonly of: Refinement }
  | { readonly kind: 'and'; readonly left: Refinement; readonly right: Refinement }
  | { readonly kind: 'or'; readonly left: Refinement; readonly right: Refinement }
  | { readonly kind: 'nothing' }

export const nothing: Refinement = { kind: 'nothing' }

export function negate(refinement: Refinement): Refinement {
  if (refinement.kind === 'not') return refinement.of
  return refinement.kind === 'nothing' ? refinement : { kind: 'not', of: refinement }
}
