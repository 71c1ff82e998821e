/** Splits a state by a test: what holds where it is true, and where it is false. */
import type { Expression } from '../facts/ir'
import { splitBy } from './execute'
import type { State } from './state'
import { falsy, joinValues, truthOf, truthy, type Value } from './values'
import type { Exits, Frame, Walk } from './walk'

export interface Branches {
  readonly yes: State[]
  readonly no: State[]
}

export function branch(walk: Walk, frame: Frame, expression: Expression, state: State, exits: Exits): Branches {
  if (expression.kind === 'not') {
    const { yes, no } = walk.test(frame, expression.value, state, exits)
    return { yes: no, no: yes }
  }
  if (expression.kind === 'logical' && expression.operator !== '??') {
    const left = walk.test(frame, expression.left, state, exits)
    const rights = (expression.operator === '&&' ? left.yes : left.no).map((at) => walk.test(frame, expression.right, at, exits))
    const yes = rights.flatMap((split) => split.yes)
    const no = rights.flatMap((split) => split.no)
    return expression.operator === '&&' ? { yes, no: [...left.no, ...no] } : { yes: [...left.yes, ...yes], no }
  }
  const splits = walk.evaluate(frame, expression, state, exits).map((result) => {
    const split = splitBy(walk, frame, result.value, result.state)
    if (expression.kind !== 'variable' || truthOf(result.value) !== null) return split
    // What the test told of the variable itself holds in each branch.
    const { value } = result
    const holding = value.kind === 'unknown' ? truthy : value.kind === 'choice' ? onlyTrue(value) : null
    const yes = holding === null ? split.yes : split.yes.map((at) => ({ ...at, env: at.env.set(expression.id, holding) }))
    return { yes, no: split.no.map((at) => ({ ...at, env: at.env.set(expression.id, falsy) })) }
  })
  return { yes: splits.flatMap((split) => split.yes), no: splits.flatMap((split) => split.no) }
}

/** The alternatives of a value that a test for truth leaves. */
function onlyTrue({ options }: Extract<Value, { kind: 'choice' }>): Value | null {
  const left = options.filter((option) => truthOf(option) !== false)
  return left.length === 0 || left.length === options.length ? null : left.reduce(joinValues)
}
