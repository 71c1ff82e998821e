/** What the walk knows of values: enums of the catalogue, rows as created, objects whose method is an entry point, promises inside wrappers. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { onPaid } from '../harness/shop'

describe('constants', () => {
  test("a library's enum names the event like the text it stands for", () =>
    checkFindings(`
//- /db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
//- /pages/api/webhooks/paddle.ts
import { EventName, Paddle } from '@paddle/paddle-node-sdk'
import type { NextApiRequest, NextApiResponse } from 'next'
import { db } from '../../../db'
const relevant = new Set([EventName.TransactionCompleted, EventName.ProductCreated])
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const event = await new Paddle('key').webhooks.unmarshal(req.body, 'secret', 'signature')
  if (relevant.has(event.eventType)) {
    switch (event.eventType) {
      case EventName.TransactionCompleted:
        await db.order.create({ data: { total: 1 } })
        //             ^^^^^^ d not-idempotent on:transaction.completed
        break
      case EventName.ProductCreated:
        await db.product.create({ data: { total: 1 } })
        break
    }
  }
  return res.status(200).end()
}
`))

  test('a row just created has the constants it was given', () =>
    checkFindings(
      onPaid(`
  let bonus: { id: string; kind: string } | null = null
  if (intent.amount > 100) {
    bonus = await db.order.create({ data: { kind: 'welcome', total: 1 } })
    //                     ^^^^^^ d not-idempotent
  }
  if (bonus) {
    if (bonus.kind !== 'welcome') {
      await db.order.create({ data: { kind: 'milestone', total: 1 } })
    }
  }
`),
    ))
})

describe('this', () => {
  test('a method that the framework calls has its object: options may be set', () =>
    checkFindings(`
//- /orders.controller.ts
import { Controller, Post, Req } from '@nestjs/common'
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
interface Options { readonly strict: boolean }
@Controller('webhooks')
export class OrdersController {
  constructor(private readonly options: Options, private readonly db: PrismaClient, private readonly stripe: Stripe) {}
  @Post('stripe')
  async receive(@Req() request: { rawBody: string }) {
    const event = this.stripe.webhooks.constructEvent(request.rawBody, 'signature', 'secret')
    if (event.type !== 'payment_intent.succeeded') return
    if (this.options.strict) {
      await this.db.order.create({ data: { total: 1 } })
      //                  ^^^^^^ d not-idempotent
    }
  }
}
`))
})

describe('promises inside wrappers', () => {
  test('what an unknown function makes of a failing promise fails too', () =>
    checkFindings(
      onPaid(
        `
  await withDeadline(save(), 1000)
`,
        `
import { withDeadline } from 'some-library'
async function save() {
  await db.account.update({ where: { id: '1' }, data: { name: 'x' } })
  //               ^^^^^^ c redelivery
}
`,
      ),
    ))
})

describe('handles in context objects', () => {
  const connection = `
//- /connection.ts
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm'
const MANAGER_KEY = Symbol('manager')
export class Context {
  copy(): Context {
    return Object.assign(Object.create(Object.getPrototypeOf(this)), this)
  }
}
export class Order { id = ''; status = '' }
export class OrderHistoryEntry extends Order {}
export class Connection {
  constructor(private readonly source: DataSource) {}
  getRepository(ctx: Context | undefined, target: any) {
    if (ctx instanceof Context) {
      const manager: EntityManager | undefined = (ctx as any)[MANAGER_KEY]
      if (manager) return manager.getRepository(target)
    }
    return this.source.getRepository(target)
  }
  async withTransaction<T>(outer: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
    const ctx = outer.copy()
    let runner: QueryRunner | undefined = ((ctx as any)[MANAGER_KEY] as EntityManager | undefined)?.queryRunner
    if (!runner || runner.isReleased) runner = this.source.createQueryRunner()
    await this.begin(runner)
    ;(ctx as any)[MANAGER_KEY] = runner.manager
    try {
      const result = await work(ctx)
      if (runner.isTransactionActive) await runner.commitTransaction()
      return result
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      throw error
    }
  }
  private async begin(runner: QueryRunner) {
    await runner.startTransaction()
  }
}
//- /orders.controller.ts
import { Controller, Post, Req } from '@nestjs/common'
import Stripe from 'stripe'
import { Connection, Context, Order, OrderHistoryEntry } from './connection'
@Controller('webhooks')
export class OrdersController {
  constructor(private readonly connection: Connection, private readonly stripe: Stripe) {}
  @Post('stripe')
  async receive(@Req() request: { rawBody: string }) {
    const outer = new Context()
    const event = this.stripe.webhooks.constructEvent(request.rawBody, 'signature', 'secret')
    if (event.type !== 'payment_intent.succeeded') return
`
  test('the copy that the wrapper hands on is in the transaction', () =>
    checkFindings(`${connection}
    await this.connection.withTransaction(outer, async (ctx) => {
      await this.connection.getRepository(ctx, Order).update({ id: '1' }, { status: 'paid' })
      //                                              ^^^^^^ a transaction redelivery
    })
  }
}
`))

  test('a relation is set over the connection its builder came from', () =>
    checkFindings(`${connection}
    await this.connection.withTransaction(outer, async (ctx) => {
      await this.connection.getRepository(ctx, Order).createQueryBuilder().relation('payments').of('1').add('2')
      //                                                                                                ^^^ a transaction redelivery
    })
  }
}
`))

  test('the table is that of the entity handed over', () =>
    checkFindings(`${connection}
    await this.connection.getRepository(outer, OrderHistoryEntry).update({ id: '1' }, { status: 'paid' })
    //                                                            ^^^^^^ c bookkeeping redelivery
  }
}
`))

  test('the context from outside is not', () =>
    checkFindings(`${connection}
    await this.connection.withTransaction(outer, async () => {
      await this.connection.getRepository(outer, Order).update({ id: '1' }, { status: 'paid' })
      //                                                ^^^^^^ c redelivery
    })
  }
}
`))
})

test('what is looked for in a known list may not be in it', () =>
  checkFindings(
    onPaid(
      `
  const plan = plans.find(({ price }) => price === intent.metadata.price)
  if (!plan) {
    await db.order.update({ where: { id: intent.metadata.order }, data: { status: 'paid' } })
    //             ^^^^^^ c redelivery
    return new Response('ok')
  }
  await db.order.update({ where: { id: intent.metadata.order }, data: { status: plan.name } })
  //             ^^^^^^ c redelivery
`,
      `const plans = [{ price: 'a', name: 'basic' }, { price: 'b', name: 'team' }]\n`,
    ),
  ))
