/** The command line as data: options, help text, and what is wrong with the arguments. */
import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { repairChoices, type RepairChoice } from '../audit/repair'
import { defaultSettings, type Settings } from '../audit/settings'

export type Format = 'text' | 'json' | 'sarif' | 'markdown'
export const formats: readonly Format[] = ['text', 'json', 'sarif', 'markdown']

interface FolderCommand {
  /** As typed; `.` when left out. */
  readonly directory: string
  readonly settings: Settings
}

export interface AuditCommand extends FolderCommand {
  readonly kind: 'audit'
  readonly format: Format
  /** `null`: standard output. */
  readonly output: string | null
}

export interface FixCommand extends FolderCommand {
  readonly kind: 'fix'
  /** Show the changes instead of making them. */
  readonly dryRun: boolean
  /** Empty: whatever suits each handler. */
  readonly choices: readonly RepairChoice[]
  /** Also into files with changes that are not committed. */
  readonly force: boolean
}

export interface BaselineCommand extends FolderCommand {
  readonly kind: 'baseline'
  /** Accept nothing new: drop what no longer matches. */
  readonly update: boolean
  /** Of findings that are newly accepted. */
  readonly justification: string
}

type PaidpathCommand = AuditCommand | FixCommand | BaselineCommand

export type ParsedArguments =
  | PaidpathCommand
  /** Help or version was asked for. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'mistake'; readonly message: string }

interface RuleFlags {
  readonly strict: boolean
  readonly redelivery: Settings['redelivery']
  readonly subscriptionEvents: boolean
  readonly shape: boolean
  readonly retryQueue: string
  readonly exclude: readonly string[]
  readonly declarations: readonly string[]
  /** False: none. */
  readonly baseline?: string | false
}

interface AuditFlags extends RuleFlags {
  readonly format: Format
  readonly output?: string
}

interface BaselineFlags extends RuleFlags {
  readonly update?: true
  readonly justification: string
}

interface FixFlags extends RuleFlags {
  readonly dryRun?: true
  readonly apply: readonly RepairChoice[]
  readonly force?: true
}

/** `workingDirectory`: what a baseline that is named is relative to. */
export function parseArguments(argv: readonly string[], version: string, workingDirectory: string): ParsedArguments {
  const messages: string[] = []
  const mistakes: string[] = []
  const found: PaidpathCommand[] = []
  const command = paidpath(version, workingDirectory, (one) => found.push(one))
  for (const one of [command, ...command.commands]) {
    one.exitOverride().configureOutput({ writeOut: (text) => messages.push(text), writeErr: (text) => mistakes.push(text) })
  }
  try {
    command.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (messages.length > 0) return { kind: 'message', text: messages.join('') }
    if (error.code === 'commander.help') return { kind: 'mistake', message: 'say what to do: paidpath audit [DIR] (paidpath --help lists the commands)' }
    return { kind: 'mistake', message: oneLine(error.message) }
  }
  return found[0] ?? { kind: 'message', text: command.helpInformation() }
}

function paidpath(version: string, workingDirectory: string, onCommand: (found: PaidpathCommand) => void): Command {
  const command = new Command('paidpath')
    .description('Finds every database write after a confirmed payment that can fail and lose the order.')
    .version(version)
    .allowExcessArguments(false)
  withBaselineFlags(
    command
      .command('audit')
      .description('audit a folder and print the report')
      .argument('[DIR]', 'folder to audit', '.')
      .addOption(new Option('--format <format>', 'how to print the report').choices(formats).default('text'))
      .option('--output <FILE>', 'write the report to a file instead of standard output'),
  )
    .addHelpText('after', '\nExit status: 0 pass or not applicable, 1 findings, 2 the audit could not be done.')
    .action((directory: string, flags: AuditFlags) => {
      onCommand({ kind: 'audit', directory, format: flags.format, output: flags.output ?? null, settings: settingsOf(flags, workingDirectory) })
    })
  withBaselineFlags(
    command
      .command('fix')
      .description('repair the findings of a folder, one fix per handler, and then what its advisories point at')
      .argument('[DIR]', 'folder to repair', '.')
      .option('--dry-run', 'write nothing: print the changes as a unified diff')
      .option('--apply <KIND>', `make the changes: ${repairChoices.join(', ')} (may be repeated, best first)`, collectChoice, [])
      .option('--force', 'also write into files with uncommitted changes'),
  )
    .addHelpText('after', '\nExit status: 0 no finding is left, 1 findings are left, 2 the folder could not be repaired; then nothing was written.')
    .action((directory: string, flags: FixFlags, own: Command) => {
      const dryRun = flags.dryRun === true
      if (!dryRun && flags.apply.length === 0) own.error('say what to do: --dry-run shows the changes, --apply KIND makes them')
      onCommand({ kind: 'fix', directory, dryRun, choices: flags.apply, force: flags.force === true, settings: settingsOf(flags, workingDirectory) })
    })
  withRuleFlags(
    command
      .command('baseline')
      .description('accept the findings of a folder: writes them into a file to be committed')
      .argument('[DIR]', 'folder to audit', '.')
      .option('--baseline <FILE>', `where (default: ${defaultSettings.baseline} in the folder)`)
      .option('--update', 'accept nothing new, only drop what is no longer a finding')
      .option('--justification <TEXT>', 'why the new ones are accepted', ''),
  )
    .addHelpText('after', '\nExit status: 0 the baseline is up to date, 2 it could not be written.')
    .action((directory: string, flags: BaselineFlags) => {
      const { update, justification } = flags
      onCommand({ kind: 'baseline', directory, update: update === true, justification, settings: settingsOf(flags, workingDirectory) })
    })
  return command
}

function withBaselineFlags(command: Command): Command {
  return withRuleFlags(command)
    .option('--baseline <FILE>', `file of accepted findings (default: ${defaultSettings.baseline} in the folder, where there is one)`)
    .option('--no-baseline', 'accept nothing')
}

/** The settings of the rule, the same for every command. */
function withRuleFlags(command: Command): Command {
  return command
    .option('--strict', 'a transaction alone protects nothing that can stay charged', defaultSettings.strict)
    .addOption(
      new Option('--redelivery <when>', "when a provider's redelivery protects a write").choices(['idempotent', 'never']).default(defaultSettings.redelivery),
    )
    .option('--no-subscription-events', 'events that say a subscription started or changed confirm nothing')
    .option('--no-shape', 'do not recognise db.orders.create(...) on clients nobody can resolve')
    .option('--retry-queue <FILE#EXPORT>', 'queue, or function (name, payload) or (payload), that takes the work of a failed write', defaultSettings.retryQueue)
    .option('--exclude <GLOB>', 'do not analyse these files (may be repeated)', collect, [...defaultSettings.exclude])
    .option('--declarations <GLOB>', 'declaration files of in-house clients (may be repeated)', collect, [...defaultSettings.declarations])
    .allowExcessArguments(false)
}

function settingsOf(flags: RuleFlags, workingDirectory: string): Settings {
  return {
    strict: flags.strict,
    redelivery: flags.redelivery,
    subscriptionEvents: flags.subscriptionEvents,
    shapeFallback: flags.shape,
    exclude: flags.exclude,
    declarations: flags.declarations,
    retryQueue: flags.retryQueue,
    baseline: flags.baseline === undefined ? defaultSettings.baseline : flags.baseline === false ? '' : resolve(workingDirectory, flags.baseline),
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value]
}

function collectChoice(value: string, previous: readonly RepairChoice[]): readonly RepairChoice[] {
  const choice = repairChoices.find((known) => known === value)
  if (choice === undefined) throw new InvalidArgumentError(`Allowed choices are ${repairChoices.join(', ')}.`)
  return previous.includes(choice) ? previous : [...previous, choice]
}

function oneLine(message: string): string {
  return message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')
}
