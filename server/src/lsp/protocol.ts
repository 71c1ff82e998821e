/**
 * What client and server say to each other beyond LSP. The client imports this file: it may import types only.
 */
import type { Location } from 'vscode-languageserver'
import type { Tier, Verdict } from '../audit/report'
import type { ConfirmationKind, Context, MechanismKind, ProtectionClass } from '../flow/result'

export type { MechanismKind, ProtectionClass }

export const methods = {
  /** Notification to the client, one per folder, whenever an audit starts or ends: `FolderState`. */
  folderState: 'paidpath/folderState',
  /** Request to the server: forget everything, audit every folder again, answer when done. No parameters, no result. */
  auditAgain: 'paidpath/auditAgain',
} as const

export interface FolderState {
  readonly folder: { readonly uri: string; readonly name: string }
  readonly phase: 'auditing' | 'ready' | 'failed'
  /** What went wrong and what to do; only when failed. */
  readonly message: string | null
  /** The last good report; null before the first. */
  readonly report: ReportView | null
}

/** An audit report as a person looks at it: by handler, places as links. */
export interface ReportView {
  readonly verdict: Verdict
  readonly totals: { readonly operations: number; readonly protected: number; readonly byClass: Readonly<Record<ProtectionClass, number>> }
  readonly handlers: readonly HandlerView[]
  readonly advisories: readonly NoteView[]
  readonly suppressed: readonly NoteView[]
  readonly coverage: {
    readonly filesIndexed: number
    readonly filesAnalysed: number
    readonly callsResolved: number
    readonly skipped: readonly NoteView[]
  }
}

/** `label`: `app/route.ts:31`, relative to the folder. */
export interface Place {
  readonly location: Location
  readonly label: string
}

export interface NoteView {
  readonly text: string
  readonly at: Place
}

/** One entry point and the operations that lie on its paths. */
export interface HandlerView {
  readonly what: string
  readonly context: Context
  readonly at: Place
  readonly operations: readonly OperationView[]
}

export interface OperationView {
  readonly op: string
  readonly function: string
  readonly at: Place
  readonly tier: Tier
  /** Of this handler's paths to the operation. */
  readonly protected: boolean
  readonly class: ProtectionClass
  readonly paths: readonly PathView[]
}

export interface PathView {
  readonly class: ProtectionClass
  readonly protected: boolean
  /** The rule's sentence; null on a protected path. */
  readonly detail: string | null
  readonly confirmation: { readonly what: string; readonly kind: ConfirmationKind; readonly at: Place }
  readonly chain: readonly NoteView[]
  readonly mechanisms: readonly { readonly what: string; readonly kind: MechanismKind; readonly at: Place }[]
  /** Where the failure ended, on an unprotected path that has such a place. */
  readonly endedAt: Place | null
}
