/** What the declaration files of regional and specialised payment providers say about calls. */
import { describeLibraries } from './effectsOf'

describeLibraries('Payment providers of one region or trade', {
  coinbase: {
    setup: `
      import { resources, Webhook } from 'coinbase-commerce-node'
      const { Charge } = resources`,
    rows: {
      'Charge.create({})': 'checkout metadata=0.metadata',
      'Charge.retrieve("id")': 'payment',
      'Webhook.verifyEventBody("", "", "").type': 'event, eventType',
      'Webhook.verifySigHeader("", "", "")': 'event',
    },
  },
  paystack: {
    setup: `
      import Paystack from '@paystack/paystack-sdk'
      import makeOld from 'paystack-api'
      import Node from 'paystack-node'
      const paystack = new Paystack('key')
      const old = makeOld('key')
      const node = new Node('key')`,
    rows: {
      '(await paystack.transaction.verify("ref")).data.status':
        'payment, status paid=success unpaid=failed|abandoned|pending|ongoing|reversed|processing|queued',
      'paystack.transaction.chargeAuthorization({})': 'charge',
      'paystack.refund.create({})': 'refund',
      'old.transaction.initialize({})': 'checkout metadata=0.metadata|0.reference',
      '(await node.verifyTransaction({})).body.data.status': 'payment, status paid=success unpaid=failed|abandoned|pending|ongoing|reversed|processing|queued',
    },
  },
  recurly: {
    setup: `import recurly from 'recurly'; const client = new recurly.Client('key')`,
    rows: {
      'client.createPurchase({})': 'charge unless=0.collectionMethod:manual',
      'client.createAuthorizePurchase({})': 'hold',
      'client.createPendingPurchase({})': 'checkout metadata=0.customFields|0.account',
      '(await client.getInvoice("id")).state': 'payment, status paid=paid unpaid=open|pending|processing|past_due|failed|voided',
      'client.refundInvoice("id", {})': 'refund',
      'client.cancelpurchase("id")': 'void',
      'client.listInvoices()': 'provider',
    },
  },
  xendit: {
    setup: `import { Xendit } from 'xendit-node'; const { PaymentRequest, Invoice, Refund } = new Xendit({})`,
    rows: {
      'PaymentRequest.createPaymentRequest({})': 'charge unless=0.data.captureMethod:MANUAL',
      'Invoice.createInvoice({})': 'checkout metadata=0.data.externalId|0.data.metadata',
      '(await Invoice.getInvoiceById({})).status': 'payment, status paid=PAID|SETTLED unpaid=PENDING|EXPIRED',
      'Refund.createRefund({})': 'refund key=0.idempotencyKey',
    },
  },
  iyzipay: {
    js: true,
    setup: `const Iyzipay = require('iyzipay'); const iyzipay = new Iyzipay({})`,
    rows: {
      'iyzipay.payment.create({}, () => {})': 'charge',
      'iyzipay.checkoutForm.retrieve({}, () => {})': 'payment',
      'iyzipay.checkoutFormInitialize.create({}, () => {})': 'checkout metadata=0.conversationId|0.basketId',
      'iyzipay.paymentPreAuth.create({}, () => {})': 'hold',
      'iyzipay.refund.create({}, () => {})': 'refund',
    },
  },
  midtrans: {
    js: true,
    setup: `const midtrans = require('midtrans-client'); const snap = new midtrans.Snap({}); const core = new midtrans.CoreApi({})`,
    rows: {
      'snap.createTransaction({})': 'checkout metadata=0.transaction_details.order_id|0.custom_field1',
      'core.charge({})': 'charge',
      '(await core.transaction.notification({})).transaction_status':
        'verify, payment, status paid=settlement|capture unpaid=pending|deny|expire|cancel|refund|partial_refund|failure|authorize|chargeback',
      'snap.transaction.refund("id", {})': 'refund key=1.refund_key',
    },
  },
  cashfree: {
    setup: `import { Cashfree } from 'cashfree-pg'; const client = new Cashfree('')`,
    rows: {
      'Cashfree.PGCreateOrder("2023-08-01", {})': 'checkout metadata=-1.order_id|-1.order_tags',
      '(await client.PGFetchOrder("id")).data.order_status': 'payment, status paid=PAID unpaid=ACTIVE|EXPIRED|TERMINATED|TERMINATION_REQUESTED',
      'client.PGOrderCreateRefund("id", {})': 'refund',
      'client.PGVerifyWebhookSignature("", "", "").type': 'event, eventType',
    },
  },
  omise: {
    setup: `import makeOmise from 'omise'; const omise = makeOmise({})`,
    rows: {
      '(await omise.charges.create({})).paid': 'charge unless=0.capture:false, checkout metadata=0.metadata|0.customer, isPaid',
      'omise.charges.createRefund("id")': 'refund',
      'omise.charges.reverse("id")': 'void',
    },
  },
  payjp: {
    setup: `import makePayjp from 'payjp'; const payjp = makePayjp('key')`,
    rows: {
      'payjp.charges.create({})': 'charge unless=0.capture:false, checkout metadata=0.metadata|0.customer',
      'payjp.charges.refund("id")': 'refund',
      'payjp.subscriptions.create({})': 'charge unless=0.trial_end',
    },
  },
  portone: {
    setup: `import { PortOneClient, Webhook } from '@portone/server-sdk'; const client = PortOneClient({})`,
    rows: {
      '(await client.payment.getPayment({})).status':
        'payment, status paid=PAID unpaid=READY|PENDING|PAY_PENDING|VIRTUAL_ACCOUNT_ISSUED|FAILED|CANCELLED|PARTIAL_CANCELLED',
      'client.payment.payWithBillingKey({})': 'charge, checkout metadata=0.customData',
      'client.payment.cancelPayment({})': 'refund',
      '(await Webhook.verify("", "", {})).type': 'event, eventType',
    },
  },
  payos: {
    setup: `import { PayOS } from '@payos/node'; const payos = new PayOS()`,
    rows: {
      'payos.paymentRequests.create({})': 'checkout metadata=0.orderCode|0.description',
      '(await payos.paymentRequests.get(1)).status': 'payment, status paid=PAID unpaid=PENDING|CANCELLED|EXPIRED|UNDERPAID|PROCESSING|FAILED',
      'payos.webhooks.verify({})': 'event',
      'payos.verifyPaymentWebhookData({})': 'event',
    },
  },
  'App Store': {
    setup: `import { SignedDataVerifier } from '@apple/app-store-server-library'; const verifier = new SignedDataVerifier()`,
    rows: {
      '(await verifier.verifyAndDecodeNotification("")).notificationType': 'event, eventType',
      'verifier.verifyAndDecodeTransaction("")': 'event',
      'verifier.verifyAndDecodeRenewalInfo("")': '',
    },
  },
  'Clerk Billing': {
    setup: `import { verifyWebhook } from '@clerk/nextjs/webhooks'`,
    rows: {
      '(await verifyWebhook({})).type': 'eventType',
      '(await verifyWebhook({})).data.status': 'status paid=paid unpaid=pending|failed|past_due|canceled|ended|abandoned|incomplete|upcoming',
    },
  },
})
