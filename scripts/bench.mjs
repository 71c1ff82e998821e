/**
 * `npm run bench -- DIR [--runs N]`: time and peak memory of a cold audit, beside reading all source files of the same folder in the same
 * run. Both start a fresh Node process each time; the median is shown.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runNode, top } from './lib/process.mjs'

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '3' } }, allowPositionals: true })
const directory = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? join(top, 'samples', 'shop'))

const build = await runNode('esbuild.mjs', ['--production'])
if (build.status !== 0) {
  console.error(build.output)
  process.exit(2)
}

const runs = Math.max(1, Number(values.runs))
const rows = []
for (let i = 0; i < runs; i++) {
  rows.push({
    reading: await measure([join(top, 'scripts', 'lib', 'readSources.mjs'), directory]),
    audit: await measure([join(top, 'dist', 'cli.js'), 'audit', directory, '--format', 'json']),
  })
}

console.log(`${directory}, median of ${runs} runs`)
for (const what of ['reading', 'audit']) {
  const seconds = median(rows.map((row) => row[what].seconds))
  const megabytes = median(rows.map((row) => row[what].megabytes))
  const note = what === 'reading' ? rows[0].reading.output.trim() : verdictOf(rows[0].audit.output)
  console.log(`  ${what.padEnd(8)} ${seconds.toFixed(2).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MB  ${note}`)
}

/** Runs a script in a fresh Node, which tells its peak memory on a channel of its own when it ends. */
async function measure(script) {
  const hook = "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))"
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', hook, ...script], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] })
  let output = ''
  let kilobytes = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk))
  child.stdio[3].setEncoding('utf8').on('data', (chunk) => (kilobytes += chunk))
  const [status] = await once(child, 'close')
  if (status > 1) process.exit(2)
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(kilobytes) / 1024, output }
}

function verdictOf(json) {
  const { verdict, totals, coverage } = JSON.parse(json)
  return `${verdict}, ${totals.operations} operations, ${coverage.filesAnalysed} of ${coverage.filesIndexed} files analysed`
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
