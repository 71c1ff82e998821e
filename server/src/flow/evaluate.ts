/** Evaluates expressions: every result is a state with the value the expression has in it. Throws leave through `exits`. */
import { assertNever } from '../base/assertNever'
import type { FilePath } from '../base/location'
import type { Expression, ObjectProperty, TypeId } from '../facts/ir'
import { bind } from './bind'
import { evaluateCall } from './call'
import { compareValues } from './compare'
import { testsHandle } from './handles'
import { noteDropped } from './dropped'
import { splitBy } from './execute'
import { elementOf, keyName, propertyOf } from './properties'
import { andThen, bounded, evaluateAll, evaluateItems, mergeResults } from './results'
import type { Result, State } from './state'
import { absent, constant, joinProperties, joinValues, nullishOf, optionsOf, settled, stringOf, truthOf, unknown, type Value } from './values'
import type { Exits, Frame, Walk } from './walk'

export function evaluateExpression(walk: Walk, frame: Frame, expression: Expression, state: State, exits: Exits): Result[] {
  walk.tick(frame)
  const one = (value: Value): Result[] => [{ state, value: typed(expression, value) }]
  switch (expression.kind) {
    case 'constant':
      return one(constant(expression.value))
    case 'undefined':
      return one(absent)
    case 'variable':
      return one(state.env.get(expression.id) ?? boundIn(frame, expression.id) ?? walk.moduleValue(expression.id) ?? unknown)
    case 'global':
      return one(unknown)
    case 'function':
      return one({ kind: 'function', id: expression.id, bound: null, self: frame.self.kind === 'undefined' ? null : frame.self })
    case 'class':
      return one({ kind: 'class', id: expression.id })
    case 'module':
      return one(moduleOf(walk, frame, expression.file))
    case 'import':
      return one(
        expression.file === null
          ? { kind: 'promise', value: unknown, rejected: false }
          : { kind: 'promise', value: { kind: 'module', file: expression.file }, rejected: false },
      )
    case 'this':
      return one(frame.self)
    case 'property':
      return andThen(walk.evaluate(frame, expression.object, state, exits), (object) => {
        if (expression.optional && nullishOf(object.value) === true) return [{ state: object.state, value: absent }]
        return [{ state: object.state, value: typed(expression, propertyOf(walk, frame, object.value, expression)) }]
      })
    case 'element':
      return andThen(walk.evaluate(frame, expression.object, state, exits), (object) =>
        andThen(walk.evaluate(frame, expression.key, object.state, exits), (key) => {
          const symbol = key.value.kind === 'unknown' ? keyName(expression.key, key.value) : null
          // Nothing but the code before this set a symbol's property of an object made by `new`, or of a request that the first interceptor sees.
          if (symbol !== null && object.value.kind === 'instance') return [{ state: key.state, value: object.value.fields.get(symbol) ?? absent }]
          if (symbol !== null && walk.surroundings.isFirst && (object.value.kind === 'unknown' || object.value.kind === 'truthy'))
            return [{ state: key.state, value: absent }]
          return elementOf(walk, frame, object.value, symbol === null ? key.value : constant(symbol), key.state, expression.at)
        }),
      )
    case 'object':
      return evaluateObject(walk, frame, expression.properties, state, exits)
    case 'array':
      return evaluateItems(walk, frame, expression.items, state, exits).map(({ state: after, values, open }) => ({
        state: after,
        value: { kind: 'array', items: values, rest: open ? unknown : null },
      }))
    case 'call':
      return evaluateCall(walk, frame, expression, state, exits).map((result) => ({ ...result, value: typed(expression, result.value) }))
    case 'await':
      return andThen(walk.evaluate(frame, expression.value, state, exits), (result) => walk.awaitValue(frame, result, exits))
    case 'conditional': {
      const { yes, no } = walk.test(frame, expression.test, state, exits)
      return mergeResults([
        ...yes.flatMap((taken) => walk.evaluate(frame, expression.whenTrue, taken, exits)),
        ...no.flatMap((taken) => walk.evaluate(frame, expression.whenFalse, taken, exits)),
      ])
    }
    case 'logical':
      return evaluateLogical(walk, frame, expression, state, exits)
    case 'not':
      return andThen(walk.evaluate(frame, expression.value, state, exits), (result) => {
        const truth = truthOf(result.value)
        if (truth !== null) return [{ ...result, value: constant(!truth) }]
        if (result.value.kind === 'condition') return [{ ...result, value: { kind: 'condition', refinement: { kind: 'not', of: result.value.refinement } } }]
        if (result.value.kind === 'row')
          return [
            { ...result, value: { kind: 'condition', refinement: { kind: 'not', of: { kind: 'found', table: result.value.table, readAt: result.value.at } } } },
          ]
        return [{ ...result, value: unknown }]
      })
    case 'compare':
      return andThen(walk.evaluate(frame, expression.left, state, exits), (left) =>
        andThen(walk.evaluate(frame, expression.right, left.state, exits), (right) => [
          {
            state: right.state,
            value: testsHandle(expression, left.value, right.value, right.state) ?? compareValues(walk, frame, expression, left.value, right.value),
          },
        ]),
      )
    case 'arithmetic':
      return andThen(walk.evaluate(frame, expression.left, state, exits), (left) =>
        andThen(walk.evaluate(frame, expression.right, left.state, exits), (right) => [
          { state: right.state, value: arithmetic(expression.operator, left.value, right.value) },
        ]),
      )
    case 'template':
      return evaluateAll(walk, frame, expression.parts, state, exits).map(({ state: after, values }) => ({ state: after, value: textOf(values) }))
    case 'assign':
      return evaluateAssignment(walk, frame, expression, state, exits)
    case 'sequence':
      return evaluateAll(walk, frame, expression.items, state, exits).map(({ state: after, values }) => ({ state: after, value: values.at(-1) ?? absent }))
    case 'yield':
      return andThen(walk.evaluate(frame, expression.value, state, exits), (result) => walk.awaitValue(frame, result, exits))
    case 'other':
      return evaluateAll(walk, frame, expression.parts, state, exits).map(({ state: after, values }) => {
        for (const value of values) noteDropped(walk, after, value)
        return { state: after, value: unknown }
      })
    default:
      return assertNever(expression)
  }
}

/** What the checker knew helps where the walk knows nothing. */
function typed(expression: Expression, value: Value): Value {
  if (expression.type === undefined || value.kind !== 'unknown') return value
  return { kind: 'client', type: expression.type, connection: null, table: null }
}

/** A closure's own variables, kept from activations that have returned. */
function boundIn(frame: Frame, id: Parameters<State['env']['get']>[0]): Value | undefined {
  for (let current: Frame | null = frame; current !== null; current = current.parent) {
    const value = current.bound?.get(id)
    if (value !== undefined) return value
  }
  return undefined
}

function evaluateLogical(walk: Walk, frame: Frame, expression: Extract<Expression, { kind: 'logical' }>, state: State, exits: Exits): Result[] {
  if (expression.operator === '??') {
    return andThen(walk.evaluate(frame, expression.left, state, exits), (left) => {
      const nullish = nullishOf(left.value)
      if (nullish === false) return [left]
      if (nullish === true) return walk.evaluate(frame, expression.right, left.state, exits)
      const { kept, missing } = foundOrNot(walk, frame, left)
      return mergeResults([...kept, ...missing.flatMap((state) => walk.evaluate(frame, expression.right, state, exits))])
    })
  }
  const { yes, no } = walk.test(frame, expression.left, state, exits)
  const shortcut = expression.operator === '&&' ? no : yes
  const onwards = expression.operator === '&&' ? yes : no
  const left: Result[] = shortcut.map((kept) => ({ state: kept, value: leftValue(walk, frame, expression, kept) }))
  return mergeResults([...left, ...onwards.flatMap((taken) => walk.evaluate(frame, expression.right, taken, exits))])
}

/** A row that a look-up returned is there or is not: what stands in for a missing one is reached only after finding nothing. */
function foundOrNot(walk: Walk, frame: Frame, { state, value }: Result): { readonly kept: Result[]; readonly missing: State[] } {
  const { yes, no } = value.kind === 'row' && value.field === null ? splitBy(walk, frame, value, state) : { yes: [state], no: [state] }
  return { kept: yes.map((found) => ({ state: found, value })), missing: no }
}

/** The left side's value where it decided; only plain reads are looked at again, so that nothing runs twice. */
function leftValue(walk: Walk, frame: Frame, expression: Extract<Expression, { kind: 'logical' }>, state: State): Value {
  const { left } = expression
  if (left.kind === 'variable' || left.kind === 'property') {
    const [again] = walk.evaluate(frame, left, state, { throws: [], returns: [], breaks: [], continues: [] })
    if (again !== undefined && truthOf(again.value) !== (expression.operator === '&&')) return again.value
  }
  return { kind: expression.operator === '&&' ? 'falsy' : 'truthy' }
}

function evaluateObject(walk: Walk, frame: Frame, properties: readonly ObjectProperty[], state: State, exits: Exits): Result[] {
  let partial: { state: State; map: ReadonlyMap<string, Value>; open: boolean }[] = [{ state, map: new Map(), open: false }]
  for (const property of properties) {
    partial = partial.flatMap((before) => {
      const keys =
        typeof property.key === 'object' && property.key !== null
          ? walk.evaluate(frame, property.key, before.state, exits)
          : [{ state: before.state, value: unknown }]
      return keys.flatMap((key) =>
        walk.evaluate(frame, property.value, key.state, exits).map((result) => {
          const map = new Map(before.map)
          const name = typeof property.key === 'string' ? property.key : property.key === null ? null : stringOf(key.value)
          if (name !== null) map.set(name, result.value)
          else if (property.key === null && result.value.kind === 'object') for (const [spread, value] of result.value.properties) map.set(spread, value)
          const open = before.open || (name === null && !(result.value.kind === 'object' && !result.value.open))
          return { state: result.state, map, open }
        }),
      )
    })
    partial = bounded(partial, (a, b, joined) => ({ state: joined, map: joinProperties(a, b), open: a.open || b.open }))
  }
  return partial.map(({ state: after, map, open }) => ({ state: after, value: { kind: 'object', properties: map, open } }))
}

function arithmetic(operator: string, left: Value, right: Value): Value {
  if (operator === '+') {
    const text = textOf([left, right])
    if (text.kind === 'choice') return text
    if (text.kind === 'constants' && (stringOf(left) !== null || stringOf(right) !== null)) return text
    if (text.kind === 'text' && (left.kind === 'text' || right.kind === 'text' || stringOf(left) !== null || stringOf(right) !== null)) return text
  }
  for (const side of [left, right]) {
    if (side.kind === 'row') return { kind: 'derived', table: side.table }
    if (side.kind === 'derived') return side
  }
  return left.kind === 'generated' || right.kind === 'generated' ? { kind: 'generated' } : unknown
}

function textOf(parts: readonly Value[]): Value {
  if (parts.some((part) => part.kind === 'generated')) return { kind: 'generated' }
  // `sha256=${digest}`.
  const digest = parts.find((part) => part.kind === 'digest')
  if (digest !== undefined) return digest
  const bases = addressesOf(parts[0] ?? absent)
  if (bases.length > 0 && parts.length > 1) return bases.map((base) => textOf([constant(base), ...parts.slice(1)])).reduce(joinValues)
  let exact = true
  let pattern = ''
  for (const part of parts) {
    if (part.kind === 'constants' && part.options.length === 1) pattern += String(part.options[0])
    else {
      exact = false
      pattern += part.kind === 'text' ? part.pattern : '{}'
    }
  }
  return exact ? constant(pattern) : { kind: 'text', pattern }
}

/** A base URL with alternatives: `process.env.API_URL ?? 'https://…'`, a sandbox and a live host. One that is known says more than one that is not. */
function addressesOf(value: Value): readonly string[] {
  const strings = optionsOf(value).flatMap((option) => (option.kind === 'constants' ? option.options : []))
  const addresses = strings.filter((option) => typeof option === 'string' && /^https?:/.test(option)).map(String)
  const isPlain = value.kind === 'constants' && value.options.length === 1
  return isPlain || addresses.length > 3 ? [] : addresses
}

function evaluateAssignment(walk: Walk, frame: Frame, expression: Extract<Expression, { kind: 'assign' }>, state: State, exits: Exits): Result[] {
  const { target, operator } = expression
  if (target.kind === 'variable' || target.kind === 'name') {
    const held = state.env.get(target.id)
    if ((operator === '??=' || operator === '||=') && held?.kind === 'row') {
      const { kept, missing } = foundOrNot(walk, frame, { state, value: held })
      const made = missing.flatMap((without) => walk.evaluate(frame, expression.value, without, exits))
      return mergeResults([
        ...kept,
        ...made.map((result) => ({ state: { ...result.state, env: result.state.env.set(target.id, result.value) }, value: result.value })),
      ])
    }
  }
  return andThen(walk.evaluate(frame, expression.value, state, exits), (result) => {
    if (target.kind === 'name' && operator !== '=') {
      const value = compound(operator, result.state.env.get(target.id) ?? unknown, result.value)
      return [{ state: { ...result.state, env: result.state.env.set(target.id, value) }, value }]
    }
    if (target.kind === 'name' || target.kind === 'objectPattern' || target.kind === 'arrayPattern')
      return bind(walk, frame, target, result.value, result.state, exits).map((after) => ({ state: after, value: result.value }))
    if (operator === '=') return [{ state: assign(walk, frame, target, result.value, result.state, expression.holder), value: result.value }]
    const [before] = walk.evaluate(frame, target, result.state, exits)
    const old = before?.value ?? unknown
    const value = compound(operator, old, result.value)
    return [{ state: assign(walk, frame, target, value, result.state), value }]
  })
}

/** `require` of a file whose `module.exports` is one thing is that thing; a table of exports stays the module. */
function moduleOf(walk: Walk, frame: Frame, file: FilePath): Value {
  const whole = walk.graph.exportsOf(file).get('export=')
  const value = whole === undefined ? unknown : walk.valueOf(frame, whole)
  return value.kind === 'client' || value.kind === 'instance' || value.kind === 'class' || value.kind === 'function' ? value : { kind: 'module', file }
}

function compound(operator: string, old: Value, operand: Value): Value {
  return operator === '||=' || operator === '??=' || operator === '&&=' ? joinValues(old, operand) : arithmetic(operator.slice(0, -1), old, operand)
}

/** Assignment to `x`, `x.a` or `x[KEY]`: objects have no identity here, so the variable gets a changed copy. Deeper or computed targets change nothing. */
function assign(walk: Walk, frame: Frame, target: Expression, value: Value, state: State, holder?: TypeId): State {
  if (target.kind === 'variable') return { ...state, env: state.env.set(target.id, value) }
  if (target.kind !== 'property' && target.kind !== 'element') return state
  const { object } = target
  const name = target.kind === 'property' ? target.name : keyName(target.key, walk.valueOf(frame, target.key))
  walk.surroundings.store(name, value)
  if (object.kind !== 'variable') return state
  const changed = name === null ? null : withProperty(state.env.get(object.id), name, value, holder)
  return changed === null ? state : { ...state, env: state.env.set(object.id, changed) }
}

function withProperty(holder: Value | undefined, name: string, value: Value, type?: TypeId): Value | null {
  switch (holder?.kind) {
    case 'object':
      return { ...holder, properties: new Map([...holder.properties, [name, value]]) }
    case 'instance':
      return { ...holder, fields: new Map([...holder.fields, [name, value]]) }
    case 'unknown':
    case 'truthy':
      // What a context object carries besides is not known: only handles are worth remembering.
      if (!optionsOf(settled(value)).some((option) => option.kind === 'client')) return null
      return type === undefined
        ? { kind: 'object', properties: new Map([[name, value]]), open: true }
        : { kind: 'instance', type, fields: new Map([[name, value]]) }
    case 'row':
      // A loaded row that was changed by its own old value must not be written twice.
      return settled(value).kind === 'derived' ? { kind: 'derived', table: holder.table } : null
    default:
      return null
  }
}
