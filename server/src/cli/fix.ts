/** `paidpath fix`: the repairs of a folder as a unified diff, or written into its files. Standard output is the diff and nothing else. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { repair, type RepairResult } from '../audit/repair'
import { UserError } from '../base/cancellation'
import { relativeTo, type FilePath, type Location } from '../base/location'
import { count } from '../report/sections'
import { coloured, plain, type Style } from '../report/style'
import { auditedFolder } from './folder'
import { uncommittedFiles } from './git'
import type { FixCommand } from './options'
import type { ExitStatus, Installation, Terminal } from './terminal'
import { asOnDisk, lockOf, writeTexts, type TextEdit } from './textFiles'

export async function fix(command: FixCommand, terminal: Terminal, { modelsDirectory, createAuditor }: Installation): Promise<ExitStatus> {
  const { dryRun, choices, settings } = command
  const root = auditedFolder(command.directory, terminal.workingDirectory)
  const auditor = createAuditor({ root, settings, modelsDirectory })
  const result = await repair(auditor, { choices, mayEdit: (file) => lockOf(file, !dryRun) })
  const show = (file: FilePath): string => relativeTo(root, file)
  if (dryRun) for (const edit of result.edits) terminal.out(patchOf(edit, show(edit.file), terminal.colour ? coloured : plain))
  else {
    const open = command.force
      ? []
      : uncommittedFiles(
          root,
          result.edits.map(({ file }) => file),
        )
    if (open.length > 0)
      throw new UserError(`${open.map(show).join(', ')} ${open.length === 1 ? 'has' : 'have'} uncommitted changes: commit them, or use --force`)
    writeTexts(result.edits, show)
  }
  terminal.error(summaryOf(result, root, dryRun))
  return result.left.length === 0 ? 0 : 1
}

/** For `git apply` and `patch -p1` in the audited folder. */
function patchOf({ file, before, after }: TextEdit, name: string, style: Style): string {
  const options = { headerOptions: FILE_HEADERS_ONLY, context: 3 }
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, asOnDisk(file, before), asOnDisk(file, after), undefined, undefined, options)
  if (style === plain) return patch
  const paint = (line: string): string =>
    /^(?:---|\+\+\+) /.test(line) ? style.bold(line) : line.startsWith('+') ? style.green(line) : line.startsWith('-') ? style.red(line) : line
  return patch.split('\n').map(paint).join('\n')
}

function summaryOf({ applied, left, edits }: RepairResult, root: FilePath, dryRun: boolean): string {
  const place = (at: Location): string => `${relativeTo(root, at.file)}:${at.line}:${at.column}`
  const lines = [
    ...applied.map(({ at, op, title, note }) => `${dryRun ? 'would fix' : 'fixed'}  ${place(at)}  ${op}: ${title}.${note === null ? '' : ` ${note}`}`),
    ...left.map(({ at, op, why }) => `no fix  ${place(at)}  ${op}: ${why.join(' ')}`),
  ]
  if (lines.length === 0) return 'There is nothing to repair: no finding, and no advisory that has a fix.\n'
  const changes = edits.length === 0 ? 'Nothing changes' : `${dryRun ? 'Would change' : 'Changed'} ${count(edits.length, 'file')}`
  return `${lines.join('\n')}\n${changes}; ${left.length === 0 ? 'no finding is left' : `${count(left.length, 'finding')} left`}.\n`
}
