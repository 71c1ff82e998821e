/** What a protection is made for: how it settles the payment, in which contexts, with what the workspace has. */
import type { Context } from '../../../flow/result'
import type { Knowledge } from '../payment/known'
import type { ReadFile } from '../payment/clients'
import type { WorkspaceFacts } from '../workspace'
import type { Group } from './group'

export type Settling = 'refund' | 'queue'

export interface WrapContext {
  readonly settling: Settling
  readonly contexts: ReadonlySet<Context>
  /** What the home knows of the payment on the other paths that the fix must hold for. */
  readonly others: readonly (Knowledge | null)[]
  /** A job that does not name the payment is the last resort. */
  readonly needsPayment: boolean
  /** The writes as the function that contains them all sees them, where that is not the home. */
  readonly inner: Group | null
  /** False: the statements are protected by a transaction already. */
  readonly withTransaction: boolean
  readonly workspace: WorkspaceFacts
  readonly readFile: ReadFile
}
