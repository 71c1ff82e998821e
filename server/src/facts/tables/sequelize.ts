/** Sequelize: `sequelize.define('Order', { payment: { type, unique: true } }, { indexes: [{ unique: true, fields: ['a', 'b'] }] })`, `Order.init(…)`. */
import ts from 'typescript'
import type { UniqueKey } from '../ir'
import { skipOuter } from '../syntax'
import { entriesOf, isSet, keysOf, objectOf, textOf, textsOf, valueOf } from './literals'

export function sequelizeKeys(node: ts.CallExpression): readonly UniqueKey[] {
  const callee = skipOuter(node.expression)
  if (!ts.isPropertyAccessExpression(callee)) return []
  const isDefine = callee.name.text === 'define'
  if (!isDefine && callee.name.text !== 'init') return []
  const [first, second, third] = node.arguments
  const columns = objectOf(isDefine ? second : first)
  const options = isDefine ? third : second
  // `init` is a common name: only Sequelize hands itself over in the options.
  if (columns === null || (!isDefine && !mentions(options, 'sequelize'))) return []
  const named = isDefine ? textOf(first) : ts.isIdentifier(callee.expression) ? callee.expression.text : null
  return tableKeys([named, textOf(valueOf(options, 'modelName')), textOf(valueOf(options, 'tableName'))], columns, options)
}

function mentions(options: ts.Expression | undefined, name: string): boolean {
  return objectOf(options)?.properties.some((property) => property.name !== undefined && ts.isIdentifier(property.name) && property.name.text === name) ?? false
}

function tableKeys(tables: readonly (string | null)[], columns: ts.ObjectLiteralExpression, options: ts.Expression | undefined): readonly UniqueKey[] {
  const generated = new Set<string>()
  const groups = new Map<string, string[]>()
  for (const { key, value } of entriesOf(columns)) {
    if (isSet(valueOf(value, 'autoIncrement')) || valueOf(value, 'defaultValue') !== undefined) generated.add(key)
    if (isSet(valueOf(value, 'primaryKey'))) groups.set('primary key', [...(groups.get('primary key') ?? []), key])
    const unique = valueOf(value, 'unique')
    // Columns that share a name make one key.
    const group = textOf(unique) ?? textOf(valueOf(unique, 'name')) ?? `unique ${key}`
    if (isSet(unique)) groups.set(group, [...(groups.get(group) ?? []), key])
  }
  const indexes = valueOf(options, 'indexes')
  const listed = indexes !== undefined && ts.isArrayLiteralExpression(indexes) ? indexes.elements : []
  const composite = listed
    .filter((index) => isSet(valueOf(index, 'unique')) && valueOf(index, 'where') === undefined)
    .map((index) => textsOf(valueOf(index, 'fields')))
  return [...groups.values(), ...composite].flatMap((list) =>
    keysOf(
      tables,
      list,
      list.some((column) => generated.has(column)),
    ),
  )
}
