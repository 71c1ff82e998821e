/** The last resort: recognises database, queue and payment calls by their shape, on receivers that nobody can resolve. */
import type { CatalogueEffect, Effect, WriteForm } from '../models/effects'
import type { CatalogueType, Expression, VariableId } from '../facts/ir'
import { visitExpression, visitFunction } from '../facts/visit'
import { optionsOf, stringOf } from './values'
import type { Call, Walk } from './walk'

const first = { argument: 0, path: [] } as const

/** `db.orders.create(…)`: a client by name, a table, a verb. */
const clientName =
  /^(?:this\.)?_?(?:\w*(?:db|database|prisma|orm|knex|mongo)|tx|trx|t|trans|transaction|transactionalEntityManager|em|entityManager|manager|store|dao|conn|connection|client|pool|session|models?)$/i
/** The same hung on an application or a context: `app.db.models.Order.create(…)`. There the general words name other things. */
const innerClientName = /^_?(?:\w*(?:db|database|prisma|orm|knex|mongo)|entityManager|models)$/i
const verbs: Readonly<Record<string, WriteForm>> = {
  create: 'create',
  createMany: 'create',
  insert: 'create',
  insertOne: 'create',
  insertMany: 'create',
  add: 'create',
  update: 'update',
  updateOne: 'update',
  updateMany: 'update',
  findOneAndUpdate: 'update',
  findByIdAndUpdate: 'update',
  set: 'update',
  patch: 'update',
  replaceOne: 'update',
  upsert: 'upsert',
  save: 'save',
  delete: 'delete',
  deleteOne: 'delete',
  deleteMany: 'delete',
  destroy: 'delete',
  remove: 'delete',
  findByIdAndDelete: 'delete',
  findOneAndDelete: 'delete',
  increment: 'increment',
  decrement: 'increment',
}
/** Verbs of document stores that mean nothing else anywhere. */
const unmistakable = new Set([
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findByIdAndUpdate',
  'findByIdAndDelete',
  'findOneAndDelete',
  'replaceOne',
  'bulkWrite',
])
const reads = new Set([
  'find',
  'findOne',
  'findFirst',
  'findUnique',
  'findById',
  'findMany',
  'findUniqueOrThrow',
  'findFirstOrThrow',
  'count',
  'countDocuments',
  'get',
  'exists',
])
const queueName = /queue|jobs?$|outbox|producer|publisher|broker|sqs|dlq|deadletter/i
const queueVerbs = new Set(['push', 'add', 'enqueue', 'send', 'publish', 'sendMessage', 'dispatch', 'schedule'])

export function shapeEffects(walk: Walk, call: Call): readonly CatalogueEffect[] {
  const { callee } = call.expression
  const ofSupabase = callee.kind === 'property' && call.receiver.kind === 'unknown' ? supabaseMember(walk, callee) : undefined
  if (ofSupabase !== undefined) return looksUp(call) ? [] : ofSupabase.effects
  const effect = byShape(call)
  return effect === null ? ofAdapter(walk, call) : [{ library: 'shape', effect }]
}

/** `locals.supabaseAdmin.from('orders')` with `locals: any`: a client of this name is one of Supabase, whose failures are values. */
export function supabaseMember(walk: Walk, callee: Extract<Expression, { kind: 'property' }>): ReturnType<Walk['catalogue']['member']> {
  const { object, name } = callee
  if (name !== 'from' && name !== 'rpc') return undefined
  const owner = object.kind === 'property' || object.kind === 'variable' ? object.name : ''
  return /^_?supabase/i.test(owner) ? walk.catalogue.member('supabase:SupabaseClient' as CatalogueType, name) : undefined
}

/** `rpc('get_balance')`: a database function whose name says that it changes nothing. */
function looksUp(call: Call): boolean {
  const name = stringOf(call.arguments[0] ?? { kind: 'unknown' })
  return call.expression.text.endsWith('rpc') && name !== null && /^(?:get|find|list|search|match|check|count|is|has|can|fetch|select|query)_/.test(name)
}

/** Auth.js (@auth/core 0.41) names the methods of a database adapter; who is handed one seldom types it: `adapter.updateUser(…)`. */
function ofAdapter(walk: Walk, { expression, receiver }: Call): readonly CatalogueEffect[] {
  const { callee } = expression
  if (callee.kind !== 'property' || receiver.kind !== 'unknown' || !/adapter\??\.\w+$/i.test(expression.text)) return []
  return walk.catalogue.member('auth:Adapter' as CatalogueType, callee.name)?.effects ?? []
}

function byShape(call: Call): Effect | null {
  const { expression, receiver } = call
  const parts = expression.text
    .replaceAll('?.', '.')
    .replaceAll(/\[[^\]]*\]/g, '')
    .split('.')
  const method = parts.at(-1) ?? ''
  const receivers = parts.slice(0, -1)
  const root = receivers[0] === 'this' ? receivers.slice(1) : receivers
  if (expression.form !== 'call') return null
  if (receiver.kind === 'row' && receiver.field === null && onDocument.has(method)) return saved(verbs[method] ?? 'save')
  if (root.length === 0) return null
  return (
    payment(root, method) ??
    transaction(call, root, method) ??
    queue(root, method) ??
    store(call, root, method, receiver.kind === 'client' && receiver.connection !== null)
  )
}

/** `this.save()` in a method of a schema: the receiver is a row that was loaded. */
const onDocument = new Set(['save', 'updateOne', 'deleteOne', 'destroy'])

function saved(form: WriteForm): Effect {
  const data = form === 'save' ? ({ argument: 'this', path: [] } as const) : first
  return { kind: 'write', form, lazy: 'eager', errors: 'throw', table: { from: 'receiver' }, where: null, data, join: null, idempotent: 'by-form' }
}

function payment(root: readonly string[], method: string): Effect | null {
  const last = root.at(-1) ?? ''
  if (/^refunds?$/i.test(last) && (method === 'create' || method === 'refund')) return { kind: 'refund', key: null }
  if (!root.some((part) => /stripe/i.test(part)) || last === 'setupIntents') return null
  const charges =
    (last === 'charges' && /^(?:create|capture)$/.test(method)) ||
    (last === 'paymentIntents' && /^(?:confirm|capture)$/.test(method)) ||
    (last === 'invoices' && method === 'pay')
  if (charges) return { kind: 'charge', when: [], whenAny: [], unless: [] }
  if (last === 'paymentIntents' && method === 'create') {
    return {
      kind: 'charge',
      when: [{ path: { argument: 0, path: ['confirm'] }, values: ['true'] }],
      whenAny: [],
      unless: [{ path: { argument: 0, path: ['capture_method'] }, values: ['manual'] }],
    }
  }
  if (last === 'sessions' && method === 'create') return { kind: 'checkout', metadata: [], unless: [] }
  if (method === 'constructEvent' || method === 'constructEventAsync') return { kind: 'event' }
  return method === 'retrieve' ? { kind: 'payment' } : { kind: 'provider' }
}

function transaction(call: Call, root: readonly string[], method: string): Effect | null {
  if (!/^(?:\$?transaction|withTransaction|runInTransaction|runTransaction|transactional|inTransaction|begin)$/.test(method)) return null
  const index = call.arguments.findIndex((value) => optionsOf(value).some((option) => option.kind === 'function'))
  if (index === -1) return /^(?:begin)$/.test(method) ? { kind: 'begin' } : null
  return clientName.test(root.at(-1) ?? '') || clientName.test(root[0] ?? '')
    ? { kind: 'transaction', run: index, handle: 0, repeats: false, receiver: false, wraps: false }
    : null
}

function queue(root: readonly string[], method: string): Effect | null {
  if (!queueVerbs.has(method) || !root.some((part) => queueName.test(part))) return null
  return { kind: 'enqueue', durability: 'durable', name: first, payload: null, job: null, attempts: null, errors: 'throw' }
}

function store(call: Call, root: readonly string[], method: string, onHandle: boolean): Effect | null {
  const [client = ''] = root
  const onClient = clientName.test(client) || onHandle || root.slice(1, -1).some((part) => innerClientName.test(part))
  const onTable = onClient && root.length >= 2
  const form = verbs[method] ?? (method === 'bulkWrite' ? 'unknown' : undefined)
  // `client.set(…)`, `session.add(…)` with nothing between says too little.
  const saved = savedDocument(call, method)
  const certain = (onTable && form !== undefined) || unmistakable.has(method) || saved !== null
  if (certain && form !== undefined && (call.arguments.length > 0 || form === 'save')) {
    const callback = call.arguments.length > 1 && optionsOf(call.arguments.at(-1) ?? { kind: 'unknown' }).some((option) => option.kind === 'function')
    return {
      kind: 'write',
      form,
      lazy: 'eager',
      errors: callback ? 'callback' : 'throw',
      table: { from: 'receiver' },
      where: form === 'create' ? null : first,
      data:
        saved !== null ? null : form === 'create' ? first : { argument: call.arguments.length > 1 ? 1 : 0, path: call.arguments.length > 1 ? [] : ['data'] },
      join: null,
      idempotent: saved ?? 'by-form',
    }
  }
  if ((onTable || /^(?:findOne|findUnique|findFirst|countDocuments)$/.test(method)) && reads.has(method))
    return { kind: 'read', lazy: 'eager', errors: 'throw', table: { from: 'receiver' }, where: first }
  return null
}

/** `order.paid = true; await order.save()`: an object that was changed and saves itself; by its own old value, it must not be saved twice. */
function savedDocument({ expression, receiver, frame }: Call, method: string): 'by-form' | 'never' | null {
  const { callee } = expression
  if (method !== 'save' || expression.arguments.length > 1 || callee.kind !== 'property' || callee.object.kind !== 'variable') return null
  if (!optionsOf(receiver).every(({ kind }) => kind === 'unknown' || kind === 'truthy' || kind === 'undefined' || kind === 'payment')) return null
  const { id } = callee.object
  let changed: 'by-form' | 'never' | null = null
  visitFunction(frame.fn, (inner) => {
    if (inner.kind !== 'assign' || inner.target.kind !== 'property' || !isVariable(inner.target.object, id)) return
    const relative = /^[+\-*]/.test(inner.operator) || isComputedFrom(inner.value, id)
    changed = relative || changed === 'never' ? 'never' : 'by-form'
  })
  return changed
}

function isVariable(expression: Expression, id: VariableId): boolean {
  return expression.kind === 'variable' && expression.id === id
}

function isComputedFrom(value: Expression, id: VariableId): boolean {
  let found = false as boolean
  if (value.kind === 'arithmetic')
    visitExpression(value, (part) => {
      found ||= isVariable(part, id)
    })
  return found
}
