import { describe, expect, it } from 'vitest'
import { findRoute } from '../../server/src/models/routes'
import { catalogue } from './effectsOf'

const meaning = (url: string, method: string | null, ...suspects: readonly string[]): string | undefined => {
  const found = findRoute(catalogue.providers, url, method, suspects)
  return found === undefined ? undefined : `${found.provider} ${found.meaning}`
}

describe('A plain HTTP request to a provider', () => {
  it('is known by host and path', () => {
    expect(meaning('https://api.stripe.com/v1/charges', 'POST')).toBe('stripe charge')
    expect(meaning('https://api.stripe.com/v1/payment_intents/{}/capture', 'POST')).toBe('stripe charge')
    expect(meaning('https://api.paystack.co/transaction/verify/{}', 'GET')).toBe('paystack payment')
    expect(meaning('https://api.razorpay.com/v1/payments/{}/refund?speed=optimum', 'post')).toBe('razorpay refund')
  })

  it('takes no money when the method is another', () => {
    expect(meaning('https://api.stripe.com/v1/charges/{}', 'GET')).toBe('stripe payment')
    expect(meaning('https://api.stripe.com/v1/customers', 'POST')).toBe('stripe provider')
  })

  it('is a guess at the first route of the path when the method is unknown', () => {
    expect(meaning('https://api-m.paypal.com/v2/checkout/orders/{}/capture', null)).toBe('paypal charge')
  })

  it('needs a file that speaks of the provider when the host is unknown', () => {
    expect(meaning('{}/v2/checkout/orders/{}/capture', 'POST', 'paypal')).toBe('paypal charge')
    expect(meaning('{}/checkout/orders/{}/capture', 'POST', 'paypal')).toBe('paypal charge')
    expect(meaning('{}/v2/checkout/orders/{}/capture', 'POST', 'stripe')).toBeUndefined()
    expect(meaning('/v2/checkout/orders/{}/capture', 'POST')).toBeUndefined()
  })

  it('to the application itself is nothing', () => {
    expect(meaning('https://shop.example/api/charges', 'POST', 'stripe', 'paypal')).toBeUndefined()
  })
})
