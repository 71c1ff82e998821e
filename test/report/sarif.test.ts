/** SARIF as code hosts read it. */
import { describe, expect, test } from 'vitest'
import { toSarifLog } from '../../server/src/report/sarif'
import { failing, passing, tool } from './sample'

const run = toSarifLog(failing, tool).runs[0]
const results = run?.results ?? []

describe('SARIF', () => {
  test('one result per finding, at the write, with a fingerprint that survives moved lines', () => {
    const [finding] = results.filter((result) => result.ruleId === 'post-payment-rollback' && result.suppressions === undefined)
    expect(finding?.level).toBe('error')
    expect(finding?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'lib/orders.ts', uriBaseId: 'SRCROOT' },
      region: { startLine: 31, startColumn: 17 },
    })
    expect(finding?.partialFingerprints).toEqual({ 'paidpath/v1': 'f00d' })
    expect(finding?.taxa?.map((taxon) => taxon.id)).toEqual(['362'])
  })

  test('the code flow is the path: entry, confirmation, calls, write', () => {
    const locations = results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? []
    expect(locations.map((location) => location.location?.message?.text)).toEqual([
      'Next.js route POST',
      'payment_intent.succeeded',
      'calls fulfil',
      'db.order.create',
    ])
  })

  test('paths are URIs: brackets of a route folder are escaped', () => {
    const first = results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations[0]
    expect(first?.location?.physicalLocation?.artifactLocation?.uri).toBe('app/api/%5Btenant%5D/webhook/route.ts')
  })

  test('a suppressed finding keeps its path, fingerprint and justification', () => {
    const suppressed = results.filter((result) => result.suppressions !== undefined)
    expect(suppressed.flatMap((result) => result.suppressions ?? [])).toEqual([
      { kind: 'inSource', justification: 'reconciled by hand | weekly' },
      { kind: 'external' },
    ])
    expect(suppressed.map((result) => result.partialFingerprints)).toEqual([{ 'paidpath/v1': 'dead' }, { 'paidpath/v1': 'feed' }])
    expect(suppressed.every((result) => result.codeFlows?.length === 1)).toBe(true)
  })

  test('every result refers to a rule that is listed', () => {
    for (const result of results) expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
  })

  test('protected writes are no results', () => {
    expect(toSarifLog(passing, tool).runs[0]?.results).toEqual([])
  })

  test('a file that was skipped is a notification of the tool', () => {
    const [notification] = run?.invocations?.[0]?.toolExecutionNotifications ?? []
    expect(notification?.message.text).toBe('Not analysed: larger than 1 MiB')
  })
})
