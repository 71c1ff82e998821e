import { fulfilOrder } from '@/lib/orders'
import { stripe } from '@/lib/stripe'

export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('stripe-signature') ?? ''
  const event = stripe.webhooks.constructEvent(await request.text(), signature, process.env.STRIPE_WEBHOOK_SECRET ?? '')

  if (event.type === 'payment_intent.succeeded') {
    await fulfilOrder(event.data.object)
  }
  return Response.json({ received: true })
}
