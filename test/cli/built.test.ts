/** The command as it ships: a few real processes, for what only they can show. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JsonReport } from '../../server/src/report/json'

const top = join(__dirname, '..', '..')
const cli = join(top, 'dist', 'cli.js')
const sample = join(top, 'samples', 'shop')

let folder = ''

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('dist/cli.js is not there: npm run build makes it')
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paidpath-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('the sample shop', () => {
  test('has the handlers its README describes', () => {
    const { status, report } = audit(sample)
    expect(status).toBe(1)
    expect(report.verdict).toBe('fail')
    expect(report.operations.map(({ file, op, class: letter, paths }) => [file, op, letter, paths[0]?.reason])).toEqual([
      ['app/api/checkout/confirm/route.ts', 'db.order.create', 'd', 'no-handling'],
      ['lib/memberships.ts', 'tx.membership.upsert', 'a', null],
      ['lib/memberships.ts', 'tx.pointsEntry.create', 'a', null],
      ['lib/orders.ts', 'db.order.create', 'd', 'swallowed'],
      ['worker/fulfilment.ts', 'db.order.update', 'c', null],
      ['worker/server.ts', 'db.giftCard.update', 'd', 'lost'],
      ['worker/server.ts', 'db.shipment.create', 'b', null],
    ])
  })

  test('gives the same bytes again, whatever folder the command is started in', () => {
    const here = paidpath(['audit', sample, '--format', 'json'], top)
    const there = paidpath(['audit', '.', '--format', 'json'], sample)
    expect(there.stdout).toBe(here.stdout)
  })

  test('prints text without colours into a pipe', () => {
    const { stdout } = paidpath(['audit', sample])
    expect(stdout).toContain('FAIL  3 of 7 writes')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('bad input', () => {
  test('an empty folder', () => {
    const { status, stdout } = paidpath(['audit', folder])
    expect(status).toBe(0)
    expect(stdout).toContain('SKIP  No JavaScript or TypeScript files here.')
  })

  test('a folder that is not there', () => {
    expect(paidpath(['audit', 'nowhere'])).toMatchObject({ status: 2, stdout: '', stderr: 'paidpath: there is no folder nowhere\n' })
  })

  test('a syntax error half way through typing, and a broken tsconfig, take nothing else down', () => {
    write('tsconfig.json', '{ "compilerOptions": { "paths": ')
    write('half.ts', 'export function half( { if (')
    write(
      'server.ts',
      `import express from 'express'
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
import './half'
const app = express()
const stripe = new Stripe('')
const db = new PrismaClient()
app.post('/pay', async (request, response) => {
  await stripe.paymentIntents.capture('1')
  await db.order.create({ data: {} })
  response.json({})
})
`,
    )
    const { status, report } = audit(folder)
    expect(status).toBe(1)
    expect(report.operations.map((operation) => operation.op)).toEqual(['db.order.create'])
  })
})

function audit(directory: string): { readonly status: number | null; readonly report: JsonReport } {
  const { status, stdout } = paidpath(['audit', directory, '--format', 'json'])
  return { status, report: JSON.parse(stdout) as JsonReport }
}

function paidpath(args: readonly string[], cwd = folder): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function write(file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
