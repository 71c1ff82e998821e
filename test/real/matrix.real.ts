/** The whole matrix of fixes: every store, context, place, way to settle, language and style. Needs no library; it only takes long. */
import { describe, test } from 'vitest'
import { cellsOf, checkCell } from '../rules/fixes/matrix'
import { stores, styles } from '../rules/fixes/stores'

for (const store of stores) {
  describe(store.name, () => {
    for (const style of styles) {
      for (const language of ['ts', 'js'] as const) {
        test(`${language}, ${style.name}`, async () => {
          for (const cell of cellsOf(store)) await checkCell(store, cell, { ...style, language })
        })
      }
    }
  })
}
