/** Inside a transaction's callback, using its handle instead of the outer client: in the callback, and in the functions it calls. */
import ts from 'typescript'
import type { Context } from '../../../flow/result'
import type { FixRequest } from '../fix'
import { framesOf, sameFunction, type Frame, type PathFrames, type SourceCache } from '../protect/frames'
import type { Member } from '../protect/group'
import { addParameter, nameInHome, threadCalls, type Threading } from '../protect/thread'
import { chainRoot, chainTop } from '../source/chains'
import { createDraft } from '../source/changes'
import { allNames, freshName } from '../source/scope'
import { ancestors, contains, isFunctionNode, textOf, type FunctionNode } from '../source/source'
import type { Scope } from '../stores/idiom'
import { idiomFor } from '../stores/idioms'
import type { Repair } from './repair'

const opening = /\.(\$transaction|transaction|transactional|begin|execute)$/

export function handleRepair(route: PathFrames, _contexts: ReadonlySet<Context>, request: FixRequest, sources: SourceCache): Repair | null {
  if (route.path.reason !== 'outside-transaction') return null
  for (let index = route.frames.length - 1; index >= 0; index--) {
    const frame = route.frames[index]
    const callback = frame === undefined ? null : callbackAround(frame, index === route.frames.length - 1 ? route.write.call : frame.site)
    if (frame !== undefined && callback !== null) return useHandle(route, frame, callback, request, sources)
  }
  return null
}

interface Callback {
  readonly run: FunctionNode
  /** What it was opened on. */
  readonly outer: string
}

function callbackAround({ source, run }: Frame, node: ts.Node): Callback | null {
  for (const parent of ancestors(node)) {
    if (parent === run) return null
    if (!isFunctionNode(parent) || !ts.isCallExpression(parent.parent) || !opening.test(textOf(source, parent.parent.expression))) continue
    return { run: parent, outer: textOf(source, chainRoot(parent.parent.expression)) }
  }
  return null
}

function useHandle(
  { operation, path }: PathFrames,
  home: Frame,
  { run, outer }: Callback,
  { operations, workspace, readFile }: FixRequest,
  sources: SourceCache,
): Repair | null {
  const idiom = idiomFor(operation.store)
  const [parameter] = run.parameters
  if ('why' in idiom || (parameter !== undefined && !ts.isIdentifier(parameter.name))) return null
  const { source } = home
  const handle = parameter === undefined ? freshName(allNames(source.tree), ...idiom.handleNames) : textOf(source, parameter.name)
  const draft = createDraft()
  const threading: Threading = { idiom, store: operation.store, workspace, readFile, draft, joined: new Set() }
  if (parameter === undefined) draft.add(source.file, addParameter(source, run, handle))
  const members = operations.flatMap((other) =>
    other.store !== operation.store || other.protected
      ? []
      : other.paths.flatMap((candidate): readonly Member[] => {
          if (candidate.reason !== 'outside-transaction' || candidate.entry.at.start !== path.entry.at.start || candidate.entry.at.file !== path.entry.at.file)
            return []
          const route = framesOf(other, candidate, sources)
          const at = route?.frames.findIndex((frame) => sameFunction(frame, home)) ?? -1
          const frame = route?.frames[at]
          if (route === null || frame === undefined) return []
          const top = at === route.frames.length - 1 ? route.write.top : chainTop(frame.site)
          return contains(run, top) ? [{ route, index: at, top }] : []
        }),
  )
  const once = members.filter((member, at) => members.findIndex(({ route, top }) => route.operation === member.route.operation && top === member.top) === at)
  const direct = once.filter((member) => member.index === member.route.frames.length - 1)
  const through = once.filter((member) => member.index < member.route.frames.length - 1)
  if (!once.some(({ route }) => route.operation === operation)) return null
  for (const { route, top } of direct) {
    const scope: Scope = { source, nodes: [top], writes: [{ operation: route.operation, chain: route.write }], taken: new Set(), workspace, readFile }
    const client = idiom.clientOf(scope)
    if (typeof client !== 'string' || client === handle || !client.startsWith(outer)) return null
    const plan = idiom.plan(scope, handle, client)
    if ('why' in plan) return null
    draft.add(source.file, ...plan.changes)
  }
  for (const { route } of through) {
    const frame = route.frames.at(-1)
    if (frame?.run?.body === undefined) return null
    const client = idiom.clientOf({
      source: frame.source,
      nodes: [frame.run.body],
      writes: [{ operation: route.operation, chain: route.write }],
      taken: new Set(),
      workspace,
      readFile,
    })
    const named = typeof client === 'string' ? nameInHome(home, frame, client, threading) : client
    // Another client's writes would not be in this transaction.
    if ('why' in named || named.changes.length > 0 || !named.text.startsWith(outer)) return null
  }
  if (through.length > 0 && threadCalls(through, handle, threading) !== null) return null
  const calls =
    through.length === 0 ? `Use the transaction’s \`${handle}\` instead of \`${outer}\`` : `Hand the transaction’s \`${handle}\` on to what writes in it`
  return { name: 'handle', title: calls, edits: draft.edits() }
}
