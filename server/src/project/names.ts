/** Outlines of files on demand, and where a name in a file is declared: followed through imports and re-exports. */
import type ts from 'typescript'
import type { FilePath } from '../base/location'
import { outlineOf, type Declaration, type Outline } from './outline'
import type { SourceStore } from './sourceStore'
import type { WorkspaceIndex } from './workspaceIndex'

export interface Home {
  readonly file: FilePath
  readonly declaration: Declaration
}

export interface Names {
  readonly index: WorkspaceIndex
  outline(file: FilePath): Outline
  resolve(specifier: string, from: FilePath): FilePath | null
  /** `local` or `namespace.member` as a file mentions it. */
  homeOf(file: FilePath, mention: string): Home | null
}

/** Kept with the tree they were made from. */
export type OutlineCache = WeakMap<ts.SourceFile, Outline>

const emptyOutline: Outline = { imports: new Map(), exports: new Map(), reExports: [], declarations: [], commonJs: false }
/** Chains of re-exports longer than this are cycles. */
const longestChain = 16

export function createNames(index: WorkspaceIndex, sources: SourceStore, cache: OutlineCache): Names {
  const outlines = new Map<FilePath, Outline>()

  const outline = (file: FilePath): Outline => {
    const known = outlines.get(file)
    if (known !== undefined) return known
    const source = sources.get(file)
    let made = source === undefined ? emptyOutline : cache.get(source)
    if (made === undefined && source !== undefined) cache.set(source, (made = outlineOf(source, index.vocabulary)))
    outlines.set(file, made ?? emptyOutline)
    return made ?? emptyOutline
  }

  const resolve = (specifier: string, from: FilePath): FilePath | null => {
    const resolution = index.resolver.resolve(specifier, from)
    return resolution.kind === 'file' ? resolution.file : null
  }

  const homeOf = (file: FilePath, mention: string, depth: number): Home | null => {
    if (depth > longestChain) return null
    const [local, member] = splitMention(mention)
    const binding = outline(file).imports.get(local)
    if (binding === undefined) {
      const declaration = outline(file).declarations.find((item) => item.names.includes(local))
      return declaration === undefined ? null : { file, declaration }
    }
    const target = resolve(binding.specifier, file)
    const name = binding.name === '*' ? member : binding.name
    return target === null || name === null ? null : homeOfExport(target, name, depth + 1)
  }

  const homeOfExport = (file: FilePath, name: string, depth: number): Home | null => {
    if (depth > longestChain) return null
    const { exports, reExports } = outline(file)
    const local = exports.get(name)
    if (local !== undefined) return homeOf(file, local, depth + 1)
    for (const item of reExports) {
      const isStar = item.name === '*'
      if ((!isStar && item.name !== name) || (!isStar && item.imported === '*')) continue
      const target = resolve(item.specifier, file)
      const found = target === null ? null : homeOfExport(target, isStar ? name : item.imported, depth + 1)
      if (found !== null) return found
    }
    return null
  }

  return { index, outline, resolve, homeOf: (file, mention) => homeOf(file, mention, 0) }
}

/** `ns.member` → `ns`, `member`. */
export function splitMention(mention: string): readonly [local: string, member: string | null] {
  const dot = mention.indexOf('.')
  return dot < 0 ? [mention, null] : [mention.slice(0, dot), mention.slice(dot + 1)]
}
