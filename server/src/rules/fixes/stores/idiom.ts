/** What a store's own way of running statements in one transaction has to say about some code. */
import type ts from 'typescript'
import type { Operation } from '../../report'
import type { TextChange } from '../fix'
import type { WorkspaceFacts } from '../workspace'
import type { Blocked } from '../payment/refund'
import type { ReadFile } from '../payment/clients'
import type { Chain } from '../source/chains'
import type { Source } from '../source/source'

export interface WriteSite {
  readonly operation: Operation
  readonly chain: Chain
}

/** Code of one function whose statements shall share a transaction. */
export interface Scope {
  readonly source: Source
  /** Statements of the range, or a callee's whole body. */
  readonly nodes: readonly ts.Node[]
  /** Writes of one store in these nodes. Never empty where a plan is asked for. */
  readonly writes: readonly WriteSite[]
  /** Names that a new variable must not have. */
  readonly taken: ReadonlySet<string>
  readonly workspace: WorkspaceFacts
  readonly readFile: ReadFile
}

export type TransactionPlan =
  /** The body becomes a callback: `await ${opener}` body `${closer}`. */
  | {
      readonly form: 'callback'
      readonly opener: string
      readonly closer: string
      /** False for synchronous drivers. */
      readonly awaits: boolean
      /** The store may run the callback again. */
      readonly repeats: boolean
      readonly changes: readonly TextChange[]
      readonly note: string | null
    }
  /** The body stays in its function, between lines that begin and end the transaction. Those of `after` roll back and rethrow. */
  | {
      readonly form: 'manual'
      readonly before: readonly string[]
      readonly after: readonly string[]
      readonly depth: number
      readonly changes: readonly TextChange[]
      readonly note: string | null
    }

/** A callee that takes part in its caller's transaction through an optional last parameter. */
export interface Joined {
  /** `tx: Prisma.TransactionClient = prisma` */
  readonly parameter: string
  readonly changes: readonly TextChange[]
}

export interface Idiom {
  /** `client`: what opens the transaction, where the scope has no write of its own to tell. */
  readonly plan: (scope: Scope, handle: string, client: string | null) => TransactionPlan | Blocked
  /** What the handle is called where the file has no such name yet. */
  readonly handleNames: readonly string[]
  /** Null: a callee cannot be made to join. `scope.nodes` is its body. */
  readonly join: ((scope: Scope, handle: string) => Joined | Blocked) | null
  /** The client as the callee names it, for opening the transaction in the caller. */
  readonly clientOf: (scope: Scope) => string | Blocked
  /** The opening call on a client. */
  readonly open: (client: string, handle: string) => { readonly opener: string; readonly closer: string }
}
