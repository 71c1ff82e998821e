/** What a confirmation itself tells of the payment, in the function that holds it. */
import ts from 'typescript'
import type { Confirmation } from '../../../flow/result'
import { isPlainPath } from '../source/chains'
import { allNames, freshName } from '../source/scope'
import { ancestors, bare, enclosingFunction, isFunctionNode, nodeAt, textOf, walk, type Source } from '../source/source'
import { findTested, fromEvent, originOf } from './events'
import { bindResult, objectOfCall, valueAt, type Knowledge, type PaymentObject, type Value } from './known'
import { providerOf } from './providers'

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

function fromCharge(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  let call: ts.Node = node
  while (!ts.isCallExpression(call)) {
    const parent = call.parent as ts.Node | undefined
    if (parent === undefined || ts.isStatement(parent)) return null
    call = parent
  }
  const text = textOf(source, call.expression)
  const values = new Map<string, Value>()
  bindResult(call, values, valueAt('O'), confirmation.provider)
  const [first] = call.arguments
  if (first !== undefined && confirmation.provider !== 'paypal' && /\.(confirm|capture|pay|captureOrder|retrieve)$/.test(text) && isPlainPath(bare(first)))
    values.set(textOf(source, bare(first)), valueAt('O.id', true))
  const uncaptured = /capture_method:\s*['"]manual['"]/.test(textOf(source, call))
  const account = accountOf(source, call)
  const object = objectOfCall(text, confirmation.provider)
  const naming = nameFor(source, call, object)
  if (naming !== null) values.set(naming.name, valueAt('O'))
  return {
    provider: confirmation.provider,
    object,
    values,
    notRefundable: null,
    uncaptured,
    ...(account === null ? {} : { account }),
    ...(naming === null ? {} : { naming }),
    shared: sharedBy(call),
  }
}

function sharedBy(call: ts.CallExpression): NonNullable<Knowledge['shared']> {
  const names = new Set(
    call.arguments.flatMap((given) => (ts.isObjectLiteralExpression(given) ? given.properties.map((property) => property.name?.getText()) : [])),
  )
  const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name))
  return [
    ...(has('transfer_data', 'destination') ? (['reverse_transfer'] as const) : []),
    ...(has('application_fee_amount', 'application_fee') ? (['refund_application_fee'] as const) : []),
  ]
}

/** `await stripe.charges.create(…)` as a statement of its own. */
function nameFor(source: Source, call: ts.CallExpression, object: PaymentObject): NonNullable<Knowledge['naming']> | null {
  const awaited = call.parent
  const statement = awaited.parent as ts.Node | undefined
  if (!ts.isAwaitExpression(awaited) || statement === undefined || !ts.isExpressionStatement(statement) || object === 'subscription') return null
  const names = {
    charge: 'charge',
    intent: 'intent',
    invoice: 'invoice',
    session: 'session',
    order: 'paid',
    capture: 'paid',
    other: 'payment',
    mixed: 'payment',
  } as const
  const name = freshName(allNames(source.tree), names[object])
  const start = statement.getStart(source.tree)
  return { name, statement, change: { start, end: start, text: `const ${name} = ` } }
}

/** `{ stripeAccount: host.id }` among the options of a call. */
function accountOf(source: Source, call: ts.CallExpression): string | null {
  for (const options of call.arguments.slice(1)) {
    if (!ts.isObjectLiteralExpression(options)) continue
    for (const property of options.properties) {
      if (property.name?.getText(source.tree) !== 'stripeAccount') continue
      return ts.isPropertyAssignment(property) ? textOf(source, property.initializer) : 'stripeAccount'
    }
  }
  return null
}

function fromStatus(source: Source, node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const tested = findTested(node, statusNames)
  if (tested === null || !isPlainPath(tested.expression)) return fromSignature(node, confirmation)
  const holder = bare(tested.expression)
  const origin = originOf(source, holder)
  const values = stateHolder(textOf(source, holder), confirmation.provider)
  const known = origin ?? (confirmation.provider === 'paypal' ? textOf(source, holder) : null)
  let object: PaymentObject = tested.name.text === 'payment_status' ? 'session' : known === null ? 'other' : objectOfCall(known, confirmation.provider)
  if (object === 'other' && confirmation.provider === 'stripe' && tested.name.text === 'status')
    object = /charge/i.test(textOf(source, holder)) ? 'charge' : 'intent'
  const event = origin === null ? null : /^(.+)\.data\.object\b/.exec(origin)?.[1]
  if (event !== null && event !== undefined) values.set(event, valueAt('E'))
  return {
    provider: confirmation.provider,
    object,
    values,
    notRefundable: testsPaid(source, node) ? null : 'the same code also runs for payments that were not taken',
    uncaptured: false,
  }
}

/** Where the state stands inside the payment object, the object is what it stands in. A state that was read says that nothing on the way is absent. */
function stateHolder(text: string, provider: string): Map<string, Value> {
  const within = provider === 'paypal' ? 'result' : (providerOf(provider).stateIn ?? '')
  if (within === '') return new Map([[text, valueAt('O')]])
  const present = text.replaceAll('?.', '.')
  const outer = present.endsWith(`.${within}`) ? present.slice(0, -within.length - 1) : null
  return new Map([...(outer === null ? [] : [[outer, valueAt('O')] as const]), [present, valueAt(`O.${within}`)], [text, valueAt(`O.${within}`)]])
}

/** Signature checks (HMAC) and like tests name no object; the payment's id then has the provider's own name. */
function fromSignature(node: ts.Node, confirmation: Confirmation): Knowledge | null {
  const scope = enclosingFunction(node)
  if (scope === null) return null
  const values = new Map<string, Value>()
  walk(scope, (inner) => {
    if (ts.isIdentifier(inner) && /^(razorpay_payment_id|razorpayPaymentId)$/.test(inner.text)) values.set(inner.text, valueAt('O.id', true))
    return undefined
  })
  return { provider: confirmation.provider, object: 'other', values, notRefundable: null, uncaptured: false }
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
