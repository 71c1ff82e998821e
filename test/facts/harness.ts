/** Lowers in-memory files in a program like the audit's: the shipped catalogue, the project layer's compiler options. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filePath, type FilePath } from '../../server/src/base/location'
import { extractFacts } from '../../server/src/facts/extract'
import type { FileFacts } from '../../server/src/facts/ir'
import { loadCatalogue, type Catalogue } from '../../server/src/models/catalogue'
import { memoryDisk } from '../../server/src/project/disk'
import { createProgram } from '../../server/src/project/program'
import { createSourceStore } from '../../server/src/project/sourceStore'
import { FactsPrinter } from './printFacts'

const modelsDirectory = join(__dirname, '../../server/src/models')
const loaded: Catalogue[] = []

/** `extra` stands for a team's own declaration file. */
function testCatalogue(extra: string | null): Catalogue {
  const read = (): Catalogue =>
    loadCatalogue([
      ...readdirSync(modelsDirectory)
        .filter((name) => name.endsWith('.d.ts'))
        .map((name) => ({ path: `/models/${name}`, text: readFileSync(join(modelsDirectory, name), 'utf8') })),
      ...(extra === null ? [] : [{ path: '/models/extra.d.ts', text: extra }]),
    ])
  if (extra !== null) return read()
  if (loaded.length === 0) loaded.push(read())
  return loaded[0] ?? read()
}

/** One file (`/main.ts`), or several, each after a line `--- /path.ts`. */
function splitFiles(sources: string): ReadonlyMap<FilePath, string> {
  const parts = sources.split(/^[ \t]*--- (\S+)[ \t]*\n/m)
  if (parts.length === 1) return new Map([[filePath('/main.ts'), sources]])
  const files = new Map<FilePath, string>()
  for (let i = 1; i < parts.length; i += 2) files.set(filePath(parts[i] ?? ''), parts[i + 1] ?? '')
  return files
}

/** The facts of every file, in the order given. */
export function factsOf(sources: string, extraModel: string | null = null): readonly FileFacts[] {
  const catalogue = testCatalogue(extraModel)
  const files = splitFiles(sources)
  const resolve = (specifier: string, from: FilePath): FilePath | undefined => {
    const base = join(from, '..', specifier).replaceAll('\\', '/')
    return ['', '.ts', '.tsx', '.js', '/index.ts', '/index.js'].map((end) => filePath(base + end)).find((path) => files.has(path))
  }
  const { checker, sources: sourceFiles } = createProgram({
    files: [...files.keys()],
    sources: createSourceStore(memoryDisk(Object.fromEntries(files))),
    resolver: {
      resolve: (specifier, from) => {
        const file = specifier.startsWith('.') ? resolve(specifier, from) : undefined
        if (file !== undefined) return { kind: 'file', file }
        return catalogue.packageFile(specifier) === undefined ? { kind: 'unresolved' } : { kind: 'model', package: specifier, alias: false }
      },
    },
    models: {
      globals: catalogue.files.map((file) => file.path).filter((path) => path.endsWith('/globals.d.ts')),
      packageFile: (specifier) => catalogue.packageFile(specifier),
      sourceFile: (path) => catalogue.sourceFile(path),
    },
    root: filePath('/'),
    old: undefined,
  })
  return sourceFiles.map((sourceFile) => extractFacts(sourceFile, checker, catalogue, (specifier, from) => resolve(specifier, from) ?? null))
}

/** Every file of the sources as pseudo-code; one file has no heading. */
export function lowered(sources: string): string {
  const files = factsOf(sources)
  const printer = new FactsPrinter(files)
  return files.length === 1 ? printer.print() : printer.printAll()
}

/** Only the function of that name. */
export function loweredFunction(sources: string, name: string): string {
  return new FactsPrinter(factsOf(sources)).printFunction(name)
}
