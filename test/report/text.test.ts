/** What a person reads in a terminal. */
import { describe, expect, test } from 'vitest'
import { coloured } from '../../server/src/report/style'
import { toText } from '../../server/src/report/text'
import { empty, failing, passing, tool } from './sample'

describe('the report for a terminal', () => {
  test('findings first, each with its sentence and its path; then the rest', () => {
    expect(toText(failing, tool)).toMatchInlineSnapshot(`
      "Paidpath 1.2.3  post-payment-rollback · severity high · CWE-362

      FAIL  1 of 2 writes after a confirmed payment can fail and lose the order. 2 findings accepted.

      db.order.create  lib/orders.ts:31:17  in fulfil (prisma)
        app/api/[tenant]/webhook/route.ts: on payment_intent.succeeded, calls db.order.create and swallows the failure
          app/api/[tenant]/webhook/route.ts:9:23   Next.js route POST
          app/api/[tenant]/webhook/route.ts:20:7   payment_intent.succeeded
          app/api/[tenant]/webhook/route.ts:22:11  calls fulfil
          lib/orders.ts:31:17                      db.order.create  swallowed

      Protected
        a transaction  lib/orders.ts:40:14  tx.stock.update  transaction, compensation

      Not part of the verdict
        bookkeeping  lib/orders.ts:50:12  db.auditLog.create  d unprotected

      Advisories
        charge-inside-transaction  lib/orders.ts:38:9
          The charge is inside the transaction.

      Suppressed
        lib/orders.ts:60:3  db.ledger.create  comment   reconciled by hand | weekly
        lib/orders.ts:70:3  db.stock.update   baseline

      Coverage  2087 files indexed, 39 analysed, 97.1 % of calls resolved
        skipped big.js: larger than 1 MiB

      2 operations, 1 adequately protected: a transaction 1 · b compensation 0 · c retry or queue 0 · d unprotected 1
      "
    `)
  })

  test('a pass says what protects', () => {
    expect(toText(passing, tool)).toMatchInlineSnapshot(`
      "Paidpath 1.2.3  post-payment-rollback · severity high · CWE-362

      PASS  The write after a confirmed payment is protected.

      Protected
        a transaction  lib/orders.ts:40:14  tx.stock.update  transaction, compensation

      Coverage  2087 files indexed, 39 analysed, 97.1 % of calls resolved
        skipped big.js: larger than 1 MiB

      1 operation, 1 adequately protected: a transaction 1 · b compensation 0 · c retry or queue 0 · d unprotected 0
      "
    `)
  })

  test('an empty folder is not called clean', () => {
    expect(toText(empty, tool)).toMatchInlineSnapshot(`
      "Paidpath 1.2.3  post-payment-rollback · severity high · CWE-362

      SKIP  No JavaScript or TypeScript files here.

      Coverage  0 files indexed, 0 analysed
      "
    `)
  })

  test('colour changes nothing but the escapes', () => {
    // eslint-disable-next-line no-control-regex -- escape sequences are what this is about
    const stripped = toText(failing, tool, coloured).replaceAll(/\u001b\[\d+m/g, '')
    expect(stripped).toBe(toText(failing, tool))
  })
})
