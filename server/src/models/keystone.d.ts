/** @library keystone */

declare module '@keystone-6/core/types' {
  interface List {
    /** @write form=create data=0.data */
    createOne(options: any): Promise<any>
    /** @write form=create data=0.data */
    createMany(options: any): Promise<any[]>
    /** @write form=update where=0.where data=0.data */
    updateOne(options: any): Promise<any>
    /** @write form=update data=0.data */
    updateMany(options: any): Promise<any[]>
    /** @write form=delete where=0.where */
    deleteOne(options: any): Promise<any>
    /** @write form=delete where=0.where */
    deleteMany(options: any): Promise<any[]>
    /** @read where=0.where */
    findOne(options: any): Promise<any>
    /** @read where=0.where */
    findMany(options?: any): Promise<any[]>
    /** @read where=0.where */
    count(options?: any): Promise<number>
  }
  export interface KeystoneContext<T = any> {
    /** @derive */
    readonly db: { readonly [list: string]: List }
    /**
     * The older name of `query`.
     * @derive
     */
    readonly lists: { readonly [list: string]: List }
    /** @derive */
    readonly query: { readonly [list: string]: List }
    /** @derive */
    readonly prisma: import('@prisma/client').PrismaClient
    readonly session?: any
    readonly req?: any
    readonly res?: any
    readonly graphql: any
    /** @derive */
    sudo(): KeystoneContext<T>
    /** @derive */
    internal(): KeystoneContext<T>
    withSession(session: any): KeystoneContext<T>
    withRequest(req: any, res?: any): Promise<KeystoneContext<T>>
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (context: KeystoneContext<T>) => R, options?: any): Promise<Awaited<R>>
  }
  export type BaseKeystoneTypeInfo = any
}
declare module '@keystone-next/types' {
  export * from '@keystone-6/core/types'
}
declare module '@keystone-next/keystone/types' {
  export * from '@keystone-6/core/types'
}
declare module '.keystone/types' {
  export type Context = import('@keystone-6/core/types').KeystoneContext
  export type Lists = any
}
declare module '@keystone-6/core' {
  export function config(options: any): any
  export function list(options: any): any
  export const graphql: any
}
// The name before Keystone 6.
declare module '@keystone-next/*' {
  export { BaseKeystoneTypeInfo, KeystoneContext } from '@keystone-6/core/types'
  export type SessionStore = any
  export function config(options: any): any
  export function list(options: any): any
  export function createSchema(lists: any): any
  export function graphQLSchemaExtension(extension: any): any
  export const graphql: any
}
