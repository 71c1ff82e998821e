/** Outlines of files on demand, and where a name in a file is declared: followed through imports and re-exports. */
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
  /** Asked before a barrel's files are parsed. False is certain. */
  mayExport(file: FilePath, name: string): boolean
  /** `local` or `namespace.member` as a file mentions it. */
  homeOf(file: FilePath, mention: string): Home | null
}

/** Outlines by file and version, kept across edits; trees are only needed while an outline is made. */
export type OutlineCache = Map<FilePath, { readonly stamp: string; readonly outline: Outline }>

const emptyOutline: Outline = { imports: new Map(), exports: new Map(), reExports: [], declarations: [], commonJs: false }
/** Chains of re-exports longer than this are cycles. */
const longestChain = 16

export function createNames(index: WorkspaceIndex, sources: SourceStore, cache: OutlineCache): Names {
  const outline = (file: FilePath): Outline => {
    const stamp = index.files.get(file)?.stamp ?? ''
    const known = cache.get(file)
    if (known?.stamp === stamp) return known.outline
    const source = sources.get(file)
    const made = source === undefined ? emptyOutline : outlineOf(source, index.vocabulary)
    cache.set(file, { stamp, outline: made })
    return made
  }

  const resolve = (specifier: string, from: FilePath): FilePath | null => {
    const resolution = index.resolver.resolve(specifier, from)
    return resolution.kind === 'file' ? resolution.file : null
  }

  const mayExport = (file: FilePath, name: string): boolean => {
    const exported = index.files.get(file)?.scan.exports
    return exported === null || exported === undefined || exported.has(name)
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
      const found = target === null || (isStar && !mayExport(target, name)) ? null : homeOfExport(target, isStar ? name : item.imported, depth + 1)
      if (found !== null) return found
    }
    return null
  }

  return { index, outline, resolve, mayExport, homeOf: (file, mention) => homeOf(file, mention, 0) }
}

/** `ns.member` → `ns`, `member`. */
export function splitMention(mention: string): readonly [local: string, member: string | null] {
  const dot = mention.indexOf('.')
  return dot < 0 ? [mention, null] : [mention.slice(0, dot), mention.slice(dot + 1)]
}
