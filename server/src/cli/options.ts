/** The command line as data: options, help text, and what is wrong with the arguments. */
import { Command, CommanderError, Option } from 'commander'
import { defaultSettings, type Settings } from '../audit/settings'

export type Format = 'text' | 'json' | 'sarif' | 'markdown'
export const formats: readonly Format[] = ['text', 'json', 'sarif', 'markdown']

export interface AuditCommand {
  readonly kind: 'audit'
  /** As typed; `.` when left out. */
  readonly directory: string
  readonly format: Format
  /** `null`: standard output. */
  readonly output: string | null
  readonly settings: Settings
}

export type ParsedArguments =
  | AuditCommand
  /** Help or version was asked for. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'mistake'; readonly message: string }

interface AuditFlags {
  readonly format: Format
  readonly output?: string
  readonly strict: boolean
  readonly redelivery: Settings['redelivery']
  readonly subscriptionEvents: boolean
  readonly shape: boolean
  readonly exclude: readonly string[]
  readonly declarations: readonly string[]
}

export function parseArguments(argv: readonly string[], version: string): ParsedArguments {
  const messages: string[] = []
  const mistakes: string[] = []
  const found: AuditCommand[] = []
  const command = paidpath(version, (audit) => found.push(audit))
  for (const one of [command, ...command.commands]) {
    one.exitOverride().configureOutput({ writeOut: (text) => messages.push(text), writeErr: (text) => mistakes.push(text) })
  }
  try {
    command.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (messages.length > 0) return { kind: 'message', text: messages.join('') }
    if (error.code === 'commander.help') return { kind: 'mistake', message: 'say what to do: paidpath audit [DIR] (paidpath --help lists the options)' }
    return { kind: 'mistake', message: oneLine(error.message) }
  }
  return found[0] ?? { kind: 'message', text: command.helpInformation() }
}

function paidpath(version: string, onAudit: (audit: AuditCommand) => void): Command {
  const command = new Command('paidpath')
    .description('Finds every database write after a confirmed payment that can fail and lose the order.')
    .version(version)
    .allowExcessArguments(false)
  command
    .command('audit')
    .description('audit a folder and print the report')
    .argument('[DIR]', 'folder to audit', '.')
    .addOption(new Option('--format <format>', 'how to print the report').choices(formats).default('text'))
    .option('--output <FILE>', 'write the report to a file instead of standard output')
    .option('--strict', 'a transaction alone protects nothing that can stay charged', defaultSettings.strict)
    .addOption(
      new Option('--redelivery <when>', "when a provider's redelivery protects a write").choices(['idempotent', 'never']).default(defaultSettings.redelivery),
    )
    .option('--no-subscription-events', 'events that say a subscription started or changed confirm nothing')
    .option('--no-shape', 'do not recognise db.orders.create(...) on clients nobody can resolve')
    .option('--exclude <GLOB>', 'do not analyse these files (may be repeated)', collect, [...defaultSettings.exclude])
    .option('--declarations <GLOB>', 'declaration files of in-house clients (may be repeated)', collect, [...defaultSettings.declarations])
    .addHelpText('after', '\nExit status: 0 pass or not applicable, 1 findings, 2 the audit could not be done.')
    .allowExcessArguments(false)
    .action((directory: string, flags: AuditFlags) => {
      onAudit({ kind: 'audit', directory, format: flags.format, output: flags.output ?? null, settings: settingsOf(flags) })
    })
  return command
}

function settingsOf(flags: AuditFlags): Settings {
  return {
    strict: flags.strict,
    redelivery: flags.redelivery,
    subscriptionEvents: flags.subscriptionEvents,
    shapeFallback: flags.shape,
    exclude: flags.exclude,
    declarations: flags.declarations,
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value]
}

function oneLine(message: string): string {
  return message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')
}
