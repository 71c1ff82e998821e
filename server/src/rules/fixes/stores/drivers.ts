/** How each driver's connection is checked out of its pool, begun, committed, rolled back and given back. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { textOf, type Source } from '../source/source'

/** What becomes of one mention of the pool in the statements. */
export interface Use {
  /** Why it cannot move to the connection; `{c}` is the pool. */
  readonly why: string | null
  readonly member: string | null
  readonly changes: readonly TextChange[]
}

/** In the lines `{c}` is the connection (in `checkOut`: the pool). */
export interface Driver {
  readonly handleNames: readonly string[]
  readonly checkOut: string
  /** Null: checking it out has begun the transaction. */
  readonly begin: string | null
  /** Nothing may be rolled back that has not begun. */
  readonly beginFirst?: true
  readonly commit: string
  readonly rollback: string
  readonly release: string | null
  /** By the text of the module that makes it. */
  readonly isPool: (text: string) => boolean
  /** Members that only the pool has, or that leave the connection. */
  readonly ownConnection: ReadonlySet<string>
  /** The pool, where a link of the write's chain shows it in a way of its own. */
  readonly holder?: (link: ts.Expression) => ts.Expression | null
  readonly use?: (use: ts.Expression, handle: string, source: Source) => Use | null
  /** A package whose default export is a connection that its other exports are not on. */
  readonly module?: string
  /** A transaction refuses a statement while another one runs. */
  readonly oneAtATime?: true
}

const always = (): boolean => true
const textControl = { begin: "await {c}.query('BEGIN')", commit: "await {c}.query('COMMIT')", rollback: "await {c}.query('ROLLBACK')" }

const pg: Driver = {
  handleNames: ['client', 'connection', 'pgClient'],
  checkOut: 'await {c}.connect()',
  ...textControl,
  release: '{c}.release()',
  isPool: (text) => /new (?:\w+\.)?Pool\(/.test(text),
  ownConnection: new Set(['connect', 'end']),
}

const mysql: Driver = {
  handleNames: ['connection', 'conn', 'client'],
  checkOut: 'await {c}.getConnection()',
  begin: 'await {c}.beginTransaction()',
  commit: 'await {c}.commit()',
  rollback: 'await {c}.rollback()',
  release: '{c}.release()',
  isPool: (text) => text.includes('createPool('),
  ownConnection: new Set(['getConnection', 'end']),
}

/** The pool is a template tag itself, its connections have one. */
const vercel: Driver = {
  handleNames: ['client', 'connection', 'pgClient'],
  checkOut: 'await {c}.connect()',
  ...textControl,
  release: '{c}.release()',
  isPool: (text) => !text.includes('createClient('),
  ownConnection: new Set(['connect', 'end']),
  use: (use, handle, source) => {
    if (!ts.isTaggedTemplateExpression(use.parent)) return null
    return { why: null, member: 'sql', changes: [{ start: use.getStart(source.tree), end: use.end, text: `${handle}.sql` }] }
  },
}

/** A transaction of libSQL's takes a statement as one argument, the client also as two. */
const libsql: Driver = {
  handleNames: ['tx', 'transaction'],
  checkOut: "await {c}.transaction('write')",
  begin: null,
  commit: 'await {c}.commit()',
  rollback: 'await {c}.rollback()',
  release: '{c}.close()',
  isPool: always,
  ownConnection: new Set(['transaction', 'migrate', 'sync', 'close', 'reconnect', 'protocol']),
  use: (use, handle, source) => {
    const access = use.parent
    if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent)) return null
    const [text, values, more] = access.parent.arguments
    const named: TextChange = { start: use.getStart(source.tree), end: use.end, text: handle }
    if (access.name.text === 'batch' && values !== undefined)
      return { why: 'A batch in a transaction has no mode of its own.', member: 'batch', changes: [named] }
    if (access.name.text !== 'execute' || text === undefined || values === undefined) return null
    const { pad } = source.style
    const start = text.getStart(source.tree)
    return {
      why: more === undefined ? null : 'A statement is run with options of its own.',
      member: 'execute',
      changes: [
        named,
        { start, end: start, text: `{${pad}sql: ` },
        { start: values.getStart(source.tree), end: values.getStart(source.tree), text: 'args: ' },
        { start: values.end, end: values.end, text: `${pad}}` },
      ],
    }
  },
}

/** A request is on the pool or on a transaction, depending on what made it. */
const mssql: Driver = {
  handleNames: ['transaction', 'tx'],
  checkOut: '{c}.transaction()',
  begin: 'await {c}.begin()',
  beginFirst: true,
  commit: 'await {c}.commit()',
  rollback: 'await {c}.rollback()',
  release: null,
  isPool: always,
  ownConnection: new Set(['transaction', 'connect', 'close']),
  module: 'mssql',
  oneAtATime: true,
  holder: (link) => {
    if (ts.isNewExpression(link)) return /(^|\.)Request$/.test(link.expression.getText()) ? (link.arguments?.[0] ?? null) : null
    const request = ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && link.expression.name.text === 'request'
    return request ? link.expression.expression : null
  },
  use: (use, handle, source) => {
    const { parent } = use
    const request = (node: ts.Node): Use => ({
      why: null,
      member: 'request',
      changes: [{ start: node.getStart(source.tree), end: node.end, text: `${handle}.request()` }],
    })
    if (ts.isNewExpression(parent) && /(^|\.)Request$/.test(textOf(source, parent.expression))) return request(parent)
    return ts.isPropertyAccessExpression(parent) && /^(query|batch)$/.test(parent.name.text) ? request(use) : null
  },
}

export const drivers: Readonly<Record<string, Driver>> = { pg, mysql, mysql2: mysql, 'vercel-postgres': vercel, libsql, mssql }
