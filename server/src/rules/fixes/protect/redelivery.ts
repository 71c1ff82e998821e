/** In a webhook the provider can deliver again: the write is made safe to repeat. */
import ts from 'typescript'
import type { FileEdit, Fix, FixRequest } from '../fix'
import { insertReaderFor } from '../inserts/inserts'
import type { Column } from '../inserts/insert'
import { express, knowledgeAt, type Knowledge } from '../payment/known'
import { providerOf } from '../payment/providers'
import { isBlocked, type Blocked } from '../payment/refund'
import { passOutward, repeatedBy } from '../repairs/rethrow'
import { applyChanges, createDraft, isSound, mergeChanges } from '../source/changes'
import { iterationOf } from '../source/functions'
import { ancestors, bare, isFunctionNode, textOf, type Source } from '../source/source'
import type { WorkspaceFacts } from '../workspace'
import { bodyOf, type PathFrames, type SourceCache } from './frames'
import { keyedDocument } from './keyedDocument'
import { writtenOnce } from './once'

/** Null where the question does not arise: the failure does not reach the provider, or the write can be repeated already. */
export function redeliveryFix(request: FixRequest, route: PathFrames): Fix | null {
  if (route.path.reason !== 'not-idempotent' || route.path.outcome !== 'propagates') return null
  const { operation } = request
  const fix = baseOf(operation, route, operation.store === 'firestore' ? 'Store it under the payment’s id' : 'Write only once')
  const made = madeOnce(request, route)
  if (isBlocked(made)) return { ...fix, disabled: made.why, edits: [], note: null }
  return finished(request, fix, [{ file: operation.at.file, changes: made.changes }], made.notes)
}

/** The write can be repeated once it looks for its row, and the provider learns of its failure. Null where either cannot be had. */
export function passedOnFix(request: FixRequest, route: PathFrames, sources: SourceCache): Fix | null {
  const { operation, operations } = request
  const { path } = route
  if (path.outcome !== 'swallowed' || path.idempotent || repeatedBy(path, operations, [operation], [operation]) !== null) return null
  const [made, passed] = [madeOnce(request, route), passOutward(route, sources)]
  if (isBlocked(made) || passed === null || 'why' in passed) return null
  const draft = createDraft()
  for (const { file, changes } of passed.edits) draft.add(file, ...changes)
  draft.add(operation.at.file, ...made.changes)
  const fix = finished(request, baseOf(operation, route, 'Write only once and pass the failure on'), draft.edits(), made.notes)
  return fix.disabled === null ? fix : null
}

type Base = Omit<Fix, 'disabled' | 'edits' | 'note'>

function baseOf({ fingerprint }: FixRequest['operation'], { path }: PathFrames, how: string): Base {
  return {
    id: `redelivery:${fingerprint}`,
    title: `${how}, so that ${providerOf(path.confirmation.provider).title} can deliver the event again when it fails`,
    kind: 'redelivery',
    wholeHandler: false,
    needsConfirmation: false,
    isPreferred: false,
  }
}

function madeOnce({ operation, operations, workspace }: FixRequest, route: PathFrames): Guarded | Blocked {
  return isRepeated(route) ?? sharesTable(route, operations) ?? (operation.store === 'firestore' ? storedByKey(route) : guardedWrite(route, workspace))
}

function finished({ readFile }: FixRequest, base: Base, edits: readonly FileEdit[], notes: readonly string[]): Fix {
  const merged = edits.map(({ file, changes }) => ({ file, changes: mergeChanges(changes) }))
  const unchanged = merged.every(({ file, changes }) => readFile(file) === applyChanges(readFile(file) ?? '', changes))
  if (!isSound(merged, readFile) || unchanged)
    return { ...base, disabled: 'The code is laid out in a way that cannot be changed safely.', edits: [], note: null }
  return { ...base, disabled: null, edits: merged, needsConfirmation: merged.length > 1, note: notes.length === 0 ? null : notes.join(' ') }
}

/** One payment, several rows: the first would keep the others out. */
function isRepeated({ frames, path }: PathFrames): Blocked | null {
  const { at } = path.confirmation
  for (const frame of frames) {
    for (const parent of ancestors(frame.site)) {
      if (parent === bodyOf(frame)) break
      const repeats = ts.isIterationStatement(parent, false) || (isFunctionNode(parent) && iterationOf(parent) !== null)
      const confirms = frame.source.file === at.file && parent.pos <= at.start && at.end <= parent.end
      if (repeats && !confirms) return { why: 'It runs once for each of several rows, which the payment alone does not tell apart.' }
    }
  }
  return null
}

function sharesTable({ operation, path }: PathFrames, operations: FixRequest['operations']): Blocked | null {
  const other = operations.find(
    (candidate) =>
      candidate !== operation &&
      candidate.fingerprint !== operation.fingerprint &&
      candidate.store === operation.store &&
      (operation.table === null ? candidate.op === operation.op : candidate.table === operation.table) &&
      candidate.paths.some(({ entry, confirmation }) => isSamePlace(entry.at, path.entry.at) && isSamePlace(confirmation.at, path.confirmation.at)),
  )
  return other === undefined
    ? null
    : { why: `${other.op} in line ${String(other.at.line)} writes to the same table: the row of the one could be taken for the other’s.` }
}

function isSamePlace(a: PathFrames['operation']['at'], b: PathFrames['operation']['at']): boolean {
  return a.file === b.file && a.start === b.start
}

interface Guarded {
  readonly changes: Parameters<typeof mergeChanges>[0]
  readonly notes: readonly string[]
}

function storedByKey(route: PathFrames): Guarded | Blocked {
  const changes = keyedDocument(route, comesAgain(route.path.confirmation))
  return isBlocked(changes) ? changes : { changes, notes: [] }
}

/** Drivers whose calls return when they are done. */
const synchronous = new Set(['better-sqlite3', 'bun-sqlite', 'node-sqlite', 'drizzle'])

function guardedWrite({ operation, path, frames, write }: PathFrames, workspace: WorkspaceFacts): Guarded | Blocked {
  const frame = frames.at(-1)
  const read = insertReaderFor(operation.store)
  if (read === null || frame === undefined) return { why: 'How this store is asked whether the row is there already is not known here.' }
  const { source } = frame
  const insert = read(source, write)
  if (isBlocked(insert)) return insert
  if (frame.knowledge === null) return { why: 'Which payment was taken is not known where the write is.' }
  const key = paymentKey(source, insert.columns, knowledgeAt(source, frame.knowledge, write.call), comesAgain(path.confirmation))
  if (isBlocked(key)) return key
  const lookup = insert.find(key.name, key.value)
  if (isBlocked(lookup)) return lookup
  const changes = writtenOnce(source, write.top, lookup, synchronous.has(operation.store))
  if (isBlocked(changes)) return changes
  const isUnique = operation.table !== null && workspace.uniqueKeys(operation.table).some((columns) => columns.length === 1 && columns[0] === key.name)
  const column = `${operation.table === null ? '' : `${operation.table}.`}${key.name.replaceAll(/['"]/g, '')}`
  const race = `Two deliveries at the same moment could both find nothing: a unique index on ${column} rules that out.`
  return { changes, notes: [...(key.note === null ? [] : [key.note]), ...(isUnique ? [] : [race])] }
}

interface Key {
  readonly name: string
  readonly value: string
  readonly note: string | null
}

/** The column of the new row that holds the payment's or event's id, surest first. */
function paymentKey(source: Source, columns: readonly Column[], knowledge: Knowledge, again: boolean): Key | Blocked {
  const own = `O.${providerOf(knowledge.provider).id}`
  const sure = again ? ['E.id'] : ['O.id', own, 'E.id']
  const mayLack = again ? [] : ['O.payment_intent', 'O.payment_id', 'O.invoice', 'O.charge', ...(knowledge.object === 'session' ? ['O.subscription'] : [])]
  for (const id of [...new Set([...sure, ...mayLack])]) {
    for (const { name, value } of columns) {
      const plain = textOf(source, bare(value))
      if (express(source, knowledge, id, value)?.text !== plain && pathOf(knowledge, plain) !== id) continue
      const part = id.slice(2)
      const note =
        mayLack.includes(id) && !sure.includes(id)
          ? `What is paid without ${part} (a free order, another mode of payment) is found by none: there store the id of the ${knowledge.object === 'other' ? 'payment' : knowledge.object} itself.`
          : null
      return { name, value: textOf(source, value), note }
    }
  }
  if (again)
    return { why: 'The event comes several times for one subscription, and the row does not hold its id: no delivery can be told from another change.' }
  return { why: 'The row holds nothing of the payment, so a second delivery cannot be told from another order. Store the payment’s id in it first.' }
}

/** Events that say a subscription has changed come several times for the same one: only the event's own id tells them apart. */
function comesAgain({ kind, what }: PathFrames['path']['confirmation']): boolean {
  return kind === 'subscription' && what.split(', ').some((name) => !/creat|start/i.test(name))
}

function pathOf(knowledge: Knowledge, text: string): string {
  const value = knowledge.values.get(text)
  if (value?.kind === 'path') return value.path
  const dot = text.lastIndexOf('.')
  const holder = dot < 0 ? undefined : knowledge.values.get(text.slice(0, dot).replace(/[?!]$/, ''))
  return holder?.kind === 'path' ? `${holder.path}${text.slice(dot)}` : ''
}
