/** One small repair: its name, its title for the user and its edits. */
import type { FileEdit, RepairName, TextChange } from '../fix'
import { mergeChanges } from '../source/changes'
import type { Source } from '../source/source'

export interface Repair {
  readonly name: RepairName
  readonly title: string
  readonly edits: readonly FileEdit[]
  readonly note?: string
  /** Why it cannot be made here, where a user would look for it; then there are no edits. */
  readonly disabled?: string
}

export function inFile({ file }: Source, changes: readonly TextChange[]): readonly FileEdit[] {
  return [{ file, changes: mergeChanges(changes) }]
}
