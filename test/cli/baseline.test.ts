/** `paidpath baseline` on real files, and the audits that go by it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAuditor } from '../../server/src/audit/createAuditor'
import { run } from '../../server/src/cli/run'
import { modelsDirectory } from '../harness/audit'
import { tool } from '../report/sample'

let folder = ''
const shop = (writes: string): string => `import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
const stripe = new Stripe('key')
const db = new PrismaClient()
export async function POST(request: Request) {
  await stripe.paymentIntents.capture('1')
  ${writes}
  return new Response('ok')
}
`
const order = `await db.order.create({ data: { total: 1 } })`
const stock = `await db.product.update({ where: { id: 'p' }, data: { stock: { decrement: 1 } } })`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paidpath-'))
  writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "next": "15" } }')
  write(shop(order))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('accepted findings no longer fail the audit; new ones do', async () => {
  expect(await paidpath('audit')).toMatchObject({ status: 1 })
  expect(await paidpath('baseline', '--justification', 'before the rewrite')).toEqual({
    status: 0,
    out: 'paidpath-baseline.json: 1 finding newly accepted, 0 kept, 0 removed.\n',
    error: '',
  })
  const passed = await paidpath('audit')
  expect(passed.status).toBe(0)
  expect(passed.out).toContain('PASS  No finding is left. 1 finding accepted.')
  expect(passed.out).toMatch(/Suppressed\n {2}app\/api\/pay\/route\.ts:7:18 {2}db\.order\.create {2}baseline {2}before the rewrite/)
  write(shop(`${order}\n  ${stock}`))
  expect(await paidpath('audit')).toMatchObject({ status: 1 })
})

test('JSON lists them as suppressed from outside the source', async () => {
  await paidpath('baseline')
  const { out } = await paidpath('audit', '--format', 'json')
  expect(JSON.parse(out)).toMatchObject({
    verdict: 'pass',
    operations: [],
    suppressed: [{ kind: 'external', justification: '', file: 'app/api/pay/route.ts', line: 7, op: 'db.order.create' }],
  })
})

test('--update drops what is repaired, keeps what the team wrote and accepts nothing new', async () => {
  await paidpath('baseline')
  const file = join(folder, 'paidpath-baseline.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"ordinal": 1', '"ordinal": 1, "justification": "known"'))
  write(shop(`${order}\n  ${stock}`))
  expect((await paidpath('baseline', '--update')).out).toBe('paidpath-baseline.json: 0 findings newly accepted, 1 kept, 0 removed, 1 finding not accepted.\n')
  expect(readFileSync(file, 'utf8')).toContain('"known"')
  write(shop(stock))
  expect((await paidpath('audit')).out).toContain('stale-baseline-entry  paidpath-baseline.json:4:5')
  expect((await paidpath('baseline', '--update')).out).toBe('paidpath-baseline.json: 0 findings newly accepted, 0 kept, 1 removed, 1 finding not accepted.\n')
  expect(readFileSync(file, 'utf8')).toBe('{\n  "version": 1,\n  "entries": []\n}\n')
})

test('--baseline names another file, --no-baseline goes by none', async () => {
  await paidpath('baseline', '--baseline', 'accepted.json')
  expect(await paidpath('audit')).toMatchObject({ status: 1 })
  expect(await paidpath('audit', '--baseline', 'accepted.json')).toMatchObject({ status: 0 })
  await paidpath('baseline')
  expect(await paidpath('audit')).toMatchObject({ status: 0 })
  expect(await paidpath('audit', '--no-baseline')).toMatchObject({ status: 1 })
})

test('fix leaves alone what is accepted', async () => {
  await paidpath('baseline')
  expect(await paidpath('fix', '--dry-run')).toEqual({ status: 0, out: '', error: 'There is nothing to repair: no finding, and no advisory that has a fix.\n' })
})

test('without findings no file is written', async () => {
  write(shop(''))
  expect((await paidpath('baseline')).out).toBe('There is no finding to accept; no baseline was written.\n')
  expect((await paidpath('audit')).status).toBe(0)
})

test.for([
  [['audit', '--baseline', 'nowhere.json'], /^paidpath: there is no baseline .*nowhere\.json: paidpath baseline writes one\n$/],
  [['baseline', '--update'], /^paidpath: there is no baseline paidpath-baseline\.json to update: paidpath baseline writes one\n$/],
] as const)('%j is a mistake, said in one line', async ([argv, message]) => {
  const { status, error } = await paidpath(...argv)
  expect(status).toBe(2)
  expect(error).toMatch(message)
})

test('a baseline that cannot be read is never taken for an empty one', async () => {
  writeFileSync(join(folder, 'paidpath-baseline.json'), '<<<<<<< HEAD')
  for (const command of ['audit', 'baseline']) {
    const { status, error } = await paidpath(command)
    expect([command, status]).toEqual([command, 2])
    expect(error).toMatch(/^paidpath: paidpath-baseline\.json is not JSON \(.*\): correct it, or delete it and run paidpath baseline\n$/)
  }
})

async function paidpath(...argv: readonly string[]) {
  const printed = { out: '', error: '' }
  const terminal = {
    workingDirectory: folder,
    colour: false,
    out: (text: string) => (printed.out += text),
    error: (text: string) => (printed.error += text),
  }
  const status = await run(argv, terminal, { tool, modelsDirectory, createAuditor })
  return { status, ...printed }
}

function write(text: string): void {
  mkdirSync(join(folder, 'app/api/pay'), { recursive: true })
  writeFileSync(join(folder, 'app/api/pay/route.ts'), text)
}
