/** Every file of the workspace, scanned once: imports in both directions, and who speaks of payments. Edits re-scan one file. */
import { throwIfCancelled, type CancelSignal } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import type { Disk } from './disk'
import { createConfigReader } from './tsconfig'
import { readManifests, type Manifests } from './manifests'
import { createModuleResolver, generatedClients, type ModuleResolver } from './moduleResolver'
import { baseNameOf, directoryOf, isInside } from './paths'
import { scanFile, type FileScan, type ScannedImport } from './scan'
import { compileVocabulary, type CompiledVocabulary, type ProjectVocabulary } from './vocabulary'
import { isHidden, isMinified, largestFile, roleOf, walk, type FileRole, type SkippedFile, type WalkResult } from './walk'

export interface IndexedFile {
  readonly file: FilePath
  readonly role: FileRole
  /** Size and time, or hash of an open text. */
  readonly stamp: string
  readonly scan: FileScan
}

export interface Edge {
  /** The other end. */
  readonly file: FilePath
  readonly import: ScannedImport
}

export interface IndexOptions {
  readonly disk: Disk
  readonly root: FilePath
  readonly exclude: readonly string[]
  readonly vocabulary: ProjectVocabulary
  /** Whether the catalogue answers for an import specifier. */
  readonly isModelled: (specifier: string) => boolean
  /** Declaration files of the team's own catalogue: not sources. */
  readonly isDeclarations: (relative: string) => boolean
}

export interface WorkspaceIndex {
  readonly vocabulary: CompiledVocabulary
  readonly files: ReadonlyMap<FilePath, IndexedFile>
  readonly skipped: readonly SkippedFile[]
  readonly schemas: readonly FilePath[]
  readonly resolver: ModuleResolver
  importsOf(file: FilePath): readonly Edge[]
  importersOf(file: FilePath): readonly Edge[]
  /** Whether the file's package is made to be imported by others: its exports are entry points. */
  isLibrary(file: FilePath): boolean
  /** Scans what was found and is new or changed. `onSlice` is awaited every few milliseconds. */
  refresh(found: WalkResult, signal: CancelSignal, onSlice: () => Promise<void>): Promise<void>
  /** These files may have appeared, changed or gone. */
  update(files: readonly FilePath[], signal: CancelSignal): void
}

interface Resolution {
  readonly resolver: ModuleResolver
  readonly manifests: Manifests
  readonly problems: readonly SkippedFile[]
}

const emptyScan: FileScan = {
  imports: [],
  exports: null,
  heritage: [],
  paymentLibraries: [],
  mayConfirm: false,
  importsMessages: false,
  callsByType: false,
  isScheduled: false,
  suppresses: false,
  words: null,
}

/** Long enough to be cheap, short enough that a cancel is noticed at once. */
const sliceMilliseconds = 12

export function createWorkspaceIndex(options: IndexOptions): WorkspaceIndex {
  return new Index(options)
}

class Index implements WorkspaceIndex {
  readonly vocabulary: CompiledVocabulary
  readonly files = new Map<FilePath, IndexedFile>()
  private readonly trouble = new Map<FilePath, SkippedFile>()
  private resolution: Resolution | null = null
  private edges: { readonly forward: Map<FilePath, readonly Edge[]>; readonly backward: Map<FilePath, Edge[]> } | null = null

  constructor(private readonly options: IndexOptions) {
    this.vocabulary = compileVocabulary(options.vocabulary)
  }

  get skipped(): readonly SkippedFile[] {
    this.resolution ??= this.createResolver()
    return [...this.trouble.values(), ...this.resolution.problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  }

  get schemas(): readonly FilePath[] {
    return [...this.files.values()]
      .filter((entry) => entry.role === 'schema')
      .map((entry) => entry.file)
      .sort()
  }

  get resolver(): ModuleResolver {
    return (this.resolution ??= this.createResolver()).resolver
  }

  isLibrary(file: FilePath): boolean {
    this.resolution ??= this.createResolver()
    return this.resolution.manifests.packageOf(directoryOf(file))?.isLibrary ?? false
  }

  private createResolver(): Resolution {
    const { disk, root, isModelled } = this.options
    const manifestFiles = [...this.files.values()]
      .filter((entry) => entry.role === 'manifest')
      .map((entry) => entry.file)
      .sort()
    const manifests = readManifests(disk, root, manifestFiles)
    const configs = createConfigReader(disk, root, new Set(manifestFiles), (name) => manifests.byName.get(name)?.folder)
    const resolver = createModuleResolver({
      hasFile: (file) => isModule(this.files.get(file)),
      manifests,
      configs,
      isModelled,
      generated: generatedClients(disk, this.schemas),
    })
    return {
      resolver,
      manifests,
      get problems() {
        return [...manifests.problems, ...configs.problems]
      },
    }
  }

  importsOf(file: FilePath): readonly Edge[] {
    return this.allEdges().forward.get(file) ?? []
  }

  importersOf(file: FilePath): readonly Edge[] {
    return this.allEdges().backward.get(file) ?? []
  }

  private allEdges(): { readonly forward: Map<FilePath, readonly Edge[]>; readonly backward: Map<FilePath, Edge[]> } {
    if (this.edges !== null) return this.edges
    const forward = new Map<FilePath, readonly Edge[]>()
    const backward = new Map<FilePath, Edge[]>()
    for (const { file, scan } of this.files.values()) {
      const targets: Edge[] = []
      for (const item of scan.imports) {
        const resolution = this.resolver.resolve(item.specifier, file)
        if (resolution.kind !== 'file' || resolution.file === file) continue
        targets.push({ file: resolution.file, import: item })
        const importers = backward.get(resolution.file)
        if (importers === undefined) backward.set(resolution.file, [{ file, import: item }])
        else importers.push({ file, import: item })
      }
      forward.set(file, targets)
    }
    for (const importers of backward.values()) importers.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    return (this.edges = { forward, backward })
  }

  async refresh(found: WalkResult, signal: CancelSignal, onSlice: () => Promise<void>): Promise<void> {
    const { disk } = this.options
    const present = new Set(found.files.map((entry) => entry.file))
    for (const file of [...this.files.keys()]) if (!present.has(file) && disk.stat(file) === null) this.remove(file)
    this.trouble.clear()
    for (const item of found.skipped) this.trouble.set(item.file, item)
    let sliceEnd = performance.now() + sliceMilliseconds
    for (const { file } of found.files) {
      this.scan(file)
      if (performance.now() < sliceEnd) continue
      await onSlice()
      throwIfCancelled(signal)
      sliceEnd = performance.now() + sliceMilliseconds
    }
  }

  update(files: readonly FilePath[], signal: CancelSignal): void {
    const { disk, root, exclude } = this.options
    for (const file of files) {
      throwIfCancelled(signal)
      const stat = disk.stat(file)
      if (stat === null) {
        for (const known of [...this.files.keys()]) if (isInside(known, file)) this.remove(known)
        this.trouble.delete(file)
      } else if (stat.kind === 'directory') {
        const name = baseNameOf(file)
        if (file === root || (!isHidden(disk, root, filePath(`${file}/x.ts`), exclude) && name !== ''))
          for (const inner of walk(disk, root, { exclude, signal }, file).files) this.scan(inner.file)
      } else if (!isHidden(disk, root, file, exclude)) this.scan(file)
    }
  }

  private remove(file: FilePath): void {
    const known = this.files.get(file)
    this.trouble.delete(file)
    if (known === undefined) return
    this.files.delete(file)
    this.edges = null
    this.resolution = null
  }

  private scan(file: FilePath): void {
    const { disk, root, isDeclarations } = this.options
    const relative = file.slice(root.endsWith('/') ? root.length : root.length + 1)
    if (isDeclarations(relative)) return
    const role = roleOf(relative)
    const stat = disk.stat(file)
    if (role === null || stat === null) return
    const stamp = `${String(stat.size)}:${String(stat.mtime)}`
    const known = this.files.get(file)
    if (known?.stamp === stamp) return
    this.trouble.delete(file)
    if (stat.size > largestFile) {
      this.remove(file)
      this.trouble.set(file, { file, why: 'larger than 1 MiB' })
      return
    }
    if (role === 'schema' || role === 'manifest') {
      this.files.set(file, { file, role, stamp, scan: emptyScan })
      this.resolution = null
      this.edges = null
      return
    }
    const read = disk.readFile(file)
    if (!read.ok) {
      this.remove(file)
      this.trouble.set(file, { file, why: read.why })
      return
    }
    if (isMinified(relative, read.text)) {
      this.remove(file)
      this.trouble.set(file, { file, why: 'minified' })
      return
    }
    const scan = scanFile(relative, read.text, this.vocabulary)
    this.files.set(file, { file, role, stamp, scan })
    this.edges = null
    // A new path can be what an import failed to find, or hide what it found.
    if (known === undefined) this.resolution = null
  }
}

function isModule(entry: IndexedFile | undefined): boolean {
  return entry !== undefined && entry.role !== 'schema' && entry.role !== 'manifest'
}
