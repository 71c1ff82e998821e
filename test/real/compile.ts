/** Type errors by the libraries' own declarations, in strict mode. */
import { join } from 'node:path'
import ts from 'typescript'

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  typeRoots: [join(__dirname, '..', '..', 'node_modules', '@types')],
  strictPropertyInitialization: false,
}

/** What the shops' own tools declare, and what newer versions of Node than the product itself stands on do. */
const ambient = [join(__dirname, 'ambient.d.ts'), join(__dirname, 'node_modules', '@types', 'node', 'sqlite.d.ts')]

/** The libraries are parsed once. */
const host = ts.createCompilerHost(options)
const parsed = new Map<string, ts.SourceFile | undefined>()
const getSourceFile = host.getSourceFile.bind(host)
host.getSourceFile = (file, ...rest) => {
  if (!file.includes('node_modules')) return getSourceFile(file, ...rest)
  if (!parsed.has(file)) parsed.set(file, getSourceFile(file, ...rest))
  return parsed.get(file)
}

export function compile(files: readonly string[]): (file: string) => readonly string[] {
  const program = ts.createProgram([...files, ...ambient], options, host)
  return (file) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    )
  }
}
