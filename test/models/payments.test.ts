import { describe, expect, it } from 'vitest'
import type { CatalogueType } from '../../server/src/models/effects'
import { catalogue, describeLibraries } from './effectsOf'

describeLibraries('Payment providers', {
  'stripe by class': {
    setup: `
      import Stripe from 'stripe'
      const stripe = new Stripe('key')
      declare const session: Stripe.Checkout.Session
      declare const subscription: Stripe.Subscription
      declare const event: Stripe.Event`,
    rows: {
      'stripe.charges.create({})': 'charge unless=0.capture:false, checkout metadata=0.metadata|0.customer|0.transfer_group',
      'stripe.paymentIntents.create({})': 'charge when=0.confirm:true unless=0.capture_method:manual, checkout metadata=0.metadata|0.customer|0.transfer_group',
      'stripe.paymentIntents.capture("pi")': 'charge',
      'stripe.paymentIntents.cancel("pi")': 'void key=-1.idempotencyKey',
      'stripe.checkout.sessions.create({})':
        'checkout metadata=0.metadata|0.client_reference_id|0.customer|0.payment_intent_data.metadata|0.subscription_data.metadata|0.payment_intent_data.transfer_group unless=0.mode:setup',
      'stripe.checkout.sessions.retrieve("cs")': 'payment',
      'stripe.subscriptions.create({})':
        'charge unless=0.payment_behavior:default_incomplete|0.trial_end|0.trial_period_days|0.trial_from_plan:true|0.collection_method:send_invoice',
      'stripe.subscriptions.update("sub", {})':
        'charge whenAny=1.proration_behavior:always_invoice|1.billing_cycle_anchor:now|1.trial_end:now unless=1.payment_behavior:default_incomplete|1.collection_method:send_invoice',
      'stripe.invoices.pay("in")': 'charge unless=1.paid_out_of_band:true',
      'stripe.refunds.create({})': 'refund key=-1.idempotencyKey',
      'stripe.webhooks.constructEvent("", "", "")': 'event',
      'stripe.customers.create({})': 'provider',
      'stripe.billingPortal.sessions.create({})': 'provider',
      'event.type': 'eventType',
      'session.payment_status': 'status paid=paid unpaid=unpaid',
      'subscription.status': 'status unpaid=incomplete|incomplete_expired|trialing|past_due|canceled|unpaid|paused',
    },
  },
  'stripe by named import': {
    setup: `import { Stripe } from 'stripe'; declare const client: Stripe; declare const item: Stripe.Charge`,
    rows: {
      'client.charges.capture("ch")': 'charge',
      'Stripe.webhooks.constructEventAsync("", "", "")': 'event',
      'item.paid': 'isPaid',
      'item.status': 'status paid=succeeded unpaid=pending|failed',
    },
  },
  'stripe by require': {
    setup: `const stripe = require('stripe')('key'); const Stripe = require('stripe'); const other = new Stripe('key')`,
    js: true,
    rows: {
      'stripe.invoices.pay("in")': 'charge unless=1.paid_out_of_band:true',
      'other.paymentIntents.confirm("pi")': 'charge unless=1.capture_method:manual',
      'Stripe("key").refunds.create({})': 'refund key=-1.idempotencyKey',
    },
  },
  'plugins for stripe': {
    setup: `import { StripeWebhookHandler } from '@golevelup/nestjs-stripe'`,
    rows: {
      '@StripeWebhookHandler("invoice.paid") pay() {}': 'onEvent event=0 onThrow=non-2xx',
    },
  },
  'paypal server sdk': {
    setup: `
      import { Client, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk'
      const orders = new OrdersController(new Client())
      const payments = new PaymentsController(new Client())`,
    rows: {
      'orders.createOrder({})': 'checkout metadata=0.body.purchaseUnits.0.customId|0.body.purchaseUnits.0.invoiceId|0.body.purchaseUnits.0.referenceId',
      'orders.captureOrder({})': 'charge',
      'orders.authorizeOrder({})': 'hold',
      '(await orders.getOrder({})).result.status': 'payment, status paid=COMPLETED unpaid=CREATED|SAVED|APPROVED|VOIDED|PAYER_ACTION_REQUIRED',
      'payments.captureAuthorizedPayment({})': 'charge',
      'payments.refundCapturedPayment({})': 'refund key=0.paypalRequestId',
      'payments.voidPayment({})': 'void key=0.paypalRequestId',
    },
  },
  'paypal checkout sdk': {
    setup: `
      import paypal from '@paypal/checkout-server-sdk'
      const client = new paypal.core.PayPalHttpClient(null)
      const create = new paypal.orders.OrdersCreateRequest()
      const capture = new paypal.orders.OrdersCaptureRequest('id')
      const authorize = new paypal.orders.OrdersAuthorizeRequest('id')
      const get = new paypal.orders.OrdersGetRequest('id')
      const refund = new paypal.payments.CapturesRefundRequest('id')
      const cancel = new paypal.payments.AuthorizationsVoidRequest('id')
      declare const anything: any`,
    rows: {
      'create.requestBody({})': 'checkout metadata=0.purchase_units.0.custom_id|0.purchase_units.0.invoice_id|0.purchase_units.0.reference_id',
      'client.execute(create)': 'checkout',
      'client.execute(capture)': 'charge',
      'client.execute(authorize)': 'hold',
      '(await client.execute(get)).result.status':
        'payment, status paid=COMPLETED unpaid=CREATED|SAVED|APPROVED|VOIDED|PAYER_ACTION_REQUIRED|PENDING|DECLINED|FAILED|REFUNDED|PARTIALLY_REFUNDED',
      'client.execute(refund)': 'refund key=0.headers.PayPal-Request-Id',
      'client.execute(cancel)': 'void',
      'client.execute(anything)': 'checkout',
    },
  },
  'paypal checkout sdk by require': {
    setup: `
      const paypal = require('@paypal/checkout-server-sdk')
      const client = new paypal.core.PayPalHttpClient(null)
      const capture = new paypal.orders.OrdersCaptureRequest('id')`,
    js: true,
    rows: {
      'client.execute(capture)': 'charge',
    },
  },
  'paypal rest sdk': {
    setup: `import * as paypal from 'paypal-rest-sdk'`,
    rows: {
      'paypal.payment.create({}, () => {})': 'checkout metadata=0.transactions.0.custom|0.transactions.0.invoice_number|0.transactions.0.reference_id',
      'paypal.payment.execute("id", {}, (error, payment) => payment.state)': 'charge',
      'paypal.sale.refund("id", {}, () => {})': 'refund',
      'paypal.authorization.void("id", () => {})': 'void',
    },
  },
  braintree: {
    setup: `import braintree from 'braintree'; const gateway = new braintree.BraintreeGateway({}); const other = braintree.connect({})`,
    rows: {
      'gateway.transaction.sale({})': 'charge unless=0.options.submitForSettlement:false, checkout metadata=0.orderId|0.customFields|0.customerId',
      '(await other.transaction.sale({})).success':
        'charge unless=0.options.submitForSettlement:false, checkout metadata=0.orderId|0.customFields|0.customerId, isPaid',
      'gateway.transaction.refund("id")': 'refund',
      'gateway.transaction.void("id")': 'void',
      '(await gateway.transaction.find("id")).status':
        'payment, status paid=settled|settling|submitted_for_settlement|settlement_confirmed unpaid=authorized|authorizing|authorization_expired|failed|gateway_rejected|processor_declined|settlement_declined|voided',
      '(await gateway.webhookNotification.parse("", "")).kind': 'event, eventType',
      'gateway.customer.create({})': 'provider',
    },
  },
  square: {
    setup: `import { SquareClient, Client, WebhooksHelper } from 'square'; const square = new SquareClient(); const old = new Client()`,
    rows: {
      'square.payments.create({})': 'charge unless=0.autocomplete:false, checkout metadata=0.referenceId|0.orderId|0.note|0.customerId',
      'square.payments.complete({})': 'charge',
      '(await square.payments.get({})).payment.status': 'payment, status paid=COMPLETED unpaid=APPROVED|PENDING|CANCELED|FAILED',
      'square.refunds.refundPayment({})': 'refund key=0.idempotencyKey',
      'square.customers.create({})': 'provider',
      'old.paymentsApi.createPayment({})': 'charge unless=0.autocomplete:false, checkout metadata=0.referenceId|0.orderId|0.note|0.customerId',
      'WebhooksHelper.verifySignature({})': 'verify',
    },
  },
  adyen: {
    setup: `
      import { CheckoutAPI, Client, hmacValidator, Types } from '@adyen/api-library'
      const checkout = new CheckoutAPI(new Client())
      declare const item: Types.notification.NotificationRequestItem`,
    rows: {
      '(await checkout.PaymentsApi.payments({})).resultCode':
        'charge, checkout metadata=0.reference|0.metadata|0.merchantOrderReference|0.shopperReference, status paid=Authorised unpaid=Refused|Error|Cancelled|Pending|Received|PartiallyAuthorised|RedirectShopper|ChallengeShopper|IdentifyShopper',
      'checkout.ModificationsApi.captureAuthorisedPayment("id", {})': 'charge',
      'checkout.ModificationsApi.refundCapturedPayment("id", {})': 'refund key=2.idempotencyKey',
      'checkout.PaymentsApi.sessions({})': 'checkout metadata=0.reference|0.metadata|0.merchantOrderReference|0.shopperReference',
      'new hmacValidator().validateHMAC(item, "key")': 'verify',
      'item.eventCode': 'eventType',
      'item.success': 'status paid=true unpaid=false',
    },
  },
  razorpay: {
    setup: `
      import Razorpay from 'razorpay'
      import { validatePaymentVerification } from 'razorpay/dist/utils/razorpay-utils'
      const razorpay = new Razorpay({})`,
    rows: {
      'razorpay.orders.create({})': 'checkout metadata=0.notes|0.receipt',
      'razorpay.payments.capture("id", 1, "INR")': 'charge',
      'razorpay.payments.refund("id")': 'refund',
      'Razorpay.validateWebhookSignature("", "", "")': 'verify',
      'validatePaymentVerification({}, "", "")': 'isPaid',
    },
  },
  mollie: {
    setup: `import createMollieClient from '@mollie/api-client'; const mollie = createMollieClient({})`,
    rows: {
      'mollie.payments.create({})': 'charge when=0.sequenceType:recurring, checkout metadata=0.metadata',
      '(await mollie.payments.get("id")).status': 'payment, status paid=paid unpaid=open|canceled|pending|authorized|expired|failed',
      '(await mollie.payments.get("id")).isPaid()': 'payment, isPaid',
      'mollie.paymentRefunds.create({})': 'refund key=0.idempotencyKey',
      'mollie.payments.cancel("id")': 'void',
    },
  },
  paddle: {
    setup: `import { Paddle } from '@paddle/paddle-node-sdk'; const paddle = new Paddle('key')`,
    rows: {
      '(await paddle.webhooks.unmarshal("", "", "")).eventType': 'event, eventType',
      'paddle.subscriptions.update("id", {})': 'charge whenAny=1.prorationBillingMode:prorated_immediately|full_immediately',
      '(await paddle.transactions.get("id")).status': 'payment, status paid=paid|completed unpaid=draft|ready|billed|canceled|past_due',
      'paddle.adjustments.create({})': 'refund',
      'paddle.customers.create({})': 'provider',
    },
  },
  lemonsqueezy: {
    setup: `import { createCheckout, getOrder, issueOrderRefund } from '@lemonsqueezy/lemonsqueezy.js'`,
    rows: {
      'createCheckout("s", "v")': 'checkout metadata=2.checkoutData.custom|2.checkout_data.custom',
      'getOrder("id")': 'payment',
      'issueOrderRefund("id")': 'refund',
    },
  },
  polar: {
    setup: `import { Polar } from '@polar-sh/sdk'; import { validateEvent } from '@polar-sh/sdk/webhooks'; const polar = new Polar()`,
    rows: {
      'polar.checkouts.create({})': 'checkout metadata=0.metadata|0.customerId|0.externalCustomerId|0.customerExternalId',
      '(await polar.checkouts.get({})).status': 'payment, status paid=succeeded unpaid=open|expired|confirmed|failed',
      'polar.refunds.create({})': 'refund',
      'validateEvent("", {}, "").type': 'event, eventType',
    },
  },
  mercadopago: {
    setup: `import { MercadoPagoConfig, Payment, PaymentRefund, Preference } from 'mercadopago'; const config = new MercadoPagoConfig({})`,
    rows: {
      'new Payment(config).create({})': 'charge unless=0.body.capture:false, checkout metadata=0.body.metadata|0.body.external_reference',
      '(await new Payment(config).get({})).status':
        'payment, status paid=approved unpaid=pending|in_process|in_mediation|authorized|rejected|cancelled|refunded|charged_back',
      'new PaymentRefund(config).create({})': 'refund key=0.requestOptions.idempotencyKey',
      'new Preference(config).create({})': 'checkout metadata=0.body.external_reference|0.body.metadata',
    },
  },
  paystack: {
    setup: `const paystack = require('paystack')('key')`,
    js: true,
    rows: {
      'paystack.transaction.initialize({})': 'checkout metadata=0.metadata|0.reference',
      'paystack.transaction.verify("reference")': 'payment',
      'paystack.transaction.chargeAuthorization({})': 'charge',
      'paystack.refund.create({})': 'refund',
    },
  },
  flutterwave: {
    setup: `const Flutterwave = require('flutterwave-node-v3'); const flw = new Flutterwave('', '')`,
    js: true,
    rows: {
      'flw.Charge.card({})': 'charge',
      'flw.Transaction.verify({})': 'payment',
      'flw.Transaction.refund({})': 'refund',
      'flw.Transfer.initiate({})': 'provider',
    },
  },
  authorizenet: {
    setup: `import { APIControllers } from 'authorizenet'`,
    rows: {
      'new APIControllers.CreateTransactionController({}).execute(() => {})': 'charge',
    },
  },
  dodopayments: {
    setup: `import DodoPayments from 'dodopayments'; const dodo = new DodoPayments()`,
    rows: {
      'dodo.payments.create({})': 'checkout metadata=0.metadata|0.customer.customer_id',
      '(await dodo.payments.retrieve("id")).status':
        'payment, status paid=succeeded unpaid=failed|cancelled|processing|requires_customer_action|requires_merchant_action|requires_payment_method|requires_confirmation|requires_capture',
      'dodo.subscriptions.charge("id", {})': 'charge',
      'dodo.refunds.create({})': 'refund',
      'dodo.webhooks.unwrap("").type': 'event, eventType',
    },
  },
  creem: {
    setup: `import { Creem, constructWebhookEvent } from 'creem'; const creem = new Creem()`,
    rows: {
      'creem.checkouts.create({})': 'checkout metadata=0.metadata|0.requestId',
      '(await creem.checkouts.retrieve("id")).status': 'payment, status paid=completed|paid unpaid=pending|processing|expired|failed|unpaid',
      'creem.transactions.refund({})': 'refund',
      '(await constructWebhookEvent("", {})).eventType': 'event, eventType',
    },
  },
  whop: {
    setup: `import Whop from '@whop/sdk'; const whop = new Whop()`,
    rows: {
      'whop.payments.create({})': 'charge, checkout metadata=0.metadata',
      'whop.payments.refund("id")': 'refund',
      'whop.webhooks.unwrap("").type': 'event, eventType',
      'whop.memberships.cancel("id")': 'provider',
    },
  },
  chargebee: {
    setup: `import Chargebee from 'chargebee'; const chargebee = new Chargebee()`,
    rows: {
      'chargebee.invoice.collectPayment("id")': 'charge',
      'chargebee.subscription.createWithItems("id", {})': 'charge unless=1.trial_end|1.auto_collection:off',
      'chargebee.hostedPage.collectNow({})': 'checkout metadata=0.customer.id',
      '(await chargebee.hostedPage.retrieve("id")).hosted_page.state': 'payment, status paid=succeeded|acknowledged unpaid=created|requested|cancelled',
      'chargebee.invoice.refund("id")': 'refund',
      'chargebee.customer.create({})': 'provider',
    },
  },
  'checkout.com': {
    setup: `import { Checkout } from 'checkout-sdk-node'; const checkout = new Checkout()`,
    rows: {
      '(await checkout.payments.request({})).approved': 'charge unless=0.capture:false, checkout metadata=0.reference|0.metadata, isPaid',
      'checkout.payments.capture("id")': 'charge',
      'checkout.payments.refund("id", {}, "key")': 'refund key=2',
      'checkout.payments.void("id")': 'void key=2',
      'checkout.tokens.request({})': 'provider',
    },
  },
  gocardless: {
    setup: `
      import gocardless from 'gocardless-nodejs'
      import { parse } from 'gocardless-nodejs/webhooks'
      const client = gocardless('token')
      const [event] = parse('', '', '')
      declare const first: NonNullable<typeof event>`,
    rows: {
      'client.payments.create({})': 'checkout metadata=0.metadata|0.reference',
      '(await client.payments.find("id")).status':
        'payment, status paid=confirmed|paid_out unpaid=pending_customer_approval|pending_submission|submitted|cancelled|customer_approval_denied|failed|charged_back',
      'client.refunds.create({})': 'refund',
      'client.customers.create({})': 'provider',
      'parse("", "", "")': 'event',
      'first.action': 'status paid=confirmed|paid_out unpaid=created|submitted|cancelled|failed|charged_back|late_failure_settled',
    },
  },
  'webhook signatures': {
    setup: `import { Webhook } from 'svix'; import { Webhook as Standard } from 'standardwebhooks'`,
    rows: {
      'new Webhook("secret").verify("", {})': 'verify',
      'new Standard("secret").verify("", {})': 'verify',
    },
  },
  medusa: {
    setup: `import { IPaymentModuleService } from '@medusajs/framework/types'; declare const payments: IPaymentModuleService`,
    rows: {
      'payments.capturePayment({})': 'charge',
      'payments.refundPayment({})': 'refund',
      'payments.createPaymentCollections({})': 'write(create) data=0',
    },
  },
})

describe('Payment providers', () => {
  it('are followed by name where the static type is lost', () => {
    const type = (name: string): CatalogueType => name as CatalogueType
    expect(catalogue.member(type('stripe:Stripe'), 'webhooks')?.result).toBe('stripe:Webhooks')
    expect(catalogue.member(type('stripe:Webhooks'), 'constructEvent')).toEqual({
      effects: [{ library: 'stripe', effect: { kind: 'event' } }],
      result: 'stripe:Stripe.Event',
    })
    expect(catalogue.member(type('stripe:Stripe'), 'customers')?.result).toBe('stripe:Resource')
  })

  it('tell by event or by state that money was taken', () => {
    const silent = catalogue.providers.filter((provider) => provider.events.size === 0 && provider.statuses.paid.length === 0)
    expect(silent).toEqual([])
    const stripe = catalogue.providers.find((provider) => provider.name === 'stripe')
    const subscriptions = [...(stripe?.events ?? [])].filter(([name, meaning]) => name.startsWith('customer.subscription.') && meaning === 'subscription')
    expect(subscriptions.map(([name]) => name)).toEqual(['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.resumed'])
  })
})
