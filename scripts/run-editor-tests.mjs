/**
 * Runs the editor suites in a real VS Code, on the files that the package would contain.
 * Host: VS Code by `@vscode/test-electron` where it can be downloaded, otherwise the one inside the npm package `code-server`.
 *   --host electron|browser   only this host
 *   --suite NAME              only this suite
 *   --extension DIR           test this unpacked extension instead of building one
 *   --bundle-only             only bundle the suites into out/editor (for F5)
 */
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { runInBrowser } from './editor-host/browser.mjs'
import { downloadElectron, runInElectron } from './editor-host/electron.mjs'
import { installHost } from './editor-host/install.mjs'
import { run, SetupError, step } from './editor-host/shell.mjs'
import { stageExtension } from './editor-host/stage.mjs'

/** One window each: its suite in test/editor, its workspace in test/workspaces. */
const SUITES = [
  { name: 'shop', workspace: 'shop', trusted: true },
  { name: 'restricted', workspace: 'shop', trusted: false },
  { name: 'multiRoot', workspace: 'shopAndNewsletter.code-workspace', trusted: true },
]

const { values: options } = parseArgs({
  options: { host: { type: 'string' }, suite: { type: 'string' }, extension: { type: 'string' }, 'bundle-only': { type: 'boolean' } },
})
const work = path.resolve('.cache', 'editor-run')

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`Editor tests could not run: ${error.message}`)
  process.exitCode = 2
}

async function main() {
  await bundleSuites()
  if (options['bundle-only']) return 0
  await rm(work, { recursive: true, force: true })
  const extension = path.resolve(options.extension ?? (await buildExtension()))
  const suites = []
  for (const suite of SUITES.filter(({ name }) => options.suite === undefined || name === options.suite)) {
    // The suites edit and delete files, so each gets a copy of all workspaces.
    const copy = path.join(work, suite.name, 'workspaces')
    await cp('test/workspaces', copy, { recursive: true })
    suites.push({
      ...suite,
      workspace: path.join(copy, suite.workspace),
      tests: path.resolve('out', 'editor', `${suite.name}.js`),
      data: path.join(work, suite.name, 'data'),
    })
  }
  const host = await chooseHost()
  step(`Host: ${host.name}`)
  const totals = { passed: 0, failed: 0 }
  for (const suite of suites) {
    const { passed, failed } = await host.run(extension, suite)
    totals.passed += passed
    totals.failed += failed
  }
  console.log(`\n  ${totals.passed} passing (${host.name})`)
  if (totals.failed > 0) console.log(`  ${totals.failed} failing`)
  return totals.failed > 0 || totals.passed === 0 ? 1 : 0
}

async function chooseHost() {
  const electron = options.host === 'browser' ? null : await downloadElectron()
  if (electron !== null) return { name: 'VS Code by @vscode/test-electron', run: (extension, suite) => runInElectron(electron, extension, suite) }
  if (options.host === 'electron') throw new SetupError('VS Code could not be downloaded.')
  const browser = await installHost(path.resolve('.cache', 'editor-host'))
  return { name: `VS Code of code-server ${browser.version} in Chromium`, run: (extension, suite) => runInBrowser(browser, extension, suite) }
}

async function buildExtension() {
  await run(process.execPath, ['esbuild.mjs', '--production'])
  const staged = path.join(work, 'extension')
  await stageExtension(staged)
  return staged
}

async function bundleSuites() {
  await mkdir('out/editor', { recursive: true })
  const files = await readdir('test/editor')
  await esbuild.build({
    entryPoints: files.filter((file) => SUITES.some(({ name }) => file === `${name}.ts`)).map((file) => `test/editor/${file}`),
    outdir: 'out/editor',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    external: ['vscode', 'mocha', 'typescript'],
    logLevel: 'warning',
  })
}
