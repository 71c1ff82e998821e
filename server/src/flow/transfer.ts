/** Routes an effect of the catalogue to the rule that says what it does to the state. */
import { assertNever } from '../base/assertNever'
import type { CatalogueEffect } from '../models/effects'
import * as language from './effects/language'
import * as messages from './effects/messages'
import * as payments from './effects/payments'
import * as procedures from './effects/procedures'
import * as stores from './effects/stores'
import * as transactions from './effects/transactions'
import * as web from './effects/web'
import type { Result } from './state'
import { annotate, annotation } from './surroundings'
import type { Value } from './values'
import type { Call, Walk } from './walk'

/** `before`: the value that an earlier tag of the same declaration gave. */
export function transfer(walk: Walk, call: Call, { library, effect }: CatalogueEffect, before: Value): Result[] {
  switch (effect.kind) {
    case 'charge':
      return payments.charge(walk, call, effect, library)
    case 'hold':
    case 'provider':
    case 'checkout':
      return payments.providerCall(walk, call, effect, library, before)
    case 'payment':
      return payments.retrieve(walk, call, library)
    case 'refund':
    case 'void':
      return payments.refund(walk, call, effect)
    case 'event':
      return payments.event(walk, call, library)
    case 'verify':
      return payments.verify(walk, call, library)
    case 'status':
    case 'isPaid':
      return payments.status(walk, call, effect, library)
    case 'eventType':
      return [{ state: call.state, value: { kind: 'eventType', provider: library } }]
    case 'http':
      return payments.http(walk, call, effect)
    case 'write':
      return stores.write(walk, call, effect, library)
    case 'read':
      return stores.read(walk, call, effect, library)
    case 'sql':
      return stores.sql(walk, call, effect, library)
    case 'modify':
      return stores.modify(walk, call, effect)
    case 'run':
      return stores.run(walk, call)
    case 'relative':
      return stores.relative(call, effect, before)
    case 'table':
      return stores.table(walk, call, effect)
    case 'cache':
      return stores.cache(walk, call, library)
    case 'transaction':
      return transactions.transaction(walk, call, effect, library)
    case 'batch':
      return transactions.batch(walk, call, effect)
    case 'stage':
      return transactions.stage(walk, call)
    case 'procedure':
      return procedures.procedure(walk, call, effect, library)
    case 'begin':
      return transactions.begin(walk, call)
    case 'commit':
      return transactions.commit(walk, call)
    case 'rollback':
      return transactions.rollback(walk, call)
    case 'derive':
      return transactions.derive(walk, call, effect, before)
    case 'proxy':
    case 'ambient':
      // A switch for the whole workspace: read once, before the walk.
      return [{ state: call.state, value: before }]
    case 'queue':
      return messages.queue(walk, call, effect)
    case 'enqueue':
      return messages.enqueue(walk, call, effect)
    case 'emit':
      return messages.emit(walk, call, effect)
    case 'retry':
      return messages.retry(walk, call, effect)
    case 'step':
      return messages.step(walk, call, effect)
    case 'defer':
    case 'later':
      return messages.defer(walk, call, effect)
    case 'worker':
    case 'listen':
      walk.register(call, effect, library)
      return web.registration(walk, call, effect)
    case 'entry':
    case 'onEvent':
      // Registrations: what they register is walked as an entry point of its own.
      return web.registration(walk, call, effect)
    case 'code':
      return web.code(call, effect)
    case 'answer':
      return web.answer(walk, call, effect)
    case 'response':
      return web.response(call, effect)
    case 'throws':
      return web.throws(call, effect)
    case 'iterate':
      return language.iterate(walk, call, effect)
    case 'combine':
      return language.combine(walk, call, effect)
    case 'then':
      return language.thenRun(walk, call)
    case 'catch':
      return language.catchRejection(walk, call)
    case 'finally':
      return language.finallyRun(walk, call)
    case 'includes':
      return language.includes(walk, call)
    case 'startsWith':
      return language.startsWith(walk, call)
    case 'call':
      return language.callArgument(walk, call, effect)
    case 'pass':
      return language.pass(call, effect)
    case 'intercept':
      walk.surroundings.intercept(call.arguments)
      return [{ state: call.state, value: before }]
    case 'annotate':
      annotate(walk, call)
      return [{ state: call.state, value: before }]
    case 'annotation':
      return [{ state: call.state, value: annotation(walk, call) }]
    default:
      return assertNever(effect)
  }
}
