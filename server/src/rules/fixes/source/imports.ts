/** Making a value of another module available in a file: an existing import is used or extended before one is added. */
import ts from 'typescript'
import type { FilePath } from '../../../base/location'
import type { TextChange } from '../fix'
import type { Source } from './source'
import { allNames, declaredBy, freshName } from './scope'
import { lineEnd } from './style'

export interface ImportRequest {
  readonly specifier: string
  /** `default` or the exported name. */
  readonly exportName: string
  /** The name wished for in this file. */
  readonly name: string
  readonly typeOnly?: boolean
}

export interface ImportedName {
  readonly name: string
  readonly changes: readonly TextChange[]
}

export function importInto(source: Source, request: ImportRequest): ImportedName {
  const existing = findImport(source, request)
  if (existing !== null) return { name: existing, changes: [] }
  const name = freshName(topLevelNames(source), request.name, `${request.name}Client`)
  return { name, changes: [usesRequire(source) ? addRequire(source, request, name) : addImport(source, request, name)] }
}

function topLevelNames(source: Source): ReadonlySet<string> {
  return allNames(source.tree)
}

/** The local name under which the file already has the export. */
function findImport(source: Source, request: ImportRequest): string | null {
  const { specifier, exportName } = request
  for (const statement of source.tree.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier) && statement.moduleSpecifier.text === specifier) {
      const { importClause } = statement
      if (importClause === undefined || (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword && request.typeOnly !== true)) continue
      if (exportName === 'default' && importClause.name !== undefined) return importClause.name.text
      const bindings = importClause.namedBindings
      if (bindings === undefined || ts.isNamespaceImport(bindings)) continue
      for (const element of bindings.elements)
        if ((!element.isTypeOnly || request.typeOnly === true) && (element.propertyName ?? element.name).text === exportName) return element.name.text
    }
    for (const [variable, required] of requiredBy(statement)) {
      if (required !== specifier) continue
      if (exportName === 'default' && ts.isIdentifier(variable)) return variable.text
      if (ts.isObjectBindingPattern(variable)) {
        for (const element of variable.elements) {
          const key = element.propertyName ?? element.name
          if (ts.isIdentifier(key) && key.text === exportName && ts.isIdentifier(element.name)) return element.name.text
        }
      }
    }
  }
  return null
}

/** `const x = require('y')`: pattern and specifier. */
export function requiredBy(statement: ts.Statement): readonly (readonly [ts.BindingName, string])[] {
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (initializer === undefined || !ts.isCallExpression(initializer) || !ts.isIdentifier(initializer.expression) || initializer.expression.text !== 'require')
      return []
    const [specifier] = initializer.arguments
    return specifier !== undefined && ts.isStringLiteralLike(specifier) ? [[name, specifier.text] as const] : []
  })
}

function usesRequire(source: Source): boolean {
  const { statements } = source.tree
  if (statements.some((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))) return false
  return statements.some((statement) => requiredBy(statement).length > 0) || /\bmodule\.exports\b|\brequire\(/.test(source.text)
}

function addRequire(source: Source, { specifier, exportName }: ImportRequest, name: string): TextChange {
  const { quote, end, pad } = source.style
  const pattern = exportName === 'default' ? name : `{${pad}${exportName === name ? name : `${exportName}: ${name}`}${pad}}`
  return insertTopLevel(source, `const ${pattern} = require(${quote}${specifier}${quote})${end}`, (statement) => requiredBy(statement).length > 0)
}

function addImport(source: Source, { specifier, exportName, typeOnly }: ImportRequest, name: string): TextChange {
  const { quote, end, pad } = source.style
  const binding = exportName === name ? name : `${exportName} as ${name}`
  const inline = typeOnly === true ? `type ${binding}` : binding
  if (exportName !== 'default') {
    for (const statement of source.tree.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || statement.moduleSpecifier.text !== specifier) continue
      const bindings = statement.importClause?.namedBindings
      if (bindings === undefined || !ts.isNamedImports(bindings) || statement.importClause?.phaseModifier !== undefined) continue
      const last = bindings.elements.at(-1)
      if (last !== undefined) return { start: last.end, end: last.end, text: `, ${inline}` }
    }
  }
  const clause = exportName === 'default' ? name : `{${pad}${binding}${pad}}`
  return insertTopLevel(source, `import ${typeOnly === true ? 'type ' : ''}${clause} from ${quote}${specifier}${quote}${end}`, ts.isImportDeclaration)
}

/** After the last statement of the same sort at the top of the file, else before its first statement. */
function insertTopLevel(source: Source, line: string, alike: (statement: ts.Statement) => boolean): TextChange {
  const { eol } = source.style
  const last = source.tree.statements.findLast(alike)
  if (last !== undefined) {
    const at = lineEnd(source.text, last.end)
    const rest = source.text.slice(last.end, at).trim()
    const after = rest === '' || rest.startsWith('//') || /^\/\*.*\*\/$/.test(rest) ? at : last.end
    return { start: after, end: after, text: eol + line }
  }
  const first = source.tree.statements.find((statement) => !isDirective(statement))
  const at = first?.getStart(source.tree) ?? source.text.length
  return { start: at, end: at, text: line + eol + (first !== undefined && declaredBy(first).length > 0 ? '' : eol) }
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']

/** How `source` should name `target`: as the project says, by an alias the file itself uses, else relatively. */
export function specifierFor(
  source: Source,
  target: FilePath,
  readFile: (file: FilePath) => string | undefined,
  project: (from: FilePath, to: FilePath) => string | null,
): string {
  const stated = project(source.file, target)
  if (stated !== null) return stated
  const used = usedSpecifiers(source)
  for (const specifier of used) if (resolveRelative(source.file, specifier, readFile) === target) return specifier
  const alias = aliasFor(source.file, used, target, readFile)
  if (alias !== null) return alias
  const withExtension = used.some((specifier) => specifier.startsWith('.') && /\.[cm]?js$/.test(specifier))
  const relative = relativePath(directoryOf(source.file), withoutExtension(target))
  return withExtension
    ? relative + (/\.([cm]?)[tj]sx?$/.exec(target)?.[1] === undefined ? '.js' : `.${/\.([cm]?)[tj]sx?$/.exec(target)?.[1] ?? ''}js`)
    : relative.replace(/\/index$/, '')
}

function usedSpecifiers(source: Source): readonly string[] {
  return source.tree.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) return [statement.moduleSpecifier.text]
    return requiredBy(statement).map(([, specifier]) => specifier)
  })
}

/** `@/lib/db` means `lib/db` of some folder above: the same prefix then reaches everything in that folder. */
function aliasFor(file: FilePath, used: readonly string[], target: FilePath, readFile: (file: FilePath) => string | undefined): string | null {
  for (const specifier of used) {
    const match = /^(@\/|~\/|~~\/|#\/|src\/|app\/|@[a-z]+\/)(.+)$/.exec(specifier)
    const [, prefix, rest] = match ?? []
    if (prefix === undefined || rest === undefined) continue
    for (let directory = directoryOf(file); ; directory = directoryOf(directory)) {
      const real = existing(`${directory}/${rest}`, readFile)
      if (real !== null && target.startsWith(`${directory}/`)) return prefix + withoutExtension(target.slice(directory.length + 1)).replace(/\/index$/, '')
      if (directory === '' || !directory.includes('/')) break
    }
  }
  return null
}

export function resolveRelative(from: FilePath, specifier: string, readFile: (file: FilePath) => string | undefined): FilePath | null {
  if (!specifier.startsWith('.')) return null
  const parts = directoryOf(from).split('/')
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return existing(parts.join('/'), readFile)
}

function existing(path: string, readFile: (file: FilePath) => string | undefined): FilePath | null {
  const stem = path.replace(/\.[cm]?jsx?$/, '')
  const candidates = [
    path,
    ...extensions.map((extension) => path + extension),
    ...(stem === path ? [] : extensions.map((extension) => stem + extension)),
    ...extensions.map((extension) => `${path}/index${extension}`),
  ]
  for (const candidate of candidates) if (readFile(candidate as FilePath) !== undefined) return candidate as FilePath
  return null
}

/** The file an import of this name comes from, as far as relative paths and the file's own aliases tell. */
export function importedFrom(source: Source, name: string): { readonly specifier: string; readonly exportName: string } | null {
  for (const statement of source.tree.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const { importClause } = statement
      if (importClause?.name?.text === name) return { specifier: statement.moduleSpecifier.text, exportName: 'default' }
      const bindings = importClause?.namedBindings
      if (bindings === undefined || ts.isNamespaceImport(bindings)) continue
      for (const element of bindings.elements)
        if (element.name.text === name) return { specifier: statement.moduleSpecifier.text, exportName: (element.propertyName ?? element.name).text }
    }
    for (const [pattern, specifier] of requiredBy(statement)) {
      if (ts.isIdentifier(pattern)) {
        if (pattern.text === name) return { specifier, exportName: 'default' }
      } else if (ts.isObjectBindingPattern(pattern)) {
        for (const element of pattern.elements) {
          const key = element.propertyName ?? element.name
          if (ts.isIdentifier(element.name) && element.name.text === name && ts.isIdentifier(key)) return { specifier, exportName: key.text }
        }
      }
    }
  }
  return null
}

/** Resolves a relative or aliased specifier to a file that can be read. */
export function resolveSpecifier(from: FilePath, specifier: string, readFile: (file: FilePath) => string | undefined): FilePath | null {
  if (specifier.startsWith('.')) return resolveRelative(from, specifier, readFile)
  const rest = /^(?:@\/|~\/|~~\/|#\/|@[a-z]+\/)(.+)$/.exec(specifier)?.[1]
  for (let directory = directoryOf(from); ; directory = directoryOf(directory)) {
    for (const path of rest === undefined ? [specifier] : [rest, `src/${rest}`]) {
      const real = existing(`${directory}/${path}`, readFile)
      if (real !== null) return real
    }
    if (directory === '' || !directory.includes('/')) return null
  }
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[tj]sx?$/, '')
}

function relativePath(from: string, to: string): string {
  const left = from.split('/')
  const right = to.split('/')
  while (left.length > 0 && right.length > 1 && left[0] === right[0]) {
    left.shift()
    right.shift()
  }
  const up = left.map(() => '..')
  return [...(up.length === 0 ? ['.'] : up), ...right].join('/')
}
