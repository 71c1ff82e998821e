/** Handlers that run inside a transaction which an interceptor opens, and take its handle out of the request. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'

const entities = `
//- /entities.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity()
export class Order {
  @PrimaryGeneratedColumn() id: number
  @Column() state: string
}
//- /stripe.ts
import Stripe from 'stripe'
export const stripe = new Stripe(process.env.KEY ?? '')
`

/** A request context that carries the handle under a symbol; repositories are asked for with it. */
const context = `
//- /context.ts
import { createParamDecorator, ExecutionContext } from '@nestjs/common'
export const MANAGER = Symbol('manager')
const CONTEXT = 'context'
export class RequestContext {
  constructor(readonly userId: string) {}
  copy(): RequestContext { return Object.assign(Object.create(Object.getPrototypeOf(this)), this) }
}
export function getContext(req: any): RequestContext | undefined { return req[CONTEXT] }
export function setContext(req: any, ctx: RequestContext) { req[CONTEXT] = ctx }
export const Ctx = createParamDecorator((data: unknown, context: ExecutionContext) => getContext(context.switchToHttp().getRequest()))
//- /connection.ts
import { Injectable } from '@nestjs/common'
import { DataSource, EntityManager } from 'typeorm'
import { MANAGER, RequestContext } from './context'
@Injectable()
export class Connection {
  constructor(private readonly dataSource: DataSource) {}
  getRepository(ctx: RequestContext | undefined, entity: any) {
    const manager: EntityManager | undefined = (ctx as any)?.[MANAGER]
    return manager ? manager.getRepository(entity) : this.dataSource.getRepository(entity)
  }
}
//- /transaction.ts
import { applyDecorators, CallHandler, ExecutionContext, Injectable, NestInterceptor, SetMetadata, UseInterceptors } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { from, lastValueFrom, of } from 'rxjs'
import { DataSource } from 'typeorm'
import { getContext, MANAGER, RequestContext, setContext } from './context'
const MODE = 'transaction-mode'
export type Mode = 'auto' | 'manual'
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(private readonly dataSource: DataSource, private readonly reflector: Reflector) {}
  intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest()
    const original = getContext(req)
    if (!original) return next.handle()
    const mode = this.reflector.get<Mode>(MODE, context.getHandler())
    return of(this.run(original, mode, (ctx) => {
      setContext(req, ctx)
      return lastValueFrom(from(next.handle()))
    }))
  }
  private async run(original: RequestContext, mode: Mode, work: (ctx: RequestContext) => Promise<any>) {
    const ctx = original.copy()
    const runner = this.dataSource.createQueryRunner()
    if (mode === 'auto') await runner.startTransaction()
    ;(ctx as any)[MANAGER] = runner.manager
    try {
      const result = await work(ctx)
      if (mode === 'auto') await runner.commitTransaction()
      return result
    } catch (error) {
      if (mode === 'auto') await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }
}
export const Transaction = (mode: Mode = 'auto') => applyDecorators(SetMetadata(MODE, mode), UseInterceptors(TransactionInterceptor))
${entities}`

function controller(decorators: string, body: string, more = context): string {
  return `
//- /orders.controller.ts
import { Body, Controller, Post, Req, UseInterceptors } from '@nestjs/common'
import { Connection } from './connection'
import { Ctx, RequestContext } from './context'
import { Order } from './entities'
import { stripe } from './stripe'
import { Transaction, TransactionInterceptor } from './transaction'
@Controller('orders')
export class OrdersController {
  constructor(private readonly connection: Connection) {}
  ${decorators}
  @Post()
  async pay(@Ctx() ctx: RequestContext, @Body() input: { id: number; amount: number }) {
    await stripe.paymentIntents.create({ amount: input.amount, currency: 'eur', confirm: true, metadata: { id: input.id } })
${body}
  }
}
${more}`
}

describe('a transaction that the context of the request carries', () => {
  test('holds what is written with this context', () =>
    checkFindings(
      controller(
        '@Transaction()',
        `
    await this.connection.getRepository(ctx, Order).update(input.id, { state: 'paid' })
    //                                              ^^^^^^ a transaction
`,
      ),
    ))

  test('does not hold what is written without it, or with another one', () =>
    checkFindings(
      controller(
        '@Transaction()',
        `
    await this.connection.getRepository(undefined, Order).update(input.id, { state: 'paid' })
    //                                                    ^^^^^^ d outside-transaction
    await this.connection.getRepository(new RequestContext('system'), Order).update(input.id, { state: 'open' })
    //                                                                       ^^^^^^ d outside-transaction
`,
      ),
    ))

  test('is not opened where the decorator asks for none', () =>
    checkFindings(
      controller(
        `@Transaction('manual')`,
        `
    await this.connection.getRepository(ctx, Order).update(input.id, { state: 'paid' })
    //                                              ^^^^^^ d no-handling
`,
      ),
    ))

  test('is not there without the decorator', () =>
    checkFindings(
      controller(
        '',
        `
    await this.connection.getRepository(ctx, Order).update(input.id, { state: 'paid' })
    //                                              ^^^^^^ d no-handling
`,
      ),
    ))
})
