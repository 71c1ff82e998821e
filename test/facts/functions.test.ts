/** Functions: what they are called, where they stand, and what they take. */
import { describe, expect, it } from 'vitest'
import { factsOf, lowered } from './harness'

function namesIn(source: string): readonly string[] {
  const [file] = factsOf(source)
  return file?.functions.map((fn) => fn.name) ?? []
}

describe('names', () => {
  it.each([
    ['function fulfil() {}', 'fulfil'],
    ['const fulfil = () => {}', 'fulfil'],
    ['const fulfil = async function () {}', 'fulfil'],
    ['class Orders { async create() {} }', 'Orders.create'],
    ['class Orders { create = async () => {} }', 'Orders.create'],
    ['class Orders { constructor() {} }', 'Orders.constructor'],
    ['class Orders { get total() { return 1 } }', 'Orders.total'],
    ['class Orders { static #make() {} }', 'Orders.#make'],
    ['const Orders = class { create() {} }', 'Orders.create'],
    ['const orders = { create() {} }', 'create'],
    ['const orders = { create: async () => {} }', 'create'],
    ['exports.pay = async () => {}', 'pay'],
    ['module.exports = () => {}', 'module.exports'],
    ['schema.methods.pay = function () {}', 'pay'],
    ['export default async () => {}', 'default'],
    ['export default function () {}', 'default'],
    ['export const POST = withAuth(log(async () => {}))', 'POST'],
    ['export default handle(async () => {})', 'default'],
    ['router.post("/pay", async () => {})', ''],
  ])('%s is called %j', (source, name) => {
    expect(namesIn(source)).toEqual([name])
  })

  it('gives a wrapped callback no name inside a function, where the variable holds the result', () => {
    expect(namesIn('function f() { const saved = wrap(async () => {}) }')).toEqual(['f', ''])
  })
})

it('knows where a callback stands, and the directives of its body', () => {
  expect(
    lowered(`
      'use server'
      export async function pay(id: string, { amount, ...rest }: any = {}, ...others: any[]) {
        'use step'
        return run(function* () { return () => id })
      }
    `),
  ).toMatchInlineSnapshot(`
    ""use server"
    async function pay(id, { amount: amount, ...rest } = {}, ...others) ['use step'] {
      "use step"
      return run@global(ƒcallback5)!
    }
    generator function callback5() [in pay] {
      return ƒcallback5
    }
    function callback5() [in callback5] {
      return id
    }
    export pay = ƒpay"
  `)
})

it('lowers overloads once, at the body', () => {
  expect(
    lowered(`
      function f(a: string): void
      function f(a: number): void
      function f(a: any) {}
      f(1)
      declare function g(): void
      g()
    `),
  ).toMatchInlineSnapshot(`
    "ƒf(1)→f
    g@global()
    function f(a) {}"
  `)
})

it('gives parameters the catalogue type that the context infers', () => {
  expect(
    lowered(`
      import { PrismaClient } from '@prisma/client'
      const db = new PrismaClient()
      db.$transaction(async (tx) => { await tx.order.create({ data: {} }) })
      function save(client: PrismaClient, this_: string) {}
    `),
  ).toMatchInlineSnapshot(`
    "let db = new PrismaClient@@prisma/client()«prisma:PrismaClient»
    db«prisma:PrismaClient».$transaction(ƒcallback4){prisma:transaction}
    async function callback4(tx: prisma:Prisma.TransactionClient) {
      await tx«prisma:Prisma.TransactionClient».order«prisma:Delegate».create({ data: {} }){prisma:write}
    }
    function save(client: prisma:PrismaClient, this_) {}
    variable db = new PrismaClient@@prisma/client()«prisma:PrismaClient»"
  `)
})
