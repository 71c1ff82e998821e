/** Runs one suite in a downloaded VS Code by `@vscode/test-electron`. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron'
import { resultReader } from './results.mjs'
import { installSystemPackages, step } from './shell.mjs'

const DOWNLOAD_TIMEOUT = 15_000

/** Null where VS Code cannot be downloaded. */
export async function downloadElectron() {
  const executable = await download()
  if (executable === null) return null
  if (process.platform !== 'linux' || process.env.DISPLAY !== undefined) return { command: [executable] }
  await installSystemPackages({ 'xvfb-run': ['xvfb', 'xauth'] })
  return { command: ['xvfb-run', '-a', executable] }
}

async function download() {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: DOWNLOAD_TIMEOUT, reporter: new SilentReporter() })
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
