/** How a file is formatted, so that inserted code looks like its surroundings. */
import ts from 'typescript'

export interface Style {
  readonly eol: '\n' | '\r\n'
  readonly quote: "'" | '"'
  /** `;` or nothing. */
  readonly end: string
  /** One level of indentation. */
  readonly unit: string
  /** `,` or nothing, after the last item of a list that is broken over lines. */
  readonly comma: string
  /** Longest line that inserted code may have. */
  readonly width: number
  /** `{ a }` or `{a}`. */
  readonly pad: string
}

export function detectStyle(tree: ts.SourceFile): Style {
  const text = tree.text
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    quote: detectQuote(tree),
    end: detectSemicolons(tree),
    unit: detectIndent(tree),
    comma: /,\s*\r?\n\s*[}\])]/.test(text) ? ',' : '',
    width: detectWidth(text),
    pad: /\{[a-zA-Z][^{}\n]*\}/.test(text.replace(/`[^`]*`/g, '')) && !/\{ [a-zA-Z]/.test(text) ? '' : ' ',
  }
}

function detectWidth(text: string): number {
  let longest = 80
  for (const line of text.split(/\r?\n/)) if (line.length > longest && !line.includes('http')) longest = line.length
  return Math.min(longest, 120)
}

function detectQuote(tree: ts.SourceFile): "'" | '"' {
  let single = 0
  let double = 0
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isJsxAttribute(node.parent)) {
      if (tree.text.charAt(node.getStart(tree)) === "'") single++
      else double++
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return double > single ? '"' : "'"
}

function detectSemicolons(tree: ts.SourceFile): string {
  let withEnd = 0
  let without = 0
  const visit = (node: ts.Node): void => {
    if (
      ts.isExpressionStatement(node) ||
      ts.isVariableStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isImportDeclaration(node) ||
      ts.isThrowStatement(node)
    ) {
      if (tree.text.charAt(node.end - 1) === ';') withEnd++
      else without++
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return without > withEnd ? '' : ';'
}

/** The most frequent step from a block's own line to its first statement. */
function detectIndent(tree: ts.SourceFile): string {
  const votes = new Map<string, number>()
  const visit = (node: ts.Node): void => {
    const first = ts.isBlock(node) || ts.isCaseClause(node) ? node.statements[0] : ts.isObjectLiteralExpression(node) ? node.properties[0] : undefined
    if (first !== undefined) {
      const outer = indentAt(tree.text, node.getStart(tree))
      const inner = indentAt(tree.text, first.getStart(tree))
      if (inner.length > outer.length && inner.startsWith(outer) && lineStart(tree.text, first.getStart(tree)) !== lineStart(tree.text, node.getStart(tree))) {
        const step = inner.slice(outer.length)
        votes.set(step, (votes.get(step) ?? 0) + 1)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  let best = '  '
  let most = 0
  for (const [step, count] of votes) {
    if (count > most) {
      best = step
      most = count
    }
  }
  return best
}

export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text.charAt(at - 1) !== '\n' && text.charAt(at - 1) !== '\r') at--
  return at
}

/** Offset of the line break that ends the line, or of the text's end. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++
  return at
}

/** White space at the start of the line that holds an offset. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset)
  let end = start
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++
  return text.slice(start, end)
}
