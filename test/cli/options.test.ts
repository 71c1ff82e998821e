/** Arguments as data. */
import { describe, expect, test } from 'vitest'
import { parseArguments, type AuditCommand, type ParsedArguments } from '../../server/src/cli/options'
import { defaultSettings } from '../../server/src/audit/settings'

describe('paidpath audit', () => {
  test('without arguments audits the current folder as text with the default settings', () => {
    expect(parse('audit')).toEqual({ kind: 'audit', directory: '.', format: 'text', output: null, settings: defaultSettings })
  })

  test('takes a folder, a format and a file', () => {
    expect(parse('audit', 'shop', '--format', 'sarif', '--output', 'out.sarif')).toMatchObject({ directory: 'shop', format: 'sarif', output: 'out.sarif' })
  })

  test('every setting of the rule is a flag', () => {
    const flags = [
      '--strict',
      '--redelivery',
      'never',
      '--no-subscription-events',
      '--no-shape',
      '--retry-queue',
      'src/retry.ts#enqueueRetry',
      '--exclude',
      'a/**',
      '--exclude',
      'b/**',
      '--declarations',
      'c.d.ts',
      '--baseline',
      'accepted.json',
    ]
    expect((parse('audit', ...flags) as AuditCommand).settings).toEqual({
      strict: true,
      redelivery: 'never',
      subscriptionEvents: false,
      shapeFallback: false,
      exclude: ['a/**', 'b/**'],
      declarations: [...defaultSettings.declarations, 'c.d.ts'],
      baseline: '/projects/accepted.json',
      retryQueue: 'src/retry.ts#enqueueRetry',
    })
  })

  test('--no-baseline accepts nothing', () => {
    expect((parse('audit', '--no-baseline') as AuditCommand).settings.baseline).toBe('')
  })

  test.for([
    [['audit', '--format', 'xml'], "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, sarif, markdown."],
    [['audit', '--formt', 'json'], "unknown option '--formt' (Did you mean --format?)"],
    [['audit', 'a', 'b'], "too many arguments for 'audit'. Expected 1 argument but got 2."],
    [['adit'], "unknown command 'adit' (Did you mean audit?)"],
    [[], 'say what to do: paidpath audit [DIR] (paidpath --help lists the commands)'],
  ] as const)('%j is a mistake, said in one line', ([argv, message]) => {
    expect(parse(...argv)).toEqual({ kind: 'mistake', message })
  })

  test('help and version are answers, not mistakes', () => {
    expect(parse('--version')).toEqual({ kind: 'message', text: '1.2.3\n' })
    expect(parse('audit', '--help')).toMatchObject({ kind: 'message', text: expect.stringContaining('Exit status: 0') as string })
  })
})

function parse(...argv: string[]): ParsedArguments {
  return parseArguments(argv, '1.2.3', '/projects')
}
