/**
 * Facts of every file of a program, kept across edits. Facts name declarations of other files by offset and depend on their types, so an
 * edit makes the edited file and all its importers stale, near and far.
 */
import type { FilePath } from '../base/location'
import type { FileFacts } from '../facts/ir'

export interface FactsCache {
  /** Facts in the order of `sources`. `extract` is asked for what is stale; where it throws, the others go on. `between` is awaited after each file. */
  update(
    sources: readonly Versioned[],
    importersOf: (file: FilePath) => readonly FilePath[],
    extract: (file: FilePath) => FileFacts,
    between: () => Promise<void>,
  ): Promise<FactsResult>
  /** Something that every file depends on changed. */
  clear(): void
}

export interface FactsResult {
  readonly facts: readonly FileFacts[]
  readonly failed: readonly { readonly file: FilePath; readonly why: string }[]
}

export interface Versioned {
  readonly file: FilePath
  /** Another object for another text. */
  readonly source: object
}

export function createFactsCache(): FactsCache {
  const facts = new Map<FilePath, FileFacts | Failure>()
  let versions = new Map<FilePath, object>()
  return {
    async update(sources, importersOf, extract, between) {
      const next = new Map(sources.map(({ file, source }) => [file, source]))
      const changed = [...new Set([...next.keys(), ...versions.keys()])].filter((file) => next.get(file) !== versions.get(file))
      for (const file of staleFiles(changed, importersOf)) facts.delete(file)
      for (const file of facts.keys()) if (!next.has(file)) facts.delete(file)
      // From here on what is in `facts` fits `next`, so an aborted run is taken up where it stopped.
      versions = next
      for (const { file } of sources) {
        if (facts.has(file)) continue
        facts.set(
          file,
          attempt(() => extract(file)),
        )
        await between()
      }
      const done: FileFacts[] = []
      const failed: FactsResult['failed'][number][] = []
      for (const { file } of sources) {
        const result = facts.get(file)
        if (result === undefined) continue
        if ('why' in result) failed.push({ file, why: result.why })
        else done.push(result)
      }
      return { facts: done, failed }
    },
    clear() {
      facts.clear()
    },
  }
}

interface Failure {
  readonly why: string
}

/** One file that the lowering cannot take must not take the others down. */
function attempt(extract: () => FileFacts): FileFacts | Failure {
  try {
    return extract()
  } catch (error) {
    return { why: `could not be analysed: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function staleFiles(changed: readonly FilePath[], importersOf: (file: FilePath) => readonly FilePath[]): ReadonlySet<FilePath> {
  const stale = new Set(changed)
  for (const file of stale) for (const importer of importersOf(file)) stale.add(importer)
  return stale
}
