import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { CatalogueType } from '../../server/src/models/effects'
import { catalogue } from './effectsOf'

const paths = catalogue.files.map((file) => file.path)

describe('The shipped declaration files', () => {
  it('have no bad tags', () => {
    expect(catalogue.problems).toEqual([])
  })

  it('are valid TypeScript: a misspelt name would silently be any', () => {
    const options: ts.CompilerOptions = {
      noLib: true,
      strict: true,
      types: [],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      esModuleInterop: true,
    }
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost(options),
      getSourceFile: (path) => catalogue.sourceFile(path),
      fileExists: (path) => catalogue.isModelFile(path),
      readFile: () => undefined,
    }
    const problems = ts.getPreEmitDiagnostics(ts.createProgram(paths, options, host))
    expect(problems.map((problem) => `${problem.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`)).toEqual([])
  })

  it('declare each package once, since one file answers for it', () => {
    const modules = catalogue.files
      .filter((file) => !catalogue.globals.includes(file.path))
      .flatMap((file) => [...file.text.matchAll(/^declare module '([^']+)'/gm)].map((match) => match[1]))
    expect(modules.filter((name, index) => modules.indexOf(name) !== index)).toEqual([])
  })

  it('name their library each, and no two the same', () => {
    const libraries = paths.map((path) => catalogue.libraryOf(path))
    expect(libraries.filter((name, index) => name === undefined || libraries.indexOf(name) !== index)).toEqual([])
  })

  it('answer for generated clients that are not there', () => {
    expect(catalogue.packageFile('../../generated/prisma/client')).toBe('/models/prisma.d.ts')
    expect(catalogue.packageFile('../../generated/other')).toBeUndefined()
  })

  it('belong to every program when they declare globals', () => {
    expect(catalogue.globals).toEqual(expect.arrayContaining(['/models/cloudflare-stores.d.ts', '/models/globals.d.ts', '/models/strapi.d.ts']))
    expect(catalogue.globals).not.toContain('/models/prisma.d.ts')
  })

  it('tell all forms of an overloaded method when the arguments have no types', () => {
    const member = catalogue.member('prisma:PrismaClient' as CatalogueType, '$transaction')
    expect(member?.effects.map((item) => item.effect.kind)).toEqual(['transaction', 'batch'])
  })
})
