/** Inserting lines around statements and moving statements to the right, without printing any of them anew. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { walk, type Source } from './source'
import { indentAt, lineEnd, lineStart } from './style'

/** Neighbouring statements of one list, with the comments that belong to them. */
export interface StatementRange {
  readonly list: StatementList
  readonly statements: readonly ts.Statement[]
  readonly start: number
  readonly end: number
  readonly indent: string
}

export type StatementList = ts.Block | ts.SourceFile | ts.CaseOrDefaultClause | ts.ModuleBlock

export function isStatementList(node: ts.Node): node is StatementList {
  return ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node) || ts.isModuleBlock(node)
}

export function rangeOf(source: Source, list: StatementList, first: number, last: number): StatementRange | null {
  const statements = list.statements.slice(first, last + 1)
  const head = statements[0]
  const tail = statements.at(-1)
  if (head === undefined || tail === undefined) return null
  return { list, statements, start: leadingStart(source, head), end: trailingEnd(source, tail), indent: indentAt(source.text, head.getStart(source.tree)) }
}

/** Start of the comments that stand directly above a statement, else of the statement; of its line, when nothing else is on it. */
function leadingStart(source: Source, statement: ts.Statement): number {
  const { text } = source
  let start = statement.getStart(source.tree)
  const comments = ts.getLeadingCommentRanges(text, statement.pos) ?? []
  for (const comment of [...comments].reverse()) {
    const between = text.slice(comment.end, start)
    const alone = text.slice(lineStart(text, comment.pos), comment.pos).trim() === ''
    if (/\n[ \t]*\r?\n/.test(between) || !alone) break
    start = comment.pos
  }
  const line = lineStart(text, start)
  return text.slice(line, start).trim() === '' ? line : start
}

function trailingEnd(source: Source, statement: ts.Statement): number {
  const comments = ts.getTrailingCommentRanges(source.text, statement.end) ?? []
  return comments.at(-1)?.end ?? statement.end
}

/** Lines of one wrapper around a body; `depth` is how far the body moves to the right. */
export interface Wrapper {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly depth: number
}

/** Puts the wrapper's lines around the range and indents what is between. Lines inside template literals stay as they are. */
export function wrapRange(source: Source, range: StatementRange, wrapper: Wrapper): readonly TextChange[] {
  const { eol, unit } = source.style
  const { text } = source
  const lines = (all: readonly string[]): string => all.map((line) => (line === '' ? '' : range.indent + line)).join(eol)
  const ownLine = lineStart(text, range.start) === range.start
  const changes: TextChange[] = []
  const deeper = unit.repeat(wrapper.depth)
  if (wrapper.before.length > 0) {
    const head = lines(wrapper.before) + eol
    changes.push({ start: range.start, end: range.start, text: ownLine ? head : head.slice(range.indent.length) + range.indent + deeper })
  }
  changes.push(...indentLines(source, range.start, range.end, deeper, ownLine))
  if (wrapper.after.length > 0) {
    const rest = text.slice(range.end, lineEnd(text, range.end))
    changes.push({ start: range.end, end: range.end, text: eol + lines(wrapper.after) + (rest.trim() === '' ? '' : eol + range.indent) })
  }
  return changes
}

function indentLines(source: Source, start: number, end: number, deeper: string, includeFirst: boolean): readonly TextChange[] {
  if (deeper === '') return []
  const { text } = source
  const fixed = fixedSpans(source)
  const changes: TextChange[] = []
  for (let at = includeFirst ? start : lineEnd(text, start) + 1; at < end; at = lineEnd(text, at) + 1) {
    if (text.charAt(at) === '\n' && text.charAt(at - 1) === '\r') at++
    if (at >= end) break
    const blank = text.slice(at, lineEnd(text, at)).trim() === ''
    if (!blank && !fixed.some((span) => span.start < at && at < span.end)) changes.push({ start: at, end: at, text: deeper })
  }
  return changes
}

/** Text whose line breaks are part of its value. */
function fixedSpans(source: Source): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = []
  walk(source.tree, (node) => {
    if (
      ts.isNoSubstitutionTemplateLiteral(node) ||
      node.kind === ts.SyntaxKind.TemplateHead ||
      node.kind === ts.SyntaxKind.TemplateMiddle ||
      node.kind === ts.SyntaxKind.TemplateTail ||
      ts.isStringLiteral(node)
    ) {
      spans.push({ start: node.getStart(source.tree), end: node.end })
    }
    return undefined
  })
  return spans
}

/** Adds lines at the start of a block: directly after its `{`. */
export function prependToBlock(source: Source, block: ts.Block, lines: readonly string[]): TextChange {
  const { eol, unit } = source.style
  const open = block.getStart(source.tree) + 1
  const outer = indentAt(source.text, block.getStart(source.tree))
  const first = block.statements[0]
  const indent =
    first === undefined || lineStart(source.text, first.getStart(source.tree)) === lineStart(source.text, open)
      ? outer + unit
      : indentAt(source.text, first.getStart(source.tree))
  const added = lines.map((line) => eol + indent + line).join('')
  const rest = source.text.slice(open, lineEnd(source.text, open))
  const onOneLine = rest.trim() !== '' && !/^\s*(\/\/|\/\*)/.test(rest)
  if (rest.trim() !== '' && !onOneLine) return { start: lineEnd(source.text, open), end: lineEnd(source.text, open), text: added }
  return { start: open, end: open, text: added + (onOneLine ? eol + (rest.trim() === '}' || block.statements.length === 0 ? outer : indent) : '') }
}

/** Adds lines at the end of a block: after its last statement and the comments behind it. */
export function appendToBlock(source: Source, block: ts.Block, lines: readonly string[]): TextChange {
  const last = block.statements.at(-1)
  const { eol, unit } = source.style
  if (last === undefined) {
    // Comments alone: the new lines follow them.
    const close = block.end - 1
    const start = lineStart(source.text, close)
    if (start <= block.getStart(source.tree) || source.text.slice(start, close).trim() !== '') return prependToBlock(source, block, lines)
    const deeper = indentAt(source.text, close) + unit
    return { start, end: start, text: lines.map((line) => deeper + line + eol).join('') }
  }
  const indent = indentAt(source.text, last.getStart(source.tree))
  const comments = ts.getLeadingCommentRanges(source.text, trailingEnd(source, last)) ?? []
  const at = comments.at(-1)?.end ?? trailingEnd(source, last)
  return { start: at, end: at, text: lines.map((line) => eol + indent + line).join('') }
}
