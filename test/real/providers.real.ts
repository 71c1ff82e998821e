/** Refunds are written as the providers' own declarations want them, in strict mode. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, type Files } from '../harness/fixes'
import { providerCases, providerShop } from '../rules/fixes/providerCases'
import { compile } from './compile'
import { writeFiles } from './handlers'

const directory = join(__dirname, '.cache', 'providers')

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true })
})
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

test('no new type errors', async () => {
  const written = (folder: string, files: Files): string => {
    writeFiles(join(directory, folder), files)
    return join(directory, folder, 'app/pay/route.ts')
  }
  const routes: { readonly name: string; readonly before: string; readonly after: string }[] = []
  for (const [index, provider] of providerCases.entries()) {
    if (provider.untyped === true) continue
    const files = providerShop(provider)
    const { files: repaired } = await fixed(files, { kind: 'refund' })
    routes.push({ name: provider.name, before: written(`before${String(index)}`, files), after: written(`after${String(index)}`, repaired) })
  }
  const errorsIn = compile(routes.flatMap(({ before, after }) => [before, after]))
  const found = (which: 'before' | 'after'): readonly string[] => routes.flatMap((route) => errorsIn(route[which]).map((error) => `${route.name}: ${error}`))
  expect(found('before'), 'the fixtures themselves').toEqual([])
  expect(found('after')).toEqual([])
})
