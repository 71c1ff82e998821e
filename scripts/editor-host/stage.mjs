/** The extension as its users get it: only what `.vscodeignore` lets through. */
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce'

export async function stageExtension(target) {
  await rm(target, { recursive: true, force: true })
  for (const file of await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None })) await cp(file, path.join(target, file))
}

export async function packageExtension(folder, vsix) {
  await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false })
}
