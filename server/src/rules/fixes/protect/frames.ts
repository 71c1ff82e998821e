/** The functions of a path, from the one that learns of the payment to the one that writes, and what each knows of it. */
import ts from 'typescript'
import type { FilePath, Location, Span } from '../../../base/location'
import type { Operation } from '../../report'
import type { WritePath } from '../../../flow/result'
import { knowledgeFromConfirmation } from '../payment/confirmed'
import { knowledgeFromResult, knowledgeInCallee, type Knowledge } from '../payment/known'
import { chainAt, type Chain } from '../source/chains'
import { functionName, namedFunctionAround } from '../source/functions'
import { ancestors, contains, nodeAt, openSource, textOf, walk, type FunctionNode, type Source } from '../source/source'

export interface Frame {
  readonly source: Source
  /** Null: top-level code. */
  readonly run: FunctionNode | null
  /** What leads to the next frame, or the write. */
  readonly site: ts.Expression
  readonly call: ts.CallExpression | null
  readonly knowledge: Knowledge | null
}

export interface PathFrames {
  readonly operation: Operation
  readonly path: WritePath
  readonly frames: readonly Frame[]
  readonly write: Chain
}

/** Parses each file once per request. */
export type SourceCache = (file: FilePath) => Source | null

export function createSourceCache(readFile: (file: FilePath) => string | undefined): SourceCache {
  const known = new Map<FilePath, Source | null>()
  return (file) => {
    const cached = known.get(file)
    if (cached !== undefined) return cached
    const text = readFile(file)
    const source = text === undefined ? null : openSource(file, text)
    known.set(file, source)
    return source
  }
}

/** Null where a place of the path cannot be found in the text any more. */
export function framesOf(operation: Operation, path: WritePath, sources: SourceCache): PathFrames | null {
  const target = sources(operation.at.file)
  if (target === null) return null
  const write = chainAt(target, operation.at)
  if (write === null) return null
  const frames: Frame[] = []
  const places = [...path.chain.map((step) => ({ at: step.at, call: true })), { at: operation.at, call: false }]
  for (const [index, place] of places.entries()) {
    const source = sources(place.at.file)
    if (source === null) return null
    const call = place.call ? callAt(source, place.at) : null
    if (place.call && call === null) return null
    const site: ts.Expression = call ?? write.call
    const calledAs = index === 0 ? null : (/([\w$]+)(?:\?\.)?$/.exec(path.chain[index - 1]?.call ?? '')?.[1] ?? null)
    const run = namedFunctionAround(site, calledAs)
    const previous = frames[index - 1]
    const knowledge =
      previous === undefined
        ? firstKnowledge(path, source, run, site, sources)
        : previous.knowledge === null || previous.call === null || run === null
          ? null
          : knowledgeInCallee(previous.source, previous.knowledge, previous.call, run)
    frames.push({ source, run, site, call, knowledge })
  }
  return { operation, path, frames, write }
}

export function callAt(source: Source, span: Span): ts.CallExpression | null {
  const start = nodeAt(source, span)
  for (const node of [start, ...ancestors(start)]) {
    if (ts.isCallExpression(node)) return node
    if (ts.isStatement(node)) return null
  }
  return null
}

function firstKnowledge(path: WritePath, source: Source, run: FunctionNode | null, site: ts.Node, sources: SourceCache): Knowledge | null {
  const { confirmation } = path
  const origin = sources(confirmation.at.file)
  if (origin === null) return null
  const stated = knowledgeFromConfirmation(origin, confirmation)
  if (isWithin(origin, confirmation.at, source, run)) return stated
  const confirming = namedFunctionAround(nodeAt(origin, confirmation.at), null)
  if (stated === null || confirming === null) return null
  const name = functionName(confirming)
  const call = name === null ? null : earlierCall(source, run ?? source.tree, name, site)
  return call === null ? null : knowledgeFromResult(origin, confirming, stated, call)
}

export function isWithin(origin: Source, at: Location, source: Source, run: ts.Node | null): boolean {
  return origin.file === source.file && (run === null || (run.pos <= at.start && at.end <= run.end))
}

/** The last call of a function before a place, by its name. */
function earlierCall(source: Source, within: ts.Node, name: string, before: ts.Node): ts.CallExpression | null {
  let found: ts.CallExpression | null = null
  walk(within, (node) => {
    if (
      ts.isCallExpression(node) &&
      node.end <= before.getStart(source.tree) &&
      new RegExp(`(^|\\.)${name.replaceAll('$', '\\$')}$`).test(textOf(source, node.expression))
    )
      found = node
    return undefined
  })
  return found
}

/** The function or file whose statements a frame owns. */
export function bodyOf(frame: Frame): ts.Node {
  return frame.run ?? frame.source.tree
}

export function sameFunction(a: Frame, b: Frame): boolean {
  return a.source.file === b.source.file && bodyOf(a).pos === bodyOf(b).pos && bodyOf(a).end === bodyOf(b).end
}

export function isInside(frame: Frame, node: ts.Node): boolean {
  return contains(bodyOf(frame), node)
}
