/** What is offered, in which order, and the reason given where something is not. */
import { describe, expect, test } from 'vitest'
import { offered, offersFor } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { checkout, queue, shop, webhook } from './shop'

const order = `await prisma.order.create({ data: { userId: 'u' } })`

describe('the order of the offers follows the context', () => {
  test('webhook: queue, redelivery, refund', async () => {
    expect((await offered(shop + queue + webhook(`await prisma.order.create({ data: { session: session.id } })`))).map(kindOf)).toEqual([
      'queue',
      'redelivery',
      'refund',
    ])
  })

  test('request: refund, queue', async () => {
    expect((await offered(shop + queue + checkout(order))).map(kindOf)).toEqual(['refund', 'queue'])
  })

  test('nothing is preferred, and no edit is marked as safe to apply unseen', async () => {
    const { fixes } = await offersFor(parseFixture(shop + queue + checkout(order)).files)
    expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual(fixes.map(() => false))
  })

  test('a protected write needs nothing', async () => {
    const files = parseFixture(
      shop +
        checkout(
          `try {\n  await prisma.order.create({ data: {} })\n} catch (error) {\n  await stripe.refunds.create({ payment_intent: intent.id })\n  throw error\n}`,
        ),
    ).files
    expect((await offersFor(files, 'prisma.order.create')).fixes).toEqual([])
  })
})

describe('what relies on something unseen asks first', () => {
  test('a new job needs a worker that knows it', async () => {
    const { fixes } = await offersFor(parseFixture(shop + queue + checkout(order)).files)
    expect(fixes.filter(({ kind }) => kind === 'queue')).toMatchObject([
      { needsConfirmation: true, note: "The worker of this queue must handle the job 'retry-fulfilment'." },
    ])
  })

  test('a job the workspace queues already needs nothing more', async () => {
    const known = queue.replace(`})\n`, `})\nexport const again = (paymentIntentId: string) => orderQueue.add('fulfil', { paymentIntentId })\n`)
    const { fixes } = await offersFor(parseFixture(shop + known + checkout(order)).files)
    expect(fixes.filter(({ kind }) => kind === 'queue')).toMatchObject([{ needsConfirmation: false, note: null }])
  })

  test('edits in several files', async () => {
    const callee = `//- /lib/orders.ts\nimport { prisma } from './prisma'\nexport async function createOrder(userId: string) {\n  await prisma.order.create({ data: { userId } })\n}\n`
    const { fixes } = await offersFor(
      parseFixture(shop + callee + webhook(`await createOrder('u')`, `import { createOrder } from '../../../lib/orders'`)).files,
    )
    expect(fixes.filter(({ kind }) => kind === 'refund')).toMatchObject([{ needsConfirmation: true }])
  })
})

describe('what cannot be done well is not offered, with its reason', () => {
  const cases: readonly { readonly name: string; readonly fixture: string; readonly kind: string; readonly reason: RegExp; readonly op?: string }[] = [
    { name: 'no queue in the workspace', fixture: shop + checkout(order), kind: 'queue', reason: /^No queue was found in this workspace/ },
    {
      name: 'a queue of another package',
      fixture: `${shop}${queue.replace('/lib/queue.ts', '/other/queue.ts')}//- /other/package.json\n{ "name": "other" }\n${checkout(order)}`,
      kind: 'queue',
      reason: /belongs to another package/,
    },
    {
      name: 'a session that starts a subscription',
      fixture: shop + webhook(`await prisma.user.update({ where: { id: 1 }, data: { plan: session.subscription, paid: { increment: 1 } } })`),
      kind: 'refund',
      reason: /starts a subscription/,
    },
    {
      name: 'a branch that is also taken for other events',
      fixture:
        shop +
        webhook(order).replace(
          `event.type === 'checkout.session.completed'`,
          `event.type === 'checkout.session.completed' || event.type === 'checkout.session.expired'`,
        ),
      kind: 'refund',
      reason: /also runs for checkout\.session\.expired/,
    },
    {
      name: 'an answer sent between the writes',
      fixture: `${shop}\n//- /server.ts\nimport express from 'express'\nimport { prisma } from './lib/prisma'\nimport { stripe } from './lib/stripe'\nexpress().post('/pay', async (req, res) => {\n  const intent = await stripe.paymentIntents.capture(req.body.id)\n  await prisma.order.create({ data: {} })\n  if (req.body.fast) res.json({ ok: true })\n  await prisma.cart.create({ data: {} })\n})`,
      kind: 'refund',
      reason: /answer is sent between/,
    },
    {
      name: 'a failure that is handled where the promise is',
      fixture: shop + checkout(`await prisma.order.create({ data: {} }).catch(console.error)\nreturn Response.json({})`),
      kind: 'refund',
      reason: /handled where the promise is/,
    },
    {
      name: 'a callback nobody waits for',
      fixture: shop + checkout(`;[1, 2].forEach(async (seat) => {\n  await prisma.ticket.create({ data: { seat } })\n})\nreturn Response.json({})`),
      kind: 'refund',
      reason: /callback that nothing waits for/,
    },
    {
      name: 'an earlier write that stays',
      fixture:
        shop +
        checkout(
          `await prisma.$transaction(async (tx) => {\n  await tx.order.create({ data: { userId } })\n})\nawait prisma.cart.deleteMany({ where: { userId } })\nreturn Response.json({})`,
        ),
      op: 'prisma.cart.deleteMany',
      kind: 'refund',
      reason: /tx\.order\.create in line \d+ is not undone/,
    },
    {
      name: 'something lasting that was done before',
      fixture: shop + checkout(`await grantAccess(userId)\n${order}\nreturn Response.json({})`, `import { grantAccess } from 'in-house'`),
      kind: 'refund',
      reason: /grantAccess has been done before/,
    },
    {
      name: 'no client of the provider in reach',
      fixture:
        `${shop}\n//- /app/checkout/route.ts\nimport Stripe from 'stripe'\nimport { prisma } from '../../lib/prisma'\nexport async function POST() {\n  const intent = await new Stripe('key').paymentIntents.create({ amount: 1, currency: 'eur', confirm: true })\n  await prisma.order.create({ data: {} })\n}`.replace(
          'export const stripe',
          'const stripe',
        ),
      kind: 'refund',
      reason: /No Stripe client can be reached/,
    },
    {
      name: 'a client that may be null',
      fixture: `${shop}${checkout(order)}`
        .replace(`= new Stripe('key')`, `= process.env.KEY ? new Stripe(process.env.KEY) : null`)
        .replace('await stripe.paymentIntents', 'await (stripe as Stripe).paymentIntents')
        .replace(`import { stripe } from '../../lib/stripe'`, `import type Stripe from 'stripe'\nimport { stripe } from '../../lib/stripe'`),
      kind: 'refund',
      reason: /No Stripe client can be reached/,
    },
    {
      name: 'a store that cannot be asked for the order',
      fixture:
        shop +
        webhook(
          `await orders.items.create({ id: crypto.randomUUID(), session: session.id })`,
          `import { CosmosClient } from '@azure/cosmos'\nconst orders = new CosmosClient('url').database('shop').container('orders')`,
        ),
      kind: 'redelivery',
      reason: /asked whether the row is there already/,
    },
  ]
  for (const { name, fixture, kind, reason, op } of cases) {
    test(name, async () => {
      const { fixes } = await offersFor(parseFixture(fixture).files, op)
      const fix = fixes.find((candidate) => candidate.kind === kind)
      expect(fix?.disabled).toMatch(reason)
      expect(fix?.edits).toEqual([])
    })
  }
})

describe('what passes a failure on', () => {
  const caught = (block: string): string =>
    shop + webhook(`try {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch (error) {\n${block}\n}`)

  test('a catch that only logs', async () => {
    expect((await offered(caught('  console.error(error)'))).map(kindOf)).toContain('repair-rethrow')
  })

  const reasonFor = async (fixture: string, op?: string): Promise<string | null | undefined> =>
    (await offersFor(parseFixture(fixture).files, op)).fixes.find(({ kind }) => kind === 'repair-rethrow')?.disabled

  test('not one whose author meant it', async () => {
    expect(await reasonFor(caught(`  // Don't throw: the nightly job repairs it.\n  console.error(error)`))).toMatch(/^A comment in the catch of line 11 says/)
  })

  test('not one that the code below asks about', async () => {
    const body = `let failure = ''\ntry {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  failure = 'not stored'\n}\nconsole.log(failure)`
    expect(await reasonFor(shop + webhook(body))).toMatch(/keeps the failure in failure: the code that goes on from there has to answer with a 5xx status/)
  })

  test('not one that writes to the customer, once for each delivery', async () => {
    const body = `try {\n  await prisma.order.update({ where: { id: session.id }, data: { paid: true } })\n} catch (error) {\n  await sendErrorMail(session.customer_email)\n}`
    expect(await reasonFor(shop + webhook(body, `import { sendErrorMail } from 'in-house'`))).toMatch(
      /calls sendErrorMail: each delivery that fails would do so again/,
    )
  })

  test('not where the next delivery would repeat another write', async () => {
    const body = `await prisma.event.create({ data: { kind: 'paid' } })\ntry {\n  await prisma.order.update({ where: { id: session.client_reference_id }, data: { paid: true } })\n} catch (error) {\n  console.error(error)\n}`
    expect(await reasonFor(shop + webhook(body), 'prisma.order.update')).toMatch(/would repeat prisma\.event\.create in route\.ts:\d+/)
  })
})

describe('a missing table of the log', () => {
  test('is no reason to give money back', async () => {
    expect((await offered(shop + checkout(`await prisma.auditLog.create({ data: { userId } })\nreturn Response.json({})`))).map(kindOf)).toEqual([])
  })
})

describe('accepting a finding', () => {
  test('puts the comment on the line before; the reason is the user’s to write', async () => {
    const { fixes, operation } = await offersFor(parseFixture(shop + checkout(`// Ours.\n${order}`)).files)
    const fix = fixes.find(({ kind }) => kind === 'suppress')
    expect(fix?.edits).toEqual([
      {
        file: operation.at.file,
        changes: [
          {
            start: expect.any(Number) as number,
            end: expect.any(Number) as number,
            text: '  // paidpath-ignore-next-line TODO: say why this is safe\n',
            placeholder: 'TODO: say why this is safe',
          },
        ],
      },
    ])
  })
})

function kindOf(offer: string): string {
  return offer.replace(/:.*/, '')
}
