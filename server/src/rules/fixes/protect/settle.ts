/** Whether a write's failure reaches the statement that will be wrapped, and which `await` is missing for that. */
import ts from 'typescript'
import { isFunctionNode, type FunctionNode } from '../source/source'

export type Settled =
  | { readonly reaches: true }
  /** It would, if the expression at `start` were awaited; `drop`: a `void` in front of it to take away. */
  | { readonly reaches: 'with-await'; readonly start: number; readonly dropUntil: number }
  | { readonly reaches: false; readonly why: string }

const no = (why: string): Settled => ({ reaches: false, why })

/** Climbs from the write's whole chain to `limit`, a statement of `home` or the home itself. */
export function settle(top: ts.Expression, limit: ts.Node, home: ts.Node): Settled {
  let node: ts.Node = top
  let awaited = false
  let missing: Settled | null = null
  while (node !== limit) {
    const parent = node.parent as ts.Node | undefined
    if (parent === undefined) return no('the write is not in the statements that would be wrapped')
    if (ts.isAwaitExpression(parent)) awaited = true
    else if (ts.isReturnStatement(parent) && node !== limit) awaited = true
    else if (ts.isVoidExpression(parent)) {
      if (!ts.isExpressionStatement(parent.parent)) return no('nothing waits for the write')
      missing = { reaches: 'with-await', start: parent.getStart(), dropUntil: node.getStart() }
      awaited = true
    } else if (ts.isExpressionStatement(parent)) {
      if (!awaited && ts.isExpression(node) && missing === null) missing = { reaches: 'with-await', start: node.getStart(), dropUntil: node.getStart() }
      awaited = true
    } else if (ts.isVariableDeclaration(parent)) {
      if (!awaited && !isFunctionNode(node)) return no('the promise of the write is kept in a variable')
    } else if (isFunctionNode(parent) && parent !== home) {
      const outward = promiseOf(parent)
      if (outward === null) return no('the write runs in a callback that nothing waits for')
      node = outward
      awaited = false
      continue
    } else if (ts.isArrayLiteralExpression(parent)) {
      const combined = parent.parent
      if (!awaited) {
        if (!ts.isCallExpression(combined) || !/^Promise\.all$/.test(combined.expression.getText()))
          return no('the promise of the write is collected and not awaited here')
        node = combined
        continue
      }
    } else if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause !== undefined) {
      if (!endsInThrow(parent.catchClause.block)) return no('its failure is caught before it gets here')
    } else if (ts.isCatchClause(parent)) return no('it is itself part of the handling of a failure')
    else if (ts.isCallExpression(parent) && parent.expression !== node && !awaited) {
      return no('the promise of the write is handed to another call')
    } else if (ts.isPropertyAccessExpression(parent) && /^(catch|then)$/.test(parent.name.text)) return no('its failure is handled where the promise is')
    node = parent
  }
  return missing ?? { reaches: true }
}

/** The expression whose promise fails when the callback does. */
export function promiseOf(callback: FunctionNode): ts.Node | null {
  const { parent } = callback
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return null
  const method = parent.expression.name.text
  if (method === 'map') {
    const combined = parent.parent
    return ts.isCallExpression(combined) && combined.expression.getText() === 'Promise.all' ? combined : null
  }
  if (/^(\$transaction|transaction|transactional|begin)$/.test(method)) return parent
  return method === 'then' && parent.arguments.length === 1 ? parent : null
}

export function endsInThrow(block: ts.Block): boolean {
  const last = block.statements.at(-1)
  return last !== undefined && ts.isThrowStatement(last)
}
