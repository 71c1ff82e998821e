/** Stores whose calls join a transaction by an option: Mongoose, the MongoDB driver, Sequelize; and Objection, whose queries take it. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { reachValue } from '../payment/clients'
import { isBlocked, type Blocked } from '../payment/refund'
import { chainLinks, chainRoot, isPlainPath } from '../source/chains'
import { importInto } from '../source/imports'
import { isVisible } from '../source/scope'
import { bare, enclosingFunction, textOf, walk, type Source } from '../source/source'
import type { Idiom, Joined, Scope, WriteSite } from './idiom'
import { addOption, looksLikeModel } from './options'

interface OptionStore {
  readonly handleNames: readonly string[]
  readonly option: string
  /** Changes that make one write join; a text says why it cannot. */
  readonly join: (scope: Scope, site: WriteSite, handle: string) => readonly TextChange[] | string
  /** Reads between the writes, which must see what these did. */
  readonly joinRead: (scope: Scope, call: ts.CallExpression, handle: string) => readonly TextChange[]
  readonly clientOf: (scope: Scope) => string | Blocked
  readonly open: (client: string, handle: string) => { readonly opener: string; readonly closer: string }
  readonly repeats: boolean
  /** Type of an optional parameter, and where it is exported. */
  readonly parameter: { readonly type: string; readonly specifier: string }
  readonly note: string | null
}

const replicaSet = 'MongoDB has transactions on a replica set or sharded cluster only.'

/** Where each method takes its options. */
const mongoOptions: Readonly<Record<string, number>> = {
  insertMany: 1,
  insertOne: 1,
  bulkWrite: 1,
  bulkSave: 1,
  updateOne: 2,
  updateMany: 2,
  replaceOne: 2,
  findOneAndUpdate: 2,
  findByIdAndUpdate: 2,
  findOneAndReplace: 2,
  deleteOne: 1,
  deleteMany: 1,
  findOneAndDelete: 1,
  findByIdAndDelete: 1,
  save: 0,
}

const mongoose: OptionStore = {
  handleNames: ['session', 'mongoSession', 'dbSession'],
  option: 'session',
  join: (scope, { chain }, handle) => {
    const { source } = scope
    const { call } = chain
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return 'the call is not understood'
    const holder = call.expression.expression
    const method = call.expression.name.text
    const model = looksLikeModel(textOf(source, holder))
    if (method === 'create') return joinCreate(scope, call, handle)
    if (!model && (method === 'deleteOne' || method === 'remove')) return one(addOption(source, call, 0, 'session', handle))
    if (!model && method !== 'save') return `what ${textOf(source, holder)} is cannot be seen`
    const index = mongoOptions[method]
    return index === undefined ? `${method} takes no session here` : one(addOption(source, call, index, 'session', handle))
  },
  joinRead: ({ source }, call, handle) => {
    if (!ts.isPropertyAccessExpression(call.expression) || !/^(find|findOne|findById|countDocuments|exists|distinct)$/.test(call.expression.name.text))
      return []
    if (!looksLikeModel(textOf(source, call.expression.expression))) return []
    const chained = ts.isPropertyAccessExpression(call.parent) && call.parent.name.text === 'session'
    return chained ? [] : [{ start: call.end, end: call.end, text: `.session(${handle})` }]
  },
  clientOf: (scope) => {
    const at = scope.nodes[0]
    if (at !== undefined && isVisible(scope.source, 'mongoose', at)) return 'mongoose.connection'
    for (const { chain } of scope.writes) {
      if (!ts.isCallExpression(chain.call) || !ts.isPropertyAccessExpression(chain.call.expression)) continue
      const holder = chain.call.expression.expression
      const text = textOf(scope.source, holder)
      const model = isPlainPath(holder) && looksLikeModel(text) ? text : ts.isIdentifier(holder) ? modelOf(scope, holder.text) : null
      if (model !== null) return `${model}.db`
    }
    return { why: 'No model is in sight whose connection could open a transaction.' }
  },
  open: (client, handle) => ({ opener: `${client}.transaction(async (${handle}) => {`, closer: '})' }),
  repeats: true,
  parameter: { type: 'ClientSession', specifier: 'mongoose' },
  note: replicaSet,
}

/** What a document was made or found by: `await Order.findById(id)`, `new Order({…})`, `await this.orderModel.create({…})`. */
function modelOf({ source, nodes }: Scope, name: string): string | null {
  const [at] = nodes
  const run = at === undefined ? null : (enclosingFunction(at) ?? source.tree)
  if (at === undefined || run === null) return null
  let found: string | null = null
  walk(run, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.name.text !== name || node.initializer === undefined) return undefined
    const made = ts.isAwaitExpression(node.initializer) ? bare(node.initializer.expression) : bare(node.initializer)
    const model = ts.isNewExpression(made) ? made.expression : chainLinks(made).find((link) => isPlainPath(link) && looksLikeModel(textOf(source, link)))
    if (model !== undefined && isPlainPath(model) && looksLikeModel(textOf(source, model)) && isInReach(source, model, at)) found = textOf(source, model)
    return undefined
  })
  return found
}

function isInReach(source: Source, model: ts.Expression, at: ts.Node): boolean {
  const root = chainRoot(model)
  return root.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(root) && isVisible(source, root.text, at))
}

/** `Order.create({…})` takes no options beside a single document: `new Order({…}).save({ session })` does the same. */
function joinCreate({ source }: Scope, call: ts.CallExpression, handle: string): readonly TextChange[] | string {
  const { pad } = source.style
  const [row] = call.arguments
  const option = `{${pad}${handle === 'session' ? handle : `session: ${handle}`}${pad}}`
  if (row === undefined || !ts.isPropertyAccessExpression(call.expression) || call.typeArguments !== undefined) return 'the call is not understood'
  if (ts.isArrayLiteralExpression(row))
    return call.arguments.length > 1 ? one(addOption(source, call, 1, 'session', handle)) : [{ start: row.end, end: row.end, text: `, ${option}` }]
  if (!ts.isObjectLiteralExpression(bare(row)) || call.arguments.length > 1) return 'whether one or several documents are created cannot be seen'
  const holder = call.expression.expression
  if (!isPlainPath(holder)) return 'the call is not understood'
  return [
    { start: holder.getStart(source.tree), end: holder.getStart(source.tree), text: 'new ' },
    { start: holder.end, end: call.expression.end, text: '' },
    { start: call.end, end: call.end, text: `.save(${option})` },
  ]
}

function one(change: TextChange | null): readonly TextChange[] {
  return change === null ? [] : [change]
}

const mongodb: OptionStore = {
  handleNames: ['session', 'mongoSession', 'dbSession'],
  option: 'session',
  join: ({ source }, { chain }, handle) => {
    const { call } = chain
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return 'the call is not understood'
    const index = mongoOptions[call.expression.name.text]
    return index === undefined ? `${call.expression.name.text} takes no session here` : one(addOption(source, call, index, 'session', handle))
  },
  joinRead: ({ source }, call, handle) => {
    if (!ts.isPropertyAccessExpression(call.expression) || !/^(findOne|find|countDocuments)$/.test(call.expression.name.text)) return []
    if (!/collection|orders?|s$/i.test(textOf(source, call.expression.expression))) return []
    return one(addOption(source, call, 1, 'session', handle))
  },
  clientOf: (scope) => {
    const at = scope.nodes[0]
    const clients = scope.workspace.clients.filter(({ library, type }) => library === 'mongodb' && type === 'MongoClient')
    const own = at === undefined ? null : reachValue(scope.source, at, clients, scope.workspace, scope.readFile)
    if (own !== null && own.changes.length === 0) return own.text
    return { why: 'No MongoClient is in sight that could start a session.' }
  },
  open: (client, handle) => ({ opener: `${client}.withSession((${handle}) => ${handle}.withTransaction(async () => {`, closer: '}))' }),
  repeats: true,
  parameter: { type: 'ClientSession', specifier: 'mongodb' },
  note: replicaSet,
}

const sequelizeOptions: Readonly<Record<string, number>> = {
  create: 1,
  bulkCreate: 1,
  upsert: 1,
  update: 1,
  destroy: 0,
  restore: 0,
  truncate: 0,
  increment: 1,
  decrement: 1,
  save: 0,
  findOrCreate: 0,
  findCreateFind: 0,
}

const sequelizeReads: Readonly<Record<string, number>> = {
  findOne: 0,
  findAll: 0,
  findAndCountAll: 0,
  findByPk: 1,
  count: 0,
  sum: 1,
  max: 1,
  min: 1,
  reload: 0,
}

const sequelize: OptionStore = {
  handleNames: ['transaction', 't', 'trx'],
  option: 'transaction',
  join: ({ source }, { chain }, handle) => {
    const { call } = chain
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return 'the call is not understood'
    const index = sequelizeOptions[call.expression.name.text]
    return index === undefined ? `${call.expression.name.text} takes no transaction here` : one(addOption(source, call, index, 'transaction', handle))
  },
  joinRead: ({ source }, call, handle) => {
    if (!ts.isPropertyAccessExpression(call.expression)) return []
    const index = sequelizeReads[call.expression.name.text]
    return index === undefined || !looksLikeModel(textOf(source, call.expression.expression)) ? [] : one(addOption(source, call, index, 'transaction', handle))
  },
  clientOf: (scope) => {
    const at = scope.nodes[0]
    if (at !== undefined && isVisible(scope.source, 'sequelize', at)) return 'sequelize'
    const clients = scope.workspace.clients.filter(({ library, type }) => library === 'sequelize' && type === 'Sequelize')
    const own = at === undefined ? null : reachValue(scope.source, at, clients, scope.workspace, scope.readFile)
    if (own !== null && own.changes.length === 0) return own.text
    for (const { chain } of scope.writes) {
      if (!ts.isCallExpression(chain.call) || !ts.isPropertyAccessExpression(chain.call.expression)) continue
      const holder = chain.call.expression.expression
      const text = textOf(scope.source, holder)
      if (isPlainPath(holder) && looksLikeModel(text)) return scope.source.typed ? `${text}.sequelize!` : `${text}.sequelize`
    }
    return { why: 'No Sequelize instance is in sight that could open a transaction.' }
  },
  open: (client, handle) => ({ opener: `${client}.transaction(async (${handle}) => {`, closer: '})' }),
  repeats: false,
  parameter: { type: 'Transaction', specifier: 'sequelize' },
  note: null,
}

const objection: OptionStore = {
  handleNames: ['trx', 'tx', 'transaction'],
  option: 'trx',
  join: (_scope, { chain }, handle) => {
    for (const link of chainLinks(chain.call)) {
      if (!ts.isCallExpression(link) || !ts.isPropertyAccessExpression(link.expression)) continue
      const change = joinQuery(link, handle)
      if (change !== null) return change.start < 0 ? [] : [change]
    }
    return 'the query does not start at a model'
  },
  joinRead: (_scope, call, handle) => {
    const change = joinQuery(call, handle)
    return change === null || change.start < 0 ? [] : [change]
  },
  clientOf: (scope) => {
    for (const { chain } of scope.writes) {
      for (const link of chainLinks(chain.call)) {
        if (
          ts.isCallExpression(link) &&
          ts.isPropertyAccessExpression(link.expression) &&
          link.expression.name.text === 'query' &&
          isPlainPath(link.expression.expression)
        )
          return textOf(scope.source, link.expression.expression)
      }
    }
    return { why: 'No model is in sight that could open a transaction.' }
  },
  open: (client, handle) => ({ opener: `${client}.transaction(async (${handle}) => {`, closer: '})' }),
  repeats: false,
  parameter: { type: 'Transaction', specifier: 'objection' },
  note: null,
}

/** `Order.query()` → `Order.query(trx)`; a negative start: it has one already. */
function joinQuery(call: ts.CallExpression, handle: string): TextChange | null {
  if (!ts.isPropertyAccessExpression(call.expression)) return null
  const index = ({ query: 0, $query: 0, relatedQuery: 1, $relatedQuery: 1 } as Readonly<Record<string, number>>)[call.expression.name.text]
  if (index === undefined) return null
  if (call.arguments.length > index) return { start: -1, end: -1, text: '' }
  const last = call.arguments.at(-1)
  return last === undefined ? { start: call.end - 1, end: call.end - 1, text: handle } : { start: last.end, end: last.end, text: `, ${handle}` }
}

function changesFor(store: OptionStore, scope: Scope, handle: string): readonly TextChange[] | Blocked {
  const changes: TextChange[] = []
  const writes = new Set(scope.writes.flatMap(({ chain }) => [chain.call, ...chainLinks(chain.top)]))
  for (const site of scope.writes) {
    const joined = store.join(scope, site, handle)
    if (typeof joined === 'string') return { why: `${site.operation.op} cannot join a transaction: ${joined}.` }
    changes.push(...joined)
  }
  for (const node of scope.nodes) {
    walk(node, (inner) => {
      if (ts.isCallExpression(inner) && !writes.has(inner)) changes.push(...store.joinRead(scope, inner, handle))
      return undefined
    })
  }
  return changes
}

function idiomOf(store: OptionStore): Idiom {
  return {
    handleNames: store.handleNames,
    open: store.open,
    clientOf: store.clientOf,
    plan: (scope, handle, known) => {
      const client = known ?? store.clientOf(scope)
      if (typeof client !== 'string') return client
      const changes = changesFor(store, scope, handle)
      if (isBlocked(changes)) return changes
      return { form: 'callback', ...store.open(client, handle), awaits: true, repeats: store.repeats, changes, note: store.note }
    },
    join: (scope, handle): Joined | Blocked => {
      const changes = changesFor(store, scope, handle)
      if (isBlocked(changes)) return changes
      if (!scope.source.typed) return { parameter: handle, changes }
      const imported = importInto(scope.source, {
        specifier: store.parameter.specifier,
        exportName: store.parameter.type,
        name: store.parameter.type,
        typeOnly: true,
      })
      return { parameter: `${handle}?: ${imported.name}`, changes: [...changes, ...imported.changes] }
    },
  }
}

export const sessionIdioms: Readonly<Record<string, Idiom>> = {
  mongoose: idiomOf(mongoose),
  mongodb: idiomOf(mongodb),
  sequelize: idiomOf(sequelize),
  objection: idiomOf(objection),
}
