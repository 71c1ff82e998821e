/** The result of an audit as data. `report/json.ts` turns it into the public JSON contract. */
import { compareLocations, type FilePath, type Location } from '../base/location'
import type { AdvisoryKind, ProtectionClass, WriteOperation, WritePath } from '../flow/result'

export type Verdict = 'pass' | 'fail' | 'skip'
/** Only `fulfilment` decides the verdict. */
export type Tier = 'fulfilment' | 'bookkeeping' | 'unreferenced'

export interface AuditedPath extends WritePath {
  /** The sentence of spec section 5, worded for the reason at hand. */
  readonly detail: string
}

export interface Operation extends Omit<WriteOperation, 'paths'> {
  readonly tier: Tier
  readonly protected: boolean
  /** The worst path's class. */
  readonly class: ProtectionClass
  readonly paths: readonly AuditedPath[]
  /** Which of several equal calls of its function it is, from 1. */
  readonly ordinal: number
  /** Hex string that does not change when lines move. */
  readonly fingerprint: string
}

/** The paths a reader has to mend. With the strict setting a path may have a class and still be one of them. */
export function unprotectedPaths(operation: Pick<Operation, 'paths'>): readonly AuditedPath[] {
  const bare = operation.paths.filter((path) => path.reason !== null)
  return bare.length > 0 ? bare : operation.paths
}

/** About what accepts findings, comments and the baseline. */
export type NoteKind = 'unused-suppression' | 'suppression-without-reason' | 'stale-baseline-entry'

export interface Advisory {
  readonly at: Location
  readonly kind: AdvisoryKind | NoteKind
  readonly message: string
}

/** A finding that was accepted. */
export interface Suppressed {
  /** `inSource`: by a comment. `external`: in the baseline. */
  readonly kind: 'inSource' | 'external'
  /** Empty where the baseline gives none. */
  readonly justification: string
  readonly operation: Operation
}

export interface Coverage {
  readonly filesIndexed: number
  readonly filesAnalysed: number
  /** 0 to 1. */
  readonly callsResolved: number
  readonly skipped: readonly { readonly file: FilePath; readonly why: string }[]
}

export interface AuditReport {
  /** Folder that report paths are relative to. */
  readonly root: FilePath
  readonly verdict: Verdict
  readonly totals: {
    readonly operations: number
    readonly protected: number
    readonly byClass: Readonly<Record<ProtectionClass, number>>
  }
  /** Sorted by file, then line. */
  readonly operations: readonly Operation[]
  readonly advisories: readonly Advisory[]
  readonly suppressed: readonly Suppressed[]
  readonly coverage: Coverage
}

/** What the baseline accepts can still be repaired; what a comment accepts is meant to stay. */
export function repairable({ operations, suppressed }: AuditReport): readonly Operation[] {
  const external = suppressed.filter(({ kind }) => kind === 'external').map(({ operation }) => operation)
  return external.length === 0 ? operations : [...operations, ...external].sort((a, b) => compareLocations(a.at, b.at))
}
