/** @library planetscale */

declare module '@planetscale/database' {
  interface Executor {
    /** @sql */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
  }
  export class Tx implements Executor {
    /** @sql */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
  }
  export class Connection implements Executor {
    /** @sql pooled */
    execute<T = any>(text: string, values?: any, options?: any): Promise<any>
    /** @transaction run=0 handle=0 */
    transaction<R>(run: (tx: Tx) => R): Promise<Awaited<R>>
  }
  export class Client extends Connection {
    constructor(config: any)
    connection(): Connection
  }
  export function connect(config: any): Connection
}
