/** What a pull request comment shows. */
import { expect, test } from 'vitest'
import { toMarkdown } from '../../server/src/report/markdown'
import { failing, tool } from './sample'

test('findings with their paths, then tables', () => {
  expect(toMarkdown(failing, tool)).toMatchInlineSnapshot(`
    "## Paidpath: fail

    1 of 2 writes after a confirmed payment can fail and lose the order. 2 findings accepted.

    ### \`db.order.create\` in \`fulfil\`

    app/api/[tenant]/webhook/route.ts: on payment_intent.succeeded, calls db.order.create and swallows the failure

    1. \`app/api/[tenant]/webhook/route.ts:9:23\` \`Next.js route POST\`
    2. \`app/api/[tenant]/webhook/route.ts:20:7\` \`payment_intent.succeeded\`
    3. \`app/api/[tenant]/webhook/route.ts:22:11\` \`calls fulfil\`
    4. \`lib/orders.ts:31:17\` \`db.order.create\`

    ### Protected writes

    | Write | Where | Class | Protected by |
    | --- | --- | --- | --- |
    | \`tx.stock.update\` | \`lib/orders.ts:40:14\` | a transaction | transaction, compensation |

    ### Not part of the verdict

    | Write | Where | Why | Class |
    | --- | --- | --- | --- |
    | \`db.auditLog.create\` | \`lib/orders.ts:50:12\` | bookkeeping | d |

    ### Advisories

    | Kind | Where | What |
    | --- | --- | --- |
    | \`charge-inside-transaction\` | \`lib/orders.ts:38:9\` | The charge is inside the transaction. |

    ### Accepted

    | Write | Where | By | Reason |
    | --- | --- | --- | --- |
    | \`db.ledger.create\` | \`lib/orders.ts:60:3\` | comment | reconciled by hand \\| weekly |
    | \`db.stock.update\` | \`lib/orders.ts:70:3\` | baseline |  |

    2 operations, 1 adequately protected: a transaction 1 · b compensation 0 · c retry or queue 0 · d unprotected 1. 2087 files indexed, 39 analysed, 97.1 % of calls resolved.  
    Skipped \`big.js\`: larger than 1 MiB.

    <sub>Paidpath 1.2.3 · post-payment-rollback · severity high · CWE-362</sub>
    "
  `)
})
