/** TypeScript forgets in a callback what an `if` outside found out about a property: such values are read before it. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { StatementRange } from '../source/layout'
import { freshName } from '../source/scope'
import { ancestors, contains, isFunctionNode, textOf, walk, type Source } from '../source/source'

export interface Hoist {
  /** `const userId = session.metadata.userId` */
  readonly lines: readonly string[]
  readonly changes: readonly TextChange[]
}

/** Properties that a test before the range looked at and that the range reads again. */
export function hoistNarrowed(source: Source, range: StatementRange, run: ts.Node, taken: ReadonlySet<string>): Hoist {
  if (!source.typed) return { lines: [], changes: [] }
  const tested = testedPaths(source, range, run)
  if (tested.size === 0) return { lines: [], changes: [] }
  const names = new Map<string, string>()
  const lines: string[] = []
  const changes: TextChange[] = []
  const used = new Set(taken)
  for (const statement of range.statements) {
    walk(statement, (node) => {
      if (!ts.isPropertyAccessExpression(node) || !isReadPath(node) || !tested.has(normal(textOf(source, node)))) return undefined
      // What the callback itself tests is narrowed there again.
      if (isTestedInside(node, statement, source)) return false
      const text = textOf(source, node)
      let name = names.get(text)
      if (name === undefined) {
        name = freshName(used, node.name.text, `${rootName(node)}${capitalised(node.name.text)}`)
        used.add(name)
        names.set(text, name)
        lines.push(`const ${name} = ${text}${source.style.end}`)
      }
      const { parent } = node
      const start = node.getStart(source.tree)
      // `userId: session.metadata.userId` reads better as a shorthand, but only whole tokens are replaced.
      changes.push(ts.isNonNullExpression(parent) && parent.expression === node ? { start, end: parent.end, text: name } : { start, end: node.end, text: name })
      return false
    })
  }
  return { lines, changes }
}

function testedPaths(source: Source, range: StatementRange, run: ts.Node): ReadonlySet<string> {
  const paths = new Set<string>()
  const start = range.statements[0]?.getStart(source.tree) ?? 0
  const collect = (test: ts.Node): void => {
    walk(test, (node) => {
      if (ts.isPropertyAccessExpression(node) && isReadPath(node)) paths.add(normal(textOf(source, node)))
      return undefined
    })
  }
  walk(run, (node) => {
    if (node.pos >= start) return false
    if (node !== run && isFunctionNode(node) && !contains(node, range.list)) return false
    if (ts.isIfStatement(node)) collect(node.expression)
    if (ts.isConditionalExpression(node) && contains(node, range.list)) collect(node.condition)
    return undefined
  })
  return paths
}

function isTestedInside(node: ts.Node, limit: ts.Node, source: Source): boolean {
  const text = normal(textOf(source, node))
  for (const parent of ancestors(node)) {
    if (ts.isIfStatement(parent) && normal(textOf(source, parent.expression)).includes(text)) return true
    if (parent === limit) return false
  }
  return false
}

/** `a.b.c` or `a?.b?.c` that is read as a value, not called or assigned to. */
function isReadPath(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent) && parent.expression === node) return false
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node && ts.isCallExpression(parent.parent) && parent.parent.expression === parent)
    return isPath(node)
  if (ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return false
  return isPath(node)
}

function isPath(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return true
  if (ts.isNonNullExpression(node)) return isPath(node.expression)
  return ts.isPropertyAccessExpression(node) && isPath(node.expression)
}

function normal(text: string): string {
  return text.replaceAll('?.', '.').replaceAll('!', '')
}

function rootName(node: ts.Expression): string {
  return ts.isPropertyAccessExpression(node) || ts.isNonNullExpression(node) ? rootName(node.expression) : node.getText()
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
