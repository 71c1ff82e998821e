/** Every store, context, place and way to settle, in both languages; the styles take turns. test/real/everyStyle.ts has every combination. */
import { describe, test } from 'vitest'
import { cellsOf, checkCell } from './matrix'
import { stores, styles, type Style } from './stores'

/** Coprime turns: 5 styles against an even number of checks for each cell, so every store sees each style in each language. */
let turn = 0
function nextStyle(): Style {
  const style = styles[turn++ % styles.length]
  if (style === undefined) throw new Error('There are no styles')
  return style
}

for (const store of stores) {
  describe(store.name, () => {
    for (const cell of cellsOf(store)) {
      test(`${cell.context}, ${cell.place}, ${cell.kind}`, async () => {
        for (const language of ['ts', 'js'] as const) await checkCell(store, cell, { ...nextStyle(), language })
      })
    }
  })
}
