/** The result of an audit, as every front door reads it. */
export type { Advisory, AuditedPath, AuditReport, Coverage, NoteKind, Operation, Suppressed, Tier, Verdict } from '../rules/report'
export { repairable, unprotectedPaths } from '../rules/report'
