/** Variables and results that leave the transaction’s callback, or the `try`, for the code after it. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { Blocked } from '../payment/refund'
import { returnsOf } from '../source/functions'
import { assignedInRange, mentions, namesOfBinding, nodesAfter } from '../source/scope'
import { isFunctionNode, some, type Source } from '../source/source'
import type { TransactionPlan } from '../stores/idiom'
import type { Group } from './group'

/** Part of the body that hands its variables out of the transaction's callback. */
export interface Handed {
  /** Before `await`: `order = `, `const { order, user } = `, `return `. */
  readonly lead: string
  readonly open: string
  readonly close: string
  /** Last line of the body. */
  readonly returns: string | null
  readonly changes: readonly TextChange[]
}

/** `assign`: the names are declared outside the `try`. */
export function handOver(group: Group, plan: TransactionPlan | null, after: readonly string[], assign: boolean): Handed | Blocked {
  const { home, range } = group
  const { source } = home
  const { end, pad } = source.style
  const nothing: Handed = { lead: '', open: '', close: '', returns: null, changes: [] }
  const last = range.statements.at(-1)
  if (last === undefined) return nothing
  if (plan?.form === 'callback') {
    const returns = range.statements.flatMap((statement) => [...returnsOf(statement)])
    if (returns.length > 0) {
      if (!alwaysLeaves(last) && !isTail(group)) return { why: '`return` leaves the statements in between.' }
      return { ...nothing, lead: 'return ' }
    }
    if (source.typed || plan.repeats) {
      const outside = assignedInRange(range)
      const later = nodesAfter(range)
      if (outside.some((name) => plan.repeats || later.some((node) => mentions(node, new Set([name])))))
        return { why: `The statements assign to ${outside.join(', ')}, which is used afterwards.` }
    }
  }
  // Without a callback a `return` would leave before the transaction is committed.
  if (plan?.form === 'manual' && range.statements.some((statement) => returnsOf(statement).length > 0))
    return { why: '`return` leaves the statements in between.' }
  if (after.length === 0) return nothing
  if (
    range.statements.some(
      (statement) =>
        (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined && after.includes(statement.name.text),
    )
  )
    return { why: 'A function declared in between is used afterwards.' }
  if (plan?.form !== 'callback') return handDeclarations(group, after)
  if (assign && source.typed && after.some((name) => usedInClosure(group, name)))
    return { why: `${after.join(', ')} is used in a callback afterwards, where its type would be lost.` }
  const [only] = after
  const single = after.length === 1 && only !== undefined ? only : null
  const names = `{${pad}${after.join(', ')}${pad}}`
  const lead = assign ? (single === null ? `(${names} = ` : `${single} = `) : `const ${single ?? names} = `
  const open = assign && single === null && end === '' ? ';' : ''
  const close = assign && single === null ? ')' : ''
  const direct = single === null ? null : directReturn(source, last, single)
  if (direct !== null) return { lead, open, close, returns: null, changes: [direct] }
  return { lead, open, close, returns: `return ${single ?? names}${end}`, changes: [] }
}

/** `const order = await tx.order.create(…)` as the last statement becomes `return tx.order.create(…)`. */
function directReturn(source: Source, last: ts.Statement, name: string): TextChange | null {
  if (!ts.isVariableStatement(last) || last.declarationList.declarations.length !== 1) return null
  const [declaration] = last.declarationList.declarations
  if (
    declaration === undefined ||
    !ts.isIdentifier(declaration.name) ||
    declaration.name.text !== name ||
    declaration.type !== undefined ||
    declaration.initializer === undefined ||
    !ts.isAwaitExpression(declaration.initializer)
  )
    return null
  return { start: last.getStart(source.tree), end: declaration.initializer.expression.getStart(source.tree), text: 'return ' }
}

/** Without a callback, declarations move out of the `try` and leave an assignment behind. */
function handDeclarations(group: Group, after: readonly string[]): Handed | Blocked {
  const { source } = group.home
  const changes: TextChange[] = []
  for (const statement of group.range.statements) {
    if (!ts.isVariableStatement(statement)) continue
    if (!statement.declarationList.declarations.some(({ name }) => namesOfBinding(name).some(({ text }) => after.includes(text)))) continue
    const [declaration] = statement.declarationList.declarations
    if (
      declaration === undefined ||
      statement.declarationList.declarations.length > 1 ||
      declaration.type !== undefined ||
      declaration.initializer === undefined
    )
      return { why: `${after.join(', ')} is used after the writes.` }
    if (source.typed && after.some((name) => usedInClosure(group, name)))
      return { why: `${after.join(', ')} is used in a callback afterwards, where its type would be lost.` }
    // A pattern needs parentheses to be assigned to, and every name of it a declaration.
    const pattern = !ts.isIdentifier(declaration.name)
    if (pattern && namesOfBinding(declaration.name).some(({ text }) => !after.includes(text)))
      return { why: 'Part of a pattern declared in between is used afterwards.' }
    changes.push({
      start: statement.getStart(source.tree),
      end: declaration.name.getStart(source.tree),
      text: pattern ? (source.style.end === '' ? ';(' : '(') : '',
    })
    if (pattern) changes.push({ start: declaration.initializer.end, end: declaration.initializer.end, text: ')' })
  }
  return { lead: '', open: '', close: '', returns: null, changes }
}

function usedInClosure({ range }: Group, name: string): boolean {
  const names = new Set([name])
  return nodesAfter(range).some((node) => some(node, (inner) => isFunctionNode(inner) && mentions(inner, names)))
}

function alwaysLeaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
  if (ts.isBlock(statement)) return statement.statements.some(alwaysLeaves)
  if (ts.isIfStatement(statement))
    return statement.elseStatement !== undefined && alwaysLeaves(statement.thenStatement) && alwaysLeaves(statement.elseStatement)
  return false
}

function isTail({ range }: Group): boolean {
  return isFunctionNode(range.list.parent) && range.list.statements.at(-1) === range.statements.at(-1)
}
