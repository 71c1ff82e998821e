/** VS Code in a browser: starts VS Code's own server and opens a workspace of it in Chromium. */
import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { run, SetupError } from './shell.mjs'

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const START_TIMEOUT = 60_000

/**
 * Starts the server with an empty profile in `data`.
 * @param {{ node: string, server: string, chromium: string }} host
 * @param {{ data: string, settings?: object, trusted?: boolean, vsix?: string }} options
 */
export async function startBrowserHost(host, options) {
  await rm(options.data, { recursive: true, force: true })
  const machine = path.join(options.data, 'user', 'Machine')
  await mkdir(machine, { recursive: true })
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(options.settings ?? {}))
  const extensions = ['--extensions-dir', path.join(options.data, 'extensions')]
  if (options.vsix !== undefined) await run(host.node, [host.server, '--install-extension', options.vsix, ...extensions, '--accept-server-license-terms'])
  const port = await freePort()
  const args = [
    host.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', path.join(options.data, 'server'), '--user-data-dir', path.join(options.data, 'user')],
    ...[...extensions, '--enable-smoke-test-driver', '--disable-telemetry'],
    ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
  ]
  const server = spawn(host.node, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  await listening(server)
  const browser = await chromium.launch({ executablePath: host.chromium, args: CHROMIUM_FLAGS })
  return {
    /** Opens a folder or `.code-workspace` file; `payload` as VS Code's web start page takes it. */
    async open(target, payload = []) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] })
      const page = await context.newPage()
      const kind = target.endsWith('.code-workspace') ? 'workspace' : 'folder'
      return {
        page,
        go: () => page.goto(`http://127.0.0.1:${port}/?${kind}=${encodeURIComponent(target)}&payload=${encodeURIComponent(JSON.stringify(payload))}`),
        close: () => context.close(),
      }
    },
    async stop() {
      await browser.close()
      const ended = new Promise((resolve) => server.once('close', resolve))
      server.kill()
      await ended
    },
  }
}

export function remote(file) {
  return `vscode-remote://remote${file}`
}

async function listening(server) {
  let output = ''
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupError(`VS Code's server did not start in time:\n${output}`)), START_TIMEOUT)
    const read = (data) => {
      output += data
      if (!output.includes('Extension host agent listening')) return
      clearTimeout(timer)
      resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', (code) => reject(new SetupError(`VS Code's server ended with ${code}:\n${output}`)))
  })
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}
