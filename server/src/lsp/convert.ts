/** The only place where paths meet URIs and the core's offsets meet LSP ranges. */
import type { Location as LspLocation, Range } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { filePath, lineStartsOf, positionAt, type FilePath, type Location, type Span } from '../base/location'

export function toUri(file: FilePath): string {
  return URI.file(file).toString()
}

/** Null for what is not on disk: untitled buffers, git revisions, virtual file systems. */
export function toFile(uri: string): FilePath | null {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== 'file') return null
  const path = parsed.fsPath
  return filePath(path.length > 1 ? path.replace(/[\\/]$/, '') : path)
}

/** Ranges in the files of one report. */
export interface Ranges {
  of(file: FilePath, span: Span): Range
  location(at: Location): LspLocation
}

/** `textOf`: the texts that the offsets were counted in. A file whose text is gone is taken for one of a single line. */
export function rangesIn(textOf: (file: FilePath) => string | undefined): Ranges {
  const lines = new Map<FilePath, readonly number[]>()
  const linesOf = (file: FilePath) => {
    const known = lines.get(file) ?? lineStartsOf(textOf(file) ?? '')
    lines.set(file, known)
    return known
  }
  const position = (file: FilePath, offset: number) => {
    const { line, column } = positionAt(linesOf(file), offset)
    return { line: line - 1, character: column - 1 }
  }
  const of = (file: FilePath, span: Span) => ({ start: position(file, span.start), end: position(file, span.end) })
  return { of, location: (at) => ({ uri: toUri(at.file), range: of(at.file, at) }) }
}

export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

export function isSame(a: Range, b: Range): boolean {
  return !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end) && !isBefore(b.end, a.end)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

export function isInside(root: FilePath, file: FilePath): boolean {
  return file === root || file.startsWith(root.endsWith('/') ? root : `${root}/`)
}

/** Path as people read it: relative to the folder where it lies inside. */
export function relativeTo(root: FilePath, file: FilePath): string {
  return isInside(root, file) && file !== root ? file.slice(root.length).replace(/^\//, '') : file
}
