/** Upwards: everything that mentions, directly or through others, a declaration that may confirm a payment. */
import type { FilePath } from '../base/location'
import { paymentLibrariesOf, usesPayments } from './linked'
import type { Names } from './names'
import type { Declaration, Outline } from './outline'
import type { Unit } from './units'
import type { Edge } from './workspaceIndex'

export interface Reached {
  /** Units on the way from an entry point to a confirmation. */
  readonly units: ReadonlyMap<Unit, { readonly file: FilePath; readonly declaration: Declaration }>
  /** Files whose exports or re-exports are on the way, or that render a component that is. */
  readonly files: ReadonlySet<FilePath>
  /** Whether a top-level name of a file is on the way. */
  has(file: FilePath, local: string): boolean
}

/** A type that more files than this import is no way up: a request context, or a framework of its own, would lead everywhere. */
const widelyImported = 24
/** A registry that more files than this use is a bus (a job client, say): whoever sends one of its jobs has nothing to do with the others. */
const widelyUsedRegistry = 12

/** Does one piece of work per step, so that the caller can yield. */
export class Reach implements Reached {
  readonly units = new Map<Unit, { readonly file: FilePath; readonly declaration: Declaration }>()
  readonly files = new Set<FilePath>()
  private readonly tasks: (() => void)[] = []
  private readonly seen = new Set<string>()
  private readonly reachedNames = new Set<string>()

  constructor(private readonly names: Names) {
    const { index } = names
    for (const { file, role, scan } of index.files.values()) {
      if (role !== 'source') continue
      if (!scan.mayConfirm && !usesPayments(index, file)) continue
      this.tasks.push(() => {
        this.seed(file)
      })
    }
  }

  has(file: FilePath, local: string): boolean {
    return this.reachedNames.has(`${file}\n${local}`)
  }

  step(): boolean {
    const task = this.tasks.pop()
    task?.()
    return task !== undefined
  }

  private seed(file: FilePath): void {
    const librariesOf = paymentLibrariesOf(this.names, file)
    for (const declaration of this.names.outline(file).declarations) {
      for (const unit of declaration.units) {
        const libraries = unit.confirmsWith.length === 0 ? new Set<string>() : librariesOf(unit)
        const confirms = unit.confirms || unit.confirmsWith.some((library) => (library === '*' ? libraries.size > 0 : libraries.has(library)))
        if (confirms) this.reachUnit(file, declaration, unit, false, null)
      }
    }
  }

  /**
   * `diluted`: the way up led through an entry of a registry (a router, a job client), so that of whoever uses the registry only few have to
   * do with this entry.
   */
  private reachUnit(file: FilePath, declaration: Declaration, unit: Unit, wasDiluted: boolean, from: string | null): void {
    this.units.set(unit, { file, declaration })
    this.files.add(file)
    // A component or hook that uses another is as far as a payment made in the browser matters: beyond it there is only layout.
    if (from !== null && /\.[jt]sx$/.test(file) && isComponent(from) && declaration.names.every(isComponent)) return
    const diluted = wasDiluted || unit.parent >= 0
    const isType = declaration.kind !== 'value'
    const entry = entryOf(declaration, unit)
    for (const name of declaration.names) this.reachName(file, name, isType, diluted, entry)
    if (declaration.plugsInto !== null) this.reachRegistry(file, declaration.plugsInto, diluted)
    // Whoever calls through an interface or abstract class may mean this implementation.
    for (const name of declaration.supertypes) {
      const home = this.names.homeOf(file, name)
      if (
        home === null ||
        !(home.declaration.implementable || (declaration.kind === 'value' && home.declaration.kind === 'class')) ||
        this.importerCount(home.file) > widelyImported
      )
        continue
      this.files.add(home.file)
      for (const declared of home.declaration.names) this.reachName(home.file, declared, true, diluted, null)
    }
  }

  /** Who takes things out of what this was put into: the registry's users, or those of the collection that its function fills. */
  private reachRegistry(file: FilePath, name: string, diluted: boolean): void {
    const home = this.names.homeOf(file, name)
    if (home === null || this.importerCount(home.file) > widelyUsedRegistry) return
    this.files.add(home.file)
    const filled = new Set(home.declaration.units.flatMap((unit) => [...unit.filled]))
    for (const held of filled.size > 0 ? filled : home.declaration.names) this.reachName(home.file, held, false, diluted, null)
  }

  private importerCount(file: FilePath): number {
    return this.names.index.importersOf(file).length
  }

  private reachName(file: FilePath, name: string, isType: boolean, diluted: boolean, entry: RegistryEntry | null): void {
    const inFull = this.seen.has(nameKey(file, name, diluted)) || (diluted && this.seen.has(nameKey(file, name, false)))
    if (inFull || !this.once(entry === null ? nameKey(file, name, diluted) : `${nameKey(file, name, diluted)}.${entry.key}`)) return
    this.reachedNames.add(`${file}\n${name}`)
    this.tasks.push(() => {
      const outline = this.names.outline(file)
      this.reachMentions(file, outline, isType, diluted, mentions(name, entry), name)
      const isBus = diluted && this.importerCount(file) > widelyUsedRegistry
      if (isBus && entry === null) return
      for (const [exported, local] of outline.exports)
        if (local === name) this.reachExport(file, exported, isType, diluted, entry === null || !isBus ? entry : { ...entry, siblings: null })
    })
  }

  private reachMentions(file: FilePath, outline: Outline, isType: boolean, diluted: boolean, matches: (mention: string) => boolean, local: string): void {
    for (const declaration of outline.declarations) {
      if (declaration.names.includes(local)) continue
      if (declaration.kind === 'type' && (!isType || this.importerCount(file) > widelyImported)) continue
      for (const unit of declaration.units) {
        if (some(unit.mentions, matches)) this.reachUnit(file, declaration, unit, diluted, local)
        else if (unit.rendered.has(local)) this.files.add(file)
      }
    }
  }

  private reachExport(file: FilePath, name: string, isType: boolean, diluted: boolean, entry: RegistryEntry | null): void {
    if (!this.once(`export ${String(diluted)}\n${file}\n${name}\n${entry?.key ?? ''}`)) return
    this.tasks.push(() => {
      const { index } = this.names
      const { commonJs } = this.names.outline(file)
      for (const edge of index.importersOf(file)) {
        if (index.files.get(edge.file)?.role !== 'source') continue
        const { names, form } = edge.import
        const mayImport = names.includes(name) || names.includes('*') || (commonJs && names.includes('default'))
        const byType = index.files.get(edge.file)?.scan.callsByType === true
        if (mayImport && (form !== 'type' || isType || byType)) this.reachImporter(edge, name, isType, diluted, commonJs, entry)
      }
    })
  }

  private reachImporter(edge: Edge, name: string, isType: boolean, diluted: boolean, commonJs: boolean, entry: RegistryEntry | null): void {
    const { file } = edge
    const { specifier } = edge.import
    const outline = this.names.outline(file)
    const byType = this.names.index.files.get(file)?.scan.callsByType === true
    for (const item of outline.reExports) {
      if (item.specifier !== specifier || (item.imported !== '*' && item.imported !== name) || (item.name === '*' && name === 'default')) continue
      this.files.add(file)
      this.reachExport(file, item.name === '*' ? name : item.name, isType, diluted, entry)
    }
    for (const [local, binding] of outline.imports) {
      if (binding.specifier !== specifier || (binding.typeOnly && !isType && !byType)) continue
      const whole = binding.name === '*' || (commonJs && binding.name === 'default')
      if (!whole && binding.name !== name) continue
      const matches = whole ? (mention: string) => mention === local || mention === `${local}.${name}` : mentions(local, entry)
      this.reachMentions(file, outline, isType, diluted, matches, local)
      for (const [exported, exportedLocal] of outline.exports) {
        if (exportedLocal !== local) continue
        this.files.add(file)
        this.reachExport(file, exported, isType, diluted, entry)
      }
    }
    for (const declaration of outline.declarations) {
      for (const unit of declaration.units) {
        const loads = unit.loads.some((load) => load.specifier === specifier && (load.names.includes('*') || load.names.includes(name)))
        if (loads) this.reachUnit(file, declaration, unit, diluted, null)
      }
    }
  }

  private once(key: string): boolean {
    if (this.seen.has(key)) return false
    this.seen.add(key)
    return true
  }
}

/** One entry of an object literal. `siblings`: the keys of the others; null: only whoever names this entry is meant. */
interface RegistryEntry {
  readonly key: string
  readonly siblings: ReadonlySet<string> | null
}

/** The outermost entry that the unit stands in. */
function entryOf(declaration: Declaration, unit: Unit): RegistryEntry | null {
  let key: string | null = null
  for (let current: Unit | undefined = unit; current !== undefined && current.parent >= 0; current = declaration.units[current.parent]) key = current.key
  if (key === null) return null
  return { key, siblings: new Set(declaration.units.flatMap((other) => (other.key === null ? [] : [other.key]))) }
}

/** `registry.other` has nothing to do with this entry; `registry` and `registry.method` may. */
function mentions(local: string, entry: RegistryEntry | null): (mention: string) => boolean {
  return (mention) => {
    if (entry === null) return mention === local || mention.startsWith(`${local}.`)
    if (mention === `${local}.${entry.key}`) return true
    if (entry.siblings === null) return false
    return mention === local || (mention.startsWith(`${local}.`) && !entry.siblings.has(mention.slice(local.length + 1)))
  }
}

/** React's naming rule tells components and hooks from other functions; constants in capitals are neither. */
function isComponent(name: string): boolean {
  return /^use[A-Z]/.test(name) || /^[A-Z]\w*[a-z]/.test(name)
}

function nameKey(file: FilePath, local: string, diluted: boolean): string {
  return `name ${String(diluted)}\n${file}\n${local}`
}

function some(values: Iterable<string>, test: (value: string) => boolean): boolean {
  for (const value of values) if (test(value)) return true
  return false
}
