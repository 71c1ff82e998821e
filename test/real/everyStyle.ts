/** The whole matrix of fixes in one language: every store, context, place, way to settle and style. Needs no library; it only takes long. */
import { describe, test } from 'vitest'
import { cellsOf, checkCell } from '../rules/fixes/matrix'
import { stores, styles } from '../rules/fixes/stores'

export function checkEveryStyle(language: 'ts' | 'js'): void {
  for (const store of stores) {
    describe(store.name, () => {
      for (const style of styles) {
        test(`${language}, ${style.name}`, async () => {
          for (const cell of cellsOf(store)) await checkCell(store, cell, { ...style, language })
        })
      }
    })
  }
}
