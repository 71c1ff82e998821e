/** Entry of the `paidpath` command: the only file that touches the process. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAuditor } from '../audit/createAuditor'
import { filePath } from '../base/location'
import { run } from './run'

// Built into `dist/cli.js`: the catalogue lies beside it, the manifest above it.
const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { readonly version: string }

// `paidpath audit | head` closes the pipe early: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const terminal = {
  workingDirectory: process.cwd(),
  colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  out: (text: string) => process.stdout.write(text),
  error: (text: string) => process.stderr.write(text),
}

// The exit code is set, not forced: a long report still in the pipe is written to its end.
void run(process.argv.slice(2), terminal, {
  tool: { version: manifest.version },
  modelsDirectory: filePath(join(__dirname, 'models')),
  createAuditor,
}).then((status) => {
  process.exitCode = status
})
