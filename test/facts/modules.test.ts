/** Names across files: imports, re-exports, CommonJS, namespaces and enums. */
import { describe, expect, it } from 'vitest'
import { factsOf, lowered } from './harness'
import { FactsPrinter } from './printFacts'

/** The module code of the first file. */
function mainOf(sources: string): string {
  const files = factsOf(sources)
  return new FactsPrinter(files).statements(files[0]?.module.body ?? [], '')
}

describe('imports are followed to the declaration', () => {
  it('through names, defaults, namespaces and re-exports', () => {
    expect(
      mainOf(`
--- /main.ts
import pay, { fulfil as done, handler, Orders, limit } from './barrel'
import * as all from './barrel'
import type { Nothing } from './barrel'
pay(); done(); handler(); new Orders(); limit
all.fulfil(); all.nested.deep(); all.limit; all
--- /barrel.ts
export * from './pay'
export { default } from './pay'
export * as nested from './deep'
--- /pay.ts
export default async function () {}
export function fulfil() {}
export const handler = wrap(fulfil)
export class Orders {}
export const limit = 3
function wrap<T>(f: T): T { return f }
--- /deep.ts
export const deep = () => {}
      `),
    ).toMatchInlineSnapshot(`
      "ƒdefault()→default
      ƒfulfil()→fulfil
      handler()
      new class:Orders()
      limit
      ƒfulfil()→fulfil
      ƒdeep()→deep
      limit
      module(/barrel.ts)"
    `)
  })

  it('names packages and files that are not there', () => {
    expect(
      mainOf(`
--- /main.ts
import axios from 'some-http'
import { db as database } from '@/lib/db'
import * as tools from 'some-tools'
import { gone } from './gone'
import { passed, missing } from './barrel'
const legacy = require('some-legacy')
axios.post(1); database.orders.create(); tools.run(); gone(); passed.go(); missing(); legacy.go(); console.log(); nowhere()
--- /barrel.ts
export { through as passed } from 'some-package'
      `),
    ).toMatchInlineSnapshot(`
      "let legacy = some-legacy@some-legacy
      axios@some-http.post(1)~
      db@@/lib/db.orders.create()!
      tools@some-tools.run()~
      gone@./gone()!
      through@some-package.go()~
      module(/barrel.ts).missing()!
      legacy@some-legacy.go()~
      console@global«globals:Console».log()
      nowhere@global()!"
    `)
  })

  it('keeps the specifier of a catalogued package', () => {
    expect(
      mainOf(`
        import Stripe from 'stripe'
        import { PrismaClient, Prisma } from '@prisma/client'
        new Stripe('key'); new PrismaClient(); Prisma
      `),
    ).toMatchInlineSnapshot(`
      "new Stripe@stripe«stripe:Stripe»("key")
      new PrismaClient@@prisma/client()
      Prisma@@prisma/client"
    `)
  })
})

describe('CommonJS', () => {
  const library = `
--- /named.js
exports.pay = async () => {}
module.exports.limit = 3
exports.wrapped = wrap(() => {})
--- /object.js
const { pay } = require('./named')
function refund() {}
module.exports = { pay, refund, again: refund, inline() {}, wrapped: wrap(pay), limit: 2 }
--- /function.js
module.exports = function run() {}
--- /class.js
class Orders { save() {} }
module.exports = Orders
--- /instance.js
const Orders = require('./class')
module.exports = new Orders()
`

  it('resolves require from JavaScript', () => {
    expect(
      mainOf(`
--- /main.js
const named = require('./named')
const { pay, refund: back, wrapped, inline } = require('./object')
const run = require('./function')
const Orders = require('./class')
const orders = require('./instance')
const lone = require('./named').pay
named.pay(); named.limit; pay(); back(); wrapped(); inline(); run(); new Orders().save(); orders.save(); lone()
require('./function')()
require('./object').refund()
${library}`),
    ).toMatchInlineSnapshot(`
      "let named = module(/named.js)
      let { pay: pay, refund: back, wrapped: wrapped, inline: inline } = module(/object.js)
      let run = module(/function.js)
      let Orders = module(/class.js)
      let orders = module(/instance.js)
      let lone = module(/named.js).pay
      module(/named.js).pay()→pay
      module(/named.js).limit
      ƒpay()→pay
      ƒrefund()→refund
      module(/object.js).wrapped()!
      ƒinline()→inline
      ƒrun()→run
      new class:Orders().save[Orders]()→Orders.save[Orders.save]
      module(/instance.js).save[Orders]()→Orders.save[Orders.save]
      ƒpay()→pay
      module(/function.js)()→run
      module(/object.js).refund()→refund"
    `)
  })

  it('resolves imports of CommonJS files', () => {
    expect(
      mainOf(`
--- /main.ts
import object, { pay, limit } from './object'
import run from './function'
import Orders = require('./class')
object.refund(); pay(); limit; run(); new Orders()
${library}`),
    ).toMatchInlineSnapshot(`
      "module(/object.js).refund()→refund
      ƒpay()→pay
      module(/object.js).limit
      ƒrun()→run
      new class:Orders()"
    `)
  })

  it('resolves require from TypeScript by syntax', () => {
    expect(
      mainOf(`
--- /main.ts
const named = require('./named')
const { limit } = require('./named')
named.pay(); limit
${library}`),
    ).toMatchInlineSnapshot(`
      "let named = module(/named.js)
      let { limit: limit } = module(/named.js)
      module(/named.js).pay()!
      limit"
    `)
  })

  it('lists exports, properties of an exported object included', () => {
    const printer = (path: string): readonly string[] => {
      const files = factsOf(library)
      const file = files.find((candidate) => candidate.file === path)
      return file?.exports.map(({ name, value }) => `${name}: ${new FactsPrinter(files).expression(value)}`) ?? []
    }
    expect([...printer('/named.js'), ...printer('/object.js'), ...printer('/function.js'), ...printer('/class.js'), ...printer('/instance.js')].join('\n'))
      .toMatchInlineSnapshot(`
      "pay: ƒpay
      limit: 3
      wrapped: wrap@global(ƒwrapped)!
      export=: { pay: ƒpay, refund: ƒrefund, again: ƒrefund, inline: ƒinline, wrapped: wrap@global(ƒpay)!, limit: 2 }
      pay: ƒpay
      refund: ƒrefund
      again: ƒrefund
      inline: ƒinline
      wrapped: wrap@global(ƒpay)!
      limit: 2
      export=: ƒrun
      export=: class:Orders
      export=: new class:Orders()"
    `)
  })

  it('adds what a module puts on an object later', () => {
    expect(
      lowered(`
--- /controller.js
const controller = {}
controller.pay = async () => {}
controller['refund'] = async () => {}
module.exports = controller
      `),
    ).toMatchInlineSnapshot(`
      "let controller = {}
      controller.pay = ƒpay
      controller.refund = ƒrefund
      module(/controller.js) = controller
      async function pay() {}
      async function refund() {}
      variable controller = { pay: ƒpay, refund: ƒrefund }
      export export= = controller
      export pay = ƒpay
      export refund = ƒrefund"
    `)
  })
})

describe('exports', () => {
  it('lists values under their exported names', () => {
    expect(
      lowered(`
--- /main.ts
export const { GET, POST } = make()
export { helper as aid, type Shape } from './helper'
export { unknown } from 'some-package'
export * from './helper'
const internal = 1
export { internal as shown }
export type T = string
export enum Level { low }
export default wrap(async () => {})
--- /helper.ts
export function helper() {}
export const value = 2
export interface Shape { a: number }
      `),
    ).toMatchInlineSnapshot(`
      "--- /main.ts
      let { GET: GET, POST: POST } = make@global()!
      let internal = 1
      wrap@global(ƒdefault)!
      async function default() {}
      variable GET = make@global()!.GET
      variable POST = make@global()!.POST
      variable internal = 1
      variable low = 0
      variable Level = { low: 0 }
      export default = wrap@global(ƒdefault)!
      export GET = GET
      export POST = POST
      export aid = ƒhelper
      export unknown = unknown@some-package
      export shown = internal
      export Level = Level
      export helper = ƒhelper
      export value = value
      --- /helper.ts
      let value = 2
      function helper() {}
      interface Shape {  }
      variable value = 2
      export helper = ƒhelper
      export value = value"
    `)
  })
})

describe('variables', () => {
  it('may hold any of the values assigned to them', () => {
    expect(
      lowered(`
        let client: any = null
        let mode = 'test'
        let nothing
        let count = 0
        function connect() { client ??= make(); mode = 'live'; count++; let local = 1; local = 2 }
      `),
    ).toMatchInlineSnapshot(`
      "let client = null
      let mode = "test"
      let nothing
      let count = 0
      function connect() {
        client ??= make@global()!
        mode = "live"
        count += 1
        let local = 1
        local = 2
      }
      variable client = make@global()!
      variable mode = (?() ? "test" : "live")
      variable count = (?() ? 0 : ?())"
    `)
  })

  it('of namespaces and enums are known by member', () => {
    expect(
      lowered(`
        enum Status { Paid = 'paid', Open = 'open', Both = Paid, N = 1 << 2 }
        namespace AccountService { export const limit = 3; export async function pay() {}; const hidden = 1 }
        AccountService.pay(); AccountService.limit; Status.Paid; AccountService
      `),
    ).toMatchInlineSnapshot(`
      "{
        let limit = 3
        let hidden = 1
      }
      ƒpay()→pay
      limit
      Paid
      AccountService
      async function pay() {}
      variable Paid = "paid"
      variable Open = "open"
      variable Both = "paid"
      variable N = 4
      variable Status = { Paid: "paid", Open: "open", Both: "paid", N: 4 }
      variable limit = 3
      variable hidden = 1
      variable AccountService = { pay: ƒpay, limit: limit }"
    `)
  })
})
