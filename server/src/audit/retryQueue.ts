/** The setting `paidpath.retryQueue`, checked: a mistake in it is told before the work. */
import { UserError } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'
import type { Disk } from '../project/disk'
import { namedExport, type RetryQueue } from '../rules/fixes/namedQueue'

/** Null where none is named. */
export function readRetryQueue(root: FilePath, setting: string, disk: Disk): RetryQueue | null {
  if (setting === '') return null
  const hash = setting.lastIndexOf('#')
  const [path, exportName] = [setting.slice(0, Math.max(0, hash)), setting.slice(hash + 1)]
  if (path === '' || !/^[A-Za-z_$][\w$]*$/.test(exportName))
    throw new UserError(`the retry queue ${JSON.stringify(setting)} must be a file and its export, such as src/queues/retry.ts#enqueueRetry`)
  const readFile = (file: FilePath): string | undefined => {
    const read = disk.readFile(file)
    return read.ok ? read.text : undefined
  }
  const relative = filePath(path).replace(/^(?:\.\/)+/, '')
  const file = filePath(/^(?:\/|[A-Za-z]:)/.test(relative) ? relative : `${root}/${relative}`)
  const refuse = (why: string): UserError => new UserError(`the retry queue ${setting} cannot be used: ${why}`)
  if (readFile(file) === undefined) throw refuse(`there is no file ${path}`)
  const found = namedExport(file, exportName, readFile)
  if (found === null) throw refuse(`${path} exports no ${exportName}`)
  if ('why' in found) throw refuse(found.why)
  return { setting, file, exportName, found }
}
