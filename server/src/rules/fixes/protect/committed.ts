/** What a refund would leave behind: writes of the same order that stay when these statements fail. */
import ts from 'typescript'
import type { Location } from '../../../base/location'
import type { Operation } from '../../report'
import { chainTop } from '../source/chains'
import { ancestors, bare, walk } from '../source/source'
import { bodyOf, framesOf, sameFunction, type Frame, type SourceCache } from './frames'
import type { Group, Member } from './group'

/** An earlier write after the same payment that no rollback of the group undoes: the order would be kept and its money given back. */
export function committedBefore(group: Group, operations: readonly Operation[], sources: SourceCache): Operation | null {
  const [member] = group.members
  if (member === undefined) return null
  const { route, index } = member
  const grouped = new Set(group.members.map((other) => other.route.operation))
  const first = group.range.statements[0]
  if (first === undefined) return null
  for (const operation of operations) {
    if (grouped.has(operation) || operation.tier !== 'fulfilment') continue
    for (const path of operation.paths) {
      if (!isSame(path.confirmation.at, route.path.confirmation.at) || !isSame(path.entry.at, route.path.entry.at)) continue
      const other = framesOf(operation, path, sources)
      if (other !== null && comesBefore(other.frames, route.frames.slice(0, index + 1), first)) return operation
    }
  }
  return null
}

/** The same among the members themselves, where no transaction holds them together: a write that stays when a later one fails. */
export function keptByMember(members: readonly Member[]): Operation | null {
  for (const { route } of members) {
    const site = route.frames.at(-1)?.site
    if (site === undefined) continue
    const earlier = members.find(
      (other) =>
        other.route.operation !== route.operation && other.route.operation.tier === 'fulfilment' && comesBefore(other.route.frames, route.frames, site),
    )
    if (earlier !== undefined) return earlier.route.operation
  }
  return null
}

const lasting = /^(create|insert|upsert|save|store|update|grant|fulfil|credit|deposit|enrol|activate|assign|issue|mark|complete)/i

/** The same for a call that is not understood, but by its name does something that lasts. */
export function doneBefore({ home, range, members }: Group, isProvider: (call: ts.CallExpression) => boolean): ts.CallExpression | null {
  const { source } = home
  const [member] = members
  const first = range.statements[0]
  if (member === undefined || first === undefined) return null
  const { at } = member.route.path.confirmation
  const inside = at.file === source.file && bodyOf(home).pos <= at.start && at.end <= bodyOf(home).end
  // A home that learns of the payment from a call: which of its calls that is, is not known here.
  if (!inside && member.index === 0) return null
  const start = inside ? at.end : bodyOf(home).pos
  const found: ts.CallExpression[] = []
  walk(bodyOf(home), (node) => {
    if (node.pos >= first.pos) return false
    if (!ts.isAwaitExpression(node) || node.getStart(source.tree) < start || node.end > first.getStart(source.tree)) return undefined
    const call = bare(node.expression)
    if (!ts.isCallExpression(call) || isProvider(call) || isOtherBranch(node, first)) return undefined
    const { expression } = call
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''
    if (lasting.test(name)) found.push(call)
    return undefined
  })
  return found[0] ?? null
}

/** Compares the two ways where they part: in the innermost function they share. */
function comesBefore(others: readonly Frame[], own: readonly Frame[], first: ts.Node): boolean {
  for (let at = own.length - 1; at >= 0; at--) {
    const frame = own[at]
    const other = frame === undefined ? undefined : others.find((candidate) => sameFunction(candidate, frame))
    if (frame === undefined || other === undefined) continue
    const site = at === own.length - 1 ? first : frame.site
    return other.site !== frame.site && chainTop(other.site).end <= site.getStart() && !isOtherBranch(other.site, site)
  }
  return false
}

/** Whether two places stand in branches of which one runs only. */
export function isOtherBranch(a: ts.Node, b: ts.Node): boolean {
  const around = new Set<ts.Node>([b, ...ancestors(b)])
  let inner = a
  for (const parent of ancestors(a)) {
    if (around.has(parent)) {
      if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) return true
      return ts.isCaseBlock(parent) && ts.isCaseOrDefaultClause(inner) && leaves(inner)
    }
    // `if (…) { write(); return }` is a branch of its own as well.
    if (ts.isBlock(parent) && ts.isIfStatement(parent.parent) && leaves(parent)) return true
    inner = parent
  }
  return false
}

function leaves(list: ts.Block | ts.CaseOrDefaultClause): boolean {
  const last = list.statements.at(-1)
  const end = last !== undefined && ts.isBlock(last) ? last.statements.at(-1) : last
  return end !== undefined && (ts.isReturnStatement(end) || ts.isThrowStatement(end) || ts.isBreakOrContinueStatement(end))
}

function isSame(a: Location, b: Location): boolean {
  return a.file === b.file && a.start === b.start
}
