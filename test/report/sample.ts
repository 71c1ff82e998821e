/** A small audit, made by hand: one finding on two files, one protected write, one bookkeeping write, an advisory, a skipped file. */
import type { AuditReport, AuditedPath, Operation } from '../../server/src/audit/report'
import { filePath, type FilePath, type Location } from '../../server/src/base/location'

export const root = filePath('/shop')
export const tool = { version: '1.2.3' }

const route = filePath('/shop/app/api/[tenant]/webhook/route.ts')
const orders = filePath('/shop/lib/orders.ts')

export function at(file: FilePath, line: number, column: number, length = 6): Location {
  return { file, line, column, start: line * 100 + column, end: line * 100 + column + length }
}

const path: AuditedPath = {
  entry: { at: at(route, 9, 23), what: 'Next.js route POST', kind: 'http', context: 'webhook', referenced: true },
  confirmation: { at: at(route, 20, 7), kind: 'event', what: 'payment_intent.succeeded', provider: 'stripe' },
  chain: [{ at: at(route, 22, 11), call: 'fulfil' }],
  mechanisms: [],
  class: 'd',
  reason: 'swallowed',
  outcome: 'swallowed',
  idempotent: false,
  endedAt: at(route, 24, 5),
  detail: 'app/api/[tenant]/webhook/route.ts: on payment_intent.succeeded, calls db.order.create and swallows the failure',
}

export const finding: Operation = {
  at: at(orders, 31, 17),
  callAt: at(orders, 31, 8, 40),
  op: 'db.order.create',
  store: 'prisma',
  function: 'fulfil',
  table: 'order',
  bookkeeping: false,
  tier: 'fulfilment',
  protected: false,
  class: 'd',
  paths: [path],
  ordinal: 1,
  fingerprint: 'f00d',
}

const guarded: Operation = {
  ...finding,
  at: at(orders, 40, 14),
  op: 'tx.stock.update',
  protected: true,
  class: 'a',
  paths: [
    {
      ...path,
      class: 'a',
      reason: null,
      detail: '',
      mechanisms: [
        { kind: 'transaction', at: at(orders, 38, 9), what: 'db.$transaction' },
        { kind: 'compensation', at: at(orders, 44, 9), what: 'stripe.refunds.create' },
      ],
    },
  ],
  fingerprint: 'beef',
}

const logged: Operation = { ...finding, at: at(orders, 50, 12), op: 'db.auditLog.create', bookkeeping: true, tier: 'bookkeeping', fingerprint: 'cafe' }

export const failing: AuditReport = {
  root,
  verdict: 'fail',
  totals: { operations: 2, protected: 1, byClass: { a: 1, b: 0, c: 0, d: 1 } },
  operations: [finding, guarded, logged],
  advisories: [{ at: at(orders, 38, 9), kind: 'charge-inside-transaction', message: 'The charge is inside the transaction.' }],
  suppressed: [
    {
      kind: 'inSource',
      justification: 'reconciled by hand | weekly',
      operation: { ...finding, at: at(orders, 60, 3), op: 'db.ledger.create', fingerprint: 'dead' },
    },
    { kind: 'external', justification: '', operation: { ...finding, at: at(orders, 70, 3), op: 'db.stock.update', fingerprint: 'feed' } },
  ],
  coverage: { filesIndexed: 2087, filesAnalysed: 39, callsResolved: 0.971, skipped: [{ file: filePath('/shop/big.js'), why: 'larger than 1 MiB' }] },
}

export const passing: AuditReport = {
  ...failing,
  verdict: 'pass',
  totals: { operations: 1, protected: 1, byClass: { a: 1, b: 0, c: 0, d: 0 } },
  operations: [guarded],
  advisories: [],
  suppressed: [],
}

export const empty: AuditReport = {
  root,
  verdict: 'skip',
  totals: { operations: 0, protected: 0, byClass: { a: 0, b: 0, c: 0, d: 0 } },
  operations: [],
  advisories: [],
  suppressed: [],
  coverage: { filesIndexed: 0, filesAnalysed: 0, callsResolved: 1, skipped: [] },
}
