/** Reads what the shipped catalogue says about calls in snippets, as short lines that fit into a table. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../server/src/models/catalogue'
import type { ArgumentCondition, ArgumentPath, Effect, TableSource } from '../../server/src/models/effects'

const folder = join(__dirname, '../../server/src/models')
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.d.ts'))
  .sort()
export const catalogue = loadCatalogue(shipped.map((name) => ({ path: `/models/${name}`, text: readFileSync(join(folder, name), 'utf8') })))

export interface Snippets {
  /** Imports and declarations all rows share. */
  readonly setup: string
  /** Plain JavaScript instead of TypeScript. */
  readonly js?: boolean
  /** Expression (or decorator) → effects of its chain, in the order of the source, joined by `, `. */
  readonly rows: Readonly<Record<string, string>>
}

/** One test per library: what the catalogue says is what the table says. */
export function describeLibraries(title: string, libraries: Readonly<Record<string, Snippets>>): void {
  const found = effectsOf(libraries)
  describe(title, () => {
    for (const [name, { rows }] of Object.entries(libraries)) {
      it(name, () => {
        expect(found[name]).toEqual(rows)
      })
    }
  })
}

/** What the rows really do, in the shape of `snippets.rows`. One program for all, since a program is the slow part. */
function effectsOf(libraries: Readonly<Record<string, Snippets>>): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sources = new Map(
    Object.entries(libraries).map(([name, { setup, js, rows }]) => {
      const path = `/${name.replace(/\W/g, '-')}.${js === true ? 'js' : 'ts'}`
      return [path, ts.createSourceFile(path, [setup, '{', ...Object.keys(rows).map(statementOf), '}'].join('\n;'), ts.ScriptTarget.ESNext, true)] as const
    }),
  )
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    allowJs: true,
    checkJs: false,
    esModuleInterop: true,
    experimentalDecorators: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  }
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (path) => sources.get(path) ?? catalogue.sourceFile(path),
    fileExists: (path) => sources.has(path) || catalogue.isModelFile(path),
    readFile: () => undefined,
  }
  const checker = ts.createProgram([...sources.keys(), ...catalogue.files.map((file) => file.path)], options, host).getTypeChecker()
  return Object.fromEntries(
    Object.entries(libraries).map(([name, { rows }], index) => {
      const source = [...sources.values()][index]
      const statements = source?.statements.findLast(ts.isBlock)?.statements.filter((statement) => !ts.isEmptyStatement(statement)) ?? []
      return [name, Object.fromEntries(Object.keys(rows).map((row, at) => [row, linesOf(statements[at], checker).join(', ')]))]
    }),
  )
}

function statementOf(row: string): string {
  return row.startsWith('@') ? `class Decorated { ${row} }` : row
}

/** Effects of the calls and properties of a chain, innermost first; arguments are left out. */
function linesOf(node: ts.Node | undefined, checker: ts.TypeChecker): readonly string[] {
  if (node === undefined) return ['no such statement']
  if (ts.isClassDeclaration(node)) return node.members.flatMap((member) => memberLines(member, checker))
  if (ts.isExpressionStatement(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node))
    return linesOf(node.expression, checker)
  if (ts.isPropertyAccessExpression(node)) return [...linesOf(node.expression, checker), ...ofSymbol(checker.getSymbolAtLocation(node.name), node)]
  if (ts.isElementAccessExpression(node)) return linesOf(node.expression, checker)
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return [...linesOf(node.expression, checker), ...ofCall(node, checker)]
  if (ts.isTaggedTemplateExpression(node)) return [...linesOf(node.tag, checker), ...ofCall(node, checker)]
  return []
}

function memberLines(member: ts.ClassElement, checker: ts.TypeChecker): readonly string[] {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : []
  return decorators.flatMap((decorator) => linesOf(decorator.expression, checker))
}

function ofCall(node: ts.CallLikeExpression, checker: ts.TypeChecker): readonly string[] {
  const declaration = checker.getResolvedSignature(node)?.declaration
  if (declaration === undefined || declaration.kind === ts.SyntaxKind.JSDocSignature) return ts.isNewExpression(node) ? [] : ['unresolved']
  return catalogue.effectsOf(declaration).map((item) => describeEffect(item.effect))
}

/** Only properties: a method's tags belong to its call. */
function ofSymbol(symbol: ts.Symbol | undefined, node: ts.Node): readonly string[] {
  const parent = ts.isNonNullExpression(node.parent) ? node.parent.parent : node.parent
  if (ts.isCallExpression(parent) && parent.arguments.every((argument) => argument !== node)) return []
  if (ts.isTaggedTemplateExpression(parent)) return []
  const declaration = symbol?.valueDeclaration
  return declaration === undefined ? [] : catalogue.effectsOf(declaration).map((item) => describeEffect(item.effect))
}

/** The kind, its main choice in brackets, then whatever differs from the default. */
function describeEffect(effect: Effect): string {
  const parts = Object.entries(effect).flatMap(([key, value]: [string, unknown]): string[] => {
    if (key === 'kind' || key === mainKey(effect) || value === null || value === false) return []
    if (value === true) return [key]
    if (key === 'table' && effect.kind !== 'modify' && effect.kind !== 'derive') return tableText(value as TableSource)
    if (isDefault(key, value)) return []
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}=${value.map(itemText).join('|')}`]
    return [`${key}=${typeof value === 'string' || typeof value === 'number' ? String(value) : pathText(value as ArgumentPath)}`]
  })
  const key = mainKey(effect)
  const main = key === null ? '' : `(${String(Object.entries(effect).find(([name]) => name === key)?.[1])})`
  return [`${effect.kind}${main}`, ...parts].join(' ')
}

function itemText(item: string | ArgumentPath | ArgumentCondition): string {
  if (typeof item === 'string') return item
  if ('argument' in item) return pathText(item)
  return item.values.length === 0 ? pathText(item.path) : `${pathText(item.path)}:${item.values.join('|')}`
}

function mainKey(effect: Effect): string | null {
  if (effect.kind === 'write') return 'form'
  if (effect.kind === 'enqueue') return 'durability'
  if (effect.kind === 'worker') return 'retries'
  if (effect.kind === 'entry') return 'entry'
  return null
}

function isDefault(key: string, value: unknown): boolean {
  const defaults: Readonly<Record<string, unknown>> = { lazy: 'eager', errors: 'throw', idempotent: 'by-form' }
  return defaults[key] === value
}

function tableText(table: TableSource): string[] {
  if (table.from === 'receiver') return []
  return [`table=${table.from === 'argument' ? pathText(table.argument) : table.from}`]
}

function pathText(path: ArgumentPath): string {
  return [String(path.argument), ...path.path].join('.')
}
