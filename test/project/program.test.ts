import { expect, test } from 'vitest'
import ts from 'typescript'
import type { FilePath } from '../../server/src/base/location'
import { createProgram, type WorkspaceProgram } from '../../server/src/project/program'
import { createSourceStore } from '../../server/src/project/sourceStore'
import { editable, indexed, root } from './workspace'

const globals = ts.createSourceFile('/models/globals.d.ts', 'interface Array<T> {} interface Promise<T> {}', ts.ScriptTarget.ESNext, true)
const client = ts.createSourceFile(
  '/models/client.d.ts',
  `declare module '@prisma/client' { export class PrismaClient { order: { create(): 'row' } } }`,
  ts.ScriptTarget.ESNext,
  true,
)
const models = {
  globals: ['/models/globals.d.ts'],
  packageFile: (specifier: string) => (specifier === '@prisma/client' ? '/models/client.d.ts' : undefined),
  sourceFile: (path: string) => [globals, client].find((file) => file.fileName === path),
}

const path = (name: string): FilePath => `${root}${name}` as FilePath

/** Type of the last variable of `/main.ts`. */
function typeOfLast({ program, checker }: WorkspaceProgram): string {
  const statement = program.getSourceFile(path('/main.ts'))?.statements.at(-1)
  if (statement === undefined || !ts.isVariableStatement(statement)) throw new Error('The fixture ends with a variable')
  const [declaration] = statement.declarationList.declarations
  return declaration === undefined ? '' : checker.typeToString(checker.getTypeAtLocation(declaration))
}

async function programOf(fixture: string, files: readonly string[]): Promise<WorkspaceProgram> {
  const disk = editable(fixture)
  const { resolver } = await indexed(disk)
  return createProgram({ files: files.map(path), sources: createSourceStore(disk), resolver, models, root, old: undefined })
}

test('a modelled package has the types of its declaration file, also where it is installed', async () => {
  const fixture = `
//- /node_modules/@prisma/client/index.d.ts
export class PrismaClient { order: { create(): 'installed' } }
//- /db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
//- /main.ts
import { db } from './db'
const row = db.order.create()
`
  // No catalogue answers for the package in this index, so the resolver finds nothing: the ambient module is what the checker sees.
  const disk = editable(fixture)
  const { resolver } = await indexed(disk)
  const program = createProgram({
    files: ['/db.ts', '/main.ts'].map(path),
    sources: createSourceStore(disk),
    resolver: {
      resolve: (specifier, from) => (specifier === '@prisma/client' ? { kind: 'model', package: specifier, alias: false } : resolver.resolve(specifier, from)),
    },
    models,
    root,
    old: undefined,
  })
  expect(typeOfLast(program)).toBe('"row"')
})

test('a generated client is the package it is generated from', async () => {
  const fixture = `
//- /schema.prisma
generator client {
  provider = "prisma-client"
  output = "./generated"
}
//- /main.ts
import { PrismaClient } from './generated/client'
const row = new PrismaClient().order.create()
`
  expect(typeOfLast(await programOf(fixture, ['/main.ts']))).toBe('"row"')
})

test('files outside the selection do not exist', async () => {
  const fixture = '//- /a.ts\nexport const a = 1\n//- /main.ts\nimport { a } from "./a"\nconst b = a\n'
  expect(typeOfLast(await programOf(fixture, ['/main.ts']))).toBe('any')
  expect(typeOfLast(await programOf(fixture, ['/a.ts', '/main.ts']))).toBe('1')
})

test('names of plain scripts do not meet', async () => {
  expect(typeOfLast(await programOf('//- /a.ts\nconst a = "script"\n//- /main.ts\nconst b = typeof a === "string" ? a : 1\n', ['/a.ts', '/main.ts']))).toBe(
    'any',
  )
})

test('after an edit only the edited file is parsed again', async () => {
  const disk = editable('//- /a.ts\nexport const a = 1\n//- /main.ts\nimport { a } from "./a"\nconst b = a\n')
  const { resolver } = await indexed(disk)
  const sources = createSourceStore(disk)
  const files = ['/a.ts', '/main.ts'].map(path)
  const before = createProgram({ files, sources, resolver, models, root, old: undefined })
  sources.invalidate(disk.write('/a.ts', 'export const a = "two"\n'))
  const after = createProgram({ files, sources, resolver, models, root, old: before.program })
  expect(typeOfLast(after)).toBe('"two"')
  expect(after.program.getSourceFile(path('/main.ts'))).toBe(before.program.getSourceFile(path('/main.ts')))
  expect(after.program.getSourceFile(path('/a.ts'))).not.toBe(before.program.getSourceFile(path('/a.ts')))
})
