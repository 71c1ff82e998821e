/**
 * The language's and the platform's own library, as far as the walk needs it: our Program runs with `noLib`.
 * @library globals
 */

// Type helpers.
type Partial<T> = { [P in keyof T]?: T[P] }
type Required<T> = { [P in keyof T]-?: T[P] }
type Readonly<T> = { readonly [P in keyof T]: T[P] }
type Pick<T, K extends keyof T> = { [P in K]: T[P] }
type Record<K extends keyof any, T> = { [P in K]: T }
type Exclude<T, U> = T extends U ? never : T
type Extract<T, U> = T extends U ? T : never
/** Remaps keys, so that named members survive beside an index signature: `Omit<PrismaClient, '$connect'>`. */
type Omit<T, K extends keyof any> = { [P in keyof T as Exclude<P, K>]: T[P] }
type NonNullable<T> = T & {}
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never
type ConstructorParameters<T extends abstract new (...args: any) => any> = T extends abstract new (...args: infer P) => any ? P : never
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any
type InstanceType<T extends abstract new (...args: any) => any> = T extends abstract new (...args: any) => infer R ? R : any
type ThisParameterType<T> = T extends (this: infer U, ...args: never) => any ? U : unknown
type OmitThisParameter<T> = unknown extends ThisParameterType<T> ? T : T extends (...args: infer A) => infer R ? (...args: A) => R : T
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(onfulfilled: infer F, ...args: infer _): any }
    ? F extends (value: infer V, ...args: infer _) => any
      ? Awaited<V>
      : never
    : T
type Uppercase<S extends string> = intrinsic
type Lowercase<S extends string> = intrinsic
type Capitalize<S extends string> = intrinsic
type Uncapitalize<S extends string> = intrinsic
type NoInfer<T> = intrinsic
interface ThisType<T> {}
type PropertyKey = string | number | symbol
type ClassDecorator = <F extends Function>(target: F) => F | void
type PropertyDecorator = (target: Object, key: string | symbol) => void
type MethodDecorator = <T>(target: Object, key: string | symbol, descriptor: TypedPropertyDescriptor<T>) => TypedPropertyDescriptor<T> | void
type ParameterDecorator = (target: Object, key: string | symbol | undefined, index: number) => void
interface TypedPropertyDescriptor<T> {
  enumerable?: boolean
  configurable?: boolean
  writable?: boolean
  value?: T
  get?: () => T
  set?: (value: T) => void
}
interface PropertyDescriptor extends TypedPropertyDescriptor<any> {}
interface DecoratorContext {
  readonly kind: string
  readonly name: string | symbol
  addInitializer(run: () => void): void
}
interface ClassDecoratorContext<C = any> extends DecoratorContext {}
interface ClassMethodDecoratorContext<This = unknown, V = any> extends DecoratorContext {}
interface ClassFieldDecoratorContext<This = unknown, V = unknown> extends DecoratorContext {}
interface ClassGetterDecoratorContext<This = unknown, V = unknown> extends DecoratorContext {}
interface ClassSetterDecoratorContext<This = unknown, V = unknown> extends DecoratorContext {}
interface ClassAccessorDecoratorContext<This = unknown, V = unknown> extends DecoratorContext {}
interface ClassAccessorDecoratorTarget<This, V> {}
interface ClassAccessorDecoratorResult<This, V> {}

// Primitives and functions.
interface Object {
  constructor: Function
  toString(): string
  hasOwnProperty(key: PropertyKey): boolean
  valueOf(): Object
}
interface ObjectConstructor {
  new (value?: any): any
  (value?: any): any
  readonly prototype: Object
  /** @pass arg=0 */
  freeze<T>(value: T): Readonly<T>
  /** @pass arg=0 */
  seal<T>(value: T): T
  /** @pass arg=0 */
  assign<T extends {}, U>(target: T, source: U): T & U
  /** @pass arg=0 */
  assign(target: object, ...sources: any[]): any
  keys(value: {}): string[]
  values<T>(value: { [key: string]: T } | ArrayLike<T>): T[]
  values(value: {}): any[]
  entries<T>(value: { [key: string]: T } | ArrayLike<T>): [string, T][]
  entries(value: {}): [string, any][]
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T }
  create(prototype: object | null, properties?: any): any
  defineProperty<T>(target: T, key: PropertyKey, descriptor: PropertyDescriptor): T
  getPrototypeOf(value: any): any
  setPrototypeOf(value: any, prototype: object | null): any
  getOwnPropertyNames(value: any): string[]
  hasOwn(value: object, key: PropertyKey): boolean
  groupBy<T>(items: Iterable<T>, key: (item: T, index: number) => PropertyKey): { [key: string]: T[] }
}
declare var Object: ObjectConstructor
interface Function {
  prototype: any
  readonly length: number
  readonly name: string
  /** @call run=this */
  apply(this: Function, self: any, args?: any): any
  /** @call run=this */
  call(this: Function, self: any, ...args: any[]): any
  /** @pass arg=this */
  bind(this: Function, self: any, ...args: any[]): any
}
declare var Function: { new (...args: string[]): Function; readonly prototype: Function }
interface CallableFunction extends Function {
  /** @call run=this */
  apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, self: T, args?: A): R
  /** @call run=this */
  call<T, A extends any[], R>(this: (this: T, ...args: A) => R, self: T, ...args: A): R
  /** @pass arg=this */
  bind<T>(this: T, self: ThisParameterType<T>): OmitThisParameter<T>
  /** @pass arg=this */
  bind<R>(this: (...args: any[]) => R, self: any, ...args: any[]): (...args: any[]) => R
}
interface NewableFunction extends Function {}
interface IArguments {
  [index: number]: any
  length: number
  callee: Function
  [Symbol.iterator](): ArrayIterator<any>
}
interface String {
  readonly length: number
  readonly [index: number]: string
  /** @startsWith */
  startsWith(search: string, position?: number): boolean
  endsWith(search: string, position?: number): boolean
  includes(search: string, position?: number): boolean
  indexOf(search: string, position?: number): number
  lastIndexOf(search: string, position?: number): number
  match(pattern: any): RegExpMatchArray | null
  matchAll(pattern: any): IterableIterator<RegExpMatchArray>
  replace(pattern: any, replacement: any): string
  replaceAll(pattern: any, replacement: any): string
  search(pattern: any): number
  split(separator: any, limit?: number): string[]
  slice(start?: number, end?: number): string
  substring(start: number, end?: number): string
  substr(start: number, length?: number): string
  toLowerCase(): string
  toUpperCase(): string
  toLocaleLowerCase(): string
  toLocaleUpperCase(): string
  trim(): string
  trimStart(): string
  trimEnd(): string
  padStart(length: number, fill?: string): string
  padEnd(length: number, fill?: string): string
  repeat(count: number): string
  charAt(index: number): string
  charCodeAt(index: number): number
  codePointAt(index: number): number | undefined
  at(index: number): string | undefined
  concat(...strings: string[]): string
  normalize(form?: string): string
  localeCompare(that: string, ...options: any[]): number
  /** @pass arg=this */
  toString(): string
  /** @pass arg=this */
  valueOf(): string
  [Symbol.iterator](): IterableIterator<string>
}
interface StringConstructor {
  new (value?: any): String
  /** @pass arg=0 */
  (value?: any): string
  readonly prototype: String
  fromCharCode(...codes: number[]): string
  raw(strings: any, ...values: any[]): string
}
declare var String: StringConstructor
interface Boolean {
  valueOf(): boolean
}
interface BooleanConstructor {
  new (value?: any): Boolean
  /** @pass arg=0 */
  <T>(value?: T): boolean
  readonly prototype: Boolean
}
declare var Boolean: BooleanConstructor
interface Number {
  toString(radix?: number): string
  toFixed(digits?: number): string
  toPrecision(digits?: number): string
  valueOf(): number
  toLocaleString(...options: any[]): string
}
interface NumberConstructor {
  new (value?: any): Number
  (value?: any): number
  readonly prototype: Number
  isFinite(value: unknown): boolean
  isInteger(value: unknown): boolean
  isNaN(value: unknown): boolean
  isSafeInteger(value: unknown): boolean
  parseFloat(text: string): number
  parseInt(text: string, radix?: number): number
  readonly MAX_SAFE_INTEGER: number
  readonly MIN_SAFE_INTEGER: number
  readonly MAX_VALUE: number
  readonly EPSILON: number
  readonly POSITIVE_INFINITY: number
  readonly NaN: number
}
declare var Number: NumberConstructor
interface BigInt {
  toString(radix?: number): string
}
declare var BigInt: { (value: any): bigint }
interface Symbol {
  readonly description: string | undefined
  toString(): string
}
interface SymbolConstructor {
  (description?: string | number): symbol
  for(key: string): symbol
  readonly iterator: unique symbol
  readonly asyncIterator: unique symbol
  readonly hasInstance: unique symbol
  readonly toPrimitive: unique symbol
  readonly toStringTag: unique symbol
  readonly dispose: unique symbol
  readonly asyncDispose: unique symbol
}
declare var Symbol: SymbolConstructor
interface Disposable {
  [Symbol.dispose](): void
}
interface AsyncDisposable {
  [Symbol.asyncDispose](): PromiseLike<void>
}
interface RegExp {
  test(text: string): boolean
  exec(text: string): RegExpExecArray | null
  readonly source: string
  readonly flags: string
  lastIndex: number
}
interface RegExpMatchArray extends Array<string> {
  index?: number
  input?: string
  groups?: { [key: string]: string }
}
interface RegExpExecArray extends RegExpMatchArray {}
declare var RegExp: { new (pattern: any, flags?: string): RegExp; (pattern: any, flags?: string): RegExp }
interface Date {
  [method: string]: (...args: any[]) => any
}
interface DateConstructor {
  new (...args: any[]): Date
  (): string
  now(): number
  parse(text: string): number
  UTC(...args: number[]): number
}
declare var Date: DateConstructor
interface Error {
  name: string
  message: string
  stack?: string
  cause?: unknown
}
interface ErrorConstructor {
  new (message?: string, options?: { cause?: unknown }): Error
  (message?: string, options?: { cause?: unknown }): Error
  readonly prototype: Error
  captureStackTrace(target: object, constructor?: Function): void
  isError(value: unknown): boolean
}
declare var Error: ErrorConstructor
interface TypeError extends Error {}
declare var TypeError: ErrorConstructor
interface RangeError extends Error {}
declare var RangeError: ErrorConstructor
interface SyntaxError extends Error {}
declare var SyntaxError: ErrorConstructor
interface EvalError extends Error {}
declare var EvalError: ErrorConstructor
interface ReferenceError extends Error {}
declare var ReferenceError: ErrorConstructor
interface AggregateError extends Error {
  errors: any[]
}
declare var AggregateError: { new (errors: Iterable<any>, message?: string): AggregateError }
interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[]
}
interface ImportMeta {
  readonly url: string
  readonly env: { readonly [name: string]: any }
  glob(pattern: string, options?: any): any
  [name: string]: any
}
interface ImportAttributes {
  [key: string]: string
}
interface ImportCallOptions {
  with?: ImportAttributes
}

// Iteration.
interface IteratorYieldResult<T> {
  done?: false
  value: T
}
interface IteratorReturnResult<T> {
  done: true
  value: T
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>
type BuiltinIteratorReturn = intrinsic
interface Iterator<T, R = any, N = any> {
  next(...args: [] | [N]): IteratorResult<T, R>
  return?(value?: R): IteratorResult<T, R>
  throw?(error?: any): IteratorResult<T, R>
}
interface Iterable<T, R = any, N = any> {
  [Symbol.iterator](): Iterator<T, R, N>
}
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>
}
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> {
  [Symbol.iterator](): IteratorObject<T, R, N>
  /** @iterate mapped */
  map<U>(run: (value: T, index: number) => U): IteratorObject<U>
  /** @iterate self */
  filter(run: (value: T, index: number) => unknown): IteratorObject<T>
  /** @iterate nothing */
  forEach(run: (value: T, index: number) => void): void
  toArray(): T[]
}
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): ArrayIterator<T>
}
interface Generator<T = unknown, R = any, N = any> extends IteratorObject<T, R, N> {
  next(...args: [] | [N]): IteratorResult<T, R>
  return(value: R): IteratorResult<T, R>
  throw(error: any): IteratorResult<T, R>
  [Symbol.iterator](): Generator<T, R, N>
}
interface GeneratorFunction {
  new (...args: any[]): Generator
  (...args: any[]): Generator
}
interface AsyncIterator<T, R = any, N = any> {
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>
  return?(value?: R | PromiseLike<R>): Promise<IteratorResult<T, R>>
  throw?(error?: any): Promise<IteratorResult<T, R>>
}
interface AsyncIterable<T, R = any, N = any> {
  [Symbol.asyncIterator](): AsyncIterator<T, R, N>
}
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N>
}
interface AsyncIteratorObject<T, R = unknown, N = unknown> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIteratorObject<T, R, N>
}
interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIteratorObject<T, R, N> {
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>
  return(value: R | PromiseLike<R>): Promise<IteratorResult<T, R>>
  throw(error: any): Promise<IteratorResult<T, R>>
  [Symbol.asyncIterator](): AsyncGenerator<T, R, N>
}

// Collections.
interface ArrayLike<T> {
  readonly length: number
  readonly [index: number]: T
}
interface ConcatArray<T> extends ArrayLike<T> {}
interface ReadonlyArray<T> {
  readonly length: number
  readonly [index: number]: T
  [Symbol.iterator](): ArrayIterator<T>
  /** @iterate nothing */
  forEach(run: (value: T, index: number, array: readonly T[]) => void, self?: any): void
  /** @iterate mapped */
  map<U>(run: (value: T, index: number, array: readonly T[]) => U, self?: any): U[]
  /** @iterate mapped */
  flatMap<U>(run: (value: T, index: number, array: readonly T[]) => U | readonly U[], self?: any): U[]
  /** @iterate self */
  filter<S extends T>(run: (value: T, index: number, array: readonly T[]) => value is S, self?: any): S[]
  /** @iterate self */
  filter(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T[]
  /** @iterate element */
  find<S extends T>(run: (value: T, index: number, array: readonly T[]) => value is S, self?: any): S | undefined
  /** @iterate element */
  find(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined
  /** @iterate element */
  findLast(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined
  /** @iterate accumulated */
  findIndex(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): number
  /** @iterate accumulated */
  some(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean
  /** @iterate accumulated */
  every(run: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean
  /** @iterate accumulated */
  reduce(run: (previous: T, value: T, index: number, array: readonly T[]) => T): T
  /** @iterate accumulated */
  reduce<U>(run: (previous: U, value: T, index: number, array: readonly T[]) => U, initial: U): U
  /** @includes */
  includes(value: any, from?: number): boolean
  indexOf(value: any, from?: number): number
  at(index: number): T | undefined
  concat<U = T>(...items: any[]): (T | U)[]
  slice(start?: number, end?: number): T[]
  join(separator?: string): string
  flat(depth?: number): any[]
  entries(): ArrayIterator<[number, T]>
  keys(): ArrayIterator<number>
  values(): ArrayIterator<T>
  toSorted(compare?: (a: T, b: T) => number): T[]
  toReversed(): T[]
}
interface Array<T> extends ReadonlyArray<T> {
  length: number
  [index: number]: T
  push(...items: T[]): number
  unshift(...items: T[]): number
  pop(): T | undefined
  shift(): T | undefined
  splice(start: number, count?: number, ...items: T[]): T[]
  sort(compare?: (a: T, b: T) => number): this
  reverse(): T[]
  fill(value: T, start?: number, end?: number): this
}
interface ArrayConstructor {
  new <T = any>(...items: T[]): T[]
  <T = any>(...items: T[]): T[]
  isArray(value: any): value is any[]
  of<T>(...items: T[]): T[]
  /** @pass arg=0 */
  from<T>(items: Iterable<T> | ArrayLike<T>): T[]
  /** @call run=1 */
  from<T, U>(items: Iterable<T> | ArrayLike<T>, run: (value: T, index: number) => U): U[]
  fromAsync<T>(items: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): Promise<T[]>
}
declare var Array: ArrayConstructor
interface ReadonlyMap<K, V> {
  readonly size: number
  get(key: K): V | undefined
  /** @includes */
  has(key: K): boolean
  /** @iterate nothing */
  forEach(run: (value: V, key: K, map: any) => void): void
  entries(): IteratorObject<[K, V], undefined>
  keys(): IteratorObject<K, undefined>
  values(): IteratorObject<V, undefined>
  [Symbol.iterator](): IteratorObject<[K, V], undefined>
}
interface Map<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this
  delete(key: K): boolean
  clear(): void
}
declare var Map: {
  new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>
  groupBy<K, T>(items: Iterable<T>, key: (item: T, index: number) => K): Map<K, T[]>
}
interface ReadonlySet<T> {
  readonly size: number
  /** @includes */
  has(value: T): boolean
  /** @iterate nothing */
  forEach(run: (value: T, key: T, set: any) => void): void
  keys(): IteratorObject<T, undefined>
  values(): IteratorObject<T, undefined>
  [Symbol.iterator](): IteratorObject<T, undefined>
}
interface Set<T> extends ReadonlySet<T> {
  add(value: T): this
  delete(value: T): boolean
  clear(): void
}
declare var Set: { new <T = any>(items?: Iterable<T> | null): Set<T> }
interface WeakMap<K, V> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): this
  delete(key: K): boolean
}
declare var WeakMap: { new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): WeakMap<K, V> }
interface WeakSet<T> {
  add(value: T): this
  has(value: T): boolean
  delete(value: T): boolean
}
declare var WeakSet: { new <T = any>(items?: Iterable<T> | null): WeakSet<T> }
interface WeakRef<T> {
  deref(): T | undefined
}
declare var WeakRef: { new <T>(value: T): WeakRef<T> }

// Promises.
interface PromiseLike<T> {
  /** @then */
  then<A = T, B = never>(fulfilled?: ((value: T) => A | PromiseLike<A>) | null, rejected?: ((reason: any) => B | PromiseLike<B>) | null): PromiseLike<A | B>
}
interface Promise<T> {
  /** @then */
  then<A = T, B = never>(fulfilled?: ((value: T) => A | PromiseLike<A>) | null, rejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<A | B>
  /** @catch */
  catch<B = never>(rejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B>
  /** @finally */
  finally(run?: (() => void) | null): Promise<T>
}
interface PromiseFulfilledResult<T> {
  status: 'fulfilled'
  value: T
}
interface PromiseRejectedResult {
  status: 'rejected'
  reason: any
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult
interface PromiseConstructor {
  /** @call run=0 */
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void): Promise<T>
  readonly prototype: Promise<any>
  /** @combine all */
  all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>
  /** @combine all */
  all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>
  /** @combine allSettled */
  allSettled<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>
  /** @combine allSettled */
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>
  /** @combine race */
  race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>
  /** @combine race */
  any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>
  resolve(): Promise<void>
  /** @pass arg=0 */
  resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>
  /** @throws fallback=500 */
  reject<T = never>(reason?: any): Promise<T>
  withResolvers<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void; reject: (reason?: any) => void }
  /** @call run=0 */
  try<T>(run: (...args: any[]) => T | PromiseLike<T>, ...args: any[]): Promise<Awaited<T>>
}
interface PromiseConstructorLike {
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void): PromiseLike<T>
}
declare var Promise: PromiseConstructor

// Other built-in objects.
declare var JSON: {
  /** @pass arg=0 */
  parse(text: any, reviver?: (key: string, value: any) => any): any
  /** @pass arg=0 */
  stringify(value: any, replacer?: any, space?: string | number): string
}
declare var Math: {
  readonly [constant: string]: any
  random(): number
  floor(x: number): number
  ceil(x: number): number
  round(x: number): number
  abs(x: number): number
  max(...x: number[]): number
  min(...x: number[]): number
  pow(x: number, y: number): number
  trunc(x: number): number
}
declare var Reflect: {
  get(target: object, key: PropertyKey, receiver?: any): any
  has(target: object, key: PropertyKey): boolean
  set(target: object, key: PropertyKey, value: any): boolean
  ownKeys(target: object): PropertyKey[]
  [name: string]: any
}
interface ProxyHandler<T extends object> {
  get?(target: T, key: string | symbol, receiver: any): any
  set?(target: T, key: string | symbol, value: any, receiver: any): boolean
  [name: string]: any
}
declare var Proxy: {
  /** @pass arg=0 */
  new <T extends object>(target: T, handler: ProxyHandler<T>): T
}
declare namespace Intl {
  type NumberFormatOptions = any
  type DateTimeFormatOptions = any
}
declare var Intl: any
declare var NaN: number
declare var Infinity: number
declare function parseInt(text: string, radix?: number): number
declare function parseFloat(text: string): number
declare function isNaN(value: any): boolean
declare function isFinite(value: any): boolean
declare function encodeURIComponent(text: any): string
declare function decodeURIComponent(text: string): string
declare function encodeURI(text: string): string
declare function decodeURI(text: string): string
declare function btoa(text: string): string
declare function atob(text: string): string
/** @pass arg=0 */
declare function structuredClone<T>(value: T, options?: any): T

// Timers.
/** @later run=0 */
declare function setTimeout(run: (...args: any[]) => void, delay?: number, ...args: any[]): any
/** @later run=0 */
declare function setInterval(run: (...args: any[]) => void, delay?: number, ...args: any[]): any
/** @later run=0 */
declare function setImmediate(run: (...args: any[]) => void, ...args: any[]): any
/** @later run=0 */
declare function queueMicrotask(run: () => void): void
declare function clearTimeout(timer: any): void
declare function clearInterval(timer: any): void
declare function clearImmediate(timer: any): void

// Node.
declare var process: {
  readonly env: { [name: string]: string | undefined }
  readonly argv: string[]
  exit(code?: number): never
  /** @later run=0 */
  nextTick(run: (...args: any[]) => void, ...args: any[]): void
  [name: string]: any
}
declare namespace NodeJS {
  interface ProcessEnv {
    [name: string]: string | undefined
  }
  type Timeout = any
  type Timer = any
  type Immediate = any
  type ReadableStream = any
  interface Global {
    [name: string]: any
  }
  interface ErrnoException extends Error {
    code?: string
    errno?: number
  }
}
/** A name nobody declared is `undefined`, so that `global.client || new Client()` has the type of the client. */
declare var global: typeof globalThis & { [name: string]: undefined }
declare var require: { (id: string): any; resolve(id: string): string; main: any; cache: any }
declare var module: { exports: any; [name: string]: any }
declare var exports: any
declare var __dirname: string
declare var __filename: string
interface ArrayBuffer {
  readonly byteLength: number
}
interface SharedArrayBuffer {
  readonly byteLength: number
}
declare var ArrayBuffer: { new (length: number): ArrayBuffer; isView(value: any): boolean }
interface Uint8Array {
  readonly length: number
  [index: number]: number
  [Symbol.iterator](): ArrayIterator<number>
  [method: string]: any
}
declare var Uint8Array: { new (source?: any, ...more: any[]): Uint8Array; from(source: any, run?: any): Uint8Array }
interface Buffer extends Uint8Array {
  toString(encoding?: string): string
  equals(other: Uint8Array): boolean
}
type BufferEncoding = string
declare var Buffer: {
  from(data: any, encoding?: any): Buffer
  alloc(size: number): Buffer
  concat(list: readonly Uint8Array[]): Buffer
  isBuffer(value: any): value is Buffer
  byteLength(text: any): number
}
interface Console {
  [method: string]: (...args: any[]) => void
}
declare var console: Console
declare var crypto: { randomUUID(): string; getRandomValues<T>(array: T): T; readonly subtle: any }
declare var performance: { now(): number; [name: string]: any }

// Web platform.
interface URLSearchParams {
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  set(name: string, value: string): void
  append(name: string, value: string): void
  delete(name: string): void
  toString(): string
  entries(): IterableIterator<[string, string]>
  forEach(run: (value: string, key: string) => void): void
  [Symbol.iterator](): IterableIterator<[string, string]>
}
declare var URLSearchParams: { new (init?: any): URLSearchParams }
interface URL {
  href: string
  origin: string
  protocol: string
  host: string
  hostname: string
  port: string
  pathname: string
  search: string
  hash: string
  readonly searchParams: URLSearchParams
  toString(): string
}
declare var URL: { new (url: any, base?: any): URL; canParse(url: string, base?: string): boolean }
interface Headers extends URLSearchParams {}
declare var Headers: { new (init?: any): Headers }
type HeadersInit = any
type BodyInit = any
interface RequestInit {
  method?: string
  headers?: HeadersInit
  body?: BodyInit | null
  signal?: AbortSignal | null
  [option: string]: any
}
type RequestInfo = Request | string
interface Body {
  readonly body: any
  readonly bodyUsed: boolean
  json(): Promise<any>
  text(): Promise<string>
  formData(): Promise<FormData>
  arrayBuffer(): Promise<ArrayBuffer>
  blob(): Promise<Blob>
}
interface Request extends Body {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly signal: AbortSignal
  clone(): Request
}
declare var Request: { new (input: any, init?: RequestInit): Request }
interface ResponseInit {
  status?: number
  statusText?: string
  headers?: HeadersInit
}
interface Response extends Body {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  readonly url: string
  readonly redirected: boolean
  clone(): Response
}
interface ResponseConstructor {
  /** @response status=1.status fallback=200 */
  new (body?: BodyInit | null, init?: ResponseInit): Response
  /** @response status=1.status fallback=200 */
  json(data: any, init?: ResponseInit): Response
  /** @response status=1 fallback=302 */
  redirect(url: string | URL, status?: number): Response
  /** @response fallback=500 */
  error(): Response
}
declare var Response: ResponseConstructor
/** @http url=0 method=1.method */
declare function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>
interface Blob {
  readonly size: number
  readonly type: string
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}
declare var Blob: { new (parts?: any[], options?: any): Blob }
interface File extends Blob {
  readonly name: string
}
declare var File: { new (parts: any[], name: string, options?: any): File }
interface FormData {
  get(name: string): any
  getAll(name: string): any[]
  has(name: string): boolean
  set(name: string, value: any): void
  append(name: string, value: any, file?: string): void
  delete(name: string): void
  entries(): IterableIterator<[string, any]>
  [Symbol.iterator](): IterableIterator<[string, any]>
}
declare var FormData: { new (form?: any): FormData }
interface AbortSignal {
  readonly aborted: boolean
  readonly reason: any
  addEventListener(type: string, run: any): void
  throwIfAborted(): void
}
declare var AbortSignal: { timeout(delay: number): AbortSignal; any(signals: AbortSignal[]): AbortSignal; abort(): AbortSignal }
interface AbortController {
  readonly signal: AbortSignal
  abort(reason?: any): void
}
declare var AbortController: { new (): AbortController }
interface Event {
  readonly type: string
  preventDefault(): void
  stopPropagation(): void
  readonly target: any
  readonly currentTarget: any
}
declare var Event: { new (type: string, init?: any): Event }
interface EventTarget {
  addEventListener(type: string, run: any, options?: any): void
  removeEventListener(type: string, run: any): void
  dispatchEvent(event: any): boolean
}
interface ReadableStream<T = any> {
  getReader(): any
  pipeTo(target: any): Promise<void>
  pipeThrough(transform: any): ReadableStream
  cancel(): Promise<void>
  [Symbol.asyncIterator](): AsyncIterableIterator<T>
}
declare var ReadableStream: { new <T = any>(source?: any): ReadableStream<T> }
declare var TextEncoder: { new (): { encode(text: string): Uint8Array } }
declare var TextDecoder: { new (encoding?: string): { decode(data?: any): string } }
declare var window: any
declare var document: any
declare var localStorage: any
declare var sessionStorage: any
declare var navigator: any
declare var location: any

// Runtimes with a server of their own.
declare namespace Deno {
  /** @entry http run=0 onThrow=non-2xx */
  function serve(handler: (request: Request, info: any) => Response | Promise<Response>): any
  /** @entry http run=1 onThrow=non-2xx */
  function serve(options: any, handler: (request: Request, info: any) => Response | Promise<Response>): any
  /** @entry http run=0.handler onThrow=non-2xx */
  function serve(options: { handler: (request: Request, info: any) => Response | Promise<Response>; [option: string]: any }): any
  /** @entry schedule run=-1 name=0 onThrow=fail */
  function cron(name: string, schedule: any, handler: () => any): void
  const env: { get(name: string): string | undefined; toObject(): { [name: string]: string } }
}
declare namespace Bun {
  /** @entry http run=0.fetch onThrow=non-2xx */
  function serve(options: { fetch?: (request: Request, server: any) => Response | Promise<Response>; [option: string]: any }): any
  const env: { [name: string]: string | undefined }
}
declare var EdgeRuntime: {
  /** @defer run=0 */
  waitUntil(promise: Promise<any>): void
}
