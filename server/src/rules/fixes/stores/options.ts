/** Adding an option to a call that takes its options at a known place. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { textOf, type Source } from '../source/source'
import { indentAt, lineStart } from '../source/style'

/** `create(row)` → `create(row, { transaction })`; an object that is there already gets one more property. */
export function addOption(source: Source, call: ts.CallExpression, index: number, option: string, value: string): TextChange | null {
  const { pad } = source.style
  const property = option === value ? option : `${option}: ${value}`
  const given = call.arguments[index]
  if (given !== undefined) {
    if (!ts.isObjectLiteralExpression(given))
      return { start: given.getStart(source.tree), end: given.end, text: `{${pad}...${textOf(source, given)}, ${property}${pad}}` }
    if (given.properties.some(({ name }) => name?.getText(source.tree) === option)) return null
    const last = given.properties.at(-1)
    if (last === undefined) return { start: given.getStart(source.tree), end: given.end, text: `{${pad}${property}${pad}}` }
    const ownLine = lineStart(source.text, last.getStart(source.tree)) !== lineStart(source.text, given.getStart(source.tree))
    const before = ownLine ? `,${source.style.eol}${indentAt(source.text, last.getStart(source.tree))}` : ', '
    return { start: last.end, end: last.end, text: before + property }
  }
  const missing = Array.from({ length: index - call.arguments.length }, () => 'undefined')
  const last = call.arguments.at(-1)
  const text = [...missing, `{${pad}${property}${pad}}`].join(', ')
  if (last === undefined) return { start: call.end - 1, end: call.end - 1, text }
  const ownLine = lineStart(source.text, last.getStart(source.tree)) !== lineStart(source.text, call.arguments.pos)
  return { start: last.end, end: last.end, text: ownLine ? `,${source.style.eol}${indentAt(source.text, last.getStart(source.tree))}${text}` : `, ${text}` }
}

/** `Order`, `this.orderModel`: a class of rows, not a row. */
export function looksLikeModel(text: string): boolean {
  const last = /([\w$]+)$/.exec(text)?.[1] ?? ''
  return /^[A-Z]/.test(last) || /Model$/i.test(last) || /\bmodels?\.\w+$/.test(text)
}
