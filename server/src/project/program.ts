/** A `ts.Program` over the selected files and the catalogue's declarations. Files it was not given do not exist for it. */
import ts from 'typescript'
import { derived } from '../base/derived'
import { filePath, type FilePath } from '../base/location'
import type { ModuleResolver } from './moduleResolver'
import type { SourceStore } from './sourceStore'

export interface ModelSources {
  /** Paths that are always part of the program: the language's own library. */
  readonly globals: readonly string[]
  /** The declaration file that answers for an import specifier. */
  packageFile(specifier: string): string | undefined
  sourceFile(path: string): ts.SourceFile | undefined
}

export interface WorkspaceProgram {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** Workspace files, in the order of their paths. */
  readonly sources: readonly ts.SourceFile[]
}

const compilerOptions: ts.CompilerOptions = {
  noLib: true,
  noResolve: false,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowJs: true,
  checkJs: false,
  maxNodeModuleJsDepth: 0,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noImplicitAny: false,
  useUnknownInCatchVariables: false,
  esModuleInterop: true,
  allowSyntheticDefaultImports: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: false,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
}

/** Stands in a generated client's folder and passes on the modelled package. */
const aliasName = '__paidpath_model__'

export interface ProgramOptions {
  readonly files: readonly FilePath[]
  readonly sources: SourceStore
  readonly resolver: ModuleResolver
  readonly models: ModelSources
  readonly root: FilePath
  readonly old: ts.Program | undefined
}

export function createProgram(options: ProgramOptions): WorkspaceProgram {
  const { files, sources, resolver, models, root } = options
  const selected = new Set<string>(files)
  const modelFiles = modelsFor(files, options)
  const aliases = aliasSources(options.old)
  const sourceFile = (name: string): ts.SourceFile | undefined => {
    if (selected.has(name)) return sources.get(filePath(name))
    if (name.includes(aliasName)) return aliases(name)
    return modelFiles.has(name) ? models.sourceFile(name) : undefined
  }
  const host: ts.CompilerHost = {
    getSourceFile: sourceFile,
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => selected.has(name) || modelFiles.has(name),
    readFile: (name) => sourceFile(name)?.text,
    directoryExists: () => false,
    getDirectories: () => [],
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map((literal) => ({
        resolvedModule: modelFiles.has(containing) ? undefined : resolvedModule(literal.text, filePath(containing), resolver, selected),
      })),
    resolveTypeReferenceDirectiveReferences: (references) => references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  }
  const program = ts.createProgram({
    rootNames: [...modelFiles, ...files],
    options: compilerOptions,
    host,
    ...(options.old === undefined ? {} : { oldProgram: options.old }),
  })
  const own = files.map((file) => program.getSourceFile(file)).filter((source) => source !== undefined)
  return { program, checker: program.getTypeChecker(), sources: own }
}

function resolvedModule(specifier: string, from: FilePath, resolver: ModuleResolver, selected: ReadonlySet<string>): ts.ResolvedModuleFull | undefined {
  if (from.includes(aliasName)) return undefined
  const resolution = resolver.resolve(specifier, from)
  switch (resolution.kind) {
    case 'file':
      return selected.has(resolution.file)
        ? { resolvedFileName: resolution.file, extension: extensionOf(resolution.file), isExternalLibraryImport: false }
        : undefined
    case 'model':
      return resolution.alias
        ? { resolvedFileName: `/${aliasName}/${resolution.package}.ts`, extension: ts.Extension.Ts, isExternalLibraryImport: false }
        : undefined
    case 'unresolved':
      return undefined
  }
}

/** Shared by all programs that follow one another, so that their trees are reused. */
function aliasSources(old: ts.Program | undefined): (name: string) => ts.SourceFile {
  return (name) => {
    const known = old?.getSourceFile(name)
    if (known !== undefined) return known
    const text = `export * from '${name.slice(aliasName.length + 2, -'.ts'.length)}'\n`
    return ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true)
  }
}

/** Declaration files of the packages that the selected files import, and of those that these import in turn. */
function modelsFor(files: readonly FilePath[], options: ProgramOptions): ReadonlySet<string> {
  const found = new Set<string>(options.models.globals)
  const pending = [...options.models.globals]
  const need = (specifier: string): void => {
    const file = options.models.packageFile(specifier)
    if (file === undefined || found.has(file)) return
    found.add(file)
    pending.push(file)
  }
  for (const file of files) {
    const source = options.sources.get(file)
    for (const specifier of source === undefined ? [] : specifiersOf(source)) {
      const resolution = options.resolver.resolve(specifier, file)
      if (resolution.kind === 'model') need(resolution.package)
    }
  }
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const source = options.models.sourceFile(path)
    for (const specifier of source === undefined ? [] : specifiersOf(source)) need(specifier)
  }
  return new Set([...found].sort())
}

const specifiersOf = derived((source: ts.SourceFile): readonly string[] => {
  const specifiers = new Set([...source.text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g)].map((match) => match[2] ?? ''))
  return [...specifiers]
})

function extensionOf(file: string): ts.Extension {
  const match = /\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/.exec(file)?.[0]
  switch (match) {
    case '.tsx':
      return ts.Extension.Tsx
    case '.d.ts':
      return ts.Extension.Dts
    case '.d.mts':
      return ts.Extension.Dmts
    case '.d.cts':
      return ts.Extension.Dcts
    case '.mts':
      return ts.Extension.Mts
    case '.cts':
      return ts.Extension.Cts
    case '.js':
      return ts.Extension.Js
    case '.jsx':
      return ts.Extension.Jsx
    case '.mjs':
      return ts.Extension.Mjs
    case '.cjs':
      return ts.Extension.Cjs
    default:
      return ts.Extension.Ts
  }
}
