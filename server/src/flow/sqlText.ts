/** What an SQL text does, by its verb. Unknown parts of the text are written `{}`. */
import type { WriteForm } from '../models/effects'

export type SqlStatement =
  | { readonly kind: 'begin' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'read'; readonly table: string | null }
  | {
      readonly kind: 'write'
      readonly form: WriteForm
      readonly table: string | null
      readonly columns: readonly string[] | null
      readonly idempotent: 'always' | 'never' | 'by-form'
    }
  | { readonly kind: 'other' }

/** `null`: the text is not known; it is taken to be no write. */
export function classifySql(text: string | null): SqlStatement {
  if (text === null) return { kind: 'other' }
  const sql = text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ').trim()
  const verb = /^\(*\s*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase()
  switch (verb) {
    case 'BEGIN':
    case 'START':
      return { kind: 'begin' }
    case 'COMMIT':
    case 'END':
      return { kind: 'commit' }
    case 'ROLLBACK':
    case 'ABORT':
      return { kind: 'rollback' }
    case 'INSERT':
    case 'REPLACE':
    case 'MERGE':
    case 'UPSERT':
      return insertion(sql, verb)
    case 'UPDATE':
      return {
        kind: 'write',
        form: 'update',
        table: name(/^UPDATE\s+(?:ONLY\s+)?([^\s(]+)/i, sql),
        columns: null,
        idempotent: updatesByItself(sql) ? 'never' : 'by-form',
      }
    case 'DELETE':
      return { kind: 'write', form: 'delete', table: name(/^DELETE\s+FROM\s+([^\s(;]+)/i, sql), columns: null, idempotent: 'by-form' }
    case 'TRUNCATE':
      return { kind: 'write', form: 'delete', table: null, columns: null, idempotent: 'always' }
    case 'WITH': {
      const inner = /\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b[\s\S]*/i.exec(sql)
      return inner === null ? { kind: 'read', table: null } : classifySql(inner[0])
    }
    case 'SELECT':
      return { kind: 'read', table: name(/\bFROM\s+([^\s(;,]+)/i, sql) }
    default:
      return { kind: 'other' }
  }
}

function insertion(sql: string, verb: string): SqlStatement {
  const table = name(/\bINTO\s+([^\s(]+)/i, sql)
  const columns = /\bINTO\s+[^\s(]+\s*\(([^)]*)\)/i.exec(sql)?.[1]
  const conflict =
    verb !== 'INSERT' || /\bON\s+CONFLICT\b|\bON\s+DUPLICATE\s+KEY\b|\bINSERT\s+(?:OR\s+)?(?:IGNORE|REPLACE)\b|\bWHERE\s+NOT\s+EXISTS\b/i.test(sql)
  const form: WriteForm = conflict ? 'upsert' : 'create'
  return {
    kind: 'write',
    form,
    table,
    columns: columns === undefined ? null : columns.split(',').map((column) => unquoted(column.trim())),
    idempotent: conflict ? (updatesByItself(sql.slice(sql.search(/\bON\b/i))) ? 'never' : 'always') : 'by-form',
  }
}

/** `SET credits = credits + 1`: the new value depends on the old one. */
function updatesByItself(sql: string): boolean {
  return /(?:^|[\s,.("`[])([a-z_][\w]*)["`\]]?\s*=\s*(?:COALESCE\(\s*)?(?:["`[]?\w+["`\]]?\.)?["`[]?\1["`\]]?(?:\s*,\s*[^)]*\))?\s*[-+*/|]/i.test(sql)
}

/**
 * A fragment of a statement that computes from a column: `credits + 1`, `{} - 1`, `COALESCE(credits, 0) + {}`. Moments computed from the clock
 * are not; joining an object to a JSON column repeats without harm.
 */
export function computesFromRow(text: string | null): boolean {
  if (text === null || classifySql(text).kind !== 'other') return false
  if (/\b(?:array_append|array_cat|array_prepend|json_array_append|json_insert)\s*\(/i.test(text)) return true
  const plain = text.replaceAll(/'(?!\{)(?:[^']|'')*'/g, "''")
  for (const [, operand = '', operator, right = ''] of plain.matchAll(arithmetic))
    if (!/^(?:[\d.]+|current_\w+|excluded\b.*|interval|)$/i.test(operand) && !(operator === '||' && right.startsWith("'"))) return true
  return false
}

const arithmetic = /((?:coalesce|greatest|least|ifnull|isnull|nvl)\s*\([^()]*\)|\?\?|\{\}|["`[]?[a-z_][\w."`\]]*)(?:::\w+)?\s*(\|\||[-+*/](?![->*]))\s*(\S*)/gi

function name(pattern: RegExp, sql: string): string | null {
  const found = pattern.exec(sql)?.[1]
  return found === undefined ? null : unquoted(found)
}

function unquoted(text: string): string {
  return (text.split('.').at(-1) ?? text).replaceAll(/["`[\];]/g, '')
}
