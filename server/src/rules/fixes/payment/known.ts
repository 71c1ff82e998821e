/** What code at some place knows of the payment: which names hold the event, the payment or a part of it. Syntax only. */
import ts from 'typescript'
import { chainTop, isPlainPath } from '../source/chains'
import { returnsOf } from '../source/functions'
import { isStatementList } from '../source/layout'
import { isVisible } from '../source/scope'
import { ancestors, isFunctionNode, textOf, type FunctionNode, type Source } from '../source/source'
import type { TextChange } from '../fix'
import { providerOf } from './providers'

/** The provider's object that a confirmation hands over. Each has its own way to the payment's id. PayPal answers with an `order` or a `capture`. */
export type PaymentObject = 'session' | 'intent' | 'charge' | 'invoice' | 'subscription' | 'other' | 'mixed' | 'order' | 'capture'

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
  /** Stripe Connect: the connected account the payment was taken on, as written at the charge. */
  readonly account?: string
  /** Stripe Connect: part of the charge went to a connected account, or stayed as a fee; a refund takes that back only when it says so. */
  readonly shared?: readonly ('reverse_transfer' | 'refund_application_fee')[]
  /** A name for a charge whose result is dropped, and what has to be written for it. */
  readonly naming?: { readonly name: string; readonly statement: ts.Statement; readonly change: TextChange }
}

export function valueAt(value: string, typed = false): Value {
  return { kind: 'path', path: value, typed }
}

/** Where the result of a call goes: a variable, a pattern, an assignment, or the first parameter of `.then`. */
export function bindResult(call: ts.CallExpression, values: Map<string, Value>, value: Value, provider: string): void {
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
      : (evaluate(source, expression, knowledgeAt(source, knowledge, expression)) ?? (isConfirmingCall(source, expression, knowledge) ? valueAt('O') : null)),
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
  return valueAt(canonical(`${value.path}.${name}`, provider))
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
    if (root === undefined || (root !== 'this' && !isVisible(source, root, at) && !isNamedAbove(knowledge, root, at))) continue
    consider(text, value)
  }
  return best
}

function isNamedAbove({ naming }: Knowledge, name: string, at: ts.Node): boolean {
  if (naming?.name !== name || naming.statement.end > at.pos) return false
  return naming.statement.parent === at.parent || [...ancestors(at)].includes(naming.statement.parent)
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

export function objectOfCall(text: string, provider = ''): PaymentObject {
  if (provider === 'paypal') return /(?:capture|get)Order|orders(?:Capture|Get)|^[\w.]*order\w*$/i.test(text) ? 'order' : 'capture'
  if (text.includes('paymentIntents.')) return 'intent'
  if (text.includes('charges.')) return 'charge'
  if (text.includes('invoices.')) return 'invoice'
  if (text.includes('subscriptions.')) return 'subscription'
  if (text.includes('sessions.')) return 'session'
  return 'other'
}
