/** Runs a program for as long as its own standard input is open: a test run that is killed leaves no server behind. */
import { spawn } from 'node:child_process'

const { program, args, owner } = JSON.parse(process.argv[2])
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...owner })
child.once('exit', (code) => process.exit(code ?? 1))
child.once('error', (error) => {
  console.error(error.message)
  process.exit(127)
})
process.stdin.once('end', () => child.kill('SIGKILL')).resume()
