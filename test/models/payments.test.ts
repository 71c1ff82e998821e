import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../server/src/models/catalogue'
import type { CatalogueType } from '../../server/src/models/effects'
import { effectsOfCalls } from './resolve'

const folder = new URL('../../server/src/models/', import.meta.url)
const catalogue = loadCatalogue(
  readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .sort()
    .map((name) => ({ path: `/models/${name}`, text: readFileSync(new URL(name, folder), 'utf8') })),
)

interface Example {
  readonly what: string
  readonly code: string
  readonly path?: string
  readonly effects: Record<string, readonly string[]>
}

const examples: readonly Example[] = [
  {
    what: 'stripe, by class',
    code: `
      import Stripe from 'stripe'
      const stripe = new Stripe('key')
      stripe.charges.create({})
      stripe.paymentIntents.capture('pi')
      stripe.checkout.sessions.retrieve('cs')
      stripe.refunds.create({})
      stripe.webhooks.constructEvent('', '', '')
      stripe.customers.create({})
      stripe.billingPortal.sessions.create({})`,
    effects: {
      'stripe.charges.create': ['charge', 'checkout'],
      'stripe.paymentIntents.capture': ['charge'],
      'stripe.checkout.sessions.retrieve': ['payment'],
      'stripe.refunds.create': ['refund'],
      'stripe.webhooks.constructEvent': ['event'],
      'stripe.customers.create': ['provider'],
      'stripe.billingPortal.sessions.create': ['provider'],
    },
  },
  {
    what: 'stripe, by named import and type',
    code: `
      import { Stripe } from 'stripe'
      declare const client: Stripe
      client.subscriptions.create({})
      Stripe.webhooks.constructEventAsync('', '', '')
      declare const session: Stripe.Checkout.Session
      session.metadata.toString()`,
    effects: { 'client.subscriptions.create': ['charge', 'provider'], 'Stripe.webhooks.constructEventAsync': ['event'], 'session.metadata.toString': [] },
  },
  {
    what: 'stripe, by a call of the required module',
    path: '/main.js',
    code: `
      const stripe = require('stripe')('key')
      stripe.invoices.pay('in')`,
    effects: { "require('stripe')": [], require: [], 'stripe.invoices.pay': ['charge'] },
  },
]

describe('payment providers', () => {
  it('have declaration files without mistakes', () => {
    expect(catalogue.problems).toEqual([])
  })

  it('are followed by name where the static type is lost', () => {
    const events = catalogue.member('stripe:Stripe' as CatalogueType, 'webhooks')?.result
    const event = events === null || events === undefined ? undefined : catalogue.member(events, 'constructEvent')
    expect(event).toEqual({ effects: [{ library: 'stripe', effect: { kind: 'event' } }], result: 'stripe:Stripe.Event' })
    expect(catalogue.member('stripe:Stripe' as CatalogueType, 'customers')?.result).toBe('stripe:Resource')
  })

  it.each(examples)('$what', ({ code, effects, path }) => {
    expect(effectsOfCalls(catalogue, code, path)).toEqual(effects)
  })
})
