/** `paidpath fix` on real files: what it shows, what it writes, and when it keeps its hands off. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAuditor } from '../../server/src/audit/createAuditor'
import { run } from '../../server/src/cli/run'
import type { ExitStatus } from '../../server/src/cli/terminal'
import { modelsDirectory } from '../harness/audit'
import { tool } from '../report/sample'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paidpath-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const head = `import express from 'express'
import Stripe from 'stripe'
import { PrismaClient } from '@prisma/client'
const stripe = new Stripe('key')
const db = new PrismaClient()
const app = express()
`

/** A customer's request that captures, then runs the lines. */
const pay = (lines: string, route = '/pay'): string => `
app.post('${route}', async (request, response) => {
  const intent = await stripe.paymentIntents.capture(request.body.intent)
  ${lines}
  response.json({ ok: true })
})
`
const order = `await db.order.create({ data: { total: 1 } })`
const stock = `await db.product.update({ where: { id: 'p' }, data: { stock: { decrement: 1 } } })`
const queue = `import { Queue } from 'bullmq'
export const queue = new Queue('orders')
`

describe('--dry-run', () => {
  test('prints a unified diff and writes nothing', async () => {
    write('server.ts', head + pay(order))
    const { status, out, error } = await fix('--dry-run')
    expect(read('server.ts')).toBe(head + pay(order))
    expect(out).toMatchInlineSnapshot(`
      "--- a/server.ts
      +++ b/server.ts
      @@ -7,6 +7,16 @@
       
       app.post('/pay', async (request, response) => {
         const intent = await stripe.paymentIntents.capture(request.body.intent)
      -  await db.order.create({ data: { total: 1 } })
      +  try {
      +    await db.$transaction(async (tx) => {
      +      await tx.order.create({ data: { total: 1 } })
      +    })
      +  } catch (error) {
      +    await stripe.refunds.create(
      +      { payment_intent: request.body.intent },
      +      { idempotencyKey: \`refund_\${request.body.intent}\` }
      +    )
      +    throw error
      +  }
         response.json({ ok: true })
       })
      "
    `)
    expect(error).toBe(`would fix  server.ts:10:18  db.order.create: Wrap the write in a transaction and refund the Stripe payment when it fails.
Would change 1 file; no finding is left.
`)
    expect(status).toBe(0)
  })

  test('what it prints is what --apply writes, also with byte order mark and Windows line ends', async () => {
    const text = `\ufeff${head + pay(`${order}\n  ${stock}`)}`.replaceAll('\n', '\r\n')
    write('server.ts', text)
    const { out } = await fix('--dry-run', '--apply', 'refund')
    const patched = mkdtempSync(join(tmpdir(), 'paidpath-'))
    writeFileSync(join(patched, 'server.ts'), text)
    execFileSync('git', ['apply', '-'], { cwd: patched, input: out })
    await fix('--apply', 'refund')
    expect(read('server.ts')).toBe(readFileSync(join(patched, 'server.ts'), 'utf8'))
    expect(read('server.ts').startsWith('\ufeff')).toBe(true)
    expect(read('server.ts').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    rmSync(patched, { recursive: true })
  })

  test('says in one line why a finding has no fix', async () => {
    write('server.ts', head + pay(order))
    const { status, out, error } = await fix('--dry-run', '--apply', 'queue')
    expect([status, out]).toEqual([1, ''])
    expect(error).toBe(
      `no fix  server.ts:10:18  db.order.create: queue: No queue was found in this workspace that could try the writes again: name yours in the setting paidpath.retryQueue. --apply refund has a fix here.
Nothing changes; 1 finding left.
`,
    )
  })
})

test('that there is no queue is a reason only where there is no better one', async () => {
  const unclear = (lines: string): string => pay(`await stripe.paymentIntents.capture(request.body.other)\n  ${lines}`)
  write('server.ts', head + unclear(order))
  expect((await fix('--dry-run')).error).toMatch(/^no fix {2}server\.ts:11:18 {2}db\.order\.create: refund: .+\n/)
  expect((await fix('--dry-run')).error).not.toContain('No queue was found')
})

describe('--apply', () => {
  test('settles all writes of a handler with one fix, and a second run finds nothing to do', async () => {
    write('server.ts', head + pay(`${order}\n  ${stock}`))
    expect((await fix('--apply', 'refund')).status).toBe(0)
    expect(read('server.ts').match(/refunds\.create/g)).toHaveLength(1)
    const again = await fix('--apply', 'refund')
    expect(again).toEqual({ status: 0, out: '', error: 'There is nothing to repair: no finding, and no advisory that has a fix.\n' })
  })

  test('repairs one handler after the other', async () => {
    write('server.ts', head + pay(order) + pay(stock, '/buy'))
    const { error } = await fix('--apply', 'refund')
    expect(error).toContain('Changed 1 file; no finding is left.')
    expect(read('server.ts').match(/refunds\.create/g)).toHaveLength(2)
  })

  test('makes the repairs that clear the way only when the write ends up protected', async () => {
    const early = pay(`response.status(202).send()\n  ${order}`).replace('  response.json({ ok: true })\n', '')
    write('server.ts', head + early)
    const repairs = await fix('--apply', 'repair')
    expect(repairs.error).toContain('--apply refund has a fix here.')
    expect(repairs.status).toBe(1)
    expect(read('server.ts')).toBe(head + early)
    expect((await fix('--apply', 'repair', '--apply', 'refund')).status).toBe(0)
    expect(read('server.ts')).toMatch(/refunds\.create[^]*status\(202\)/)
  })

  test('never lets one handler refund and try again', async () => {
    const refunding = `try {
    ${order}
  } catch (error) {
    await stripe.refunds.create({ payment_intent: intent.id }, { idempotencyKey: intent.id })
    throw error
  }
  ${stock}`
    write('queue.ts', queue)
    write('server.ts', head + pay(refunding))
    const queued = await fix('--apply', 'queue')
    expect(queued.status).toBe(1)
    expect(queued.error).toContain('Its handler already refunds: to try again as well would give the goods away.')
    const refunded = await fix('--apply', 'refund')
    expect(refunded.status).toBe(1)
    expect(refunded.error).toContain('db.order.create in line 11 is not undone when this fails')
    expect(refunded.error).not.toContain('--apply queue has a fix here')
  })

  test('takes kinds in the order they are given', async () => {
    write('queue.ts', queue)
    write('server.ts', head + pay(order))
    await fix('--apply', 'queue', '--apply', 'refund')
    expect(read('server.ts')).toContain('queue.add(')
    expect(read('server.ts')).not.toContain('refunds.create')
  })

  test('hands the work to the queue that is named, and a second run finds nothing to do', async () => {
    write('src/retry.ts', `import { send } from 'in-house'\nexport async function enqueueRetry(payload: object) {\n  await send(payload)\n}\n`)
    write('server.ts', head + pay(order))
    const named = ['--apply', 'queue', '--retry-queue', 'src/retry.ts#enqueueRetry']
    expect((await fix(...named)).status).toBe(0)
    expect(read('server.ts')).toContain(`import { enqueueRetry } from './src/retry'`)
    expect(read('server.ts').match(/await enqueueRetry\(/g)).toHaveLength(1)
    expect(await fix(...named)).toEqual({ status: 0, out: '', error: 'There is nothing to repair: no finding, and no advisory that has a fix.\n' })
  })

  test('a queue that is not there is said in one line', async () => {
    write('server.ts', head + pay(order))
    expect(await fix('--apply', 'queue', '--retry-queue', 'src/retry.ts#enqueueRetry')).toEqual({
      status: 2,
      out: '',
      error: 'paidpath: the retry queue src/retry.ts#enqueueRetry cannot be used: there is no file src/retry.ts\n',
    })
  })

  test('leaves a file alone that is not UTF-8', async () => {
    const latin = Buffer.from(head + pay(`${order} // für`), 'latin1')
    writeFileSync(join(folder, 'server.ts'), latin)
    const { status, error } = await fix('--apply', 'refund')
    expect(status).toBe(1)
    expect(error).toContain('refund: The file is not UTF-8 text, and an edit would damage it.')
    expect(readFileSync(join(folder, 'server.ts')).equals(latin)).toBe(true)
  })
})

describe('advisories', () => {
  const refunded = (call: string): string =>
    pay(`try {
    ${order}
  } catch (error) {
    ${call}
    throw error
  }`)
  const bare = 'await stripe.refunds.create({ payment_intent: intent.id })'

  test('are heeded as in the editor, once the findings are settled', async () => {
    write('server.ts', head + refunded(bare))
    const { status, error } = await fix('--apply', 'repair')
    expect([status, error]).toEqual([
      0,
      `fixed  server.ts:13:26  refund-without-idempotency-key: Give the refund an idempotency key made of the payment’s id.
Changed 1 file; no finding is left.
`,
    ])
    expect(read('server.ts')).toContain('{ idempotencyKey: `refund_${intent.id}` }')
    expect((await fix('--apply', 'repair')).error).toBe('There is nothing to repair: no finding, and no advisory that has a fix.\n')
  })

  test('--dry-run prints what --apply writes', async () => {
    const text = head + refunded(bare) + pay(order, '/buy')
    write('server.ts', text)
    const { out, error } = await fix('--dry-run')
    expect(read('server.ts')).toBe(text)
    git('init', '--quiet')
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out })
    const patched = read('server.ts')
    write('server.ts', text)
    expect((await fix('--apply', 'refund', '--apply', 'repair', '--force')).error.replaceAll('fixed', 'would fix')).toBe(
      error.replace('Would change', 'Changed'),
    )
    expect(read('server.ts')).toBe(patched)
  })

  test('of another kind than asked for are left alone', async () => {
    write('server.ts', head + refunded(bare))
    expect(await fix('--apply', 'refund')).toMatchObject({ status: 0, error: 'There is nothing to repair: no finding, and no advisory that has a fix.\n' })
    expect(read('server.ts')).toContain(bare)
  })
})

describe('in a git repository', () => {
  beforeEach(() => {
    git('init', '--quiet')
    write('server.ts', head + pay(order))
    write('README', 'shop')
    git('add', '.')
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'shop')
  })

  test('files that are committed are written, whatever else has changed', async () => {
    write('README', 'our shop')
    expect((await fix('--apply', 'refund')).status).toBe(0)
    expect(read('server.ts')).toContain('refunds.create')
  })

  test.for([
    ['a changed file', 'server.ts'],
    ['a new file', 'new.ts'],
  ])('%s is not written without --force', async ([, file = '']) => {
    const text = `// mine\n${head}${pay(order)}`
    write(file, text)
    const { status, error } = await fix('--apply', 'refund')
    expect([status, error]).toEqual([2, `paidpath: ${file} has uncommitted changes: commit them, or use --force\n`])
    expect(read(file)).toBe(text)
    expect((await fix('--apply', 'refund', '--force')).status).toBe(0)
    expect(read(file)).toContain('refunds.create')
  })
})

test('without --dry-run and --apply nothing is done', async () => {
  expect(await fix()).toEqual({ status: 2, out: '', error: 'paidpath: say what to do: --dry-run shows the changes, --apply KIND makes them\n' })
})

test('a kind nobody knows is a mistake', async () => {
  const { status, error } = await fix('--apply', 'magic')
  expect([status, error]).toEqual([2, "paidpath: option '--apply <KIND>' argument 'magic' is invalid. Allowed choices are refund, queue, redeliver, repair.\n"])
})

interface Result {
  readonly status: ExitStatus
  readonly out: string
  readonly error: string
}

async function fix(...flags: string[]): Promise<Result> {
  const printed = { out: '', error: '' }
  const terminal = {
    workingDirectory: folder,
    colour: false,
    out: (text: string) => (printed.out += text),
    error: (text: string) => (printed.error += text),
  }
  const status = await run(['fix', ...flags], terminal, { tool, modelsDirectory, createAuditor })
  return { status, ...printed }
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function write(file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
