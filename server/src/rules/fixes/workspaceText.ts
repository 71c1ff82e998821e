/** Clients and queues of files that lie outside the analysed closure, read off their text: nothing imports an unused queue. */
import ts from 'typescript'
import type { FilePath } from '../../base/location'
import { requiredBy } from './source/imports'
import { wrappersOf } from './queueCall'
import { openSource, textOf, walk, type Source } from './source/source'
import type { QueueForm, QueueJob, WorkspaceClient, WorkspaceFacts, WorkspaceQueue } from './workspace'

/** Packages whose constructors are looked for, with the catalogue's name for them. */
const packages: Readonly<Record<string, string>> = {
  stripe: 'stripe',
  razorpay: 'razorpay',
  braintree: 'braintree',
  square: 'square',
  mercadopago: 'mercadopago',
  '@paypal/paypal-server-sdk': 'paypal',
  'flutterwave-node-v3': 'flutterwave',
  'checkout-sdk-node': 'checkout-com',
  '@paddle/paddle-node-sdk': 'paddle',
  '@polar-sh/sdk': 'polar',
  dodopayments: 'dodopayments',
  '@whop/sdk': 'whop',
  sequelize: 'sequelize',
  mongodb: 'mongodb',
  typeorm: 'typeorm',
  pg: 'pg',
  bullmq: 'bullmq',
  bull: 'bull',
  'bee-queue': 'bee-queue',
  'pg-boss': 'pg-boss',
  inngest: 'inngest',
  '@aws-sdk/client-sqs': 'sqs',
}

const queueForms: Readonly<Record<string, QueueForm>> = {
  'bullmq:Queue': 'bullmq',
  'bull:default': 'bull',
  'bee-queue:default': 'bee-queue',
  'pg-boss:default': 'pg-boss',
  'pg-boss:PgBoss': 'pg-boss',
  'inngest:Inngest': 'inngest',
}

/** Whether a file with these imports is worth reading. */
export function mayHoldClients(specifiers: Iterable<string>): boolean {
  for (const specifier of specifiers) if (packages[specifier] !== undefined) return true
  return false
}

/** Adds what the files hold to what the graph told. */
export function withTextFacts(facts: WorkspaceFacts, files: Iterable<{ readonly file: FilePath; readonly text: string }>): WorkspaceFacts {
  const clients = [...facts.clients]
  const queues = [...facts.queues]
  for (const { file, text } of files) {
    const source = openSource(file, text)
    if (source === null) continue
    for (const made of madeIn(source)) {
      const known = [...clients, ...queues].some((other) => other.file === file && other.name === made.name)
      if (known) continue
      const place = { file, name: made.name, exportName: made.exportName }
      const form = queueForms[`${made.library}:${made.type}`]
      if (form !== undefined)
        queues.push({ ...place, library: made.library, form, address: null, jobs: jobsIn(source, made.name), retriesByDefault: /attempts\s*:/.test(made.text) })
      else clients.push(clientOf(place, made))
      const queue = sqsQueue(source, place, made)
      if (queue !== null) queues.push(queue)
    }
    queues.push(...wrappers(source, queues))
  }
  return { ...facts, clients, queues }
}

/** Functions that are handed out in place of the queue itself. */
function wrappers(source: Source, queues: readonly WorkspaceQueue[]): readonly WorkspaceQueue[] {
  const kept = queues.filter(({ file, exportName, form }) => file === source.file && exportName === null && form !== 'function')
  if (kept.length === 0) return []
  const exported = exportedNames(source)
  const found = wrappersOf(source.tree, new Set(kept.map(({ name }) => name)))
  return found.flatMap(({ queue, name, call, exports }): readonly WorkspaceQueue[] => {
    const exportName = exports ? name : (exported.get(name) ?? null)
    const of = kept.find((one) => one.name === queue)
    return exportName === null || of === undefined
      ? []
      : [{ library: of.library, form: 'function', file: source.file, name, exportName, address: null, jobs: [], retriesByDefault: true, call }]
  })
}

interface Made {
  readonly name: string
  readonly exportName: string | null
  readonly library: string
  /** The class as its package exports it. */
  readonly type: string
  readonly text: string
}

type Place = Pick<WorkspaceClient, 'file' | 'name' | 'exportName'>

const defaultTypes: Readonly<Record<string, string>> = {
  stripe: 'Stripe',
  razorpay: 'Razorpay',
  dodopayments: 'DodoPayments',
  '@whop/sdk': 'Whop',
  whop: 'Whop',
  flutterwave: 'Flutterwave',
}

function clientOf(place: Place, made: Made): WorkspaceClient {
  return { ...place, library: made.library, type: made.type === 'default' ? (defaultTypes[made.library] ?? made.type) : made.type }
}

function sqsQueue(source: Source, place: Place, made: Made): WorkspaceQueue | null {
  if (made.library !== 'sqs' || !/^SQSClient$/.test(made.type)) return null
  const address = /QueueUrl\s*:\s*(process\.env\.\w+!?|env\.\w+|"[^"]+"|'[^']+')/.exec(source.text)?.[1]
  return address === undefined ? null : { ...place, library: 'sqs', form: 'sqs', address, jobs: [], retriesByDefault: true }
}

function madeIn(source: Source): readonly Made[] {
  const classes = importedClasses(source)
  if (classes.size === 0) return []
  const exported = exportedNames(source)
  const found: Made[] = []
  for (const statement of source.tree.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const direct = (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || initializer === undefined) continue
      const created = creationIn(initializer)
      const origin = created === null ? undefined : classes.get(textOf(source, created.expression))
      if (created === null || origin === undefined) continue
      found.push({ name: name.text, exportName: direct ? name.text : (exported.get(name.text) ?? null), ...origin, text: textOf(source, created) })
    }
  }
  return found
}

function creationIn(value: ts.Expression): ts.NewExpression | null {
  if (ts.isNewExpression(value)) return value
  if (ts.isBinaryExpression(value)) return creationIn(value.right) ?? creationIn(value.left)
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isAwaitExpression(value) || ts.isNonNullExpression(value))
    return creationIn(value.expression)
  if (ts.isConditionalExpression(value)) return creationIn(value.whenTrue) ?? creationIn(value.whenFalse)
  return null
}

function importedClasses(source: Source): ReadonlyMap<string, { readonly library: string; readonly type: string }> {
  const classes = new Map<string, { readonly library: string; readonly type: string }>()
  for (const statement of source.tree.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const library = packages[statement.moduleSpecifier.text]
      if (library === undefined) continue
      const clause = statement.importClause
      if (clause?.name !== undefined) classes.set(clause.name.text, { library, type: 'default' })
      if (clause?.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings)) {
        for (const element of clause.namedBindings.elements) classes.set(element.name.text, { library, type: (element.propertyName ?? element.name).text })
      }
    }
    for (const [pattern, specifier] of requiredBy(statement)) {
      const library = packages[specifier]
      if (library === undefined) continue
      if (ts.isIdentifier(pattern)) classes.set(pattern.text, { library, type: 'default' })
      else if (ts.isObjectBindingPattern(pattern)) {
        for (const element of pattern.elements)
          if (ts.isIdentifier(element.name)) classes.set(element.name.text, { library, type: (element.propertyName ?? element.name).getText() })
      }
    }
  }
  return classes
}

/** `export { a as b }`, `export default a`, `module.exports = { a }`, `exports.a = a`. */
function exportedNames(source: Source): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const statement of source.tree.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier === undefined &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const element of statement.exportClause.elements) names.set((element.propertyName ?? element.name).text, element.name.text)
    }
    if (ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression)) names.set(statement.expression.text, 'default')
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, right } = statement.expression
    const target = textOf(source, left)
    if (target === 'module.exports' && ts.isIdentifier(right)) names.set(right.text, 'default')
    if (target === 'module.exports' && ts.isObjectLiteralExpression(right)) {
      for (const property of right.properties) {
        if (ts.isShorthandPropertyAssignment(property)) names.set(property.name.text, property.name.text)
        if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.initializer)) names.set(property.initializer.text, property.name.getText())
      }
    }
    const member = /^(?:module\.)?exports\.(\w+)$/.exec(target)?.[1]
    if (member !== undefined && ts.isIdentifier(right)) names.set(right.text, member)
  }
  return names
}

function jobsIn(source: Source, queue: string): readonly QueueJob[] {
  const jobs: QueueJob[] = []
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node) || textOf(source, node.expression) !== `${queue}.add`) return undefined
    const [name, payload] = node.arguments
    if (name === undefined || payload === undefined || !ts.isStringLiteralLike(name) || !ts.isObjectLiteralExpression(payload)) return undefined
    const keys = payload.properties.flatMap((property) => (property.name !== undefined && ts.isIdentifier(property.name) ? [property.name.text] : []))
    if (keys.length === payload.properties.length) jobs.push({ name: name.text, keys })
    return undefined
  })
  return jobs
}
