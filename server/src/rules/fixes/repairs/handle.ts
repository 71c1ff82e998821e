/** Inside a transaction's callback, using its handle instead of the outer client. */
import ts from 'typescript'
import { chainRoot } from '../source/chains'
import { ancestors, isFunctionNode, textOf } from '../source/source'
import type { PathFrames } from '../protect/frames'
import { idiomFor } from '../stores/idioms'
import { inFile, type Repair } from './repair'

export function handleRepair({ operation, path, write, frames }: PathFrames): Repair | null {
  const source = frames.at(-1)?.source
  if (path.reason !== 'outside-transaction' || source === undefined) return null
  for (const parent of ancestors(write.call)) {
    if (
      !isFunctionNode(parent) ||
      !ts.isCallExpression(parent.parent) ||
      !/\.(\$transaction|transaction|transactional|begin|execute)$/.test(textOf(source, parent.parent.expression))
    )
      continue
    const parameter = parent.parameters[0]?.name
    if (parameter === undefined || !ts.isIdentifier(parameter)) return null
    const idiom = idiomFor(operation.store)
    if ('why' in idiom) return null
    const client = idiom.clientOf({
      source,
      nodes: [write.call],
      writes: [{ operation, chain: write }],
      taken: new Set(),
      workspace: { clients: [], queues: [], noQueue: null, moduleSpecifier: () => null, uniqueKeys: () => [] },
      readFile: () => undefined,
    })
    if (typeof client !== 'string' || client === parameter.text) return null
    const outer = textOf(source, chainRoot(parent.parent.expression))
    if (!client.startsWith(outer)) return null
    const plan = idiom.plan(
      {
        source,
        nodes: [write.top],
        writes: [{ operation, chain: write }],
        taken: new Set(),
        workspace: { clients: [], queues: [], noQueue: null, moduleSpecifier: () => null, uniqueKeys: () => [] },
        readFile: () => undefined,
      },
      parameter.text,
      client,
    )
    return 'why' in plan
      ? null
      : { name: 'handle', title: `Use the transaction’s \`${parameter.text}\` instead of \`${client}\``, edits: inFile(source, plan.changes) }
  }
  return null
}
