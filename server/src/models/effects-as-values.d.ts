/**
 * Libraries that hand errors on as values, as far as callbacks go: what the callback of a combinator does happens when the value is run.
 * @library effects-as-values
 */

declare module 'neverthrow' {
  export interface Result<T, E> {
    isOk(): boolean
    isErr(): boolean
    /** @call run=0 */
    map<U>(run: (value: T) => U): Result<U, E>
    /** @call run=0 */
    andThen<U, F = E>(run: (value: T) => Result<U, F>): Result<U, E | F>
    mapErr<F>(run: (error: E) => F): Result<T, F>
    match<A, B = A>(ok: (value: T) => A, err: (error: E) => B): A | B
    unwrapOr<A>(value: A): T | A
    readonly value: T
    readonly error: E
  }
  export interface ResultAsync<T, E> extends PromiseLike<Result<T, E>> {
    /** @then */
    map<U>(run: (value: T) => U | Promise<U>): ResultAsync<U, E>
    /** @then */
    andThen<U, F = E>(run: (value: T) => Result<U, F> | ResultAsync<U, F>): ResultAsync<U, E | F>
    mapErr<F>(run: (error: E) => F | Promise<F>): ResultAsync<T, F>
    match<A, B = A>(ok: (value: T) => A, err: (error: E) => B): Promise<A | B>
  }
  export class ResultAsync<T, E> {
    /** @pass arg=0 */
    static fromPromise<T, E>(promise: PromiseLike<T>, onError: (error: unknown) => E): ResultAsync<T, E>
    /** @pass arg=0 */
    static fromSafePromise<T>(promise: PromiseLike<T>): ResultAsync<T, never>
  }
  export function ok<T>(value: T): Result<T, never>
  export function err<E>(error: E): Result<never, E>
  export function okAsync<T>(value: T): ResultAsync<T, never>
  export function errAsync<E>(error: E): ResultAsync<never, E>
}

declare module 'effect' {
  export interface Effect<A = any, E = any, R = any> {
    pipe(...steps: any[]): any
    [Symbol.iterator](): Iterator<any, A>
  }
  export namespace Effect {
    /** @call run=0 */
    function gen<A>(run: (...args: any[]) => Generator<any, A>): Effect<A>
    /** @call run=0.try */
    function tryPromise<A>(options: { try: (signal: AbortSignal) => Promise<A>; catch?: (error: unknown) => any }): Effect<A>
    /** @call run=0 */
    function tryPromise<A>(run: (signal: AbortSignal) => Promise<A>): Effect<A>
    /** @call run=0 */
    function promise<A>(run: (signal: AbortSignal) => Promise<A>): Effect<A>
    /** @call run=0 */
    function sync<A>(run: () => A): Effect<A>
    function succeed<A>(value: A): Effect<A>
    function fail<E>(error: E): Effect<never, E>
    /** @pass arg=0 */
    function runPromise<A>(effect: Effect<A>): Promise<A>
    /** @pass arg=0 */
    function runSync<A>(effect: Effect<A>): A
  }
}
