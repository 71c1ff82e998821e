/** Starts the language server and connects what it reports to commands, status and the audit panel. */
import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode'
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node'
import { methods, type FolderState } from '../../server/src/lsp/protocol'
import { AuditPanel } from './auditPanel'
import { FolderStates } from './folderStates'
import { createStatus } from './status'

/** Open buffers that the server wants to know: what it watches on disk, see server.ts. */
const FILES = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,prisma,sql}', '**/{package,lerna,tsconfig*,jsconfig*,paidpath-baseline}.json']

let client: LanguageClient | null = null

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Paidpath', { log: true })
  const module = context.asAbsolutePath('dist/server.js')
  const server = new LanguageClient(
    'paidpath',
    'Paidpath',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: FILES.map((pattern) => ({ scheme: 'file', pattern })),
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  )
  client = server

  const states = new FolderStates()
  const panel = new AuditPanel(context.extensionUri, states)
  server.onNotification(methods.folderState, (state: FolderState) => {
    states.set(state)
  })
  context.subscriptions.push(
    output,
    states,
    panel,
    ...createStatus(states),
    commands.registerCommand('paidpath.openAuditPanel', () => panel.open()),
    commands.registerCommand('paidpath.auditWorkspace', () => server.sendRequest(methods.auditAgain)),
    commands.registerCommand('paidpath.restartServer', () => server.restart()),
    commands.registerCommand('paidpath.showOutput', () => {
      output.show()
    }),
    commands.registerCommand('paidpath.openRulePage', () =>
      commands.executeCommand('markdown.showPreview', Uri.joinPath(context.extensionUri, 'docs', 'rules', 'post-payment-rollback.md')),
    ),
    workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const folder of removed) states.remove(folder.uri.toString())
    }),
  )
  await server.start()
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}
