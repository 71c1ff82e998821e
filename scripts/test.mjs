/**
 * `npm test`: installs, type-checks, lints, builds, then runs the unit, server and CLI tests, fixed handlers against real libraries and
 * engines, and the editor suite. With `--all` also every combination of store, context, place, language and style of a fix, which takes
 * minutes: without it the styles take turns. The last line is `N passed, N failed`; each check that is not a test counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { runNode, top } from './lib/process.mjs'

const results = []

/** A step that passes or fails as a whole. Its output is shown when it fails. */
async function check(name, script, args) {
  const { status, output, seconds } = await runNode(script, args)
  report(name, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds, output: status === 0 ? '' : output })
  return status === 0
}

function report(name, { passed, failed, skipped = 0, seconds, output = '' }) {
  results.push({ name, passed, failed, skipped })
  if (output !== '') console.log(output.trimEnd())
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
}

/** A suite of vitest's, with what its skipped groups say of why in their names: `… (skipped: REASON)`. */
async function vitest(name, args = []) {
  const file = join(top, '.cache', 'vitest.json')
  mkdirSync(join(top, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  const { status, seconds } = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { show: true },
  )
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0, testResults = [] } = readJson(file)
  const titles = testResults.flatMap(({ assertionResults = [] }) => assertionResults.flatMap(({ ancestorTitles = [] }) => ancestorTitles))
  for (const title of new Set(titles)) if (title.includes('(skipped: ')) console.log(`skipped: ${title.replace(/ \(skipped: (.*)\)$/, ': $1')}`)
  // A file that cannot be loaded, or an unhandled rejection, fails the run without failing a test.
  report(name, { passed, failed: status !== 0 && numFailedTests === 0 ? 1 : numFailedTests, skipped, seconds })
}

/** The editor runner ends with its totals: `N passing (host)`, and `N failing` where that is so. A missing host is a failure. */
async function editor() {
  const { status, output, seconds } = await runNode('scripts/run-editor-tests.mjs', [], { show: true })
  const totals = [...output.matchAll(/^ +(\d+) passing \(.*\)\n(?: +(\d+) failing\n)?/gm)].at(-1)
  const passed = Number(totals?.[1] ?? 0)
  const failed = Number(totals?.[2] ?? 0)
  report('editor tests', { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed, seconds })
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

async function main() {
  const failed = await ensureInstalled()
  if (failed !== null) {
    report('installation', { passed: 0, failed: 1, seconds: 0, output: failed })
    return
  }
  await Promise.all([
    check('types', 'node_modules/typescript/bin/tsc', ['-b']),
    check('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']),
    check('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '.']),
  ])
  if (!(await check('build', 'esbuild.mjs', []))) return
  await vitest('unit, server and CLI tests')
  await vitest('fixes against real libraries and engines', [
    '--config',
    'test/real/vitest.config.mts',
    ...(process.argv.includes('--all') ? [] : ['engines', 'types', 'repairs', 'providers']),
  ])
  await editor()
}

await main()
const sum = (count) => results.reduce((total, result) => total + result[count], 0)
const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
console.log('')
for (const result of results) console.log(`${result.name}: ${line(result)}`)
console.log(line({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }))
process.exitCode = sum('failed') === 0 ? 0 : 1
