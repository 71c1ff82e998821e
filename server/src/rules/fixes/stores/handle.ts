/** Stores whose transaction hands over an object that stands in for the client: Prisma, Drizzle, Kysely, Knex, … and the shape form. */
import ts from 'typescript'
import type { FilePath } from '../../../base/location'
import type { TextChange } from '../fix'
import { isBlocked, type Blocked } from '../payment/refund'
import { chainLinks, isPlainPath } from '../source/chains'
import { importInto, importedFrom, resolveSpecifier } from '../source/imports'
import { quoted } from '../source/print'
import { isReference } from '../source/scope'
import { bare, textOf, walk, type Source } from '../source/source'
import type { Idiom, Scope, WriteSite } from './idiom'

interface HandleStore {
  readonly title: string
  readonly handleNames: readonly string[]
  readonly findClient: (site: WriteSite) => ts.Expression | null
  /** `annotated`: the handle with the type that a callback needs where nothing gives it one. */
  readonly open: (client: string, annotated: string) => { readonly opener: string; readonly closer: string }
  /** Members that only the client itself has. */
  readonly clientOnly: ReadonlySet<string>
  /** Type of an optional parameter for the handle. */
  readonly parameterType: (source: Source, client: string, members: readonly string[]) => string
  /** Where the parameter's type is exported, when it is not made of the client's own. */
  readonly typeFrom?: string
  /** Clients that cannot do it, by the text of the file that makes them. */
  readonly unsupported: readonly { readonly made: RegExp; readonly why: string }[]
}

const callback = (opener: string): { readonly opener: string; readonly closer: string } => ({ opener, closer: '})' })
const pick = ({ style }: Source, client: string, members: readonly string[]): string =>
  `Pick<typeof ${client}, ${members.map((member) => quoted(style, member)).join(' | ')}>`

const drizzleStarters = new Set(['insert', 'update', 'delete', 'execute', 'select', 'with', 'refreshMaterializedView', 'run'])
const clientNames =
  /^(db|prisma|database|knex|orm)|(db|prisma|database|client|orm|conn|connection|knex|kysely|drizzle|sql|store|tx|trx|pool|dao|repo|repository)$/i

const prisma: HandleStore = {
  title: 'Prisma',
  handleNames: ['tx', 'trx', 'transaction'],
  findClient: ({ chain }) => modelClient(chain.call, true),
  open: (client, handle) => callback(`${client}.$transaction(async (${handle}) => {`),
  clientOnly: new Set(['$transaction', '$connect', '$disconnect', '$on', '$use', '$extends']),
  parameterType: pick,
  unsupported: [],
}

const drizzle: HandleStore = {
  title: 'Drizzle',
  handleNames: ['tx', 'trx', 'transaction'],
  findClient: ({ chain }) => builderClient(chain.call, drizzleStarters),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['batch', '$client', '$withAuth']),
  parameterType: pick,
  unsupported: [
    { made: /drizzle-orm\/neon-http/, why: 'the neon-http driver has no transactions' },
    { made: /drizzle-orm\/d1['"]/, why: 'Cloudflare D1 has no interactive transactions' },
    { made: /drizzle-orm\/(better-sqlite3|bun-sqlite|expo-sqlite)/, why: 'this SQLite driver only has synchronous transactions' },
  ],
}

const kysely: HandleStore = {
  title: 'Kysely',
  handleNames: ['trx', 'tx', 'transaction'],
  findClient: ({ chain }) =>
    builderClient(
      chain.call,
      new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto', 'with', 'withRecursive', 'selectFrom', 'executeQuery']),
    ) ?? executedOn(chain.top),
  open: (client, handle) => callback(`${client}.transaction().execute(async (${handle}) => {`),
  clientOnly: new Set(['transaction', 'destroy', 'connection', 'startTransaction']),
  parameterType: pick,
  unsupported: [],
}

const knex: HandleStore = {
  title: 'Knex',
  handleNames: ['trx', 'tx', 'transaction'],
  findClient: ({ chain }) =>
    calledClient(chain.call) ??
    builderClient(chain.call, new Set(['table', 'from', 'into', 'raw', 'insert', 'withSchema', 'batchInsert', 'queryBuilder', 'with'])),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['destroy', 'migrate', 'seed', 'client']),
  parameterType: (_source, client) => `typeof ${client}`,
  unsupported: [],
}

const postgres: HandleStore = {
  title: 'postgres',
  handleNames: ['tx', 'transaction'],
  findClient: ({ chain }) => (ts.isTaggedTemplateExpression(chain.call) && isPlainPath(chain.call.tag) ? chain.call.tag : null),
  open: (client, handle) => callback(`${client}.begin(async (${handle}) => {`),
  clientOnly: new Set(['begin', 'end', 'listen', 'notify', 'reserve', 'subscribe']),
  parameterType: () => 'ISql',
  typeFrom: 'postgres',
  unsupported: [],
}

const mikroOrm: HandleStore = {
  title: 'MikroORM',
  handleNames: ['em', 'tx', 'manager'],
  findClient: ({ chain }) =>
    builderClient(
      chain.call,
      new Set(['flush', 'insert', 'insertMany', 'upsert', 'upsertMany', 'nativeUpdate', 'nativeDelete', 'persistAndFlush', 'removeAndFlush', 'execute']),
    ),
  open: (client, handle) => callback(`${client}.transactional(async (${handle}) => {`),
  clientOnly: new Set(['fork', 'begin', 'commit', 'rollback']),
  parameterType: (_source, client) => `typeof ${client}`,
  unsupported: [],
}

const slonik: HandleStore = {
  title: 'slonik',
  handleNames: ['tx', 'transaction'],
  findClient: ({ chain }) => methodClient(chain.call),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['connect', 'end', 'configuration', 'state']),
  parameterType: () => 'CommonQueryMethods',
  typeFrom: 'slonik',
  unsupported: [],
}

const pgPromise: HandleStore = {
  title: 'pg-promise',
  handleNames: ['tx', 't', 'transaction'],
  findClient: ({ chain }) => methodClient(chain.call),
  open: (client, handle) => callback(`${client}.tx(async (${handle}) => {`),
  clientOnly: new Set(['connect', '$pool', '$config', '$cn', '$dc']),
  parameterType: pick,
  unsupported: [],
}

const pglite: HandleStore = {
  title: 'PGlite',
  handleNames: ['tx', 'transaction'],
  findClient: ({ chain }) => methodClient(chain.call),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['transaction', 'close', 'dumpDataDir', 'describeQuery', 'runExclusive', 'live']),
  parameterType: pick,
  unsupported: [],
}

const planetscale: HandleStore = {
  title: 'PlanetScale',
  handleNames: ['tx', 'transaction'],
  findClient: ({ chain }) => methodClient(chain.call),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['transaction', 'connection', 'refresh']),
  parameterType: pick,
  unsupported: [],
}

/** In-house clients, recognised by shape: they answer to whichever way the call is written. */
const shape: HandleStore = {
  title: 'this client',
  handleNames: ['tx', 'trx', 'transaction'],
  findClient: ({ chain }) =>
    builderClient(chain.call, drizzleStarters, true) ?? calledClient(chain.call) ?? modelClient(chain.call, false) ?? ownMethodClient(chain.call),
  open: (client, handle) => callback(`${client}.transaction(async (${handle}) => {`),
  clientOnly: new Set(['connect', 'close', 'end', 'batch']),
  parameterType: (_source, client) => `typeof ${client}`,
  unsupported: [],
}

export const drizzleIdiom = idiomOf(drizzle)

export const handleIdioms: Readonly<Record<string, Idiom>> = {
  prisma: idiomOf(prisma),
  kysely: idiomOf(kysely),
  knex: idiomOf(knex),
  postgres: idiomOf(postgres),
  'mikro-orm': idiomOf(mikroOrm),
  slonik: idiomOf(slonik),
  'pg-promise': idiomOf(pgPromise),
  pglite: idiomOf(pglite),
  planetscale: idiomOf(planetscale),
  shape: idiomOf(shape),
}

/** `db.order.create(…)` → `db`; `db.$executeRaw(…)` → `db`. */
function modelClient(call: ts.Node, rawMethods: boolean): ts.Expression | null {
  const callee = ts.isCallExpression(call) ? call.expression : ts.isTaggedTemplateExpression(call) ? call.tag : null
  if (callee === null || !ts.isPropertyAccessExpression(callee)) return null
  if (rawMethods && callee.name.text.startsWith('$')) return isPlainPath(callee.expression) ? callee.expression : null
  const model = bare(callee.expression)
  if (!ts.isPropertyAccessExpression(model) && !ts.isElementAccessExpression(model)) return null
  return isPlainPath(model.expression) && model.expression.kind !== ts.SyntaxKind.ThisKeyword && namesClient(model.expression) ? model.expression : null
}

function namesClient(node: ts.Expression): boolean {
  return clientNames.test(ts.isPropertyAccessExpression(node) ? node.name.text : node.getText())
}

/** `db.insert(orders).values(…)` → `db`. `chained`: only where more calls follow. */
function builderClient(call: ts.Expression, starters: ReadonlySet<string>, chained = false): ts.Expression | null {
  for (const link of chainLinks(call)) {
    if (!ts.isCallExpression(link) || !ts.isPropertyAccessExpression(link.expression) || !starters.has(link.expression.name.text)) continue
    if (!isPlainPath(link.expression.expression)) return null
    if (chained && !(ts.isPropertyAccessExpression(link.parent) && link.parent.expression === link)) return null
    return link.expression.expression
  }
  return null
}

/** `knex('orders').insert(…)` → `knex`. */
function calledClient(call: ts.Expression): ts.Expression | null {
  const first = chainLinks(call).find(ts.isCallExpression)
  return first !== undefined &&
    isPlainPath(first.expression) &&
    (first.arguments[0] === undefined || ts.isStringLiteralLike(first.arguments[0])) &&
    !ts.isPropertyAccessExpression(first.expression)
    ? first.expression
    : null
}

/** `db.insert('orders', row)` → `db`. */
function ownMethodClient(call: ts.Node): ts.Expression | null {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null
  const receiver = call.expression.expression
  return isPlainPath(receiver) && namesClient(receiver) ? receiver : null
}

/** `pool.query(…)`, db.sql`…` → `pool`, `db`. */
function methodClient(call: ts.Node): ts.Expression | null {
  const callee = ts.isCallExpression(call) ? call.expression : ts.isTaggedTemplateExpression(call) ? call.tag : null
  return callee !== null && ts.isPropertyAccessExpression(callee) && isPlainPath(callee.expression) ? callee.expression : null
}

/** sql`…`.execute(db) → `db`. */
function executedOn(top: ts.Expression): ts.Expression | null {
  for (const link of chainLinks(top)) {
    if (!ts.isCallExpression(link) || !ts.isPropertyAccessExpression(link.expression) || link.expression.name.text !== 'execute') continue
    const [client] = link.arguments
    return client !== undefined && isPlainPath(client) ? client : null
  }
  return null
}

function idiomOf(store: HandleStore): Idiom {
  const clientOf = (scope: Scope): string | Blocked => {
    const texts = new Set<string>()
    for (const site of scope.writes) {
      const client = store.findClient(site)
      if (client === null) return { why: `The client that could open a transaction is not visible at ${site.operation.op}.` }
      texts.add(textOf(scope.source, client))
    }
    const [client] = texts
    if (client === undefined || texts.size > 1) return { why: 'The writes go through different clients.' }
    const why = unsupported(store, scope, client)
    return why === null ? client : { why: `No transaction here: ${why}.` }
  }
  return {
    handleNames: store.handleNames,
    open: store.open,
    clientOf,
    plan: (scope, handle, known) => {
      const client = known ?? clientOf(scope)
      if (typeof client !== 'string') return client
      const changes = replaceClient(scope, client, handle, store)
      if (isBlocked(changes)) return changes
      return { form: 'callback', ...store.open(client, annotated(store, scope, client, handle)), awaits: true, repeats: false, changes, note: null }
    },
    join: (scope, handle) => {
      const client = clientOf(scope)
      if (typeof client !== 'string') return client
      const changes = replaceClient(scope, client, handle, store)
      if (isBlocked(changes)) return changes
      if (!scope.source.typed) return { parameter: `${handle} = ${client}`, changes }
      const type = store.parameterType(scope.source, client, membersUsed(scope, client))
      if (store.typeFrom === undefined) return { parameter: `${handle}: ${type} = ${client}`, changes }
      const imported = importInto(scope.source, { specifier: store.typeFrom, exportName: type, name: type, typeOnly: true })
      return { parameter: `${handle}: ${imported.name} = ${client}`, changes: [...changes, ...imported.changes] }
    },
  }
}

/** A client that no installed package describes is `any`, and so would its callback's parameter be, which strict projects refuse. */
function annotated(store: HandleStore, { source, readFile }: Scope, client: string, handle: string): string {
  if (store !== shape || !source.typed) return handle
  const origin = importedFrom(source, /^[\w$]+/.exec(client)?.[0] ?? client)
  const file = origin === null ? null : resolveSpecifier(source.file, origin.specifier, readFile)
  const packages = [...(file === null ? source.text : (readFile(file) ?? '')).matchAll(/(?:from|require\()\s*['"]((?:@[\w.-]+\/)?[\w.-]+)/g)].flatMap(
    ([, name]) => (name === undefined ? [] : [name]),
  )
  const known = packages.some((name) => isInstalled(source.file, name, readFile))
  return known ? handle : `${handle}: typeof ${client}`
}

function isInstalled(from: FilePath, name: string, readFile: (file: FilePath) => string | undefined): boolean {
  for (let directory = from.slice(0, from.lastIndexOf('/')); directory !== ''; directory = directory.slice(0, directory.lastIndexOf('/'))) {
    if (readFile(`${directory}/node_modules/${name}/package.json` as FilePath) !== undefined) return true
  }
  return false
}

/** The file that makes the client says which driver it stands on. */
function unsupported(store: HandleStore, { source, readFile, workspace }: Scope, client: string): string | null {
  if (store.unsupported.length === 0) return null
  const texts = [source.text]
  const origin = importedFrom(source, client)
  const file = origin === null ? null : resolveSpecifier(source.file, origin.specifier, readFile)
  for (const candidate of [
    file,
    ...workspace.clients.filter(({ name, library }) => name === client && library.startsWith('drizzle')).map((known) => known.file),
  ]) {
    const text = candidate === null ? undefined : readFile(candidate)
    if (text !== undefined) texts.push(text)
  }
  return store.unsupported.find(({ made }) => texts.some((text) => made.test(text)))?.why ?? null
}

function usesOf({ source, nodes }: Scope, client: string): readonly ts.Expression[] {
  const found: ts.Expression[] = []
  for (const node of nodes) {
    walk(node, (inner) => {
      if (
        (ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) &&
        textOf(source, inner) === client &&
        (ts.isPropertyAccessExpression(inner) || isReference(inner))
      ) {
        found.push(inner)
        return false
      }
      return undefined
    })
  }
  return found
}

function membersUsed(scope: Scope, client: string): readonly string[] {
  const members = new Set<string>()
  for (const use of usesOf(scope, client)) if (ts.isPropertyAccessExpression(use.parent) && use.parent.expression === use) members.add(use.parent.name.text)
  return [...members]
}

/** Every use of the client in the nodes becomes the handle, reads included: they then see what the transaction wrote. */
function replaceClient(scope: Scope, client: string, handle: string, store: HandleStore): readonly TextChange[] | Blocked {
  const changes: TextChange[] = []
  for (const use of usesOf(scope, client)) {
    const { parent } = use
    const start = use.getStart(scope.source.tree)
    if (ts.isPropertyAccessExpression(parent) && parent.expression === use) {
      if (store.clientOnly.has(parent.name.text)) return { why: `The code in between uses ${client}.${parent.name.text}, which a transaction does not have.` }
    } else if (ts.isShorthandPropertyAssignment(parent)) {
      if (scope.source.typed) return { why: `The code in between hands ${client} on, and its type does not fit a transaction.` }
      changes.push({ start, end: use.end, text: `${client}: ${handle}` })
      continue
    } else if (!ts.isTaggedTemplateExpression(parent) && !(ts.isCallExpression(parent) && parent.expression === use)) {
      const joins =
        ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && /^(execute|transacting)$/.test(parent.expression.name.text)
      if (scope.source.typed && !joins) return { why: `The code in between hands ${client} on, and its type does not fit a transaction.` }
    }
    changes.push({ start, end: use.end, text: handle })
  }
  return changes
}
