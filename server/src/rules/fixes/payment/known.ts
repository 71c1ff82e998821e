/** What code at some place knows of the payment: which names hold the event, the payment or a part of it. Syntax only. */
import ts from 'typescript'
import type { Confirmation } from '../../../flow/result'
import { chainTop, isPlainPath } from '../source/chains'
import { namedFunctionAround, returnsOf } from '../source/functions'
import { isStatementList } from '../source/layout'
import { isVisible } from '../source/scope'
import { ancestors, bare, enclosingFunction, isFunctionNode, nodeAt, textOf, walk, type FunctionNode, type Source } from '../source/source'
import { providerOf } from './providers'

/** The provider's object that a confirmation hands over. Each has its own way to the payment's id. */
export type PaymentObject = 'session' | 'intent' | 'charge' | 'invoice' | 'subscription' | 'other' | 'mixed'

/**
 * A value relative to the payment: `E` is the provider's event, `O` its payment object, with properties behind a dot.
 * `typed`: declared or cast as a plain string.
 */
export type Value =
  { readonly kind: 'path'; readonly path: string; readonly typed: boolean } | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Value> }

export interface Knowledge {
  readonly provider: string
  readonly object: PaymentObject
  /** Values by the expression that holds them: a variable's name, or a plain path such as `req.body`. */
  readonly values: ReadonlyMap<string, Value>
  /** Why the payment must not be given back here although it is known; null when it may. */
  readonly notRefundable: string | null
  /** The call that took the payment only authorised it. */
  readonly uncaptured: boolean
}

const eventNames = new Set(['type', 'event', 'event_type', 'eventType', 'topic', 'event_name', 'eventName', 'kind', 'notificationType', 'meta'])
const statusNames = new Set(['payment_status', 'status', 'paid', 'paymentStatus', 'state', 'captured'])

/** What the confirmation itself tells, in the function that holds it. Null where its place cannot be read. */
export function knowledgeFromConfirmation(source: Source, confirmation: Confirmation): Knowledge | null {
  const node = nodeAt(source, confirmation.at)
  switch (confirmation.kind) {
    case 'charge':
      return fromCharge(source, node, confirmation)
    case 'status':
      return fromStatus(source, node, confirmation)
    case 'event':
    case 'subscription':
      return fromEvent(source, node, confirmation)
  }
}

function path(value: string, typed = false): Value {
  return { kind: 'path', path: value, typed }
}

function fromCharge(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  let call: ts.Node = node
  while (!ts.isCallExpression(call)) {
    const parent = call.parent as ts.Node | undefined
    if (parent === undefined || ts.isStatement(parent)) return null
    call = parent
  }
  const text = textOf(source, call.expression)
  const values = new Map<string, Value>()
  bindResult(call, values, path('O'), confirmation.provider)
  const [first] = call.arguments
  if (first !== undefined && /\.(confirm|capture|pay|captureOrder|retrieve)$/.test(text) && isPlainPath(bare(first)))
    values.set(textOf(source, bare(first)), path('O.id', true))
  const uncaptured = /capture_method:\s*['"]manual['"]/.test(textOf(source, call))
  return { provider: confirmation.provider, object: objectOfCall(text), values, notRefundable: null, uncaptured }
}

function objectOfCall(text: string): PaymentObject {
  if (/paymentIntents\./.test(text)) return 'intent'
  if (/charges\./.test(text)) return 'charge'
  if (/invoices\./.test(text)) return 'invoice'
  if (/subscriptions\./.test(text)) return 'subscription'
  if (/sessions\./.test(text)) return 'session'
  return 'other'
}

/** Where the result of a call goes: a variable, a pattern, an assignment, or the first parameter of `.then`. */
function bindResult(call: ts.CallExpression, values: Map<string, Value>, value: Value, provider: string): void {
  const { parent } = call
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'then' && ts.isCallExpression(parent.parent)) {
    const [run] = parent.parent.arguments
    const parameter = run !== undefined && isFunctionNode(run) ? run.parameters[0] : undefined
    if (parameter !== undefined) bindName(parameter.name, value, values, provider)
    return
  }
  let node: ts.Expression = chainTop(call)
  while (
    ts.isAwaitExpression(node.parent) ||
    ts.isAsExpression(node.parent) ||
    ts.isParenthesizedExpression(node.parent) ||
    ts.isNonNullExpression(node.parent)
  )
    node = node.parent
  const holder = node.parent
  if (ts.isVariableDeclaration(holder)) bindName(holder.name, value, values, provider)
  if (ts.isBinaryExpression(holder) && holder.operatorToken.kind === ts.SyntaxKind.EqualsToken && holder.right === node && isPlainPath(holder.left))
    values.set(holder.left.getText(), value)
}

function fromStatus(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const tested = findTested(node, statusNames)
  if (tested === null || !isPlainPath(tested.expression)) return fromSignature(node, confirmation)
  const holder = bare(tested.expression)
  const values = new Map<string, Value>([[textOf(source, holder), path('O')]])
  const origin = originOf(source, holder)
  let object: PaymentObject = tested.name.text === 'payment_status' ? 'session' : origin === null ? 'other' : objectOfCall(origin)
  if (object === 'other' && confirmation.provider === 'stripe' && tested.name.text === 'status')
    object = /charge/i.test(textOf(source, holder)) ? 'charge' : 'intent'
  const event = origin === null ? null : /^(.+)\.data\.object\b/.exec(origin)?.[1]
  if (event !== null && event !== undefined) values.set(event, path('E'))
  return {
    provider: confirmation.provider,
    object,
    values,
    notRefundable: testsPaid(source, node) ? null : 'the same code also runs for payments that were not taken',
    uncaptured: false,
  }
}

/** Signature checks (HMAC) and like tests name no object; the payment's id then has the provider's own name. */
function fromSignature(node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const scope = enclosingFunction(node)
  if (scope === null) return null
  const values = new Map<string, Value>()
  walk(scope, (inner) => {
    if (ts.isIdentifier(inner) && /^(razorpay_payment_id|razorpayPaymentId)$/.test(inner.text)) values.set(inner.text, path('O.id', true))
    return undefined
  })
  return { provider: confirmation.provider, object: 'other', values, notRefundable: null, uncaptured: false }
}

/** The initialiser of the variable a name stands for, as written. */
function originOf(source: Source, holder: ts.Expression): string | null {
  if (!ts.isIdentifier(holder)) return null
  let origin: string | null = null
  walk(source.tree, (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === holder.text && node.initializer !== undefined)
      origin = textOf(source, node.initializer)
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(node.left) && node.left.text === holder.text)
      origin ??= textOf(source, node.right)
    return undefined
  })
  return origin
}

/** False for a test that only sets a flag: what follows then runs for unpaid payments too. */
function testsPaid(source: Source, node: ts.Node): boolean {
  for (const parent of [node, ...ancestors(node)]) {
    if (ts.isIfStatement(parent)) {
      const exits = (branch: ts.Statement | undefined): boolean => {
        const last = branch === undefined ? undefined : ts.isBlock(branch) ? branch.statements.at(-1) : branch
        return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last))
      }
      const negative = /!==?|^!|[^=]=== ?['"](unpaid|open|requires|failed|processing)/.test(textOf(source, parent.expression))
      return !negative || exits(parent.thenStatement)
    }
    if (isFunctionNode(parent) || ts.isSwitchStatement(parent) || ts.isConditionalExpression(parent)) break
  }
  return ts.isCaseClause(node.parent) || [...ancestors(node)].some((parent) => ts.isSwitchStatement(parent))
}

function fromEvent(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const names = confirmation.what.split(',').map((name) => name.trim())
  const objects = new Set(names.map(objectOfEvent))
  const [only = 'other'] = objects
  const object: PaymentObject = objects.size === 1 ? only : 'mixed'
  const event = eventExpression(source, node)
  if (event === null) return null
  const values = new Map<string, Value>([[event, path('E')]])
  return { provider: confirmation.provider, object, values, notRefundable: exclusivity(source, node, names), uncaptured: false }
}

export function objectOfEvent(name: string): PaymentObject {
  if (name.startsWith('checkout.session.')) return 'session'
  if (name.startsWith('payment_intent.')) return 'intent'
  if (name.startsWith('charge.')) return 'charge'
  if (name.startsWith('invoice.')) return 'invoice'
  if (name.startsWith('customer.subscription.')) return 'subscription'
  return 'other'
}

/** The expression whose `.type` selects the branch, the first parameter of an event callback, or what has `.data.object`. */
function eventExpression(source: Source, node: ts.Node): string | null {
  for (const test of testsAround(node)) {
    const tested = findTested(test, eventNames)
    if (tested !== null && isPlainPath(tested.expression)) return textOf(source, tested.expression)
    const name = ts.isIdentifier(bare(test as ts.Expression)) ? bare(test as ts.Expression) : findIdentifier(test)
    if (name !== null && ts.isIdentifier(name)) {
      const origin = originOf(source, name)
      const match = origin === null ? null : /^([A-Za-z_$][\w$.]*)\.(?:type|event|event_type|eventType|event_name|meta\.event_name)$/.exec(origin)
      if (match?.[1] !== undefined) return match[1]
      const destructured = destructuredFrom(source, name.text)
      if (destructured !== null) return destructured
    }
  }
  const callback = callbackOf(node)
  const parameter = callback?.parameters[0]
  if (parameter !== undefined && ts.isIdentifier(parameter.name)) return parameter.name.text
  const scope = namedFunctionAround(node, null)
  let found: string | null = null
  if (scope !== null) {
    walk(scope, (inner) => {
      if (
        found === null &&
        ts.isPropertyAccessExpression(inner) &&
        inner.name.text === 'object' &&
        ts.isPropertyAccessExpression(inner.expression) &&
        inner.expression.name.text === 'data' &&
        isPlainPath(inner.expression.expression)
      ) {
        found = textOf(source, inner.expression.expression)
      }
      return found === null
    })
  }
  return found
}

/** The node and the tests around it: an `if`, a `switch`'s value, a conditional. */
function* testsAround(node: ts.Node): Generator<ts.Node> {
  if (!ts.isStringLiteral(node)) yield node
  for (const parent of ancestors(node)) {
    if (ts.isSwitchStatement(parent)) yield parent.expression
    if (ts.isIfStatement(parent)) yield parent.expression
    if (ts.isBinaryExpression(parent) || ts.isConditionalExpression(parent)) yield parent
    if (ts.isElementAccessExpression(parent)) yield parent.argumentExpression
    if (isFunctionNode(parent)) return
  }
}

function findTested(node: ts.Node, names: ReadonlySet<string>): ts.PropertyAccessExpression | null {
  let found: ts.PropertyAccessExpression | null = null
  walk(node, (inner) => {
    if (found === null && ts.isPropertyAccessExpression(inner) && names.has(inner.name.text)) found = inner
    return found === null && !isFunctionNode(inner) && !ts.isBlock(inner)
  })
  return found
}

function findIdentifier(node: ts.Node): ts.Identifier | null {
  if (!ts.isBinaryExpression(node)) return null
  const left = bare(node.left)
  const right = bare(node.right)
  return ts.isIdentifier(left) ? left : ts.isIdentifier(right) ? right : null
}

function destructuredFrom(source: Source, name: string): string | null {
  let found: string | null = null
  walk(source.tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || node.initializer === undefined) return undefined
    for (const element of node.name.elements) {
      const key = element.propertyName ?? element.name
      if (
        ts.isIdentifier(element.name) &&
        element.name.text === name &&
        ts.isIdentifier(key) &&
        eventNames.has(key.text) &&
        isPlainPath(bare(node.initializer))
      )
        found = textOf(source, bare(node.initializer))
    }
    return undefined
  })
  return found
}

/** The function that an event name is bound to: a decorated method, or `{ 'invoice.paid': async (event) => … }`. */
function callbackOf(node: ts.Node): FunctionNode | null {
  for (const parent of [node, ...ancestors(node)]) {
    if (ts.isDecorator(parent) && isFunctionNode(parent.parent)) return parent.parent
    if (ts.isPropertyAssignment(parent) && isFunctionNode(parent.initializer)) return parent.initializer
    if (isFunctionNode(parent)) return parent
  }
  return null
}

/** Null when the branch is taken for the paid events only. */
function exclusivity(source: Source, node: ts.Node, paid: readonly string[]): string | null {
  const labels = labelsOf(source, node)
  if (labels.length === 0) return 'the same code also runs for events that are not payments'
  const other = labels.find((label) => !paid.includes(label))
  return other === undefined ? null : `the same code also runs for ${other}`
}

const eventLike = /^[a-zA-Z_]+([.:][a-zA-Z_]+)+$|^[a-z]+(_[a-z]+)+$|^[A-Z]+([._][A-Z]+)+$/

function labelsOf(source: Source, node: ts.Node): readonly string[] {
  for (const parent of [node, ...ancestors(node)]) {
    if (ts.isCaseClause(parent)) return caseLabels(parent)
    if (ts.isIfStatement(parent)) return literalsIn(source, parent.expression)
    if (ts.isDecorator(parent)) return literalsIn(source, parent)
    if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent))
      return ts.isStringLiteral(parent.name) ? [parent.name.text] : literalsIn(source, node)
    if (isFunctionNode(parent)) break
  }
  return literalsIn(source, node)
}

/** The labels that lead into a clause, empty clauses above it and those that fall through included. */
function caseLabels(clause: ts.CaseClause): readonly string[] {
  const labels: string[] = []
  const { clauses } = clause.parent
  let index = clauses.indexOf(clause)
  // The confirmation may be an upper, empty label: the clause with the code is further down.
  while (index + 1 < clauses.length && clauses[index]?.statements.length === 0) index++
  for (; index >= 0; index--) {
    const current = clauses[index]
    if (current === undefined) break
    if (ts.isDefaultClause(current)) labels.push('every other event')
    else labels.push(ts.isStringLiteralLike(current.expression) ? current.expression.text : current.expression.getText())
    const above = clauses[index - 1]
    if (above === undefined || (above.statements.length > 0 && !fallsThrough(above))) break
  }
  return labels
}

export function fallsThrough(clause: ts.CaseOrDefaultClause): boolean {
  const last = clause.statements.at(-1)
  if (last === undefined) return true
  const end = ts.isBlock(last) ? last.statements.at(-1) : last
  return end === undefined || !(ts.isBreakStatement(end) || ts.isReturnStatement(end) || ts.isThrowStatement(end) || ts.isContinueStatement(end))
}

function literalsIn(source: Source, test: ts.Node): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node, depth: number): void => {
    if (ts.isStringLiteralLike(node) && eventLike.test(node.text)) found.push(node.text)
    if (ts.isIdentifier(node) && depth < 2) {
      walk(source.tree, (declaration) => {
        if (
          ts.isVariableDeclaration(declaration) &&
          ts.isIdentifier(declaration.name) &&
          declaration.name.text === node.text &&
          declaration.initializer !== undefined &&
          !isFunctionNode(declaration.initializer)
        ) {
          const holds = bare(declaration.initializer)
          if (ts.isArrayLiteralExpression(holds) || ts.isNewExpression(holds) || ts.isStringLiteral(holds)) visit(holds, depth + 1)
        }
        return undefined
      })
    }
    ts.forEachChild(node, (child) => {
      visit(child, depth)
    })
  }
  visit(test, 0)
  return found
}

/** Adds what the statements before `at` make known, in the scopes between the function and `at`. */
export function knowledgeAt(source: Source, knowledge: Knowledge, at: ts.Node): Knowledge {
  const values = new Map(knowledge.values)
  const scopes = [...ancestors(at)].reverse()
  const position = at.getStart(source.tree)
  for (const scope of scopes) {
    if (!isStatementList(scope)) continue
    for (const statement of scope.statements) {
      if (statement.end > position) break
      if (!ts.isVariableStatement(statement)) continue
      for (const { name, initializer, type } of statement.declarationList.declarations) {
        const value = initializer === undefined ? null : evaluate(source, initializer, { ...knowledge, values })
        if (value !== null)
          bindName(name, type?.kind === ts.SyntaxKind.StringKeyword && value.kind === 'path' ? { ...value, typed: true } : value, values, knowledge.provider)
      }
    }
  }
  return { ...knowledge, values }
}

/** What a callee knows: its parameters bound to the arguments of the call. */
export function knowledgeInCallee(source: Source, knowledge: Knowledge, call: ts.CallExpression, callee: FunctionNode): Knowledge {
  const here = knowledgeAt(source, knowledge, call)
  const values = new Map<string, Value>()
  callee.parameters.forEach((parameter, index) => {
    const argument = call.arguments[index]
    const value = argument === undefined ? null : evaluate(source, argument, here)
    if (value !== null)
      bindName(
        parameter.name,
        parameter.type?.kind === ts.SyntaxKind.StringKeyword && value.kind === 'path' ? { ...value, typed: true } : value,
        values,
        knowledge.provider,
      )
  })
  return { ...knowledge, values }
}

/** The variable a call's result is stored in holds the payment when every `return` of the callee does. */
export function knowledgeFromResult(source: Source, callee: FunctionNode, knowledge: Knowledge, call: ts.CallExpression): Knowledge | null {
  const results = returnsOf(callee).map(({ expression }) =>
    expression === undefined
      ? null
      : (evaluate(source, expression, knowledgeAt(source, knowledge, expression)) ?? (isConfirmingCall(source, expression, knowledge) ? path('O') : null)),
  )
  const known = results.filter((value) => value !== null)
  const [first] = known
  if (first === undefined || known.length < results.length) return null
  const values = new Map<string, Value>()
  bindResult(call, values, first, knowledge.provider)
  return values.size === 0 ? null : { ...knowledge, values }
}

function isConfirmingCall(source: Source, expression: ts.Expression, knowledge: Knowledge): boolean {
  return knowledge.values.size === 0 && objectOfCall(textOf(source, expression)) === knowledge.object && knowledge.object !== 'other'
}

function evaluate(source: Source, expression: ts.Expression, knowledge: Knowledge): Value | null {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isTypeAssertionExpression(expression)) {
    const inner = evaluate(source, expression.expression, knowledge)
    return inner?.kind === 'path' && expression.type.kind === ts.SyntaxKind.StringKeyword ? { ...inner, typed: true } : inner
  }
  if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression) || ts.isAwaitExpression(expression))
    return evaluate(source, expression.expression, knowledge)
  const stated = knowledge.values.get(textOf(source, expression))
  if (stated !== undefined) return stated
  if (ts.isPropertyAccessExpression(expression)) {
    const object = evaluate(source, expression.expression, knowledge)
    return object === null ? null : memberOf(object, expression.name.text, knowledge.provider)
  }
  if (ts.isObjectLiteralExpression(expression)) {
    const fields = new Map<string, Value>()
    for (const property of expression.properties) {
      const value = ts.isPropertyAssignment(property)
        ? evaluate(source, property.initializer, knowledge)
        : ts.isShorthandPropertyAssignment(property)
          ? evaluate(source, property.name, knowledge)
          : null
      if (value !== null && property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
        fields.set(property.name.text, value)
    }
    return fields.size === 0 ? null : { kind: 'fields', fields }
  }
  if (ts.isConditionalExpression(expression)) {
    const value = evaluate(source, expression.whenTrue, knowledge)
    return value?.kind === 'path' && /typeof .*string/.test(textOf(source, expression.condition)) ? { ...value, typed: true } : value
  }
  if (ts.isCallExpression(expression)) {
    const [first] = expression.arguments
    if (ts.isIdentifier(expression.expression) && expression.expression.text === 'String' && first !== undefined)
      return asTyped(evaluate(source, first, knowledge))
    if (ts.isPropertyAccessExpression(expression.expression) && expression.expression.name.text === 'toString')
      return asTyped(evaluate(source, expression.expression.expression, knowledge))
  }
  return null
}

function asTyped(value: Value | null): Value | null {
  return value?.kind === 'path' ? { ...value, typed: true } : null
}

function memberOf(value: Value, name: string, provider: string): Value | null {
  if (value.kind === 'fields') return value.fields.get(name) ?? null
  return path(canonical(`${value.path}.${name}`, provider))
}

/** The event's payment object is `O`, however it is reached. */
function canonical(value: string, provider: string): string {
  const way = `E.${providerOf(provider).object}`
  return value === way || value.startsWith(`${way}.`) ? `O${value.slice(way.length)}` : value
}

function bindName(name: ts.BindingName, value: Value, values: Map<string, Value>, provider: string): void {
  if (ts.isIdentifier(name)) {
    values.set(name.text, value)
    return
  }
  if (!ts.isObjectBindingPattern(name)) return
  for (const element of name.elements) {
    if (element.dotDotDotToken !== undefined) continue
    const key = element.propertyName ?? element.name
    if (!ts.isIdentifier(key) && !ts.isStringLiteral(key)) continue
    const member = memberOf(value, key.text, provider)
    if (member !== null) bindName(element.name, member, values, provider)
  }
}

export interface Expressed {
  readonly text: string
  readonly typed: boolean
  /** Reached from the whole event, so its static type may be the union of every event's object. */
  readonly throughEvent: boolean
}

/** The shortest way to write a value at a node, or null when no visible name leads to it. */
export function express(source: Source, knowledge: Knowledge, wanted: string, at: ts.Node): Expressed | null {
  let best: (Expressed & { readonly rest: number }) | null = null
  const consider = (text: string, value: Value): void => {
    if (value.kind === 'fields') {
      for (const [field, inner] of value.fields) consider(`${text}.${field}`, inner)
      return
    }
    const rest = remainder(value.path, wanted, knowledge.provider)
    if (rest === null) return
    const candidate = { text: text + rest, typed: value.typed && rest === '', throughEvent: value.path === 'E' && wanted !== 'E', rest: rest.length }
    if (best === null || candidate.rest < best.rest) best = candidate
  }
  for (const [text, value] of knowledge.values) {
    const root = /^[A-Za-z_$][\w$]*/.exec(text)?.[0]
    if (root === undefined || (root !== 'this' && !isVisible(source, root, at))) continue
    consider(text, value)
  }
  return best
}

function remainder(from: string, wanted: string, provider: string): string | null {
  if (from === wanted) return ''
  if (wanted.startsWith(`${from}.`)) return wanted.slice(from.length)
  if (from === 'E' && (wanted === 'O' || wanted.startsWith('O.'))) return `.${providerOf(provider).object}${wanted.slice(1)}`
  if (from.startsWith('E.')) {
    const way = `E.${providerOf(provider).object}`
    if (way.startsWith(`${from}.`) && (wanted === 'O' || wanted.startsWith('O.'))) return way.slice(from.length) + wanted.slice(1)
  }
  return null
}
