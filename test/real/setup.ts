/** Installs the libraries, once, and starts a PostgreSQL server of its own for the run. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// eslint-disable-next-line import-x/no-default-export -- vitest looks for it
export default async function setup(): Promise<() => void> {
  installLibraries()
  return startPostgres()
}

function installLibraries(): void {
  if (existsSync(join(__dirname, 'node_modules', '.package-lock.json'))) return
  const installed = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: __dirname, encoding: 'utf8' })
  if (installed.status !== 0) throw new Error(`The libraries in test/real could not be installed:\n${installed.stderr}`)
  // The one library with native code.
  spawnSync('npm', ['rebuild', 'better-sqlite3'], { cwd: __dirname })
}

async function startPostgres(): Promise<() => void> {
  const programs = postgresPrograms()
  const directory = mkdtempSync(join(tmpdir(), 'paidpath-postgres-'))
  const data = join(directory, 'data')
  const port = await freePort()
  const owner = unprivilegedUser()
  if (owner !== null) chownSync(directory, owner.uid, owner.gid)
  const run = (program: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(join(programs, program), args, {
      encoding: 'utf8',
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(owner === null ? {} : { uid: owner.uid, gid: owner.gid }),
    })
  const made = run('initdb', '--pgdata', data, '--username', 'paidpath', '--auth', 'trust', '--no-sync')
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const options = `-p ${String(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  const started = run('pg_ctl', 'start', '--pgdata', data, '--wait', '--log', join(directory, 'log'), '--options', options)
  if (started.status !== 0) throw new Error(`PostgreSQL did not start: ${started.stderr}`)
  process.env['PAIDPATH_POSTGRES'] = `postgres://paidpath@127.0.0.1:${String(port)}/postgres`
  return () => {
    run('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate')
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Debian keeps `initdb` out of the path. */
function postgresPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  for (const directory of [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')])
    if (existsSync(join(directory, 'initdb'))) return directory
  throw new Error('PostgreSQL is not installed: these tests need its `initdb` and `pg_ctl` (Debian: apt-get install postgresql).')
}

/** The server refuses to run as root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim())
  return { uid: ask('-u'), gid: ask('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}
