/** The JSON report is a public contract: these are its bytes. */
import { expect, test } from 'vitest'
import { toJson } from '../../server/src/report/json'
import { failing, tool } from './sample'

test('the contract: keys, their order, paths below the root, one-based lines and columns', () => {
  const report = { ...failing, operations: failing.operations.slice(0, 1) }
  expect(toJson(report, tool)).toMatchInlineSnapshot(`
    "{
      "schemaVersion": 1,
      "tool": {
        "name": "paidpath",
        "version": "1.2.3"
      },
      "check": "ecommerce-payment-security.client-side-handling.post-payment-rollback",
      "severity": "high",
      "verdict": "fail",
      "totals": {
        "operations": 2,
        "protected": 1,
        "byClass": {
          "a": 1,
          "b": 0,
          "c": 0,
          "d": 1
        }
      },
      "operations": [
        {
          "file": "lib/orders.ts",
          "line": 31,
          "column": 17,
          "op": "db.order.create",
          "store": "prisma",
          "function": "fulfil",
          "tier": "fulfilment",
          "protected": false,
          "class": "d",
          "paths": [
            {
              "entry": {
                "file": "app/api/[tenant]/webhook/route.ts",
                "line": 9,
                "what": "Next.js route POST"
              },
              "confirmation": {
                "file": "app/api/[tenant]/webhook/route.ts",
                "line": 20,
                "kind": "event",
                "what": "payment_intent.succeeded"
              },
              "chain": [
                {
                  "file": "app/api/[tenant]/webhook/route.ts",
                  "line": 22,
                  "call": "fulfil"
                }
              ],
              "mechanisms": [],
              "class": "d",
              "reason": "swallowed",
              "outcome": "swallowed",
              "idempotent": false,
              "detail": "app/api/[tenant]/webhook/route.ts: on payment_intent.succeeded, calls db.order.create and swallows the failure"
            }
          ],
          "fingerprint": "f00d"
        }
      ],
      "advisories": [
        {
          "file": "lib/orders.ts",
          "line": 38,
          "kind": "charge-inside-transaction",
          "message": "The charge is inside the transaction."
        }
      ],
      "suppressed": [
        {
          "fingerprint": "dead",
          "justification": "reconciled by hand | weekly",
          "kind": "inSource",
          "file": "lib/orders.ts",
          "line": 60,
          "op": "db.ledger.create"
        },
        {
          "fingerprint": "feed",
          "justification": "",
          "kind": "external",
          "file": "lib/orders.ts",
          "line": 70,
          "op": "db.stock.update"
        }
      ],
      "coverage": {
        "filesIndexed": 2087,
        "filesAnalysed": 39,
        "callsResolved": 0.971,
        "skipped": [
          {
            "file": "big.js",
            "why": "larger than 1 MiB"
          }
        ]
      }
    }
    "
  `)
})

test('every tier is listed, and mechanisms are named in order', () => {
  const { operations } = JSON.parse(toJson(failing, tool)) as { operations: { tier: string; paths: { mechanisms: string[] }[] }[] }
  expect(operations.map((operation) => operation.tier)).toEqual(['fulfilment', 'fulfilment', 'bookkeeping'])
  expect(operations[1]?.paths[0]?.mechanisms).toEqual(['transaction', 'compensation'])
})
