/** The main job, in a real VS Code: a webhook in one file, the write it loses in another. */
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { replaceInBuffer, revert, revertAll, untilFindings, uriOf } from './helpers'
import { runSuite } from './runSuite'
import { typeErrors } from './typeErrors'

/** As many actions as get their edit at once, as if each had been chosen. */
const RESOLVED = 10

interface Drawn {
  readonly headings: readonly string[]
  readonly items: readonly string[]
}

export const run = () =>
  runSuite(() => {
    const webhook = () => uriOf('app/api/webhooks/stripe/route.ts')
    const orders = () => uriOf('lib/orders.ts')

    describe('In the shop', () => {
      afterEach(revertAll)

      it('a file that was never opened has a finding on its write, with the path from the webhook', async () => {
        const [finding] = await untilFindings(orders(), 1)
        assert.ok(finding)
        const document = await vscode.workspace.openTextDocument(orders())
        assert.equal(document.getText(finding.range), 'create')
        assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning)
        assert.match(finding.message, /CWE-362/)
        const related = finding.relatedInformation ?? []
        assert.equal(related[0]?.location.uri.fsPath, webhook().fsPath)
        assert.ok(related.some(({ message }) => message === 'Payment confirmed: payment_intent.succeeded'))
      })

      it('deleting the webhook clears the finding, and a new file brings it back', async () => {
        await untilFindings(orders(), 1)
        const text = await vscode.workspace.fs.readFile(webhook())
        await vscode.workspace.fs.delete(webhook())
        await untilFindings(orders(), 0)
        await vscode.workspace.fs.writeFile(webhook(), text)
        await untilFindings(orders(), 1)
      })

      it('an unsaved edit of the webhook clears the finding in the other file, and undoing it brings it back', async () => {
        await untilFindings(orders(), 1)
        await replaceInBuffer(webhook(), 'payment_intent.succeeded', 'payment_intent.created')
        await untilFindings(orders(), 0)
        await revert(webhook())
        await untilFindings(orders(), 1)
      })

      it('a syntax error half way through typing leaves the server running', async () => {
        await untilFindings(orders(), 1)
        await replaceInBuffer(webhook(), 'if (event.type ===', 'if (event.type === (')
        await replaceInBuffer(webhook(), 'if (event.type === (', 'if (event.type ===')
        await replaceInBuffer(webhook(), 'payment_intent.succeeded', 'payment_intent.created')
        await untilFindings(orders(), 0)
        await revert(webhook())
        await untilFindings(orders(), 1)
      })

      it('the audit panel opens and lists the handler, the write and the steps between', async () => {
        await untilFindings(orders(), 1)
        const drawn = await vscode.commands.executeCommand<Drawn>('paidpath.openAuditPanel')
        assert.equal(drawn.headings[0], 'Fail')
        assert.ok(
          drawn.items.some((item) => item.includes('POST')),
          'the handler',
        )
        assert.ok(drawn.items.includes('prisma.order.create'), 'the operation')
        assert.ok(drawn.items.includes('Payment confirmed: payment_intent.succeeded'), 'the confirmation')
        assert.ok(drawn.items.includes('Calls fulfilOrder'), 'the call')
      })

      it('the panel follows an edit', async () => {
        await replaceInBuffer(webhook(), 'payment_intent.succeeded', 'payment_intent.created')
        await untilFindings(orders(), 0)
        const drawn = await vscode.commands.executeCommand<Drawn>('paidpath.openAuditPanel')
        assert.equal(drawn.headings[0], 'Nothing to protect')
        await revert(webhook())
        await untilFindings(orders(), 1)
      })

      it('"Suppress on this line…" writes the comment, and the finding goes when the reason is written', async () => {
        const [finding] = await untilFindings(orders(), 1)
        assert.ok(finding)
        await vscode.window.showTextDocument(orders())
        const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          orders(),
          finding.range,
          'quickfix',
        )
        const suppress = actions.find(({ title }) => title === 'Suppress on this line…')
        assert.ok(suppress?.edit)
        assert.ok(await vscode.workspace.applyEdit(suppress.edit))
        const document = await vscode.workspace.openTextDocument(orders())
        assert.match(document.getText(), /\n {2}\/\/ paidpath-ignore-next-line TODO: say why this is safe\n {2}\S/)
        assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), 'TODO: say why this is safe')
        await replaceInBuffer(orders(), 'TODO: say why this is safe', 'the cart is kept')
        await untilFindings(orders(), 0)
        await revert(orders())
        await untilFindings(orders(), 1)
      })

      it('a quick fix leaves the file without a finding and without a type error', async () => {
        const [finding] = await untilFindings(orders(), 1)
        assert.ok(finding)
        await vscode.window.showTextDocument(orders())
        const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          orders(),
          finding.range,
          'quickfix',
          RESOLVED,
        )
        const fix = actions.find(({ title, disabled }) => disabled === undefined && /refund/i.test(title))
        assert.ok(fix?.edit, `a refund fix with its edit among: ${actions.map(({ title }) => title).join('; ')}`)
        assert.deepEqual(typeErrors(orders().fsPath), [])
        assert.ok(await vscode.workspace.applyEdit(fix.edit))
        await untilFindings(orders(), 0)
        const document = await vscode.workspace.openTextDocument(orders())
        assert.deepEqual(typeErrors(orders().fsPath, document.getText()), [])
        assert.match(document.getText(), /\$transaction/)
        assert.match(document.getText(), /\/\/ The cart was stored before the payment\./)
        await revert(orders())
        await untilFindings(orders(), 1)
      })
    })
  })
