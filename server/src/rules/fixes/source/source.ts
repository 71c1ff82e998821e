/** A parsed file: its text, syntax tree and style, and how to find a node in it. Syntax only, no types. */
import ts from 'typescript'
import type { FilePath, Span } from '../../../base/location'
import { detectStyle, type Style } from './style'

export interface Source {
  readonly file: FilePath
  readonly text: string
  readonly tree: ts.SourceFile
  readonly style: Style
  /** Type annotations may be written. */
  readonly typed: boolean
}

const kinds: Readonly<Record<string, ts.ScriptKind>> = {
  ts: ts.ScriptKind.TS,
  mts: ts.ScriptKind.TS,
  cts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  js: ts.ScriptKind.JSX,
  mjs: ts.ScriptKind.JSX,
  cjs: ts.ScriptKind.JSX,
  jsx: ts.ScriptKind.JSX,
}

/** Null where the file is not plain JavaScript or TypeScript, or does not parse. */
export function openSource(file: FilePath, text: string): Source | null {
  const kind = kinds[file.slice(file.lastIndexOf('.') + 1)]
  if (kind === undefined) return null
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kind)
  if (syntaxErrors(tree) > 0) return null
  return { file, text, tree, style: detectStyle(tree), typed: kind === ts.ScriptKind.TS || kind === ts.ScriptKind.TSX }
}

/** The parser's own list; there is no public way to it without a program. */
function syntaxErrors(tree: ts.SourceFile): number {
  const { parseDiagnostics } = tree as unknown as { readonly parseDiagnostics?: readonly unknown[] }
  return parseDiagnostics?.length ?? 0
}

/** The smallest node whose own text (without leading comments) covers the span. */
export function nodeAt(source: Source, span: Span): ts.Node {
  let found: ts.Node = source.tree
  const visit = (node: ts.Node): void => {
    if (node.getStart(source.tree) <= span.start && node.end >= span.end) {
      found = node
      ts.forEachChild(node, visit)
    }
  }
  ts.forEachChild(source.tree, visit)
  return found
}

export function textOf(source: Source, node: ts.Node): string {
  return source.text.slice(node.getStart(source.tree), node.end)
}

export function contains(outer: ts.Node, inner: ts.Node): boolean {
  for (let node: ts.Node | undefined = inner; node !== undefined; node = node.parent as ts.Node | undefined) if (node === outer) return true
  return false
}

/** Parents from the node outward, itself excluded. */
export function* ancestors(node: ts.Node): Generator<ts.Node> {
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined) yield parent
}

/** Pre-order walk; `visit` returns false to leave a subtree out. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | undefined): void {
  if (visit(node) === false) return
  ts.forEachChild(node, (child) => {
    walk(child, visit)
  })
}

/** Whether the node or anything below it passes the test. */
export function some(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return test(node) || ts.forEachChild(node, (child) => (some(child, test) ? true : undefined)) === true
}

export type FunctionNode =
  ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isGetAccessor(node) ||
    ts.isSetAccessor(node)
  )
}

export function enclosingFunction(node: ts.Node): FunctionNode | null {
  for (const parent of ancestors(node)) if (isFunctionNode(parent)) return parent
  return null
}

export function isAsync(node: FunctionNode): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)
}

/** Through parentheses, casts, `!` and `satisfies`. */
export function bare(node: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return bare(node.expression)
  }
  return node
}
