/** What a quick fix is, and what is needed to make one. Knows neither the editor nor the terminal. */
import type { FilePath } from '../../base/location'
import type { Operation } from '../report'
import type { WorkspaceFacts } from './workspace'

/** Replaces the half-open range `start`..`end` of the original text. Changes of a file are sorted and never overlap. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The part of `text` that is the user's to replace. */
  readonly placeholder?: string
}

export interface FileEdit {
  readonly file: FilePath
  readonly changes: readonly TextChange[]
}

/** `refund`, `queue` and `redelivery` settle a failure; repairs remove one obstacle; `suppress` accepts the finding, `unsuppress` takes that back. */
export type FixKind = 'refund' | 'queue' | 'redelivery' | 'suppress' | 'unsuppress' | `repair-${RepairName}`

export type RepairName = 'await' | 'handle' | 'check-error' | 'rethrow' | 'answer-late' | 'metadata' | 'idempotency-key' | 'payment-status'

export interface Fix {
  /** The same while nothing that matters to the fix changes. */
  readonly id: string
  readonly title: string
  readonly kind: FixKind
  /** Every write of the handler in one edit. */
  readonly wholeHandler: boolean
  /** Why it cannot be applied here, in a sentence for the user; then there are no edits. */
  readonly disabled: string | null
  readonly edits: readonly FileEdit[]
  /** It reaches into other files, or relies on something the user must know (`note`). */
  readonly needsConfirmation: boolean
  /** What the user should check or do besides. */
  readonly note: string | null
  readonly isPreferred: false
}

export interface FixRequest {
  readonly operation: Operation
  /** One path of the operation, or every unprotected one. */
  readonly path: number | 'all'
  /** Every operation of the report: what else the same handler writes. */
  readonly operations: readonly Operation[]
  /** Text as the user sees it (unsaved buffers first). */
  readonly readFile: (file: FilePath) => string | undefined
  readonly workspace: WorkspaceFacts
}
