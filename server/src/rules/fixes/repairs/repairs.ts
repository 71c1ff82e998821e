/** The smaller repairs, each of which removes one obstacle between a failed write and what would handle it. */
import type { Context } from '../../../flow/result'
import type { Fix, FixRequest } from '../fix'
import type { PathFrames } from '../protect/frames'
import { isSound, mergeChanges } from '../source/changes'
import type { Repair } from './repair'
import { handleRepair } from './handle'
import { answerLateRepair } from './answerLate'
import { awaitRepair } from './awaiting'
import { rethrowRepair } from './rethrow'
import { checkErrorRepair } from './checkError'

type Maker = (route: PathFrames, contexts: ReadonlySet<Context>) => Repair | null

const makers: readonly Maker[] = [handleRepair, awaitRepair, answerLateRepair, checkErrorRepair, rethrowRepair]

export function repairFixes({ operation, readFile }: FixRequest, route: PathFrames, contexts: ReadonlySet<Context>): readonly Fix[] {
  return makers.flatMap((make) => {
    const repair = make(route, contexts)
    if (repair === null || repair.changes.length === 0) return []
    const edits = [{ file: operation.at.file, changes: mergeChanges(repair.changes) }]
    if (!isSound(edits, readFile)) return []
    const fix: Fix = {
      id: `repair-${repair.name}:${operation.fingerprint}`,
      title: repair.title,
      kind: `repair-${repair.name}`,
      wholeHandler: false,
      disabled: null,
      edits,
      needsConfirmation: false,
      note: repair.note ?? null,
      isPreferred: false,
    }
    return [fix]
  })
}
