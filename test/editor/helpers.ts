/** What the editor suites share: files of the workspace, and waiting for the editor's own events. */
import assert from 'node:assert/strict'
import path from 'node:path'
import * as vscode from 'vscode'

const TIMEOUT = 30_000

/** Undefined outside every folder: `folder` is its index in a multi-root workspace. */
export function uriOf(file: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder]
  assert.ok(root, 'the test workspace is open')
  return vscode.Uri.joinPath(root.uri, ...file.split('/'))
}

export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === 'paidpath' && typeof code === 'object' && code.value === 'post-payment-rollback')
}

/** Resolves as soon as the file has this many findings; asked again whenever diagnostics change anywhere. */
export async function untilFindings(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  await until(`${count} findings in ${path.basename(uri.path)}`, vscode.languages.onDidChangeDiagnostics, () => findings(uri).length === count)
  return findings(uri)
}

export async function until<Event>(what: string, event: vscode.Event<Event>, condition: () => boolean): Promise<void> {
  if (condition()) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose()
      reject(new Error(`Waited in vain for ${what}`))
    }, TIMEOUT)
    const subscription = event(() => {
      if (!condition()) return
      clearTimeout(timer)
      subscription.dispose()
      resolve()
    })
  })
}

/** Edits the buffer without saving it. */
export async function replaceInBuffer(uri: vscode.Uri, from: string, to: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri)
  const start = document.getText().indexOf(from)
  assert.ok(start >= 0, `${from} is in the file`)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)), to)
  assert.ok(await vscode.workspace.applyEdit(edit))
}

/** Gives the buffer back the text on disk. */
export async function revert(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri)
  await vscode.commands.executeCommand('workbench.action.files.revert')
}

/** What one test leaves unsaved is not the next one's. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await revert(document.uri)
}
