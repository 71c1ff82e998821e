/** PostgreSQL, from Debian's package or wherever `initdb` is. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Missing, freePort, programIn, startProgram, temporaryDirectory, type Running, type Server } from './server'

export const postgres: Server = {
  variable: 'PAIDPATH_POSTGRES',
  start: async (): Promise<Running> => {
    const programs = programDirectory()
    const directory = temporaryDirectory('postgres')
    const data = join(directory, 'data')
    const port = await freePort()
    const owner = unprivilegedUser()
    if (owner !== null) chownSync(directory, owner.uid, owner.gid)
    const made = spawnSync(join(programs, 'initdb'), ['--pgdata', data, '--username', 'paidpath', '--auth', 'trust', '--no-sync'], {
      encoding: 'utf8',
      cwd: directory,
      ...owner,
    })
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
    const settings = [`port=${String(port)}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((setting) => ['-c', setting])
    const stop = await startProgram(join(programs, 'postgres'), ['-D', data, ...settings], { port, directory, ...(owner === null ? {} : { owner }) })
    return { address: `postgres://paidpath@127.0.0.1:${String(port)}/postgres`, stop }
  },
}

/** Debian keeps `initdb` out of the path. */
function programDirectory(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const found = programIn(
    ['initdb'],
    versions.map((version) => join(debian, version, 'bin')),
  )
  const program = found ?? programIn(['initdb'])
  if (program === null) throw new Missing('PostgreSQL is not installed (Debian: the package postgresql)')
  return dirname(program)
}

/** The server refuses to run as root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim())
  return { uid: ask('-u'), gid: ask('-g') }
}
