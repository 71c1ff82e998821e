/** Brings node_modules to what package-lock.json says, when it is not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm, top } from './process.mjs'

/** Resolves with null, or with the output of a failed installation. */
export async function ensureInstalled() {
  if (isInstalled()) return null
  console.log('Installing the locked dependencies (npm ci) …')
  const { status, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  return status === 0 ? null : output
}

/** npm keeps a copy of the lock file in node_modules: what it names at the locked version is there. */
function isInstalled() {
  const locked = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  if (locked === null || installed === null) return false
  return Object.entries(locked).every(([path, entry]) => path === '' || entry.optional || entry.link || installed[path]?.version === entry.version)
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(top, file), 'utf8')).packages ?? null
  } catch {
    return null
  }
}
