/** Applying changes to text, and the proof that a change only adds: the result parses and no comment is lost. */
import ts from 'typescript'
import type { FilePath } from '../../../base/location'
import type { FileEdit, TextChange } from '../fix'
import { enclosingFunction, isAsync, openSource, walk, type Source } from './source'

export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = ''
  let at = 0
  for (const change of mergeChanges(changes)) {
    result += text.slice(at, change.start) + change.text
    at = change.end
  }
  return result + text.slice(at)
}

/** Sorted by position; insertions at one offset keep their order and become one. */
export function mergeChanges(changes: readonly TextChange[]): readonly TextChange[] {
  const sorted = changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.start - b.change.start || a.change.end - b.change.end || a.index - b.index)
  const merged: TextChange[] = []
  for (const { change } of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && last.start === last.end && last.start === change.start)
      merged[merged.length - 1] = { start: change.start, end: change.end, text: last.text + change.text }
    else merged.push(change)
  }
  return merged
}

function overlaps(changes: readonly TextChange[]): boolean {
  return changes.some((change, index) => {
    const next = changes[index + 1]
    return next !== undefined && change.end > next.start
  })
}

/** Collects the changes of several files in the order they are made. */
export interface Draft {
  add(file: FilePath, ...changes: readonly TextChange[]): void
  edits(): readonly FileEdit[]
}

export function createDraft(): Draft {
  const byFile = new Map<FilePath, TextChange[]>()
  return {
    add(file, ...changes) {
      const list = byFile.get(file)
      if (list === undefined) byFile.set(file, [...changes])
      else list.push(...changes)
    },
    edits: () => [...byFile].filter(([, changes]) => changes.length > 0).map(([file, changes]) => ({ file, changes: mergeChanges(changes) })),
  }
}

/** Every edited file still parses and keeps its comments. */
export function isSound(edits: readonly FileEdit[], readFile: (file: FilePath) => string | undefined): boolean {
  return edits.every(({ file, changes }) => {
    const before = readFile(file)
    if (before === undefined || overlaps(changes)) return false
    const after = applyChanges(before, changes)
    const source = openSource(file, after)
    return source !== null && awaitsWhereItMay(source) && keepsComments(file, before, after)
  })
}

/** The parser accepts `await` in a function that is not async; only its top level may have it otherwise. */
function awaitsWhereItMay({ tree }: Source): boolean {
  let sound = true
  walk(tree, (node) => {
    if (!ts.isAwaitExpression(node)) return sound
    const run = enclosingFunction(node)
    if (run !== null && !isAsync(run)) sound = false
    return sound
  })
  return sound
}

function keepsComments(file: FilePath, before: string, after: string): boolean {
  const left = [...commentsOf(file, after)]
  return commentsOf(file, before).every((comment) => {
    const index = left.indexOf(comment)
    if (index < 0) return false
    left.splice(index, 1)
    return true
  })
}

/** Text of every comment, without the indentation of its lines. */
export function commentsOf(file: FilePath, text: string): readonly string[] {
  const tree = openSource(file, text)?.tree
  if (tree === undefined) return []
  const found = new Map<number, string>()
  const note = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const range of ranges ?? []) found.set(range.pos, text.slice(range.pos, range.end).replace(/\s*\n\s*/g, '\n'))
  }
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText) return
    note(ts.getLeadingCommentRanges(text, node.pos))
    note(ts.getTrailingCommentRanges(text, node.end))
    for (const child of node.getChildren(tree)) visit(child)
  }
  visit(tree)
  return [...found.values()]
}
