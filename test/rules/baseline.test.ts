/** Findings accepted in a committed file: which edits an entry survives, and what its text may be. */
import { describe, expect, test } from 'vitest'
import { nextBaseline } from '../../server/src/audit/baseline'
import type { AuditReport } from '../../server/src/audit/report'
import { filePath } from '../../server/src/base/location'
import { baselineText, parseBaseline, type BaselineEntry } from '../../server/src/rules/baseline'
import { audited, type Files } from '../harness/fixes'
import { parseFixture } from '../harness/fixture'
import { afterCharge } from '../harness/shop'

const order = 'await db.order.create({ data: { total } })'
const stock = "await db.account.update({ where: { id: '1' }, data: { balance: { increment: 1 } } })"

async function accept(files: Files, justification = ''): Promise<Files> {
  const { report } = await audited(files)
  return { ...files, '/paidpath-baseline.json': baselineText(nextBaseline(report, null, { onlyDrop: false, justification }).entries) }
}

/** Of the edited fixture under the baseline of the first. */
async function afterEdit(before: string, after: string): Promise<AuditReport> {
  const accepted = await accept(parseFixture(afterCharge(before)).files)
  const files = { ...parseFixture(afterCharge(after)).files, '/paidpath-baseline.json': accepted['/paidpath-baseline.json'] ?? '' }
  return (await audited(files)).report
}

const stale = (report: AuditReport): readonly string[] => report.advisories.filter(({ kind }) => kind === 'stale-baseline-entry').map(({ message }) => message)

describe('an accepted finding', () => {
  test('is no finding: it is listed as suppressed, with the reason from the file', async () => {
    const { report } = await audited(await accept(parseFixture(afterCharge(order)).files, 'before the rewrite'))
    expect([report.verdict, report.operations]).toEqual(['pass', []])
    expect(report.suppressed).toMatchObject([{ kind: 'external', justification: 'before the rewrite', operation: { op: 'db.order.create' } }])
    expect(stale(report)).toEqual([])
  })

  test.for([
    ['lines before it', order, `\n\n  // paid\n  track(intent)\n  ${order}`],
    ['another write before it', order, `${stock}\n  ${order}`],
    ['its arguments', order, order.replace('total', 'total, note: 1')],
  ])('survives an edit of %s', async ([, before = '', after = '']) => {
    const report = await afterEdit(before, after)
    expect(report.operations.filter(({ op, protected: guarded }) => op === 'db.order.create' && !guarded)).toEqual([])
    expect(stale(report)).toEqual([])
  })

  test('does not cover a second write of the same kind', async () => {
    const report = await afterEdit(order, `${order}\n  ${order}`)
    expect([report.verdict, report.suppressed.length, report.operations.length]).toEqual(['fail', 1, 1])
  })

  test('does not cover the same write when it fails in another way', async () => {
    const report = await afterEdit(order, `try {\n    ${order}\n  } catch {}`)
    expect(report.verdict).toBe('fail')
    expect(stale(report)).toHaveLength(1)
  })

  test('stays accepted when an equal one before it is repaired, whose entry goes stale', async () => {
    const repaired = `try {\n    ${order}\n  } catch (error) {\n    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: id })\n    throw error\n  }`
    const report = await afterEdit(`${order}\n  ${order}`, `${repaired}\n  ${order}`)
    expect([report.verdict, report.suppressed.length, stale(report).length]).toEqual(['pass', 1, 1])
  })

  test('that is repaired leaves a stale entry, at its place in the file', async () => {
    const report = await afterEdit(`${order}\n  ${stock}`, stock)
    expect(report.advisories.filter(({ kind }) => kind === 'stale-baseline-entry')).toMatchObject([
      {
        at: { file: '/workspace/paidpath-baseline.json', line: 12, column: 5 },
        message: expect.stringMatching(/^db\.order\.create in POST .*--update\.$/) as string,
      },
    ])
  })

  test('has one fingerprint, accepted or not', async () => {
    const { files } = parseFixture(afterCharge(order))
    const { report: open } = await audited(files)
    const { report: accepted } = await audited(await accept(files))
    expect(accepted.suppressed.map(({ operation }) => operation.fingerprint)).toEqual(open.operations.map(({ fingerprint }) => fingerprint))
  })
})

describe('the next baseline', () => {
  const fixture = (lines: string): Files => parseFixture(afterCharge(lines)).files

  test('keeps what the team wrote, adds what is new and drops what is gone', async () => {
    const before = parseBaseline(filePath('/b.json'), 'b.json', (await accept(fixture(`${order}\n  ${order}`), 'known'))['/paidpath-baseline.json'] ?? '')
    const { report } = await audited(fixture(`${order}\n  ${stock}`))
    const next = nextBaseline(report, before, { onlyDrop: false, justification: 'new' })
    expect(next).toMatchObject({ added: 1, kept: 1, removed: 1 })
    expect(next.entries.map(({ operation, justification }) => [operation, justification])).toEqual([
      ['db.order.create', 'known'],
      ['db.account.update', 'new'],
    ])
    expect(nextBaseline(report, before, { onlyDrop: true, justification: '' })).toMatchObject({ added: 0, kept: 1, removed: 1 })
  })
})

describe('the text', () => {
  const entry: BaselineEntry = { file: 'b.ts', function: 'pay', operation: 'db.order.create', table: 'order', reason: 'lost', ordinal: 1, justification: '' }
  const read = (text: string) => parseBaseline(filePath('/shop/b.json'), 'b.json', text)

  test('is sorted, and reads back', () => {
    const text = baselineText([{ ...entry, ordinal: 2 }, entry, { ...entry, file: 'a.ts', table: null, justification: 'why "not"' }])
    expect(read(text).entries.map(({ file, ordinal, table, justification }) => [file, ordinal, table, justification])).toEqual([
      ['a.ts', 1, null, 'why "not"'],
      ['b.ts', 1, 'order', ''],
      ['b.ts', 2, 'order', ''],
    ])
    expect(baselineText(read(text).entries)).toBe(text)
  })

  test.for([
    ['{', 'b.json is not JSON ('],
    ['[]', 'b.json is not a baseline, it has no list "entries": '],
    ['{ "version": 2, "entries": [] }', 'b.json is of version 2, and this Paidpath reads version 1: '],
    ['{ "version": 1, "entries": [1] }', 'b.json: entries[0] must be an object; '],
    ['{ "version": 1, "entries": [{ "ordinal": 1, "file": 3 }] }', 'b.json: entries[0].file must be a string; '],
    ['{ "version": 1, "entries": [{ "ordinal": 0 }] }', 'b.json: entries[0].ordinal must be a number from 1; '],
  ])('%s is a mistake that says what to do', ([text = '', message = '']) => {
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).toThrow('correct it, or delete it and run paidpath baseline')
  })
})
