/** @library nestjs-cls */

// Only what goes through `tx` or the injected proxy joins; a plainly injected client does not.
declare module '@nestjs-cls/transactional' {
  export class TransactionHost<A = any> {
    /** @derive */
    readonly tx: any
    /** @transaction run=0 ambient */
    withTransaction<R>(run: () => R): Promise<Awaited<R>>
    /** @transaction run=1 ambient */
    withTransaction<R>(options: any, run: () => R): Promise<Awaited<R>>
    /** @call run=0 */
    withoutTransaction<R>(run: () => R): Promise<Awaited<R>>
  }
  /** @transaction run=0 ambient */
  export function Transactional(...options: any[]): (target: any, key?: any, descriptor?: any) => any
  export function InjectTransaction(name?: any): (target: any, key?: any, index?: any) => any
  export function InjectTransactionHost(name?: any): (target: any, key?: any, index?: any) => any
  export const ClsPluginTransactional: any
}
