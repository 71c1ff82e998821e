/** Stores that create a row by one call on its model: Prisma, TypeORM, Sequelize, Mongoose, MongoDB. */
import ts from 'typescript'
import { bare, textOf, type Source } from '../source/source'
import { columnsOf, methodOf, notOneRow, notPlain, notWrittenOut, object, oneRow, property, receiver, type Insert, type InsertReader } from './insert'

const creating = new Set(['create', 'insert', 'insertOne', 'save'])

/** `find` of one column on the receiver; `row`: which argument is the row. */
function byCall(
  row: number,
  find: (source: Source, on: string, call: ts.CallExpression, key: string) => string,
  returnsRow: (method: string) => boolean,
): InsertReader {
  return (source, { call }) => {
    if (!ts.isCallExpression(call)) return notPlain
    const [on, method] = [receiver(source, call), methodOf(call)]
    if (on === null || method === null) return notPlain
    if (!creating.has(method)) return notOneRow(method)
    const columns = columnsOf(source, call.arguments[row])
    if (columns === null) return notWrittenOut
    const given = call.arguments[row]
    const isList = given !== undefined && ts.isArrayLiteralExpression(bare(given))
    const insert: Insert = {
      columns,
      find: (name, value) => {
        const ask = `await ${find(source, on, call, object(source, name, value))}`
        return oneRow(ask, returnsRow(method) && !isList ? { ask, shape: 'row' } : null)
      },
    }
    return insert
  }
}

/** `create({ data, include })`: what it selects is asked for as well. */
const prisma: InsertReader = (source, { call }) => {
  if (!ts.isCallExpression(call)) return notPlain
  const on = receiver(source, call)
  if (on === null) return notPlain
  const method = methodOf(call) ?? ''
  if (!creating.has(method)) return notOneRow(method)
  const [options] = call.arguments
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return notWrittenOut
  const named = (name: string): ts.ObjectLiteralElementLike | undefined => options.properties.find((one) => one.name?.getText(source.tree) === name)
  const data = named('data')
  const columns =
    data !== undefined && ts.isPropertyAssignment(data)
      ? columnsOf(source, data.initializer)
      : data === undefined
        ? null
        : columnsOf(source, data.name as ts.Identifier)
  if (columns === null) return notWrittenOut
  const selected = ['select', 'include', 'omit'].flatMap((name) => named(name) ?? []).map((one) => `, ${textOf(source, one)}`)
  const { pad } = source.style
  return {
    columns,
    find: (name, value) => {
      const ask = (more: string): string => `await ${on}.findFirst({${pad}where: ${object(source, name, value)}${more}${pad}})`
      return oneRow(ask(''), { ask: ask(selected.join('')), shape: 'row' })
    },
  }
}

const typeorm: InsertReader = (source, chain) => {
  const { call } = chain
  const on = ts.isCallExpression(call) ? receiver(source, call) : null
  const entity = ts.isCallExpression(call) ? call.arguments[0] : undefined
  // `manager.insert(Order, row)`, `repository.insert(row)`.
  const named = entity !== undefined && !ts.isObjectLiteralExpression(bare(entity)) && ts.isCallExpression(call) && call.arguments.length > 1
  if (on !== null && /manager$/i.test(on) && !named) return notWrittenOut
  const isRow = (method: string): boolean => method === 'save'
  return named
    ? byCall(1, (_source, manager, _call, key) => `${manager}.findOneBy(${textOf(source, entity)}, ${key})`, isRow)(source, chain)
    : byCall(0, (_source, repository, _call, key) => `${repository}.findOneBy(${key})`, isRow)(source, chain)
}

const always = (): boolean => true
const never = (): boolean => false

export const objectInserts: Readonly<Record<string, InsertReader>> = {
  prisma,
  shape: prisma,
  typeorm,
  mongoose: byCall(0, (_source, on, _call, key) => `${on}.findOne(${key})`, always),
  mongodb: byCall(0, (_source, on, _call, key) => `${on}.findOne(${key})`, never),
  sequelize: byCall(0, (source, on, _call, key) => `${on}.findOne({${source.style.pad}${property('where', key)}${source.style.pad}})`, always),
}
