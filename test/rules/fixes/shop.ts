/** A shop's modules that the fixtures of this folder stand on. */
export const shop = `
//- /package.json
{ "name": "shop" }
//- /lib/stripe.ts
import Stripe from 'stripe'
export const stripe = new Stripe('key')
//- /lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
`

export const queue = `
//- /lib/queue.ts
import { Queue } from 'bullmq'
export const orderQueue = new Queue('orders', { connection: {}, defaultJobOptions: { attempts: 3 } })
`

/** A Stripe webhook whose branch for a paid session is `body`, in lines without their indentation. */
export function webhook(body: string, imports = ''): string {
  return `
//- /app/webhooks/stripe/route.ts
import type Stripe from 'stripe'
import { prisma } from '../../../lib/prisma'
import { stripe } from '../../../lib/stripe'
${imports}
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature') ?? '', 'secret')
  if (event.type === 'checkout.session.completed') {
    const session = event.data.object
${indented(body, '    ')}
  }
  return Response.json({ received: true })
}
`
}

/** A checkout route that charges and then runs \`body\`. */
export function checkout(body: string, imports = ''): string {
  return `
//- /app/checkout/route.ts
import { prisma } from '../../lib/prisma'
import { stripe } from '../../lib/stripe'
${imports}
export async function POST(request: Request) {
  const { userId, amount } = await request.json()
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', confirm: true })
${indented(body, '  ')}
}
`
}

function indented(text: string, indent: string): string {
  return text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')
}
