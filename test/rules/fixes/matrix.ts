/** One cell of the matrix: the applied fix parses, keeps comments, formats like its surroundings, is idempotent, and protects for the right reason. */
import { expect } from 'vitest'
import { filePath } from '../../../server/src/base/location'
import { openSource } from '../../../server/src/rules/fixes/source/source'
import { checkRepaired, fixed } from '../../harness/fixes'
import { contexts, fixtureOf, places, styleOf, type Store, type Style } from './stores'

export type Context = (typeof contexts)[number]
export type Place = (typeof places)[number]
export type Settling = 'refund' | 'queue' | 'redelivery'

export interface Cell {
  readonly context: Context
  readonly place: Place
  readonly kind: Settling
}

/** Stores that cannot be asked whether the order of a payment is there already, and one whose errors nobody looks at: that comes first. */
const notAsked = new Set(['DynamoDB', 'an in-house client', 'Supabase'])

const mechanisms = { refund: ['transaction', 'compensation'], queue: ['transaction', 'queue'], redelivery: ['redelivery'] } as const

/** What is offered for a store: not every write can be made safe to repeat. */
export function cellsOf(store: Store): readonly Cell[] {
  return contexts.flatMap((context) =>
    places.flatMap((place) => {
      const repeats = context === 'webhook' && place !== 'callee that does not know the payment' && !notAsked.has(store.name)
      const kinds: readonly Settling[] = repeats ? ['refund', 'queue', 'redelivery'] : ['refund', 'queue']
      return kinds.map((kind) => ({ context, place, kind }))
    }),
  )
}

export async function checkCell(store: Store, { context, place, kind }: Cell, style: Style & { readonly language: 'ts' | 'js' }): Promise<void> {
  const files = fixtureOf(store, context, place, style)
  const result = await fixed(files, { kind })
  for (const [path, text] of Object.entries(result.files)) {
    if (!/\.[jt]s$/.test(path)) continue
    expect(openSource(filePath(path), text), `${path} parses`).not.toBeNull()
    expect(styleOf(text), `the style of ${path}\n${text}`).toEqual(styleOf(files[path] ?? ''))
  }
  const expected = mechanisms[kind].filter((mechanism) => mechanism !== 'transaction' || store.returnsErrors !== true)
  await checkRepaired(files, result.files, result.operation, expected)
}
