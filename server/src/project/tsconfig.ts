/** What `tsconfig.json` and `jsconfig.json` say about finding modules: `paths`, `baseUrl`, `extends`, `references`. Never fails: trouble is recorded. */
import ts from 'typescript'
import { filePath, type FilePath } from '../base/location'
import type { Disk } from './disk'
import { directoryOf, foldersAbove, joinPath } from './paths'
import type { SkippedFile } from './walk'

export interface ModuleConfig {
  readonly baseUrl: FilePath | null
  /** Pattern → absolute targets. */
  readonly paths: ReadonlyMap<string, readonly FilePath[]>
}

export interface ConfigReader {
  /** Of the nearest configuration that says something, or null. */
  configFor(directory: FilePath): ModuleConfig | null
  readonly problems: readonly SkippedFile[]
}

interface RawConfig {
  readonly extends: readonly string[]
  readonly references: readonly string[]
  readonly baseUrl: string | null
  readonly paths: Readonly<Record<string, readonly string[]>> | null
}

/** `packageFolder` finds a workspace package by name, for `extends: "@acme/tsconfig/base.json"`. */
export function createConfigReader(
  disk: Disk,
  root: FilePath,
  configs: ReadonlySet<FilePath>,
  packageFolder: (name: string) => FilePath | undefined,
): ConfigReader {
  const problems = new Map<FilePath, SkippedFile>()
  const byFolder = new Map<FilePath, ModuleConfig | null>()
  const byFile = new Map<FilePath, ModuleConfig | null>()

  const readRaw = (file: FilePath): RawConfig | null => {
    const read = disk.readFile(file)
    if (!read.ok) return null
    const parsed: { readonly config?: unknown; readonly error?: ts.Diagnostic } = ts.parseConfigFileTextToJson(file, read.text)
    // The parser recovers what it can from broken text; a blank file is an empty configuration.
    if (parsed.error !== undefined && read.text.trim() !== '')
      problems.set(file, { file, why: `broken configuration: ${ts.flattenDiagnosticMessageText(parsed.error.messageText, ' ')}` })
    return rawConfig(parsed.config)
  }

  const load = (file: FilePath, seen: ReadonlySet<FilePath>): ModuleConfig | null => {
    const known = byFile.get(file)
    if (known !== undefined) return known
    if (seen.has(file)) return null
    const raw = readRaw(file)
    const inner = new Set([...seen, file])
    const config = raw === null ? null : merge(file, raw, inner)
    byFile.set(file, config)
    return config
  }

  const merge = (file: FilePath, raw: RawConfig, seen: ReadonlySet<FilePath>): ModuleConfig => {
    const folder = directoryOf(file)
    let baseUrl: FilePath | null = null
    let paths: ReadonlyMap<string, readonly FilePath[]> = new Map()
    for (const parent of raw.extends) {
      const target = findExtended(parent, folder)
      const inherited = target === null ? null : load(target, seen)
      baseUrl = inherited?.baseUrl ?? baseUrl
      if (inherited !== null && inherited.paths.size > 0) paths = inherited.paths
    }
    const absolute = (text: string): FilePath => joinPath(folder, text.replace('${configDir}', '.'))
    if (raw.baseUrl !== null) baseUrl = absolute(raw.baseUrl)
    if (raw.paths !== null) {
      const base = baseUrl ?? folder
      paths = new Map(
        Object.entries(raw.paths).map(([pattern, targets]) => [pattern, targets.map((target) => joinPath(base, target.replace('${configDir}', folder)))]),
      )
    }
    // A solution file only points at the projects that hold the sources.
    if (paths.size === 0 && baseUrl === null) {
      for (const reference of raw.references) {
        const target = joinPath(folder, reference)
        const referenced = load(target.endsWith('.json') ? target : joinPath(target, 'tsconfig.json'), seen)
        if (referenced !== null && (referenced.paths.size > 0 || referenced.baseUrl !== null)) return referenced
      }
    }
    return { baseUrl, paths }
  }

  const findExtended = (specifier: string, folder: FilePath): FilePath | null => {
    if (/^\.{0,2}\//.test(specifier)) return firstExisting(joinPath(folder, specifier))
    const parts = specifier.split('/')
    const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
    const rest = parts.slice(specifier.startsWith('@') ? 2 : 1).join('/')
    const own = packageFolder(name)
    if (own !== undefined) return firstExisting(joinPath(own, rest === '' ? 'tsconfig.json' : rest))
    for (const above of foldersAbove(folder, root)) {
      const found = firstExisting(joinPath(`${above}/node_modules/${name}`, rest === '' ? 'tsconfig.json' : rest))
      if (found !== null) return found
    }
    return null
  }

  const firstExisting = (path: FilePath): FilePath | null =>
    [path, filePath(`${path}.json`), filePath(`${path}/tsconfig.json`)].find((candidate) => disk.stat(candidate)?.kind === 'file') ?? null

  const configFor = (directory: FilePath): ModuleConfig | null => {
    const known = byFolder.get(directory)
    if (known !== undefined) return known
    const own = ['tsconfig.json', 'jsconfig.json'].map((name) => filePath(`${directory}/${name}`)).find((file) => configs.has(file))
    const config = own === undefined ? null : load(own, new Set())
    const answer = config ?? (directory === root || directory === directoryOf(directory) ? null : configFor(directoryOf(directory)))
    byFolder.set(directory, answer)
    return answer
  }

  return {
    configFor,
    get problems() {
      return [...problems.values()]
    },
  }
}

function rawConfig(json: unknown): RawConfig {
  const options = propertyOf(json, 'compilerOptions')
  const extended = propertyOf(json, 'extends')
  const references = propertyOf(json, 'references')
  const baseUrl = propertyOf(options, 'baseUrl')
  const paths = propertyOf(options, 'paths')
  return {
    extends: strings(Array.isArray(extended) ? extended : [extended]),
    references: Array.isArray(references) ? strings(references.map((reference) => propertyOf(reference, 'path'))) : [],
    baseUrl: typeof baseUrl === 'string' ? baseUrl : null,
    paths:
      typeof paths === 'object' && paths !== null
        ? Object.fromEntries(Object.entries(paths).map(([key, value]) => [key, strings(Array.isArray(value) ? value : [value])]))
        : null,
  }
}

export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}
