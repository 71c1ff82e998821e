/** A fix adds no type error: checked with the libraries' own declarations, in strict mode. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixed } from '../harness/fixes'
import { contexts, fixtureOf, places, stores, styles, type Store } from '../rules/fixes/stores'

const directory = join(__dirname, '.cache', 'types')

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  typeRoots: [join(__dirname, '..', '..', 'node_modules', '@types')],
  strictPropertyInitialization: false,
}

/** Declared by newer versions of Node than the product itself stands on. */
const nodeSqlite = join(__dirname, 'node_modules', '@types', 'node', 'sqlite.d.ts')

/** The libraries are parsed once. */
const host = ts.createCompilerHost(options)
const parsed = new Map<string, ts.SourceFile | undefined>()
const getSourceFile = host.getSourceFile.bind(host)
host.getSourceFile = (file, ...rest) => {
  if (!file.includes('node_modules')) return getSourceFile(file, ...rest)
  if (!parsed.has(file)) parsed.set(file, getSourceFile(file, ...rest))
  return parsed.get(file)
}

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
      const program = ts.createProgram([...before, ...after, join(__dirname, 'ambient.d.ts'), nodeSqlite], options, host)
      const errorsIn = (file: string): readonly string[] => {
        const source = program.getSourceFile(file)
        return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) =>
          ts.flattenDiagnosticMessageText(messageText, '\n'),
        )
      }
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
      for (const kind of ['refund', 'queue'] as const) write((await fixed(files, { kind })).files, `${kind}${String(number)}`, after)
      number++
    }
  }
  return { before, after }
}
