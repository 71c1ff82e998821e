/** The packages of a workspace, from `package.json` and `pnpm-workspace.yaml`: their names, folders, entry files and frameworks. */
import { filePath, type FilePath } from '../base/location'
import type { Disk } from './disk'
import { baseNameOf, directoryOf, isInside, joinPath } from './paths'
import { propertyOf } from './tsconfig'
import type { SkippedFile } from './walk'

export interface WorkspacePackage {
  readonly name: string | null
  readonly folder: FilePath
  /** `exports`, `imports`, `main`, `module`, `types`, `source` as written. */
  readonly exports: unknown
  readonly imports: unknown
  readonly entries: readonly string[]
  readonly dependencies: ReadonlySet<string>
  /** Published for others to import: public, with an entry file, and nothing that starts it as an application. */
  readonly isLibrary: boolean
}

export interface Manifests {
  readonly byName: ReadonlyMap<string, WorkspacePackage>
  /** The innermost package that holds a folder. */
  packageOf(directory: FilePath): WorkspacePackage | null
  readonly problems: readonly SkippedFile[]
}

export function readManifests(disk: Disk, root: FilePath, files: Iterable<FilePath>): Manifests {
  const problems: SkippedFile[] = []
  const packages = new Map<FilePath, WorkspacePackage>()
  const globs: { readonly folder: FilePath; readonly patterns: readonly string[] }[] = []
  for (const file of files) {
    const name = baseNameOf(file)
    const folder = directoryOf(file)
    const read = disk.readFile(file)
    if (!read.ok) continue
    if (name === 'pnpm-workspace.yaml') globs.push({ folder, patterns: pnpmPackages(read.text) })
    if (name !== 'package.json') continue
    try {
      const json: unknown = JSON.parse(read.text)
      packages.set(folder, packageFrom(folder, json))
      const workspaces = propertyOf(json, 'workspaces')
      const list = Array.isArray(workspaces) ? workspaces : propertyOf(workspaces, 'packages')
      if (Array.isArray(list)) globs.push({ folder, patterns: list.filter((item): item is string => typeof item === 'string') })
    } catch {
      problems.push({ file, why: 'broken JSON' })
    }
  }
  const isMember = memberTest(globs)
  const byName = new Map<string, WorkspacePackage>()
  // Declared members first; then the package nearest to the root.
  const ordered = [...packages.values()].sort(
    (a, b) => Number(isMember(b.folder)) - Number(isMember(a.folder)) || a.folder.length - b.folder.length || (a.folder < b.folder ? -1 : 1),
  )
  for (const item of ordered) if (item.name !== null && !byName.has(item.name)) byName.set(item.name, item)
  const cache = new Map<FilePath, WorkspacePackage | null>()
  const packageOf = (directory: FilePath): WorkspacePackage | null => {
    const known = cache.get(directory)
    if (known !== undefined) return known
    const above = directoryOf(directory)
    const found = packages.get(directory) ?? (directory === root || above === directory || !isInside(directory, root) ? null : packageOf(above))
    cache.set(directory, found)
    return found
  }
  return { byName, packageOf, problems }
}

function packageFrom(folder: FilePath, json: unknown): WorkspacePackage {
  const name = propertyOf(json, 'name')
  const entries = ['source', 'types', 'typings', 'module', 'main'].map((key) => propertyOf(json, key)).filter((value) => typeof value === 'string')
  const dependencies = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((key) => Object.keys(propertyOf(json, key) ?? {}))
  return {
    name: typeof name === 'string' ? name : null,
    folder,
    exports: propertyOf(json, 'exports'),
    imports: propertyOf(json, 'imports'),
    entries,
    dependencies: new Set(dependencies),
    isLibrary: propertyOf(json, 'private') !== true && (propertyOf(json, 'exports') !== undefined || entries.length > 0) && !startsByItself(json),
  }
}

function startsByItself(json: unknown): boolean {
  const scripts = propertyOf(json, 'scripts')
  return ['start', 'serve', 'deploy'].some((name) => propertyOf(scripts, name) !== undefined)
}

/** The `packages:` list; the rest of the YAML is of no concern. */
function pnpmPackages(text: string): readonly string[] {
  const patterns: string[] = []
  let inside = false
  for (const line of text.split(/\r?\n/)) {
    if (/^packages\s*:/.test(line)) inside = true
    else if (/^\S/.test(line) && !line.startsWith('#') && !line.startsWith('-')) inside = false
    const item = inside ? /^\s*-\s*(['"]?)([^'"#]+?)\1\s*(?:#.*)?$/.exec(line)?.[2] : undefined
    if (item !== undefined) patterns.push(item)
  }
  return patterns
}

function memberTest(globs: readonly { readonly folder: FilePath; readonly patterns: readonly string[] }[]): (folder: FilePath) => boolean {
  const tests = globs.map(({ folder, patterns }) => {
    const compiled = patterns.map((pattern) => ({
      negative: pattern.startsWith('!'),
      test: globPattern(joinPath(folder, pattern.replace(/^!/, '').replace(/\/$/, ''))),
    }))
    return (path: FilePath): boolean =>
      compiled.some((glob) => !glob.negative && glob.test.test(path)) && !compiled.some((glob) => glob.negative && glob.test.test(path))
  })
  return (folder) => tests.some((test) => test(folder))
}

/** `*` within a segment, `**` across segments, `{a,b}`: all that workspace lists use. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|\*|\{[^}]*\}|[.+?^$()|[\]\\]/g, (part) => {
    if (part.startsWith('**')) return '(?:.*/)?[^/]*'
    if (part === '*') return '[^/]*'
    return part.startsWith('{') ? `(?:${part.slice(1, -1).split(',').join('|')})` : `\\${part}`
  })
  return new RegExp(`^${source}$`)
}

/** Paths relative to the package that `exports` or `imports` may map a key to, in order; conditions are not evaluated, all are tried. */
export function mappedTargets(map: unknown, key: string): readonly string[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return key === '.' ? leaves(map) : []
  const entries = Object.entries(map)
  if (!entries.some(([name]) => name.startsWith('.') || name.startsWith('#'))) return key === '.' ? leaves(map) : []
  const exact = entries.find(([name]) => name === key)
  if (exact !== undefined) return leaves(exact[1])
  const wildcards = entries.filter(([name]) => name.includes('*')).sort(([a], [b]) => b.indexOf('*') - a.indexOf('*'))
  for (const [pattern, value] of wildcards) {
    const star = pattern.indexOf('*')
    const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
    if (key.length >= pattern.length - 1 && key.startsWith(head) && key.endsWith(tail)) {
      const matched = key.slice(head.length, key.length - tail.length)
      return leaves(value).map((target) => target.replaceAll('*', matched))
    }
  }
  return []
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

export const packagePath = (item: WorkspacePackage, relative: string): FilePath => joinPath(item.folder, filePath(relative))
