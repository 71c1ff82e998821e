/** Downwards: everything that what was reached may call or take a type from, and the listeners of the messages it sends. */
import type { FilePath } from '../base/location'
import { splitMention, type Home, type Names } from './names'
import type { Declaration } from './outline'
import type { Unit } from './units'
import type { Reached } from './reach'
import { lastName } from './scan'
import { isMessaging } from './linked'
import type { IndexedFile } from './workspaceIndex'

/** An interface with more implementations than this is a framework of its own: its implementations are left to other ways in. */
const manyImplementations = 24

/** A caller's factory, the root router, and routers inside routers. */
const deepestRouter = 4

/** A registry with more entries than this is a framework of its own; which entry runs cannot be told here. */
const largestRegistry = 24

/** Of files that register for messages named elsewhere, so many are looked at. */
const mostOpen = 24

/** Work that is left behind for later, and writes that are run again, are looked for this many calls below what was reached. */
const nearby = 2
/** A function that more files than this import writes for everybody: calling it repeats nothing in particular. */
const fewImporters = 8

/** Tables with such names hold work that is taken up later. */
const leftBehindName = /fail|dead|outbox|retr(?:y|ies)|pending|unprocessed|reconcil|queue|jobs?$|tasks?$/i

/** Does one piece of work per step, so that the caller can yield. Work is taken in order, so that what is nearest to a confirmation comes first. */
export class Demand {
  readonly files = new Set<FilePath>()
  readonly cut = new Set<FilePath>()
  private readonly tasks: (() => void)[] = []
  private next = 0
  private readonly seen = new Set<string>()
  private readonly units = new Set<Unit>()
  private readonly sent = new Set<string>()
  private readonly newlySent = new Set<string>()
  /** Tables in which work is left behind for a scheduled job. */
  private readonly leftBehind = new Set<string>()
  /** Declarations that seem to write. */
  private readonly writers = new Set<Declaration>()
  private readonly writerNames = new Set<string>()
  private readonly openLinked = new Set<FilePath>()
  /** Calls between what was reached and the unit at hand. */
  private depth = 0
  private readonly heritage: ReadonlyMap<string, readonly FilePath[]>
  private readonly listening: readonly IndexedFile[]

  constructor(
    private readonly names: Names,
    private readonly reached: Reached,
    wanted: readonly FilePath[],
    private readonly largest: number,
  ) {
    const sources = [...names.index.files.values()].filter((entry) => entry.role === 'source')
    const heritage = new Map<string, FilePath[]>()
    for (const { file, scan } of sources) {
      for (const name of scan.heritage) {
        const files = heritage.get(name)
        if (files === undefined) heritage.set(name, [file])
        else files.push(file)
      }
    }
    this.heritage = heritage
    this.listening = sources.filter((entry) => entry.scan.words !== null).sort((a, b) => (a.file < b.file ? -1 : 1))
    for (const file of [...reached.files, ...wanted].sort()) this.include(file)
    for (const [unit, { file, declaration }] of reached.units) this.demandUnit(file, declaration, unit)
  }

  step(): boolean {
    const task = this.tasks[this.next]
    if (task === undefined) {
      this.linkMessages()
      return this.next < this.tasks.length
    }
    this.next++
    task()
    return true
  }

  /**
   * What the code does not name but the outside world connects: listeners and workers of the messages sent, senders and queues of the workers
   * found, and scheduled code that reads what was left behind or runs the same writes again.
   */
  private linkMessages(): void {
    this.depth = 0
    const keys = new Set(this.newlySent)
    this.newlySent.clear()
    const words = [...keys, ...[...keys].map(lastName)]
    for (const entry of this.listening) {
      const { file, scan } = entry
      if (words.some((word) => scan.words?.has(word) === true) && isMessaging(this.names.index, file)) this.linkByKey(file, keys)
      else if (keys.size > 0 && isMessaging(this.names.index, file)) this.linkOpen(file)
      if (scan.isScheduled) this.linkScheduled(entry)
    }
  }

  private linkByKey(file: FilePath, keys: ReadonlySet<string>): void {
    this.linkOpen(file)
    for (const declaration of this.names.outline(file).declarations) {
      if (!declaration.units.some((unit) => [...unit.listens, ...unit.sends].some((key) => keys.has(key)))) continue
      if (this.include(file)) for (const part of declaration.units) this.demandUnit(file, declaration, part)
    }
  }

  /** A registration whose key stands elsewhere may be for any message. */
  private linkOpen(file: FilePath): void {
    if (this.openLinked.size >= mostOpen || !this.once(`open\n${file}`)) return
    for (const declaration of this.names.outline(file).declarations) {
      const open = declaration.units.filter((unit) => unit.listensToAny && this.namesMessaging(file, unit))
      if (open.length === 0 || !this.include(file)) continue
      this.openLinked.add(file)
      for (const part of open) this.demandUnit(file, declaration, part)
    }
  }

  /** The file imports a package for messages, or the unit mentions what a file that does has made: a queue, a client. */
  private namesMessaging(file: FilePath, unit: Unit): boolean {
    const { index } = this.names
    const uses = (target: FilePath | null): boolean => target !== null && index.files.get(target)?.scan.importsMessages === true
    if (uses(file)) return true
    const { imports } = this.names.outline(file)
    return some(unit.mentions, (mention) => {
      const specifier = imports.get(splitMention(mention)[0])?.specifier
      return specifier !== undefined && uses(this.names.resolve(specifier, file))
    })
  }

  private linkScheduled({ file, scan }: IndexedFile): void {
    const mayRead = some(this.leftBehind, (table) => scan.words?.has(table) === true)
    const mayRepeat = some(this.writerNames, (name) => scan.words?.has(name) === true)
    if (!mayRead && !mayRepeat) return
    for (const declaration of this.names.outline(file).declarations) {
      for (const unit of declaration.units) {
        if (this.units.has(unit)) continue
        const isWanted = unit.reads.some((table) => this.leftBehind.has(table)) || some(unit.mentions, (mention) => this.isRepeated(file, mention))
        if (isWanted && this.include(file)) this.demandUnit(file, declaration, unit)
      }
    }
  }

  private isRepeated(file: FilePath, mention: string): boolean {
    const [local, member] = splitMention(mention)
    const name = this.names.outline(file).imports.get(local)?.name
    if (name === undefined || !(this.writerNames.has(name) || this.writerNames.has(member ?? ''))) return false
    const home = this.names.homeOf(file, mention)
    return home !== null && this.writers.has(home.declaration) && !this.isWidelyUsed(home)
  }

  private isWidelyUsed({ file, declaration }: Home): boolean {
    const importers = this.names.index.importersOf(file).filter((edge) => declaration.names.some((name) => edge.import.names.includes(name)))
    return importers.length > fewImporters
  }

  private include(file: FilePath): boolean {
    if (this.files.has(file)) return true
    if (this.files.size >= this.largest) {
      this.cut.add(file)
      return false
    }
    this.files.add(file)
    return true
  }

  private once(key: string): boolean {
    if (this.seen.has(key)) return false
    this.seen.add(key)
    return true
  }

  private demandUnit(file: FilePath, declaration: Declaration, unit: Unit): void {
    if (this.units.has(unit)) return
    this.units.add(unit)
    if (unit.sends.length + unit.listens.length > 0 && isMessaging(this.names.index, file))
      for (const key of [...unit.sends, ...unit.listens]) {
        if (!this.sent.has(key)) this.newlySent.add(key)
        this.sent.add(key)
      }
    const { depth } = this
    if (depth <= nearby) {
      for (const table of unit.writes) if (unit.failureWrites.includes(table) || leftBehindName.test(table)) this.leftBehind.add(table)
      if (unit.writes.length > 0) {
        this.writers.add(declaration)
        for (const name of declaration.names) this.writerNames.add(name)
      }
    }
    const parent = declaration.units[unit.parent]
    if (parent !== undefined) this.demandUnit(file, declaration, parent)
    this.tasks.push(() => {
      this.depth = depth + 1
      for (const mention of unit.mentions) this.demandMention(file, mention)
      this.demandAsked(file, unit.callers, unit.asked, 0)
      for (const load of unit.loads) {
        const target = this.names.resolve(load.specifier, file)
        if (target !== null) for (const name of load.names) this.demandExport(target, name, null)
      }
      for (const name of declaration.supertypes) this.demandMention(file, name)
    })
  }

  /** Of the routers that are mentioned, and of those inside them, the entries that a caller is asked for by name. */
  private demandAsked(file: FilePath, mentions: Iterable<string>, asked: ReadonlySet<string>, depth: number): void {
    if (depth > deepestRouter) return
    for (const mention of mentions) {
      const home = this.names.homeOf(file, splitMention(mention)[0])
      if (home === null || !this.once(`asked ${String(depth)}\n${home.file}\n${mention}\n${[...asked].join()}`)) continue
      for (const unit of home.declaration.units) {
        if (unit.key !== null && !asked.has(unit.key)) continue
        if (unit.key !== null) this.demandUnit(home.file, home.declaration, unit)
        this.demandAsked(home.file, unit.mentions, asked, depth + 1)
      }
    }
  }

  private demandMention(file: FilePath, mention: string): void {
    const [local, member] = splitMention(mention)
    const binding = this.names.outline(file).imports.get(local)
    if (binding === undefined) {
      this.demandLocal(file, local, member)
      return
    }
    const target = this.names.resolve(binding.specifier, file)
    if (target === null) return
    if (binding.name === '*') this.demandExport(target, member ?? '*', null)
    else this.demandExport(target, binding.name, member)
  }

  private demandLocal(file: FilePath, name: string, member: string | null): void {
    if (!this.once(`local\n${file}\n${name}\n${member ?? ''}`) || !this.include(file)) return
    for (const declaration of this.names.outline(file).declarations) {
      if (!declaration.names.includes(name) && declaration.fills !== name) continue
      for (const unit of this.needed(file, name, member, declaration)) this.demandUnit(file, declaration, unit)
      if (declaration.kind !== 'value') this.demandImplementations(file, declaration, name)
    }
  }

  /**
   * Of a registry only what is asked for: the entry a member names. Whoever uses a registry on the way up (the root router) does not need the
   * entries that do not lead to a payment, and of a very long one nobody can tell which entry runs.
   */
  private needed(file: FilePath, name: string, member: string | null, { units }: Declaration): readonly Unit[] {
    if (units.length === 1) return units
    if (member !== null && units.some((unit) => unit.key === member)) return units.filter((unit) => unit.parent < 0 || unit.key === member)
    const isTooMuch = this.reached.has(file, name) || units.length > largestRegistry
    return isTooMuch ? units.filter((unit) => unit.parent < 0) : units
  }

  private demandExport(file: FilePath, name: string, member: string | null): void {
    if (!this.once(`export \n${file}\n${name}\n${member ?? ''}`) || !this.include(file)) return
    const outline = this.names.outline(file)
    if (name === '*') {
      for (const exported of outline.exports.keys()) this.demandExport(file, exported, null)
      for (const item of outline.reExports) this.demandReExport(file, item.specifier, item.imported, null)
      return
    }
    // `x.pay` of a CommonJS module imported whole.
    const memberLocal = name === 'default' && outline.commonJs && member !== null ? outline.exports.get(member) : undefined
    const local = memberLocal ?? outline.exports.get(name)
    if (local !== undefined) {
      const rest = memberLocal === undefined ? member : null
      if (outline.imports.has(local)) this.demandMention(file, rest === null ? local : `${local}.${rest}`)
      else this.demandLocal(file, local, rest)
      return
    }
    for (const item of outline.reExports) {
      if (item.name === name) this.demandReExport(file, item.specifier, item.imported, member)
      else if (item.name === '*' && this.provides(item.specifier, file, name, new Set())) this.demandReExport(file, item.specifier, name, member)
    }
    // A CommonJS module that assigns its exports one by one.
    if (outline.commonJs && name === 'default')
      for (const exported of outline.exports.keys()) if (member === null || exported === member) this.demandExport(file, exported, null)
  }

  private demandReExport(file: FilePath, specifier: string, name: string, member: string | null): void {
    const target = this.names.resolve(specifier, file)
    if (target !== null) this.demandExport(target, name, member)
  }

  private provides(specifier: string, from: FilePath, name: string, seen: Set<FilePath>): boolean {
    const file = this.names.resolve(specifier, from)
    if (file === null || seen.has(file) || !this.names.mayExport(file, name)) return false
    seen.add(file)
    const { exports, reExports } = this.names.outline(file)
    if (exports.has(name) || reExports.some((item) => item.name === name)) return true
    return reExports.some((item) => item.name === '*' && this.provides(item.specifier, file, name, seen))
  }

  /** Whoever is called through this class or interface: its subclasses, implementations, and values annotated with it. */
  private demandImplementations(file: FilePath, declaration: Declaration, name: string): void {
    if (declaration.kind === 'type' && !declaration.implementable) return
    const candidates = new Set([...(this.heritage.get(name) ?? []), file])
    if (candidates.size > 2 * manyImplementations) return
    const found: { readonly file: FilePath; readonly name: string }[] = []
    for (const candidate of candidates) {
      for (const other of this.names.outline(candidate).declarations) {
        const [own] = other.names
        if (own === undefined || other === declaration) continue
        if (other.supertypes.some((supertype) => this.names.homeOf(candidate, supertype)?.declaration === declaration))
          found.push({ file: candidate, name: own })
      }
    }
    if (found.length <= manyImplementations) for (const item of found) this.demandLocal(item.file, item.name, null)
  }
}

function some(values: Iterable<string>, test: (value: string) => boolean): boolean {
  for (const value of values) if (test(value)) return true
  return false
}
