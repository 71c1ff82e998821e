/** Loads the catalogue: the files that ship, then those of the team. */
import { UserError } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import { loadCatalogue, type Catalogue, type ModelFile } from '../models/catalogue'
import type { Disk } from '../project/disk'

/** The catalogue that ships is the same for every folder of an editor and every test: parsed once. */
const shipped = new Map<string, Catalogue>()

export function loadModels(disk: Disk, modelsDirectory: FilePath, team: readonly FilePath[]): Catalogue {
  const listing = disk.list(modelsDirectory)
  if (!listing.ok) throw new UserError(`The catalogue of libraries is missing: ${modelsDirectory} (${listing.why}). Install Paidpath again.`)
  const paths = listing.entries
    .filter((entry) => entry.kind === 'file' && entry.name.endsWith('.d.ts'))
    .map((entry) => filePath(`${modelsDirectory}/${entry.name}`))
    .sort()
  const files = read(disk, paths)
  if (team.length > 0) return loadCatalogue([...files, ...read(disk, team)])
  const key = paths.map((path) => `${path}:${String(disk.stat(path)?.size)}:${String(disk.stat(path)?.mtime)}`).join('\n')
  const known = shipped.get(key)
  if (known !== undefined) return known
  const catalogue = loadCatalogue(files)
  shipped.set(key, catalogue)
  return catalogue
}

function read(disk: Disk, paths: readonly FilePath[]): readonly ModelFile[] {
  return paths.flatMap((path) => {
    const text = disk.readFile(path)
    return text.ok ? [{ path, text: text.text }] : []
  })
}
