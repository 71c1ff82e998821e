/** A database server that lives as long as one test run. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Server {
  /** Under this name the tests find the address in the environment; `…_MISSING` says why there is none. */
  readonly variable: string
  readonly start: () => Promise<Running>
}

export interface Running {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The machine has no such program, which is no fault of a fix: its tests are skipped with this reason. */
export class Missing extends Error {}

export function temporaryDirectory(name: string): string {
  return mkdtempSync(join(tmpdir(), `paidpath-${name}-`))
}

interface Start {
  readonly port: number
  /** Its own, removed at the end. */
  readonly directory: string
  readonly env?: Readonly<Record<string, string>>
  readonly owner?: { readonly uid?: number; readonly gid?: number }
}

/** Starts a program and waits until its port answers. What it writes is shown only where it does not come up. */
export async function startProgram(program: string, args: readonly string[], { port, directory, env = {}, owner = {} }: Start): Promise<() => Promise<void>> {
  const keeper = JSON.stringify({ program, args, owner })
  const child = spawn(process.execPath, [join(__dirname, 'keeper.mjs'), keeper], { cwd: directory, env: { ...process.env, ...env }, stdio: 'pipe' })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => output.push(text.toString()))
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`${program} ended with ${String(code)}:\n${output.join('')}`))
    })
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
  })
  const stop = async (): Promise<void> => {
    child.stdin.end()
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await Promise.race([answers(port), failed])
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => {
        setTimeout(() => {
          resolve(false)
        }, 100)
      })
    })
    if (open) return
  }
  throw new Error(`Nothing answers on port ${String(port)}`)
}

export function freePort(): Promise<number> {
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

/** The first of these programs that the machine has. */
export function programIn(names: readonly string[], directories: readonly string[] = (process.env['PATH'] ?? '').split(':')): string | null {
  const places = directories.flatMap((directory) => names.map((name) => join(directory, name)))
  return places.find((place) => spawnSync('test', ['-x', place]).status === 0) ?? null
}

export function javaProgram(): string {
  const java = programIn(['java'])
  if (java === null) throw new Missing('it runs on Java, which this machine does not have')
  return java
}
