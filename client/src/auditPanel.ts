/** The audit panel: one webview that always shows the last state of every folder. */
import { randomBytes } from 'node:crypto'
import { Range, Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode'
import type { FolderStates } from './folderStates'
import type { Drawn, FromPage, ToPage } from './panel/messages'

export class AuditPanel implements Disposable {
  private panel: WebviewPanel | null = null
  private readonly subscription: Disposable
  private waiting: { readonly since: number; readonly resolve: (drawn: Drawn) => void }[] = []
  private turn = 0

  constructor(
    private readonly extension: Uri,
    private readonly states: FolderStates,
  ) {
    this.subscription = states.onDidChange(() => {
      this.send()
    })
  }

  /** Resolves with what the page shows once it has drawn the present state. */
  open(): Promise<Drawn> {
    const drawn = new Promise<Drawn>((resolve) => {
      this.waiting.push({ since: this.turn + 1, resolve })
    })
    if (this.panel === null) this.panel = this.create()
    else {
      this.panel.reveal()
      this.send()
    }
    return drawn
  }

  dispose(): void {
    this.subscription.dispose()
    this.panel?.dispose()
  }

  private create(): WebviewPanel {
    const dist = Uri.joinPath(this.extension, 'dist')
    const panel = window.createWebviewPanel('paidpath.auditPanel', 'Paidpath Audit', ViewColumn.Beside, { enableScripts: true, localResourceRoots: [dist] })
    panel.iconPath = Uri.joinPath(this.extension, 'images', 'icon.png')
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      this.receive(message)
    })
    panel.onDidDispose(() => {
      this.panel = null
    })
    panel.webview.html = pageOf(panel, dist)
    return panel
  }

  private receive(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        this.send()
        break
      case 'drawn':
        for (const { since, resolve } of this.waiting) if (since <= message.turn) resolve(message.drawn)
        this.waiting = this.waiting.filter(({ since }) => since > message.turn)
        break
      case 'open': {
        const { start, end } = message.location.range
        const selection = new Range(start.line, start.character, end.line, end.character)
        void window.showTextDocument(Uri.parse(message.location.uri), { selection, viewColumn: this.columnForCode() })
      }
    }
  }

  /** Code opens beside the panel, never over it. */
  private columnForCode(): ViewColumn {
    const other = window.tabGroups.all.find((group) => group.viewColumn !== this.panel?.viewColumn)
    return other?.viewColumn ?? ViewColumn.Beside
  }

  private send(): void {
    if (this.panel === null) return
    this.turn++
    const message: ToPage = { kind: 'state', turn: this.turn, folders: this.states.all() }
    void this.panel.webview.postMessage(message)
  }
}

function pageOf({ webview }: WebviewPanel, dist: Uri): string {
  const nonce = randomBytes(16).toString('base64')
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString()
  const policy = `default-src 'none'; style-src ${webview.cspSource}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${file('codicons/codicon.css')}" id="vscode-codicon-stylesheet">
    <link rel="stylesheet" href="${file('panel.css')}">
    <title>Paidpath Audit</title>
  </head>
  <body>
    <main></main>
    <script nonce="${nonce}" src="${file('panel.js')}"></script>
  </body>
</html>`
}
