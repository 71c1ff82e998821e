/** What every report says about its maker and its check. */

export interface Tool {
  /** From package.json. */
  readonly version: string
}

export const check = {
  /** Short id: SARIF's rule id and the name of the page under docs/rules. */
  rule: 'post-payment-rollback',
  id: 'ecommerce-payment-security.client-side-handling.post-payment-rollback',
  severity: 'high',
  cwe: 'CWE-362',
  title: 'A database write after a confirmed payment can fail and lose the order',
  help: 'Once money has been taken, every database write that follows must roll back cleanly, give the money back, or be tried again.',
} as const
