/** The table that a store's call is about: by the receiver, the chain before it, a type argument or an argument. */
import type { TableSource } from '../../models/effects'
import { optionsOf, stringOf, type Value } from '../values'
import { argument, type Call, type Walk } from '../walk'

export function tableOf(walk: Walk, call: Call, source: TableSource): string | null {
  const { expression, receiver } = call
  const { callee } = expression
  switch (source.from) {
    case 'receiver':
      if (receiver.kind === 'row') return receiver.table
      if (tableOfClients(receiver) !== null) return tableOfClients(receiver)
      if (callee.kind !== 'property') return null
      return callee.object.kind === 'property' || callee.object.kind === 'variable' ? callee.object.name : lastWord(expression.text)
    case 'chain':
      for (const option of optionsOf(receiver)) {
        if (option.kind === 'client' && option.table !== null) return option.table
        if (option.kind === 'lazy' && option.write.table !== null) return option.write.table
      }
      return null
    case 'type':
      return expression.typeArgument ?? tableOfClients(receiver)
    case 'argument': {
      const value = argument(call, source.argument)
      const text = stringOf(value)
      if (text !== null) return text
      if (value.kind === 'client' && value.table !== null) return value.table
      if (value.kind === 'class') return walk.graph.typeOf(value.id)?.name ?? null
      const { argument: index } = source.argument
      const expressionAt = index === 'this' ? undefined : expression.arguments[index]?.value
      return expressionAt?.kind === 'variable' || expressionAt?.kind === 'property'
        ? expressionAt.name
        : expressionAt?.kind === 'class'
          ? (expression.typeArgument ?? null)
          : null
    }
  }
}

/** The table that all alternatives name: repositories of one entity, over this connection or that. */
function tableOfClients(value: Value): string | null {
  const tables = new Set(optionsOf(value).map((option) => (option.kind === 'client' ? option.table : null)))
  const [only] = tables
  return tables.size === 1 ? (only ?? null) : null
}

function lastWord(text: string): string | null {
  return text.split('.').at(-2) ?? null
}
