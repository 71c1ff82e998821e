/** What code that is run for its registrations registers: workers and listeners, and the names that are given to what they hang on. */
import type { Effect } from '../models/effects'
import type { FunctionId, VariableId } from '../facts/ir'
import type { Consumer } from './consumers'
import { absent, constant, optionsOf, valueKey, type Value } from './values'
import { argument, type Call, type Walk } from './walk'

export type Registration = Extract<Effect, { kind: 'worker' | 'listen' }>

export class Registered {
  readonly consumers: Consumer[] = []
  private readonly receiverNames = new Map<string, readonly (Value | null)[]>()

  record(walk: Walk, call: Call, effect: Registration, library: string, mentioned: (id: FunctionId) => readonly VariableId[]): void {
    const { state, frame, expression } = call
    const run = effect.run === null ? absent : argument(call, effect.run)
    const path = effect.kind === 'worker' ? effect.name : effect.key
    const named = path === null ? null : argument(call, path)
    const names = path?.argument === 'this' && path.path.length === 0 ? (this.receiverNames.get(receiverKey(call)) ?? [named]) : [named]
    this.receiverNames.delete(receiverKey(call))
    for (const option of optionsOf(run)) {
      if (option.kind !== 'function') continue
      const handler: Value = { ...option, bound: option.bound ?? state.env.pick(mentioned(option.id)) }
      for (const name of names) {
        const key = name?.kind === 'client' && name.table !== null ? constant(name.table) : name
        this.consumers.push({
          at: walk.locate(frame, expression.nameAt),
          kind: effect.kind === 'worker' ? 'worker' : 'listener',
          library,
          name: key,
          run: handler,
          self: option.self ?? absent,
          retries: effect.kind === 'worker' ? effect.retries : 'no',
          jobName: effect.kind === 'worker' ? effect.jobName : null,
        })
      }
    }
  }

  nameReceiver(call: Call, name: Value): void {
    const names = name.kind === 'array' ? name.items : optionsOf(name)
    this.receiverNames.set(receiverKey(call), [...(this.receiverNames.get(receiverKey(call)) ?? []), ...names])
  }
}

/** The variable or field that a method is called on. */
function receiverKey({ expression, frame }: Call): string {
  const object = expression.callee.kind === 'property' ? expression.callee.object : expression.callee
  return object.kind === 'variable' ? object.id : `${valueKey(frame.self)}.${object.kind === 'property' ? object.name : ''}`
}
