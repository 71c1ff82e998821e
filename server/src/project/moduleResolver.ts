/**
 * Which workspace file an import means. Answers from the set of indexed files alone, so it is fast, works on a fresh clone, and a file that
 * appears or vanishes changes its answers at once. Installed packages are never looked at.
 */
import type { FilePath } from '../base/location'
import type { Disk } from './disk'
import { mappedTargets, packagePath, type Manifests, type WorkspacePackage } from './manifests'
import { directoryOf, isInside, joinPath } from './paths'
import type { ConfigReader, ModuleConfig } from './tsconfig'

export type Resolution =
  | { readonly kind: 'file'; readonly file: FilePath }
  /** The specifier means a modelled package: its ambient declarations apply. `alias`: under another name, as a generated client. */
  | { readonly kind: 'model'; readonly package: string; readonly alias: boolean }
  | { readonly kind: 'unresolved' }

export interface ModuleResolver {
  resolve(specifier: string, from: FilePath): Resolution
}

export interface ResolverOptions {
  readonly hasFile: (file: FilePath) => boolean
  readonly manifests: Manifests
  readonly configs: ConfigReader
  readonly isModelled: (specifier: string) => boolean
  /** Folders that a code generator fills, and the package they stand for: a Prisma client generated into the sources. */
  readonly generated: ReadonlyMap<FilePath, string>
}

const unresolved: Resolution = { kind: 'unresolved' }

/** Sources before declarations: a body is worth more than a type. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.d.mts', '.d.cts']
const written: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.jsx', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
}

export function createModuleResolver(options: ResolverOptions): ModuleResolver {
  const { hasFile, manifests, configs, generated } = options
  const byDirectory = new Map<FilePath, Map<string, Resolution>>()
  const byPath = new Map<string, Resolution>()

  /** The file at a path written without regard to its extension, or its `index`. */
  const lookUp = (path: FilePath): Resolution => {
    const known = byPath.get(path)
    if (known !== undefined) return known
    const answer = search(path)
    byPath.set(path, answer)
    return answer
  }

  const search = (path: FilePath): Resolution => {
    for (const [folder, name] of generated) if (isInside(path, folder)) return { kind: 'model', package: name, alias: true }
    const extension = /\.[cm]?jsx?$/.exec(path)?.[0]
    if (extension !== undefined) {
      const stem = path.slice(0, -extension.length)
      for (const candidate of written[extension] ?? [])
        if (hasFile((stem + candidate) as FilePath)) return { kind: 'file', file: (stem + candidate) as FilePath }
    }
    if (/\.[cm]?tsx?$/.test(path) && hasFile(path)) return { kind: 'file', file: path }
    for (const candidate of extensions) if (hasFile((path + candidate) as FilePath)) return { kind: 'file', file: (path + candidate) as FilePath }
    for (const candidate of extensions)
      if (hasFile(`${path}/index${candidate}` as FilePath)) return { kind: 'file', file: `${path}/index${candidate}` as FilePath }
    return unresolved
  }

  const firstOf = (paths: Iterable<FilePath>): Resolution => {
    for (const path of paths) {
      const found = lookUp(path)
      if (found.kind !== 'unresolved') return found
    }
    return unresolved
  }

  const compute = (specifier: string, directory: FilePath): Resolution => {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return lookUp(joinPath(directory, specifier))
    if (specifier.startsWith('/')) return lookUp(specifier as FilePath)
    const config = configs.configFor(directory)
    const mapped = config === null ? unresolved : firstOf(configuredPaths(specifier, config))
    if (mapped.kind !== 'unresolved') return mapped
    const own = manifests.packageOf(directory)
    if (specifier.startsWith('#') && own !== null) {
      const internal = firstOf(mappedTargets(own.imports, specifier).flatMap((target) => [...sourcePaths(own, target)]))
      if (internal.kind !== 'unresolved') return internal
    }
    const [name, subpath] = splitSpecifier(specifier)
    const member = manifests.byName.get(name)
    if (member !== undefined) {
      const found = firstOf(packagePaths(member, subpath))
      if (found.kind !== 'unresolved') return found
    }
    if (options.isModelled(specifier)) return { kind: 'model', package: specifier, alias: false }
    return own === null ? unresolved : firstOf(conventionalPaths(specifier, own))
  }

  return {
    resolve(specifier, from) {
      const directory = directoryOf(from)
      const cache = byDirectory.get(directory) ?? new Map<string, Resolution>()
      byDirectory.set(directory, cache)
      let answer = cache.get(specifier)
      if (answer === undefined) cache.set(specifier, (answer = compute(specifier, directory)))
      return answer
    },
  }
}

function* configuredPaths(specifier: string, config: ModuleConfig): Generator<FilePath> {
  let best: { readonly targets: readonly FilePath[]; readonly matched: string; readonly length: number } | null = null
  for (const [pattern, targets] of config.paths) {
    const star = pattern.indexOf('*')
    if (star < 0) {
      if (pattern === specifier) best = { targets, matched: '', length: Infinity }
      continue
    }
    const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
    const matches = specifier.length >= head.length + tail.length && specifier.startsWith(head) && specifier.endsWith(tail)
    if (matches && head.length > (best?.length ?? -1))
      best = { targets, matched: specifier.slice(head.length, specifier.length - tail.length), length: head.length }
  }
  if (best !== null) for (const target of best.targets) yield joinPath('', target.replace('*', best.matched))
  if (config.baseUrl !== null) yield joinPath(config.baseUrl, specifier)
}

/** `@acme/db/client` → `@acme/db`, `./client`. */
function splitSpecifier(specifier: string): readonly [name: string, subpath: string] {
  const parts = specifier.split('/')
  const size = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(size).join('/')
  return [parts.slice(0, size).join('/'), rest === '' ? '.' : `./${rest}`]
}

function* packagePaths(member: WorkspacePackage, subpath: string): Generator<FilePath> {
  for (const target of mappedTargets(member.exports, subpath)) yield* sourcePaths(member, target)
  if (subpath === '.') {
    for (const entry of member.entries) yield* sourcePaths(member, entry)
    for (const guess of ['src/index', 'src/main', 'src', 'index', 'lib/index', 'lib']) yield packagePath(member, guess)
  } else yield* sourcePaths(member, subpath)
}

/** A published path, and where its source may be: build folders are made from `src` or from the package folder. */
function* sourcePaths(member: WorkspacePackage, target: string): Generator<FilePath> {
  const plain = target.replace(/^\.\//, '')
  yield packagePath(member, plain)
  const stem = plain.replace(/\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/, '')
  if (stem !== plain) yield packagePath(member, stem)
  for (let inner = stem, outer = ''; inner !== outer;) {
    if (!inner.startsWith('src/')) yield packagePath(member, `src/${inner}`)
    if (inner !== stem) yield packagePath(member, inner)
    outer = inner
    inner = inner.replace(/^(?:dist|build|out|lib|es|esm|cjs|types|output|\.output)\//, '')
  }
}

/** Aliases that frameworks set up by themselves, or in generated configuration that a fresh clone does not have. */
function* conventionalPaths(specifier: string, own: WorkspacePackage): Generator<FilePath> {
  const match = /^(~~|@@|~|@|\$lib|\$src|#shared|src)(?:\/(.*))?$/.exec(specifier)
  if (match === null) return
  const [, alias = '', rest = ''] = match
  switch (alias) {
    case '$lib':
      yield packagePath(own, `src/lib/${rest}`)
      return
    case '#shared':
      yield packagePath(own, `shared/${rest}`)
      return
    case '~~':
    case '@@':
      yield packagePath(own, rest)
      return
    case '$src':
    case 'src':
      yield packagePath(own, `src/${rest}`)
      return
    default:
      for (const folder of own.dependencies.has('nuxt') ? ['', 'app/', 'src/'] : ['src/', '', 'app/']) yield packagePath(own, folder + rest)
  }
}

/** Folders that Prisma generates clients into, from the texts of the schemas. */
export function generatedClients(disk: Disk, schemas: Iterable<FilePath>): ReadonlyMap<FilePath, string> {
  const folders = new Map<FilePath, string>()
  for (const schema of schemas) {
    if (!schema.endsWith('.prisma')) continue
    const read = disk.readFile(schema)
    if (!read.ok) continue
    for (const [block] of read.text.matchAll(/^\s*generator\s+\w+\s*\{[^}]*\}/gm)) {
      const output = /^\s*output\s*=\s*"([^"]+)"/m.exec(block)?.[1]
      if (/^\s*provider\s*=\s*"prisma-client(?:-js)?"/m.test(block) && output !== undefined && !output.includes('node_modules')) {
        folders.set(joinPath(directoryOf(schema), output), '@prisma/client')
      }
    }
  }
  return folders
}
