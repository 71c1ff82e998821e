/** The call graph as the walk reads it: functions, types, dispatch, messages. Built by `buildGraph.ts`. */
import type { FilePath, Location, Span } from '../base/location'
import type { ArgumentPath, EntryKind, ThrowOutcome } from '../models/effects'
import type { Expression, FileFacts, FunctionFacts, FunctionId, MemberReference, TypeFacts, TypeId, UniqueKey, VariableId } from '../facts/ir'

export interface CallGraph {
  readonly files: ReadonlyMap<FilePath, FileFacts>
  /** Module pseudo-functions included. */
  functionOf(id: FunctionId): FunctionFacts | undefined
  typeOf(id: TypeId): TypeFacts | undefined
  /** Initialiser of a module-level variable. */
  moduleVariable(id: VariableId): Expression | undefined
  exportsOf(file: FilePath): ReadonlyMap<string, Expression>
  /**
   * What a call of this member may run: the member's own body, those of supertypes it inherits, overriding methods of
   * subtypes, and object literals that implement it. Sorted; a type's own implementation first.
   */
  dispatch(member: MemberReference): readonly Expression[]
  /** Initialisers and constructor assignments of a field, on the type or its supertypes. */
  fieldValues(member: MemberReference): readonly Expression[]
  /** Subscribers of in-process and brokered messages. Keys are evaluated by the walk. */
  readonly listeners: readonly Listener[]
  readonly workers: readonly Worker[]
  /** Unique keys of a table, matched without regard to case, `_` and a plural `s`. */
  uniqueKeys(table: string): readonly UniqueKey[]
  /** The table whose rows a field of a table's rows holds, where a schema says so. */
  relatedTable(table: string, field: string): string | undefined
  locate(file: FilePath, span: Span): Location
}

export interface Listener {
  readonly at: Location
  /** Constant, property of a constants object, or a class (`@CommandHandler(PayCommand)`). */
  readonly key: Expression
  readonly run: Expression
  /** The class whose method `run` is, which may inherit it. */
  readonly owner: TypeId | null
  readonly library: string
}

export interface Worker {
  readonly at: Location
  /** Queue or job name; null when the library has none. */
  readonly name: Expression | null
  readonly run: Expression
  readonly owner: TypeId | null
  readonly library: string
  /** Run again when it throws: by default, never by default, or depending on `option`; or until it acknowledges. */
  readonly retries: 'yes' | 'no' | 'configured' | 'unacknowledged'
  /** Where the processor is told the name of the job. */
  readonly jobName: ArgumentPath | null
}

/** A function the outside world starts. */
export interface EntryCandidate {
  readonly at: Location
  readonly what: string
  readonly kind: EntryKind
  readonly onThrow: ThrowOutcome
  /** The handler, perhaps behind wrappers: `withAuth(handler)`. */
  readonly run: Expression
  /** Middleware that runs first: it may confirm the payment and hand on. */
  readonly before: readonly Expression[]
  /** Its path, file name or framework says that a provider calls it. */
  readonly looksLikeWebhook: boolean
  /** Event names bound by the registration itself: `@StripeWebhookHandler('invoice.paid')`, `{ onOrderPaid }`. */
  readonly events: readonly Expression[]
  readonly library: string
  readonly referenced: boolean
}
