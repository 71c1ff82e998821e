/**
 * What runs around the handler of an entry point: interceptors that decorators name, the notes decorators leave, and what interceptors put into the
 * request for the handler to take out of it.
 */
import { globalInterceptors, mayOpenTransaction } from '../callgraph/interceptors'
import type { Decorator, FunctionFacts, Parameter } from '../facts/ir'
import { keyName } from './properties'
import { initialState } from './state'
import { optionsOf, unknown, type Value } from './values'
import { noExits, type Call, type Frame, type Walk } from './walk'

type FunctionValue = Extract<Value, { kind: 'function' }>

export class Surroundings {
  private named: Value[] = []
  private readonly notes = new Map<string, Value>()
  /** Interceptors run, and nothing was put into the request before. */
  isFirst = false
  private readonly stored: { readonly name: string | null; readonly value: Value }[] = []

  intercept(values: readonly Value[]): void {
    this.named.push(...values)
  }

  annotate(name: string | null, value: Value): void {
    if (name !== null) this.notes.set(name, value)
  }

  annotation(name: string | null): Value {
    return (name === null ? undefined : this.notes.get(name)) ?? unknown
  }

  /** Only handles matter, and what carries one. */
  store(name: string | null, value: Value): void {
    if (handlesIn(value).length > 0) this.stored.push({ name, value })
  }

  /** Those that open a transaction, outermost first. Decorators are run for what they say alone. */
  around(walk: Walk, frame: Frame, handler: FunctionFacts): readonly FunctionValue[] {
    const owner = handler.owner === null ? undefined : walk.graph.typeOf(handler.owner)
    this.named = globalInterceptors(walk.graph).map((expression) => walk.valueOf(frame, expression))
    const written = new Set<Decorator['written']>()
    for (const decorator of [...(owner?.decorators ?? []), ...handler.decorators]) {
      if (!written.has(decorator.written)) this.decorate(walk, frame, decorator)
      written.add(decorator.written)
    }
    return this.named.flatMap(optionsOf).flatMap((value) => {
      if (value.kind !== 'class' && value.kind !== 'instance') return []
      const [method] = walk.graph.dispatch({ owner: value.kind === 'class' ? value.id : value.type, name: 'intercept' })
      const opens = method?.kind === 'function' && mayOpenTransaction(walk.graph, method.id)
      return opens ? [{ kind: 'function' as const, id: method.id, bound: null, self: unknown }] : []
    })
  }

  private decorate(walk: Walk, frame: Frame, { at, name, written, effects }: Decorator): void {
    const { callee, arguments: given } = written
    const values = given.map((argument) => walk.valueOf(frame, argument))
    if (callee.kind !== 'global') {
      const made = walk.valueOf(frame, callee)
      if (optionsOf(made).some((option) => option.kind === 'function'))
        walk.quietly(() => walk.invoke(frame, made, values, initialState, noExits(), { at: walk.locate(frame, at), call: name }))
      return
    }
    for (const { effect } of effects) {
      if (effect.kind === 'intercept') this.intercept(values)
      if (effect.kind === 'annotate') this.annotate(keyOf(given[0], values[0]), values[1] ?? unknown)
    }
  }

  /** The handler's arguments: of what was put into the request, what the parameter's decorator and type ask for. */
  argumentsOf(walk: Walk, frame: Frame, handler: FunctionFacts): readonly Value[] {
    if (this.stored.length === 0) return []
    return handler.parameters.map((parameter, index) => {
      const [decorator] = handler.parameterDecorators[index] ?? []
      return decorator === undefined ? unknown : this.asked(walk, frame, decorator, parameter)
    })
  }

  private asked(walk: Walk, frame: Frame, { name, written: { callee, arguments: given } }: Decorator, { of, type }: Parameter): Value {
    if (callee.kind === 'global') return name === 'Req' || name === 'Request' ? this.request() : unknown
    const held = this.stored
      .flatMap(({ value }) => partsOf(value))
      .filter((value) => (value.kind === 'instance' ? value.type === of : value.kind === 'client' && type !== undefined && value.type === type))
    const last = held.at(-1)
    if (last !== undefined) return last
    // `createParamDecorator((data, context) => context.switchToHttp().getRequest().manager)`
    const read = walk.valueOf(frame, callee)
    const [first, ...others] = walk.quietly(() =>
      walk.invoke(frame, read, [given[0] === undefined ? unknown : walk.valueOf(frame, given[0])], initialState, noExits(), frame.step),
    )
    return first === undefined || others.length > 0 ? unknown : first.value
  }

  request(): Value {
    const named = this.stored.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const]))
    return { kind: 'object', properties: new Map(named), open: true }
  }

  /** What is read under that name from a request that nobody knows. */
  read(name: string): Value | null {
    return this.stored.findLast((one) => one.name === name)?.value ?? null
  }
}

export function annotate(walk: Walk, call: Call): void {
  walk.surroundings.annotate(keyOf(call.expression.arguments[0]?.value, call.arguments[0]), call.arguments[1] ?? unknown)
}

export function annotation(walk: Walk, call: Call): Value {
  return walk.surroundings.annotation(keyOf(call.expression.arguments[0]?.value, call.arguments[0]))
}

function keyOf(key: Parameters<typeof keyName>[0] | undefined, value: Value | undefined): string | null {
  return key === undefined || value === undefined ? null : keyName(key, value)
}

const DEEPEST = 3

/** The value, and what objects and instances in it hold. */
function partsOf(value: Value, depth = DEEPEST): readonly Value[] {
  if (depth === 0) return [value]
  const inner = value.kind === 'object' ? value.properties : value.kind === 'instance' ? value.fields : null
  return optionsOf(value).length > 1
    ? optionsOf(value).flatMap((option) => partsOf(option, depth))
    : [value, ...(inner === null ? [] : [...inner.values()].flatMap((part) => partsOf(part, depth - 1)))]
}

function handlesIn(value: Value): readonly Value[] {
  return partsOf(value).filter((part) => part.kind === 'client' && part.connection !== null)
}
