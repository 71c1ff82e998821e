/** Several folders in one window: each is audited by itself. */
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { findings, untilFindings, uriOf } from './helpers'
import { runSuite } from './runSuite'

interface Drawn {
  readonly headings: readonly string[]
}

export const run = () =>
  runSuite(() => {
    describe('In a workspace of two folders', () => {
      it('the shop has its finding and the newsletter none', async () => {
        await untilFindings(uriOf('lib/orders.ts', 0), 1)
        assert.deepEqual(findings(uriOf('server.js', 1)), [])
      })

      it('the audit panel shows both', async () => {
        await vscode.commands.executeCommand('paidpath.auditWorkspace')
        const drawn = await vscode.commands.executeCommand<Drawn>('paidpath.openAuditPanel')
        assert.deepEqual(
          drawn.headings.filter((heading) => heading === 'Fail' || heading === 'Nothing to protect'),
          ['Fail', 'Nothing to protect'],
        )
      })
    })
  })
