/** Recognises plain HTTP calls to a payment provider by the routes its declaration file lists. */
import type { Provider, ProviderRoute, RouteMeaning } from './providers'

export interface RouteMatch {
  readonly provider: string
  readonly meaning: RouteMeaning
}

/** Stands for a part of a URL that is not constant: `https://api.stripe.com/v1/charges/{}/refund`. */
export const unknownPart = '{}'

/**
 * What a request does, or undefined when it goes to nobody we know. A URL whose host is unknown (`{}/v2/checkout/orders/{}/capture`) matches the
 * providers in `suspects` only: those whose vocabulary occurs in the calling file. A known host with no listed route is `provider`.
 */
export function findRoute(providers: readonly Provider[], url: string, method: string | null, suspects: readonly string[]): RouteMatch | undefined {
  const { host, path } = splitUrl(url)
  for (const provider of providers) {
    if (host === null ? !suspects.includes(provider.name) : !provider.hosts.includes(host)) continue
    const route = provider.routes.find((candidate) => (method === null || candidate.method === method.toUpperCase()) && matches(candidate, path))
    if (route !== undefined) return { provider: provider.name, meaning: route.meaning }
    if (host !== null) return { provider: provider.name, meaning: 'provider' }
  }
  return undefined
}

/** `host` is null when the text starts with an unknown part or has no host at all. */
function splitUrl(url: string): { readonly host: string | null; readonly path: string } {
  const [, host = '', path = ''] = /^(?:https?:\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? []
  if (host !== '' && !host.includes(unknownPart)) return { host: host.toLowerCase().replace(/:\d+$/, ''), path }
  return { host: null, path: path.startsWith(unknownPart) ? path.slice(unknownPart.length) : path }
}

/** Compared from the end, so that a base URL that already holds the version (`…/v1`) may be unknown. A route needs two fixed segments then. */
function matches(route: ProviderRoute, path: string): boolean {
  const wanted = segments(route.pattern)
  const given = segments(path)
  const shared = Math.min(wanted.length, given.length)
  if (given.length !== wanted.length && (given.length > wanted.length || wanted.slice(0, -shared).some((part) => !/^v\d+$/.test(part)))) return false
  const tail = shared === 0 ? [] : wanted.slice(-shared)
  const fixed = tail.filter((part) => !part.startsWith(':'))
  return fixed.length > 0 && tail.every((part, index) => part.startsWith(':') || part === given.at(index - shared))
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}
