import { describe, expect, test } from 'vitest'
import { neverCancelled } from '../../server/src/base/cancellation'
import type { FilePath } from '../../server/src/base/location'
import type { WorkspaceIndex } from '../../server/src/project/workspaceIndex'
import { editable, indexed, root, type Editable } from './workspace'

const shop = `
//- /tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
//- /src/route.ts
import { pay } from '@/pay'
import { gone } from './gone'
//- /src/pay.ts
import { Payments } from 'payments'
export const pay = () => new Payments().charges.create({})
//- /src/orders/index.ts
export const orders = 1
`

/** Everything an index answers, as text. */
function answers(index: WorkspaceIndex): readonly string[] {
  const name = (file: FilePath): string => file.slice(root.length)
  const files = [...index.files.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  return [
    ...files.map(
      ({ file, role, stamp, scan }) =>
        `${name(file)} ${role} ${stamp} ${JSON.stringify(scan, (_, value: unknown) => (value instanceof Set ? [...value] : value))}`,
    ),
    ...files.flatMap(({ file }) => index.importsOf(file).map((edge) => `${name(file)} → ${name(edge.file)}`)),
    ...files.flatMap(({ file }) => index.importersOf(file).map((edge) => `${name(file)} ← ${name(edge.file)}`)),
    ...index.skipped.map(({ file, why }) => `${name(file)} skipped: ${why}`),
  ]
}

test('edges lead both ways', async () => {
  expect(answers(await indexed(editable(shop))).filter((line) => /[→←]/.test(line))).toEqual(['/src/route.ts → /src/pay.ts', '/src/pay.ts ← /src/route.ts'])
})

describe('after an edit the index equals one made from scratch', () => {
  const edits: readonly (readonly [string, (disk: Editable) => readonly FilePath[]])[] = [
    ['a new import', (disk) => [disk.write('/src/pay.ts', `import { orders } from './orders'\n`)]],
    ['an import removed', (disk) => [disk.write('/src/route.ts', '')]],
    ['a file that an import failed to find', (disk) => [disk.write('/src/gone.ts', 'export const gone = 1\n')]],
    ['a file that hides another', (disk) => [disk.write('/src/orders.ts', ''), disk.write('/src/pay.ts', `import './orders'\n`)]],
    ['a file deleted', (disk) => [disk.remove('/src/pay.ts')]],
    ['a file renamed', (disk) => [disk.remove('/src/pay.ts'), disk.write('/src/gone.ts', 'export const gone = 1\n')]],
    [
      'paths changed',
      (disk) => [disk.write('/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./other/*"] } } }'), disk.write('/other/pay.ts', '')],
    ],
    ['configuration broken', (disk) => [disk.write('/tsconfig.json', '{ "compilerOptions": ')]],
    ['configuration deleted', (disk) => [disk.remove('/tsconfig.json')]],
    ['a package added', (disk) => [disk.write('/lib/package.json', '{ "name": "@/pay" }'), disk.write('/lib/index.ts', '')]],
    ['a file grown too large', (disk) => [disk.write('/src/pay.ts', ' '.repeat(1024 * 1024 + 1))]],
  ]

  test.each(edits)('%s', async (_, edit) => {
    const disk = editable(shop)
    const index = await indexed(disk)
    answers(index)
    index.update(edit(disk), neverCancelled)
    expect(answers(index)).toEqual(answers(await indexed(disk)))
  })

  test('one after the other', async () => {
    const disk = editable(shop)
    const index = await indexed(disk)
    for (const [, edit] of edits) {
      index.update(edit(disk), neverCancelled)
      expect(answers(index)).toEqual(answers(await indexed(disk)))
    }
  })

  test('a folder deleted', async () => {
    const disk = editable(shop)
    const index = await indexed(disk)
    disk.remove('/src/orders/index.ts')
    index.update([`${root}/src/orders` as FilePath], neverCancelled)
    expect(answers(index)).toEqual(answers(await indexed(disk)))
  })
})

test('an unchanged file is not read again', async () => {
  const disk = editable(shop)
  const read: string[] = []
  const index = await indexed({
    ...disk,
    readFile: (path) => {
      read.push(path)
      return disk.readFile(path)
    },
  })
  read.length = 0
  index.update([`${root}/src/pay.ts` as FilePath], neverCancelled)
  expect(read).toEqual([])
})
