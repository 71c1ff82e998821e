/** Every store, context, place and style: the applied fix parses, keeps comments, is idempotent, and protects for the right reason. */
import { describe, expect, test } from 'vitest'
import { filePath } from '../../../server/src/base/location'
import { openSource } from '../../../server/src/rules/fixes/source/source'
import { checkRepaired, fixed } from '../../harness/fixes'
import { contexts, fixtureOf, places, stores, styleOf, styles, type Style } from './stores'

const settlings = ['refund', 'queue'] as const
const [plain] = styles

for (const store of stores) {
  describe(store.name, () => {
    for (const context of contexts.filter((candidate) => store.settledIn?.includes(candidate) !== true)) {
      for (const place of places) {
        for (const kind of settlings) {
          test(`${context}, ${place}, ${kind}`, async () => {
            for (const language of ['ts', 'js'] as const) if (plain !== undefined) await check(store, context, place, kind, { ...plain, language })
          })
        }
      }
    }
  })
}

describe('formats like its surroundings', () => {
  for (const style of styles) {
    for (const language of ['ts', 'js'] as const) {
      test(`${language} ${style.name}`, async () => {
        for (const store of stores) await check(store, 'request', 'same function', 'refund', { ...style, language })
      })
    }
  }
})

async function check(
  store: (typeof stores)[number],
  context: (typeof contexts)[number],
  place: (typeof places)[number],
  kind: (typeof settlings)[number],
  style: Style & { readonly language: 'ts' | 'js' },
): Promise<void> {
  const files = fixtureOf(store, context, place, style)
  const result = await fixed(files, { kind })
  for (const [path, text] of Object.entries(result.files)) {
    if (!/\.[jt]s$/.test(path)) continue
    expect(openSource(filePath(path), text), `${path} parses`).not.toBeNull()
    expect(styleOf(text), `the style of ${path}\n${text}`).toEqual(styleOf(files[path] ?? ''))
  }
  await checkRepaired(files, result.files, result.operation, ['transaction', kind === 'refund' ? 'compensation' : 'queue'])
}
