/** What a `catch` does after the payment is settled: end quietly, or pass the failure on. */
import ts from 'typescript'
import { returnsOf } from '../source/functions'
import { declaredInRange, isVisible } from '../source/scope'
import { enclosingFunction, walk, type FunctionNode, type Source } from '../source/source'
import type { Blocked } from '../payment/refund'
import type { WrapContext } from './context'
import { continuationOf, isHarmless, isLog, quietExit, reportsFailure } from './continuation'
import type { Group } from './group'

export type Tail =
  /** Lines after the settling: none, or an exit. `logs`: the error is reported first, since nothing else will show it. */
  { readonly how: 'quiet'; readonly exit: readonly string[]; readonly logs: boolean } | { readonly how: 'throw'; readonly lines: readonly string[] }

/**
 * After a refund the provider must not deliver the event again, nor a queue run the job again: the goods would be free.
 * After an enqueue a second delivery would do the work twice. In a user's request the caller has to learn of the failure.
 */
export function chooseTail(group: Group, { settling, contexts }: WrapContext, after: readonly string[], extended: ts.TryStatement | null): Tail | Blocked {
  const { home, range } = group
  const { source } = home
  // The innermost function: a `.then` callback of the home ends before the home does.
  const run = enclosingFunction(range.list)
  const last = range.statements.at(-1)
  if (last === undefined) return { why: 'There is nothing to wrap.' }
  const mustBeQuiet = contexts.has('webhook') || contexts.has('job')
  const name = errorName(source)
  if (extended !== null) {
    const block = extended.catchClause?.block
    const silent = block !== undefined && !reportsFailure(block) && returnsOf(block).length === 0
    return settling === 'refund' && !mustBeQuiet && silent
      ? { how: 'throw', lines: [`throw ${catchName(extended) ?? name}${source.style.end}`] }
      : { how: 'quiet', exit: [], logs: false }
  }
  const loud: Tail = { how: 'throw', lines: [expressNext(source, run, last, name) ?? `throw ${name}${source.style.end}`] }
  const exit = run === null || isFollowedByThen(run) ? null : quietExit(source, last, run, new Set(declaredInRange(range)))
  const possible = exit !== null && (after.length === 0 || exit.length > 0) && !returnsValue(group) && callersAreDone(group)
  if (mustBeQuiet) return possible ? { how: 'quiet', exit, logs: true } : { why: 'What follows the writes would run as if they had succeeded.' }
  if (settling === 'queue' && possible && exit.length === 0) return { how: 'quiet', exit, logs: true }
  return loud
}

function isFollowedByThen(run: FunctionNode): boolean {
  const { parent } = run
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.parent) && parent.parent.name.text === 'then'
}

function returnsValue({ range }: Group): boolean {
  return range.statements.some((statement) => returnsOf(statement).some(({ expression }) => expression !== undefined))
}

/** Functions further out must not use the result, nor do more work as if all were well. */
function callersAreDone({ members, home }: Group): boolean {
  const [member] = members
  if (member === undefined) return false
  for (const frame of member.route.frames.slice(0, member.index)) {
    if (frame === home || frame.run === null) continue
    let top: ts.Node = frame.site
    while (!ts.isStatement(top)) {
      if (ts.isVariableDeclaration(top) || (ts.isBinaryExpression(top) && top.operatorToken.kind === ts.SyntaxKind.EqualsToken)) return false
      top = top.parent
    }
    if (ts.isReturnStatement(top)) continue
    const { statements, repeats } = continuationOf(top, frame.run)
    if (repeats || !statements.every(isHarmless)) return false
  }
  return true
}

function expressNext(source: Source, run: FunctionNode | null, at: ts.Node, error: string): string | null {
  if (run === null || run.parameters.length < 3) return null
  const third = run.parameters[2]
  if (third === undefined || !ts.isIdentifier(third.name) || third.name.text !== 'next') return null
  for (let node = at as ts.Node | undefined; node !== undefined && node !== run; node = node.parent as ts.Node | undefined)
    if (ts.isTryStatement(node) && node.catchClause !== undefined) return null
  return `return next(${error})${source.style.end}`
}

export function errorName(source: Source): string {
  let name = 'error'
  let seen = false
  walk(source.tree, (node) => {
    if (!seen && ts.isCatchClause(node) && node.variableDeclaration !== undefined && ts.isIdentifier(node.variableDeclaration.name)) {
      name = node.variableDeclaration.name.text
      seen = true
    }
    return !seen
  })
  return /^(error|err|e|ex|exception|cause)$/.test(name) ? name : 'error'
}

export function catchName(statement: ts.TryStatement): string | null {
  const declared = statement.catchClause?.variableDeclaration?.name
  return declared !== undefined && ts.isIdentifier(declared) ? declared.text : null
}

function logLine(source: Source, at: ts.Node, name: string): string {
  const logger = /\b((?:this\.)?(?:logger|log))\.error\(/.exec(source.text)?.[1]
  const visible = logger !== undefined && (logger.startsWith('this.') || isVisible(source, logger, at))
  return `${visible ? logger : 'console'}.error(${name})${source.style.end}`
}

export function tailLines(source: Source, at: ts.Node, settlement: readonly string[], tail: Tail, name: string): readonly string[] {
  if (tail.how === 'throw') return [...settlement, ...tail.lines]
  return [...(tail.logs ? [logLine(source, at, name)] : []), ...settlement, ...tail.exit]
}

/** An existing `catch` is taken when it runs for nothing but a failed fulfilment, and what it then does fits the settling. */
export function extendable({ enclosingTry, range, members }: Group, { contexts }: WrapContext): ts.TryStatement | null {
  if (enclosingTry?.catchClause === undefined || members.length === 0) return null
  const last = range.statements.at(-1)
  const following = enclosingTry.tryBlock.statements.slice(
    last === undefined ? 0 : (enclosingTry.tryBlock.statements as readonly ts.Statement[]).indexOf(last) + 1,
  )
  if (!following.every((statement) => isHarmless(statement) || isLog(statement))) return null
  const { block } = enclosingTry.catchClause
  const loud = reportsFailure(block)
  if ((contexts.has('webhook') || contexts.has('job')) && loud) return null
  return enclosingTry
}
