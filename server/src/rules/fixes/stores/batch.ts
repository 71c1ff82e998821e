/** Stores that take several writes as one atomic list: Firestore, DynamoDB, D1, Neon, libSQL, and Drizzle on drivers without transactions. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { isBlocked, type Blocked } from '../payment/refund'
import { chainLinks, isPlainPath } from '../source/chains'
import { importInto } from '../source/imports'
import { some, textOf, type Source } from '../source/source'
import type { Idiom, Scope, TransactionPlan, WriteSite } from './idiom'

/** `await write` as a statement of its own: nothing uses the result. */
interface PlainWrite {
  readonly statement: ts.ExpressionStatement
  readonly awaited: ts.AwaitExpression
  readonly top: ts.Expression
}

function plainWrites(scope: Scope, onlyWrites: boolean): readonly PlainWrite[] | Blocked {
  const found: PlainWrite[] = []
  for (const { chain } of scope.writes) {
    const awaited = chain.top.parent
    if (!ts.isAwaitExpression(awaited) || !ts.isExpressionStatement(awaited.parent))
      return { why: 'The result of a write is used, so the writes cannot be sent as one list.' }
    found.push({ statement: awaited.parent, awaited, top: chain.top })
  }
  if (onlyWrites && scope.nodes.some((node) => !found.some(({ statement }) => statement === node)))
    return { why: 'Other code stands between the writes, so they cannot be sent as one list.' }
  return found.sort((a, b) => a.statement.pos - b.statement.pos)
}

/** A batch object that is filled and then committed. */
const firestore: Idiom = {
  handleNames: ['batch', 'writeBatch'],
  open: (client) => ({ opener: client, closer: '' }),
  clientOf: (scope) => {
    for (const { chain } of scope.writes) {
      for (const link of chainLinks(chain.call)) {
        if (ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && /^(collection|doc|collectionGroup)$/.test(link.expression.name.text))
          return textOf(scope.source, link.expression.expression)
      }
      const holder = ts.isCallExpression(chain.call) && ts.isPropertyAccessExpression(chain.call.expression) ? chain.call.expression.expression : null
      if (holder !== null && isPlainPath(holder)) return `${textOf(scope.source, holder)}.firestore`
    }
    return { why: 'The Firestore client is not visible at the write.' }
  },
  plan: (scope, handle) => {
    const { source } = scope
    const writes = plainWrites(scope, false)
    if (isBlocked(writes)) return writes
    const client = firestore.clientOf(scope)
    if (typeof client !== 'string') return client
    if (readsAfter(scope, writes[0]?.statement.pos ?? 0)) return { why: 'A read between the writes would not see what they stage.' }
    const changes: TextChange[] = []
    for (const { awaited, top } of writes) {
      if (!ts.isCallExpression(top) || !ts.isPropertyAccessExpression(top.expression)) return { why: 'The write is not a plain call.' }
      const method = top.expression.name.text
      const holder = textOf(source, top.expression.expression)
      const [first] = top.arguments
      const to = first === undefined ? top.end - 1 : first.getStart(source.tree)
      if (!/^(set|update|delete|create|add)$/.test(method)) return { why: `${method} cannot be staged in a batch.` }
      const target = method === 'add' ? `${holder}.doc()` : holder
      changes.push({
        start: awaited.getStart(source.tree),
        end: to,
        text: `${handle}.${method === 'add' ? 'create' : method}(${target}${first === undefined ? '' : ', '}`,
      })
    }
    const { end } = source.style
    return { form: 'manual', before: [`const ${handle} = ${client}.batch()${end}`], after: [`await ${handle}.commit()${end}`], depth: 0, changes, note: null }
  },
  join: null,
}

function readsAfter(scope: Scope, start: number): boolean {
  const reads = (node: ts.Node): boolean =>
    ts.isCallExpression(node) &&
    node.pos >= start &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(get|getAll)$/.test(node.expression.name.text) &&
    node.arguments.length === 0
  return scope.nodes.some((node) => some(node, reads))
}

const dynamoItems: Readonly<Record<string, string>> = {
  PutCommand: 'Put',
  UpdateCommand: 'Update',
  DeleteCommand: 'Delete',
  PutItemCommand: 'Put',
  UpdateItemCommand: 'Update',
  DeleteItemCommand: 'Delete',
}

const dynamodb: Idiom = {
  handleNames: ['items'],
  open: (client) => ({ opener: client, closer: '' }),
  clientOf: () => ({ why: 'DynamoDB writes are sent as one list, which cannot be handed to other functions.' }),
  plan: (scope): TransactionPlan | Blocked => {
    const { source } = scope
    const { end, unit, comma } = source.style
    const writes = plainWrites(scope, true)
    if (isBlocked(writes)) return writes
    const changes: TextChange[] = []
    let client: string | null = null
    let documents = false
    for (const [index, { statement, top }] of writes.entries()) {
      if (!ts.isCallExpression(top) || !ts.isPropertyAccessExpression(top.expression) || top.expression.name.text !== 'send')
        return { why: 'The write is not sent as a command.' }
      const [command] = top.arguments
      const [input] = command !== undefined && ts.isNewExpression(command) ? (command.arguments ?? []) : []
      const name = command !== undefined && ts.isNewExpression(command) ? textOf(source, command.expression) : ''
      const item = dynamoItems[name]
      const receiver = textOf(source, top.expression.expression)
      if (item === undefined || input === undefined || (client !== null && client !== receiver))
        return { why: 'The commands cannot be part of one transaction.' }
      client = receiver
      documents = !name.includes('Item')
      changes.push({ start: statement.getStart(source.tree), end: input.getStart(source.tree), text: `{ ${item}: ` })
      changes.push({ start: input.end, end: statement.end, text: ` }${index === writes.length - 1 ? comma : ','}` })
    }
    if (client === null) return { why: 'There is nothing to wrap.' }
    const command = documents ? 'TransactWriteCommand' : 'TransactWriteItemsCommand'
    const imported = importInto(source, { specifier: documents ? '@aws-sdk/lib-dynamodb' : '@aws-sdk/client-dynamodb', exportName: command, name: command })
    return {
      form: 'manual',
      before: [`await ${client}.send(`, `${unit}new ${imported.name}({`, `${unit}${unit}TransactItems: [`],
      after: [`${unit}${unit}]${comma}`, `${unit}})${comma}`, `)${end}`],
      depth: 3,
      changes: [...changes, ...imported.changes],
      note: null,
    }
  },
  join: null,
}

interface ListStore {
  readonly open: (client: string) => string
  readonly close: string
  /** What is cut off the end of each write: `.run()`. */
  readonly drop: RegExp | null
  readonly client: (source: Source, site: WriteSite) => string | null
}

const d1: ListStore = {
  open: (client) => `await ${client}.batch([`,
  close: '])',
  drop: /^\.(run|all|first)\(\)$/,
  client: (source, { chain }) => {
    const prepared = chainLinks(chain.call).find(
      (link) => ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && link.expression.name.text === 'prepare',
    )
    return prepared !== undefined && ts.isCallExpression(prepared) && ts.isPropertyAccessExpression(prepared.expression)
      ? textOf(source, prepared.expression.expression)
      : null
  },
}

const neon: ListStore = {
  open: (client) => `await ${client}.transaction([`,
  close: '])',
  drop: null,
  client: (source, { chain }) => (ts.isTaggedTemplateExpression(chain.call) ? textOf(source, chain.call.tag) : null),
}

export const drizzleBatch = listIdiom({
  open: (client) => `await ${client}.batch([`,
  close: '])',
  drop: null,
  client: (source, { chain }) => {
    const first = chainLinks(chain.call).find(
      (link) => ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && /^(insert|update|delete)$/.test(link.expression.name.text),
    )
    return first !== undefined && ts.isCallExpression(first) && ts.isPropertyAccessExpression(first.expression) && isPlainPath(first.expression.expression)
      ? textOf(source, first.expression.expression)
      : null
  },
})

function listIdiom(store: ListStore): Idiom {
  const clientOf = (scope: Scope): string | Blocked => {
    const clients = new Set(scope.writes.map((site) => store.client(scope.source, site)))
    const [client] = clients
    return client === undefined || client === null || clients.size > 1 ? { why: 'The client is not visible at every write.' } : client
  }
  return {
    handleNames: ['list'],
    open: (client) => ({ opener: client, closer: '' }),
    clientOf,
    plan: (scope) => {
      const { source } = scope
      const { end, comma } = source.style
      const client = clientOf(scope)
      if (typeof client !== 'string') return client
      const writes = plainWrites(scope, true)
      if (isBlocked(writes)) return writes
      const changes: TextChange[] = []
      for (const [index, { statement, awaited, top }] of writes.entries()) {
        const last =
          ts.isCallExpression(top) && ts.isPropertyAccessExpression(top.expression)
            ? source.text.slice(top.expression.expression.end, top.end).replace(/\s+/g, '')
            : ''
        const cut =
          store.drop !== null && store.drop.test(last) && ts.isCallExpression(top) && ts.isPropertyAccessExpression(top.expression)
            ? top.expression.expression.end
            : top.end
        if (store.drop !== null && cut === top.end) return { why: 'The write is not run the plain way.' }
        changes.push({ start: awaited.getStart(source.tree), end: top.getStart(source.tree), text: '' })
        changes.push({ start: cut, end: statement.end, text: index === writes.length - 1 ? comma : ',' })
      }
      return { form: 'manual', before: [store.open(client)], after: [store.close + end], depth: 1, changes, note: null }
    },
    join: null,
  }
}

export const batchIdioms: Readonly<Record<string, Idiom>> = { firestore, dynamodb, cloudflare: listIdiom(d1), neon: listIdiom(neon) }
