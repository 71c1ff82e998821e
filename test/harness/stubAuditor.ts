/** An auditor with a toy rule, for tests of what the language server does around the real one: each `WRITE` in an open file is a finding. */
import type { Auditor, AuditorOptions, FileChange } from '../../server/src/audit/auditor'
import type { Advisory, AuditReport, Operation } from '../../server/src/audit/report'
import type { Fix } from '../../server/src/rules/fixes/fix'
import { UserError, yieldToEventLoop } from '../../server/src/base/cancellation'
import { compareLocations, filePath, lineStartsOf, locate, type FilePath } from '../../server/src/base/location'

export interface StubAuditor {
  readonly createAuditor: (options: AuditorOptions) => Auditor
  /** Audits begun so far, all folders. */
  readonly runs: () => number
  /** How many of them gave up because a newer one was wanted. */
  readonly cancelled: () => number
  /** The next audit ends only by being cancelled. */
  holdNext(): void
}

export function stubAuditor(): StubAuditor {
  let runs = 0
  let cancelled = 0
  let hold = false

  const createAuditor = ({ root }: AuditorOptions): Auditor => {
    const texts = new Map<FilePath, string>()
    return {
      applyChanges(changes: readonly FileChange[]) {
        for (const change of changes) {
          if (change.kind === 'edited') texts.set(change.file, change.text)
          else texts.delete(change.file)
        }
      },
      updateSettings: () => undefined,
      textOf: (file) => texts.get(file),
      fixes: (operation) => stubFixes(operation),
      advisoryFixes: (advisory) => stubAdvisoryFixes(advisory),
      tryFix: (fix) => Promise.resolve(fix.edits.some(({ file }) => texts.get(file)?.includes('STUBBORN')) ? 'It would leave the write unprotected.' : null),
      async audit(signal) {
        runs++
        const held = hold
        hold = false
        if ([...texts.values()].some((text) => text.includes('BUG'))) throw new Error('a bug in the analyser')
        if ([...texts.values()].some((text) => text.includes('MISTAKE'))) throw new UserError('The folder is not there.')
        try {
          do await yieldToEventLoop(signal)
          while (held)
        } catch (error) {
          cancelled++
          throw error
        }
        const all = [...texts]
        return {
          ...reportOf(
            root,
            all.flatMap(([file, text]) => writesIn(file, text)),
          ),
          advisories: all.flatMap(([file, text]) => notesIn(file, text)),
          suppressed: all.flatMap(([file, text]) =>
            writesIn(file, text, /ACCEPTED/g).map((operation) => ({ kind: 'external', justification: 'before the rewrite', operation })),
          ),
        }
      },
    }
  }
  return {
    createAuditor,
    runs: () => runs,
    cancelled: () => cancelled,
    holdNext: () => {
      hold = true
    },
  }
}

function writesIn(file: FilePath, text: string, word = /WRITE/g): readonly Operation[] {
  const lines = lineStartsOf(text)
  return [...text.matchAll(word)].map((match, index) => {
    const at = locate(file, lines, { start: match.index, end: match.index + match[0].length })
    const start = locate(file, lines, { start: 0, end: 0 })
    return {
      at,
      callAt: at,
      op: 'db.order.create',
      store: 'shape',
      function: 'fulfil',
      table: 'order',
      bookkeeping: false,
      tier: 'fulfilment',
      protected: false,
      class: 'd',
      ordinal: index + 1,
      fingerprint: `${file}#${index}`,
      paths: [
        {
          entry: { at: start, what: 'Express route POST /webhook', kind: 'http', context: 'webhook', referenced: true },
          confirmation: { at: start, kind: 'event', what: 'payment_intent.succeeded', provider: 'stripe' },
          chain: [],
          mechanisms: [],
          class: 'd',
          reason: 'no-handling',
          outcome: 'propagates',
          idempotent: false,
          endedAt: null,
          detail: 'on payment_intent.succeeded, calls db.order.create with no try/catch and no refund logic',
        },
      ],
    }
  })
}

function notesIn(file: FilePath, text: string): readonly Advisory[] {
  const lines = lineStartsOf(text)
  const at = (match: RegExpExecArray) => locate(file, lines, { start: match.index, end: match.index + match[0].length })
  return [
    ...[...text.matchAll(/REFUND/g)].map((match): Advisory => ({ at: at(match), kind: 'refund-not-awaited', message: 'The refund is not awaited.' })),
    ...[...text.matchAll(/IGNORE/g)].map((match): Advisory => ({ at: at(match), kind: 'unused-suppression', message: 'Nothing is suppressed here.' })),
  ]
}

/** Awaits a refund; comments what is ignored, and leaves the reason to the user. */
function stubAdvisoryFixes({ at, kind }: Advisory): readonly Fix[] {
  const fix = { wholeHandler: false, disabled: null, needsConfirmation: false, note: null, isPreferred: false as const }
  const change = { start: at.start, end: at.start }
  if (kind !== 'unused-suppression')
    return [{ ...fix, id: 'await', title: 'Await the refund', kind: 'repair-await', edits: [{ file: at.file, changes: [{ ...change, text: 'await ' }] }] }]
  const changes = [{ ...change, text: '// ${cost} in } WHY\n', placeholder: 'WHY' }]
  return [{ ...fix, id: 'suppress', title: 'Suppress on this line…', kind: 'suppress', edits: [{ file: at.file, changes }] }]
}

/** One fix that works in two files, one that cannot be applied. */
function stubFixes({ at }: Operation): readonly Fix[] {
  const fix = { kind: 'refund' as const, wholeHandler: false, note: 'Look at the refund.', isPreferred: false as const, needsConfirmation: true }
  const stripe = filePath(at.file.replace('orders', 'stripe'))
  const edits = [
    { file: at.file, changes: [{ start: at.start, end: at.end, text: 'SAFE' }] },
    { file: stripe, changes: [{ start: 0, end: 0, text: 'export ' }] },
  ]
  return [
    { ...fix, id: 'refund', title: 'Refund when the write fails', disabled: null, edits },
    { ...fix, id: 'queue', kind: 'queue', title: 'Queue when the write fails', disabled: 'There is no queue in this workspace.', edits: [] },
  ]
}

function reportOf(root: FilePath, operations: readonly Operation[]): AuditReport {
  return {
    root,
    verdict: operations.length > 0 ? 'fail' : 'skip',
    totals: { operations: operations.length, protected: 0, byClass: { a: 0, b: 0, c: 0, d: operations.length } },
    operations: [...operations].sort((a, b) => compareLocations(a.at, b.at)),
    advisories: [],
    suppressed: [],
    coverage: { filesIndexed: 1, filesAnalysed: 1, callsResolved: 1, skipped: [] },
  }
}
