/** Words of the audit panel. */
import type { MechanismKind, ProtectionClass } from '../../../server/src/lsp/protocol'

export const protectionClasses: readonly ProtectionClass[] = ['a', 'b', 'c', 'd']

export const classMeanings: Readonly<Record<ProtectionClass, string>> = {
  a: 'transaction',
  b: 'refund',
  c: 'retry or queue',
  d: 'nothing',
}

export const mechanismNames: Readonly<Record<MechanismKind, string>> = {
  transaction: 'Rolls back',
  compensation: 'Gives the money back',
  queue: 'Queues another try',
  job: 'Runs in a job that is tried again',
  retry: 'Tries again',
  redelivery: 'The provider delivers again',
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
