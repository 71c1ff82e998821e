import { extendMembership } from '@/lib/memberships'
import { fulfilOrder } from '@/lib/orders'
import { fulfilment } from '@/lib/queue'
import { verifiedEvent } from '@/lib/stripe'

export async function POST(request: Request) {
  const event = verifiedEvent(await request.text(), request.headers.get('stripe-signature') ?? '')

  switch (event.type) {
    case 'checkout.session.completed': {
      const session = event.data.object
      if (session.payment_status === 'unpaid') break
      try {
        await fulfilOrder(session)
      } catch (error) {
        console.error('could not store the order', session.id, error)
      }
      break
    }

    case 'invoice.paid': {
      const invoice = event.data.object
      await extendMembership(String(invoice.customer), new Date(invoice.period_end * 1000), Math.floor(invoice.amount_paid / 100))
      break
    }

    case 'payment_intent.succeeded':
      await fulfilment.add('ship', { orderId: event.data.object.metadata.orderId }, { attempts: 8, backoff: { type: 'exponential', delay: 1000 } })
      break
  }

  return Response.json({ received: true })
}
