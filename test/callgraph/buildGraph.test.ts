import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../server/src/callgraph/buildGraph'
import { dispatchOf, edgesOf, messagesOf, reachedOf } from './lines'

describe('edges', () => {
  test('calls across files, through re-exports, and functions handed on', () => {
    const edges = edgesOf(`
      --- /main.ts
      import { fulfil, retry } from './index'
      export async function checkout() { await retry(fulfil) }
      export const pay = async () => { await fulfil() }
      --- /index.ts
      export * from './orders'
      export { retry } from './retry'
      --- /orders.ts
      export async function fulfil() { save() }
      function save() {}
      --- /retry.ts
      export async function retry(run: () => Promise<void>) { return run() }
    `)
    expect(edges).toMatchInlineSnapshot(`
      "checkout → fulfil (reference)
      checkout → retry
      fulfil → save
      module /main.ts → pay (reference)
      pay → fulfil
      retry → fulfil (dispatch)"
    `)
  })

  test('methods of injected classes, of interfaces and of what implements them', () => {
    const edges = edgesOf(`
      export abstract class Payments {
        abstract capture(id: string): Promise<void>
        async settle(id: string) { await this.capture(id) }
      }
      export class StripePayments extends Payments { async capture(id: string) {} }
      export class TestPayments extends Payments { async capture(id: string) {} }
      export class Checkout {
        constructor(private readonly payments: Payments) {}
        async run() { await this.payments.settle('1') }
      }
      new StripePayments()
    `)
    expect(edges).toMatchInlineSnapshot(`
      "Checkout.run → Payments.settle
      Payments.settle → StripePayments.capture (dispatch)
      Payments.settle → TestPayments.capture (dispatch)"
    `)
  })

  test('a message reaches its listeners, by constants and by classes', () => {
    const edges = edgesOf(`
      import { EventEmitter } from 'node:events'
      import { CommandBus, CommandHandler } from '@nestjs/cqrs'
      const bus = new EventEmitter()
      const events = { paid: 'order.paid', sent: 'order.sent' } as const
      bus.on(events.paid, fulfil)
      bus.on('order.sent', notify)
      async function fulfil() {}
      async function notify() {}
      export function paid() { bus.emit('order.paid') }
      class PayCommand {}
      @CommandHandler(PayCommand)
      export class PayHandler { async execute() {} }
      export async function pay(commands: CommandBus) { await commands.execute(new PayCommand()) }
    `)
    expect(edges).toMatchInlineSnapshot(`
      "module /main.ts → fulfil (reference)
      module /main.ts → notify (reference)
      paid → fulfil (message)
      pay → PayHandler.execute (message)"
    `)
  })
})

describe('dispatch', () => {
  const code = `
    interface Gateway { pay(): void; refund(): void }
    class Base { pay() {} }
    class Stripe extends Base implements Gateway { refund() {} }
    class Paypal implements Gateway { pay = () => {}; refund() {} }
    const cash: Gateway = { pay() {}, refund: () => {} }
    class Special extends Stripe { pay() {} }
  `
  test('of an interface goes to every class and literal that implements it', () => {
    expect(dispatchOf(code, 'Gateway', 'pay')).toMatchInlineSnapshot(`
      "Base.pay
      Paypal.pay
      pay
      Special.pay"
    `)
  })
  test('of a class goes to its own or inherited body first, then to what overrides it', () => {
    expect(dispatchOf(code, 'Stripe', 'pay')).toMatchInlineSnapshot(`
      "Base.pay
      Special.pay"
    `)
  })
})

test('listeners and workers, from calls, decorators and base classes', () => {
  const messages = messagesOf(`
    import { EventEmitter2 } from 'eventemitter2'
    import { OnEvent } from '@nestjs/event-emitter'
    import { EventsHandler } from '@nestjs/cqrs'
    import { MessagePattern } from '@nestjs/microservices'
    import { Worker } from 'bullmq'
    import { Processor, WorkerHost } from '@nestjs/bullmq'
    new EventEmitter2().on(['a', 'b'], () => {})
    new Worker('orders', async (job) => {})
    class Paid {}
    class Renewed {}
    @EventsHandler(Paid, Renewed) export class Mails { handle() {} }
    export class Listeners {
      @OnEvent('order.paid') async paid() {}
      @MessagePattern({ cmd: 'sum' }) sum() {}
    }
    @Processor('invoices') export class Invoices extends WorkerHost { async process(job: any) {} }
  `)
  expect(messages).toMatchInlineSnapshot(`
    "events a → callback at 8
    events b → callback at 8
    events Paid → Mails.handle
    events Renewed → Mails.handle
    events order.paid → Listeners.paid
    events object → Listeners.sum
    bullmq orders → callback at 9: retries configured
    bullmq invoices → Invoices.process: retries configured"
  `)
})

test('reach keeps what leads to an effect or to something unknown, and nothing else', () => {
  const reached = reachedOf(`
    export function charge() { return fetch('https://api.example.com', { method: 'POST' }) }
    export function checkout() { return charge() }
    export function wrapper(run: () => void) { run() }
    export function sum(items: number[]) { return items.map((item) => item * 2).reduce((a, b) => a + b, 0) }
    export function label(name: string) { return name.trim() }
  `)
  expect(reached).toMatchInlineSnapshot(`
    "charge
    checkout
    wrapper"
  `)
})

test('a table is found under any spelling of its name', () => {
  const graph = buildGraph([], [{ table: 'order_items', columns: ['payment_id'], generated: false }])
  expect(['OrderItem', 'orderItems', 'order_items', 'orders'].map((name) => graph.uniqueKeys(name).length)).toEqual([1, 1, 1, 0])
})
