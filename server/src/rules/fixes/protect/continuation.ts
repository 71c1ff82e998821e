/** What runs after some statements when all is well, and how a `catch` can leave without running it. */
import ts from 'typescript'
import { fallsThrough, returnsOf } from '../source/functions'
import { isStatementList } from '../source/layout'
import { declaredBy, mentions } from '../source/scope'
import { isFunctionNode, walk, type FunctionNode, type Source } from '../source/source'

export interface Continuation {
  readonly statements: readonly ts.Statement[]
  /** The statements stand in a loop: its next round follows too. */
  readonly repeats: boolean
  /** A `break` would leave a `switch` here. */
  readonly inSwitch: boolean
}

/** Follows control from the end of a statement to the end of `home`. */
export function continuationOf(last: ts.Node, home: ts.Node): Continuation {
  const statements: ts.Statement[] = []
  let repeats = false
  let inSwitch = false
  let at = last
  for (;;) {
    const parent = at.parent as ts.Node | undefined
    if (parent === undefined || at === home) break
    if (isStatementList(parent)) {
      const list: readonly ts.Node[] = parent.statements
      const following = parent.statements.slice(list.indexOf(at) + 1)
      const end = following.findIndex(
        (statement) => ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isBreakOrContinueStatement(statement),
      )
      statements.push(...(end < 0 ? following : following.slice(0, end + 1)))
      const exit = end < 0 ? undefined : following[end]
      if (exit !== undefined && (ts.isReturnStatement(exit) || ts.isThrowStatement(exit))) break
      if (exit !== undefined && ts.isContinueStatement(exit)) repeats = true
      if (ts.isCaseOrDefaultClause(parent)) {
        inSwitch = true
        const { clauses } = parent.parent
        if (exit === undefined && fallsThrough(parent)) for (const clause of clauses.slice(clauses.indexOf(parent) + 1)) statements.push(...clause.statements)
        at = parent.parent.parent
        continue
      }
      if (exit !== undefined) {
        at = exitTarget(exit, home)
        if (ts.isIterationStatement(at, false)) repeats = true
        continue
      }
    }
    if (ts.isIterationStatement(parent, false)) repeats = true
    if (parent === home || isFunctionNode(parent)) break
    at = parent
  }
  return { statements, repeats, inSwitch }
}

function exitTarget(exit: ts.Node, home: ts.Node): ts.Node {
  for (let node = exit.parent as ts.Node | undefined; node !== undefined && node !== home; node = node.parent as ts.Node | undefined) {
    if (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)) return node
  }
  return exit
}

const logs = /^(console|logger|log|this\.logger|winston|pino|Sentry|debug|fastify\.log|req\.log|request\.log|ctx\.log|app\.log)(\.|$)/
const answers = /^(res|response|reply|rep)\b/
const pureCalls =
  /^(NextResponse|Response|JSON|String|Number|Object|Date|c|ctx|context)\.|^(json|revalidatePath|revalidateTag|next|String|Number|Boolean|createError|setResponseStatus)$/

/** Nothing of it would be wrong after a failed fulfilment: logs and the answer. */
export function isHarmless(statement: ts.Node): boolean {
  let harmless = true
  walk(statement, (node) => {
    if (isFunctionNode(node)) return false
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) harmless &&= isHarmlessCall(node.expression)
    if (ts.isCallExpression(node)) harmless &&= isHarmlessCall(node)
    if (ts.isTaggedTemplateExpression(node)) harmless = false
    if (ts.isNewExpression(node)) harmless &&= /^(Response|NextResponse|Date|Error|\w+Error|\w+Exception)$/.test(node.expression.getText())
    if (ts.isThrowStatement(node)) harmless = false
    return harmless
  })
  return harmless
}

function isHarmlessCall(node: ts.Expression | undefined): boolean {
  if (node === undefined || !ts.isCallExpression(node)) return node !== undefined && ts.isIdentifier(node)
  const text = node.expression.getText()
  return logs.test(text) || answers.test(text) || pureCalls.test(text)
}

/** Only logs: no answer, no jump. */
export function isLog(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) && logs.test(statement.expression.expression.getText())
}

/** Says that the work failed: a `throw`, `next(error)`, or an answer with a status of 400 or more. */
export function reportsFailure(node: ts.Node): boolean {
  let reports = false
  walk(node, (inner) => {
    if (isFunctionNode(inner)) return false
    if (ts.isThrowStatement(inner)) reports = true
    if (ts.isCallExpression(inner)) {
      const text = inner.expression.getText()
      if (/^next$|createError$|\.(sendStatus|status|code|writeHead)$|^process\.exit$|setResponseStatus$|\.reject$|^reject$/.test(text)) {
        const [first] = inner.arguments
        const second = inner.arguments[1]
        const status = first !== undefined && ts.isNumericLiteral(first) ? first : second !== undefined && ts.isNumericLiteral(second) ? second : undefined
        if (status === undefined || Number(status.text) >= 400) reports = true
      }
    }
    if (
      ts.isPropertyAssignment(inner) &&
      /^status(Code)?$/.test(inner.name.getText()) &&
      !ts.isStringLiteralLike(inner.initializer) &&
      !(ts.isNumericLiteral(inner.initializer) && Number(inner.initializer.text) < 400)
    )
      reports = true
    if (
      ts.isBinaryExpression(inner) &&
      inner.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      /\.status(Code)?$/.test(inner.left.getText()) &&
      !(ts.isNumericLiteral(inner.right) && Number(inner.right.text) < 400)
    )
      reports = true
    return !reports
  })
  return reports
}

/** Lines that end a `catch` so that the rest of the function does not run but the caller is told all is well. Null: not possible. */
export function quietExit(source: Source, last: ts.Statement, home: FunctionNode, declared: ReadonlySet<string>): readonly string[] | null {
  const { end } = source.style
  const { statements, repeats, inSwitch } = continuationOf(last, home)
  if (repeats) return null
  const harmless = (statement: ts.Statement): boolean => isHarmless(statement) && !mentions(statement, declared)
  // A log that says all went well is skipped where there is a way past it.
  const plain = statements.every(harmless)
  if (plain && !statements.some(isLog)) return []
  if (inSwitch && breakTarget(last) === 'switch') {
    const own = statements.findIndex((statement) => ts.isBreakStatement(statement))
    if (own >= 0 && statements.slice(own + 1).every(harmless)) return [`break${end}`]
  }
  const otherwise = plain ? [] : null
  const local = new Set([...declared, ...statements.flatMap(declaredBy)])
  const answer = statements.at(-1)
  const value = answer !== undefined && ts.isReturnStatement(answer) ? answer : undefined
  if (value?.expression !== undefined) return isHarmless(value) && !mentions(value, local) && isOneLine(source, value) ? [withEnd(source, value)] : otherwise
  if (returnsOf(home).some(({ expression }) => expression !== undefined)) return otherwise
  const answered = statements.filter(
    (statement) => ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) && answers.test(statement.expression.expression.getText()),
  )
  if (answered.some((statement) => !isHarmless(statement) || mentions(statement, local) || !isOneLine(source, statement))) return otherwise
  return [...answered.map((statement) => withEnd(source, statement)), `return${end}`]
}

function isOneLine(source: Source, node: ts.Node): boolean {
  return !source.text.slice(node.getStart(source.tree), node.end).includes('\n')
}

function withEnd(source: Source, node: ts.Statement): string {
  const text = source.text.slice(node.getStart(source.tree), node.end)
  return text.endsWith(';') ? text : text + source.style.end
}

function breakTarget(node: ts.Node): 'switch' | 'loop' | null {
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined && !isFunctionNode(parent); parent = parent.parent as ts.Node | undefined) {
    if (ts.isSwitchStatement(parent)) return 'switch'
    if (ts.isIterationStatement(parent, false)) return 'loop'
  }
  return null
}
