/** Finds words in source text, where they also occur as parts of names. */

/** For `stripe`: `stripe`, `stripe_id`, `stripeId`, `STRIPE_KEY`, `myStripe`; not `striped`, and no `omise` in `Promise`. */
export function wordPattern(words: readonly string[]): { test(text: string): boolean } | null {
  if (words.length === 0) return null
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const starting = new RegExp(`(?<![a-z])(?:${escaped.join('|')})(?![ds]\\b)`, 'i')
  const inside = new RegExp(`(?:${escaped.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|')})(?![a-z])`)
  return { test: (text) => starting.test(text) || inside.test(text) }
}
