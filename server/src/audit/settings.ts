/** Settings of the rule: one shape for `paidpath.*` in the editor and flags of the CLI. */

export interface Settings {
  /** On: a transaction alone protects nothing that can stay charged. */
  readonly strict: boolean
  /** `never`: a provider's redelivery protects nothing. */
  readonly redelivery: 'idempotent' | 'never'
  /** Provider events that say a subscription started or changed are confirmations. */
  readonly subscriptionEvents: boolean
  /** Recognise `db.orders.create(...)` on receivers nobody can resolve. */
  readonly shapeFallback: boolean
  /** Globs, relative to the root, that are not analysed. */
  readonly exclude: readonly string[]
  /** Globs of declaration files that describe in-house clients. */
  readonly declarations: readonly string[]
  /** File of accepted findings, relative to the root or absolute; empty: none. */
  readonly baseline: string
  /** A module and its export (`src/queues/retry.ts#enqueueRetry`), relative to the root, that quick fixes hand failed work to; empty: what is found. */
  readonly retryQueue: string
}

export const defaultSettings: Settings = {
  strict: false,
  redelivery: 'idempotent',
  subscriptionEvents: true,
  shapeFallback: true,
  exclude: [],
  declarations: ['paidpath/**/*.d.ts'],
  baseline: 'paidpath-baseline.json',
  retryQueue: '',
}
