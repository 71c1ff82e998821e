/**
 * Code that says nothing by itself, because what it stands for are the files beside it: its text is replaced by one that names them. Convex's
 * `_generated/api.js` is a proxy that makes a name of any path; Sequelize's `models/index.js` reads its own folder.
 */
import type { FilePath } from '../base/location'
import { hashText, type Disk } from './disk'
import { directoryOf, joinPath } from './paths'
import { isModelIndexPath, modelIndex, readsItsFolder } from './sequelizeIndex'
import { roleOf } from './walk'

const proxyPath = /\/_generated\/api\.[cm]?[jt]s$/
const deepest = 6

export function withGenerated(disk: Disk): Disk {
  return {
    list: (directory) => disk.list(directory),
    readFile(path) {
      const read = disk.readFile(path)
      if (!read.ok) return read
      if (isProxy(path, read.text)) return { ok: true, text: moduleTree(disk, directoryOf(directoryOf(path))) }
      return isModelIndexPath(path) && readsItsFolder(read.text) ? { ok: true, text: modelIndex(disk, path, read.text) } : read
    },
    stat(path) {
      const stat = disk.stat(path)
      if (stat?.kind !== 'file' || !(proxyPath.test(path) || isModelIndexPath(path))) return stat
      const read = this.readFile(path)
      return read.ok ? { ...stat, size: read.text.length, mtime: hashText(read.text) } : stat
    },
  }
}

function isProxy(path: FilePath, text: string): boolean {
  return proxyPath.test(path) && /\banyApi\b/.test(text)
}

interface Folder {
  readonly modules: Map<string, FilePath>
  readonly folders: Map<string, Folder>
}

function moduleTree(disk: Disk, root: FilePath): string {
  const imports: string[] = []
  const tree = literal(folderAt(disk, root, deepest), '..', imports)
  return `${imports.join('\n')}\nexport const api = ${tree}\nexport const internal = ${tree}\nexport { componentsGeneric as components } from 'convex/server'\n`
}

function folderAt(disk: Disk, directory: FilePath, depth: number): Folder {
  const folder: Folder = { modules: new Map(), folders: new Map() }
  const listing = disk.list(directory)
  if (!listing.ok || depth === 0) return folder
  for (const { name, kind } of [...listing.entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith('_') || name.startsWith('.')) continue
    const path = joinPath(directory, name)
    if (kind === 'directory') folder.folders.set(name, folderAt(disk, path, depth - 1))
    else if (roleOf(name) === 'source') folder.modules.set(name.replace(/\.[cm]?[jt]sx?$/, ''), path)
  }
  return folder
}

/** `{ orders: m0, billing: { ...m1, invoices: m2 } }`. */
function literal(folder: Folder, path: string, imports: string[]): string {
  const imported = (name: string): string => {
    const local = `m${String(imports.length)}`
    const known = imports.findIndex((line) => line.endsWith(` from '${path}/${name}'`))
    if (known >= 0) return `m${String(known)}`
    imports.push(`import * as ${local} from '${path}/${name}'`)
    return local
  }
  const parts = [...folder.modules.keys()].map((name) => {
    const inner = folder.folders.get(name)
    const own = imported(name)
    return `${JSON.stringify(name)}: ${inner === undefined ? own : `{ ...${own}, ${literal(inner, `${path}/${name}`, imports).slice(1)}`}`
  })
  for (const [name, inner] of folder.folders)
    if (!folder.modules.has(name)) parts.push(`${JSON.stringify(name)}: ${literal(inner, `${path}/${name}`, imports)}`)
  return `{ ${parts.join(', ')} }`
}
