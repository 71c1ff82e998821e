/** Binds a value to a pattern: names, destructuring, defaults. */
import type { Expression, Pattern } from '../facts/ir'
import { propertyByName } from './properties'
import type { State } from './state'
import { absent, joinValues, unknown, type Value } from './values'
import type { Exits, Frame, Walk } from './walk'

export function bind(walk: Walk, frame: Frame, pattern: Pattern, value: Value, state: State, exits: Exits): State[] {
  return withFallback(walk, frame, pattern.fallback, value, state, exits).flatMap((result) =>
    bindExact(walk, frame, pattern, result.value, result.state, exits),
  )
}

function bindExact(walk: Walk, frame: Frame, pattern: Pattern, value: Value, state: State, exits: Exits): State[] {
  switch (pattern.kind) {
    case 'name':
      return [{ ...state, env: state.env.set(pattern.id, value) }]
    case 'objectPattern': {
      let states = [state]
      for (const property of pattern.properties) {
        const part = property.key === null ? unknown : propertyByName(walk, frame, value, property.key)
        states = states.flatMap((current) => bind(walk, frame, property.pattern, part, current, exits))
      }
      const { rest } = pattern
      return rest === null
        ? states
        : states.flatMap((current) =>
            bind(
              walk,
              frame,
              rest,
              restOf(
                value,
                pattern.properties.map((property) => property.key),
              ),
              current,
              exits,
            ),
          )
    }
    case 'arrayPattern': {
      let states = [state]
      pattern.items.forEach((item, i) => {
        if (item !== null) states = states.flatMap((current) => bind(walk, frame, item, itemOf(value, i), current, exits))
      })
      const { rest } = pattern
      const remaining: Value = value.kind === 'array' ? { ...value, items: value.items.slice(pattern.items.length) } : value.kind === 'row' ? value : unknown
      return rest === null ? states : states.flatMap((current) => bind(walk, frame, rest, remaining, current, exits))
    }
  }
}

/** Transfer rule of a default: an omitted argument or property takes it, a given one does not, an uncertain one may. */
function withFallback(walk: Walk, frame: Frame, fallback: Expression | null, value: Value, state: State, exits: Exits): { state: State; value: Value }[] {
  if (fallback === null) return [{ state, value }]
  if (value.kind === 'undefined') return walk.evaluate(frame, fallback, state, exits)
  if (value.kind !== 'unknown' && value.kind !== 'choice') return [{ state, value }]
  return walk.evaluate(frame, fallback, state, exits).map((result) => ({ state: result.state, value: joinValues(value, result.value) }))
}

function itemOf(value: Value, index: number): Value {
  switch (value.kind) {
    case 'array':
      return value.items[index] ?? value.rest ?? absent
    case 'row':
      return { ...value, list: false }
    case 'choice':
      return value.options.map((option) => itemOf(option, index)).reduce(joinValues)
    default:
      return unknown
  }
}

function restOf(value: Value, taken: readonly (string | null)[]): Value {
  if (value.kind !== 'object') return value.kind === 'payment' || value.kind === 'row' ? value : unknown
  return { ...value, properties: new Map([...value.properties].filter(([key]) => !taken.includes(key))) }
}
