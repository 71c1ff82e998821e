/** Spec section 2b: the failure of the write reaches code that gives the money back. */
import { describe, test } from 'vitest'
import { checkFindings } from '../harness/check'
import { afterCharge, onRequest } from '../harness/shop'

describe('gives the money back', () => {
  test('a refund in the catch', () =>
    checkFindings(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ b compensation
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id })
    throw error
  }
`),
    ))

  test('a refund in .catch', () =>
    checkFindings(
      afterCharge(`
  await db.order.create({ data: { total } }).catch(() => stripe.refunds.create({ payment_intent: intent.id }))
  //             ^^^^^^ b compensation
`),
    ))

  test('a refund in the second argument of .then', () =>
    checkFindings(
      afterCharge(`
  await db.order.create({ data: { total } }).then(
  //             ^^^^^^ b compensation
    () => console.log('stored'),
    () => stripe.refunds.create({ payment_intent: intent.id }),
  )
`),
    ))

  test('a refund behind a call', () =>
    checkFindings(
      afterCharge(
        `
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ b compensation
  } catch {
    await giveBack(intent.id)
  }
`,
        `
async function giveBack(id: string) {
  await stripe.refunds.create({ payment_intent: id })
}
`,
      ),
    ))

  test('a refund in the caller of the function that writes', () =>
    checkFindings(
      afterCharge(
        `
  try {
    await store(total)
  } catch {
    await stripe.refunds.create({ payment_intent: intent.id })
  }
`,
        `
async function store(total: number) {
  await db.order.create({ data: { total } })
  //             ^^^^^^ b compensation via:store
}
`,
      ),
    ))

  test('a refund in a branch on the returned error', () =>
    checkFindings(
      afterCharge(
        `
  const { error } = await supabase.from('orders').insert({ total })
  //                                              ^^^^^^ b compensation store:supabase
  if (error) await stripe.refunds.create({ payment_intent: intent.id })
`,
        `
import { createClient } from '@supabase/supabase-js'
const supabase = createClient('url', 'key')
`,
      ),
    ))

  test('a refund in finally, unless the flag says done', () =>
    checkFindings(
      afterCharge(`
  let stored = false
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ b compensation
    stored = true
  } finally {
    if (!stored) await stripe.refunds.create({ payment_intent: intent.id })
  }
`),
    ))

  test('a transaction and a refund are both listed, and the transaction names the class', () =>
    checkFindings(
      afterCharge(`
  try {
    await db.$transaction(async (tx) => {
      await tx.order.create({ data: { total } })
      //             ^^^^^^ a transaction compensation
    })
  } catch {
    await stripe.refunds.create({ payment_intent: intent.id })
  }
`),
    ))
})

describe('does not give it back', () => {
  test('telling somebody', () =>
    checkFindings(
      afterCharge(`
  try {
    await db.order.create({ data: { total } })
    //             ^^^^^^ d no-handling
  } catch (error) {
    console.error('please call us', error)
    throw error
  }
`),
    ))

  test('a refund in the catch of another try', () =>
    checkFindings(
      afterCharge(`
  await db.order.create({ data: { total } })
  //             ^^^^^^ d no-handling
  try {
    await fetch('https://mail.example', { method: 'POST' })
  } catch {
    await stripe.refunds.create({ payment_intent: intent.id })
  }
`),
    ))

  test('a catch that the promise passes by, because it is returned without await', () =>
    checkFindings(
      afterCharge(
        `
  await store(intent.id)
`,
        `
async function store(id: string) {
  try {
    return db.order.create({ data: { total: 1 } })
    //              ^^^^^^ d no-handling
  } catch {
    await stripe.refunds.create({ payment_intent: id })
  }
}
`,
      ),
    ))

  test('a catch around a promise that nobody awaits', () =>
    checkFindings(
      afterCharge(
        `
  try {
    store(total)
  } catch {
    await stripe.refunds.create({ payment_intent: intent.id })
  }
`,
        `
async function store(total: number) {
  await db.order.create({ data: { total } })
  //             ^^^^^^ d lost
}
`,
      ),
    ))

  test('a refund only when something else was wrong', () =>
    checkFindings(
      onRequest(`
  const intent = await stripe.paymentIntents.capture(id)
  if (intent.amount !== total) await stripe.refunds.create({ payment_intent: intent.id })
  else await db.order.create({ data: { total } })
  //                  ^^^^^^ d no-handling
`),
    ))
})
