/** Wires the layers into one auditor for a workspace folder, and decides what an edit leaves standing. */
import { throwIfCancelled, UserError, yieldToEventLoop, type CancelSignal } from '../base/cancellation'
import type { FilePath } from '../base/location'
import { buildGraph } from '../callgraph/buildGraph'
import type { CallGraph } from '../callgraph/graph'
import { findEntryPoints } from '../callgraph/entryPoints'
import { extractFacts } from '../facts/extract'
import type { FileFacts, UniqueKey } from '../facts/ir'
import { analyseFlow } from '../flow/analyse'
import type { Catalogue } from '../models/catalogue'
import { relationsInText, uniqueKeysInText, type SchemaRelation } from '../models/schemaText'
import { selectClosure } from '../project/closure'
import { realDisk, type Disk } from '../project/disk'
import { withGenerated } from '../project/generated'
import type { OutlineCache } from '../project/names'
import { overlayOn, type Overlay } from '../project/overlay'
import { createProgram, type WorkspaceProgram } from '../project/program'
import { createSourceStore, type SourceStore } from '../project/sourceStore'
import { vocabularyOf } from '../project/vocabularyOf'
import { globTest, walk } from '../project/walk'
import { createWorkspaceIndex, type WorkspaceIndex } from '../project/workspaceIndex'
import { assess } from '../rules/assess'
import { offerAdvisoryFixes } from '../rules/fixes/advisories'
import type { Fix } from '../rules/fixes/fix'
import { enqueueFunction, withNamedQueue, type RetryQueue } from '../rules/fixes/namedQueue'
import { offerFixes } from '../rules/fixes/offerFixes'
import { applyChanges } from '../rules/fixes/source/changes'
import { findWorkspaceFacts, type WorkspaceFacts } from '../rules/fixes/workspace'
import { mayHoldClients, withTextFacts } from '../rules/fixes/workspaceText'
import type { Auditor, AuditorOptions, FileChange } from './auditor'
import { readBaseline } from './baseline'
import { createFactsCache, type FactsCache, type FactsResult } from './factsCache'
import { loadModels } from './loadModels'
import { objectionTo } from './objection'
import { repairable, type Advisory, type AuditReport, type Operation } from './report'
import { readRetryQueue } from './retryQueue'
import type { Settings } from './settings'

/** More files than this around payments are not one audit; the rest is named in the report's coverage. */
const largestClosure = 1500

export function createAuditor(options: AuditorOptions, disk: Disk = realDisk()): Auditor {
  return new WorkspaceAuditor(options, disk)
}

interface Schema {
  readonly keys: readonly UniqueKey[]
  readonly relations: readonly SchemaRelation[]
}

/** What stands until files appear that change the catalogue, or settings change. */
interface Project {
  readonly catalogue: Catalogue
  readonly index: WorkspaceIndex
  readonly sources: SourceStore
  readonly outlines: OutlineCache
  readonly facts: FactsCache
  readonly schemas: Map<FilePath, { readonly stamp: string; readonly known: Schema }>
  program: WorkspaceProgram | null
  /** The resolution that `program` and `facts` were made with. */
  resolver: WorkspaceIndex['resolver'] | null
}

class WorkspaceAuditor implements Auditor {
  private readonly overlay: Overlay
  private settings: Settings
  private project: Project | null = null
  private last: { readonly report: AuditReport; readonly graph: CallGraph; readonly retryQueue: RetryQueue | null; workspace: WorkspaceFacts | null } | null =
    null
  private readonly pending = new Set<FilePath>()

  constructor(
    private readonly options: AuditorOptions,
    disk: Disk,
  ) {
    this.overlay = overlayOn(withGenerated(disk))
    this.settings = options.settings
  }

  applyChanges(changes: readonly FileChange[]): void {
    const isTeamModel = globTest(this.settings.declarations)
    for (const change of changes) {
      if (change.kind === 'edited') this.overlay.open(change.file, change.text)
      else if (change.kind === 'closed') this.overlay.close(change.file)
      this.pending.add(change.file)
      const { root } = this.options
      const relative = change.file.startsWith(`${root}/`) ? change.file.slice(root.length + 1) : null
      if (relative !== null && (isTeamModel(relative) || relative.endsWith('.gitignore'))) this.project = null
    }
  }

  updateSettings(settings: Settings): void {
    const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')
    if (!isSame(settings.exclude, this.settings.exclude) || !isSame(settings.declarations, this.settings.declarations)) this.project = null
    this.settings = settings
  }

  async audit(signal: CancelSignal): Promise<AuditReport> {
    throwIfCancelled(signal)
    // Before the work: a mistake in it is told at once.
    const baseline = readBaseline(this.options.root, this.settings.baseline, this.overlay)
    const retryQueue = readRetryQueue(this.options.root, this.settings.retryQueue, this.overlay)
    const slices = slicer(signal)
    const project = await this.openProject(signal, slices)
    const { index, catalogue } = project
    const closure = await selectClosure(index, project.sources, project.outlines, {
      largest: largestClosure,
      wanted: retryQueue === null ? [] : [retryQueue.file, retryQueue.found.file],
      onSlice: () => yieldToEventLoop(signal),
    })
    await yieldToEventLoop(signal)
    const program = programOf(project, closure.files, this.options.root)
    await yieldToEventLoop(signal)
    const { facts, failed } = await factsOf(project, program, slices)
    const schema = schemaOf(project, this.overlay)
    const graph = buildGraph(facts, schema.keys, schema.relations)
    await yieldToEventLoop(signal)
    const entries = findEntryPoints(graph, { root: this.options.root, isLibrary: (file) => index.isLibrary(file) })
    const { subscriptionEvents, shapeFallback, redelivery, strict } = this.settings
    const enqueue = retryQueue === null ? null : enqueueFunction(graph, retryQueue)
    const enqueues = new Set(enqueue === null ? [] : [enqueue])
    const importsOf = (file: FilePath): readonly FilePath[] => index.importsOf(file).map((edge) => edge.file)
    const flow = await analyseFlow(graph, entries, { subscriptionEvents, shapeFallback, redelivery, enqueues, importsOf, signal, catalogue })
    const cut =
      closure.cut === 0
        ? []
        : [{ file: this.options.root, why: `${String(closure.cut)} more files around payments were not analysed: an audit stops at ${String(largestClosure)}` }]
    const report = assess(flow, {
      root: this.options.root,
      strict,
      suppressing: suppressingFiles(index, facts, closure.cut > 0),
      baseline,
      textOf: (file) => this.textOf(file),
      coverage: {
        filesIndexed: [...index.files.values()].filter((entry) => entry.role === 'source' || entry.role === 'test').length,
        filesAnalysed: facts.length,
        skipped: [...index.skipped, ...failed, ...cut],
      },
    })
    this.last = { report, graph, retryQueue, workspace: null }
    return report
  }

  textOf(file: FilePath): string | undefined {
    const seen = this.project?.program?.program.getSourceFile(file)?.text
    if (seen !== undefined) return seen
    const read = this.overlay.readFile(file)
    return read.ok ? read.text : undefined
  }

  fixes(operation: Operation): readonly Fix[] {
    if (this.last === null) return []
    return offerFixes({
      operation,
      path: 'all',
      operations: repairable(this.last.report),
      readFile: (file) => this.textOf(file),
      workspace: this.workspaceFacts(),
    })
  }

  advisoryFixes(advisory: Advisory): readonly Fix[] {
    if (this.last === null) return []
    return offerAdvisoryFixes({ advisory, operations: repairable(this.last.report), readFile: (file) => this.textOf(file), workspace: this.workspaceFacts() })
  }

  async tryFix(fix: Fix, about: Advisory | null, signal: CancelSignal): Promise<string | null> {
    const { last, project } = this
    if (last === null || project === null) return null
    const { program, resolver } = project
    const held = new Map(fix.edits.map(({ file }) => [file, this.overlay.heldText(file)]))
    this.applyChanges(fix.edits.map(({ file, changes }) => ({ kind: 'edited', file, text: applyChanges(this.textOf(file) ?? '', changes) })))
    try {
      return objectionTo(fix, last.report, await this.audit(signal), about)
    } finally {
      for (const [file, text] of held) this.applyChanges([text === undefined ? { kind: 'closed', file } : { kind: 'edited', file, text }])
      this.last = last
      // Places and fixes of the last report are about the texts of its program; the next audit reads the edited files again.
      if (this.project === project) project.program = project.resolver === resolver ? program : null
    }
  }

  /** A queue that nothing on a payment's way uses is not in the graph, and still the one to use. */
  private workspaceFacts(): WorkspaceFacts {
    if (this.last === null) throw new Error('asked before an audit')
    if (this.last.workspace !== null) return this.last.workspace
    const files = [...(this.project?.index.files.values() ?? [])].filter(
      ({ role, scan }) => role === 'source' && mayHoldClients(scan.imports.map(({ specifier }) => specifier)),
    )
    const { graph, retryQueue } = this.last
    const facts = withTextFacts(
      findWorkspaceFacts(graph),
      files.flatMap(({ file }) => {
        const text = this.textOf(file)
        return text === undefined ? [] : [{ file, text }]
      }),
    )
    this.last.workspace = retryQueue === null ? facts : withNamedQueue(facts, retryQueue, graph)
    return this.last.workspace
  }

  private async openProject(signal: CancelSignal, slices: () => Promise<void>): Promise<Project> {
    const known = this.project
    if (known !== null) {
      const changed = [...this.pending]
      for (const file of changed) known.sources.invalidate(file)
      known.index.update(changed, signal)
      for (const file of changed) this.pending.delete(file)
      return known
    }
    const { root, modelsDirectory } = this.options
    const disk = this.overlay
    if (disk.stat(root)?.kind !== 'directory') throw new UserError(`There is no folder ${root} to audit.`)
    const { exclude, declarations } = this.settings
    const found = walk(disk, root, { exclude, signal })
    await slices()
    const isDeclarations = globTest(declarations)
    const team = found.files.map((entry) => entry.file).filter((file) => isDeclarations(file.slice(root.length + 1)))
    const catalogue = loadModels(disk, modelsDirectory, team)
    await slices()
    const index = createWorkspaceIndex({
      disk,
      root,
      exclude,
      vocabulary: vocabularyOf(catalogue),
      isModelled: (specifier) => catalogue.packageFile(specifier) !== undefined,
      isDeclarations,
    })
    const changed = [...this.pending]
    await index.refresh(found, signal, () => yieldToEventLoop(signal))
    // Files that only an editor holds are not found on disk.
    index.update(changed, signal)
    for (const file of changed) this.pending.delete(file)
    const project: Project = {
      catalogue,
      index,
      sources: createSourceStore(disk),
      outlines: new Map(),
      facts: createFactsCache(),
      schemas: new Map(),
      program: null,
      resolver: null,
    }
    this.project = project
    return project
  }
}

/** Of what was not looked at nobody can say that a suppression is of no use. */
function suppressingFiles(index: WorkspaceIndex, facts: readonly FileFacts[], isCut: boolean): readonly FilePath[] {
  const analysed = new Set(facts.map(({ file }) => file))
  return [...index.files.values()]
    .filter(({ file, role, scan }) => scan.suppresses && (analysed.has(file) || (role === 'source' && !isCut)))
    .map(({ file }) => file)
    .sort()
}

function programOf(project: Project, files: readonly FilePath[], root: FilePath): WorkspaceProgram {
  const { index, sources, catalogue } = project
  const sameResolution = project.resolver === index.resolver
  // Files that were parsed to choose the closure and are not in it.
  sources.retain(new Set(files))
  const old = project.program
  const isSame = sameResolution && old !== null && old.sources.length === files.length && files.every((file, i) => old.sources[i] === sources.get(file))
  if (isSame) return old
  if (!sameResolution) project.facts.clear()
  const { globals } = catalogue
  const program = createProgram({
    files,
    sources,
    resolver: index.resolver,
    models: { globals, packageFile: (specifier) => catalogue.packageFile(specifier), sourceFile: (path) => catalogue.sourceFile(path) },
    root,
    old: sameResolution ? old?.program : undefined,
  })
  project.program = program
  project.resolver = index.resolver
  return program
}

function factsOf(project: Project, { program, checker, sources }: WorkspaceProgram, between: () => Promise<void>): Promise<FactsResult> {
  const { index, catalogue } = project
  const byFile = new Map<string, (typeof sources)[number]>(sources.map((source) => [source.fileName, source]))
  const resolve = (specifier: string, from: FilePath): FilePath | null => {
    const resolution = index.resolver.resolve(specifier, from)
    return resolution.kind === 'file' && program.getSourceFile(resolution.file) !== undefined ? resolution.file : null
  }
  const extract = (file: FilePath): FileFacts => {
    const source = byFile.get(file)
    if (source === undefined) throw new Error('not part of the program')
    return extractFacts(source, checker, catalogue, resolve)
  }
  const versioned = sources.filter((source) => !source.isDeclarationFile).map((source) => ({ file: source.fileName as FilePath, source }))
  return project.facts.update(versioned, (file) => index.importersOf(file).map((edge) => edge.file), extract, between)
}

function schemaOf({ index, schemas }: Project, disk: Disk): Schema {
  const all = index.schemas.map((file): Schema => {
    const stamp = index.files.get(file)?.stamp ?? ''
    const cached = schemas.get(file)
    if (cached?.stamp === stamp) return cached.known
    const read = disk.readFile(file)
    const known = read.ok ? { keys: uniqueKeysInText(file, read.text), relations: relationsInText(file, read.text) } : { keys: [], relations: [] }
    schemas.set(file, { stamp, known })
    return known
  })
  return { keys: all.flatMap((one) => one.keys), relations: all.flatMap((one) => one.relations) }
}

/** Yields when more than a few milliseconds have passed since it last did. */
function slicer(signal: CancelSignal): () => Promise<void> {
  let end = performance.now() + 12
  return async () => {
    if (performance.now() < end) return
    await yieldToEventLoop(signal)
    end = performance.now() + 12
  }
}
