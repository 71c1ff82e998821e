/** @library mssql */

declare module 'mssql' {
  /** Joins the transaction it is made with. */
  export class Request {
    /** @pass arg=0 */
    constructor(parent?: any)
    /** @derive */
    input(name: string, ...value: any[]): this
    /** @derive */
    output(name: string, ...type: any[]): this
    /** @sql */
    query<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql */
    batch<T = any>(text: any): Promise<any>
    /** @write form=unknown table=0 */
    execute<T = any>(procedure: string): Promise<any>
    /** @write form=create table=0 data=0 */
    bulk(table: any, options?: any): Promise<any>
  }
  export class PreparedStatement {
    /** @pass arg=0 */
    constructor(parent?: any)
    input(name: string, type: any): this
    prepare(text: string): Promise<void>
    /** @write form=unknown data=0 */
    execute(values: any): Promise<any>
    unprepare(): Promise<void>
  }
  export class ConnectionPool {
    constructor(config: any)
    connect(): Promise<this>
    close(): Promise<void>
    /** @derive */
    request(): Request
    transaction(): Transaction
    /** @sql pooled */
    query<T = any>(text: any, ...values: any[]): Promise<any>
    /** @sql pooled */
    batch<T = any>(text: any, ...values: any[]): Promise<any>
  }
  export class Transaction {
    constructor(pool?: ConnectionPool)
    /** @begin */
    begin(isolation?: any): Promise<this>
    /** @commit */
    commit(): Promise<void>
    /** @rollback */
    rollback(): Promise<void>
    /** @derive */
    request(): Request
  }
  export function connect(config: any): Promise<ConnectionPool>
  export function close(): Promise<void>
  /** @sql pooled */
  export function query<T = any>(text: any, ...values: any[]): Promise<any>
  export const ISOLATION_LEVEL: any
  export const Int: any
  export const NVarChar: any
  export const VarChar: any
  export const DateTime: any
  export const Decimal: any
  export const Bit: any
  export const BigInt: any
  export const UniqueIdentifier: any
}
