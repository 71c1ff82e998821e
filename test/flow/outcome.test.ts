/** Spec section 4: where the failure of a write goes. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { afterCharge, onPaid, shop } from '../harness/shop'

describe('propagates', () => {
  test('an uncaught failure', () =>
    checkFindings(
      afterCharge(`
  await db.order.create({ data: { total } })
  //             ^^^^^^ d no-handling outcome:propagates
`),
    ))

  test('a catch that throws again', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  } catch (error) {
    console.error(error)
    throw error
  }
`),
    ))

  test('a catch that answers with an error status', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  } catch (error) {
    return new Response('failed', { status: 500 })
  }
`),
    ))

  test('a catch that hands an answer on when one was thrown: a failed write throws none', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  } catch (error) {
    if (error instanceof Response) return error
    return new Response('failed', { status: 500 })
  }
`),
    ))

  test('a catch that calls something that always throws', () =>
    checkFindings(
      onPaid(
        `
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  } catch (error) {
    fail(error)
  }
`,
        `
function fail(error: unknown) {
  throw new Error('storing failed', { cause: error })
}
`,
      ),
    ))

  test('Promise.all', () =>
    checkFindings(
      afterCharge(`
  await Promise.all([
    db.order.create({ data: { total } }),
    //       ^^^^^^ d outcome:propagates
    db.account.update({ where: { id }, data: { balance: 0 } }),
    //         ^^^^^^ d outcome:propagates
  ])
`),
    ))

  test('a write that is spread into a list of promises when it is wanted', () =>
    checkFindings(
      onPaid(`
  await Promise.all([
    db.order.update({ where: { id: intent.metadata.order }, data: { status: 'paid' } }),
    //       ^^^^^^ c redelivery
    ...(intent.metadata.account ? [db.account.update({ where: { id: intent.metadata.account }, data: { balance: 0 } })] : []),
    //                                        ^^^^^^ c redelivery
  ])
  `),
    ))

  test.each([`intent.metadata.account &&`, `!intent.metadata.account ? null :`])('a write in a list of promises behind %s', (wanted) =>
    checkFindings(
      onPaid(`
  await Promise.all([
    db.order.update({ where: { id: intent.metadata.order }, data: { status: 'paid' } }),
    //       ^^^^^^ c redelivery
    ${wanted}
      db.account.update({ where: { id: intent.metadata.account }, data: { balance: 0 } }),
    //           ^^^^^^ c redelivery
  ])
  `),
    ),
  )

  test('a returned failure that the caller turns into an error status', () =>
    checkFindings(
      onPaid(
        `
  const result = await store()
  if (!result.success) return new Response('failed', { status: 500 })
`,
        `
async function store() {
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
    return { success: true }
  } catch {
    return { success: false }
  }
}
`,
      ),
    ))

  test('a rejected async Express handler sends no answer', () =>
    checkFindings(`${shop}
//- /server.ts
import express from 'express'
import { db, stripe } from './shop'
const app = express()
app.post('/webhook', async (request, response) => {
  const event = stripe.webhooks.constructEvent(request.body, '', 'secret')
  if (event.type === 'payment_intent.succeeded') {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  }
  response.json({ received: true })
})
`))

  test('an error value that nobody looks at does not take the next one with it', () =>
    checkFindings(
      onPaid(
        `
  await supabase.from('visits').update({ done: true }).eq('id', intent.metadata.visit)
  //                            ^^^^^^ d swallowed
  const { error } = await supabase.from('orders').update({ paid: true }).eq('id', intent.metadata.order)
  //                                              ^^^^^^ c redelivery outcome:propagates
  if (error) throw error
`,
        `
import { createClient } from '@supabase/supabase-js'
const supabase = createClient('url', 'key')
`,
      ),
    ))

  test('a returned error that is tested and thrown', () =>
    checkFindings(
      onPaid(
        `
  const { error } = await supabase.from('orders').insert({ total: 1 })
  //                                              ^^^^^^ d not-idempotent outcome:propagates
  if (error) throw error
`,
        `
import { createClient } from '@supabase/supabase-js'
const supabase = createClient('url', 'key')
`,
      ),
    ))

  test.each(['error.statusCode || 500', 'error.statusCode', 'describe(error).code'])('an answer with the status that the error brings: %s', (status) =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
  } catch (error) {
    return Response.json({ error: error.message }, { status: ${status} })
  }
`),
    ),
  )

  test.each(['error.statusCode || 500', 'error.statusCode'])('an Express answer with the status that the error brings: %s', (status) =>
    checkFindings(`${shop}
//- /server.ts
import express from 'express'
import { db, stripe } from './shop'
const app = express()
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (request, response) => {
  try {
    const event = stripe.webhooks.constructEvent(request.body, request.headers['stripe-signature'] ?? '', 'secret')
    if (event.type === 'payment_intent.succeeded') {
      await db.order.create({ data: { total: 1 } })
      //             ^^^^^^ d not-idempotent outcome:propagates
    }
    response.json({ received: true })
  } catch (error) {
    response.status(${status}).json({ error: error.message })
  }
})
`),
  )

  test('the failure of one write, told, though that of another is swallowed', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d not-idempotent outcome:propagates
    try {
      await db.account.update({ where: { id: 'a' }, data: { balance: 0 } })
      //               ^^^^^^ d swallowed
    } catch (error) {
      console.error(error)
    }
    return new Response('ok')
  } catch (error) {
    return new Response('failed', { status: 500 })
  }
`),
    ))
})

describe('is swallowed', () => {
  test('by a catch that only logs', () =>
    checkFindings(
      onPaid(`
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
  } catch (error) {
    console.error(error)
  }
`),
    ))

  test('by a .catch that only logs', () =>
    checkFindings(
      onPaid(`
  await db.order.create({ data: { total: 1 } }).catch(console.error)
  //             ^^^^^^ d swallowed
`),
    ))

  test('by a catch further up', () =>
    checkFindings(
      onPaid(
        `
  try {
    await store()
  } catch {
    return new Response('ok')
  }
`,
        `
async function store() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d swallowed
}
`,
      ),
    ))

  test('by Promise.allSettled when nobody looks at the results', () =>
    checkFindings(
      onPaid(`
  await Promise.allSettled([db.order.create({ data: { total: 1 } })])
  //                                 ^^^^^^ d swallowed
`),
    ))

  test('by a returned error that nobody tests', () =>
    checkFindings(
      onPaid(
        `
  await supabase.from('orders').insert({ total: 1 })
  //                            ^^^^^^ d swallowed
`,
        `
import { createClient } from '@supabase/supabase-js'
const supabase = createClient('url', 'key')
`,
      ),
    ))

  test('by a caller that does not look at the returned failure', () =>
    checkFindings(
      onPaid(
        `
  await store()
`,
        `
async function store() {
  try {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d swallowed
    return { success: true }
  } catch {
    return { success: false }
  }
}
`,
      ),
    ))

  test('by one catch, though another one answers with an error', () =>
    checkFindings(`${shop}
//- /api/orders/controllers/orders.js
import { stripe, db } from '../../../shop'
export default {
  async webhook(ctx) {
    const event = stripe.webhooks.constructEvent(ctx.request.body, ctx.request.headers['stripe-signature'], 'secret')
    if (event.type !== 'invoice.paid') return { received: true }
    try {
      await db.order.update({ where: { id: event.data.object.id }, data: { status: 'paid' } })
      //             ^^^^^^ c redelivery
    } catch (error) {
      return Response.json({ failed: true }, { status: 500 })
    }
    try {
      await db.account.update({ where: { id: '1' }, data: { balance: 1 } })
      //               ^^^^^^ d swallowed
    } catch (error) {
      console.error(error)
    }
    return { received: true }
  },
}
`))

  test('also when the promise is not awaited either', () =>
    checkFindings(
      onPaid(
        `
  void store().catch(console.error)
`,
        `
async function store() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d swallowed
}
`,
      ),
    ))
})

describe('is lost', () => {
  test('when nobody awaits the function that writes', () =>
    checkFindings(
      onPaid(
        `
  void store()
`,
        `
async function store() {
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d lost
}
`,
      ),
    ))

  test('after the answer', () =>
    checkFindings(
      onPaid(
        `
  after(async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d lost
  })
`,
        `
import { after } from 'next/server'
`,
      ),
    ))

  test('in a timer', () =>
    checkFindings(
      onPaid(`
  setImmediate(async () => {
    await db.order.create({ data: { total: 1 } })
    //             ^^^^^^ d lost
  })
`),
    ))

  test('in forEach with an async function', () =>
    checkFindings(
      onPaid(`
  ;[1, 2].forEach(async (total) => {
    await db.order.create({ data: { total } })
    //             ^^^^^^ d lost
  })
`),
    ))
})

test('what follows a failure is walked to its end, however many optional parts its objects have', () =>
  checkFindings(
    onPaid(`
  await Promise.allSettled([db.order.update({ where: { id: intent.metadata.order }, data: { status: 'paid' } })])
  //                                 ^^^^^^ d swallowed
  const { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t } = intent.metadata
  const summary = { ...(a && { a }), ...(b && { b }), ...(c && { c }), ...(d && { d }), ...(e && { e }), ...(f && { f }), ...(g && { g }), ...(h && { h }), ...(i && { i }), ...(j && { j }),
    ...(k && { k }), ...(l && { l }), ...(m && { m }), ...(n && { n }), ...(o && { o }), ...(p && { p }), ...(q && { q }), ...(r && { r }), ...(s && { s }), ...(t && { t }) }
  await db.account.update({ where: { id: intent.metadata.account }, data: summary })
  //               ^^^^^^ c redelivery
`),
  ))

test('a rejection is not taken for a promise nobody waited for, where one function has both', () =>
  checkFindings(
    onPaid(
      `
  console.log(await store(intent.metadata.order))
`,
      `
async function store(id: string) {
  void Promise.all([db.account.update({ where: { id }, data: { balance: 0 } })])
  //                           ^^^^^^ d lost
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ c redelivery
  return 'done'
}
`,
    ),
  ))
