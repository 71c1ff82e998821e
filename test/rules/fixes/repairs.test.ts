/** The smaller repairs and redelivery, before and after. */
import { describe, expect, test } from 'vitest'
import { checkFix, offered, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { checkout, shop, webhook } from './shop'

describe('redelivery', () => {
  test('a row that holds the payment is stored once', () =>
    checkFix(
      shop + webhook(`await prisma.order.create({ data: { session: session.id, userId: 'u' } })`),
      webhook(`
const existing = await prisma.order.findFirst({ where: { session: session.id } })
if (!existing) {
  await prisma.order.create({ data: { session: session.id, userId: 'u' } })
}`),
      'redelivery',
    ))

  test('a row that is used afterwards is found or made', () =>
    checkFix(
      shop + webhook(`const order = await prisma.order.create({ data: { session: session.id } })\nconsole.log(order.id)`),
      webhook(`
let order = await prisma.order.findFirst({ where: { session: session.id } })
if (!order) {
  order = await prisma.order.create({ data: { session: session.id } })
}
console.log(order.id)`),
      'redelivery',
    ))
})

describe('redelivery to Firestore', () => {
  const imports = `import { getFirestore } from 'firebase-admin/firestore'\nconst db = getFirestore()\n`

  test('a document is stored under the payment’s id', () =>
    checkFix(
      shop + webhook(`await db.collection('orders').add({ paid: true })`, imports),
      webhook(`await db.collection('orders').doc(session.id).set({ paid: true })`, imports),
      'redelivery',
    ))

  test('its reference stays at hand', () =>
    checkFix(
      shop + webhook(`const order = await db.collection('orders').add({\n  paid: true,\n})\nconsole.log(order.id)`, imports),
      webhook(`const order = db.collection('orders').doc(session.id)\nawait order.set({\n  paid: true,\n})\nconsole.log(order.id)`, imports),
      'redelivery',
    ))

  test('but not each of several', async () => {
    const { fixes } = await offersFor(
      parseFixture(shop + webhook(`for (const seat of [1, 2]) {\n  await db.collection('tickets').add({ seat })\n}`, imports)).files,
    )
    expect(fixes.find(({ kind }) => kind === 'redelivery')?.disabled).toMatch(/runs once for each of several rows/)
  })
})

describe('redelivery of several writes', () => {
  const writes = `await prisma.order.create({ data: { userId: 'u' } })\nawait prisma.user.update({ where: { id: 'u' }, data: { credits: { increment: 1 } } })`
  const together = `
await prisma.$transaction(async (tx) => {
  await tx.order.create({ data: { userId: 'u' } })
  await tx.user.update({ where: { id: 'u' }, data: { credits: { increment: 1 } } })
})`

  test('one that fails takes the others back, so that another delivery starts from a clean slate', () =>
    checkFix(shop + webhook(writes), webhook(together), 'redelivery', { protectedBy: ['transaction'] }))

  test('a catch that keeps the failure passes it on', () => {
    const caught = (body: string, more: string): string => webhook(`try {\n${indent(body)}\n} catch (error) {\n  console.error(error)\n${more}}`)
    return checkFix(shop + caught(writes, ''), caught(together.trim(), '  throw error\n'), 'redelivery', { protectedBy: ['transaction'] })
  })

  test('a mark that would make the next delivery skip the rest is taken back with it', () => {
    const marked = (body: string): string =>
      webhook(
        `const payment = await prisma.payment.findUnique({ where: { id: session.id } })\nif (payment?.status === 'paid') return Response.json({})\n${body}`,
      )
    return checkFix(
      shop +
        marked(
          `await prisma.payment.update({ where: { id: session.id }, data: { status: 'paid' } })\nawait prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })`,
        ),
      marked(`await prisma.$transaction(async (tx) => {
  await tx.payment.update({ where: { id: session.id }, data: { status: 'paid' } })
  await tx.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })
})`),
      'redelivery',
      { op: 'prisma.order.update', protectedBy: ['transaction', 'redelivery'] },
    )
  })

  test('a callee takes part, with its parameter on a line of its own where the others are', () => {
    const callee = (parameter: string, client: string): string => `
//- /lib/credit.ts
import { prisma } from './prisma'
export async function credit(
  userId: string,${parameter}
) {
  await ${client}.user.update({ where: { id: userId }, data: { credits: { increment: 1 } } })
}`
    const imports = `import { credit } from '../../../lib/credit'`
    return checkFix(
      shop + callee('', 'prisma') + webhook(`await prisma.order.create({ data: { userId: 'u' } })\nawait credit('u')`, imports),
      callee(`\n  tx: Pick<typeof prisma, 'user'> = prisma,`, 'tx') +
        webhook(
          `
await prisma.$transaction(async (tx) => {
  await tx.order.create({ data: { userId: 'u' } })
  await credit('u', tx)
})`,
          imports,
        ),
      'redelivery',
      { op: 'prisma.user.update', protectedBy: ['transaction'] },
    )
  })

  test('what the code throws by its own rule between them is said', async () => {
    const body = writes.replace('\n', `\nif (session.amount_total === 0) throw new Error('out of stock')\n`)
    const { fixes } = await offersFor(parseFixture(shop + webhook(body)).files)
    expect(fixes.find(({ kind }) => kind === 'redelivery')).toMatchObject({
      needsConfirmation: true,
      note: 'What the code throws between the writes now takes the earlier ones back as well.',
    })
  })

  test('a job that would leave before the rows are committed stands in the way', async () => {
    const body = writes.replace('\n', `\nawait mailQueue.add('confirm', { id: session.id })\n`)
    const { fixes } = await offersFor(parseFixture(shop + webhook(body, `import { mailQueue } from 'in-house'`)).files)
    expect(fixes.filter(({ kind, disabled }) => kind === 'redelivery' && disabled === null)).toEqual([])
  })

  test('nor is a transaction kept open while another service is asked', async () => {
    const body = writes.replace('\n', `\nawait fetch('https://mail.example')\n`)
    const { fixes } = await offersFor(parseFixture(shop + webhook(body)).files)
    expect(fixes.filter(({ kind, disabled }) => kind === 'redelivery' && disabled === null)).toEqual([])
  })

  test('a row of the queue’s or the provider’s name is still a row', () => {
    const rows = (client: string): string =>
      `await ${client}.stripeTransaction.create({ data: { userId: 'u' } })\nawait ${client}.queueTicket.create({ data: { userId: 'u' } })`
    return checkFix(shop + webhook(rows('prisma')), webhook(`await prisma.$transaction(async (tx) => {\n${indent(rows('tx'))}\n})`), 'redelivery', {
      op: 'prisma.stripeTransaction.create',
      protectedBy: ['transaction'],
    })
  })

  test('writes of which only one runs are not made together', async () => {
    const [create = '', update = ''] = writes.split('\n')
    const { fixes } = await offersFor(parseFixture(shop + webhook(`if (session.amount_total === 0) {\n  ${create}\n} else {\n  ${update}\n}`)).files)
    expect(fixes.filter(({ kind, disabled }) => kind === 'redelivery' && disabled === null)).toEqual([])
  })

  test('a single write is not made safer by a transaction', async () => {
    const { fixes } = await offersFor(
      parseFixture(shop + webhook(`await prisma.user.update({ where: { id: 'u' }, data: { credits: { increment: 1 } } })`)).files,
    )
    expect(fixes.find(({ kind }) => kind === 'redelivery')?.disabled).toMatch(/a second delivery would change it twice/)
  })
})

describe('repairs', () => {
  test('the transaction’s handle instead of the outer client', () =>
    checkFix(
      shop +
        webhook(`
await prisma.$transaction(async (tx) => {
  await tx.user.create({ data: { id: 1 } })
  await prisma.order.create({ data: { userId: 1 } })
})`),
      webhook(`
await prisma.$transaction(async (tx) => {
  await tx.user.create({ data: { id: 1 } })
  await tx.order.create({ data: { userId: 1 } })
})`),
      'repair-handle',
      { op: 'prisma.order.create', protectedBy: ['transaction'] },
    ))

  test('a callback that takes no handle gets one', () =>
    checkFix(
      shop + webhook(`await prisma.$transaction(async () => {\n  await prisma.order.create({ data: { userId: 1 } })\n})`),
      webhook(`await prisma.$transaction(async (tx) => {\n  await tx.order.create({ data: { userId: 1 } })\n})`),
      'repair-handle',
      { op: 'prisma.order.create', protectedBy: ['transaction'] },
    ))

  test('repositories that the callback calls are handed it, through services that do not name the client', () => {
    const repository = (parameter: string, client: string): string => `
//- /lib/repository.ts
import { prisma } from './prisma'
export class OrderRepository {
  async markPaid(id: string${parameter}) {
    return ${client}.order.update({ where: { id }, data: { paid: true, events: { increment: 1 } } })
  }
}`
    const service = (imports: string, parameter: string, client: string, argument: string): string => `
//- /lib/service.ts
import { OrderRepository } from './repository'
${imports}export class OrderService {
  private repository = new OrderRepository()
  async pay(
    id: string,
    mail: string,${parameter}
  ) {
    console.log(mail)
    await this.repository.markPaid(id${argument})
  }
  async stock(id: string${client === 'tx' ? `, tx: Pick<typeof prisma, 'stock'> = prisma` : ''}) {
    await ${client}.stock.update({ where: { id }, data: { left: { decrement: 1 } } })
  }
}`
    const route = (argument: string): string =>
      webhook(
        `
await prisma.$transaction(async (tx) => {
  await service.pay(session.id, 'mail'${argument})
  await service.stock('s'${argument})
})`,
        `import { OrderService } from '../../../lib/service'\nconst service = new OrderService()`,
      )
    return checkFix(
      shop + repository('', 'prisma') + service(`import { prisma } from './prisma'\n`, '', 'prisma', '') + route(''),
      repository(`, tx: Pick<typeof prisma, 'order'> = prisma`, 'tx') +
        service(`import { prisma } from './prisma'\n`, `\n    tx: Pick<typeof prisma, 'order'> = prisma,`, 'tx', ', tx') +
        route(', tx'),
      'repair-handle',
      { op: 'prisma.order.update', protectedBy: ['transaction'] },
    )
  })

  test('a method whose interface fixes its parameters is left alone', async () => {
    const repository = `
//- /lib/repository.ts
import { prisma } from './prisma'
interface Orders { markPaid(id: string): Promise<unknown> }
export class OrderRepository implements Orders {
  async markPaid(id: string) {
    return prisma.order.update({ where: { id }, data: { events: { increment: 1 } } })
  }
}`
    const body = `await prisma.$transaction(async (tx) => {\n  await orders.markPaid(session.id)\n})`
    const imports = `import { OrderRepository } from '../../../lib/repository'\nconst orders = new OrderRepository()`
    expect(await offered(shop + repository + webhook(body, imports))).not.toContainEqual(expect.stringContaining('repair-handle'))
  })

  test('an idempotent write that fails in silence is delivered again', () =>
    checkFix(
      shop +
        webhook(`try {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch {\n  // Nothing to do.\n}`),
      webhook(
        `try {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch (error) {\n  // Nothing to do.\n  throw error\n}`,
      ),
      'repair-rethrow',
    ))

  test('a failure that a caller’s catch keeps to itself is passed on there', () => {
    const callee = `
//- /lib/orders.ts
import { prisma } from './prisma'
export async function markPaid(id: string | null) {
  await prisma.order.update({ where: { id }, data: { paid: true } })
}`
    const imports = `import { markPaid } from '../../../lib/orders'`
    const body = (more: string): string => `try {\n  await markPaid(session.client_reference_id)\n} catch (error) {\n  console.error(error)\n${more}}`
    return checkFix(shop + callee + webhook(body(''), imports), webhook(body('  throw error\n'), imports), 'repair-rethrow')
  })

  test('a catch that answers well answers with an error', () =>
    checkFix(
      shop +
        webhook(
          `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  console.error(error)\n  return Response.json({ received: true })\n}`,
        ),
      webhook(
        `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  console.error(error)\n  return Response.json({ received: true }, { status: 500 })\n}`,
      ),
      'repair-rethrow',
    ))

  test('a status in the body is none: the answer gets one', () => {
    const answer = (init: string): string =>
      webhook(
        `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  return Response.json({ message: 'failed', status: 500 }${init})\n}`,
      )
    return checkFix(shop + answer(''), answer(', { status: 500 }'), 'repair-rethrow')
  })

  test('every answer of a catch becomes an error', () => {
    const answers = (init: string): string =>
      webhook(`try {
  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })
} catch (error) {
  switch (event.type) {
    case 'checkout.session.completed':
      console.error('order', error)
      return new Response(null${init})
  }
  throw error
}`)
    return checkFix(shop + answers(''), answers(', { status: 500 }'), 'repair-rethrow')
  })

  test('Supabase is told to throw on a line of its own where its calls are', () => {
    const caught = (throwing: string, more: string): string =>
      webhook(
        `try {
  await supabase
    .from('orders')
    .upsert({ id: session.id, paid: true })${throwing}
} catch (error) {
  console.error(error)
${more}}`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      )
    return checkFix(shop + caught('', ''), caught('\n    .throwOnError()', '  throw error\n'), 'repair-rethrow')
  })

  test('work in another function that nobody waits for is awaited', () => {
    const callee = `
//- /lib/orders.ts
import { prisma } from './prisma'
export async function markPaid(id: string | null) {
  await prisma.order.update({ where: { id }, data: { paid: true } })
}`
    const imports = `import { markPaid } from '../../../lib/orders'`
    return checkFix(
      shop + callee + webhook('markPaid(session.client_reference_id)', imports),
      webhook('await markPaid(session.client_reference_id)', imports),
      'repair-await',
      { protectedBy: ['redelivery'] },
    )
  })

  test('an error that Supabase returns is tested', () =>
    checkFix(
      `${shop}${webhook(
        `
await supabase.from('orders').upsert({ id: session.id, paid: true })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      )}`,
      webhook(
        `
const { error } = await supabase.from('orders').upsert({ id: session.id, paid: true })
if (error) throw error`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      ),
      'repair-check-error',
    ))
})

describe('an answer before the work', () => {
  const express = (body: string): string => `${shop}
//- /db.ts
import { connect } from 'in-house'
export const db = connect()
//- /server.ts
import express from 'express'
import { db } from './db'
import { stripe } from './lib/stripe'
express().post('/webhooks/stripe', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, String(req.headers['stripe-signature']), 'secret')
${body}
})`
  const work = `  if (event.type === 'payment_intent.succeeded') {
    await db.orders.upsert({ id: event.data.object.id })
  }`

  test('is sent after it', () =>
    checkFix(
      express(`  // Stripe does not like to wait.\n  res.json({ received: true })\n${work}`),
      express(`${work}\n  // Stripe does not like to wait.\n  res.json({ received: true })`),
      'repair-answer-late',
    ))
})

describe('stores without transactions', () => {
  test('Supabase is told to throw, and only the payment is settled', () =>
    checkFix(
      `${shop}${checkout(
        `
const { data } = await supabase.from('orders').insert({ userId, amount }).select()
return Response.json({ data })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      )}`,
      checkout(
        `
let data
try {
  ;({ data } = await supabase.from('orders').insert({ userId, amount }).select().throwOnError())
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
return Response.json({ data })`,
        `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`,
      ),
      'refund',
      { protectedBy: ['compensation'] },
    ))

  const supabase = `import { createClient } from '@supabase/supabase-js'\nconst supabase = createClient('url', 'key')\n`
  const store = `await supabase.from('orders').insert({ userId, amount })`
  const take = `await supabase.from('stock').update({ sold: true }).eq('id', userId)`

  test('only the write that fails first gives the money back', () =>
    checkFix(
      shop + checkout(`${store}\n${take}`, supabase),
      checkout(
        `
try {
  ${store}.throwOnError()
} catch (error) {
  await stripe.refunds.create(
    { payment_intent: intent.id },
    { idempotencyKey: \`refund_\${intent.id}\` }
  )
  throw error
}
${take}`,
        supabase,
      ),
      'refund',
      { protectedBy: ['compensation'] },
    ))

  test('a later write does not: the order would be kept', async () => {
    const offers = await offered(shop + checkout(`${store}\n${take}`, supabase), 'supabase.from.update')
    expect(offers.find((offer) => offer.startsWith('refund'))).toContain('is not undone when this fails')
  })

  test('in a function that deals with the error itself it is not told to throw', async () => {
    const imports = `import { keep } from '../../lib/keep'\n`
    const callee = `
//- /lib/keep.ts
${supabase}
export async function keep(userId: string) {
  const { error } = await supabase.from('orders').insert({ userId })
  if (error) console.error(error)
}`
    expect((await offered(shop + callee + checkout(`await keep(userId)`, imports)))[0]).toContain('deals with the returned error itself')
  })
})

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}
