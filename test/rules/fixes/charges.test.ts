/** Requests that charge and then write: the money goes back with the payment that is at hand. */
import { describe, expect, test } from 'vitest'
import { checkFix, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { checkout, shop, webhook } from './shop'

const refund = (id: string, more = ''): string => `await stripe.refunds.create(
    { ${id}${more} },
    { idempotencyKey: \`refund_\${${id.split(': ')[1] ?? ''}}\` }
  )
  throw error`

/** A route that charges in its own way. */
const charging = (charge: string, body: string): string => `
//- /app/pay/route.ts
import { stripe } from '../../lib/stripe'
import { prisma } from '../../lib/prisma'
export async function POST(request: Request) {
  const { userId, source } = await request.json()
  ${charge}
${body}
  return Response.json({ ok: true })
}
`

const order = `  await prisma.order.create({ data: { userId } })`
const wrapped = (settled: string): string => `  try {
    await prisma.$transaction(async (tx) => {
      await tx.order.create({ data: { userId } })
    })
  } catch (error) {
    ${settled.replaceAll('\n', '\n  ')}
  }`

test('a charge whose result was dropped gets a name', () =>
  checkFix(
    shop + charging(`await stripe.charges.create({ amount: 100, currency: 'eur', source })`, order),
    charging(`const charge = await stripe.charges.create({ amount: 100, currency: 'eur', source })`, wrapped(refund('charge: charge.id'))),
    'refund',
  ))

test('one that cannot be seen from the write keeps its finding, with the reason', async () => {
  const inner = `if (source) {\n    await stripe.charges.create({ amount: 100, currency: 'eur', source })\n  }`
  const { fixes } = await offersFor(parseFixture(shop + charging(inner, order)).files)
  expect(fixes.find(({ kind }) => kind === 'refund')?.disabled).toBe('The payment’s id is not at hand here: pass it to this function.')
})

test('what went to a connected account, or stayed as a fee, comes back too', () => {
  const charge = `const charge = await stripe.charges.create({ amount: 100, currency: 'eur', source, destination: 'acct', application_fee_amount: 5 })`
  return checkFix(
    shop + charging(charge, order),
    charging(charge, wrapped(refund('charge: charge.id', ', reverse_transfer: true, refund_application_fee: true'))),
    'refund',
  )
})

test('what was passed on by hand does not', async () => {
  const charge = `const charge = await stripe.charges.create({ amount: 100, currency: 'eur', source })\n  await stripe.transfers.create({ amount: 90, currency: 'eur', destination: 'acct' })`
  const { fixes } = await offersFor(parseFixture(shop + charging(charge, order)).files)
  expect(fixes.find(({ kind }) => kind === 'refund')?.disabled).toMatch(/transfers\.create, which a refund does not take back/)
})

describe('a store without transactions', () => {
  const imports = `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`
  const keystone = (body: string): string =>
    checkout(body, `import type { KeystoneContext } from '@keystone-6/core/types'\ndeclare const context: KeystoneContext\n`)

  test('all its writes are told to throw where that is all they need', async () => {
    const { fixes } = await offersFor(
      parseFixture(shop + checkout(`await supabase.from('orders').insert({ userId })\nawait supabase.from('carts').delete().eq('user', userId)`, imports))
        .files,
    )
    expect(fixes.find(({ kind }) => kind === 'refund')?.disabled).toBeNull()
  })

  test('the first write is settled alone: nothing that stays was done before it', () =>
    checkFix(
      shop +
        keystone(`await context.db.Order.createOne({ data: { userId } })\nawait context.db.Cart.deleteOne({ where: { userId } })\nreturn Response.json({})`),
      keystone(`
try {
  await context.db.Order.createOne({ data: { userId } })
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
await context.db.Cart.deleteOne({ where: { userId } })
return Response.json({})`),
      'refund',
      { op: 'context.db.Order.createOne', protectedBy: ['compensation'] },
    ))

  test('the second is not: the order would be kept and its money given back', async () => {
    const { fixes } = await offersFor(
      parseFixture(shop + keystone(`await context.db.Order.createOne({ data: { userId } })\nawait context.db.Cart.deleteOne({ where: { userId } })`)).files,
      'context.db.Cart.deleteOne',
    )
    expect(fixes.find(({ kind }) => kind === 'refund')?.disabled).toMatch(/Order\.createOne in line \d+ is not undone/)
  })
})

describe('MongoDB, whose transactions need a replica set', () => {
  const models = `import { model } from 'mongoose'\nconst Order = model('Order')\nconst Stock = model('Stock')\n`

  test('a single write does not depend on one', () =>
    checkFix(
      shop + checkout(`await Order.create({ userId })\nreturn Response.json({})`, models),
      checkout(
        `
try {
  await Order.create({ userId })
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
return Response.json({})`,
        models,
      ),
      'refund',
      { protectedBy: ['compensation'] },
    ))

  test('the model that a document was found by opens the transaction', () => {
    const found = `const order = await Order.findOne({ reference: session.id })\nconst stock = await Stock.findOne({ reference: session.id })`
    return checkFix(
      shop + webhook(`${found}\norder.sold = order.sold + 1\nawait order.save()\nstock.left = stock.left - 1\nawait stock.save()`, models),
      webhook(
        `${found}
order.sold = order.sold + 1
await Order.db.transaction(async (mongoSession) => {
  await order.save({ session: mongoSession })
  stock.left = stock.left - 1
  await stock.save({ session: mongoSession })
})`,
        models,
      ),
      'redelivery',
      { op: 'stock.save', protectedBy: ['transaction'] },
    )
  })
})
