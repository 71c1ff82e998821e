/** The retry queue that the setting `paidpath.retryQueue` names: what the export is, and how a function of the team wants to be called. */
import ts from 'typescript'
import type { FilePath } from '../../base/location'
import { requiredBy, resolveRelative } from './source/imports'
import { callOf, functionIn, treeOf, type ReadFile } from './queueCall'
import { jobsOfFunction, type QueueCall, type WorkspaceFacts } from './workspace'
import type { CallGraph } from '../../callgraph/graph'
import type { FunctionId } from '../../facts/ir'

export type NamedExport =
  /** A function of the team, declared at `start` of `file`. */
  | { readonly kind: 'function'; readonly file: FilePath; readonly name: string; readonly start: number; readonly call: QueueCall }
  /** A value: whether it is a queue of a known library is for the workspace's facts to say. */
  | { readonly kind: 'value'; readonly file: FilePath; readonly name: string }

/** The export that the setting names. */
export interface RetryQueue {
  /** As written: `src/queues/retry.ts#enqueueRetry`. */
  readonly setting: string
  readonly file: FilePath
  readonly exportName: string
  readonly found: NamedExport
}

/** The function in the graph: calling it keeps what has failed. Null where it is a queue's object, or not in the graph. */
export function enqueueFunction(graph: CallGraph, { found }: RetryQueue): FunctionId | null {
  if (found.kind === 'value') return null
  return graph.files.get(found.file)?.functions.find(({ at }) => at.start === found.start)?.id ?? null
}

/** What the team has named is used, and nothing else. */
export function withNamedQueue(facts: WorkspaceFacts, retryQueue: RetryQueue, graph: CallGraph): WorkspaceFacts {
  const { found, file, exportName, setting } = retryQueue
  if (found.kind === 'value') {
    const queue = facts.queues.find((candidate) => candidate.file === found.file && candidate.name === found.name)
    if (queue !== undefined) return { ...facts, queues: [{ ...queue, exportName: queue.exportName ?? exportName }] }
    return { ...facts, queues: [], noQueue: `The setting paidpath.retryQueue names ${setting}, which is neither a queue of a known library nor a function.` }
  }
  const id = enqueueFunction(graph, retryQueue)
  const jobs = id === null ? [] : jobsOfFunction(graph, id, found.call)
  const name = exportName === 'default' ? found.name : exportName
  const { call } = found
  return { ...facts, queues: [{ library: '', form: 'function', file, name, exportName, address: null, jobs, retriesByDefault: true, call }] }
}

/** Null: the module exports no such name. */
export function namedExport(file: FilePath, exportName: string, readFile: ReadFile): NamedExport | { readonly why: string } | null {
  const found = findExport(file, exportName, readFile, 4)
  if (found === null) return null
  const { tree, node, local } = found
  const name = local === 'default' ? nameForDefault(tree.fileName) : local
  const run = functionIn(node)
  if (run === null) return { kind: 'value', file: tree.fileName as FilePath, name }
  const call = callOf(tree, run, readFile)
  return call === null
    ? { why: 'it must take (name, payload) or (payload)' }
    : { kind: 'function', file: tree.fileName as FilePath, name, start: run.getStart(tree), call }
}

function nameForDefault(file: string): string {
  const stem = /([^/]+?)(?:\.[^./]+)+$/.exec(file)?.[1] ?? 'enqueue'
  const parts = stem.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')
  const name = parts.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('')
  return /^[A-Za-z]/.test(name) && name !== 'index' ? name : 'enqueueRetry'
}

interface Found {
  readonly tree: ts.SourceFile
  /** The declaration or value; null: exported, and not written out in this file. */
  readonly node: ts.Node | null
  /** `default` for what has no name of its own. */
  readonly local: string
}

/** Follows `export … from` to relative modules. */
function findExport(file: FilePath, name: string, readFile: ReadFile, depth: number): Found | null {
  const tree = treeOf(file, readFile)
  if (tree === null || depth === 0) return null
  const elsewhere = (specifier: string, exported: string): Found | null => {
    const target = resolveRelative(file, specifier, readFile)
    return target === null ? null : findExport(target, exported, readFile, depth - 1)
  }
  for (const statement of tree.statements) {
    if (isExported(statement)) {
      const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword)
      if (isImplemented(statement) && (isDefault ? name === 'default' : statement.name?.text === name))
        return { tree, node: statement, local: statement.name?.text ?? 'default' }
      if (ts.isVariableStatement(statement))
        for (const { name: declared, initializer } of statement.declarationList.declarations)
          if (ts.isIdentifier(declared) && declared.text === name) return { tree, node: initializer ?? null, local: name }
    }
    if (ts.isExportAssignment(statement) && name === (statement.isExportEquals === true ? 'export=' : 'default')) return localValue(tree, statement.expression)
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
      const from = statement.moduleSpecifier !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : null
      if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
        for (const element of statement.exportClause.elements) {
          if (element.name.text !== name) continue
          const inner = (element.propertyName ?? element.name).text
          return from === null ? (localNamed(tree, inner) ?? imported(tree, inner, elsewhere)) : (elsewhere(from, inner) ?? { tree, node: null, local: name })
        }
      } else if (statement.exportClause === undefined && from !== null && name !== 'default') {
        const found = elsewhere(from, name)
        if (found !== null) return found
      }
    }
  }
  return commonJs(tree, name)
}

function imported(tree: ts.SourceFile, name: string, elsewhere: (specifier: string, exported: string) => Found | null): Found | null {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const clause = statement.importClause
    const specifier = statement.moduleSpecifier.text
    if (clause?.name?.text === name) return elsewhere(specifier, 'default') ?? { tree, node: null, local: name }
    if (clause?.namedBindings === undefined || !ts.isNamedImports(clause.namedBindings)) continue
    for (const element of clause.namedBindings.elements)
      if (element.name.text === name) return elsewhere(specifier, (element.propertyName ?? element.name).text) ?? { tree, node: null, local: name }
  }
  return null
}

/** `exports.name = …`, `module.exports = { name }`, `module.exports = name`. */
function commonJs(tree: ts.SourceFile, name: string): Found | null {
  for (const statement of tree.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, right } = statement.expression
    const target = left.getText(tree)
    if (target === `exports.${name}` || target === `module.exports.${name}`) return { ...localValue(tree, right), local: name }
    if (target !== 'module.exports') continue
    if (!ts.isObjectLiteralExpression(right)) {
      if (name === 'default') return localValue(tree, right)
      continue
    }
    for (const property of right.properties) {
      if (property.name?.getText(tree) !== name) continue
      if (ts.isShorthandPropertyAssignment(property)) return localNamed(tree, name) ?? { tree, node: null, local: name }
      if (ts.isPropertyAssignment(property)) return { ...localValue(tree, property.initializer), local: name }
      return { tree, node: property, local: name }
    }
  }
  return null
}

function localValue(tree: ts.SourceFile, value: ts.Expression): Found {
  if (!ts.isIdentifier(value)) return { tree, node: value, local: 'default' }
  return localNamed(tree, value.text) ?? { tree, node: null, local: value.text }
}

function localNamed(tree: ts.SourceFile, name: string): Found | null {
  for (const statement of tree.statements) {
    if (isImplemented(statement) && statement.name?.text === name) return { tree, node: statement, local: name }
    if (!ts.isVariableStatement(statement)) continue
    if (requiredBy(statement).length > 0) continue
    for (const { name: declared, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(declared) && declared.text === name) return { tree, node: initializer ?? null, local: name }
  }
  return null
}

/** Overloads have no body. */
function isImplemented(statement: ts.Statement): statement is ts.FunctionDeclaration | ts.ClassDeclaration {
  return (ts.isFunctionDeclaration(statement) && statement.body !== undefined) || ts.isClassDeclaration(statement)
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword)
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}
