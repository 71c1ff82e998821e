/** Quick fixes of advisories: small edits at the line the advisory points at, and a settled payment where only a transaction protects. */
import ts from 'typescript'
import type { Context } from '../../flow/result'
import type { Advisory, AuditedPath, Operation } from '../report'
import type { Fix, FixKind, FixRequest, TextChange } from './fix'
import { isBlocked } from './payment/refund'
import { providerOf } from './payment/providers'
import { createSourceCache, framesOf } from './protect/frames'
import { groupAlone } from './protect/group'
import { wrapGroup } from './protect/wrap'
import { isSound, mergeChanges } from './source/changes'
import { declaredBy, isVisible } from './source/scope'
import { ancestors, bare, enclosingFunction, isAsync, nodeAt, textOf, type Source } from './source/source'
import { indentAt, lineStart } from './source/style'
import { unsuppressFix } from './suppress'
import { isStatementList } from './source/layout'

export interface AdvisoryFixRequest extends Pick<FixRequest, 'operations' | 'readFile' | 'workspace'> {
  readonly advisory: Advisory
}

export function offerAdvisoryFixes(request: AdvisoryFixRequest): readonly Fix[] {
  const { advisory, readFile } = request
  if (advisory.kind === 'rolled-back-but-charged') return settleTransaction(request)
  if (advisory.kind === 'unused-suppression' || advisory.kind === 'suppression-without-reason') {
    const fix = unsuppressFix(advisory, readFile)
    return fix === null ? [] : [fix]
  }
  const source = createSourceCache(readFile)(advisory.at.file)
  if (advisory.kind === 'unchecked-payment-status') return source === null ? [] : checkStatus(source, advisory, readFile)
  const call = source === null ? null : callAround(nodeAt(source, advisory.at))
  if (source === null || call === null) return []
  const found = editFor(source, call, advisory)
  if (found === null) return []
  const edits = [{ file: source.file, changes: mergeChanges(found.changes) }]
  return isSound(edits, readFile) ? [fixOf(found.kind, found.title, advisory, edits)] : []
}

interface Edit {
  readonly kind: FixKind
  readonly title: string
  readonly changes: readonly TextChange[]
}

function fixOf(kind: FixKind, title: string, { at }: Advisory, edits: Fix['edits'], note: string | null = null): Fix {
  return {
    id: `${kind}:${at.file}:${String(at.start)}`,
    title,
    kind,
    wholeHandler: false,
    disabled: null,
    edits,
    needsConfirmation: edits.length > 1,
    note,
    isPreferred: false,
  }
}

function callAround(node: ts.Node): ts.CallExpression | null {
  for (const candidate of [node, ...ancestors(node)]) {
    if (ts.isCallExpression(candidate)) return candidate
    if (ts.isStatement(candidate)) return null
  }
  return null
}

function editFor(source: Source, call: ts.CallExpression, { kind }: Advisory): Edit | null {
  switch (kind) {
    case 'refund-without-idempotency-key':
      return idempotencyKey(source, call)
    case 'refund-not-awaited':
      return awaited(source, call, 'Await the refund')
    case 'never-runs':
      return awaited(source, call, 'Await the query, so that it runs')
    case 'missing-order-metadata':
      return orderMetadata(source, call)
    default:
      return null
  }
}

/** Stripe: a repeated refund of one payment must stay one refund. */
function idempotencyKey(source: Source, call: ts.CallExpression): Edit | null {
  const [refund, options] = call.arguments
  if (refund === undefined || options !== undefined || !ts.isObjectLiteralExpression(refund) || !textOf(source, call.expression).endsWith('refunds.create'))
    return null
  const id = refund.properties.find((property) => /^(payment_intent|charge)$/.test(property.name?.getText(source.tree) ?? ''))
  const value = id === undefined ? undefined : ts.isPropertyAssignment(id) ? bare(id.initializer) : ts.isShorthandPropertyAssignment(id) ? id.name : undefined
  if (value === undefined) return null
  const { pad } = source.style
  const text = `, {${pad}idempotencyKey: \`refund_\${${textOf(source, value)}}\`${pad}}`
  return {
    kind: 'repair-idempotency-key',
    title: 'Give the refund an idempotency key made of the payment’s id',
    changes: [{ start: refund.end, end: refund.end, text }],
  }
}

function awaited(source: Source, call: ts.CallExpression, title: string): Edit | null {
  let top: ts.Expression = call
  while (ts.isPropertyAccessExpression(top.parent) || (ts.isCallExpression(top.parent) && top.parent.expression === top)) top = top.parent
  const dropped = ts.isVoidExpression(top.parent) ? top.parent : top
  const run = enclosingFunction(call)
  if (!ts.isExpressionStatement(dropped.parent) || (run !== null && !isAsync(run))) return null
  return { kind: 'repair-await', title, changes: [{ start: dropped.getStart(source.tree), end: top.getStart(source.tree), text: 'await ' }] }
}

/** `metadata: { orderId: order.id }`, with the order that is at hand. */
function orderMetadata(source: Source, call: ts.CallExpression): Edit | null {
  const given = call.arguments.find(ts.isObjectLiteralExpression)
  const order = given === undefined ? null : orderInSight(source, call)
  const last = given?.properties.at(-1)
  if (given === undefined || order === null || last === undefined || given.properties.some((property) => property.name?.getText(source.tree) === 'metadata'))
    return null
  const { pad, eol } = source.style
  const ownLine = lineStart(source.text, last.getStart(source.tree)) !== lineStart(source.text, given.getStart(source.tree))
  const before = ownLine ? `,${eol}${indentAt(source.text, last.getStart(source.tree))}` : ', '
  const property = order === 'orderId' ? order : `orderId: ${order}`
  return {
    kind: 'repair-metadata',
    title: `Attach ${order} to the payment, so that charge and order can be matched`,
    changes: [{ start: last.end, end: last.end, text: `${before}metadata: {${pad}${property}${pad}}` }],
  }
}

function orderInSight(source: Source, at: ts.Node): string | null {
  if (isVisible(source, 'orderId', at)) return 'orderId'
  for (const scope of ancestors(at)) {
    if (!isStatementList(scope)) continue
    for (const statement of scope.statements) {
      if (statement.end > at.getStart(source.tree)) break
      if (!ts.isVariableStatement(statement)) continue
      const name = declaredBy(statement).find((declared) => /^([a-z]\w*Order|order|booking|purchase)$/.test(declared))
      if (name !== undefined) return `${name}.id`
    }
  }
  return null
}

const paidLater = 'checkout.session.async_payment_succeeded'
const subscribe = `Let the provider send ${paidLater} to this endpoint as well: it says that a payment which takes days has arrived.`

/** Where nothing in the file handles the later event yet, what is left out now would never be fulfilled: the branch takes it as well. */
function takesLater(source: Source): boolean {
  return !source.text.includes(paidLater)
}

/** `checkout.session.completed` also comes for payments that are still on their way. */
function checkStatus(source: Source, advisory: Advisory, readFile: FixRequest['readFile']): readonly Fix[] {
  const node = nodeAt(source, advisory.at)
  for (const parent of [node, ...ancestors(node)]) {
    const changes = ts.isCaseClause(parent) ? leaveUnpaidCase(source, parent) : ts.isIfStatement(parent) ? askForPaid(source, parent) : null
    if (changes !== null) {
      const edits = [{ file: source.file, changes }]
      const title = 'Leave unpaid sessions out: their payment can still fail'
      return isSound(edits, readFile) ? [fixOf('repair-payment-status', title, advisory, edits, subscribe)] : []
    }
    if (isStatementList(parent)) return []
  }
  return []
}

/** After `const session = event.data.object`: `if (session.payment_status === 'unpaid') break`. */
function leaveUnpaidCase(source: Source, clause: ts.CaseClause): readonly TextChange[] | null {
  const [only] = clause.statements
  const list = clause.statements.length > 0 && only !== undefined && ts.isBlock(only) ? only : clause
  const last = clause.statements.at(-1)
  const ending = last !== undefined && ts.isBlock(last) ? last.statements.at(-1) : last
  if (ending === undefined || !ts.isBreakStatement(ending) || !textOf(source, clause.expression).includes('checkout.session.completed')) return null
  const [declared] = list.statements
  if (declared === undefined || !ts.isVariableStatement(declared)) return null
  const [declaration] = declared.declarationList.declarations
  if (declaration?.initializer === undefined || !ts.isIdentifier(declaration.name) || !textOf(source, bare(declaration.initializer)).endsWith('.data.object'))
    return null
  const { eol, end, quote } = source.style
  const indent = indentAt(source.text, declared.getStart(source.tree))
  const line = `if (${declaration.name.text}.payment_status === ${quote}unpaid${quote}) break${end}`
  const check = { start: declared.end, end: declared.end, text: `${eol}${indent}${line}` }
  const label = clause.expression.end + source.text.slice(clause.expression.end).indexOf(':') + 1
  const later = `${eol}${indentAt(source.text, clause.getStart(source.tree))}case ${quote}${paidLater}${quote}:`
  return ts.isStringLiteral(clause.expression) && takesLater(source) ? [{ start: label, end: label, text: later }, check] : takesLater(source) ? null : [check]
}

/** `event.type === 'checkout.session.completed' && event.data.object.payment_status !== 'unpaid'`, where nothing else would then run. */
function askForPaid(source: Source, statement: ts.IfStatement): readonly TextChange[] | null {
  const { expression, elseStatement } = statement
  if (elseStatement !== undefined || !ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return null
  const event = /^([\w$.]+)\.type$/.exec(textOf(source, expression.left))?.[1]
  if (event === undefined || !ts.isStringLiteral(expression.right) || expression.right.text !== 'checkout.session.completed') return null
  const { quote, eol, unit } = source.style
  const unpaid = `${event}.data.object.payment_status !== ${quote}unpaid${quote}`
  if (!takesLater(source)) return [{ start: expression.end, end: expression.end, text: ` && ${unpaid}` }]
  const indent = indentAt(source.text, statement.getStart(source.tree))
  const line = `${eol}${indent}${unit}`
  const start = expression.getStart(source.tree)
  return [
    { start, end: start, text: `${line}(` },
    { start: expression.end, end: expression.end, text: ` || ${event}.type === ${quote}${paidLater}${quote}) &&${line}${unpaid}${eol}${indent}` },
  ]
}

/** The transaction rolls the rows back; now the payment is given back or the work queued as well. */
function settleTransaction({ advisory, operations, readFile, workspace }: AdvisoryFixRequest): readonly Fix[] {
  const sources = createSourceCache(readFile)
  const hit = chargedPath(operations, advisory)
  const route = hit === null ? null : framesOf(hit.operation, hit.path, sources)
  const transaction = hit?.path.mechanisms.find(({ kind }) => kind === 'transaction')
  if (hit === null || route === null || transaction === undefined) return []
  const index = route.frames.findIndex(
    (frame) =>
      frame.source.file === transaction.at.file && (frame.run === null || (frame.run.pos <= transaction.at.start && transaction.at.end <= frame.run.end)),
  )
  const frame = route.frames[index]
  const call = frame === undefined ? null : callAround(nodeAt(frame.source, transaction.at))
  if (frame === undefined || call === null) return []
  // From here on the transaction call stands for the write.
  const frames = [...route.frames.slice(0, index), { ...frame, site: call, call: null }]
  const seen = { ...route, frames, write: { ...route.write, call, top: call } }
  const contexts = new Set<Context>([hit.path.entry.context])
  const group = groupAlone(seen, index, operations)
  if (isBlocked(group)) return []
  return (contexts.has('request') ? (['refund', 'queue'] as const) : (['queue', 'refund'] as const)).flatMap((settling) => {
    if (settling === 'queue' && workspace.queues.length === 0) return []
    const wrapped = wrapGroup(group, { settling, contexts, others: [], needsPayment: true, inner: null, withTransaction: false, workspace, readFile })
    if (isBlocked(wrapped)) return []
    const provider = providerOf(hit.path.confirmation.provider).title
    const title =
      settling === 'refund'
        ? `Refund the ${provider} payment when the transaction is rolled back`
        : 'Push to the retry queue when the transaction is rolled back'
    return [fixOf(settling, title, advisory, wrapped.edits, wrapped.notes.length === 0 ? null : wrapped.notes.join(' '))]
  })
}

function chargedPath(operations: readonly Operation[], { at }: Advisory): { readonly operation: Operation; readonly path: AuditedPath } | null {
  for (const operation of operations) {
    for (const path of operation.paths) {
      const only = path.mechanisms[0]
      const place = path.endedAt ?? only?.at
      if (path.mechanisms.length === 1 && only?.kind === 'transaction' && place?.file === at.file && place.start === at.start) return { operation, path }
    }
  }
  return null
}
