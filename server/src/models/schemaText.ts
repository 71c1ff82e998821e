/** Unique keys and relations of tables, read from the text of Prisma schemas and SQL files. */

/** `generated`: the database or a random source makes the value, so a repeated insert would not collide. */
export interface SchemaKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly generated: boolean
}

/** `path` decides the language. A table known by several names has its keys under each. */
export function uniqueKeysInText(path: string, text: string): readonly SchemaKey[] {
  if (path.endsWith('.prisma')) return prismaKeys(text)
  return path.endsWith('.sql') ? sqlKeys(text) : []
}

/** A field of a model that holds rows of another one. */
export interface SchemaRelation {
  readonly table: string
  readonly field: string
  readonly to: string
}

export function relationsInText(path: string, text: string): readonly SchemaRelation[] {
  if (!path.endsWith('.prisma')) return []
  const models = [...modelsOf(text)]
  const names = new Set(models.map(({ name }) => name))
  return models.flatMap(({ name, lines }) =>
    lines.flatMap((line) => {
      const [, field = '', to = ''] = /^(\w+)\s+(\w+)(?:\[\]|\?)?(?=\s|$)/.exec(line) ?? []
      return names.has(to) ? [{ table: name, field, to }] : []
    }),
  )
}

interface Field {
  readonly name: string
  /** Its name in the database, where `@map` gives one. */
  readonly column: string
  readonly attributes: string
}

const generatedDefault = /@default\(\s*(?:autoincrement|cuid|uuid|ulid|nanoid|auto|sequence|dbgenerated)\s*\(/

function* modelsOf(text: string): Generator<{ readonly name: string; readonly lines: readonly string[] }> {
  for (const [, name = '', body = ''] of text.replace(/\/\/[^\n]*/g, '').matchAll(/^[ \t]*model\s+(\w+)\s*\{([\s\S]*?)^[ \t]*\}/gm))
    yield { name, lines: body.split('\n').map((line) => line.trim()) }
}

function prismaKeys(text: string): readonly SchemaKey[] {
  const keys: SchemaKey[] = []
  for (const { name, lines } of modelsOf(text)) {
    const tables = [name, ...quoted(lines.find((line) => line.startsWith('@@map')))]
    const fields = lines.flatMap((line): readonly Field[] => {
      const [, field, attributes = ''] = /^(\w+)\s+\S+(.*)$/.exec(line) ?? []
      return field === undefined ? [] : [{ name: field, column: quoted(/(?<!@)@map\([^)]*\)/.exec(attributes)?.[0])[0] ?? field, attributes }]
    })
    const add = (columns: readonly string[]): void => {
      const found = columns.map((column) => fields.find((field) => field.name === column) ?? { name: column, column, attributes: '' })
      const generated = found.some((field) => generatedDefault.test(field.attributes))
      const renamed = found.some((field) => field.column !== field.name) ? [found.map((field) => field.column)] : []
      for (const table of tables) for (const names of [columns, ...renamed]) keys.push({ table, columns: names, generated })
    }
    for (const { name: field, attributes } of fields) if (/@(?:id|unique)\b/.test(attributes)) add([field])
    for (const line of lines) {
      const list = /^@@(?:id|unique)\s*\(\s*(?:fields\s*:\s*)?\[([^\]]*)\]/.exec(line)?.[1]
      if (list !== undefined) add(list.split(',').map((column) => column.trim().replace(/\(.*$/, '')))
    }
  }
  return keys
}

function quoted(text: string | undefined): readonly string[] {
  const value = /"([^"]*)"/.exec(text ?? '')?.[1]
  return value === undefined ? [] : [value]
}

const generatedColumn =
  /\b(?:small|big)?serial\d?\b|\bauto_?increment\b|\bidentity\b|\bgenerated\b|\bdefault\s+\(?\s*(?:\w+\.)?(?:gen_random_uuid|uuid_generate_v\d\w*|uuidv\d|uuid|newid|nextval|gen_ulid|newsequentialid|random)\b/i
const sqliteRowId = /^integer\s+primary\s+key\b/i
const name = String.raw`(?:["\x60\[]?[\w$]+["\x60\]]?\s*\.\s*)*["\x60\[]?([\w$]+)["\x60\]]?`

function sqlKeys(sql: string): readonly SchemaKey[] {
  const text = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  const keys: SchemaKey[] = []
  const generated = new Map<string, Set<string>>()
  const add = (table: string, columns: readonly string[]): void => {
    if (columns.length > 0) keys.push({ table, columns, generated: columns.some((column) => generated.get(table)?.has(column) === true) })
  }
  for (const match of text.matchAll(new RegExp(String.raw`\bcreate\s+(?:\w+\s+)?table\s+(?:if\s+not\s+exists\s+)?${name}\s*\(`, 'gi'))) {
    const table = match[1] ?? ''
    const items = splitTopLevel(text, match.index + match[0].length)
    const made = new Set<string>()
    generated.set(table, made)
    for (const item of items) {
      const [, column, rest] = /^["`[]?([\w$]+)["`\]]?\s+([\s\S]*)$/.exec(item) ?? []
      if (column !== undefined && rest !== undefined && (generatedColumn.test(rest) || sqliteRowId.test(rest))) made.add(column)
    }
    for (const item of items) {
      const list =
        /^(?:constraint\s+\S+\s+)?(?:primary\s+key|unique(?:\s+(?:key|index))?)\s*(?:nulls\s+(?:not\s+)?distinct\s*)?(?:["`[]?[\w$]+["`\]]?\s*)?\(([^)]*)\)/i.exec(
          item,
        )?.[1]
      const [, column, rest] = /^["`[]?([\w$]+)["`\]]?\s+([\s\S]*)$/.exec(item) ?? []
      if (list !== undefined) add(table, columnNames(list))
      else if (
        column !== undefined &&
        rest !== undefined &&
        /\bprimary\s+key\b|\bunique\b/i.test(rest.replace(/'[^']*'/g, '')) &&
        !/^(?:constraint|foreign|check|exclude|index|key|like)$/i.test(column)
      )
        add(table, [column])
    }
  }
  for (const match of text.matchAll(
    new RegExp(
      String.raw`\bcreate\s+unique\s+(?:clustered\s+|nonclustered\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:\S+\s+)?on\s+(?:only\s+)?${name}\s*(?:using\s+\w+\s*)?\(([^)]*)\)`,
      'gi',
    ),
  )) {
    add(match[1] ?? '', columnNames(match[2] ?? ''))
  }
  for (const match of text.matchAll(new RegExp(String.raw`\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${name}\s([^;]*)`, 'gi'))) {
    for (const [, list] of (match[2] ?? '').matchAll(
      /\badd\s+(?:constraint\s+\S+\s+)?(?:primary\s+key|unique(?:\s+(?:key|index))?)\s*(?:["`[]?[\w$]+["`\]]?\s*)?\(([^)]*)\)/gi,
    ))
      add(match[1] ?? '', columnNames(list ?? ''))
  }
  return keys
}

/** What stands between the commas after `start`, up to the closing parenthesis. */
function splitTopLevel(text: string, start: number): readonly string[] {
  const items: string[] = []
  let depth = 0
  let from = start
  for (let i = start; i < text.length; i++) {
    const character = text[i]
    if (character === "'") {
      const end = text.indexOf("'", i + 1)
      if (end < 0) break
      i = end
    } else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) {
      items.push(text.slice(from, i).trim())
      return items
    } else if (character === ',' && depth === 0) {
      items.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return items
}

function columnNames(list: string): readonly string[] {
  return list.split(',').flatMap((item) => /^\s*["`[]?([\w$]+)/.exec(item)?.[1] ?? [])
}
