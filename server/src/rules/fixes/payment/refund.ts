/** The lines that give the money back when the writes fail. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import type { WorkspaceFacts } from '../workspace'
import { printCall, quoted, type Argument } from '../source/print'
import { allNames, freshName, isVisible } from '../source/scope'
import { ancestors, enclosingFunction, isFunctionNode, textOf, walk, type Source } from '../source/source'
import { importInto } from '../source/imports'
import { reachProvider, type Reached, type ReadFile } from './clients'
import { express, type Expressed, type Knowledge, type PaymentObject } from './known'
import { providerOf, type Provider } from './providers'

export interface Settlement {
  /** Statements for the `catch` block. */
  readonly lines: readonly string[]
  readonly changes: readonly TextChange[]
  readonly note: string | null
}

export interface Blocked {
  readonly why: string
}

export function isBlocked(result: object): result is Blocked {
  return 'why' in result
}

/** `at`: the node before or in which the `catch` will stand; what it says must be in scope there. */
export function refundLines(
  source: Source,
  at: ts.Node,
  knowledge: Knowledge,
  workspace: WorkspaceFacts,
  readFile: ReadFile,
  indent: string,
): Settlement | Blocked {
  if (knowledge.notRefundable !== null)
    return { why: `A refund here could hit the wrong payment: ${knowledge.notRefundable}. Give the payment a branch of its own.` }
  const provider = providerOf(knowledge.provider)
  const run = enclosingFunction(at)
  if (run !== null && /\btransfers\.create\(/.test(textOf(source, run)))
    return { why: 'Part of the payment is passed on with transfers.create, which a refund does not take back.' }
  if (provider.refund === null) return { why: `No automatic refund for ${provider.title}: ${provider.why}.` }
  const id = paymentId(source, at, knowledge, provider)
  if (isBlocked(id)) return id
  const { imported } = provider.refund
  const named = imported === undefined ? null : reachImport(source, imported)
  if (named !== null && isBlocked(named)) return named
  const client = provider.refund.callee.includes('{c}') ? reachProvider(source, at, provider, workspace, readFile) : { text: '', changes: [] }
  if (client === null) return { why: `No ${provider.title} client can be reached from here.` }
  const key = `\`refund_\${${id.bare}}\``
  const call =
    knowledge.uncaptured && provider.library === 'stripe'
      ? { callee: '{c}.paymentIntents.cancel', arguments: ['{id}', [], [['idempotencyKey', '{key}']]] as const }
      : provider.refund
  const account = provider.library === 'stripe' ? connectedAccount(source, at, knowledge) : null
  if (account !== null && isBlocked(account)) return account
  const list: Argument[] = []
  for (const argument of call.arguments) {
    if (typeof argument !== 'string') {
      const properties: (readonly [string, string])[] = []
      for (const [name, template] of argument) {
        const value = fill(template)
        if (value === null) return { why: `The payment’s ${/\{O\.([\w.]+)\}/.exec(template)?.[1] ?? 'data'} is not at hand here.` }
        properties.push([name === 'payment_intent' ? id.parameter : name, value])
      }
      if (call.callee === '{c}.refunds.create' && provider.library === 'stripe' && argument === call.arguments[0])
        for (const option of knowledge.shared ?? []) properties.push([option, 'true'])
      if (account !== null && argument === call.arguments.at(-1)) properties.push(['stripeAccount', account.text])
      list.push(properties)
      continue
    }
    const value = fill(argument)
    if (value === null) return { why: 'The payment’s data is not at hand here.' }
    list.push(value)
  }
  const callee = call.callee.replace('{c}', client.text).replace(imported?.name ?? '', named?.text ?? '')
  const { pad, end } = source.style
  const returned = freshName(allNames(source.tree), 'refundError')
  const lead = provider.refund.returnsError === true ? `const {${pad}error: ${returned}${pad}} = await ` : 'await '
  const lines = printCall(source.style, indent, lead, callee, list)
  const checked = provider.refund.returnsError === true ? [`if (${returned}) throw ${returned}${end}`] : []
  return { lines: [...lines, ...checked], changes: [...client.changes, ...(named?.changes ?? [])], note: null }

  function fill(template: string): string | null {
    if (template === '{key}') return key
    if (template === '{options}') return `{${source.style.pad}idempotencyKey: ${key}${source.style.pad}}`
    if (template === '{id}') return isBlocked(id) ? null : id.text
    const part = /^\{(O[\w.]*)\}$/.exec(template)?.[1]
    const found = part === undefined ? null : express(source, knowledge, part, at)
    if (part !== undefined) return found === null || provider.refund === null ? null : present(source, found.text, provider)
    return /^'(.*)'$/.exec(template)?.[1] === undefined ? template : quoted(source.style, template.slice(1, -1).replace(/\\/g, ''))
  }
}

/** Only where the file speaks to the provider already: some packages are set up before their first call. */
function reachImport(source: Source, { specifier, name }: { readonly specifier: string; readonly name: string }): Reached | Blocked {
  if (!source.text.includes(`${specifier}'`) && !source.text.includes(`${specifier}"`)) return { why: `${specifier} is not used in this file.` }
  const imported = importInto(source, { specifier, exportName: name, name })
  return { text: imported.name, changes: imported.changes }
}

/** A payment on a connected account is refunded there. */
function connectedAccount(source: Source, at: ts.Node, knowledge: Knowledge): { readonly text: string } | Blocked | null {
  if (knowledge.account !== undefined) {
    const root = /^[\w$]+/.exec(knowledge.account)?.[0] ?? ''
    const reachable = /^[\w$.]+$/.test(knowledge.account) && (root === 'this' || root === 'process' || isVisible(source, root, at))
    return reachable ? { text: knowledge.account } : { why: 'The payment was taken on a connected account, which is not at hand here.' }
  }
  if (!/\bevent\??\.account\b|\bstripeAccount\s*[:,}]/.test(source.text)) return null
  const event = express(source, knowledge, 'E', at)
  if (event !== null && new RegExp(`\\b${event.text.replaceAll('.', '\\.')}\\??\\.account\\b`).test(source.text)) return { text: `${event.text}.account` }
  return { why: 'The payment may have been taken on a connected account, which is not at hand here.' }
}

/** From PayPal's answer to the capture. */
const wayOfOrder: Readonly<Partial<Record<PaymentObject, string>>> = { order: 'O.result.purchaseUnits[0].payments.captures[0].id', capture: 'O.result.id' }

/** A taken payment has what its declarations allow to be absent: `order.id!`. */
function present(source: Source, text: string, { optional = [] }: Provider): string {
  if (!source.typed || optional.length === 0) return text
  return text.replace(/(?<=\.)(\w+)(?=\[|\.|$)/g, (_all, name: string) => (optional.includes(name) ? `${name}!` : name))
}

interface PaymentId {
  /** What Stripe calls it. */
  readonly parameter: string
  /** With the cast that its declared type needs. */
  readonly text: string
  readonly bare: string
}

function paymentId(source: Source, at: ts.Node, knowledge: Knowledge, provider: Provider): PaymentId | Blocked {
  const unknown = { why: 'The payment’s id is not at hand here: pass it to this function.' }
  if (knowledge.object === 'subscription')
    return { why: 'A subscription that starts or changes is billed by its invoices: no payment that could be refunded is named here.' }
  if (provider.library !== 'stripe') {
    const way = wayOfOrder[knowledge.object] ?? `O.${provider.id}`
    const found =
      express(source, knowledge, way, at) ?? (provider.stateIn === undefined && provider.library !== 'paypal' ? express(source, knowledge, 'O.id', at) : null)
    if (found === null) return unknown
    const holder = source.typed && provider.opaque === true && !found.throughEvent && !found.typed ? /^(.+)\.id$/.exec(found.text)?.[1] : undefined
    const text = holder === undefined ? present(source, found.text, provider) : `(${holder} as { id: string }).id`
    return { parameter: 'id', text, bare: text.replace(/!$/, '') }
  }
  switch (knowledge.object) {
    case 'intent':
      return plain('payment_intent', 'O.id', 'Stripe.PaymentIntent')
    case 'charge':
      return plain('charge', 'O.id', 'Stripe.Charge')
    case 'session':
      if (startsSubscription(source, at, knowledge))
        return { why: 'A session that starts a subscription has no payment of its own to refund: its payment is on the first invoice.' }
      return nullable('payment_intent', 'O.payment_intent', 'Stripe.Checkout.Session')
    case 'invoice':
      if (/invoice\w*(\?)?\.payment_intent\b/i.test(source.text)) return nullable('payment_intent', 'O.payment_intent', 'Stripe.Invoice')
      if (/invoice\w*(\?)?\.charge\b/i.test(source.text)) return nullable('charge', 'O.charge', 'Stripe.Invoice')
      return { why: 'Which payment settled the invoice is not on the invoice itself in current Stripe versions, so it cannot be refunded from here.' }
    case 'mixed':
      return { why: 'The branch handles events with different objects, so the payment’s id is not the same property for all.' }
    case 'order':
    case 'capture':
    case 'other':
      return unknown
  }

  function plain(parameter: string, way: string, type: string): PaymentId | Blocked {
    const found = express(source, knowledge, way, at)
    if (found === null) return unknown
    const text = castEvent(found, type)
    return text === null ? unknown : { parameter, text, bare: text }
  }

  function nullable(parameter: string, way: string, type: string): PaymentId | Blocked {
    const found = express(source, knowledge, way, at)
    if (found === null) return unknown
    if (new RegExp(`expand\\s*:[^\\]]*payment_intent`).test(source.text) && !found.typed)
      return { why: 'The payment intent is expanded here, so its id is not the plain property.' }
    const text = castEvent(found, type)
    if (text === null) return unknown
    return { parameter, text: source.typed && !found.typed ? `${text} as string` : text, bare: text }
  }

  /** `event.data.object` is a union of every event's object unless the surroundings narrow it. */
  function castEvent(found: Expressed, type: string): string | null {
    if (!found.throughEvent || !source.typed || narrowed(source, at, found.text)) return found.text
    const match = /^(.*\.data\.object)(\..+)$/.exec(found.text)
    if (match?.[1] === undefined || match[2] === undefined || !/\bStripe\b.*from ['"]stripe['"]/.test(source.text)) return null
    return `(${match[1]} as ${type})${match[2]}`
  }
}

/** Inside a `case` or `if` on the event's own type, TypeScript knows which object it carries. */
function narrowed(source: Source, at: ts.Node, text: string): boolean {
  const event = text.slice(0, text.indexOf('.data'))
  for (let node = at as ts.Node | undefined; node !== undefined; node = node.parent as ts.Node | undefined) {
    if (ts.isCaseClause(node) && node.parent.parent.expression.getText(source.tree) === `${event}.type`) return true
    if (
      ts.isIfStatement(node) &&
      node.thenStatement.pos <= at.pos &&
      at.end <= node.thenStatement.end &&
      node.expression.getText(source.tree).includes(`${event}.type ===`)
    )
      return true
  }
  return false
}

/** The code around reads the session's subscription: then the session's own `payment_intent` is null. */
function startsSubscription(source: Source, at: ts.Node, knowledge: Knowledge): boolean {
  const session = express(source, knowledge, 'O', at)?.text
  if (session === undefined) return false
  let region: ts.Node = at
  for (const parent of ancestors(at)) {
    region = parent
    if (ts.isCaseClause(parent) || isFunctionNode(parent)) break
  }
  let found = false
  walk(region, (node) => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'subscription' && textOf(source, node.expression).replace(/[?!]$/, '') === session)
      found = true
    if (ts.isCallExpression(node) && /\bsubscriptions\.retrieve$/.test(textOf(source, node.expression))) found = true
    if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText(source.tree) === 'subscription') found = true
    return !found
  })
  return found
}
