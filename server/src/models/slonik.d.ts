/** @library slonik */

declare module 'slonik' {
  export interface CommonQueryMethods {
    /** @sql */
    query(text: any): Promise<any>
    /** @sql */
    any(text: any): Promise<any[]>
    /** @sql */
    anyFirst(text: any): Promise<any[]>
    /** @sql */
    one(text: any): Promise<any>
    /** @sql */
    oneFirst(text: any): Promise<any>
    /** @sql */
    maybeOne(text: any): Promise<any>
    /** @sql */
    maybeOneFirst(text: any): Promise<any>
    /** @sql */
    many(text: any): Promise<any[]>
    /** @sql */
    manyFirst(text: any): Promise<any[]>
    /** @sql */
    exists(text: any): Promise<boolean>
    /** @transaction run=0 handle=0 repeats */
    transaction<R>(run: (tx: DatabaseTransactionConnection) => R, retries?: number): Promise<Awaited<R>>
  }
  export interface DatabaseTransactionConnection extends CommonQueryMethods {}
  export interface DatabasePoolConnection extends CommonQueryMethods {}
  export interface DatabasePool extends CommonQueryMethods {
    /** @call run=0 */
    connect<R>(run: (connection: DatabasePoolConnection) => R): Promise<Awaited<R>>
  }
  export function createPool(uri: string, options?: any): Promise<DatabasePool>
  interface Tag {
    /** @pass */
    (text: any, ...values: any[]): any
    /** @pass */
    unsafe(text: any, ...values: any[]): any
    /** @pass */
    fragment(text: any, ...values: any[]): any
    type(schema: any): Tag
    typeAlias(name: string): Tag
    [helper: string]: any
  }
  export const sql: Tag
}
