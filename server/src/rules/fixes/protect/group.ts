/** Which statements are to be protected together: the unprotected writes that one confirmation leads to in one function. */
import ts from 'typescript'
import type { Location } from '../../../base/location'
import type { WritePath } from '../../../flow/result'
import { unprotectedPaths, type Operation } from '../../report'
import { isBlocked, type Blocked } from '../payment/refund'
import { chainTop, methodsOf } from '../source/chains'
import { iterationOf } from '../source/functions'
import { isStatementList, rangeOf, type StatementList, type StatementRange } from '../source/layout'
import { ancestors, isFunctionNode, type Source } from '../source/source'
import { bodyOf, framesOf, isWithin, sameFunction, type Frame, type PathFrames, type SourceCache } from './frames'
import { endsInThrow, settle } from './settle'

/** One unprotected write, seen from the function whose statements are wrapped. */
export interface Member {
  readonly route: PathFrames
  /** Index of the frame that is the home. */
  readonly index: number
  /** In the home: the write's chain, or the call that leads to it. */
  readonly top: ts.Expression
}

export interface Group {
  readonly home: Frame
  readonly range: StatementRange
  readonly members: readonly Member[]
  readonly awaits: readonly { readonly start: number; readonly dropUntil: number }[]
  /** The `try` whose block directly holds the range and only post-payment code. */
  readonly enclosingTry: ts.TryStatement | null
}

/** `direct`: only writes that the home itself contains, not those of its callees. */
export function groupAround(target: PathFrames, index: number, operations: readonly Operation[], direct: boolean, sources: SourceCache): Group | Blocked {
  const home = target.frames[index]
  if (home === undefined) return { why: 'The path to the write has changed.' }
  const members = membersOf(target, home, operations, direct, sources)
  const own = members.find(({ route }) => route.operation === target.operation)
  if (own === undefined) return { why: 'The write cannot be found in the text any more.' }
  const container = catchingTry(own.top, home)
  const together = members.filter((member) => catchingTry(member.top, home) === container)
  const all = rangeAround(home, target, together, operations)
  if (!isBlocked(all) || together.length === 1) return isBlocked(all) ? all : finish(home, target, all, together, own)
  const alone = rangeAround(home, target, [own], operations)
  return isBlocked(alone) ? alone : finish(home, target, alone, [own], own)
}

/** The target's own site and nothing else. */
export function groupAlone(target: PathFrames, index: number, operations: readonly Operation[]): Group | Blocked {
  const home = target.frames[index]
  if (home === undefined) return { why: 'The path to the write has changed.' }
  const own: Member = { route: target, index, top: chainTop(home.site) }
  const range = rangeAround(home, target, [own], operations)
  return isBlocked(range) ? range : finish(home, target, range, [own], own)
}

function membersOf(target: PathFrames, home: Frame, operations: readonly Operation[], direct: boolean, sources: SourceCache): readonly Member[] {
  const members: Member[] = []
  for (const operation of operations) {
    if (operation.tier === 'bookkeeping' && operation !== target.operation) continue
    for (const path of pathsToMend(operation)) {
      if (!samePlace(path.confirmation.at, target.path.confirmation.at) || !samePlace(path.entry.at, target.path.entry.at)) continue
      const route = operation === target.operation && path === target.path ? target : framesOf(operation, path, sources)
      const index = route?.frames.findIndex((frame) => sameFunction(frame, home)) ?? -1
      const frame = route?.frames[index]
      if (route === null || frame === undefined || (direct && index < route.frames.length - 1)) continue
      if (members.some((other) => other.route.operation === operation && other.top === chainTop(frame.site))) continue
      members.push({ route, index, top: chainTop(frame.site) })
    }
  }
  return members
}

/** A write that only the provider's next delivery protects shares the fate of its neighbours: they are then not delivered again alone. */
function pathsToMend(operation: Operation): readonly WritePath[] {
  const redelivered = operation.paths.filter(({ mechanisms }) => mechanisms.length > 0 && mechanisms.every(({ kind }) => kind === 'redelivery'))
  return operation.protected ? redelivered : [...unprotectedPaths(operation), ...redelivered]
}

function samePlace(a: Location, b: Location): boolean {
  return a.file === b.file && a.start === b.start
}

/** The innermost `try` in the home whose `catch` would keep the failure of this expression to itself. */
function catchingTry(node: ts.Node, home: Frame): ts.TryStatement | null {
  let inner = node
  for (const parent of ancestors(node)) {
    if (parent === home.run) return null
    if (ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause !== undefined && !endsInThrow(parent.catchClause.block)) return parent
    inner = parent
  }
  return null
}

interface Slot {
  readonly list: StatementList
  readonly index: number
}

/** Statement lists around a node, innermost first; those inside loops and per-element callbacks are left out when they can be. */
function slotsOf(node: ts.Node, home: Frame, keepsOutside: (statement: ts.Node) => boolean): readonly Slot[] {
  let slots: Slot[] = []
  let inner: ts.Node = node
  for (const parent of ancestors(node)) {
    if (isStatementList(parent)) {
      const index = (parent.statements as readonly ts.Node[]).indexOf(inner)
      if (index >= 0) slots.push({ list: parent, index })
    }
    if (parent === home.run) break
    const repeated = ts.isIterationStatement(parent, false) || (isFunctionNode(parent) && iterationOf(parent) !== null)
    if ((repeated && keepsOutside(parent)) || (isFunctionNode(parent) && !ts.isBlock(parent.body ?? parent))) slots = []
    if (isFunctionNode(parent) && iterationOf(parent) === null && !isThenCallback(parent)) slots = []
    inner = parent
  }
  return slots
}

function isThenCallback(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node.parent) &&
    ts.isPropertyAccessExpression(node.parent.expression) &&
    /^(then|transaction|\$transaction)$/.test(node.parent.expression.name.text)
  )
}

function rangeAround(home: Frame, target: PathFrames, members: readonly Member[], operations: readonly Operation[]): StatementRange | Blocked {
  const { source } = home
  const confirmations = [
    target.path.confirmation.at,
    ...operations.flatMap(({ paths }) => paths.filter(({ confirmation }) => confirmation.kind === 'charge').map(({ confirmation }) => confirmation.at)),
  ]
  const barred = confirmations.filter((at) => at.file === source.file && isWithin(source, at, source, home.run))
  const clear = (start: number, end: number): boolean => !barred.some((at) => start <= at.start && at.end <= end)
  const keepsOutside = (node: ts.Node): boolean => clear(node.getStart(source.tree), node.end)
  const slots = members.map((member) => slotsOf(member.top, home, keepsOutside))
  const [first = []] = slots
  for (const { list } of first) {
    const indexes = slots.map((own) => own.find((slot) => slot.list === list)?.index ?? -1)
    if (indexes.includes(-1)) continue
    const range = rangeOf(source, list, Math.min(...indexes), Math.max(...indexes))
    if (range === null) continue
    const start = range.statements[0]?.getStart(source.tree) ?? 0
    if (clear(start, range.statements.at(-1)?.end ?? 0)) return range
    break
  }
  return { why: 'The write and the payment cannot be told apart by statements.' }
}

/** The failure must come out of every function between the write and the home. */
function lostOnTheWay({ route, index }: Member): string | null {
  for (const frame of route.frames.slice(index + 1)) {
    if (frame.run?.body === undefined) continue
    const top = frame === route.frames.at(-1) ? route.write.top : chainTop(frame.site)
    const settled = settle(top, frame.run.body, frame.run)
    if (settled.reaches === false) return settled.why
    if (settled.reaches === 'with-await' && !synchronous.has(route.operation.store)) return 'nothing waits for it on the way'
  }
  return null
}

/** Drivers whose calls return when they are done. */
const synchronous = new Set(['better-sqlite3', 'bun-sqlite', 'node-sqlite'])

function finish(home: Frame, target: PathFrames, range: StatementRange, members: readonly Member[], own: Member): Group | Blocked {
  const awaits: { readonly start: number; readonly dropUntil: number }[] = []
  const kept: Member[] = []
  for (const member of members) {
    const statement = range.statements.find((candidate) => candidate.pos <= member.top.pos && member.top.end <= candidate.end)
    const handled = methodsOf(member.top).includes('catch')
    const settled =
      statement === undefined || handled
        ? ({ reaches: false, why: 'its failure is handled where the promise is' } as const)
        : settle(member.top, statement, bodyOf(home))
    const lost = settled.reaches === false ? settled.why : lostOnTheWay(member)
    if (settled.reaches === false || lost !== null) {
      if (member === own) return { why: `A failure of the write would not reach the new code: ${lost ?? 'it is caught before'}.` }
      continue
    }
    kept.push(member)
    if (settled.reaches === 'with-await' && !synchronous.has(member.route.operation.store)) awaits.push(settled)
  }
  return { home, range, members: kept, awaits: unique(awaits), enclosingTry: tryAround(home.source, range, target, home) }
}

function unique(awaits: readonly { readonly start: number; readonly dropUntil: number }[]): readonly { readonly start: number; readonly dropUntil: number }[] {
  return awaits.filter((one, index) => awaits.findIndex((other) => other.start === one.start) === index)
}

/** Only a `try` that begins after the confirmation: its `catch` then never runs for a payment that was not taken. */
function tryAround(source: Source, range: StatementRange, target: PathFrames, home: Frame): ts.TryStatement | null {
  const { parent } = range.list
  if (!ts.isTryStatement(parent) || parent.tryBlock !== range.list || parent.catchClause === undefined) return null
  const { at } = target.path.confirmation
  const inside = at.file === source.file && parent.tryBlock.pos <= at.start && at.end <= parent.tryBlock.end
  return inside && isWithin(source, at, source, home.run) ? null : parent
}
