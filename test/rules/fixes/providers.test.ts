/** Giving money back in each provider’s own way. */
import { describe, expect, test } from 'vitest'
import { checkRepaired, fixed } from '../../harness/fixes'
import { parseFixture } from '../../harness/fixture'
import { shop } from './shop'

interface Case {
  readonly name: string
  readonly imports: string
  /** Statements of the route up to the write. */
  readonly paid: string
  /** The lines that give the money back. */
  readonly refund: RegExp
}

const cases: readonly Case[] = [
  {
    name: 'Stripe, on a connected account',
    imports: `import { stripe } from '../../lib/stripe'`,
    paid: `const { account } = await request.json()\n  const intent = await stripe.paymentIntents.confirm('pi', { stripeAccount: account })`,
    refund: /stripe\.refunds\.create\(\s*\{ payment_intent: intent\.id \},\s*\{ idempotencyKey: `refund_\$\{intent\.id\}`, stripeAccount: account \}/,
  },
  {
    name: 'Razorpay',
    imports: `import Razorpay from 'razorpay'\nconst razorpay = new Razorpay({ key_id: 'id', key_secret: 'secret' })`,
    paid: `const { id, amount } = await request.json()\n  const payment = await razorpay.payments.capture(id, amount, 'INR')`,
    refund: /razorpay\.payments\.refund\(id, \{ speed: 'normal' \}\)/,
  },
  {
    name: 'Braintree',
    imports: `import { BraintreeGateway, Environment } from 'braintree'\nconst gateway = new BraintreeGateway({ environment: Environment.Sandbox })`,
    paid: `const sale = await gateway.transaction.sale({ amount: '10.00', options: { submitForSettlement: true } })`,
    refund: /gateway\.transaction\.void\(sale\.transaction\.id\)/,
  },
  {
    name: 'Mercado Pago',
    imports: `import { MercadoPagoConfig, Payment } from 'mercadopago'\nconst mercadoPago = new MercadoPagoConfig({ accessToken: 'token' })`,
    paid: `const payment = await new Payment(mercadoPago).create({ body: { transaction_amount: 10 } })\n  if (payment.status !== 'approved') return Response.json({}, { status: 402 })`,
    refund:
      /new PaymentRefund\(mercadoPago\)\.total\(\{\s*payment_id: payment\.id,\s*requestOptions: \{ idempotencyKey: `refund_\$\{payment\.id\}` \},?\s*\}\)/,
  },
  {
    name: 'Flutterwave',
    imports: `import Flutterwave from 'flutterwave-node-v3'\nconst flutterwave = new Flutterwave('public', 'secret')`,
    paid: `const { id } = await request.json()\n  const { data } = await flutterwave.Transaction.verify({ id })\n  if (data.status !== 'successful') return Response.json({}, { status: 402 })`,
    refund: /flutterwave\.Transaction\.refund\(\{ id: data\.id, amount: data\.amount \}\)/,
  },
]

describe('a refund', () => {
  for (const { name, imports, paid, refund } of cases) {
    test(name, async () => {
      const { files } = parseFixture(`${shop}
//- /app/pay/route.ts
import { prisma } from '../../lib/prisma'
${imports}
export async function POST(request: Request) {
  ${paid}
  await prisma.order.create({ data: { total: 10 } })
  return Response.json({ ok: true })
}
`)
      const result = await fixed(files, { kind: 'refund' })
      expect(result.files['/app/pay/route.ts']).toMatch(refund)
      await checkRepaired(files, result.files, result.operation, ['transaction', 'compensation'])
    })
  }
})
