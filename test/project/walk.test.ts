import { describe, expect, test } from 'vitest'
import { neverCancelled } from '../../server/src/base/cancellation'
import { filePath } from '../../server/src/base/location'
import type { Disk } from '../../server/src/project/disk'
import { isHidden, walk } from '../../server/src/project/walk'
import { editable, indexed, root } from './workspace'

function found(fixture: string, exclude: readonly string[] = []): readonly string[] {
  return walk(editable(fixture), root, { exclude, signal: neverCancelled }).files.map(({ file, role }) => `${role} ${file.slice(root.length)}`)
}

test('each file has a role', () => {
  expect(
    found(`
//- /src/pay.ts
//- /src/pay.test.ts
//- /src/__tests__/helper.ts
//- /e2e/checkout.ts
//- /types.d.ts
//- /prisma/schema.prisma
//- /migrations/1.sql
//- /tsconfig.json
//- /README.md
//- /public/lib.min.js
`),
  ).toEqual([
    'test /e2e/checkout.ts',
    'schema /migrations/1.sql',
    'schema /prisma/schema.prisma',
    'test /src/__tests__/helper.ts',
    'test /src/pay.test.ts',
    'source /src/pay.ts',
    'manifest /tsconfig.json',
    'declaration /types.d.ts',
  ])
})

test('packages, build output and hidden folders are passed by', () => {
  expect(found('//- /node_modules/a/index.js\n//- /dist/a.js\n//- /.next/a.js\n//- /coverage/a.js\n//- /a.js\n')).toEqual(['source /a.js'])
})

describe('.gitignore', () => {
  const fixture = `
//- /.gitignore
generated/
*.gen.ts
//- /generated/a.ts
//- /src/b.gen.ts
//- /src/c.ts
//- /packages/x/.gitignore
!keep.gen.ts
/local.ts
//- /packages/x/keep.gen.ts
//- /packages/x/local.ts
//- /packages/x/sub/local.ts
`
  test('hides what it lists, nearer files first', () => {
    expect(found(fixture)).toEqual(['source /packages/x/keep.gen.ts', 'source /packages/x/sub/local.ts', 'source /src/c.ts'])
  })

  test('gives the same answer for a single file', () => {
    const disk = editable(fixture)
    const hidden = ['/generated/a.ts', '/src/b.gen.ts', '/src/c.ts', '/packages/x/keep.gen.ts', '/packages/x/local.ts'].filter((path) =>
      isHidden(disk, root, filePath(root + path), []),
    )
    expect(hidden).toEqual(['/generated/a.ts', '/src/b.gen.ts', '/packages/x/local.ts'])
  })
})

test('excluded globs are relative to the root', () => {
  expect(found('//- /legacy/a.ts\n//- /src/legacy/b.ts\n//- /src/c.ts\n', ['/legacy', '**/c.ts'])).toEqual(['source /src/legacy/b.ts'])
})

describe('what cannot be read', () => {
  test('a folder is recorded', () => {
    const disk = editable('//- /a.ts\n//- /locked/b.ts\n')
    const locked: Disk = { ...disk, list: (path) => (path.endsWith('/locked') ? { ok: false, why: 'no permission to read' } : disk.list(path)) }
    const { files, skipped } = walk(locked, root, { exclude: [], signal: neverCancelled })
    expect(files.map(({ file }) => file)).toEqual(['/workspace/a.ts'])
    expect(skipped).toEqual([{ file: '/workspace/locked', why: 'no permission to read' }])
  })

  test('a file is recorded, and the others are indexed', async () => {
    const disk = editable('//- /a.ts\n//- /b.ts\n')
    const index = await indexed({ ...disk, readFile: (path) => (path.endsWith('/b.ts') ? { ok: false, why: 'no permission to read' } : disk.readFile(path)) })
    expect([...index.files.keys()]).toEqual(['/workspace/a.ts'])
    expect(index.skipped).toEqual([{ file: '/workspace/b.ts', why: 'no permission to read' }])
  })

  test('a file over 1 MiB is recorded', async () => {
    const disk = editable('//- /a.ts\n')
    disk.write('/big.js', ' '.repeat(1024 * 1024 + 1))
    expect((await indexed(disk)).skipped).toEqual([{ file: '/workspace/big.js', why: 'larger than 1 MiB' }])
  })

  test('a bundle is recorded whatever its name; a source with pictures in it is not', async () => {
    const disk = editable('//- /a.ts\n')
    disk.write('/docx.cjs', `// do not edit\n${'a();'.repeat(20_000)}\n`)
    disk.write('/logo.tsx', `export const logo = '${'x'.repeat(60_000)}'\n`)
    const index = await indexed(disk)
    expect(index.skipped).toEqual([{ file: '/workspace/docx.cjs', why: 'minified' }])
    expect([...index.files.keys()]).toEqual(['/workspace/a.ts', '/workspace/logo.tsx'])
  })

  test('broken configuration is recorded, and the rest of it counts', async () => {
    const disk = editable(
      '//- /tsconfig.json\n{ "compilerOptions": { "paths": { "@/*": ["./src/*"] }, }\n//- /src/db.ts\n//- /main.ts\n//- /package.json\n{ "name": \n',
    )
    const index = await indexed(disk)
    expect(index.resolver.resolve('@/db', filePath('/workspace/main.ts'))).toEqual({ kind: 'file', file: '/workspace/src/db.ts' })
    expect(index.skipped.map(({ file, why }) => `${file} ${why.split(':')[0] ?? ''}`)).toEqual([
      '/workspace/package.json broken JSON',
      '/workspace/tsconfig.json broken configuration',
    ])
  })
})

test('an empty folder has nothing', async () => {
  const index = await indexed(editable(''))
  expect(index.files.size).toBe(0)
  expect(index.skipped).toEqual([])
})
