/** In a webhook the provider can deliver again: the write is made safe to repeat. */
import ts from 'typescript'
import type { Fix, FixRequest, TextChange } from '../fix'
import { express, knowledgeAt, type Knowledge } from '../payment/known'
import { providerOf } from '../payment/providers'
import { applyChanges, isSound, mergeChanges } from '../source/changes'
import { wrapRange, rangeOf, isStatementList } from '../source/layout'
import { allNames, freshName } from '../source/scope'
import { ancestors, bare, isFunctionNode, textOf, type Source } from '../source/source'
import { indentAt } from '../source/style'
import type { PathFrames } from './frames'

/** Null where the question does not arise: the failure does not reach the provider, or the write can be repeated already. */
export function redeliveryFix({ operation, operations, readFile }: FixRequest, route: PathFrames): Fix | null {
  if (route.path.reason !== 'not-idempotent' || route.path.outcome !== 'propagates') return null
  const provider = providerOf(route.path.confirmation.provider).title
  const base: Omit<Fix, 'disabled' | 'edits'> = {
    id: `redelivery:${operation.fingerprint}`,
    title: `${operation.store === 'firestore' ? 'Store it under the payment’s id' : 'Write only once'}, so that ${provider} can deliver the event again when it fails`,
    kind: 'redelivery',
    wholeHandler: false,
    needsConfirmation: false,
    note: null,
    isPreferred: false,
  }
  const changes = operation.store === 'firestore' ? keyedDocument(route, operations) : guardedWrite(route)
  if (typeof changes === 'string') return { ...base, disabled: changes, edits: [] }
  const edits = [{ file: operation.at.file, changes: mergeChanges(changes) }]
  if (!isSound(edits, readFile) || readFile(operation.at.file) === applyChanges(readFile(operation.at.file) ?? '', changes))
    return { ...base, disabled: 'The code is laid out in a way that cannot be changed safely.', edits: [] }
  return { ...base, disabled: null, edits }
}

/** How a store looks a row up by one value. */
interface Lookup {
  /** The row's literal in the call that creates it. */
  readonly row: (call: ts.CallExpression) => ts.ObjectLiteralExpression | null
  readonly find: (source: Source, call: ts.CallExpression, key: string, value: string) => string | null
}

const firstObject = (call: ts.CallExpression): ts.ObjectLiteralExpression | null => {
  const [row] = call.arguments
  return row !== undefined && ts.isObjectLiteralExpression(row) ? row : null
}

const receiver = (source: Source, call: ts.CallExpression): string | null =>
  ts.isPropertyAccessExpression(call.expression) ? textOf(source, call.expression.expression) : null

function lookupFor(store: string): Lookup | null {
  switch (store) {
    case 'prisma':
    case 'shape':
      return {
        row: (call) => {
          const options = firstObject(call)
          const data = options?.properties.find((property) => property.name?.getText() === 'data')
          return data !== undefined && ts.isPropertyAssignment(data) && ts.isObjectLiteralExpression(data.initializer) ? data.initializer : null
        },
        find: (source, call, key, value) => {
          const { pad } = source.style
          const on = receiver(source, call)
          return on === null ? null : `${on}.findFirst({${pad}where: {${pad}${key === value ? key : `${key}: ${value}`}${pad}}${pad}})`
        },
      }
    case 'mongoose':
      return {
        row: firstObject,
        find: (source, call, key, value) => {
          const { pad } = source.style
          const on = receiver(source, call)
          return on === null ? null : `${on}.findOne({${pad}${key === value ? key : `${key}: ${value}`}${pad}})`
        },
      }
    case 'mongodb':
      return {
        row: firstObject,
        find: (source, call, key, value) => {
          const { pad } = source.style
          const on = receiver(source, call)
          return on === null ? null : `${on}.findOne({${pad}${key === value ? key : `${key}: ${value}`}${pad}})`
        },
      }
    case 'sequelize':
      return {
        row: firstObject,
        find: (source, call, key, value) => {
          const { pad } = source.style
          const on = receiver(source, call)
          return on === null ? null : `${on}.findOne({${pad}where: {${pad}${key === value ? key : `${key}: ${value}`}${pad}}${pad}})`
        },
      }
    case 'typeorm':
      return {
        row: firstObject,
        find: (source, call, key, value) => {
          const { pad } = source.style
          const on = receiver(source, call)
          return on === null || /manager$/i.test(on) ? null : `${on}.findOneBy({${pad}${key === value ? key : `${key}: ${value}`}${pad}})`
        },
      }
    default:
      return null
  }
}

const creating = new Set(['create', 'insert', 'insertOne', 'save'])

function guardedWrite(route: PathFrames): readonly TextChange[] | string {
  const frame = route.frames.at(-1)
  const { call, top } = route.write
  const lookup = lookupFor(route.operation.store)
  if (lookup === null) return 'How this store is asked whether the row is there already is not known here.'
  if (frame === undefined || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return 'The write is not a plain call.'
  const { source } = frame
  if (/^(create|insert|save|add|push|bulk)/i.test(call.expression.name.text) && !creating.has(call.expression.name.text))
    return 'It creates several rows, and what tells those of one delivery from those of another cannot be seen here.'
  if (!creating.has(call.expression.name.text))
    return 'It changes a row by what the row holds, so a second delivery would change it twice: store the event’s id in the same transaction, and look for it first.'
  const row = lookup.row(call)
  if (row === null) return 'The row is not written out where it is created, so it is not known what identifies the payment in it.'
  if (frame.knowledge === null) return 'Which payment was taken is not known where the write is.'
  const key = paymentKey(source, row, knowledgeAt(source, frame.knowledge, call))
  if (key === null) return 'The row holds nothing of the payment, so a second delivery cannot be told from another order. Store the payment’s id in it first.'
  const found = lookup.find(source, call, key.name, key.value)
  if (found === null) return 'How to look the row up is not known for this call.'
  return putGuard(source, top, found)
}

/** Firestore: `orders.add(row)` becomes `orders.doc(session.id).set(row)`, which a second delivery writes over. */
function keyedDocument({ operation, path, frames, write }: PathFrames, operations: FixRequest['operations']): readonly TextChange[] | string {
  const frame = frames.at(-1)
  const { call } = write
  if (frame === undefined || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return 'The write is not a plain call.'
  if (call.expression.name.text !== 'add') return 'It changes a document by what the document holds, so a second delivery would change it twice.'
  const beside = operations.some(
    (other) =>
      other !== operation &&
      other.table === operation.table &&
      other.paths.some(({ entry }) => entry.at.file === path.entry.at.file && entry.at.start === path.entry.at.start),
  )
  if (beside) return 'The payment’s id cannot be the key of several documents of one collection.'
  for (const parent of ancestors(call)) {
    if (parent === frame.run) break
    if (ts.isIterationStatement(parent, false) || isFunctionNode(parent))
      return 'One payment makes several of these documents, so its id alone is not their key.'
  }
  const { source } = frame
  const knowledge = frame.knowledge === null ? null : knowledgeAt(source, frame.knowledge, call)
  const key = knowledge === null ? null : (express(source, knowledge, 'O.id', call) ?? express(source, knowledge, 'E.id', call))
  if (key === null) return 'Which payment was taken is not known where the write is.'
  const awaited = call.parent
  if (!ts.isAwaitExpression(awaited)) return 'The write is not awaited.'
  const { name } = call.expression
  const start = name.getStart(source.tree)
  const holder = awaited.parent
  if (ts.isExpressionStatement(holder)) return [{ start, end: name.end, text: `doc(${key.text}).set` }]
  const declared = ts.isVariableDeclaration(holder) && ts.isVariableDeclarationList(holder.parent) ? holder.parent : null
  if (declared === null || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name) || declared.declarations.length > 1)
    return 'The result of the write is used inside another expression.'
  const { end, eol } = source.style
  const indent = indentAt(source.text, declared.getStart(source.tree))
  return [
    { start: awaited.getStart(source.tree), end: call.getStart(source.tree), text: '' },
    { start, end: name.end, text: `doc(${key.text})${end}${eol}${indent}await ${holder.name.text}.set` },
  ]
}

/** The property of the new row that holds the payment's or event's id. */
function paymentKey(source: Source, row: ts.ObjectLiteralExpression, knowledge: Knowledge): { readonly name: string; readonly value: string } | null {
  const ids = ['O.id', 'O.payment_intent', 'O.payment_id', 'O.invoice', 'O.charge', 'E.id', `O.${providerOf(knowledge.provider).id}`]
  for (const property of row.properties) {
    if (ts.isShorthandPropertyAssignment(property)) {
      const value = knowledge.values.get(property.name.text)
      if (value?.kind === 'path' && ids.includes(value.path)) return { name: property.name.text, value: property.name.text }
    }
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue
    const plain = textOf(source, bare(property.initializer))
    const stands = ids.some((id) => express(source, knowledge, id, row)?.text === plain) || ids.includes(pathOf(knowledge, plain))
    if (stands) return { name: property.name.text, value: textOf(source, property.initializer) }
  }
  return null
}

function pathOf(knowledge: Knowledge, text: string): string {
  const value = knowledge.values.get(text)
  if (value?.kind === 'path') return value.path
  const dot = text.lastIndexOf('.')
  const holder = dot < 0 ? undefined : knowledge.values.get(text.slice(0, dot).replace(/[?!]$/, ''))
  return holder?.kind === 'path' ? `${holder.path}${text.slice(dot)}` : ''
}

/** `if (!existing) { … }` around a statement; where the row is used, what was found stands in for it. */
function putGuard(source: Source, top: ts.Expression, find: string): readonly TextChange[] | string {
  const awaited = top.parent
  if (!ts.isAwaitExpression(awaited)) return 'The write is not awaited.'
  const { end } = source.style
  const statement = awaited.parent
  if (ts.isExpressionStatement(statement)) {
    const list = statement.parent
    if (!isStatementList(list)) return 'The write does not stand in a block.'
    const index = list.statements.indexOf(statement)
    const range = rangeOf(source, list, index, index)
    if (range === null) return 'The write does not stand in a block.'
    const name = freshName(allNames(source.tree), 'existing', 'alreadyStored')
    return wrapRange(source, range, { before: [`const ${name} = await ${find}${end}`, `if (!${name}) {`], after: ['}'], depth: 1 })
  }
  if (
    ts.isVariableDeclaration(statement) &&
    ts.isIdentifier(statement.name) &&
    statement.type === undefined &&
    ts.isVariableDeclarationList(statement.parent) &&
    statement.parent.declarations.length === 1
  ) {
    const declared = statement.parent.parent
    const list = declared.parent
    if (!ts.isVariableStatement(declared) || !isStatementList(list)) return 'The write does not stand in a block.'
    const index = list.statements.indexOf(declared)
    const range = rangeOf(source, list, index, index)
    if (range === null) return 'The write does not stand in a block.'
    const name = statement.name.text
    const wrapped = wrapRange(source, range, { before: [`let ${name} = await ${find}${end}`, `if (!${name}) {`], after: ['}'], depth: 1 })
    return [...wrapped, { start: declared.getStart(source.tree), end: statement.name.getStart(source.tree), text: '' }]
  }
  if (!ts.isVariableDeclaration(statement) && !ts.isReturnStatement(statement)) return 'The result of the write is used inside another expression.'
  const start = awaited.getStart(source.tree)
  return [
    { start, end: start, text: `(await ${find}) ?? (` },
    { start: awaited.end, end: awaited.end, text: ')' },
  ]
}
