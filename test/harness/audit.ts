/** Runs the real pipeline over a fixture: the workspace is in memory, the catalogue is the one that ships. */
import { join } from 'node:path'
import { createAuditor } from '../../server/src/audit/createAuditor'
import type { AuditReport } from '../../server/src/audit/report'
import { defaultSettings, type Settings } from '../../server/src/audit/settings'
import { neverCancelled } from '../../server/src/base/cancellation'
import { filePath, type FilePath } from '../../server/src/base/location'
import { memoryDisk, realDisk, type Disk } from '../../server/src/project/disk'

export const workspaceRoot = filePath('/workspace')
export const modelsDirectory = filePath(join(__dirname, '..', '..', 'server', 'src', 'models'))

export function auditFiles(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Promise<AuditReport> {
  const auditor = createAuditor({ root: workspaceRoot, settings: { ...defaultSettings, ...settings }, modelsDirectory }, fixtureDisk(files))
  return auditor.audit(neverCancelled)
}

/** The fixture below `/workspace`; the catalogue where it really is. */
export function fixtureDisk(files: Readonly<Record<string, string>>): Disk {
  const memory = memoryDisk(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${workspaceRoot}${path}`, text])))
  const real = realDisk()
  const diskOf = (path: FilePath): Disk => (path.startsWith(modelsDirectory) ? real : memory)
  return {
    readFile: (path) => diskOf(path).readFile(path),
    list: (directory) => diskOf(directory).list(directory),
    stat: (path) => diskOf(path).stat(path),
  }
}
