/** Writes as the walk meets them: pending builders, performed instances, and what is known of their data. */
import type { Location } from '../base/location'
import type { FunctionId } from '../facts/ir'
import type { ErrorStyle, WriteForm } from '../models/effects'
import type { ConnectionId, Value } from './values'
import type { ChainStep, Confirmation, EntryPoint, Mechanism, Outcome } from './result'

/** One write call site: `FILE#OFFSET` of the method's name. */
export type WriteSite = string & { readonly __brand: 'WriteSite' }

/** A write (or read) that a builder describes and something later runs. */
export interface PendingWrite {
  readonly site: WriteSite
  readonly at: Location
  readonly callAt: Location
  readonly op: string
  readonly store: string
  readonly function: string
  /** `read`: the builder only looks something up. */
  readonly form: WriteForm | 'read'
  readonly table: string | null
  readonly where: Value | null
  readonly data: Value | null
  readonly errors: ErrorStyle
  readonly idempotent: 'always' | 'never' | 'by-form'
  /** What it runs on: the handle of a transaction, or an outer client. */
  readonly connections: readonly ConnectionId[]
  /** Awaiting alone does not run it. */
  readonly needsRun: boolean
  /** It runs, and fails, at the call itself (embedded databases). */
  readonly synchronous: boolean
}

export type InstanceId = number & { readonly __brand: 'InstanceId' }

/** A committed write in whose table a new try finds that it has nothing to do. */
export interface Blocker {
  readonly table: string
  /** What stops the new try is that the row is there; otherwise what the row says. */
  readonly byPresence: boolean
}

/** A write performed after a confirmation, at one place of the walk: the unit whose failure is followed. */
export interface WriteInstance {
  readonly id: InstanceId
  readonly write: PendingWrite
  readonly entry: EntryPoint
  readonly confirmations: readonly Confirmation[]
  readonly chain: readonly ChainStep[]
  /** Functions that were running, outermost first. */
  readonly inside: readonly FunctionId[]
  /** Transactions it has joined, innermost first. */
  readonly transactions: readonly ConnectionId[]
  /** A transaction is open around it that it did not join. */
  readonly outside: boolean
  readonly idempotent: boolean
  /** Earlier committed writes that make a new try skip this one. */
  readonly blockers: readonly Blocker[]
  /** Earlier writes that stay when this one fails, and that a new delivery would apply again. */
  readonly repeated: readonly { readonly op: string; readonly at: Location }[]
  /** The answer had been sent before it ran. */
  readonly afterAnswer: boolean
  readonly bookkeeping: boolean
}

/** How one failing run of an instance ended. */
export interface Fate {
  readonly outcome: Outcome
  readonly mechanisms: readonly Mechanism[]
  readonly endedAt: Location | null
  /** Tables that the failure's handling deleted from. */
  readonly cleared: readonly string[]
}
