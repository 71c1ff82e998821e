/** Builds a program of in-memory files with the catalogue's declarations, and lowers its files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { extractFacts } from '../../server/src/facts/extract'
import type { FileFacts } from '../../server/src/facts/ir'
import { loadCatalogue, type Catalogue } from '../../server/src/models/catalogue'

const modelsDirectory = join(__dirname, '../../server/src/models')
let loaded: Catalogue | null = null

export function testCatalogue(): Catalogue {
  loaded ??= loadCatalogue(
    readdirSync(modelsDirectory)
      .filter((name) => name.endsWith('.d.ts'))
      .map((name) => ({ path: `/models/${name}`, text: readFileSync(join(modelsDirectory, name), 'utf8') })),
  )
  return loaded
}

/** `sources`: one file (`/main.ts`), or several, each after a line `--- /path.ts`. */
export function splitFiles(sources: string): ReadonlyMap<string, string> {
  const parts = sources.split(/^[ \t]*--- (\S+)[ \t]*\n/m)
  if (parts.length === 1) return new Map([['/main.ts', sources]])
  const files = new Map<string, string>()
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i] ?? '', parts[i + 1] ?? '')
  return files
}

export function programOf(files: ReadonlyMap<string, string>, catalogue: Catalogue): ts.Program {
  const options: ts.CompilerOptions = {
    noLib: true,
    allowJs: true,
    checkJs: false,
    strict: true,
    noEmit: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    experimentalDecorators: true,
    types: [],
  }
  const text = (path: string): string | undefined => files.get(path)
  const resolve = (specifier: string, from: string): string | undefined => {
    if (!specifier.startsWith('.')) return catalogue.packageFile(specifier)
    const base = join(from, '..', specifier).replaceAll('\\', '/')
    return ['', '.ts', '.tsx', '.js', '/index.ts', '/index.js'].map((end) => base + end).find((path) => files.has(path))
  }
  const host: ts.CompilerHost = {
    getSourceFile: (path, languageVersion) => {
      const own = text(path)
      return own === undefined ? catalogue.sourceFile(path) : ts.createSourceFile(path, own, languageVersion, true)
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => files.has(path),
    readFile: text,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text: specifier }) => {
        const path = resolve(specifier, from)
        if (path === undefined) return { resolvedModule: undefined }
        return {
          resolvedModule: {
            resolvedFileName: path,
            extension: path.endsWith('.d.ts') ? ts.Extension.Dts : (/\.[a-z]+$/.exec(path)?.[0] ?? '.ts'),
            isExternalLibraryImport: false,
          },
        }
      }),
  }
  const globals = catalogue.files.map((file) => file.path).find((path) => path.endsWith('/globals.d.ts'))
  return ts.createProgram({ rootNames: [...files.keys(), ...(globals === undefined ? [] : [globals])], options, host })
}

/** The facts of every file, in the order given. */
export function factsOf(sources: string): readonly FileFacts[] {
  const catalogue = testCatalogue()
  const files = splitFiles(sources)
  const program = programOf(files, catalogue)
  const checker = program.getTypeChecker()
  return [...files.keys()].flatMap((path) => {
    const sourceFile = program.getSourceFile(path)
    return sourceFile === undefined ? [] : [extractFacts(sourceFile, checker, catalogue)]
  })
}
