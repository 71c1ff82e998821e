import { describe, expect, it } from 'vitest'
import { loadCatalogue, type MemberFacts } from '../../server/src/models/catalogue'
import type { CatalogueType } from '../../server/src/models/effects'
import { effectsOfCalls } from './resolve'

const shop = `/**
 * @library shop
 * @provider shop hosts=api.shop.test|sandbox.shop.test words=shop
 * @route POST /v1/orders/:id/capture charge
 * @status paid=done unpaid=open
 * @paid order.paid
 * @other
 *   order.refunded order.created
 */
declare module 'shop' {
  interface Base {
    /** @read */
    find(id: string): Promise<Order>
    self(): this
  }
  interface Orders extends Base {
    /** @charge if=0.confirm:true unless=0.manual:true */
    pay(options: object): Promise<Order>
    /** @refund key=1.key */
    refund: (id: string, options?: object) => Promise<void>
    /** @read */
    (name: string): Order
  }
  namespace Shop {
    interface Order {
      /** @status paid=done */
      status: string
    }
  }
  type Order = Shop.Order
  type Client = Base & { [model: string]: Orders }
  class Shop {
    constructor(key: string)
    orders: Orders
    client: Client
    inline: {
      /** @hold */
      reserve(): Promise<void>
    }
    /** @event */
    static verify(body: string): object
  }
  export = Shop
}
declare module 'shop/*' {
  /** @verify */
  export function check(body: string): boolean
}
`

describe('the catalogue', () => {
  const catalogue = loadCatalogue([{ path: '/models/shop.d.ts', text: shop }])
  const type = (name: string): CatalogueType => name as CatalogueType

  it('answers for its packages and their subpaths', () => {
    expect(catalogue.packageFile('shop')).toBe('/models/shop.d.ts')
    expect(catalogue.packageFile('shop/webhooks')).toBe('/models/shop.d.ts')
    expect(catalogue.packageFile('shopping')).toBeUndefined()
  })

  it('gives a call the tags of the declaration it resolves to', () => {
    const code = `
      import Shop from 'shop'
      import { check } from 'shop/webhooks'
      const shop = new Shop('key')
      shop.orders.pay({})
      shop.orders.refund('1')
      shop.orders.find('1')
      shop.client.anything.pay({})
      shop.inline.reserve()
      shop.orders('name')
      Shop.verify('')
      check('')`
    expect(effectsOfCalls(catalogue, code)).toEqual({
      'shop.orders.pay': ['charge'],
      'shop.orders.refund': ['refund'],
      'shop.orders.find': ['read'],
      'shop.client.anything.pay': ['charge'],
      'shop.inline.reserve': ['hold'],
      'shop.orders': ['read'],
      'Shop.verify': ['event'],
      check: ['verify'],
    })
  })

  it('follows members by name when the static type is lost', () => {
    const walk = (start: string, ...names: readonly string[]): readonly unknown[] | undefined => {
      let current: CatalogueType | null = type(start)
      let effects: readonly unknown[] | undefined
      for (const name of names) {
        const found: MemberFacts | undefined = current === null ? undefined : catalogue.member(current, name)
        effects = found?.effects.map((item) => item.effect.kind)
        current = found?.result ?? null
      }
      return effects
    }
    expect(walk('shop:Shop', 'orders', 'pay')).toEqual(['charge'])
    expect(walk('shop:Shop', 'orders', 'self', 'refund')).toEqual(['refund'])
    expect(walk('shop:Shop', 'orders', 'find', 'status')).toEqual(['status'])
    expect(walk('shop:Shop', 'client', 'invoices', 'pay')).toEqual(['charge'])
    expect(walk('shop:Shop', 'inline', 'reserve')).toEqual(['hold'])
    expect(walk('shop:Shop', 'orders', '()')).toEqual(['read'])
    expect(walk('shop:typeof Shop', 'verify')).toEqual(['event'])
    expect(walk('shop:Shop', 'missing')).toBeUndefined()
  })

  it('lists what providers say about themselves', () => {
    expect(catalogue.providers).toEqual([
      {
        name: 'shop',
        hosts: ['api.shop.test', 'sandbox.shop.test'],
        words: ['shop'],
        events: new Map([
          ['order.paid', 'paid'],
          ['order.refunded', 'other'],
          ['order.created', 'other'],
        ]),
        routes: [{ method: 'POST', pattern: '/v1/orders/:id/capture', meaning: 'charge' }],
        statuses: { paid: ['done'], unpaid: ['open'] },
      },
    ])
    expect(catalogue.vocabulary).toEqual({
      packages: ['shop', 'shop/*'],
      events: ['order.paid', 'order.refunded', 'order.created'],
      words: ['shop'],
      hosts: ['api.shop.test', 'sandbox.shop.test'],
    })
    expect(catalogue.problems).toEqual([])
  })

  it('reports mistakes with their line', () => {
    const broken = `/** @library broken */
import x from 'y'
declare module 'broken' {
  /** @wirte form=create */
  function a(): void
  /**
   * @write form=creat
   */
  function b(): void
}`
    expect(loadCatalogue([{ path: '/models/broken.d.ts', text: broken }]).problems).toEqual([
      { file: '/models/broken.d.ts', line: 2, message: 'imports and exports belong inside `declare module`' },
      { file: '/models/broken.d.ts', line: 4, message: 'unknown tag @wirte' },
      { file: '/models/broken.d.ts', line: 7, message: '@write: form=creat is not one of create, update, upsert, delete, increment, save, relate, unknown' },
    ])
  })
})
