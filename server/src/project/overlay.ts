/** Texts that editors hold: each hides the file on disk until it is closed. */
import type { FilePath } from '../base/location'
import { hashText, type Disk } from './disk'

export interface Overlay extends Disk {
  open(path: FilePath, text: string): void
  close(path: FilePath): void
  isOpen(path: FilePath): boolean
  /** What an editor holds; undefined: the disk counts. */
  heldText(path: FilePath): string | undefined
}

export function overlayOn(disk: Disk): Overlay {
  const texts = new Map<FilePath, string>()
  return {
    open(path, text) {
      texts.set(path, text)
    },
    close(path) {
      texts.delete(path)
    },
    isOpen: (path) => texts.has(path),
    heldText: (path) => texts.get(path),
    readFile(path) {
      const text = texts.get(path)
      return text === undefined ? disk.readFile(path) : { ok: true, text }
    },
    list: (directory) => disk.list(directory),
    stat(path) {
      const text = texts.get(path)
      return text === undefined ? disk.stat(path) : { kind: 'file', size: text.length, mtime: hashText(text) }
    },
  }
}
