/** Looks at one unit of an outline for things that may confirm a payment, and for the keys of messages it sends or listens to. */
import ts from 'typescript'
import { plainName, signatureChecks, type CompiledVocabulary } from './vocabulary'

/** `name` `*` binds the whole module. */
export interface ImportBinding {
  readonly specifier: string
  readonly name: string
  readonly typeOnly: boolean
}

export interface UnitScan {
  /** May confirm a payment, whatever the file imports. */
  readonly confirms: boolean
  /** May confirm a payment in a file that uses one of these libraries; `*`: any library. */
  readonly confirmsWith: readonly string[]
  /** Keys of messages sent, and of listeners registered, here. */
  readonly sends: readonly string[]
  readonly listens: readonly string[]
  /** It registers a listener or worker whose key stands elsewhere: in a parameter, a configuration, a queue object, a subclass. */
  readonly listensToAny: boolean
  /** Tables that it seems to read, to write, and to write where something failed. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly failureWrites: readonly string[]
}

/** Keys that streams, sockets and processes use: they link nothing. */
const commonKeys = new Set(
  'error data end close finish message connection connect disconnect exit drain ready open change click request response readable listening timeout abort uncaughtException unhandledRejection SIGTERM SIGINT'.split(
    ' ',
  ),
)

/** A status like `complete` says nothing where none of these is near. */
const paymentWords = /pay|charge|checkout|invoice|intent|capture|purchase|billing|order|transaction|subscription/i

/** `event.type === 'charge.success'` is a provider's event even where nothing names the provider. */
const eventProperty = /^(?:event|type|topic|eventType|event_type|eventName|event_name)$/

const writeVerb = /^(?:create|insert|save|upsert|update|add|put|push|set|replace|bulk|findOneAnd|findByIdAnd)/
const readVerb = /^(?:find|select|get|list|query|fetch|load|scan|count|all|aggregate|stream)/
/** Calls that name a table by an argument. */
const tableCalls = new Set(['from', 'into', 'table', 'collection', 'insert', 'insertInto', 'update', 'updateTable', 'getRepository', 'model', 'doc'])

/** `outside` are the nodes below `root` that are units of their own. */
export function scanUnit(root: ts.Node, outside: ReadonlySet<ts.Node>, imports: ReadonlyMap<string, ImportBinding>, vocabulary: CompiledVocabulary): UnitScan {
  let confirms = false
  const confirmsWith = new Set<string>()
  const sends = new Set<string>()
  const listens = new Set<string>()
  let listensToAny = false
  const reads = new Set<string>()
  const writes = new Set<string>()
  const failureWrites = new Set<string>()
  let failing = 0

  let ownText: string | null = null
  const text = (): string => (ownText ??= root.getText())
  const file = root.getSourceFile()
  const isComponentFile = file.fileName.endsWith('x')

  const noteName = (path: string): void => {
    const name = lastOf(path)
    for (const library of vocabulary.librariesThatConfirm(path)) {
      confirmsWith.add(library)
      // A name of several words beside the provider's own word: `paypal.captureOrder(…)`, in a file that has its client from a container.
      if (/[a-z][A-Z]|\./.test(path) && !plainName.test(name) && vocabulary.wordsOf(library)?.test(text()) === true) confirms = true
    }
    if (signatureChecks.includes(name)) {
      confirmsWith.add('*')
      if (vocabulary.speaksOfPayments(text())) confirms = true
    }
  }

  const noteLiteral = (node: ts.StringLiteralLike): void => {
    const event = vocabulary.paidEvent(node.text)
    if (event === 'certain') confirms = true
    else if (event === 'likely') {
      confirmsWith.add('*')
      if (vocabulary.speaksOfPayments(file.text) || (/[._:]/.test(node.text) && eventProperty.test(testedProperty(node) ?? ''))) confirms = true
    } else if (vocabulary.isPaidStatus(node.text)) {
      const property = testedProperty(node)
      if (property === null || (property !== '' && !vocabulary.isStatusProperty(property)) || !paymentWords.test(text())) return
      // A component that only shows a state.
      if (isComponentFile && !/\bawait\b|\.then\s*\(/.test(text())) return
      confirmsWith.add('*')
      if (vocabulary.speaksOfPayments(text())) confirms = true
    } else noteAddress(node.text)
  }

  const noteAddress = (address: string): void => {
    if (vocabulary.namesHost(address) || (vocabulary.namesRoute(address) && vocabulary.speaksOfPayments(text()))) confirms = true
  }

  const noteCall = (callee: ts.Expression, argumentsOf: readonly ts.Expression[]): void => {
    const path = dottedPath(callee)
    const name = lastOf(path)
    const sender = vocabulary.isSender(name)
    const listener = vocabulary.isListener(name)
    const binding = imports.get(rootOf(path))
    const ofPackage = binding !== undefined && vocabulary.isMessagePackage(binding.specifier)
    const inHouse = inHouseRegistration.test(name)
    if (sender || listener || ofPackage || inHouse) {
      const keys = argumentsOf.flatMap((argument) => keysOf(argument, 2))
      for (const key of keys) {
        if (!listener) sends.add(key)
        if (!sender || listener) listens.add(key)
      }
      const literal = argumentsOf.some((argument) => ts.isStringLiteralLike(argument) || ts.isObjectLiteralExpression(argument))
      if (listener && !sender && !literal && argumentsOf.some((argument) => mayRun(argument))) listensToAny = true
    }
    for (const table of tablesOf(path, name, argumentsOf)) {
      if (!writeVerb.test(name)) reads.add(table)
      if (readVerb.test(name)) continue
      writes.add(table)
      if (failing > 0) failureWrites.add(table)
    }
    noteName(path)
  }

  const visit = (node: ts.Node): void => {
    if (outside.has(node)) return
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return
    if (ts.isStringLiteralLike(node)) noteLiteral(node)
    else if (ts.isTemplateExpression(node)) {
      noteAddress([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' '))
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) noteCall(node.expression, node.arguments ?? [])
    else if (ts.isPropertyAccessExpression(node)) noteName(dottedPath(node))
    else if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isShorthandPropertyAssignment(node) || ts.isJsxAttribute(node)) {
      if (ts.isIdentifier(node.name) && /^on[A-Z]/.test(node.name.text)) noteName(node.name.text)
    } else if (ts.isPropertyDeclaration(node) && node.initializer !== undefined && ts.isIdentifier(node.name) && keyField.test(node.name.text)) {
      // `subject = Subjects.PaymentCreated` of a listener's or publisher's class.
      for (const key of keysOf(node.initializer, 0)) {
        sends.add(key)
        listens.add(key)
      }
    }
    const isHandler = ts.isCatchClause(node) || isCatchCallback(node)
    if (isHandler) failing++
    ts.forEachChild(node, visit)
    if (isHandler) failing--
  }
  visit(root)
  return {
    confirms,
    confirmsWith: [...confirmsWith],
    sends: [...sends],
    listens: [...listens],
    listensToAny,
    reads: [...reads],
    writes: [...writes],
    failureWrites: [...failureWrites],
  }
}

/** Helpers that register what they are given: `createWorker('orders', …)`, `consumeQueue('orders', …)`. */
const inHouseRegistration = /(?:worker|consumer|subscriber|listener|processor)s?$|^(?:consume|subscribe|listen)/i
/** Fields by which listeners and publishers of a base class say what they are about. */
const keyField = /^(?:subject|topic|queue|channel|pattern|routingKey|(?:event|queue|topic|job)Name|eventType)$/

function mayRun(node: ts.Expression): boolean {
  return ts.isFunctionLike(node) || ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)
}

function isCatchCallback(node: ts.Node): boolean {
  const { parent } = node
  return (
    ts.isCallExpression(parent) && parent.expression !== node && ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'catch'
  )
}

/** `failedOrder` of `db.failedOrder.create(…)` and of `db.insert(failedOrder)`, `FailedOrder` of `FailedOrder.create(…)`. */
function tablesOf(path: string, name: string, argumentsOf: readonly ts.Expression[]): readonly string[] {
  if (tableCalls.has(name)) {
    const [first] = argumentsOf
    if (first !== undefined && ts.isStringLiteralLike(first)) return [first.text]
    if (first !== undefined && (ts.isIdentifier(first) || ts.isPropertyAccessExpression(first))) return [lastOf(dottedPath(first))]
  }
  if (!writeVerb.test(name) && !readVerb.test(name)) return []
  const [owner, root] = path.split('.').reverse().slice(1)
  return owner !== undefined && (root !== undefined || /^[A-Z]/.test(owner)) ? [owner] : []
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

/** `a.b.c` of `a.b.c`, `x().b.c` gives `b.c`. */
function dottedPath(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) {
    const object = dottedPath(node.expression)
    return object === '' ? node.name.text : `${object}.${node.name.text}`
  }
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? dottedPath(node.expression) : ''
}

function rootOf(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
}

/** A longer list holds words, not the states of something. */
const mostStates = 40

/** The property a literal is compared with, in a comparison or `switch`; '' where it cannot be seen; null where it is not tested. */
function testedProperty(node: ts.Node): string | null {
  const { parent } = node
  if (ts.isBinaryExpression(parent)) {
    if (!/^[!=]==?$/.test(parent.operatorToken.getText())) return null
    return lastOf(dottedPath(parent.left === node ? parent.right : parent.left))
  }
  if (ts.isCaseClause(parent)) return lastOf(dottedPath(parent.parent.parent.expression))
  return ts.isArrayLiteralExpression(parent) && parent.elements.length <= mostStates ? '' : null
}

function isHandler(property: ts.ObjectLiteralElementLike): property is ts.MethodDeclaration | ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  if (ts.isPropertyAssignment(property)) return ts.isFunctionLike(property.initializer) || ts.isIdentifier(property.initializer)
  return ts.isMethodDeclaration(property) || ts.isShorthandPropertyAssignment(property)
}

function keysOf(node: ts.Expression, depth: number): readonly string[] {
  if (ts.isStringLiteralLike(node)) return node.text.length < 3 || commonKeys.has(node.text) ? [] : [node.text]
  if (ts.isIdentifier(node)) return /^[A-Z]/.test(node.text) ? [node.text] : []
  if (ts.isPropertyAccessExpression(node)) return /^[A-Z]/.test(node.name.text) ? [dottedPath(node), node.name.text] : [dottedPath(node)]
  if (ts.isNewExpression(node)) return keysOf(node.expression, depth)
  if (depth === 0) return []
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) => {
      // Jobs by name: `taskList: { fulfil: async () => … }`.
      if (depth === 1 && isHandler(property) && ts.isIdentifier(property.name)) return [property.name.text]
      return ts.isPropertyAssignment(property) ? keysOf(property.initializer, depth - 1) : []
    })
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap((element) => keysOf(element, depth - 1)) : []
}
