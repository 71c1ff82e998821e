/** Small helpers of the editor scripts: run a program, look one up, print a step. */
import { spawn, spawnSync } from 'node:child_process'

/** A mistake of the machine's: one line that says what to do, printed without a stack. */
export class SetupError extends Error {}

export function step(text) {
  console.log(`[editor] ${text}`)
}

/** Runs a program quietly; its output appears only when it fails. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new SetupError(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`)
  return output
}

export function which(program) {
  const found = spawnSync('which', [program], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

/** `wanted`: Debian packages by the program that shows whether they are there. */
export async function installSystemPackages(wanted) {
  const missing = Object.entries(wanted).flatMap(([program, packages]) => (which(program) === null ? packages : []))
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || which('apt-get') === null) {
    throw new SetupError(`The editor tests need ${missing.join(', ')}. Install them (Debian: sudo ${command}) and run again.`)
  }
  step(`Installing ${missing.join(', ')}.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', command.split(' ').slice(1), { env })
}
