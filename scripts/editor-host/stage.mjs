/** Lays out the extension as its package would be installed: only what `.vscodeignore` lets through. */
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { listFiles, PackageManager } from '@vscode/vsce'

export async function stageExtension(target) {
  await rm(target, { recursive: true, force: true })
  for (const file of await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None })) await cp(file, path.join(target, file))
}
