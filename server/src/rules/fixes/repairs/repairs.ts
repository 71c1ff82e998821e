/** The smaller repairs, each of which removes one obstacle between a failed write and what would handle it. */
import type { Context } from '../../../flow/result'
import type { Fix, FixRequest } from '../fix'
import type { PathFrames, SourceCache } from '../protect/frames'
import { isSound } from '../source/changes'
import type { Repair } from './repair'
import { handleRepair } from './handle'
import { answerLateRepair } from './answerLate'
import { awaitRepair } from './awaiting'
import { rethrowRepair } from './rethrow'
import { checkErrorRepair } from './checkError'

type Maker = (route: PathFrames, contexts: ReadonlySet<Context>, request: FixRequest, sources: SourceCache) => Repair | null

const makers: readonly Maker[] = [handleRepair, awaitRepair, answerLateRepair, checkErrorRepair, rethrowRepair]

export function repairFixes(request: FixRequest, route: PathFrames, contexts: ReadonlySet<Context>, sources: SourceCache): readonly Fix[] {
  const { operation, readFile } = request
  return makers.flatMap((make) => {
    const repair = make(route, contexts, request, sources)
    const disabled = repair?.disabled ?? null
    if (repair === null || (repair.edits.length === 0 && disabled === null)) return []
    const { edits } = repair
    if (!isSound(edits, readFile)) return []
    const fix: Fix = {
      id: `repair-${repair.name}:${operation.fingerprint}`,
      title: repair.title,
      kind: `repair-${repair.name}`,
      wholeHandler: false,
      disabled,
      edits,
      needsConfirmation: edits.length > 1 || edits.some(({ file }) => file !== operation.at.file),
      note: repair.note ?? null,
      isPreferred: false,
    }
    return [fix]
  })
}
