/** Giving money back in each provider’s own way. test/real/providers.real.ts checks the calls against the providers' own declarations. */
import { describe, expect, test } from 'vitest'
import { checkRepaired, fixed, offered } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { providerCases, providerShop } from './providerCases'

describe('a refund', () => {
  for (const provider of providerCases) {
    test(provider.name, async () => {
      const files = providerShop(provider)
      const result = await fixed(files, { kind: 'refund' })
      expect(result.files['/app/pay/route.ts']).toMatch(provider.refund)
      await checkRepaired(files, result.files, result.operation, ['transaction', 'compensation'])
    })
  }
})

describe('no refund', () => {
  const webhook = (imports: string, client: string, event: string): string => `
//- /package.json
{ "name": "shop" }
//- /db.ts
import knex from 'knex'
export const db = knex({ client: 'pg' })
//- /app/hook/route.ts
import { db } from '../../db'
${imports}
export async function POST(request: Request) {
  const event = ${client}
  if (event.${event}) {
    await db('orders').insert({ total: 10 })
  }
  return Response.json({ ok: true })
}`
  const refundOffered = async (files: string): Promise<string | undefined> => (await offered(files)).find((offer) => offer.startsWith('refund'))

  const paddle = `import { Paddle } from '@paddle/paddle-node-sdk'\nconst paddle = new Paddle('key')`
  const unmarshal = `await paddle.webhooks.unmarshal(await request.text(), 'secret', request.headers.get('paddle-signature') ?? '')`

  test('for an event of the payment itself it is offered', async () => {
    expect(await refundOffered(webhook(paddle, unmarshal, `eventType === 'transaction.completed'`))).toBe('refund')
  })

  test('for one whose id is not the payment’s', async () => {
    expect(await refundOffered(webhook(paddle, unmarshal, `eventType === 'subscription_payment_succeeded'`))).toContain('something else than the payment')
  })

  test('with the id of an order of PayPal’s, whose captures are refunded', async () => {
    const paypal = `import { Client, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk'
const orders = new OrdersController(new Client({}))
const payments = new PaymentsController(new Client({}))`
    const { files } = parseFixture(webhook(paypal, `(await orders.getOrder({ id: await request.text() })).result`, `status === 'COMPLETED'`))
    const result = await fixed(files, { kind: 'refund' })
    expect(result.files['/app/hook/route.ts']).toContain('captureId: event.purchaseUnits![0].payments!.captures![0].id!')
  })
})
