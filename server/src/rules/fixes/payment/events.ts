/** The provider's event that selects a branch: which expression holds it, and which other events take the same branch. */
import ts from 'typescript'
import type { Confirmation } from '../../../flow/result'
import { isPlainPath } from '../source/chains'
import { fallsThrough, namedFunctionAround } from '../source/functions'
import { ancestors, bare, isFunctionNode, textOf, walk, type FunctionNode, type Source } from '../source/source'
import { valueAt, type Knowledge, type PaymentObject, type Value } from './known'
import { providerOf } from './providers'

const eventNames = new Set(['type', 'event', 'event_type', 'eventType', 'topic', 'event_name', 'eventName', 'kind', 'notificationType', 'meta'])

export function fromEvent(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const names = confirmation.what.split(',').map((name) => name.trim())
  const objects = new Set(names.map(objectOfEvent))
  const [only = 'other'] = objects
  const object: PaymentObject = confirmation.kind === 'subscription' ? 'subscription' : objects.size === 1 ? only : 'mixed'
  const event = eventExpression(source, node, names)
  if (event === null) return null
  const values = new Map<string, Value>([[event, valueAt('E')]])
  return {
    provider: confirmation.provider,
    object,
    values,
    notRefundable: exclusivity(source, node, names) ?? otherThing(names, confirmation.provider),
    uncaptured: false,
  }
}

function otherThing(names: readonly string[], provider: string): string | null {
  const { events } = providerOf(provider)
  const other = events === undefined ? undefined : names.find((name) => !events.test(name))
  return other === undefined ? null : `${other} is about something else than the payment itself`
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
function eventExpression(source: Source, node: ts.Node, names: readonly string[]): string | null {
  for (const test of testsAround(node)) {
    if (!selects(source, test, names)) continue
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

/** A test of something else (`metadata.type === 'gift'`) inside the branch is not the one that chose it. */
function selects(source: Source, test: ts.Node, names: readonly string[]): boolean {
  const paid = new Set(names.map(plainName))
  const labels = ts.isSwitchStatement(test.parent)
    ? test.parent.caseBlock.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? [labelText(clause.expression)] : []))
    : literalsIn(source, test)
  if (labels.some((label) => paid.has(plainName(label)))) return true
  return /\.(includes|has|startsWith|match|test)\(|\[/.test(textOf(source, test)) || names.some((name) => textOf(source, test).includes(name))
}

/** `EventName.TransactionCompleted` and `transaction.completed` are the same event. */
function plainName(name: string): string {
  return name.replace(/[^a-zA-Z]/g, '').toLowerCase()
}

function labelText(label: ts.Expression): string {
  if (ts.isStringLiteralLike(label)) return label.text
  return ts.isPropertyAccessExpression(label) ? label.name.text : label.getText()
}

/** The node and the tests around it: an `if`, a `switch`'s value, a conditional. */
function* testsAround(node: ts.Node): Generator<ts.Node> {
  // The confirmation may be a whole `case`: only its `switch` is the test, not what stands in its body.
  if (ts.isExpression(node) && !ts.isStringLiteral(node)) yield node
  if (ts.isIfStatement(node)) yield node.expression
  for (const parent of ancestors(node)) {
    if (ts.isSwitchStatement(parent)) yield parent.expression
    if (ts.isIfStatement(parent)) yield parent.expression
    if (ts.isBinaryExpression(parent) || ts.isConditionalExpression(parent)) yield parent
    if (ts.isElementAccessExpression(parent)) yield parent.argumentExpression
    if (isFunctionNode(parent)) return
  }
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
  const names = new Set(paid.map(plainName))
  const other = labels.find((label) => !names.has(plainName(label)))
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
    else labels.push(labelText(current.expression))
    const above = clauses[index - 1]
    if (above === undefined || (above.statements.length > 0 && !fallsThrough(above))) break
  }
  return labels
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

export function findTested(node: ts.Node, names: ReadonlySet<string>): ts.PropertyAccessExpression | null {
  let found: ts.PropertyAccessExpression | null = null
  walk(node, (inner) => {
    if (found === null && ts.isPropertyAccessExpression(inner) && names.has(inner.name.text)) found = inner
    return found === null && !isFunctionNode(inner) && !ts.isBlock(inner)
  })
  return found
}

/** The initialiser of the variable a name stands for, as written. */
export function originOf(source: Source, holder: ts.Expression): string | null {
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
