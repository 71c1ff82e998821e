/** @library retry */

// All of these run the callback again in the same process: a crash loses it.
declare module 'p-retry' {
  /** @retry run=0 */
  function pRetry<R>(run: (attempt: number) => R, options?: any): Promise<Awaited<R>>
  export default pRetry
  /** @retry run=0 wraps */
  export function makeRetriable<F>(run: F, options?: any): F
  export class AbortError extends Error {}
}
declare module 'async-retry' {
  /** @retry run=0 bail */
  function retry<R>(run: (bail: (error: Error) => void, attempt: number) => R, options?: any): Promise<Awaited<R>>
  namespace retry {
    type Options = any
  }
  export = retry
}
declare module 'retry' {
  export class RetryOperation {
    /** @retry run=0 */
    attempt(run: (attempt: number) => void, options?: any): void
    retry(error?: any): boolean
    mainError(): Error | null
    stop(): void
  }
  export function operation(options?: any): RetryOperation
}
// Tries again only when the callback calls its `retry`.
declare module 'promise-retry' {
  /** @retry run=0 again */
  function promiseRetry<R>(run: (retry: (error: any) => never, attempt: number) => R, options?: any): Promise<Awaited<R>>
  /** @retry run=1 again */
  function promiseRetry<R>(options: any, run: (retry: (error: any) => never, attempt: number) => R): Promise<Awaited<R>>
  export = promiseRetry
}
declare module 'exponential-backoff' {
  /** @retry run=0 */
  export function backOff<R>(run: () => R, options?: any): Promise<Awaited<R>>
}
declare module 'retry-as-promised' {
  /** @retry run=0 */
  export function retryAsPromised<R>(run: (options: any) => R, options: any): Promise<Awaited<R>>
  export default retryAsPromised
}
declare module 'ts-retry-promise' {
  /** @retry run=0 */
  export function retry<R>(run: () => R, options?: any): Promise<Awaited<R>>
  /** @retry run=0 wraps */
  export function retryDecorator<F>(run: F, options?: any): F
}
declare module 'ts-retry' {
  /** @retry run=0 */
  export function retry<R>(run: () => R, options?: any): Promise<Awaited<R>>
  /** @retry run=0 */
  export function retryAsync<R>(run: () => R, options?: any): Promise<Awaited<R>>
}
declare module '@lifeomic/attempt' {
  /** @retry run=0 */
  export function retry<R>(run: (context: any) => R, options?: any): Promise<Awaited<R>>
}
declare module '@humanwhocodes/retry' {
  export class Retrier {
    constructor(check: (error: any) => boolean, options?: any)
    /** @retry run=0 */
    retry<R>(run: () => R): Promise<Awaited<R>>
  }
}
declare module 'es-toolkit' {
  /** @retry run=0 */
  export function retry<R>(run: () => R, options?: any): Promise<Awaited<R>>
}
declare module 'es-toolkit/function' {
  /** @retry run=0 */
  export function retry<R>(run: () => R, options?: any): Promise<Awaited<R>>
}
declare module 'radash' {
  /** @retry run=1 */
  export function retry<R>(options: any, run: (exit: (error: any) => void) => R): Promise<Awaited<R>>
  // `[error, result]` instead of a throw.
  export function tryit<F>(run: F): any
}

declare module 'cockatiel' {
  export interface RetryPolicy {
    /** @retry run=0 */
    execute<R>(run: (context: any) => R, signal?: any): Promise<Awaited<R>>
    onFailure(run: any): any
    onRetry(run: any): any
  }
  /** No retry. */
  interface Policy {
    /** @call run=0 */
    execute<R>(run: (context: any) => R, signal?: any): Promise<Awaited<R>>
    orType(type: any, test?: any): this
    orWhen(test: any): this
  }
  export function retry(policy: any, options?: any): RetryPolicy
  /** @derive */
  export function wrap(policy: RetryPolicy, ...others: any[]): RetryPolicy
  export function wrap(policy: any, retrying: RetryPolicy, ...others: any[]): RetryPolicy
  export function wrap(...policies: any[]): Policy
  export function circuitBreaker(policy: any, options?: any): Policy
  export function timeout(duration: number, strategy?: any): Policy
  export function bulkhead(limit: number, queue?: number): Policy
  export function fallback(policy: any, value: any): Policy
  export function handleType(type: any, test?: any): Policy
  export function handleWhen(test: any): Policy
  export const handleAll: Policy
  export class ExponentialBackoff {
    constructor(options?: any)
  }
  export class ConstantBackoff {
    constructor(delay: number)
  }
}

// Breakers, limits and locks run the callback, once.
declare module 'opossum' {
  class CircuitBreaker<A = any, R = any> {
    /** @pass arg=0 */
    constructor(run: any, options?: any)
    /** @call run=this */
    fire(...args: any[]): Promise<any>
    fallback(run: any): this
    on(event: string, run: (...args: any[]) => void): this
  }
  export = CircuitBreaker
}
declare module 'p-limit' {
  interface Limit {
    /** @call run=0 */
    <R>(run: (...args: any[]) => R, ...args: any[]): Promise<Awaited<R>>
  }
  export default function pLimit(concurrency: number): Limit
}
declare module 'p-queue' {
  export default class PQueue {
    constructor(options?: any)
    /** @call run=0 */
    add<R>(run: (options?: any) => R, options?: any): Promise<Awaited<R>>
    addAll(runs: any, options?: any): Promise<any[]>
    onIdle(): Promise<void>
    onEmpty(): Promise<void>
  }
}
declare module 'p-map' {
  /** @call run=1 */
  export default function pMap<T, R>(items: Iterable<T>, run: (item: any, index: number) => R, options?: any): Promise<Awaited<R>[]>
}
declare module 'p-each-series' {
  /** @call run=1 */
  export default function pEachSeries<T>(items: Iterable<T>, run: (item: any, index: number) => any): Promise<T[]>
}
declare module 'p-timeout' {
  /** @pass arg=0 */
  export default function pTimeout<T>(promise: Promise<T>, options: any): Promise<T>
}
declare module 'bottleneck' {
  class Bottleneck {
    constructor(options?: any)
    /** @call run=0 */
    schedule<R>(run: (...args: any[]) => R, ...args: any[]): Promise<Awaited<R>>
    /** @call run=1 */
    schedule<R>(options: object, run: (...args: any[]) => R, ...args: any[]): Promise<Awaited<R>>
    /** @pass arg=0 */
    wrap<F>(run: F): F
  }
  export = Bottleneck
}
declare module 'async-mutex' {
  export class Mutex {
    /** @call run=0 */
    runExclusive<R>(run: () => R): Promise<Awaited<R>>
    acquire(): Promise<() => void>
    isLocked(): boolean
  }
  export class Semaphore extends Mutex {
    constructor(count: number)
  }
}
declare module 'async-lock' {
  class AsyncLock {
    constructor(options?: any)
    /** @call run=1 */
    acquire<R>(key: any, run: (...args: any[]) => R, ...rest: any[]): Promise<Awaited<R>>
  }
  export = AsyncLock
}
declare module 'redlock' {
  export default class Redlock {
    constructor(clients: any, options?: any)
    /** @call run=-1 */
    using<R>(keys: any, duration: number, run: (signal: any) => R): Promise<Awaited<R>>
    /** @cache */
    acquire(keys: any, duration: number, options?: any): Promise<any>
  }
}
