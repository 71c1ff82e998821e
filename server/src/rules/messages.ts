/** What users read: each message says what is wrong, why it matters in this context, and what to do. */
import { assertNever } from '../base/assertNever'
import type { AdvisoryKind, Context, FlowAdvisory, Reason, WriteOperation, WritePath } from '../flow/result'
import type { FindingName } from './baseline'
import type { NoteKind, Suppressed } from './report'

const LOSS = 'a DB failure would charge the customer without creating their order'

/** `on payment_intent.succeeded`, `after stripe.charges.create`. */
function occasion(path: WritePath): string {
  const { kind, what } = path.confirmation
  return kind === 'event' || kind === 'subscription' ? `on ${what}` : `after ${what}`
}

/** The sentence of spec section 5. `file`: relative to the root. */
export function detailOf(file: string, operation: Pick<WriteOperation, 'op'>, path: WritePath): string {
  const start = `${file}: ${occasion(path)}, calls ${operation.op}`
  if (path.reason === null) return `${start}, protected by ${path.mechanisms.map((mechanism) => mechanism.kind).join(' and ')}`
  return `${start} ${circumstance(path, path.reason)} — ${LOSS}`
}

function circumstance(path: WritePath, reason: Reason): string {
  switch (reason) {
    case 'swallowed':
      return 'and swallows its failure, with no refund logic'
    case 'lost':
      return 'without waiting for it, so nothing can handle its failure'
    case 'outside-transaction':
      return 'inside a transaction but not through its handle, so it does not roll back'
    case 'retry-blocked':
      return 'behind a check that an earlier write has already passed, so a new try would skip it'
    case 'not-idempotent':
    case 'no-handling':
      return path.endedAt === null
        ? 'with no try/catch and no refund logic'
        : reason === 'not-idempotent'
          ? 'with no refund logic, and a redelivery would repeat it'
          : 'with no refund logic'
    default:
      return assertNever(reason)
  }
}

/** The editor's message for a write that was accepted. */
export function acceptedMessage({ justification, operation }: Suppressed): string {
  return `Accepted in the baseline${justification === '' ? '' : ` (${justification})`}: ${messageFor(operation)}`
}

/** The editor's message for an unprotected write: what, why here, what to do. */
export function messageFor(operation: Pick<WriteOperation, 'op'> & { readonly paths: readonly WritePath[] }): string {
  const path = operation.paths.find((candidate) => candidate.class === 'd') ?? operation.paths[0]
  if (path === undefined || path.reason === null) return `${operation.op} runs after a confirmed payment and is protected.`
  return `${operation.op} runs ${occasion(path)} ${circumstance(path, path.reason)}. ${consequence(path.entry.context, path.reason)} ${remedy(path.entry.context, path.reason)} (CWE-362)`
}

function consequence(context: Context, reason: Reason): string {
  if (reason === 'not-idempotent')
    return 'If it fails, the customer has paid and there is no order; if the provider sends the event again, it may be applied twice.'
  if (reason === 'retry-blocked') return 'If it fails, the customer has paid, and the next delivery takes the work for done.'
  switch (context) {
    case 'webhook':
      return reason === 'swallowed' || reason === 'lost'
        ? 'The provider is told that all is well and will not send the event again: the customer has paid and there is no order.'
        : 'If it fails, the customer has paid and there is no order.'
    case 'request':
      return 'If it fails, the customer has paid and there is no order; nobody sends this request again.'
    case 'job':
      return 'If it fails, the job ends, the customer has paid and there is no order.'
    case 'library':
      return 'If it fails, the customer has paid and there is no order.'
  }
}

function remedy(context: Context, reason: Reason): string {
  switch (reason) {
    case 'swallowed':
      return context === 'webhook' ? 'Rethrow or answer with a 5xx status, queue the work, or refund in the catch.' : 'Refund or queue the work in the catch.'
    case 'lost':
      return 'Await it before the answer is sent.'
    case 'outside-transaction':
      return "Use the transaction's own handle for this write."
    case 'retry-blocked':
      return 'Put both writes in one transaction, or mark the work as done last.'
    case 'not-idempotent':
      return "Make it an upsert by the payment's id, or wrap the writes in a transaction with a catch that refunds or queues."
    case 'no-handling':
      return 'Wrap the writes in a transaction with a catch that refunds or queues.'
  }
}

export const noteMessages: Readonly<Record<Exclude<NoteKind, 'stale-baseline-entry'>, string>> = {
  'unused-suppression': 'Nothing is suppressed here: the next line has no unprotected write after a payment. Remove the comment.',
  'suppression-without-reason': 'This suppresses nothing without a reason: write after it why the write may be as it is.',
}

export function staleMessage({ file, function: name, operation }: FindingName): string {
  return `${operation} in ${name === '(anonymous)' ? file : `${name} (${file})`} is no longer the finding that was accepted: it was repaired, moved or fails in another way. Run paidpath baseline --update.`
}

export function advisoryMessage({ kind, subject }: FlowAdvisory): string {
  return advisories[kind](subject)
}

const advisories: Readonly<Record<AdvisoryKind, (subject: string) => string>> = {
  'rolled-back-but-charged': (subject) =>
    `When ${subject} rolls back, the database is clean but the customer is still charged. Refund in the catch, or let the failure be retried.`,
  'redelivery-repeats': (subject) =>
    `${subject} has committed when a later failure asks for redelivery, and would be applied again. Put both in one transaction, or make it idempotent.`,
  'charge-inside-transaction': (subject) =>
    `${subject} takes money inside a database transaction: a rollback does not give it back, and a retried transaction charges twice. Charge before the transaction.`,
  'refund-not-awaited': (subject) => `${subject} is not awaited: a failed refund goes unnoticed. Await it.`,
  'refund-without-idempotency-key': (subject) =>
    `${subject} has no idempotency key: when the handler runs twice, the refund may be sent twice. Derive a key from the payment's id.`,
  'refund-and-retry': (subject) => `The same handler refunds and queues the work (${subject}): the customer would get the goods free. Do one of the two.`,
  'compensation-covers-charge': (subject) =>
    `${subject} also runs when the charge itself failed: it would give back what was never taken. Move the charge out of this try.`,
  'retry-not-durable': (subject) => `${subject} tries again only while the process lives. Queue the work durably as well.`,
  'missing-order-metadata': (subject) =>
    `${subject} creates a payment with nothing of yours attached: support cannot match the charge with an order. Add metadata with the order's id.`,
  'unchecked-payment-status': (subject) =>
    `${subject} is fulfilled without looking at payment_status: delayed payment methods complete a session before they pay. Test payment_status === 'paid'.`,
  'unconfirmed-fulfilment': (subject) =>
    `${subject} runs on a page the customer's browser reaches, without any test that the payment is paid. Retrieve the payment and test its status.`,
  'never-runs': (subject) => `${subject} builds a query that is never awaited or executed: it writes nothing. Await it.`,
}
