/** Whether a provider, rather than a person's browser, calls an entry point: then a failed answer is sent again. */
import type { Expression, FunctionFacts, FunctionId } from '../facts/ir'
import { visitFunction } from '../facts/visit'
import type { CallGraph } from './graph'
import { calleesOf } from './edges'

/** In a URL, a plain `hook` is a webhook; in a file name it is more likely React's. */
const hookWord = /web-?_?hook/i
const hookPath = /(?:^|[^a-z])(?:hooks?|ipn|notify|notify_?url|s2s|postback)(?:[^a-z]|$)/i
const providerNotice = /(?:^|[^a-z])(?:notifications?|events?|callback)(?:[^a-z]|$)/i
const providerWord =
  /stripe|paypal|paddle|polar|lemon|razorpay|square|braintree|adyen|mollie|mercado|midtrans|xendit|paystack|flutterwave|payment|billing|order|dodo|creem|whop/i

/** Headers in which providers send their signatures. */
const signatureHeader =
  /^(?:stripe-signature|paddle-signature|x-razorpay-signature|x-signature|x-square(?:-hmacsha256)?-signature|x-paystack-signature|verif-hash|paypal-transmission-sig|webhook-signature|svix-signature|hmacsignature|x-event-signature|x-cc-webhook-signature|x-webhook-signature|x-callback-token|creem-signature|x-nowpayments-sig|x-shopify-hmac-sha256|x-gocardless-signature|cko-signature|x-cc-webhook-signature|paypal-transmission-id|btcpay-sig)$/i

const MOST_FUNCTIONS = 200

export class WebhookSigns {
  private readonly direct = new Map<FunctionId, boolean>()

  constructor(private readonly graph: CallGraph) {}

  /** By its URL, its file or its name, or because it (or what it calls) checks a provider's signature. */
  looksLikeWebhook(url: string, file: string, handler: FunctionFacts | undefined): boolean {
    const words = `${url} ${handler?.name ?? ''}`
    if (hookWord.test(words) || hookWord.test(file) || hookPath.test(url)) return true
    if (providerNotice.test(url) && providerWord.test(`${url} ${file}`) && !/callback/i.test(url)) return true
    return handler !== undefined && this.verifies(handler.id)
  }

  /** It takes the request itself: it reads the header in which the signature comes. */
  readsSignature(handler: FunctionFacts | undefined): boolean {
    let found = false
    if (handler !== undefined)
      visitFunction(handler, (expression) => {
        found ||= isSignatureHeader(expression)
      })
    return found
  }

  private verifies(start: FunctionId): boolean {
    const seen = new Set([start])
    for (const id of seen) {
      if (this.verifiesItself(id)) return true
      for (const { to, kind } of calleesOf(this.graph, id)) {
        if (kind !== 'message' && seen.size < MOST_FUNCTIONS) seen.add(to)
      }
    }
    return false
  }

  private verifiesItself(id: FunctionId): boolean {
    const known = this.direct.get(id)
    if (known !== undefined) return known
    const fn = this.graph.functionOf(id)
    let found = false
    if (fn !== undefined) {
      visitFunction(fn, (expression) => {
        found ||= isSignatureHeader(expression)
        if (expression.kind === 'call') found ||= expression.effects.some(({ effect }) => effect.kind === 'event' || effect.kind === 'verify')
      })
    }
    this.direct.set(id, found)
    return found
  }
}

function isSignatureHeader(expression: Expression): boolean {
  if (expression.kind === 'constant') return typeof expression.value === 'string' && signatureHeader.test(expression.value)
  return expression.kind === 'property' && signatureHeader.test(expression.name)
}
