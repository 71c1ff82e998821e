/** The file system as the core sees it: every failure is data. The only module of the core that touches the disk. */
import * as fs from 'node:fs'
import { filePath, type FilePath } from '../base/location'

export type ReadResult = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

export interface DirectoryEntry {
  readonly name: string
  readonly kind: 'file' | 'directory'
}

export type ListResult = { readonly ok: true; readonly entries: readonly DirectoryEntry[] } | { readonly ok: false; readonly why: string }

export interface FileStat {
  readonly kind: 'file' | 'directory'
  readonly size: number
  readonly mtime: number
}

export interface Disk {
  readFile(path: FilePath): ReadResult
  /** Symbolic links to directories are left out: package managers make cycles with them. */
  list(directory: FilePath): ListResult
  stat(path: FilePath): FileStat | null
}

export function realDisk(): Disk {
  return {
    readFile(path) {
      try {
        return { ok: true, text: stripByteOrderMark(fs.readFileSync(path, 'utf8')) }
      } catch (error) {
        return { ok: false, why: whyOf(error) }
      }
    },
    list(directory) {
      try {
        const entries: DirectoryEntry[] = []
        for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
          if (entry.isDirectory()) entries.push({ name: entry.name, kind: 'directory' })
          else if (entry.isFile()) entries.push({ name: entry.name, kind: 'file' })
          else if (entry.isSymbolicLink() && statOf(`${directory}/${entry.name}`)?.kind === 'file') entries.push({ name: entry.name, kind: 'file' })
        }
        return { ok: true, entries }
      } catch (error) {
        return { ok: false, why: whyOf(error) }
      }
    },
    stat: statOf,
  }
}

/** A disk made of literals, for tests. Keys are absolute paths. */
export function memoryDisk(files: Readonly<Record<string, string>>): Disk {
  const texts = new Map<string, string>()
  const directories = new Map<string, Map<string, DirectoryEntry>>([['/', new Map()]])
  for (const [key, text] of Object.entries(files)) {
    const path = filePath(key)
    texts.set(path, text)
    const parts = path.split('/').slice(1)
    let directory = ''
    parts.forEach((name, index) => {
      const entries = directories.get(directory || '/') ?? new Map<string, DirectoryEntry>()
      directories.set(directory || '/', entries)
      entries.set(name, { name, kind: index === parts.length - 1 ? 'file' : 'directory' })
      directory = `${directory}/${name}`
    })
  }
  return {
    readFile(path) {
      const text = texts.get(path)
      return text === undefined ? { ok: false, why: 'no such file' } : { ok: true, text: stripByteOrderMark(text) }
    },
    list(directory) {
      const entries = directories.get(directory)
      return entries ? { ok: true, entries: [...entries.values()] } : { ok: false, why: 'no such folder' }
    },
    stat(path) {
      const text = texts.get(path)
      if (text !== undefined) return { kind: 'file', size: text.length, mtime: hashText(text) }
      return directories.has(path) ? { kind: 'directory', size: 0, mtime: 0 } : null
    },
  }
}

/** 32-bit FNV-1a over UTF-16 units: tells versions of one text apart. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function statOf(path: string): FileStat | null {
  try {
    const stat = fs.statSync(path)
    if (stat.isDirectory()) return { kind: 'directory', size: 0, mtime: stat.mtimeMs }
    return stat.isFile() ? { kind: 'file', size: stat.size, mtime: stat.mtimeMs } : null
  } catch {
    return null
  }
}

/** Offsets must agree with the editor's, which never shows the mark. */
function stripByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function whyOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) {
    switch (error.code) {
      case 'ENOENT':
        return 'no such file or folder'
      case 'EACCES':
      case 'EPERM':
        return 'no permission to read'
      case 'EISDIR':
        return 'is a folder'
      default:
        return String(error.code)
    }
  }
  return error instanceof Error ? error.message : String(error)
}
