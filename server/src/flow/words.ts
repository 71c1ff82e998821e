/** Words that many providers and applications share: states of payments and of rows, tables that only keep the books. */

/** Status values that mean paid at some provider and the opposite at none. */
export const genericPaid: readonly string[] = [
  'paid',
  'succeeded',
  'success',
  'successful',
  'completed',
  'complete',
  'captured',
  'settled',
  'approved',
  'confirmed',
  'authorised',
  'finished',
  'ok',
]

/** Status values that say that nothing was paid, or no longer. */
export const genericUnpaid: readonly string[] = [
  'unpaid',
  'open',
  'pending',
  'failed',
  'failure',
  'canceled',
  'cancelled',
  'expired',
  'past_due',
  'incomplete',
  'incomplete_expired',
  'trialing',
  'paused',
  'requires_payment_method',
  'requires_action',
  'requires_confirmation',
  'requires_capture',
  'processing',
  'declined',
  'refused',
  'voided',
  'created',
  'draft',
  'void',
  'uncollectible',
  'authorized',
  'rejected',
  'error',
  'denied',
]

const done =
  /^(?:paid|succeeded|success|completed?|processed|fulfilled|active|captured|settled|confirmed|done|delivered|shipped|approved|finished|sent|credited|granted|true)$/i
const pending =
  /^(?:pending|unpaid|created|new|initiated|initialized|processing|open|awaiting\w*|requires_\w+|draft|not_?paid|waiting\w*|unprocessed|received|queued|in_?progress|authorized|false)$/i
const doneField = /(?:paid|processed|fulfil|complete|confirmed|handled|settled|delivered|granted|credited|redeemed|finalized|captured|approved|activated|used)/i

/** What a row's state says about the work. */
export function meaningOfState(value: string): 'done' | 'pending' | 'unknown' {
  if (done.test(value)) return 'done'
  return pending.test(value) ? 'pending' : 'unknown'
}

/** What it says that a field of a row is true, or set. */
export function meaningOfField(name: string): 'done' | 'pending' | 'unknown' {
  if (/pending|unpaid|awaiting/i.test(name)) return 'pending'
  return doneField.test(name) ? 'done' : 'unknown'
}

/** Audit, log, notification, mail-log and webhook-inbox tables (spec section 1). */
const bookkeeping =
  /(?:^|_|\.)(?:audit|audits|log|logs|mails?|mail_?queue|history|activity|activities|notification|notifications|(?:push|fcm|expo)_?(?:devices?|tokens?|subscriptions?)|device_?tokens?|email_?log|mail_?log|event_?log|inbox|inbox_\w+|\w+_inbox|webhook_?(?:event|log|delivery|receipt|message)s?|(?:stripe|paddle|polar|payment|provider|billing|processed|inbox)_?(?:webhook_?)?events?|processed_?(?:event|webhook|message)s?|audit_?\w+|\w+_?(?:audit_?logs?|logs?|activities|notifications?|audit)|telemetry|analytics|metrics?|tracking_?events?)$/i

export function isBookkeepingTable(table: string): boolean {
  // `OrderHistoryEntry`, `InboxEventEntity`: what the class is called beside what it holds says nothing.
  return bookkeeping.test(snakeCase(table).replace(/(?:_(?:entity|model|entry|entries|record|records|document|row))+$/, ''))
}

/** Tables of provider events that were received or processed. */
export function isEventTable(table: string): boolean {
  return /(?:webhook|processed|stripe|paddle|polar|payment|provider|billing|inbox|idempotency|handled|received)\w*(?:event|key|message|deliver|webhook)\w*$|^idempotency\w*$|^webhooks?$/i.test(
    snakeCase(table),
  )
}

/** Names of records that keep what could not be done, to be done later. */
const deadLetter = /outbox|dead_?letter|dlq|retry|retries|failed_?\w*|\w*_?(?:failures?|jobs?|queue|tasks?)$|pending_?\w+|reconcil/i

export function isDeadLetterTable(table: string): boolean {
  return deadLetter.test(snakeCase(table))
}

/** `stripeWebhookEvents` → `stripe_webhook_events`, so that word boundaries can be seen. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
}
