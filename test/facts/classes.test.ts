/** Classes, interfaces and object types. */
import { expect, it } from 'vitest'
import { lowered } from './harness'

it('notes methods and fields: initialisers, parameter properties, assignments to this, getters', () => {
  expect(
    lowered(`
      class Orders {
        static count = 0
        static { Orders.count = 1 }
        #secret = 2
        status = 'new'
        db: any
        constructor(private readonly gateway: Gateway, plain: any) { this.db = plain }
        connect() { [1].forEach(() => { this.db = 'again' }); function other(this: any) { this.db = 'not ours' } }
        get client() { return this.gateway }
        set client(value) { value }
        pay = () => this.gateway.charge()
      }
      interface Gateway { charge(): void }
    `),
  ).toMatchInlineSnapshot(`
    "{
      class:Orders.count[Orders] = 1
    }
    function Orders.constructor(gateway, plain) [of Orders] {
      this.db[Orders] = plain
    }
    function Orders.connect() [of Orders] {
      [1].forEach(ƒcallback9){globals:iterate}
    }
    function callback9() [in Orders.connect] {
      this.db[Orders] = "again"
    }
    function other() [in Orders.connect] {
      this.db = "not ours"
    }
    function Orders.client() [of Orders] {
      return this.gateway[Orders]
    }
    function Orders.set client(value) [of Orders] {
      value
    }
    function Orders.pay() [of Orders] {
      return this.gateway[Orders].charge[Gateway]()[Gateway.charge]
    }
    class Orders { constructor; connect(); set client(); static count = 0; #secret = 2; status = "new"; gateway = gateway; client = ƒOrders.client()→Orders.client; pay = ƒOrders.pay; db = plain; db = "again" }
    interface Gateway {  }"
  `)
})

it('follows extends and implements to workspace and catalogue', () => {
  expect(
    lowered(`
--- /main.ts
import { PrismaClient } from '@prisma/client'
import { Base, type Port } from './base'
class Db extends PrismaClient {}
class Orders extends Base implements Port, Shape { constructor() { super(1); super.save() } save() {} }
type Shape = { a: () => void } & Port
interface Wide extends Port {}
const db = new Db()
db.order.create({})
--- /base.ts
export class Base { constructor(n: number) {} save() {} }
export interface Port { save(): void }
    `),
  ).toMatchInlineSnapshot(`
    "--- /main.ts
    let db = new class:Db()«prisma:PrismaClient»
    db«prisma:PrismaClient».order«prisma:Delegate».create({}){prisma:write}
    function Orders.constructor() [of Orders] {
      super(1)→Base.constructor
      super.save()→Base.save
    }
    function Orders.save() [of Orders] {}
    class Db extends prisma:PrismaClient {  }
    class Orders extends Base, Port, Shape { constructor; save() }
    interface Shape extends Port {  }
    interface Wide extends Port {  }
    variable db = new class:Db()«prisma:PrismaClient»
    --- /base.ts
    function Base.constructor(n) [of Base] {}
    function Base.save() [of Base] {}
    class Base { constructor; save() }
    interface Port {  }
    export Base = class:Base"
  `)
})

it('dispatches on the member that declares a call, and names inherited targets', () => {
  expect(
    lowered(`
      interface Gateway { charge(): void; onPaid: () => void }
      abstract class Base { run() { this.step() } abstract step(): void }
      class Impl extends Base { step() {} }
      function f(gateway: Gateway, base: Base, impl: Impl, literal: { go(): void }, either: Gateway | Impl) {
        gateway.charge(); gateway.onPaid(); base.step(); impl.run(); literal.go()
        if ('charge' in either) either.charge()
      }
      function g<T extends Gateway>(gateway: T, part: Pick<Impl, 'step'>) { gateway.charge(); part.step(); new Impl().step() }
    `),
  ).toMatchInlineSnapshot(`
    "function Base.run() [of Base] {
      this.step[Base]()[Base.step]
    }
    function Impl.step() [of Impl] {}
    function f(gateway, base, impl, literal, either) {
      gateway.charge[Gateway]()[Gateway.charge]
      gateway.onPaid[Gateway]()[Gateway.onPaid]
      base.step[Base]()[Base.step]
      impl.run[Base]()→Base.run[Base.run]
      literal.go[/main.ts#250]()[/main.ts#250.go]
      if (("charge" in either)) {
        either.charge[Gateway]()[Gateway.charge]
      }
    }
    function g(gateway, part) {
      gateway.charge[Gateway]()[Gateway.charge]
      part.step[Impl]()→Impl.step[Impl.step]
      new class:Impl().step[Impl]()→Impl.step[Impl.step]
    }
    interface Gateway {  }
    class Base { run() }
    class Impl extends Base { step() }"
  `)
})

it('notes object literals that implement a workspace type', () => {
  expect(
    lowered(`
      interface Port { save(): void; load: () => number; size: number }
      type Handler = { handle(): void }
      const port: Port = { save() {}, load: () => 1, size: 2 }
      function make(): Handler { return { handle: wrap(() => {}) } }
      declare function use(handler: Handler): void
      function handle() {}
      use({ handle })
      const all = { a: { handle } } satisfies Record<string, Handler>
      function wrap<T>(f: T): T { return f }
    `),
  ).toMatchInlineSnapshot(`
    "let port = { save: ƒsave, load: ƒload, size: 2 }
    use@global({ handle: ƒhandle })
    let all = { a: { handle: ƒhandle } }
    function save() {}
    function load() {
      return 1
    }
    function make() {
      return { handle: ƒwrap(ƒcallback5)→wrap }
    }
    function callback5() [in make] {}
    function handle() {}
    function wrap(f) {
      return f
    }
    interface Port {  }
    interface Handler {  }
    variable port = { save: ƒsave, load: ƒload, size: 2 }
    variable all = { a: { handle: ƒhandle } }
    implements Port.save = ƒsave
    implements Port.load = ƒload
    implements Handler.handle = ƒwrap(ƒcallback5)→wrap
    implements Handler.handle = ƒhandle
    implements Handler.handle = ƒhandle"
  `)
})

it('keeps decorators with their effects and arguments', () => {
  expect(
    lowered(`
      import { Controller, Post, Body, Injectable } from '@nestjs/common'
      import { custom } from './custom'
      @Controller('webhooks')
      class Webhooks {
        @Post('stripe') @custom
        async stripe(@Body() body: any, @custom.arg({ a: 1 }) x: any) {}
      }
    `),
  ).toMatchInlineSnapshot(`
    "@Post("stripe"){nestjs:entry} @custom() async function Webhooks.stripe(@Body() body, @arg({ a: 1 }) x) [of Webhooks] {}
    @Controller("webhooks") class Webhooks { stripe() }"
  `)
})
