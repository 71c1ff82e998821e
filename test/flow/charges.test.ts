/** What the application asks the provider itself: charges that returned, and payments whose state was tested. */
import { describe, test } from 'vitest'
import { checkClean, checkFindings } from '../harness/check'
import { onPaid, onRequest, shop } from '../harness/shop'

describe('a charge', () => {
  test('counts after the awaited call', () =>
    checkFindings(
      onRequest(`
  await db.order.create({ data: { status: 'pending', total } })
  await stripe.paymentIntents.capture(id)
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:charge in:request no-handling
`),
    ))

  test('counts inside its .then', () =>
    checkFindings(
      onRequest(`
  await stripe.paymentIntents.capture(id).then(() => db.order.update({ where: { id }, data: { status: 'paid' } }))
  //                                                          ^^^^^^ d kind:charge
`),
    ))

  test('is an intent created with confirm', () =>
    checkFindings(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur', confirm: true })
  await db.order.create({ data: { total } })
  //             ^^^^^^ d kind:charge
`),
    ))

  test('is not an intent created without confirm', () =>
    checkClean(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur' })
  await db.order.create({ data: { total } })
`),
    ))

  test('is not an intent that only authorises', () =>
    checkClean(
      onRequest(`
  await stripe.paymentIntents.create({ amount: total, currency: 'eur', confirm: true, capture_method: 'manual' })
  await db.order.create({ data: { total } })
`),
    ))

  test('is not a checkout session', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/' })
  await db.order.create({ data: { total, status: session.id } })
`),
    ))

  test('is not a checkout session, whatever is asked of its state just after it was made', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: '/' })
  const waiting = session.payment_status !== 'paid' && session.status !== 'expired'
  await db.order.create({ data: { total, waiting } })
`),
    ))

  test('is a subscription update that bills at once', () =>
    checkFindings(
      onRequest(`
  await stripe.subscriptions.update(id, { proration_behavior: 'always_invoice' })
  await db.account.update({ where: { id }, data: { balance: 1 } })
  //               ^^^^^^ d kind:charge
`),
    ))

  test('is a subscription update whose variable can say so', () =>
    checkFindings(
      onRequest(`
  const proration = total > 0 ? 'always_invoice' : 'none'
  await stripe.subscriptions.update(id, { proration_behavior: proration })
  await db.account.update({ where: { id }, data: { balance: 1 } })
  //               ^^^^^^ d kind:charge
`),
    ))

  test('is not a subscription update that bills later', () =>
    checkClean(
      onRequest(`
  await stripe.subscriptions.update(id, { proration_behavior: 'create_prorations' })
  await db.account.update({ where: { id }, data: { balance: 1 } })
`),
    ))

  test('holds in the caller of the function that made it', () =>
    checkFindings(
      onRequest(
        `
  const paid = await capture(id)
  await db.order.update({ where: { id }, data: { status: paid.status } })
  //             ^^^^^^ d kind:charge
`,
        `
async function capture(id: string) {
  return stripe.paymentIntents.capture(id)
}
`,
      ),
    ))

  test('has returned something: where nothing came back, nothing was taken', () =>
    checkFindings(
      onRequest(
        `
  const { charge } = await collect()
  if (!charge) {
    await db.order.update({ where: { id }, data: { status: 'failed' } })
    return new Response('declined', { status: 402 })
  }
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d no-handling
`,
        `
async function collect() {
  try {
    const charge = await stripe.charges.create({ amount: 1 })
    return { charge }
  } catch {
    return { charge: null }
  }
}
`,
      ),
    ))
})

describe('a charge by plain HTTP', () => {
  const route = (base: string, request: string) => `${shop}
//- /settings.ts
export const settings: { mode: string; key: string } = JSON.parse(process.env.SETTINGS ?? '')
//- /app/api/checkout/route.ts
import axios from 'axios'
import got from 'got'
import { db } from '../../../shop'
import { settings } from '../../../settings'
${base}
export async function POST(request: Request) {
  const { id } = await request.json()
  const paid = ${request}
  await db.order.update({ where: { id }, data: { status: paid.id } })
  //             ^^^^^^ d kind:charge no-handling
  return Response.json({ ok: true })
}
`
  test('to the host of the provider', () => checkFindings(route('', `await axios.post('https://api.paystack.co/transaction/charge_authorization', { id })`)))

  test('to its sandbox or live host', () =>
    checkFindings(
      route(
        `let base = 'https://api.zipmoney.com.au/merchant/v1'
if (settings.mode === 'test') base = 'https://api.sandbox.zipmoney.com.au/merchant/v1'`,
        `await axios.post(\`\${base}/charges\`, { id })`,
      ),
    ))

  test('to a host that only the environment knows, in a file that names the provider', () =>
    checkFindings(
      route(
        `const { PAYPAL_API_URL } = process.env`,
        `await fetch(PAYPAL_API_URL + '/v2/checkout/orders/' + id + '/capture', { method: 'POST' }).then((answer) => answer.json())`,
      ),
    ))

  test('by the options of the request', () =>
    checkFindings(
      route(
        `const base = process.env.PAYPAL_URL || 'https://api-m.sandbox.paypal.com'`,
        `await axios({ method: 'post', url: \`\${base}/v2/checkout/orders/\${id}/capture\` })`,
      ),
    ))

  test('is none when the same path goes to nobody we know', () =>
    checkClean(route(`const base = process.env.SHOP_URL`, `await got.post(\`\${base}/v2/checkout/orders/\${id}/capture\`)`).replaceAll(/^.*\^\^\^.*$/gm, '')))

  test('is none when it only creates the order', () =>
    checkClean(route('', `await got.post('https://api-m.paypal.com/v2/checkout/orders', { json: { id } })`).replaceAll(/^.*\^\^\^.*$/gm, '')))
})

describe('a status', () => {
  test('one of a set of which some may be paid takes nothing back', () =>
    checkFindings(
      onPaid(`
  const subscription = await stripe.subscriptions.retrieve('sub_1')
  if (!['active', 'trialing'].includes(subscription.status)) return new Response('later')
  await db.order.create({ data: { total: 1 } })
  //             ^^^^^^ d not-idempotent
`),
    ))

  test('counts in the branch where it is paid', () =>
    checkFindings(
      onRequest(`
  const session = await stripe.checkout.sessions.retrieve(id)
  if (session.payment_status === 'paid') {
    await db.order.update({ where: { id }, data: { status: 'paid' } })
    //             ^^^^^^ d kind:status
  } else {
    await db.order.update({ where: { id }, data: { status: 'open' } })
  }
`),
    ))

  test('counts after an early return', () =>
    checkFindings(
      onRequest(`
  const intent = await stripe.paymentIntents.retrieve(id)
  if (intent.status !== 'succeeded') return Response.json({ ok: false }, { status: 402 })
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:status
`),
    ))

  test('that only sets a flag still confirms what follows', () =>
    checkFindings(
      onRequest(`
  const intent = await stripe.paymentIntents.retrieve(id)
  let status = 'open'
  if (intent.status === 'succeeded') status = 'paid'
  await db.order.update({ where: { id }, data: { status } })
  //             ^^^^^^ d kind:status
`),
    ))

  const readByHttp = (state: string) => `${shop}
//- /paypal.ts
const base = process.env.PAYPAL_API_URL ?? 'https://api-m.sandbox.paypal.com'
export async function verify(id: string) {
  const response = await fetch(\`\${base}/v2/checkout/orders/\${id}\`, { headers: { authorization: 'Bearer' } })
  if (!response.ok) throw new Error('not found')
  const order = await response.json()
  return { verified: order.status === '${state}', value: order.purchase_units[0].amount.value }
}
//- /app/api/orders/route.ts
import { db } from '../../../shop'
import { verify } from '../../../paypal'
export async function POST(request: Request) {
  const { id } = await request.json()
  const { verified } = await verify(id)
  if (!verified) throw new Error('not paid')
  await db.order.update({ where: { id }, data: { status: 'paid' } })
  //             ^^^^^^ d kind:status no-handling
  return Response.json({ ok: true })
}
`
  test('is read in the words of the provider where the payment has no type', () => checkFindings(readByHttp('COMPLETED')))

  test('of an order that PayPal only approved is none', () => checkClean(readByHttp('APPROVED').replaceAll(/^.*\^\^\^.*$/gm, '')))

  test('of a card that is only kept says nothing of a payment', () =>
    checkClean(
      onRequest(`
  const setup = await stripe.setupIntents.retrieve(id)
  if (setup.status !== 'succeeded') return Response.json({ ok: false }, { status: 402 })
  await db.order.update({ where: { id }, data: { status: 'trial' } })
`),
    ))

  test('that nobody tests confirms nothing', () =>
    checkClean(
      onRequest(`
  const session = await stripe.checkout.sessions.retrieve(id)
  await db.order.update({ where: { id }, data: { status: session.id } })
`),
    ))
})
