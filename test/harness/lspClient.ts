/** A small typed LSP client for tests: speaks to the built server over stdio, or to one in this process over streams. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type ShowMessageParams,
} from 'vscode-languageserver/node'
import { methods, type FolderState } from '../../server/src/lsp/protocol'
import { startServer, type ServerOptions } from '../../server/src/lsp/server'

export interface LspClient {
  /** Resolves as soon as the condition holds; it is asked again after every message of the server. */
  until(what: string, condition: () => boolean): Promise<void>
  /** Last diagnostics of a file; empty when there were none. */
  diagnostics(file: string): readonly Diagnostic[]
  /** Called with every publication from now on. */
  onDiagnostics(listen: (diagnostics: readonly Diagnostic[]) => void): void
  /** Files that have diagnostics now. */
  filesWithDiagnostics(): readonly string[]
  /** Last state of a folder. */
  state(folder: string): FolderState | undefined
  readonly log: readonly LogMessageParams[]
  /** Every folder's last message says that its audit is over. */
  ready(): Promise<void>
  open(file: string, text: string): void
  /** Replaces a range, as typing does. */
  edit(file: string, range: Range, text: string): void
  replaceAll(file: string, text: string): void
  close(file: string): void
  diskChanged(...files: readonly string[]): void
  changeFolders(change: { readonly added?: readonly string[]; readonly removed?: readonly string[] }): void
  changeSettings(settings: object): void
  codeActions(file: string, range: Range): Promise<readonly CodeAction[]>
  /** What an editor asks for when an action is chosen that came without an edit. */
  resolve(action: CodeAction): Promise<CodeAction>
  /** What the user was shown. */
  readonly messages: readonly string[]
  auditAgain(): Promise<void>
  stop(): Promise<void>
}

export interface ClientSetup {
  readonly folders: readonly string[]
  readonly settings?: object
  readonly capabilities?: ClientCapabilities
}

export const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, snippetEditSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { disabledSupport: true, dataSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
}

/** The built server, as an editor starts it. */
export async function startBuiltServer(setup: ClientSetup): Promise<LspClient> {
  const server = spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve()
    }),
  )
  return await startClient(connection, setup, () => ended)
}

/** The same server in this process, with parts replaced. */
export async function startServerInProcess(setup: ClientSetup, options: ServerOptions): Promise<LspClient> {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  startServer(createConnection(toServer, toClient), options)
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  return await startClient(connection, setup, null)
}

/** `ended`: null when the server shares this process, which its `exit` would end. */
async function startClient(connection: ProtocolConnection, setup: ClientSetup, ended: (() => Promise<void>) | null): Promise<LspClient> {
  const diagnostics = new Map<string, readonly Diagnostic[]>()
  const states = new Map<string, FolderState>()
  const log: LogMessageParams[] = []
  const messages: string[] = []
  const versions = new Map<string, number>()
  const waiting = new Set<() => void>()
  const listeners: ((diagnostics: readonly Diagnostic[]) => void)[] = []
  let settings = setup.settings ?? {}
  const heard = () => {
    for (const check of [...waiting]) check()
  }

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    diagnostics.set(params.uri, params.diagnostics)
    for (const listen of listeners) listen(params.diagnostics)
    heard()
  })
  connection.onNotification(methods.folderState, (state: FolderState) => {
    states.set(state.folder.uri, state)
    heard()
  })
  connection.onNotification('window/logMessage', (params: LogMessageParams) => {
    log.push(params)
    heard()
  })
  connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
    messages.push(message)
  })
  connection.onRequest('workspace/configuration', (params: { readonly items: readonly unknown[] }) => params.items.map(() => settings))
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()

  const folders = setup.folders.map(asFolder)
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folders[0]?.uri ?? null,
    capabilities: setup.capabilities ?? capabilities,
    workspaceFolders: folders,
  })
  void connection.sendNotification('initialized', {})

  const until = (what: string, condition: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!condition()) return
        clearTimeout(timer)
        waiting.delete(check)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(check)
        reject(new Error(`The server never said: ${what}\n${log.map((line) => line.message).join('\n')}`))
      }, 20_000)
      waiting.add(check)
      check()
    })
  const notify = (method: string, params: object) => void connection.sendNotification(method, params)
  const nextVersion = (file: string) => {
    const version = (versions.get(file) ?? 0) + 1
    versions.set(file, version)
    return version
  }
  const change = (file: string, contentChange: object) => {
    notify('textDocument/didChange', { textDocument: { uri: uriOf(file), version: nextVersion(file) }, contentChanges: [contentChange] })
  }

  return {
    until,
    diagnostics: (file) => diagnostics.get(uriOf(file)) ?? [],
    onDiagnostics: (listen) => {
      listeners.push(listen)
    },
    filesWithDiagnostics: () => [...diagnostics].flatMap(([uri, list]) => (list.length > 0 ? [uri] : [])),
    state: (folder) => states.get(uriOf(folder)),
    log,
    ready: () => until('ready', () => states.size > 0 && [...states.values()].every((state) => state.phase === 'ready')),
    open: (file, text) => {
      notify('textDocument/didOpen', { textDocument: { uri: uriOf(file), languageId: 'typescript', version: nextVersion(file), text } })
    },
    edit: (file, range, text) => {
      change(file, { range, text })
    },
    replaceAll: (file, text) => {
      change(file, { text })
    },
    close: (file) => {
      notify('textDocument/didClose', { textDocument: { uri: uriOf(file) } })
    },
    diskChanged: (...files) => {
      notify('workspace/didChangeWatchedFiles', { changes: files.map((file) => ({ uri: uriOf(file), type: 2 })) })
    },
    changeFolders: ({ added = [], removed = [] }) => {
      notify('workspace/didChangeWorkspaceFolders', { event: { added: added.map(asFolder), removed: removed.map(asFolder) } })
    },
    changeSettings: (next) => {
      settings = next
      notify('workspace/didChangeConfiguration', { settings: null })
    },
    codeActions: async (file, range) => {
      const params: CodeActionParams = { textDocument: { uri: uriOf(file) }, range, context: { diagnostics: [...(diagnostics.get(uriOf(file)) ?? [])] } }
      return (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? []
    },
    resolve: (action) => connection.sendRequest<CodeAction>('codeAction/resolve', action),
    messages,
    auditAgain: async () => {
      await connection.sendRequest(methods.auditAgain)
    },
    stop: async () => {
      await connection.sendRequest('shutdown')
      if (ended !== null) {
        await connection.sendNotification('exit')
        await ended()
      }
      connection.dispose()
    },
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href
}

function asFolder(folder: string) {
  return { uri: uriOf(folder), name: path.basename(folder) }
}
