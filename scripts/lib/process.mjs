/** Child processes for the scripts: streamed or collected, never through a shell. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Top folder of the repository. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * Runs a command. `show` streams its output while it runs. Resolves with the status and the collected output; a command that cannot be
 * started has status 127.
 */
export function run(command, args, { show = false, cwd = top, env = process.env } = {}) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (stream) => (chunk) => {
      output += chunk
      if (show) stream.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', collect(process.stdout))
    child.stderr.setEncoding('utf8').on('data', collect(process.stderr))
    const finish = (status) => resolve({ status, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      finish(127)
    })
    child.on('close', (status) => finish(status ?? 1))
  })
}

/** Runs a package's command with this Node: `node_modules/eslint/bin/eslint.js`. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [join(top, script), ...args], options)
}

/** npm as it was started by the user, also on Windows where it is a script. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args], options) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}
