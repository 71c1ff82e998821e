/** Which files of a workspace folder matter, and as what. */
import ignore, { type Ignore } from 'ignore'
import { throwIfCancelled, type CancelSignal } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import type { Disk } from './disk'

/**
 * `source`: analysed. `test`: never a root, but resolvable when a source imports it. `declaration`: a `.d.ts`, resolvable only.
 * `schema`: Prisma or SQL text. `manifest`: decides module resolution.
 */
export type FileRole = 'source' | 'test' | 'declaration' | 'schema' | 'manifest'

export interface FoundFile {
  readonly file: FilePath
  readonly role: FileRole
}

export interface SkippedFile {
  readonly file: FilePath
  readonly why: string
}

export interface WalkResult {
  readonly files: readonly FoundFile[]
  readonly skipped: readonly SkippedFile[]
}

export const largestFile = 1024 * 1024

const scriptName = /\.[cm]?js$/
const smallestBundle = 32 * 1024
const longLine = 2000

const sourceName = /\.(?:[cm]?[jt]s|[jt]sx)$/
const declarationName = /\.d\.(?:[\w-]+\.)?[cm]?ts$/
const minifiedName = /[.-]min\.[cm]?js$|\.bundle\.js$/
const testName = /\.(?:test|tests|spec|e2e|e2e-spec|stories|story|cy|bench)\.[cm]?[jt]sx?$/
const testFolder = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|e2e|e2e-tests|cypress|playwright|tests?|spec)\//
const manifestName = /^(?:package\.json|pnpm-workspace\.yaml|lerna\.json|(?:ts|js)config(?:\.[\w.-]+)?\.json)$/
const schemaName = /\.(?:prisma|sql)$/

/** Never source code, whatever `.gitignore` says. */
const skippedFolders = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'dist',
  'build',
  'out',
  'coverage',
  'vendor',
  'storybook-static',
  '__generated__',
])

/** Role of a path inside the workspace, relative to its root; null when it is no concern of ours. */
export function roleOf(relative: string): FileRole | null {
  const name = relative.slice(relative.lastIndexOf('/') + 1)
  if (sourceName.test(name)) {
    if (declarationName.test(name)) return 'declaration'
    if (minifiedName.test(name)) return null
    return testName.test(name) || testFolder.test(relative) ? 'test' : 'source'
  }
  if (schemaName.test(name)) return 'schema'
  return manifestName.test(name) ? 'manifest' : null
}

/** A bundle that a tool has written: most of its text stands in lines that nobody would write. */
export function isMinified(relative: string, text: string): boolean {
  if (text.length < smallestBundle || !scriptName.test(relative)) return false
  let inLongLines = 0
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    if (next - start > longLine) inLongLines += next - start
    start = next
  }
  return inLongLines > text.length / 2
}

/** Hidden folders (`.git`, `.next`, `.nuxt`, …) hold tools and build output. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name)
}

export interface WalkOptions {
  /** Globs in `.gitignore` notation, relative to the root. */
  readonly exclude: readonly string[]
  readonly signal: CancelSignal
}

/** Whether a path relative to the root is among globs in `.gitignore` notation. */
export function globTest(globs: readonly string[]): (relative: string) => boolean {
  const rules = ignore({ allowRelativePaths: true }).add([...globs])
  return (relative) => globs.length > 0 && rules.ignores(relative)
}

/** A `.gitignore` and the folder it governs. */
interface IgnoreScope {
  readonly prefix: string
  readonly rules: Ignore
}

/** Every relevant file below `start` (the root itself by default), in a fixed order. */
export function walk(disk: Disk, root: FilePath, options: WalkOptions, start: FilePath = root): WalkResult {
  const files: FoundFile[] = []
  const skipped: SkippedFile[] = []
  const own = ignore({ allowRelativePaths: true }).add([...options.exclude])
  const visit = (directory: FilePath, outer: readonly IgnoreScope[]): void => {
    throwIfCancelled(options.signal)
    const listing = disk.list(directory)
    if (!listing.ok) {
      skipped.push({ file: directory, why: listing.why })
      return
    }
    const relativeDirectory = directory === root ? '' : `${directory.slice(rootPrefix.length)}/`
    const scopes = listing.entries.some((entry) => entry.name === '.gitignore') ? [...outer, readIgnoreScope(disk, directory, relativeDirectory)] : outer
    for (const entry of [...listing.entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = relativeDirectory + entry.name
      if (entry.kind === 'directory') {
        if (!isSkippedFolder(entry.name) && !isIgnored(`${relative}/`, scopes) && !own.ignores(`${relative}/`))
          visit(filePath(`${directory}/${entry.name}`), scopes)
        continue
      }
      const role = roleOf(relative)
      if (role !== null && !isIgnored(relative, scopes) && !own.ignores(relative)) files.push({ file: filePath(`${directory}/${entry.name}`), role })
    }
  }
  const rootPrefix = root.endsWith('/') ? root : `${root}/`
  visit(start, start === root ? [] : scopesAbove(disk, root, start))
  return { files, skipped }
}

/** Whether `.gitignore` files or `exclude` hide one file: the same answer as `walk`, asked for a single path. */
export function isHidden(disk: Disk, root: FilePath, file: FilePath, exclude: readonly string[]): boolean {
  const prefix = root.endsWith('/') ? root : `${root}/`
  if (!file.startsWith(prefix)) return true
  const relative = file.slice(prefix.length)
  const folders = relative.split('/').slice(0, -1)
  if (folders.some(isSkippedFolder)) return true
  if (
    exclude.length > 0 &&
    ignore({ allowRelativePaths: true })
      .add([...exclude])
      .ignores(relative)
  )
    return true
  return isIgnored(relative, scopesAbove(disk, root, filePath(file.slice(0, file.lastIndexOf('/')))).concat())
}

function scopesAbove(disk: Disk, root: FilePath, directory: FilePath): readonly IgnoreScope[] {
  const prefix = root.endsWith('/') ? root : `${root}/`
  const parts = directory === root ? [] : directory.slice(prefix.length).split('/')
  return [-1, ...parts.keys()].flatMap((index) => {
    const relative = parts.slice(0, index + 1).join('/')
    const folder = filePath(relative === '' ? root : prefix + relative)
    return disk.stat(filePath(`${folder}/.gitignore`)) ? [readIgnoreScope(disk, folder, relative === '' ? '' : `${relative}/`)] : []
  })
}

function readIgnoreScope(disk: Disk, directory: FilePath, prefix: string): IgnoreScope {
  const text = disk.readFile(filePath(`${directory}/.gitignore`))
  return { prefix, rules: ignore({ allowRelativePaths: true }).add(text.ok ? text.text : '') }
}

/** The innermost `.gitignore` that has an opinion decides. */
function isIgnored(relative: string, scopes: readonly IgnoreScope[]): boolean {
  for (let i = scopes.length - 1; i >= 0; i--) {
    const scope = scopes[i]
    if (scope === undefined) continue
    const answer = scope.rules.test(relative.slice(scope.prefix.length))
    if (answer.ignored) return true
    if (answer.unignored) return false
  }
  return false
}
