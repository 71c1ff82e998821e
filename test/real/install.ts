/** Brings the libraries of package-lock.json into this folder, and the Prisma client that its generator makes of them. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const lock = join(__dirname, 'package-lock.json')
/** A copy of the lock file that the installed libraries are of. */
const stamp = join(__dirname, 'node_modules', '.paidpath-lock.json')

export function installLibraries(): void {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) return
  // Not `npm ci`: it refuses where an optional package of another platform cannot be had.
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  // The one library with native code that no package carries built; its tests are skipped where it cannot be. Optimising it would take three times as long.
  attempt('npm', ['rebuild', 'better-sqlite3', '--loglevel=error'], { CFLAGS: '-O0', CXXFLAGS: '-O0', MAKEFLAGS: '-j2' })
  // The generator insists on a program for migrations, which it does not need here and would download.
  run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', 'schema.prisma'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
  })
  copyFileSync(lock, stamp)
}

function run(...command: Parameters<typeof attempt>): void {
  const { status, stdout, stderr } = attempt(...command)
  if (status !== 0) throw new Error(`The libraries in test/real could not be installed (${command[1].slice(0, 2).join(' ')}):\n${stdout}\n${stderr}`)
}

function attempt(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd: __dirname, encoding: 'utf8', env: { ...process.env, ...env } })
}
