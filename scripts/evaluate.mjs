/**
 * `npm run evaluate -- CHECKOUTS [--labels DIR] [--only NAME]`: audits every checkout `OWNER+NAME` in a folder and scores the reports against
 * hand-made labels. Labels and scorer are not part of this repository: without them, the verdicts alone are printed.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run, runNode, top } from './lib/process.mjs'

const { values, positionals } = parseArgs({
  options: { labels: { type: 'string', default: join(top, '..', 'shared', 'corpus', 'labels') }, only: { type: 'string' } },
  allowPositionals: true,
})
const [checkouts] = positionals
if (checkouts === undefined || !existsSync(checkouts)) {
  console.error('usage: npm run evaluate -- DIR_OF_CHECKOUTS [--labels DIR] [--only NAME]; each checkout is a folder OWNER+NAME')
  process.exit(2)
}

const build = await runNode('esbuild.mjs')
if (build.status !== 0) {
  console.error(build.output)
  process.exit(2)
}

const results = join(top, '.cache', 'evaluate')
mkdirSync(results, { recursive: true })
const names = readdirSync(checkouts)
  .filter((name) => name.includes('+') && statSync(join(checkouts, name)).isDirectory() && (values.only === undefined || name.includes(values.only)))
  .sort()

const scored = []
let broken = 0
for (const name of names) {
  const report = join(results, `${name}.json`)
  const { status, output, seconds } = await runNode('dist/cli.js', ['audit', resolve(checkouts, name), '--format', 'json', '--output', report])
  if (status > 1) {
    broken++
    console.log(`${name.padEnd(60)} could not be audited\n${output}`)
    continue
  }
  const { verdict, totals, coverage } = JSON.parse(readFileSync(report, 'utf8'))
  const counts = `${totals.operations} operations, ${totals.protected} protected`
  console.log(
    `${name.padEnd(60)} ${verdict.padEnd(4)}  ${counts.padEnd(28)} ${seconds.toFixed(1).padStart(5)} s  ${coverage.filesAnalysed}/${coverage.filesIndexed} files`,
  )
  const labels = join(values.labels, `${name}.json`)
  if (existsSync(labels)) scored.push(labels, report)
}

const scorer = join(values.labels, '..', 'score.mjs')
if (scored.length > 0 && existsSync(scorer)) {
  console.log('')
  await run(process.execPath, [scorer, ...scored], { show: true })
} else {
  console.log(`\nNo labels for these checkouts in ${values.labels}: nothing was scored.`)
}
process.exitCode = broken === 0 ? 0 : 2
