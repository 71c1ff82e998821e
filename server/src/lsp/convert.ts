/** The only place where paths meet URIs and the core's locations meet LSP ranges. */
import type { Location as LspLocation, Range } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { filePath, type FilePath, type Location } from '../base/location'

export function toUri(file: FilePath): string {
  return URI.file(file).toString()
}

/** Null for what is not on disk: untitled buffers, git revisions, virtual file systems. */
export function toFile(uri: string): FilePath | null {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? filePath(parsed.fsPath) : null
}

/**
 * The span as if it stood on one line, since the file's text is not at hand here. Marked spans are names and calls; where one does
 * run over several lines, editors cut the range at the end of the first.
 */
export function toRange(at: Location): Range {
  const start = { line: at.line - 1, character: at.column - 1 }
  return { start, end: { line: start.line, character: start.character + Math.max(0, at.end - at.start) } }
}

export function toLspLocation(at: Location): LspLocation {
  return { uri: toUri(at.file), range: toRange(at) }
}

export function isInside(root: FilePath, file: FilePath): boolean {
  return file === root || file.startsWith(root.endsWith('/') ? root : `${root}/`)
}

/** Path as people read it: relative to the folder where it lies inside. */
export function relativeTo(root: FilePath, file: FilePath): string {
  return isInside(root, file) && file !== root ? file.slice(root.length).replace(/^\//, '') : file
}
