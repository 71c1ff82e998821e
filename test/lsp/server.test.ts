/** The built server over stdio, on a shop whose webhook is in one file and whose write is in another. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startBuiltServer, type LspClient } from '../harness/lspClient'

let folder: string
let webhook: string
let orders: string
let client: LspClient

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paidpath-shop-'))
  cpSync('test/workspaces/shop', folder, { recursive: true })
  webhook = path.join(folder, 'app/api/webhooks/stripe/route.ts')
  orders = path.join(folder, 'lib/orders.ts')
})

afterEach(async () => {
  await client.stop()
  rmSync(folder, { recursive: true })
})

const findings = (file: string) => client.diagnostics(file).filter(({ code }) => code === 'post-payment-rollback')
const foundOne = () => client.until('a finding', () => findings(orders).length === 1)
const foundNone = () => client.until('no finding', () => findings(orders).length === 0)
const textOf = (file: string) => readFileSync(file, 'utf8')

describe('a write that the webhook of another file reaches', () => {
  test('is found while no file is open', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    const line = textOf(orders)
      .split('\n')
      .findIndex((text) => text.includes('prisma.order.create'))
    expect(findings(orders)[0]).toMatchObject({
      source: 'paidpath',
      severity: 2,
      range: { start: { line, character: 21 }, end: { line, character: 27 } },
    })
    expect(findings(orders)[0]?.relatedInformation?.map(({ message }) => message)).toEqual([
      'Entry point: Next.js route POST',
      'Payment confirmed: payment_intent.succeeded',
      'Calls fulfilOrder',
      'Write: prisma.order.create',
    ])
  })

  test('is forgotten when an unsaved edit makes the event one that confirms nothing, and found again when the buffer is closed', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    client.open(webhook, textOf(webhook).replace('payment_intent.succeeded', 'payment_intent.created'))
    await foundNone()
    client.close(webhook)
    await foundOne()
  })

  test('survives a syntax error half way through typing', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    client.open(orders, textOf(orders).replace('data: {', 'data: {{ ('))
    await client.auditAgain()
    client.replaceAll(orders, textOf(orders))
    await client.auditAgain()
    expect(findings(orders)).toHaveLength(1)
    expect(client.log).toEqual([])
  })

  test('has quick fixes', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    const [finding] = findings(orders)
    const actions = finding === undefined ? [] : await client.codeActions(orders, finding.range)
    expect(actions.some(({ title, disabled }) => /refund/i.test(title) && disabled === undefined)).toBe(true)
    expect(actions.some(({ title, disabled }) => /queue/i.test(title) && disabled !== undefined)).toBe(true)
  })

  test('can be handed to the retry queue that the settings name, once the module is there', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    client.changeSettings({ retryQueue: 'lib/retry.ts#enqueueRetry' })
    await client.until('failed', () => client.state(folder)?.phase === 'failed')
    expect(client.state(folder)?.message).toBe('the retry queue lib/retry.ts#enqueueRetry cannot be used: there is no file lib/retry.ts')
    client.open(path.join(folder, 'lib/retry.ts'), `export async function enqueueRetry(name: string, payload: object) {}\n`)
    await client.until('audited again', () => client.state(folder)?.phase !== 'failed')
    await foundOne()
    const [finding] = findings(orders)
    const actions = finding === undefined ? [] : await client.codeActions(orders, finding.range)
    expect(actions.some(({ title, disabled }) => /queue/i.test(title) && disabled === undefined)).toBe(true)
  })

  test('is a hint while the baseline accepts it, on disk or in an unsaved buffer', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    const baseline = path.join(folder, 'paidpath-baseline.json')
    const entry = { file: 'lib/orders.ts', function: 'fulfilOrder', operation: 'prisma.order.create', table: 'order', reason: 'not-idempotent', ordinal: 1 }
    const text = JSON.stringify({ version: 1, entries: [entry] })
    writeFileSync(baseline, text)
    client.diskChanged(baseline)
    await client.until('a hint', () => findings(orders)[0]?.severity === 4)
    client.open(baseline, text.replace('prisma.order.create', 'prisma.order.delete'))
    await client.until('a stale entry', () => client.diagnostics(baseline).some(({ code }) => code === 'stale-baseline-entry'))
    expect(findings(orders)[0]?.severity).toBe(2)
    client.replaceAll(baseline, '{')
    await client.until('failed', () => client.state(folder)?.phase === 'failed')
    expect(client.state(folder)?.message).toMatch(/^paidpath-baseline\.json is not JSON/)
    client.close(baseline)
    await client.until('a hint again', () => findings(orders)[0]?.severity === 4)
  })

  test('is forgotten when the file that reached it is deleted', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    rmSync(webhook)
    client.diskChanged(webhook)
    await foundNone()
  })

  test('is forgotten when the folder of the file that reached it is deleted', async () => {
    client = await startBuiltServer({ folders: [folder] })
    await foundOne()
    rmSync(path.join(folder, 'app'), { recursive: true })
    client.diskChanged(path.join(folder, 'app'))
    await foundNone()
  })
})

describe('folders', () => {
  test('a second one is audited when it is added, and its findings go with it', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'paidpath-other-'))
    client = await startBuiltServer({ folders: [other] })
    await client.ready()
    expect(client.state(other)?.report?.verdict).toBe('skip')
    client.changeFolders({ added: [folder] })
    await foundOne()
    client.changeFolders({ removed: [folder] })
    await foundNone()
    rmSync(other, { recursive: true })
  })

  test('one with a broken tsconfig.json is audited as if it had none of its settings', async () => {
    writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": {')
    client = await startBuiltServer({ folders: [folder] })
    await client.ready()
    expect(client.state(folder)?.report?.coverage.filesIndexed).toBe(4)
  })

  test('one without JavaScript has nothing to protect', async () => {
    rmSync(folder, { recursive: true })
    folder = mkdtempSync(path.join(tmpdir(), 'paidpath-empty-'))
    writeFileSync(path.join(folder, 'notes.txt'), 'db.order.create()')
    client = await startBuiltServer({ folders: [folder] })
    await client.ready()
    expect(client.state(folder)?.report).toMatchObject({ verdict: 'skip', handlers: [] })
  })
})
