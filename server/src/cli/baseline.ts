/** `paidpath baseline`: writes the findings a team accepts into a file that is committed. */
import { writeFileSync } from 'node:fs'
import { baselineFile, baselineText, loadBaseline, nextBaseline } from '../audit/baseline'
import { neverCancelled, UserError } from '../base/cancellation'
import { count } from '../report/sections'
import { auditedFolder } from './folder'
import type { BaselineCommand } from './options'
import type { ExitStatus, Installation, Terminal } from './terminal'

export async function baseline(command: BaselineCommand, terminal: Terminal, { modelsDirectory, createAuditor }: Installation): Promise<ExitStatus> {
  const { settings, update, justification } = command
  const root = auditedFolder(command.directory, terminal.workingDirectory)
  const before = loadBaseline(root, settings.baseline)
  if (before === null && update) throw new UserError(`there is no baseline ${settings.baseline} to update: paidpath baseline writes one`)
  const report = await createAuditor({ root, settings: { ...settings, baseline: '' }, modelsDirectory }).audit(neverCancelled)
  const { entries, added, kept, removed } = nextBaseline(report, before, { onlyDrop: update, justification })
  if (before === null && added === 0) {
    terminal.out('There is no finding to accept; no baseline was written.\n')
    return 0
  }
  try {
    writeFileSync(baselineFile(root, settings.baseline), baselineText(entries))
  } catch (error) {
    throw new UserError(`the baseline cannot be written to ${settings.baseline}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const left = report.operations.filter((operation) => !operation.protected && operation.tier === 'fulfilment').length - added - kept
  const parts = [
    `${count(added, 'finding')} newly accepted`,
    `${kept} kept`,
    `${removed} removed`,
    ...(left > 0 ? [`${count(left, 'finding')} not accepted`] : []),
  ]
  terminal.out(`${settings.baseline}: ${parts.join(', ')}.\n`)
  return 0
}
