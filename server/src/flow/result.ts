/** What the walk found, before any wording: paths from entry points through confirmations to writes, and their fate. */
import type { Location } from '../base/location'
import type { EntryKind } from '../models/effects'

/** Who started the code, which decides what a failure means and what the fixes offer first. */
export type Context = 'webhook' | 'request' | 'job' | 'library'

export interface EntryPoint {
  readonly at: Location
  /** `Next.js route POST`, `BullMQ worker "orders"`. */
  readonly what: string
  readonly kind: EntryKind
  readonly context: Context
  /** False for an export nothing refers to: its paths decide nothing. */
  readonly referenced: boolean
}

export type ConfirmationKind = 'event' | 'charge' | 'status' | 'subscription'

export interface Confirmation {
  readonly at: Location
  readonly kind: ConfirmationKind
  /** Event names joined by `, `, or the call or test as written. */
  readonly what: string
  /** Catalogue entry of the provider: `stripe`. */
  readonly provider: string
}

export interface ChainStep {
  readonly at: Location
  /** The call as written, without arguments. */
  readonly call: string
}

/** What makes a failed write harmless. `redelivery`, `queue`, `job` and `retry` together are class c. */
export type MechanismKind = 'transaction' | 'compensation' | 'queue' | 'job' | 'retry' | 'redelivery'

export interface Mechanism {
  readonly kind: MechanismKind
  /** The transaction call, the refund, the enqueue, … */
  readonly at: Location
  readonly what: string
}

/** Where the failure goes (spec section 4). */
export type Outcome = 'propagates' | 'swallowed' | 'lost'

export type Reason = 'swallowed' | 'lost' | 'outside-transaction' | 'retry-blocked' | 'not-idempotent' | 'no-handling'

export type ProtectionClass = 'a' | 'b' | 'c' | 'd'

export interface WritePath {
  readonly entry: EntryPoint
  readonly confirmation: Confirmation
  /** Calls of named functions, from the confirmation to the function that holds the write. */
  readonly chain: readonly ChainStep[]
  readonly mechanisms: readonly Mechanism[]
  readonly class: ProtectionClass
  readonly reason: Reason | null
  readonly outcome: Outcome
  readonly idempotent: boolean
  /** The `catch` (or branch, or transaction call) that ended the failure, where there is one. */
  readonly endedAt: Location | null
}

/** One write call site that lies on at least one path after a confirmation. */
export interface WriteOperation {
  /** Span of the method's name: `create` of `db.order.create(...)`. */
  readonly at: Location
  /** Span of the whole call expression. */
  readonly callAt: Location
  /** Receiver chain and method as written, no arguments. */
  readonly op: string
  /** Catalogue entry, or `shape`. */
  readonly store: string
  /** Nearest named function. */
  readonly function: string
  readonly table: string | null
  readonly bookkeeping: boolean
  readonly paths: readonly WritePath[]
}

export type AdvisoryKind =
  | 'rolled-back-but-charged'
  | 'redelivery-repeats'
  | 'charge-inside-transaction'
  | 'refund-not-awaited'
  | 'refund-without-idempotency-key'
  | 'refund-and-retry'
  | 'compensation-covers-charge'
  | 'retry-not-durable'
  | 'missing-order-metadata'
  | 'unchecked-payment-status'
  | 'unconfirmed-fulfilment'
  | 'never-runs'

export interface FlowAdvisory {
  readonly at: Location
  readonly kind: AdvisoryKind
  /** What it is about, for the message: the call as written, the event. */
  readonly subject: string
}

export interface FlowResult {
  readonly operations: readonly WriteOperation[]
  readonly advisories: readonly FlowAdvisory[]
  readonly coverage: FlowCoverage
}

export interface FlowCoverage {
  readonly calls: number
  readonly callsResolved: number
  /** Entry points whose walk hit a budget, with the function where it stopped. */
  readonly cut: readonly { readonly at: Location; readonly why: string }[]
}
