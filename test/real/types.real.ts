/** A fix adds no type error: checked with the libraries' own declarations, in strict mode. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixed } from '../harness/fixes'
import { cellsOf } from '../rules/fixes/matrix'
import { contexts, fixtureOf, places, stores, styles, type Store } from '../rules/fixes/stores'
import { compile } from './compile'

const directory = join(__dirname, '.cache', 'types')

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true })
})
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

describe('no new type errors', () => {
  for (const store of stores) {
    test(store.name, async () => {
      const { before, after } = await writeCases(store)
      const errorsIn = compile([...before, ...after])
      expect(before.flatMap(errorsIn), 'the fixtures themselves').toEqual([])
      expect(after.flatMap(errorsIn)).toEqual([])
    })
  }
})

async function writeCases(store: Store): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> {
  const [style] = styles
  if (style === undefined) throw new Error('There are no styles')
  const before: string[] = []
  const after: string[] = []
  const write = (files: Readonly<Record<string, string>>, folder: string, list: string[]): void => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(directory, store.name.replace(/\W+/g, '-'), folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      if (file.endsWith('.ts')) list.push(file)
    }
  }
  let number = 0
  for (const context of contexts) {
    for (const place of places) {
      const files = fixtureOf(store, context, place, { ...style, language: 'ts' })
      write(files, `before${String(number)}`, before)
      for (const { kind } of cellsOf(store).filter((cell) => cell.context === context && cell.place === place))
        write((await fixed(files, { kind })).files, `${kind}${String(number)}`, after)
      number++
    }
  }
  return { before, after }
}
