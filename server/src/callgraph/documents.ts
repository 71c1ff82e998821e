/**
 * Methods that documents and models get from their schema or prototype, which no type of the workspace declares: `schema.methods.pay = …`,
 * `schema.statics.…`, `schema.method('pay', …)`, `new Schema(…, { methods: { … } })`, `schema.loadClass(OrderClass)`, `Order.prototype.pay = …`.
 */
import { derived } from '../base/derived'
import type { CallExpression, Expression, FunctionId } from '../facts/ir'
import { argumentAt, propertyAt } from '../facts/visit'
import type { CallGraph } from './graph'
import { visitFile } from './messages'

/** More than these of one name say nothing about which is meant. */
const MOST = 3

export function documentMethods(graph: CallGraph, call: CallExpression): readonly FunctionId[] {
  const { callee } = call
  if (call.form !== 'call' || callee.kind !== 'property' || call.targets.length > 0 || call.effects.length > 0) return []
  const found = methodsOf(graph).get(callee.name) ?? []
  return found.length <= MOST ? found : []
}

const methodsOf = derived((graph: CallGraph): ReadonlyMap<string, readonly FunctionId[]> => {
  const found = new Map<string, FunctionId[]>()
  const add = (name: string, value: Expression): void => {
    if (value.kind === 'function') found.set(name, [...new Set([...(found.get(name) ?? []), value.id])])
  }
  const addAll = (table: Expression | null): void => {
    if (table?.kind !== 'object') return
    for (const { key, value } of table.properties) if (typeof key === 'string') add(key, value)
  }
  for (const file of graph.files.values()) {
    visitFile(file, (expression) => {
      if (expression.kind === 'assign') {
        const { target, value } = expression
        if (target.kind === 'property' && target.object.kind === 'property' && holders.has(target.object.name)) add(target.name, value)
      } else if (expression.kind === 'call') {
        const [first, second] = expression.arguments
        const { callee } = expression
        if (callee.kind === 'property' && (callee.name === 'method' || callee.name === 'static') && first !== undefined) {
          if (first.value.kind === 'constant' && typeof first.value.value === 'string' && second !== undefined) add(first.value.value, second.value)
          else addAll(first.value)
        }
        if (callee.kind === 'property' && callee.name === 'loadClass' && first?.value.kind === 'class')
          for (const { name, id } of graph.typeOf(first.value.id)?.methods ?? []) add(name, { kind: 'function', at: first.value.at, id })
        const options = expression.form === 'new' && expression.text.endsWith('Schema') ? argumentAt(expression, { argument: 1, path: [] }) : null
        if (options !== null) for (const name of ['methods', 'statics']) addAll(propertyAt(options, [name]))
      }
    })
  }
  return found
})

const holders = new Set(['methods', 'statics', 'prototype'])
