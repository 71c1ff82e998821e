/** Parsed files, kept while their text is the same, so that edits re-parse one file and programs share the rest. */
import ts from 'typescript'
import type { FilePath } from '../base/location'
import type { Disk } from './disk'

export interface SourceStore {
  /** Undefined when the file cannot be read. The same object as long as the text is the same. */
  get(file: FilePath): ts.SourceFile | undefined
  /** The file's text may have changed. */
  invalidate(file: FilePath): void
  /** Drops trees nobody asked for, to bound memory. */
  retain(files: ReadonlySet<FilePath>): void
}

export function createSourceStore(disk: Disk): SourceStore {
  const sources = new Map<FilePath, { source: ts.SourceFile; fresh: boolean }>()
  return {
    get(file) {
      const known = sources.get(file)
      if (known?.fresh === true) return known.source
      const read = disk.readFile(file)
      if (!read.ok) {
        sources.delete(file)
        return undefined
      }
      if (known?.source.text === read.text) {
        known.fresh = true
        return known.source
      }
      const source = parseSource(file, read.text)
      sources.set(file, { source, fresh: true })
      return source
    },
    invalidate(file) {
      const known = sources.get(file)
      if (known !== undefined) known.fresh = false
    },
    retain(files) {
      for (const file of sources.keys()) if (!files.has(file)) sources.delete(file)
    },
  }
}

export function parseSource(file: string, text: string): ts.SourceFile {
  const source = ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors }, true)
  // Every file is a module (what `moduleDetection: force` does while it parses): top-level names of plain scripts must not meet.
  if (!source.isDeclarationFile && !ts.isExternalModule(source)) Object.assign(source, { externalModuleIndicator: true })
  return source
}
