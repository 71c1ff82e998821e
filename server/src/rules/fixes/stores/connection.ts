/** SQL drivers whose transactions live on one connection, which is begun, committed or rolled back, and given back by hand. */
import ts from 'typescript'
import { isBlocked, type Blocked } from '../payment/refund'
import type { TextChange } from '../fix'
import { chainLinks, isPlainPath } from '../source/chains'
import { importedFrom, resolveSpecifier } from '../source/imports'
import { isReference } from '../source/scope'
import { some, textOf, walk } from '../source/source'
import { quoted } from '../source/print'
import type { Style } from '../source/style'
import { drivers, type Driver, type Use } from './drivers'
import type { Idiom, Scope, TransactionPlan, WriteSite } from './idiom'

export const connectionIdioms: Readonly<Record<string, Idiom>> = Object.fromEntries(
  Object.entries(drivers).map(([store, driver]) => [store, connectionIdiom(driver)]),
)

function connectionIdiom(driver: Driver): Idiom {
  return {
    handleNames: driver.handleNames,
    clientOf: (scope) => clientOf(driver, scope),
    open: (client) => ({ opener: client, closer: '' }),
    plan: (scope, handle, known): TransactionPlan | Blocked => {
      const client = known ?? clientOf(driver, scope)
      if (typeof client !== 'string') return client
      if (driver.oneAtATime === true && scope.nodes.some((node) => some(node, isConcurrent)))
        return { why: 'The code in between runs statements side by side, which this driver’s transactions do not allow.' }
      const { style } = scope.source
      const pooled = isPool(driver, scope, client)
      const uses = pooled ? replaceUses(driver, scope, client, handle) : { changes: [] }
      if (isBlocked(uses)) return uses
      const on = pooled ? handle : client
      const { unit, end } = style
      const line = (text: string): string => filled(style, text, on) + end
      const begin = driver.begin === null ? [] : [line(driver.begin)]
      const checkOut = pooled ? [`const ${handle} = ${filled(style, driver.checkOut, client)}${end}`] : []
      const release = pooled && driver.release !== null ? ['} finally {', unit + line(driver.release)] : []
      return {
        form: 'manual',
        before: driver.beginFirst === true ? [...checkOut, ...begin, 'try {'] : [...checkOut, 'try {', ...begin.map((text) => unit + text)],
        after: [unit + line(driver.commit), '} catch (error) {', unit + line(driver.rollback), `${unit}throw error${end}`, ...release, '}'],
        depth: 1,
        changes: uses.changes,
        note: null,
      }
    },
    join: (scope, handle) => {
      const client = clientOf(driver, scope)
      if (typeof client !== 'string') return client
      const uses = replaceUses(driver, scope, client, handle)
      if (isBlocked(uses)) return uses
      const members = [...uses.members].map((member) => quoted(scope.source.style, member)).join(' | ')
      return { parameter: `${handle}${scope.source.typed ? `: Pick<typeof ${client}, ${members}>` : ''} = ${client}`, changes: uses.changes }
    },
  }
}

/** `{c}` is the connection, words in single quotes get the file's own. */
function filled(style: Style, template: string, connection: string): string {
  return template.replace(/'(\w+)'/g, (_all, word: string) => quoted(style, word)).replace('{c}', () => connection)
}

function isConcurrent(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^Promise\.all(Settled)?$/.test(node.expression.getText())
}

/** The pool or connection that all writes go through. */
function clientOf(driver: Driver, scope: Scope): string | Blocked {
  const texts = new Set<string>()
  for (const site of scope.writes) {
    const { call } = site.chain
    const holder = holderOf(driver, site)
    if (holder === null || !isPlainPath(holder)) return { why: `The connection is not visible at ${site.operation.op}.` }
    const text = ts.isTaggedTemplateExpression(call) ? call.template : call.arguments?.[0]
    if (text === undefined || !/\b(insert|update|delete|replace|merge|call|exec)\b/i.test(textOf(scope.source, text)))
      return { why: 'The SQL text is not written where it is run.' }
    if (ts.isCallExpression(call) && call.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)))
      return { why: 'The query reports to a callback: only awaited queries can be put in a transaction here.' }
    texts.add(textOf(scope.source, holder))
  }
  const [client] = texts
  if (client === undefined || texts.size > 1) return { why: 'The writes go through different connections.' }
  return driver.module !== undefined && isModule(scope, client, driver.module)
    ? { why: `The write goes through ${driver.module}’s own connection, which is not named here.` }
    : client
}

/** `import sql from 'mssql'`: the package itself, not a pool. */
function isModule({ source }: Scope, name: string, specifier: string): boolean {
  const origin = importedFrom(source, name)
  if (origin !== null) return origin.specifier === specifier && origin.exportName === 'default'
  return source.tree.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      statement.moduleSpecifier.text === specifier &&
      statement.importClause?.namedBindings !== undefined &&
      ts.isNamespaceImport(statement.importClause.namedBindings) &&
      statement.importClause.namedBindings.name.text === name,
  )
}

function holderOf(driver: Driver, { chain: { call } }: WriteSite): ts.Expression | null {
  for (const link of chainLinks(call)) {
    const own = driver.holder?.(link) ?? null
    if (own !== null) return own
  }
  if (ts.isTaggedTemplateExpression(call)) return ts.isPropertyAccessExpression(call.tag) ? call.tag.expression : call.tag
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : null
}

/** The file that makes the client says whether it is a pool. */
function isPool(driver: Driver, { source, readFile }: Scope, client: string): boolean {
  const last = /([\w$]+)$/.exec(client)?.[1] ?? client
  if (/pool/i.test(last)) return true
  const origin = importedFrom(source, client)
  const file = origin === null ? null : resolveSpecifier(source.file, origin.specifier, readFile)
  const text = file === null ? source.text : (readFile(file) ?? '')
  return driver.isPool(text)
}

interface Uses {
  readonly changes: readonly TextChange[]
  /** What the code needs of the connection. */
  readonly members: ReadonlySet<string>
}

function replaceUses(driver: Driver, { source, nodes }: Scope, client: string, handle: string): Uses | Blocked {
  const changes: TextChange[] = []
  const members = new Set<string>()
  const blocked: Blocked[] = []
  for (const node of nodes) {
    walk(node, (inner) => {
      if (!(ts.isIdentifier(inner) && isReference(inner)) && !ts.isPropertyAccessExpression(inner)) return undefined
      if (textOf(source, inner) !== client) return undefined
      const use = driver.use?.(inner, handle, source) ?? plainUse(inner, handle, source)
      const refusal = use.why ?? (driver.ownConnection.has(use.member ?? '') ? 'The code in between checks out a connection of its own.' : null)
      if (refusal !== null) blocked.push({ why: refusal.replace('{c}', client) })
      if (use.member !== null) members.add(use.member)
      changes.push(...use.changes)
      return false
    })
  }
  return blocked[0] ?? { changes, members }
}

function plainUse(inner: ts.Expression, handle: string, source: Scope['source']): Use {
  const { parent } = inner
  const member = ts.isPropertyAccessExpression(parent) ? parent.name.text : null
  const why = member === null && source.typed ? 'The code in between hands {c} on, and its type does not fit one connection.' : null
  return { why, member, changes: [{ start: inner.getStart(source.tree), end: inner.end, text: handle }] }
}
