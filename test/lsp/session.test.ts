/** What the language server does around an audit: when it runs, what it publishes, how it survives. The auditor is a stub. */
import { afterEach, describe, expect, test } from 'vitest'
import { capabilities, startServerInProcess, uriOf, type ClientSetup, type LspClient } from '../harness/lspClient'
import { stubAuditor, type StubAuditor } from '../harness/stubAuditor'

const shop = '/projects/shop'
const orders = '/projects/shop/src/orders.ts'
const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

let client: LspClient
let auditor: StubAuditor

async function startServer(setup: Partial<ClientSetup> = {}, pause = 5): Promise<void> {
  auditor = stubAuditor()
  client = await startServerInProcess(
    { folders: [shop], ...setup },
    { createAuditor: auditor.createAuditor, modelsDirectory: '/models', rulePage: 'file:///rule.md', pause },
  )
  await client.ready()
}

afterEach(async () => {
  await client.stop()
})

const findings = (file: string) => client.diagnostics(file)

describe('diagnostics', () => {
  test('name the rule, link its page and show the path from the entry point to the write', async () => {
    await startServer()
    client.open(orders, '\n  WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    expect(findings(orders)[0]).toMatchObject({
      source: 'paidpath',
      code: 'post-payment-rollback',
      codeDescription: { href: 'file:///rule.md' },
      severity: 2,
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
      relatedInformation: [
        { message: 'Entry point: Express route POST /webhook' },
        { message: 'Payment confirmed: payment_intent.succeeded' },
        { message: 'Write: db.order.create' },
      ],
    })
    expect(findings(orders)[0]?.message).toMatch(/^db\.order\.create runs on payment_intent\.succeeded with no try\/catch.*CWE-362/)
  })

  test('follow the text while it is typed, without a save', async () => {
    await startServer()
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    client.edit(orders, start, 'WRITE\n')
    await client.until('a second finding', () => findings(orders).length === 2)
    client.replaceAll(orders, '')
    await client.until('none', () => findings(orders).length === 0)
  })

  test('of an unused suppression fade it, where the client can', async () => {
    await startServer()
    client.open(orders, 'IGNORE')
    await client.until('a note', () => findings(orders).length === 1)
    expect(findings(orders)[0]).toMatchObject({ code: 'unused-suppression', severity: 4, tags: [1] })
    await client.stop()
    await startServer({ capabilities: { workspace: { workspaceFolders: true } } })
    client.open(orders, 'IGNORE')
    await client.until('a note', () => findings(orders).length === 1)
    expect(findings(orders)[0]).not.toHaveProperty('tags')
  })

  test('of what the baseline accepts are faded hints that keep their quick fixes', async () => {
    await startServer()
    client.open(orders, 'ACCEPTED')
    await client.until('a hint', () => findings(orders).length === 1)
    expect(findings(orders)[0]).toMatchObject({ code: 'post-payment-rollback', severity: 4, tags: [1] })
    expect(findings(orders)[0]?.message).toMatch(/^Accepted in the baseline \(before the rewrite\): db\.order\.create runs on payment_intent\.succeeded/)
    const [refund] = await client.codeActions(orders, start)
    expect(refund).toMatchObject({ title: 'Refund when the write fails', diagnostics: findings(orders) })
    expect(client.state(shop)?.report?.suppressed).toMatchObject([{ text: 'db.order.create: before the rewrite (baseline)', at: { label: 'src/orders.ts:1' } }])
  })

  test('leave out related places for a client that cannot show them', async () => {
    await startServer({ capabilities: { workspace: { workspaceFolders: true } } })
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    expect(findings(orders)[0]).not.toHaveProperty('relatedInformation')
  })
})

describe('quick fixes', () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }

  test('become code actions with versioned edits, to be confirmed when they reach into other files', async () => {
    await startServer()
    client.open(orders, '')
    client.replaceAll(orders, '\n WRITE')
    const [refund] = await client.codeActions(orders, everywhere)
    expect(refund).toMatchObject({
      title: 'Refund when the write fails',
      kind: 'quickfix',
      edit: {
        changeAnnotations: { refund: { needsConfirmation: true, description: 'Look at the refund.' } },
        documentChanges: [
          {
            textDocument: { uri: uriOf(orders), version: 2 },
            edits: [{ range: { start: { line: 1, character: 1 }, end: { line: 1, character: 6 } }, newText: 'SAFE', annotationId: 'refund' }],
          },
          { textDocument: { uri: uriOf('/projects/shop/src/stripe.ts'), version: null } },
        ],
      },
    })
  })

  test('name the diagnostic they solve', async () => {
    await startServer()
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    const [refund] = await client.codeActions(orders, everywhere)
    expect(refund?.diagnostics).toEqual(findings(orders))
  })

  test('of an advisory name its diagnostic, and only those of the line asked about are offered', async () => {
    await startServer()
    client.open(orders, '\nREFUND\nREFUND')
    await client.until('both advisories', () => findings(orders).length === 2)
    const line = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } }
    const actions = await client.codeActions(orders, line)
    expect(actions).toMatchObject([
      {
        title: 'Await the refund',
        kind: 'quickfix',
        diagnostics: [findings(orders)[1]],
        edit: {
          changeAnnotations: { await: { needsConfirmation: false } },
          documentChanges: [{ textDocument: { uri: uriOf(orders), version: 1 }, edits: [{ range: { start: { line: 2, character: 0 } }, newText: 'await ' }] }],
        },
      },
    ])
  })

  test('select what the user is to replace, in a client that can', async () => {
    await startServer()
    client.open(orders, 'IGNORE')
    const [suppress] = await client.codeActions(orders, everywhere)
    expect(suppress?.edit?.documentChanges).toMatchObject([{ edits: [{ snippet: { kind: 'snippet', value: '// \\${cost\\} in \\} ${0:WHY}\n' } }] }])
    await client.stop()
    await startServer({ capabilities: { workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } } } })
    client.open(orders, 'IGNORE')
    const [plain] = await client.codeActions(orders, everywhere)
    expect(plain?.edit?.documentChanges).toMatchObject([{ edits: [{ newText: '// ${cost} in } WHY\n' }] }])
  })

  test('that cannot be applied say why', async () => {
    await startServer()
    client.open(orders, 'WRITE')
    const [, queue] = await client.codeActions(orders, everywhere)
    expect(queue).toMatchObject({ disabled: { reason: 'There is no queue in this workspace.' } })
    expect(queue).not.toHaveProperty('edit')
  })

  test('are for the text as it is now, without waiting for the pause', async () => {
    await startServer({}, 60_000)
    client.open(orders, 'WRITE')
    expect(await client.codeActions(orders, everywhere)).toHaveLength(2)
    client.replaceAll(orders, 'SAFE')
    expect(await client.codeActions(orders, everywhere)).toEqual([])
  })

  describe('in a client that asks for the edit of what was chosen', () => {
    const { codeAction } = capabilities.textDocument ?? {}
    const resolving = {
      ...capabilities,
      textDocument: { ...capabilities.textDocument, codeAction: { ...codeAction, resolveSupport: { properties: ['edit'] } } },
    }
    const chosen = async () => {
      const [refund] = await client.codeActions(orders, everywhere)
      expect(refund).not.toHaveProperty('edit')
      return refund === undefined ? undefined : await client.resolve(refund)
    }

    test('come with it when the audit of the result found nothing against it', async () => {
      await startServer({ capabilities: resolving })
      client.open(orders, 'WRITE')
      expect((await chosen())?.edit?.documentChanges).toHaveLength(2)
      expect(client.messages).toEqual([])
    })

    test('change nothing when they would not hold, and say so', async () => {
      await startServer({ capabilities: resolving })
      client.open(orders, 'WRITE STUBBORN')
      const action = await chosen()
      expect(action).toMatchObject({ disabled: { reason: 'It would leave the write unprotected.' } })
      expect(action).not.toHaveProperty('edit')
      expect(client.messages).toEqual(['Not applied: “Refund when the write fails”. It would leave the write unprotected.'])
    })

    test('change nothing when the code has changed in between', async () => {
      await startServer({ capabilities: resolving })
      client.open(orders, 'WRITE')
      const [refund] = await client.codeActions(orders, everywhere)
      client.replaceAll(orders, 'SAFE')
      expect(refund === undefined ? null : await client.resolve(refund)).toMatchObject({ disabled: { reason: 'The code has changed since it was offered.' } })
    })

    test('that accept a finding need no audit', async () => {
      await startServer({ capabilities: resolving })
      client.open(orders, 'IGNORE')
      expect((await client.codeActions(orders, everywhere))[0]?.edit?.documentChanges).toHaveLength(1)
    })
  })

  test('are plain edits for a client that knows neither versions nor confirmation', async () => {
    await startServer({ capabilities: { workspace: { workspaceFolders: true } } })
    client.open(orders, 'WRITE')
    const actions = await client.codeActions(orders, everywhere)
    expect(actions.map(({ edit }) => Object.keys(edit ?? {}))).toEqual([['changes']])
  })
})

describe('runs', () => {
  test('the newest wins: an edit cancels the audit under way, and only the last text is published', async () => {
    await startServer()
    const before = auditor.runs()
    const published: number[] = []
    client.onDiagnostics((list) => published.push(list.length))
    auditor.holdNext()
    client.open(orders, 'WRITE')
    await client.until('the first audit', () => auditor.runs() === before + 1)
    client.replaceAll(orders, 'WRITE WRITE')
    await client.until('both findings', () => findings(orders).length === 2)
    expect(auditor.cancelled()).toBe(1)
    expect(published).toEqual([2])
  })

  test('what changes in node_modules or a hidden folder is not audited, wherever the workspace itself is', async () => {
    const hidden = '/home/me/.work/shop'
    await startServer({ folders: [hidden] })
    const before = auditor.runs()
    client.diskChanged(`${hidden}/node_modules/stripe/index.js`, `${hidden}/.next/server/app.js`)
    await client.codeActions(`${hidden}/a.ts`, start)
    expect(auditor.runs()).toBe(before)
    client.diskChanged(`${hidden}/a.ts`)
    await client.codeActions(`${hidden}/a.ts`, start)
    expect(auditor.runs()).toBe(before + 1)
  })

  test('changes in quick succession are one audit', async () => {
    await startServer({}, 100)
    const before = auditor.runs()
    client.open(orders, '')
    for (let i = 0; i < 5; i++) client.edit(orders, start, 'WRITE ')
    await client.until('five findings', () => findings(orders).length === 5)
    expect(auditor.runs() - before).toBe(1)
  })
})

describe('failures', () => {
  test('a bug goes to the log with its stack, and the last good report stays', async () => {
    await startServer()
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    client.edit(orders, start, 'BUG ')
    await client.until('failed', () => client.state(shop)?.phase === 'failed')
    expect(findings(orders)).toHaveLength(1)
    expect(client.state(shop)?.report?.verdict).toBe('fail')
    expect(client.log.at(-1)?.message).toMatch(/shop: Error: a bug in the analyser\n\s+at /)
  })

  test('the next edit audits again, open files included', async () => {
    await startServer()
    client.open(orders, 'BUG')
    await client.until('failed', () => client.state(shop)?.phase === 'failed')
    client.replaceAll(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    await client.ready()
  })

  test("a user's mistake is told in one line", async () => {
    await startServer()
    client.open(orders, 'MISTAKE')
    await client.until('failed', () => client.state(shop)?.phase === 'failed')
    expect(client.state(shop)?.message).toBe('The folder is not there.')
    expect(client.log.at(-1)?.message).toBe('shop: The folder is not there.')
  })
})

describe('folders', () => {
  test('each is audited by itself; closing one takes its diagnostics along', async () => {
    const other = '/projects/other/a.ts'
    await startServer({ folders: [shop, '/projects/other'] })
    client.open(orders, 'WRITE')
    client.open(other, 'WRITE')
    await client.until('both', () => findings(orders).length === 1 && findings(other).length === 1)
    client.changeFolders({ removed: ['/projects/other'] })
    await client.until('only one', () => findings(other).length === 0)
    expect(findings(orders)).toHaveLength(1)
  })

  test('a file of nested folders is published once, by the inner one', async () => {
    const inner = '/projects/shop/packages/api'
    const file = `${inner}/a.ts`
    await startServer({ folders: [shop, inner] })
    const published: number[] = []
    client.onDiagnostics((list) => published.push(list.length))
    client.open(file, 'WRITE')
    await client.until('audited by both', () => [shop, inner].every((folder) => client.state(folder)?.report?.totals.operations === 1))
    await client.until('a finding', () => findings(file).length === 1)
    expect(published).toEqual([1])
    client.changeFolders({ removed: [inner] })
    client.edit(file, start, 'WRITE ')
    await client.until('published by the outer', () => findings(file).length === 2)
  })
})

describe('settings', () => {
  test('the severity of findings can be chosen', async () => {
    await startServer({ settings: { severity: 'error' } })
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    expect(findings(orders)[0]?.severity).toBe(1)
    client.changeSettings({ severity: 'hint' })
    await client.until('a hint', () => findings(orders)[0]?.severity === 4)
  })

  test('a value that makes no sense is named and its default used', async () => {
    await startServer({ settings: { severity: 'loud', exclude: 'dist', baseline: false, retryQueue: ['a'] } })
    client.open(orders, 'WRITE')
    await client.until('a finding', () => findings(orders).length === 1)
    expect(findings(orders)[0]?.severity).toBe(2)
    expect(client.log.map((line) => line.message)).toEqual([
      'Setting paidpath.exclude must be a list of globs, not "dist". Using [].',
      'Setting paidpath.baseline must be the path of a baseline file, or "" for none, not false. Using "paidpath-baseline.json".',
      'Setting paidpath.retryQueue must be a file and its export, such as "src/queues/retry.ts#enqueueRetry", not ["a"]. Using "".',
      'Setting paidpath.severity must be one of error, warning, information, hint, not "loud". Using "warning".',
    ])
  })
})

describe('the audit panel is told', () => {
  test('which handler each operation belongs to, with places it can open', async () => {
    await startServer()
    client.open(orders, '\nWRITE')
    await client.until('an operation', () => client.state(shop)?.report?.totals.operations === 1)
    const handler = client.state(shop)?.report?.handlers[0]
    expect(handler).toMatchObject({
      what: 'Express route POST /webhook',
      at: { label: 'src/orders.ts:1' },
      operations: [{ op: 'db.order.create', protected: false, class: 'd', at: { label: 'src/orders.ts:2' } }],
    })
  })

  test('to audit everything again', async () => {
    await startServer()
    const before = auditor.runs()
    await client.auditAgain()
    expect(auditor.runs()).toBe(before + 1)
  })
})
