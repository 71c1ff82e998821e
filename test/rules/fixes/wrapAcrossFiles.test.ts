/** The main fix where the write is in another file than the payment: the transaction is handed down. */
import { describe, test } from 'vitest'
import { checkFix } from '../../harness/fixes'
import { shop, webhook } from './shop'

describe('across files', () => {
  test('where the callee does not know the payment, the transaction is handed to it', () =>
    checkFix(
      `${shop}${webhook(`await createOrder(session.client_reference_id ?? '')`, `import { createOrder } from '../../../lib/orders'\n`)}
//- /lib/orders.ts
import { prisma } from './prisma'

export async function createOrder(userId: string) {
  await prisma.order.create({ data: { userId } })
  await prisma.user.update({ where: { id: userId }, data: { orders: { increment: 1 } } })
}`,
      `${webhook(
        `
try {
  await prisma.$transaction(async (tx) => {
    await createOrder(session.client_reference_id ?? '', tx)
  })
} catch (error) {
  console.error(error)
  await stripe.refunds.create(
    { payment_intent: session.payment_intent as string },
    { idempotencyKey: \`refund_\${session.payment_intent}\` }
  )
}`,
        `import { createOrder } from '../../../lib/orders'\n`,
      )}
//- /lib/orders.ts
import { prisma } from './prisma'

export async function createOrder(userId: string, tx: Pick<typeof prisma, 'order' | 'user'> = prisma) {
  await tx.order.create({ data: { userId } })
  await tx.user.update({ where: { id: userId }, data: { orders: { increment: 1 } } })
}`,
      'refund',
    ))

  test('all writes of a handler in one edit, methods of a class included', () =>
    checkFix(
      nest(
        `
    await this.fulfil(intent.metadata.orderId)
    await this.prisma.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } })`,
        `orderId: string`,
        `this.prisma`,
      ),
      nest(
        `
    try {
      await this.prisma.$transaction(async (tx) => {
        await this.fulfil(intent.metadata.orderId, tx)
        await tx.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } })
      })
    } catch (error) {
      console.error(error)
      await this.stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: \`refund_\${intent.id}\` })
    }`,
        `orderId: string, tx: Pick<typeof this.prisma, 'ticket'> = this.prisma`,
        `tx`,
      ),
      'refund',
      { op: 'this.prisma.stock.update', wholeHandler: true },
    ))
})

function nest(body: string, parameters: string, client: string): string {
  return `
//- /src/orders.controller.ts
import { Controller, Headers, Post, Req } from '@nestjs/common'
import { OrdersService } from './orders.service'
@Controller('webhooks')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}
  @Post('stripe')
  async handle(@Req() request: { rawBody: Buffer }, @Headers('stripe-signature') signature: string) {
    await this.orders.onEvent(request.rawBody, signature)
    return { received: true }
  }
}
//- /src/prisma.service.ts
import { PrismaClient } from '@prisma/client'
export class PrismaService extends PrismaClient {}
//- /src/orders.service.ts
import { Injectable } from '@nestjs/common'
import Stripe from 'stripe'
import { PrismaService } from './prisma.service'

@Injectable()
export class OrdersService {
  private readonly stripe = new Stripe('a key that is as long as the keys of Stripe usually are, so that lines may be long')
  constructor(private readonly prisma: PrismaService) {}

  async onEvent(body: Buffer, signature: string): Promise<void> {
    const event = this.stripe.webhooks.constructEvent(body, signature, 'secret')
    if (event.type !== 'payment_intent.succeeded') return
    const intent = event.data.object${body}
  }

  /** A ticket for each order. */
  private async fulfil(${parameters}): Promise<void> {
    await ${client}.ticket.create({ data: { orderId } })
  }
}
`
}
