/** Which files a script consists of. */
import type { FilePath } from '../base/location'
import type { CallGraph, EntryCandidate } from '../callgraph/graph'
import type { FlowOptions } from './walk'

/** What the module of an entry point imports, directly or not, if the module itself is what runs; else null. */
export function programOf(graph: CallGraph, { run, at }: EntryCandidate, { importsOf }: Pick<FlowOptions, 'importsOf'>): ReadonlySet<FilePath> | null {
  if (run.kind !== 'function' || run.id !== graph.files.get(at.file)?.module.id) return null
  const files = new Set([at.file])
  for (const file of files) for (const imported of importsOf(file)) files.add(imported)
  return files
}
