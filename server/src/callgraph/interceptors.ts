/** Interceptors that an application registers for all its handlers, and whether one opens a transaction. */
import { derived } from '../base/derived'
import type { Expression, FunctionId } from '../facts/ir'
import { propertyAt, visitFunction } from '../facts/visit'
import { calleesOf } from './edges'
import type { CallGraph } from './graph'
import { visitFile } from './messages'

/** `{ provide: APP_INTERCEPTOR, useClass: TransactionInterceptor }`, `app.useGlobalInterceptors(new TransactionInterceptor())`. */
export const globalInterceptors = derived((graph: CallGraph): readonly Expression[] => {
  const found = new Map<string, Expression>()
  const add = (value: Expression): void => {
    const made = value.kind === 'call' && value.form === 'new' ? value.callee : value
    if (made.kind === 'class') found.set(made.id, made)
  }
  for (const file of graph.files.values()) {
    visitFile(file, (expression) => {
      if (expression.kind === 'object') {
        const token = propertyAt(expression, ['provide'])
        const provided = propertyAt(expression, ['useClass']) ?? propertyAt(expression, ['useValue'])
        if (token?.kind === 'global' && token.name === 'APP_INTERCEPTOR' && provided !== null) add(provided)
      }
      if (expression.kind === 'call' && expression.callee.kind === 'property' && expression.callee.name === 'useGlobalInterceptors')
        for (const { value } of expression.arguments) add(value)
    })
  }
  return [...found.values()]
})

/** Nearest first: what is further away than this many functions is not what the interceptor is about. */
const MOST_LOOKED_AT = 80

const answersOf = derived<CallGraph, Map<FunctionId, boolean>>(() => new Map())

export function mayOpenTransaction(graph: CallGraph, start: FunctionId): boolean {
  const answers = answersOf(graph)
  const known = answers.get(start) ?? reachesTransaction(graph, start)
  answers.set(start, known)
  return known
}

function reachesTransaction(graph: CallGraph, start: FunctionId): boolean {
  const queue = [start]
  const seen = new Set(queue)
  for (const id of queue.values()) {
    const fn = graph.functionOf(id)
    if (fn === undefined) continue
    let opens = false as boolean
    visitFunction(fn, (expression) => {
      if (expression.kind === 'call') opens ||= expression.effects.some(({ effect }) => effect.kind === 'transaction' || effect.kind === 'begin')
    })
    if (opens) return true
    for (const { to } of calleesOf(graph, id)) {
      if (seen.has(to) || queue.length >= MOST_LOOKED_AT) continue
      seen.add(to)
      queue.push(to)
    }
  }
  return false
}
