import { describe, expect, test } from 'vitest'
import { createAuditor } from '../../server/src/audit/createAuditor'
import { defaultSettings } from '../../server/src/audit/settings'
import type { Auditor } from '../../server/src/audit/auditor'
import type { AuditReport } from '../../server/src/audit/report'
import { Cancelled, neverCancelled, UserError } from '../../server/src/base/cancellation'
import { filePath, type FilePath } from '../../server/src/base/location'
import { fixtureDisk, modelsDirectory, workspaceRoot } from '../harness/audit'
import { parseFixture } from '../harness/fixture'
import type { Disk } from '../../server/src/project/disk'

const shop = `
//- /app/api/stripe/route.ts
import Stripe from 'stripe'
import { fulfil } from '../../../lib/orders'
const stripe = new Stripe('key')
export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), 'signature', 'secret')
  if (event.type === 'checkout.session.completed') await fulfil(event.data.object.id)
  return new Response('ok')
}
//- /lib/orders.ts
import { db } from './db'
export async function fulfil(session: string) {
  await db.order.create({ data: { session } })
}
//- /lib/db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
//- /lib/unrelated.ts
export const unrelated = 1
`

const at = (path: string): FilePath => filePath(`${workspaceRoot}${path}`)

/** A disk whose files can be edited. */
function workspace(fixture: string): { readonly disk: Disk; readonly write: (path: string, text: string) => void; readonly remove: (path: string) => void } {
  const files: Record<string, string> = { ...parseFixture(fixture).files }
  const disk = (): Disk => fixtureDisk({ '/.keep': '', ...files })
  return {
    disk: { readFile: (path) => disk().readFile(path), list: (path) => disk().list(path), stat: (path) => disk().stat(path) },
    write(path, text) {
      files[path] = text
    },
    remove(path) {
      files[path] = ''
      Reflect.deleteProperty(files, path)
    },
  }
}

function auditorOf(disk: Disk): Auditor {
  return createAuditor({ root: workspaceRoot, settings: defaultSettings, modelsDirectory }, disk)
}

function lines(report: AuditReport): readonly string[] {
  return report.operations.map((operation) => `${operation.at.file.slice(workspaceRoot.length)}:${operation.at.line} ${operation.op} ${operation.class}`)
}

test('finds the write after the payment', async () => {
  const report = await auditorOf(workspace(shop).disk).audit(neverCancelled)
  expect(lines(report)).toEqual(['/lib/orders.ts:3 db.order.create d'])
  expect(report.coverage.filesIndexed).toBe(4)
  expect(report.coverage.filesAnalysed).toBe(3)
})

describe('after an edit the report equals one made from scratch', () => {
  const edits: readonly (readonly [string, string, string | null])[] = [
    [
      'a function moved down its file',
      '/lib/orders.ts',
      `import { db } from './db'\n\n// moved\nexport async function fulfil(session: string) {\n  await db.order.create({ data: { session } })\n}\n`,
    ],
    [
      'another write',
      '/lib/orders.ts',
      `import { db } from './db'\nexport async function fulfil(session: string) {\n  await db.order.upsert({ where: { session }, create: {}, update: {} })\n}\n`,
    ],
    ['a callee moved to a new file', '/lib/orders.ts', `export { fulfil } from './fulfil'\n`],
    ['the new file', '/lib/fulfil.ts', `import { db } from './db'\nexport const fulfil = (session: string) => db.sale.create({ data: { session } })\n`],
    ['a client of another type', '/lib/db.ts', `import { Pool } from 'pg'\nexport const db = new Pool()\n`],
    ['the client back', '/lib/db.ts', `import { PrismaClient } from '@prisma/client'\nexport const db = new PrismaClient()\n`],
    ['a unique key', '/prisma/schema.prisma', 'model Sale {\n  session String @unique\n}\n'],
    ['a broken file', '/lib/fulfil.ts', `export const fulfil = (session: string => {{{`],
    ['a file gone', '/lib/fulfil.ts', null],
    ['the payment gone', '/app/api/stripe/route.ts', `export async function POST() { return new Response('ok') }\n`],
    ['an alias that leads elsewhere', '/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }'],
  ]

  test('one edit after the other', async () => {
    const { disk, write, remove } = workspace(shop)
    const auditor = auditorOf(disk)
    await auditor.audit(neverCancelled)
    for (const [what, path, text] of edits) {
      if (text === null) remove(path)
      else write(path, text)
      auditor.applyChanges([{ kind: 'disk', file: at(path) }])
      expect(await auditor.audit(neverCancelled), what).toEqual(await auditorOf(disk).audit(neverCancelled))
    }
  })

  test('an editor’s text hides the disk until it is closed', async () => {
    const { disk } = workspace(shop)
    const auditor = auditorOf(disk)
    const before = await auditor.audit(neverCancelled)
    auditor.applyChanges([{ kind: 'edited', file: at('/lib/orders.ts'), text: 'export async function fulfil(session: string) {}\n' }])
    expect(lines(await auditor.audit(neverCancelled))).toEqual([])
    auditor.applyChanges([{ kind: 'closed', file: at('/lib/orders.ts') }])
    expect(await auditor.audit(neverCancelled)).toEqual(before)
  })

  test('a run that was cancelled leaves nothing behind', async () => {
    const { disk } = workspace(shop)
    for (let checks = 1; checks < 12; checks++) {
      let left = checks
      const auditor = auditorOf(disk)
      const signal = {
        get aborted() {
          return left-- <= 0
        },
      }
      await auditor.audit(signal).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Cancelled)
      })
      expect(lines(await auditor.audit(neverCancelled))).toEqual(['/lib/orders.ts:3 db.order.create d'])
    }
  })
})

describe('a workspace', () => {
  test('that is empty is not applicable', async () => {
    const report = await auditorOf(workspace('').disk).audit(neverCancelled)
    expect(report.verdict).toBe('skip')
    expect(report.coverage).toMatchObject({ filesIndexed: 0, filesAnalysed: 0, skipped: [] })
  })

  test('that does not exist is the user’s mistake', async () => {
    const auditor = createAuditor({ root: filePath('/nowhere'), settings: defaultSettings, modelsDirectory }, workspace(shop).disk)
    await expect(auditor.audit(neverCancelled)).rejects.toThrow(UserError)
  })

  test('that has its own catalogue is read with it', async () => {
    const { disk, write } = workspace(`
//- /paidpath/till.d.ts
/**
 * @library till
 * @provider till hosts=till.example words=till
 */
declare module '@acme/till' {
  export class Till {
    /** @charge */
    take(amount: number): Promise<void>
  }
}
//- /main.ts
import { Till } from '@acme/till'
import { db } from './db'
const till = new Till()
export async function pay() {
  await till.take(1)
  await db.order.create({ data: {} })
}
//- /db.ts
import { PrismaClient } from '@prisma/client'
export const db = new PrismaClient()
`)
    const auditor = auditorOf(disk)
    expect(lines(await auditor.audit(neverCancelled))).toEqual(['/main.ts:6 db.order.create d'])
    write(
      '/paidpath/till.d.ts',
      '/** @library till */\ndeclare module "@acme/till" {\n  export class Till {\n    take(amount: number): Promise<void>\n  }\n}\n',
    )
    auditor.applyChanges([{ kind: 'disk', file: at('/paidpath/till.d.ts') }])
    expect(lines(await auditor.audit(neverCancelled))).toEqual([])
  })

  test('with settings that exclude a folder loses it, and finds it again', async () => {
    const auditor = auditorOf(workspace(shop).disk)
    auditor.updateSettings({ ...defaultSettings, exclude: ['app/'] })
    expect(lines(await auditor.audit(neverCancelled))).toEqual([])
    auditor.updateSettings(defaultSettings)
    expect(lines(await auditor.audit(neverCancelled))).toEqual(['/lib/orders.ts:3 db.order.create d'])
  })
})

test('the text of a file is the one the last audit saw', async () => {
  const { disk } = workspace(shop)
  const auditor = auditorOf(disk)
  await auditor.audit(neverCancelled)
  const seen = auditor.textOf(at('/lib/orders.ts'))
  auditor.applyChanges([{ kind: 'edited', file: at('/lib/orders.ts'), text: '' }])
  expect(auditor.textOf(at('/lib/orders.ts'))).toBe(seen)
  expect(auditor.textOf(at('/lib/nothing.ts'))).toBeUndefined()
})

describe('a fix is tried in memory', () => {
  const fixture = shop
    .replace('await fulfil(event.data.object.id)', 'fulfil(event.data.object.id)')
    .replace('create({ data: { session } })', 'upsert({ where: { session }, create: { session }, update: {} })')

  test('and holds or not; report, texts and fixes stay those of the last audit', async () => {
    const auditor = auditorOf(workspace(fixture).disk)
    const report = await auditor.audit(neverCancelled)
    const [operation] = report.operations
    const fix = operation === undefined ? undefined : auditor.fixes(operation).find(({ kind }) => kind === 'repair-await')
    if (operation === undefined || fix === undefined) throw new Error('no such fix')
    const text = auditor.textOf(at('/app/api/stripe/route.ts'))
    expect(await auditor.tryFix(fix, null, neverCancelled)).toBeNull()
    const useless = { ...fix, edits: fix.edits.map(({ file, changes }) => ({ file, changes: changes.map((change) => ({ ...change, text: 'void ' })) })) }
    expect(await auditor.tryFix(useless, null, neverCancelled)).toBe('It would leave the write unprotected.')
    expect(auditor.textOf(at('/app/api/stripe/route.ts'))).toBe(text)
    expect(auditor.fixes(operation).map(({ kind }) => kind)).toContain('repair-await')
    expect(await auditor.audit(neverCancelled)).toEqual(report)
  })

  test('also beside the text that an editor holds', async () => {
    const auditor = auditorOf(workspace(fixture).disk)
    const held = `// Ours.\n${parseFixture(fixture).files['/app/api/stripe/route.ts'] ?? ''}`
    auditor.applyChanges([{ kind: 'edited', file: at('/app/api/stripe/route.ts'), text: held }])
    const report = await auditor.audit(neverCancelled)
    const [operation] = report.operations
    const fix = operation === undefined ? undefined : auditor.fixes(operation).find(({ kind }) => kind === 'repair-await')
    if (fix === undefined) throw new Error('no such fix')
    expect(await auditor.tryFix(fix, null, neverCancelled)).toBeNull()
    expect(await auditor.audit(neverCancelled)).toEqual(report)
    expect(auditor.textOf(at('/app/api/stripe/route.ts'))).toBe(held)
  })
})
