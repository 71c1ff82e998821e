/** MariaDB: the installed one, or Debian's package unpacked beside the tests (nothing is installed). */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Missing, freePort, programIn, startProgram, temporaryDirectory, type Running, type Server } from './server'

const unpacked = join(__dirname, '..', '.cache', 'mariadb')
const packages = ['mariadb-server-core', 'libaio1', 'liburing2']

export const mariadb: Server = {
  variable: 'PAIDPATH_MARIADB',
  start: async (): Promise<Running> => {
    const installed = programIn(['mariadbd', 'mysqld'], [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'])
    const root = installed === null ? unpack() : '/'
    const directory = temporaryDirectory('mariadb')
    const data = join(directory, 'data')
    mkdirSync(data)
    const port = await freePort()
    const libraries = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu', 'usr/lib/aarch64-linux-gnu'].map((path) => join(root, path))
    const stop = await startProgram(
      installed ?? join(root, 'usr/sbin/mariadbd'),
      [
        '--no-defaults',
        '--user=root',
        `--datadir=${data}`,
        `--lc-messages-dir=${join(root, 'usr/share/mysql')}`,
        `--character-sets-dir=${join(root, 'usr/share/mysql/charsets')}`,
        `--socket=${join(directory, 'socket')}`,
        `--port=${String(port)}`,
        '--bind-address=127.0.0.1',
        '--skip-grant-tables',
        '--skip-log-bin',
        '--innodb-flush-log-at-trx-commit=0',
      ],
      { port, directory, env: installed === null ? { LD_LIBRARY_PATH: libraries.join(':') } : {} },
    )
    return { address: `mysql://root@127.0.0.1:${String(port)}/`, stop }
  },
}

function unpack(): string {
  if (existsSync(unpacked)) return unpacked
  if (programIn(['apt-get']) === null || programIn(['dpkg-deb']) === null)
    throw new Missing('MariaDB is not installed, and this machine has no Debian packages to unpack')
  const directory = `${unpacked}-${String(process.pid)}`
  mkdirSync(directory, { recursive: true })
  const downloaded = spawnSync('apt-get', ['download', '-q', ...packages], { cwd: directory, encoding: 'utf8', timeout: 60_000 })
  const archives = readdirSync(directory).filter((file) => file.endsWith('.deb'))
  for (const archive of archives) spawnSync('dpkg-deb', ['-x', archive, '.'], { cwd: directory })
  if (downloaded.status !== 0 || !existsSync(join(directory, 'usr/sbin/mariadbd'))) {
    rmSync(directory, { recursive: true, force: true })
    throw new Missing(`MariaDB is not installed, and Debian’s package could not be had (${downloaded.stderr.trim().split('\n').at(-1) ?? ''})`)
  }
  for (const archive of archives) rmSync(join(directory, archive))
  renameSync(directory, unpacked)
  return unpacked
}
