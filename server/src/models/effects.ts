/** What a call to a catalogued API does, as plain data. Written as JSDoc tags in `*.d.ts`, parsed by `tags.ts`. */

/**
 * A place in a call: `0` is the first argument, `-1` the last, `this` the receiver. `0.data.id` goes into properties of
 * an object argument.
 */
export interface ArgumentPath {
  readonly argument: number | 'this'
  readonly path: readonly string[]
}

/** `path` may hold one of `values`; with no `values`, any value that is not absent. */
export interface ArgumentCondition {
  readonly path: ArgumentPath
  readonly values: readonly string[]
}

export type WriteForm = 'create' | 'update' | 'upsert' | 'delete' | 'increment' | 'save' | 'relate' | 'unknown'

/** How a failed call tells its caller: a rejected promise, an `error` in the result, or the callback's first argument. */
export type ErrorStyle = 'throw' | 'value' | 'callback'

/**
 * When a store's call runs: at once with a promise to tell (`eager`), when awaited (`await`), at a later call tagged `@run` (`run`),
 * or at once, failing by a plain throw (`sync`: embedded databases, operations on a document store's transaction).
 */
export type Timing = 'eager' | 'await' | 'run' | 'sync'

/** Where a write or read finds the name of its table. */
export type TableSource =
  | { readonly from: 'receiver' } // the property before the method: `db.order.create`
  | { readonly from: 'chain' } // an earlier call of the builder chain set it: `db.from('orders').insert()`
  | { readonly from: 'type' } // the receiver's first type argument: `Repository<Order>`
  | { readonly from: 'argument'; readonly argument: ArgumentPath }

/** How lasting a hand-over is. Only `durable` protects; the others defer and can be lost. */
export type Durability = 'durable' | 'memory' | 'unconfirmed'

/** What becomes of an error thrown out of an entry point. */
export type ThrowOutcome =
  | 'non-2xx' // the framework answers with an error status
  | 'no-answer' // nobody answers: the sender times out, and a provider sends again
  | 'retry' // the runtime runs the body again later
  | 'fail' // the caller learns of it; nobody tries again
  | 'swallow' // the framework catches it and reports success

export type EntryKind = 'http' | 'rpc' | 'action' | 'job' | 'event' | 'schedule' | 'library'

export type Effect =
  // Payments.
  | {
      readonly kind: 'charge'
      /** Every one must be possible for the call to take money. */
      readonly when: readonly ArgumentCondition[]
      /** At least one must be possible (when there are any). */
      readonly whenAny: readonly ArgumentCondition[]
      /** None may certainly hold. */
      readonly unless: readonly ArgumentCondition[]
    }
  | { readonly kind: 'hold' }
  | { readonly kind: 'payment' } // returns a payment object whose status can be tested
  | { readonly kind: 'refund'; readonly key: ArgumentPath | null } // gives money back; `key`: its idempotency key
  | { readonly kind: 'void'; readonly key: ArgumentPath | null } // cancels an uncaptured payment
  /** Creates a payment that is not taken yet. `unless`: no payment comes of it (`mode: 'setup'`). */
  | { readonly kind: 'checkout'; readonly metadata: readonly ArgumentPath[]; readonly unless: readonly ArgumentCondition[] }
  | { readonly kind: 'provider' } // changes or reads the provider's own objects; neither money nor a write
  | { readonly kind: 'event' } // returns a verified provider event; throws when the signature is wrong
  | { readonly kind: 'verify' } // returns whether a provider's signature is right
  | { readonly kind: 'status'; readonly paid: readonly string[]; readonly unpaid: readonly string[] } // property: holds the payment's state
  | { readonly kind: 'isPaid'; readonly not: boolean } // property or method: true when paid; `not`: true when it certainly is not
  | { readonly kind: 'eventType' } // property: holds the name of the provider's event
  | { readonly kind: 'onEvent'; readonly event: string; readonly onThrow: ThrowOutcome } // option property: callback run on that event
  // Stores.
  | {
      readonly kind: 'write'
      readonly form: WriteForm
      readonly lazy: Timing
      readonly errors: ErrorStyle
      readonly table: TableSource
      /** The row's key, and its new values, where they are arguments of this call. */
      readonly where: ArgumentPath | null
      readonly data: ArgumentPath | null
      /** The option that joins a transaction: `1.session`. `null`: joined by the receiver. */
      readonly join: ArgumentPath | null
      readonly idempotent: 'always' | 'never' | 'by-form'
    }
  | { readonly kind: 'read'; readonly lazy: Timing; readonly errors: ErrorStyle; readonly table: TableSource; readonly where: ArgumentPath | null }
  /** The text decides between read, write and transaction control. */
  | {
      readonly kind: 'sql'
      readonly text: ArgumentPath
      readonly lazy: Timing
      readonly errors: ErrorStyle
      readonly pooled: boolean
      /** The option that joins a transaction, as for writes. */
      readonly join: ArgumentPath | null
    }
  /** A call elsewhere in a builder chain (mostly after the write, `Model.query(trx)` before it) that changes the write it belongs to. */
  | {
      readonly kind: 'modify'
      readonly idempotent: boolean
      readonly throws: boolean
      readonly form: WriteForm | null
      readonly table: ArgumentPath | null
      readonly where: ArgumentPath | null
      readonly data: ArgumentPath | null
      readonly join: ArgumentPath | null
    }
  | { readonly kind: 'run' } // executes the builder it ends
  | { readonly kind: 'table'; readonly argument: ArgumentPath } // starts a chain on a table: `.from('orders')`
  | {
      readonly kind: 'transaction'
      readonly run: number
      /** Which parameter of the callback is the handle. `null`: ambient, every write inside joins. */
      readonly handle: number | null
      /** The callback may run again on its own (so effects inside repeat). */
      readonly repeats: boolean
      /** The receiver is a handle too: writes that join it inside the callback are in the transaction (`session.withTransaction`). */
      readonly receiver: boolean
      /** Does not run the callback but returns a function that does (`better-sqlite3`). */
      readonly wraps: boolean
    }
  /**
   * Calls a function of the workspace by reference, with a context and `input`. `atomic`: the whole function is one transaction; where nobody
   * can tell which function it is, the call itself is a write.
   */
  | { readonly kind: 'procedure'; readonly run: ArgumentPath; readonly input: ArgumentPath; readonly atomic: boolean }
  /** Switches this library's transactions to ambient joining, in the whole workspace (`Sequelize.useCLS(...)`). */
  | { readonly kind: 'ambient' }
  /** Runs the listed lazy writes atomically. Beside `@write` or `@sql`: this call's own writes or statements are atomic. */
  | { readonly kind: 'batch'; readonly list: ArgumentPath }
  | { readonly kind: 'stage' } // starts a batch object: writes called on it wait for `@commit`
  | { readonly kind: 'begin' } // opens a manual transaction on the receiver, or returns its handle
  | { readonly kind: 'commit' }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'derive'; readonly table: ArgumentPath | null } // returns (or is) the same connection or handle as the receiver, for that table
  /**
   * A value that depends on the row's present one (`FieldValue.increment(1)`): written twice, it is applied twice. With `text`, only when
   * that SQL text computes from a column (`sql`credits + 1``).
   */
  | { readonly kind: 'relative'; readonly text: ArgumentPath | null }
  // Queues, jobs, retries, messages. On a decorator the argument `this` is the decorated method or class: `run=this.process`.
  /** Makes (or finds) the object that stands for a queue, topic or task. `name=this` of an `enqueue` or `worker` on it is this name. */
  /** `names`: its names, given by a later call on it (`consumer.subscribe({ topic })`). */
  | { readonly kind: 'queue'; readonly name: ArgumentPath; readonly attempts: ArgumentPath | null; readonly names: boolean }
  | {
      readonly kind: 'enqueue'
      readonly durability: Durability
      readonly name: ArgumentPath | null
      readonly payload: ArgumentPath | null
      /** The job's name, where a queue has several kinds of jobs. */
      readonly job: ArgumentPath | null
      /** How often a `configured` worker tries this job: `2.attempts`. */
      readonly attempts: ArgumentPath | null
      readonly errors: ErrorStyle
    }
  /** `run` may be an object of functions (`{ activities }`, a task list): each of them is a worker, named by its key when `name` is null. */
  | {
      readonly kind: 'worker'
      readonly run: ArgumentPath
      readonly name: ArgumentPath | null
      /** `unacknowledged`: the message comes again until it is acknowledged, which is its `@answer`. */
      readonly retries: 'yes' | 'no' | 'configured' | 'unacknowledged'
      readonly option: ArgumentPath | null
      /** Where the processor is told the job's name: `0.name` of its own parameters. */
      readonly jobName: ArgumentPath | null
    }
  | { readonly kind: 'emit'; readonly key: ArgumentPath; readonly awaited: boolean }
  | { readonly kind: 'listen'; readonly key: ArgumentPath; readonly run: ArgumentPath | null }
  /**
   * `wraps`: returns a function that runs the callback with retries. `again`: the callback gets a function that throws what is to be tried again; `bail`:
   * one that ends the tries with an error.
   */
  | { readonly kind: 'retry'; readonly run: ArgumentPath; readonly wraps: boolean; readonly again: boolean; readonly bail: boolean }
  /** `wraps`: returns a function that runs the step. */
  | { readonly kind: 'step'; readonly run: ArgumentPath; readonly compensate: ArgumentPath | null; readonly retries: boolean; readonly wraps: boolean }
  /** Returns an object each of whose methods runs as a step that is tried again (Temporal's activities). */
  | { readonly kind: 'proxy' }
  | { readonly kind: 'defer'; readonly run: ArgumentPath } // runs the callback, or holds the promise, after the answer
  // Web.
  | {
      readonly kind: 'entry'
      readonly entry: EntryKind
      readonly run: ArgumentPath | null
      readonly name: ArgumentPath | null
      readonly onThrow: ThrowOutcome
      /** What the registration returns can be called too: its argument is this property of what the callback gets. */
      readonly input: string | null
    }
  | { readonly kind: 'code'; readonly status: ArgumentPath } // `res.status(500)`: the code of the answer to come
  | { readonly kind: 'answer'; readonly status: ArgumentPath | null } // sends the answer now
  | { readonly kind: 'response'; readonly status: ArgumentPath | null; readonly fallback: number } // returns an answer value
  | { readonly kind: 'throws'; readonly status: ArgumentPath | null; readonly fallback: number } // never returns; the framework turns it into a status
  | { readonly kind: 'http'; readonly url: ArgumentPath; readonly method: ArgumentPath | string | null }
  // The language's own library.
  | { readonly kind: 'iterate'; readonly returns: 'nothing' | 'mapped' | 'element' | 'accumulated' | 'self' } // array methods
  | { readonly kind: 'combine'; readonly how: 'all' | 'allSettled' | 'race' } // Promise.all and relatives
  | { readonly kind: 'then' }
  | { readonly kind: 'catch' }
  | { readonly kind: 'finally' }
  | { readonly kind: 'includes' } // array or set membership
  | { readonly kind: 'startsWith' }
  | { readonly kind: 'call'; readonly run: ArgumentPath } // calls the argument at once, once, and passes its result on
  | { readonly kind: 'later'; readonly run: ArgumentPath } // calls the argument from a timer or callback; nobody waits
  | { readonly kind: 'pass'; readonly argument: ArgumentPath } // returns that argument (or a wrapper that behaves like it)
  /** Decorators: the arguments' `intercept` methods run around what is decorated; a note that whoever runs it may read back. */
  | { readonly kind: 'intercept' }
  | { readonly kind: 'annotate'; readonly key: ArgumentPath; readonly value: ArgumentPath }
  | { readonly kind: 'annotation'; readonly key: ArgumentPath }
  | { readonly kind: 'cache' } // cache or lock: neither a write nor protection, but a claim that can block a retry

export type EffectKind = Effect['kind']

/** An effect together with the catalogue entry it comes from. */
export interface CatalogueEffect {
  /** `stripe`, `prisma`, …: the provider of the declaration file, or its `@library`; `shape` for the fallback. */
  readonly library: string
  readonly effect: Effect
}

/** `LIBRARY:Name`: a class or interface of the catalogue. */
export type CatalogueType = string & { readonly __brand: 'CatalogueType' }
