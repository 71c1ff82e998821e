/** A small shop that most fixtures happen in, so that a test shows only the lines it is about. */

/** `stripe`, a Prisma `db` and a BullMQ `queue` that a worker empties. Of the tables, `payment` and `webhookEvent` have a unique key of the provider's. */
export const shop = `
//- /shop.ts
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
import { Queue } from 'bullmq'
export const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
export const db = new PrismaClient()
export const queue = new Queue('fulfilment')
//- /prisma/schema.prisma
model Order {
  id     String @id @default(cuid())
  status String
  total  Int
  userId String
}
model Payment {
  id       String @id @default(cuid())
  intentId String @unique
}
model Account {
  id      String @id
  balance Int
}
model WebhookEvent {
  id String @id
}
model AuditLog {
  id   String @id @default(cuid())
  text String
}
`

/** The lines run in a Stripe webhook (a Next.js route) once \`payment_intent.succeeded\` is certain; the answer after them is a 200. */
export function onPaid(lines: string, more = ''): string {
  return `${shop}
//- /app/api/webhooks/stripe/route.ts
import { db, queue, stripe } from '../../../../shop'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type !== 'payment_intent.succeeded') return new Response('ignored')
  const intent = event.data.object
${lines}
  return new Response('ok')
}
${more}`
}

/** The lines run in a webhook for any verified event: the test selects one itself. */
export function onEvent(lines: string, more = ''): string {
  return `${shop}
//- /app/api/webhooks/stripe/route.ts
import { db, queue, stripe } from '../../../../shop'
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
${lines}
  return new Response('ok')
}
${more}`
}

/** The lines run in a customer's request. */
export function onRequest(lines: string, more = ''): string {
  return `${shop}
//- /app/api/checkout/route.ts
import { db, queue, stripe } from '../../../shop'
export async function POST(request: Request) {
  const { id, total } = await request.json()
${lines}
  return Response.json({ ok: true })
}
${more}`
}

/** The lines run in a customer's request after the charge was confirmed. */
export function afterCharge(lines: string, more = ''): string {
  return onRequest(`  const intent = await stripe.paymentIntents.confirm(id)\n${lines}`, more)
}
