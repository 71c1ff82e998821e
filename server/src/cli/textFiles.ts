/** Reads source files so that they can be written back as they were: same encoding, same line ends, same mode. */
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { UserError } from '../base/cancellation'
import type { FilePath } from '../base/location'

/** Texts in the core never hold the mark. */
const byteOrderMark = '\ufeff'

/** Why the file cannot be edited, or null. */
export function lockOf(file: FilePath, willWrite: boolean): string | null {
  try {
    const bytes = readFileSync(file)
    if (!Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes)) return 'The file is not UTF-8 text, and an edit would damage it.'
    if (willWrite) accessSync(file, constants.W_OK)
    return null
  } catch (error) {
    return `The file cannot be written: ${error instanceof Error ? error.message : String(error)}.`
  }
}

/** The text with its byte order mark, when the file has one. */
export function asOnDisk(file: FilePath, text: string): string {
  return readFileSync(file, 'utf8').startsWith(byteOrderMark) ? byteOrderMark + text : text
}

export interface TextEdit {
  readonly file: FilePath
  readonly before: string
  readonly after: string
}

/** All or nothing, as far as that can be known beforehand. `show`: how to name a file to the user. */
export function writeTexts(edits: readonly TextEdit[], show: (file: FilePath) => string): void {
  const pending = edits.map(({ file, before, after }) => {
    if (readFileSync(file, 'utf8') !== asOnDisk(file, before))
      throw new UserError(`${show(file)} has changed meanwhile: nothing was written, run the command again`)
    return { file, text: asOnDisk(file, after) }
  })
  for (const { file, text } of pending) {
    try {
      writeFileSync(file, text)
    } catch (error) {
      throw new UserError(`${show(file)} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
