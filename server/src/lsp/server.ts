/** The language server: registration of everything it can do, and nothing else. */
import {
  CodeActionKind,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  TextDocumentSyncKind,
  WatchKind,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Auditor, AuditorOptions } from '../audit/auditor'
import { toFile } from './convert'
import { methods } from './protocol'
import { Workspace, type ClientSupport } from './workspace'

export interface ServerOptions {
  createAuditor(options: AuditorOptions): Auditor
  readonly modelsDirectory: string
  /** URI of the rule's documentation. */
  readonly rulePage: string
  /** Milliseconds between the last change and the audit. */
  readonly pause: number
}

/** What an audit may read. A deleted folder is reported by its own name alone, which can be anything. */
const WATCHERS = [
  { globPattern: '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,prisma,sql}' },
  { globPattern: '**/{package,lerna,tsconfig*,jsconfig*,paidpath-baseline}.json' },
  { globPattern: '**/{pnpm-workspace.yaml,.gitignore}' },
  { globPattern: '**', kind: WatchKind.Delete },
]

export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument)
  let capabilities: ClientCapabilities = {}
  let workspace: Workspace | null = null
  let folders: readonly WorkspaceFolder[] = []

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities
    folders = foldersOf(params)
    workspace = new Workspace(connection, documents, {
      ...options,
      support: supportOf(capabilities),
    })
    return {
      serverInfo: { name: 'paidpath' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    }
  })

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'paidpath' })
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS })
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => workspace?.changeFolders(added, removed))
    }
    await workspace?.changeFolders(folders, [])
  })

  connection.onDidChangeConfiguration(({ settings }) => workspace?.reconfigure(settings))
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace?.changedOnDisk(changes.map(({ uri }) => uri))
  })
  documents.onDidChangeContent(({ document }) => {
    const file = toFile(document.uri)
    if (file !== null) workspace?.apply([{ kind: 'edited', file, text: document.getText() }])
  })
  documents.onDidClose(({ document }) => {
    const file = toFile(document.uri)
    if (file !== null) workspace?.apply([{ kind: 'closed', file }])
  })
  connection.onCodeAction((params, token) => workspace?.codeActions(params, token) ?? [])
  connection.onCodeActionResolve((action) => workspace?.resolveCodeAction(action) ?? action)
  connection.onRequest(methods.auditAgain, async () => {
    await workspace?.auditAgain()
  })
  connection.onShutdown(() => {
    workspace?.dispose()
  })

  documents.listen(connection)
  connection.listen()
}

function supportOf({ workspace, textDocument }: ClientCapabilities): ClientSupport {
  return {
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    tags: textDocument?.publishDiagnostics?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
    settingsOnRequest: workspace?.configuration === true,
    codeActions: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
      disabled: textDocument?.codeAction?.disabledSupport === true,
      resolve: textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    },
  }
}

/** Older clients open one folder and call it the root. */
function foldersOf({ workspaceFolders, rootUri }: RootedParams): readonly WorkspaceFolder[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders
  return rootUri === null ? [] : [{ uri: rootUri, name: rootUri.slice(rootUri.lastIndexOf('/') + 1) }]
}

type RootedParams = { readonly rootUri: string | null } & { readonly workspaceFolders?: readonly WorkspaceFolder[] | null }
