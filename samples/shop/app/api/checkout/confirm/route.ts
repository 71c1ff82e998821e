import { db } from '@/lib/db'
import { stripe } from '@/lib/stripe'

/** The customer pays with a saved card. */
export async function POST(request: Request) {
  const { customerId, paymentMethod, total } = await request.json()

  const intent = await stripe.paymentIntents.create({
    amount: total,
    currency: 'eur',
    customer: customerId,
    payment_method: paymentMethod,
    confirm: true,
    metadata: { customerId },
  })
  if (intent.status !== 'succeeded') return Response.json({ error: 'The card was declined.' }, { status: 402 })

  const order = await db.order.create({ data: { customerId, total, status: 'paid' } })
  return Response.json({ orderId: order.id })
}
