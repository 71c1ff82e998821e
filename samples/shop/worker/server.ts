import express from 'express'
import { db } from '../lib/db'
import { stripe, verifiedEvent } from '../lib/stripe'

const app = express()

/** Gift cards are charged up as soon as their payment went through. */
app.post('/webhooks/gift-cards', express.raw({ type: 'application/json' }), async (request, response) => {
  const event = verifiedEvent(request.body, String(request.headers['stripe-signature']))
  response.sendStatus(200)

  if (event.type === 'payment_intent.succeeded') {
    const intent = event.data.object
    await db.giftCard.update({
      where: { code: intent.metadata.giftCard },
      data: { balance: { increment: intent.amount_received } },
    })
  }
})

/** The warehouse packed the order: take the authorised money and book the parcel. */
app.post('/orders/:id/capture', express.json(), async (request, response) => {
  const intent = await stripe.paymentIntents.capture(request.body.intentId)
  try {
    await db.shipment.create({ data: { orderId: request.params.id, address: request.body.address } })
    response.json({ captured: intent.amount_received })
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: `no-shipment-${intent.id}` })
    response.status(502).json({ error: 'The parcel could not be booked; the money is on its way back.' })
  }
})

app.listen(3001)
