import type Stripe from 'stripe'
import { db } from './db'

/** Turns a paid checkout into an order with its items. */
export async function fulfilOrder(session: Stripe.Checkout.Session) {
  const items: { sku: string; quantity: number }[] = JSON.parse(session.metadata?.items ?? '[]')
  await db.order.create({
    data: {
      customerId: session.client_reference_id ?? '',
      total: session.amount_total ?? 0,
      status: 'paid',
      items: { create: items },
    },
  })
}
