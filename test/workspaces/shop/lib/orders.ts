import type Stripe from 'stripe'
import { prisma } from './db'

/** Creates the order that the customer has paid for. */
export async function fulfilOrder(intent: Stripe.PaymentIntent): Promise<void> {
  // The cart was stored before the payment.
  const cart = await prisma.cart.findUniqueOrThrow({ where: { id: intent.metadata.cartId } })
  await prisma.order.create({
    data: { userId: cart.userId, total: intent.amount, lines: cart.lines },
  })
}
