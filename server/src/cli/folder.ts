/** The folder a command is about. */
import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../base/cancellation'
import { filePath, type FilePath } from '../base/location'

export function auditedFolder(directory: string, workingDirectory: string): FilePath {
  const path = resolve(workingDirectory, directory)
  let isFolder: boolean | undefined
  try {
    isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    if (isFolder === true) accessSync(path, constants.R_OK | constants.X_OK)
  } catch {
    throw new UserError(`the folder ${directory} cannot be read: check its permissions`)
  }
  if (isFolder === undefined) throw new UserError(`there is no folder ${directory}`)
  if (!isFolder) throw new UserError(`${directory} is a file: give the folder it is in`)
  return filePath(path)
}
