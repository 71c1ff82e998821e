/** The smaller repairs and "Fix all in this handler": compiled with the real declarations, and run on PostgreSQL and SQLite with the write made to fail. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyFix, audited, fixed, type Files } from '../harness/fixes'
import { stores, styled, styles } from '../rules/fixes/stores'
import { compile } from './compile'
import type { Engine } from './engines/engine'
import { postgresEngines } from './engines/postgres'
import { sqliteEngines } from './engines/sqlite'
import { callRouter, callWebhook, importFrom, intentOf, noCalls, shared, stubs, writeFiles } from './handlers'
import { repairCases, type Outcome, type RepairCase } from './repairCases'

const directory = join(__dirname, '.cache', 'repairs')
const engines = [...postgresEngines, ...sqliteEngines].filter(({ store }) => repairCases.some((repair) => (repair.store ?? 'Knex') === store))

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true })
})
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  for (const engine of engines) await engine.close()
})

function filesOf({ files, store }: RepairCase, language: 'ts' | 'js'): Files {
  const [style] = styles
  const client = stores.find(({ name }) => name === (store ?? 'Knex'))
  if (style === undefined || client === undefined) throw new Error('There is no such fixture')
  const modules = {
    ...files,
    '/db': client.module,
    '/stripe': `import Stripe from 'stripe'§\nexport const stripe = new Stripe('key')§`,
    '/queue': `import { Queue } from 'bullmq'§\nexport const queue = new Queue('orders', { connection: {} })§`,
  }
  const written = Object.entries(modules).map(([path, text]) => [`${path}.${language}`, styled(text, { ...style, language })] as const)
  return { '/package.json': '{ "name": "shop", "type": "module" }', ...Object.fromEntries(written) }
}

async function repaired({ fix }: RepairCase, files: Files): Promise<Files> {
  if ('kind' in fix) return (await fixed(files, fix)).files
  const { auditor, report } = await audited(files)
  const advisory = report.advisories.find(({ kind }) => kind === fix.advisory)
  const [offered] = advisory === undefined ? [] : auditor.advisoryFixes(advisory)
  if (offered === undefined) throw new Error(`Nothing is offered for ${fix.advisory}; there are: ${report.advisories.map(({ kind }) => kind).join(', ')}`)
  return applyFix(files, offered)
}

test('no new type errors', async () => {
  const before: string[] = []
  const after: string[] = []
  for (const [index, repair] of repairCases.entries()) {
    const files = filesOf(repair, 'ts')
    for (const [list, folder, written] of [
      [before, 'before', files],
      [after, 'after', await repaired(repair, files)],
    ] as const) {
      const root = join(directory, folder + String(index))
      writeFiles(root, written)
      list.push(...Object.keys(written).flatMap((path) => (path.endsWith('.ts') ? [join(root, path)] : [])))
    }
  }
  const errorsIn = compile([...before, ...after])
  expect(before.flatMap(errorsIn), 'the fixtures themselves').toEqual([])
  expect(after.flatMap(errorsIn)).toEqual([])
})

let number = 0

for (const engine of engines) {
  describe.skipIf(engine.missing !== null)(`${engine.store} on ${engine.on}${engine.missing === null ? '' : ` (skipped: ${engine.missing})`}`, () => {
    const home = join(directory, `engine${String(number++)}`)
    beforeAll(async () => {
      writeFiles(join(home, 'shared'), engine.modules)
      await engine.prepare()
    })

    for (const repair of repairCases.filter(({ store }) => (store ?? 'Knex') === engine.store)) {
      test(repair.name, async () => {
        const files = filesOf(repair, 'js')
        const mended = await load(repair, engine, home, await repaired(repair, files))
        expect(await outcomeOf(repair, engine, mended, 0), 'the write fails').toEqual(repair.failing)
        expect(shared.paidpathCalls.refunds).toEqual(shared.paidpathCalls.refunds.map(() => ({ payment: 'pi_1', key: 'refund_pi_1' })))
        expect(await outcomeOf(repair, engine, mended, 2), 'nothing fails').toEqual(repair.working)
        expect(shared.paidpathCalls.payments.map(({ metadata }) => metadata)).toEqual(shared.paidpathCalls.payments.map(() => repair.metadata))
      })

      // Knex has one connection to SQLite: while a transaction holds it, the outer client waits for ever.
      const blocked = 'kind' in repair.fix && repair.fix.kind === 'repair-handle' && engine.on.startsWith('SQLite')
      const { wrong } = repair
      if (wrong !== null && !blocked)
        test(`as it was: ${repair.name}`, async () => {
          const broken = await load(repair, engine, home, filesOf(repair, 'js'))
          expect(await outcomeOf(repair, engine, broken, 0)).toEqual(wrong)
        })
    }
  })
}

async function load(repair: RepairCase, engine: Engine, home: string, files: Files): Promise<unknown> {
  const root = join(home, String(number++))
  const clients = Object.fromEntries(Object.keys(engine.modules).map((path) => [path, `export * from '../shared${path}'`]))
  writeFiles(root, { ...files, ...stubs, ...clients })
  return importFrom(root, repair.handler === 'webhook' ? 'app/webhook/route.js' : 'server/router.js')
}

/** With nothing in stock the write fails. */
async function outcomeOf({ handler }: RepairCase, engine: Engine, module: unknown, left: number): Promise<Outcome> {
  await engine.reset({ left })
  shared.paidpathCalls = noCalls()
  shared.paidpathIntent = intentOf({ left: String(left - 1) })
  let answer: number | null = null
  let rejected = false
  try {
    if (handler === 'webhook') answer = await callWebhook(module)
    else
      await callRouter(module, (status) => {
        answer = status
      })
  } catch {
    rejected = true
  }
  const told = rejected ? (answer === null ? 'rejected' : 'answered, then rejected') : (answer ?? 0)
  return { told, ...(await engine.rows()), refunds: shared.paidpathCalls.refunds.length, jobs: shared.paidpathCalls.jobs.length }
}
