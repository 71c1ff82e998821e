/**
 * Fixtures: one string, many files. A line `//- /path` begins a file; text before the first one is `/main.ts`. Carets in a comment label
 * the code above them:
 *
 *     await db.order.create({ data: {} })
 *     //             ^^^^^^ d swallowed
 */

export interface Annotation {
  readonly file: string
  /** One-based, as in reports. */
  readonly line: number
  readonly column: number
  readonly length: number
  readonly text: string
}

export interface Fixture {
  /** Text by path; annotation lines stay in as comments, so positions are those of the fixture. */
  readonly files: Readonly<Record<string, string>>
  readonly annotations: readonly Annotation[]
}

const fileHeader = /^\s*\/\/- (\/\S+)\s*$/
const annotationLine = /^(\s*\/\/\s*)(\^+)\s*(.*)$/

export function parseFixture(source: string): Fixture {
  const files: Record<string, string> = {}
  const annotations: Annotation[] = []
  let file = '/main.ts'
  let lines: string[] = []
  let annotated = 0

  const close = (): void => {
    if (lines.some((line) => line.trim() !== '')) files[file] = lines.join('\n')
    lines = []
    annotated = 0
  }
  for (const line of source.replace(/^\n/, '').split('\n')) {
    const header = fileHeader.exec(line)
    if (header?.[1] !== undefined) {
      close()
      file = header[1]
      if (files[file] !== undefined) throw new Error(`The fixture has two files ${file}`)
      continue
    }
    lines.push(line)
    const [, before, carets, text] = annotationLine.exec(line) ?? []
    if (before === undefined || carets === undefined) annotated = lines.length
    else if (annotated === 0) throw new Error(`Carets without code above them: ${line.trim()}`)
    else annotations.push({ file, line: annotated, column: before.length + 1, length: carets.length, text: (text ?? '').trim() })
  }
  close()
  return { files, annotations }
}
