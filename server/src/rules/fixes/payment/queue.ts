/** The lines that hand the fulfilment to the workspace's own queue when the writes fail. */
import ts from 'typescript'
import type { QueueCall, QueuePayload, WorkspaceFacts, WorkspaceQueue } from '../workspace'
import { importInto } from '../source/imports'
import { printCall, quoted, type Argument } from '../source/print'
import { isVisible } from '../source/scope'
import type { FunctionNode, Source } from '../source/source'
import { reachValue, type ReadFile } from './clients'
import { express, type Knowledge } from './known'
import { providerOf } from './providers'
import type { Blocked, Settlement } from './refund'

export const noQueue = 'No queue was found in this workspace that could try the writes again: name yours in the setting paidpath.retryQueue.'

const isAboutOrders = /order|payment|fulfil|purchase|checkout|webhook|stripe|billing|retry|^queue$/i

/** `home`: the function whose work is to be done again. */
export function queueLines(
  source: Source,
  at: ts.Node,
  home: FunctionNode | null,
  knowledge: Knowledge | null,
  workspace: WorkspaceFacts,
  readFile: ReadFile,
  indent: string,
): Settlement | Blocked {
  if (workspace.queues.length === 0) return { why: workspace.noQueue ?? noQueue }
  const { style } = source
  const usable = workspace.queues
    .map((queue) => ({ queue, reached: reachValue(source, at, [queue], workspace, readFile) }))
    .filter(({ reached }) => reached !== null)
  const chosen =
    usable.find(({ queue }) => fittingJob(source, at, queue, knowledge) !== null) ?? usable.find(({ queue }) => isAboutOrders.test(queue.name)) ?? usable[0]
  if (chosen?.reached === null || chosen === undefined)
    return { why: 'The workspace’s queue cannot be imported here: it is not exported, or belongs to another package.' }
  if (usable.length > 1 && !isAboutOrders.test(chosen.queue.name) && fittingJob(source, at, chosen.queue, knowledge) === null)
    return { why: 'The workspace has several queues, and none is named after orders or payments.' }
  const { queue, reached } = chosen
  const job = fittingJob(source, at, queue, knowledge)
  if (queue.call !== undefined) {
    const called = callLines(source, at, home, knowledge, reached.text, queue.call, job, indent)
    return 'why' in called ? called : { ...called, changes: reached.changes }
  }
  const payload = job?.payload ?? retryPayload(source, at, home, knowledge)
  if (payload.length === 0) return { why: 'Nothing at hand here says which payment to fulfil again.' }
  const name = quoted(style, job?.name ?? 'retry-fulfilment')
  const key = uniqueKey(source, at, knowledge)
  const lines = printQueue(queue, reached.text, name, payload, key)
  const note =
    job === null && queue.form !== 'push' ? `The worker of this queue must handle ${queue.form === 'sqs' ? 'this message' : `the job ${name}`}.` : null
  if (queue.form !== 'sqs') return { lines, changes: reached.changes, note }
  const command = importInto(source, { specifier: '@aws-sdk/client-sqs', exportName: 'SendMessageCommand', name: 'SendMessageCommand' })
  return { lines, changes: [...reached.changes, ...command.changes], note }

  function printQueue(
    { form, address, retriesByDefault }: WorkspaceQueue,
    receiver: string,
    jobName: string,
    data: readonly (readonly [string, string])[],
    id: string | null,
  ): readonly string[] {
    const options: (readonly [string, string])[] = []
    if (id !== null) options.push(['jobId', id])
    if (!retriesByDefault) options.push(['attempts', '5'], ['backoff', `{${style.pad}type: ${quoted(style, 'exponential')}, delay: 1000${style.pad}}`])
    const call = (callee: string, list: readonly Argument[]): readonly string[] => printCall(style, indent, 'await ', callee, list)
    switch (form) {
      case 'bullmq':
      case 'bull':
        return call(`${receiver}.add`, options.length === 0 ? [jobName, data] : [jobName, data, options])
      case 'bee-queue':
        return printCall(style, indent, 'await ', `${receiver}.createJob`, [data]).map((line, index, all) =>
          index === all.length - 1 ? line.replace(/\)(;?)$/, ').retries(5).save()$1') : line,
        )
      case 'pg-boss':
        return call(
          `${receiver}.send`,
          id === null
            ? [jobName, data, [['retryLimit', '5']]]
            : [
                jobName,
                data,
                [
                  ['singletonKey', id],
                  ['retryLimit', '5'],
                ],
              ],
        )
      case 'graphile-worker':
        return call(`${receiver}.addJob`, id === null ? [jobName, data] : [jobName, data, [['jobKey', id]]])
      case 'inngest': {
        const inner = `{${style.pad}${data.map(([field, value]) => (field === value ? field : `${field}: ${value}`)).join(', ')}${style.pad}}`
        return call(`${receiver}.send`, [[...(id === null ? [] : [['id', id] as const]), ['name', jobName], ['data', inner]]])
      }
      case 'push':
        return call(`${receiver}.push`, [data])
      case 'function':
        return call(receiver, [jobName, data])
      case 'sqs': {
        const body = `JSON.stringify({${style.pad}${data.map(([field, value]) => (field === value ? field : `${field}: ${value}`)).join(', ')}${style.pad}})`
        const [first = '', ...rest] = printCall({ ...style, end: '' }, indent, '', 'new SendMessageCommand', [
          [
            ['QueueUrl', address ?? 'process.env.QUEUE_URL'],
            ['MessageBody', body],
          ],
        ])
        const all = [`await ${receiver}.send(${first}`, ...rest]
        return all.map((line, index) => (index === all.length - 1 ? `${line})${style.end}` : line))
      }
    }
  }
}

/** `await enqueueRetry('retry-fulfilment', { event })`, or without the name, as its parameters want it. */
function callLines(
  source: Source,
  at: ts.Node,
  home: FunctionNode | null,
  knowledge: Knowledge | null,
  callee: string,
  { named, names, payload: wanted }: QueueCall,
  job: FittingJob | null,
  indent: string,
): Omit<Settlement, 'changes'> | Blocked {
  const { style } = source
  const name = job?.name ?? names.find((allowed) => isAboutOrders.test(allowed)) ?? names[0] ?? 'retry-fulfilment'
  const payload = job?.payload ?? wantedPayload(source, at, home, knowledge, callee, wanted)
  if (typeof payload !== 'string' && 'why' in payload) return payload
  if (payload.length === 0) return { why: 'Nothing at hand here says which payment to fulfil again.' }
  const lines = printCall(style, indent, 'await ', callee, named ? [quoted(style, name), payload] : [payload])
  if (job !== null) return { lines, note: null }
  const keys = typeof payload === 'string' ? payload : `{ ${payload.map(([key]) => key).join(', ')} }`
  return { lines, note: `The worker behind ${callee} must handle ${named ? `the job ${quoted(style, name)}` : `the payload ${keys}`}.` }
}

function wantedPayload(
  source: Source,
  at: ts.Node,
  home: FunctionNode | null,
  knowledge: Knowledge | null,
  callee: string,
  wanted: QueuePayload,
): Argument | Blocked {
  switch (wanted.kind) {
    case 'any':
      return retryPayload(source, at, home, knowledge)
    case 'keys': {
      const payload: (readonly [string, string])[] = []
      for (const key of wanted.keys) {
        const value = valueFor(source, at, key, knowledge)
        if (value === null) return { why: `The payload of ${callee} needs ${key}, which is not at hand here.` }
        payload.push([key, value])
      }
      return payload
    }
    case 'event': {
      const event = knowledge?.provider === 'stripe' ? express(source, knowledge, 'E', at) : null
      return event?.text ?? { why: `The payload of ${callee} is Stripe’s event, which is not at hand here.` }
    }
    case 'opaque':
      return { why: `What the payload of ${callee} must hold is not known here.` }
  }
}

interface FittingJob {
  readonly name: string
  readonly payload: readonly (readonly [string, string])[]
}

/** A job the workspace already queues whose payload can be made from what is at hand: its worker then knows what to do. */
function fittingJob(source: Source, at: ts.Node, queue: WorkspaceQueue, knowledge: Knowledge | null): FittingJob | null {
  for (const { name, keys } of queue.jobs) {
    const payload: (readonly [string, string])[] = []
    for (const key of keys) {
      const value = valueFor(source, at, key, knowledge)
      if (value === null) break
      payload.push([key, value])
    }
    if (keys.length > 0 && payload.length === keys.length) return { name, payload }
  }
  return null
}

function valueFor(source: Source, at: ts.Node, key: string, knowledge: Knowledge | null): string | null {
  if (knowledge !== null) {
    const ways: Readonly<Record<string, string>> = {
      event: 'E',
      stripeEvent: 'E',
      eventId: 'E.id',
      session: 'O',
      paymentIntent: 'O',
      charge: 'O',
      invoice: 'O',
      sessionId: 'O.id',
      checkoutSessionId: 'O.id',
      paymentIntentId: knowledge.object === 'session' ? 'O.payment_intent' : 'O.id',
      paymentId: 'O.id',
      chargeId: 'O.id',
      invoiceId: 'O.id',
    }
    const way = ways[key]
    const fits = !/^(session|sessionId|checkoutSessionId)$/.test(key) || knowledge.object === 'session'
    if (way !== undefined && fits) {
      const found = express(source, knowledge, way, at)
      if (found !== null) return found.text
    }
  }
  return isVisible(source, key, at) ? key : null
}

/** The whole event where there is one, else the payment object, else the function's own plain parameters. */
function retryPayload(source: Source, at: ts.Node, home: FunctionNode | null, knowledge: Knowledge | null): readonly (readonly [string, string])[] {
  if (knowledge !== null) {
    const event = express(source, knowledge, 'E', at)
    if (event !== null) return [['event', event.text]]
    const object = express(source, knowledge, 'O', at)
    const names: Readonly<Record<string, string>> = {
      session: 'session',
      intent: 'paymentIntent',
      charge: 'charge',
      invoice: 'invoice',
      subscription: 'subscription',
    }
    if (object !== null) return [[names[knowledge.object] ?? 'payment', object.text], ...ownParameters(home, object.text)]
    const id = express(source, knowledge, `O.${knowledge.object === 'session' ? 'payment_intent' : providerOf(knowledge.provider).id}`, at)
    if (id !== null) return [['paymentId', id.text], ...ownParameters(home, id.text)]
  }
  return ownParameters(home, null)
}

export function namesPayment(source: Source, knowledge: Knowledge, at: ts.Node): boolean {
  return ['E', 'O', 'O.id', 'O.payment_intent', `O.${providerOf(knowledge.provider).id}`].some((way) => express(source, knowledge, way, at) !== null)
}

/** Parameters that a job can carry: not the request, the response, a client or a transaction. */
function ownParameters(home: FunctionNode | null, except: string | null): readonly (readonly [string, string])[] {
  const plain = /^(string|number|boolean|bigint|null|undefined|\||\s|'[^']*')+$/
  const parameters = (home?.parameters ?? []).filter(({ type }) => type === undefined || plain.test(type.getText()))
  const names = parameters.flatMap(({ name }) =>
    ts.isIdentifier(name)
      ? [name.text]
      : name.elements.flatMap((element) => (!ts.isOmittedExpression(element) && ts.isIdentifier(element.name) ? [element.name.text] : [])),
  )
  const live =
    /^(_.*|e|ev|evt|req|request|res|response|reply|ctx|context|c|next|tx|trx|db|prisma|manager|session|client|props|args|job|done|callback|cb|form|formData|file|files|stream|body|user|dto)$/i
  return names.filter((name) => !live.test(name) && name !== except).map((name) => [name, name] as const)
}

/** A key under which a queue stores the job once, however often the handler fails. */
function uniqueKey(source: Source, at: ts.Node, knowledge: Knowledge | null): string | null {
  if (knowledge === null) return null
  const event = express(source, knowledge, 'E.id', at)
  if (event !== null && knowledge.provider === 'stripe') return `\`retry_\${${event.text}}\``
  const id = express(source, knowledge, 'O.id', at)
  return id === null ? null : `\`retry_\${${id.text}}\``
}
