/** A finding may be accepted in the source, with a reason. */
import { describe, expect, test } from 'vitest'
import { checkReport } from '../harness/check'
import { onPaid } from '../harness/shop'

const write = (comment: string): string =>
  onPaid(`
  ${comment}
  await db.order.create({ data: { total: 1 } })
`)

describe('paidpath-ignore-next-line', () => {
  test('with a reason takes the write out of the verdict and lists it', () =>
    checkReport(write('// paidpath-ignore-next-line demo data, nobody pays here'), (report) => {
      expect(report.verdict).toBe('skip')
      expect(report.suppressed.map((item) => item.justification)).toEqual(['demo data, nobody pays here'])
    }))

  test.for(['// paidpath-ignore-next-line', '// paidpath-ignore-next-line TODO: say why', '// eslint-disable-next-line'])('%s accepts nothing', (comment) =>
    checkReport(write(comment), (report) => {
      expect(report.verdict).toBe('fail')
      expect(report.suppressed).toEqual([])
    }),
  )
})
