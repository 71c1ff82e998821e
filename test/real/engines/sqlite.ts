/** SQLite in a file: each client opens it by its own driver. */
import { mkdtempSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filled, load, tables, type Engine } from './engine'
import { entityClasses, mikroOrm, objection, sequelize, typeorm } from './modules'

interface Sqlite {
  exec(text: string): void
  prepare(text: string): { get(): Readonly<Record<string, unknown>> }
  close(): void
}

let directory: string | null = null
const directoryOfRun = (): string => (directory ??= mkdtempSync(join(tmpdir(), 'paidpath-sqlite-')))

/** What Sequelize calls of the package `sqlite3`, whose native code no package carries built. */
const sqlite3 = `
import Sqlite from 'better-sqlite3'
const bound = (values) =>
  Array.isArray(values) ? values : Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name.replace(/^\\$/, ''), value]))
const given = (rest) => (typeof rest[0] === 'function' ? [[], rest[0]] : rest)
export const OPEN_READWRITE = 2
export const OPEN_CREATE = 4
export const OPEN_FULLMUTEX = 65536
export class Database {
  constructor(file, mode, opened) {
    this.database = new Sqlite(file)
    queueMicrotask(() => opened.call(this, null))
  }
  serialize(run) { run() }
  exec(text, done) { this.answer(done, () => void this.database.exec(text)) }
  run(text, ...rest) {
    const [values, done] = given(rest)
    this.answer(done, () => {
      const { changes, lastInsertRowid } = this.database.prepare(text).run(bound(values))
      return { changes, lastID: Number(lastInsertRowid) }
    })
  }
  all(text, ...rest) {
    const [values, done] = given(rest)
    this.answer(done, () => {
      const statement = this.database.prepare(text)
      return statement.reader ? statement.all(bound(values)) : (statement.run(bound(values)), [])
    }, true)
  }
  close(done) { this.answer(done, () => void this.database.close()) }
  answer(done, ask, rows = false) {
    try {
      const result = ask()
      queueMicrotask(() => done?.call(rows ? this : (result ?? this), null, rows ? result : undefined))
    } catch (error) {
      queueMicrotask(() => done?.call(this, error))
    }
  }
}`

type Driver = new (file: string) => Sqlite

const withoutNodeSqlite = isBuiltin('node:sqlite') ? null : `Node ${process.version} has no node:sqlite`
const anyDriver = (): Driver =>
  withoutNodeSqlite === null ? (load('node:sqlite') as { readonly DatabaseSync: Driver }).DatabaseSync : (load('better-sqlite3') as Driver)

/** Opened for one question: a client that keeps the file locked would show. */
function withDatabase<T>(file: string, ask: (database: Sqlite) => T): T {
  const database = new (anyDriver())(file)
  try {
    return ask(database)
  } finally {
    database.close()
  }
}

/** The driver is compiled when it is installed: where there is no compiler there is no driver. */
const withoutBetterSqlite = ((): string | null => {
  try {
    new (load('better-sqlite3') as Driver)(':memory:').close()
    return null
  } catch (error) {
    return `better-sqlite3 could not be compiled or loaded (${String(error).split('\n', 1).join('')})`
  }
})()

function run(file: string, statements: readonly string[]): Promise<void> {
  withDatabase(file, (database) => {
    database.exec(statements.join(';'))
  })
  return Promise.resolve()
}

function onSqlite(
  store: string,
  driver: string,
  modules: (file: string) => Readonly<Record<string, string>>,
  missing: string | null = withoutBetterSqlite,
): Engine {
  const file = join(directoryOfRun(), `${store.replace(/\W+/g, '-')}.db`)
  return {
    store,
    on: `SQLite (${driver})`,
    modules: modules(JSON.stringify(file)),
    missing,
    prepare: () => run(file, tables('"', 'TEXT')),
    reset: ({ left }) => run(file, filled('"', left)),
    rows: () =>
      Promise.resolve(
        withDatabase(file, (database) => ({
          orders: Number(database.prepare('SELECT count(*) AS n FROM orders').get()['n']),
          left: Number(database.prepare('SELECT "left" AS n FROM stock').get()['n']),
        })),
      ),
    close: () => {
      rmSync(directoryOfRun(), { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

const knex = (file: string): string => `knex({ client: 'better-sqlite3', connection: { filename: ${file} }, useNullAsDefault: true })`

export const sqliteEngines: readonly Engine[] = [
  onSqlite('better-sqlite3', 'better-sqlite3', (file) => ({ '/db.js': `import Database from 'better-sqlite3'\nexport const db = new Database(${file})` })),
  onSqlite(
    'node:sqlite',
    'Node',
    (file) => ({ '/db.js': `import { DatabaseSync } from 'node:sqlite'\nexport const db = new DatabaseSync(${file})` }),
    withoutNodeSqlite,
  ),
  onSqlite('libSQL', 'libSQL', (file) => ({
    '/db.js': `import { createClient } from '@libsql/client'\nexport const db = createClient({ url: 'file:' + ${file} })`,
  })),
  onSqlite('Sequelize', 'better-sqlite3 behind sqlite3’s interface', (file) => ({
    '/sqlite3.js': sqlite3,
    '/db.js': sequelize(`{ dialect: 'sqlite', dialectModule: sqlite3, storage: ${file}, logging: false }`, `import * as sqlite3 from './sqlite3.js'`),
  })),
  onSqlite('Knex', 'better-sqlite3', (file) => ({ '/db.js': `import knex from 'knex'\nexport const db = ${knex(file)}` })),
  onSqlite('Kysely', 'better-sqlite3', (file) => ({
    '/db.js': `import { Kysely, SqliteDialect } from 'kysely'\nimport Database from 'better-sqlite3'\nexport const db = new Kysely({ dialect: new SqliteDialect({ database: new Database(${file}) }) })`,
  })),
  onSqlite('Drizzle', 'libSQL', (file) => ({
    '/db.js': `
import { drizzle } from 'drizzle-orm/libsql'
import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core'
export const orders = sqliteTable('orders', { key: text('key'), id: text('id') })
export const stock = sqliteTable('stock', { id: text('id'), left: integer('left') })
export const db = drizzle('file:' + ${file})`,
  })),
  onSqlite('Objection', 'better-sqlite3', (file) => ({ '/db.js': objection(knex(file)) })),
  onSqlite('TypeORM repositories', 'better-sqlite3', (file) => ({
    '/entities.js': entityClasses,
    '/db.js': typeorm(
      `type: 'better-sqlite3', database: ${file}`,
      'export const orders = source.getRepository(Order)\nexport const stock = source.getRepository(Stock)',
    ),
  })),
  onSqlite('MikroORM', 'better-sqlite3', (file) => ({ '/entities.js': entityClasses, '/db.js': mikroOrm('@mikro-orm/better-sqlite', `dbName: ${file}`) })),
]
