/** Restricted Mode: the folder is not trusted, and the audit is safe to run all the same. */
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { untilFindings, uriOf } from './helpers'
import { runSuite } from './runSuite'

export const run = () =>
  runSuite(() => {
    describe('In a folder that is not trusted', () => {
      it('findings appear as in a trusted one', async () => {
        assert.equal(vscode.workspace.isTrusted, false)
        await untilFindings(uriOf('lib/orders.ts'), 1)
      })
    })
  })
