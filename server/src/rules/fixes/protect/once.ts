/** `if (!existing) { … }` around a write; where its result is used, what was found stands in for it. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { Lookup, Shape } from '../inserts/insert'
import type { Blocked } from '../payment/refund'
import { isStatementList, rangeOf, wrapRange, type StatementList, type StatementRange } from '../source/layout'
import { allNames, declaredBy, freshName, mentions, nodesAfter } from '../source/scope'
import { isFunctionNode, some, textOf, type Source } from '../source/source'

const noBlock: Blocked = { why: 'The write does not stand in a block.' }
const resultUsed: Blocked = { why: 'The result of the write is used, and a look-up answers with something else.' }

export function writtenOnce(source: Source, top: ts.Expression, lookup: Lookup, synchronous: boolean): readonly TextChange[] | Blocked {
  const awaited = ts.isAwaitExpression(top.parent) ? top.parent : null
  if (awaited === null && !synchronous) return { why: 'The write is not awaited.' }
  const written = awaited ?? top
  const holder = written.parent
  if (ts.isExpressionStatement(holder)) return aroundStatements(source, holder, holder, lookup)
  if (ts.isVariableDeclaration(holder) && ts.isVariableDeclarationList(holder.parent) && ts.isVariableStatement(holder.parent.parent)) {
    const statement = holder.parent.parent
    const last = holder.parent.declarations.length === 1 ? lastUse(source, statement) : null
    if (last !== null) return aroundStatements(source, statement, last, lookup)
    const { standIn } = lookup
    const test = standIn === null || holder.type !== undefined || holder.parent.declarations.length > 1 ? null : absentIn(source, standIn.shape, holder.name)
    // The error narrows the data’s type only where both are constants.
    const widens = source.typed && standIn?.shape === 'data' && test?.tellsErrors === true
    if (standIn !== null && test !== null && !widens) return standingIn(source, statement, holder, lookup, standIn, test)
  }
  if (lookup.standIn?.shape !== 'row' || awaited === null) return resultUsed
  if (!ts.isVariableDeclaration(holder) && !ts.isReturnStatement(holder)) return { why: 'The result of the write is used inside another expression.' }
  const start = awaited.getStart(source.tree)
  return [{ start, end: start, text: `(${lookup.standIn.ask}) ?? (` }, { start: awaited.end, end: awaited.end, text: ')' }, ...lookup.changes]
}

function rangeBetween(source: Source, first: ts.Statement, last: ts.Statement): StatementRange | null {
  const list = first.parent
  if (!isStatementList(list)) return null
  const statements: StatementList['statements'] = list.statements
  return rangeOf(source, list, statements.indexOf(first), statements.indexOf(last))
}

function aroundStatements(source: Source, first: ts.Statement, last: ts.Statement, lookup: Lookup): readonly TextChange[] | Blocked {
  const range = rangeBetween(source, first, last)
  if (range === null) return noBlock
  const name = freshName(allNames(source.tree), 'existing', 'alreadyStored')
  const before = [`const ${lookup.binding(name)} = ${lookup.ask}${source.style.end}`, `if (${lookup.absent(name)}) {`]
  return [...wrapRange(source, range, { before, after: ['}'], depth: 1 }), ...lookup.changes]
}

/** The last of the statements that only look whether the write has failed; null where more is made of its result. */
function lastUse(source: Source, statement: ts.VariableStatement): ts.Statement | null {
  const list = statement.parent
  if (!isStatementList(list)) return null
  const names = new Set(declaredBy(statement))
  const statements: StatementList['statements'] = list.statements
  let index = statements.indexOf(statement)
  for (
    let next = statements[index + 1];
    next !== undefined && ts.isIfStatement(next) && leavesOrLogs(next) && mentions(next, names);
    next = statements[index + 1]
  )
    index++
  const range = rangeOf(source, list, statements.indexOf(statement), index)
  const last = statements[index]
  return range === null || last === undefined || nodesAfter(range).some((node) => mentions(node, names)) ? null : last
}

/** `if (error) throw error`, `if (error) { console.error(error); return … }`. */
function leavesOrLogs({ thenStatement, elseStatement }: ts.IfStatement): boolean {
  if (elseStatement !== undefined) return false
  const statements = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement]
  return statements.every((one) => ts.isThrowStatement(one) || ts.isReturnStatement(one) || ts.isExpressionStatement(one))
}

/** `let order = …` asks, and the write assigns what was not found. */
function standingIn(
  source: Source,
  statement: ts.VariableStatement,
  { name, initializer }: ts.VariableDeclaration,
  { changes }: Lookup,
  { ask, shape }: NonNullable<Lookup['standIn']>,
  test: { readonly absent: string; readonly tellsErrors: boolean },
): readonly TextChange[] | Blocked {
  const range = rangeBetween(source, statement, statement)
  if (range === null || initializer === undefined) return noBlock
  const names = new Set(declaredBy(statement))
  if (source.typed && nodesAfter(range).some((node) => some(node, (inner) => isFunctionNode(inner) && mentions(inner, names))))
    return { why: `${[...names].join(', ')} is used in a callback afterwards, where its type would be lost.` }
  const asked = shape === 'data' && !test.tellsErrors && !ask.endsWith('.throwOnError()') ? `${ask}.throwOnError()` : ask
  const before = [`let ${textOf(source, name)} = ${asked}${source.style.end}`, `if (${test.absent}) {`]
  const pattern = ts.isObjectBindingPattern(name)
  return [
    ...(pattern ? [{ start: initializer.end, end: initializer.end, text: ')' }] : []),
    ...wrapRange(source, range, { before, after: ['}'], depth: 1 }),
    { start: statement.getStart(source.tree), end: name.getStart(source.tree), text: pattern ? '(' : '' },
    ...changes,
  ]
}

/** The test that a stand-in bound to this pattern holds nothing; `tellsErrors`: the pattern keeps the error for the code below. */
function absentIn(source: Source, shape: Shape, name: ts.BindingName): { readonly absent: string; readonly tellsErrors: boolean } | null {
  const plain = (absent: string): { readonly absent: string; readonly tellsErrors: boolean } => ({ absent, tellsErrors: true })
  if (ts.isIdentifier(name)) {
    if (shape === 'row') return plain(`!${name.text}`)
    if (shape === 'data') return plain(`!${name.text}.data && !${name.text}.error`)
    return plain(`${name.text}${shape === 'result' ? '.rows' : ''}.length === 0`)
  }
  if (ts.isArrayBindingPattern(name)) {
    const [first] = name.elements
    return shape !== 'rows' || first === undefined || !ts.isBindingElement(first) || !ts.isIdentifier(first.name) ? null : plain(`!${first.name.text}`)
  }
  const bound = (key: string): ts.BindingName | null =>
    name.elements.find((element) => element.initializer === undefined && (element.propertyName ?? element.name).getText(source.tree) === key)?.name ?? null
  if (name.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return null
  if (shape === 'result') {
    const rows = bound('rows')
    return rows === null ? null : ts.isIdentifier(rows) ? plain(`${rows.text}.length === 0`) : absentIn(source, 'rows', rows)
  }
  if (shape !== 'data') return null
  const [data, error] = [bound('data'), bound('error')]
  if (data === null || !ts.isIdentifier(data)) return null
  if (error === null) return { absent: `!${data.text}`, tellsErrors: false }
  return ts.isIdentifier(error) ? plain(`!${data.text} && !${error.text}`) : null
}
