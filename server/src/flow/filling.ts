/** Statements of a module that put something into its registries: `handlers.set('paid', fulfil)`, in a loop as well. */
import type { Statement, VariableId } from '../facts/ir'
import { visitStatement } from '../facts/visit'

export function fillingStatements(body: readonly Statement[], id: VariableId): readonly Statement[] {
  return body.filter((statement) => (statement.kind === 'expression' || statement.kind === 'each') && fills(statement, id))
}

function fills(statement: Statement, id: VariableId): boolean {
  let found = false as boolean
  visitStatement(statement, (expression) => {
    if (expression.kind !== 'call' || expression.callee.kind !== 'property' || !['set', 'push', 'add'].includes(expression.callee.name)) return
    found ||= expression.callee.object.kind === 'variable' && expression.callee.object.id === id
  })
  return found
}
