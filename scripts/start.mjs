/** `npm start [-- DIR]`: installs what is locked, builds, and audits DIR or the sample shop. Needs nothing but Node and npm. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { runNode, top } from './lib/process.mjs'

const [directory, ...flags] = process.argv.slice(2)
const from = process.env.INIT_CWD ?? process.cwd()
const sample = join(top, 'samples', 'shop')
const audited = directory === undefined ? sample : resolve(from, directory)

const failed = await ensureInstalled()
if (failed !== null) stop(`${failed}\nThe dependencies could not be installed: see the lines above.`)
const build = await runNode('esbuild.mjs')
if (build.status !== 0) stop(`${build.output}\nThe build failed: see the lines above.`)

if (directory === undefined) console.log(`Auditing the sample shop (npm start -- DIR audits a folder of yours).\n`)
const cli = spawn(process.execPath, [join(top, 'dist', 'cli.js'), 'audit', audited, ...flags], { stdio: 'inherit', cwd: from })
const [status] = await once(cli, 'close')
// Findings are the audit's answer, not a failure of this command: npm would print an error below the report.
if (status === 1)
  console.log(
    `\nVerdict: fail. ${directory === undefined ? 'The sample shop is broken on purpose.' : 'Each finding above names the write and the path to it.'}`,
  )
else process.exitCode = status ?? 2

function stop(message) {
  console.error(message)
  process.exit(2)
}
