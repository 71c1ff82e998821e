/** TypeORM: entity managers, data sources, repositories and active records, all through the transaction's own manager. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { isBlocked, type Blocked } from '../payment/refund'
import { isPlainPath } from '../source/chains'
import { textOf, walk, type Source } from '../source/source'
import type { Idiom, Scope, WriteSite } from './idiom'

/** How a write reaches the database. */
type Receiver =
  /** `manager.save(…)`, `dataSource.manager.save(…)`: the text becomes the handle. */
  | { readonly kind: 'manager'; readonly text: string; readonly opener: string }
  /** `dataSource.getRepository(Order).save(…)`, `dataSource.query(…)`: the source becomes the handle. */
  | { readonly kind: 'source'; readonly text: string; readonly opener: string }
  /** `this.orders.save(…)`: the repository is bound to the handle. */
  | { readonly kind: 'repository'; readonly text: string; readonly opener: string }
  /** `order.save()`: the handle saves it. */
  | { readonly kind: 'record'; readonly text: string }

const managerName = /(manager|entityManager|\bem)$/i
const sourceName = /(dataSource|AppDataSource|connection|datasource|db|database)$/i
const recordMethods = new Set(['save', 'remove', 'softRemove', 'recover'])

function receiverOf(site: WriteSite): Receiver | null {
  const { call } = site.chain
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null
  let holder: ts.Expression = call.expression.expression
  // A query builder: its receiver is that of `.createQueryBuilder(…)`.
  for (let node: ts.Expression = holder; ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression); node = node.expression.expression) {
    if (/^createQueryBuilder$/.test(node.expression.name.text)) holder = node.expression.expression
    if (/^(getRepository|getTreeRepository|getMongoRepository)$/.test(node.expression.name.text)) return fromSource(node.expression.expression)
  }
  if (!isPlainPath(holder)) return null
  const text = holder.getText()
  const last = ts.isPropertyAccessExpression(holder) ? holder.name.text : text
  if (managerName.test(last)) return { kind: 'manager', text, opener: text }
  if (sourceName.test(last)) return { kind: 'source', text, opener: text }
  if (/repo(sitory)?$|repositories?|orders?$|users?$|s$/i.test(last) || ts.isPropertyAccessExpression(holder))
    return { kind: 'repository', text, opener: `${text}.manager` }
  if (ts.isIdentifier(holder) && recordMethods.has(call.expression.name.text) && call.arguments.length === 0) return { kind: 'record', text }
  return { kind: 'repository', text, opener: `${text}.manager` }
}

function fromSource(holder: ts.Expression): Receiver | null {
  if (!isPlainPath(holder)) return null
  const text = holder.getText()
  return managerName.test(text) ? { kind: 'manager', text, opener: text } : { kind: 'source', text, opener: text }
}

function receiversOf(scope: Scope): readonly Receiver[] | Blocked {
  const receivers: Receiver[] = []
  for (const site of scope.writes) {
    const receiver = receiverOf(site)
    if (receiver === null) return { why: `The manager that could open a transaction is not visible at ${site.operation.op}.` }
    receivers.push(receiver)
  }
  return receivers
}

/** A data source or manager that is in sight anyway reads better than a repository's. */
function openerOf(scope: Scope, receivers: readonly Receiver[]): string | Blocked {
  const direct = receivers.find((receiver) => receiver.kind === 'source' || receiver.kind === 'manager')
  if (direct !== undefined) return direct.opener
  const injected = injectedSource(scope.source, scope.nodes[0])
  if (injected !== null) return injected
  const repository = receivers.find((receiver) => receiver.kind === 'repository')
  return repository?.kind === 'repository' ? repository.opener : { why: 'No data source or entity manager is in sight.' }
}

/** `constructor(private readonly dataSource: DataSource)` of the class around. */
function injectedSource(source: Source, at: ts.Node | undefined): string | null {
  for (let node = at; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (!ts.isClassLike(node)) continue
    for (const member of node.members) {
      if (!ts.isConstructorDeclaration(member)) continue
      for (const parameter of member.parameters) {
        if (parameter.type === undefined || !ts.isIdentifier(parameter.name) || !ts.isParameterPropertyDeclaration(parameter, member)) continue
        if (/^(DataSource|EntityManager|Connection)$/.test(textOf(source, parameter.type))) return `this.${parameter.name.text}`
      }
    }
  }
  return null
}

function rewrite(scope: Scope, receivers: readonly Receiver[], handle: string): readonly TextChange[] | Blocked {
  const { source } = scope
  const changes: TextChange[] = []
  scope.writes.forEach((site, index) => {
    const receiver = receivers[index]
    const { call } = site.chain
    if (receiver?.kind !== 'record' || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return
    const record = call.expression.expression
    changes.push({ start: record.getStart(source.tree), end: record.end, text: handle })
    changes.push({ start: call.end - 1, end: call.end - 1, text: textOf(source, record) })
  })
  const replaced = new Map<string, string>()
  for (const receiver of receivers) {
    if (receiver.kind === 'manager' || receiver.kind === 'source') replaced.set(receiver.text, handle)
    if (receiver.kind === 'repository') replaced.set(receiver.text, `${handle}.withRepository(${receiver.text})`)
  }
  const blocked: Blocked[] = []
  for (const node of scope.nodes) {
    walk(node, (inner) => {
      if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return undefined
      const becomes = replaced.get(textOf(source, inner))
      if (becomes === undefined || !ts.isPropertyAccessExpression(inner.parent) || inner.parent.expression !== inner) return undefined
      const member = inner.parent.name.text
      if (becomes === handle && member === 'manager') {
        changes.push({ start: inner.getStart(source.tree), end: inner.parent.end, text: handle })
        return false
      }
      if (becomes === handle && /^(transaction|createQueryRunner)$/.test(member)) blocked.push({ why: 'The code in between opens a transaction of its own.' })
      if (becomes !== handle && /^(create|merge|metadata|target|getId|hasId|manager)$/.test(member)) return false
      changes.push({ start: inner.getStart(source.tree), end: inner.end, text: becomes })
      return false
    })
  }
  return blocked[0] ?? changes
}

const open = (client: string, handle: string): { readonly opener: string; readonly closer: string } => ({
  opener: `${client}.transaction(async (${handle}) => {`,
  closer: '})',
})

export const typeormIdiom: Idiom = {
  handleNames: ['manager', 'entityManager', 'tx'],
  open,
  clientOf: (scope) => {
    const receivers = receiversOf(scope)
    return isBlocked(receivers) ? receivers : openerOf(scope, receivers)
  },
  plan: (scope, handle, client) => {
    const receivers = receiversOf(scope)
    if (isBlocked(receivers)) return receivers
    const opener = client ?? openerOf(scope, receivers)
    if (typeof opener !== 'string') return opener
    const changes = rewrite(scope, receivers, handle)
    return isBlocked(changes) ? changes : { form: 'callback', ...open(opener, handle), awaits: true, repeats: false, changes, note: null }
  },
  join: (scope, handle) => {
    const receivers = receiversOf(scope)
    if (isBlocked(receivers)) return receivers
    const opener = openerOf(scope, receivers)
    if (typeof opener !== 'string') return opener
    const changes = rewrite(scope, receivers, handle)
    if (isBlocked(changes)) return changes
    const manager = /manager$/i.test(opener) ? opener : `${opener}.manager`
    return { parameter: `${handle}${scope.source.typed ? `: typeof ${manager}` : ''} = ${manager}`, changes }
  },
}
