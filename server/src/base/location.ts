/** Where things stand in source text: file paths, offset spans and one-based positions. */

/** Absolute, normalised path with `/` separators. The only place that knows URIs is `lsp/convert.ts`. */
export type FilePath = string & { readonly __brand: 'FilePath' }

/** Half-open range of UTF-16 offsets in one file's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span in a named file, with the one-based line and column of its start. */
export interface Location extends Span {
  readonly file: FilePath
  readonly line: number
  readonly column: number
}

export function filePath(path: string): FilePath {
  return path.replaceAll('\\', '/') as FilePath
}

/** Offsets at which each line starts; the first is always 0. `\r\n`, `\n` and lone `\r` end a line, as in TypeScript. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** One-based line and column of an offset. */
export function positionAt(lineStarts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}

export function locate(file: FilePath, lineStarts: readonly number[], span: Span): Location {
  return { file, start: span.start, end: span.end, ...positionAt(lineStarts, span.start) }
}

/** Total order of locations: by file, then by start. Reports are sorted with it. */
export function compareLocations(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start - b.start || a.end - b.end
}

/** The path as reports show it: below `root` without it, `.` for the root itself, elsewhere unchanged. */
export function relativeTo(root: FilePath, file: FilePath): string {
  if (file === root) return '.'
  const prefix = root.endsWith('/') ? root : `${root}/`
  return file.startsWith(prefix) ? file.slice(prefix.length) : file
}
