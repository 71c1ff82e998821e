/** The command around the audit: what is printed where, and the exit status. The audit itself is handed in. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuditorOptions } from '../../server/src/audit/auditor'
import type { AuditReport } from '../../server/src/audit/report'
import { UserError } from '../../server/src/base/cancellation'
import { filePath } from '../../server/src/base/location'
import { run } from '../../server/src/cli/run'
import type { ExitStatus } from '../../server/src/cli/terminal'
import { empty, failing, passing, tool } from '../report/sample'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paidpath-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test.for([
  ['there are findings', failing, 1],
  ['everything is protected', passing, 0],
  ['there is nothing to check', empty, 0],
] as const)('when %s the exit status says so', async ([, report, status]) => {
  expect((await paidpath(['audit'], report)).status).toBe(status)
})

describe('output', () => {
  test('the report alone goes to standard output', async () => {
    const { out, error } = await paidpath(['audit', '--format', 'json'], failing)
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, verdict: 'fail' })
    expect(error).toBe('')
  })

  test('--output writes the report without colours, and says so', async () => {
    const { out, error } = await paidpath(['audit', '--output', 'report.txt'], failing, { colour: true })
    expect(out).toBe('')
    expect(error).toContain('The report is in report.txt.')
    const written = readFileSync(join(folder, 'report.txt'), 'utf8')
    expect(written).toContain('FAIL')
    expect(written).not.toContain('\u001b')
  })

  test('a folder without JavaScript is said in words, beside a report that machines can read', async () => {
    const { out, error } = await paidpath(['audit', '--format', 'json'], empty)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'skip' })
    expect(error).toBe('paidpath: there are no JavaScript or TypeScript files in ., so there was nothing to audit\n')
  })
})

describe('a mistake is one line on standard error and exit status 2', () => {
  test('a folder that is not there', async () => {
    expect(await paidpath(['audit', 'nowhere'], passing)).toEqual({ status: 2, out: '', error: 'paidpath: there is no folder nowhere\n' })
  })

  test('a file instead of a folder', async () => {
    writeFileSync(join(folder, 'index.ts'), '')
    expect(await paidpath(['audit', 'index.ts'], passing)).toEqual({
      status: 2,
      out: '',
      error: 'paidpath: index.ts is a file: give the folder it is in\n',
    })
  })

  test('an output file that cannot be written', async () => {
    const { status, error } = await paidpath(['audit', '--output', 'no/such/folder/report.json'], passing)
    expect(status).toBe(2)
    expect(error).toMatch(/^paidpath: the report cannot be written to no\/such\/folder\/report\.json: .*\n$/)
  })

  test('what the audit says of the workspace', async () => {
    const result = await paidpath(['audit'], () => {
      throw new UserError('the pattern "[" in exclude is not a glob')
    })
    expect(result).toEqual({ status: 2, out: '', error: 'paidpath: the pattern "[" in exclude is not a glob\n' })
  })
})

test('a bug of ours keeps its stack and is exit status 2, not a verdict', async () => {
  const { status, out, error } = await paidpath(['audit'], () => {
    throw new Error('broken invariant')
  })
  expect([status, out]).toEqual([2, ''])
  expect(error).toContain('internal error')
  expect(error).toContain('broken invariant')
})

interface Result {
  readonly status: ExitStatus
  readonly out: string
  readonly error: string
}

async function paidpath(argv: readonly string[], report: AuditReport | (() => AuditReport), { colour = false } = {}): Promise<Result> {
  const printed = { out: '', error: '' }
  const terminal = {
    workingDirectory: folder,
    colour,
    out: (text: string) => (printed.out += text),
    error: (text: string) => (printed.error += text),
  }
  const createAuditor = ({ root }: AuditorOptions) => ({
    applyChanges: () => undefined,
    fixes: () => [],
    advisoryFixes: () => [],
    textOf: () => undefined,
    audit: () => Promise.resolve().then(() => ({ ...(typeof report === 'function' ? report() : report), root })),
  })
  const status = await run(argv, terminal, { tool, modelsDirectory: filePath('/models'), createAuditor })
  return { status, ...printed }
}
