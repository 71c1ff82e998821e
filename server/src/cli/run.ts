/** The command: arguments in, report out, and the exit status of docs/report.md. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AuditReport } from '../audit/report'
import { UserError, neverCancelled } from '../base/cancellation'
import { toJson } from '../report/json'
import { toMarkdown } from '../report/markdown'
import { toSarif } from '../report/sarif'
import { headline } from '../report/sections'
import { coloured, plain, type Style } from '../report/style'
import { toText } from '../report/text'
import type { Tool } from '../report/tool'
import { baseline } from './baseline'
import { fix } from './fix'
import { auditedFolder } from './folder'
import { parseArguments, type AuditCommand, type Format } from './options'
import type { ExitStatus, Installation, Terminal } from './terminal'

export async function run(argv: readonly string[], terminal: Terminal, installation: Installation): Promise<ExitStatus> {
  try {
    const parsed = parseArguments(argv, installation.tool.version, terminal.workingDirectory)
    switch (parsed.kind) {
      case 'message':
        terminal.out(parsed.text)
        return 0
      case 'mistake':
        throw new UserError(parsed.message)
      case 'audit':
        return await audit(parsed, terminal, installation)
      case 'baseline':
        return await baseline(parsed, terminal, installation)
      case 'fix':
        return await fix(parsed, terminal, installation)
    }
  } catch (error) {
    terminal.error(describe(error))
    return 2
  }
}

async function audit(command: AuditCommand, terminal: Terminal, { tool, modelsDirectory, createAuditor }: Installation): Promise<ExitStatus> {
  const root = auditedFolder(command.directory, terminal.workingDirectory)
  const report = await createAuditor({ root, settings: command.settings, modelsDirectory }).audit(neverCancelled)
  const toFile = command.output !== null
  const text = render(command.format, report, tool, terminal.colour && !toFile ? coloured : plain)
  if (command.output === null) terminal.out(text)
  else {
    write(resolve(terminal.workingDirectory, command.output), command.output, text)
    terminal.error(`${report.verdict}: ${headline(report)} The report is in ${command.output}.\n`)
  }
  if (report.coverage.filesIndexed === 0 && command.format !== 'text') {
    terminal.error(`paidpath: there are no JavaScript or TypeScript files in ${command.directory}, so there was nothing to audit\n`)
  }
  return report.verdict === 'fail' ? 1 : 0
}

function render(format: Format, report: AuditReport, tool: Tool, style: Style): string {
  switch (format) {
    case 'text':
      return toText(report, tool, style)
    case 'json':
      return toJson(report, tool)
    case 'sarif':
      return toSarif(report, tool)
    case 'markdown':
      return toMarkdown(report, tool)
  }
}

function write(path: string, shown: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UserError(`the report cannot be written to ${shown}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A user's mistake is one line; anything else is ours, and its stack helps to report it. */
function describe(error: unknown): string {
  if (error instanceof UserError) return `paidpath: ${error.message}\n`
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `paidpath: internal error, please report it with these lines\n${stack}\n`
}
