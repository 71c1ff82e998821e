/** What the page of the audit panel and the extension say to each other. */
import type { FolderState, Place } from '../../../server/src/lsp/protocol'

export interface ToPage {
  readonly kind: 'state'
  /** Counts up; `drawn` gives it back. */
  readonly turn: number
  readonly folders: readonly FolderState[]
}

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly location: Place['location'] }
  /** Sent after each drawing. */
  | { readonly kind: 'drawn'; readonly turn: number; readonly drawn: Drawn }

/** What can be seen in the page now. */
export interface Drawn {
  readonly headings: readonly string[]
  /** Labels of the tree items, from top to bottom. */
  readonly items: readonly string[]
}
