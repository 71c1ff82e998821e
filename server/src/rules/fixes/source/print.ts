/** Writing a new call: on one line where it fits, else one argument or property a line, in the file's style. */
import type { Style } from './style'

/** An argument: text, or an object literal as a list of its properties. `[name, name]` becomes a shorthand. */
export type Argument = string | readonly (readonly [string, string])[]

/** `indent` is where the statement starts. Lines after the first are relative to it. */
export function printCall(style: Style, indent: string, lead: string, callee: string, list: readonly Argument[]): readonly string[] {
  const flat = list.map((argument) => (typeof argument === 'string' ? argument : printFlat(style, argument)))
  const oneLine = `${lead}${callee}(${flat.join(', ')})${style.end}`
  if (columns(indent) + oneLine.length <= style.width) return [oneLine]
  const [only] = list
  if (list.length === 1 && only !== undefined && typeof only !== 'string') {
    return [
      `${lead}${callee}({`,
      ...only.map(([key, value]) => `${style.unit}${printProperty(key, value)},`).map((line, index) => lastComma(style, line, index, only.length)),
      `})${style.end}`,
    ]
  }
  const lines = flat.flatMap((text, index) => {
    const argument = list[index]
    const comma = index < list.length - 1 ? ',' : style.comma
    if (argument === undefined || typeof argument === 'string' || columns(indent + style.unit) + text.length + 1 <= style.width)
      return [`${style.unit}${text}${comma}`]
    const properties = argument.map(([key, value], at) => lastComma(style, `${style.unit}${style.unit}${printProperty(key, value)},`, at, argument.length))
    return [`${style.unit}{`, ...properties, `${style.unit}}${comma}`]
  })
  return [`${lead}${callee}(`, ...lines, `)${style.end}`]
}

function lastComma(style: Style, line: string, index: number, count: number): string {
  return index === count - 1 && style.comma === '' ? line.slice(0, -1) : line
}

function printFlat(style: Style, properties: readonly (readonly [string, string])[]): string {
  return `{${style.pad}${properties.map(([key, value]) => printProperty(key, value)).join(', ')}${style.pad}}`
}

function printProperty(key: string, value: string): string {
  return key === value ? key : `${key}: ${value}`
}

export function quoted(style: Style, text: string): string {
  return style.quote + text.replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`) + style.quote
}

/** A tab counts as four columns. */
function columns(indent: string): number {
  return indent.replaceAll('\t', '    ').length
}
