/** The smaller repairs, each of which removes one obstacle between a failed write and what would handle it. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import type { Fix, FixRequest, RepairName, TextChange } from '../fix'
import type { PathFrames } from '../protect/frames'
import { isSound, mergeChanges } from '../source/changes'
import { handleRepair } from './handle'
import { awaitRepair } from './awaiting'
import { rethrowRepair } from './rethrow'
import { checkErrorRepair } from './checkError'

export interface Repair {
  readonly name: RepairName
  readonly title: string
  readonly changes: readonly TextChange[]
  readonly note?: string
}

type Maker = (route: PathFrames, contexts: ReadonlySet<Context>) => Repair | null

const makers: readonly Maker[] = [handleRepair, awaitRepair, checkErrorRepair, rethrowRepair]

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

/** The `try` around a node, inside its own function, whose `catch` would see the node's failure. */
export function tryAround(node: ts.Node): ts.TryStatement | null {
  let inner = node
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined) {
    if (ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause !== undefined) return parent
    inner = parent
  }
  return null
}
