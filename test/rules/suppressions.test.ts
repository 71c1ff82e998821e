/** A finding may be accepted in the source, with a reason; a comment that accepts nothing is said to. */
import { describe, expect, test } from 'vitest'
import type { AuditReport } from '../../server/src/audit/report'
import { applyFix, audited, offersFor } from '../harness/fixes'
import { checkReport } from '../harness/check'
import { parseFixture } from '../harness/fixture'
import { onPaid } from '../harness/shop'

const order = 'await db.order.create({ data: { total: 1 } })'
const write = (comment: string, line = order): string => onPaid(`\n  ${comment}\n  ${line}\n`)
const notes = (report: AuditReport): readonly string[] =>
  report.advisories.filter(({ kind }) => kind.includes('suppression')).map(({ kind, at }) => `${kind} ${at.line}:${at.column}`)

describe('paidpath-ignore-next-line', () => {
  test.for([
    '// paidpath-ignore-next-line demo data, nobody pays here',
    '// paidpath-ignore-next-line: demo data, nobody pays here',
    '/* paidpath-ignore-next-line -- demo data, nobody pays here */',
    'track() // paidpath-ignore-next-line demo data, nobody pays here',
    '// paidpath-ignore-next-line demo data, nobody pays here\n  // eslint-disable-next-line no-restricted-syntax',
  ])('%s takes the write out of the verdict and lists it', (comment) =>
    checkReport(write(comment), (report) => {
      expect(report.verdict).not.toBe('fail')
      expect(report.suppressed.map((item) => item.justification)).toEqual(['demo data, nobody pays here'])
      expect(notes(report)).toEqual([])
    }),
  )

  test('stands above the call or above the method of a chain', async () => {
    const chain = (first: string, second: string): string => onPaid(`\n  ${first}\n  await db\n    ${second}\n    .order.create({ data: { total: 1 } })\n`)
    const comment = '// paidpath-ignore-next-line demo data'
    for (const fixture of [chain(comment, ''), chain('', comment)]) {
      await checkReport(fixture, (report) => {
        expect(report.suppressed).toHaveLength(1)
      })
    }
  })

  test.for([
    '// paidpath-ignore-next-line',
    '// paidpath-ignore-next-line TODO: say why this is safe',
    '/* paidpath-ignore-next-line */',
    '// paidpath-ignore-next-line:',
  ])('%s accepts nothing, and says that the reason is missing', (comment) =>
    checkReport(write(comment), (report) => {
      expect(report.verdict).toBe('fail')
      expect(report.suppressed).toEqual([])
      expect(notes(report)).toEqual(['suppression-without-reason 7:3'])
    }),
  )

  test.for([
    ['above a write that is protected', 'await db.account.upsert({ where: { id: intent.id }, create: { id: intent.id, balance: 1 }, update: { balance: 1 } })'],
    ['above no write', 'track(intent)'],
    ['with a line between', `\n  ${order}`],
  ])('%s is unused', ([, line = '']) =>
    checkReport(write('// paidpath-ignore-next-line because', line), (report) => {
      expect(report.suppressed).toEqual([])
      expect(notes(report)).toEqual(['unused-suppression 7:3'])
    }),
  )

  test('is unused in a file that has nothing to do with payments', () =>
    checkReport(write('', '') + '//- /lib/dates.ts\n// paidpath-ignore-next-line because\nexport const now = () => Date.now()\n', (report) => {
      expect(notes(report)).toEqual(['unused-suppression 1:1'])
    }))

  test.for(['const help = "// paidpath-ignore-next-line because"', '// paidpath-ignore-next-line-not because', '// eslint-disable-next-line'])(
    '%s is no suppression',
    (line) =>
      checkReport(write(line), (report) => {
        expect(report.verdict).toBe('fail')
        expect(notes(report)).toEqual([])
      }),
  )
})

describe('the quick fix', () => {
  test('"Suppress on this line…" accepts the finding once its placeholder is replaced by a reason', async () => {
    const { files } = parseFixture(onPaid(order.replace('db', 'db\n    ')))
    const { fixes } = await offersFor(files)
    const suppress = fixes.find(({ kind }) => kind === 'suppress')
    if (suppress === undefined) throw new Error('Nothing is offered')
    const [change] = suppress.edits[0]?.changes ?? []
    const placeholder = change?.placeholder ?? 'none'
    expect(suppress.title).toBe('Suppress on this line…')
    expect((await audited(applyFix(files, suppress))).report.verdict).toBe('fail')
    const edits = suppress.edits.map(({ file, changes }) => ({
      file,
      changes: changes.map((one) => ({ ...one, text: one.text.replace(placeholder, 'demo') })),
    }))
    expect((await audited(applyFix(files, { ...suppress, edits }))).report.suppressed.map((item) => item.justification)).toEqual(['demo'])
  })

  test('is not offered where the line begins inside a template', async () => {
    const { files } = parseFixture(onPaid('const page = `\n  ${await db.order.create({ data: { total: 1 } })}`'))
    const { fixes } = await offersFor(files)
    expect(fixes.filter(({ kind }) => kind === 'suppress')).toEqual([])
  })

  test.for([
    ['a line of its own', '  track(intent)\n  // paidpath-ignore-next-line because\n  track(intent)', '  track(intent)\n  track(intent)'],
    ['the end of a line', '  track(intent) // paidpath-ignore-next-line because\n  track(intent)', '  track(intent)\n  track(intent)'],
    ['a line with Windows ends', '  track(intent)\r\n  /* paidpath-ignore-next-line because */\r\n  track(intent)', '  track(intent)\r\n  track(intent)'],
  ])('removes a suppression that is unused from %s', async ([, before = '', after = '']) => {
    const { files } = parseFixture(onPaid(before))
    const { auditor, report } = await audited(files)
    const [unused] = report.advisories.filter(({ kind }) => kind === 'unused-suppression')
    const [fix] = unused === undefined ? [] : auditor.advisoryFixes(unused)
    if (fix === undefined) throw new Error('Nothing is offered')
    expect(applyFix(files, fix)).toEqual(parseFixture(onPaid(after)).files)
  })
})
