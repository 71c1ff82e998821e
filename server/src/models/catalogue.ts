/** The catalogue of modelled libraries: which packages it answers for, what their declarations do, and which payment providers it knows. */
import ts from 'typescript'
import type { CatalogueEffect, CatalogueType } from './effects'
import { anonymousKey, MemberTable, qualifiedName, staticSide } from './members'
import { commentBefore, headerTags, ProviderCollector, type FileHeader, type Provider, type TagProblem } from './providers'
import { effectTags, parseEffect, tagsOf } from './tags'

export type { EventMeaning, Provider, ProviderRoute, RouteMeaning, TagProblem } from './providers'

export interface ModelFile {
  readonly path: string
  readonly text: string
}

/** What a file must mention for the index to think of payments. Only packages of payment providers are listed. */
export interface Vocabulary {
  readonly packages: readonly string[]
  readonly events: readonly string[]
  readonly words: readonly string[]
  readonly hosts: readonly string[]
}

export interface MemberFacts {
  readonly effects: readonly CatalogueEffect[]
  /** Type of the property's value, or of the method's (resolved) result. */
  readonly result: CatalogueType | null
}

export interface Catalogue {
  readonly files: readonly ModelFile[]
  /** Files that declare names outside any module, and so belong to every program. */
  readonly globals: readonly string[]
  /** Every `declare module 'x'` → its file. Ask `packageFile`, which also knows wildcards. */
  readonly packages: ReadonlyMap<string, string>
  /** The declaration file that answers for a module specifier; `declare module 'x/*'` answers for every subpath, a pattern like `*\/generated/x` for generated code that is missing. */
  packageFile(specifier: string): string | undefined
  isModelFile(path: string): boolean
  libraryOf(path: string): string | undefined
  /** The provider a model file describes. */
  providerOf(path: string): string | undefined
  /** Parsed once, with parent links: programs may share it. */
  sourceFile(path: string): ts.SourceFile | undefined
  effectsOf(declaration: ts.Declaration): readonly CatalogueEffect[]
  /** `LIBRARY:Name` of a class, interface or object type of the catalogue. The static side of a class is `LIBRARY:typeof Name`. */
  typeName(type: ts.Type): CatalogueType | null
  /** A member by syntax alone. `()` is the call signature. */
  member(type: CatalogueType, name: string): MemberFacts | undefined
  readonly providers: readonly Provider[]
  readonly vocabulary: Vocabulary
  readonly problems: readonly TagProblem[]
}

const noEffects: readonly CatalogueEffect[] = []
/** Tags for people; their text is not checked. */
const proseTags = new Set(['deprecated', 'see', 'example', 'remarks', 'internal', 'param', 'returns'])

/** Later files win where two declare the same package, so a team's own file can replace one of ours. */
export function loadCatalogue(files: readonly ModelFile[]): Catalogue {
  const sources = new Map<string, ts.SourceFile>()
  const headers = new Map<string, FileHeader>()
  const packages = new Map<string, string>()
  const problems: TagProblem[] = []
  const globals: string[] = []
  const collector = new ProviderCollector()

  for (const { path, text } of files) {
    const source = ts.createSourceFile(
      path,
      text,
      { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
      true,
      ts.ScriptKind.TS,
    )
    const report = (offset: number, message: string): void => {
      problems.push({ file: path, line: source.getLineAndCharacterOfPosition(offset).line + 1, message })
    }
    sources.set(path, source)
    headers.set(path, collector.addFile(source, report))
    for (const statement of source.statements) {
      if (ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name)) packages.set(statement.name.text, path)
      if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
        report(statement.getStart(source), 'imports and exports belong inside `declare module`')
    }
    if (source.statements.some(isGlobal)) globals.push(path)
    checkTags(source, report)
  }

  const wildcards = [...packages.keys()].filter((name) => name.includes('*')).sort((a, b) => b.length - a.length)
  const packageFile = (specifier: string): string | undefined => {
    const wildcard = packages.has(specifier) ? specifier : wildcards.find((name) => matchesWildcard(name, specifier))
    return wildcard === undefined ? undefined : packages.get(wildcard)
  }
  const libraryOf = (path: string): string | undefined => headers.get(path)?.library
  // Adapters of a provider's own library speak for the provider.
  const effectsOf = effectReader((path) => headers.get(path)?.provider ?? libraryOf(path))

  let table: MemberTable | null = null
  const members = (): MemberTable => {
    if (table !== null) return table
    table = new MemberTable((specifier) => libraryOf(packageFile(specifier) ?? ''))
    for (const [path, source] of sources) table.add(source, libraryOf(path) ?? '')
    table.finish()
    return table
  }

  const memberCache = new Map<string, MemberFacts | undefined>()
  const member = (type: CatalogueType, name: string): MemberFacts | undefined => {
    const key = `${type}\n${name}`
    if (memberCache.has(key)) return memberCache.get(key)
    const entry = members().find(type, name)
    const facts =
      entry === undefined ? undefined : { effects: lastOfEachKind(entry.declarations.flatMap(effectsOf)), result: entry.result as CatalogueType | null }
    memberCache.set(key, facts)
    return facts
  }

  const providers = collector.providers
  return {
    files,
    globals,
    packages,
    packageFile,
    isModelFile: (path) => headers.has(path),
    libraryOf,
    providerOf: (path) => headers.get(path)?.provider ?? undefined,
    sourceFile: (path) => sources.get(path),
    effectsOf,
    typeName: (type) => nameOfType(type, libraryOf, (key) => members().has(key)),
    member,
    providers,
    vocabulary: {
      packages: [...packages].filter(([, path]) => headers.get(path)?.provider !== null).map(([name]) => name),
      events: unique(providers.flatMap((provider) => [...provider.events.keys()])),
      words: unique(providers.flatMap((provider) => provider.words)),
      hosts: unique(providers.flatMap((provider) => provider.hosts)),
    },
    problems,
  }
}

function isGlobal(statement: ts.Statement): boolean {
  return !ts.isEmptyStatement(statement) && !(ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name))
}

/** As the compiler matches `declare module`: one `*`, for any text. */
function matchesWildcard(pattern: string, specifier: string): boolean {
  const [before = '', after = ''] = pattern.split('*')
  return specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after)
}

/** Every comment is checked, whether or not anything can carry it: a tag on nothing would otherwise be silently dead. */
function checkTags(source: ts.SourceFile, report: (offset: number, message: string) => void): void {
  for (const comment of source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const isHeader = source.text.slice(0, comment.index).trim() === ''
    for (const tag of tagsOf(comment[0])) {
      if (proseTags.has(tag.name) || (isHeader && headerTags.has(tag.name))) continue
      const result = parseEffect(tag.name, tag.text)
      if ('message' in result) report(comment.index + tag.offset, result.message)
    }
  }
}

/** Tags of a declaration in a model file; none for any other. A file's text never changes under a node, so nodes are safe keys. */
function effectReader(libraryOf: (path: string) => string | undefined): (declaration: ts.Declaration) => readonly CatalogueEffect[] {
  const cache = new WeakMap<ts.Node, readonly CatalogueEffect[]>()
  return (declaration) => {
    const known = cache.get(declaration)
    if (known !== undefined) return known
    const source = declaration.getSourceFile()
    const library = libraryOf(source.fileName)
    const effects = library === undefined ? noEffects : readEffects(source, declaration, library)
    cache.set(declaration, effects)
    return effects
  }
}

function readEffects(source: ts.SourceFile, declaration: ts.Node, library: string): readonly CatalogueEffect[] {
  for (let node: ts.Node | undefined = declaration; node !== undefined; node = carrierAbove(node)) {
    const tags = tagsOf(commentBefore(source, node)).filter((tag) => effectTags.has(tag.name))
    if (tags.length === 0) continue
    return tags.flatMap((tag) => {
      const result = parseEffect(tag.name, tag.text)
      return 'effect' in result ? [{ library, effect: result.effect }] : []
    })
  }
  return noEffects
}

/** Where else the tags of a declaration may stand: on the property whose function type it is, the statement of a variable, the class of a constructor. */
function carrierAbove(node: ts.Node): ts.Node | undefined {
  const { parent } = node
  if (ts.isVariableDeclaration(node)) return ts.isVariableStatement(parent.parent) ? parent.parent : undefined
  if (ts.isConstructorDeclaration(node)) return parent
  const isFunctionType = ts.isFunctionTypeNode(node) || ts.isConstructorTypeNode(node) || ts.isParenthesizedTypeNode(node) || ts.isUnionTypeNode(node)
  if (!isFunctionType) return undefined
  const carries =
    ts.isIndexSignatureDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isVariableDeclaration(parent)
  return carries || ts.isParenthesizedTypeNode(parent) || ts.isUnionTypeNode(parent) ? parent : undefined
}

/** An alias that the table knows names the type better than its parts; `null` and `undefined` in a union do not count. */
function nameOfType(type: ts.Type, libraryOf: (path: string) => string | undefined, isKnown: (key: string) => boolean): CatalogueType | null {
  for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
    for (const declaration of symbol?.declarations ?? []) {
      const key = keyOfDeclaration(declaration, type, libraryOf)
      if (key !== null && isKnown(key)) return key as CatalogueType
    }
  }
  if (type.isUnionOrIntersection()) {
    for (const part of type.types) {
      const found = nameOfType(part, libraryOf, isKnown)
      if (found !== null) return found
    }
  }
  const constraint = type.isTypeParameter() ? type.getConstraint() : undefined
  return constraint === undefined ? null : nameOfType(constraint, libraryOf, isKnown)
}

function keyOfDeclaration(declaration: ts.Declaration, type: ts.Type, libraryOf: (path: string) => string | undefined): string | null {
  const library = libraryOf(declaration.getSourceFile().fileName)
  if (library === undefined) return null
  if (ts.isTypeLiteralNode(declaration)) return anonymousKey(library, declaration)
  if (!ts.isClassDeclaration(declaration) && !ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) return null
  const key = `${library}:${qualifiedName(declaration, declaration.name?.text ?? 'default')}`
  return ts.isClassDeclaration(declaration) && !type.isClass() && isConstructorSide(type) ? staticSide(key) : key
}

function isConstructorSide(type: ts.Type): boolean {
  return type.getConstructSignatures().length > 0
}

/** Overloads go from special to general, so the last of a kind is what holds when the arguments are unknown. */
function lastOfEachKind(effects: readonly CatalogueEffect[]): readonly CatalogueEffect[] {
  return effects.filter((item, index) => effects.findLastIndex((other) => other.effect.kind === item.effect.kind) === index)
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
