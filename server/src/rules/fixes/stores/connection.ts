/** SQL drivers whose transactions live on one connection: `pg`, `mysql2`, and `better-sqlite3`, which has only one. */
import ts from 'typescript'
import { isBlocked, type Blocked } from '../payment/refund'
import type { TextChange } from '../fix'
import { chainLinks, isPlainPath } from '../source/chains'
import { importedFrom, resolveSpecifier } from '../source/imports'
import { isReference } from '../source/scope'
import { some, textOf, walk } from '../source/source'
import { quoted } from '../source/print'
import type { Idiom, Scope, TransactionPlan } from './idiom'

interface Driver {
  readonly handleNames: readonly string[]
  readonly checkOut: string
  readonly begin: string
  readonly commit: string
  readonly rollback: string
  readonly isPool: RegExp
}

const pg: Driver = {
  handleNames: ['client', 'connection', 'pgClient'],
  checkOut: 'connect()',
  begin: "query('BEGIN')",
  commit: "query('COMMIT')",
  rollback: "query('ROLLBACK')",
  isPool: /new (?:\w+\.)?Pool\(/,
}
const mysql: Driver = {
  handleNames: ['connection', 'conn', 'client'],
  checkOut: 'getConnection()',
  begin: 'beginTransaction()',
  commit: 'commit()',
  rollback: 'rollback()',
  isPool: /createPool\(/,
}

/** The pool or connection that all writes go through. */
function clientOf(scope: Scope): string | Blocked {
  const texts = new Set<string>()
  for (const { chain, operation } of scope.writes) {
    const { call } = chain
    const holder = ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : null
    if (holder === null || !isPlainPath(holder)) return { why: `The connection is not visible at ${operation.op}.` }
    const [text] = ts.isCallExpression(call) ? call.arguments : []
    if (text === undefined || !/\b(insert|update|delete|replace|merge|call)\b/i.test(textOf(scope.source, text)))
      return { why: 'The SQL text is not written where it is run.' }
    if (ts.isCallExpression(call) && call.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)))
      return { why: 'The query reports to a callback: only awaited queries can be put in a transaction here.' }
    texts.add(textOf(scope.source, holder))
  }
  const [client] = texts
  return client === undefined || texts.size > 1 ? { why: 'The writes go through different connections.' } : client
}

function isPool(driver: Driver, { source, readFile }: Scope, client: string): boolean {
  const last = /([\w$]+)$/.exec(client)?.[1] ?? client
  if (/pool/i.test(last)) return true
  const origin = importedFrom(source, client)
  const file = origin === null ? null : resolveSpecifier(source.file, origin.specifier, readFile)
  const text = file === null ? source.text : (readFile(file) ?? '')
  return driver.isPool.test(text)
}

function replaceUses({ source, nodes }: Scope, client: string, handle: string): readonly TextChange[] | Blocked {
  const changes: TextChange[] = []
  const blocked: Blocked[] = []
  for (const node of nodes) {
    walk(node, (inner) => {
      const same = (ts.isIdentifier(inner) ? isReference(inner) : ts.isPropertyAccessExpression(inner)) && textOf(source, inner) === client
      if (!same) return undefined
      if (ts.isPropertyAccessExpression(inner.parent) && /^(connect|getConnection|end)$/.test(inner.parent.name.text))
        blocked.push({ why: 'The code in between checks out a connection of its own.' })
      if (!ts.isPropertyAccessExpression(inner.parent) && source.typed)
        blocked.push({ why: `The code in between hands ${client} on, and its type does not fit one connection.` })
      changes.push({ start: inner.getStart(source.tree), end: inner.end, text: handle })
      return false
    })
  }
  return blocked[0] ?? changes
}

function connectionIdiom(driver: Driver): Idiom {
  return {
    handleNames: driver.handleNames,
    clientOf,
    open: (client) => ({ opener: client, closer: '' }),
    plan: (scope, handle, known): TransactionPlan | Blocked => {
      const client = known ?? clientOf(scope)
      if (typeof client !== 'string') return client
      const { end, unit } = scope.source.style
      const pooled = isPool(driver, scope, client)
      const on = pooled ? handle : client
      const changes = pooled ? replaceUses(scope, client, handle) : []
      if (isBlocked(changes)) return changes
      const call = (text: string): string => `await ${on}.${text.replace(/'(\w+)'/, (_all, word: string) => quoted(scope.source.style, word))}${end}`
      const release = pooled ? ['} finally {', `${unit}${on}.release()${end}`] : []
      return {
        form: 'manual',
        before: [...(pooled ? [`const ${handle} = await ${client}.${driver.checkOut}${end}`] : []), 'try {', unit + call(driver.begin)],
        after: [unit + call(driver.commit), '} catch (error) {', unit + call(driver.rollback), `${unit}throw error${end}`, ...release, '}'],
        depth: 1,
        changes,
        note: null,
      }
    },
    join: (scope, handle) => {
      const client = clientOf(scope)
      if (typeof client !== 'string') return client
      const changes = replaceUses(scope, client, handle)
      if (isBlocked(changes)) return changes
      const members = [
        ...new Set(
          scope.writes.flatMap(({ chain }) =>
            ts.isCallExpression(chain.call) && ts.isPropertyAccessExpression(chain.call.expression) ? [chain.call.expression.name.text] : [],
          ),
        ),
      ]
      const type = scope.source.typed ? `: Pick<typeof ${client}, ${members.map((member) => quoted(scope.source.style, member)).join(' | ')}>` : ''
      return { parameter: `${handle}${type} = ${client}`, changes }
    },
  }
}

/** Synchronous and on one connection: every statement in the callback joins by itself. */
const betterSqlite: Idiom = {
  handleNames: ['transaction'],
  open: (client) => ({ opener: `${client}.transaction(() => {`, closer: '})()' }),
  clientOf: (scope) => {
    for (const { chain } of scope.writes) {
      const prepared = chainLinks(chain.call).find(
        (link) => ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && link.expression.name.text === 'prepare',
      )
      if (prepared !== undefined && ts.isCallExpression(prepared) && ts.isPropertyAccessExpression(prepared.expression))
        return textOf(scope.source, prepared.expression.expression)
      const statement = chain.root.getText(scope.source.tree)
      const made = new RegExp(`\\b${statement.replaceAll('$', '\\$')}\\s*=\\s*([\\w.$]+)\\.prepare\\(`).exec(scope.source.text)?.[1]
      if (made !== undefined) return made
      if (ts.isCallExpression(chain.call) && ts.isPropertyAccessExpression(chain.call.expression) && chain.call.expression.name.text === 'exec')
        return textOf(scope.source, chain.call.expression.expression)
    }
    return { why: 'The database is not visible at the write.' }
  },
  plan: (scope, _handle, known) => {
    const client = known ?? betterSqlite.clientOf(scope)
    if (typeof client !== 'string') return client
    const waits = scope.nodes.some((node) => some(node, ts.isAwaitExpression))
    if (waits) return { why: 'This driver’s transactions are synchronous, and the code in between awaits something.' }
    return { form: 'callback', ...betterSqlite.open(client, ''), awaits: false, repeats: false, changes: [], note: null }
  },
  join: null,
}

export const connectionIdioms: Readonly<Record<string, Idiom>> = {
  pg: connectionIdiom(pg),
  mysql: connectionIdiom(mysql),
  mysql2: connectionIdiom(mysql),
  'better-sqlite3': betterSqlite,
}
