/** Objects that a workspace class's constructor makes: what its arguments say of their fields. */
import type { Expression, FunctionFacts, TypeFacts, TypeId, VariableId } from '../facts/ir'
import { visitExpression } from '../facts/visit'
import { bind } from './bind'
import { initialState, type State } from './state'
import { unknown, type Value } from './values'
import { noExits, type Frame, type Walk } from './walk'

/** `new Machine(config, state)`: fields that the constructor sets from its parameters. Other fields keep the class's own values, looked up when read. */
export function newInstance(walk: Walk, frame: Frame, type: TypeId, args: readonly Value[]): Value {
  const made = constructorOf(walk, walk.graph.typeOf(type))
  const fields = new Map<string, Value>()
  if (made !== null && args.some((value) => value.kind !== 'unknown')) {
    const inside: Frame = { ...frame, fn: made.constructor, self: unknown, arguments: args }
    const given = boundParameters(walk, inside, made.constructor, args)
    for (const field of made.owner.fields) {
      const bound = field.isStatic ? new Map<VariableId, Value>() : given.env.pick(variablesIn(field.value))
      const value = bound.size === 0 ? unknown : walk.valueOf({ ...inside, bound }, field.value)
      if (value.kind !== 'unknown') fields.set(field.name, value)
    }
  }
  return { kind: 'instance', type, fields }
}

/** A class without a constructor is made by that of the class it extends. */
function constructorOf(walk: Walk, type: TypeFacts | undefined): { readonly owner: TypeFacts; readonly constructor: FunctionFacts } | null {
  if (type?.kind !== 'class') return null
  const constructor = type.constructorId === null ? undefined : walk.graph.functionOf(type.constructorId)
  if (constructor !== undefined) return { owner: type, constructor }
  return type.supertypes.map((id) => constructorOf(walk, walk.graph.typeOf(id))).find((found) => found !== null) ?? null
}

function boundParameters(walk: Walk, frame: Frame, constructor: FunctionFacts, args: readonly Value[]): State {
  let state = initialState
  constructor.parameters.forEach(({ pattern, rest }, i) => {
    const value = args[i]
    if (!rest && value !== undefined) state = bind(walk, frame, { ...pattern, fallback: null }, value, state, noExits())[0] ?? state
  })
  return state
}

function variablesIn(expression: Expression): readonly VariableId[] {
  const found: VariableId[] = []
  visitExpression(expression, (part) => {
    if (part.kind === 'variable') found.push(part.id)
  })
  return found
}
