/** @library prisma */

declare module '@prisma/client' {
  // `never` where the checker knows nothing: an overload that needs proof must not be chosen for `any`.
  type Known<T> = 0 extends 1 & T ? never : T

  /** Not sent before it is awaited, or listed in `$transaction([...])`. */
  export interface PrismaPromise<T> extends Promise<T> {}

  export interface Delegate {
    /** @write form=create data=0.data lazy=await */
    create(args: any): PrismaPromise<any>
    /** @write form=create data=0.data lazy=await idempotent=always */
    createMany<A extends { skipDuplicates: true }>(args: Known<A>): PrismaPromise<any>
    /** @write form=create data=0.data lazy=await */
    createMany(args?: any): PrismaPromise<any>
    /** @write form=create data=0.data lazy=await idempotent=always */
    createManyAndReturn<A extends { skipDuplicates: true }>(args: Known<A>): PrismaPromise<any>
    /** @write form=create data=0.data lazy=await */
    createManyAndReturn(args?: any): PrismaPromise<any>
    /** @write form=update where=0.where data=0.data lazy=await */
    update(args: any): PrismaPromise<any>
    /** @write form=update where=0.where data=0.data lazy=await */
    updateMany(args: any): PrismaPromise<any>
    /** @write form=update where=0.where data=0.data lazy=await */
    updateManyAndReturn(args: any): PrismaPromise<any>
    /** @write form=upsert where=0.where data=0.update lazy=await */
    upsert(args: any): PrismaPromise<any>
    /** @write form=delete where=0.where lazy=await */
    delete(args: any): PrismaPromise<any>
    /** @write form=delete where=0.where lazy=await */
    deleteMany(args?: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    findUnique(args: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    findUniqueOrThrow(args: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    findFirst(args?: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    findFirstOrThrow(args?: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    findMany(args?: any): PrismaPromise<any[]>
    /** @read where=0.where lazy=await */
    count(args?: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    aggregate(args: any): PrismaPromise<any>
    /** @read where=0.where lazy=await */
    groupBy(args: any): PrismaPromise<any[]>
    /** @read lazy=await */
    findRaw(args?: any): PrismaPromise<any>
    /** @read lazy=await */
    aggregateRaw(args?: any): PrismaPromise<any>
  }

  interface ClientBase {
    /** @batch list=0 */
    $transaction(list: readonly Promise<any>[], options?: object): Promise<any[]>
    /** @transaction run=0 handle=0 */
    $transaction<R>(run: (tx: Prisma.TransactionClient) => R, options?: object): Promise<Awaited<R>>
    /** @batch list=0 */
    $transaction(list: any, options?: object): Promise<any>
    /** @derive */
    $extends(extension: any): PrismaClient
    /** @sql lazy=await */
    $executeRaw(text: any, ...values: any[]): PrismaPromise<number>
    /** @sql lazy=await */
    $executeRawUnsafe(text: string, ...values: any[]): PrismaPromise<number>
    /** @sql lazy=await */
    $queryRaw<T = any>(text: any, ...values: any[]): PrismaPromise<T>
    /** @sql lazy=await */
    $queryRawUnsafe<T = any>(text: string, ...values: any[]): PrismaPromise<T>
    /** @read lazy=await */
    $queryRawTyped(query: any): PrismaPromise<any[]>
    /** @write form=unknown lazy=await data=0 */
    $runCommandRaw(command: any): PrismaPromise<any>
    $connect(): Promise<void>
    $disconnect(): Promise<void>
    $on(event: string, run: (event: any) => void): void
    $use(middleware: any): void
    readonly $metrics: any
  }

  export type PrismaClient<A = any, B = any, C = any> = ClientBase & { readonly [model: string]: Delegate }
  export const PrismaClient: {
    new <A = any, B = any, C = any>(options?: any): PrismaClient
  }

  export namespace Prisma {
    type TransactionClient = PrismaClient
    type PrismaPromise<T> = import('@prisma/client').PrismaPromise<T>
    type DefaultPrismaClient = PrismaClient
    class PrismaClientKnownRequestError extends Error {
      readonly code: string
      readonly meta?: any
    }
    class PrismaClientUnknownRequestError extends Error {}
    class PrismaClientValidationError extends Error {}
    class PrismaClientInitializationError extends Error {}
    class Decimal {
      constructor(value: any)
      toNumber(): number
      toString(): string
      [method: string]: any
    }
    /** @pass */
    function sql(text: any, ...values: any[]): any
    /** @pass */
    function raw(text: string): any
    function join(values: any[], separator?: string): any
    const empty: any
    const JsonNull: any
    const DbNull: any
    const AnyNull: any
    /** @pass */
    function validator(...args: any[]): any
    /** @pass */
    function defineExtension(extension: any): any
  }
}

// The runtime's other entries, and where generated clients are commonly put.
declare module '@prisma/client/*' {
  export * from '@prisma/client'
}
declare module '.prisma/client' {
  export * from '@prisma/client'
}
declare module '.prisma/client/*' {
  export * from '@prisma/client'
}
declare module '*/generated/prisma' {
  export * from '@prisma/client'
}
declare module '*/generated/prisma/client' {
  export * from '@prisma/client'
}
declare module '*/generated/prisma/index' {
  export * from '@prisma/client'
}
declare module '*/generated/prisma/edge' {
  export * from '@prisma/client'
}
declare module '*/generated/prisma-client' {
  export * from '@prisma/client'
}
declare module '*/generated/client' {
  export * from '@prisma/client'
}
declare module '*/generated/client/client' {
  export * from '@prisma/client'
}
declare module '*/prisma/generated' {
  export * from '@prisma/client'
}
declare module '*/.prisma/client' {
  export * from '@prisma/client'
}

// Wrappers that hand out a client of the same shape.
declare module '@zenstackhq/runtime' {
  /** @derive */
  export function enhance<C>(client: C, context?: any, options?: any): C
  /** @derive */
  export function withPolicy<C>(client: C, context?: any, options?: any): C
}
declare module 'nestjs-prisma' {
  export { PrismaClient as PrismaService } from '@prisma/client'
  export const PrismaModule: any
}
declare module 'wasp/server' {
  import { PrismaClient } from '@prisma/client'
  export { PrismaClient }
  export const prisma: PrismaClient
  export class HttpError extends Error {
    constructor(statusCode: number, message?: string, data?: any)
    readonly statusCode: number
  }
  export const env: any
  export const config: any
}
declare module '@prisma/extension-accelerate' {
  export function withAccelerate(options?: any): any
}
