import { describe, expect, test } from 'vitest'
import { resolved } from './workspace'

describe('a relative import', () => {
  test.each([
    ['./a', '/a.ts'],
    ['./a.js', '/a.ts'],
    ['./b.mjs', '/b.mts'],
    ['./c.jsx', '/c.tsx'],
    ['./folder', '/folder/index.ts'],
    ['./folder/', '/folder/index.ts'],
    ['./plain', '/plain.js'],
    ['./order.service', '/order.service.ts'],
    ['./typed', '/typed.js'],
    ['./missing', 'nothing'],
    ['./data.json', 'nothing'],
  ])('%s is %s', async (specifier, file) => {
    expect(
      await resolved(
        `
//- /main.ts
//- /a.ts
//- /b.mts
//- /c.tsx
//- /folder/index.ts
//- /plain.js
//- /order.service.ts
//- /typed.js
//- /typed.d.ts
//- /data.json
`,
        specifier,
      ),
    ).toBe(file)
  })

  test('goes up', async () => {
    expect(await resolved('//- /db.ts\n//- /app/api/pay.ts\n', '../../db', '/app/api/pay.ts')).toBe('/db.ts')
  })
})

describe('tsconfig.json', () => {
  const fixture = `
//- /tsconfig.json
{
  // comments and trailing commas are fine
  "compilerOptions": { "paths": { "@/*": ["./src/*"], "@/generated/*": ["./made/*"], "config": ["./src/config.ts"] }, },
}
//- /src/db.ts
//- /made/db.ts
//- /src/config.ts
//- /main.ts
`
  test('maps by `paths`', async () => {
    expect(await resolved(fixture, '@/db')).toBe('/src/db.ts')
    expect(await resolved(fixture, 'config')).toBe('/src/config.ts')
  })

  test('prefers the longest pattern', async () => {
    expect(await resolved(fixture, '@/generated/db')).toBe('/made/db.ts')
  })

  test('looks below `baseUrl`', async () => {
    expect(await resolved('//- /tsconfig.json\n{"compilerOptions":{"baseUrl":"src"}}\n//- /src/lib/db.ts\n//- /main.ts\n', 'lib/db')).toBe('/src/lib/db.ts')
  })

  test('inherits from files and from workspace packages', async () => {
    const inherited = `
//- /app/tsconfig.json
{ "extends": "@acme/tsconfig/base.json" }
//- /config/package.json
{ "name": "@acme/tsconfig" }
//- /config/base.json
{ "extends": ["./paths"] }
//- /config/paths.json
{ "compilerOptions": { "paths": { "~lib/*": ["../lib/*"] } } }
//- /lib/db.ts
//- /app/main.ts
`
    expect(await resolved(inherited, '~lib/db', '/app/main.ts')).toBe('/lib/db.ts')
  })

  test('follows the references of a solution file', async () => {
    const solution = `
//- /tsconfig.json
{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }
//- /tsconfig.app.json
{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
//- /src/db.ts
//- /src/main.ts
`
    expect(await resolved(solution, '@/db', '/src/main.ts')).toBe('/src/db.ts')
  })

  test('of the nearest folder counts', async () => {
    const nested = `
//- /tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
//- /src/db.ts
//- /apps/web/jsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }
//- /apps/web/lib/db.js
//- /apps/web/main.js
`
    expect(await resolved(nested, '@/db', '/apps/web/main.js')).toBe('/apps/web/lib/db.js')
  })

  test('that extends itself ends', async () => {
    expect(await resolved('//- /tsconfig.json\n{"extends":"./tsconfig.json"}\n//- /main.ts\n', '@/db')).toBe('nothing')
  })
})

describe('a workspace package', () => {
  const fixture = `
//- /pnpm-workspace.yaml
packages:
  - "packages/*" # ours
//- /packages/db/package.json
{ "name": "@acme/db", "main": "./dist/index.js", "exports": { ".": { "import": "./dist/index.mjs" }, "./client": "./dist/client.js", "./models/*": "./dist/models/*.js" } }
//- /packages/db/src/index.ts
//- /packages/db/src/client.ts
//- /packages/db/src/models/order.ts
//- /packages/db/src/deep/util.ts
//- /packages/plain/package.json
{ "name": "plain" }
//- /packages/plain/index.js
//- /templates/db/package.json
{ "name": "@acme/db" }
//- /templates/db/index.ts
//- /main.ts
`
  test.each([
    ['@acme/db', '/packages/db/src/index.ts'],
    ['@acme/db/client', '/packages/db/src/client.ts'],
    ['@acme/db/models/order', '/packages/db/src/models/order.ts'],
    ['@acme/db/src/deep/util', '/packages/db/src/deep/util.ts'],
    ['plain', '/packages/plain/index.js'],
    ['@acme/other', 'nothing'],
  ])('%s is its source %s', async (specifier, file) => {
    expect(await resolved(fixture, specifier)).toBe(file)
  })

  test('maps its own `imports`', async () => {
    expect(await resolved('//- /package.json\n{"name":"x","imports":{"#lib/*":"./dist/lib/*.js"}}\n//- /src/lib/db.ts\n//- /main.ts\n', '#lib/db')).toBe(
      '/src/lib/db.ts',
    )
  })
})

describe('without configuration', () => {
  test.each([
    ['@/db', 'next', '/src/db.ts'],
    ['~~/server/db', 'nuxt', '/server/db.ts'],
    ['~/util', 'nuxt', '/util.ts'],
    ['$lib/db', '@sveltejs/kit', '/src/lib/db.ts'],
  ])('%s of %s is %s', async (specifier, framework, file) => {
    const fixture = `
//- /package.json
{ "dependencies": { "${framework}": "1" } }
//- /src/db.ts
//- /server/db.ts
//- /util.ts
//- /src/lib/db.ts
//- /main.ts
`
    expect(await resolved(fixture, specifier)).toBe(file)
  })
})

describe('a package', () => {
  test('that is modelled has no file: its ambient declarations apply', async () => {
    expect(await resolved('//- /main.ts\n', 'payments')).toBe('model payments')
  })

  test('that is not modelled is unresolved, installed or not', async () => {
    expect(await resolved('//- /node_modules/lodash/index.js\n//- /main.ts\n', 'lodash')).toBe('nothing')
  })

  test('stands behind the folder that a client is generated into', async () => {
    const fixture = `
//- /prisma/schema.prisma
generator client {
  provider = "prisma-client"
  output   = "../src/generated/prisma"
}
//- /src/main.ts
`
    expect(await resolved(fixture, './generated/prisma/client', '/src/main.ts')).toBe('model @prisma/client')
  })
})
