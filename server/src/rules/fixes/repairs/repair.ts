/** One small repair: its name, its title for the user and its edits in the file of the write. */
import type { RepairName, TextChange } from '../fix'

export interface Repair {
  readonly name: RepairName
  readonly title: string
  readonly changes: readonly TextChange[]
  readonly note?: string
}
