/** Runs one suite in a downloaded VS Code by `@vscode/test-electron`. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron'
import { resultReader } from './results.mjs'
import { step, which } from './shell.mjs'

const VERSION = '1.110.0'
const DOWNLOAD_TIMEOUT = 15_000

/** Null where VS Code cannot be downloaded, or has no display to run on. */
export async function downloadElectron() {
  const wrapper = process.platform === 'linux' && process.env.DISPLAY === undefined ? which('xvfb-run') : undefined
  if (wrapper === null) {
    step('There is no display here and no xvfb-run for VS Code itself.')
    return null
  }
  try {
    const executable = await downloadAndUnzipVSCode({ version: VERSION, timeout: DOWNLOAD_TIMEOUT, reporter: new SilentReporter() })
    return { executable, version: VERSION, command: wrapper === undefined ? [executable] : [wrapper, '-a', executable] }
  } catch (error) {
    step(`VS Code cannot be downloaded here (${error instanceof Error ? error.message.split('\n')[0] : String(error)}).`)
    return null
  }
}

export async function runInElectron({ command }, extension, suite) {
  const reader = resultReader(suite.name)
  await mkdir(path.join(suite.data, 'User'), { recursive: true })
  await writeFile(path.join(suite.data, 'User', 'settings.json'), JSON.stringify({ 'security.workspace.trust.startupPrompt': 'never' }))
  const [program, ...args] = command
  const child = spawn(program, [
    ...args,
    suite.workspace,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${suite.tests}`,
    `--user-data-dir=${suite.data}`,
    `--extensions-dir=${path.join(suite.data, 'extensions')}`,
    ...['--no-sandbox', '--disable-gpu', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-telemetry'],
    ...(suite.trusted ? ['--disable-workspace-trust'] : []),
  ])
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => reader.read(line))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return reader.result(`VS Code ended with ${code}`)
}
