/** What git knows of files that are about to be written. */
import { execFileSync } from 'node:child_process'
import type { FilePath } from '../base/location'

/** Those of the files that hold changes nobody could get back; none where git is missing or the folder is not in a repository. */
export function uncommittedFiles(root: FilePath, files: readonly FilePath[]): readonly FilePath[] {
  return files.filter((file) => statusOf(root, file) !== '')
}

function statusOf(root: FilePath, file: FilePath): string {
  try {
    // The audited folder's configuration must not start programs, and the index is not ours to refresh.
    const safe = ['-c', 'core.fsmonitor=false', '--no-optional-locks', '--literal-pathspecs']
    return execFileSync('git', [...safe, '-C', root, 'status', '--porcelain', '--', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
