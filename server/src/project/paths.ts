/** Arithmetic on absolute paths with `/`. */
import { filePath, type FilePath } from '../base/location'

export function directoryOf(path: string): FilePath {
  const slash = path.lastIndexOf('/')
  return filePath(slash <= 0 ? path.slice(0, slash + 1) : path.slice(0, slash))
}

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Resolves `.` and `..` of `relative` against `directory`; an absolute `relative` stands alone. */
export function joinPath(directory: string, relative: string): FilePath {
  const absolute = relative.startsWith('/') || /^[A-Za-z]:\//.test(relative) ? relative : `${directory}/${relative}`
  if (!/\/\.|\/\/|\/$/.test(absolute)) return filePath(absolute)
  const parts: string[] = []
  for (const part of absolute.split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.pop()
    } else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return filePath(parts.length === 1 ? `${parts[0] ?? ''}/` : parts.join('/'))
}

export function isInside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`)
}

/** The folder and those above it, innermost first, down to `root`. */
export function* foldersAbove(directory: FilePath, root: FilePath): Generator<FilePath> {
  for (let folder = directory; isInside(folder, root); folder = directoryOf(folder)) {
    yield folder
    if (folder === root || folder === directoryOf(folder)) return
  }
}
